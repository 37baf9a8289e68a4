//! Identifiers that prove themselves by a checksum or a form.
//!
//! What is typed or imported goes through `try_new`. Stored values are read back by serde without the check:
//! the checksum of their record stands for them, and a rule that grows stricter must not make old records
//! unreadable.

mod card_number;
mod email;
mod free_text;
mod iban;
mod national;
mod phone;

pub use card_number::CardNumber;
pub use email::Email;
pub use free_text::free_text;
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
    /// Passes the arithmetic but is never issued, e.g. 11111111110.
    #[error("never issued")]
    NeverIssued,
    /// Not of a country that the bank serves here.
    #[error("not of this country")]
    Country,
    /// Of another register, e.g. a citizen's number given as a foreigner's.
    #[error("of another register")]
    Register,
}

/// The values of a text of ASCII digits; no other script's digits pass.
fn digits(text: &str) -> Result<Vec<u32>, IdentityFault> {
    text.chars().map(|c| c.to_digit(10).ok_or(IdentityFault::Character)).collect()
}

/// Whether one digit fills the whole number.
fn all_equal(digits: &[u32]) -> bool {
    digits.windows(2).all(|pair| pair.first() == pair.last())
}

/// The last `count` characters of an ASCII text, for masked forms.
fn tail(text: &str, count: usize) -> &str {
    text.get(text.len().saturating_sub(count)..).unwrap_or_default()
}
