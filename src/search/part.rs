//! A built index: words, who bears them, and who that is.

use super::{
    docs::{Brief, Docs, Person},
    packed::Lists,
    query::{Query, bare},
    texts::{Texts, index, number},
    words::{Fit, Fitting, Gathered, Words},
};
use crate::text::fold::fold;

/// The most candidates that are ranked one by one.
pub const RANKED_MAX: usize = 500;

/// Bits of a candidate's state that hold the sum of its fits; those above count the words that fit.
const FIT_BITS: u16 = 12;

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
    pub(super) fn candidates(&self, query: &Query, typos: bool, gone: &dyn Fn(u64) -> bool) -> Candidates {
        let mut states = vec![0_u16; index(self.docs.len())];
        for (before, word) in (0..).zip(query.words()) {
            let fitting = if typos { self.words.any(&word.folded) } else { self.words.plain(&word.folded) };
            self.mark(&mut states, before, &fitting);
        }
        let all = number(query.words().len());
        let fits = |state: &u16| u32::from(state >> FIT_BITS) == all;
        let fitting = (0_u32..).zip(&states).filter(|(doc, state)| fits(state) && !gone(self.docs.no(*doc)));
        let mut best: Vec<(Fit, u32)> =
            fitting.map(|(doc, state)| (state & ((1 << FIT_BITS) - 1), doc)).collect();
        let total = u64::from(number(best.len()));
        let order = |one: &(Fit, u32), other: &(Fit, u32)| other.0.cmp(&one.0).then(one.1.cmp(&other.1));
        if best.len() > RANKED_MAX {
            best.select_nth_unstable_by(RANKED_MAX, order);
            best.truncate(RANKED_MAX);
        }
        best.sort_unstable_by(order);
        Candidates { total, best }
    }

    /// Adds a word's fit to all who bear a word that fits it, if all words before it fit them; the best
    /// comes first and counts.
    fn mark(&self, states: &mut [u16], before: u16, fitting: &[Fitting]) {
        for (word, fit) in fitting {
            for doc in self.bearers.get(*word) {
                if let Some(state) = states.get_mut(index(doc))
                    && *state >> FIT_BITS == before
                {
                    *state += (1 << FIT_BITS) + fit;
                }
            }
        }
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
