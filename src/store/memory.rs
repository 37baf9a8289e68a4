//! The memory engine: everything a store does but surviving its process. For tests and dry runs.

use std::collections::BTreeMap;
use std::ops::Bound;
use std::sync::{PoisonError, RwLock, RwLockReadGuard};

use super::hash::{StateHash, stored_key};
use super::overlay::{Base, Live, Overlay, Verdict};
use super::range::stored_bounds;
use super::shape::{self, changed_keys};
use super::{Batch, Change, Committed, Entry, Key, KeyRange, Sequence, Store, StoreError, Table, Versioned};
use super::{FOLLOW_BATCHES_MAX, SCAN_ROWS_MAX};

/// An ordered map with versions. It keeps every change for `follow`, so it grows with its history.
#[derive(Debug, Default)]
pub struct MemoryStore {
    held: RwLock<Held>,
}

#[derive(Debug, Default)]
struct Held {
    entries: BTreeMap<Key, Live>,
    changes: Vec<Change>,
    state: StateHash,
}

impl Base for Held {
    fn load(&self, stored_key: &[u8]) -> Result<Option<Live>, StoreError> {
        Ok(self.entries.get(stored_key).cloned())
    }
}

impl Held {
    fn sequence(&self) -> Sequence {
        self.changes.last().map_or(0, |change| change.sequence)
    }
}

impl MemoryStore {
    /// An empty store.
    #[must_use]
    pub fn new() -> MemoryStore {
        MemoryStore::default()
    }

    fn read(&self) -> RwLockReadGuard<'_, Held> {
        self.held.read().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store for MemoryStore {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Versioned>, StoreError> {
        let live = self.read().load(&stored_key(table, key))?;
        Ok(live.map(|live| Versioned { version: live.version, value: live.value }))
    }

    fn scan(&self, table: Table, range: KeyRange, limit: usize) -> Result<Vec<Entry>, StoreError> {
        let Some((start, end)) = stored_bounds(table, &range) else {
            return Ok(Vec::new());
        };
        let held = self.read();
        let rows = held.entries.range::<Key, _>((Bound::Included(&start), Bound::Excluded(&end)));
        let entry = |(key, live): (&Key, &Live)| Entry {
            key: key.iter().skip(1).copied().collect(),
            version: live.version,
            value: live.value.clone(),
        };
        let limit = limit.min(SCAN_ROWS_MAX);
        Ok(if range.backwards {
            rows.rev().take(limit).map(entry).collect()
        } else {
            rows.take(limit).map(entry).collect()
        })
    }

    fn commit(&self, batch: Batch) -> Result<Committed, StoreError> {
        shape::check(&batch)?;
        let mut held = self.held.write().unwrap_or_else(PoisonError::into_inner);
        let mut overlay = Overlay::new(held.sequence(), held.state);
        let sums = match overlay.judge(&*held, &batch)? {
            Verdict::Fresh(sums) => sums,
            Verdict::Known(committed) => return Ok(committed),
        };
        let keys = changed_keys(&batch).into_iter().map(|(table, key)| (table, key.clone())).collect();
        let sequence = overlay.stage(batch, &sums);
        held.state = overlay.state;
        held.changes.push(Change { sequence, keys });
        for (key, live) in overlay.into_changes() {
            match live {
                Some(live) => held.entries.insert(key, live),
                None => held.entries.remove(&key),
            };
        }
        Ok(Committed { sequence, replayed: None })
    }

    fn follow(&self, after: Sequence, limit: usize) -> Result<Vec<Change>, StoreError> {
        let limit = limit.min(FOLLOW_BATCHES_MAX);
        let held = self.read();
        let start = held.changes.partition_point(|change| change.sequence <= after);
        Ok(held.changes.iter().skip(start).take(limit).cloned().collect())
    }

    fn sequence(&self) -> Result<Sequence, StoreError> {
        Ok(self.read().sequence())
    }

    fn state_hash(&self) -> Result<[u8; 32], StoreError> {
        Ok(self.read().state.bytes())
    }
}
