//! `tekil bench`: measures this machine. Here `commit`: how many postings a second it acknowledges.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

use clap::Command;
use serde_json::{Value, json};

use super::{Run, bench_keys, bench_open, bench_search, parse, words};
use crate::{
    front::{
        opening,
        outcome::{Exit, Failure},
        place::io_failure,
        progress::Progress,
    },
    service::meta::{self, StoreKind},
    store::bench::{self, BareSled, Measured, Plan, Poster, WRITERS_MAX},
    text::{Lang, Message, amount, ids::cli as id},
};

pub(super) const NAME: &str = "bench";

/// The most customers that are made for a measurement.
const CUSTOMERS_MAX: u64 = 10_000_000;
const CUSTOMERS_DEFAULT: u64 = 10_000;
const WRITERS_DEFAULT: [u64; 3] = [1, 8, 64];
/// The most runs of one measurement.
const RUNS_MAX: usize = 16;
/// Postings of a run, shared among its writers.
const POSTINGS: u64 = 8_000;
/// A lone writer waits for every sync: fewer will do.
const POSTINGS_ALONE: u64 = 1_000;

pub(super) fn words(lang: Lang) -> Command {
    let commit = words::command("commit", "", id::BENCH_COMMIT_ABOUT, lang)
        .override_usage(words::usage("bench commit", id::USAGE_COMMAND, lang))
        .arg(words::option("customers", "N", id::BENCH_CUSTOMERS, lang))
        .arg(words::option("writers", "N,N…", id::BENCH_WRITERS, lang).value_delimiter(','));
    words::command(NAME, "commit|open|keys|search", id::BENCH_ABOUT, lang)
        .subcommand_required(true)
        .subcommand_help_heading(words::say(id::HEADING_COMMANDS, lang))
        .subcommand(commit)
        .subcommand(bench_open::words(lang))
        .subcommand(bench_keys::words(lang))
        .subcommand(bench_search::words(lang))
}

pub(super) fn run(run: &Run<'_>) -> Result<Exit, Failure> {
    let (what, commit) = run.matches.subcommand().unwrap_or((NAME, run.matches));
    if what == bench_keys::NAME {
        return bench_keys::run(run);
    }
    if what == bench_open::NAME {
        return bench_open::run(run);
    }
    let customers = match commit.get_one::<String>("customers") {
        Some(word) => parse::count("--customers", word, CUSTOMERS_MAX)?,
        None => CUSTOMERS_DEFAULT,
    };
    if what == bench_search::NAME {
        return bench_search::run(run, customers);
    }
    let given: Vec<&String> = commit.get_many("writers").into_iter().flatten().take(RUNS_MAX).collect();
    let mut writers = WRITERS_DEFAULT.to_vec();
    if !given.is_empty() {
        let read = given.iter().map(|word| parse::count("--writers", word, WRITERS_MAX));
        writers = read.collect::<Result<_, _>>()?;
    }
    refuse_real(run)?;
    let place = Place::beside(&run.settings.store)?;
    let measured = measure(run, &place, customers, &writers);
    let bytes = place.bytes();
    place.remove()?;
    let (ours, peers) = measured?;
    say(run, customers, bytes, &ours, &peers)?;
    Ok(Exit::Done)
}

/// Nothing is measured beside a bank's own store: it would slow its people down.
fn refuse_real(run: &Run<'_>) -> Result<(), Failure> {
    let store = match opening::open_filled(&run.settings.store, run.out) {
        Ok(store) => store,
        Err(failure) if failure.code == opening::EMPTY => return Ok(()),
        Err(failure) => return Err(failure),
    };
    let identity = meta::identity(&store)?;
    store.close()?;
    match identity {
        Some(identity) if identity.kind == StoreKind::Real => {
            Err(Failure::usage("real_store", Message::new(id::BENCH_REAL)))
        }
        _ => Ok(()),
    }
}

/// A folder on the store's disk that is gone after the measurement.
struct Place(PathBuf);

impl Place {
    fn beside(store: &Path) -> Result<Place, Failure> {
        let name = format!("tekil-bench-{}", ulid::Ulid::generate());
        let path = store.parent().unwrap_or(store).join(name);
        fs::create_dir_all(&path).map_err(|error| io_failure(&path, &error))?;
        Ok(Place(path))
    }

    fn ours(&self) -> PathBuf {
        self.0.join("bank")
    }

    fn peer(&self) -> PathBuf {
        self.0.join("peer")
    }

    /// What our store takes on the disk.
    fn bytes(&self) -> u64 {
        folder_bytes(&self.ours())
    }

    fn remove(&self) -> Result<(), Failure> {
        fs::remove_dir_all(&self.0).map_err(|error| io_failure(&self.0, &error))
    }
}

fn folder_bytes(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| match entry.metadata() {
            Ok(found) if found.is_dir() => folder_bytes(&entry.path()),
            Ok(found) => found.len(),
            Err(_) => 0,
        })
        .sum()
}

/// Ours and sled alone, each writer count in turn.
fn measure(
    run: &Run<'_>,
    place: &Place,
    customers: u64,
    writers: &[u64],
) -> Result<(Vec<Measured>, Vec<Measured>), Failure> {
    let store = opening::open_or_make(&place.ours(), run.out)?;
    let bar = Progress::new(id::PROGRESS_BENCH, run.out.lang);
    bench::load(&store, customers, &mut |done, all| bar.report(done, all))?;
    let ours = runs(&store, customers, writers)?;
    store.close()?;
    let peer = BareSled::open(&place.peer(), customers)?;
    let peers = runs(&peer, customers, writers)?;
    Ok((ours, peers))
}

#[expect(clippy::disallowed_methods, reason = "front owns the clock")]
fn runs(poster: &dyn Poster, customers: u64, writers: &[u64]) -> Result<Vec<Measured>, Failure> {
    let began = Instant::now();
    let clock = move || u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX);
    let mut measured = Vec::new();
    for (run, writers) in (1..).zip(writers) {
        let all = if *writers == 1 { POSTINGS_ALONE } else { POSTINGS };
        let plan = Plan { customers, writers: *writers, postings_each: (all / writers).max(1), run };
        measured.push(bench::postings(poster, &plan, &clock)?);
    }
    Ok(measured)
}

fn say(
    run: &Run<'_>,
    customers: u64,
    bytes: u64,
    ours: &[Measured],
    peers: &[Measured],
) -> Result<(), Failure> {
    let first = ours.first();
    if run.out.json {
        return run.out.document(&json!({
            "bench": "commit",
            "customers": customers,
            "unit": "us",
            "p50": first.map(|run| run.p50_us),
            "p95": first.map(|run| run.p95_us),
            "p99": first.map(|run| run.p99_us),
            "bytes": bytes,
            "rss_mb": rss_mb(),
            "runs": ours.iter().map(run_value).collect::<Vec<_>>(),
            "sled_alone": peers.iter().map(run_value).collect::<Vec<_>>(),
        }));
    }
    let lang = run.out.lang;
    let number = |count: u64| amount::whole(i64::try_from(count).unwrap_or(i64::MAX), lang);
    let head = Message::new(id::BENCH_HEAD).with("customers", customers);
    let mut text = head.say(lang) + "\n";
    for (ours, peer) in ours.iter().zip(peers) {
        let line = Message::new(id::BENCH_RUN)
            .with("writers", format!("{:>4}", ours.writers))
            .with("second", format!("{:>9}", number(ours.per_second)))
            .with("p50", format!("{:>8}", number(ours.p50_us)))
            .with("p99", format!("{:>8}", number(ours.p99_us)))
            .with("peer", format!("{:>9}", number(peer.per_second)));
        text.push_str(&(line.say(lang) + "\n"));
    }
    run.out.text(&text)
}

fn run_value(run: &Measured) -> Value {
    json!({
        "writers": run.writers,
        "postings": run.postings,
        "per_second": run.per_second,
        "p50": run.p50_us,
        "p95": run.p95_us,
        "p99": run.p99_us,
    })
}

/// The most memory this process ever held, in MiB; only Linux says.
pub(super) fn rss_mb() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: u64 = line.trim().trim_end_matches(" kB").trim().parse().ok()?;
    Some(kib / 1024)
}

/// The value below which so many percent of sorted ones lie.
pub(super) fn at_percent(sorted: &[u64], percent: usize) -> u64 {
    let at = (sorted.len() * percent / 100).min(sorted.len().saturating_sub(1));
    sorted.get(at).copied().unwrap_or(0)
}
