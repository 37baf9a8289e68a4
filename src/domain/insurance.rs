//! Insurance policies sold through the bank.

use serde::{Deserialize, Serialize};

use super::CustomerNo;
use crate::time::Day;

/// A policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Insurance {
    /// The policy's number.
    pub number: u64,
    /// Whose.
    pub customer: CustomerNo,
    /// The product's code; the pack names it.
    pub product: String,
    /// Its first day.
    pub begins: Day,
    /// Its last day.
    pub ends: Day,
    /// The branch that sold it.
    pub sold_at: Option<String>,
    /// The price of a renewal is fixed until this day.
    pub price_fixed_until: Option<Day>,
}
