//! Rows of a flow's screen before it is known which of them fit.

use ratatui::buffer::Buffer;

use crate::view::{
    paint::{Row, width},
    words::pieces,
};

/// The width from which the drawings' places hold.
pub(super) const DRAWN_COLUMNS: u16 = 80;
/// Where text begins, and where it goes on, where the drawings' places do not fit.
const NARROW: u16 = 3;
const NARROW_ON: u16 = 5;

/// A text at its place.
struct Span {
    at: u16,
    text: String,
    bold: bool,
}

/// Where a field stands.
struct Spot {
    field: String,
    row: u16,
    /// The cell of its first letter and the cells it has.
    at: u16,
    room: u16,
}

/// Rows being written.
pub(super) struct Sheet {
    rows: Vec<Vec<Span>>,
    spots: Vec<Spot>,
    columns: u16,
    /// The column after what was put last.
    after: u16,
}

impl Sheet {
    pub(super) fn new(columns: u16) -> Sheet {
        Sheet { rows: Vec::new(), spots: Vec::new(), columns, after: 0 }
    }

    /// Whether the drawings' places hold.
    pub(super) fn is_drawn(&self) -> bool {
        self.columns >= DRAWN_COLUMNS
    }

    pub(super) fn columns(&self) -> u16 {
        self.columns
    }

    pub(super) fn height(&self) -> u16 {
        u16::try_from(self.rows.len()).unwrap_or(u16::MAX)
    }

    /// Begins a row.
    pub(super) fn row(&mut self) {
        self.rows.push(Vec::new());
        self.after = 0;
    }

    /// An empty row, but not as the first.
    pub(super) fn gap(&mut self) {
        if !self.rows.is_empty() {
            self.row();
        }
    }

    /// The column after what was put last in this row.
    pub(super) fn after(&self) -> u16 {
        self.after
    }

    /// Puts a text at a column; where it would touch what stands there it moves right by two cells.
    pub(super) fn put(&mut self, at: u16, text: &str) -> u16 {
        self.span(at, text, false)
    }

    pub(super) fn bold(&mut self, at: u16, text: &str) -> u16 {
        self.span(at, text, true)
    }

    /// Puts a text that ends before a column.
    pub(super) fn put_right(&mut self, end: u16, text: &str) -> u16 {
        self.span(end.saturating_sub(width(text)), text, false)
    }

    /// Puts a text so many cells after the last one.
    pub(super) fn put_after(&mut self, cells: u16, text: &str) -> u16 {
        self.exactly(self.after + cells, text, false)
    }

    fn span(&mut self, at: u16, text: &str, bold: bool) -> u16 {
        let touches = self.after > 0 && at < self.after + 1;
        self.exactly(if touches { self.after + 2 } else { at }, text, bold)
    }

    fn exactly(&mut self, at: u16, text: &str, bold: bool) -> u16 {
        let cells = width(text);
        let at = if self.is_drawn() { at } else { self.fitted(at, cells) };
        if self.rows.is_empty() {
            self.row();
        }
        let room = self.columns.saturating_sub(at + 1);
        if self.is_drawn() || cells <= room {
            self.push(at, text, bold);
            return at;
        }
        // longer than a whole row of a narrow screen
        for (nth, piece) in pieces(text, room).iter().enumerate() {
            if nth > 0 {
                self.row();
            }
            self.push(at, piece, bold);
        }
        at
    }

    fn push(&mut self, at: u16, text: &str, bold: bool) {
        if let Some(row) = self.rows.last_mut() {
            row.push(Span { at, text: text.to_owned(), bold });
        }
        self.after = at.saturating_add(width(text));
    }

    /// On a narrow screen texts follow each other and go on in the next row.
    fn fitted(&mut self, at: u16, cells: u16) -> u16 {
        if self.after == 0 {
            return at.min(NARROW);
        }
        let next = if self.after <= NARROW { NARROW } else { self.after + 1 };
        if next.saturating_add(cells) < self.columns || next <= NARROW {
            return next;
        }
        self.row();
        NARROW_ON
    }

    /// A field's first letter stands at this cell of the current row.
    pub(super) fn spot(&mut self, field: &str, at: u16, room: u16) {
        let row = self.height().saturating_sub(1);
        self.spots.push(Spot { field: field.to_owned(), row, at, room });
    }

    /// Where a field stands: its row, its first cell, and its cells.
    pub(super) fn place_of(&self, field: &str) -> Option<(u16, u16, u16)> {
        let spot = self.spots.iter().find(|spot| spot.field == field)?;
        Some((spot.row, spot.at, spot.room))
    }

    /// Draws `rows` of its rows from `from` on, at `top`.
    pub(super) fn draw(&self, buffer: &mut Buffer, top: u16, (from, rows): (u16, u16)) {
        let shown = self.rows.iter().skip(usize::from(from)).take(usize::from(rows));
        for (y, spans) in (top..).zip(shown) {
            let mut row = Row::at(buffer, y);
            let columns = row.columns();
            for span in spans {
                if span.bold {
                    row.bold(span.at, columns, &span.text);
                } else {
                    row.put(span.at, columns, &span.text);
                }
            }
        }
    }
}
