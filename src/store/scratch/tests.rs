use proptest::prelude::*;

use super::*;
use crate::store::{
    Add, Expect,
    contract::{self, batch},
    memory::MemoryStore,
};

fn put(request: u128, key: u8, value: u8) -> Batch {
    Batch { puts: vec![(Table::Fact, vec![key], vec![value])], ..batch(request) }
}

fn add(request: u128, delta: i128, floor: Option<i128>) -> Batch {
    let add = Add { table: Table::Balance, key: b"k".to_vec(), delta, floor };
    Batch { adds: vec![add], ..batch(request) }
}

fn expecting(request: u128, key: u8, version: u64) -> Batch {
    let expect = Expect { table: Table::Fact, key: vec![key], version };
    Batch { expects: vec![expect], ..put(request, key, 9) }
}

fn values(store: &dyn Store, range: KeyRange, limit: usize) -> Vec<(u8, u8)> {
    let rows = store.scan(Table::Fact, range, limit).unwrap();
    rows.iter().map(|row| (row.key[0], row.value[0])).collect()
}

#[test]
fn an_overlay_keeps_the_contract_of_every_engine() {
    let memory = contract::run(&mut || Box::new(MemoryStore::new())).unwrap();
    let scratch = contract::run(&mut || Box::new(ScratchStore::new(Arc::new(MemoryStore::new())))).unwrap();
    assert_eq!(scratch, memory);
}

#[test]
fn nothing_that_is_written_reaches_the_base() {
    let base = Arc::new(MemoryStore::new());
    base.commit(put(1, 1, 1)).unwrap();
    base.commit(add(2, 100, None)).unwrap();
    let before = (base.state_hash().unwrap(), base.sequence().unwrap());
    let scratch = ScratchStore::new(base.clone());
    scratch.commit(put(3, 1, 7)).unwrap();
    scratch.commit(put(4, 2, 8)).unwrap();
    scratch.commit(add(5, -40, Some(0))).unwrap();
    assert_eq!(values(&scratch, KeyRange::all(), 9), [(1, 7), (2, 8)]);
    assert_eq!(scratch.commit(add(6, -61, Some(0))), {
        Err(StoreError::Floor { table: Table::Balance, key: b"k".to_vec() })
    });
    drop(scratch);
    assert_eq!((base.state_hash().unwrap(), base.sequence().unwrap()), before);
    assert_eq!(values(base.as_ref(), KeyRange::all(), 9), [(1, 1)]);
}

#[test]
fn the_base_is_read_live_until_a_key_is_written() {
    let base = Arc::new(MemoryStore::new());
    base.commit(put(1, 1, 1)).unwrap();
    let scratch = ScratchStore::new(base.clone());
    scratch.commit(put(2, 2, 2)).unwrap();
    base.commit(put(3, 1, 3)).unwrap();
    base.commit(put(4, 2, 4)).unwrap();
    assert_eq!(values(&scratch, KeyRange::all(), 9), [(1, 3), (2, 2)]);
    let version = scratch.get(Table::Fact, &[1]).unwrap().unwrap().version;
    assert_eq!(version, base.get(Table::Fact, &[1]).unwrap().unwrap().version);
    // what was read before the base went on is not what is there now
    assert!(matches!(scratch.commit(expecting(5, 1, 1)), Err(StoreError::Conflict { .. })));
    let committed = scratch.commit(expecting(6, 1, version)).unwrap();
    assert!(committed.sequence > base.sequence().unwrap(), "no version of the base is given again");
}

#[test]
fn requests_that_the_base_knows_are_answered_as_it_would() {
    let base = Arc::new(MemoryStore::new());
    base.commit(put(1, 1, 1)).unwrap();
    let scratch = ScratchStore::new(base);
    let again = scratch.commit(put(1, 1, 1)).unwrap();
    assert_eq!((again.sequence, again.replayed), (1, Some(b"1".to_vec())));
    let other = Batch { digest: [1; 32], ..put(1, 1, 2) };
    assert_eq!(scratch.commit(other), Err(StoreError::RequestReused));
}

#[test]
fn it_is_bounded_and_a_batch_beyond_leaves_no_trace() {
    let bounds = Bounds { keys: 6, bytes: 1 << 20 };
    let scratch = ScratchStore::bounded(Arc::new(MemoryStore::new()), bounds);
    // a key and its request record each
    for request in 1..=3 {
        scratch.commit(put(request.into(), request, 1)).unwrap();
    }
    let state = scratch.state_hash().unwrap();
    assert_eq!(scratch.commit(put(4, 4, 1)), Err(StoreError::ScratchFull { keys_max: 6 }));
    assert_eq!((scratch.state_hash().unwrap(), scratch.sequence().unwrap()), (state, 3));
    assert_eq!(values(&scratch, KeyRange::all(), 9).len(), 3);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever lies in the base and whatever is written over it: one store with both histories reads the same.
    #[test]
    fn base_and_overlay_read_as_one_store(
        below in prop::collection::vec((0..24_u8, any::<bool>()), 0..24),
        above in prop::collection::vec((0..24_u8, any::<bool>()), 0..24),
        start in 0..24_u8, limit in 1..8_usize, backwards: bool,
    ) {
        let (base, whole) = (Arc::new(MemoryStore::new()), MemoryStore::new());
        let mut request = 0_u128;
        let mut change = |key: u8, puts: bool| {
            request += 1;
            if puts {
                return put(request, key, u8::try_from(request).unwrap());
            }
            Batch { deletes: vec![(Table::Fact, vec![key])], ..batch(request) }
        };
        for (key, puts) in below {
            let batch = change(key, puts);
            base.commit(batch.clone()).unwrap();
            whole.commit(batch).unwrap();
        }
        let scratch = ScratchStore::new(base);
        for (key, puts) in above {
            let batch = change(key, puts);
            prop_assert_eq!(scratch.commit(batch.clone()).unwrap(), whole.commit(batch).unwrap());
        }
        let range = KeyRange { start: vec![start], end: None, backwards };
        for limit in [limit, 100] {
            let rows = scratch.scan(Table::Fact, range.clone(), limit).unwrap();
            prop_assert_eq!(rows, whole.scan(Table::Fact, range.clone(), limit).unwrap());
        }
        prop_assert_eq!(scratch.state_hash().unwrap(), whole.state_hash().unwrap());
        prop_assert_eq!(scratch.follow(3, 20).unwrap(), whole.follow(3, 20).unwrap());
        prop_assert_eq!(scratch.sequence().unwrap(), whole.sequence().unwrap());
    }
}
