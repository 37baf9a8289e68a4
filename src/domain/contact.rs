//! Ways to reach a customer.

use serde::{Deserialize, Serialize};

use super::CustomerNo;
use crate::time::Day;

/// A telephone number, mail or postal address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactPoint {
    /// Whose.
    pub customer: CustomerNo,
    /// What it is.
    pub kind: ContactKind,
    /// E.164 number, mail address, or the address in one line.
    pub value: String,
    /// When the customer last confirmed it.
    pub confirmed: Option<Day>,
}

/// What a contact point is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ContactKind {
    /// Mobile telephone.
    Mobile,
    /// Another telephone.
    Phone,
    /// E-mail.
    Email,
    /// Postal address.
    Address,
}
