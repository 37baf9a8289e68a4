//! Offers at the door: who reads them, what is said where, and that the same facts give the same bytes.

use std::sync::Arc;

use super::bank::{NO, agent, audits, caller, facts, publish, service};
use crate::{
    domain::{
        Fact, RequestKey,
        audit::AuditAct,
        channel::Touchpoint,
        cheque::BouncedCheque,
        consent::{Consent, ConsentChannel, ConsentStatus, Recipient},
        deposit::Deposit,
        holding::Holding,
        interaction::Direction,
        operator::{Role, Verification},
        profile::Profile,
    },
    pack::{Pack, PackSource},
    request::{
        Answer, Caller, CustomerScreen, Door, Item, Request,
        offers::{Gate, Offers},
        screen::Shown,
    },
    service::{Service, commit, fixtures, load_customer},
    store::memory::MemoryStore,
};

/// The bank's customer without the open complaint, with a deposit that matures and a bounced cheque.
fn saver(call: Option<ConsentStatus>) -> Service {
    let mut facts: Vec<Fact> = facts()
        .into_iter()
        .filter(|fact| !matches!(fact, Fact::Complaint(complaint) if complaint.id.0 == 3))
        .collect();
    let Fact::Account(mut term) = fixtures::account(70_401_703, NO.0) else { panic!("an account") };
    term.kind = crate::domain::account::AccountKind::Term;
    facts.push(Fact::Account(term));
    facts.push(Fact::Deposit(Deposit {
        account: crate::domain::AccountId(70_401_703),
        customer: NO,
        principal: fixtures::lira(50_000_000),
        rate_percent: 41.into(),
        opened: fixtures::day("2026-10-27"),
        matures: fixtures::day("2026-12-01"),
    }));
    facts.push(Fact::Holding(Holding {
        customer: NO,
        code: "PPF".to_owned(),
        units: 10.into(),
        value: Some(fixtures::lira(9_610_000)),
        as_of: None,
    }));
    facts.push(Fact::BouncedCheque(BouncedCheque {
        customer: NO,
        number: 7_741,
        amount: fixtures::lira(4_500_000),
        bounced: fixtures::day("2026-11-12"),
        settled: None,
    }));
    facts.push(Fact::Profile(Profile {
        customer: NO,
        as_of: fixtures::day("2026-11-24"),
        value_segment: Some("A2".to_owned()),
        behaviour_segment: Some("unnamed".to_owned()),
        lifetime: None,
        churn_permille: vec![710, 480],
        churn_reason: None,
        profit_this_year: None,
        profit_last_year: None,
    }));
    facts.extend(call.map(|status| {
        Fact::Consent(Consent {
            customer: NO,
            address: None,
            channel: ConsentChannel::Call,
            recipient: Recipient::Individual,
            status,
            at: fixtures::moment("2026-01-01T09:00:00+03:00"),
            source: "HS_WEB".to_owned(),
        })
    }));
    let store = Arc::new(MemoryStore::new());
    let mut intent = commit::Intent::new(RequestKey(1), &"facts", &()).unwrap();
    intent.facts = facts;
    commit::commit(store.as_ref(), intent).unwrap();
    publish(store.as_ref(), Pack::load(&PackSource::Embedded).unwrap().hash());
    service(store)
}

fn screen(service: &Service, caller: &Caller) -> CustomerScreen {
    let answer = service.ask(caller, Request::OpenCustomer { customer: NO });
    let Answer::Customer(screen) = answer else { panic!("{answer:?}") };
    *screen
}

fn shown(service: &Service, caller: &Caller) -> Offers {
    let offers = screen(service, caller).offers;
    let Shown::Known(offers) = offers else { panic!("{offers:?}") };
    offers
}

fn decide(service: &Service, caller: &Caller) -> Answer {
    service.ask(caller, Request::Decide { customer: NO })
}

fn at(touchpoint: Touchpoint) -> Caller {
    Caller { touchpoint, ..agent() }
}

#[test]
fn the_tenth_decision_has_the_bytes_of_the_first_and_each_leaves_a_trace() {
    let service = saver(None);
    let first = serde_json::to_vec(&decide(&service, &agent())).unwrap();
    for _ in 2..=10 {
        assert_eq!(serde_json::to_vec(&decide(&service, &agent())).unwrap(), first);
    }
    let traces = audits(service.store.as_ref());
    assert_eq!(traces.len(), 10);
    assert!(traces.iter().all(|trace| trace.act == AuditAct::Decided { customer: NO }), "{traces:?}");
    let loaded = load_customer(service.store.as_ref(), NO).unwrap().unwrap();
    let Answer::Decision(decision) = decide(&service, &agent()) else { panic!("no decision") };
    assert_eq!((decision.version, decision.published.policy.as_str()), (loaded.version, service.pack.hash()));
}

/// Consent of one channel blanks the sentence of a contact that the bank began, says why, and moves nothing; talk that
/// the customer began is not gated. The decision itself knows no channel.
#[test]
fn consent_blanks_the_sentence_of_an_outbound_contact_and_never_reorders() {
    use ConsentStatus::{Granted, Refused};
    use Direction::{Inbound, Outbound};
    const CALL: Option<&str> = Some("Arama izni yok: söylenmez");
    const MESSAGE: Option<&str> = Some("SMS izni yok: yazılmaz");
    let cases = [
        // consent to calls, where, who began, why nothing is said
        (None, Touchpoint::CallCenter, Inbound, None),
        (Some(Refused), Touchpoint::CallCenter, Inbound, None),
        (Some(Refused), Touchpoint::Ivr, Inbound, None),
        (None, Touchpoint::Digital, Inbound, None),
        (None, Touchpoint::CallCenter, Outbound, CALL),
        (Some(Refused), Touchpoint::CallCenter, Outbound, CALL),
        (Some(Refused), Touchpoint::Ivr, Outbound, CALL),
        (Some(Granted), Touchpoint::CallCenter, Outbound, None),
        (Some(Granted), Touchpoint::Ivr, Outbound, None),
        (Some(Granted), Touchpoint::Digital, Outbound, MESSAGE),
        (None, Touchpoint::Branch, Outbound, None),
        (None, Touchpoint::Branch, Inbound, None),
    ];
    let wanted = shown(&saver(Some(Granted)), &agent());
    assert!(wanted.lines.len() >= 2 && wanted.lines.iter().all(|line| line.say.is_some()), "{wanted:?}");
    for (consent, touchpoint, direction, why) in cases {
        let case = format!("{consent:?} {touchpoint:?} {direction:?}");
        let service = saver(consent);
        let caller = Caller { touchpoint, direction, ..agent() };
        let offers = shown(&service, &caller);
        let order = |offers: &Offers| -> Vec<(String, usize, i128)> {
            offers.lines.iter().map(|line| (line.id.clone(), line.rank, line.priority)).collect()
        };
        assert_eq!(order(&offers), order(&wanted), "{case}");
        for line in &offers.lines {
            let unsaid = line.unsaid.as_ref().map(|said| said.tr.as_str());
            assert_eq!((line.say.is_none(), unsaid), (why.is_some(), why), "{case}");
        }
        let Answer::Decision(decided) = decide(&service, &caller) else { panic!("no decision") };
        assert_eq!(decided.offers.lines, offers.lines, "{case}");
        let Answer::Decision(inbound) = decide(&service, &at(Touchpoint::Branch)) else { panic!("{case}") };
        assert_eq!(order(&decided.offers), order(&inbound.offers), "{case}");
        assert_eq!(decided == inbound, why.is_none(), "{case}");
    }
}

#[test]
fn offers_are_hidden_until_the_caller_is_verified() {
    let service = saver(None);
    let unverified = caller(Role::Agent, Verification::Information);
    let screen = screen(&service, &unverified);
    assert_eq!((screen.offers, screen.segments), (Shown::Hidden, Vec::new()));
    let refused = Answer::Refused(crate::domain::Refusal::NotVerified);
    assert_eq!(decide(&service, &unverified), refused);
    let item = Item::Offer("money-market-fund".to_owned());
    assert_eq!(service.ask(&unverified, Request::Explain { customer: NO, item }), refused);
}

/// A teller reads that the cheque holds credit, not its amount; the same words stand in screen and explanation.
#[test]
fn held_offers_are_explained_in_the_words_of_the_screen() {
    let service = saver(None);
    let explain = |caller: &Caller, id: &str| {
        service.ask(caller, Request::Explain { customer: NO, item: Item::Offer(id.to_owned()) })
    };
    for role in [Role::Supervisor, Role::Teller] {
        let caller = caller(role, Verification::Money);
        let offers = shown(&service, &caller);
        let held = offers.held.iter().find(|held| held.id == "card-limit").unwrap();
        assert_eq!(held.gate, Gate::Suitability);
        let Answer::Explanation(explained) = explain(&caller, "card-limit") else { panic!("no explanation") };
        assert!(explained.text.tr.contains(&held.why.tr), "{}", explained.text.tr);
        assert_eq!(explained.why, held.seen);
        let first = &offers.lines[0];
        let Answer::Explanation(explained) = explain(&caller, &first.id) else { panic!("no explanation") };
        assert!(explained.text.en.contains(&first.why.en), "{}", explained.text.en);
        assert_eq!(explained.why.last().unwrap().condition, "propensity * context * value * lever");
        let said = serde_json::to_string(&(offers, screen(&service, &caller).alerts)).unwrap();
        assert_eq!(said.contains("45.000"), role == Role::Supervisor, "{said}");
    }
    let item = "no-such".to_owned();
    assert_eq!(explain(&agent(), "no-such"), Answer::Refused(crate::domain::Refusal::UnknownItem { item }));
}

#[test]
fn segments_have_the_names_of_the_pack() {
    let tr: Vec<String> =
        screen(&saver(None), &agent()).segments.into_iter().map(|segment| segment.tr).collect();
    assert_eq!(tr, ["A2 Değerli", "unnamed"]);
}
