//! What a commit is made of.

use serde::{Deserialize, Serialize};

use super::{Key, Sequence, Table, Version};

/// Made when the form opens and kept in the draft; a retry carries the same one (a ULID's 128 bits).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RequestId(pub u128);

/// BLAKE3 of a request's body.
pub type Digest = [u8; 32];

/// A version that a key must still have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expect {
    /// Where the key lives.
    pub table: Table,
    /// The key.
    pub key: Key,
    /// Its version; 0 means absent.
    pub version: Version,
}

/// A change of a 16-byte i128 counter; absent counts as 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Add {
    /// Where the counter lives.
    pub table: Table,
    /// The key.
    pub key: Key,
    /// What is added; may be negative.
    pub delta: i128,
    /// The result may not be below this. A credit (`delta >= 0`) is never refused.
    pub floor: Option<i128>,
}

/// One atomic, conditional, idempotent change. A key stands at most once in puts, deletes and adds together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Same id and digest gives the stored result; same id and another digest is refused.
    pub request_id: RequestId,
    /// Digest of the request's body.
    pub digest: Digest,
    /// What a replay of this request is answered with.
    pub result: Vec<u8>,
    /// Versions that must still hold.
    pub expects: Vec<Expect>,
    /// Keys and their new values.
    pub puts: Vec<(Table, Key, Vec<u8>)>,
    /// Keys to remove.
    pub deletes: Vec<(Table, Key)>,
    /// Counters to change.
    pub adds: Vec<Add>,
}

/// The proof that a batch is durable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Committed {
    /// The batch's number; for a replay, the number of the first time.
    pub sequence: Sequence,
    /// The stored result when this request had been committed before.
    pub replayed: Option<Vec<u8>>,
}
