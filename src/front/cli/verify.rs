//! `tekil verify [ledger|journal|indexes]…`: everything stored against everything that vouches for it.

use std::collections::BTreeSet;

use clap::Command;
use serde_json::{Map, Value, json};

use super::{Run, parse, words};
use crate::{
    front::{
        opening,
        outcome::{Exit, Failure, hex},
        progress::Progress,
    },
    service::verify::{Check, VerifyFault, verify_bank},
    store::{Damage, Remedy, StoreError, embedded::EmbeddedStore},
    text::{
        Lang, Message, MessageId, Said,
        ids::{self, cli as id},
        safe,
    },
};

pub(super) const NAME: &str = "verify";

/// What can be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Ledger,
    Journal,
    Indexes,
}

const PARTS: [(&str, Part); 3] =
    [("ledger", Part::Ledger), ("journal", Part::Journal), ("indexes", Part::Indexes)];

/// What is checked of the bank's records under the name of a part.
const RECORDS: [(Part, &[Check]); 2] = [
    (Part::Ledger, &[Check::Ledger, Check::Statements, Check::Requests, Check::Flows]),
    (Part::Indexes, &[Check::Indexes]),
];

/// What people are told of, in this order; `--json` has all counts.
const WORDS: [(&str, MessageId); 17] = [
    ("journal", id::VERIFY_JOURNAL),
    ("indexes", id::VERIFY_INDEXES),
    ("customers", id::VERIFY_CUSTOMERS),
    ("records", id::VERIFY_RECORDS),
    ("accounts", id::VERIFY_ACCOUNTS),
    ("owner_index", id::VERIFY_OWNER_INDEX),
    ("record_index", id::VERIFY_RECORD_INDEX),
    ("entries", id::VERIFY_ENTRIES),
    ("balances", id::VERIFY_BALANCES),
    ("statement_heads", id::VERIFY_STATEMENT_HEADS),
    ("statement_blocks", id::VERIFY_STATEMENT_BLOCKS),
    ("statement_rows", id::VERIFY_STATEMENT_ROWS),
    ("postings_with_request", id::VERIFY_POSTINGS_WITH_REQUEST),
    ("traces", id::VERIFY_TRACES),
    ("due", id::VERIFY_DUE),
    ("names", ids::find::VERIFY_NAMES),
    ("aliases", ids::find::VERIFY_ALIASES),
];

/// What was checked and what is wrong.
#[derive(Debug, Default)]
struct Found {
    checked: Map<String, Value>,
    faults: Vec<Fault>,
    faults_total: u64,
    /// The gravest remedy of the engine's faults.
    remedy: Option<Remedy>,
    /// Some of them say only that an import was cut off and owes its end.
    owed: bool,
    /// Some say more.
    other: bool,
    state_hash: Option<String>,
}

/// A fault, worded.
#[derive(Debug)]
struct Fault {
    place: String,
    what: Said,
    /// What the engine saw, for engineers.
    cause: Option<String>,
}

impl Fault {
    fn of(place: String, damage: Damage, cause: Option<String>) -> Fault {
        Fault { place, what: damage.message().said(), cause }
    }

    fn value(&self) -> Value {
        let mut value = json!({ "where": self.place, "what": self.what.en, "message": self.what });
        if let (Some(cause), Value::Object(fields)) = (&self.cause, &mut value) {
            fields.insert("cause".to_owned(), json!(cause));
        }
        value
    }
}

pub(super) fn words(lang: Lang) -> Command {
    words::command(NAME, "[ledger|journal|indexes]…", id::VERIFY_ABOUT, lang).arg(
        words::word("part", "ledger|journal|indexes", id::VERIFY_WHAT, lang).required(false).num_args(0..),
    )
}

pub(super) fn run(run: &Run<'_>) -> Result<Exit, Failure> {
    let given: Vec<&String> = run.matches.get_many("part").into_iter().flatten().collect();
    let mut parts: BTreeSet<Part> =
        given.iter().map(|name| parse::one_of("verify", name, &PARTS)).collect::<Result<_, _>>()?;
    if parts.is_empty() {
        parts = PARTS.iter().map(|(_, part)| *part).collect();
    }
    let store = match opening::open_filled(&run.settings.store, run.out) {
        Ok(store) => store,
        Err(failure) => return damaged_at_start(run, failure),
    };
    let mut found = Found::default();
    let bar = Progress::new(id::PROGRESS_VERIFY, run.out.lang);
    if parts.contains(&Part::Journal) || parts.contains(&Part::Indexes) {
        found.store(&store, &bar)?;
    }
    for (part, checks) in RECORDS {
        if parts.contains(&part) {
            found.records(&store, checks)?;
        }
    }
    drop(bar);
    store.close()?;
    found.say(run)
}

/// A store that does not open because it is damaged has a fault like any other.
fn damaged_at_start(run: &Run<'_>, failure: Failure) -> Result<Exit, Failure> {
    if let (true, Some((place, damage))) = (run.out.json, &failure.more.damage) {
        let fault = Fault::of(place.clone(), *damage, failure.more.cause.clone()).value();
        run.out.document(&json!({ "checked": {}, "faults": [fault], "faults_total": 1 }))?;
        return Ok(failure.exit);
    }
    Err(failure)
}

impl Found {
    fn store(&mut self, store: &EmbeddedStore, bar: &Progress) -> Result<(), Failure> {
        let report = store.verify(&mut |done, all| bar.report(done, all))?;
        for (what, count) in [
            ("journal_segments", report.segments),
            ("journal_frames", report.frames),
            ("journal_bytes", report.journal_bytes),
            ("journal", report.batches),
            ("indexes", report.entries),
        ] {
            self.checked.insert(what.to_owned(), json!(count));
        }
        self.faults_total += report.faults_total;
        self.other |= report.faults_total > 0;
        for fault in report.faults {
            self.remedy = self.remedy.max(Some(fault.damage.remedy()));
            self.faults.push(Fault::of(fault.place, fault.damage, Some(fault.what)));
        }
        self.state_hash = Some(hex(&report.state_hash));
        Ok(())
    }

    fn records(&mut self, store: &EmbeddedStore, checks: &[Check]) -> Result<(), Failure> {
        let report = match verify_bank(store, checks, &mut |_, _| ()) {
            Ok(report) => report,
            Err(error) => return self.unreadable(error),
        };
        for checked in report.checked {
            self.checked.insert(checked.what, json!(checked.count));
        }
        self.faults_total += u64::try_from(report.faults.len()).unwrap_or(u64::MAX);
        let owed = |fault: &VerifyFault| fault.what.id == ids::verify::IMPORT_UNFINISHED;
        self.owed |= report.faults.iter().any(owed);
        self.other |= !report.faults.iter().all(owed);
        let faults = report.faults.into_iter();
        self.faults.extend(faults.map(|fault| Fault {
            place: fault.place,
            what: fault.what.said(),
            cause: None,
        }));
        Ok(())
    }

    /// Damage that ends the reading of a table is a fault of the report, if it was not named before.
    fn unreadable(&mut self, error: StoreError) -> Result<(), Failure> {
        let Some((place, damage, what)) = error.damage() else {
            return Err(error.into());
        };
        if self.faults.iter().all(|known| known.place != place) {
            self.faults.push(Fault::of(place.to_owned(), damage, Some(what.to_owned())));
            self.faults_total += 1;
        }
        self.remedy = self.remedy.max(Some(damage.remedy()));
        self.other = true;
        Ok(())
    }

    fn say(self, run: &Run<'_>) -> Result<Exit, Failure> {
        let exit = if self.faults_total == 0 { Exit::Done } else { Exit::Store };
        if run.out.json {
            let faults: Vec<Value> = self.faults.iter().map(Fault::value).collect();
            run.out.document(&json!({
                "checked": self.checked,
                "faults": faults,
                "faults_total": self.faults_total,
                "state_hash": self.state_hash,
            }))?;
            return Ok(exit);
        }
        run.out.text(&self.lines(run.out.lang))?;
        Ok(exit)
    }

    /// `4.500 hesap · 1.230 bakiye`, in the order of the words.
    fn counted(&self, lang: Lang) -> String {
        let counts = WORDS.into_iter().filter_map(|(name, word)| {
            let count = self.checked.get(name)?.as_u64()?;
            let said =
                Message::new(id::VERIFY_COUNT).with("count", count).with("what", Message::new(word).said());
            Some(said.say(lang))
        });
        counts.collect::<Vec<_>>().join(" · ")
    }

    fn lines(&self, lang: Lang) -> String {
        let mut text = String::new();
        let mut add = |message: Message| text.push_str(&(message.say(lang) + "\n"));
        add(Message::new(id::VERIFY_CHECKED).with("what", self.counted(lang)));
        let shown = if self.other { self.faults.as_slice() } else { &[] };
        for Fault { place, what, .. } in shown {
            add(Message::new(id::VERIFY_FAULT)
                .with("place", safe::line(place))
                .with("what", safe::line(what.of(lang))));
        }
        add(match self.faults_total {
            0 => Message::new(id::VERIFY_CLEAN),
            _ if self.owed && !self.other => Message::new(id::VERIFY_OWED),
            faults => Message::new(id::VERIFY_FAULTS).with("count", faults).with(
                "remedy",
                // records that do not agree with each other may have lost a row of the index
                self.remedy.unwrap_or(Remedy::Rebuild).message().said(),
            ),
        });
        if let Some(hash) = &self.state_hash {
            add(Message::new(id::VERIFY_HASH).with("hash", hash.as_str()));
        }
        text
    }
}
