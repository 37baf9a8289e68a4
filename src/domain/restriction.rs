//! What stops selling to a customer beside alerts: mood, hardship, mourning, fraud, an objection.

use serde::{Deserialize, Serialize};

use super::CustomerNo;
use crate::time::{Day, Moment};

/// A stop with its evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restriction {
    /// Whose.
    pub customer: CustomerNo,
    /// Why.
    pub kind: RestrictionKind,
    /// Since when.
    pub since: Moment,
    /// Its last day; `None` holds until it is taken back.
    pub until: Option<Day>,
    /// What it rests on, in the words of whoever recorded it.
    pub evidence: String,
}

impl Restriction {
    /// Whether it holds at a moment.
    #[must_use]
    pub fn holds(&self, at: Moment, today: Day) -> bool {
        self.since <= at && self.until.is_none_or(|until| today <= until)
    }
}

/// The kinds of stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RestrictionKind {
    /// A bad mood: an agent's key or a clear text.
    BadMood,
    /// Hardship.
    Hardship,
    /// A death in the family.
    Bereavement,
    /// Fraud is suspected or was met.
    Fraud,
    /// The customer objected to all marketing or profiling (KVKK art. 11).
    Objection,
}

impl RestrictionKind {
    /// Every kind.
    pub const ALL: [RestrictionKind; 5] = [
        RestrictionKind::BadMood,
        RestrictionKind::Hardship,
        RestrictionKind::Bereavement,
        RestrictionKind::Fraud,
        RestrictionKind::Objection,
    ];
}
