//! A built index: words, who bears them, and who that is.

use std::collections::BTreeMap;

use super::{
    docs::{Brief, Docs, Person},
    packed::Lists,
    query::{Query, bare},
    texts::{Texts, index, number},
    words::{Fit, Fitting, GIVEN, Gathered, WHOLE, Words},
};
use crate::text::fold::fold;

/// The most candidates that are ranked one by one.
pub const RANKED_MAX: usize = 500;

/// People of one build.
#[derive(Debug, Default)]
pub(super) struct Part {
    words: Words,
    /// From a spelled word to its folded one.
    folded: Vec<u32>,
    /// From a folded word to who bears it.
    bearers: Lists,
    docs: Docs,
}

/// Who fits, best first; at most [`RANKED_MAX`] of them.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    /// How many fit in all.
    pub(super) total: u64,
    /// Fit in hundredths of each word together, and who.
    pub(super) best: Vec<(Fit, u32)>,
}

impl Part {
    pub(super) fn docs(&self) -> &Docs {
        &self.docs
    }

    /// The folded name of a person.
    pub(super) fn folded(&self, doc: u32) -> String {
        let words: Vec<&str> = self.docs.words(doc).iter().map(|word| self.folded_word(*word)).collect();
        words.join(" ")
    }

    /// A spelled word, folded.
    pub(super) fn folded_word(&self, spelled: u32) -> &str {
        self.words.get(self.folded.get(index(spelled)).copied().unwrap_or(u32::MAX))
    }

    /// People who bear a fitting word for each of the query's, as typed or, with `typos`, also mistyped.
    pub(super) fn candidates(&self, query: &Query, typos: bool, gone: &[u32]) -> Candidates {
        let words = query.words().iter();
        let lists = words
            .map(|word| if typos { self.words.any(&word.folded) } else { self.words.plain(&word.folded) });
        let lists: Vec<Vec<Fitting>> = lists.collect();
        let mut bearing = self.bearing_all(&lists);
        for doc in gone {
            if let Some(bits) = bearing.get_mut(index(doc / u64::BITS)) {
                *bits &= !(1 << (doc % u64::BITS));
            }
        }
        let total = bearing.iter().map(|bits| u64::from(bits.count_ones())).sum();
        Candidates { total, best: self.best(bearing, &lists) }
    }

    /// People who bear a word of each list, one bit each.
    fn bearing_all(&self, lists: &[Vec<Fitting>]) -> Vec<u64> {
        let mut bearing: Option<Vec<u64>> = None;
        for list in lists {
            let mut own = vec![0_u64; index(self.docs.len().div_ceil(u64::BITS))];
            for doc in list.iter().flat_map(|(word, _)| self.bearers.get(*word)) {
                if let Some(bits) = own.get_mut(index(doc / u64::BITS)) {
                    *bits |= 1 << (doc % u64::BITS);
                }
            }
            if let Some(before) = bearing {
                own.iter_mut().zip(before).for_each(|(bits, before)| *bits &= before);
            }
            bearing = Some(own);
        }
        bearing.unwrap_or_default()
    }

    /// The best of them. People stand in the order of their names, so when enough fit as well as anybody
    /// can, the rest need not be looked at.
    fn best(&self, bearing: Vec<u64>, lists: &[Vec<Fitting>]) -> Vec<(Fit, u32)> {
        let fits: Vec<Vec<Fit>> = lists.iter().map(|list| self.fits(list)).collect();
        let most: Fit = fits.iter().filter_map(|fits| fits.iter().max()).sum();
        let called = self.called(&bearing, lists);
        let (mut best, mut perfect) = (Vec::new(), 0);
        for doc in set(bearing) {
            let fit = self.fit(doc, &fits);
            best.push((fit, doc));
            perfect += usize::from(fit == most);
            if perfect == RANKED_MAX {
                break;
            }
        }
        // they stand in the list twice where the walk came by them
        best.retain(|(_, doc)| called.binary_search(doc).is_err());
        best.extend(called.iter().map(|doc| (self.fit(*doc, &fits).saturating_add(GIVEN), *doc)));
        best.sort_unstable_by_key(|(_, doc)| *doc);
        keep_best(&mut best);
        best
    }

    /// The first of those whose given name is the first typed word, in order: the walk over all who bear it may end
    /// among family names.
    fn called(&self, bearing: &[u64], lists: &[Vec<Fitting>]) -> Vec<u32> {
        let first = lists.first().into_iter().flatten();
        let Some((word, _)) = first.filter(|(_, fit)| *fit == WHOLE).min() else { return Vec::new() };
        let bears = |doc: u32| {
            let bits = bearing.get(index(doc / u64::BITS)).copied().unwrap_or_default();
            bits >> (doc % u64::BITS) & 1 == 1
        };
        let is_word = |spelled: &u32| self.folded.get(index(*spelled)) == Some(word);
        let called = |doc: &u32| bears(*doc) && self.docs.given(*doc).iter().any(is_word);
        self.bearers.get(*word).filter(called).take(RANKED_MAX).collect()
    }

    /// The fit of each folded word by a list.
    fn fits(&self, list: &[Fitting]) -> Vec<Fit> {
        let mut fits = vec![0; index(self.words.len())];
        for (word, fit) in list {
            if let Some(known) = fits.get_mut(index(*word)) {
                *known = *fit;
            }
        }
        fits
    }

    /// The best fits of a person's words, one by each list, together.
    fn fit(&self, doc: u32, fits: &[Vec<Fit>]) -> Fit {
        let words = self.docs.words(doc);
        let of = |fits: &Vec<Fit>| {
            let fits = words.iter().filter_map(|word| fits.get(index(*self.folded.get(index(*word))?)));
            fits.max().copied().unwrap_or_default()
        };
        fits.iter().map(of).sum()
    }

    /// Bytes in memory.
    pub(super) fn memory(&self) -> usize {
        self.words.memory()
            + self.folded.capacity() * size_of::<u32>()
            + self.bearers.memory()
            + self.docs.memory()
    }

    /// How many different folded words there are.
    pub(super) fn words(&self) -> u32 {
        self.words.len()
    }
}

/// Keeps the [`RANKED_MAX`] best of a list in the order of people, and puts them in order.
fn keep_best(best: &mut Vec<(Fit, u32)>) {
    let mut counts: BTreeMap<Fit, usize> = BTreeMap::new();
    for (fit, _) in best.iter() {
        *counts.entry(*fit).or_default() += 1;
    }
    let mut room = RANKED_MAX;
    for count in counts.values_mut().rev() {
        *count = room.min(*count);
        room -= *count;
    }
    best.retain(|(fit, _)| {
        let left = counts.get_mut(fit).filter(|left| **left > 0);
        left.map(|left| *left -= 1).is_some()
    });
    best.sort_by_key(|(fit, doc)| (std::cmp::Reverse(*fit), *doc));
}

/// The places of set bits, in order.
fn set(words: Vec<u64>) -> impl Iterator<Item = u32> {
    (0_u32..).zip(words).flat_map(|(at, mut bits)| {
        std::iter::from_fn(move || {
            let place = (bits != 0).then(|| at * u64::BITS + bits.trailing_zeros())?;
            bits &= bits - 1;
            Some(place)
        })
    })
}

/// Gathers people for an index. Of a customer that comes more than once the latest holds.
#[derive(Debug, Default)]
pub struct Builder {
    spelled: Gathered,
    branches: Gathered,
    words: Vec<u32>,
    people: Vec<Raw>,
}

/// A person on the way in.
#[derive(Debug, Clone, Copy)]
struct Raw {
    no: u64,
    version: u64,
    start: u32,
    count: u16,
    brief: Brief,
}

impl Builder {
    /// Takes a person as of a version.
    pub fn push(&mut self, person: &Person, version: u64) {
        let start = number(self.words.len());
        let mut given = 0_usize;
        if let Some(name) = &person.name {
            given = self.take(&name.given);
            self.take(&name.family);
        }
        let count = self.words.len() - index(start);
        let branch = person
            .branch
            .as_ref()
            .and_then(|branch| u16::try_from(self.branches.number(branch).saturating_add(1)).ok());
        self.people.push(Raw {
            no: person.no.0,
            version,
            start,
            count: u16::try_from(count).unwrap_or(u16::MAX),
            brief: Brief {
                given: u8::try_from(given).unwrap_or(u8::MAX),
                kind: person.kind,
                named: person.name.is_some(),
                branch: branch.unwrap_or_default(),
                year: person.year.unwrap_or(i16::MIN),
            },
        });
    }

    fn take(&mut self, name: &str) -> usize {
        let before = self.words.len();
        for word in name.split_whitespace() {
            let number = self.spelled.number(word);
            self.words.push(number);
        }
        self.words.len() - before
    }

    /// How many were taken.
    #[must_use]
    pub fn len(&self) -> usize {
        self.people.len()
    }

    /// None was taken.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    /// The index of what was taken.
    pub(super) fn part(mut self) -> Part {
        self.keep_latest();
        let spelled = self.spelled.texts();
        let (words, folded) = fold_all(&spelled);
        self.spelled = Gathered::default();
        self.sort_by_name(&folded);
        let mut docs = Docs::new(spelled, self.branches.texts(), (self.people.len(), self.words.len()));
        for raw in &self.people {
            docs.push(raw.no, words_of(&self.words, raw), raw.brief);
        }
        docs.sort_numbers();
        let bearers = bearers(&docs, &folded, words.len());
        Part { words: Words::new(words), folded, bearers, docs }
    }

    fn keep_latest(&mut self) {
        let rising = self.people.array_windows().all(|[one, other]| one.no < other.no);
        if !rising {
            self.people.sort_unstable_by_key(|raw| (raw.no, std::cmp::Reverse(raw.version)));
            self.people.dedup_by_key(|raw| raw.no);
        }
    }

    /// By the first words of the folded name, then by number.
    fn sort_by_name(&mut self, folded: &[u32]) {
        let rank = |word: &u32| u64::from(folded.get(index(*word)).copied().unwrap_or_default());
        let words = &self.words;
        self.people.sort_by_cached_key(|raw| {
            let mut ranks = words_of(words, raw).iter().map(|word| (rank(word) + 1).min(RANK_MAX));
            let key = (0..RANKS).fold(0, |key, _| (key << RANK_BITS) | ranks.next().unwrap_or_default());
            (key, raw.no)
        });
    }
}

/// Words of a name by which people are ordered before they are ranked.
const RANKS: usize = 3;
/// Bits of each of them.
const RANK_BITS: u32 = 21;
const RANK_MAX: u64 = (1 << RANK_BITS) - 1;

fn words_of<'a>(words: &'a [u32], raw: &Raw) -> &'a [u32] {
    let start = index(raw.start);
    words.get(start..start.saturating_add(usize::from(raw.count))).unwrap_or_default()
}

/// The different folded words, sorted, and for each spelled one which it is.
fn fold_all(spelled: &Texts) -> (Texts, Vec<u32>) {
    let all: Vec<String> = spelled.iter().map(|(_, word)| bare(&fold(word))).collect();
    let mut sorted: Vec<&str> = all.iter().map(String::as_str).collect();
    sorted.sort_unstable();
    sorted.dedup();
    let folded =
        all.iter().map(|word| sorted.binary_search(&word.as_str()).map_or(u32::MAX, number)).collect();
    let mut words = Texts::default();
    for word in sorted {
        words.push(word);
    }
    words.shrink();
    (words, folded)
}

/// From each folded word to who bears it, in order.
fn bearers(docs: &Docs, folded: &[u32], words: u32) -> Lists {
    let word_of = |spelled: &u32| index(folded.get(index(*spelled)).copied().unwrap_or(u32::MAX));
    let mut ends = vec![0_usize; index(words)];
    for doc in 0..docs.len() {
        for spelled in docs.words(doc) {
            if let Some(end) = ends.get_mut(word_of(spelled)) {
                *end += 1;
            }
        }
    }
    let mut sum = 0;
    for end in &mut ends {
        let count = *end;
        *end = sum;
        sum += count;
    }
    let mut flat = vec![0_u32; sum];
    for doc in 0..docs.len() {
        for spelled in docs.words(doc) {
            if let Some(end) = ends.get_mut(word_of(spelled)) {
                if let Some(slot) = flat.get_mut(*end) {
                    *slot = doc;
                }
                *end += 1;
            }
        }
    }
    let mut lists = Lists::default();
    let mut start = 0;
    for end in ends {
        let list = flat.get(start..end).unwrap_or_default();
        // a name may bear a word twice
        lists.push(list.chunk_by(|one, other| one == other).filter_map(|same| same.first().copied()));
        start = end;
    }
    lists.shrink();
    lists
}
