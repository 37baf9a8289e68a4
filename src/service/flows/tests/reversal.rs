//! Taking back: every balance, every order, every offer, or by name what stays.

use super::*;

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
    assert_eq!(awaiting(world.ask(&teller(), reverse())), line);
    let own = caller("0207", Role::Supervisor);
    let approve = FlowRequest::Approve { approval: line.approval, digest: line.digest };
    assert_eq!(refused(world.ask(&own, approve)), Refusal::OwnApproval);
    let posted_it = caller("0412", Role::Supervisor);
    assert_eq!(refused(world.ask(&posted_it, reverse())), Refusal::OwnApproval);
    let back = posted(world.ask(&supervisor(), reverse()));
    assert_eq!((back.reverses, back.legs.len()), (Some(receipt.no), 3));
    assert_eq!(world.balances(), before);
    assert_eq!(refused(world.ask(&teller(), reverse())), Refusal::AlreadyReversed { receipt: receipt.no });
    let again = FlowRequest::Reverse { receipt: back.no, reason: "x".to_owned() };
    assert_eq!(refused(world.ask(&teller(), again)), Refusal::NotReversible { receipt: back.no });
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
    let said: Vec<&str> = back.legs.iter().map(|leg| leg.lines.last().unwrap().label.en.as_str()).collect();
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
