//! What the workstation's pure update asks of its runtime.

use serde::{Deserialize, Serialize};

use super::Request;

/// What a session waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Timer {
    /// Pending keys open their menu.
    Menu,
    /// A revealed field is masked again.
    Reveal,
    /// What is being filled is kept.
    Keep,
}

/// An effect: a value, so a session can be recorded and replayed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Ask the bank; the answer comes back as an event.
    Ask(Request),
    /// Call back with `Event::Timer` of this name after so many milliseconds; a new one of a name replaces
    /// the old.
    StartTimer {
        /// Which.
        timer: Timer,
        /// Milliseconds.
        after_ms: u32,
    },
    /// Forget a timer.
    StopTimer {
        /// Which.
        timer: Timer,
    },
    /// Draw everything anew.
    Redraw,
    /// Give the terminal back to the shell until it is resumed.
    Suspend,
    /// End the session.
    Leave,
}
