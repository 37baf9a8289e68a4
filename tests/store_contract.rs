//! One suite for every engine, and random interleavings against a model.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use std::collections::BTreeMap;

use proptest::prelude::*;
use tekil::store::codec::counter;
use tekil::store::contract::{self, batch};
use tekil::store::embedded::{EmbeddedStore, Notice, OpenOptions};
use tekil::store::memory::MemoryStore;
use tekil::store::{Add, Batch, Expect, KeyRange, Store, StoreError, Table};
use tekil::store::{BATCH_BYTES_MAX, BATCH_KEYS_MAX, VALUE_BYTES_MAX};
use tempfile::TempDir;

struct Temporary {
    store: EmbeddedStore,
    _folder: TempDir,
}

impl Store for Temporary {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<tekil::store::Versioned>, StoreError> {
        self.store.get(table, key)
    }
    fn scan(
        &self,
        table: Table,
        range: KeyRange,
        limit: usize,
    ) -> Result<Vec<tekil::store::Entry>, StoreError> {
        self.store.scan(table, range, limit)
    }
    fn commit(&self, batch: Batch) -> Result<tekil::store::Committed, StoreError> {
        self.store.commit(batch)
    }
    fn follow(&self, after: u64, limit: usize) -> Result<Vec<tekil::store::Change>, StoreError> {
        self.store.follow(after, limit)
    }
    fn sequence(&self) -> Result<u64, StoreError> {
        self.store.sequence()
    }
    fn state_hash(&self) -> Result<[u8; 32], StoreError> {
        self.store.state_hash()
    }
}

fn options() -> OpenOptions {
    // Small segments, so that every test crosses some.
    OpenOptions { create: true, segment_bytes_max: 4096, ..OpenOptions::real() }
}

fn embedded() -> Temporary {
    let folder = tempfile::tempdir().unwrap();
    let store = EmbeddedStore::open(&folder.path().join("store"), options()).unwrap();
    Temporary { store, _folder: folder }
}

#[test]
fn both_engines_keep_the_contract_and_agree_on_the_state() {
    let memory = contract::run(&mut || Box::new(MemoryStore::new())).unwrap();
    let embedded = contract::run(&mut || Box::new(embedded())).unwrap();
    assert_eq!(memory, embedded);
    assert_eq!(memory.cases.len(), 14);
}

#[test]
fn a_store_comes_back_as_it_was_closed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store");
    let mut history = Vec::new();
    for round in 0..5_u128 {
        let store = EmbeddedStore::open(&path, options()).unwrap();
        assert_eq!(store.notices(), []);
        for request in 0..40 {
            let request = round * 100 + request;
            let mut each = batch(request + 1);
            each.puts.push((Table::Fact, request.to_be_bytes().to_vec(), vec![7; 300]));
            each.adds.push(Add { table: Table::Balance, key: b"k".to_vec(), delta: 1, floor: None });
            store.commit(each).unwrap();
        }
        history.push(store.state_hash().unwrap());
        assert_eq!(store.follow(0, 1000).unwrap().len(), history.len() * 40);
        let report = store.verify(&mut |_, _| ()).unwrap();
        assert!(report.is_clean(), "{report:?}");
        assert_eq!(report.state_hash, report.state_hash_scanned);
        store.close().unwrap();
        let store = EmbeddedStore::open(&path, options()).unwrap();
        assert_eq!(store.state_hash().unwrap(), *history.last().unwrap());
    }
    let report = EmbeddedStore::rebuild(&path, options(), std::sync::Arc::new(|_, _| ())).unwrap();
    assert_eq!(report.state_hash_before, history.last().copied());
    assert_eq!(report.state_hash_after, *history.last().unwrap());
    assert_eq!(report.sequence, 200);
}

/// As many keys and bytes as one batch may have.
#[test]
fn the_largest_batches_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store");
    let store = EmbeddedStore::open(&path, options()).unwrap();
    let memory = MemoryStore::new();
    for request in 0..3_u64 {
        let mut large = batch(u128::from(request));
        for key in 0..u64::try_from(BATCH_KEYS_MAX).unwrap() {
            let mut value = vec![0; BATCH_BYTES_MAX / BATCH_KEYS_MAX - 20];
            blake3::Hasher::new().update(&key.to_be_bytes()).finalize_xof().fill(&mut value);
            large.puts.push((Table::Fact, (request * 15_000 + key).to_be_bytes().to_vec(), value));
        }
        assert_eq!(store.commit(large.clone()).unwrap(), memory.commit(large).unwrap());
    }
    let mut too_many = batch(9);
    too_many.puts = vec![(Table::Fact, Vec::new(), Vec::new()); BATCH_KEYS_MAX + 1];
    assert!(matches!(store.commit(too_many), Err(StoreError::Malformed { .. })));
    let mut too_long = batch(9);
    too_long.puts = vec![(Table::Fact, Vec::new(), vec![0; VALUE_BYTES_MAX]); 600];
    assert!(matches!(store.commit(too_long), Err(StoreError::Malformed { .. })));
    assert_eq!(store.state_hash().unwrap(), memory.state_hash().unwrap());
    drop(store);
    std::fs::remove_dir_all(path.join("index")).unwrap();
    let store = EmbeddedStore::open(&path, options()).unwrap();
    assert!(matches!(store.notices(), [Notice::IndexRebuilt { frames: 3, .. }]));
    assert_eq!(store.state_hash().unwrap(), memory.state_hash().unwrap());
    assert_eq!(store.follow(2, 1).unwrap(), memory.follow(2, 1).unwrap());
}

/// What a random caller does to one of eight keys.
#[derive(Debug, Clone)]
enum Act {
    Put { key: u8, value: u8 },
    Delete { key: u8 },
    Add { key: u8, delta: i8, floor: bool },
    Expecting { key: u8, fresh: bool, value: u8 },
    Again { back: u8 },
    Reused { back: u8 },
    Two { one: u8, other: u8, delta: i8 },
    Reopen,
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let key = 0..8_u8;
    let act = prop_oneof![
        4 => (key.clone(), any::<u8>()).prop_map(|(key, value)| Act::Put { key, value }),
        2 => key.clone().prop_map(|key| Act::Delete { key }),
        4 => (key.clone(), any::<i8>(), any::<bool>())
            .prop_map(|(key, delta, floor)| Act::Add { key, delta, floor }),
        3 => (key.clone(), any::<bool>(), any::<u8>())
            .prop_map(|(key, fresh, value)| Act::Expecting { key, fresh, value }),
        1 => any::<u8>().prop_map(|back| Act::Again { back }),
        1 => any::<u8>().prop_map(|back| Act::Reused { back }),
        2 => (key.clone(), key, any::<i8>()).prop_map(|(one, other, delta)| Act::Two { one, other, delta }),
        1 => Just(Act::Reopen),
    ];
    prop::collection::vec(act, 1..60)
}

/// The store as a person would explain it.
#[derive(Default)]
struct Model {
    sequence: u64,
    facts: BTreeMap<u8, (u64, u8)>,
    balances: BTreeMap<u8, (u64, i128)>,
    done: Vec<(Batch, u64)>,
}

#[derive(Debug, PartialEq)]
enum Answer {
    Sequence(u64),
    Replayed(u64),
    Refused(&'static str),
}

fn answer(result: Result<tekil::store::Committed, StoreError>) -> Answer {
    match result {
        Ok(committed) if committed.replayed.is_some() => Answer::Replayed(committed.sequence),
        Ok(committed) => Answer::Sequence(committed.sequence),
        Err(StoreError::Conflict { .. }) => Answer::Refused("conflict"),
        Err(StoreError::Floor { .. }) => Answer::Refused("floor"),
        Err(StoreError::RequestReused) => Answer::Refused("reused"),
        Err(StoreError::Malformed { .. }) => Answer::Refused("malformed"),
        Err(error) => panic!("{error}"),
    }
}

fn add(key: u8, delta: i128, floor: Option<i128>) -> Add {
    Add { table: Table::Balance, key: vec![key], delta, floor }
}

impl Model {
    fn balance(&self, key: u8) -> i128 {
        self.balances.get(&key).map_or(0, |(_, sum)| *sum)
    }

    fn done(&mut self, batch: Batch) -> Answer {
        self.done.push((batch, self.sequence));
        Answer::Sequence(self.sequence)
    }

    fn apply(&mut self, act: &Act, request: u128) -> Option<(Batch, Answer)> {
        let mut batch = batch(request);
        match *act {
            Act::Put { key, value } => {
                batch.puts.push((Table::Fact, vec![key], vec![value]));
                self.sequence += 1;
                self.facts.insert(key, (self.sequence, value));
            }
            Act::Delete { key } => {
                batch.deletes.push((Table::Fact, vec![key]));
                self.sequence += 1;
                self.facts.remove(&key);
            }
            Act::Add { key, delta, floor } => {
                let sum = self.balance(key) + i128::from(delta);
                batch.adds.push(add(key, delta.into(), floor.then_some(0)));
                if floor && delta < 0 && sum < 0 {
                    return Some((batch, Answer::Refused("floor")));
                }
                self.sequence += 1;
                self.balances.insert(key, (self.sequence, sum));
            }
            Act::Expecting { key, fresh, value } => {
                let now = self.facts.get(&key).map_or(0, |(version, _)| *version);
                let version = if fresh { now } else { now + 1 };
                batch.expects.push(Expect { table: Table::Fact, key: vec![key], version });
                batch.puts.push((Table::Fact, vec![key], vec![value]));
                if !fresh {
                    return Some((batch, Answer::Refused("conflict")));
                }
                self.sequence += 1;
                self.facts.insert(key, (self.sequence, value));
            }
            Act::Again { back } => {
                let (batch, sequence) = self.earlier(back)?;
                return Some((batch, Answer::Replayed(sequence)));
            }
            Act::Reused { back } => {
                let (batch, _) = self.earlier(back)?;
                return Some((Batch { digest: [1; 32], ..batch }, Answer::Refused("reused")));
            }
            Act::Two { one, other, delta } => {
                let delta = i128::from(delta);
                batch.adds = vec![add(one, delta, None), add(other, -delta, None)];
                if one == other {
                    return Some((batch, Answer::Refused("malformed")));
                }
                self.sequence += 1;
                for (key, delta) in [(one, delta), (other, -delta)] {
                    let sum = self.balance(key) + delta;
                    self.balances.insert(key, (self.sequence, sum));
                }
            }
            Act::Reopen => return None,
        }
        let answer = self.done(batch.clone());
        Some((batch, answer))
    }

    fn earlier(&self, back: u8) -> Option<(Batch, u64)> {
        self.done.get(usize::from(back) % self.done.len().max(1)).cloned()
    }

    fn compare(&self, store: &dyn Store) {
        let facts = store.scan(Table::Fact, KeyRange::all(), 100).unwrap();
        let facts: Vec<_> = facts.iter().map(|row| (row.key[0], (row.version, row.value[0]))).collect();
        assert_eq!(facts, self.facts.clone().into_iter().collect::<Vec<_>>());
        let balances = store.scan(Table::Balance, KeyRange::all().reversed(), 100).unwrap();
        let balances: Vec<_> =
            balances.iter().map(|row| (row.key[0], (row.version, counter(&row.value).unwrap()))).collect();
        assert_eq!(balances, self.balances.clone().into_iter().rev().collect::<Vec<_>>());
        assert_eq!(store.sequence().unwrap(), self.sequence);
        assert_eq!(store.follow(0, 4096).unwrap().len(), self.done.len());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_history_is_as_the_model_says_on_both_engines(acts in acts()) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store");
        let memory = MemoryStore::new();
        let mut embedded = EmbeddedStore::open(&path, options()).unwrap();
        let mut model = Model::default();
        for (request, act) in (1..).zip(&acts) {
            match model.apply(act, request) {
                Some((batch, wanted)) => {
                    prop_assert_eq!(&answer(memory.commit(batch.clone())), &wanted);
                    prop_assert_eq!(&answer(embedded.commit(batch)), &wanted);
                }
                None if matches!(act, Act::Reopen) => {
                    embedded.close().unwrap();
                    embedded = EmbeddedStore::open(&path, options()).unwrap();
                }
                None => {}
            }
        }
        model.compare(&memory);
        model.compare(&embedded);
        prop_assert_eq!(memory.state_hash().unwrap(), embedded.state_hash().unwrap());
        let report = embedded.verify(&mut |_, _| ()).unwrap();
        prop_assert!(report.is_clean(), "{:?}", report);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    /// Several writers at once: whatever order they fall into, sums and answers agree with it.
    #[test]
    fn any_interleaving_of_writers_adds_up(scripts in prop::collection::vec(acts(), 2..5)) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store");
        let store = EmbeddedStore::open(&path, options()).unwrap();
        let committed: Vec<(u64, Batch)> = std::thread::scope(|scope| {
            let threads: Vec<_> = scripts.iter().enumerate().map(|(writer, acts)| {
                let store = &store;
                scope.spawn(move || {
                    let mut mine = Vec::new();
                    let mut view = Model::default();
                    for (request, act) in (1..).zip(acts) {
                        let id = u128::try_from(writer).unwrap() * 1_000_000 + request;
                        let Some((batch, _)) = view.apply(act, id) else { continue };
                        if let Answer::Sequence(sequence) = answer(store.commit(batch.clone())) {
                            mine.push((sequence, batch));
                        }
                    }
                    mine
                })
            }).collect();
            threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
        });
        let mut ordered = committed;
        ordered.sort_by_key(|(sequence, _)| *sequence);
        let memory = MemoryStore::new();
        for (sequence, batch) in ordered {
            prop_assert_eq!(memory.commit(batch).unwrap().sequence, sequence);
        }
        prop_assert_eq!(memory.state_hash().unwrap(), store.state_hash().unwrap());
        prop_assert_eq!(memory.follow(0, 4096).unwrap(), store.follow(0, 4096).unwrap());
    }
}
