//! What was typed, as the index reads it.

use crate::text::{Lang, casing, fold::fold};

/// The longest text that is looked for, in characters: no name is longer.
pub const TYPED_CHARS_MAX: usize = 200;
/// The most words that are looked for.
pub const WORDS_MAX: usize = 8;

/// A name or a part of one, folded into words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    words: Vec<Word>,
}

/// One typed word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// Folded, letters and digits only.
    pub(super) folded: String,
    /// In lower case by Turkish rules with its marks, for who types them.
    pub(super) spelled: String,
}

impl Query {
    /// Reads what was typed. A text that is longer than any name, or of more words, has no words: it fits
    /// nobody.
    #[must_use]
    pub fn new(text: &str) -> Query {
        if text.chars().nth(TYPED_CHARS_MAX).is_some() {
            return Query { words: Vec::new() };
        }
        let words = text
            .split_whitespace()
            .map(|word| Word { folded: bare(&fold(word)), spelled: bare(&casing::lower(word, Lang::Tr)) });
        let mut words: Vec<Word> = words.filter(|word| !word.folded.is_empty()).collect();
        if words.len() > WORDS_MAX {
            words.clear();
        }
        Query { words }
    }

    /// The same with other words.
    pub(super) fn of(words: Vec<Word>) -> Query {
        Query { words }
    }

    pub(super) fn words(&self) -> &[Word] {
        &self.words
    }

    /// Nothing is looked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The folded words with a space between two.
    #[must_use]
    pub fn folded(&self) -> String {
        let words: Vec<&str> = self.words.iter().map(|word| word.folded.as_str()).collect();
        words.join(" ")
    }
}

/// Letters and digits only: `A.Ş.` and `AŞ`, `O'Neil` and `ONeil` are equal.
pub(super) fn bare(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_by_table() {
        let table = [
            ("  IŞIL   yılmaz ", "isil yilmaz"),
            ("Isıl", "isil"),
            ("A.Ş. (Gıda)", "as gida"),
            ("- . '", ""),
            ("", ""),
            ("\u{202e}ali\u{1b}[2J", "ali2j"),
            ("a b c d e f g h", "a b c d e f g h"),
            ("a b c d e f g h i", ""),
        ];
        for (typed, folded) in table {
            assert_eq!(Query::new(typed).folded(), folded, "{typed:?}");
        }
        assert!(Query::new(&"a".repeat(10_000)).is_empty());
    }
}
