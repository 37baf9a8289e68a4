//! The different words of all names: folded and sorted, with trigrams to find those that hold a part.

use std::collections::HashMap;

use super::{
    packed::Lists,
    texts::{Texts, index, number},
    typos,
};

/// Bytes of a gram.
const GRAM: usize = 3;

/// How good a word fits a typed one, in hundredths.
pub(super) type Fit = u16;

/// The typed word itself.
pub(super) const WHOLE: Fit = 100;
/// More for a first name: of two who bear the word, who is called by it comes first. Less than a letter that is
/// spelled otherwise, more than the order of letters and further words.
pub(super) const GIVEN: Fit = 3;
/// It begins with what was typed.
const BEGINS: Fit = 90;
/// One letter differs.
const ONE_TYPO: Fit = 70;
/// It holds what was typed.
const HOLDS: Fit = 65;
/// One letter of its beginning differs.
const BEGINS_ONE_TYPO: Fit = 60;
/// Two letters differ.
const TWO_TYPOS: Fit = 40;
/// Two letters of its beginning differ.
const BEGINS_TWO_TYPOS: Fit = 35;

/// From so many letters on a typed word may be the beginning of one with typos.
const TYPO_BEGINS_LETTERS_MIN: usize = 4;
/// From so many letters on two of them may differ, if nothing is nearer.
const TWO_TYPOS_LETTERS_MIN: usize = 4;
/// From so many letters on a typed word may be the beginning of one with two typos.
const TWO_TYPOS_BEGINS_LETTERS_MIN: usize = 7;

/// A word with its fit.
pub(super) type Fitting = (u32, Fit);

/// Folded words by number, in order.
#[derive(Debug, Default)]
pub(super) struct Words {
    folded: Texts,
    grams: Vec<[u8; GRAM]>,
    holders: Lists,
}

impl Words {
    /// Of words that are sorted and different.
    pub(super) fn new(folded: Texts) -> Words {
        let mut pairs: Vec<([u8; GRAM], u32)> = Vec::new();
        for (word, text) in folded.iter() {
            pairs.extend(grams(text).chain(couples(text)).map(|gram| (gram, word)));
        }
        pairs.sort_unstable();
        pairs.dedup();
        let (mut keys, mut holders) = (Vec::new(), Lists::default());
        for group in pairs.chunk_by(|one, other| one.0 == other.0) {
            keys.extend(group.first().map(|(gram, _)| *gram));
            holders.push(group.iter().map(|(_, word)| *word));
        }
        keys.shrink_to_fit();
        holders.shrink();
        Words { folded, grams: keys, holders }
    }

    pub(super) fn get(&self, word: u32) -> &str {
        self.folded.get(word)
    }

    pub(super) fn len(&self) -> u32 {
        self.folded.len()
    }

    /// Words that are, begin with or hold a typed one; a single letter is a beginning only.
    pub(super) fn plain(&self, typed: &str) -> Vec<Fitting> {
        let start = self.folded.partition_from(0, |word| word < typed);
        let end = self.folded.partition_from(start, |word| word.starts_with(typed));
        let fit = |word| if self.get(word) == typed { WHOLE } else { BEGINS };
        let mut fitting: Vec<Fitting> = (start..end).map(|word| (word, fit(word))).collect();
        let inside = |word: &u32| !(start..end).contains(word) && self.get(*word).contains(typed);
        if let Some(rarest) = self.rarest(typed) {
            fitting.extend(rarest.filter(inside).map(|word| (word, HOLDS)));
        }
        fitting
    }

    /// Words that a typed one means if it was mistyped.
    pub(super) fn mistyped(&self, typed: &str) -> Vec<Fitting> {
        let letters = typed.chars().count();
        let beginnings = letters >= TYPO_BEGINS_LETTERS_MIN;
        let mut near = typos::near(&self.folded, typed, 1, beginnings);
        if near.is_empty() && letters >= TWO_TYPOS_LETTERS_MIN {
            near = typos::near(&self.folded, typed, 2, letters >= TWO_TYPOS_BEGINS_LETTERS_MIN);
        }
        let fit = |near: &typos::Near| match (near.edits, near.whole) {
            (0, true) => WHOLE,
            (0, false) => BEGINS,
            (1, true) => ONE_TYPO,
            (1, false) => BEGINS_ONE_TYPO,
            (_, true) => TWO_TYPOS,
            (_, false) => BEGINS_TWO_TYPOS,
        };
        near.iter().map(|near| (near.word, fit(near))).collect()
    }

    /// Words that are plain or mistyped, each with its best fit, the best first.
    pub(super) fn any(&self, typed: &str) -> Vec<Fitting> {
        let mut best: HashMap<u32, Fit> = HashMap::new();
        for (word, fit) in self.plain(typed).into_iter().chain(self.mistyped(typed)) {
            let known = best.entry(word).or_insert(fit);
            *known = fit.max(*known);
        }
        let mut fitting: Vec<Fitting> = best.into_iter().collect();
        fitting.sort_unstable_by_key(|(word, fit)| (std::cmp::Reverse(*fit), *word));
        fitting
    }

    /// The words of the rarest gram of a typed one; `None` for a single letter.
    fn rarest(&self, typed: &str) -> Option<impl Iterator<Item = u32> + '_> {
        let mut lists = Vec::new();
        let single = typed.chars().nth(1).is_none();
        let couples = couples(typed).filter(|_| !single && typed.len() < GRAM);
        for gram in grams(typed).filter(|_| !single).chain(couples) {
            // a gram that no word has: nothing holds the typed word
            lists.push(self.grams.binary_search(&gram).map_or(u32::MAX, number));
        }
        let list = lists.into_iter().min_by_key(|list| self.holders.weight(*list))?;
        Some(self.holders.get(list))
    }

    /// Bytes in memory.
    pub(super) fn memory(&self) -> usize {
        self.folded.memory() + self.grams.capacity() * GRAM + self.holders.memory()
    }
}

fn grams(text: &str) -> impl Iterator<Item = [u8; GRAM]> + '_ {
    text.as_bytes().array_windows::<GRAM>().copied()
}

/// Two letters typed are looked for too; no text has a zero byte.
fn couples(text: &str) -> impl Iterator<Item = [u8; GRAM]> + '_ {
    text.as_bytes().array_windows::<2>().map(|[one, other]| [0, *one, *other])
}

/// Gathers words under numbers, each once.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    numbers: HashMap<Box<str>, u32>,
}

impl Gathered {
    /// The number of a word.
    pub(super) fn number(&mut self, word: &str) -> u32 {
        if let Some(known) = self.numbers.get(word) {
            return *known;
        }
        let new = number(self.numbers.len());
        self.numbers.insert(word.into(), new);
        new
    }

    /// The words in the order of their numbers.
    pub(super) fn texts(&self) -> Texts {
        let mut words = vec![""; self.numbers.len()];
        for (word, at) in &self.numbers {
            if let Some(place) = words.get_mut(index(*at)) {
                *place = word;
            }
        }
        let mut texts = Texts::default();
        for word in words {
            texts.push(word);
        }
        texts.shrink();
        texts
    }
}
