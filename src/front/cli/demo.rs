//! `tekil demo [--customers N] [--seed S]`: an empty store becomes an invented bank.

use std::{fmt::Write as _, sync::Arc};

use clap::Command;
use serde_json::{Value, json};

use super::{Run, parse, words};
use crate::{
    domain::CustomerNo,
    front::{
        bank::{self, Authored},
        clock::Clock,
        opening,
        outcome::{Exit, Failure},
        progress::Progress,
    },
    intake::demo::{CUSTOMERS_DEFAULT, CUSTOMERS_MAX, CUSTOMERS_MIN, DemoBank, DemoParams, SEED_DEFAULT},
    service::{
        demo::{self, Desk, Fill, FillError, Filled, Story},
        meta::StoreKind,
    },
    store::embedded::EmbeddedStore,
    text::{
        Lang, Message,
        ids::{cli, demo as id},
    },
};

pub(super) const NAME: &str = "demo";

/// The code of the failure that something is stored already.
const NOT_EMPTY: &str = "store_not_empty";
/// Stories that a digit opens at the start.
const DIGITS: usize = 9;

pub(super) fn words(lang: Lang) -> Command {
    words::command(NAME, "", id::ABOUT, lang)
        .arg(words::option("customers", "N", id::CUSTOMERS, lang))
        .arg(words::option("seed", "N", id::SEED, lang))
}

pub(super) fn run(run: &Run<'_>) -> Result<Exit, Failure> {
    let given = |name, default, limits| match run.matches.get_one::<String>(name) {
        Some(word) => number(&format!("--{name}"), word, limits),
        None => Ok(default),
    };
    let customers = given("customers", CUSTOMERS_DEFAULT, (CUSTOMERS_MIN, CUSTOMERS_MAX))?;
    let seed = given("seed", SEED_DEFAULT, (0, u64::MAX))?;
    let authored = bank::authored(run.settings)?;
    let (store, filled) = filled(run, &authored, (customers, seed))?;
    let stories = demo::stories(&store)?;
    store.close()?;
    say(run, &filled, &stories)?;
    Ok(Exit::Done)
}

fn number(option: &str, word: &str, (min, max): (u64, u64)) -> Result<u64, Failure> {
    parse::count(option, word, max)
        .ok()
        .or_else(|| (word == "0").then_some(0))
        .filter(|number| *number >= min)
        .ok_or_else(|| {
            let message = Message::new(cli::BAD_COUNT)
                .with("place", option)
                .with("value", word)
                .with("min", min)
                .with("max", max);
            Failure::usage("bad_count", message)
        })
}

/// Fills the store that nobody has filled yet with a bank of the usual size; gives the store and whom the
/// first story is about. Where somebody else was faster, theirs is taken.
///
/// # Errors
/// The store cannot be made or written.
pub(in crate::front::cli) fn fill_empty(
    run: &Run<'_>,
    authored: &Authored,
) -> Result<(EmbeddedStore, Option<CustomerNo>), Failure> {
    let store = match filled(run, authored, (CUSTOMERS_DEFAULT, SEED_DEFAULT)) {
        Ok((store, _)) => store,
        Err(failure) if failure.code == NOT_EMPTY => opening::open_filled(&run.settings.store, run.out)?,
        Err(failure) => return Err(failure),
    };
    let first = demo::stories(&store)?.first().map(|story| story.customer);
    Ok((store, first))
}

fn filled(
    run: &Run<'_>,
    authored: &Authored,
    (customers, seed): (u64, u64),
) -> Result<(EmbeddedStore, Filled), Failure> {
    if authored.identity.kind == StoreKind::Real {
        let message = Message::new(id::REAL_PACK).with("pack", authored.pack.name());
        return Err(Failure::usage("real_pack", message));
    }
    let now = Clock::try_new(run.settings.now)?.moment();
    let today = now.day();
    let policy = authored.pack.hash().to_owned();
    let (hour, minute) = now.hour_minute();
    let minute = u16::from(hour.unsigned_abs()) * 60 + u16::from(minute.unsigned_abs());
    let bank = DemoBank::try_new(DemoParams { customers, seed, today, minute, policy })
        .ok_or_else(|| Failure::usage("bad_clock", Message::new(cli::BAD_CLOCK)))?;
    let store = Arc::new(opening::open_or_make(&run.settings.store, run.out)?);
    let bar = Progress::new(id::PROGRESS, run.out.lang);
    let operator = authored.maintainer(run.settings);
    let what = Fill { bank: &bank, identity: &authored.identity, operator: &operator, threads: threads() };
    let mut last = || {
        let desk = Desk {
            store: store.clone(),
            pack: authored.pack.clone(),
            rules: authored.rules.clone(),
            flows: authored.flows.clone(),
        };
        demo::put_before_a_second(desk, &bank, now)
    };
    let filled = demo::fill(store.as_ref(), what, &mut |done, all| bar.report(done, all), &mut last);
    let store = Arc::into_inner(store).ok_or_else(bank::unexpected)?;
    match filled {
        Ok(filled) => Ok((store, filled)),
        Err(error) => {
            store.close()?;
            Err(failure(run, error))
        }
    }
}

/// One thread commits, the others make customers.
fn threads() -> usize {
    std::thread::available_parallelism().map_or(1, |threads| threads.get() - 1)
}

fn failure(run: &Run<'_>, error: FillError) -> Failure {
    let path = run.settings.store.display().to_string();
    match error {
        FillError::NotEmpty => Failure::usage(NOT_EMPTY, Message::new(id::NOT_EMPTY).with("path", path)),
        FillError::Unfinished => unfinished(&path),
        FillError::Failed(error) => error.into(),
    }
}

/// A demo bank that was cut off: what to do.
pub(in crate::front) fn unfinished(path: &str) -> Failure {
    Failure::usage("demo_unfinished", Message::new(id::UNFINISHED).with("path", path))
}

fn say(run: &Run<'_>, filled: &Filled, stories: &[Story]) -> Result<(), Failure> {
    let out = run.out;
    if out.json {
        let stories: Vec<Value> = stories
            .iter()
            .map(|story| json!({ "customer": story.customer, "story": story.story, "title": story.title }))
            .collect();
        return out.document(&json!({
            "customers": filled.customers,
            "accounts": filled.accounts,
            "transactions": filled.transactions,
            "complaints": filled.complaints,
            "stories": stories,
        }));
    }
    let done = Message::new(id::DONE)
        .with("path", run.settings.store.display().to_string())
        .with("customers", filled.customers)
        .with("accounts", filled.accounts)
        .with("transactions", filled.transactions)
        .with("complaints", filled.complaints);
    out.lines(&[done, Message::new(id::STORIES)])?;
    out.text(&listed(stories, out.lang))?;
    out.lines(&[Message::new(id::OPEN).with("again", run.settings.again.as_str())])
}

/// One story a line: its digit, its customer, what there is to see.
fn listed(stories: &[Story], lang: Lang) -> String {
    let mut text = String::new();
    for (place, story) in stories.iter().enumerate() {
        let digit = if place < DIGITS { (place + 1).to_string() } else { String::new() };
        let _ = writeln!(text, "  {digit:>1}  {}  {}", story.customer, story.title.of(lang));
    }
    text
}
