//! The folded name index and its ranking. Pure and in memory.
//!
//! A bank of a million people has a few ten thousand different words in its names. So the index has two
//! levels: the different words, folded and sorted, with trigrams from three letters to the words that hold
//! them; and from each word to the people who bear it. What is typed is matched against the words, typos
//! and all, and only people who bear a fitting word for each typed one are looked at; the best
//! [`RANKED_MAX`] of them are ranked.

mod docs;
mod index;
mod packed;
mod part;
mod query;
mod rank;
mod splits;
mod texts;
mod typos;
mod words;

pub use docs::Person;
pub use index::{Index, RECENT_MAX};
pub use part::{Builder, RANKED_MAX};
pub use query::{Query, TYPED_CHARS_MAX, WORDS_MAX};
pub use rank::{Match, Matches};

#[cfg(test)]
mod tests;
