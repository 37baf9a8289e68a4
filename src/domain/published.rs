//! What every decision and quote names: the rules and the numbers it was made with.

use serde::{Deserialize, Serialize};

/// The pack and model revision in force.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Published {
    /// BLAKE3 of the pack's files, hex.
    pub policy: String,
    /// The published model revision; 0 before the first.
    pub model: u64,
}
