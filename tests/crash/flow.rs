//! `kill -9` of the real binary while a macro posts a flow, then the same macro again: it stands exactly once.

use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;
use tekil::store::embedded::{EmbeddedStore, OpenOptions};
use tekil::store::{KeyRange, Store, Table};

use crate::bank::{Random, copy_folder, files_below, rounds, temporary_folder};

const MACRO: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/macros/break-fx-fund.tkm");
/// Looks at the journal's length after the chosen byte was seen, so that a kill also hits what follows a write.
const LOOKS_AFTER: u64 = 400;
const PAGE: usize = 100_000;

fn tekil(store: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tekil"));
    command.env_clear().env("HOME", store).env("LANG", "C.UTF-8").arg("--store").arg(store);
    command.args(args).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn done(store: &Path, args: &[&str]) -> Value {
    let Output { status, stdout, stderr } = tekil(store, args).output().unwrap();
    assert!(status.success(), "{args:?}: {}", String::from_utf8_lossy(&stderr));
    serde_json::from_slice(&stdout).unwrap_or_default()
}

fn played(store: &Path) -> Value {
    done(store, &["play", MACRO, "--commit", "--json"])["rows"][0].clone()
}

/// What one run leaves: every balance, and how many records of each kind that a second run would add to.
#[derive(Debug, PartialEq)]
struct Left {
    balances: Vec<(Vec<u8>, Vec<u8>)>,
    counts: Vec<(Table, usize)>,
}

impl Left {
    fn of(path: &Path) -> Left {
        let store = EmbeddedStore::open(path, OpenOptions { create: false, ..OpenOptions::real() }).unwrap();
        let rows = |table| {
            let rows = store.scan(table, KeyRange::all(), PAGE).unwrap();
            assert!(rows.len() < PAGE);
            rows
        };
        let tables = [Table::Entry, Table::Receipt, Table::Outbox, Table::FlowRun, Table::Task, Table::Draft];
        let left = Left {
            balances: rows(Table::Balance).into_iter().map(|row| (row.key, row.value)).collect(),
            counts: tables.map(|table| (table, rows(table).len())).to_vec(),
        };
        store.close().unwrap();
        left
    }
}

fn journal(store: &Path) -> u64 {
    files_below(&store.join("journal"))
        .iter()
        .filter_map(|file| file.metadata().ok())
        .map(|file| file.len())
        .sum()
}

/// Kills it soon after the journal has reached this length; `false` if it ended by itself.
fn kill_at(store: &Path, child: &mut Child, length: u64, mut looks: u64) -> bool {
    loop {
        if child.try_wait().unwrap().is_some() {
            return false;
        }
        if journal(store) >= length {
            if looks == 0 {
                child.kill().unwrap();
                child.wait().unwrap();
                return true;
            }
            looks -= 1;
        }
    }
}

#[test]
fn a_flow_killed_and_played_again_is_posted_once() {
    let mut random = Random::seeded("kill -9 in a flow");
    let folder = temporary_folder();
    let (bank, whole) = (folder.path().join("bank"), folder.path().join("whole"));
    done(&bank, &["demo", "--customers", "300"]);
    copy_folder(&bank, &whole);
    let begins = journal(&whole);
    let wanted = played(&whole)["postings"].clone();
    assert_eq!(wanted.as_array().map(Vec::len), Some(15));
    let (ends, left) = (journal(&whole), Left::of(&whole));
    let (mut killed, mut before, mut after) = (0, 0, 0);
    for round in 0..rounds() {
        let store = folder.path().join("store");
        copy_folder(&bank, &store);
        let mut child = tekil(&store, &["play", MACRO, "--commit", "--json"]).spawn().unwrap();
        let at = begins + random.below(ends - begins + 1);
        killed += u64::from(kill_at(&store, &mut child, at, random.below(LOOKS_AFTER)));
        let again = played(&store);
        match again["outcome"].as_str() {
            Some("ok") => before += 1,
            Some("already_posted") => after += 1,
            other => panic!("round {round}: {other:?}: {again}"),
        }
        assert_eq!(again["postings"], wanted, "round {round}");
        assert_eq!(Left::of(&store), left, "round {round}");
        let report = done(&store, &["verify", "--json"]);
        assert_eq!(report["faults"], Value::Array(Vec::new()), "round {round}: {report}");
        std::fs::remove_dir_all(&store).unwrap();
    }
    println!(
        "kill -9 in a flow: {} rounds, {killed} killed, {before} before and {after} after it was posted",
        rounds()
    );
    assert!(killed > 0);
}
