//! The only way text gets into cells: made safe for one line, clipped to its place.

use ratatui::{
    buffer::Buffer,
    style::{Modifier, Style},
};

use crate::text::safe;

/// A row of cells that texts are put into by column.
pub(super) struct Row<'a> {
    buffer: &'a mut Buffer,
    y: u16,
}

impl<'a> Row<'a> {
    /// The row at `y`; outside the buffer everything put into it is lost.
    pub fn at(buffer: &'a mut Buffer, y: u16) -> Row<'a> {
        Row { buffer, y }
    }

    /// How many columns it has.
    pub fn columns(&self) -> u16 {
        self.buffer.area.width
    }

    /// Puts text into columns `from..to`, clipped with `…`; gives back the column after it.
    pub fn put(&mut self, from: u16, to: u16, text: &str) -> u16 {
        self.styled(from, to, text, Style::new())
    }

    /// As [`Row::put`], in bold.
    pub fn bold(&mut self, from: u16, to: u16, text: &str) -> u16 {
        self.styled(from, to, text, Style::new().add_modifier(Modifier::BOLD))
    }

    /// Puts text so that it ends before column `to` and begins at `from` at the earliest; gives back where it
    /// begins.
    pub fn right(&mut self, from: u16, to: u16, text: &str) -> u16 {
        let begin = to.saturating_sub(width(text)).max(from);
        self.put(begin, to, text);
        begin
    }

    fn styled(&mut self, from: u16, to: u16, text: &str, style: Style) -> u16 {
        let to = to.min(self.buffer.area.width);
        if from >= to || self.y >= self.buffer.area.height {
            return from;
        }
        let text = clipped(text, to - from);
        let (after, _) = self.buffer.set_stringn(from, self.y, &text, usize::from(to - from), style);
        after
    }
}

/// A rule over the whole width, with a joint at a column.
pub(super) fn rule(buffer: &mut Buffer, y: u16, joint: Option<(u16, &str)>) {
    let width = buffer.area.width;
    let mut row = Row::at(buffer, y);
    row.put(0, width, &"─".repeat(usize::from(width)));
    if let Some((column, glyph)) = joint {
        row.put(column, column.saturating_add(1), glyph);
    }
}

/// The cells that a text takes when it is put.
pub(super) fn width(text: &str) -> u16 {
    u16::try_from(safe::cells(&safe::line(text))).unwrap_or(u16::MAX)
}

fn clipped(text: &str, cells: u16) -> String {
    safe::clip(&safe::line(text), usize::from(cells))
}
