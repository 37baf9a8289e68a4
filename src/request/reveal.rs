//! One masked field shown for a moment, with a reason and a trace.

use serde::{Deserialize, Serialize};

use crate::domain::CustomerNo;

/// How long a revealed field stays, in seconds.
pub const REVEAL_SECONDS: u32 = 10;

/// What may be revealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The full name.
    Name,
    /// The customer number.
    Number,
    /// The identity number.
    Identity,
    /// The mobile number.
    Mobile,
}

impl Field {
    /// Every field, in the order of the header.
    pub const ALL: [Field; 4] = [Field::Name, Field::Number, Field::Identity, Field::Mobile];
}

impl Field {
    /// Its name in the audit trail.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Field::Name => "name",
            Field::Number => "number",
            Field::Identity => "identity",
            Field::Mobile => "mobile",
        }
    }
}

/// A field in clear. It leaves the screen after [`REVEAL_SECONDS`] and is never in a recording.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revealed {
    /// Whose.
    pub customer: CustomerNo,
    /// Which field.
    pub field: Field,
    /// In clear; `None` where nobody knows it.
    pub value: Option<String>,
}

/// Masked: logs and errors may print it.
impl std::fmt::Debug for Revealed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Revealed")
            .field("customer", &self.customer)
            .field("field", &self.field)
            .finish_non_exhaustive()
    }
}
