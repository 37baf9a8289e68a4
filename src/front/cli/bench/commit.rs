//! `tekil bench commit`: how many postings a second this machine acknowledges, beside plain sled; with `--flow`
//! also how many runs of a flow.

use std::time::Instant;

use clap::{ArgMatches, Command};
use serde_json::{Value, json};

use super::{
    super::{Run, parse, runs::filled, words},
    flows, number_of_customers,
    place::Place,
    rss_mb,
};
use crate::{
    front::{
        opening,
        outcome::{Exit, Failure},
        progress::Progress,
    },
    service::meta::{self, StoreKind},
    store::bench::{self, BareSled, Measured, Plan, Poster, WRITERS_MAX},
    text::{Lang, Message, amount, ids::cli as id},
};

const WRITERS_DEFAULT: [u64; 3] = [1, 8, 64];
/// The most runs of one measurement.
const RUNS_MAX: usize = 16;
/// Postings of a run, shared among its writers.
const POSTINGS: u64 = 8_000;
/// A lone writer waits for every sync: fewer will do.
const POSTINGS_ALONE: u64 = 1_000;

/// The same runs on our store and on sled alone.
type OursAndPeers = (Vec<Measured>, Vec<Measured>);

pub(super) fn words(lang: Lang) -> Command {
    let flow = words::say(id::VALUE_FLOW, lang);
    let command = words::command("commit", "", id::BENCH_COMMIT_ABOUT, lang)
        .override_usage(words::usage("bench commit", id::USAGE_COMMAND, lang))
        .arg(words::option("customers", "N", id::BENCH_CUSTOMERS, lang))
        .arg(words::option("writers", "N,N…", id::BENCH_WRITERS, lang).value_delimiter(','))
        .arg(words::option("flow", flow, id::BENCH_FLOW, lang));
    command.arg(filled::set_word(lang))
}

pub(super) fn run(run: &Run<'_>, matches: &ArgMatches) -> Result<Exit, Failure> {
    let customers = number_of_customers(matches)?;
    let given: Vec<&String> = matches.get_many("writers").into_iter().flatten().take(RUNS_MAX).collect();
    let mut writers = WRITERS_DEFAULT.to_vec();
    if !given.is_empty() {
        let read = given.iter().map(|word| parse::count("--writers", word, WRITERS_MAX));
        writers = read.collect::<Result<_, _>>()?;
    }
    let sets = filled::sets(matches)?;
    let asked = matches.get_one::<String>("flow").map(|flow| (flow.as_str(), sets.as_slice()));
    refuse_real(run)?;
    let place = Place::beside(&run.settings.store)?;
    let measured = both(run, &place, customers, (&writers, asked));
    let bytes = place.bytes();
    place.remove()?;
    let (flows, (ours, peers)) = measured?;
    say(run, (customers, bytes), (&ours, &peers), flows.as_ref())?;
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

/// Runs of a flow first: what is wrong with what was asked is said before the long part.
fn both(
    run: &Run<'_>,
    place: &Place,
    customers: u64,
    (writers, asked): (&[u64], Option<flows::Asked<'_>>),
) -> Result<(Option<flows::Flows>, OursAndPeers), Failure> {
    let flows = asked.map(|asked| flows::measure(run, place, asked, writers)).transpose()?;
    Ok((flows, measure(run, place, customers, writers)?))
}

/// Ours and sled alone, each writer count in turn.
fn measure(run: &Run<'_>, place: &Place, customers: u64, writers: &[u64]) -> Result<OursAndPeers, Failure> {
    let store = opening::open_or_make(&place.ours(), run.out)?;
    let bar = Progress::new(id::PROGRESS_BENCH, run.out.lang);
    bench::load(&store, customers, &mut |done, all| bar.report(done, all))?;
    let ours = runs(&store, customers, writers)?;
    store.close()?;
    let peer = BareSled::open(&place.peer(), customers)?;
    let peers = runs(&peer, customers, writers)?;
    Ok((ours, peers))
}

fn runs(poster: &dyn Poster, customers: u64, writers: &[u64]) -> Result<Vec<Measured>, Failure> {
    plans(customers, writers).map(|plan| timed(poster, &plan)).collect()
}

/// One run for each number of writers.
pub(super) fn plans(customers: u64, writers: &[u64]) -> impl Iterator<Item = Plan> {
    (1..).zip(writers).map(move |(run, writers)| {
        let all = if *writers == 1 { POSTINGS_ALONE } else { POSTINGS };
        Plan { customers, writers: *writers, postings_each: (all / writers).max(1), run }
    })
}

#[expect(clippy::disallowed_methods, reason = "front owns the clock")]
pub(super) fn timed(poster: &dyn Poster, plan: &Plan) -> Result<Measured, Failure> {
    let began = Instant::now();
    let clock = move || u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX);
    Ok(bench::postings(poster, plan, &clock)?)
}

fn say(
    run: &Run<'_>,
    (customers, bytes): (u64, u64),
    (ours, peers): (&[Measured], &[Measured]),
    flows: Option<&flows::Flows>,
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
            "flow": flows.map(flows::Flows::value),
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
    if let Some(flows) = flows {
        text.push_str(&flows.text(lang));
    }
    run.out.text(&text)
}

pub(super) fn run_value(run: &Measured) -> Value {
    json!({
        "writers": run.writers,
        "postings": run.postings,
        "per_second": run.per_second,
        "p50": run.p50_us,
        "p95": run.p95_us,
        "p99": run.p99_us,
    })
}
