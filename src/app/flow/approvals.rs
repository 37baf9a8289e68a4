//! What waits for a second person, and looking at one of it.

use super::{ApprovalsPlace, FlowPlace, Stage, shown, steps};
use crate::{
    app::{
        lists,
        model::Model,
        place::{Over, Place, ReasonForm},
    },
    request::{Effect, FlowRequest, Request, flow::ApprovalLine},
    text::{Message, ids::desk as id},
};

/// Asks for the queue.
pub(in crate::app) fn open_queue(model: &mut Model, out: &mut Vec<Effect>) {
    steps::ask(model, FlowRequest::Approvals, out);
}

/// Shows the queue: in its place, else over the others.
pub(super) fn show(model: &mut Model, lines: Vec<ApprovalLine>) {
    model.finding = false;
    if let Some(Place::Approvals(place)) = model.places.last_mut() {
        place.row = place.row.min(lines.len().saturating_sub(1));
        place.lines = lines;
        return;
    }
    lists::push(model, Place::Approvals(Box::new(ApprovalsPlace { lines, row: 0 })));
}

/// Enter on a line: the same screen, the same figures.
pub(in crate::app) fn review(model: &mut Model, row: Option<usize>, out: &mut Vec<Effect>) {
    let Some(Place::Approvals(place)) = model.place_mut() else { return };
    place.row = row.filter(|row| *row < place.lines.len()).unwrap_or(place.row);
    let Some(line) = place.lines.get(place.row) else { return };
    let approval = line.approval;
    steps::ask(model, FlowRequest::Review { approval }, out);
}

/// `approve-request`: yes in the answer's field; Enter sends it.
pub(in crate::app) fn agree(model: &mut Model, out: &mut Vec<Effect>) {
    own_answer(model, true, out);
}

/// `return-request`: no in the answer's field; Enter asks why.
pub(in crate::app) fn send_back(model: &mut Model, out: &mut Vec<Effect>) {
    own_answer(model, false, out);
}

fn own_answer(model: &mut Model, yes: bool, out: &mut Vec<Effect>) {
    let last = |place: &mut FlowPlace| matches!(place.stage, Stage::Reviewing(..)) && place.run.commits();
    if shown(model).is_some_and(last) {
        steps::answer(model, yes, out);
    } else {
        if matches!(model.place(), Some(Place::Approvals(_))) {
            // nothing is approved unseen
            return review(model, None, out);
        }
        model.notice = Some(Message::new(id::REVIEW_FIRST));
    }
}

/// Sends it back with the reason that was written.
pub(in crate::app) fn submit_reason(model: &mut Model, out: &mut Vec<Effect>) {
    let Some(Over::Reason(ReasonForm { reason })) = &model.over else { return };
    let reason = reason.text().trim().to_owned();
    if reason.is_empty() {
        model.notice = Some(Message::new(id::RETURN_REASON));
        return;
    }
    model.over = None;
    let Some(Stage::Reviewing(line, _)) = shown(model).map(|place| place.stage.clone()) else { return };
    steps::ask(model, FlowRequest::Return { approval: line.approval, reason }, out);
}

/// The review is over: back to the queue as it is now.
pub(super) fn done(model: &mut Model, out: &mut Vec<Effect>) {
    if shown(model).is_some() {
        model.places.pop();
    }
    // its notice stays, so nothing waits for this
    out.push(Effect::Ask(Request::Flow(FlowRequest::Approvals)));
}
