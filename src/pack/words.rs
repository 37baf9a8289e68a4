//! What people call the codes and words of a source, in both languages.

use std::collections::BTreeMap;

use crate::{
    domain::identity::free_text,
    text::{Said, fold::fold, ids::pack as id},
};

use super::{
    document::{Document, Table},
    fault::{Faults, told},
    files::PackFiles,
    segments,
};

/// The file's name in a pack.
const FILE: &str = "words.toml";
/// The most words of a kind.
const WORDS_MAX: usize = 10_000;

/// What a word is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WordKind {
    /// Topics of complaints and contacts.
    Topic,
    /// Operations that may fail.
    Operation,
    /// Why one was refused.
    Refusal,
    /// Texts and operations of statement rows, part by part.
    Transaction,
    /// Other sides of statement rows that are no private person.
    Counterparty,
    /// What somebody does in a company.
    Role,
    /// Units that answer for complaints.
    Unit,
    /// Cards, purposes of loans, insurance.
    Product,
    /// Codes of value segments; they stand in `segments.toml`.
    ValueSegment,
    /// Codes of behaviour segments; they stand in `segments.toml`.
    BehaviourSegment,
}

/// The tables of `words.toml`.
const TABLES: [(&str, WordKind); 8] = [
    ("topic", WordKind::Topic),
    ("operation", WordKind::Operation),
    ("refusal", WordKind::Refusal),
    ("transaction", WordKind::Transaction),
    ("counterparty", WordKind::Counterparty),
    ("role", WordKind::Role),
    ("unit", WordKind::Unit),
    ("product", WordKind::Product),
];

/// Names by kind and folded word: `ATM ÇEKİM` is found under `ATM çekim`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    names: BTreeMap<WordKind, BTreeMap<String, Said>>,
}

/// What stands between the parts of a statement row's text.
const BETWEEN_PARTS: &str = ", ";

impl Words {
    /// No names: every word stands as it came.
    #[must_use]
    pub const fn new() -> Words {
        Words { names: BTreeMap::new() }
    }

    /// The name of a word; `None` if the pack has none.
    #[must_use]
    pub fn name(&self, kind: WordKind, word: &str) -> Option<&Said> {
        self.names.get(&kind)?.get(&fold(word.trim()))
    }

    /// The name of a word, or the word as it came, with the numbers in it masked.
    #[must_use]
    pub fn said(&self, kind: WordKind, word: &str) -> Said {
        self.name(kind, word).cloned().unwrap_or_else(|| {
            let word = free_text(word);
            Said { tr: word.clone(), en: word }
        })
    }

    /// As [`Words::said`] for a text, each of its parts for itself where the whole has no name.
    #[must_use]
    pub fn parts(&self, kind: WordKind, text: &str) -> Said {
        if let Some(name) = self.name(kind, text) {
            return name.clone();
        }
        let parts: Vec<Said> = text.split(BETWEEN_PARTS).map(|part| self.said(kind, part)).collect();
        let joined = |of: fn(&Said) -> &str| parts.iter().map(of).collect::<Vec<_>>().join(BETWEEN_PARTS);
        Said { tr: joined(|said| &said.tr), en: joined(|said| &said.en) }
    }

    pub(super) fn put(&mut self, kind: WordKind, word: &str, name: Said) {
        self.names.entry(kind).or_default().insert(fold(word.trim()), name);
    }
}

/// Reads `words.toml` and `segments.toml`.
pub(crate) fn read(files: &PackFiles, faults: &mut Faults) -> Option<Words> {
    let mut words = Words::default();
    let segments = files.get("segments.toml").and_then(|file| segments::read(file, &mut words, faults));
    let document = files.get(FILE).and_then(|file| Document::parse(file, faults))?;
    let root = document.root();
    root.only(&TABLES.map(|(name, _)| name), faults);
    for (name, kind) in TABLES {
        if let Some(table) = root.get(name).and_then(|item| item.table(faults)) {
            names(table, kind, &mut words, faults);
        }
    }
    segments.map(|()| words)
}

fn names(table: Table<'_>, kind: WordKind, words: &mut Words, faults: &mut Faults) {
    let items = table.items();
    if let Some(item) = items.get(WORDS_MAX) {
        faults.add(item.key_spot.fault(told(id::WORDS_MANY, "max", WORDS_MAX)));
    }
    let mut lines = BTreeMap::new();
    for item in items.iter().take(WORDS_MAX) {
        if let Some(line) = lines.insert(fold(item.key.trim()), item.key_spot.line()) {
            let message = told(id::CODE_REPEATED, "code", item.key).with("line", line.to_string());
            faults.add(item.key_spot.fault(message));
        }
        if let Some(name) = table.said(item.key, faults) {
            words.put(kind, item.key, name);
        }
    }
}
