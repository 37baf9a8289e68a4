//! The investor form: how much risk suits a customer.

use serde::{Deserialize, Serialize};

use super::CustomerNo;
use crate::time::Day;

/// The least and the most risk of a group and of a fund.
pub const RISK_GROUPS: std::ops::RangeInclusive<u8> = 1..=7;

/// A filled investor form; a newer one takes the place of the older.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvestorForm {
    /// Whose.
    pub customer: CustomerNo,
    /// The day it was signed.
    pub signed: Day,
    /// Valid to the end of this day.
    pub until: Day,
    /// The risk group it leads to, within [`RISK_GROUPS`].
    pub risk: u8,
}
