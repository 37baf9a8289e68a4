//! What the workstation's pure update asks of its runtime.

use serde::{Deserialize, Serialize};

use super::Request;

/// An effect: a value, so a session can be recorded and replayed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Ask the bank; the answer comes back as an event.
    Ask(Request),
    /// End the session.
    Leave,
}
