//! Units of a fund that were ordered and are not the customer's yet.

use serde::{Deserialize, Serialize};

use super::{CustomerNo, RequestKey, holding::Holding};
use crate::{money::Money, time::Day};

/// An order for units, paid for; the money waits in settlement until the value day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FundOrder {
    /// The run that ordered them.
    pub run: RequestKey,
    /// For whom.
    pub customer: CustomerNo,
    /// The fund's code.
    pub code: String,
    /// How many units.
    pub units: i64,
    /// What was paid.
    pub cost: Money,
    /// From this day on they are the customer's.
    pub settles: Day,
    /// The day it was taken back.
    pub cancelled: Option<Day>,
}

impl FundOrder {
    /// Whether nobody has said yet that the units came: what is known of the fund is older than the value day.
    #[must_use]
    pub fn waits(&self, holdings: &[Holding]) -> bool {
        let told = |holding: &Holding| {
            holding.code == self.code && holding.as_of.is_some_and(|day| day >= self.settles)
        };
        self.cancelled.is_none() && !holdings.iter().any(told)
    }
}
