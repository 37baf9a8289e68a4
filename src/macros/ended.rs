//! How a row ended.

use super::{effort::Effort, probe::Seen};
use crate::text::Message;

/// A row that was run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Played {
    /// How it ended.
    pub ended: Ended,
    /// What it took.
    pub effort: Effort,
    /// What it noted, by name; `None`: it was not there.
    pub logged: Vec<(String, Option<Seen>)>,
}

/// How a row ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ended {
    /// Every step was done and held.
    Done,
    /// A `when` left it out.
    Skipped(String),
    /// A `when` ended the run.
    Stopped(String),
    /// A person is needed and nobody is there.
    Waiting(String),
    /// The bank said no.
    Refused(Message),
    /// The machinery failed.
    Broken(Message),
    /// Something is not as the macro says.
    Failed(Box<Failure>),
}

/// What is not as the macro says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The step's line.
    pub line: usize,
    /// As written.
    pub source: String,
    /// What was seen, or what could not be done.
    pub seen: Message,
    /// Fields and figures that the screen was made of.
    pub rests_on: Vec<(String, Seen)>,
    /// The action before.
    pub last: Option<Last>,
    /// The screen's name.
    pub screen: String,
    /// Milliseconds since the row began.
    pub at_ms: u64,
    /// The screen, masked as its operator sees it.
    pub dump: String,
}

/// An action that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Last {
    /// Its line.
    pub line: usize,
    /// As written.
    pub source: String,
    /// How long it took, in milliseconds.
    pub took_ms: u64,
}
