//! How many postings a second a store acknowledges, and how long each waits, beside bare sled.
//!
//! A posting is five writes: two counters, the entry record, the request record and the customer's version,
//! which it expects. Clocks stay with the caller.

mod peer;

use std::sync::atomic::{AtomicU64, Ordering};

pub use peer::BareSled;

use super::codec::counter_bytes;
use super::hash::wide;
use super::{Add, Batch, Expect, RequestId, Store, StoreError, Table};

/// The most postings of one run.
pub const POSTINGS_MAX: u64 = 10_000_000;
/// The most writers of one run.
pub const WRITERS_MAX: u64 = 1024;
/// Customers a batch while loading.
const LOAD_CUSTOMERS: usize = 10_000;
/// About what a customer's manifest takes.
const CUSTOMER_BYTES: usize = 400;
const ENTRY_BYTES: usize = 160;

/// Microseconds since some moment, by the caller's clock.
pub type Clock<'a> = &'a (dyn Fn() -> u64 + Sync);

/// One run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// How many customers [`load`] put there.
    pub customers: u64,
    /// How many threads post at once.
    pub writers: u64,
    /// How many postings each of them makes.
    pub postings_each: u64,
    /// Tells the runs on one store apart: their request ids differ by it.
    pub run: u64,
}

/// What a run showed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measured {
    /// How many threads posted at once.
    pub writers: u64,
    /// Postings acknowledged.
    pub postings: u64,
    /// Postings acknowledged a second.
    pub per_second: u64,
    /// Half of them waited at most so long, in microseconds.
    pub p50_us: u64,
    /// 95 of 100 waited at most so long, in microseconds.
    pub p95_us: u64,
    /// 99 of 100 waited at most so long, in microseconds.
    pub p99_us: u64,
}

/// Who takes a posting: a store, or the peer.
pub trait Poster: Sync {
    /// Makes the posting durable.
    ///
    /// # Errors
    /// As [`Store::commit`].
    fn post(&self, posting: &Posting) -> Result<(), StoreError>;
}

/// One posting between two customers' accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posting {
    /// Unique within a store.
    pub id: u64,
    /// Who pays.
    pub payer: u64,
    /// Who is paid.
    pub payee: u64,
    /// Minor units.
    pub amount: i64,
}

impl<S: Store + ?Sized> Poster for S {
    fn post(&self, posting: &Posting) -> Result<(), StoreError> {
        loop {
            let customer = posting.payer.to_be_bytes();
            let version = self.get(Table::Customer, &customer)?.map_or(0, |versioned| versioned.version);
            match self.commit(posting.batch(version)) {
                Ok(_) => return Ok(()),
                // Another posting on the same customer came first: check again, as a flow does.
                Err(StoreError::Conflict { .. }) => {}
                Err(error) => return Err(error),
            }
        }
    }
}

impl Posting {
    fn batch(&self, version: u64) -> Batch {
        let add = |account: u64, delta: i64| Add {
            table: Table::Balance,
            key: account.to_be_bytes().to_vec(),
            delta: i128::from(delta),
            floor: None,
        };
        let customer = self.payer.to_be_bytes().to_vec();
        let request = u128::from(self.id) << 64;
        Batch {
            request_id: RequestId(request),
            digest: *blake3::hash(&request.to_be_bytes()).as_bytes(),
            result: self.id.to_be_bytes().to_vec(),
            expects: vec![Expect { table: Table::Customer, key: customer.clone(), version }],
            puts: vec![
                (Table::Entry, self.id.to_be_bytes().to_vec(), self.entry()),
                (Table::Customer, customer, value(self.id, CUSTOMER_BYTES)),
            ],
            deletes: Vec::new(),
            adds: vec![add(self.payer, -self.amount), add(self.payee, self.amount)],
        }
    }

    fn entry(&self) -> Vec<u8> {
        value(self.id, ENTRY_BYTES)
    }
}

/// Puts the customers there with a balance of 0 each; `progress` is told customers done of all.
///
/// # Errors
/// As [`Store::commit`].
pub fn load(store: &dyn Store, customers: u64, progress: &mut dyn FnMut(u64, u64)) -> Result<(), StoreError> {
    for (chunk, start) in (0..).zip((0..customers).step_by(LOAD_CUSTOMERS)) {
        let end = customers.min(start + wide(LOAD_CUSTOMERS));
        let request = u128::from(u64::MAX) << 64 | chunk;
        let mut batch = Batch {
            request_id: RequestId(request),
            digest: [0; 32],
            result: Vec::new(),
            expects: Vec::new(),
            puts: Vec::new(),
            deletes: Vec::new(),
            adds: Vec::new(),
        };
        for customer in start..end {
            let key = customer.to_be_bytes().to_vec();
            batch.puts.push((Table::Customer, key.clone(), value(customer, CUSTOMER_BYTES)));
            batch.puts.push((Table::Balance, key, counter_bytes(0).to_vec()));
        }
        store.commit(batch)?;
        progress(end, customers);
    }
    Ok(())
}

/// Lets the writers post as fast as they are answered.
///
/// # Errors
/// The first error of any posting, or [`StoreError::Malformed`] for a plan beyond the limits.
pub fn postings(poster: &dyn Poster, plan: &Plan, clock: Clock<'_>) -> Result<Measured, StoreError> {
    let malformed = |what: &str| Err(StoreError::Malformed { what: what.to_owned() });
    let all = plan.writers.saturating_mul(plan.postings_each);
    if plan.writers == 0 || plan.writers > WRITERS_MAX || all > POSTINGS_MAX || plan.customers == 0 {
        return malformed("a benchmark needs a customer, 1 to 1024 writers and at most 10 million postings");
    }
    let next = AtomicU64::new(plan.run << 40);
    let began = clock();
    let outcomes: Vec<_> = std::thread::scope(|scope| {
        let next = &next;
        let start = |_| scope.spawn(move || write(poster, plan, next, clock));
        let writers: Vec<_> = (0..plan.writers).map(start).collect();
        writers.into_iter().map(std::thread::ScopedJoinHandle::join).collect()
    });
    let took = clock().saturating_sub(began).max(1);
    let mut waits = Vec::new();
    for outcome in outcomes {
        match outcome {
            Ok(outcome) => waits.extend(outcome?),
            Err(_) => return malformed("a writer panicked"),
        }
    }
    waits.sort_unstable();
    Ok(Measured {
        writers: plan.writers,
        postings: all,
        per_second: all.saturating_mul(1_000_000) / took,
        p50_us: at_percent(&waits, 50),
        p95_us: at_percent(&waits, 95),
        p99_us: at_percent(&waits, 99),
    })
}

fn write(
    poster: &dyn Poster,
    plan: &Plan,
    next: &AtomicU64,
    clock: Clock<'_>,
) -> Result<Vec<u64>, StoreError> {
    let mut waits = Vec::new();
    for _ in 0..plan.postings_each {
        let id = next.fetch_add(1, Ordering::Relaxed);
        let from = scatter(id) % plan.customers;
        let to = scatter(!id) % plan.customers;
        // A customer does not pay itself but the bank, whose account follows the last customer's.
        let to = if to == from { plan.customers } else { to };
        let amount = i64::try_from(scatter(id) % 1_000_000).unwrap_or(1);
        let posting = Posting { id, payer: from, payee: to, amount };
        let began = clock();
        poster.post(&posting)?;
        waits.push(clock().saturating_sub(began));
    }
    Ok(waits)
}

fn at_percent(sorted: &[u64], percent: usize) -> u64 {
    let at = (sorted.len() * percent / 100).min(sorted.len().saturating_sub(1));
    sorted.get(at).copied().unwrap_or(0)
}

/// A value that differs with every seed: engines skip an overwrite with the same bytes.
fn value(seed: u64, bytes: usize) -> Vec<u8> {
    (0..).flat_map(|step: u64| scatter(seed ^ (step << 48)).to_be_bytes()).take(bytes).collect()
}

/// One step of splitmix64: spreads numbers evenly.
fn scatter(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::codec::counter;
    use crate::store::memory::MemoryStore;
    use crate::store::{KeyRange, Table};

    /// A clock that ticks when it is read.
    fn ticking(ticks: &AtomicU64) -> impl Fn() -> u64 + Sync + '_ {
        || ticks.fetch_add(1, Ordering::Relaxed)
    }

    #[test]
    fn every_posting_is_there_and_nothing_is_made_of_nothing() {
        let store = MemoryStore::new();
        load(&store, 50, &mut |_, _| ()).unwrap();
        let ticks = AtomicU64::new(0);
        let plan = Plan { customers: 50, writers: 4, postings_each: 25, run: 1 };
        let measured = postings(&store, &plan, &ticking(&ticks)).unwrap();
        assert_eq!((measured.writers, measured.postings), (4, 100));
        assert_eq!(store.scan(Table::Entry, KeyRange::all(), 1000).unwrap().len(), 100);
        let balances = store.scan(Table::Balance, KeyRange::all(), 1000).unwrap();
        assert_eq!(balances.iter().map(|row| counter(&row.value).unwrap()).sum::<i128>(), 0);
        assert!(balances.iter().any(|row| counter(&row.value).unwrap() != 0));
    }

    #[test]
    fn the_peer_posts_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let peer = BareSled::open(&folder.path().join("peer"), 50).unwrap();
        let ticks = AtomicU64::new(0);
        let plan = Plan { customers: 50, writers: 4, postings_each: 25, run: 1 };
        assert_eq!(postings(&peer, &plan, &ticking(&ticks)).unwrap().postings, 100);
        assert!(postings(&peer, &Plan { writers: 0, ..plan }, &ticking(&ticks)).is_err());
    }
}
