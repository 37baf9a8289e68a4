//! What a person left half done is taken up again, and looking at it changes nothing.

use super::{world::write, *};
use crate::{
    domain::{DraftId, draft::Draft},
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
fn neither_what_lapsed_nor_what_waits_for_a_second_person_is_taken_up() {
    let world = World::new();
    let run = world.ready(&agent(), FIRST, "200b", "300b");
    assert_eq!(open(&world, &agent()).work.run, run.work().run);
    world.later(15 * 60 + 1);
    assert_ne!(open(&world, &agent()).work.run, run.work().run);
    // above the agent's limit
    let waits = world.ready(&agent(), SECOND, "300b", "300b");
    let answer = world.submit(&agent(), &waits);
    let Answer::Flow(FlowAnswer::Done(done)) = &answer else { panic!("{answer:?}") };
    assert!(matches!(done.as_ref(), FlowDone::Awaiting(_)), "{done:?}");
    assert_ne!(open(&world, &agent()).work.run, waits.work().run);
    world.is_sound();
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
