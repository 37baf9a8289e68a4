//! Orders to the core system, written in the same commit as the posting.

use serde::{Deserialize, Serialize};

use super::{CustomerNo, OutboxId, RequestKey};
use crate::time::Moment;

/// An order on its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutboxOrder {
    /// The order; the core system sees it at least once, with this id.
    pub id: OutboxId,
    /// About whom.
    pub customer: CustomerNo,
    /// The request that caused it.
    pub request: RequestKey,
    /// Which order, e.g. `break-deposit`.
    pub kind: String,
    /// Its body as JSON.
    pub body: String,
    /// Tries so far.
    pub attempts: u32,
    /// Next try.
    pub next: Moment,
    /// Where it stands.
    pub state: OutboxState,
}

/// Where an order stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OutboxState {
    /// To be sent.
    Waiting,
    /// The core system took it.
    Acknowledged(Moment),
    /// The core system refused it, with its reason.
    Refused(String),
    /// Given up after the last try; a supervisor looks at it.
    Dead,
    /// Taken back before the core system took it.
    Cancelled(Moment),
}
