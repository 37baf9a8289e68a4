//! The start screen: work left today, whom to call, and the demo bank's stories.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{CustomerNo, due::DueItem},
    text::Said,
    time::{Day, Moment},
};

/// The most lines of each list; `left` and `calls` say how many there are.
pub const WORK_LINES_MAX: usize = 50;

/// What an operator finds at the start.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Work {
    /// How many customers the bank has.
    pub customers: u64,
    /// How many things are left today.
    pub left: usize,
    /// Promises due, drafts, approvals, by time.
    pub lines: Vec<WorkLine>,
    /// How many customers there is a reason to call today.
    pub calls: usize,
    /// Whom to call and why; only customers who may be called.
    pub call: Vec<CallLine>,
    /// The demo bank's stories; none in a real bank.
    pub stories: Vec<StoryLine>,
}

/// Something left to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkLine {
    /// When it is due.
    pub at: Moment,
    /// What kind of work.
    pub kind: Said,
    /// About whom.
    pub customer: CustomerNo,
    /// The masked name; `None` where no source has one.
    pub name: Option<String>,
    /// What about.
    pub about: Said,
    /// The screen that a draft stands at, and how many its flow has.
    pub step: Option<(u8, u8)>,
    /// Of a draft that a second person sent back: why, in that person's words.
    pub returned: Option<String>,
    /// Which promise, draft, task or approval it is: Enter opens it.
    pub item: DueItem,
}

/// A reason to call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CallLine {
    /// Whom.
    pub customer: CustomerNo,
    /// The masked name.
    pub name: Option<String>,
    /// What happens and when.
    pub why: Said,
    /// The day it happens.
    pub day: Day,
    /// What to say.
    pub say: Said,
}

/// A story planted in the demo bank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryLine {
    /// The key that opens it, for the first nine.
    pub digit: Option<u8>,
    /// Its name in files and macros, e.g. `break-fx-fund`.
    pub story: String,
    /// Whose.
    pub customer: CustomerNo,
    /// The masked name.
    pub name: Option<String>,
    /// What there is to see.
    pub title: Said,
}
