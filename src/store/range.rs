//! Ranges of keys within one table.

use super::hash::stored_key;
use super::{Key, Table};

/// A half-open range of keys, `start` included, `end` excluded, read forwards or backwards.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeyRange {
    /// The first key, included.
    pub start: Key,
    /// The first key after the range; `None` means to the end of the table.
    pub end: Option<Key>,
    /// Largest key first.
    pub backwards: bool,
}

impl KeyRange {
    /// The whole table.
    #[must_use]
    pub fn all() -> KeyRange {
        KeyRange::default()
    }

    /// Every key that begins with `prefix`.
    #[must_use]
    pub fn prefix(prefix: &[u8]) -> KeyRange {
        KeyRange { start: prefix.to_vec(), end: successor(prefix), backwards: false }
    }

    /// Keys after `key`, for the next page of a forward scan of the same range.
    #[must_use]
    pub fn after(mut self, key: &[u8]) -> KeyRange {
        self.start = key.to_vec();
        self.start.push(0);
        self
    }

    /// The same range, largest key first.
    #[must_use]
    pub fn reversed(mut self) -> KeyRange {
        self.backwards = true;
        self
    }
}

/// The smallest key above every key that begins with `prefix`; `None` when there is none.
fn successor(prefix: &[u8]) -> Option<Key> {
    let keep = prefix.iter().rposition(|byte| *byte != u8::MAX)?;
    let mut end: Key = prefix.iter().take(keep + 1).copied().collect();
    if let Some(last) = end.last_mut() {
        *last += 1;
    }
    Some(end)
}

/// The first stored key of a range and the first one after it; `None` for a range that holds nothing.
pub(crate) fn stored_bounds(table: Table, range: &KeyRange) -> Option<(Key, Key)> {
    let start = stored_key(table, &range.start);
    let end = match &range.end {
        Some(end) => stored_key(table, end),
        None => vec![table.byte() + 1],
    };
    (start < end).then_some((start, end))
}
