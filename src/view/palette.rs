//! The palette: any action by its name, label or key.

use ratatui::buffer::Buffer;

use super::{MARKER, paint::Row, popup, start, words};
use crate::{
    app::{Model, Palette},
    text::ids::desk as id,
};

/// Rows offered at once.
const ROWS_MAX: u16 = 12;
/// Cells of an action's name, right of its label.
const NAME: u16 = 20;
const KEYS: u16 = 9;

/// Draws it over the place.
pub(super) fn draw(buffer: &mut Buffer, model: &Model, open: &Palette) -> (u16, u16) {
    let lang = model.lang;
    let rows = model.palette_rows().unwrap_or_default();
    let inside = popup::framed(buffer, ROWS_MAX + 1, &words::say(id::PALETTE, lang), "");
    let prompt = model.keymap.options().command_prompt.clone();
    let cursor =
        popup::entry(buffer, (inside.left() + 1, inside.top()), inside.right(), &prompt, &open.field);
    let room = usize::from(inside.height.saturating_sub(1));
    let first = start::first_shown(open.row, room);
    let (left, right) = (inside.left() + 1, inside.right().saturating_sub(1));
    for (y, (at, offered)) in (inside.top() + 1..inside.bottom()).zip(rows.iter().enumerate().skip(first)) {
        let mut row = Row::at(buffer, y);
        row.put(left, left + 1, if at == open.row { MARKER } else { " " });
        let keys = right.saturating_sub(KEYS);
        let name = keys.saturating_sub(NAME).max(left + 2);
        row.put(left + 2, name.saturating_sub(1), offered.label.of(lang));
        row.put(name, keys.saturating_sub(1), offered.action.name());
        row.right(keys, right, offered.keys.as_deref().unwrap_or_default());
    }
    if rows.is_empty() {
        Row::at(buffer, inside.top() + 1).put(left + 2, right, &words::say(id::PALETTE_NONE, lang));
    }
    cursor
}
