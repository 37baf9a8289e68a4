//! A throw-away overlay: a store whose writes lie over another store and vanish with it. For dry runs.
//!
//! It reads its base live. A key that it has not written has the base's value and version; a key that it has
//! written has its own from then on, whatever the base does to it.

use std::{
    collections::BTreeMap,
    ops::Bound,
    sync::{Arc, PoisonError, RwLock, RwLockReadGuard},
};

use super::{
    Batch, Change, Committed, Entry, FOLLOW_BATCHES_MAX, Key, KeyRange, SCAN_ROWS_MAX, Sequence, Store,
    StoreError, Table, Versioned,
    hash::{StateHash, entry_hash, stored_key},
    overlay::{Base, Live, Overlay, Verdict},
    range::stored_bounds,
    shape::{self, changed_keys},
};

/// The most keys that an overlay holds; a batch beyond it is refused and leaves no trace.
pub const SCRATCH_KEYS_MAX: usize = 200_000;
/// The most bytes of keys and values that an overlay holds.
pub const SCRATCH_BYTES_MAX: usize = 256 * 1024 * 1024;

/// Writes over a base. Its sequences go on from the base's, so that no version of the base is ever given again.
pub struct ScratchStore {
    base: Arc<dyn Store>,
    bounds: Bounds,
    held: RwLock<Held>,
}

#[derive(Debug, Clone, Copy)]
struct Bounds {
    keys: usize,
    bytes: usize,
}

#[derive(Debug, Default)]
struct Held {
    /// What it has written; `None` is a removed key.
    entries: BTreeMap<Key, Option<Live>>,
    bytes: usize,
    changes: Vec<Change>,
}

/// What the base holds below the overlay's own entries.
struct Below<'s> {
    base: &'s dyn Store,
    held: &'s Held,
}

impl Base for Below<'_> {
    fn load(&self, stored: &[u8]) -> Result<Option<Live>, StoreError> {
        match self.held.entries.get(stored) {
            Some(own) => Ok(own.clone()),
            None => base_entry(self.base, stored),
        }
    }
}

fn base_entry(base: &dyn Store, stored: &[u8]) -> Result<Option<Live>, StoreError> {
    let Some((table, key)) = split(stored) else { return Ok(None) };
    let found = base.get(table, key)?;
    Ok(found.map(|Versioned { version, value }| Live {
        version,
        hash: entry_hash(stored, version, &value),
        value,
    }))
}

fn split(stored: &[u8]) -> Option<(Table, &[u8])> {
    let (byte, key) = stored.split_first()?;
    Some((Table::from_byte(*byte)?, key))
}

impl ScratchStore {
    /// An overlay that has written nothing yet.
    #[must_use]
    pub fn new(base: Arc<dyn Store>) -> ScratchStore {
        ScratchStore::bounded(base, Bounds { keys: SCRATCH_KEYS_MAX, bytes: SCRATCH_BYTES_MAX })
    }

    fn bounded(base: Arc<dyn Store>, bounds: Bounds) -> ScratchStore {
        ScratchStore { base, bounds, held: RwLock::default() }
    }

    fn read(&self) -> RwLockReadGuard<'_, Held> {
        self.held.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// The last sequence: its own, or the base's if that has gone on beyond it.
    fn last(&self, held: &Held) -> Result<Sequence, StoreError> {
        let own = held.changes.last().map_or(0, |change| change.sequence);
        Ok(own.max(self.base.sequence()?))
    }

    /// Rows of the base that it has not written, at most `limit`, after the rows that it hides are skipped.
    fn below(
        &self,
        held: &Held,
        table: Table,
        range: KeyRange,
        limit: usize,
    ) -> Result<Vec<Entry>, StoreError> {
        let mut rows = Vec::new();
        let mut range = range;
        loop {
            let page = self.base.scan(table, range.clone(), limit)?;
            let (full, last) = (page.len() == limit, page.last().map(|row| row.key.clone()));
            rows.extend(
                page.into_iter().filter(|row| !held.entries.contains_key(&stored_key(table, &row.key))),
            );
            match last {
                Some(last) if full && rows.len() < limit => range = beyond(range, last),
                _ => return Ok(rows),
            }
        }
    }
}

/// What is left of a range behind a row.
fn beyond(range: KeyRange, last: Key) -> KeyRange {
    if range.backwards { KeyRange { end: Some(last), ..range } } else { range.after(&last) }
}

/// The overlay's own rows of a range, in the range's order.
fn own_rows(held: &Held, table: Table, range: &KeyRange) -> Vec<Entry> {
    let Some((start, end)) = stored_bounds(table, range) else { return Vec::new() };
    let bounds = (Bound::Included(&start), Bound::Excluded(&end));
    let entry = |(stored, live): (&Key, &Option<Live>)| {
        let live = live.as_ref()?;
        let key = stored.iter().skip(1).copied().collect();
        Some(Entry { key, version: live.version, value: live.value.clone() })
    };
    held.entries.range::<Key, _>(bounds).filter_map(entry).collect()
}

impl Store for ScratchStore {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Versioned>, StoreError> {
        match self.read().entries.get(&stored_key(table, key)) {
            Some(own) => {
                Ok(own.as_ref().map(|live| Versioned { version: live.version, value: live.value.clone() }))
            }
            None => self.base.get(table, key),
        }
    }

    fn scan(&self, table: Table, range: KeyRange, limit: usize) -> Result<Vec<Entry>, StoreError> {
        let limit = limit.min(SCAN_ROWS_MAX);
        if limit == 0 || stored_bounds(table, &range).is_none() {
            return Ok(Vec::new());
        }
        let held = self.read();
        let mut rows = own_rows(&held, table, &range);
        let backwards = range.backwards;
        rows.extend(self.below(&held, table, range, limit)?);
        rows.sort_by(|one, other| one.key.cmp(&other.key));
        if backwards {
            rows.reverse();
        }
        rows.truncate(limit);
        Ok(rows)
    }

    fn commit(&self, batch: Batch) -> Result<Committed, StoreError> {
        shape::check(&batch)?;
        let mut held = self.held.write().unwrap_or_else(PoisonError::into_inner);
        let mut overlay = Overlay::new(self.last(&held)?, StateHash::ZERO);
        let sums = match overlay.judge(&Below { base: self.base.as_ref(), held: &held }, &batch)? {
            Verdict::Fresh(sums) => sums,
            Verdict::Known(committed) => return Ok(committed),
        };
        let keys = changed_keys(&batch).into_iter().map(|(table, key)| (table, key.clone())).collect();
        let sequence = overlay.stage(batch, &sums);
        let (bytes, most) = (held.bytes + overlay.bytes, held.entries.len() + overlay.keys());
        if most > self.bounds.keys || bytes > self.bounds.bytes {
            return Err(StoreError::ScratchFull { keys_max: self.bounds.keys });
        }
        held.bytes = bytes;
        held.entries.extend(overlay.into_changes());
        held.changes.push(Change { sequence, keys });
        Ok(Committed { sequence, replayed: None })
    }

    fn follow(&self, after: Sequence, limit: usize) -> Result<Vec<Change>, StoreError> {
        let limit = limit.min(FOLLOW_BATCHES_MAX);
        let held = self.read();
        let mut changes = self.base.follow(after, limit)?;
        changes.extend(held.changes.iter().filter(|change| change.sequence > after).take(limit).cloned());
        changes.sort_by_key(|change| change.sequence);
        changes.truncate(limit);
        Ok(changes)
    }

    fn sequence(&self) -> Result<Sequence, StoreError> {
        self.last(&self.read())
    }

    fn state_hash(&self) -> Result<[u8; 32], StoreError> {
        let held = self.read();
        let mut state = StateHash::from_bytes(&self.base.state_hash()?);
        for (stored, own) in &held.entries {
            if let Some(hidden) = base_entry(self.base.as_ref(), stored)? {
                state.subtract(&hidden.hash);
            }
            if let Some(own) = own {
                state.add(&own.hash);
            }
        }
        Ok(state.bytes())
    }
}

#[cfg(test)]
mod tests;
