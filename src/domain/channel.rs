//! Channels and touchpoints, and the errors that customers meet there.

use serde::{Deserialize, Serialize};

use super::{CustomerNo, ErrorId};
use crate::time::Moment;

/// Where a customer did something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// A branch.
    Branch,
    /// The call centre.
    CallCenter,
    /// The voice menu.
    Ivr,
    /// A cash machine.
    Atm,
    /// The mobile application.
    Mobile,
    /// Internet banking.
    Web,
    /// A shop's card terminal.
    Pos,
}

/// Where an agent sits, or which system asks: it orders the facts on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Touchpoint {
    /// Cards and complaints first.
    #[default]
    CallCenter,
    /// Accounts and deposits first.
    Branch,
    /// The voice menu.
    Ivr,
    /// Mobile and web.
    Digital,
}

/// How long an error counts as one of the last day, in seconds.
const LAST_DAY_SECONDS: i64 = 24 * 60 * 60;

/// An operation that failed in a channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChannelError {
    /// The error.
    pub id: ErrorId,
    /// Who met it.
    pub customer: CustomerNo,
    /// Where.
    pub channel: Channel,
    /// What was tried, e.g. `cash withdrawal`.
    pub operation: String,
    /// The system's code.
    pub code: String,
    /// What the customer was told.
    pub text: String,
    /// When.
    pub at: Moment,
}

impl ChannelError {
    /// Whether it happened less than 24 hours before a moment; a later one is not known yet.
    #[must_use]
    pub fn is_of_last_day(&self, at: Moment) -> bool {
        self.at <= at && at.seconds_since(self.at) < LAST_DAY_SECONDS
    }

    /// Whether the same was tried at the same place within the last day, this time included.
    #[must_use]
    pub fn repeats(&self, other: &ChannelError, at: Moment) -> bool {
        (self.channel, &self.operation) == (other.channel, &other.operation) && self.is_of_last_day(at)
    }
}
