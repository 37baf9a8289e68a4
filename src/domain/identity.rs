//! Identifiers that prove themselves by a checksum or a form.

mod iban;
mod national;
mod phone;

pub use iban::Iban;
pub use national::{IdentityKind, IdentityNo};
pub use phone::Phone;

use serde::{Deserialize, Serialize};

use super::CustomerNo;

/// A customer's identity number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identifier {
    /// Whose.
    pub customer: CustomerNo,
    /// The number.
    pub number: IdentityNo,
}

/// Why an identifier was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum IdentityFault {
    /// Another number of characters than the identifier has.
    #[error("wrong length")]
    Length,
    /// A character that cannot stand there.
    #[error("wrong character")]
    Character,
    /// The check digits do not fit.
    #[error("check digits do not fit")]
    Checksum,
    /// Passes the arithmetic but is never issued, e.g. eleven equal digits.
    #[error("never issued")]
    NeverIssued,
    /// Not of a country that the bank serves here.
    #[error("not of this country")]
    Country,
}
