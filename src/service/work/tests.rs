//! What the start screen says of a demo bank is what all of each customer's records say.

use std::sync::Arc;

use super::*;
use crate::{
    domain::{
        Fact, RequestKey,
        consent::{Consent, ConsentStatus},
    },
    flow,
    intake::demo::{DemoBank, DemoParams},
    pack::PackSource,
    service::{
        Stamp, commit, demo as demo_bank,
        fixtures::{day, moment},
        load_customer,
        meta::{self, StoreIdentity, StoreKind},
    },
    store::memory::MemoryStore,
};

struct Still(Moment);

impl Stamp for Still {
    fn now(&self) -> Moment {
        self.0
    }

    fn fresh_id(&self) -> u128 {
        7
    }
}

/// A demo bank with a request that waits for a second person, as `tekil demo` makes it.
fn service(customers: u64, at: Moment) -> Service {
    let (pack, rules, flows) = flow::load(&PackSource::Embedded).unwrap();
    let (pack, rules, flows) = (Arc::new(pack), Arc::new(rules), Arc::new(flows));
    let store = Arc::new(MemoryStore::new());
    let params =
        DemoParams { customers, seed: 1, today: day("2026-11-24"), minute: 642, policy: "ab".to_owned() };
    let bank = DemoBank::try_new(params).unwrap();
    let identity = StoreIdentity::new(StoreKind::Demo, "demo-bank");
    let operator = OperatorId("owner".to_owned());
    let what = demo_bank::Fill { bank: &bank, identity: &identity, operator: &operator, threads: 1 };
    let by = meta::Publisher { operator: operator.clone(), at, id: 1 };
    demo_bank::fill(store.as_ref(), what, &mut |_, _| {}, &mut || {
        meta::publish(store.as_ref(), pack.hash(), by.clone())?;
        let (store, pack, rules, flows) = (store.clone(), pack.clone(), rules.clone(), flows.clone());
        let desk = demo_bank::Desk { store, pack, rules, flows };
        demo_bank::put_before_a_second(desk, &bank, at)
    })
    .unwrap();
    let (directory, numbers, reasons) = (Arc::default(), Arc::default(), Arc::default());
    Service { store, pack, rules, stamp: Arc::new(Still(at)), directory, flows, numbers, reasons }
}

/// All reasons to call, by everything that is known of each customer.
fn truth(store: &dyn Store, at: Moment) -> (usize, Vec<CallLine>) {
    let last = end_of(at.day().plus_days(CALL_DAYS).unwrap()).unwrap();
    let reasons: Vec<Due> = due::between(store, at, last, due::DUE_POLL_MAX).unwrap();
    let reasons = reasons.iter().filter(|due| is_reason(&due.what));
    let (mut lines, mut refused, mut all) = (Vec::new(), 0, 0);
    for due in reasons {
        all += 1;
        if lines.len() < WORK_LINES_MAX {
            let facts = load_customer(store, due.customer).unwrap().unwrap().facts;
            match call(&facts, due, at) {
                Some(line) => lines.push(line),
                None => refused += 1,
            }
        }
    }
    (all - refused, lines)
}

#[test]
fn few_records_say_what_all_of_them_say() {
    let at = moment("2026-11-24T10:42:30+03:00");
    let service = service(3_000, at);
    let store = service.store.as_ref();
    let (mut full, mut said) = (false, std::collections::BTreeSet::new());
    for days in [0, 3, 10, 40, 90] {
        let at = Moment::at(at.day().plus_days(days).unwrap(), 9, 30).unwrap();
        let found = calls(&service, at).unwrap();
        assert_eq!(found, truth(store, at));
        assert_eq!(found, calls(&service, at).unwrap(), "the same when it is known");
        full |= found.1.len() == WORK_LINES_MAX;
        said.extend(found.1.into_iter().map(|line| line.say.en));
    }
    assert!(full && said.len() == 2, "a full list, deposits and events: {full} {said:?}");

    let operator = OperatorId("0412".to_owned());
    let (open, lines) = left(&service, (&operator, Role::Agent), at).unwrap();
    assert!(open >= lines.len() && !lines.is_empty());
    for found in &lines {
        let facts = load_customer(store, found.customer).unwrap().unwrap().facts;
        let due = Due { at: found.at, customer: found.customer, what: found.item.clone() };
        assert_eq!(*found, line(&facts, &due, (&service, &operator)).unwrap());
    }
    assert!(lines.iter().any(|line| matches!(line.item, DueItem::Promise(_)) && !line.about.tr.is_empty()));

    for (story, known) in stories(store).unwrap().iter().zip(demo_bank::stories(store).unwrap()) {
        let facts = load_customer(store, known.customer).unwrap().unwrap().facts;
        assert_eq!(story.name, header::masked_name(&facts.customer));
        assert_eq!((story.customer, &story.title), (known.customer, &known.title));
    }
}

/// A deposit that was broken is no reason to call: its account says so.
#[test]
fn a_line_reads_the_records_that_it_needs() {
    let at = moment("2026-11-24T10:42:30+03:00");
    let service = service(300, at);
    let store = service.store.as_ref();
    for story in demo_bank::stories(store).unwrap() {
        let whole = load_customer(store, story.customer).unwrap().unwrap().facts;
        let few =
            load_line(store, story.customer, &[FactKind::Account, FactKind::Deposit]).unwrap().unwrap().facts;
        assert_eq!((&few.customer, &few.deposits), (&whole.customer, &whole.deposits), "{}", story.story);
        let accounts = |facts: &CustomerFacts| -> Vec<_> {
            facts.accounts.iter().map(|known| known.account.clone()).collect()
        };
        assert_eq!(accounts(&few), accounts(&whole));
        assert!(few.cards.is_empty() && few.consents.is_empty());
        let few =
            load_line(store, story.customer, &[FactKind::Contact, FactKind::Consent]).unwrap().unwrap().facts;
        for channel in [ConsentChannel::Call, ConsentChannel::Message, ConsentChannel::Email] {
            assert_eq!(consents::allowed(&few, channel, at), consents::allowed(&whole, channel, at));
        }
    }
    assert_eq!(load_line(store, crate::domain::CustomerNo(1), &[]).unwrap(), None);
}

/// What is kept of a customer holds until a record of theirs changes, or a consent that begins later begins.
#[test]
fn a_line_goes_with_the_consent_it_stands_on() {
    let at = moment("2026-11-24T10:42:30+03:00");
    let service = service(300, at);
    let store = service.store.as_ref();
    let whom = calls(&service, at).unwrap().1[0].customer;
    let called = |at: Moment| {
        let found = calls(&service, at).unwrap();
        assert_eq!(found, truth(store, at), "{at}");
        found.1.iter().any(|line| line.customer == whom)
    };
    let refuse = |id: u128, from: Moment| {
        let facts = load_customer(store, whom).unwrap().unwrap().facts;
        let calls = facts.consents.iter().find(|consent| consent.channel == ConsentChannel::Call).unwrap();
        let refused = Consent { status: ConsentStatus::Refused, at: from, address: None, ..calls.clone() };
        let mut intent = commit::Intent::new(RequestKey(id), &id, &()).unwrap();
        intent.facts = vec![Fact::Consent(refused)];
        commit::commit(store, intent).unwrap();
    };
    assert!(called(at));
    // withdrawn from eleven o'clock on
    refuse(501, moment("2026-11-24T11:00:00+03:00"));
    assert!(called(at) && called(moment("2026-11-24T10:59:59+03:00")));
    assert!(!called(moment("2026-11-24T11:00:00+03:00")));
    assert!(called(at), "what is kept of a later moment is not of an earlier one");
    refuse(502, at);
    assert!(!called(at));
}
