//! What a run posts: legs in order, each with its entries, its facts, its order to the core system and its lines
//! on the receipt.

use serde::Serialize;

use super::figure::LegKind;
use crate::{
    domain::{AccountId, ledger::Posting, receipt::ReceiptLine},
    money::{Currency, Money},
    text::Said,
};

/// The most legs of a flow.
pub const LEGS_MAX: usize = 8;

/// A run as it is to be posted: all of it, or nothing, or as far as its safe point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The legs in order.
    pub legs: Vec<PlannedLeg>,
    /// The amount that meets limits: the principal broken, and customer money beyond it; interest is not counted.
    pub amount: Money,
    /// What the customer's current account keeps of it all.
    pub stays: Money,
    /// What becomes of offers: taken or dropped, by their ids.
    pub offers: Vec<(String, OfferEnd)>,
    /// Why the customer was in contact, as it is filed.
    pub wrap_up: Said,
    /// BLAKE3 of exactly what is asked: flow and revision, customer, run, day, fields, prices, every figure that its
    /// screens may show, postings and orders; the same in every language and at every moment of reading.
    pub digest: [u8; 32],
}

/// What becomes of an offer by a flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OfferEnd {
    /// Taken up.
    Taken,
    /// No longer possible.
    Dropped,
}

/// A leg as it is to be posted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedLeg {
    /// Which of the kit.
    pub kind: LegKind,
    /// Its name.
    pub name: Said,
    /// Its entries, each balanced per currency, in posting order.
    pub entries: Vec<Vec<Posting>>,
    /// Facts that change with it.
    pub facts: Vec<FactChange>,
    /// The order to the core system.
    pub order: CoreOrder,
    /// What it did, shortly: `4.618,78 USD`.
    pub text: Said,
    /// Its lines on the receipt.
    pub lines: Vec<ReceiptLine>,
    /// Why it may not be posted now (market hours, cut-off, the customer's daily limit); the run then stops before
    /// it. `None`: nothing that is known here is against it.
    pub refused: Option<Said>,
    /// The bank's position in this currency may not pass below this (negative) amount.
    pub floor: Option<Money>,
}

/// A fact that a leg changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactChange {
    /// The deposit and its account are closed today.
    DepositClosed {
        /// Which.
        account: AccountId,
    },
    /// Foreign currency was bought today, for the customer's daily limit.
    FxBought {
        /// Which.
        currency: Currency,
        /// For so much lira, tax not counted.
        cost: Money,
    },
    /// Units of a fund are ordered; they are the customer's from the value day on.
    FundOrdered {
        /// The fund.
        code: String,
        /// How many.
        units: i64,
        /// What they cost.
        cost: Money,
        /// From this day on.
        value_day: crate::time::Day,
    },
}

/// An order to the core system.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CoreOrder {
    /// `break-deposit`, `buy-fx` or `buy-fund`.
    pub kind: &'static str,
    /// Its body as JSON, keys in a fixed order.
    pub body: String,
}
