//! What becomes one batch: versions of customers on their way, puts, and what follows from them.

use std::collections::BTreeMap;

use super::expect;
use crate::{
    domain::{CustomerNo, Fact, FactKind, RequestKey, customer::Manifest},
    service::{
        ServiceError,
        project::{Altered, Change, Derived, PROJECTIONS},
        records::{self, Put, Record},
    },
    store::{Add, Batch, Digest, Expect, Key, RequestId, Store, StoreError, Table, Version, tables},
};

/// A customer's version key as it was read, on its way to its next state.
#[derive(Debug, Clone)]
pub(in crate::service) struct Held {
    version: Version,
    manifest: Manifest,
    raised: bool,
    added: u32,
}

impl Held {
    /// One that was read, or one that is new (version 0).
    pub(in crate::service) fn new(version: Version, manifest: Manifest) -> Held {
        Held { version, manifest, raised: version == 0, added: 0 }
    }

    pub(in crate::service) fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// How many new records it was given since it was read.
    pub(in crate::service) fn added(&self) -> u32 {
        self.added
    }

    /// The version key is written anew even if nothing is counted.
    pub(in crate::service) fn raise(&mut self) {
        self.raised = true;
    }

    /// Counts a fact and says what it alters; `None` if the same is stored already. What the manifest does
    /// not count is not looked for.
    pub(in crate::service) fn alter(
        &mut self,
        store: &dyn Store,
        no: CustomerNo,
        (kind, own): (FactKind, Vec<u8>),
        fact: Fact,
    ) -> Result<Option<AlteredFact>, ServiceError> {
        let (table, key) = tables::fact(no, kind, &own);
        let mut before = None;
        if self.manifest.count(kind) > 0
            && let Some(found) = store.get(table, &key)?
        {
            let stored = records::open_fact(kind, &found.value, &records::place(table, &key))?;
            if stored == fact {
                return Ok(None);
            }
            before = Some(stored);
        }
        if before.is_none() {
            self.manifest.add(kind);
            self.added = self.added.saturating_add(1);
        }
        self.raised = true;
        let altered = Altered { before, after: fact };
        Ok(Some(AlteredFact { no, kind, key, altered }))
    }
}

/// A fact that changes, with its key.
#[derive(Debug)]
pub(in crate::service) struct AlteredFact {
    no: CustomerNo,
    kind: FactKind,
    key: Key,
    altered: Altered<Fact>,
}

/// What becomes one batch.
#[derive(Debug, Default)]
pub(in crate::service) struct Assembly {
    pub(in crate::service) customers: BTreeMap<CustomerNo, Held>,
    pub(in crate::service) puts: Vec<Put>,
    pub(in crate::service) deletes: Vec<(Table, Key)>,
    pub(in crate::service) adds: Vec<Add>,
    pub(in crate::service) expects: Vec<Expect>,
    change: Change,
    bytes: usize,
}

impl Assembly {
    /// Takes a changed fact.
    pub(in crate::service) fn fact(&mut self, altered: AlteredFact) -> Result<(), StoreError> {
        let AlteredFact { no, kind, key, altered } = altered;
        let value = records::seal_fact(&altered.after)?;
        self.put(Put { table: Table::Fact, key, value });
        self.change.facts.push((no, kind, altered));
        Ok(())
    }

    /// Takes a changed noun.
    pub(in crate::service) fn record(&mut self, altered: Altered<Record>) -> Result<(), StoreError> {
        self.put(altered.after.put()?);
        self.change.records.push(altered);
        Ok(())
    }

    /// Takes a noun away.
    pub(in crate::service) fn remove(&mut self, record: Record) {
        self.deletes.push(record.place());
        self.change.removed.push(record);
    }

    /// Takes a record as it stands.
    pub(in crate::service) fn put(&mut self, put: Put) {
        self.bytes += put.key.len() + put.value.len();
        self.puts.push(put);
    }

    /// At most so many keys will be written: each fact may bring an index row and a due row and drop
    /// one.
    pub(in crate::service) fn keys_at_most(&self) -> usize {
        self.puts.len()
            + 3 * (self.change.facts.len() + self.change.records.len())
            + self.customers.len()
            + self.deletes.len()
            + self.adds.len()
    }

    /// Bytes of what was put so far.
    pub(in crate::service) fn bytes(&self) -> usize {
        self.bytes
    }

    /// Nothing would be written.
    pub(in crate::service) fn is_empty(&self) -> bool {
        self.puts.is_empty()
            && self.deletes.is_empty()
            && self.adds.is_empty()
            && self.customers.values().all(|held| !held.raised)
    }

    /// The batch: keys sorted, versions expected, what follows derived.
    pub(in crate::service) fn batch(mut self, identity: Identity) -> Result<Batch, StoreError> {
        for projection in PROJECTIONS {
            for derived in projection(&self.change)? {
                match derived {
                    Derived::Put(put) => self.puts.push(put),
                    Derived::Drop(table, key) => self.deletes.push((table, key)),
                }
            }
        }
        for (no, held) in self.customers {
            let place = tables::customer(no);
            self.expects.push(expect(place.clone(), held.version));
            if held.raised {
                self.puts.push(Put::seal(place, &held.manifest)?);
            }
        }
        self.puts.sort_by(|one, other| (one.table, &one.key).cmp(&(other.table, &other.key)));
        // a row that is dropped for one reason and put for another stays
        let puts = &self.puts;
        self.deletes.retain(|(table, key)| {
            puts.binary_search_by(|put| (put.table, &put.key).cmp(&(*table, key))).is_err()
        });
        Ok(Batch {
            request_id: RequestId(identity.request.0),
            digest: identity.digest,
            result: identity.result,
            expects: self.expects,
            puts: self.puts.into_iter().map(|put| (put.table, put.key, put.value)).collect(),
            deletes: self.deletes,
            adds: self.adds,
        })
    }
}

/// Request id, digest and result of a batch.
pub(in crate::service) struct Identity {
    pub(in crate::service) request: RequestKey,
    pub(in crate::service) digest: Digest,
    pub(in crate::service) result: Vec<u8>,
}
