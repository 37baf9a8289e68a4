//! Contacts between bank and customer.

use serde::{Deserialize, Serialize};

use super::{CustomerNo, InteractionId, channel::Channel};
use crate::time::Moment;

/// One contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interaction {
    /// The contact.
    pub id: InteractionId,
    /// With whom.
    pub customer: CustomerNo,
    /// Where.
    pub channel: Channel,
    /// Who began it.
    pub direction: Direction,
    /// When.
    pub at: Moment,
    /// What about.
    pub topic: String,
    /// How it ended.
    pub outcome: Option<String>,
}

/// Who began a contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// The customer.
    #[default]
    Inbound,
    /// The bank.
    Outbound,
}
