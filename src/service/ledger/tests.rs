use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::{
    domain::{CustomerNo, RequestKey, ledger::EntryFault},
    service::{fixtures::*, load_customer},
    store::{Batch, Committed, Entry as StoreRow, KeyRange, Versioned, memory::MemoryStore},
};

fn bank(overdraft: Option<i64>) -> MemoryStore {
    let store = MemoryStore::new();
    let facts = vec![customer(7), account_with(1, 7, overdraft, None)];
    let mut intent = Intent::new(RequestKey(1 << 100), &facts, &()).unwrap();
    intent.facts = facts;
    commit(&store, intent).unwrap();
    store
}

fn send(store: &dyn Store, entry: &Entry) -> Result<Idempotent<Entry>, ChangeError> {
    let trace = audit(entry.id.0, AuditAct::Posted { entry: entry.id });
    post(store, entry, &trace)
}

fn balance(store: &dyn Store) -> i64 {
    let loaded = load_customer(store, CustomerNo(7)).unwrap().unwrap();
    loaded.facts.accounts[0].balance.minor
}

#[test]
fn a_posting_moves_the_balance_once() {
    let store = bank(Some(0));
    let entry = payment(1, 1, 500);
    assert_eq!(send(&store, &entry).unwrap(), Idempotent::Executed(entry.clone()));
    let hash = store.state_hash().unwrap();
    assert_eq!(send(&store, &entry).unwrap(), Idempotent::AlreadyApplied(entry));
    assert_eq!((balance(&store), store.state_hash().unwrap()), (500, hash));
}

#[test]
fn a_retry_of_the_posting_that_emptied_the_account_is_a_replay() {
    let store = bank(Some(0));
    send(&store, &payment(1, 1, 500)).unwrap();
    send(&store, &payment(2, 1, -500)).unwrap();
    let again = send(&store, &payment(2, 1, -500)).unwrap();
    assert!(matches!(again, Idempotent::AlreadyApplied(_)));
    assert_eq!(balance(&store), 0);
}

#[test]
fn the_limit_is_known_unknown_or_none() {
    // overdraft, what is drawn from 100, balance after it or what was available
    let table = [
        (Some(0), -100, Ok(0)),
        (Some(0), -101, Err(100)),
        (Some(50), -150, Ok(-50)),
        (Some(50), -151, Err(150)),
        (None, -1_000, Ok(-900)),
    ];
    for (overdraft, drawn, expected) in table {
        let store = bank(overdraft);
        send(&store, &payment(1, 1, 100)).unwrap();
        let found = match send(&store, &payment(2, 1, drawn)) {
            Ok(_) => Ok(balance(&store)),
            Err(ChangeError::Refused(Refusal::LimitReached { available, asked, .. })) => {
                assert_eq!(asked, lira(-drawn));
                Err(available.minor)
            }
            Err(other) => panic!("{other}"),
        };
        assert_eq!(found, expected, "overdraft {overdraft:?}, {drawn}");
    }
}

#[test]
fn a_refused_posting_leaves_nothing() {
    let store = bank(Some(0));
    let hash = store.state_hash().unwrap();
    let mut unbalanced = payment(1, 1, 5);
    unbalanced.postings[0].money = lira(6);
    let unknown = payment(2, 99, 5);
    let mut foreign = payment(3, 1, 5);
    for posting in &mut foreign.postings {
        posting.money.currency = Currency::USD;
    }
    for entry in [unbalanced, unknown, foreign, payment(4, 1, -5)] {
        assert!(matches!(send(&store, &entry), Err(ChangeError::Refused(_))), "{entry:?}");
    }
    assert_eq!(store.state_hash().unwrap(), hash);
    assert!(Entry { postings: Vec::new(), ..payment(5, 1, 5) }.check() == Err(EntryFault::Count));
}

#[test]
fn a_request_key_stands_for_one_entry() {
    let store = bank(Some(0));
    send(&store, &payment(1, 1, 500)).unwrap();
    let mut other = payment(2, 1, 700);
    other.request = RequestKey(1);
    let same_id = payment(1, 1, 700);
    let mut over_it = payment(1, 1, 700);
    over_it.request = RequestKey(3);
    for entry in [other, same_id, over_it] {
        let refused = send(&store, &entry).unwrap_err();
        assert_eq!(refused, ChangeError::Refused(Refusal::RequestReused));
    }
    assert_eq!(balance(&store), 500);
}

#[test]
fn writers_of_one_account_all_get_through() {
    let store = Arc::new(bank(Some(0)));
    std::thread::scope(|scope| {
        for writer in 0..8_u128 {
            let store = Arc::clone(&store);
            scope.spawn(move || {
                for number in 0..10 {
                    let entry = payment(writer * 100 + number, 1, 3);
                    while let Err(error) = send(store.as_ref(), &entry) {
                        assert!(matches!(error, ChangeError::Failed(_)), "{error}");
                    }
                }
            });
        }
    });
    assert_eq!(balance(store.as_ref()), 240);
}

/// A store whose next commit is lost in an I/O error.
struct Poisoned(MemoryStore);

impl Store for Poisoned {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Versioned>, StoreError> {
        self.0.get(table, key)
    }
    fn scan(&self, table: Table, range: KeyRange, limit: usize) -> Result<Vec<StoreRow>, StoreError> {
        self.0.scan(table, range, limit)
    }
    fn commit(&self, _: Batch) -> Result<Committed, StoreError> {
        Err(StoreError::Poisoned { cause: "disk".to_owned() })
    }
    fn follow(&self, after: u64, limit: usize) -> Result<Vec<crate::store::Change>, StoreError> {
        self.0.follow(after, limit)
    }
    fn sequence(&self) -> Result<u64, StoreError> {
        self.0.sequence()
    }
    fn state_hash(&self) -> Result<[u8; 32], StoreError> {
        self.0.state_hash()
    }
}

#[test]
fn a_poisoned_store_does_not_claim_an_outcome() {
    let store = Poisoned(bank(Some(0)));
    let refused = send(&store, &payment(1, 1, 5)).unwrap_err();
    assert_eq!(refused, ChangeError::Refused(Refusal::OutcomeUnknown));
}

proptest! {
    #[test]
    fn no_sequence_of_postings_passes_the_limit(limit in 0..200_i64, amounts in prop::collection::vec(-300..300_i64, 1..20)) {
        let store = bank(Some(limit));
        let mut model = 0;
        for (number, amount) in amounts.into_iter().enumerate().filter(|(_, amount)| *amount != 0) {
            let entry = payment(u128::try_from(number).unwrap(), 1, amount);
            let fits = amount > 0 || model + amount >= -limit;
            prop_assert_eq!(send(&store, &entry).is_ok(), fits);
            if fits {
                model += amount;
            }
            prop_assert_eq!(balance(&store), model);
        }
    }
}
