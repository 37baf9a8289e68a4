//! What the bank answered about flows.

use super::{FlowPlace, Lapse, ReceiptPlace, Stage, receipt, shown, steps};
use crate::{
    action::{Action, Arg, Context},
    app::{act::keys_of, lists, model::Model, place::Place},
    domain::{
        Refusal,
        flow_run::FlowQuote,
        receipt::{LegState, Receipt},
    },
    flow::Run,
    keymap,
    request::{
        Effect, FlowAnswer, FlowRequest, Request,
        flow::{FlowBegun, FlowDone, FlowReview, OpenTask},
    },
    text::{Message, Said, ids::desk as id, suffix},
};

/// Takes an answer that was awaited.
pub(in crate::app) fn take(
    model: &mut Model,
    request: &FlowRequest,
    answer: FlowAnswer,
    out: &mut Vec<Effect>,
) {
    match answer {
        FlowAnswer::Begun(begun) => begun_again(model, request, *begun),
        FlowAnswer::Priced(quote) => priced(model, quote),
        FlowAnswer::Done(done) => came(model, request, *done, out),
        FlowAnswer::Kept => kept(model, request, out),
        FlowAnswer::Approvals(lines) => super::approvals::show(model, lines),
        FlowAnswer::Review(review)
            if matches!(request, FlowRequest::Open { .. } | FlowRequest::Resume { .. }) =>
        {
            waits_still(model, *review);
        }
        FlowAnswer::Review(review) => {
            let stage = Stage::Reviewing(review.line, None);
            if let Some(place) = open(model, review.begun, stage) {
                place.run.keeps(review.evidence);
            }
        }
        FlowAnswer::Receipt(receipt) => receipt::paper(model, *receipt),
        // nothing of the workstation asks for it
        FlowAnswer::Asked(_) | FlowAnswer::Outbox { .. } => {}
    }
}

/// A flow opens over its customer; a draft that was taken up elsewhere stands alone.
fn begun_again(model: &mut Model, request: &FlowRequest, begun: FlowBegun) {
    let unasked = matches!(request, FlowRequest::Open { .. }) && !begun.work.fields.is_empty();
    over_its_customer(model, &begun);
    // the same run, read again: in its place
    if shown(model).is_some_and(|place| place.run.work().run == begun.work.run) {
        model.places.pop();
    }
    let flow = begun.work.flow.clone();
    // why it was sent back is said first
    let unasked = unasked && begun.returned.is_none();
    if open(model, begun, Stage::Filling).is_some() && unasked {
        model.notice = taken_up(model, flow);
    }
}

/// What was taken up stands over its customer; over another one nothing is left.
fn over_its_customer(model: &mut Model, begun: &FlowBegun) {
    let same = model.customer().is_some_and(|place| place.screen.customer == begun.work.customer);
    if !same {
        model.places.clear();
    }
    model.finding = false;
}

/// One's own run that a second person has not agreed to yet: as it was submitted, and how it is taken back or changed.
fn waits_still(model: &mut Model, review: FlowReview) {
    let FlowReview { line, begun, evidence } = review;
    let run = begun.work.run;
    if let Some(place) = shown(model).filter(|place| place.run.work().run == run) {
        place.stage = Stage::Awaiting(line);
    } else {
        over_its_customer(model, &begun);
        let Some(place) = open(model, begun, Stage::Awaiting(line)) else { return };
        place.run.keeps(evidence);
    }
    let said = Message::new(id::STILL_WAITING)
        .with("cancel", keys_of(model, Action::CancelFlow))
        .with("reprice", keys_of(model, Action::Reprice));
    model.notice = Some(said);
}

/// That a draft was taken up where a flow was to be opened, and how to begin anew.
fn taken_up(model: &Model, flow: String) -> Option<Message> {
    let run = &model.open_flow()?.run;
    let opens = model.keymap.shortest(Action::StartFlow, Some(&Arg::Flow(flow)), &[Context::Screen]);
    let opens = opens.map_or_else(|| Action::StartFlow.name().to_owned(), |keys| keymap::shown(&keys));
    let said = Message::new(id::DRAFT_TAKEN_UP)
        .with("step", i64::from(run.step()))
        .with("steps", i64::from(run.steps()))
        .with("cancel", keys_of(model, Action::CancelFlow))
        .with("open", opens);
    Some(said)
}

fn open(model: &mut Model, mut begun: FlowBegun, stage: Stage) -> Option<&mut FlowPlace> {
    let Some((flow, pack)) = model.shelf.get(&begun.work.flow) else {
        model.notice = Some(Message::new(id::FLOW_UNKNOWN).with("flow", begun.work.flow));
        return None;
    };
    model.over = None;
    let returned = begun.returned.take();
    let run = Run::begin(flow, pack, begun);
    lists::push(model, Place::Flow(Box::new(FlowPlace { returned, ..FlowPlace::new(run, stage) })));
    shown(model)
}

/// A price came: the first one moves on, a later one says what it changed, or that it changed nothing; and that nobody
/// can agree any more to what was asked at the one before it.
fn priced(model: &mut Model, quote: FlowQuote) {
    let until = quote.until;
    let lang = model.lang;
    let Some(place) = shown(model) else { return };
    let step = place.run.step();
    let changes = place.run.priced(quote);
    let same = changes.is_empty() && place.run.step() == step;
    let waited = matches!(place.stage, Stage::Awaiting(_));
    place.lapsed = None;
    place.returned = None;
    // a new price asks a second person again
    place.stage = Stage::Filling;
    if place.run.step() == step {
        place.changes = changes;
        if place.run.commits() {
            place.from = Some(0);
        }
    } else {
        place.moved();
    }
    let commits = place.run.commits();
    let said = match (waited, same) {
        (true, true) => id::WITHDRAWN_SAME,
        (true, false) => id::WITHDRAWN_PRICED,
        (false, true) if commits => id::PRICE_SAME_READ,
        (false, true) => id::PRICE_SAME,
        (false, false) => return,
    };
    model.notice = Some(Message::new(said).with("until", suffix::seconds_to(until, lang)));
}

/// What came of a run.
fn came(model: &mut Model, request: &FlowRequest, done: FlowDone, out: &mut Vec<Effect>) {
    out.push(Effect::Ask(Request::Work));
    match done {
        FlowDone::Posted { receipt, .. } if matches!(request, FlowRequest::Approve { .. }) => {
            super::approvals::done(model, out);
            model.notice = Some(Message::new(id::APPROVED).with("receipt", receipt.no.to_string()));
        }
        FlowDone::Posted { receipt, task } => {
            let head = receipt::Head::of(model);
            if shown(model).is_some() {
                model.places.pop();
            }
            model.finding = false;
            let say = words_after(model, &receipt, task.as_ref());
            let place = ReceiptPlace {
                name: head.name,
                number: head.number,
                receipt: *receipt,
                task,
                say,
                compensated: false,
            };
            lists::push(model, Place::Receipt(Box::new(place)));
        }
        FlowDone::Awaiting(line) | FlowDone::StillAwaiting(line) => {
            model.notice = None;
            if let Some(place) = shown(model) {
                place.stage = Stage::Awaiting(line);
            }
        }
    }
}

/// What is to be said to the customer.
fn words_after(model: &Model, receipt: &Receipt, task: Option<&OpenTask>) -> Option<Said> {
    let (flow, _) = model.shelf.get(&receipt.flow)?;
    let refused = receipt.legs.iter().find(|leg| leg.state == LegState::Refused);
    match (task, refused) {
        (Some(task), Some(leg)) => flow.say_halted(&leg.name, task.due),
        (Some(_), None) => None,
        (None, _) => flow.say_done(receipt.no),
    }
}

fn kept(model: &mut Model, request: &FlowRequest, out: &mut Vec<Effect>) {
    let said = match request {
        FlowRequest::Keep { .. } => id::DRAFT_KEPT,
        FlowRequest::Cancel { .. } => {
            let waited = shown(model).is_some_and(|place| matches!(place.stage, Stage::Awaiting(_)));
            if shown(model).is_some() {
                model.places.pop();
            }
            if waited { id::WITHDRAWN } else { id::FLOW_CANCELLED }
        }
        FlowRequest::Return { .. } => {
            super::approvals::done(model, out);
            id::RETURNED
        }
        FlowRequest::Compensate { .. } => {
            receipt::compensated(model);
            id::COMPENSATION_ASKED
        }
        FlowRequest::Mark { helped: true, .. } => id::MARKED_HELPED,
        FlowRequest::Mark { helped: false, .. } => id::MARKED_HURT,
        FlowRequest::Begin { .. }
        | FlowRequest::Open { .. }
        | FlowRequest::Resume { .. }
        | FlowRequest::Quoted { .. }
        | FlowRequest::Price { .. }
        | FlowRequest::Submit { .. }
        | FlowRequest::Approvals
        | FlowRequest::Mine
        | FlowRequest::Review { .. }
        | FlowRequest::Approve { .. }
        | FlowRequest::Reverse { .. }
        | FlowRequest::Print { .. }
        | FlowRequest::Outbox => return,
    };
    model.notice = Some(Message::new(said));
    out.push(Effect::Ask(Request::Work));
}

/// A refusal that was awaited; `false` where it is told as any other.
pub(in crate::app) fn refused(model: &mut Model, request: &FlowRequest, refusal: &Refusal) -> bool {
    if *refusal == Refusal::OutcomeUnknown {
        return unknown(model, request);
    }
    let asks = |place: &mut FlowPlace| matches!(place.stage, Stage::Filling | Stage::Reviewing(..));
    match Lapse::of(refusal) {
        Some(lapse) if shown(model).is_some_and(asks) => {
            steps::stale(model, lapse);
            true
        }
        Some(_) | None => false,
    }
}

/// The machinery failed; `false` where nothing can have been posted.
pub(in crate::app) fn failed(model: &mut Model, request: &FlowRequest) -> bool {
    request.posts() && unknown(model, request)
}

/// The same run may be sent again, and nothing else: it happens once.
fn unknown(model: &mut Model, request: &FlowRequest) -> bool {
    let Some(place) = shown(model) else { return false };
    if !matches!(place.stage, Stage::Reviewing(..)) {
        place.stage = Stage::Unknown(request.clone());
    }
    model.notice = Some(Message::new(id::OUTCOME_CHECKED));
    true
}
