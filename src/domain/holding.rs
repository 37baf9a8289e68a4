//! Fund and security holdings.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::CustomerNo;
use crate::{money::Money, time::Day};

/// Units of a fund or security and their value on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holding {
    /// Who holds it.
    pub customer: CustomerNo,
    /// The fund's or security's code.
    pub code: String,
    /// Units.
    pub units: Decimal,
    /// Their value, where known.
    pub value: Option<Money>,
    /// The day of that value.
    pub as_of: Option<Day>,
}
