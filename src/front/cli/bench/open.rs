//! `tekil bench open`: what opening a customer costs - everything read at one version, all rules, the decision,
//! the look durable - for customers drawn from the whole store.

use std::time::Instant;

use clap::Command;
use serde_json::json;

use super::{
    super::{Run, words},
    Timed, cpu_each, cpu_us,
};
use crate::{
    domain::{CustomerNo, channel::Touchpoint},
    front::{
        bank::{Bank, unexpected},
        outcome::{Exit, Failure},
    },
    request::{Answer, Request},
    text::{
        Lang, Message,
        ids::{cli as id, desk},
    },
};

pub(super) const NAME: &str = "open";

/// Customers that are opened; the first ones warm the caches and do not count.
const OPENED: usize = 2_000;
const WARMING: usize = 100;

pub(super) fn words(lang: Lang) -> Command {
    words::command(NAME, "", id::BENCH_OPEN_ABOUT, lang).override_usage(words::usage(
        "bench open",
        id::USAGE_COMMAND,
        lang,
    ))
}

pub(super) fn run(run: &Run<'_>) -> Result<Exit, Failure> {
    let bank = Bank::open_filled(run.settings, run.out)?;
    let mut times = Vec::with_capacity(OPENED);
    let mut before = None;
    for (count, customer) in bank.sample()?.take(WARMING + OPENED).enumerate() {
        if count == WARMING {
            before = cpu_us();
        }
        let time = open(&bank, customer?)?;
        if count >= WARMING {
            times.push(time);
        }
    }
    let cpu = cpu_each(before, times.len());
    times.sort_unstable();
    let found =
        bank.ask(Touchpoint::default(), Request::Find { text: String::new(), limit: 1, typing: true })?;
    let Answer::Found(found) = found else { return Err(unexpected()) };
    bank.close()?;
    let taken = Timed { bench: NAME, customers: found.customers, times: &times, cpu };
    let head = Message::new(id::BENCH_HEAD).with("customers", found.customers);
    taken.say(run, (head, Message::new(desk::BENCH_OPEN_LINE)), Vec::new(), json!({}))
}

/// Microseconds.
#[expect(clippy::disallowed_methods, reason = "front owns the clock")]
fn open(bank: &Bank, customer: CustomerNo) -> Result<u64, Failure> {
    let began = Instant::now();
    bank.ask(Touchpoint::default(), Request::OpenCustomer { customer })?;
    Ok(u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX))
}
