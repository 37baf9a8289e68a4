//! What many rows, many batches and many writers must come to.

use std::collections::BTreeSet;

use super::{Outcome, add, balance, batch, commit, expect, ok, put, refused, same, version};
use crate::store::{Add, Batch, Committed, KeyRange, Sequence, Store, StoreError, Table};

/// The writers of the case "same account, same group".
const WRITERS: u128 = 64;

pub(super) fn scans(store: &dyn Store) -> Outcome {
    let keys: Vec<Vec<u8>> = (0..100_u8).map(|n| vec![n / 10, n % 10]).collect();
    let rows = keys.iter().map(|key| (Table::Fact, key.clone(), key.clone())).collect();
    commit(store, Batch { puts: rows, ..batch(1) })?;
    let neighbours = vec![
        (Table::Customer, vec![9, 9, 9], b"before".to_vec()),
        (Table::AccountOwner, vec![0], b"after".to_vec()),
    ];
    commit(store, Batch { puts: neighbours, ..batch(2) })?;
    let scan = |range, limit| keys_of(store, range, limit);
    same("all", &scan(KeyRange::all(), 1000)?, &keys)?;
    let backwards: Vec<Vec<u8>> = keys.iter().rev().cloned().collect();
    same("all backwards", &scan(KeyRange::all().reversed(), 1000)?, &backwards)?;
    let threes: Vec<Vec<u8>> = keys.iter().filter(|key| key.first() == Some(&3)).cloned().collect();
    same("prefix", &scan(KeyRange::prefix(&[3]), 1000)?, &threes)?;
    let last_threes: Vec<Vec<u8>> = threes.iter().rev().take(4).cloned().collect();
    same("last of a prefix", &scan(KeyRange::prefix(&[3]).reversed(), 4)?, &last_threes)?;
    same("nothing asked", &scan(KeyRange::all(), 0)?, &vec![])?;
    let upside_down = KeyRange { start: vec![5], end: Some(vec![2]), backwards: false };
    same("upside down", &scan(upside_down, 10)?, &vec![])?;
    scans_by_pages(store, &keys)
}

fn keys_of(store: &dyn Store, range: KeyRange, limit: usize) -> Result<Vec<Vec<u8>>, String> {
    let rows = ok(store.scan(Table::Fact, range, limit))?;
    Ok(rows.into_iter().map(|row| row.key).collect())
}

fn scans_by_pages(store: &dyn Store, keys: &[Vec<u8>]) -> Outcome {
    let mut seen = Vec::new();
    let mut range = KeyRange::all();
    loop {
        let page = keys_of(store, range.clone(), 7)?;
        let Some(last) = page.last() else { break };
        range = range.after(last);
        seen.extend(page);
    }
    same("pages forwards", &seen.as_slice(), &keys)?;
    let mut seen = Vec::new();
    let mut range = KeyRange::all().reversed();
    loop {
        let page = keys_of(store, range.clone(), 7)?;
        let Some(last) = page.last() else { break };
        range.end = Some(last.clone());
        seen.extend(page);
    }
    seen.reverse();
    same("pages backwards", &seen.as_slice(), &keys)
}

pub(super) fn follow(store: &dyn Store) -> Outcome {
    for request in 1..=50_u128 {
        let mut each = put(request, &request.to_be_bytes(), b"x");
        each.deletes.push((Table::Draft, b"d".to_vec()));
        each.adds.push(Add { table: Table::Balance, key: b"k".to_vec(), delta: 1, floor: None });
        commit(store, each)?;
    }
    let mut after = 0;
    let mut seen = 0;
    loop {
        let page = ok(store.follow(after, 7))?;
        for change in &page {
            seen += 1;
            same("order", &change.sequence, &seen)?;
            let wanted = vec![
                (Table::Fact, u128::from(seen).to_be_bytes().to_vec()),
                (Table::Draft, b"d".to_vec()),
                (Table::Balance, b"k".to_vec()),
            ];
            same("puts, deletes, adds", &change.keys, &wanted)?;
        }
        let Some(last) = page.last() else { break };
        same("page", &(page.len() <= 7), &true)?;
        after = last.sequence;
    }
    same("all", &seen, &50)?;
    same("beyond the end", &ok(store.follow(1000, 10))?, &vec![])?;
    same("nothing asked", &ok(store.follow(0, 0))?, &vec![])
}

pub(super) fn no_trace(store: &dyn Store) -> Outcome {
    commit(store, add(1, b"k", 10, None))?;
    let before = ok(store.state_hash())?;
    let mut failing = add(2, b"k", -11, Some(0));
    failing.puts.push((Table::Fact, b"a".to_vec(), b"trace".to_vec()));
    failing.adds.insert(0, Add { table: Table::Balance, key: b"other".to_vec(), delta: 5, floor: None });
    refused("floor", store.commit(failing.clone()))?;
    same("put", &version(store, b"a")?, &0)?;
    same("add", &balance(store, b"other")?, &0)?;
    same("sequence", &ok(store.sequence())?, &1)?;
    same("state", &ok(store.state_hash())?, &before)?;
    same("follow", &ok(store.follow(1, 10))?, &vec![])?;
    failing.adds.pop();
    let committed = ok(store.commit(failing))?;
    same("its request id is free", &committed, &Committed { sequence: 2, replayed: None })
}

/// Each writer debits one account that can bear only half of them, first with what it expected of it, then
/// by a floor; and each repeats a neighbour's request.
pub(super) fn same_account(store: &dyn Store) -> Outcome {
    commit(store, put(1000, b"account", b"0"))?;
    commit(store, add(1001, b"account", 32, None))?;
    let attempt = |writer: u128| -> Result<(bool, bool), StoreError> {
        let won = match store.commit(expect(put(writer, b"account", &writer.to_be_bytes()), b"account", 1)) {
            Ok(_) => true,
            Err(StoreError::Conflict { .. }) => false,
            Err(error) => return Err(error),
        };
        let debited = match store.commit(add(WRITERS + writer, b"account", -1, Some(0))) {
            Ok(_) => true,
            Err(StoreError::Floor { .. }) => false,
            Err(error) => return Err(error),
        };
        store.commit(put(2000 + writer / 2, &(writer / 2).to_be_bytes(), b"shared"))?;
        Ok((won, debited))
    };
    let outcomes: Vec<_> = std::thread::scope(|scope| {
        let attempt = &attempt;
        let writers: Vec<_> = (0..WRITERS).map(|writer| scope.spawn(move || attempt(writer))).collect();
        writers.into_iter().map(|writer| writer.join().map_err(|_| "a writer panicked")).collect()
    });
    let (mut winners, mut debits) = (0, 0);
    for outcome in outcomes {
        let (won, debited) = ok(outcome?)?;
        winners += u32::from(won);
        debits += u32::from(debited);
    }
    same("one expectation holds", &winners, &1)?;
    same("half the debits", &debits, &32)?;
    same("balance", &balance(store, b"account")?, &0)?;
    same("sequence", &ok(store.sequence())?, &(2 + 1 + 32 + 32))?;
    let changes = ok(store.follow(0, 1000))?;
    let distinct: BTreeSet<Sequence> = changes.iter().map(|change| change.sequence).collect();
    same("every batch once", &distinct.len(), &67)
}

pub(super) fn state_hash_forgets(store: &dyn Store) -> Outcome {
    commit(store, put(1, b"a", b"one"))?;
    let one = ok(store.state_hash())?;
    commit(store, put(2, b"b", b"two"))?;
    let two = ok(store.state_hash())?;
    same("a put changes it", &(one == two), &false)?;
    let removal = Batch {
        deletes: vec![(Table::Fact, b"b".to_vec()), (Table::Request, 2_u128.to_be_bytes().to_vec())],
        ..batch(3)
    };
    commit(store, removal)?;
    let forget_request = Batch { deletes: vec![(Table::Fact, b"a".to_vec())], ..batch(4) };
    commit(store, forget_request)?;
    let left = ok(store.scan(Table::Request, KeyRange::all(), 10))?;
    same("request records are keys like others", &left.len(), &3)
}

/// A fixed history that touches everything; every engine ends in the same state.
pub(super) fn state_hash(store: &dyn Store) -> Result<[u8; 32], String> {
    for request in 1..=200_u128 {
        let mut each = put(request, &(request % 17).to_be_bytes(), &request.to_le_bytes());
        each.adds.push(Add { table: Table::Balance, key: b"k".to_vec(), delta: -3, floor: None });
        if request % 5 == 0 {
            each.deletes.push((Table::Fact, ((request + 1) % 17).to_be_bytes().to_vec()));
        }
        commit(store, each)?;
        // Refused ones leave nothing behind.
        let _ = store.commit(add(10_000 + request, b"k", -1, Some(0)));
    }
    ok(store.state_hash())
}
