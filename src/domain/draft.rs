//! Drafts: a flow that was begun and can be taken up again.

use serde::{Deserialize, Serialize};

use super::{CustomerNo, DraftId, QuoteId, RequestKey, operator::OperatorId};
use crate::time::Moment;

/// A flow in progress.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The draft.
    pub id: DraftId,
    /// Who works on it.
    pub operator: OperatorId,
    /// For whom.
    pub customer: CustomerNo,
    /// Which flow.
    pub flow: String,
    /// The step it stands at, from 1.
    pub step: u8,
    /// Field names and what was entered.
    pub fields: Vec<(String, String)>,
    /// Made when the form opened, so that a retry posts once.
    pub request: RequestKey,
    /// The price it was given last.
    pub quote: Option<QuoteId>,
    /// Kept until then.
    pub until: Moment,
}
