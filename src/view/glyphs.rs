//! Glyph sets: what stands for lines and marks where a terminal has fewer characters.

use ratatui::buffer::Buffer;

/// Which characters the terminal can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Glyphs {
    /// As drawn.
    #[default]
    Unicode,
    /// Only characters of ISO-8859-9, one byte each: Turkish letters stay, everything else gives way.
    Latin5,
    /// Lines and marks in ASCII; letters stay, a 7-bit character set folds them at the terminal.
    Ascii,
}

/// What the drawings' glyphs become. Source: rule 14 of the screens' rules.
const REPLACED: [(&str, &str); 30] = [
    ("─", "-"),
    ("│", "|"),
    ("┬", "+"),
    ("┴", "+"),
    ("┌", "+"),
    ("┐", "+"),
    ("└", "+"),
    ("┘", "+"),
    ("▸", ">"),
    ("✓", "+"),
    ("✗", "x"),
    ("▲", "^"),
    ("·", "."),
    ("→", ">"),
    ("↑", "^"),
    ("↓", "v"),
    ("–", "-"),
    ("—", "-"),
    ("…", "~"),
    ("▁", "_"),
    ("▂", "."),
    ("▃", "."),
    ("▄", "."),
    ("▅", "-"),
    ("▆", "-"),
    ("▇", "="),
    ("█", "="),
    ("“", "\""),
    ("”", "\""),
    ("’", "'"),
];

/// What stands for a character that the set does not have.
const SUBSTITUTE: &str = "?";
/// Letters of ISO-8859-9 that ISO-8859-1 has not; six places were given to them.
const TURKISH: [char; 6] = ['Ğ', 'ğ', 'İ', 'ı', 'Ş', 'ş'];
/// Letters of ISO-8859-1 that lost those places.
const LOST: [char; 6] = ['Ð', 'ð', 'Ý', 'ý', 'Þ', 'þ'];

impl Glyphs {
    /// Replaces what the set does not have, cell by cell, so nothing moves.
    pub(super) fn apply(self, buffer: &mut Buffer) {
        if self == Glyphs::Unicode {
            return;
        }
        for cell in &mut buffer.content {
            if let Some(symbol) = self.replacement(cell.symbol()) {
                cell.set_symbol(symbol);
            }
        }
    }

    fn replacement(self, symbol: &str) -> Option<&'static str> {
        let replaced = REPLACED.iter().find(|(from, _)| *from == symbol);
        if let Some((_, to)) = replaced {
            return Some(to);
        }
        let missing = self == Glyphs::Latin5 && !symbol.chars().all(is_latin5);
        missing.then_some(SUBSTITUTE)
    }
}

fn is_latin5(c: char) -> bool {
    TURKISH.contains(&c) || (u32::from(c) <= 0xFF && !c.is_control() && !LOST.contains(&c))
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;

    use super::*;

    #[test]
    fn each_set_keeps_what_it_has() {
        let cases = [
            // drawn, unicode, latin5, ascii
            ("─", "─", "-", "-"),
            ("·", "·", ".", "."),
            ("…", "…", "~", "~"),
            ("✗", "✗", "x", "x"),
            ("Ş", "Ş", "Ş", "Ş"),
            ("ı", "ı", "ı", "ı"),
            ("Â", "Â", "Â", "Â"),
            ("Þ", "Þ", "?", "Þ"),
            ("Ж", "Ж", "?", "Ж"),
            ("a", "a", "a", "a"),
        ];
        for (drawn, unicode, latin5, ascii) in cases {
            for (set, wanted) in
                [(Glyphs::Unicode, unicode), (Glyphs::Latin5, latin5), (Glyphs::Ascii, ascii)]
            {
                let mut buffer = Buffer::empty(Rect::new(0, 0, 1, 1));
                buffer[(0, 0)].set_symbol(drawn);
                set.apply(&mut buffer);
                assert_eq!(buffer[(0, 0)].symbol(), wanted, "{set:?} {drawn}");
            }
        }
    }
}
