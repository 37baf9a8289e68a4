use proptest::prelude::*;

use super::*;
use crate::{
    domain::{
        CustomerNo, Fact, RequestKey,
        ledger::{EntryFault, EntryKind, OwnAccount},
    },
    service::{
        fixtures::*,
        load_customer,
        meddled::{Meddled, Touch},
    },
    store::{
        Batch, Committed, Entry as StoreRow, KeyRange, Versioned,
        embedded::{EmbeddedStore, OpenOptions},
        memory::MemoryStore,
    },
};

fn facts(overdraft: Option<i64>, closed: Option<&str>) -> Vec<Fact> {
    let Fact::Account(mut account) = account_with(1, 7, overdraft, None) else {
        panic!("an account");
    };
    account.closed = closed.map(day);
    vec![customer(7), Fact::Account(account)]
}

fn fill(store: &dyn Store, overdraft: Option<i64>, closed: Option<&str>) {
    let facts = facts(overdraft, closed);
    let mut intent = Intent::new(RequestKey(1 << 100), &facts, &()).unwrap();
    intent.facts = facts;
    commit(store, intent).unwrap();
}

fn bank(overdraft: Option<i64>) -> MemoryStore {
    let store = MemoryStore::new();
    fill(&store, overdraft, None);
    store
}

fn refused(fault: EntryFault) -> ChangeError {
    ChangeError::Refused(Refusal::BadEntry { fault })
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
fn sixty_four_writers_of_one_account_all_get_through() {
    let home = tempfile::tempdir().unwrap();
    let options = OpenOptions { create: true, ..OpenOptions::real() };
    let store = EmbeddedStore::open(&home.path().join("bank"), options).unwrap();
    fill(&store, Some(0), None);
    let start = std::sync::Barrier::new(64);
    std::thread::scope(|scope| {
        for writer in 0..64_u128 {
            let (store, start) = (&store, &start);
            scope.spawn(move || {
                start.wait();
                for number in 0..5 {
                    let entry = payment(writer * 100 + number, 1, 3);
                    assert_eq!(send(store, &entry), Ok(Idempotent::Executed(entry)));
                }
            });
        }
    });
    assert_eq!(balance(&store), 64 * 5 * 3);
}

#[test]
fn only_an_import_posts_like_an_import() {
    let store = bank(Some(0));
    let hash = store.state_hash().unwrap();
    let mut kind = payment(1, 1, 500);
    kind.kind = EntryKind::Import;
    let mut clearing = payment(2, 1, 500);
    clearing.postings[1].account = LedgerAccount::Own(OwnAccount::ImportClearing);
    for entry in [kind, clearing] {
        assert_eq!(send(&store, &entry), Err(refused(EntryFault::ImportOnly)));
    }
    assert_eq!(store.state_hash().unwrap(), hash);
}

#[test]
fn no_line_and_no_balance_passes_the_ceiling() {
    const MOST: i64 = BALANCE_MINOR_MAX;
    // postings one after another, what comes of the last, the balance
    let table: [(&[i64], bool, i64); 6] = [
        (&[MOST], true, MOST),
        (&[MOST + 1], false, 0),
        (&[i64::MAX], false, 0),
        (&[MOST, 1], false, MOST),
        (&[-MOST, -1], false, -MOST),
        (&[MOST, -MOST], true, 0),
    ];
    for (amounts, fits, stands) in table {
        let store = bank(None);
        let entries = amounts.iter().zip(1..).map(|(minor, id)| payment(id, 1, *minor));
        let last = entries.map(|entry| send(&store, &entry)).last().unwrap();
        match last {
            Ok(_) => assert!(fits, "{amounts:?}"),
            Err(error) => assert_eq!((error, fits), (refused(EntryFault::TooLarge), false), "{amounts:?}"),
        }
        assert_eq!(balance(&store), stands, "{amounts:?}");
    }
    let store = bank(None);
    let (first, second) = (payment(1, 1, MOST), payment(2, 1, -1));
    send(&store, &first).unwrap();
    assert_eq!(send(&store, &first), Ok(Idempotent::AlreadyApplied(first)), "a replay at the ceiling");
    assert_eq!(send(&store, &second), Ok(Idempotent::Executed(second)));
}

#[test]
fn a_closed_account_takes_no_postings_and_still_replays() {
    // the posting and its trace are of 24.11.2026
    for (closed, open) in [("2026-11-23", false), ("2026-11-24", false), ("2026-11-25", true)] {
        let store = bank(Some(0));
        let before = payment(1, 1, 500);
        send(&store, &before).unwrap();
        let closed = facts(Some(0), Some(closed));
        let mut intent = Intent::new(RequestKey(2 << 100), &closed, &()).unwrap();
        intent.facts = closed;
        commit(&store, intent).unwrap();
        assert_eq!(send(&store, &before), Ok(Idempotent::AlreadyApplied(before)));
        let after = payment(2, 1, 5);
        let mut backdated = payment(3, 1, 5);
        backdated.day = day("2026-11-01");
        for entry in [after, backdated] {
            let found = send(&store, &entry);
            let closed = Err(refused(EntryFault::AccountClosed(AccountId(1))));
            assert_eq!(found, if open { Ok(Idempotent::Executed(entry)) } else { closed });
        }
    }
}

/// Somebody else changes the customer between what a posting reads and its commit.
#[test]
fn a_posting_checks_again_what_moved_meanwhile() {
    type Meanwhile = fn(&MemoryStore);
    let close: Meanwhile = |store| {
        let facts = facts(Some(0), Some("2026-11-01"));
        let mut intent = Intent::new(RequestKey(2 << 100), &facts, &()).unwrap();
        intent.facts = facts;
        commit(store, intent).unwrap();
    };
    let draw: Meanwhile = |store| drop(send(store, &payment(8, 1, BALANCE_MINOR_MAX - 5)).unwrap());
    let same: Meanwhile = |store| drop(send(store, &payment(9, 1, 10)).unwrap());
    let entry = payment(9, 1, 10);
    let table = [
        (close, Err(refused(EntryFault::AccountClosed(AccountId(1)))), 0),
        (draw, Err(refused(EntryFault::TooLarge)), BALANCE_MINOR_MAX - 5),
        (same, Ok(Idempotent::AlreadyApplied(entry.clone())), 10),
    ];
    for (number, (meanwhile, expected, stands)) in table.into_iter().enumerate() {
        for touch in [Touch::Commit, Touch::Get(Table::Balance), Touch::Get(Table::AccountOwner)] {
            let store = Meddled::new(bank(Some(0)), touch, 1, meanwhile);
            assert_eq!(send(&store, &entry), expected, "case {number} {touch:?}");
            assert_eq!(balance(&store), stands, "case {number} {touch:?}");
        }
    }
}

/// Another request of the same entry is stopped by the entry's own key, though nothing of it was kept.
#[test]
fn an_entry_posted_meanwhile_by_another_request_is_not_written_over() {
    let meanwhile: fn(&MemoryStore) = |store| {
        let mut other = payment(9, 1, 7);
        other.request = RequestKey(77);
        send(store, &other).unwrap();
    };
    let store = Meddled::new(bank(Some(0)), Touch::Commit, 1, meanwhile);
    let refused = send(&store, &payment(9, 1, 10)).unwrap_err();
    assert_eq!(refused, ChangeError::Refused(Refusal::RequestReused));
    assert_eq!(balance(&store), 7);
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
