//! One flipped bit or a cut tail: noticed by opening, by a read, at the latest by `verify`, or harmless.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use tekil::store::embedded::EmbeddedStore;
use tekil::store::{Entry, KeyRange, Store, StoreError, Table};

use crate::bank::{
    Random, check, copy_folder, files_below, open, options, posting, rounds, temporary_folder,
};

const POSTINGS: u64 = 400;
const RUNS: usize = 4;
const PAGE: usize = 10_000;

type Content = Vec<(Table, Vec<Entry>)>;

struct Original {
    folder: PathBuf,
    state_hash: [u8; 32],
    content: Content,
}

#[test]
fn damage_is_noticed_or_harmless() {
    let mut random = Random::seeded("damage");
    let temporary = temporary_folder();
    let originals = [closed(temporary.path()), killed(temporary.path())];
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for round in 0..rounds() {
        let original = &originals[usize::from(round % 4 == 3)];
        let copy = temporary.path().join("copy");
        let _ = std::fs::remove_dir_all(&copy);
        copy_folder(&original.folder, &copy);
        let harm = harm(&copy, &mut random);
        let noticed = notice(&copy, original);
        assert!(noticed != "silent", "round {round}: {harm} was neither noticed nor harmless");
        let part = harm.split_whitespace().next().unwrap();
        *counts.entry(format!("{part}: {noticed}")).or_default() += 1;
    }
    println!("damage: {} rounds; {counts:?}", rounds());
    assert_eq!(counts.values().sum::<u64>(), rounds());
}

/// Opened and closed several times: sled then trusts its older pages and reads them only when they are needed.
fn closed(folder: &Path) -> Original {
    let path = folder.join("closed");
    for first in 1..=RUNS {
        let store = open(&path);
        for id in (u64::try_from(first).unwrap()..=POSTINGS).step_by(RUNS) {
            store.commit(posting(id)).unwrap();
        }
        store.close().unwrap();
    }
    let store = open(&path);
    let state_hash = store.state_hash().unwrap();
    let content = read_all(&store).unwrap();
    store.close().unwrap();
    Original { folder: path, state_hash, content }
}

/// The folder as it stands while its owner still runs.
fn killed(folder: &Path) -> Original {
    let (running, path) = (folder.join("running"), folder.join("killed"));
    let store = open(&running);
    for id in 1..=POSTINGS {
        store.commit(posting(id)).unwrap();
    }
    copy_folder(&running, &path);
    let (state_hash, content) = (store.state_hash().unwrap(), read_all(&store).unwrap());
    Original { folder: path, state_hash, content }
}

fn read_all(store: &EmbeddedStore) -> Result<Content, StoreError> {
    let read = |table| Ok((table, store.scan(table, KeyRange::all(), PAGE)?));
    Table::ALL.into_iter().map(read).collect()
}

/// Flips one bit or cuts a tail in one file of the journal or index; says where.
fn harm(folder: &Path, random: &mut Random) -> String {
    let part = if random.below(2) == 0 { "journal" } else { "index" };
    let mut files = files_below(&folder.join(part));
    files.retain(|file| file.metadata().unwrap().len() > 0);
    let file = &files[random.index(files.len())];
    let mut content = std::fs::read(file).unwrap();
    // sled's file is mostly zeros behind its end: harm what is written.
    let written = content.iter().rposition(|byte| *byte != 0).map_or(1, |last| last + 1);
    let at = random.index(written);
    let kind = if random.below(5) == 0 {
        content.truncate(at);
        "cut"
    } else {
        content[at] ^= 1 << random.below(8);
        "flip"
    };
    std::fs::write(file, content).unwrap();
    format!("{part}/{kind} in {} at {at}", file.display())
}

fn notice(folder: &Path, original: &Original) -> &'static str {
    let store = match EmbeddedStore::open(folder, options()) {
        Ok(store) => store,
        Err(StoreError::Damaged { .. }) => return "opening refused",
        Err(error) => panic!("{error}"),
    };
    let told = !store.notices().is_empty();
    let read = read_all(&store);
    let Ok(content) = read else { return "read" };
    let report = match store.verify(&mut |_, _| ()) {
        Ok(report) => report,
        Err(error) => panic!("{error}"),
    };
    let same = content == original.content && store.state_hash().unwrap() == original.state_hash;
    match (report.is_clean(), same, told) {
        (false, _, _) => "verify",
        (true, true, true) => "opening mended it",
        (true, true, false) => "harmless",
        (true, false, true) => "opening said what was cut",
        (true, false, false) => "silent",
    }
}

#[test]
fn a_deleted_index_comes_back_the_same() {
    let temporary = temporary_folder();
    let original = closed(temporary.path());
    std::fs::remove_dir_all(original.folder.join("index")).unwrap();
    let store = open(&original.folder);
    assert_eq!(store.state_hash().unwrap(), original.state_hash);
    assert_eq!(read_all(&store).unwrap(), original.content);
    check(&store, &BTreeSet::new());
    store.close().unwrap();
    for _ in 0..2 {
        let rebuilt =
            EmbeddedStore::rebuild(&original.folder, options(), std::sync::Arc::new(|_, _| ())).unwrap();
        assert_eq!(rebuilt.state_hash_before, Some(original.state_hash));
        assert_eq!(rebuilt.state_hash_after, original.state_hash);
        assert_eq!(rebuilt.sequence, POSTINGS);
    }
    let names = std::fs::read_dir(&original.folder).unwrap();
    let aside = names.filter(|name| name.as_ref().unwrap().file_name().to_string_lossy().contains("aside"));
    assert_eq!(aside.count(), 1);
}
