use proptest::prelude::*;

use super::*;
use crate::{
    domain::{
        ApprovalId, DraftId, OutboxId, QuoteId, RequestKey, TaskId,
        approval::{ApprovalKind, ApprovalOutcome},
        audit::AuditAct,
        channel::Touchpoint,
        operator::{OperatorId, Role},
        outbox::OutboxState,
        published::Published,
    },
    service::fixtures::*,
    text::{Message, ids::domain as id},
};

fn nouns() -> Vec<Record> {
    let at = moment("2026-11-24T10:42:00+03:00");
    let operator = OperatorId("demo".to_owned());
    vec![
        Record::Draft(Draft {
            id: DraftId(1),
            operator: operator.clone(),
            customer: CustomerNo(7),
            flow: "break-deposit".to_owned(),
            step: 2,
            fields: vec![("amount".to_owned(), "1000,00".to_owned())],
            request: RequestKey(9),
            until: at,
            quote: None,
        }),
        Record::Task(Task {
            id: TaskId(2),
            customer: CustomerNo(7),
            owner: None,
            unit: "cards".to_owned(),
            what: Message::new(id::UNKNOWN_ITEM).with("item", "x"),
            due: at,
            done: Some(at),
        }),
        Record::Approval(Approval {
            id: ApprovalId(3),
            customer: CustomerNo(7),
            request: RequestKey(9),
            what: ApprovalKind::Run,
            limit: lira(1),
            digest: [4; 32],
            amount: lira(100),
            maker: operator.clone(),
            role: Role::Agent,
            asked: at,
            until: at,
            outcome: Some((ApprovalOutcome::Returned("eksik".to_owned()), operator, at)),
        }),
        Record::Outbox(OutboxOrder {
            id: OutboxId(4),
            customer: CustomerNo(7),
            request: RequestKey(9),
            kind: "break-deposit".to_owned(),
            body: "{}".to_owned(),
            attempts: 3,
            next: at,
            state: OutboxState::Refused("no such account".to_owned()),
        }),
        Record::Quote(Quote {
            id: QuoteId(5),
            customer: CustomerNo(7),
            offer: "renewal".to_owned(),
            terms: "43.00".to_owned(),
            firm: true,
            made: at,
            until: at,
            made_on: Touchpoint::Branch,
            legal_stops: vec!["sanction".to_owned()],
            published: Published { policy: "ab".to_owned(), model: 2 },
        }),
        Record::Entry(payment(6, 1, -500)),
        Record::Audit(audit(7, AuditAct::Looked { customer: CustomerNo(7) })),
    ]
}

#[test]
fn every_noun_comes_back_from_its_stored_form() {
    for record in nouns() {
        let put = record.put().unwrap();
        let back = Record::open(put.table, &put.key, &put.value).unwrap();
        assert_eq!(back.as_ref(), Some(&record));
    }
}

#[test]
fn every_fact_comes_back_under_its_owner() {
    for fact in [
        customer(7),
        account_with(1, 7, Some(5), Some(-3)),
        mobile(7, "+905321234567"),
        loan(3, 7, 0),
        complaint(4, 7, Some("2026-11-24T10:42:00+03:00")),
    ] {
        let (kind, own) = own_id(&fact).unwrap();
        let (_, key) = tables::fact(CustomerNo(7), kind, &own);
        let (no, back) = open_row(&key, &seal_fact(&fact).unwrap()).unwrap();
        assert_eq!((no, back), (CustomerNo(7), fact));
    }
}

#[test]
fn what_is_no_fact_is_named_as_damage() {
    for key in [&b"short"[..], &[0, 0, 0, 0, 0, 0, 0, 7, 99], &[0; 8]] {
        let error = open_row(key, &[]).unwrap_err();
        assert!(matches!(error, StoreError::Corrupt { .. }), "{error}");
    }
}

#[test]
fn keys_hold_no_personal_data() {
    let number = "+905321234567";
    let (_, own) = own_id(&mobile(7, number)).unwrap();
    assert!(!own.windows(4).any(|part| number.as_bytes().windows(4).any(|digits| digits == part)));
}

proptest! {
    #[test]
    fn keys_stand_in_the_order_of_numbers(one: u64, other: u64) {
        let key = |no: u64| tables::fact(CustomerNo(no), FactKind::Loan, &[]).1;
        prop_assert_eq!(one.cmp(&other), key(one).cmp(&key(other)));
    }
}
