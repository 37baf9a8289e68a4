//! Filling a field of a flow by its name: to the field, then the shortest way to its value.

use super::{
    keys,
    probe::{Desk, FieldKind, FieldSeen, Probe},
    run::{Halt, Player},
    value::Value,
};
use crate::{
    action::Action,
    key::Key,
    text::{Message, Said, ids::macros as id},
};

/// The most presses of one key on the way to a field or a choice.
const STEPS_MAX: usize = 64;

/// Fills a field; one that has the value already costs no key.
pub(super) fn set(
    player: &mut Player<'_>,
    name: &str,
    value: &Value,
    desk: &mut dyn Desk,
) -> Result<(), Halt> {
    let before = seen(desk.probe(), name)?;
    if before.kind == FieldKind::Shown {
        return Err(Halt::Wrong(Message::new(id::FIELD_SHOWN).with("name", name)));
    }
    let keys = player.keys_pressed();
    if !has(&before, value) {
        go_to(player, name, desk)?;
        let chosen = match &before.kind {
            FieldKind::Choice(options) => choose(player, &before, (options, value), desk)?,
            FieldKind::Entry | FieldKind::Shown => false,
        };
        if !chosen {
            enter(player, &before, value, desk)?;
        }
    }
    let after = seen(desk.probe(), name)?;
    if !has(&after, value) {
        return Err(not_taken(&after, value, desk));
    }
    if player.keys_pressed() > keys {
        player.counter.set(&after, before.carried && before.value == after.value);
    }
    Ok(())
}

fn not_taken(field: &FieldSeen, value: &Value, desk: &dyn Desk) -> Halt {
    let why: Option<Said> = field.fault.clone().or_else(|| desk.probe().notice().map(|notice| notice.said()));
    let sentence = if why.is_some() { id::VALUE_NOT_TAKEN_WHY } else { id::VALUE_NOT_TAKEN };
    let message = Message::new(sentence)
        .with("name", field.id.as_str())
        .with("value", value.to_string())
        .with("found", field.text.as_str());
    Halt::Wrong(why.map_or(message.clone(), |why| message.with("why", why)))
}

fn seen(probe: &dyn Probe, name: &str) -> Result<FieldSeen, Halt> {
    let found = probe.fields().into_iter().find(|field| field.id == name);
    found.ok_or_else(|| {
        let message = Message::new(id::FIELD_NOT_HERE).with("name", name).with("screen", probe.screen());
        Halt::Wrong(message)
    })
}

/// Whether a field holds a value: in its canonical form, or as it was typed where the flow reads it its own way
/// (`%40`, an account as people call it).
fn has(field: &FieldSeen, value: &Value) -> bool {
    let held = !field.value.is_empty() && field.fault.is_none();
    field.value == value.to_string() || (held && matches!(value, Value::Text(text) if *text == field.text))
}

/// Tab or back, whichever is the shorter way.
fn go_to(player: &mut Player<'_>, name: &str, desk: &mut dyn Desk) -> Result<(), Halt> {
    let fields = desk.probe().fields();
    let to = fields.iter().position(|field| field.id == name).unwrap_or_default();
    let from = fields.iter().position(|field| field.focused).unwrap_or_default();
    // round the screen
    let on = (to + fields.len() - from) % fields.len().max(1);
    let turn = if on * 2 > fields.len() { Action::PrevField } else { Action::NextField };
    for _ in 0..STEPS_MAX {
        if seen(desk.probe(), name)?.focused {
            return Ok(());
        }
        let keys = keys_of(player, turn, desk).ok_or_else(|| not_here(turn))?;
        player.press(&keys, desk);
    }
    Err(Halt::Wrong(Message::new(id::FIELD_FAR).with("name", name)))
}

fn not_here(action: Action) -> Halt {
    Halt::Wrong(Message::new(id::NOT_HERE).with("action", Message::new(action.label()).said()))
}

fn keys_of(player: &Player<'_>, action: Action, desk: &dyn Desk) -> Option<Vec<Key>> {
    player.keymap().shortest(action, None, &desk.probe().contexts())
}

fn enter(player: &mut Player<'_>, field: &FieldSeen, value: &Value, desk: &mut dyn Desk) -> Result<(), Halt> {
    if field.is_edited && !field.text.is_empty() {
        let clear = keys_of(player, Action::ClearField, desk).ok_or_else(|| not_here(Action::ClearField))?;
        player.press(&clear, desk);
    }
    let typed = keys::of_value(value, desk.probe()).ok_or_else(|| not_taken(field, value, desk))?;
    player.press(&typed, desk);
    Ok(())
}

/// Up or down to the option, where that takes fewer keys than typing it; `false`: it is to be typed.
fn choose(
    player: &mut Player<'_>,
    field: &FieldSeen,
    (options, value): (&[String], &Value),
    desk: &mut dyn Desk,
) -> Result<bool, Halt> {
    let at = |wanted: &str| options.iter().position(|option| option == wanted);
    let Some(to) = at(&value.to_string()) else { return Ok(false) };
    let back = at(&field.value).is_some_and(|from| to < from);
    let turns = if back {
        [Action::PrevChoice, Action::SelectPrev]
    } else {
        [Action::NextChoice, Action::SelectNext]
    };
    let steps = at(&field.value).map_or(to + 1, |from| from.abs_diff(to));
    let types = desk.probe().contexts().iter().any(|context| context.takes_text());
    if types && keys::of_value(value, desk.probe()).is_some_and(|typed| typed.len() < steps) {
        return Ok(false);
    }
    for _ in 0..STEPS_MAX {
        if has(&seen(desk.probe(), &field.id)?, value) {
            return Ok(true);
        }
        let keys = turns.into_iter().find_map(|turn| keys_of(player, turn, desk));
        let Some(keys) = keys else { return Ok(false) };
        player.press(&keys, desk);
    }
    Ok(true)
}
