//! What a terminal makes of the bytes.

use std::num::NonZeroU16;

use ratatui::buffer::Buffer;
use vt100::{Color as Seen, Parser};

use super::super::cell::{Cell, Style};
use crate::terminal::{
    charset::{Charset, dec_line, from_latin5},
    profile::{Lines, Profile},
};

/// A terminal that understands UTF-8, in front of which stands a translator for 8-bit sets and DEC lines.
pub(super) struct Emulator {
    pub(super) parser: Parser,
    charset: Charset,
    pub(super) shifted: bool,
    in_sequence: bool,
}

impl Emulator {
    pub(super) fn new(profile: &Profile, width: u16, height: u16) -> Self {
        let size = |edge| NonZeroU16::new(edge).unwrap();
        let parser = Parser::new(size(height), size(width), 0);
        Self { parser, charset: profile.charset, shifted: false, in_sequence: false }
    }

    pub(super) fn write(&mut self, bytes: &[u8]) {
        if self.charset == Charset::Utf8 {
            self.parser.process(bytes);
            return;
        }
        for byte in bytes {
            let c = match *byte {
                0x0e | 0x0f => {
                    self.shifted = *byte == 0x0e;
                    continue;
                }
                0x1b => {
                    self.in_sequence = true;
                    '\x1b'
                }
                byte if self.in_sequence => {
                    self.in_sequence = !(byte.is_ascii_alphabetic() || byte == b'0');
                    if self.shifted || byte != b'0' { char::from(byte) } else { '0' }
                }
                byte if self.shifted && byte >= 0x5f => {
                    "─│┌┐└┘├┤┬┴┼".chars().find(|c| dec_line(*c) == Some(byte)).unwrap()
                }
                byte if byte.is_ascii() => char::from(byte),
                byte => from_latin5(byte).unwrap(),
            };
            self.parser.process(c.to_string().as_bytes());
        }
    }

    /// Every cell and the cursor are as drawn.
    pub(super) fn check(&self, buffer: &Buffer, cursor: Option<(u16, u16)>, profile: &Profile) {
        let screen = self.parser.screen();
        for (index, drawn) in buffer.content.iter().enumerate() {
            let (x, y) = buffer.pos_of(index);
            let cell = Cell::of(drawn, profile);
            let seen = screen.cell(y, x).unwrap();
            let mut shown: String = [cell.base()].into_iter().chain(cell.mark()).collect();
            if let (Some(line), Lines::Dec) = (dec_line(cell.base()), profile.lines) {
                shown = "─│┌┐└┘├┤┬┴┼".chars().find(|c| dec_line(*c) == Some(line)).unwrap().to_string();
            }
            let contents = if seen.contents().is_empty() { " " } else { seen.contents() };
            assert_eq!(contents, shown, "at {x},{y}");
            let style = cell.style();
            assert_eq!(seen.underline(), style.has(Style::UNDERLINE), "underline at {x},{y}");
            assert_eq!(seen.inverse(), style.has(Style::REVERSE), "reverse at {x},{y}");
            let colour = |number: Option<u8>| number.map_or(Seen::Default, Seen::Idx);
            assert_eq!(seen.bgcolor(), colour(style.background()), "background at {x},{y}");
            if cell != Cell::BLANK {
                assert_eq!(seen.fgcolor(), colour(style.foreground()), "foreground at {x},{y}");
                assert_eq!(seen.bold(), style.has(Style::BOLD), "bold at {x},{y}");
            }
        }
        if let Some((x, y)) = cursor {
            assert_eq!(screen.cursor_position(), (y, x));
        }
        if profile.hides_cursor {
            assert_eq!(screen.hide_cursor(), cursor.is_none());
        }
    }
}
