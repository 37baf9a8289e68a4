//! A price posts exactly what it was held for, while it holds, and no other.

use super::*;
use crate::service::fixtures;

#[test]
fn a_stale_price_posts_nothing_and_a_new_one_does() {
    let world = World::new();
    let mut run = world.ready(&agent(), FIRST, "200b", "300b");
    let until = run.price().unwrap().until;
    world.later(121);
    assert_eq!(refused(world.submit(&agent(), &run)), Refusal::PriceStale { until });
    assert_eq!(world.balances(), [RESTS, 0, 50_000_000, 64_230_000]);
    world.rate(rust_decimal::Decimal::new(440_000, 4));
    let quote = world.price(&agent(), &run.work());
    assert!(!run.priced(quote).is_empty());
    posted(world.submit(&agent(), &run));
    world.is_sound();
}

#[test]
fn a_price_does_not_hold_over_midnight() {
    let world = World::new();
    world.later((13 * 60 + 16) * 60);
    let run = world.ready(&agent(), FIRST, "200b", "300b");
    let until = run.price().unwrap().until;
    assert_eq!(until, fixtures::moment("2026-11-24T23:59:59+03:00"));
    world.later(100);
    assert_eq!(refused(world.submit(&agent(), &run)), Refusal::PriceStale { until });
}

/// What is read after a new price is what is posted, though the facts on the screen are of the day before.
#[test]
fn a_price_made_after_midnight_brings_the_figures_of_its_day() {
    let world = World::new();
    world.later((13 * 60 + 16) * 60);
    let mut run = world.ready(&agent(), FIRST, "200b", "300b");
    let before = run.plan().unwrap().stays;
    world.later(100);
    let quote = world.price(&agent(), &run.work());
    run.priced(quote);
    let read = run.plan().unwrap().stays;
    assert_ne!(read, before, "a day's interest");
    posted(world.submit(&agent(), &run));
    assert_eq!(world.balance(CURRENT) - RESTS, read.minor);
    world.is_sound();
}

/// The fund's value day is another one after its cut-off: no price is held beyond it.
#[test]
fn a_price_does_not_hold_over_the_cut_off_of_the_fund() {
    let world = World::new();
    world.later(10_020);
    let run = world.ready(&agent(), FIRST, "200b", "300b");
    let until = run.price().unwrap().until;
    assert_eq!(until, fixtures::moment("2026-11-24T13:29:59+03:00"));
    world.later(30);
    assert_eq!(refused(world.submit(&agent(), &run)), Refusal::PriceStale { until });
}

/// An offer ends with the deposit that it is about, and with no other.
#[test]
fn another_deposit_leaves_the_renewal_alone() {
    for (deposit, drops) in [(FIRST, true), (SECOND, false)] {
        let world = World::new();
        let run = world.ready(&agent(), deposit, "100b", "50b");
        assert_eq!(run.drops(), drops, "{deposit:?}");
    }
}

#[test]
fn a_price_is_its_own_runs_alone() {
    let world = World::new();
    let (one, other) =
        (world.ready(&agent(), FIRST, "200b", "300b"), world.ready(&agent(), SECOND, "100b", "200b"));
    let quote = other.price().unwrap().id;
    let submit =
        FlowRequest::Submit { work: one.work(), quote, yes: Yes::Spoken, seen: Box::new(seen(&one)) };
    assert_eq!(refused(world.ask(&agent(), submit)), Refusal::UnknownPrice);
}

/// What a door is asked with the newest price of a run and other content.
fn changed(world: &World, run: &crate::flow::Run, change: &[(&str, &str)]) -> Refusal {
    let mut work = run.work();
    for (name, value) in &mut work.fields {
        if let Some((_, other)) = change.iter().find(|(field, _)| field == name) {
            (*other).clone_into(value);
        }
    }
    let quote = run.price().unwrap().id;
    refused(
        world.ask(&agent(), FlowRequest::Submit { work, quote, yes: Yes::Spoken, seen: Box::new(seen(run)) }),
    )
}

#[test]
fn a_price_posts_nothing_but_what_it_was_held_for() {
    let world = World::new();
    let run = world.ready(&agent(), FIRST, "200b", "300b");
    let second = SECOND.to_string();
    for change in [("fx_amount", "100000.00"), ("fund_amount", "1000.00"), ("deposit", second.as_str())] {
        assert_eq!(changed(&world, &run, &[change]), Refusal::PriceOther, "{change:?}");
    }
    let mut work = run.work();
    work.customer = crate::domain::CustomerNo(10_014_018);
    let quote = run.price().unwrap().id;
    let other = FlowRequest::Submit { work, quote, yes: Yes::Spoken, seen: Box::new(seen(&run)) };
    assert_eq!(refused(world.ask(&agent(), other)), Refusal::UnknownPrice);
    assert_eq!(world.balances(), [RESTS, 0, 50_000_000, 64_230_000]);
    posted(world.submit(&agent(), &run));
    world.is_sound();
}

#[test]
fn what_bears_on_no_amount_may_change_under_a_price() {
    let world = World::new();
    let mut run = world.ready(&agent(), FIRST, "200b", "300b");
    run.set("reason", "need", How::Chosen).unwrap();
    posted(world.submit(&agent(), &run));
}

#[test]
fn a_price_is_superseded_by_the_next_one_of_its_run() {
    let world = World::new();
    let mut run = world.ready(&agent(), FIRST, "200b", "300b");
    let later = world.price(&agent(), &run.work());
    assert_eq!(refused(world.submit(&agent(), &run)), Refusal::PriceSuperseded);
    run.priced(later);
    posted(world.submit(&agent(), &run));
    world.is_sound();
}

#[test]
fn a_price_of_another_form_of_the_flow_posts_nothing() {
    let world = World::new();
    let run = world.ready(&agent(), FIRST, "200b", "300b");
    let quote = run.price().unwrap();
    let place = tables::flow_quote(quote.id);
    let (_, stored) =
        records::get::<crate::domain::flow_run::FlowQuote>(world.store.as_ref(), &place).unwrap().unwrap();
    assert_eq!(&stored, quote);
    let mut intent = Intent::new(crate::domain::RequestKey(6_000), &(), &()).unwrap();
    let other = crate::domain::flow_run::FlowQuote { terms: [9; 32], ..stored };
    intent.records.push(Record::FlowQuote(other));
    commit(world.store.as_ref(), intent).unwrap();
    assert_eq!(refused(world.submit(&agent(), &run)), Refusal::PriceOther);
    // nor is it handed out again
    let FlowAnswer::Begun(begun) = world.answer(&agent(), FlowRequest::Resume { draft: run.work().draft })
    else {
        panic!("not begun")
    };
    assert_eq!(begun.price, None);
}

#[test]
fn a_price_of_a_run_that_was_dropped_posts_nothing() {
    let world = World::new();
    let run = world.ready(&agent(), FIRST, "200b", "300b");
    assert_eq!(world.answer(&agent(), FlowRequest::Cancel { work: run.work() }), FlowAnswer::Kept);
    assert_eq!(refused(world.submit(&agent(), &run)), Refusal::UnknownDraft);
}

#[test]
fn a_screen_whose_amounts_changed_asks_for_another_price() {
    let world = World::new();
    let mut run = world.ready(&agent(), FIRST, "200b", "300b");
    assert!(run.back());
    run.set("fx_amount", "100b", How::Typed).unwrap();
    assert!(run.plan().is_err(), "the price was for other amounts");
    assert_eq!(run.next().unwrap(), crate::flow::Next::Price);
    let quote = world.price(&agent(), &run.work());
    run.priced(quote);
    posted(world.submit(&agent(), &run));
}
