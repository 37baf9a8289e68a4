//! Ways to reach a customer.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::CustomerNo;
use crate::time::Day;

/// A telephone number, mail or postal address.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
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

/// Masked: logs and errors may print it.
impl fmt::Debug for ContactPoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ContactPoint { customer, kind, value: _, confirmed } = self;
        f.debug_struct("ContactPoint")
            .field("customer", customer)
            .field("kind", kind)
            .field("value", &"***")
            .field("confirmed", confirmed)
            .finish()
    }
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
