//! The last frame, and the fewest bytes that turn it into the next.

use ratatui::buffer::Buffer;

use super::profile::{Lines, Profile};

mod cell;
mod pen;

use cell::{Cell, Style};
use pen::{Pen, State};

/// Length of erase-line: fewer blanks than that are written.
const ERASE_LENGTH: usize = 3;

/// What one terminal shows, at eight bytes a cell.
#[derive(Clone, Debug)]
pub struct Frame {
    profile: Profile,
    size: (u16, u16),
    cells: Vec<Cell>,
    cursor: Option<(u16, u16)>,
    /// Unknown before the first frame, after a resize and after [`invalidate`](Self::invalidate).
    state: Option<State>,
}

impl Frame {
    /// Nothing is known of the screen yet: the first frame clears it.
    #[must_use]
    pub fn new(profile: Profile) -> Self {
        Self { profile, size: (0, 0), cells: Vec::new(), cursor: None, state: None }
    }

    /// What the terminal understands.
    #[must_use]
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// Changes marks or character set; the next frame is drawn anew.
    pub fn set_profile(&mut self, profile: Profile) {
        self.profile = profile;
        self.invalidate();
    }

    /// Somebody else may have written to the screen: the next frame is drawn anew.
    pub fn invalidate(&mut self) {
        self.state = None;
    }

    /// Appends what makes the screen show `buffer` and puts the cursor at `cursor` (column, row), visible; or
    /// hides it. All of `out` belongs into one write.
    ///
    /// Nothing is appended when nothing changed. A buffer of another size draws everything anew. A terminal
    /// without addressing gets the changed screen as lines.
    pub fn draw(&mut self, buffer: &Buffer, cursor: Option<(u16, u16)>, out: &mut Vec<u8>) {
        let size = (buffer.area.width, buffer.area.height);
        let next: Vec<Cell> = buffer.content.iter().map(|drawn| Cell::of(drawn, &self.profile)).collect();
        let last = |edge: u16| edge.saturating_sub(1);
        let cursor = cursor.map(|(x, y)| (x.min(last(size.0)), y.min(last(size.1))));
        if next.len() != usize::from(size.0) * usize::from(size.1) || next.is_empty() {
            return;
        }
        let known = self.state.filter(|_| self.size == size);
        if known.is_some() && self.cells == next && (self.cursor == cursor || !self.profile.addressing) {
            return;
        }
        self.size = size;
        self.cursor = cursor;
        let state = if self.profile.addressing {
            self.shorter(known, &next, out)
        } else {
            self.lines(&next, out);
            State { at: (0, 0), style: Style::PLAIN, shifted: false, visible: true }
        };
        self.state = Some(state);
        self.cells = next;
    }

    /// The shorter of the difference and the whole screen anew.
    fn shorter(&self, known: Option<State>, next: &[Cell], out: &mut Vec<u8>) -> State {
        let Some(known) = known else {
            return self.anew(self.taken_over(out), next, out);
        };
        let start = out.len();
        let state = self.paint(known, Some(&self.cells), next, out);
        // drawing anew takes a byte a character at least
        let shown = next.iter().filter(|cell| !cell.is_space()).count();
        if out.len() - start <= shown {
            return state;
        }
        let mut other = Vec::new();
        let other_state = self.anew(known, next, &mut other);
        if other.len() < out.len() - start {
            out.truncate(start);
            out.append(&mut other);
            return other_state;
        }
        state
    }

    /// Brings a terminal of which nothing is known into a known state.
    fn taken_over(&self, out: &mut Vec<u8>) -> State {
        if self.profile.lines == Lines::Dec {
            out.extend_from_slice(b"\x0f\x1b(B\x1b)0");
        }
        out.extend_from_slice(b"\x1b[m");
        let visible = self.cursor.is_none();
        State { at: (0, 0), style: Style::PLAIN, shifted: false, visible }
    }

    fn anew(&self, state: State, next: &[Cell], out: &mut Vec<u8>) -> State {
        let mut pen = Pen::new(&self.profile, self.size.0, state, out);
        pen.erase_screen();
        let state = pen.state;
        self.paint(state, None, next, out)
    }

    /// Turns the screen `from`, or a blank one, into the next and sets the cursor.
    fn paint(&self, state: State, from: Option<&[Cell]>, next: &[Cell], out: &mut Vec<u8>) -> State {
        let width = usize::from(self.size.0);
        let mut pen = Pen::new(&self.profile, self.size.0, state, out);
        let mut before = from.map(|cells| cells.chunks(width));
        for (y, row) in (0_u16..).zip(next.chunks(width)) {
            let old = before.as_mut().and_then(Iterator::next);
            paint_row(&mut pen, y, old, row);
        }
        pen.shift(false);
        if let Some(cursor) = self.cursor {
            pen.go(cursor);
        }
        pen.show(self.cursor.is_some());
        pen.state
    }

    /// The screen as lines, for a terminal that can do nothing else.
    fn lines(&self, next: &[Cell], out: &mut Vec<u8>) {
        let rows = next.chunks(usize::from(self.size.0));
        let filled =
            rows.clone().rposition(|row| row.iter().any(|cell| !cell.is_space())).map_or(0, |last| last + 1);
        for row in rows.take(filled) {
            for cell in trimmed(row) {
                self.profile.charset.encode(cell.base(), out);
            }
            out.extend_from_slice(b"\r\n");
        }
    }
}

/// The row without the blanks at its end.
fn trimmed(row: &[Cell]) -> &[Cell] {
    let length = row.iter().rposition(|cell| *cell != Cell::BLANK).map_or(0, |last| last + 1);
    row.get(..length).unwrap_or(row)
}

fn paint_row(pen: &mut Pen<'_>, y: u16, old: Option<&[Cell]>, row: &[Cell]) {
    let was = |x: usize| old.map_or(Some(&Cell::BLANK), |old| old.get(x));
    if old == Some(row) {
        return;
    }
    let filled = trimmed(row).len();
    let Some(last) = (0..row.len()).rev().find(|x| row.get(*x) != was(*x)) else {
        return;
    };
    for (x, cell) in row.iter().enumerate().take(last + 1) {
        if Some(cell) == was(x) {
            continue;
        }
        let Ok(column) = u16::try_from(x) else {
            return;
        };
        reach(pen, (column, y), row);
        if x >= filled && last + 1 - x > ERASE_LENGTH {
            pen.erase_row();
            return;
        }
        pen.write(*cell);
    }
}

/// Moves to a cell of the row, or writes over the equal cells before it where that is shorter.
fn reach(pen: &mut Pen<'_>, to: (u16, u16), row: &[Cell]) {
    let (x, y) = pen.state.at;
    if y != to.1 || x >= to.0 {
        return pen.go(to);
    }
    let between = row.get(usize::from(x)..usize::from(to.0)).unwrap_or_default();
    let limit = pen.move_length(to);
    let mut length = 0;
    for cell in between {
        match pen.plain_length(*cell) {
            Some(one) if length + one <= limit => length += one,
            _ => return pen.go(to),
        }
    }
    for cell in between {
        pen.write(*cell);
    }
}

#[cfg(test)]
mod tests;
