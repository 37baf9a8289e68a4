//! Approvals: a second person agrees to exactly what was asked.

use serde::{Deserialize, Serialize};

use super::{
    ApprovalId, CustomerNo, RequestKey,
    operator::{OperatorId, Role},
    receipt::ReceiptNo,
};
use crate::{money::Money, time::Moment};

/// An approval, asked or given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Approval {
    /// The approval.
    pub id: ApprovalId,
    /// For whom.
    pub customer: CustomerNo,
    /// The request it is about.
    pub request: RequestKey,
    /// Digest of exactly what is approved; an edit makes it another.
    pub digest: [u8; 32],
    /// What is to be agreed to.
    pub what: ApprovalKind,
    /// The amount that asked for it.
    pub amount: Money,
    /// The maker's limit that it passes.
    pub limit: Money,
    /// Who asked.
    pub maker: OperatorId,
    /// As what.
    pub role: Role,
    /// When.
    pub asked: Moment,
    /// It lapses then.
    pub until: Moment,
    /// How it ended, by whom and when.
    pub outcome: Option<(ApprovalOutcome, OperatorId, Moment)>,
}

/// What is to be agreed to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ApprovalKind {
    /// A run of a flow.
    Run,
    /// Taking a posted run back.
    Reversal {
        /// Its receipt.
        receipt: ReceiptNo,
        /// Why.
        reason: String,
    },
}

/// How an approval ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ApprovalOutcome {
    /// Agreed.
    Approved,
    /// Sent back, with the reason.
    Returned(String),
    /// Its price went stale before anybody agreed.
    Lapsed,
    /// The maker took it back or submitted something else in its place.
    Withdrawn,
}
