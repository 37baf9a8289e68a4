//! Finding customers: what is typed, and who is found, masked.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{CustomerNo, customer::CustomerKind},
    text::Said,
};

/// The most hits of one answer.
pub const HITS_MAX: usize = 1_000;
/// Hits when nobody says how many.
pub const HITS_DEFAULT: usize = 20;

/// What people write between the digits of a number.
pub const BETWEEN_DIGITS: [char; 9] = [' ', '-', '.', '/', '(', ')', '+', '*', '\u{a0}'];

/// Whether a text is a number or a part of one, an IBAN's too. Telephones, identity numbers and IBANs are kept as
/// hashes, so a part of one finds nobody; of a customer's number the end does.
#[must_use]
pub fn is_number(text: &str) -> bool {
    let text = text.trim();
    let digits = text.strip_prefix("TR").or_else(|| text.strip_prefix("tr")).unwrap_or(text);
    digits.contains(|c: char| c.is_ascii_digit())
        && digits.chars().all(|c| c.is_ascii_digit() || BETWEEN_DIGITS.contains(&c))
}

/// Who is found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Found {
    /// How many customers fit in all, shown or not.
    pub total: u64,
    /// How many customers the bank has.
    pub customers: u64,
    /// The best first, at most as many as were asked for.
    pub hits: Vec<Hit>,
}

/// A customer that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    /// To open it with; what is shown is `number`.
    pub customer: CustomerNo,
    /// `****2210`.
    pub number: String,
    /// Person or company.
    pub kind: CustomerKind,
    /// `IŞIL Y****Z`, where a name is known.
    pub name: Option<String>,
    /// Home branch.
    pub branch: Option<String>,
    /// Year of birth or founding.
    pub year: Option<i16>,
    /// The customer's value segment, where the pack's segments name one.
    pub segment: Option<Said>,
    /// What of the customer fits.
    pub matched_on: Matched,
    /// The higher the better; comparable within one answer only.
    pub score: u32,
}

/// What of a customer fits what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Matched {
    /// The customer's number, whole or its beginning.
    CustomerNo,
    /// The last digits of the customer's number, four or more.
    NumberEnd,
    /// The identity or tax number.
    Identity,
    /// A telephone number.
    Phone,
    /// The IBAN of an account.
    Iban,
    /// The last four digits of a card.
    Card,
    /// The name.
    Name,
}
