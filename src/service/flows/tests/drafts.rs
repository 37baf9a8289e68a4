//! What a person left half done is taken up again, and looking at it changes nothing.

use super::{world::write, *};
use crate::{
    domain::{DraftId, draft::Draft, due::DueItem},
    request::flow::FlowBegun,
    service::records,
};

fn open(world: &World, caller: &Caller) -> FlowBegun {
    let open = FlowRequest::Open { customer: NO, flow: "break-fx-fund".to_owned() };
    let answer = world.answer(caller, open);
    let FlowAnswer::Begun(begun) = answer else { panic!("{answer:?}") };
    *begun
}

fn kept(world: &World, id: DraftId) -> Draft {
    records::get::<Draft>(world.store.as_ref(), &tables::draft(id)).unwrap().unwrap().1
}

#[test]
fn what_was_left_half_done_is_taken_up_by_its_operator_alone() {
    let world = World::new();
    let first = open(&world, &agent());
    assert!(first.work.fields.is_empty(), "nothing is kept yet");
    let mut run = world.run(first);
    run.set("fx_amount", "200b", How::Typed).unwrap();
    let work = run.work();
    world.answer(&agent(), FlowRequest::Keep { work: work.clone() });
    for _ in 0..3 {
        let again = open(&world, &agent());
        assert_eq!(again.work, work);
        world.answer(&agent(), FlowRequest::Keep { work: again.work });
    }
    assert_ne!(open(&world, &teller()).work.run, work.run);
    assert_ne!(world.begun(&agent()).work.run, work.run, "a macro's run is its own");
    world.answer(&agent(), FlowRequest::Cancel { work: work.clone() });
    assert_ne!(open(&world, &agent()).work.run, work.run, "what was given up is not taken up");
    world.is_sound();
}

#[test]
fn what_lapsed_is_not_taken_up() {
    let world = World::new();
    let run = world.ready(&agent(), FIRST, "200b", "300b");
    assert_eq!(open(&world, &agent()).work.run, run.work().run);
    world.later(15 * 60 + 1);
    assert_ne!(open(&world, &agent()).work.run, run.work().run);
}

#[test]
fn what_waits_for_a_second_person_is_taken_up_as_that_person_sees_it() {
    let world = World::new();
    // above the agent's limit
    let waits = world.ready(&agent(), SECOND, "300b", "300b");
    let answer = world.submit(&agent(), &waits);
    let Answer::Flow(FlowAnswer::Done(done)) = &answer else { panic!("{answer:?}") };
    let FlowDone::Awaiting(line) = done.as_ref() else { panic!("{done:?}") };
    let work = waits.work();
    let open = || FlowRequest::Open { customer: NO, flow: "break-fx-fund".to_owned() };
    for request in [open(), FlowRequest::Resume { draft: work.draft }] {
        let answer = world.answer(&agent(), request);
        let FlowAnswer::Review(review) = &answer else { panic!("{answer:?}") };
        assert_eq!((&review.line, &review.begun.work.fields), (line, &work.fields));
        assert_eq!(world.run(review.begun.clone()).plan().unwrap().digest, line.digest);
    }
    // it stands once among what is left to do, and opens as what it is
    let left = |who: &Caller| {
        let Answer::Work(work) = world.service.ask(who, Request::Work) else { panic!("no work") };
        work.lines.into_iter().map(|line| (line.kind.tr, line.item)).collect::<Vec<_>>()
    };
    assert_eq!(left(&agent()), [("Onay bekliyor".to_owned(), DueItem::Draft(work.draft))]);
    let for_others = [("Onay bekliyor".to_owned(), DueItem::Approval(line.approval))];
    assert_eq!(left(&supervisor()), for_others);
    assert_ne!(world.begun(&teller()).work.run, work.run, "another one's is not taken up");
    // given up, nobody can agree to it
    world.answer(&agent(), FlowRequest::Cancel { work: work.clone() });
    let approve = FlowRequest::Approve { approval: line.approval, digest: line.digest };
    assert_eq!(refused(world.ask(&supervisor(), approve)), Refusal::UnknownApproval);
    assert_eq!((left(&agent()), left(&supervisor())), (Vec::new(), Vec::new()));
    assert!(self::open(&world, &agent()).work.fields.is_empty(), "a form of its own");
    world.is_sound();
}

#[test]
fn what_waited_too_long_is_a_draft_again() {
    let world = World::new();
    let waits = world.ready(&agent(), SECOND, "300b", "300b");
    world.submit(&agent(), &waits);
    world.later(121);
    let again = open(&world, &agent());
    assert_eq!((again.work.run, &again.work.fields), (waits.work().run, &waits.work().fields));
    let Answer::Work(work) = world.service.ask(&agent(), Request::Work) else { panic!("no work") };
    let kinds: Vec<&str> = work.lines.iter().map(|line| line.kind.tr.as_str()).collect();
    assert_eq!(kinds, ["Taslak 2/3"]);
    world.is_sound();
}

#[test]
fn why_it_was_sent_back_is_said_wherever_it_is_taken_up() {
    let world = World::new();
    let run = world.ready(&agent(), SECOND, "300b", "300b");
    let answer = world.submit(&agent(), &run);
    let Answer::Flow(FlowAnswer::Done(done)) = &answer else { panic!("{answer:?}") };
    let FlowDone::Awaiting(line) = done.as_ref() else { panic!("{done:?}") };
    let back = FlowRequest::Return { approval: line.approval, reason: "imza eksik".to_owned() };
    world.answer(&supervisor(), back);
    // somebody began another one meanwhile, and left it
    let mut other = world.run(world.begun(&agent()));
    other.set("fx_amount", "100b", How::Typed).unwrap();
    world.later(30);
    world.answer(&agent(), FlowRequest::Keep { work: other.work() });
    let taken = open(&world, &agent());
    assert_eq!(taken.work.run, run.work().run, "what was sent back comes first");
    assert_eq!(taken.returned.unwrap().reason, "imza eksik");
}

#[test]
fn who_only_looks_changes_neither_the_step_nor_how_long_it_is_kept() {
    let world = World::new();
    let run = world.ready(&agent(), FIRST, "200b", "300b");
    let mut work = run.work();
    assert_eq!(work.step, 2);
    world.answer(&agent(), FlowRequest::Keep { work: work.clone() });
    let before = kept(&world, work.draft);
    // kept longer than a draft is, as an import may keep one
    let long = Draft { until: before.until.plus_seconds(3_600).unwrap(), ..before.clone() };
    let put = records::Put::seal(tables::draft(work.draft), &long).unwrap();
    write(world.store.as_ref(), 1 << 90, vec![put]);
    work.step = 1;
    world.answer(&agent(), FlowRequest::Keep { work: work.clone() });
    assert_eq!(kept(&world, work.draft), long);
    // a changed field is work: it stands where it was left
    let amount = work.fields.iter_mut().find(|(name, _)| name == "fund_amount").unwrap();
    "250000.00".clone_into(&mut amount.1);
    world.answer(&agent(), FlowRequest::Keep { work: work.clone() });
    let after = kept(&world, work.draft);
    assert_eq!((after.step, after.until, &after.fields), (1, long.until, &work.fields));
}
