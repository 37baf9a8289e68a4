//! What an import says while it runs and when it is done.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{AccountId, operator::OperatorId},
    intake::{Layout, Reject, Totals},
    money::Money,
    service::ServiceError,
    store::StoreError,
    text::{Message, ids::import as id},
    time::{Day, Moment},
};

/// The most rejects that a report keeps; the sink is given every one.
pub const REJECTS_KEPT_MAX: usize = 1_000;
/// The most notes that a run keeps; more are counted.
pub const NOTES_KEPT_MAX: usize = 10_000;

/// How to import.
#[derive(Debug, Clone)]
pub struct ImportOptions {
    /// Check everything first and write nothing if any row is bad.
    pub strict: bool,
    /// Business time.
    pub at: Moment,
    /// Who does it, for the trace.
    pub operator: OperatorId,
}

/// What a run is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Reading everything without writing, for a strict run.
    Checking,
    /// Reading and writing rows.
    Reading,
    /// Bringing the ledger to the statements.
    Posting,
}

/// How far a run has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress<'a> {
    /// What it is doing.
    pub phase: Phase,
    /// The file, or nothing while posting.
    pub file: &'a str,
    /// Stored bytes of all files read in this phase, or accounts posted.
    pub done: u64,
    /// Of so many.
    pub total: u64,
    /// Rows read in this phase.
    pub rows: u64,
}

/// Who is told while a run goes on.
pub struct Sinks<'a> {
    /// How far it has come.
    pub progress: &'a mut dyn FnMut(&Progress<'_>),
    /// Every row that is not taken, in the order it is found.
    pub reject: &'a mut dyn FnMut(&Reject),
}

/// One file's rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileReport {
    /// Its name.
    pub file: String,
    /// Records in it.
    pub rows: u64,
    /// Taken: new, changed, or stored already.
    pub accepted: u64,
    /// Not taken.
    pub rejected: u64,
}

/// Something odd in the source that is kept as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Note {
    /// No row of the account's last day carries a balance that its rows add up to.
    BalanceDiffers {
        /// Which account.
        account: AccountId,
        /// Its last booking day.
        day: Day,
        /// What opening and rows add up to.
        ours: Money,
        /// The source's nearest balance of that day.
        stated: Money,
    },
    /// The source's balance was below zero.
    Negative {
        /// Which account.
        account: AccountId,
        /// In how many rows.
        rows: u64,
    },
}

impl Note {
    /// The sentence for people.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Note::BalanceDiffers { account, day, ours, stated } => Message::new(id::NOTE_BALANCE)
                .with("account", account.to_string())
                .with("day", *day)
                .with("ours", *ours)
                .with("stated", *stated),
            Note::Negative { account, rows } => {
                Message::new(id::NOTE_NEGATIVE).with("account", account.to_string()).with("rows", *rows)
            }
        }
    }
}

/// How many notes there are of each kind, kept or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct NoteCounts {
    /// Accounts whose last balance in the source is not what its rows add up to.
    pub balance_differs: u64,
    /// Accounts whose balance in the source was ever below zero.
    pub negative: u64,
}

/// Notes and their counts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notes {
    /// The first [`NOTES_KEPT_MAX`], by account.
    pub kept: Vec<Note>,
    /// All.
    pub counts: NoteCounts,
}

impl Notes {
    pub(super) fn push(&mut self, note: Note) {
        match note {
            Note::BalanceDiffers { .. } => self.counts.balance_differs += 1,
            Note::Negative { .. } => self.counts.negative += 1,
        }
        if self.kept.len() < NOTES_KEPT_MAX {
            self.kept.push(note);
        }
    }
}

/// What an import did.
#[derive(Debug, Clone)]
pub struct ImportReport {
    /// Each file.
    pub files: Vec<FileReport>,
    /// The first [`REJECTS_KEPT_MAX`] rows that were not taken; those that follow from others stand behind.
    pub rejects: Vec<Reject>,
    /// What the accepted rows add up to.
    pub totals: Totals,
    /// What is odd in the source.
    pub notes: Notes,
    /// Records and counters written; 0 when everything was stored already.
    pub written: u64,
}

impl ImportReport {
    /// Nothing yet.
    pub(super) fn new(layout: Layout) -> ImportReport {
        ImportReport {
            files: Vec::new(),
            rejects: Vec::new(),
            totals: Totals::new(layout),
            notes: Notes::default(),
            written: 0,
        }
    }

    /// Rows that were not taken, over all files.
    #[must_use]
    pub fn rejected(&self) -> u64 {
        self.files.iter().map(|file| file.rejected).sum()
    }
}

/// Why an import was not done.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// A strict run found bad rows, or a file cannot be read as a whole; nothing was written.
    #[error("refused: {} bad rows", .0.rejected())]
    Refused(Box<ImportReport>),
    /// A file could not be read to its end; what was written so far is kept, and importing again goes on from
    /// there.
    #[error("stopped: a file cannot be read to its end")]
    Stopped(Box<ImportReport>),
    /// The machinery failed; what was written so far is kept, and importing again goes on from there.
    #[error(transparent)]
    Failed(#[from] ServiceError),
}

impl From<StoreError> for ImportError {
    fn from(error: StoreError) -> ImportError {
        ImportError::Failed(ServiceError::Store(error))
    }
}
