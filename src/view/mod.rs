//! From answers to terminal cells: the one screen in the layout of its drawings, and the same as plain lines.

mod detail;
mod glyphs;
mod help;
mod layout;
mod list;
mod model;
mod paint;
mod palette;
mod panes;
mod plain;
mod popup;
mod start;
mod words;

use ratatui::{buffer::Buffer, layout::Rect};

pub use glyphs::Glyphs;
pub use model::draw;

use crate::{request::CustomerScreen, text::Lang};

/// The widest screen that is drawn, in cells; a cell costs memory before anything is in it.
pub const COLUMNS_MAX: u16 = 400;
/// The highest.
pub const ROWS_MAX: u16 = 200;

/// The one screen drawn into cells, at most [`COLUMNS_MAX`] by [`ROWS_MAX`].
#[must_use]
pub fn cells(screen: &CustomerScreen, lang: Lang, size: (u16, u16), glyphs: Glyphs) -> Buffer {
    let (columns, rows) = size;
    let area = Rect::new(0, 0, columns.min(COLUMNS_MAX), rows.min(ROWS_MAX));
    let mut buffer = Buffer::empty(area);
    layout::draw(&mut buffer, screen, lang);
    glyphs.apply(&mut buffer);
    buffer
}

/// The one screen as rows of text: exactly the height asked for, trailing blanks trimmed.
#[must_use]
pub fn text_screen(screen: &CustomerScreen, lang: Lang, size: (u16, u16), glyphs: Glyphs) -> String {
    let buffer = cells(screen, lang, size, glyphs);
    let width = usize::from(buffer.area.width);
    let mut text = String::new();
    for row in buffer.content().chunks(width.max(1)) {
        let line: String = row.iter().map(ratatui::buffer::Cell::symbol).collect();
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// The one screen as labels and values, a line each, for a screen reader: no columns, no box glyphs.
#[must_use]
pub fn plain(screen: &CustomerScreen, lang: Lang) -> String {
    plain::lines(screen, lang)
}

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;
