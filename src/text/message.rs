//! A sentence that has not been worded yet.

use serde::{Deserialize, Serialize};

use super::{Lang, MessageId, casing};
use crate::{
    money::Money,
    time::{Day, Moment},
};

/// The value of a placeholder; it is formatted by the language's rules when the message is said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Arg {
    /// Shown as it is, made safe for a terminal.
    Text(String),
    /// Grouped by the language: `1.000` or `1,000`.
    Number(i64),
    /// With currency: `1.234,56 TL` or `1,234.56 TRY`.
    Money(Money),
    /// `24.11.2026`.
    Day(Day),
    /// `24.11.2026 10:42`.
    Moment(Moment),
    /// Text that exists in both languages already (from the pack).
    Said(Said),
}

/// A message id with its arguments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Which sentence.
    pub id: MessageId,
    /// Its placeholders by name.
    pub args: Vec<(String, Arg)>,
}

/// One text in both languages, worded.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Said {
    /// Turkish.
    pub tr: String,
    /// English.
    pub en: String,
}

impl Said {
    /// The text of a language.
    #[must_use]
    pub fn of(&self, lang: Lang) -> &str {
        match lang {
            Lang::Tr => &self.tr,
            Lang::En => &self.en,
        }
    }

    /// The same inside another sentence: `Günlük limit` is `günlük limit`.
    #[must_use]
    pub fn within(&self) -> Said {
        Said { tr: casing::within(&self.tr, Lang::Tr), en: casing::within(&self.en, Lang::En) }
    }
}

impl Message {
    /// A message without placeholders, or the start of one with them.
    #[must_use]
    pub fn new(id: MessageId) -> Message {
        Message { id, args: Vec::new() }
    }

    /// The same with one more placeholder filled.
    #[must_use]
    pub fn with(mut self, name: &str, arg: impl Into<Arg>) -> Message {
        self.args.push((name.to_owned(), arg.into()));
        self
    }

    /// The sentence in one language.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        super::ids::word(self, lang)
    }

    /// The sentence in both.
    #[must_use]
    pub fn said(&self) -> Said {
        Said { tr: self.say(Lang::Tr), en: self.say(Lang::En) }
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Arg {
        Arg::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Arg {
        Arg::Text(text)
    }
}

impl From<Money> for Arg {
    fn from(money: Money) -> Arg {
        Arg::Money(money)
    }
}

impl From<Day> for Arg {
    fn from(day: Day) -> Arg {
        Arg::Day(day)
    }
}

impl From<Moment> for Arg {
    fn from(moment: Moment) -> Arg {
        Arg::Moment(moment)
    }
}

impl From<Said> for Arg {
    fn from(said: Said) -> Arg {
        Arg::Said(said)
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Arg {
        Arg::Number(number)
    }
}

impl From<u64> for Arg {
    fn from(number: u64) -> Arg {
        i64::try_from(number).map_or_else(|_| Arg::Text(number.to_string()), Arg::Number)
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Arg {
        i64::try_from(number).map_or_else(|_| Arg::Text(number.to_string()), Arg::Number)
    }
}
