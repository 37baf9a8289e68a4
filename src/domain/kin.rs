//! Other customers who are, or look like, the same person.

use serde::{Deserialize, Serialize};

use super::CustomerNo;

/// Another customer, and what makes the two look like one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Kin {
    /// How they are related.
    pub how: Kinship,
    /// The other one.
    pub customer: CustomerNo,
}

/// What two records say of one another. Two different identity numbers are two people, whatever else is equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kinship {
    /// Both have this identity number: one customer was entered twice.
    SameIdentity,
    /// Name, day of birth and telephone are equal, and no two identity numbers differ.
    SameNameBirthPhone,
    /// Two people: born on one day with one family name, under one address or telephone, with different first
    /// names and different identity numbers.
    Twin,
}
