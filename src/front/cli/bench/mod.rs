//! `tekil bench`: measures this machine.

use std::fs;

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::{Run, parse, words};
use crate::{
    front::outcome::{Exit, Failure},
    text::{Lang, Message, amount, ids::cli as id},
};

mod commit;
mod flows;
mod keys;
mod open;
mod place;
mod search;

pub(super) const NAME: &str = "bench";

/// The most customers that are made for a measurement.
const CUSTOMERS_MAX: u64 = 10_000_000;
const CUSTOMERS_DEFAULT: u64 = 10_000;

pub(super) fn words(lang: Lang) -> Command {
    words::command(NAME, "commit|open|keys|search", id::BENCH_ABOUT, lang)
        .subcommand_required(true)
        .subcommand_help_heading(words::say(id::HEADING_COMMANDS, lang))
        .subcommand(commit::words(lang))
        .subcommand(open::words(lang))
        .subcommand(keys::words(lang))
        .subcommand(search::words(lang))
}

pub(super) fn run(run: &Run<'_>) -> Result<Exit, Failure> {
    match run.matches.subcommand() {
        Some((keys::NAME, _)) => keys::run(run),
        Some((open::NAME, _)) => open::run(run),
        Some((search::NAME, matches)) => search::run(run, matches),
        Some((_, matches)) => commit::run(run, matches),
        None => commit::run(run, run.matches),
    }
}

/// With how many customers.
fn number_of_customers(matches: &ArgMatches) -> Result<u64, Failure> {
    match matches.get_one::<String>("customers") {
        Some(word) => parse::count("--customers", word, CUSTOMERS_MAX),
        None => Ok(CUSTOMERS_DEFAULT),
    }
}

/// The most memory this process ever held, in MiB; only Linux says.
fn rss_mb() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: u64 = line.trim().trim_end_matches(" kB").trim().parse().ok()?;
    Some(kib / 1024)
}

/// Microseconds that this process computed so far, all its threads together; only Linux says.
fn cpu_us() -> Option<u64> {
    let nanos = |thread: fs::DirEntry| -> Option<u64> {
        let text = fs::read_to_string(thread.path().join("schedstat")).ok()?;
        text.split_whitespace().next()?.parse().ok()
    };
    let threads = fs::read_dir("/proc/self/task").ok()?;
    Some(threads.flatten().filter_map(nanos).sum::<u64>() / 1_000)
}

/// What each of so many took of the processors since `before`, in microseconds.
fn cpu_each(before: Option<u64>, count: usize) -> Option<u64> {
    let took = cpu_us()?.checked_sub(before?)?;
    took.checked_div(u64::try_from(count).ok()?)
}

/// Processor time of one, and the most memory, in words.
fn cost(cpu: Option<u64>, lang: Lang) -> Message {
    let number = |count: Option<u64>| {
        count.map_or_else(
            || "?".to_owned(),
            |count| amount::whole(i64::try_from(count).unwrap_or(i64::MAX), lang),
        )
    };
    Message::new(id::BENCH_COST).with("cpu", number(cpu)).with("rss", number(rss_mb()))
}

/// How long each of many things took.
struct Timed<'t> {
    bench: &'static str,
    customers: u64,
    /// Microseconds, sorted.
    times: &'t [u64],
    /// Of the processors, microseconds each.
    cpu: Option<u64>,
}

impl Timed<'_> {
    fn at(&self, percent: usize) -> u64 {
        at_percent(self.times, percent)
    }

    /// The document of a measurement, with what is its own.
    fn document(&self, own: Value) -> Value {
        let mut document = json!({
            "bench": self.bench,
            "customers": self.customers,
            "unit": "us",
            "p50": self.at(50),
            "p95": self.at(95),
            "p99": self.at(99),
            "cpu": self.cpu,
            "rss_mb": rss_mb(),
        });
        if let (Value::Object(document), Value::Object(own)) = (&mut document, own) {
            document.extend(own);
        }
        document
    }

    /// A line with the times in it.
    fn line(&self, line: Message, lang: Lang) -> Message {
        let number = |percent| amount::whole(i64::try_from(self.at(percent)).unwrap_or(i64::MAX), lang);
        line.with("p50", number(50)).with("p95", number(95)).with("p99", number(99))
    }

    /// Says it: what was measured, the times, what else there is, and the cost.
    fn say(
        &self,
        run: &Run<'_>,
        (head, line): (Message, Message),
        rest: Vec<Message>,
        own: Value,
    ) -> Result<Exit, Failure> {
        if run.out.json {
            run.out.document(&self.document(own))?;
            return Ok(Exit::Done);
        }
        let lang = run.out.lang;
        let lines = [head, self.line(line, lang)].into_iter().chain(rest).chain([cost(self.cpu, lang)]);
        run.out.lines(&lines.collect::<Vec<Message>>())?;
        Ok(Exit::Done)
    }
}

/// The value below which so many percent of sorted ones lie.
fn at_percent(sorted: &[u64], percent: usize) -> u64 {
    let at = (sorted.len() * percent / 100).min(sorted.len().saturating_sub(1));
    sorted.get(at).copied().unwrap_or(0)
}
