//! The service over a store in memory: who sees what, and what is kept of it.

mod bank;
mod failing;
mod lists;
mod moving;
mod offers;
mod parts;

use std::sync::Arc;

use bank::{ACCOUNT, FAMILY, MOBILE, NO, TCKN, agent, audits, caller, facts, filled, open, screen, service};

use super::{commit, door::Stopped, fixtures, meta};
use crate::{
    domain::{
        AccountId, CustomerNo, EntryId, Refusal, RequestKey,
        audit::AuditAct,
        channel::Touchpoint,
        operator::{Role, Verification},
    },
    pack::{Pack, PackSource},
    request::{
        Answer, Caller, Door, Item, Request,
        screen::{Shown, SummaryLine},
    },
    rules,
    store::{Store, memory::MemoryStore, tables},
};

#[test]
fn a_look_is_one_durable_record_and_raises_no_version() {
    let store = filled();
    let service = service(store.clone());
    let (table, key) = tables::customer(NO);
    let version = store.get(table, &key).unwrap().unwrap().version;
    let sequence = store.sequence().unwrap();

    let screen = screen(&service, &agent());
    assert_eq!(screen.version, version);
    assert_eq!(store.sequence().unwrap(), sequence + 1);
    assert_eq!(store.get(table, &key).unwrap().unwrap().version, version);

    let [look] = audits(store.as_ref()).try_into().unwrap();
    assert_eq!(look.act, AuditAct::Looked { customer: NO });
    assert_eq!(look.contact.as_deref(), Some("ÇM-7"));
    assert_eq!(look.at, service.stamp.now());
}

#[test]
fn the_tenth_look_has_the_bytes_of_the_first() {
    let service = service(filled());
    let bytes = || serde_json::to_vec(&open(&service, &agent())).unwrap();
    let first = bytes();
    for _ in 2..=10 {
        assert_eq!(bytes(), first);
    }
}

#[test]
fn refused_requests_leave_a_trace_and_show_nothing() {
    let entry = fixtures::payment(7, ACCOUNT, -100);
    let post = || Request::Post { entry: entry.clone() };
    let look = |no| Request::OpenCustomer { customer: CustomerNo(no) };
    let no_reason = Caller { contact: None, ..agent() };
    let named = |request: &str| Refusal::NotPermitted { request: request.to_owned() };
    let cases = [
        (no_reason, look(NO.0), Refusal::ReasonMissing),
        (caller(Role::Admin, Verification::Money), look(NO.0), named("open_customer")),
        (caller(Role::Channel, Verification::Money), look(NO.0), named("open_customer")),
        (agent(), post(), named("post")),
        (caller(Role::Teller, Verification::Money), post(), named("post")),
        (agent(), look(9), Refusal::UnknownCustomer { customer: CustomerNo(9) }),
    ];
    for (caller, request, refusal) in cases {
        let store = filled();
        let (name, customer) = (request.name().to_owned(), request.customer());
        let answer = service(store.clone()).ask(&caller, request);
        assert_eq!(answer, Answer::Refused(refusal));
        let [trace] = audits(store.as_ref()).try_into().unwrap();
        assert_eq!(trace.act, AuditAct::Refused { request: name, customer });
        assert_eq!(trace.role, caller.role);
    }
}

/// Raw values stand in no answer, whatever the role and verification; amounts only where the table says so.
#[test]
fn no_answer_holds_what_its_reader_may_not_see() {
    let service = service(filled());
    let levels = [Verification::BlockOnly, Verification::Service, Verification::Money];
    let alerts: Vec<String> = screen(&service, &agent()).alerts.into_iter().map(|alert| alert.id).collect();
    assert!(alerts.iter().any(|id| id == "loan-overdue"), "{alerts:?}");
    for role in Role::ALL {
        for verified in levels {
            let caller = caller(role, verified);
            let mut answers = vec![open(&service, &caller)];
            for id in &alerts {
                let item = Item::Alert(id.clone());
                answers.push(service.ask(&caller, Request::Explain { customer: NO, item }));
            }
            let text = serde_json::to_string(&answers).unwrap();
            for raw in [TCKN, MOBILE, MOBILE.trim_start_matches("+90"), FAMILY, "YILDIRIMÖZ"] {
                assert!(!text.contains(raw), "{role:?} {verified:?} reads {raw}: {text}");
            }
            let amounts = match role {
                Role::Agent => verified >= Verification::Service,
                Role::Teller | Role::Supervisor | Role::Auditor => true,
                Role::Admin | Role::Channel | Role::Owner => false,
            };
            assert_eq!(text.contains("1842050"), amounts, "{role:?} {verified:?}: {text}");
            assert_eq!(text.contains("*******0146"), amounts, "{role:?} {verified:?}: {text}");
        }
    }
}

#[test]
fn alerts_show_their_reason_and_amount_by_role() {
    let service = service(filled());
    let text = |role, verified| {
        let alerts = screen(&service, &caller(role, verified)).alerts;
        alerts.into_iter().find(|alert| alert.id == "loan-overdue").unwrap().text.tr
    };
    let full = text(Role::Supervisor, Verification::BlockOnly);
    assert!(full.contains("210.000"), "{full}");
    assert_eq!(text(Role::Agent, Verification::Money), full);
    let name = text(Role::Agent, Verification::BlockOnly);
    assert!(!name.is_empty() && !name.contains("210.000"), "{name}");
    let reason = text(Role::Teller, Verification::Money);
    assert!(!reason.contains("210.000") && reason.contains("34 gün"), "{reason}");
    let day = |caller: &Caller| {
        let alerts = screen(&service, caller).alerts;
        alerts.into_iter().find(|alert| alert.id == "card-late").unwrap().day
    };
    assert_eq!(day(&caller(Role::Teller, Verification::BlockOnly)), Some(fixtures::day("2026-11-23")));
    assert_eq!(day(&agent()), Some(fixtures::day("2026-11-23")));
    assert_eq!(day(&caller(Role::Agent, Verification::BlockOnly)), None);
}

/// The pack decides which feature is an alert's amount; the mask looks at what the text and conditions read.
#[test]
fn amounts_are_hidden_wherever_a_rule_reads_them() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::create_dir(dir.path().join("flows")).unwrap();
    for (name, text) in Pack::embedded_files() {
        let text = text
            .replace("amount = \"loan.in_debt_amount\"\n", "")
            .replace("loan.overdue_count > 0", "loan.in_debt_amount > 0")
            .replace("Kredi gecikmiş[", "Kredi {loan.in_debt_amount}[");
        std::fs::write(dir.path().join(name), text).unwrap();
    }
    let (pack, rules) = rules::load(&PackSource::Dir(dir.path().to_owned())).unwrap();
    let store = filled();
    let mut service = service(store.clone());
    (service.pack, service.rules) = (Arc::new(pack), Arc::new(rules));
    assert!(matches!(open(&service, &agent()), Answer::Failed { .. }), "the pack is not in force");
    bank::publish(store.as_ref(), service.pack.hash());
    assert_eq!(screen(&service, &agent()).published.policy, service.pack.hash());
    let read = |role| {
        let caller = caller(role, Verification::Money);
        let alerts = screen(&service, &caller).alerts;
        let text = alerts.into_iter().find(|alert| alert.id == "loan-overdue").unwrap().text.tr;
        let item = Item::Alert("loan-overdue".to_owned());
        let Answer::Explanation(explained) = service.ask(&caller, Request::Explain { customer: NO, item })
        else {
            panic!("no explanation");
        };
        let [condition] = explained.why.as_slice() else {
            panic!("one condition");
        };
        let [(_, _, value)] = condition.seen.as_slice() else {
            panic!("one feature");
        };
        (text, value.tr.clone())
    };
    let (text, value) = read(Role::Supervisor);
    assert!(text.contains("210.000") && value.contains("210.000"), "{text} {value}");
    assert_eq!(read(Role::Teller), ("Kredi *** 34 gün".to_owned(), "***".to_owned()));
}

#[test]
fn a_whole_screen_comes_back_from_json() {
    let service = service(filled());
    for caller in
        [agent(), caller(Role::Agent, Verification::BlockOnly), caller(Role::Teller, Verification::Money)]
    {
        let answer = open(&service, &caller);
        let json = serde_json::to_string(&answer).unwrap();
        assert_eq!(serde_json::from_str::<Answer>(&json).unwrap(), answer);
    }
}

#[test]
fn an_explanation_is_masked_like_its_alert() {
    let service = service(filled());
    let ask = |caller: &Caller, id: &str| {
        let item = Item::Alert(id.to_owned());
        service.ask(caller, Request::Explain { customer: NO, item })
    };
    let Answer::Explanation(full) = ask(&agent(), "loan-overdue") else {
        panic!("no explanation");
    };
    assert!(full.why.iter().all(|condition| condition.held && !condition.seen.is_empty()), "{full:?}");
    assert_eq!(full.published.policy, service.pack.hash());
    let Answer::Explanation(masked) = ask(&caller(Role::Teller, Verification::Money), "loan-overdue") else {
        panic!("no explanation");
    };
    assert!(!format!("{masked:?}").contains("210.000"), "{masked:?}");
    assert!(masked.why.iter().all(|condition| !condition.seen.is_empty()), "{masked:?}");
    assert_eq!(masked.why.len(), full.why.len());
    let unverified = ask(&caller(Role::Agent, Verification::BlockOnly), "loan-overdue");
    assert_eq!(unverified, Answer::Refused(Refusal::NotVerified));
    let item = "no-such-alert".to_owned();
    assert_eq!(ask(&agent(), "no-such-alert"), Answer::Refused(Refusal::UnknownItem { item }));
}

#[test]
fn the_screen_says_what_the_facts_say() {
    let screen = screen(&service(filled()), &agent());
    assert_eq!(screen.header.number, "****4017");
    let address = screen.header.address.unwrap();
    assert_eq!((address.tr.as_str(), address.en.as_str()), ("DENİZ HANIM Y********Z", "Ms DENİZ Y********Z"));
    assert_eq!(screen.header.years, Some(10), "one day before the eleventh anniversary");
    assert_eq!(screen.header.verified, Some(true));
    assert!(!screen.header.demo);
    assert_eq!((screen.complaints.count, screen.complaints.open), (2, 1));
    assert_eq!(screen.complaints.last_year, 3);
    let Shown::Known(lines) = &screen.complaints.lines else {
        panic!("hidden");
    };
    assert_eq!(lines.iter().map(|line| line.id.0).collect::<Vec<_>>(), [3, 1, 2]);
    let Shown::Known(reasons) = &screen.call_reasons else {
        panic!("hidden");
    };
    let tr: Vec<&str> = reasons.iter().map(|reason| reason.tr.as_str()).collect();
    assert_eq!(
        tr,
        [
            "bugün 17:00 için dönüş sözü var",
            "23.11 18:52 ATM cash withdrawal reddi",
            "kart ödemesi 1 gün gecikmiş",
        ]
    );
    assert!(matches!(screen.summary.first(), Some(SummaryLine::Card { .. })));
    let missing: Vec<&str> = screen.missing.iter().map(|missing| missing.field.as_str()).collect();
    assert_eq!(missing, ["email", "address"]);
}

#[test]
fn the_touchpoint_orders_the_summary() {
    let service = service(filled());
    let mut branch = caller(Role::Teller, Verification::Money);
    branch.touchpoint = Touchpoint::Branch;
    let lines = screen(&service, &branch).summary;
    assert!(matches!(lines.first(), Some(SummaryLine::Demand { .. })), "{lines:?}");
    let last = lines.iter().rev().find(|line| !matches!(line, SummaryLine::NetWorth { .. }));
    assert!(matches!(last, Some(SummaryLine::Card { .. })), "{lines:?}");
}

#[test]
fn a_demo_store_says_so() {
    let store = Arc::new(MemoryStore::new());
    let identity = meta::StoreIdentity::new(meta::StoreKind::Demo, "demo-bank");
    meta::claim(store.as_ref(), &identity).unwrap();
    let mut intent = commit::Intent::new(RequestKey(1), &"facts", &()).unwrap();
    intent.facts = facts();
    commit::commit(store.as_ref(), intent).unwrap();
    bank::publish(store.as_ref(), service(store.clone()).pack.hash());
    assert!(screen(&service(store), &agent()).header.demo);
}

#[test]
fn a_posting_and_its_trace_are_made_once() {
    let store = filled();
    let service = service(store.clone());
    let entry = fixtures::payment(7, ACCOUNT, 5_000);
    for _ in 0..2 {
        assert_eq!(service.post(&agent(), &entry).unwrap(), Answer::Posted(entry.clone()));
    }
    let posted = audits(store.as_ref())
        .into_iter()
        .filter(|trace| trace.act == AuditAct::Posted { entry: EntryId(7) })
        .count();
    assert_eq!(posted, 1);

    let drawn = service.post(&agent(), &fixtures::payment(8, ACCOUNT, -5_001));
    let Err(Stopped::Refused(Refusal::LimitReached { account, .. })) = drawn else {
        panic!("the limit did not hold");
    };
    assert_eq!(account, AccountId(ACCOUNT));
}
