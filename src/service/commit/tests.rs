use super::*;
use crate::{
    domain::{
        ComplaintId, FactKind, Source, account::AccountTerms, audit::AuditAct, due::DueItem,
        fact::LATEST_ROWS_MAX,
    },
    service::{due, fixtures::*, load_customer},
    store::memory::MemoryStore,
    time::Moment,
};

fn intent(request: u128, facts: Vec<Fact>) -> Intent {
    let mut intent = Intent::new(RequestKey(request), &facts, &()).unwrap();
    intent.facts = facts;
    intent
}

fn bank() -> MemoryStore {
    let store = MemoryStore::new();
    let facts = vec![customer(7), account(1, 7), loan(3, 7, 0), mobile(7, "+905321234567")];
    commit(&store, intent(1, facts)).unwrap();
    store
}

#[test]
fn a_customer_is_read_as_it_was_written() {
    let store = bank();
    let loaded = load_customer(&store, CustomerNo(7)).unwrap().unwrap();
    assert_eq!(Fact::Customer(loaded.facts.customer), customer(7));
    assert_eq!(loaded.facts.accounts[0].balance, lira(0));
    assert_eq!(loaded.facts.loans.len(), 1);
    assert!(loaded.facts.accounts[0].latest.len() <= LATEST_ROWS_MAX);
    assert_eq!(load_customer(&store, CustomerNo(8)).unwrap(), None);
}

#[test]
fn facts_raise_the_version_and_traces_do_not() {
    let store = bank();
    let version = |store: &MemoryStore| load_customer(store, CustomerNo(7)).unwrap().unwrap().version;
    let before = version(&store);
    let mut look = Intent::new(RequestKey(2), &"look", &()).unwrap().at_version(CustomerNo(7), before);
    look.records.push(Record::Audit(audit(1, AuditAct::Looked { customer: CustomerNo(7) })));
    commit(&store, look).unwrap();
    assert_eq!(version(&store), before);
    commit(&store, intent(3, vec![loan(3, 7, 30)])).unwrap();
    assert!(version(&store) > before);
}

#[test]
fn a_commit_on_an_old_version_is_a_conflict() {
    let store = bank();
    let seen = load_customer(&store, CustomerNo(7)).unwrap().unwrap().version;
    commit(&store, intent(2, vec![loan(3, 7, 30)])).unwrap();
    let late = intent(3, vec![loan(3, 7, 60)]).at_version(CustomerNo(7), seen);
    let error = commit(&store, late).unwrap_err();
    assert!(matches!(error, ServiceError::Store(StoreError::Conflict { .. })), "{error}");
}

#[test]
fn equal_facts_write_nothing_but_the_request() {
    let store = bank();
    let batch = prepare(&store, intent(2, vec![customer(7), loan(3, 7, 0)])).unwrap();
    assert_eq!((batch.puts, batch.deletes), (Vec::new(), Vec::new()));
}

#[test]
fn the_owner_index_follows_its_account() {
    let store = bank();
    commit(&store, intent(2, vec![account_with(1, 7, Some(500), None)])).unwrap();
    let place = tables::account_owner(crate::domain::AccountId(1));
    let (_, terms) = records::get::<AccountTerms>(&store, &place).unwrap().unwrap();
    assert_eq!((terms.customer, terms.overdraft), (CustomerNo(7), Some(500)));
}

#[test]
fn a_promise_moves_and_ends_with_its_complaint() {
    let store = bank();
    let due = |store: &MemoryStore| due::poll(store, moment("2027-01-01T00:00:00+03:00"), None, 10).unwrap();
    let (first, second) = ("2026-11-25T10:00:00+03:00", "2026-11-26T10:00:00+03:00");
    commit(&store, intent(2, vec![complaint(4, 7, Some(first))])).unwrap();
    commit(&store, intent(3, vec![complaint(4, 7, Some(second))])).unwrap();
    let rows = due(&store);
    assert_eq!(rows.len(), 1);
    assert_eq!(
        (rows[0].due.at, rows[0].due.what.clone()),
        (moment(second), DueItem::Promise(ComplaintId(4)))
    );
    commit(&store, intent(4, vec![complaint(4, 7, None)])).unwrap();
    assert!(due(&store).is_empty());
}

#[test]
fn the_poll_is_bounded_and_goes_on_where_it_stopped() {
    let store = bank();
    let at = |hour: u64| format!("2026-11-25T{hour:02}:00:00+03:00");
    let facts = (0..10).map(|hour| complaint(hour, 7, Some(&at(hour)))).collect();
    commit(&store, intent(2, facts)).unwrap();
    let until: Moment = moment(&at(6));
    let first = due::poll(&store, until, None, 4).unwrap();
    let rest = due::poll(&store, until, first.last().map(|row| &row.key), 10).unwrap();
    let hours: Vec<_> = first.iter().chain(&rest).map(|row| row.due.at.hour_minute().0).collect();
    assert_eq!(hours, [0, 1, 2, 3, 4, 5, 6]);
}

#[test]
fn a_counted_record_that_is_gone_is_damage() {
    let store = bank();
    let mut raw = prepare(&store, intent(2, vec![])).unwrap();
    raw.deletes.push(tables::fact(CustomerNo(7), FactKind::Loan, &3_u64.to_be_bytes()));
    store.commit(raw).unwrap();
    let error = load_customer(&store, CustomerNo(7)).unwrap_err();
    assert!(matches!(error, ServiceError::Store(StoreError::Corrupt { .. })), "{error}");
}

#[test]
fn facts_without_a_customer_have_no_place() {
    let store = bank();
    for fact in [loan(9, 8, 0), Fact::Statement(row(1, 1, "2026-01-01", 5))] {
        let error = commit(&store, intent(2, vec![fact])).unwrap_err();
        assert!(matches!(error, ServiceError::Misplaced { .. }), "{error}");
    }
}

#[test]
fn a_manifest_counts_each_kind_once_in_order() {
    let mut manifest = Manifest::new(Source("bank".to_owned()));
    for kind in [FactKind::Loan, FactKind::Customer, FactKind::Loan] {
        manifest.add(kind);
    }
    assert_eq!(manifest.counts, [(FactKind::Customer, 1), (FactKind::Loan, 2)]);
    assert_eq!(manifest.count(FactKind::Card), 0);
}
