//! Ways in which somebody may try to move money that is not theirs to move, or a day comes in between.

use super::*;
use crate::{
    domain::{Fact, SignedOrderId, flow_run::SignedOrder},
    service::fixtures,
};

/// The run that one filled, priced and read is submitted by nobody else.
#[test]
fn a_draft_is_submitted_by_its_own_operator_alone() {
    let world = World::new();
    let run = world.ready(&agent(), FIRST, "200b", "300b");
    for other in [teller(), caller("0413", Role::Agent)] {
        assert_eq!(refused(world.submit(&other, &run)), Refusal::UnknownDraft);
        let price = FlowRequest::Price { work: run.work() };
        assert_eq!(refused(world.ask(&other, price)), Refusal::UnknownDraft);
    }
    assert_eq!(world.balances(), UNTOUCHED);
    posted(world.submit(&agent(), &run));
    world.is_sound();
}

/// An order that binds fewer amounts, or none, is no yes to the others.
#[test]
fn a_signed_order_that_binds_less_is_no_yes() {
    let world = World::new();
    let binds = |amounts: &[(&str, i64)], account| SignedOrder {
        id: SignedOrderId(8),
        customer: NO,
        flow: "break-fx-fund".to_owned(),
        account,
        amounts: amounts
            .iter()
            .map(|(field, minor)| ((*field).to_owned(), money(*minor, Currency::TRY)))
            .collect(),
        signed: fixtures::day("2026-11-23"),
        until: fixtures::day("2026-11-29"),
        used_by: None,
    };
    let whole = [("fx_amount", 20_000_000), ("fund_amount", 30_000_000)];
    for (key, order) in
        [(7_000, binds(&[], FIRST)), (7_001, binds(&whole[..1], FIRST)), (7_002, binds(&whole, CURRENT))]
    {
        world.comes(key, Fact::SignedOrder(order));
        let run = world.ready(&agent(), FIRST, "200b", "300b");
        let (quote, yes) = (run.price().unwrap().id, Yes::Order(SignedOrderId(8)));
        let submit = FlowRequest::Submit { work: run.work(), quote, yes, seen: Box::new(seen(&run)) };
        assert_eq!(refused(world.ask(&agent(), submit)), Refusal::OrderUnfit { order: SignedOrderId(8) });
    }
    assert_eq!(world.balances(), UNTOUCHED);
    world.is_sound();
}

#[test]
fn nobody_agrees_under_another_spelling_of_their_name() {
    let world = World::new();
    let maker = Caller { contact: Some("9031".to_owned()), ..caller("İpek", Role::Agent) };
    let run = world.ready(&maker, SECOND, "200b", "300b");
    let line = awaiting(world.submit(&maker, &run));
    for name in ["ipek", "IPEK", " İpek ", "ıpek"] {
        let own = caller(name, Role::Supervisor);
        let approve = FlowRequest::Approve { approval: line.approval, digest: line.digest };
        assert_eq!(
            refused(world.ask(&own, approve)),
            Refusal::OwnApproval { share: OwnShare::Asked },
            "{name}"
        );
    }
    assert_eq!(world.balances(), UNTOUCHED);
}

/// A look without a contact is allowed with a reason; a spoken yes is evidence of nothing then. Nor is the contact
/// that a demo bank assumes, in another bank.
#[test]
fn a_spoken_yes_needs_a_record_that_exists() {
    let world = World::new();
    let silent = Caller { contact: None, reason: Some("gişede".to_owned()), ..teller() };
    let run = world.ready(&silent, FIRST, "200b", "300b");
    assert_eq!(run.answer(), None, "nothing to keep it in");
    assert_eq!(refused(world.submit(&silent, &run)), Refusal::RecordMissing);
    let assumed = Caller { contact: Some("demo".to_owned()), ..teller() };
    assert_eq!(world.begun(&assumed).basis.record.as_deref(), Some("demo"));
    let folder = random::pack(&[]);
    let identity = folder.path().join("pack.toml");
    let text = std::fs::read_to_string(&identity).unwrap().replace("demo = true", "demo = false");
    std::fs::write(identity, text).unwrap();
    let real = World::of(&authored(&PackSource::Dir(folder.path().to_owned())));
    let run = real.ready(&assumed, FIRST, "200b", "300b");
    assert_eq!(refused(real.submit(&assumed, &run)), Refusal::RecordMissing);
    assert_eq!(real.balances(), UNTOUCHED);
    posted(real.submit(&teller(), &real.ready(&teller(), FIRST, "200b", "300b")));
}

/// The deposit of the run matured overnight: no other one is broken in its place, at whatever price.
#[test]
fn a_deposit_that_matured_meanwhile_is_not_broken() {
    let world = World::new();
    let mut run = world.ready(&agent(), FIRST, "200b", "300b");
    world.later(7 * 24 * 60 * 60);
    world.rate(rust_decimal::Decimal::new(432_150, 4));
    let draft = run.work().draft;
    assert_eq!(refused(world.ask(&agent(), FlowRequest::Resume { draft })), Refusal::UnknownDraft);
    if let Answer::Flow(FlowAnswer::Priced(quote)) =
        world.ask(&agent(), FlowRequest::Price { work: run.work() })
    {
        run.priced(quote);
    }
    assert_eq!(refused(world.submit(&agent(), &run)), Refusal::RunChanged);
    assert_eq!(world.balances(), UNTOUCHED);
}

/// Units of a later value day are the core's to bring; taking back after that day returns every balance.
#[test]
fn a_reversal_after_the_funds_value_day_returns_every_balance() {
    let world = World::new();
    world.later(4 * 60 * 60);
    let run = world.ready(&agent(), FIRST, "200b", "300b");
    let receipt = posted(world.submit(&agent(), &run));
    let facts = load_customer(world.store.as_ref(), NO).unwrap().unwrap().facts;
    assert!(facts.holdings.is_empty(), "not the customer's before the value day");
    world.later(3 * 24 * 60 * 60);
    let reverse = || FlowRequest::Reverse { receipt: receipt.no, reason: "yanlış".to_owned() };
    awaiting(world.ask(&teller(), reverse()));
    posted(world.ask(&supervisor(), reverse()));
    assert_eq!(world.balances(), UNTOUCHED);
    world.is_sound();
}

#[test]
fn a_clock_that_steps_back_posts_nothing_twice_and_nothing_early() {
    let world = World::new();
    let run = world.ready(&agent(), FIRST, "200b", "300b");
    let since = run.price().unwrap().made;
    world.later(-60);
    assert_eq!(refused(world.submit(&agent(), &run)), Refusal::ClockBehind { since });
    world.later(90);
    let first = posted(world.submit(&agent(), &run));
    world.later(-24 * 60 * 60);
    assert_eq!(posted(world.submit(&agent(), &run)).no, first.no);
    assert_eq!(world.balance(FIRST), 0);
    world.is_sound();
}

/// A reversed run is answered with what came of it, at every door, and nothing is posted again.
#[test]
fn nothing_of_a_run_that_was_taken_back_is_posted_again() {
    let world = World::new();
    let run = world.ready(&agent(), SECOND, "200b", "300b");
    let line = awaiting(world.submit(&agent(), &run));
    let approve = || FlowRequest::Approve { approval: line.approval, digest: line.digest };
    let receipt = posted(world.ask(&supervisor(), approve()));
    let reverse = || FlowRequest::Reverse { receipt: receipt.no, reason: "yanlış".to_owned() };
    awaiting(world.ask(&teller(), reverse()));
    let boss = caller("0032", Role::Supervisor);
    posted(world.ask(&boss, reverse()));
    assert_eq!(world.balances(), UNTOUCHED);
    let sequence = world.store.sequence().unwrap();
    posted(world.submit(&agent(), &run));
    posted(world.ask(&supervisor(), approve()));
    assert!(matches!(world.answer(&agent(), FlowRequest::Price { work: run.work() }), FlowAnswer::Done(_)));
    assert_eq!((world.store.sequence().unwrap(), world.balances()), (sequence, UNTOUCHED));
    world.is_sound();
}

/// The fund that was offered counts as taken once it is ordered, not when the run stopped before it.
#[test]
fn an_offer_is_taken_up_by_a_whole_run_alone() {
    let folder = random::pack(&[("value = 50000000", "value = 1000")]);
    let short = authored(&PackSource::Dir(folder.path().to_owned()));
    for (world, taken) in [(World::new(), true), (World::of(&short), false)] {
        let holding = crate::domain::holding::Holding {
            customer: NO,
            code: "HSF".to_owned(),
            units: rust_decimal::Decimal::TEN,
            value: Some(money(7_214, Currency::TRY)),
            as_of: Some(fixtures::day("2026-11-23")),
        };
        world.comes(7_000, Fact::Holding(holding));
        let run = world.ready(&agent(), FIRST, "200b", "300b");
        assert!(run.basis().offers.iter().any(|offer| offer.id == "money-market-fund"));
        let receipt = posted(world.submit(&agent(), &run));
        assert_eq!(receipt.legs.iter().all(|leg| leg.state == LegState::Done), taken);
        let facts = load_customer(world.store.as_ref(), NO).unwrap().unwrap().facts;
        let answers: Vec<(&str, OfferAnswer)> =
            facts.outcomes.iter().map(|outcome| (outcome.offer.as_str(), outcome.answer)).collect();
        assert!(answers.contains(&("deposit-renewal", OfferAnswer::Dropped)), "{answers:?}");
        assert_eq!(answers.contains(&("money-market-fund", OfferAnswer::Taken)), taken, "{answers:?}");
        world.is_sound();
    }
}
