//! What a store may answer instead of a result.

use std::path::PathBuf;

use super::{Key, Table};

/// An error of the machinery. Refusals of the business are values of `domain`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// An expected version moved; the caller reads again and decides.
    #[error("conflict on {table:?} {key:02x?}")]
    Conflict {
        /// Where.
        table: Table,
        /// Which key.
        key: Key,
    },
    /// An add would take a counter below its floor.
    #[error("floor reached on {table:?} {key:02x?}")]
    Floor {
        /// Where.
        table: Table,
        /// Which counter.
        key: Key,
    },
    /// The request id is known with another body.
    #[error("request id was used for another body")]
    RequestReused,
    /// The batch breaks a rule of the store itself.
    #[error("malformed batch: {what}")]
    Malformed {
        /// Which rule, lower-case.
        what: String,
    },
    /// An earlier I/O error makes every outcome uncertain; reopen to find out by request id.
    #[error("store is poisoned by an earlier error: {cause}")]
    Poisoned {
        /// The first error.
        cause: String,
    },
    /// The engine is closed, locked by another owner, or cannot be reached.
    #[error("store is unavailable: {cause}")]
    Unavailable {
        /// Why.
        cause: String,
    },
    /// Another process owns the folder.
    #[error("store {} is owned by process {}", path.display(), pid.map_or_else(|| "?".to_owned(), |pid| pid.to_string()))]
    Owned {
        /// The store's folder.
        path: PathBuf,
        /// The owner, where it could be read.
        pid: Option<u32>,
    },
    /// The folder holds no store, or something else.
    #[error("{} is not a store: {what}", path.display())]
    NotAStore {
        /// The folder.
        path: PathBuf,
        /// What it is instead, lower-case.
        what: String,
    },
    /// Stored bytes are not what was written.
    #[error("damaged store at {place}: {what}")]
    Corrupt {
        /// File and offset, frame number, or table and key.
        place: String,
        /// What is wrong, lower-case.
        what: String,
    },
    /// The making of a store was cut off; nothing was ever stored in it.
    #[error("the store in {} was never finished", path.display())]
    Unfinished {
        /// The folder.
        path: PathBuf,
    },
    /// Written by another version of the program.
    #[error("store has format {found}, this program reads {known}")]
    Format {
        /// What the store says.
        found: u32,
        /// What this program knows.
        known: u32,
    },
    /// The disk is full; nothing of this batch was kept.
    #[error("no space left on the disk of {}", path.display())]
    Full {
        /// The folder.
        path: PathBuf,
    },
}
