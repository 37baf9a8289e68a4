//! What every engine must do, as one suite: `run` it against a maker of empty stores.

mod many;
mod one;

use std::fmt::Debug;

use super::codec::counter;
use super::{Add, Batch, Committed, Expect, RequestId, Sequence, Store, StoreError, Table};

/// A rule that an engine broke.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{case}: {what}")]
pub struct Breach {
    /// The case.
    pub case: &'static str,
    /// What was seen instead.
    pub what: String,
}

/// What a passing run saw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passed {
    /// The cases, in order.
    pub cases: Vec<&'static str>,
    /// The state hash after the case `state hash`: the same for every engine.
    pub state_hash: [u8; 32],
}

type Outcome = Result<(), String>;
type Case = (&'static str, fn(&dyn Store) -> Outcome);

const CASES: &[Case] = &[
    ("empty", one::empty),
    ("versions", one::versions),
    ("never reused after a delete", one::never_reused),
    ("conflict", one::conflict),
    ("floor", one::floor),
    ("counters", one::counters),
    ("malformed batches", one::malformed),
    ("replay", one::replay),
    ("scans", many::scans),
    ("follow", many::follow),
    ("no trace of a failed batch", many::no_trace),
    ("same account, same group, 64 writers", many::same_account),
    ("state hash forgets", many::state_hash_forgets),
];

/// Runs every case on a store of its own.
///
/// # Errors
/// The first [`Breach`].
pub fn run(make: &mut dyn FnMut() -> Box<dyn Store>) -> Result<Passed, Breach> {
    let mut cases = Vec::new();
    for (case, check) in CASES {
        let store = make();
        check(&*store).map_err(|what| Breach { case, what })?;
        cases.push(*case);
    }
    let case = "state hash";
    let store = make();
    let state_hash = many::state_hash(&*store).map_err(|what| Breach { case, what })?;
    cases.push(case);
    Ok(Passed { cases, state_hash })
}

/// An empty batch under a request id, to be filled.
#[must_use]
pub fn batch(request: u128) -> Batch {
    Batch {
        request_id: RequestId(request),
        digest: *blake3::hash(&request.to_be_bytes()).as_bytes(),
        result: request.to_string().into_bytes(),
        expects: Vec::new(),
        puts: Vec::new(),
        deletes: Vec::new(),
        adds: Vec::new(),
    }
}

fn put(request: u128, key: &[u8], value: &[u8]) -> Batch {
    Batch { puts: vec![(Table::Fact, key.to_vec(), value.to_vec())], ..batch(request) }
}

fn add(request: u128, key: &[u8], delta: i128, floor: Option<i128>) -> Batch {
    let add = Add { table: Table::Balance, key: key.to_vec(), delta, floor };
    Batch { adds: vec![add], ..batch(request) }
}

fn expect(mut batch: Batch, key: &[u8], version: u64) -> Batch {
    batch.expects.push(Expect { table: Table::Fact, key: key.to_vec(), version });
    batch
}

fn same<T: PartialEq + Debug>(what: &str, seen: &T, wanted: &T) -> Outcome {
    if seen == wanted { Ok(()) } else { Err(format!("{what}: saw {seen:?} instead of {wanted:?}")) }
}

fn ok<T>(result: Result<T, StoreError>) -> Result<T, String> {
    result.map_err(|error| error.to_string())
}

fn refused(what: &str, result: Result<Committed, StoreError>) -> Result<StoreError, String> {
    result.err().ok_or_else(|| format!("{what}: was committed"))
}

fn commit(store: &dyn Store, batch: Batch) -> Result<Sequence, String> {
    ok(store.commit(batch)).map(|committed| committed.sequence)
}

fn version(store: &dyn Store, key: &[u8]) -> Result<u64, String> {
    Ok(ok(store.get(Table::Fact, key))?.map_or(0, |versioned| versioned.version))
}

fn balance(store: &dyn Store, key: &[u8]) -> Result<i128, String> {
    ok(store.get(Table::Balance, key))?.map_or(Ok(0), |versioned| ok(counter(&versioned.value)))
}
