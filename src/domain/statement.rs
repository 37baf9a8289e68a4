//! Statement facts: transactions as a source reported them. The ledger's postings are ours; these are not.

use serde::{Deserialize, Serialize};

use super::{AccountId, StatementId};
use crate::time::Day;

/// One row of an account statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementRow {
    /// The source's number of the row, unique within the source.
    pub id: StatementId,
    /// The account.
    pub account: AccountId,
    /// Booking day.
    pub day: Day,
    /// Signed minor units of the account's currency: credits positive, debits negative.
    pub minor: i64,
    /// The source's own balance after the row, in minor units.
    pub balance: Option<i64>,
    /// What was done, by the source's code.
    pub operation: Option<String>,
    /// The text shown to the customer, or the source's symbol for it.
    pub text: Option<String>,
    /// The other side, as the source writes it.
    pub counterparty: Option<String>,
}

/// What the stored rows of an account add up to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct StatementHead {
    /// Blocks of rows, numbered from 0.
    pub blocks: u32,
    /// Rows in them.
    pub rows: u64,
    /// Sum of their signed minor units.
    pub sum: i128,
    /// What import postings have brought to the ledger so far: opening + sum at that time.
    pub posted: i128,
    /// The last booking day.
    pub last_day: Option<Day>,
    /// Rows for which the source states its own balance.
    pub stated: u64,
    /// Of these, the rows where it is below zero.
    pub negative: u64,
    /// No balance that the source states on the last day is what opening and rows add up to; judged once
    /// when an import ends.
    pub differs: bool,
}

/// Which accounts the rows of a span of numbers stand on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct StatementRowPage {
    /// By number: by how much each is greater than the one before it (the first: than 0), and its account.
    pub steps: Vec<(u64, AccountId)>,
}

/// A block of rows in booking order; the stored form is at most 16 KiB.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct StatementBlock {
    /// Ordered by day, then as the source ordered them.
    pub rows: Vec<StatementRow>,
}
