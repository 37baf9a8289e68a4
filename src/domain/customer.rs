//! A customer: a person or a company.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{CustomerNo, FactKind, Source};
use crate::time::Day;

/// What the bank knows of a customer. `None` is unknown, never "none".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Customer {
    /// The public number.
    pub no: CustomerNo,
    /// Where the record came from.
    pub source: Source,
    /// Person or company.
    pub kind: CustomerKind,
    /// The name, where the source has one.
    pub name: Option<Name>,
    /// Birth or founding day.
    pub birth: Option<Day>,
    /// Customer since.
    pub since: Option<Day>,
    /// Home branch.
    pub branch: Option<String>,
    /// How the customer wishes to be addressed; never guessed.
    pub title: Option<Title>,
}

/// Person or company.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CustomerKind {
    /// A natural person.
    Person,
    /// A legal person.
    Company,
}

/// A name as the source writes it, made safe for a terminal at intake.
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Name {
    /// Given names; empty for a company.
    pub given: String,
    /// Family name, or the company's trade name.
    pub family: String,
}

/// Masked: logs and errors may print it.
impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Name(***)")
    }
}

/// Title of address, by the customer's own preference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Title {
    /// `hanım`, `Ms`.
    Hanim,
    /// `bey`, `Mr`.
    Bey,
}

/// The value of a customer's version key. It says how many records of each kind the customer has: a record
/// that is counted here and cannot be read is damage, not absence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The system that owns the customer's number; facts of another one never land on this customer.
    pub source: Source,
    /// Kinds in order, each once, with its count.
    pub counts: Vec<(FactKind, u32)>,
}

impl Manifest {
    /// A customer without records.
    #[must_use]
    pub fn new(source: Source) -> Manifest {
        Manifest { source, counts: Vec::new() }
    }

    /// How many records of a kind there are.
    #[must_use]
    pub fn count(&self, kind: FactKind) -> u32 {
        self.counts.iter().find(|(known, _)| *known == kind).map_or(0, |(_, count)| *count)
    }

    /// How many records there are of all kinds.
    #[must_use]
    pub fn records(&self) -> u64 {
        self.counts.iter().map(|(_, count)| u64::from(*count)).sum()
    }

    /// Counts one more record of a kind.
    pub fn add(&mut self, kind: FactKind) {
        match self.counts.binary_search_by_key(&kind, |(known, _)| *known) {
            Ok(at) => {
                if let Some((_, count)) = self.counts.get_mut(at) {
                    *count = count.saturating_add(1);
                }
            }
            Err(at) => self.counts.insert(at, (kind, 1)),
        }
    }
}
