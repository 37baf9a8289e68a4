//! Cheques that a customer drew and that bounced.

use serde::{Deserialize, Serialize};

use super::CustomerNo;
use crate::{money::Money, time::Day};

/// A cheque that was not paid when it was presented.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BouncedCheque {
    /// Who drew it.
    pub customer: CustomerNo,
    /// Its number.
    pub number: u64,
    /// Its amount.
    pub amount: Money,
    /// The day it bounced.
    pub bounced: Day,
    /// The day it was paid after all; `None` is unpaid.
    pub settled: Option<Day>,
}
