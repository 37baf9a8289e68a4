//! The second person: what waits, what was sent back, what lapsed.

use super::*;
use crate::request::flow::{AskedLine, AskedState};

/// What the agent sent for approval.
fn mine(world: &World) -> Vec<AskedLine> {
    let FlowAnswer::Asked(lines) = world.answer(&agent(), FlowRequest::Mine) else { panic!("no list") };
    lines
}

#[test]
fn above_the_limit_two_people_post_exactly_what_was_shown() {
    let world = World::new();
    let run = world.ready(&agent(), SECOND, "200b", "300b");
    let line = awaiting(world.submit(&agent(), &run));
    assert_eq!((line.amount.minor, line.limit.minor), (64_230_000, 50_000_000));
    assert_eq!(awaiting(world.submit(&agent(), &run)), line, "asked once");
    assert_eq!(world.balances(), [RESTS, 0, 50_000_000, 64_230_000]);
    let queue = world.answer(&supervisor(), FlowRequest::Approvals);
    assert_eq!(queue, FlowAnswer::Approvals(vec![line.clone()]));
    let review = world.answer(&supervisor(), FlowRequest::Review { approval: line.approval });
    let FlowAnswer::Review(review) = review else { panic!("{review:?}") };
    assert_eq!(world.run(review.begun).plan().unwrap().digest, line.digest);
    let approve = |digest| FlowRequest::Approve { approval: line.approval, digest };
    let own = caller("0412", Role::Supervisor);
    assert_eq!(
        refused(world.ask(&own, approve(line.digest))),
        Refusal::OwnApproval { share: OwnShare::Asked }
    );
    assert_eq!(refused(world.ask(&supervisor(), approve([7; 32]))), Refusal::ApprovalChanged);
    let receipt = posted(world.ask(&supervisor(), approve(line.digest)));
    assert_eq!((receipt.maker.0.as_str(), receipt.checker.unwrap().0.as_str()), ("0412", "0031"));
    posted(world.ask(&supervisor(), approve(line.digest)));
    posted(world.submit(&agent(), &run));
    assert_eq!(world.balance(SECOND), 0);
    assert_eq!(world.answer(&supervisor(), FlowRequest::Approvals), FlowAnswer::Approvals(Vec::new()));
    world.is_sound();
}

#[test]
fn an_edit_after_submission_invalidates_the_approval() {
    let world = World::new();
    let mut run = world.ready(&agent(), SECOND, "200b", "300b");
    let first = awaiting(world.submit(&agent(), &run));
    run.set("fx_amount", "100b", How::Typed).unwrap();
    let quote = world.price(&agent(), &run.work());
    run.priced(quote);
    let second = awaiting(world.submit(&agent(), &run));
    assert_ne!(first.digest, second.digest);
    let approve = |line: &crate::request::flow::ApprovalLine| FlowRequest::Approve {
        approval: line.approval,
        digest: line.digest,
    };
    assert_eq!(refused(world.ask(&supervisor(), approve(&first))), Refusal::UnknownApproval);
    posted(world.ask(&supervisor(), approve(&second)));
    world.is_sound();
}

#[test]
fn an_approval_lapses_with_its_price_and_is_asked_again_after_a_new_one() {
    let world = World::new();
    let mut run = world.ready(&agent(), SECOND, "200b", "300b");
    let line = awaiting(world.submit(&agent(), &run));
    world.later(121);
    assert_eq!(world.answer(&supervisor(), FlowRequest::Approvals), FlowAnswer::Approvals(Vec::new()));
    let approve = FlowRequest::Approve { approval: line.approval, digest: line.digest };
    let expired = Refusal::ApprovalExpired { until: line.until };
    let other = FlowRequest::Approve { approval: line.approval, digest: [7; 32] };
    assert_eq!(refused(world.ask(&supervisor(), other)), expired, "not that it changed");
    for request in [approve, FlowRequest::Review { approval: line.approval }] {
        assert_eq!(refused(world.ask(&supervisor(), request)), expired);
    }
    let back = FlowRequest::Return { approval: line.approval, reason: "geç".to_owned() };
    assert_eq!(refused(world.ask(&supervisor(), back)), expired);
    assert_eq!(mine(&world)[0].state, AskedState::Expired);
    assert_eq!(world.balance(SECOND), 64_230_000);
    world.is_sound();
    let quote = world.price(&agent(), &run.work());
    run.priced(quote);
    let again = awaiting(world.submit(&agent(), &run));
    let approve = FlowRequest::Approve { approval: again.approval, digest: again.digest };
    posted(world.ask(&supervisor(), approve));
    world.is_sound();
}

/// A clock that was set back ends no approval: it still waits, and is agreed to once the clock is right.
#[test]
fn a_clock_before_an_approval_was_asked_ends_nothing() {
    let world = World::new();
    let run = world.ready(&agent(), SECOND, "200b", "300b");
    world.later(60);
    let line = awaiting(world.submit(&agent(), &run));
    let approve = FlowRequest::Approve { approval: line.approval, digest: line.digest };
    for back in [-30, -60] {
        world.later(back);
        let review = FlowRequest::Review { approval: line.approval };
        for request in [approve.clone(), review] {
            let refusal = refused(world.ask(&supervisor(), request));
            assert_eq!(refusal, Refusal::ClockBehind { since: line.asked });
        }
        assert_eq!(mine(&world)[0].state, AskedState::Waiting);
        let waiting = world.answer(&supervisor(), FlowRequest::Approvals);
        assert_eq!(waiting, FlowAnswer::Approvals(vec![line.clone()]));
    }
    world.later(90);
    posted(world.ask(&supervisor(), approve));
    world.is_sound();
}

#[test]
fn what_is_sent_back_stands_on_the_makers_start_screen_again() {
    let world = World::new();
    let run = world.ready(&agent(), SECOND, "200b", "300b");
    let line = awaiting(world.submit(&agent(), &run));
    let blank = FlowRequest::Return { approval: line.approval, reason: " ".to_owned() };
    assert_eq!(refused(world.ask(&supervisor(), blank)), Refusal::WhyMissing);
    let back = FlowRequest::Return { approval: line.approval, reason: "imza eksik".to_owned() };
    assert_eq!(world.answer(&supervisor(), back), FlowAnswer::Kept);
    let approve = FlowRequest::Approve { approval: line.approval, digest: line.digest };
    assert_eq!(refused(world.ask(&supervisor(), approve)), Refusal::UnknownApproval);
    let Answer::Work(work) = world.service.ask(&agent(), Request::Work) else { panic!("no work") };
    assert_eq!((work.lines.len(), work.lines[0].kind.tr.as_str()), (1, "Taslak 1/3"));
    assert_eq!(work.lines[0].about.tr, "iade: imza eksik · Boz → Döviz → Fon");
    assert_eq!(work.lines[0].returned.as_deref(), Some("imza eksik"));
    let resumed = world.answer(&agent(), FlowRequest::Resume { draft: run.work().draft });
    let FlowAnswer::Begun(begun) = resumed else { panic!("{resumed:?}") };
    let back = begun.returned.unwrap();
    assert_eq!((back.reason.as_str(), back.by.0.as_str()), ("imza eksik", "0031"));
    let AskedState::Returned { reason, by, .. } = &mine(&world)[0].state else { panic!("not sent back") };
    assert_eq!((reason.as_str(), by), ("imza eksik", &supervisor().operator));
    let Answer::Work(others) = world.service.ask(&teller(), Request::Work) else { panic!("no work") };
    assert!(others.lines.is_empty());
    world.is_sound();
}

/// The yes of before it was sent back is not one to what is asked now, spoken or signed.
#[test]
fn what_was_sent_back_is_priced_and_read_again() {
    let world = World::new();
    let mut run = world.ready(&agent(), SECOND, "200b", "300b");
    let line = awaiting(world.submit(&agent(), &run));
    let back = FlowRequest::Return { approval: line.approval, reason: "imza eksik".to_owned() };
    assert_eq!(world.answer(&supervisor(), back), FlowAnswer::Kept);
    assert_eq!(refused(world.submit(&agent(), &run)), Refusal::ReadAgain);
    for open in [
        FlowRequest::Resume { draft: run.work().draft },
        FlowRequest::Quoted { quote: run.price().unwrap().id },
        FlowRequest::Open { customer: NO, flow: "break-fx-fund".to_owned() },
    ] {
        let FlowAnswer::Begun(begun) = world.answer(&agent(), open) else { panic!("not begun") };
        assert_eq!((begun.work.run, &begun.price), (run.work().run, &None), "no price to agree to");
    }
    assert_eq!(world.answer(&supervisor(), FlowRequest::Approvals), FlowAnswer::Approvals(Vec::new()));
    let quote = world.price(&agent(), &run.work());
    run.priced(quote);
    assert_eq!(run.answer(), None, "it is asked again");
    let again = awaiting(world.submit(&agent(), &run));
    posted(world.ask(&supervisor(), FlowRequest::Approve { approval: again.approval, digest: again.digest }));
    world.is_sound();
}

#[test]
fn above_every_limit_nobody_is_asked() {
    let folder = random::pack(&[("5000000.00", "600000.00"), ("1000000.00", "600000.00")]);
    let world = World::of(&authored(&PackSource::Dir(folder.path().to_owned())));
    let run = world.ready(&agent(), SECOND, "200b", "300b");
    let refusal = refused(world.submit(&agent(), &run));
    assert!(matches!(refusal, Refusal::OverEveryLimit { limit, .. } if limit.minor == 60_000_000));
    world.is_sound();
}

#[test]
fn what_an_operator_asked_for_is_told_with_what_came_of_it() {
    let world = World::new();
    let run = world.ready(&agent(), SECOND, "200b", "300b");
    let line = awaiting(world.submit(&agent(), &run));
    assert_eq!(line.role, Role::Agent);
    assert_eq!(mine(&world), [AskedLine { line: line.clone(), state: AskedState::Waiting }]);
    assert_eq!(world.answer(&teller(), FlowRequest::Mine), FlowAnswer::Asked(Vec::new()), "nobody else's");
    posted(world.ask(&supervisor(), FlowRequest::Approve { approval: line.approval, digest: line.digest }));
    assert!(
        matches!(&mine(&world)[0].state, AskedState::Approved { by, .. } if *by == supervisor().operator)
    );
}

/// Work that waits for a second person is who asked's and theirs who may agree, nobody else's.
#[test]
fn an_approval_is_work_of_who_asked_and_who_may_agree() {
    let world = World::new();
    awaiting(world.submit(&agent(), &world.ready(&agent(), SECOND, "200b", "300b")));
    let lines = |who: &Caller| {
        let Answer::Work(work) = world.service.ask(who, Request::Work) else { panic!("no work") };
        (work.left, work.lines.len())
    };
    assert_eq!([lines(&agent()), lines(&supervisor()), lines(&teller())], [(1, 1), (1, 1), (0, 0)]);
}

#[test]
fn a_run_that_was_priced_again_is_not_approved_at_its_old_price() {
    let world = World::new();
    let run = world.ready(&agent(), SECOND, "200b", "300b");
    let line = awaiting(world.submit(&agent(), &run));
    world.price(&agent(), &run.work());
    let approve = FlowRequest::Approve { approval: line.approval, digest: line.digest };
    assert_eq!(refused(world.ask(&supervisor(), approve)), Refusal::ApprovalChanged);
    assert_eq!(refused(world.submit(&agent(), &run)), Refusal::PriceSuperseded, "nor waits any more");
    assert_eq!(world.balance(SECOND), 64_230_000);
}

#[test]
fn a_reversal_that_nobody_agreed_to_lapses_with_its_day() {
    let world = World::new();
    let receipt = posted(world.submit(&agent(), &world.ready(&agent(), FIRST, "200b", "300b")));
    let reverse = FlowRequest::Reverse { receipt: receipt.no, reason: "yanlış".to_owned() };
    let line = awaiting(world.ask(&teller(), reverse));
    world.later(14 * 60 * 60);
    let approve = FlowRequest::Approve { approval: line.approval, digest: line.digest };
    assert_eq!(refused(world.ask(&supervisor(), approve)), Refusal::ApprovalExpired { until: line.until });
    assert_eq!(world.balance(FIRST), 0);
    world.is_sound();
}
