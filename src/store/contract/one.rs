//! What one batch at a time must do.

use super::{Outcome, add, balance, batch, commit, expect, ok, put, refused, same, version};
use crate::store::codec::counter_bytes;
use crate::store::{Add, Batch, Committed, KeyRange, Store, StoreError, Table};
use crate::store::{KEY_BYTES_MAX, VALUE_BYTES_MAX};

pub(super) fn empty(store: &dyn Store) -> Outcome {
    same("sequence", &ok(store.sequence())?, &0)?;
    same("state hash", &ok(store.state_hash())?, &[0; 32])?;
    same("follow", &ok(store.follow(0, 10))?, &vec![])?;
    same("scan", &ok(store.scan(Table::Fact, KeyRange::all(), 10))?, &vec![])?;
    same("get", &ok(store.get(Table::Fact, b"x"))?, &None)
}

pub(super) fn versions(store: &dyn Store) -> Outcome {
    same("first sequence", &commit(store, put(1, b"a", b"one"))?, &1)?;
    same("second sequence", &commit(store, put(2, b"b", b"two"))?, &2)?;
    same("third sequence", &commit(store, put(3, b"a", b"three"))?, &3)?;
    same("overwritten", &version(store, b"a")?, &3)?;
    same("untouched", &version(store, b"b")?, &2)?;
    same("absent", &version(store, b"c")?, &0)?;
    let got = ok(store.get(Table::Fact, b"a"))?.map(|versioned| versioned.value);
    same("value", &got, &Some(b"three".to_vec()))?;
    commit(store, put(4, b"e", b""))?;
    same("an empty value is there", &version(store, b"e")?, &4)?;
    same("another table", &ok(store.get(Table::Draft, b"a"))?, &None)?;
    same("sequence", &ok(store.sequence())?, &4)
}

pub(super) fn never_reused(store: &dyn Store) -> Outcome {
    commit(store, put(1, b"a", b"one"))?;
    let removal = Batch { deletes: vec![(Table::Fact, b"a".to_vec())], ..batch(2) };
    commit(store, removal)?;
    same("deleted", &version(store, b"a")?, &0)?;
    let absent_removal = Batch { deletes: vec![(Table::Fact, b"never".to_vec())], ..batch(3) };
    same("deleting the absent", &commit(store, absent_removal)?, &3)?;
    commit(store, expect(put(4, b"a", b"one"), b"a", 0))?;
    same("back again", &version(store, b"a")?, &4)
}

pub(super) fn conflict(store: &dyn Store) -> Outcome {
    commit(store, put(1, b"a", b"one"))?;
    let wanted = StoreError::Conflict { table: Table::Fact, key: b"a".to_vec() };
    let before = ok(store.state_hash())?;
    let stale = expect(put(2, b"b", b"x"), b"a", 0);
    same("expected absent", &refused("expected absent", store.commit(stale))?, &wanted)?;
    let ahead = expect(put(3, b"b", b"x"), b"a", 2);
    same("expected newer", &refused("expected newer", store.commit(ahead))?, &wanted)?;
    same("state", &ok(store.state_hash())?, &before)?;
    commit(store, expect(put(2, b"a", b"two"), b"a", 1))?;
    let late = expect(put(4, b"a", b"late"), b"a", 1);
    same("moved", &refused("moved", store.commit(late))?, &wanted)
}

pub(super) fn floor(store: &dyn Store) -> Outcome {
    commit(store, add(1, b"k", 100, None))?;
    let wanted = StoreError::Floor { table: Table::Balance, key: b"k".to_vec() };
    same("below", &refused("below", store.commit(add(2, b"k", -101, Some(0))))?, &wanted)?;
    commit(store, add(3, b"k", -100, Some(0)))?;
    same("to the floor", &balance(store, b"k")?, &0)?;
    commit(store, add(4, b"k", -50, None))?;
    commit(store, add(5, b"k", 10, Some(0)))?;
    same("a credit is never refused", &balance(store, b"k")?, &-40)?;
    same("still below", &refused("still below", store.commit(add(6, b"k", -1, Some(0))))?, &wanted)
}

pub(super) fn counters(store: &dyn Store) -> Outcome {
    let large = i128::from(i64::MAX) * 4;
    commit(store, add(1, b"k", large, None))?;
    commit(store, add(2, b"k", -1, None))?;
    same("sum", &balance(store, b"k")?, &(large - 1))?;
    let stored = ok(store.get(Table::Balance, b"k"))?;
    same("version", &stored.as_ref().map_or(0, |stored| stored.version), &2)?;
    let value = stored.map(|stored| stored.value);
    same("sixteen bytes, big-endian", &value, &Some(counter_bytes(large - 1).to_vec()))?;
    let zero = Batch { adds: add(3, b"z", 0, None).adds, ..batch(3) };
    commit(store, zero)?;
    same("a sum of 0 is there", &ok(store.get(Table::Balance, b"z"))?.map_or(0, |z| z.version), &3)?;
    let overflow = refused("overflow", store.commit(add(4, b"k", i128::MAX, None)))?;
    same("overflow", &matches!(overflow, StoreError::Malformed { .. }), &true)?;
    commit(store, put(5, b"text", b"no counter"))?;
    let mistaken = Add { table: Table::Fact, key: b"text".to_vec(), delta: 1, floor: None };
    let mistaken = refused("no counter", store.commit(Batch { adds: vec![mistaken], ..batch(6) }))?;
    same("no counter", &matches!(mistaken, StoreError::Malformed { .. }), &true)
}

pub(super) fn malformed(store: &dyn Store) -> Outcome {
    let mut twice = put(1, b"a", b"1");
    twice.puts.push((Table::Fact, b"a".to_vec(), b"2".to_vec()));
    let mut put_and_delete = put(2, b"a", b"1");
    put_and_delete.deletes.push((Table::Fact, b"a".to_vec()));
    let mut put_and_add = add(3, b"a", 1, None);
    put_and_add.puts.push((Table::Balance, b"a".to_vec(), counter_bytes(1).to_vec()));
    let mut forged = batch(4);
    forged.puts.push((Table::Request, vec![0; 16], b"x".to_vec()));
    let mut own = batch(5);
    own.deletes.push((Table::Request, 5_u128.to_be_bytes().to_vec()));
    let long_key = put(6, &[7; KEY_BYTES_MAX + 1], b"x");
    let long_value = put(7, b"a", &vec![7; VALUE_BYTES_MAX + 1]);
    let cases = [
        ("put twice", twice),
        ("put and delete", put_and_delete),
        ("put and add", put_and_add),
        ("forged request record", forged),
        ("own request deleted", own),
        ("long key", long_key),
        ("long value", long_value),
    ];
    for (what, batch) in cases {
        let error = refused(what, store.commit(batch))?;
        same(what, &matches!(error, StoreError::Malformed { .. }), &true)?;
    }
    same("sequence", &ok(store.sequence())?, &0)?;
    commit(store, put(8, &[7; KEY_BYTES_MAX], &vec![7; VALUE_BYTES_MAX]))?;
    let mut other_table = put(9, b"a", b"1");
    other_table.puts.push((Table::Draft, b"a".to_vec(), b"2".to_vec()));
    commit(store, other_table).map(|_| ())
}

pub(super) fn replay(store: &dyn Store) -> Outcome {
    let first = put(1, b"a", b"one");
    commit(store, first.clone())?;
    commit(store, put(2, b"a", b"two"))?;
    let before = ok(store.state_hash())?;
    let again = ok(store.commit(first.clone()))?;
    same("answer", &again, &Committed { sequence: 1, replayed: Some(b"1".to_vec()) })?;
    let stale = ok(store.commit(expect(first.clone(), b"a", 77)))?;
    same("what it expects is not asked again", &stale.sequence, &1)?;
    let reused = Batch { digest: [0; 32], ..first };
    same("reused", &refused("reused", store.commit(reused))?, &StoreError::RequestReused)?;
    same("state", &ok(store.state_hash())?, &before)?;
    same("sequence", &ok(store.sequence())?, &2)
}
