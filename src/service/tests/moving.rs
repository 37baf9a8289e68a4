//! A customer that changes while it is read and shown: no screen mixes two moments, none is shown unkept.

use std::sync::Arc;

use super::bank::{ACCOUNT, NO, agent, audits, screen, service};
use crate::{
    domain::{
        AccountId, RequestKey,
        audit::AuditAct,
        statement::{StatementBlock, StatementHead, StatementRow},
    },
    request::{Answer, Door, Item, Request},
    service::{
        commit, fixtures,
        ledger::post,
        load_customer,
        meddled::{Meddled, Touch},
        records::Put,
    },
    store::{Batch, RequestId, Store, StoreError, Table, memory::MemoryStore, tables},
};

fn bank() -> MemoryStore {
    Arc::into_inner(super::bank::filled()).unwrap()
}

fn pay(store: &dyn Store, id: u128) {
    let entry = fixtures::payment(id, ACCOUNT, 100);
    post(store, &entry, &fixtures::audit(id, AuditAct::Posted { entry: entry.id })).unwrap();
}

fn version(store: &dyn Store) -> u64 {
    let (table, key) = tables::customer(NO);
    store.get(table, &key).unwrap().unwrap().version
}

#[test]
fn a_look_is_kept_at_the_version_it_shows() {
    let store = Arc::new(Meddled::new(bank(), Touch::Commit, 1, |store| pay(store, 9)));
    let old = version(store.as_ref());
    let shown = screen(&service(store.clone()), &agent());
    assert!(store.happened());
    assert!(shown.version > old);
    assert_eq!(shown.version, version(store.as_ref()));
    let looks =
        audits(store.as_ref()).into_iter().filter(|trace| trace.act == AuditAct::Looked { customer: NO });
    assert_eq!(looks.count(), 1);
}

#[test]
fn an_explanation_leaves_one_trace_and_is_of_the_facts_it_was_recorded_at() {
    let ask = |store: Arc<dyn Store>| {
        let item = Item::Alert("loan-overdue".to_owned());
        service(store).ask(&agent(), Request::Explain { customer: NO, item })
    };
    let store = Arc::new(bank());
    let fired = |answer| matches!(answer, Answer::Explanation(explanation) if explanation.fired);
    assert!(fired(ask(store.clone())));
    let explained = AuditAct::Explained { customer: NO, item: "loan-overdue".to_owned() };
    let acts = |store: &dyn Store| audits(store).into_iter().map(|trace| trace.act).collect::<Vec<_>>();
    assert_eq!(acts(store.as_ref()), std::slice::from_ref(&explained));

    // the loan is paid while its alert is explained
    let store = Arc::new(Meddled::new(bank(), Touch::Commit, 1, |store| {
        let mut intent = commit::Intent::new(RequestKey(2), &"paid", &()).unwrap();
        intent.facts = vec![fixtures::loan(5, NO.0, 0)];
        commit::commit(store, intent).unwrap();
    }));
    let Answer::Explanation(paid) = ask(store.clone()) else { panic!("no explanation") };
    assert!(!paid.fired && paid.why.iter().any(|condition| !condition.held), "{paid:?}");
    assert_eq!(acts(store.as_ref()).into_iter().filter(|act| *act == explained).count(), 1);
}

/// What an intent writes of a customer is written at the version that was read.
#[test]
fn a_change_of_facts_expects_the_version_it_counted_on() {
    let complaint = |id| {
        let mut intent = commit::Intent::new(RequestKey(id), &id, &()).unwrap();
        intent.facts =
            vec![super::bank::complaint(50 + u64::try_from(id).unwrap(), "2026-11-20", None, None)];
        intent
    };
    let store = Meddled::new(bank(), Touch::Commit, 1, move |store| {
        commit::commit(store, complaint(3)).unwrap();
    });
    let lost = commit::commit(&store, complaint(2)).unwrap_err();
    let moved = |error: &_| {
        use crate::service::ServiceError::Store;
        matches!(error, Store(StoreError::Conflict { table: Table::Customer, .. }))
    };
    assert!(moved(&lost), "{lost}");
    commit::commit(&store, complaint(2)).unwrap();
    let loaded = load_customer(&store, NO).unwrap().unwrap();
    assert_eq!(loaded.facts.complaints.len(), 5, "the manifest counts both");
}

/// What is loaded is of one version: the new one, unless the change came after the last look at the version.
#[test]
fn a_customer_that_changes_while_it_is_read_is_read_again() {
    let cases = [
        (Table::Customer, 1, 100),
        (Table::Balance, 1, 100),
        (Table::StatementHead, 1, 100),
        (Table::Meta, 1, 100),
        (Table::Customer, 2, 0),
    ];
    for (table, number, balance) in cases {
        let old = version(&bank());
        let store = Meddled::new(bank(), Touch::Get(table), number, |store| pay(store, 9));
        let loaded = load_customer(&store, NO).unwrap().unwrap();
        assert!(store.happened(), "{table:?} {number}");
        let found: i64 = loaded.facts.accounts.iter().map(|account| account.balance.minor).sum();
        assert_eq!((found, loaded.version > old), (balance, balance > 0), "{table:?} {number}");
    }
}

/// Of rows 1 to `rows`, in one block under one head.
fn put_statement(store: &dyn Store, rows: u64) {
    put_rows(store, (1..=rows).map(|id| fixtures::row(id, ACCOUNT, "2026-11-20", 5)).collect());
}

pub(super) fn put_rows(store: &dyn Store, rows: Vec<StatementRow>) {
    let account = AccountId(ACCOUNT);
    let count = u64::try_from(rows.len()).unwrap();
    let head = StatementHead { blocks: 1, rows: count, ..StatementHead::default() };
    let block = StatementBlock { rows };
    let puts = [
        Put::seal(tables::statement(account, 0), &block).unwrap(),
        Put::seal(tables::statement_head(account), &head).unwrap(),
    ];
    put_raw(store, u128::from(count) << 90, puts);
}

fn put_raw(store: &dyn Store, request: u128, puts: impl IntoIterator<Item = Put>) {
    let batch = Batch {
        request_id: RequestId(request),
        digest: [0; 32],
        result: Vec::new(),
        expects: Vec::new(),
        puts: puts.into_iter().map(|put| (put.table, put.key, put.value)).collect(),
        deletes: Vec::new(),
        adds: Vec::new(),
    };
    store.commit(batch).unwrap();
}

/// A statement's rows may change without the customer: its head tells.
#[test]
fn a_statement_that_changes_while_it_is_read_is_read_again() {
    let store = bank();
    put_statement(&store, 1);
    let store = Meddled::new(store, Touch::Get(Table::StatementHead), 1, |store| put_statement(store, 2));
    let loaded = load_customer(&store, NO).unwrap().unwrap();
    assert!(store.happened());
    let [account] = loaded.facts.accounts.as_slice() else {
        panic!("one account");
    };
    let rows = account.statement.as_ref().map(|head| head.rows);
    assert_eq!((rows, account.latest.len()), (Some(2), 2));
}

#[test]
fn an_import_that_was_cut_off_is_the_first_alert_and_no_amount_is_shown() {
    let store = super::bank::filled();
    let whole = screen(&service(store.clone()), &agent());
    let runs: Vec<crate::store::Digest> = vec![[7; 32]];
    let owed = Put::seal(tables::meta(crate::service::import::OPEN_IMPORTS), &runs).unwrap();
    put_raw(store.as_ref(), 77, [owed]);
    let shown = screen(&service(store), &agent());
    assert_eq!(shown.alerts[0].id, "import-unfinished");
    assert!(shown.alerts[0].blocks_sales && shown.alerts.len() == whole.alerts.len() + 1);
    let written = serde_json::to_string(&shown.summary).unwrap();
    assert!(!written.contains("minor"), "{written}");
    assert!(serde_json::to_string(&whole.summary).unwrap().contains("minor"));
}
