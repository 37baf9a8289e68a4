//! Tasks: work that somebody owes.

use serde::{Deserialize, Serialize};

use super::{CustomerNo, TaskId, operator::OperatorId};
use crate::{text::Message, time::Moment};

/// Something to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Task {
    /// The task.
    pub id: TaskId,
    /// For whom it is done.
    pub customer: CustomerNo,
    /// Who does it; `None` is the unit's queue.
    pub owner: Option<OperatorId>,
    /// The unit.
    pub unit: String,
    /// What is to be done.
    pub what: Message,
    /// By when.
    pub due: Moment,
    /// Done at.
    pub done: Option<Moment>,
}
