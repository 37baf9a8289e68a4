//! Keys and chords, as keymaps, macros and tests write them: `Enter`, `C-l`, `S-Tab`, `?`, `M-b`.
//!
//! A [`Key`] is what a terminal can tell apart, in one canonical form, so two spellings of one key are equal:
//! `C-i` is `Tab`, `C-m` and `C-j` are `Enter`, `C-[` is `Esc`, `C-h` is `Backspace` (the byte is the same),
//! shift is dropped from printable characters (`S-a` arrives as `A`), and shift with `F1`..`F12` is
//! `F13`..`F24`, as 3270 keyboards count.

use serde::{Deserialize, Serialize};
use thiserror::Error;

mod written;

pub use written::{parse_keys, print_keys};

/// The highest function key.
pub const F_MAX: u8 = 24;

/// The highest program attention key of a 3270 (PA1 to PA3).
pub const PA_MAX: u8 = 3;

/// Keys in one written sequence.
pub const KEYS_MAX: usize = 4096;

/// Which key, without its modifiers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A printable character, space and Turkish letters included.
    Char(char),
    /// Enter, the keypad's too.
    Enter,
    /// Tab; with shift it is back-tab.
    Tab,
    /// Escape.
    Esc,
    /// Backspace, whichever byte the terminal sends for it.
    Backspace,
    /// Delete forward.
    Delete,
    /// Insert.
    Insert,
    /// Cursor up.
    Up,
    /// Cursor down.
    Down,
    /// Cursor left.
    Left,
    /// Cursor right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// A function key, 1 to [`F_MAX`].
    F(u8),
    /// Clear, or the middle key of the keypad.
    Clear,
    /// Pause.
    Pause,
    /// A program attention key, 1 to [`PA_MAX`].
    Pa(u8),
}

const NAMES: &[(&str, Code)] = &[
    ("Enter", Code::Enter),
    ("Tab", Code::Tab),
    ("Esc", Code::Esc),
    ("Backspace", Code::Backspace),
    ("Delete", Code::Delete),
    ("Insert", Code::Insert),
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("Left", Code::Left),
    ("Right", Code::Right),
    ("Home", Code::Home),
    ("End", Code::End),
    ("PageUp", Code::PageUp),
    ("PageDown", Code::PageDown),
    ("Clear", Code::Clear),
    ("Pause", Code::Pause),
    ("Space", Code::Char(' ')),
    ("lt", Code::Char('<')),
];

/// The modifiers held with a key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Mods {
    /// Control, written `C-`.
    pub ctrl: bool,
    /// Alt (Meta), written `M-`.
    pub alt: bool,
    /// Shift, written `S-`; never kept on a printable character.
    pub shift: bool,
}

impl Mods {
    /// No modifier.
    pub const NONE: Self = Self { ctrl: false, alt: false, shift: false };
    /// Control alone.
    pub const CTRL: Self = Self { ctrl: true, ..Self::NONE };
    /// Alt alone.
    pub const ALT: Self = Self { alt: true, ..Self::NONE };
    /// Shift alone.
    pub const SHIFT: Self = Self { shift: true, ..Self::NONE };
}

/// One key with its modifiers, in canonical form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Key {
    code: Code,
    mods: Mods,
}

/// Why a written key is none.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum KeyError {
    /// Nothing is written.
    #[error("a key is missing")]
    Empty,
    /// The name is not known.
    #[error("unknown key {name:?}{}", nearest.as_ref().map(|near| format!(", nearest is {near:?}")).unwrap_or_default())]
    Unknown {
        /// As written.
        name: String,
        /// A key that is written much the same, or the right spelling of its modifiers.
        nearest: Option<String>,
    },
    /// More than [`KEYS_MAX`] keys in one sequence.
    #[error("more than {KEYS_MAX} keys in one sequence")]
    TooMany,
}

impl Key {
    /// The key in canonical form. `None` for what no keyboard sends: a control character that is no key,
    /// `F0`, `F25`, `PA0`.
    #[must_use]
    pub fn new(code: Code, mods: Mods) -> Option<Self> {
        if let Code::Char(c) = code {
            return Self::of_char(c, mods);
        }
        if let Code::Pa(n) = code {
            return (1..=PA_MAX).contains(&n).then_some(Self { code, mods });
        }
        if let Code::F(n) = code {
            let row = F_MAX / 2;
            return match n {
                1.. if mods.shift && n <= row => {
                    Some(Self { code: Code::F(n + row), mods: Mods { shift: false, ..mods } })
                }
                1..=F_MAX => Some(Self { code, mods }),
                _ => None,
            };
        }
        Some(Self { code, mods })
    }

    fn of_char(c: char, mods: Mods) -> Option<Self> {
        let c = if mods.ctrl { c.to_ascii_lowercase() } else { c };
        let held = Mods { ctrl: false, ..mods };
        match (mods.ctrl, c) {
            (true, 'i') | (_, '\t') => Some(Self { code: Code::Tab, mods: held }),
            (true, 'm' | 'j') | (_, '\r' | '\n') => Some(Self { code: Code::Enter, mods: held }),
            (true, '[') | (_, '\u{1b}') => Some(Self { code: Code::Esc, mods: held }),
            (true, 'h') | (_, '\u{8}' | '\u{7f}') => Some(Self { code: Code::Backspace, mods: held }),
            (_, c) if c.is_control() => None,
            (_, c) => Some(Self { code: Code::Char(c), mods: Mods { shift: false, ..mods } }),
        }
    }

    /// Which key.
    #[must_use]
    pub const fn code(self) -> Code {
        self.code
    }

    /// What is held with it.
    #[must_use]
    pub const fn mods(self) -> Mods {
        self.mods
    }

    /// The character that the key types into a field: none for chords and for keys that are no character.
    #[must_use]
    pub fn text(self) -> Option<char> {
        if let Code::Char(c) = self.code
            && self.mods == Mods::NONE
        {
            return Some(c);
        }
        None
    }
}

#[cfg(test)]
mod tests;
