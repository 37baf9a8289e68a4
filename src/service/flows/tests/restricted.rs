//! Pledged, seized, frozen, blocked and jointly held accounts are not disposed of.

use std::collections::BTreeSet;

use super::{world::write, *};
use crate::{
    domain::{
        AccountId, Fact, FactKind,
        posting_restriction::{PostingRestriction, PostingRestrictionKind},
    },
    request::flow::DepositChoice,
    service::fixtures,
};

fn restriction(account: AccountId, kind: PostingRestrictionKind, until: Option<&str>) -> Fact {
    Fact::PostingRestriction(PostingRestriction {
        number: account.0,
        account,
        customer: NO,
        kind,
        amount: None,
        reference: "7741".to_owned(),
        since: fixtures::day("2026-11-20"),
        until: until.map(fixtures::day),
    })
}

fn deposits(world: &World) -> Vec<DepositChoice> {
    world.begun(&agent()).basis.deposits
}

#[test]
fn every_kind_is_said_and_stops_its_account_alone() {
    let table = [
        (PostingRestrictionKind::Freeze, "dondurulmuş: karar 7741"),
        (PostingRestrictionKind::Seizure, "hacizli: dosya 7741"),
        (PostingRestrictionKind::Pledge, "rehinli: 7741 no.lu kredinin teminatı"),
        (PostingRestrictionKind::Block, "blokeli: 7741"),
        (PostingRestrictionKind::JointSignature, "müşterek imza gerekir"),
    ];
    for (kind, said) in table {
        let world = World::new();
        world.comes(7_000, restriction(FIRST, kind, None));
        let blocked: Vec<Option<String>> =
            deposits(&world).into_iter().map(|deposit| deposit.blocked.map(|said| said.tr)).collect();
        assert_eq!(blocked, [Some(said.to_owned()), None]);
        posted(world.submit(&teller(), &world.ready(&teller(), SECOND, "200b", "300b")));
        world.is_sound();
    }
}

#[test]
fn it_holds_from_its_first_day_to_its_last() {
    for (until, holds) in [("2026-11-23", false), ("2026-11-24", true)] {
        let world = World::new();
        world.comes(7_000, restriction(FIRST, PostingRestrictionKind::Block, Some(until)));
        assert_eq!(deposits(&world)[0].blocked.is_some(), holds, "{until}");
    }
}

/// The account that the money goes through is not disposed of either.
#[test]
fn what_comes_after_the_price_is_met_by_the_posting() {
    for (account, kind) in
        [(FIRST, PostingRestrictionKind::Pledge), (CURRENT, PostingRestrictionKind::Seizure)]
    {
        let world = World::new();
        let run = world.ready(&agent(), FIRST, "200b", "300b");
        world.comes(7_000, restriction(account, kind, None));
        let refusal = refused(world.submit(&agent(), &run));
        match account {
            FIRST => assert_eq!(refusal, Refusal::RunChanged),
            _ => assert!(refusal.message().say(crate::text::Lang::Tr).contains("hacizli: dosya 7741")),
        }
        assert_eq!(world.balances(), UNTOUCHED);
        world.is_sound();
    }
}

#[test]
fn it_is_met_when_a_second_person_agrees() {
    let world = World::new();
    let run = world.ready(&agent(), SECOND, "200b", "300b");
    let line = awaiting(world.submit(&agent(), &run));
    world.comes(7_000, restriction(SECOND, PostingRestrictionKind::Freeze, None));
    let approve = FlowRequest::Approve { approval: line.approval, digest: line.digest };
    assert_eq!(refused(world.ask(&supervisor(), approve)), Refusal::RunChanged);
    assert_eq!(world.balances(), UNTOUCHED);
    world.is_sound();
}

/// Unknown is not none: where no source has delivered restrictions, nobody breaks a deposit on a guess.
#[test]
fn where_nothing_is_known_of_restrictions_nothing_is_broken() {
    let world = World::new();
    let source = load_customer(world.store.as_ref(), NO).unwrap().unwrap().facts.customer.source;
    let none = BTreeSet::<FactKind>::new();
    write(world.store.as_ref(), 9_999, vec![records::Put::seal(tables::delivered(&source), &none).unwrap()]);
    let blocked = deposits(&world)[0].blocked.clone().unwrap();
    assert_eq!(blocked.tr, "rehin, haciz, blokaj bilgisi gelmedi");
}
