//! Taking back: every balance, every order, every offer, or by name what stays.

use super::*;
use crate::{
    domain::{QuoteId, channel::Touchpoint, published::Published, quote::Quote, receipt::Receipt},
    service::fixtures::moment,
};

/// A firm renewal at 43 percent, made this morning.
fn firm(world: &World, until: &str) {
    let quote = Quote {
        id: QuoteId(43),
        customer: NO,
        offer: "deposit-renewal".to_owned(),
        terms: "43.00".to_owned(),
        firm: true,
        made: moment("2026-11-24T09:00:00+03:00"),
        until: moment(until),
        made_on: Touchpoint::Ivr,
        legal_stops: Vec::new(),
        published: Published { policy: String::new(), model: 0 },
    };
    let mut intent = Intent::new(crate::domain::RequestKey(4_300), &(), &()).unwrap();
    intent.records.push(Record::Quote(quote));
    commit(world.store.as_ref(), intent).unwrap();
}

fn taken_back(world: &World, receipt: &Receipt) -> Receipt {
    let reverse = || FlowRequest::Reverse { receipt: receipt.no, reason: "yanlış".to_owned() };
    awaiting(world.ask(&teller(), reverse()));
    posted(world.ask(&supervisor(), reverse()))
}

fn beside(receipt: &Receipt) -> Vec<(String, String)> {
    let lines = &receipt.legs.last().unwrap().lines;
    let text = |line: &crate::domain::receipt::ReceiptLine| line.text.clone().unwrap().en;
    lines.iter().map(|line| (line.label.en.clone(), text(line))).collect()
}

#[test]
fn a_firm_quote_that_the_run_ended_holds_again() {
    let world = World::new();
    firm(&world, "2026-12-05T17:00:00+03:00");
    let before = world.begun(&agent()).basis;
    assert!(before.lapses.iter().any(|(account, _)| *account == FIRST));
    let run = world.ready(&agent(), FIRST, "200b", "300b");
    let receipt = posted(world.submit(&agent(), &run));
    let quoted = |world: &World| {
        let offers = world.begun(&agent()).basis.offers;
        offers.into_iter().any(|offer| offer.id == "deposit-renewal" && offer.name.tr.contains("%43"))
    };
    assert!(!quoted(&world), "it was ended");
    let back = taken_back(&world, &receipt);
    let (label, text) = beside(&back).remove(0);
    assert!(label.starts_with("Offer: "), "{label}");
    assert_eq!(text, "holds again, until 05.12.2026 17:00");
    assert!(quoted(&world), "and is offered as it was");
    world.is_sound();
}

#[test]
fn a_quote_that_passed_meanwhile_and_a_used_order_are_named_as_not_coming_back() {
    let world = World::new();
    firm(&world, "2026-12-01T11:00:00+03:00");
    let run = world.ready(&agent(), FIRST, "200b", "300b");
    let (quote, yes) = (run.price().unwrap().id, Yes::Order(crate::domain::SignedOrderId(7)));
    let receipt = posted(
        world.ask(&agent(), FlowRequest::Submit { work: run.work(), quote, yes, seen: Box::new(seen(&run)) }),
    );
    // the quote is taken away from under it: it held to eleven o'clock of this day only
    let place = tables::quote(NO, QuoteId(43));
    let (_, stored) = records::get::<Quote>(world.store.as_ref(), &place).unwrap().unwrap();
    let mut intent = Intent::new(crate::domain::RequestKey(4_301), &(), &()).unwrap();
    let until = moment("2026-11-24T11:00:00+03:00");
    intent.records.push(Record::Quote(Quote { until, ..stored }));
    commit(world.store.as_ref(), intent).unwrap();
    world.later(3_600);
    let back = taken_back(&world, &receipt);
    let said = beside(&back);
    assert_eq!(said[1].1, "does not come back, passed at 24.11.2026 11:00");
    assert_eq!(said[0], ("Signed order 7".to_owned(), "stays used; a new one is needed".to_owned()));
    world.is_sound();
}

#[test]
fn taking_back_says_why() {
    let world = World::new();
    let receipt = posted(world.submit(&agent(), &world.ready(&agent(), FIRST, "200b", "300b")));
    let silent = || FlowRequest::Reverse { receipt: receipt.no, reason: " ".to_owned() };
    let nobody = Caller { contact: None, ..teller() };
    for who in [teller(), nobody] {
        assert_eq!(refused(world.ask(&who, silent())), Refusal::WhyMissing);
    }
    for words in [Refusal::WhyMissing.message().said().tr, Refusal::WhyMissing.message().said().en] {
        assert!(words.contains("--reason") && !words.contains("--contact"), "{words}");
    }
}

#[test]
fn a_reversal_returns_every_balance_and_closes_every_order() {
    let world = World::new();
    let before = world.balances();
    let run = world.ready(&agent(), FIRST, "200b", "300b");
    let receipt = posted(world.submit(&agent(), &run));
    let reverse = || FlowRequest::Reverse { receipt: receipt.no, reason: "yanlış müşteri".to_owned() };
    assert_eq!(refused(world.ask(&supervisor(), reverse())), Refusal::MakerNeeded);
    assert!(matches!(refused(world.ask(&agent(), reverse())), Refusal::NotPermitted { .. }));
    let line = awaiting(world.ask(&teller(), reverse()));
    let again = FlowRequest::Reverse { receipt: receipt.no, reason: "başka bir neden".to_owned() };
    assert_eq!(waiting(world.ask(&teller(), again)), line, "as it was asked");
    let asked = Reversal { receipt: receipt.no, reason: "yanlış müşteri".to_owned() };
    assert_eq!(line.reverses, Some(asked));
    let own = caller("0207", Role::Supervisor);
    let approve = FlowRequest::Approve { approval: line.approval, digest: line.digest };
    assert_eq!(refused(world.ask(&own, approve)), Refusal::OwnApproval { share: OwnShare::Asked });
    let posted_it = caller("0412", Role::Supervisor);
    assert_eq!(refused(world.ask(&posted_it, reverse())), Refusal::OwnApproval { share: OwnShare::Posted });
    let back = posted(world.ask(&supervisor(), reverse()));
    assert_eq!((back.reverses, back.legs.len()), (Some(receipt.no), 4));
    assert_eq!((receipt.reason, back.reason.as_deref()), (None, Some("yanlış müşteri")));
    assert_eq!(world.balances(), before);
    assert_eq!(refused(world.ask(&teller(), reverse())), Refusal::AlreadyReversed { receipt: receipt.no });
    let again = FlowRequest::Reverse { receipt: back.no, reason: "x".to_owned() };
    assert_eq!(
        refused(world.ask(&teller(), again)),
        Refusal::NotReversible { receipt: back.no, reverses: receipt.no }
    );
    let FlowAnswer::Outbox { open, lines } = world.answer(&supervisor(), FlowRequest::Outbox) else {
        panic!("no orders")
    };
    assert_eq!((open, lines.len()), (0, 3));
    let facts = load_customer(world.store.as_ref(), NO).unwrap().unwrap().facts;
    assert_eq!(facts.deposits.len(), 2, "the deposit is there again");
    assert_eq!(facts.holdings[0].units, rust_decimal::Decimal::ZERO);
    assert_eq!(posted(world.submit(&agent(), &run)).reversed_by, Some(back.no));
    world.is_sound();
}

/// Who agreed to the run is told that, not that they asked for something.
#[test]
fn who_agreed_to_a_run_does_not_agree_to_taking_it_back() {
    let world = World::new();
    let line = awaiting(world.submit(&agent(), &world.ready(&agent(), SECOND, "200b", "300b")));
    let approve = FlowRequest::Approve { approval: line.approval, digest: line.digest };
    let receipt = posted(world.ask(&supervisor(), approve));
    let reverse = || FlowRequest::Reverse { receipt: receipt.no, reason: "yanlış".to_owned() };
    let asked = awaiting(world.ask(&teller(), reverse()));
    let approve = FlowRequest::Approve { approval: asked.approval, digest: asked.digest };
    for request in [reverse(), approve] {
        let refusal = refused(world.ask(&supervisor(), request));
        assert_eq!(refusal, Refusal::OwnApproval { share: OwnShare::Approved });
        let said = refusal.message().said();
        assert!(said.tr.contains("siz onayladınız") && said.en.contains("You approved"), "{said:?}");
    }
}

/// A deposit whose day has passed meanwhile is named, and nothing else is given as the reason.
#[test]
fn a_run_whose_deposit_has_matured_is_not_taken_back() {
    let world = World::new();
    let receipt = posted(world.submit(&agent(), &world.ready(&agent(), FIRST, "200b", "300b")));
    world.later(7 * 86_400);
    let reverse = FlowRequest::Reverse { receipt: receipt.no, reason: "yanlış".to_owned() };
    let refusal = refused(world.ask(&teller(), reverse));
    let day = crate::service::fixtures::day("2026-12-01");
    assert_eq!(refusal, Refusal::DepositMatured { receipt: receipt.no, account: FIRST, day });
    let said = refusal.message().said();
    assert!(said.tr.contains("01.12.2026") && said.tr.contains(&FIRST.to_string()), "{said:?}");
    assert!(!said.en.contains("reversal") && said.en.contains("matured on"), "{said:?}");
}

#[test]
fn a_reversal_names_what_cannot_be_taken_back_and_money_that_is_gone() {
    let world = World::new();
    let run = world.ready(&agent(), FIRST, "200b", "300b");
    let receipt = posted(world.submit(&agent(), &run));
    let FlowAnswer::Outbox { lines, .. } = world.answer(&supervisor(), FlowRequest::Outbox) else {
        panic!("no orders")
    };
    acknowledge(&world, lines.iter().find(|order| order.kind == "buy-fx").unwrap().id);
    // of the 500.158,22 that the break brought 161,04 lie there, and another 8.412,36: one kuruş too few
    pay(world.store.as_ref(), 77, CURRENT, -RESTS - 16_103);
    pay(world.store.as_ref(), 78, CURRENT, -1);
    let reverse = || FlowRequest::Reverse { receipt: receipt.no, reason: "yanlış".to_owned() };
    awaiting(world.ask(&teller(), reverse()));
    let Refusal::LimitReached { account, .. } = refused(world.ask(&supervisor(), reverse())) else {
        panic!("it was spent")
    };
    assert_eq!(account, CURRENT);
    pay(world.store.as_ref(), 79, CURRENT, RESTS + 16_104);
    let back = posted(world.ask(&supervisor(), reverse()));
    let said: Vec<&str> =
        back.legs.iter().take(3).map(|leg| leg.lines.last().unwrap().label.en.as_str()).collect();
    let (gone, stays) = ("Order cancelled", "Taken by the core system, cannot be taken back");
    assert_eq!(said, [gone, stays, gone]);
    world.is_sound();
}

fn acknowledge(world: &World, id: OutboxId) {
    let (_, order) = records::get::<OutboxOrder>(world.store.as_ref(), &tables::outbox(id)).unwrap().unwrap();
    let state = OutboxState::Acknowledged(order.next);
    let mut intent = Intent::new(crate::domain::RequestKey(5_000), &(), &()).unwrap();
    intent.records.push(Record::Outbox(OutboxOrder { state, ..order }));
    commit(world.store.as_ref(), intent).unwrap();
}

#[test]
fn offers_that_the_flow_takes_or_ends_are_answered() {
    let world = World::new();
    let run = world.ready(&agent(), FIRST, "200b", "300b");
    let shown: Vec<String> = run.basis().offers.iter().map(|offer| offer.id.clone()).collect();
    posted(world.submit(&agent(), &run));
    let facts = load_customer(world.store.as_ref(), NO).unwrap().unwrap().facts;
    for outcome in &facts.outcomes {
        assert!(shown.contains(&outcome.offer));
        assert!(matches!(outcome.answer, OfferAnswer::Taken | OfferAnswer::Dropped));
    }
    let wanted = shown.iter().filter(|id| ["money-market-fund", "deposit-renewal"].contains(&id.as_str()));
    assert_eq!(facts.outcomes.len(), wanted.count());
}
