//! What falls due: one table, keyed by moment, read by a bounded poll.

use serde::{Deserialize, Serialize};

use super::{
    AccountId, ApprovalId, ComplaintId, CustomerNo, DraftId, OutboxId, QuoteId, TaskId,
    life_event::LifeEventKind,
};
use crate::time::Moment;

/// Something that falls due at a moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// When.
    pub at: Moment,
    /// About whom.
    pub customer: CustomerNo,
    /// What.
    pub what: DueItem,
}

/// What falls due.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DueItem {
    /// A quote expires.
    Quote(QuoteId),
    /// A call back was promised.
    Promise(ComplaintId),
    /// An approval lapses.
    Approval(ApprovalId),
    /// A task is owed.
    Task(TaskId),
    /// A draft is dropped.
    Draft(DraftId),
    /// An order is tried again.
    Outbox(OutboxId),
    /// A term deposit matures.
    Maturity(AccountId),
    /// An event of the customer's life.
    LifeEvent(LifeEventKind),
}
