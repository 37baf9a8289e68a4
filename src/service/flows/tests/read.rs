//! What was read is what is posted.

use super::*;
use crate::{
    domain::{Fact, deposit::Deposit, investor::InvestorForm},
    flow::Run,
    service::fixtures,
};

fn first_at(rate: i64) -> Fact {
    Fact::Deposit(Deposit {
        account: FIRST,
        customer: NO,
        principal: money(50_000_000, Currency::TRY),
        rate_percent: rust_decimal::Decimal::new(rate, 2),
        opened: fixtures::day("2026-10-27"),
        matures: fixtures::day("2026-12-01"),
    })
}

fn form(risk: u8) -> Fact {
    Fact::InvestorForm(InvestorForm {
        customer: NO,
        signed: fixtures::day("2026-03-12"),
        until: fixtures::day("2027-03-12"),
        risk,
    })
}

fn resumed(world: &World, run: &Run) -> Run {
    let answer = world.answer(&agent(), FlowRequest::Resume { draft: run.work().draft });
    let FlowAnswer::Begun(begun) = answer else { panic!("{answer:?}") };
    world.run(*begun)
}

#[test]
fn figures_that_changed_after_they_were_read_post_nothing_until_they_are_read_again() {
    let world = World::new();
    let run = world.ready(&agent(), FIRST, "200b", "300b");
    // another risk group, which the fund still fits: no amount changes
    world.comes(7_000, form(2));
    assert_eq!(refused(world.submit(&agent(), &run)), Refusal::ReadOther);
    assert_eq!(world.balances(), UNTOUCHED);
    let again = resumed(&world, &run);
    assert_ne!(seen(&again), seen(&run));
    let receipt = posted(world.submit(&agent(), &again));
    // a retry of the same is answered with it, whatever is known by now
    world.comes(7_001, form(3));
    assert_eq!(posted(world.submit(&agent(), &again)).no, receipt.no);
    world.is_sound();
}

#[test]
fn a_price_is_held_over_the_deposit_as_it_was() {
    let world = World::new();
    let run = world.ready(&agent(), FIRST, "200b", "300b");
    world.comes(7_000, first_at(4_000));
    assert_eq!(refused(world.submit(&agent(), &run)), Refusal::PriceOther);
    let quote = run.price().unwrap().id;
    assert_eq!(refused(world.ask(&agent(), FlowRequest::Quoted { quote })), Refusal::PriceOther);
    assert_eq!(world.balances(), UNTOUCHED);
}

/// The screen opened before the change, its price was made after it.
#[test]
fn a_new_price_on_a_screen_of_older_records_posts_nothing() {
    let world = World::new();
    let mut run = world.ready(&agent(), FIRST, "200b", "300b");
    let before = run.figure("deposit_cost");
    world.comes(7_000, first_at(4_000));
    let quote = world.price(&agent(), &run.work());
    run.priced(quote);
    assert_eq!(run.figure("deposit_cost"), before, "as it was read");
    assert_eq!(refused(world.submit(&agent(), &run)), Refusal::ReadOther);
    assert_eq!(world.balances(), UNTOUCHED);
    let again = resumed(&world, &run);
    assert_ne!(again.figure("deposit_cost"), before);
    posted(world.submit(&agent(), &again));
    world.is_sound();
}

#[test]
fn what_is_read_later_at_another_desk_has_the_same_digest() {
    let world = World::new();
    let run = world.ready(&agent(), SECOND, "200b", "300b");
    let line = awaiting(world.submit(&agent(), &run));
    world.later(100);
    // a supervisor elsewhere, without a contact
    let boss = Caller {
        contact: None,
        touchpoint: crate::domain::channel::Touchpoint::Branch,
        direction: crate::domain::interaction::Direction::Outbound,
        ..supervisor()
    };
    let answer = world.answer(&boss, FlowRequest::Review { approval: line.approval });
    let FlowAnswer::Review(review) = answer else { panic!("{answer:?}") };
    let digest = seen(&world.run(review.begun));
    assert_eq!((digest, seen(&run)), (line.digest, line.digest));
    posted(world.ask(&boss, FlowRequest::Approve { approval: line.approval, digest }));
    world.is_sound();
}

#[test]
fn the_second_person_agrees_to_what_they_read() {
    let world = World::new();
    let run = world.ready(&agent(), SECOND, "200b", "300b");
    let line = awaiting(world.submit(&agent(), &run));
    world.comes(7_000, form(2));
    let answer = world.answer(&supervisor(), FlowRequest::Review { approval: line.approval });
    let FlowAnswer::Review(review) = answer else { panic!("{answer:?}") };
    for digest in [seen(&world.run(review.begun)), line.digest] {
        let approve = FlowRequest::Approve { approval: line.approval, digest };
        assert_eq!(refused(world.ask(&supervisor(), approve)), Refusal::ApprovalChanged);
    }
    assert_eq!(world.balances(), UNTOUCHED);
    let back = FlowRequest::Return { approval: line.approval, reason: "risk grubu değişti".to_owned() };
    assert_eq!(world.answer(&supervisor(), back), FlowAnswer::Kept);
    world.is_sound();
}

/// Whatever is paid in or out meanwhile is on no screen of this flow.
#[test]
fn other_business_of_the_customer_does_not_stand_in_the_way() {
    let world = World::new();
    let run = world.ready(&agent(), FIRST, "200b", "300b");
    pay(world.store.as_ref(), 77, CURRENT, -1_000);
    posted(world.submit(&agent(), &run));
    world.is_sound();
}

/// What could be done when it was read and cannot now breaks no deposit: it is read again first.
#[test]
fn a_leg_that_closed_since_it_was_read_breaks_no_deposit() {
    let folder = random::pack(&[("value = \"24:00\"", "value = \"13:00\"")]);
    let world = World::of(&authored(&PackSource::Dir(folder.path().to_owned())));
    world.later((2 * 60 + 17) * 60);
    let run = world.ready(&agent(), FIRST, "200b", "300b");
    world.later(60);
    // no price is held beyond the closing
    let closing = fixtures::moment("2026-11-24T12:59:59+03:00");
    assert_eq!(refused(world.submit(&agent(), &run)), Refusal::PriceStale { until: closing });
    assert_eq!(world.balances(), UNTOUCHED);
}

/// A price is posted by the taxes, limits and hours that it was given under, or not at all.
#[test]
fn a_pack_that_changed_since_the_price_posts_nothing() {
    let before = random::pack(&[]);
    let world = World::of(&authored(&PackSource::Dir(before.path().to_owned())));
    let run = world.ready(&agent(), FIRST, "200b", "300b");
    let folder = random::pack(&[(
        "valid_from = 2020-09-30, value = \"0.2\"",
        "valid_from = 2020-09-30, value = \"1\"",
    )]);
    let world = world.under(&authored(&PackSource::Dir(folder.path().to_owned())));
    assert_eq!(refused(world.submit(&agent(), &run)), Refusal::PriceOther);
    let quote = run.price().unwrap().id;
    assert_eq!(refused(world.ask(&agent(), FlowRequest::Quoted { quote })), Refusal::PriceOther);
    assert_eq!(world.balances(), UNTOUCHED);
}

#[test]
fn a_daily_limit_that_was_used_up_since_breaks_no_deposit() {
    let folder = random::pack(&[("amount = \"2000000.00\"", "amount = \"250000.00\"")]);
    let world = World::of(&authored(&PackSource::Dir(folder.path().to_owned())));
    let run = world.ready(&agent(), FIRST, "200b", "300b");
    let other = world.ready(&teller(), SECOND, "100b", "300b");
    posted(world.submit(&teller(), &other));
    assert_eq!(refused(world.submit(&agent(), &run)), Refusal::PriceOther);
    assert_eq!(world.balance(FIRST), 50_000_000);
    world.is_sound();
}
