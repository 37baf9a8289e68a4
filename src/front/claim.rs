//! The first write of a store says whose it is: a demo's or a bank's, and of which pack.

use std::sync::OnceLock;

use crate::{
    service::{
        ServiceError,
        meta::{self, MetaError, StoreIdentity},
    },
    store::{Batch, Change, Committed, Entry, KeyRange, Sequence, Store, StoreError, Table, Versioned},
};

/// A store that is claimed before its first commit, so a run that writes nothing leaves it untouched.
pub(super) struct ClaimOnWrite<'a> {
    store: &'a dyn Store,
    identity: &'a StoreIdentity,
    claimed: OnceLock<()>,
}

impl<'a> ClaimOnWrite<'a> {
    /// A store whose identity was checked already.
    pub(super) fn new(store: &'a dyn Store, identity: &'a StoreIdentity) -> ClaimOnWrite<'a> {
        ClaimOnWrite { store, identity, claimed: OnceLock::new() }
    }
}

impl Store for ClaimOnWrite<'_> {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Versioned>, StoreError> {
        self.store.get(table, key)
    }

    fn scan(&self, table: Table, range: KeyRange, limit: usize) -> Result<Vec<Entry>, StoreError> {
        self.store.scan(table, range, limit)
    }

    fn commit(&self, batch: Batch) -> Result<Committed, StoreError> {
        if self.claimed.get().is_none() {
            meta::claim(self.store, self.identity).map_err(unclaimed)?;
            self.claimed.get_or_init(|| ());
        }
        self.store.commit(batch)
    }

    fn follow(&self, after: Sequence, limit: usize) -> Result<Vec<Change>, StoreError> {
        self.store.follow(after, limit)
    }

    fn sequence(&self) -> Result<Sequence, StoreError> {
        self.store.sequence()
    }

    fn state_hash(&self) -> Result<[u8; 32], StoreError> {
        self.store.state_hash()
    }
}

/// The identity was checked before: what can still go wrong is the store itself.
fn unclaimed(error: MetaError) -> StoreError {
    if let MetaError::Failed(ServiceError::Store(error)) = error {
        return error;
    }
    StoreError::Unavailable { cause: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        service::meta::StoreKind,
        store::{RequestId, memory::MemoryStore},
    };

    #[test]
    fn reading_claims_nothing_and_the_first_commit_does() {
        let store = MemoryStore::new();
        let identity = StoreIdentity::new(StoreKind::Demo, "demo-bank");
        let claiming = ClaimOnWrite::new(&store, &identity);
        claiming.get(Table::Meta, b"x").unwrap();
        assert_eq!(store.sequence().unwrap(), 0);
        let batch = Batch {
            request_id: RequestId(7),
            digest: [7; 32],
            result: Vec::new(),
            expects: Vec::new(),
            puts: vec![(Table::Name, b"k".to_vec(), b"v".to_vec())],
            deletes: Vec::new(),
            adds: Vec::new(),
        };
        claiming.commit(batch).unwrap();
        assert_eq!(meta::identity(&store).unwrap(), Some(identity.clone()));
        assert_eq!(store.sequence().unwrap(), 2);
    }
}
