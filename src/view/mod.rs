//! From answers to terminal cells: the one screen in the layout of its drawings, and the same as plain lines.

mod columns;
mod detail;
mod flow;
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
pub mod receipt;
mod start;
mod words;

use ratatui::{buffer::Buffer, layout::Rect};

pub use crate::app::Pane;
pub use flow::part;
pub use glyphs::Glyphs;
pub use model::draw;

use crate::{app::is_stacked, request::CustomerScreen, text::Lang};

/// The widest screen that is drawn, in cells; a cell costs memory before anything is in it.
pub const COLUMNS_MAX: u16 = 400;
/// The highest.
pub const ROWS_MAX: u16 = 200;

/// What marks the selected item.
pub const MARKER: &str = "▸";

/// What stands around the facts of the screen.
#[derive(Debug, Clone, Copy, Default)]
pub struct Around<'a> {
    /// The selected item: its pane and its place there, from 0; an offer's reason follows it.
    pub selection: Option<(Pane, usize)>,
    /// The offer whose reason is shown while another pane has the selection.
    pub offer: usize,
    /// The last row, in place of the commands to try.
    pub hints: Option<&'a str>,
    /// The row above, in place of the probable reason.
    pub notice: Option<&'a str>,
    /// The keys that lead to each pane, in the order of [`Pane::ALL`], in place of those of the standard keymap.
    pub keys: Option<&'a [String; 4]>,
}

/// The keys that lead to each pane in the standard keymap.
const PANE_KEYS: [&str; 4] = ["g o", "g u", "g t", "g s"];

impl<'a> Around<'a> {
    fn keys_of(&self, pane: Pane) -> &'a str {
        let at = Pane::ALL.iter().position(|known| *known == pane).unwrap_or_default();
        match self.keys {
            Some(keys) => keys.get(at).map_or("", String::as_str),
            None => PANE_KEYS.get(at).copied().unwrap_or_default(),
        }
    }
}

/// How a pane is drawn: the language, the keys that lead to it, and the item that is marked there.
#[derive(Debug, Clone, Copy)]
struct Marked<'a> {
    lang: Lang,
    keys: &'a str,
    at: Option<usize>,
}

/// The one screen drawn into cells, at most [`COLUMNS_MAX`] by [`ROWS_MAX`], and the cell of the selection.
#[must_use]
pub fn cells(
    screen: &CustomerScreen,
    lang: Lang,
    size: (u16, u16),
    around: Around<'_>,
) -> (Buffer, Option<(u16, u16)>) {
    let (columns, rows) = size;
    let area = Rect::new(0, 0, columns.min(COLUMNS_MAX), rows.min(ROWS_MAX));
    let mut buffer = Buffer::empty(area);
    let cursor = layout::draw(&mut buffer, screen, lang, around);
    (buffer, cursor)
}

/// The one screen as rows of text: exactly the height asked for, trailing blanks trimmed.
#[must_use]
pub fn text_screen(screen: &CustomerScreen, lang: Lang, size: (u16, u16), glyphs: Glyphs) -> String {
    let first = if is_stacked(size) { Pane::Alerts } else { Pane::Offers };
    let around = Around { selection: Some((first, 0)), ..Around::default() };
    let (mut buffer, _) = cells(screen, lang, size, around);
    glyphs.apply(&mut buffer);
    text_of(&buffer)
}

/// The rows of a drawing as text.
#[must_use]
pub fn text_of(buffer: &Buffer) -> String {
    let width = usize::from(buffer.area.width);
    let mut text = String::new();
    for row in buffer.content().chunks(width.max(1)) {
        let line: String = row.iter().map(ratatui::buffer::Cell::symbol).collect();
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// What a session shows of a flow as labels and values, a line each; `None` where it shows something else.
#[must_use]
pub fn plain_flow(model: &crate::app::Model) -> Option<String> {
    flow::plain(model)
}

/// The one screen as labels and values, a line each, for a screen reader: no columns, no box glyphs.
#[must_use]
pub fn plain(screen: &CustomerScreen, lang: Lang) -> String {
    plain::lines(screen, lang)
}

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;
