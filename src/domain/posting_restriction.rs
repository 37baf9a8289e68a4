//! What stops an account from being disposed of.

use serde::{Deserialize, Serialize};

use super::{AccountId, CustomerNo};
use crate::{money::Money, time::Day};

/// A restriction of an account (takyidat). It stops every debit, whatever part of the balance it is about: what may
/// be paid beside it is for a person with the file at hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostingRestriction {
    /// The source's number for it.
    pub number: u64,
    /// The account.
    pub account: AccountId,
    /// Its owner.
    pub customer: CustomerNo,
    /// Why.
    pub kind: PostingRestrictionKind,
    /// How much of the balance; `None` is all of it.
    pub amount: Option<Money>,
    /// What it rests on: the number of a loan, a file, a decision.
    pub reference: String,
    /// Its first day.
    pub since: Day,
    /// Its last day; `None` holds until it is lifted.
    pub until: Option<Day>,
}

impl PostingRestriction {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds(&self, day: Day) -> bool {
        self.since <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// The kinds of restrictions, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PostingRestrictionKind {
    /// Assets frozen by a decision (malvarlığının dondurulması; laws 6415 and 7262).
    Freeze,
    /// Seized by an enforcement or tax office (haciz).
    Seizure,
    /// Pledged (rehin), mostly for a loan.
    Pledge,
    /// Blocked by the bank (blokaj).
    Block,
    /// Disposed of by several signatures together (müşterek imza).
    JointSignature,
}
