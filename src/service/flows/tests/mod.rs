//! Flows over a store in memory: what is posted, by whom, once, and back again.

mod approvals;
mod drafts;
mod ordered;
mod prices;
mod random;
mod read;
mod restricted;
mod reversal;
mod tries;
mod world;

use world::{
    CURRENT, DOLLARS, FIRST, NO, RESTS, SECOND, UNTOUCHED, World, agent, authored, awaiting, caller, money,
    pay, posted, seen, supervisor, teller, waiting,
};

use crate::{
    domain::{
        OutboxId, Refusal,
        flow_run::{Evidence, FlowState},
        operator::{Role, Verification},
        outbox::{OutboxOrder, OutboxState},
        outcome::OfferAnswer,
        receipt::LegState,
        refusal::OwnShare,
    },
    flow::How,
    money::Currency,
    pack::PackSource,
    request::{
        Answer, Caller, Door, FlowAnswer, FlowRequest, ListKind, Request,
        flow::{FlowDone, Reversal, Yes},
        listing::Listed,
        screen::Shown,
    },
    service::{
        commit::{Intent, commit},
        load_customer,
        records::{self, Record},
    },
    store::{Store, tables},
};

fn refused(answer: Answer) -> Refusal {
    let Answer::Refused(refusal) = answer else { panic!("{answer:?}") };
    refusal
}

#[test]
fn the_story_is_posted_to_the_kurus_with_one_receipt() {
    let world = World::new();
    let run = world.ready(&agent(), FIRST, "200b", "300b");
    let receipt = posted(world.submit(&agent(), &run));
    // 200.000 buys 4.618,78 dollars; what stays is drawn: 161,04
    assert_eq!(world.balances(), [RESTS + 16_104, 461_878, 0, 64_230_000]);
    assert_eq!(receipt.no.to_string(), "2026-1124-000001");
    let texts: Vec<&str> = receipt.legs.iter().map(|leg| leg.text.tr.as_str()).collect();
    assert_eq!(texts[1], "4.618,78 USD");
    assert!(receipt.legs.iter().all(|leg| leg.state == LegState::Done));
    assert_eq!(receipt.evidence, Evidence::Spoken { record: "9031".to_owned() });
    let facts = load_customer(world.store.as_ref(), NO).unwrap().unwrap().facts;
    assert_eq!(facts.deposits.len(), 1, "the broken deposit is gone");
    assert_eq!(facts.interactions.len(), 1);
    assert_eq!(facts.holdings[0].units, rust_decimal::Decimal::from(86_134));
    world.is_sound();
}

#[test]
fn a_retry_is_answered_with_the_same_and_other_content_is_refused() {
    let world = World::new();
    let mut run = world.ready(&agent(), FIRST, "200b", "300b");
    let first = world.submit(&agent(), &run);
    let sequence = world.store.sequence().unwrap();
    assert_eq!(world.submit(&agent(), &run), first);
    let resumed = world.answer(&agent(), FlowRequest::Resume { draft: run.work().draft });
    assert_eq!(Answer::Flow(resumed), first);
    assert_eq!(world.store.sequence().unwrap(), sequence);
    run.set("fx_amount", "100b", How::Typed).unwrap();
    assert_eq!(refused(world.submit(&agent(), &run)), Refusal::RequestReused);
    assert_eq!(refused(world.submit(&caller("0413", Role::Agent), &run)), Refusal::RequestReused);
    world.is_sound();
}

#[test]
fn a_run_whose_deposit_is_gone_breaks_no_other_one() {
    let world = World::new();
    let (one, other) =
        (world.ready(&agent(), FIRST, "200b", "300b"), world.ready(&agent(), FIRST, "200b", "300b"));
    posted(world.submit(&agent(), &one));
    assert_eq!(refused(world.submit(&agent(), &other)), Refusal::RunChanged);
    assert_eq!(world.balance(SECOND), 64_230_000);
    world.is_sound();
}

#[test]
fn a_draft_is_its_operators_and_lapses() {
    let world = World::new();
    let run = world.ready(&agent(), FIRST, "200b", "300b");
    let draft = run.work().draft;
    let resumed = world.answer(&agent(), FlowRequest::Resume { draft });
    let FlowAnswer::Begun(begun) = resumed else { panic!("{resumed:?}") };
    assert_eq!((&begun.work.fields, begun.price.as_ref()), (&run.work().fields, run.price()));
    assert_eq!(refused(world.ask(&teller(), FlowRequest::Resume { draft })), Refusal::UnknownDraft);
    world.later(15 * 60);
    world.answer(&agent(), FlowRequest::Resume { draft });
    world.later(1);
    assert_eq!(refused(world.ask(&agent(), FlowRequest::Resume { draft })), Refusal::UnknownDraft);
    // whoever opens a flow clears away what has lapsed
    world.begun(&teller());
    assert!(world.store.get(tables::draft(draft).0, &tables::draft(draft).1).unwrap().is_none());
    world.is_sound();
}

#[test]
fn what_is_cancelled_is_not_posted_by_a_late_retry() {
    let world = World::new();
    let run = world.ready(&agent(), SECOND, "200b", "300b");
    let line = awaiting(world.submit(&agent(), &run));
    assert_eq!(world.answer(&agent(), FlowRequest::Cancel { work: run.work() }), FlowAnswer::Kept);
    assert_eq!(refused(world.submit(&agent(), &run)), Refusal::RunEnded);
    let approve = FlowRequest::Approve { approval: line.approval, digest: line.digest };
    assert_eq!(refused(world.ask(&supervisor(), approve)), Refusal::UnknownApproval);
    world.is_sound();
}

#[test]
fn a_signed_order_is_the_customers_yes_once_and_for_exactly_this() {
    let world = World::new();
    let order = |run: &crate::flow::Run, id| FlowRequest::Submit {
        work: run.work(),
        quote: run.price().unwrap().id,
        yes: Yes::Order(crate::domain::SignedOrderId(id)),
        seen: Box::new(seen(run)),
    };
    let other = world.ready(&agent(), FIRST, "200b", "200b");
    let unfit = Refusal::OrderUnfit { order: crate::domain::SignedOrderId(7) };
    assert_eq!(refused(world.ask(&agent(), order(&other, 7))), unfit);
    let second = world.ready(&teller(), SECOND, "200b", "300b");
    assert_eq!(refused(world.ask(&teller(), order(&second, 7))), unfit);
    let run = world.ready(&agent(), FIRST, "200b", "300b");
    let receipt = posted(world.ask(&agent(), order(&run, 7)));
    assert!(matches!(receipt.evidence, Evidence::Order { .. }));
    let facts = load_customer(world.store.as_ref(), NO).unwrap().unwrap().facts;
    assert_eq!(facts.signed_orders[0].used_by, Some(run.work().run));
    assert!(world.begun(&agent()).basis.orders.is_empty());
    world.is_sound();
}

#[test]
fn own_postings_stand_among_the_transactions_of_the_account() {
    let world = World::new();
    let run = world.ready(&agent(), FIRST, "200b", "300b");
    let receipt = posted(world.submit(&agent(), &run));
    let list = ListKind::Transactions { account: Some(CURRENT) };
    let request = Request::List { customer: NO, list, filter: String::new(), from: 0 };
    let Answer::Listing(listing) = world.service.ask(&agent(), request) else { panic!("no list") };
    let rows: Vec<(String, Shown<crate::money::Money>, Option<_>)> = listing
        .rows
        .into_iter()
        .map(|row| {
            let Listed::Transaction { text, balance, receipt, .. } = row.what else { panic!("{row:?}") };
            (text.tr, balance, receipt)
        })
        .collect();
    let newest = &rows[0];
    assert_eq!((newest.0.as_str(), newest.2), ("Fon alım emri", Some(receipt.no)));
    assert_eq!(newest.1, Shown::Known(money(RESTS + 16_104, Currency::TRY)));
    // and the transfer that filled the account
    let names: Vec<&str> = rows.iter().map(|row| row.0.as_str()).collect();
    let ours = ["Fon alım emri", "Kambiyo vergisi", "Döviz alım", "Mevduat faizi (net)", "Mevduat bozma"];
    assert_eq!((&names[..5], rows.len()), (&ours[..], 6));
    assert_eq!(rows[5].1, Shown::Known(money(RESTS, Currency::TRY)));
    assert_eq!(world.balance(DOLLARS), 461_878);
}

#[test]
fn a_receipt_is_a_copy_from_its_second_print_on() {
    let world = World::new();
    let run = world.ready(&agent(), FIRST, "200b", "300b");
    let receipt = posted(world.submit(&agent(), &run));
    for printed in [1, 2] {
        let FlowAnswer::Receipt(now) = world.answer(&agent(), FlowRequest::Print { receipt: receipt.no })
        else {
            panic!("no receipt")
        };
        assert_eq!(now.printed, printed);
    }
    let mark = FlowRequest::Mark { receipt: receipt.no, helped: true };
    assert_eq!(world.answer(&agent(), mark), FlowAnswer::Kept);
    let compensate = FlowRequest::Compensate { receipt: receipt.no };
    assert_eq!(refused(world.ask(&agent(), compensate)), Refusal::NotHalted { receipt: receipt.no });
    world.is_sound();
}

#[test]
fn a_run_whose_second_leg_is_refused_stops_at_its_safe_point() {
    // the bank may be short of 1.000 dollars only
    let folder = random::pack(&[("value = 50000000", "value = 1000")]);
    let world = World::of(&authored(&PackSource::Dir(folder.path().to_owned())));
    let run = world.ready(&agent(), FIRST, "200b", "300b");
    let answer = world.submit(&agent(), &run);
    let Answer::Flow(FlowAnswer::Done(done)) = &answer else { panic!("{answer:?}") };
    let FlowDone::Posted { receipt, task: Some(task) } = done.as_ref() else { panic!("{done:?}") };
    let states: Vec<LegState> = receipt.legs.iter().map(|leg| leg.state).collect();
    assert_eq!(states, [LegState::Done, LegState::Refused, LegState::NotDone]);
    assert_eq!((task.label.as_str(), task.unit.en.as_str()), ("G-1", "Treasury"));
    assert_eq!(task.due.hour_minute(), (15, 0));
    assert_eq!(world.balances(), [RESTS + 50_015_822, 0, 0, 64_230_000]);
    assert_eq!(world.submit(&agent(), &run), answer);
    let compensate = || FlowRequest::Compensate { receipt: receipt.no };
    assert_eq!(world.answer(&agent(), compensate()), FlowAnswer::Kept);
    assert_eq!(world.answer(&agent(), compensate()), FlowAnswer::Kept);
    world.is_sound();
    let reverse = || FlowRequest::Reverse { receipt: receipt.no, reason: "müşteri istedi".to_owned() };
    awaiting(world.ask(&teller(), reverse()));
    posted(world.ask(&supervisor(), reverse()));
    assert_eq!(world.balances(), [RESTS, 0, 50_000_000, 64_230_000]);
    let state = world.service.flow_run(run.work().run).unwrap().unwrap().state;
    assert!(matches!(state, FlowState::Reversed { .. }));
    world.is_sound();
}

#[test]
fn an_agent_whose_caller_is_not_verified_for_money_does_nothing() {
    let world = World::new();
    let low = Caller { verified: Verification::Service, ..agent() };
    let begin = || FlowRequest::Begin { customer: NO, flow: "break-fx-fund".to_owned() };
    assert_eq!(refused(world.ask(&low, begin())), Refusal::NotVerified);
    let nobody = Caller { contact: None, ..agent() };
    assert_eq!(refused(world.ask(&nobody, begin())), Refusal::ReasonMissing);
    let unknown = FlowRequest::Begin { customer: NO, flow: "nothing".to_owned() };
    assert_eq!(refused(world.ask(&agent(), unknown)), Refusal::UnknownFlow { flow: "nothing".to_owned() });
}
