//! Term deposits.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{AccountId, CustomerNo};
use crate::{money::Money, time::Day};

/// The terms of a term deposit; its account carries the same id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deposit {
    /// The term account.
    pub account: AccountId,
    /// Its owner.
    pub customer: CustomerNo,
    /// What was placed.
    pub principal: Money,
    /// Yearly interest in percent, e.g. `41.00`.
    pub rate_percent: Decimal,
    /// First day of the term.
    pub opened: Day,
    /// Day it matures.
    pub matures: Day,
}
