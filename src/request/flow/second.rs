//! What waits for a second person, and what came of it.

use serde::{Deserialize, Serialize};

use super::FlowBegun;
use crate::{
    domain::{
        ApprovalId, CustomerNo,
        flow_run::Evidence,
        operator::{OperatorId, Role},
        receipt::ReceiptNo,
    },
    money::Money,
    text::Said,
    time::Moment,
};

/// A line of the approvals queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApprovalLine {
    /// Which.
    pub approval: ApprovalId,
    /// Digest of exactly what is asked; approving names it.
    pub digest: [u8; 32],
    /// Asked by.
    pub maker: OperatorId,
    /// As what.
    pub role: Role,
    /// Asked when.
    pub asked: Moment,
    /// For whom.
    pub customer: CustomerNo,
    /// The masked name; `None` where no source has one.
    pub name: Option<String>,
    /// The flow's title.
    pub title: Said,
    /// The amount that asked for it.
    pub amount: Money,
    /// The maker's limit that it passes; nothing is the limit of a reversal, which always needs a second person.
    pub limit: Money,
    /// Of a reversal: what is to be taken back.
    pub reverses: Option<Reversal>,
    /// It lapses then, with its price.
    pub until: Moment,
}

/// What somebody asks to take back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reversal {
    /// The receipt of what was posted.
    pub receipt: ReceiptNo,
    /// Why.
    pub reason: String,
}

/// Something that an operator put before a second person, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedLine {
    /// As it stands or stood in the queue.
    pub line: ApprovalLine,
    /// What came of it.
    pub state: AskedState,
}

/// What came of an approval.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AskedState {
    /// It waits.
    Waiting,
    /// Nobody agreed in time: price it again and submit it anew.
    Expired,
    /// It was sent back.
    Returned {
        /// Why.
        reason: String,
        /// By whom.
        by: OperatorId,
        /// When.
        at: Moment,
    },
    /// Somebody agreed.
    Approved {
        /// Who.
        by: OperatorId,
        /// When.
        at: Moment,
    },
    /// Its maker took it back or submitted something else in its place.
    Withdrawn,
}

/// A waiting run as the second person sees it: same screen, same figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FlowReview {
    /// Its line in the queue.
    pub line: ApprovalLine,
    /// The run as it was submitted, with its price.
    pub begun: FlowBegun,
    /// What the customer's yes is kept in, as the maker submitted it.
    pub evidence: Evidence,
}
