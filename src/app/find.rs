//! Finding as somebody types: one question at a time, and the newest text next.

use super::{
    customer, flow,
    model::{Input, Model, Ready},
    start::{HITS_ASKED, StartFocus},
};
use crate::{
    action::Arg,
    request::{Answer, Effect, Request},
    text::{Message, ids::desk as id},
};

/// Enters the find field, over whatever is open; with a text it is filled.
pub(super) fn enter(model: &mut Model, arg: Option<&Arg>, out: &mut Vec<Effect>) {
    model.over = None;
    flow::to_start(model, out);
    model.start.focus = StartFocus::Field;
    model.start.field.clear();
    model.start.row = 0;
    if let Some(Arg::Text(text)) = arg {
        model.start.field.set(text);
        look_up(model, out);
    }
}

/// Opens the customer whose number was typed after the action's name.
pub(super) fn open_typed(model: &mut Model, arg: Option<&Arg>, out: &mut Vec<Effect>) {
    let Some(Arg::Text(text)) = arg else { return };
    match super::start::number(text) {
        Some(number) => customer::open(model, number, out),
        None => model.notice = Some(Message::new(id::NOT_A_NUMBER).with("text", text.as_str())),
    }
}

/// Looks up what is typed, unless a question is open: its answer brings the next.
pub(super) fn look_up(model: &mut Model, out: &mut Vec<Effect>) {
    model.start.row = 0;
    let wanted = model.start.wanted();
    if wanted.is_empty() || model.start.asked.is_some() || model.start.is_current() {
        return;
    }
    let text = wanted.to_owned();
    model.start.asked = Some(text.clone());
    out.push(Effect::Ask(request(text)));
}

fn request(text: String) -> Request {
    Request::Find { text, limit: HITS_ASKED, typing: true }
}

/// Hits; those of an older text are dropped and the newer text is asked for.
pub(super) fn found(model: &mut Model, text: String, answer: Answer, out: &mut Vec<Effect>) {
    if model.start.asked.as_ref() != Some(&text) {
        return;
    }
    model.start.asked = None;
    if model.start.wanted() != text {
        return look_up(model, out);
    }
    let found = match answer {
        Answer::Found(found) => Ok(found),
        Answer::Refused(refusal) => Err(refusal.message()),
        Answer::Failed { message } => Err(message),
        Answer::Customer(_)
        | Answer::Decision(_)
        | Answer::Listing(_)
        | Answer::Revealed(_)
        | Answer::Work(_)
        | Answer::Explanation(_)
        | Answer::Flow(_)
        | Answer::Posted(_) => return,
    };
    if let Err(message) = &found {
        model.notice = Some(message.clone());
    }
    model.start.found = Some((text, found));
    model.start.row = 0;
}

/// Enter on what was typed: the selected hit; one that is still being looked up is waited for. A customer number
/// opens without being found.
pub(super) fn submit(model: &mut Model, out: &mut Vec<Effect>) {
    if model.start.wanted().is_empty() {
        model.start.focus = StartFocus::Hits;
        return;
    }
    if model.ready < Ready::Search
        && let Some(number) = super::start::number(model.start.wanted())
    {
        return customer::open(model, number, out);
    }
    if !model.start.is_current() {
        look_up(model, out);
        // the answer brings this Enter again
        if let Some(asked) = model.start.asked.clone() {
            model.waiting = Some(request(asked));
            model.inputs.push_front(Input::Submit);
        }
        return;
    }
    let start = &model.start;
    let hit = start.hits().and_then(|found| found.hits.get(start.row)).map(|hit| hit.customer);
    match hit.or_else(|| super::start::number(start.wanted())) {
        Some(customer) => customer::open(model, customer, out),
        None if matches!(start.found, Some((_, Ok(_)))) => {
            model.notice = Some(Message::new(model.start.found_nobody()));
        }
        None => {}
    }
}
