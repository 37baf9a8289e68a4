//! Events become changes of the model and effects.

use std::sync::Arc;

use super::{
    act::{act, awaits_rows},
    answer,
    event::Event,
    flow,
    model::{Guard, INPUTS_WAITING_MAX, Input, Model, Ready},
    place::{Over, Place},
    start::StartFocus,
};
use crate::{
    action::Action,
    app::edit::{Field, Typed},
    key::{Code, Key},
    keymap::{Keymap, Resolved},
    request::{Effect, Request, effect::Timer},
    text::{Message, ids::desk as id},
};

/// The next state and what is to be done about it. It never waits, reads no clock and makes no ids.
pub fn update(model: &mut Model, event: Event) -> Vec<Effect> {
    let mut out = Vec::new();
    match event {
        // nobody has seen what such a key would post
        Event::Key { seen, .. } if model.guard.drops(seen) => {}
        Event::Key { key, seen, at } => {
            model.now = at;
            model.reading.pressed(seen);
            input(model, Input::Key(key), &mut out);
        }
        Event::Paste(_) if model.guard == Guard::Undrawn => {}
        Event::Paste(text) => input(model, Input::Paste(text), &mut out),
        Event::Drawn { frame, part } => {
            flow::drawn(model, frame, part);
            if model.guard == Guard::Undrawn {
                model.guard = Guard::From(frame);
            }
        }
        Event::Resize(columns, rows) => {
            model.size = (columns, rows);
            flow::resized(model);
        }
        Event::Answer { request, answer, at } => {
            answer::take(model, request, answer, at, &mut out);
            look(model);
            feed_waiting(model, &mut out);
        }
        Event::Timer(timer) => expired(model, timer, &mut out),
        Event::Opened { caller, demo, shelf, at } => {
            (model.caller, model.demo, model.at, model.now) = (caller, demo, at, at);
            model.keymap = Arc::new(Keymap::clone(&model.keymap).with_flows(shelf.menu()));
            model.shelf = shelf;
            model.ready = model.ready.max(Ready::Open);
            model.notice = None;
        }
        Event::SearchReady => model.ready = Ready::Search,
        Event::Notice(message) => model.notice = Some(message),
        Event::Resumed => out.push(Effect::Redraw),
        Event::HangUp => {
            flow::keep_open(model, &mut out);
            out.push(Effect::Leave);
        }
    }
    look(model);
    flow::watch(model, &mut out);
    out
}

/// Where something stands now that must be seen first, keys that were typed before it are dropped.
fn look(model: &mut Model) {
    let sight = flow::sight(model);
    if sight == model.sight {
        return;
    }
    model.sight = sight;
    model.guard = if sight.is_some() { Guard::Undrawn } else { Guard::Open };
    model.reading.turn_to(sight);
    if sight.is_some() {
        model.inputs.clear();
        model.pending.clear();
    }
}

fn expired(model: &mut Model, timer: Timer, out: &mut Vec<Effect>) {
    match timer {
        Timer::Menu => model.menu = !model.pending.is_empty(),
        Timer::Reveal => model.revealed = None,
        Timer::Keep => flow::keep(model, out),
    }
}

/// Keys wait in order while an answer is awaited, or the lists that one of them is about.
fn input(model: &mut Model, input: Input, out: &mut Vec<Effect>) {
    if !model.is_waiting() {
        return now(model, input, out);
    }
    if let Input::Key(key) = input
        && model.keymap.resolve(model.contexts(), &[key]) == Resolved::Action(Action::CancelRequest, None)
    {
        let posts = matches!(&model.waiting, Some(Request::Flow(request)) if request.posts());
        return super::leaving::cancel_request(model, posts);
    }
    if model.inputs.len() < INPUTS_WAITING_MAX {
        model.inputs.push_back(input);
    } else {
        model.notice = Some(Message::new(id::KEYS_WAITING).with("most", INPUTS_WAITING_MAX));
    }
}

fn feed_waiting(model: &mut Model, out: &mut Vec<Effect>) {
    while model.waiting.is_none() {
        match model.held.take() {
            held @ Some((action, _)) if awaits_rows(model, action) => {
                model.held = held;
                return;
            }
            Some((action, arg)) => act(model, action, arg.as_ref(), out),
            None => {
                let Some(input) = model.inputs.pop_front() else { return };
                now(model, input, out);
            }
        }
        look(model);
    }
}

fn now(model: &mut Model, input: Input, out: &mut Vec<Effect>) {
    match input {
        Input::Key(key) => press(model, key, out),
        Input::Submit => super::find::submit(model, out),
        Input::Paste(text) => {
            forget_pending(model, out);
            flow::prepare(model, None);
            if field(model).is_some() {
                typed(model, &text, out);
            }
        }
    }
}

fn press(model: &mut Model, key: Key, out: &mut Vec<Effect>) {
    let first = model.pending.is_empty();
    if !first && model.keymap.resolve(model.contexts(), &[key]) == Resolved::Action(Action::ShowKeys, None) {
        model.menu = true;
        return out.push(Effect::StopTimer { timer: Timer::Menu });
    }
    model.pending.push(key);
    match model.keymap.resolve(model.contexts(), &model.pending) {
        Resolved::Action(action, arg) => {
            forget_pending(model, out);
            act(model, action, arg.as_ref(), out);
        }
        Resolved::Pending(_) => match model.keymap.options().leader_delay_ms {
            0 => model.menu = true,
            _ if model.menu => {}
            delay => out.push(Effect::StartTimer { timer: Timer::Menu, after_ms: delay.into() }),
        },
        Resolved::Nothing => {
            forget_pending(model, out);
            if first {
                unbound(model, key, out);
            }
        }
    }
}

/// Forgets keys that began something, and closes their menu.
pub(super) fn forget_pending(model: &mut Model, out: &mut Vec<Effect>) {
    if model.pending.len() > 1 || model.menu {
        out.push(Effect::StopTimer { timer: Timer::Menu });
    }
    model.pending.clear();
    model.menu = false;
}

/// A key that the keymap does not know here: text and cursor keys of a field; Esc closes what stands in front.
fn unbound(model: &mut Model, key: Key, out: &mut Vec<Effect>) {
    if model.over.is_none() {
        flow::prepare(model, Some(key));
    }
    if let Some(field) = field(model) {
        if let Some(letter) = key.text() {
            return typed(model, letter.encode_utf8(&mut [0; 4]), out);
        }
        let before = field.text().to_owned();
        if field.edit(key) && field.text() != before {
            edited(model, out);
        }
        return;
    }
    if key.code() == Code::Esc && (model.over.is_some() || model.place().is_some()) {
        act(model, Action::GoBack, None, out);
    }
}

/// The field that takes text now.
pub(super) fn field(model: &mut Model) -> Option<&mut Field> {
    if model.over.is_some() {
        return match model.over.as_mut()? {
            Over::Palette(palette) => Some(&mut palette.field),
            Over::Reveal(form) => Some(&mut form.reason),
            Over::Reason(form) => Some(&mut form.reason),
            Over::Help { .. } | Over::Leave | Over::Values(_) | Over::Alternatives { .. } => None,
        };
    }
    if model.finding || model.places.is_empty() {
        return (model.start.focus == StartFocus::Field).then_some(&mut model.start.field);
    }
    match model.places.last_mut()? {
        Place::List(list) => list.filter.as_mut(),
        Place::Flow(flow) => flow.entry.as_mut(),
        Place::Customer(_) | Place::Detail(_) | Place::Receipt(_) | Place::Paper(_) | Place::Approvals(_) => {
            None
        }
    }
}

fn typed(model: &mut Model, text: &str, out: &mut Vec<Effect>) {
    model.notice = None;
    let typed = field(model).map(|field| field.insert(text));
    edited(model, out);
    if typed == Some(Typed::Full) {
        let most = super::edit::FIELD_MAX;
        model.notice = Some(Message::new(id::FIELD_FULL).with("most", most));
    }
}

/// What follows from a changed text: hits are looked up while somebody types.
pub(super) fn edited(model: &mut Model, out: &mut Vec<Effect>) {
    match &mut model.over {
        Some(Over::Palette(palette)) => palette.row = 0,
        None if model.finding || model.places.is_empty() => super::find::look_up(model, out),
        Some(_) | None => {}
    }
}
