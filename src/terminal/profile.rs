//! What a terminal understands, by the name that its client gave for it.

use super::charset::{self, Charset};

/// How long a lone Esc waits for its digit where `Esc 1` means F1, milliseconds: two keys pressed by hand.
pub const ESCAPE_DIGIT_WAIT_MS: u64 = 700;

/// How many colours may be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Colours {
    /// None: a background shows as reverse video.
    None,
    /// The eight of ISO 6429.
    Eight,
    /// The 256 of xterm.
    Many,
}

/// What marks and lines are drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Glyphs {
    /// As the screens are drawn.
    Unicode,
    /// `>`, `+`, `-`, `|` and their like.
    Ascii,
}

/// What lines are drawn with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lines {
    /// Box drawing characters.
    Unicode,
    /// The DEC special graphics set, by shift-out and shift-in.
    Dec,
    /// `-`, `|` and `+`.
    Ascii,
}

/// One kind of terminal.
///
/// A field that is off is never sent.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "a table of independent abilities, one a column")]
pub struct Profile {
    /// The kind's name, as the documentation lists it.
    pub name: &'static str,
    /// Colours.
    pub colours: Colours,
    /// Addressing, erasing and attributes; without it only plain lines are written.
    pub addressing: bool,
    /// Attributes are taken back one by one (SGR 22, 24, 27), not only all at once.
    pub attributes_off: bool,
    /// The cursor can be hidden.
    pub hides_cursor: bool,
    /// There is an alternate screen, so that the shell's text comes back on leaving.
    pub alternate_screen: bool,
    /// Pasted text is marked as such.
    pub bracketed_paste: bool,
    /// `Esc 1`..`Esc 0` stand for F1..F10: the keyboard has no function keys.
    pub escape_digits: bool,
    /// Characters in and out.
    pub charset: Charset,
    /// Marks.
    pub glyphs: Glyphs,
    /// Lines.
    pub lines: Lines,
    /// The DEC special graphics set can be reached by SO and SI.
    pub line_drawing: bool,
}

const XTERM_256: Profile = Profile {
    name: "xterm-256color",
    colours: Colours::Many,
    addressing: true,
    attributes_off: true,
    hides_cursor: true,
    alternate_screen: true,
    bracketed_paste: true,
    escape_digits: false,
    charset: Charset::Utf8,
    glyphs: Glyphs::Unicode,
    lines: Lines::Unicode,
    line_drawing: true,
};

const XTERM: Profile = Profile { name: "xterm", colours: Colours::Eight, ..XTERM_256 };

const PUTTY: Profile = Profile { name: "putty", ..XTERM };

/// The Linux console: its font has lines and Turkish letters, but not our marks.
const LINUX: Profile = Profile {
    name: "linux",
    alternate_screen: false,
    bracketed_paste: false,
    glyphs: Glyphs::Ascii,
    line_drawing: false,
    ..XTERM
};

const VT220: Profile = Profile {
    name: "vt220",
    colours: Colours::None,
    alternate_screen: false,
    bracketed_paste: false,
    charset: Charset::Ascii,
    glyphs: Glyphs::Ascii,
    lines: Lines::Dec,
    ..XTERM
};

const VT100: Profile =
    Profile { name: "vt100", attributes_off: false, hides_cursor: false, escape_digits: true, ..VT220 };

const DUMB: Profile =
    Profile { name: "dumb", addressing: false, lines: Lines::Ascii, line_drawing: false, ..VT100 };

/// Every kind there is.
#[cfg(test)]
pub(super) const ALL: [Profile; 7] = [XTERM_256, XTERM, PUTTY, LINUX, VT220, VT100, DUMB];

/// Beginnings of TERM and the kind each names; the first that fits holds.
const BY_BEGINNING: &[(&str, &Profile)] = &[
    ("alacritty", &XTERM_256),
    ("foot", &XTERM_256),
    ("wezterm", &XTERM_256),
    ("xterm-direct", &XTERM_256),
    ("xterm-ghostty", &XTERM_256),
    ("xterm-kitty", &XTERM_256),
    ("xterm", &XTERM),
    ("cygwin", &XTERM),
    ("gnome", &XTERM),
    ("konsole", &XTERM),
    ("mintty", &XTERM),
    ("rxvt", &XTERM),
    ("screen", &XTERM),
    ("tmux", &XTERM),
    ("vte", &XTERM),
    ("putty", &PUTTY),
    ("linux", &LINUX),
    ("vt1", &VT100),
    ("vt2", &VT220),
    ("vt3", &VT220),
    ("vt4", &VT220),
    ("vt5", &VT220),
    ("dumb", &DUMB),
    ("emacs", &DUMB),
    ("unknown", &DUMB),
];

impl Profile {
    /// The kind that the client's TERM names. A name that says 256 colours gets them; an unknown name is a
    /// VT100, an empty one writes plain lines. `no_color` is the client's wish not to see any (`NO_COLOR`).
    #[must_use]
    pub fn from_term(term: &str, no_color: bool) -> Self {
        let named = BY_BEGINNING.iter().find(|(beginning, _)| term.starts_with(beginning));
        let mut profile = match named {
            Some((_, profile)) => (*profile).clone(),
            None if term.is_empty() => DUMB,
            None => VT100,
        };
        if profile.colours == Colours::Eight && term.ends_with("-256color") {
            profile.colours = Colours::Many;
            profile.name = if profile.name == XTERM.name { XTERM_256.name } else { profile.name };
        }
        if no_color {
            profile.colours = Colours::None;
        }
        profile
    }

    /// The same terminal with another character set, and lines and marks that the set can carry.
    #[must_use]
    pub fn with_charset(self, charset: Charset) -> Self {
        let glyphs = if charset == Charset::Utf8 { self.glyphs } else { Glyphs::Ascii };
        Self { charset, ..self }.with_glyphs(glyphs)
    }

    /// The same terminal with other marks and lines; what its character set cannot carry stays plain.
    #[must_use]
    pub fn with_glyphs(self, glyphs: Glyphs) -> Self {
        let utf8 = self.charset == Charset::Utf8;
        let glyphs = if utf8 { glyphs } else { Glyphs::Ascii };
        let lines = match glyphs {
            Glyphs::Unicode => Lines::Unicode,
            Glyphs::Ascii if self.line_drawing && !utf8 => Lines::Dec,
            Glyphs::Ascii => Lines::Ascii,
        };
        Self { glyphs, lines, ..self }
    }

    /// How long a lone Esc waits, milliseconds, where `wanted` is what the keymap says.
    #[must_use]
    pub fn escape_wait_ms(&self, wanted: u64) -> u64 {
        if self.escape_digits { wanted.max(ESCAPE_DIGIT_WAIT_MS) } else { wanted }
    }

    /// The character that stands in a cell where the screen draws `c`.
    #[must_use]
    pub fn shown(&self, c: char) -> char {
        if c.is_ascii() {
            return c;
        }
        if let Some(plain) = charset::plain_line(c) {
            return if self.lines == Lines::Ascii { plain } else { c };
        }
        let marked = match self.glyphs {
            Glyphs::Unicode => c,
            Glyphs::Ascii => charset::plain_mark(c).unwrap_or(c),
        };
        self.charset.nearest(marked)
    }

    /// What is sent once when the workstation takes the terminal over; the first frame follows.
    #[must_use]
    pub fn enter(&self) -> Vec<u8> {
        let mut out = Vec::new();
        if self.alternate_screen {
            out.extend_from_slice(b"\x1b[?1049h");
        }
        if self.bracketed_paste {
            out.extend_from_slice(b"\x1b[?2004h");
        }
        out
    }

    /// What puts the terminal back as it was, whatever was on the screen: also after a crash and before the
    /// program is suspended.
    #[must_use]
    pub fn leave(&self) -> Vec<u8> {
        let mut out = Vec::new();
        if !self.addressing {
            return b"\r\n".to_vec();
        }
        if self.line_drawing && self.lines == Lines::Dec {
            out.extend_from_slice(b"\x0f\x1b)B");
        }
        out.extend_from_slice(b"\x1b[m");
        if self.bracketed_paste {
            out.extend_from_slice(b"\x1b[?2004l");
        }
        if self.hides_cursor {
            out.extend_from_slice(b"\x1b[?25h");
        }
        if self.alternate_screen {
            out.extend_from_slice(b"\x1b[?1049l");
        } else {
            // no row is that far down: the cursor stops on the last one, and the shell's prompt is below
            out.extend_from_slice(b"\x1b[999;1H\r\n");
        }
        out
    }
}

#[cfg(test)]
mod tests;
