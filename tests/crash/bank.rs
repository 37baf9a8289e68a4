//! A tiny bank: postings between a few accounts, and what must hold after any crash.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use tekil::store::codec::counter;
use tekil::store::contract::batch;
use tekil::store::embedded::{EmbeddedStore, OpenOptions};
use tekil::store::{Add, Batch, KeyRange, Store, Table};
use tempfile::TempDir;

pub const ACCOUNTS: u64 = 12;
const PAGE: usize = 10_000;

/// splitmix64.
pub struct Random(u64);

impl Random {
    /// The seed of this run and purpose, printed so that a failure can be run again.
    pub fn seeded(purpose: &str) -> Random {
        let seed = std::env::var("TEKIL_SEED").ok().and_then(|text| text.parse().ok()).unwrap_or(20_261_122);
        println!("{purpose}: TEKIL_SEED={seed}");
        Random(seed)
    }

    pub fn from(seed: u64) -> Random {
        Random(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    pub fn index(&mut self, end: usize) -> usize {
        usize::try_from(self.below(u64::try_from(end).unwrap())).unwrap()
    }
}

/// A folder in memory where the machine has one: these tests bring their own faults, and thousands of real
/// syncs would make them wait for the disk.
pub fn temporary_folder() -> TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory).unwrap() } else { tempfile::tempdir().unwrap() }
}

/// How many rounds of each kind.
pub fn rounds() -> u64 {
    std::env::var("TEKIL_ROUNDS").ok().and_then(|text| text.parse().ok()).unwrap_or(20)
}

/// Small segments and cache, so that a few postings cross many borders.
pub fn options() -> OpenOptions {
    OpenOptions {
        create: true,
        cache_bytes: 4 * 1024 * 1024,
        segment_bytes_max: 24 * 1024,
        ..OpenOptions::real()
    }
}

pub fn open(path: &Path) -> EmbeddedStore {
    EmbeddedStore::open(path, options()).unwrap()
}

/// One account is debited, another credited, and a record says so.
pub fn posting(id: u64) -> Batch {
    let mut random = Random::from(id);
    let from = random.below(ACCOUNTS);
    let to = (from + 1 + random.below(ACCOUNTS - 1)) % ACCOUNTS;
    let amount = i64::try_from(1 + random.below(1_000_000)).unwrap();
    let add = |account: u64, delta: i64| Add {
        table: Table::Balance,
        key: account.to_be_bytes().to_vec(),
        delta: delta.into(),
        floor: None,
    };
    let mut posting = batch(u128::from(id));
    posting.adds = vec![add(from, -amount), add(to, amount)];
    let record = [&from.to_be_bytes()[..], &to.to_be_bytes(), &amount.to_be_bytes(), &[7; 100]].concat();
    posting.puts.push((Table::Entry, id.to_be_bytes().to_vec(), record));
    // A key that is written over and sometimes removed, so that deletes are part of history.
    let draft = vec![u8::try_from(id % 5).unwrap()];
    if id.is_multiple_of(3) {
        posting.deletes.push((Table::Draft, draft));
    } else {
        posting.puts.push((Table::Draft, draft, id.to_be_bytes().to_vec()));
    }
    posting
}

/// Everything that must hold: acknowledged postings are there, each with both legs, and all agrees.
pub fn check(store: &EmbeddedStore, acknowledged: &BTreeSet<u64>) -> BTreeSet<u64> {
    let mut entries = BTreeSet::new();
    let mut wanted: BTreeMap<u64, i128> = BTreeMap::new();
    let mut range = KeyRange::all();
    loop {
        let page = store.scan(Table::Entry, range.clone(), PAGE).unwrap();
        let Some(last) = page.last() else { break };
        range = range.after(&last.key);
        for row in page {
            let number = |at: usize| u64::from_be_bytes(row.value[at..at + 8].try_into().unwrap());
            let amount = i128::from(number(16));
            *wanted.entry(number(0)).or_default() -= amount;
            *wanted.entry(number(8)).or_default() += amount;
            entries.insert(u64::from_be_bytes(row.key[..].try_into().unwrap()));
        }
    }
    let lost: Vec<_> = acknowledged.difference(&entries).collect();
    assert!(lost.is_empty(), "acknowledged postings are lost: {lost:?}");
    let balances = store.scan(Table::Balance, KeyRange::all(), PAGE).unwrap();
    let account = |key: &[u8]| u64::from_be_bytes(key.try_into().unwrap());
    let balances: BTreeMap<u64, i128> =
        balances.iter().map(|row| (account(&row.key), counter(&row.value).unwrap())).collect();
    assert_eq!(balances, wanted, "a posting is half there");
    assert_eq!(balances.values().sum::<i128>(), 0);
    assert_eq!(store.sequence().unwrap(), u64::try_from(entries.len()).unwrap());
    let report = store.verify(&mut |_, _| ()).unwrap();
    assert!(report.is_clean(), "{report:?}");
    entries
}

/// Copies a folder as a crash would leave it.
pub fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Every file below a folder, sorted.
pub fn files_below(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(files_below(&path));
        } else {
            files.push(path);
        }
    }
    files.sort();
    files
}
