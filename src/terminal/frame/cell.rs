//! A cell of the screen in eight bytes: what is shown, in which style.

use ratatui::{
    buffer::{Cell as Drawn, CellWidth},
    style::{Color, Modifier},
};

use crate::terminal::{
    charset::{Charset, UNKNOWN},
    profile::{Colours, Profile},
};

/// Bits of a character.
const CHAR_BITS: u32 = 21;
const CHAR_MASK: u64 = (1 << CHAR_BITS) - 1;
const STYLE_SHIFT: u32 = 2 * CHAR_BITS;
const COLOUR_MASK: u64 = 0x1FF;
const BG_SHIFT: u32 = 9;

/// From the lowest bit: the character, a combining mark on it, the style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cell(u64);

/// From the lowest bit: foreground and background (0 the terminal's own, else 1 + the number of the colour),
/// bold, underline, reverse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Style(u64);

impl Style {
    pub(super) const PLAIN: Self = Self(0);
    pub(super) const BOLD: Self = Self(1 << 18);
    pub(super) const UNDERLINE: Self = Self(1 << 19);
    pub(super) const REVERSE: Self = Self(1 << 20);
    /// What can be seen on a blank.
    const ON_BLANK: u64 = (COLOUR_MASK << BG_SHIFT) | Self::UNDERLINE.0 | Self::REVERSE.0;

    pub(super) const fn has(self, attribute: Self) -> bool {
        self.0 & attribute.0 != 0
    }

    /// A blank in this style looks like one in the plain style.
    pub(super) const fn plain_on_blank(self) -> bool {
        self.0 & Self::ON_BLANK == 0
    }

    /// The number of the foreground colour, or none for the terminal's own.
    pub(super) fn foreground(self) -> Option<u8> {
        u8::try_from((self.0 & COLOUR_MASK).checked_sub(1)?).ok()
    }

    /// The number of the background colour, or none for the terminal's own.
    pub(super) fn background(self) -> Option<u8> {
        u8::try_from(((self.0 >> BG_SHIFT) & COLOUR_MASK).checked_sub(1)?).ok()
    }

    fn of(drawn: &Drawn, colours: Colours) -> Self {
        let mut bits = 0;
        for (modifier, bit) in [
            (Modifier::BOLD, Self::BOLD),
            (Modifier::UNDERLINED, Self::UNDERLINE),
            (Modifier::REVERSED, Self::REVERSE),
        ] {
            if drawn.modifier.contains(modifier) {
                bits |= bit.0;
            }
        }
        if colours == Colours::None {
            let filled = drawn.bg != Color::Reset;
            return Self(bits ^ if filled { Self::REVERSE.0 } else { 0 });
        }
        let number = |colour| colour_number(colour, colours).map_or(0, |number| 1 + u64::from(number));
        Self(bits | number(drawn.fg) | (number(drawn.bg) << BG_SHIFT))
    }
}

impl Cell {
    pub(super) const BLANK: Self = Self(0x20);

    /// What the profile shows for a drawn cell.
    pub(super) fn of(drawn: &Drawn, profile: &Profile) -> Self {
        let symbol = drawn.symbol();
        let mut chars = symbol.chars();
        let first = chars.next().unwrap_or(' ');
        let (base, mark) = if symbol.len() <= 1 {
            (if first.is_ascii_control() { UNKNOWN } else { first }, None)
        } else {
            one_cell(symbol, first, chars.next(), profile)
        };
        let style = Style::of(drawn, profile.colours);
        if base == ' ' && mark.is_none() && style.plain_on_blank() {
            return Self::BLANK;
        }
        let mark = u64::from(mark.map_or(0, u32::from));
        Self(u64::from(u32::from(base)) | (mark << CHAR_BITS) | (style.0 << STYLE_SHIFT))
    }

    pub(super) const fn style(self) -> Style {
        Style(self.0 >> STYLE_SHIFT)
    }

    pub(super) fn base(self) -> char {
        part(self.0).unwrap_or(UNKNOWN)
    }

    pub(super) fn mark(self) -> Option<char> {
        part(self.0 >> CHAR_BITS).filter(|mark| *mark != '\0')
    }

    /// A blank, whatever its style.
    pub(super) const fn is_space(self) -> bool {
        self.0 & ((1 << STYLE_SHIFT) - 1) == 0x20
    }
}

fn part(bits: u64) -> Option<char> {
    u32::try_from(bits & CHAR_MASK).ok().and_then(char::from_u32)
}

/// What is wider or narrower than its cell would move the rest of the row, and a control character could be
/// a command: neither is ever sent.
fn one_cell(symbol: &str, first: char, second: Option<char>, profile: &Profile) -> (char, Option<char>) {
    let narrow = |c: char| matches!(c, '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{2500}'..='\u{25fc}');
    let known = symbol.len() == first.len_utf8() && narrow(first);
    let sound = || first != char::REPLACEMENT_CHARACTER && !symbol.chars().any(char::is_control);
    let fits = known || (sound() && symbol.cell_width() == 1);
    if !fits {
        return (UNKNOWN, None);
    }
    let shown = profile.shown(first);
    // a mark of its own is a second character to the terminal; one per cell is kept
    let mark = second.filter(|mark| profile.charset == Charset::Utf8 && combines(*mark));
    (shown, mark)
}

fn combines(mark: char) -> bool {
    mark.len_utf8() > 1 && mark.encode_utf8(&mut [0; 4]).cell_width() == 0
}

fn colour_number(colour: Color, colours: Colours) -> Option<u8> {
    let number = match colour {
        Color::Reset => return None,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
        Color::Indexed(number) => number,
        Color::Rgb(red, green, blue) => 16 + 36 * level(red) + 6 * level(green) + level(blue),
    };
    Some(if colours == Colours::Eight { of_eight(number) } else { number })
}

/// The step of the 6x6x6 cube nearest to a brightness; the steps are 0, 95, 135, 175, 215, 255.
fn level(brightness: u8) -> u8 {
    match brightness {
        ..48 => 0,
        48..115 => 1,
        _ => (brightness - 35) / 40,
    }
}

/// The colour of the first eight nearest to one of the 256. Greys are white, to be seen on black.
fn of_eight(number: u8) -> u8 {
    match number {
        ..8 => number,
        9..16 => number - 8,
        16..232 => {
            let (red, green, blue) = ((number - 16) / 36, (number - 16) / 6 % 6, (number - 16) % 6);
            u8::from(red > 2) | (u8::from(green > 2) << 1) | (u8::from(blue > 2) << 2)
        }
        8 | 232.. => 7,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(symbol: &str) -> Drawn {
        let mut drawn = Drawn::default();
        drawn.set_symbol(symbol);
        drawn
    }

    #[test]
    fn one_cell_stays_one_cell() {
        let table = [
            ("a", "xterm", 'a', None),
            ("ş", "xterm", 'ş', None),
            ("s\u{327}", "xterm", 's', Some('\u{327}')),
            ("s\u{327}\u{301}", "xterm", 's', Some('\u{327}')),
            ("s\u{327}", "vt220", 's', None),
            ("ş", "vt220", 's', None),
            ("▸", "xterm", '▸', None),
            ("▸", "linux", '>', None),
            ("漢", "xterm", '?', None),
            ("😀", "xterm", '?', None),
            ("\u{200b}", "xterm", '?', None),
            ("\u{1b}", "xterm", '?', None),
            ("\u{9b}", "xterm", '?', None),
            ("\u{ad}", "vt220", '?', None),
            ("", "xterm", ' ', None),
        ];
        for (symbol, term, base, mark) in table {
            let cell = Cell::of(&drawn(symbol), &Profile::from_term(term, false));
            assert_eq!((cell.base(), cell.mark()), (base, mark), "{symbol:?} {term}");
        }
        assert_eq!(size_of::<Cell>(), 8);
    }

    #[test]
    fn colours_by_table() {
        let table = [
            (Color::Reset, None, None),
            (Color::Red, Some(1), Some(1)),
            (Color::White, Some(15), Some(7)),
            (Color::DarkGray, Some(8), Some(7)),
            (Color::LightBlue, Some(12), Some(4)),
            (Color::Indexed(200), Some(200), Some(5)),
            (Color::Indexed(240), Some(240), Some(7)),
            (Color::Rgb(255, 255, 255), Some(231), Some(7)),
            (Color::Rgb(0, 0, 0), Some(16), Some(0)),
            (Color::Rgb(255, 0, 100), Some(197), Some(1)),
        ];
        for (colour, many, eight) in table {
            assert_eq!(colour_number(colour, Colours::Many), many, "{colour:?}");
            assert_eq!(colour_number(colour, Colours::Eight), eight, "{colour:?}");
        }
    }

    #[test]
    fn a_background_is_reverse_video_where_there_are_no_colours() {
        let mono = Profile::from_term("xterm", true);
        let reversed = |bg, modifier| {
            let mut drawn = drawn("a");
            drawn.set_bg(bg).set_fg(Color::Red);
            drawn.modifier = modifier;
            let style = Cell::of(&drawn, &mono).style();
            assert_eq!((style.foreground(), style.background()), (None, None));
            style.has(Style::REVERSE)
        };
        assert!(reversed(Color::Blue, Modifier::empty()));
        assert!(reversed(Color::Reset, Modifier::REVERSED));
        assert!(!reversed(Color::Blue, Modifier::REVERSED));
        assert!(!reversed(Color::Reset, Modifier::empty()));
    }
}
