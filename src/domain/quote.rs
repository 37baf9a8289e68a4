//! Quotes: an offer's terms, durable before they are spoken.

use serde::{Deserialize, Serialize};

use super::{CustomerNo, QuoteId, channel::Touchpoint, published::Published};
use crate::time::Moment;

/// A quote made to a customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// Hash of customer, offer, terms, policy, published revision and day.
    pub id: QuoteId,
    /// To whom.
    pub customer: CustomerNo,
    /// Which offer.
    pub offer: String,
    /// Its terms in the offer's own form; the first number in them is its yearly rate in percent, e.g. `43.00`.
    pub terms: String,
    /// Firm, or an invitation.
    pub firm: bool,
    /// When it was made.
    pub made: Moment,
    /// It holds until then.
    pub until: Moment,
    /// Where it was made.
    pub made_on: Touchpoint,
    /// New facts that may still stop it, by name.
    pub legal_stops: Vec<String>,
    /// What it was decided with.
    pub published: Published,
}
