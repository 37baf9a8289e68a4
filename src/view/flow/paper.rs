//! A receipt as it is printed, on the screen.

use ratatui::buffer::Buffer;

use crate::view::words::pieces;
use crate::{
    app::{Model, PaperPlace},
    view::{
        model::last_rows,
        paint::{Row, width},
        receipt,
    },
};

/// Draws it; the cursor stands at its first line.
pub(in crate::view) fn draw(buffer: &mut Buffer, model: &Model, place: &PaperPlace) -> (u16, u16) {
    let columns = buffer.area.width;
    let fitted = |line: String| {
        // paper is 80 cells wide: only a narrower screen breaks its lines
        if width(&line) <= columns { vec![line] } else { pieces(&line, columns.saturating_sub(2)) }
    };
    let lines: Vec<String> =
        receipt::lines(&place.receipt, model.lang).into_iter().flat_map(fitted).collect();
    let rows = usize::from(buffer.area.height.saturating_sub(2));
    let first = place.from.min(lines.len().saturating_sub(rows));
    for (y, line) in (0..).zip(lines.iter().skip(first).take(rows)) {
        Row::at(buffer, y).put(0, columns, line);
    }
    last_rows(buffer, model, None);
    (0, 0)
}
