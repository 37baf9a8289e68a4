//! An entry field: text by letters as people count them, a cursor, a limit.

use serde::{Deserialize, Serialize};

use crate::{
    key::{Code, Key, Mods},
    text::safe,
};

/// The most letters that any field takes.
pub const FIELD_MAX: usize = 100;

/// How many characters of a paste are read, before marks and controls are taken out of it.
const PASTE_READ_MAX: usize = 16 * FIELD_MAX;

/// A field that is being filled.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Field {
    text: String,
    /// Letters before the cursor.
    at: usize,
}

/// What became of an insertion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Typed {
    /// All of it stands in the field.
    Whole,
    /// The field is full; what did not fit is lost.
    Full,
}

impl Field {
    /// What it holds.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether it holds nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The text before the cursor.
    #[must_use]
    pub fn before(&self) -> String {
        safe::letters(&self.text).take(self.at).collect()
    }

    fn after(&self) -> String {
        safe::letters(&self.text).skip(self.at).collect()
    }

    /// Inserts text at the cursor, made safe for one line.
    pub(super) fn insert(&mut self, text: &str) -> Typed {
        if safe::letters(&self.text).nth(FIELD_MAX - 1).is_some() {
            return Typed::Full;
        }
        let (before, after) = (self.before(), self.after());
        let read: String = text.chars().take(PASTE_READ_MAX).collect();
        // a mark that comes alone belongs to the letter before it
        let head = safe::line(&(before + &read));
        let room = FIELD_MAX.saturating_sub(safe::letters(&after).count());
        let kept: String = safe::letters(&head).take(room).collect();
        let whole = kept.len() == head.len() && read.len() == text.len();
        self.at = safe::letters(&kept).count();
        self.text = kept + &after;
        if whole { Typed::Whole } else { Typed::Full }
    }

    /// Empties it.
    pub(super) fn clear(&mut self) {
        *self = Field::default();
    }

    /// Fills it, the cursor at the end.
    pub(super) fn set(&mut self, text: &str) {
        self.clear();
        self.insert(text);
    }

    /// Erases from the cursor to the end.
    pub(super) fn erase_to_end(&mut self) {
        self.text = self.before();
    }

    /// To the first letter; `false` where the cursor stands there already.
    pub(super) fn begin(&mut self) -> bool {
        std::mem::take(&mut self.at) > 0
    }

    /// A key that edits and is bound to nothing else; `false` where it changes nothing.
    pub(super) fn edit(&mut self, key: Key) -> bool {
        if key.mods() != Mods::NONE {
            return false;
        }
        let count = safe::letters(&self.text).count();
        let code = key.code();
        let moved = if code == Code::Left {
            self.at.checked_sub(1)
        } else if code == Code::Right {
            Some(self.at + 1).filter(|at| *at <= count)
        } else if code == Code::Home {
            Some(0)
        } else if code == Code::End {
            Some(count)
        } else {
            return self.erase(code);
        };
        let changed = moved.is_some_and(|at| at != self.at);
        self.at = moved.unwrap_or(self.at);
        changed
    }

    fn erase(&mut self, code: Code) -> bool {
        let (before, after) = (self.before(), self.after());
        let shorter = if code == Code::Backspace && !before.is_empty() {
            self.at -= 1;
            safe::letters(&before).take(self.at).collect::<String>() + &after
        } else if code == Code::Delete && !after.is_empty() {
            before + &safe::letters(&after).skip(1).collect::<String>()
        } else {
            return false;
        };
        self.text = shorter;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::parse_keys;

    /// What is typed, then keys, then the field with `|` at the cursor.
    const TABLE: &[(&str, &str, &str)] = &[
        ("ışıl", "", "ışıl|"),
        ("ışıl", "<Backspace>", "ışı|"),
        ("ışıl", "<Left> <Left> <Backspace>", "ı|ıl"),
        ("ışıl", "<Home> <Delete>", "|şıl"),
        ("ışıl", "<Home> <Backspace>", "|ışıl"),
        ("ışıl", "<Delete>", "ışıl|"),
        ("ışıl", "<Home> <Right> <Right>", "ış|ıl"),
        ("ışıl", "<Right>", "ışıl|"),
        ("ışıl", "<Home> <End>", "ışıl|"),
        ("ışıl", "<C-Left> <M-Backspace> <F5> <Enter>", "ışıl|"),
        // a letter in two characters is one letter
        ("s\u{327}g\u{306}", "<Backspace>", "ş|"),
        ("x\u{301}y", "<Backspace> <Backspace>", "|"),
        ("a\nb\tc\u{1b}[31m", "", "a b c\u{fffd}[31m|"),
        ("", "<Backspace> <Delete> <Left>", "|"),
    ];

    #[test]
    fn letters_are_edited_as_people_count_them() {
        for (typed, keys, wanted) in TABLE {
            let mut field = Field::default();
            field.insert(typed);
            for key in parse_keys(keys).unwrap() {
                let before = field.clone();
                assert_eq!(field.edit(key), field != before, "{typed:?} {key}");
            }
            let shown = format!("{}|{}", field.before(), field.after());
            assert_eq!(shown, *wanted, "{typed:?} {keys:?}");
        }
    }

    #[test]
    fn a_full_field_says_so_and_keeps_what_it_had() {
        let mut field = Field::default();
        assert_eq!(field.insert(&"ş".repeat(FIELD_MAX)), Typed::Whole);
        assert_eq!(field.insert("a"), Typed::Full);
        assert_eq!(field.text().chars().count(), FIELD_MAX);
        field.clear();
        assert_eq!(field.insert(&"x".repeat(1 << 20)), Typed::Full);
        assert_eq!(field.text().len(), FIELD_MAX);
        field.erase_to_end();
        assert_eq!(field.text().len(), FIELD_MAX);
    }
}
