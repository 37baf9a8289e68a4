//! What a store may answer instead of a result.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::{Damage, Key, Table};

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
    /// The engine is closed or cannot start.
    #[error("store is unavailable: {cause}")]
    Unavailable {
        /// Why.
        cause: String,
    },
    /// The disk did not do what was asked of it.
    #[error("{}: {cause}", path.display())]
    Disk {
        /// The file or folder.
        path: PathBuf,
        /// The kind of the operating system's error.
        kind: io::ErrorKind,
        /// Its words.
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
    /// A part of the store's own files is not what was written.
    #[error("damaged store at {place}: {what}")]
    Damaged {
        /// File and offset, or the file.
        place: String,
        /// Which part, and what about it.
        damage: Damage,
        /// What the engine saw, lower-case; for engineers.
        what: String,
    },
    /// A stored record is not what was written, or is absent though another vouches for it.
    #[error("damaged record at {place}: {what}")]
    Corrupt {
        /// Table and key.
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
    /// A throw-away overlay holds all it may; nothing of this batch was kept.
    #[error("an overlay holds at most {keys_max} keys")]
    ScratchFull {
        /// The most keys.
        keys_max: usize,
    },
    /// The disk is full; nothing of this batch was kept.
    #[error("no space left on the disk of {}", path.display())]
    Full {
        /// The folder.
        path: PathBuf,
    },
}

impl StoreError {
    /// What the disk said of a path.
    pub(crate) fn of_disk(path: &Path, error: &io::Error) -> StoreError {
        if matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded) {
            return StoreError::Full { path: path.to_owned() };
        }
        StoreError::Disk { path: path.to_owned(), kind: error.kind(), cause: error.to_string() }
    }

    /// Where and what is damaged, and the engine's words; `None` for every other error.
    #[must_use]
    pub fn damage(&self) -> Option<(&str, Damage, &str)> {
        match self {
            StoreError::Damaged { place, damage, what } => Some((place, *damage, what)),
            StoreError::Corrupt { place, what } => Some((place, Damage::Entry, what)),
            StoreError::Conflict { .. }
            | StoreError::Floor { .. }
            | StoreError::RequestReused
            | StoreError::Malformed { .. }
            | StoreError::Poisoned { .. }
            | StoreError::Unavailable { .. }
            | StoreError::Disk { .. }
            | StoreError::Owned { .. }
            | StoreError::NotAStore { .. }
            | StoreError::Unfinished { .. }
            | StoreError::Format { .. }
            | StoreError::ScratchFull { .. }
            | StoreError::Full { .. } => None,
        }
    }
}
