//! What happens to a session.

use serde::{Deserialize, Serialize};

use super::flow::{Part, Shelf};
use crate::{
    key::Key,
    request::{Answer, Caller, Request, effect::Timer},
    text::Message,
    time::Moment,
};

/// An event; the runtime stamps what needs a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// A key.
    Key {
        /// Which.
        key: Key,
        /// The number of the last frame that was fully written when it was pressed.
        seen: u64,
        /// When: what has passed is known before the bank is asked.
        at: Moment,
    },
    /// Text that was pasted as a whole.
    Paste(String),
    /// The terminal has this many columns and rows now.
    Resize(u16, u16),
    /// The bank has answered.
    Answer {
        /// What was asked.
        request: Request,
        /// What it says.
        answer: Answer,
        /// When.
        at: Moment,
    },
    /// A frame was drawn.
    Drawn {
        /// Its number, by which keys say what was seen.
        frame: u64,
        /// Which rows of a screen that posts it showed; `None` where there is none, and where no rows are drawn.
        part: Option<Part>,
    },
    /// A timer has run out.
    Timer(Timer),
    /// The bank is open; until then what is asked waits.
    Opened {
        /// Who asks from now on.
        caller: Caller,
        /// Any operator's name is believed.
        demo: bool,
        /// The flows of its pack; a recording is replayed with those of the bank it is replayed at.
        #[serde(skip)]
        shelf: Shelf,
        /// When.
        at: Moment,
    },
    /// Names can be found; until then a number opens a customer at once.
    SearchReady,
    /// Something to know about the machinery.
    Notice(Message),
    /// The session was stopped and goes on.
    Resumed,
    /// The line is gone, or the machine wants the session to end.
    HangUp,
}
