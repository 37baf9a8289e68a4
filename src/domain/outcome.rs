//! How an offer was answered.

use serde::{Deserialize, Serialize};

use super::{CustomerNo, channel::Channel};
use crate::time::{Day, Moment};

/// An offer that was made to a customer, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// To whom.
    pub customer: CustomerNo,
    /// The offer's id in the pack.
    pub offer: String,
    /// Where.
    pub channel: Channel,
    /// When.
    pub at: Moment,
    /// The answer.
    pub answer: OfferAnswer,
}

/// The customer's answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfferAnswer {
    /// Shown or said, no answer.
    Presented,
    /// Taken.
    Taken,
    /// Too expensive.
    TooExpensive,
    /// Has one already.
    HasOne,
    /// Not now; ask again on that day.
    Later(Day),
    /// Does not want it: it is not offered again.
    Unwanted,
    /// No longer possible: what it rested on is gone.
    Dropped,
}
