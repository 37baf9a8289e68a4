//! Bytes from a keyboard become keys.
//!
//! The framer knows only where a sequence of ECMA-48 ends; what a frame means stands in `meaning`. What is
//! not understood is dropped whole and never typed. A packet may end anywhere. The work is linear in the bytes.

use super::charset::{self, Charset};
use crate::key::{Code, Key, Mods};

mod meaning;
mod paste;

use paste::Paste;
pub use paste::{PASTE_IDLE_MS, PASTE_MAX};

/// Parameter bytes of a sequence; one with more is dropped.
const FRAME_MAX: usize = 64;

/// What a person did at the keyboard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted, in one piece: line ends are `\n`, other control characters but tabs are gone, and at
    /// most [`PASTE_MAX`] bytes came in.
    Paste(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Ground,
    /// Some bytes of a UTF-8 character; so many are missing.
    Utf8 {
        missing: u8,
    },
    Escape,
    EscapeTwice,
    /// After `ESC [`.
    Csi,
    /// After `ESC O`.
    Ss3,
    /// After `ESC [ [`: a function key of the Linux console.
    LinuxConsole,
    /// The bytes after `ESC [ M`: where a mouse was.
    Mouse {
        left: u8,
    },
    /// An answer of the terminal to somebody's question, after `ESC ]`, `ESC P`, `ESC _`, `ESC ^`.
    Answer {
        opener: u8,
        empty: bool,
    },
    /// ESC within an answer.
    AnswerEscape,
    Paste,
}

/// Turns the bytes of one terminal into keys. See [`push`](Self::push).
#[derive(Clone, Debug)]
pub struct Decoder {
    charset: Charset,
    escape_digits: bool,
    state: State,
    /// ESC stood before the sequence or character at hand.
    alt: bool,
    /// Bytes of the sequence or character at hand.
    held: Vec<u8>,
    paste: Paste,
    /// The end of the last paste did not come in time; it may come with the next packet.
    lost: bool,
}

impl Decoder {
    /// A decoder for the terminal's character set. With `escape_digits` Esc followed by a digit is a function
    /// key, for keyboards that have none.
    #[must_use]
    pub fn new(charset: Charset, escape_digits: bool) -> Self {
        Self {
            charset,
            escape_digits,
            state: State::Ground,
            alt: false,
            held: Vec::new(),
            paste: Paste::default(),
            lost: false,
        }
    }

    /// Takes bytes in packets of any size and appends what they mean.
    pub fn push(&mut self, bytes: &[u8], out: &mut Vec<Input>) {
        for byte in self.after_lost(bytes) {
            self.step(*byte, out);
        }
    }

    /// True while something was read that may be a key of its own or the beginning of a longer one: if
    /// nothing comes within the time for Esc, call [`flush`](Self::flush).
    #[must_use]
    pub fn pending(&self) -> bool {
        match self.state {
            State::Csi | State::Ss3 => self.held.is_empty(),
            State::Ground | State::Utf8 { .. } | State::Paste => false,
            State::Escape
            | State::EscapeTwice
            | State::LinuxConsole
            | State::Mouse { .. }
            | State::Answer { .. }
            | State::AnswerEscape => true,
        }
    }

    /// True while a paste is coming in. If nothing comes for [`PASTE_IDLE_MS`] its end is lost: call
    /// [`flush`](Self::flush), which drops what came of it.
    #[must_use]
    pub fn pasting(&self) -> bool {
        self.state == State::Paste
    }

    /// Nothing more came in time: a lone ESC is the key Esc, the beginning of a sequence or paste is dropped.
    pub fn flush(&mut self, out: &mut Vec<Input>) {
        if self.pasting() {
            self.paste = Paste::default();
            self.lost = true;
            return self.rest();
        }
        if !self.pending() {
            return;
        }
        match self.state {
            State::Escape | State::AnswerEscape => emit(out, Code::Esc),
            State::EscapeTwice => {
                emit(out, Code::Esc);
                emit(out, Code::Esc);
            }
            State::Answer { opener, empty: true } => {
                let key = Key::new(Code::Char(char::from(opener)), Mods::ALT);
                out.extend(key.map(Input::Key));
            }
            State::Ground
            | State::Utf8 { .. }
            | State::Csi
            | State::Ss3
            | State::LinuxConsole
            | State::Mouse { .. }
            | State::Answer { .. }
            | State::Paste => {}
        }
        self.rest();
    }

    /// The bytes that are not the rest of a paste whose end was taken for lost: the end still came.
    fn after_lost<'a>(&mut self, bytes: &'a [u8]) -> &'a [u8] {
        let lost = std::mem::take(&mut self.lost);
        let end = bytes.windows(paste::END.len()).position(|part| part == paste::END).filter(|_| lost);
        end.and_then(|at| bytes.get(at + paste::END.len()..)).unwrap_or(bytes)
    }

    fn rest(&mut self) {
        self.state = State::Ground;
        self.alt = false;
        self.held.clear();
    }

    fn step(&mut self, byte: u8, out: &mut Vec<Input>) {
        match self.state {
            State::Ground => self.ground(byte, out),
            State::Utf8 { missing } => self.utf8(byte, missing, out),
            State::Escape => self.escape(byte, out),
            State::EscapeTwice => self.escape_twice(byte, out),
            State::Csi => self.csi(byte, out),
            State::Ss3 => self.ss3(byte, out),
            State::LinuxConsole => self.finish(byte, out, |_, last| meaning::linux_console(last)),
            State::Mouse { .. } if byte < b' ' => self.again(byte, out),
            State::Mouse { left: 1 } => self.rest(),
            State::Mouse { left } => self.state = State::Mouse { left: left - 1 },
            State::Answer { opener, .. } => self.answer(byte, opener, out),
            State::AnswerEscape if byte == b'\\' => self.rest(),
            State::AnswerEscape => {
                self.rest();
                self.escape(byte, out);
            }
            State::Paste => {
                if self.paste.push(byte) {
                    out.push(Input::Paste(self.paste.take(self.charset)));
                    self.rest();
                }
            }
        }
    }

    /// The sequence was cut short: the byte begins something new.
    fn again(&mut self, byte: u8, out: &mut Vec<Input>) {
        self.rest();
        self.ground(byte, out);
    }

    fn ground(&mut self, byte: u8, out: &mut Vec<Input>) {
        match (byte, self.charset) {
            (0x1b, _) => self.state = State::Escape,
            (..=0x7f, _) => {
                let key = meaning::seven_bit(byte);
                self.key(key, out);
            }
            (0x9b, Charset::Latin5) => self.state = State::Csi,
            (0x8f, Charset::Latin5) => self.state = State::Ss3,
            (_, Charset::Latin5) => {
                let key = charset::from_latin5(byte).and_then(|c| Key::new(Code::Char(c), Mods::NONE));
                self.key(key, out);
            }
            (0xc2..=0xf4, Charset::Utf8) => {
                self.held.push(byte);
                self.state = State::Utf8 { missing: 1 + u8::from(byte >= 0xe0) + u8::from(byte >= 0xf0) };
            }
            (_, Charset::Utf8 | Charset::Ascii) => self.rest(),
        }
    }

    fn utf8(&mut self, byte: u8, missing: u8, out: &mut Vec<Input>) {
        if !(0x80..=0xbf).contains(&byte) {
            return self.again(byte, out);
        }
        self.held.push(byte);
        if missing > 1 {
            self.state = State::Utf8 { missing: missing - 1 };
            return;
        }
        let character = str::from_utf8(&self.held).ok().and_then(|text| text.chars().next());
        let key = character.and_then(|c| Key::new(Code::Char(c), Mods::NONE));
        self.key(key, out);
    }

    fn escape(&mut self, byte: u8, out: &mut Vec<Input>) {
        match byte {
            b'[' => self.state = State::Csi,
            b'O' => self.state = State::Ss3,
            0x1b => self.state = State::EscapeTwice,
            b']' | b'P' | b'_' | b'^' => self.state = State::Answer { opener: byte, empty: true },
            b'0'..=b'9' if self.escape_digits => {
                let number = if byte == b'0' { 10 } else { byte - b'0' };
                emit(out, Code::F(number));
                self.rest();
            }
            _ => {
                self.state = State::Ground;
                self.alt = true;
                self.ground(byte, out);
            }
        }
    }

    /// Two ESC: Alt with a cursor key on terminals that mark Alt by ESC, or Esc pressed twice.
    fn escape_twice(&mut self, byte: u8, out: &mut Vec<Input>) {
        self.alt = matches!(byte, b'[' | b'O');
        if !self.alt {
            emit(out, Code::Esc);
        }
        self.escape(byte, out);
    }

    fn csi(&mut self, byte: u8, out: &mut Vec<Input>) {
        let shifted_rxvt = !self.held.is_empty() && self.held.iter().all(u8::is_ascii_digit);
        match byte {
            b'[' if self.held.is_empty() => self.state = State::LinuxConsole,
            b'M' if self.held.is_empty() => self.state = State::Mouse { left: 3 },
            b'~' if self.held == b"200" => {
                self.rest();
                self.state = State::Paste;
            }
            b'$' if shifted_rxvt => self.finish(byte, out, meaning::csi),
            b' '..=b'?' => self.hold(byte),
            b'@'..=b'~' => self.finish(byte, out, meaning::csi),
            _ => self.again(byte, out),
        }
    }

    fn ss3(&mut self, byte: u8, out: &mut Vec<Input>) {
        match byte {
            b'0'..=b';' => self.hold(byte),
            b'@'..=b'~' => self.finish(byte, out, meaning::ss3),
            _ => self.again(byte, out),
        }
    }

    /// One byte over the limit marks a sequence that is too long; the others only pass.
    fn hold(&mut self, byte: u8) {
        if self.held.len() <= FRAME_MAX {
            self.held.push(byte);
        }
    }

    fn finish(&mut self, last: u8, out: &mut Vec<Input>, meaning: fn(&[u8], u8) -> Option<Key>) {
        let known = self.held.len() <= FRAME_MAX;
        let key = known.then(|| meaning(&self.held, last)).flatten();
        self.key(key, out);
    }

    /// The sequence or character at hand is complete and is this key, or none.
    fn key(&mut self, key: Option<Key>, out: &mut Vec<Input>) {
        let alt = self.alt;
        let held = |key: Key| if alt { Key::new(key.code(), Mods { alt, ..key.mods() }) } else { Some(key) };
        out.extend(key.and_then(held).map(Input::Key));
        self.rest();
    }

    fn answer(&mut self, byte: u8, opener: u8, out: &mut Vec<Input>) {
        match byte {
            0x1b => self.state = State::AnswerEscape,
            0x07 => self.rest(),
            0x9c if self.charset == Charset::Latin5 => self.rest(),
            ..=0x1f => self.again(byte, out),
            _ => self.state = State::Answer { opener, empty: false },
        }
    }
}

fn emit(out: &mut Vec<Input>, code: Code) {
    out.extend(Key::new(code, Mods::NONE).map(Input::Key));
}

#[cfg(test)]
mod tests;
