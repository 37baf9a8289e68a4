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
    text::{Message, ids::macros as id},
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
    let field = seen(desk.probe(), name)?;
    if has(&field, value) {
        return Ok(());
    }
    go_to(player, name, desk)?;
    let field = seen(desk.probe(), name)?;
    match &field.kind {
        FieldKind::Entry => enter(player, &field, value, desk)?,
        FieldKind::Choice(options) => choose(player, &field, (options, value), desk)?,
        FieldKind::Shown => {
            return Err(Halt::Wrong(Message::new(id::FIELD_SHOWN).with("name", name)));
        }
    }
    let field = seen(desk.probe(), name)?;
    if !has(&field, value) {
        return Err(not_taken(&field, value, desk));
    }
    player.counter.set(&field);
    Ok(())
}

fn not_taken(field: &FieldSeen, value: &Value, desk: &dyn Desk) -> Halt {
    let notice = desk.probe().notice();
    let sentence = if notice.is_some() { id::VALUE_NOT_TAKEN_WHY } else { id::VALUE_NOT_TAKEN };
    let message = Message::new(sentence)
        .with("name", field.id.as_str())
        .with("value", value.to_string())
        .with("found", field.text.as_str());
    Halt::Wrong(notice.map_or(message.clone(), |notice| message.with("why", notice.said())))
}

fn seen(probe: &dyn Probe, name: &str) -> Result<FieldSeen, Halt> {
    let found = probe.fields().into_iter().find(|field| field.id == name);
    found.ok_or_else(|| {
        let message = Message::new(id::FIELD_NOT_HERE).with("name", name).with("screen", probe.screen());
        Halt::Wrong(message)
    })
}

/// Whether a field holds a value, in its canonical form or as it is typed.
fn has(field: &FieldSeen, value: &Value) -> bool {
    field.value == value.to_string()
}

/// Tab or back, whichever is the shorter way.
fn go_to(player: &mut Player<'_>, name: &str, desk: &mut dyn Desk) -> Result<(), Halt> {
    let fields: Vec<FieldSeen> =
        desk.probe().fields().into_iter().filter(|field| field.kind != FieldKind::Shown).collect();
    let to = fields.iter().position(|field| field.id == name);
    let from = fields.iter().position(|field| field.focused);
    let back = from.zip(to).is_some_and(|(from, to)| to < from);
    let turn = if back { Action::PrevField } else { Action::NextField };
    for _ in 0..STEPS_MAX {
        if seen(desk.probe(), name)?.focused {
            return Ok(());
        }
        let keys = keys_of(player, turn, desk)?;
        player.press(&keys, desk);
    }
    Err(Halt::Wrong(Message::new(id::FIELD_FAR).with("name", name)))
}

fn keys_of(player: &Player<'_>, action: Action, desk: &dyn Desk) -> Result<Vec<Key>, Halt> {
    let keys = player.keymap().shortest(action, None, &desk.probe().contexts());
    keys.ok_or_else(|| Halt::Wrong(Message::new(id::NOT_HERE).with("action", Message::new(action.label()).said())))
}

fn enter(
    player: &mut Player<'_>,
    field: &FieldSeen,
    value: &Value,
    desk: &mut dyn Desk,
) -> Result<(), Halt> {
    if !field.text.is_empty() {
        let clear = keys_of(player, Action::ClearField, desk)?;
        player.press(&clear, desk);
    }
    let typed = keys::of_value(value, desk.probe()).ok_or_else(|| not_taken(field, value, desk))?;
    player.press(&typed, desk);
    Ok(())
}

/// Up or down to the option.
fn choose(
    player: &mut Player<'_>,
    field: &FieldSeen,
    (options, value): (&[String], &Value),
    desk: &mut dyn Desk,
) -> Result<(), Halt> {
    let at = |wanted: &str| options.iter().position(|option| option == wanted);
    let Some(to) = at(&value.to_string()) else { return Err(not_taken(field, value, desk)) };
    let turn = if at(&field.value).is_some_and(|from| to < from) { Action::PrevChoice } else { Action::NextChoice };
    for _ in 0..STEPS_MAX {
        if has(&seen(desk.probe(), &field.id)?, value) {
            return Ok(());
        }
        let keys = keys_of(player, turn, desk)?;
        player.press(&keys, desk);
    }
    Ok(())
}
