//! `kill -9` at random moments: the test starts itself again as the writing process.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use tekil::store::Store;
use tekil::store::embedded::Notice;

use crate::bank::{Random, check, open, posting, rounds};

const CHILD_FOLDER: &str = "TEKIL_CRASH_CHILD_FOLDER";
const CHILD_FIRST: &str = "TEKIL_CRASH_CHILD_FIRST";
const WRITERS: u64 = 4;
/// Between two clean closes of the child, so that kills also hit closing and opening.
const POSTINGS_A_RUN: u64 = 150;
const ROUNDS_A_FOLDER: u64 = 20;

#[test]
fn kill_9_loses_nothing_acknowledged() {
    if let Ok(folder) = std::env::var(CHILD_FOLDER) {
        let first = std::env::var(CHILD_FIRST).unwrap().parse().unwrap();
        write_until_killed(folder.as_ref(), first);
    }
    let mut random = Random::seeded("kill -9");
    let mut temporary = tempfile::tempdir().unwrap();
    let mut acknowledged = BTreeSet::new();
    let (mut all, mut unknown, mut replays, mut torn) = (0, 0, 0, 0);
    for round in 0..rounds() {
        if round % ROUNDS_A_FOLDER == 0 {
            temporary = tempfile::tempdir().unwrap();
            acknowledged.clear();
        }
        let path = temporary.path().join("store");
        let before = acknowledged.len();
        run_and_kill(&path, (round + 1) << 32, 1 + random.below(700), &mut acknowledged);
        let store = open(&path);
        for notice in store.notices() {
            match notice {
                Notice::Replayed { .. } => replays += 1,
                Notice::TornTailCut { .. } => torn += 1,
                Notice::IndexRebuilt { .. } | Notice::IndexSetAside { .. } | Notice::CheckpointUnreadable => {
                    panic!("round {round}: {notice:?}")
                }
            }
        }
        let present = check(&store, &acknowledged);
        unknown += present.len() - acknowledged.len();
        all += acknowledged.len() - before;
        acknowledged = present;
    }
    println!(
        "kill -9: {} rounds, {all} acknowledged, 0 lost, {unknown} kept unacknowledged, {replays} replays, {torn} torn tails",
        rounds()
    );
    assert!(all > 0);
}

/// Starts the writer, waits for so many acknowledgements, kills it, and takes what else it had said.
fn run_and_kill(path: &Path, first: u64, acknowledgements: u64, acknowledged: &mut BTreeSet<u64>) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "kill::kill_9_loses_nothing_acknowledged", "--nocapture"])
        .env(CHILD_FOLDER, path)
        .env(CHILD_FIRST, first.to_string())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).split(b'\n');
    let mut seen = 0;
    while seen < acknowledgements {
        let line = lines.next().expect("the writer ended by itself").unwrap();
        seen += u64::from(take(&line, acknowledged));
    }
    child.kill().unwrap();
    for line in lines.map_while(Result::ok) {
        take(&line, acknowledged);
    }
    child.wait().unwrap();
}

/// An acknowledgement is a whole line; the last one may be cut by the kill.
fn take(line: &[u8], acknowledged: &mut BTreeSet<u64>) -> bool {
    let id = str::from_utf8(line)
        .ok()
        .and_then(|line| line.strip_prefix("ack ")?.strip_suffix(" ok")?.parse().ok());
    id.is_some_and(|id| acknowledged.insert(id))
}

fn write_until_killed(folder: &Path, first: u64) -> ! {
    let mut next = first;
    loop {
        let store = open(folder);
        std::thread::scope(|scope| {
            for writer in 0..WRITERS {
                let store = &store;
                scope.spawn(move || {
                    for id in (next..next + POSTINGS_A_RUN).filter(|id| id % WRITERS == writer) {
                        store.commit(posting(id)).unwrap();
                        let line = format!("ack {id} ok\n");
                        std::io::stdout().lock().write_all(line.as_bytes()).unwrap();
                    }
                });
            }
        });
        next += POSTINGS_A_RUN;
        store.close().unwrap();
    }
}
