//! The keys of a place, from the keymap in force.

use ratatui::buffer::Buffer;

use super::{
    paint::{Row, width},
    popup, words,
};
use crate::{
    action::Action,
    app::Model,
    keymap::HelpRow,
    text::{Lang, Message, ids::desk as id},
};

/// Cells between two columns, and those that words need beside their keys at least.
const GAP: u16 = 2;
const WORDS_MIN: u16 = 22;
const COLUMNS_MAX: u16 = 3;
/// Keys shown of one action; the rest are other names for it.
const KEYS_SHOWN: usize = 2;

/// A line of the help: keys and words; words that are too long go on in a line without keys.
struct Line {
    keys: String,
    words: String,
}

/// How the lines stand.
struct Columns {
    count: u16,
    /// Cells of one, with the gap after it.
    each: u16,
    /// Cells of the keys, with the gap after them.
    keys: u16,
}

/// Draws a page of it over the place; keys still act on what is below.
pub(super) fn draw(buffer: &mut Buffer, model: &Model, page: usize) -> (u16, u16) {
    let rows = model.help_rows();
    let columns = columns(&rows, buffer.area.width.saturating_sub(6));
    let lines = lines(&rows, &columns, model.lang);
    let wanted = u16::try_from(lines.len()).unwrap_or(u16::MAX).div_ceil(columns.count);
    let title = words::say(id::HELP, model.lang);
    let inside = popup::framed(buffer, wanted, &title, "");
    let each = usize::from(inside.height).max(1);
    let pages = lines.len().div_ceil(each * usize::from(columns.count)).max(1);
    let page = page % pages;
    popup::foot_of(buffer, inside, &foot(model, (page, pages), inside.width));
    let shown = lines.chunks(each).skip(page * usize::from(columns.count));
    for (column, lines) in (0..columns.count).zip(shown) {
        let left = inside.left() + 1 + column * columns.each;
        let right = (left + columns.each - GAP).min(inside.right());
        for (y, line) in (inside.top()..inside.bottom()).zip(lines) {
            let mut row = Row::at(buffer, y);
            row.put(left, left + columns.keys - 1, &line.keys);
            row.put(left + columns.keys, right, &line.words);
        }
    }
    (inside.left() + 1, inside.top())
}

/// `2/3 · F8 sonraki sayfa · F3 kapat`, and where there is room that keys act here.
fn foot(model: &Model, (page, pages): (usize, usize), cells: u16) -> String {
    // what posts lies below: a key only uncovers it
    let acts = if model.hides_a_yes() { id::HELP_FOOT_FIRST } else { id::HELP_FOOT };
    if pages == 1 {
        let keys = popup::foot(model, &[(Action::GoBack, id::FOOT_CLOSE)]);
        return format!("{} · {keys}", words::say(acts, model.lang));
    }
    let keys = popup::foot(model, &[(Action::PageDown, id::FOOT_PAGE), (Action::GoBack, id::FOOT_CLOSE)]);
    let nth = Message::new(id::NTH).with("nth", page + 1).with("count", pages).say(model.lang);
    let short = format!("{nth} · {keys}");
    let whole = format!("{short} · {}", words::say(acts, model.lang));
    if width(&whole) + 2 > cells { short } else { whole }
}

/// As many columns as leave words room.
fn columns(rows: &[HelpRow], cells: u16) -> Columns {
    let keys = rows.iter().map(|row| width(&keys_of(row))).max().unwrap_or_default() + GAP;
    let count = (cells / (keys + WORDS_MIN + GAP)).clamp(1, COLUMNS_MAX);
    // a single column has no gap after it, but the blank before it
    let each = if count == 1 { cells + GAP - 1 } else { cells / count };
    Columns { count, each, keys: keys.min(cells / 2).max(1) }
}

fn lines(rows: &[HelpRow], columns: &Columns, lang: Lang) -> Vec<Line> {
    let room = columns.each.saturating_sub(columns.keys + GAP);
    let mut lines = Vec::new();
    for row in rows {
        let mut keys = keys_of(row);
        for words in words::pieces(row.label.of(lang), room) {
            lines.push(Line { keys: std::mem::take(&mut keys), words });
        }
    }
    lines
}

fn keys_of(row: &HelpRow) -> String {
    row.keys.iter().take(KEYS_SHOWN).map(String::as_str).collect::<Vec<_>>().join(" ")
}
