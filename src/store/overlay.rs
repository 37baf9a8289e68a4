//! What the batches of one group see: the engine's entries with the group's earlier batches on top.

use std::collections::BTreeMap;

use super::hash::{EntryHash, StateHash, entry_hash, stored_key};
use super::shape::{DIGEST_BYTES, request_key};
use super::{Batch, Committed, Key, Sequence, StoreError, Table, Version, codec};

/// An entry as it stands in an engine.
#[derive(Debug, Clone)]
pub(crate) struct Live {
    pub(crate) version: Version,
    pub(crate) hash: EntryHash,
    pub(crate) value: Vec<u8>,
}

/// Where entries come from that the group has not touched yet.
pub(crate) trait Base {
    /// The entry of a stored key, its checksum verified.
    fn load(&self, stored_key: &[u8]) -> Result<Option<Live>, StoreError>;
}

/// What a batch is answered with.
pub(crate) enum Verdict {
    /// It may be staged; the new values of its counters, in order.
    Fresh(Vec<i128>),
    /// The same request was committed before.
    Known(Committed),
}

struct Slot {
    live: Option<Live>,
    changed: bool,
}

/// The entries a group touched, and the sequence and state hash after its last staged batch.
pub(crate) struct Overlay {
    slots: BTreeMap<Key, Slot>,
    pub(crate) sequence: Sequence,
    pub(crate) state: StateHash,
    pub(crate) bytes: usize,
}

impl Overlay {
    pub(crate) fn new(sequence: Sequence, state: StateHash) -> Overlay {
        Overlay { slots: BTreeMap::new(), sequence, state, bytes: 0 }
    }

    pub(crate) fn keys(&self) -> usize {
        self.slots.len()
    }

    /// Decides a batch and changes nothing that a later batch could see.
    pub(crate) fn judge(&mut self, base: &dyn Base, batch: &Batch) -> Result<Verdict, StoreError> {
        if let Some(known) = self.touch(base, request_key(batch))? {
            return known_request(known, batch);
        }
        for expect in &batch.expects {
            let live = self.touch(base, stored_key(expect.table, &expect.key))?;
            if live.map_or(0, |live| live.version) != expect.version {
                return Err(StoreError::Conflict { table: expect.table, key: expect.key.clone() });
            }
        }
        self.prepare(base, batch).map(Verdict::Fresh)
    }

    /// Loads every entry the batch changes, so that staging cannot fail; gives the counters' new values.
    pub(crate) fn prepare(&mut self, base: &dyn Base, batch: &Batch) -> Result<Vec<i128>, StoreError> {
        self.touch(base, request_key(batch))?;
        for (table, key, _) in &batch.puts {
            self.touch(base, stored_key(*table, key))?;
        }
        for (table, key) in &batch.deletes {
            self.touch(base, stored_key(*table, key))?;
        }
        let mut sums = Vec::with_capacity(batch.adds.len());
        for add in &batch.adds {
            let live = self.touch(base, stored_key(add.table, &add.key))?;
            let current = live.map_or(Ok(0), |live| codec::counter(&live.value))?;
            let sum = current
                .checked_add(add.delta)
                .ok_or_else(|| StoreError::Malformed { what: "a counter would overflow".to_owned() })?;
            if add.delta < 0 && add.floor.is_some_and(|floor| sum < floor) {
                return Err(StoreError::Floor { table: add.table, key: add.key.clone() });
            }
            sums.push(sum);
        }
        Ok(sums)
    }

    /// Puts a judged batch on top; gives its sequence.
    pub(crate) fn stage(&mut self, batch: Batch, sums: &[i128]) -> Sequence {
        self.sequence += 1;
        let request = request_key(&batch);
        let mut record = Vec::with_capacity(DIGEST_BYTES + batch.result.len());
        record.extend_from_slice(&batch.digest);
        record.extend_from_slice(&batch.result);
        self.put(request, record);
        for (table, key, value) in batch.puts {
            self.put(stored_key(table, &key), value);
        }
        for (table, key) in batch.deletes {
            self.set(stored_key(table, &key), None);
        }
        for (add, sum) in batch.adds.iter().zip(sums) {
            self.put(stored_key(add.table, &add.key), codec::counter_bytes(*sum).to_vec());
        }
        self.sequence
    }

    /// The changed entries in key order; `None` is a removed one.
    pub(crate) fn into_changes(self) -> impl Iterator<Item = (Key, Option<Live>)> {
        self.slots.into_iter().filter(|(_, slot)| slot.changed).map(|(key, slot)| (key, slot.live))
    }

    fn touch(&mut self, base: &dyn Base, key: Key) -> Result<Option<&Live>, StoreError> {
        let slot = match self.slots.entry(key) {
            std::collections::btree_map::Entry::Occupied(entry) => entry.into_mut(),
            std::collections::btree_map::Entry::Vacant(entry) => {
                let live = base.load(entry.key())?;
                entry.insert(Slot { live, changed: false })
            }
        };
        Ok(slot.live.as_ref())
    }

    fn put(&mut self, key: Key, value: Vec<u8>) {
        let hash = entry_hash(&key, self.sequence, &value);
        self.bytes += key.len() + value.len();
        self.state.add(&hash);
        self.set(key, Some(Live { version: self.sequence, hash, value }));
    }

    fn set(&mut self, key: Key, live: Option<Live>) {
        if let Some(Slot { live: Some(old), .. }) = self.slots.insert(key, Slot { live, changed: true }) {
            self.state.subtract(&old.hash);
        }
    }
}

fn known_request(known: &Live, batch: &Batch) -> Result<Verdict, StoreError> {
    match known.value.split_first_chunk::<DIGEST_BYTES>() {
        Some((digest, result)) if *digest == batch.digest => {
            Ok(Verdict::Known(Committed { sequence: known.version, replayed: Some(result.to_vec()) }))
        }
        Some(_) => Err(StoreError::RequestReused),
        None => Err(StoreError::Corrupt {
            place: format!("{:?} {:032x}", Table::Request, batch.request_id.0),
            what: "request record is too short".to_owned(),
        }),
    }
}
