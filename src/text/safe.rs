//! Text of customers and files made safe for one line of a terminal.
//!
//! What is kept takes exactly one cell on every terminal, so an amount to the right of a name stays where it is.
//! Letters of alphabets that terminals draw in two cells, from right to left or joined are shown as U+FFFD.

use unicode_normalization::{UnicodeNormalization, char::is_public_assigned};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

/// Stands for what cannot be shown.
const REPLACEMENT: char = '\u{fffd}';

/// The most combining marks that stay on a letter after composition; two suffice for every Latin orthography.
pub const MARKS_MAX: usize = 2;

/// The first and last character of the blocks that terminals draw one cell a character, left to right.
const SHOWN: [(char, char); 10] = [
    // Latin, Greek, Cyrillic, Armenian
    ('\u{20}', '\u{58f}'),
    // Georgian
    ('\u{10a0}', '\u{10ff}'),
    ('\u{1c90}', '\u{1cbf}'),
    // phonetic letters, more Latin and Greek
    ('\u{1d00}', '\u{1dbf}'),
    ('\u{1e00}', '\u{1fff}'),
    // punctuation, currency signs, arrows, lines, blocks, check marks
    ('\u{2010}', '\u{27bf}'),
    ('\u{2c60}', '\u{2c7f}'),
    // more Cyrillic and Latin
    ('\u{a640}', '\u{a69f}'),
    ('\u{a720}', '\u{a7ff}'),
    ('\u{fb00}', '\u{fb06}'),
];

/// Characters without a shape of their own: soft hyphen, joiners, bidi controls, fillers, variation selectors,
/// tags. Source: Unicode property `Default_Ignorable_Code_Point`, with the interlinear annotation marks.
const INVISIBLE: [(char, char); 17] = [
    ('\u{ad}', '\u{ad}'),
    ('\u{34f}', '\u{34f}'),
    ('\u{61c}', '\u{61c}'),
    ('\u{115f}', '\u{1160}'),
    ('\u{17b4}', '\u{17b5}'),
    ('\u{180b}', '\u{180f}'),
    ('\u{200b}', '\u{200f}'),
    ('\u{202a}', '\u{202e}'),
    ('\u{2060}', '\u{206f}'),
    ('\u{3164}', '\u{3164}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{feff}', '\u{feff}'),
    ('\u{ffa0}', '\u{ffa0}'),
    ('\u{fff0}', '\u{fffb}'),
    ('\u{1bca0}', '\u{1bca3}'),
    ('\u{1d173}', '\u{1d17a}'),
    ('\u{e0000}', '\u{e0fff}'),
];

/// One line. Control characters (C0, DEL, C1, a lone ESC) become U+FFFD, line breaks and other spaces a space;
/// invisible characters and bidi controls go; at most [`MARKS_MAX`] marks stay on a letter and none elsewhere;
/// wide characters, emoji and alphabets that terminals reorder or join become U+FFFD, one cell each.
#[must_use]
pub fn line(text: &str) -> String {
    // most names are plain: ASCII and the composed letters of Latin-1 and Latin Extended-A
    if text.chars().all(|c| matches!(c, ' '..='~' | '\u{c0}'..='\u{17f}')) {
        return text.to_owned();
    }
    // marks of unshown alphabets go first, or composition would run into them
    let visible = text.replace("\r\n", "\n");
    let visible = visible.chars().filter(|c| !is_invisible(*c) && !is_stray(*c));
    let mut base = ' ';
    let mut marks = 0;
    undot(visible.nfd())
        .nfc()
        .filter_map(|c| {
            if is_mark(c) {
                marks += 1;
                return (base.is_alphabetic() && marks <= MARKS_MAX).then_some(c);
            }
            base = shown(c);
            marks = 0;
            Some(base)
        })
        .collect()
}

/// As [`line()`], but characters that it drops or replaces unseen (controls, line breaks, bidi controls,
/// characters without a shape) are named: `19<U+202E>80`. For telling people what stands in a file.
#[must_use]
pub fn named(text: &str) -> String {
    use std::fmt::Write as _;
    let mut named = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_control() || is_invisible(c) || is_stray(c) || (c.is_whitespace() && c != ' ') {
            // writing to a string cannot fail
            let _ = write!(named, "<U+{:04X}>", u32::from(c));
        } else {
            named.push(c);
        }
    }
    line(&named)
}

/// The text cut to `cells` terminal cells, `…` at the end where something was cut.
#[must_use]
pub fn clip(text: &str, cells: usize) -> String {
    if self::cells(text) <= cells {
        return text.to_owned();
    }
    let Some(room) = cells.checked_sub(1) else {
        return String::new();
    };
    let mut used = 0;
    let mut clipped: String = letters(text)
        .take_while(|letter| {
            used += self::cells(letter);
            used <= room
        })
        .collect();
    clipped.push('…');
    clipped
}

/// How many cells a safe line takes.
#[must_use]
pub fn cells(text: &str) -> usize {
    text.chars().filter_map(UnicodeWidthChar::width).sum()
}

/// The letters as people count them: each with its marks.
#[must_use]
pub fn letters(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.graphemes(true)
}

/// Whether a character has no shape of its own, bidi controls among them.
pub(super) fn is_invisible(c: char) -> bool {
    within(&INVISIBLE, c)
}

fn within(ranges: &[(char, char)], c: char) -> bool {
    ranges.iter().any(|(first, last)| (*first..=*last).contains(&c))
}

/// Combining marks of the Latin, Greek and Cyrillic alphabets.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}')
}

/// Takes no cell and is no mark of a shown alphabet.
fn is_stray(c: char) -> bool {
    c.width() == Some(0) && !is_mark(c)
}

/// Takes the second dot off `i̇`, which lower-casing `İ` without Turkish rules leaves.
fn undot(decomposed: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    let mut last = ' ';
    decomposed.filter(move |c| {
        if *c == '\u{307}' && last == 'i' {
            return false;
        }
        last = *c;
        true
    })
}

fn shown(c: char) -> char {
    if c.is_whitespace() && c != '\u{85}' && c != '\u{b}' && c != '\u{c}' {
        return ' ';
    }
    let one_cell = c.width() == Some(1) && within(&SHOWN, c) && is_public_assigned(c);
    if one_cell { c } else { REPLACEMENT }
}

#[cfg(test)]
mod tests;
