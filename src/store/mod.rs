//! The bank's store: an ordered map of bytes with versions and atomic, conditional, durable, idempotent
//! batches. Small enough for another engine to implement in a day; `contract` is the suite each must pass.
//!
//! The journal is the truth and sled is an index that is rebuilt from it: sled's own `flush` issues no
//! `fsync` on Linux, so a power cut may leave it empty or unopenable.

pub mod batch;
pub mod bench;
pub mod codec;
pub mod contract;
pub mod damage;
pub mod embedded;
pub mod error;
mod hash;
mod index;
pub mod journal;
pub mod memory;
mod overlay;
pub mod range;
pub mod scratch;
mod shape;
pub mod table;
pub mod tables;

pub use batch::{Add, Batch, Committed, Digest, Expect, RequestId};
pub use damage::{Damage, Remedy};
pub use error::StoreError;
pub use range::KeyRange;
pub use table::Table;

/// A key inside one table, at most [`KEY_BYTES_MAX`] long.
pub type Key = Vec<u8>;

/// The number of a committed batch, from 1, without gaps. It orders everything; clocks do not.
pub type Sequence = u64;

/// The sequence of the batch that last wrote a key; 0 means the key is absent. Never reused after a delete.
pub type Version = u64;

/// The longest key that a table takes, in bytes.
pub const KEY_BYTES_MAX: usize = 512;
/// The longest value, in bytes, envelope included: sled moves larger ones to files of their own that no
/// sync of ours reaches.
pub const VALUE_BYTES_MAX: usize = 32 * 1024 - 64;
/// The most keys that one batch changes, and the most that it expects.
pub const BATCH_KEYS_MAX: usize = 20_000;
/// The most bytes that one batch carries: keys, values and result.
pub const BATCH_BYTES_MAX: usize = 16 * 1024 * 1024;
/// The most rows that one scan gives, whatever its limit; callers page.
pub const SCAN_ROWS_MAX: usize = 65_536;
/// The most batches that one `follow` gives, whatever its limit.
pub const FOLLOW_BATCHES_MAX: usize = 4_096;

/// A value with the version of its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Versioned {
    /// The sequence of the batch that wrote it.
    pub version: Version,
    /// The bytes as they were put.
    pub value: Vec<u8>,
}

/// One row of a scan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The key inside its table.
    pub key: Key,
    /// The sequence of the batch that wrote it.
    pub version: Version,
    /// The bytes as they were put.
    pub value: Vec<u8>,
}

/// A key that a batch changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The batch's number.
    pub sequence: Sequence,
    /// Table and key, in the batch's order: puts, deletes, adds.
    pub keys: Vec<(Table, Key)>,
}

/// What any engine must do. Every method may be called from any thread.
pub trait Store: Send + Sync {
    /// The value of a key with its version, or `None` if absent.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] when the checksum fails, [`StoreError::Damaged`] when the index cannot be read,
    /// [`StoreError::Unavailable`] when the engine is closed.
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Versioned>, StoreError>;

    /// At most `limit` rows of a range, forwards or backwards.
    ///
    /// # Errors
    /// As [`Store::get`].
    fn scan(&self, table: Table, range: KeyRange, limit: usize) -> Result<Vec<Entry>, StoreError>;

    /// Applies the whole batch or nothing; durable when it returns.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] when an expected version moved, [`StoreError::Floor`] when an add would go
    /// below its floor, [`StoreError::RequestReused`] for a known id with another body,
    /// [`StoreError::Poisoned`] when the outcome is not known.
    fn commit(&self, batch: Batch) -> Result<Committed, StoreError>;

    /// The keys changed by batches after `after`, in order, at most `limit` batches.
    ///
    /// # Errors
    /// As [`Store::get`].
    fn follow(&self, after: Sequence, limit: usize) -> Result<Vec<Change>, StoreError>;

    /// The sequence of the last applied batch.
    ///
    /// # Errors
    /// As [`Store::get`].
    fn sequence(&self) -> Result<Sequence, StoreError>;

    /// The sum modulo 2^256 of BLAKE3(table, key, version, value) over all entries, kept incrementally.
    ///
    /// # Errors
    /// As [`Store::get`].
    fn state_hash(&self) -> Result<[u8; 32], StoreError>;
}
