//! The index of all people: one large part and a small one of those who changed since.

use std::collections::BTreeMap;

use super::{
    docs::Person,
    part::{Builder, Part},
    query::Query,
    rank::{self, Match, Matches, Ranked},
    splits,
};
use crate::domain::CustomerNo;

/// When more people have changed, all are built anew.
pub const RECENT_MAX: usize = 1_024;

/// The fewest last digits by which people name a number.
pub const LAST_DIGITS_MIN: usize = 4;

/// An index of people by name and number.
#[derive(Debug, Default)]
pub struct Index {
    base: Part,
    recent: Part,
    /// Those of `recent`: what `base` says of them no longer holds.
    changed: BTreeMap<u64, Person>,
    /// Their places in `base`.
    gone: Vec<u32>,
    count: u64,
}

impl Index {
    /// Builds it.
    #[must_use]
    pub fn new(people: Builder) -> Index {
        let base = people.part();
        let count = u64::from(base.docs().len());
        Index { base, recent: Part::default(), changed: BTreeMap::new(), gone: Vec::new(), count }
    }

    /// Takes people who are new or changed.
    pub fn change(&mut self, people: impl IntoIterator<Item = Person>) {
        for person in people {
            if self.person(person.no).is_none() {
                self.count += 1;
            }
            self.changed.insert(person.no.0, person);
        }
        let mut builder = Builder::default();
        if self.changed.len() > RECENT_MAX {
            let docs = self.base.docs();
            for person in (0..docs.len()).filter_map(|doc| docs.person(doc)) {
                builder.push(&person, 0);
            }
            for person in std::mem::take(&mut self.changed).into_values() {
                builder.push(&person, 1);
            }
            *self = Index::new(builder);
            return;
        }
        for person in self.changed.values() {
            builder.push(person, 0);
        }
        self.recent = builder.part();
        self.gone = self.changed.keys().filter_map(|no| self.base.docs().doc(*no)).collect();
    }

    /// How many people it holds.
    #[must_use]
    pub fn len(&self) -> u64 {
        self.count
    }

    /// It holds nobody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// A person.
    #[must_use]
    pub fn person(&self, no: CustomerNo) -> Option<Person> {
        let docs = self.base.docs();
        self.changed.get(&no.0).cloned().or_else(|| docs.person(docs.doc(no.0)?))
    }

    /// People by name, at most `limit`. Those who fit as typed come alone, if they are enough; else those
    /// whom a typo would make fit come after them, and if there is nobody a space may be missing or too many.
    #[must_use]
    pub fn find(&self, query: &Query, limit: usize) -> Matches {
        if query.is_empty() {
            return Matches::default();
        }
        let enough = u64::try_from(limit).unwrap_or(u64::MAX).max(1);
        let all = self.ranked(query, false, limit, enough).or_else(|| self.ranked(query, true, limit, 1));
        if let Some(all) = all {
            return all;
        }
        let mut variants = splits::variants(query).into_iter();
        variants.find_map(|other| self.ranked(&other, false, limit, 1)).unwrap_or_default()
    }

    /// The best of all who fit, unless there are fewer than `least`.
    fn ranked(&self, query: &Query, typos: bool, limit: usize, least: u64) -> Option<Matches> {
        let base = self.base.candidates(query, typos, &self.gone);
        let recent = self.recent.candidates(query, typos, &[]);
        let total = base.total + recent.total;
        if total < least {
            return None;
        }
        let mut ranked: Vec<Ranked> = rank::rank(&self.base, query, &base.best);
        ranked.extend(rank::rank(&self.recent, query, &recent.best));
        ranked.sort_unstable();
        let best = ranked.into_iter().take(limit);
        let best = best.map(|(score, _, no)| Match { no: CustomerNo(no), score: score.0 }).collect();
        Some(Matches { total, best })
    }

    /// Customers whose number begins with these digits, in order: how many, and the first `limit`.
    #[must_use]
    pub fn numbers_from(&self, digits: &str, limit: usize) -> (u64, Vec<CustomerNo>) {
        let Some(beginning) = digits.parse::<u64>().ok().filter(|number| *number > 0) else {
            return (0, Vec::new());
        };
        let (mut numbers, mut total) = (Vec::new(), 0);
        let mut width = 1_u64;
        while let Some((from, to)) = beginning
            .checked_mul(width)
            .zip(beginning.checked_add(1).and_then(|next| next.checked_mul(width)))
        {
            let (base, recent) = (self.base.docs(), self.recent.docs());
            total += base.between(from, to).len();
            // from one width to the next numbers rise: the first ones are enough
            let free = limit.saturating_sub(numbers.len());
            numbers.extend(base.between(from, to).take(free));
            let before = numbers.len();
            numbers.extend(recent.between(from, to).filter(|no| base.doc(*no).is_none()));
            total += numbers.len() - before;
            let Some(wider) = width.checked_mul(10) else { break };
            width = wider;
        }
        (count(total), first(numbers, limit))
    }

    /// Customers whose number ends with these digits; nobody for fewer than `LAST_DIGITS_MIN`.
    #[must_use]
    pub fn numbers_ending(&self, digits: &str, limit: usize) -> (u64, Vec<CustomerNo>) {
        let width = u32::try_from(digits.len()).unwrap_or(u32::MAX);
        let end = digits.parse::<u64>().ok().filter(|_| digits.len() >= LAST_DIGITS_MIN);
        let Some((end, width)) = end.zip(10_u64.checked_pow(width)) else { return (0, Vec::new()) };
        let ends = |no: &u64| *no % width == end;
        let mut numbers: Vec<u64> = self.base.docs().numbers().filter(ends).collect();
        let added = self.recent.docs().numbers().filter(ends);
        numbers.extend(added.filter(|no| self.base.docs().doc(*no).is_none()));
        (count(numbers.len()), first(numbers, limit))
    }

    /// Bytes in memory.
    #[must_use]
    pub fn memory(&self) -> usize {
        self.base.memory() + self.recent.memory()
    }

    /// How many different folded words its names have.
    #[must_use]
    pub fn words(&self) -> u32 {
        self.base.words()
    }
}

fn first(mut numbers: Vec<u64>, limit: usize) -> Vec<CustomerNo> {
    numbers.sort_unstable();
    numbers.into_iter().take(limit).map(CustomerNo).collect()
}

fn count(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
