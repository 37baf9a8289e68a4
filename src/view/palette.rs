//! The palette: any action by its name, label or key.

use ratatui::buffer::Buffer;

use super::{MARKER, paint::Row, popup, start, words};
use crate::{
    app::{Model, Palette},
    keymap::HintsStyle,
    text::ids::desk as id,
};

/// Rows offered at once.
const ROWS_MAX: u16 = 12;
/// Cells of an action's name, right of its label.
const NAME: u16 = 20;
const KEYS: u16 = 9;
/// Cells that the words have at least, beside a name.
const WORDS_MIN: u16 = 24;

/// Draws it over the place.
pub(super) fn draw(buffer: &mut Buffer, model: &Model, open: &Palette) -> (u16, u16) {
    let lang = model.lang;
    let rows = model.palette_rows().unwrap_or_default();
    let options = model.keymap.options();
    // hands from a host look for the command on the line above the keys
    let below = options.hints_style == HintsStyle::Pf;
    let entry_rows = u16::from(!below);
    let inside = popup::framed(buffer, ROWS_MAX + entry_rows, &words::say(id::PALETTE, lang), "");
    let at =
        if below { (1, buffer.area.height.saturating_sub(2)) } else { (inside.left() + 1, inside.top()) };
    let end = if below { buffer.area.width } else { inside.right() };
    Row::at(buffer, at.1).put(at.0, end, &" ".repeat(usize::from(end.saturating_sub(at.0))));
    let cursor = popup::entry(buffer, at, end, &options.command_prompt, &open.field);
    let room = usize::from(inside.height.saturating_sub(entry_rows));
    let first = start::first_shown(open.row, room, rows.len());
    let (left, right) = (inside.left() + 1, inside.right().saturating_sub(1));
    let top = inside.top() + entry_rows;
    for (y, (at, offered)) in (top..inside.bottom()).zip(rows.iter().enumerate().skip(first)) {
        let mut row = Row::at(buffer, y);
        row.put(left, left + 1, if at == open.row { MARKER } else { " " });
        let keys = right.saturating_sub(KEYS);
        let name = keys.saturating_sub(NAME);
        row.right(keys, right, offered.keys.first().map_or("", String::as_str));
        // on a narrow screen the words have the room of the name
        let words_end = if name < left + WORDS_MIN { keys } else { name };
        row.put(left + 2, words_end.saturating_sub(1), offered.label.of(lang));
        if words_end == name {
            row.put(name, keys.saturating_sub(1), offered.name());
        }
    }
    if rows.is_empty() {
        Row::at(buffer, top).put(left + 2, right, &words::say(id::PALETTE_NONE, lang));
    }
    cursor
}
