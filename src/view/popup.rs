//! Pop-ups: the frame they share, the menu of pending keys, the reveal form, the work left before leaving.

use ratatui::{buffer::Buffer, layout::Rect};

use super::{
    MARKER,
    model::{Cursor, field},
    paint::{Row, width},
    start, words,
};
use crate::{
    action::Action,
    app::{Model, RevealForm},
    keymap::{self, Menu, MenuEntry},
    request::reveal,
    text::{Lang, Message, MessageId, ids::desk as id},
};

/// Columns left free on each side of a wide pop-up.
const MARGIN: u16 = 2;
/// Where the menu of pending keys begins at 80 columns, and the least cells of one of its entries, as drawn.
const MENU_LEFT: u16 = 20;
const MENU_ENTRY: u16 = 19;
/// Rows around the entries of a menu: its frame, and the two rows above and below it.
const MENU_AROUND: u16 = 4;

/// A pop-up of so many rows inside, in the middle of the screen: cleared, framed, with a title and a foot. Gives
/// the area inside.
pub(super) fn framed(buffer: &mut Buffer, rows: u16, title: &str, foot: &str) -> Rect {
    let (columns, height) = (buffer.area.width, buffer.area.height);
    let outer_rows = rows.saturating_add(2).min(height.saturating_sub(2));
    let top = height.saturating_sub(2).saturating_sub(outer_rows) / 2;
    let left = MARGIN.min(columns / 8);
    let outer = Rect::new(left, top, columns.saturating_sub(2 * left), outer_rows);
    frame(buffer, outer, title, foot)
}

/// Draws the frame of an area and clears it; gives the area inside.
fn frame(buffer: &mut Buffer, outer: Rect, title: &str, foot: &str) -> Rect {
    let (left, right) = (outer.left(), outer.right());
    if outer.width < 4 || outer.height < 2 {
        return Rect::new(left, outer.top(), 0, 0);
    }
    let bar = "─".repeat(usize::from(outer.width - 2));
    let blank = " ".repeat(usize::from(outer.width - 2));
    for y in outer.top()..outer.bottom() {
        let (first, middle, last) = if y == outer.top() {
            ("┌", &bar, "┐")
        } else if y + 1 == outer.bottom() {
            ("└", &bar, "┘")
        } else {
            ("│", &blank, "│")
        };
        let mut row = Row::at(buffer, y);
        row.put(left, right, first);
        row.put(left + 1, right, middle);
        row.put(right - 1, right, last);
    }
    let mut top = Row::at(buffer, outer.top());
    let after = top.put(left + 1, right - 1, " ");
    let after = top.bold(after, right - 1, title);
    top.put(after, right - 1, " ");
    let inside = Rect::new(left + 1, outer.top() + 1, outer.width - 2, outer.height - 2);
    if !foot.is_empty() {
        foot_of(buffer, inside, foot);
    }
    inside
}

/// Writes the foot of a frame around an area.
pub(super) fn foot_of(buffer: &mut Buffer, inside: Rect, foot: &str) {
    if inside.width > 0 {
        Row::at(buffer, inside.bottom()).put(inside.left(), inside.right(), &format!(" {foot} "));
    }
}

/// Keys with a word each, as the keymap in force has them: `Enter çık · Esc kal`.
pub(super) fn foot(model: &Model, told: &[(Action, MessageId)]) -> String {
    let contexts = model.contexts();
    let one = |(action, label): &(Action, MessageId)| {
        let keys = model.keymap.shortest(*action, None, contexts)?;
        Some(format!("{} {}", keymap::shown(&keys), words::say(label.clone(), model.lang)))
    };
    told.iter().filter_map(one).collect::<Vec<String>>().join(" · ")
}

/// The menu of the pending keys, above the last row, as drawn.
pub(super) fn menu(buffer: &mut Buffer, model: &Model, menu: &Menu) {
    let (columns, height, lang) = (buffer.area.width, buffer.area.height, model.lang);
    let Grid { left, across, cells, rows } = grid(menu, (columns, height), lang);
    let room = columns.saturating_sub(left).saturating_sub(u16::from(left > 0));
    let outer = Rect::new(left, height.saturating_sub(rows + 3), room, rows + 2);
    let title = format!("{}  {}", menu.keys, menu.title.of(lang));
    let inside = frame(buffer, outer, &title, &words::say(id::MENU_FOOT, lang));
    for (at, entry) in (0_u16..).zip(menu.entries.iter().take(usize::from(rows * across))) {
        let (x, y) = (inside.left() + 2 + at % across * cells, inside.top() + at / across);
        menu_entry(buffer, (x, y), (x + cells - 1).min(inside.right()), entry, lang);
    }
}

/// How a menu's entries stand.
struct Grid {
    /// The first column of the frame.
    left: u16,
    /// Entries in a row.
    across: u16,
    /// Cells of one, with the blank after it.
    cells: u16,
    /// Rows of entries.
    rows: u16,
}

/// As many in a row as have room for their words, right of what matters where that is possible; on a low screen so
/// many that all have a place.
fn grid(menu: &Menu, (columns, height): (u16, u16), lang: Lang) -> Grid {
    let entries = u16::try_from(menu.entries.len()).unwrap_or(u16::MAX);
    let cells = |entry: &MenuEntry| width(&entry.keys) + 2 + width(entry.label.of(lang)) + 1;
    let longest = menu.entries.iter().map(cells).max().unwrap_or_default().max(MENU_ENTRY);
    let inside = |left: u16| columns.saturating_sub(left).saturating_sub(4);
    let rows_max = height.saturating_sub(MENU_AROUND).max(1);
    let fits = |left: u16| {
        let across = inside(left) / longest;
        across > 0 && entries.div_ceil(across) <= rows_max
    };
    let left = if fits(MENU_LEFT) { MENU_LEFT } else { 0 };
    let across = (inside(left) / longest).max(entries.div_ceil(rows_max)).max(1);
    let cells = (inside(left) / across).max(1);
    Grid { left, across, cells, rows: entries.div_ceil(across).min(rows_max) }
}

fn menu_entry(buffer: &mut Buffer, (x, y): (u16, u16), end: u16, entry: &MenuEntry, lang: Lang) {
    let mut row = Row::at(buffer, y);
    let after = row.put(x, end, &entry.keys);
    row.put(after + 2, end, entry.label.of(lang));
}

/// Which field to reveal, and why.
pub(super) fn reveal(buffer: &mut Buffer, model: &Model, form: &RevealForm) -> Cursor {
    let lang = model.lang;
    let told = [
        (Action::NextChoice, id::FOOT_FIELD),
        (Action::SubmitStep, id::FOOT_SHOW),
        (Action::LeaveField, id::FOOT_CANCEL),
    ];
    let fields = u16::try_from(reveal::Field::ALL.len()).unwrap_or_default();
    let inside = framed(buffer, fields + 2, &words::say(id::REVEAL, lang), &foot(model, &told));
    for (y, choice) in (inside.top()..inside.bottom()).zip(reveal::Field::ALL) {
        let mut row = Row::at(buffer, y);
        row.put(inside.left() + 1, inside.right(), if choice == form.chosen() { MARKER } else { " " });
        row.put(inside.left() + 3, inside.right(), &words::say(field(choice), lang));
    }
    let y = inside.top() + fields + 1;
    if y >= inside.bottom() {
        return None;
    }
    Some(entry(
        buffer,
        (inside.left() + 1, y),
        inside.right(),
        &words::say(id::REVEAL_WHY, lang),
        &form.reason,
    ))
}

/// A labelled entry field on one row; gives the cell of its cursor.
pub(super) fn entry(
    buffer: &mut Buffer,
    (x, y): (u16, u16),
    right: u16,
    label: &str,
    field: &crate::app::Field,
) -> (u16, u16) {
    let mut row = Row::at(buffer, y);
    let left = row.bold(x, right, label) + 1;
    let room = right.saturating_sub(left).saturating_sub(1);
    let text = start::tail(field.text(), &field.before(), room);
    let end = row.put(left, right, &text);
    row.put(end, right, "_");
    (left + width(&field.before()).min(room), y)
}

/// The work left, before somebody leaves.
pub(super) fn leave(buffer: &mut Buffer, model: &Model) -> (u16, u16) {
    let lang = model.lang;
    let none = crate::request::Work::default();
    let work = model.start.work.as_ref().unwrap_or(&none);
    let title = match model.open_flow() {
        Some(flow) => Message::new(id::LEAVE_FLOW).with("flow", flow.run.flow().title.clone()).say(lang),
        None => Message::new(id::LEAVE).with("left", work.left).say(lang),
    };
    let foot = foot(model, &[(Action::LeaveWorkstation, id::FOOT_LEAVE), (Action::GoBack, id::FOOT_STAY)]);
    let rows = u16::try_from(work.lines.len()).unwrap_or(u16::MAX).clamp(1, WORK_ROWS_MAX);
    let inside = framed(buffer, rows, &title, &foot);
    let within = (inside.left(), inside.right());
    start::work_lines(buffer, within, inside.top()..inside.bottom(), (&work.lines, model));
    (inside.left() + 1, inside.top())
}

/// Lines of work shown before leaving.
const WORK_ROWS_MAX: u16 = 8;
