//! What a screen is made from: facts read at one version, the moment, and who asks.

use super::standing::Rates;
use crate::{
    domain::{CustomerFacts, published::Published},
    pack::{WordKind, Words},
    request::{
        Caller,
        permission::{self, Part},
        screen::Shown,
    },
    text::Said,
    time::{Day, Moment},
};

/// The inputs of one screen. Equal inputs give equal bytes.
pub(super) struct Basis<'a> {
    /// All facts of the customer.
    pub facts: &'a CustomerFacts,
    /// Their version.
    pub version: u64,
    /// The business moment.
    pub at: Moment,
    /// Who asks.
    pub caller: &'a Caller,
    /// The store is a demo.
    pub demo: bool,
    /// An import was cut off: amounts may lack rows that the store has.
    pub owed: bool,
    /// The bank's newest rates.
    pub rates: &'a Rates,
    /// What people call the codes and words of the sources.
    pub words: &'a Words,
    /// The rules and numbers in force, as the store has them.
    pub published: &'a Published,
}

impl Basis<'_> {
    /// The business day.
    pub fn today(&self) -> Day {
        self.at.day()
    }

    /// Whether the caller may read a part.
    pub fn may(&self, part: Part) -> bool {
        permission::may_read(self.caller, part)
    }

    /// What people call a word of a source.
    pub fn word(&self, kind: WordKind, word: &str) -> Said {
        self.words.said(kind, word)
    }

    /// The value, or `Hidden` where the caller may not read it.
    pub fn show<T>(&self, part: Part, value: impl FnOnce() -> Shown<T>) -> Shown<T> {
        if self.may(part) { value() } else { Shown::Hidden }
    }
}
