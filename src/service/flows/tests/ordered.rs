//! Units that are paid for and come on a later day: until they are told of, they stand among what the customer has.

use super::*;
use crate::{
    domain::{Fact, holding::Holding},
    request::screen::SummaryLine,
    service::fixtures::day,
};

/// After 13:30 the fund's units come on the next day.
fn late() -> (World, crate::domain::receipt::Receipt) {
    let world = World::new();
    world.later(4 * 60 * 60);
    let run = world.ready(&agent(), FIRST, "200b", "300b");
    let receipt = posted(world.submit(&agent(), &run));
    (world, receipt)
}

fn summary(world: &World) -> Vec<SummaryLine> {
    let answer = world.service.ask(&agent(), Request::OpenCustomer { customer: NO });
    let Answer::Customer(screen) = answer else { panic!("{answer:?}") };
    screen.summary
}

/// What waits: how much, and until when.
fn waiting(world: &World) -> Option<(i64, String)> {
    summary(world).into_iter().find_map(|line| {
        let SummaryLine::FundOrders { value: Shown::Known(value), settles, .. } = line else { return None };
        Some((value.minor, settles.to_string()))
    })
}

fn worth(world: &World) -> i64 {
    let lines = summary(world);
    let worth = lines.into_iter().find_map(|line| {
        let SummaryLine::NetWorth { total: Shown::Known(total) } = line else { return None };
        Some(total.minor)
    });
    worth.unwrap()
}

/// The core system tells how many units there are on a day.
fn told(world: &World, as_of: &str, units: i64) {
    let holding = Holding {
        customer: NO,
        code: "PPF".to_owned(),
        units: rust_decimal::Decimal::from(units),
        value: Some(money(29_999_740 * units / 86_134, Currency::TRY)),
        as_of: Some(day(as_of)),
    };
    world.comes(8_000 + u128::try_from(units).unwrap(), Fact::Holding(holding));
}

#[test]
fn what_was_paid_for_does_not_vanish_until_its_units_come() {
    let (world, _) = late();
    assert_eq!(waiting(&world), Some((29_999_740, "2026-11-25".to_owned())));
    let before = worth(&world);
    let Answer::Listing(list) = world.service.ask(
        &agent(),
        Request::List { customer: NO, list: ListKind::Products, filter: String::new(), from: 0 },
    ) else {
        panic!("no list")
    };
    let ordered = list.rows.iter().any(|row| {
        matches!(&row.what, Listed::Product { terms, ends, .. }
            if terms.en == "86,134 units, ordered" && *ends == Some(day("2026-11-25")))
    });
    assert!(ordered, "{:?}", list.rows);
    // what the core told before the value day knows nothing of it
    told(&world, "2026-11-24", 0);
    assert!(waiting(&world).is_some());
    world.later(24 * 60 * 60);
    told(&world, "2026-11-25", 86_134);
    assert_eq!((waiting(&world), worth(&world)), (None, before), "it is a holding now");
    world.is_sound();
}

#[test]
fn an_order_that_is_taken_back_waits_no_more_and_units_that_came_are_given_back() {
    let (world, receipt) = late();
    let reverse = || FlowRequest::Reverse { receipt: receipt.no, reason: "yanlış".to_owned() };
    awaiting(world.ask(&teller(), reverse()));
    posted(world.ask(&supervisor(), reverse()));
    assert_eq!((waiting(&world), world.balances()), (None, UNTOUCHED));
    world.is_sound();

    let (world, receipt) = late();
    world.later(24 * 60 * 60);
    told(&world, "2026-11-25", 86_134);
    let reverse = || FlowRequest::Reverse { receipt: receipt.no, reason: "yanlış".to_owned() };
    awaiting(world.ask(&teller(), reverse()));
    posted(world.ask(&supervisor(), reverse()));
    let facts = load_customer(world.store.as_ref(), NO).unwrap().unwrap().facts;
    assert!(facts.holdings[0].units.is_zero(), "the units that came are given back");
    assert_eq!(world.balances(), UNTOUCHED);
    world.is_sound();
}
