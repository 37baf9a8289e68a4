//! The people of a company.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::CustomerNo;
use crate::time::Day;

/// A person who speaks for a company.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationContact {
    /// The company.
    pub customer: CustomerNo,
    /// The person's number in the source.
    pub number: u64,
    /// The person's name.
    pub name: String,
    /// What the person does there.
    pub role: String,
    /// May sign for the company.
    pub may_sign: bool,
    /// Since when.
    pub since: Option<Day>,
    /// Until when; `None` is still there.
    pub until: Option<Day>,
}

/// Masked: logs and errors may print it.
impl fmt::Debug for OrganisationContact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OrganisationContact")
            .field("customer", &self.customer)
            .field("number", &self.number)
            .field("role", &self.role)
            .finish_non_exhaustive()
    }
}
