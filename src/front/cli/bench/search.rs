//! `tekil bench search`: how long a search for a name takes among so many invented people.

use std::time::Instant;

use clap::{ArgMatches, Command};
use serde_json::json;

use super::{
    super::{Run, words},
    Timed, cpu_each, cpu_us, number_of_customers,
};
use crate::{
    domain::{
        CustomerNo,
        customer::{CustomerKind, Name},
    },
    front::outcome::{Exit, Failure},
    intake::demo::names::{Draws, Names},
    request::find::HITS_DEFAULT,
    search::{Builder, Index, Person, Query, RANKED_MAX},
    text::{
        Lang, Message, casing,
        fold::fold,
        ids::{cli, find as id},
    },
};

pub(super) const NAME: &str = "search";

/// Searches of a measurement.
const QUERIES: usize = 2_000;
/// The first customer's number; the numbers of a bank are not dense.
const FIRST_NO: u64 = 10_000_000;
const NO_STEP: u64 = 7;
/// One family name in so many is made of two: real banks have tens of thousands of rare ones.
const RARE_EVERY: u64 = 6;
/// Branches of the invented bank.
const BRANCHES: u64 = 400;

pub(super) fn words(lang: Lang) -> Command {
    words::command(NAME, "", id::BENCH_ABOUT, lang)
        .override_usage(words::usage("bench search", cli::USAGE_COMMAND, lang))
        .arg(words::option("customers", "N", cli::BENCH_CUSTOMERS, lang))
}

/// What was measured, times in microseconds.
struct Measured {
    waits: Vec<u64>,
    build_ms: u64,
    missed: u64,
    cpu: Option<u64>,
}

#[expect(clippy::disallowed_methods, reason = "front owns the clock")]
pub(super) fn run(run: &Run<'_>, matches: &ArgMatches) -> Result<Exit, Failure> {
    let customers = number_of_customers(matches)?;
    let people = people(customers);
    let began = Instant::now();
    let mut builder = Builder::default();
    for person in &people {
        builder.push(person, 0);
    }
    let index = Index::new(builder);
    let build_ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    let typed = typed(&people);
    drop(people);
    let mut measured = Measured { waits: Vec::with_capacity(typed.len()), build_ms, missed: 0, cpu: None };
    let mut totals = Vec::with_capacity(typed.len());
    let before = cpu_us();
    for (_, text) in &typed {
        let began = Instant::now();
        let found = index.find(&Query::new(text), HITS_DEFAULT);
        measured.waits.push(u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX));
        totals.push(found.total);
    }
    measured.cpu = cpu_each(before, typed.len());
    let missed = typed.iter().zip(totals).filter(|((no, text), total)| !is_found(&index, *no, text, *total));
    measured.missed = u64::try_from(missed.count()).unwrap_or(u64::MAX);
    measured.waits.sort_unstable();
    say(run, customers, &index, &measured)
}

/// Invented people, the same for the same number.
fn people(customers: u64) -> Vec<Person> {
    let names = Names::new();
    let mut draws = Draws::new(customers);
    let mut draw = || draws.draw();
    let person = |at: u64| {
        let mut name = names.person(at.is_multiple_of(2), &mut draw);
        let number = draw();
        if number.is_multiple_of(RARE_EVERY) {
            let second = names.person(true, &mut draw).family;
            name.family.push_str(&casing::lower(&second, Lang::Tr));
        }
        Person {
            no: CustomerNo(FIRST_NO + NO_STEP * at),
            kind: CustomerKind::Person,
            name: Some(name),
            branch: Some(format!("{} Şb", number % BRANCHES)),
            year: i16::try_from(1_940 + (number >> 32) % 66).ok(),
        }
    };
    (0..customers).map(person).collect()
}

/// Names as hurried people type them, evenly from all: in capitals, in ASCII, or with one slip.
fn typed(people: &[Person]) -> Vec<(CustomerNo, String)> {
    let mut draws = Draws::new(1);
    let step = (people.len() / QUERIES).max(1);
    let name = |person: &Person| person.name.as_ref().map(|name| (person.no, spoken(name)));
    let chosen = people.iter().step_by(step).filter_map(name).take(QUERIES);
    chosen.map(|(no, name)| (no, mistype(&name, &mut draws))).collect()
}

fn spoken(name: &Name) -> String {
    format!("{} {}", name.given, name.family)
}

fn mistype(name: &str, draws: &mut Draws) -> String {
    let (way, place) = (draws.draw() % 6, draws.draw());
    if way == 0 { casing::upper(name, Lang::Tr) } else { slip(name, way, place) }
}

/// In ASCII as it is, or with a letter missing, doubled, swapped with the next, or another.
fn slip(name: &str, way: u64, place: u64) -> String {
    let mut letters: Vec<char> = fold(name).chars().collect();
    let at = usize::try_from(place % u64::try_from(letters.len().max(1)).unwrap_or(1)).unwrap_or_default();
    let Some(letter) = letters.get(at).copied().filter(|letter| *letter != ' ') else {
        return letters.into_iter().collect();
    };
    match way {
        1 => {}
        2 => {
            letters.remove(at);
        }
        3 => letters.insert(at, letter),
        4 if letters.get(at + 1).is_some_and(|next| *next != ' ') => letters.swap(at, at + 1),
        _ => {
            if let Some(letter) = letters.get_mut(at) {
                *letter = if *letter == 'e' { 'a' } else { 'e' };
            }
        }
    }
    letters.into_iter().collect()
}

/// Whether the one who was meant is among those that fit; of too many to rank all, that is not asked.
fn is_found(index: &Index, no: CustomerNo, text: &str, total: u64) -> bool {
    let most = u64::try_from(RANKED_MAX).unwrap_or(u64::MAX);
    total > most || {
        let found = index.find(&Query::new(text), RANKED_MAX);
        found.total > most || found.best.iter().any(|hit| hit.no == no)
    }
}

fn say(run: &Run<'_>, customers: u64, index: &Index, measured: &Measured) -> Result<Exit, Failure> {
    let queries = measured.waits.len();
    let timed = Timed { bench: NAME, customers, times: &measured.waits, cpu: measured.cpu };
    let head = Message::new(id::BENCH_HEAD).with("customers", customers).with("queries", queries);
    let line = Message::new(id::BENCH_LINE).with("missed", measured.missed);
    let size = Message::new(id::BENCH_SIZE)
        .with("bytes", index.memory())
        .with("words", u64::from(index.words()))
        .with("build", measured.build_ms);
    let own = json!({
        "bytes": index.memory(),
        "runs": [],
        "queries": queries,
        "missed": measured.missed,
        "words": index.words(),
        "build_ms": measured.build_ms,
    });
    timed.say(run, (head, line), vec![size], own)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_people_and_slips_each_time() {
        let people = people(500);
        assert_eq!(people, super::people(500));
        let typed = typed(&people);
        assert_eq!(typed.len(), 500);
        assert_eq!(typed, super::typed(&people));
        let mut builder = Builder::default();
        for person in &people {
            builder.push(person, 0);
        }
        let index = Index::new(builder);
        for (no, text) in &typed {
            let total = index.find(&Query::new(text), HITS_DEFAULT).total;
            assert!(is_found(&index, *no, text, total), "{no} {text}");
        }
    }
}
