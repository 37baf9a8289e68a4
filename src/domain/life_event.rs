//! Dated events of a customer's life, said by the customer or documented; never inferred.

use serde::{Deserialize, Serialize};

use super::CustomerNo;
use crate::time::Day;

/// An event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LifeEvent {
    /// Whose.
    pub customer: CustomerNo,
    /// What.
    pub kind: LifeEventKind,
    /// When; the first of the month where only the month is known.
    pub on: Day,
    /// Where it is known from.
    pub known_from: KnownFrom,
    /// The day it was recorded.
    pub recorded: Day,
}

/// The events that need different things of a bank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LifeEventKind {
    /// A marriage.
    Marriage,
    /// The birth of a child.
    Birth,
    /// Military service begins.
    MilitaryService,
    /// An appointment to a post.
    Appointment,
    /// An exam.
    Exam,
    /// Moving house.
    Moving,
    /// Retirement.
    Retirement,
}

impl LifeEventKind {
    /// Every kind.
    pub const ALL: [LifeEventKind; 7] = [
        LifeEventKind::Marriage,
        LifeEventKind::Birth,
        LifeEventKind::MilitaryService,
        LifeEventKind::Appointment,
        LifeEventKind::Exam,
        LifeEventKind::Moving,
        LifeEventKind::Retirement,
    ];
}

impl LifeEventKind {
    /// The byte in keys; stable for ever.
    #[must_use]
    pub const fn byte(self) -> u8 {
        match self {
            LifeEventKind::Marriage => 1,
            LifeEventKind::Birth => 2,
            LifeEventKind::MilitaryService => 3,
            LifeEventKind::Appointment => 4,
            LifeEventKind::Exam => 5,
            LifeEventKind::Moving => 6,
            LifeEventKind::Retirement => 7,
        }
    }
}

/// Where an event is known from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KnownFrom {
    /// The customer said so.
    Customer,
    /// A document.
    Document,
}
