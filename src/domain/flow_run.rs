//! Runs of flows: what was asked, at which price, with whose yes, and where it stands.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{
    AccountId, ApprovalId, CustomerNo, OutboxId, QuoteId, RequestKey, SignedOrderId, TaskId,
    channel::Touchpoint, operator::OperatorId, receipt::ReceiptNo,
};
use crate::{
    money::{Currency, Money},
    text::Said,
    time::{Day, Moment},
};

/// Prices that are held for a while, durable before they are shown. One expiry for all of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FlowQuote {
    /// The quote.
    pub id: QuoteId,
    /// For whom.
    pub customer: CustomerNo,
    /// For which run.
    pub run: RequestKey,
    /// BLAKE3 of what it was made for: flow and revision, customer, and the fields that its legs are made of.
    pub terms: [u8; 32],
    /// When it was made.
    pub made: Moment,
    /// It holds until then, that moment included.
    pub until: Moment,
    /// Lira for one unit of a currency, the bank selling.
    pub rates: Vec<(Currency, Decimal)>,
    /// Price of a unit of a fund, by its code.
    pub funds: Vec<(String, Decimal)>,
}

/// The contact that a demo bank assumes where none is named: no call and no record stand behind it, and no real bank
/// takes it for one.
pub const DEMO_RECORD: &str = "demo";

/// How the customer said yes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// A person heard it; the record of the contact (voice, signature) by its number.
    Spoken {
        /// The record.
        record: String,
    },
    /// A signed order on file, bound to account and amounts.
    Order {
        /// Which.
        order: SignedOrderId,
    },
    /// None was needed: a reversal or a correction by the bank.
    Bank,
}

/// An order that the customer signed beforehand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedOrder {
    /// Its number.
    pub id: SignedOrderId,
    /// Whose.
    pub customer: CustomerNo,
    /// The flow it is for.
    pub flow: String,
    /// The account it binds.
    pub account: AccountId,
    /// Amounts by the flow's field, exactly.
    pub amounts: Vec<(String, Money)>,
    /// The day it was signed.
    pub signed: Day,
    /// Valid to the end of this day.
    pub until: Day,
    /// The run that used it up.
    pub used_by: Option<RequestKey>,
}

/// A run that was submitted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FlowRun {
    /// Made when the form opened; a retry carries the same one.
    pub request: RequestKey,
    /// For whom.
    pub customer: CustomerNo,
    /// The flow's name in the pack.
    pub flow: String,
    /// BLAKE3 of the flow's file, hex.
    pub revision: String,
    /// Field names and their canonical values.
    pub fields: Vec<(String, String)>,
    /// The prices it was submitted with.
    pub quote: FlowQuote,
    /// How the customer said yes.
    pub evidence: Evidence,
    /// Who submitted it.
    pub maker: OperatorId,
    /// Where.
    pub touchpoint: Touchpoint,
    /// When.
    pub at: Moment,
    /// Where it stands.
    pub state: FlowState,
    /// It helped or it was hard, as the operator said.
    pub helped: Option<bool>,
    /// What beside the ledger it changed, so that it can be taken back.
    pub effects: Vec<FlowEffect>,
    /// Its orders to the core system.
    pub orders: Vec<OutboxId>,
}

/// What a posted run changed beside the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FlowEffect {
    /// A deposit and its account were closed.
    DepositClosed {
        /// The account.
        account: AccountId,
    },
    /// Units of a fund came to the customer.
    UnitsHeld {
        /// The fund.
        code: String,
        /// How many.
        units: i64,
        /// What they cost.
        cost: Money,
    },
    /// An offer was taken, or ended because what it rested on is gone.
    OfferEnded {
        /// Its id in the pack.
        offer: String,
        /// Its name as it was shown.
        name: Said,
    },
    /// A signed order was used up.
    OrderUsed {
        /// Which.
        order: SignedOrderId,
    },
    /// Units of a fund were ordered that come on a later day.
    UnitsOrdered {
        /// The fund.
        code: String,
    },
}

/// Where a submitted run stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FlowState {
    /// Nothing is posted; a second person is asked.
    AwaitingApproval {
        /// The approval.
        approval: ApprovalId,
    },
    /// Nothing is posted; the second person sent it back.
    Returned {
        /// Why.
        reason: String,
    },
    /// Nothing is posted and nothing will be: cancelled, lapsed or its price went stale before the approval.
    Dropped,
    /// All of it is posted.
    Posted {
        /// The receipt.
        receipt: ReceiptNo,
    },
    /// It stopped at its safe point: what is done stays, the rest was not done, a task is open.
    Halted {
        /// The receipt of what was done.
        receipt: ReceiptNo,
        /// The leg that was refused, from 1.
        leg: u8,
        /// Why.
        why: Said,
        /// Who owes the next step.
        task: TaskId,
    },
    /// What was posted is taken back as a whole.
    Reversed {
        /// The receipt of the reversal.
        receipt: ReceiptNo,
    },
}
