//! Filling fields: typing, choosing, going from one to the next.

use super::{FlowPlace, reading, shown, steps};
use crate::{
    action::Arg,
    app::{
        edit::Field,
        model::Model,
        moves::Step,
        place::{Over, Values},
    },
    flow::{
        How,
        view::{Body, EntryKind, FieldFault},
    },
    key::{Code, Key},
    text::{Lang, Message, ids::desk as id},
};

impl FlowPlace {
    /// Puts what was typed into the run; what is refused stays to be mended.
    pub(in crate::app) fn settle(&mut self, lang: Lang) -> Result<(), FieldFault> {
        let Some(entry) = self.entry.take() else { return Ok(()) };
        let set = self.run.set_typed(&self.focus, entry.text(), lang);
        if set.is_err() {
            self.entry = Some(entry);
        } else {
            self.changes.clear();
        }
        set
    }

    /// The field so many places on has the keys; round the screen.
    fn turn(&mut self, forward: bool) {
        let fields = self.run.fields();
        let at = fields.iter().position(|field| field.id == self.focus).unwrap_or_default();
        let step = if forward { 1 } else { fields.len().saturating_sub(1) };
        if let Some(next) = fields.get((at + step) % fields.len().max(1)) {
            self.focus.clone_from(&next.id);
        }
        self.from = None;
    }

    /// An amount that is typed where a table has the keys is meant for the first field that takes one.
    fn go_to_amount(&mut self) {
        let fields = self.run.fields();
        let amount = fields.iter().find(|field| field.kind == EntryKind::Amount);
        if let Some(amount) = amount.filter(|_| self.is_open() && self.table().is_some()) {
            self.focus.clone_from(&amount.id);
            self.from = None;
        }
    }

    /// The field that a fault names has the keys.
    pub(super) fn point_at(&mut self, fault: &FieldFault) {
        if self.run.fields().iter().any(|field| field.id == fault.field) && self.focus != fault.field {
            self.focus.clone_from(&fault.field);
            self.entry = None;
        }
        self.from = None;
    }
}

/// `200b`, `%40`.
const fn begins_amount(letter: char) -> bool {
    letter.is_ascii_digit() || letter == '%'
}

/// What is wrong, in row 23.
pub(super) fn tell(model: &mut Model, fault: &FieldFault) {
    model.notice = Some(Message::new(id::TOLD).with("text", model.keyed(&fault.said)));
}

/// Takes what was typed; `false` where it is refused, and says why.
pub(super) fn settled(model: &mut Model) -> bool {
    let lang = model.lang;
    match shown(model).map(|place| place.settle(lang)) {
        Some(Err(fault)) => {
            tell(model, &fault);
            false
        }
        Some(Ok(())) | None => true,
    }
}

/// Tab.
pub(in crate::app) fn next_field(model: &mut Model, forward: bool) {
    if settled(model)
        && let Some(place) = shown(model)
    {
        place.turn(forward);
    }
}

/// The first field of the screen.
pub(in crate::app) fn first_field(model: &mut Model) {
    if settled(model)
        && let Some(place) = shown(model)
    {
        place.home();
    }
}

/// Before a key is text: an empty entry where letters begin it anew, the old text where a key edits it.
pub(in crate::app) fn prepare(model: &mut Model, key: Option<Key>) {
    let Some(place) = shown(model) else { return };
    if key.and_then(Key::text).is_some_and(begins_amount) {
        place.go_to_amount();
    }
    if !place.takes_text() || place.entry.is_some() {
        return;
    }
    // where it is typed is seen
    place.from = None;
    let Some(key) = key.filter(|key| key.text().is_none()) else {
        place.entry = Some(Field::default());
        return;
    };
    let edits = [Code::Backspace, Code::Delete, Code::Left, Code::Right, Code::Home, Code::End];
    if edits.contains(&key.code())
        && let Some(field) = place.focused()
    {
        let mut entry = Field::default();
        entry.set(&field.typed);
        place.entry = Some(entry);
    }
}

/// Up and down, first and last: the rows of a table, the values of a list, else the fields.
pub(in crate::app) fn step(model: &mut Model, step: Step) {
    let Some(place) = shown(model) else { return };
    if !place.is_open() {
        return;
    }
    let Some(table) = place.table() else { return cycle(model, step) };
    let at = table.rows.iter().position(|row| row.chosen);
    let to = at.map_or(0, |at| step.from(at, table.rows.len()));
    let back = matches!(step, Step::Back(_) | Step::Last);
    let open = |nth: &usize| table.rows.get(*nth).is_some_and(|row| row.blocked.is_none());
    // what may not be chosen is passed over; its reason stands beside it
    let found = if back { (0..=to).rev().find(open) } else { (to..table.rows.len()).find(open) };
    let Some(row) = table.rows.get(found.unwrap_or(to)) else { return };
    if found.is_some() || at.is_none() {
        choose(model, &table.field, &row.value);
    } else if let Some(why) = &row.blocked {
        model.notice = Some(Message::new(id::TOLD).with("text", why.clone()));
    }
}

/// The next value of a list; a field without one gives way to the next field.
pub(in crate::app) fn cycle(model: &mut Model, step: Step) {
    let Some(place) = shown(model) else { return };
    let Some(field) = place.focused() else { return };
    if field.choices.is_empty() || field.kind != EntryKind::Choice {
        match step {
            Step::Back(_) | Step::Round(false) => next_field(model, false),
            Step::On(_) | Step::Round(true) => next_field(model, true),
            Step::First | Step::Last => {}
        }
        return;
    }
    let open: Vec<_> = field.choices.iter().filter(|choice| choice.blocked.is_none()).collect();
    let at = open.iter().position(|choice| choice.label == field.shown || choice.value == field.typed);
    let to = at.map_or(0, |at| step.from(at, open.len()));
    if let Some(choice) = open.get(to) {
        choose(model, &field.id, &choice.value);
    }
}

/// Fills a field from its list.
fn choose(model: &mut Model, field: &str, value: &str) {
    let Some(place) = shown(model) else { return };
    place.entry = None;
    place.from = None;
    place.changes.clear();
    if let Err(fault) = place.run.set(field, value, How::Chosen) {
        tell(model, &fault);
    }
}

/// `set-field NAME = VALUE`, as macros and the palette write it.
pub(in crate::app) fn set(model: &mut Model, arg: Option<&Arg>) {
    let Some(Arg::Text(text)) = arg else { return };
    let (at, lang) = (model.now, model.lang);
    let Some(place) = shown(model).filter(|place| place.is_open()) else { return };
    let (name, value) = match text.split_once('=') {
        Some((name, value)) => (name.trim(), value.trim()),
        None => text.split_once(' ').map_or((text.as_str(), ""), |(name, value)| (name, value.trim())),
    };
    let answers = place.run.fields().iter().any(|field| field.id == name && field.kind == EntryKind::Answer);
    if answers && (place.is_lapsed(at) || reading::unread(model)) {
        // a yes by name is a yes: what it is about must have been on the screen, and must still hold
        return steps::answer(model, true, &mut Vec::new());
    }
    let Some(place) = shown(model) else { return };
    if name == place.focus {
        place.entry = None;
    }
    place.changes.clear();
    if let Err(fault) = place.run.set_typed(name, value, lang) {
        place.point_at(&fault);
        tell(model, &fault);
    }
}

/// Empties the field.
pub(in crate::app) fn clear(model: &mut Model) {
    let Some(place) = shown(model).filter(|place| place.is_open()) else { return };
    if place.takes_text() {
        place.entry = Some(Field::default());
    } else if place.focused().is_some_and(|field| field.kind == EntryKind::Answer) {
        // an empty answer is none: that it is no answer either is said at Enter
        let _ = place.run.set(&place.focus.clone(), "", How::Typed);
    }
}

/// The field as it stood before it was typed into; `false` where nothing was.
pub(in crate::app) fn undo_entry(model: &mut Model) -> bool {
    shown(model).is_some_and(|place| place.entry.take().is_some())
}

/// Erases from the cursor to the end.
pub(in crate::app) fn erase(model: &mut Model) {
    match shown(model).and_then(|place| place.entry.as_mut()) {
        Some(entry) => entry.erase_to_end(),
        // the cursor of a field that nobody types into stands at its beginning
        None => clear(model),
    }
}

/// Shows the rows above or below where not all of the screen fits.
pub(in crate::app) fn scroll(model: &mut Model, forward: bool) {
    let rows = u16::try_from(crate::app::moves::rows_shown(model)).unwrap_or(u16::MAX);
    let Some(place) = shown(model) else { return };
    let from = place.from.unwrap_or_default();
    let last = place.run.blocks().iter().map(|block| 3 + rows_of(&block.body)).sum::<usize>();
    let last = u16::try_from(last).unwrap_or(u16::MAX);
    place.from = Some(if forward { from.saturating_add(rows).min(last) } else { from.saturating_sub(rows) });
}

/// About as many rows as a block may need on a narrow screen.
fn rows_of(body: &Body) -> usize {
    2 * match body {
        Body::Choice(table) => table.rows.len() + 1,
        Body::Lines(lines) => lines.len(),
        Body::Legs(legs) => legs.len(),
        Body::Sentence(sentence) => 6 + sentence.lines.len(),
    }
}

/// F4: what the field may hold.
pub(in crate::app) fn values(model: &mut Model) {
    let Some(place) = shown(model).filter(|place| place.is_open()) else { return };
    let Some(field) = place.focused() else { return };
    if field.choices.is_empty() {
        model.notice = Some(Message::new(id::NO_VALUES).with("field", field.label));
        return;
    }
    let row = field.choices.iter().position(|choice| choice.label == field.shown).unwrap_or_default();
    model.over =
        Some(Over::Values(Values { field: field.id, title: field.label, choices: field.choices, row }));
}

/// Takes the value of a row of the list.
pub(in crate::app) fn choose_value(model: &mut Model, row: Option<usize>) {
    let Some(Over::Values(values)) = &model.over else { return };
    let Some(choice) = values.choices.get(row.unwrap_or(values.row)).cloned() else { return };
    let field = values.field.clone();
    if let Some(why) = choice.blocked {
        model.notice = Some(Message::new(id::TOLD).with("text", why));
        return;
    }
    model.over = None;
    choose(model, &field, &choice.value);
}

/// F10: the other ways to do it.
pub(in crate::app) fn alternatives(model: &mut Model) {
    if !settled(model) {
        return;
    }
    let Some(place) = shown(model) else { return };
    let ways = place.run.alternatives();
    if ways.is_empty() {
        model.notice = Some(Message::new(id::NO_ALTERNATIVES));
    } else {
        model.over = Some(Over::Alternatives { ways, row: 0 });
    }
}
