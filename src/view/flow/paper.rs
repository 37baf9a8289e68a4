//! A receipt as it is printed, on the screen.

use ratatui::buffer::Buffer;

use crate::view::words::pieces;
use crate::{
    app::{Model, PaperPlace, Part},
    keymap,
    text::{Message, ids::desk as id, safe},
    view::{
        model::{last_rows, line, notice, told_rows},
        paint::{Row, width},
        receipt,
    },
};

/// Cells between where one is and the keys.
const GAP: &str = "  ";

/// Draws it; the cursor stands at its first line.
pub(in crate::view) fn draw(buffer: &mut Buffer, model: &Model, place: &PaperPlace) -> (u16, u16) {
    let columns = buffer.area.width;
    let lines = lines(model, place);
    let (rows, first) = shown(model, place, lines.len());
    for (y, line) in (0..).zip(lines.iter().skip(first).take(rows.min(usize::from(buffer.area.height)))) {
        Row::at(buffer, y).put(0, columns, line);
    }
    if lines.len() <= rows {
        last_rows(buffer, model, None);
    } else {
        told_rows(buffer, &notice(model).unwrap_or_default());
        let text = hints(model, (first, rows, lines.len()));
        line(buffer, buffer.area.height.saturating_sub(1), &text);
    }
    (0, 0)
}

/// Which of its lines are shown.
pub(super) fn part(model: &Model, place: &PaperPlace) -> Part {
    let all = lines(model, place).len();
    let (rows, first) = shown(model, place, all);
    let row = |at: usize| u16::try_from(at).unwrap_or(u16::MAX);
    Part { from: row(first), to: row(first.saturating_add(rows).min(all)), all: row(all) }
}

fn lines(model: &Model, place: &PaperPlace) -> Vec<String> {
    let columns = model.size.0;
    let fitted = |line: String| {
        // paper is 80 cells wide: only a narrower screen breaks its lines
        if width(&line) <= columns { vec![line] } else { pieces(&line, columns.saturating_sub(2)) }
    };
    receipt::lines(&place.receipt, model.lang).into_iter().flat_map(fitted).collect()
}

/// How many lines fit, and the first one of them.
fn shown(model: &Model, place: &PaperPlace, all: usize) -> (usize, usize) {
    let rows = model.paper_rows();
    (rows, place.from.min(all.saturating_sub(rows)))
}

/// `1/2  F8 aşağı  F3 geri`: where one is, and the keys that show the rest.
fn hints(model: &Model, (first, rows, all): (usize, usize, usize)) -> String {
    let (page, pages) = (first.div_ceil(rows) + 1, all.div_ceil(rows));
    let nth = Message::new(id::NTH).with("nth", page).with("count", pages).say(model.lang) + GAP;
    let hints = model.paper_hints((first > 0, first + rows < all));
    let columns = usize::from(model.size.0.saturating_sub(1)).saturating_sub(safe::cells(&nth));
    nth + &keymap::row(&hints, model.keymap.options().hints_style, model.lang, columns)
}
