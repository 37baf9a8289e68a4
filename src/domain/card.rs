//! Cards. The full number is never stored: its first six and last four digits are.

use serde::{Deserialize, Serialize};

use super::{AccountId, CardId, CustomerNo};
use crate::{money::Money, time::Day};

/// A card and its state on `as_of`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The card.
    pub id: CardId,
    /// Its holder.
    pub customer: CustomerNo,
    /// The account behind a debit card.
    pub account: Option<AccountId>,
    /// Debit or credit, where the source says so.
    pub kind: Option<CardKind>,
    /// The product's name in the source.
    pub product: String,
    /// First six digits.
    pub first6: Option<String>,
    /// Last four digits.
    pub last4: Option<String>,
    /// Limit of a credit card.
    pub limit: Option<Money>,
    /// What is owed, positive.
    pub debt: Option<Money>,
    /// The least that must be paid by `due`.
    pub minimum_due: Option<Money>,
    /// Last day of payment of the open statement.
    pub due: Option<Day>,
    /// The statement was paid on or before `due`.
    pub paid: Option<bool>,
    /// Day of issue.
    pub issued: Option<Day>,
    /// The day these figures held.
    pub as_of: Option<Day>,
}

/// Debit or credit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CardKind {
    /// Pays from an account.
    Debit,
    /// Pays from a limit.
    Credit,
}
