//! The keys of a place, from the keymap in force.

use ratatui::buffer::Buffer;

use super::{paint::Row, popup, words};
use crate::{
    action::Action,
    app::Model,
    keymap::HelpRow,
    text::{Lang, ids::desk as id},
};

/// Cells of the keys before their words, and of a whole column.
const KEYS: u16 = 13;
const COLUMN_MIN: u16 = 36;
/// Of one action; the rest are other names for it.
const KEYS_SHOWN: usize = 2;

/// Draws it over the place; keys still act on what is below.
pub(super) fn draw(buffer: &mut Buffer, model: &Model, from: usize) -> (u16, u16) {
    let rows = model.help_rows();
    let columns = (buffer.area.width.saturating_sub(6) / COLUMN_MIN).clamp(1, 3);
    let wanted = u16::try_from(rows.len()).unwrap_or(u16::MAX).div_ceil(columns);
    let keys = popup::foot(model, &[(Action::PageDown, id::FOOT_PAGE), (Action::GoBack, id::FOOT_CLOSE)]);
    let foot = format!("{} · {keys}", words::say(id::HELP_FOOT, model.lang));
    let inside = popup::framed(buffer, wanted, &words::say(id::HELP, model.lang), &foot);
    let shown = usize::from(inside.height) * usize::from(columns);
    let first = from.min(rows.len().saturating_sub(shown));
    let each = inside.width / columns;
    let page = rows.iter().skip(first).take(shown).enumerate();
    for (at, row) in page {
        let column = u16::try_from(at / usize::from(inside.height.max(1))).unwrap_or(u16::MAX);
        let y = inside.top() + u16::try_from(at).unwrap_or(u16::MAX) % inside.height.max(1);
        let left = inside.left() + 1 + column * each;
        help_row(&mut Row::at(buffer, y), (left, (left + each - 1).min(inside.right())), row, model.lang);
    }
    (inside.left() + 1, inside.top())
}

fn help_row(row: &mut Row<'_>, (left, right): (u16, u16), told: &HelpRow, lang: Lang) {
    let keys: Vec<&str> = told.keys.iter().take(KEYS_SHOWN).map(String::as_str).collect();
    let keys = keys.join(" ");
    let after = row.put(left, (left + KEYS - 1).min(right), &keys);
    row.put(after.max(left + KEYS), right, told.label.of(lang));
}
