//! The ways back and out: nothing that is being filled is lost on them.

use super::{
    answer::hide_revealed,
    flow, lists,
    model::Model,
    place::{Over, Place},
    start::StartFocus,
};
use crate::{
    request::Effect,
    text::{Message, ids::desk as id},
};

/// One step back: the pop-up, the field, the place. Nobody leaves the workstation by it.
pub(super) fn back(model: &mut Model, out: &mut Vec<Effect>) {
    if model.over.take().is_some() {
        return;
    }
    if let Some(Place::List(list)) = model.place_mut() {
        if list.filter.take().is_some() {
            return;
        }
        if !list.listing.filter.is_empty() {
            return lists::unfiltered(model, out);
        }
    }
    if model.finding {
        model.finding = false;
        model.start.focus = StartFocus::Hits;
        return;
    }
    match model.places.last() {
        Some(Place::Flow(_)) => return flow::back(model, out),
        Some(Place::Receipt(_)) => return flow::open_receipt(model, out),
        Some(Place::Customer(_)) => hide_revealed(model, out),
        Some(Place::List(_) | Place::Detail(_) | Place::Paper(_) | Place::Approvals(_)) | None => {}
    }
    if model.places.pop().is_none() {
        to_stories(model);
    }
}

fn to_stories(model: &mut Model) {
    model.start.field.clear();
    model.start.focus = StartFocus::Hits;
    model.start.row = 0;
}

/// Closes the customer with everything over it.
pub(super) fn close_customer(model: &mut Model, out: &mut Vec<Effect>) {
    if model.customer().is_some() {
        flow::keep_open(model, out);
        model.places.clear();
        model.finding = false;
        hide_revealed(model, out);
    }
}

/// Closes the pop-up; without one everything, down to the start screen.
pub(super) fn cancel(model: &mut Model, out: &mut Vec<Effect>) {
    if model.over.take().is_some() {
        return;
    }
    if matches!(model.place(), Some(Place::Flow(_))) {
        return flow::cancel(model, out);
    }
    model.finding = false;
    flow::keep_open(model, out);
    model.places.clear();
    hide_revealed(model, out);
    to_stories(model);
}

/// Interrupts what is being asked. What may post is never interrupted: its outcome would be unknown.
pub(super) fn cancel_request(model: &mut Model, posts: bool) {
    let running = model.is_waiting();
    if running && !posts {
        // its answer finds nobody who waits for it
        model.waiting = None;
        model.held = None;
        model.inputs.clear();
    }
    let told = match (running, posts) {
        (true, true) => id::OUTCOME_CHECKED,
        (true, false) => id::REQUEST_STOPPED,
        (false, _) => id::NOTHING_RUNS,
    };
    model.notice = Some(Message::new(told));
}

/// Leaves the field; what was typed stays, a filter that was not entered does not, nor what was typed into a flow's.
pub(super) fn leave_field(model: &mut Model, out: &mut Vec<Effect>) {
    if model.over.take().is_some() {
        return;
    }
    if matches!(model.place(), Some(Place::Flow(_))) {
        if !flow::undo_entry(model) {
            flow::back(model, out);
        }
        return;
    }
    if let Some(Place::List(list)) = model.place_mut() {
        list.filter = None;
        return;
    }
    model.finding = false;
    model.start.focus = StartFocus::Hits;
}

/// Leaves; work left is shown first.
pub(super) fn leave(model: &mut Model, out: &mut Vec<Effect>) {
    if model.finding {
        // a customer is open below
        model.finding = false;
        return;
    }
    let left = model.start.work.as_ref().is_some_and(|work| work.left > 0) || model.open_flow().is_some();
    if left && !matches!(model.over, Some(Over::Leave)) {
        model.over = Some(Over::Leave);
    } else {
        flow::keep_open(model, out);
        out.push(Effect::Leave);
    }
}
