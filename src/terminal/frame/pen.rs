//! Writes cells and moves with the fewest bytes, and knows what it left behind.

use super::cell::{Cell, Style};
use crate::terminal::{
    charset::dec_line,
    profile::{Colours, Lines, Profile},
};

/// What the terminal will do with the next byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct State {
    /// Column and row of the cursor. The column one past the last is a cursor that waits to wrap: from there
    /// only moves that do not count from its column are sound.
    pub(super) at: (u16, u16),
    pub(super) style: Style,
    /// The DEC special graphics set is shifted in.
    pub(super) shifted: bool,
    pub(super) visible: bool,
}

pub(super) struct Pen<'a> {
    profile: &'a Profile,
    width: u16,
    pub(super) state: State,
    out: &'a mut Vec<u8>,
    /// The two ways to change the style, to take the shorter.
    ways: [Vec<u8>; 2],
}

#[derive(Clone, Copy)]
enum Way {
    Absolute,
    Relative,
    Return,
}

/// Length of `ESC [ n x`; 1 is left out.
fn csi_length(count: u16) -> usize {
    if count == 1 { 3 } else { 3 + digits(count) }
}

fn digits(number: u16) -> usize {
    match number {
        ..10 => 1,
        10..100 => 2,
        100..1000 => 3,
        1000..10000 => 4,
        _ => 5,
    }
}

fn number(out: &mut Vec<u8>, number: u16) {
    let mut divisor = 10_u16.pow(u32::try_from(digits(number) - 1).unwrap_or(0));
    while divisor > 0 {
        out.extend(u8::try_from(number / divisor % 10).ok().map(|digit| b'0' + digit));
        divisor /= 10;
    }
}

impl<'a> Pen<'a> {
    pub(super) fn new(profile: &'a Profile, width: u16, state: State, out: &'a mut Vec<u8>) -> Self {
        Self { profile, width, state, out, ways: [Vec::new(), Vec::new()] }
    }

    pub(super) fn send(&mut self, bytes: &[u8]) {
        self.out.extend_from_slice(bytes);
    }

    fn csi(&mut self, count: u16, last: u8) {
        self.send(b"\x1b[");
        if count != 1 {
            number(self.out, count);
        }
        self.out.push(last);
    }

    /// Bytes that the cheapest move to a place takes.
    pub(super) fn move_length(&self, to: (u16, u16)) -> usize {
        self.cheapest(to).map_or(0, |(length, _)| length)
    }

    fn cheapest(&self, to: (u16, u16)) -> Option<(usize, Way)> {
        let (from, (x, y)) = (self.state.at, to);
        if from == to {
            return None;
        }
        let row = if y == 0 { 0 } else { digits(y.saturating_add(1)) };
        let absolute = 3 + row + if x == 0 { 0 } else { 1 + digits(x.saturating_add(1)) };
        let along = |from: u16| match x.abs_diff(from) {
            0 => 0,
            count if x < from => csi_length(count).min(usize::from(count)),
            count => csi_length(count),
        };
        let rows = y.abs_diff(from.1);
        let vertical = if rows == 0 { 0 } else { csi_length(rows) };
        let feeds = if y > from.1 { vertical.min(usize::from(rows)) } else { vertical };
        let relative = (from.0 < self.width).then(|| (vertical + along(from.0), Way::Relative));
        let sound = [Some((absolute, Way::Absolute)), Some((1 + feeds + along(0), Way::Return)), relative];
        sound.into_iter().flatten().min_by_key(|(length, _)| *length)
    }

    /// Moves the cursor.
    pub(super) fn go(&mut self, to: (u16, u16)) {
        let Some((_, way)) = self.cheapest(to) else {
            return;
        };
        let (x, y) = to;
        match way {
            Way::Absolute => {
                self.send(b"\x1b[");
                if y > 0 {
                    number(self.out, y.saturating_add(1));
                }
                if x > 0 {
                    self.out.push(b';');
                    number(self.out, x.saturating_add(1));
                }
                self.out.push(b'H');
            }
            Way::Relative => {
                self.vertical(y);
                self.along(x);
            }
            Way::Return => {
                self.out.push(b'\r');
                self.state.at.0 = 0;
                let rows = y.saturating_sub(self.state.at.1);
                if rows > 0 && usize::from(rows) <= csi_length(rows) {
                    // never on the last row, so nothing scrolls; and in column 0 it does not matter whether
                    // the line feed returns too
                    self.out.extend((0..rows).map(|_| b'\n'));
                } else {
                    self.vertical(y);
                }
                self.along(x);
            }
        }
        self.state.at = to;
    }

    fn vertical(&mut self, y: u16) {
        let from = self.state.at.1;
        if y != from {
            self.csi(y.abs_diff(from), if y > from { b'B' } else { b'A' });
        }
    }

    fn along(&mut self, x: u16) {
        let from = self.state.at.0;
        let count = x.abs_diff(from);
        if x > from {
            self.csi(count, b'C');
        } else if usize::from(count) <= csi_length(count) {
            self.out.extend((0..count).map(|_| 0x08));
        } else {
            self.csi(count, b'D');
        }
    }

    /// Bytes that writing the cell takes when no style has to change for it; none when one has to.
    pub(super) fn plain_length(&self, cell: Cell) -> Option<usize> {
        let same = self.suits(cell) && (cell.is_space() || self.state.shifted == self.dec(cell).is_some());
        let mark = cell.mark().map_or(0, |mark| self.profile.charset.length(mark));
        same.then(|| self.profile.charset.length(cell.base()) + mark)
    }

    fn suits(&self, cell: Cell) -> bool {
        if cell == Cell::BLANK { self.state.style.plain_on_blank() } else { self.state.style == cell.style() }
    }

    fn dec(&self, cell: Cell) -> Option<u8> {
        if self.profile.lines == Lines::Dec && !cell.base().is_ascii() { dec_line(cell.base()) } else { None }
    }

    /// Writes a cell at the cursor.
    pub(super) fn write(&mut self, cell: Cell) {
        if !self.suits(cell) {
            self.restyle(cell.style());
        }
        let dec = self.dec(cell);
        if !cell.is_space() {
            self.shift(dec.is_some());
        }
        match dec {
            Some(byte) => self.out.push(byte),
            None => self.profile.charset.encode(cell.base(), self.out),
        }
        if let Some(mark) = cell.mark() {
            self.profile.charset.encode(mark, self.out);
        }
        self.state.at.0 = self.state.at.0.saturating_add(1);
    }

    /// Shifts the DEC special graphics set in or out.
    pub(super) fn shift(&mut self, shifted: bool) {
        if self.state.shifted != shifted {
            self.out.push(if shifted { 0x0e } else { 0x0f });
            self.state.shifted = shifted;
        }
    }

    /// Blanks the row from the cursor on.
    pub(super) fn erase_row(&mut self) {
        self.plain_ground();
        self.send(b"\x1b[K");
    }

    /// Blanks the whole screen; the cursor is then at its top left.
    pub(super) fn erase_screen(&mut self) {
        self.plain_ground();
        self.send(b"\x1b[H\x1b[J");
        self.state.at = (0, 0);
    }

    /// Erased cells take the background of the moment.
    fn plain_ground(&mut self) {
        if !self.state.style.plain_on_blank() {
            self.restyle(Style::PLAIN);
        }
    }

    /// Shows or hides the cursor, where the terminal can.
    pub(super) fn show(&mut self, visible: bool) {
        if self.profile.hides_cursor && self.state.visible != visible {
            self.send(if visible { b"\x1b[?25h" } else { b"\x1b[?25l" });
            self.state.visible = visible;
        }
    }

    fn restyle(&mut self, to: Style) {
        let [changed, anew] = &mut self.ways;
        changed.clear();
        anew.clear();
        let from = self.state.style;
        let sound = attributes(from, to, changed, self.profile.attributes_off);
        colours(from, to, changed, self.profile.colours);
        if to != Style::PLAIN {
            // an empty number is 0: everything off first
            anew.push(b';');
            attributes(Style::PLAIN, to, anew, false);
            colours(Style::PLAIN, to, anew, self.profile.colours);
        }
        let way = if sound && changed.len() <= anew.len() { changed } else { anew };
        way.pop();
        self.out.extend_from_slice(b"\x1b[");
        self.out.extend_from_slice(way);
        self.out.push(b'm');
        self.state.style = to;
    }
}

/// The numbers, each with a `;` after it, that change the attributes. False if one cannot be taken off alone.
fn attributes(from: Style, to: Style, out: &mut Vec<u8>, can_take_off: bool) -> bool {
    let mut sound = true;
    let table: [(Style, &[u8], &[u8]); 3] =
        [(Style::BOLD, b"1;", b"22;"), (Style::UNDERLINE, b"4;", b"24;"), (Style::REVERSE, b"7;", b"27;")];
    for (attribute, on, off) in table {
        match (from.has(attribute), to.has(attribute)) {
            (false, true) => out.extend_from_slice(on),
            (true, false) => {
                sound &= can_take_off;
                out.extend_from_slice(off);
            }
            (true, true) | (false, false) => {}
        }
    }
    sound
}

fn colours(from: Style, to: Style, out: &mut Vec<u8>, known: Colours) {
    if known == Colours::None {
        return;
    }
    if from.foreground() != to.foreground() {
        colour(to.foreground(), 30, out);
    }
    if from.background() != to.background() {
        colour(to.background(), 40, out);
    }
}

/// `base` is 30 for the foreground and 40 for the background. A number below 8 is never sent as `38;5;n`: a
/// terminal without 256 colours would read the 5 as blinking.
fn colour(colour: Option<u8>, base: u8, out: &mut Vec<u8>) {
    let code = match colour {
        None => base + 9,
        Some(basic @ ..8) => base + basic,
        Some(bright @ 8..16) => base + 60 + bright - 8,
        Some(other) => {
            number(out, u16::from(base + 8));
            out.extend_from_slice(b";5;");
            other
        }
    };
    number(out, u16::from(code));
    out.push(b';');
}
