//! A whole invented bank on the embedded store: several writers post, the index is lost, and everything is
//! as it was. `TEKIL_CUSTOMERS` sets its size.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{fs, io::Write, path::Path, sync::Arc, thread};

use tekil::{
    domain::{
        AccountId, AuditId, CustomerNo, EntryId, RequestKey,
        audit::{AuditAct, AuditRecord},
        channel::Touchpoint,
        ledger::{Entry, EntryKind, LedgerAccount, Posting, Side},
        operator::{OperatorId, Role, Verification},
    },
    money::{Currency, Money},
    service::{
        Idempotent, bench_facts,
        bench_facts::ACCOUNT_OFFSET,
        ledger, load_customer,
        verify::{Check, verify_bank},
    },
    store::{
        Store,
        embedded::{EmbeddedStore, OpenOptions},
    },
    time::{Day, Moment},
};

const WRITERS: u64 = 8;
const POSTINGS_EACH: u64 = 25;

fn customers() -> u64 {
    std::env::var("TEKIL_CUSTOMERS").ok().and_then(|text| text.parse().ok()).unwrap_or(20_000)
}

fn open(path: &Path) -> EmbeddedStore {
    EmbeddedStore::open(path, OpenOptions { create: true, ..OpenOptions::real() }).unwrap()
}

/// One lira and a bit from a customer to the next one.
fn transfer(from: u64, to: u64, request: u128) -> (Entry, AuditRecord) {
    let money = Money::new(101, Currency::TRY);
    let line = |no: u64, side| Posting {
        account: LedgerAccount::Customer(AccountId(ACCOUNT_OFFSET + no)),
        side,
        money,
    };
    let entry = Entry {
        id: EntryId(request),
        day: Day::from_ymd(2026, 11, 24).unwrap(),
        kind: EntryKind::Transfer,
        request: RequestKey(request),
        postings: vec![line(from, Side::Debit), line(to, Side::Credit)],
    };
    let trace = AuditRecord {
        id: AuditId(request),
        at: Moment::parse_rfc3339("2026-11-24T10:42:00+03:00").unwrap(),
        operator: OperatorId("gise".to_owned()),
        role: Role::Teller,
        touchpoint: Touchpoint::Branch,
        contact: Some("K-1".to_owned()),
        reason: None,
        verified: Verification::Money,
        act: AuditAct::Posted { entry: entry.id },
    };
    (entry, trace)
}

fn balance(store: &dyn Store, no: u64) -> i64 {
    let loaded = load_customer(store, CustomerNo(no)).unwrap().unwrap();
    loaded.facts.accounts.iter().map(|account| account.balance.minor).sum()
}

fn post_all(store: &dyn Store, customers: u64) {
    thread::scope(|scope| {
        for writer in 0..WRITERS {
            scope.spawn(move || {
                for turn in 0..POSTINGS_EACH {
                    let from = 1 + (writer * 997 + turn * 31) % customers;
                    let request = (u128::from(writer) << 64) + u128::from(turn) + 1;
                    let (entry, trace) = transfer(from, 1 + from % customers, request);
                    let done = ledger::post(store, &entry, &trace).unwrap();
                    assert_eq!(done, Idempotent::Executed(entry.clone()));
                    assert_eq!(
                        ledger::post(store, &entry, &trace).unwrap(),
                        Idempotent::AlreadyApplied(entry)
                    );
                }
            });
        }
    });
}

#[test]
fn a_bank_survives_the_loss_of_its_index() {
    let customers = customers();
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("bank");
    let store = open(&path);
    bench_facts::load(&store, customers, 42).expect("the bank loads");
    let total = |store: &dyn Store| (1..=customers.min(500)).map(|no| balance(store, no)).sum::<i64>();
    post_all(&store, customers);
    let (hash, sequence) = (store.state_hash().unwrap(), store.sequence().unwrap());
    let after = total(&store);
    store.close().unwrap();

    fs::remove_dir_all(path.join("index")).unwrap();
    let store = open(&path);
    assert_eq!((store.state_hash().unwrap(), store.sequence().unwrap()), (hash, sequence));
    assert_eq!(total(&store), after);
    let engine = store.verify(&mut |_, _| {}).unwrap();
    assert!(engine.is_clean(), "{:?}", engine.faults);
    let bank = verify_bank(&store, &Check::ALL, &mut |_, _| {}).unwrap();
    assert!(bank.is_clean(), "{:?}", bank.faults);
    store.close().unwrap();

    let report = EmbeddedStore::rebuild(&path, OpenOptions::real(), Arc::new(|_, _| {})).unwrap();
    assert_eq!(report.state_hash_before, Some(hash));
    assert_eq!(report.state_hash_after, hash);
    let counts: Vec<String> =
        bank.checked.iter().map(|checked| format!("{} {}", checked.count, checked.what)).collect();
    writeln!(
        std::io::stderr(),
        "bank of {customers}: rebuilt from {} frames, {}",
        report.frames,
        counts.join(", ")
    )
    .unwrap();
}
