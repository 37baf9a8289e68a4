//! People as the index keeps them: the words of their names by number, and what a row of hits shows.

use super::texts::{Texts, index, number};
use crate::domain::{
    CustomerNo,
    customer::{CustomerKind, Name},
};

/// A customer as hits are made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// The customer's number.
    pub no: CustomerNo,
    /// Person or company.
    pub kind: CustomerKind,
    /// The name, where it is known.
    pub name: Option<Name>,
    /// Home branch.
    pub branch: Option<String>,
    /// Year of birth or founding.
    pub year: Option<i16>,
}

/// What is kept of a person beside number and words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Brief {
    /// How many of the words are given names.
    pub(super) given: u8,
    pub(super) kind: CustomerKind,
    pub(super) named: bool,
    /// 0 is none.
    pub(super) branch: u16,
    /// [`i16::MIN`] is none.
    pub(super) year: i16,
}

/// People by number in the index, from 0: in the order of their folded names.
#[derive(Debug, Default)]
pub(super) struct Docs {
    numbers: Vec<u64>,
    /// Places in `numbers`, in the order of customers' numbers.
    by_number: Vec<u32>,
    ends: Vec<u32>,
    words: Vec<u32>,
    briefs: Vec<Brief>,
    branches: Texts,
    spelled: Texts,
}

impl Docs {
    pub(super) fn new(spelled: Texts, branches: Texts, capacity: (usize, usize)) -> Docs {
        let (people, words) = capacity;
        Docs {
            numbers: Vec::with_capacity(people),
            by_number: Vec::new(),
            ends: Vec::with_capacity(people),
            words: Vec::with_capacity(words),
            briefs: Vec::with_capacity(people),
            branches,
            spelled,
        }
    }

    pub(super) fn push(&mut self, no: u64, words: &[u32], brief: Brief) {
        self.numbers.push(no);
        self.words.extend_from_slice(words);
        self.ends.push(number(self.words.len()));
        self.briefs.push(brief);
    }

    /// When all are pushed.
    pub(super) fn sort_numbers(&mut self) {
        let mut order: Vec<(u64, u32)> = self.numbers.iter().copied().zip(0..).collect();
        order.sort_unstable();
        self.by_number = order.into_iter().map(|(_, doc)| doc).collect();
    }

    pub(super) fn len(&self) -> u32 {
        number(self.numbers.len())
    }

    pub(super) fn no(&self, doc: u32) -> u64 {
        self.numbers.get(index(doc)).copied().unwrap_or_default()
    }

    /// The spelled words of a person.
    pub(super) fn words(&self, doc: u32) -> &[u32] {
        let at = index(doc);
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(at).copied().unwrap_or(start);
        self.words.get(index(start)..index(end)).unwrap_or_default()
    }

    /// The spelled words of a person's given names.
    pub(super) fn given(&self, doc: u32) -> &[u32] {
        let given = self.briefs.get(index(doc)).map_or(0, |brief| usize::from(brief.given));
        self.words(doc).get(..given).unwrap_or_default()
    }

    pub(super) fn spelled(&self, word: u32) -> &str {
        self.spelled.get(word)
    }

    pub(super) fn doc(&self, no: u64) -> Option<u32> {
        let at = self.by_number.partition_point(|doc| self.no(*doc) < no);
        self.by_number.get(at).copied().filter(|doc| self.no(*doc) == no)
    }

    /// Customers' numbers from one up to another, the last not included, in order.
    pub(super) fn between(&self, from: u64, to: u64) -> impl ExactSizeIterator<Item = u64> + '_ {
        let start = self.by_number.partition_point(|doc| self.no(*doc) < from);
        let end = self.by_number.partition_point(|doc| self.no(*doc) < to).max(start);
        self.by_number.get(start..end).unwrap_or_default().iter().map(|doc| self.no(*doc))
    }

    /// All customers' numbers in order.
    pub(super) fn numbers(&self) -> impl Iterator<Item = u64> + '_ {
        self.by_number.iter().map(|doc| self.no(*doc))
    }

    pub(super) fn person(&self, doc: u32) -> Option<Person> {
        let brief = self.briefs.get(index(doc))?;
        let words: Vec<&str> = self.words(doc).iter().map(|word| self.spelled(*word)).collect();
        let (given, family) = words.split_at_checked(usize::from(brief.given)).unwrap_or((&words, &[]));
        let branch = brief.branch.checked_sub(1).map(|at| self.branches.get(u32::from(at)).to_owned());
        Some(Person {
            no: CustomerNo(self.no(doc)),
            kind: brief.kind,
            name: brief.named.then(|| Name { given: given.join(" "), family: family.join(" ") }),
            branch,
            year: Some(brief.year).filter(|year| *year != i16::MIN),
        })
    }

    /// Bytes in memory.
    pub(super) fn memory(&self) -> usize {
        self.numbers.capacity() * size_of::<u64>()
            + (self.by_number.capacity() + self.ends.capacity() + self.words.capacity()) * size_of::<u32>()
            + self.briefs.capacity() * size_of::<Brief>()
            + self.branches.memory()
            + self.spelled.memory()
    }
}
