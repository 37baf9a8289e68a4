//! What the bank's own scoring says of a customer: segments, lifetime value, the risk of leaving.

use serde::{Deserialize, Serialize};

use super::CustomerNo;
use crate::{money::Money, time::Day};

/// The newest scores of a customer. Every part may be missing: a score that was not made is unknown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Whose.
    pub customer: CustomerNo,
    /// The day of the scoring run.
    pub as_of: Day,
    /// The value segment's code; the pack names it.
    pub value_segment: Option<String>,
    /// The behaviour segment's code; the pack names it.
    pub behaviour_segment: Option<String>,
    /// Lifetime value.
    pub lifetime: Option<LifetimeValue>,
    /// Monthly probability of leaving in permille, the newest first.
    pub churn_permille: Vec<u16>,
    /// Why the customer may leave, by the reason's code; the pack names it.
    pub churn_reason: Option<String>,
    /// Profit of this year so far.
    pub profit_this_year: Option<Money>,
    /// Profit of the year before.
    pub profit_last_year: Option<Money>,
}

/// The cumulated value of a customer over time; it starts below zero, at the cost of acquisition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LifetimeValue {
    /// Cumulated value at equal steps of time, the first at the beginning.
    pub curve: Vec<Money>,
    /// What the customer is worth.
    pub worth: Money,
    /// The month in which the curve crosses zero.
    pub break_even_month: Option<u16>,
    /// It rose since the last run.
    pub rising: bool,
}
