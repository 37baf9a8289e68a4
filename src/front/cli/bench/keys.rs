//! `tekil bench keys`: what a key costs from its bytes to the bytes of its frame, over a customer of the store.
//! The bank's answers are waited for, not measured: `bench open` and `bench search` do that.

use std::time::Instant;

use clap::Command;
use serde_json::{Value, json};

use super::{
    super::{Run, words},
    Timed, at_percent, cost, cpu_each, cpu_us,
};
use crate::{
    app::{self, Event, Theme},
    domain::CustomerNo,
    front::{
        bank::Bank,
        outcome::{Exit, Failure},
    },
    keymap::Keymap,
    request::{Answer, Door, Request},
    runtime::{Host, Session},
    terminal::Profile,
    text::{
        Lang, Message, MessageId, amount,
        ids::{cli, desk as id},
    },
    time::Moment,
};

pub(super) const NAME: &str = "keys";

/// How often each pair of keys is pressed.
const ROUNDS: usize = 500;
/// How many customers are opened.
const OPENED: usize = 200;
/// The screen of the drawings.
const SIZE: (u16, u16) = (80, 24);
/// The terminal that most people sit at.
const TERM: &str = "xterm-256color";

/// What is measured: its name, the keys before it, and two keys that are pressed in turn.
const KINDS: [(&str, &str, [&str; 2]); 7] = [
    ("move", "gu", ["\x1b[B", "\x1b[A"]),
    ("offer", "gt", ["\x1b[B", "\x1b[A"]),
    ("pane", "gt", ["\t", "\x1b[Z"]),
    ("nothing", "", ["Z", "\x18"]),
    ("language", "", ["\x1b[23~", "\x1b[23~"]),
    ("help", "", ["?", "?"]),
    ("type", "/", ["a", "\x7f"]),
];

pub(super) fn words(lang: Lang) -> Command {
    words::command(NAME, "", cli::BENCH_ABOUT, lang).override_usage(words::usage(
        "bench keys",
        cli::USAGE_COMMAND,
        lang,
    ))
}

/// One kind of key: times in microseconds and bytes written, each sorted.
struct Measured {
    name: &'static str,
    times: Vec<u64>,
    bytes: Vec<u64>,
}

impl Measured {
    fn of(name: &'static str, pressed: impl Iterator<Item = (u64, u64)>) -> Measured {
        let (mut times, mut bytes): (Vec<u64>, Vec<u64>) = pressed.unzip();
        times.sort_unstable();
        bytes.sort_unstable();
        Measured { name, times, bytes }
    }
}

pub(super) fn run(run: &Run<'_>) -> Result<Exit, Failure> {
    let bank = Bank::open_filled(run.settings, run.out)?;
    // somebody with something in every pane, where the bank has such people
    let story = bank.stories()?.first().map(|story| story.customer);
    let first = bank.customers(1)?.first().copied();
    let customer = story.or(first).unwrap_or(CustomerNo(0));
    let mut desk = Desk::new(&bank, run.out.lang);
    let others: Vec<CustomerNo> = bank.sample()?.take(OPENED).collect::<Result<_, _>>()?;
    let before = cpu_us();
    let mut measured = vec![desk.open_all(&others)];
    desk.open(customer);
    for (name, before, keys) in KINDS {
        desk.press(before);
        measured.push(desk.measure(name, keys));
    }
    let customers = desk.customers;
    let cpu = cpu_each(before, measured.iter().map(|kind| kind.times.len()).sum());
    bank.close()?;
    say(run, customers, &measured, cpu)
}

/// A session whose bank answers at once.
struct Desk<'a> {
    session: Session,
    bank: &'a Bank,
    at: Moment,
    customers: u64,
}

impl<'a> Desk<'a> {
    fn new(bank: &'a Bank, lang: Lang) -> Desk<'a> {
        let at = bank.now();
        let settings = app::Settings {
            lang,
            size: SIZE,
            theme: Theme::Mono,
            caller: bank.caller().clone(),
            demo: bank.is_demo(),
            at,
            keymap: Keymap::standard().into(),
            customer: None,
        };
        let session = Session::new(settings, Profile::from_term(TERM, false));
        let mut desk = Desk { session, bank, at, customers: 0 };
        desk.session.event(
            Event::Opened { caller: bank.caller().clone(), demo: bank.is_demo(), shelf: bank.shelf(), at },
            0,
        );
        desk.session.event(Event::SearchReady, 0);
        desk.frame();
        if let Answer::Found(found) = desk.answer(&Request::Find { text: "a".into(), limit: 1, typing: true })
        {
            desk.customers = found.customers;
        }
        desk
    }

    fn answer(&self, request: &Request) -> Answer {
        self.bank.door().ask(self.bank.caller(), request.clone())
    }

    /// Types a customer's number and opens it: the cost of the last key with its answer.
    fn open(&mut self, customer: CustomerNo) -> (u64, u64) {
        self.press(&format!("/{customer}"));
        self.press("\r")
    }

    /// Presses keys: microseconds without the bank's own, and bytes written.
    fn press(&mut self, keys: &str) -> (u64, u64) {
        let began = now();
        self.session.input(keys.as_bytes(), self.session.frames(), (0, self.at));
        let (mut time, mut bytes) = (began.elapsed().as_micros(), 0);
        loop {
            let began = now();
            bytes += self.frame();
            time += began.elapsed().as_micros();
            let wanted = self.session.take_wanted();
            if wanted.is_empty() {
                return (u64::try_from(time).unwrap_or(u64::MAX), bytes);
            }
            for wanted in wanted {
                let Host::Ask(request) = wanted else { continue };
                let answer = self.answer(&request);
                let began = now();
                self.session.event(Event::Answer { request, answer, at: self.at }, 0);
                time += began.elapsed().as_micros();
            }
        }
    }

    fn frame(&mut self) -> u64 {
        let mut bytes = Vec::new();
        self.session.draw(&mut bytes);
        u64::try_from(bytes.len()).unwrap_or(u64::MAX)
    }

    fn open_all(&mut self, customers: &[CustomerNo]) -> Measured {
        Measured::of("open", customers.iter().map(|customer| self.open(*customer)))
    }

    fn measure(&mut self, name: &'static str, keys: [&str; 2]) -> Measured {
        Measured::of(name, keys.into_iter().cycle().take(2 * ROUNDS).map(|key| self.press(key)))
    }
}

#[expect(clippy::disallowed_methods, reason = "front owns the clock")]
fn now() -> Instant {
    Instant::now()
}

fn say(run: &Run<'_>, customers: u64, measured: &[Measured], cpu: Option<u64>) -> Result<Exit, Failure> {
    let mut all: Vec<u64> = measured.iter().flat_map(|kind| kind.times.iter().copied()).collect();
    let mut written: Vec<u64> = measured.iter().flat_map(|kind| kind.bytes.iter().copied()).collect();
    all.sort_unstable();
    written.sort_unstable();
    if run.out.json {
        let timed = Timed { bench: NAME, customers, times: &all, cpu };
        let runs = measured.iter().map(value).collect::<Vec<Value>>();
        run.out.document(&timed.document(json!({ "bytes": at_percent(&written, 50), "runs": runs })))?;
        return Ok(Exit::Done);
    }
    let lang = run.out.lang;
    let number = |count: u64| format!("{:>8}", amount::whole(i64::try_from(count).unwrap_or(i64::MAX), lang));
    let line = |message: MessageId, name: String, times: &[u64], bytes: &[u64]| {
        Message::new(message)
            .with("name", format!("{name:<10}"))
            .with("p50", number(at_percent(times, 50)))
            .with("p95", number(at_percent(times, 95)))
            .with("p99", number(at_percent(times, 99)))
            .with("bytes", number(at_percent(bytes, 50)))
    };
    let mut lines = vec![Message::new(id::BENCH_HEAD).with("customers", customers)];
    lines.extend(
        measured.iter().map(|kind| line(id::BENCH_LINE, kind.name.to_owned(), &kind.times, &kind.bytes)),
    );
    lines.push(cost(cpu, lang));
    run.out.lines(&lines)?;
    Ok(Exit::Done)
}

fn value(kind: &Measured) -> Value {
    json!({
        "key": kind.name,
        "p50": at_percent(&kind.times, 50),
        "p95": at_percent(&kind.times, 95),
        "p99": at_percent(&kind.times, 99),
        "bytes": at_percent(&kind.bytes, 50),
        "bytes_max": kind.bytes.last(),
    })
}
