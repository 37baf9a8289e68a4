//! Power cuts: every round a new boot id, the index folder left as it is, older, torn or gone.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, Mutex};

use tekil::store::Store;
use tekil::store::embedded::{EmbeddedStore, Notice, OpenOptions};

use crate::bank::{Random, check, copy_folder, files_below, options, posting, rounds, temporary_folder};
use crate::power_disk::PowerDisk;

const WRITERS: u64 = 3;
const ROUNDS_A_FOLDER: u64 = 25;

#[test]
fn a_power_cut_loses_nothing_acknowledged() {
    let mut random = Random::seeded("power cut");
    let mut temporary = temporary_folder();
    let mut acknowledged = BTreeSet::new();
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    let mut all = 0;
    for round in 0..rounds() {
        if round % ROUNDS_A_FOLDER == 0 {
            temporary = temporary_folder();
            acknowledged.clear();
        }
        let path = temporary.path().join("store");
        let older = temporary.path().join("older");
        // Some rounds never reach the end of opening, some are cut while closing.
        let calls = if random.below(4) == 0 { random.below(60) } else { 60 + random.below(500) };
        let disk = PowerDisk::new(round * 2, calls);
        let new = write_until_dark(&path, &disk, (round + 1) << 32, 100 + random.below(300));
        all += new.len();
        acknowledged.extend(new);
        disk.cut(&mut random);
        *counts.entry(harm_index(&path, &older, &mut random)).or_default() += 1;
        let disk = PowerDisk::new(round * 2 + 1, u64::MAX);
        let store =
            EmbeddedStore::open(&path, on(&disk)).unwrap_or_else(|error| panic!("round {round}: {error}"));
        for notice in store.notices() {
            *counts.entry(name_of(notice)).or_default() += 1;
        }
        acknowledged = check(&store, &acknowledged);
        if random.below(3) == 0 {
            let _ = std::fs::remove_dir_all(&older);
            copy_folder(&path.join("index"), &older);
        }
        if random.below(2) == 0 {
            store.close().unwrap();
        }
    }
    println!("power cut: {} rounds, {all} acknowledged, 0 lost; {counts:?}", rounds());
    assert!(all > 0);
}

fn on(disk: &PowerDisk) -> OpenOptions {
    OpenOptions { disk: Arc::new(disk.clone()), ..options() }
}

/// Several writers until the power goes or they are done; gives what was acknowledged.
fn write_until_dark(path: &Path, disk: &PowerDisk, first: u64, postings: u64) -> BTreeSet<u64> {
    let acknowledged = Mutex::new(BTreeSet::new());
    let Ok(store) = EmbeddedStore::open(path, on(disk)) else {
        assert!(disk.is_dark());
        return BTreeSet::new();
    };
    std::thread::scope(|scope| {
        for writer in 0..WRITERS {
            let (store, acknowledged) = (&store, &acknowledged);
            scope.spawn(move || {
                for id in (first..first + postings).filter(|id| id % WRITERS == writer) {
                    if store.commit(posting(id)).is_err() {
                        break;
                    }
                    acknowledged.lock().unwrap().insert(id);
                }
            });
        }
    });
    // Dropping closes it as well as it can.
    drop(store);
    acknowledged.into_inner().unwrap()
}

/// sled promises nothing after a cut unless the folder was closed and synced.
fn harm_index(path: &Path, older: &Path, random: &mut Random) -> &'static str {
    let index = path.join("index");
    if !path.join("INDEX-IN-USE").exists() || !index.exists() {
        return "index closed";
    }
    match random.below(4) {
        0 => "index as it was",
        1 => {
            std::fs::remove_dir_all(&index).unwrap();
            "index gone"
        }
        2 if older.exists() => {
            std::fs::remove_dir_all(&index).unwrap();
            copy_folder(older, &index);
            "index older"
        }
        _ => {
            tear(&index, random);
            "index torn"
        }
    }
}

fn tear(index: &Path, random: &mut Random) {
    for file in files_below(index) {
        let mut content = std::fs::read(&file).unwrap();
        for _ in 0..=random.below(6) {
            let from = random.index(content.len() + 1);
            let to = content.len().min(from + random.index(8192));
            content[from..to].fill(0);
        }
        if random.below(2) == 0 {
            content.truncate(random.index(content.len() + 1));
        }
        std::fs::write(&file, content).unwrap();
    }
}

fn name_of(notice: &Notice) -> &'static str {
    match notice {
        Notice::IndexRebuilt { .. } => "rebuilt",
        Notice::IndexSetAside { .. } => "set aside",
        Notice::Replayed { .. } => "replayed",
        Notice::TornTailCut { .. } => "torn tail",
        Notice::CheckpointUnreadable => "checkpoint unreadable",
    }
}
