//! What the bank answered.

use super::{
    act::keys_of,
    find, flow, lists,
    model::Model,
    place::{CustomerPlace, Place},
    start::StartFocus,
};
use crate::{
    action::Action,
    request::{
        Answer, CustomerScreen, Effect, FlowRequest, Request,
        effect::Timer,
        reveal::{REVEAL_SECONDS, Revealed},
    },
    text::{Message, ids::desk as id},
    time::Moment,
};

/// Takes an answer; one that nobody waits for any more is dropped.
pub(super) fn take(model: &mut Model, request: Request, answer: Answer, at: Moment, out: &mut Vec<Effect>) {
    let awaited = model.waiting.as_ref() == Some(&request);
    if awaited {
        model.waiting = None;
    }
    if let Request::Find { text, .. } = request {
        return find::found(model, text, answer, out);
    }
    let unasked =
        matches!(request, Request::Work | Request::Flow(FlowRequest::Keep { .. } | FlowRequest::Approvals));
    if !awaited && !unasked {
        return;
    }
    if matches!(request, Request::OpenCustomer { .. }) {
        model.named = None;
    }
    (model.at, model.now) = (at, at);
    if !awaited && matches!(answer, Answer::Flow(_)) && flow::is_silent(model, &request) {
        return;
    }
    if request == Request::Work {
        model.start.answered = true;
    }
    match answer {
        Answer::Customer(screen) => opened(model, *screen, out),
        Answer::Listing(listing) => lists::take(model, *listing),
        Answer::Revealed(revealed) => reveal(model, revealed, out),
        Answer::Work(work) => model.start.work = Some(*work),
        Answer::Explanation(explanation) => {
            if let Request::Explain { item, .. } = &request {
                lists::explained(model, item, explanation);
            }
        }
        Answer::Flow(answer) => {
            if let Request::Flow(request) = &request {
                flow::take(model, request, answer, out);
            }
        }
        Answer::Refused(_) if request == Request::Work => {
            model.start.without = Some(without_lists(model));
        }
        Answer::Refused(refusal) => {
            let told = matches!(&request, Request::Flow(request) if flow::refused(model, request, &refusal));
            if !told {
                model.notice = Some(refusal.message());
            }
        }
        Answer::Failed { message } => {
            let told = matches!(&request, Request::Flow(request) if flow::failed(model, request));
            if !told {
                model.notice = Some(message);
            }
        }
        // nothing of the workstation asks for these
        Answer::Found(_) | Answer::Decision(_) | Answer::Posted(_) => {}
    }
}

/// Why somebody starts without lists, and what they do instead.
fn without_lists(model: &Model) -> Message {
    if Action::FindCustomer.is_for(model.caller.role) {
        return Message::new(id::NO_LISTS).with("key", keys_of(model, Action::FindCustomer));
    }
    Message::new(id::NO_CUSTOMERS)
        .with("help", keys_of(model, Action::ShowHelp))
        .with("leave", keys_of(model, Action::LeaveWorkstation))
}

/// The one screen: in the place of the same customer's, else alone over the start screen.
fn opened(model: &mut Model, screen: CustomerScreen, out: &mut Vec<Effect>) {
    hide_revealed(model, out);
    flow::keep_before(model, out);
    model.finding = false;
    if model.start.focus == StartFocus::Field {
        model.start.focus = StartFocus::Hits;
    }
    let place = match model.places.last() {
        Some(Place::Customer(open)) if open.screen.customer == screen.customer => open.renewed(screen),
        _ => CustomerPlace::new(screen, model.size),
    };
    model.places = vec![Place::Customer(Box::new(place))];
}

fn reveal(model: &mut Model, revealed: Revealed, out: &mut Vec<Effect>) {
    if revealed.value.is_none() {
        model.notice = Some(Message::new(id::REVEAL_UNKNOWN));
        return;
    }
    model.revealed = Some(revealed);
    out.push(Effect::StartTimer { timer: Timer::Reveal, after_ms: REVEAL_SECONDS * 1_000 });
}

/// Masks again what was revealed.
pub(super) fn hide_revealed(model: &mut Model, out: &mut Vec<Effect>) {
    if model.revealed.take().is_some() {
        out.push(Effect::StopTimer { timer: Timer::Reveal });
    }
}
