//! What a store says about itself: demo or real, its pack, its schema, what is published.

use serde::{Deserialize, Serialize};

use super::{
    ServiceError, commit,
    records::{self, Put, Record},
};
use crate::{
    domain::{
        AuditId,
        audit::{AuditAct, AuditRecord},
        channel::Touchpoint,
        operator::{OperatorId, Role, Verification},
        published::Published,
    },
    store::{Batch, RequestId, Store, StoreError, tables},
    time::Moment,
};

/// The layout of records that this program writes. It rises when a stored form changes.
///
/// 3: held prices say what they were held for, approvals as what their maker works.
pub const SCHEMA: u32 = 3;

const IDENTITY: &str = "identity";
const PUBLISHED: &str = "published";

/// Whether a store holds invented people or real ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StoreKind {
    /// Invented, or imported under the embedded pack; demo rules hold.
    Demo,
    /// A bank's own pack; no demo rule holds.
    Real,
}

/// Who a store says it is; written by the first write and never changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoreIdentity {
    /// Demo or real.
    pub kind: StoreKind,
    /// The pack's name.
    pub pack: String,
    /// The layout of its records.
    pub schema: u32,
}

impl StoreIdentity {
    /// An identity in this program's schema.
    #[must_use]
    pub fn new(kind: StoreKind, pack: &str) -> StoreIdentity {
        StoreIdentity { kind, pack: pack.to_owned(), schema: SCHEMA }
    }
}

/// Why a store is not the one that is wanted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MetaError {
    /// A demo store under a real pack or the reverse, or another pack.
    #[error("the store is of pack {} ({:?}), asked was pack {} ({:?})", found.pack, found.kind, asked.pack, asked.kind)]
    Mismatch {
        /// What the store says.
        found: StoreIdentity,
        /// What was asked.
        asked: StoreIdentity,
    },
    /// The records are laid out for another version of the program.
    #[error("the store has schema {found}, this program reads {SCHEMA}")]
    Schema {
        /// What the store says.
        found: u32,
    },
    /// The machinery failed.
    #[error(transparent)]
    Failed(#[from] ServiceError),
}

impl From<StoreError> for MetaError {
    fn from(error: StoreError) -> MetaError {
        MetaError::Failed(ServiceError::Store(error))
    }
}

/// Who the store says it is; `None` before its first write.
///
/// # Errors
/// What the store says.
pub fn identity(store: &dyn Store) -> Result<Option<StoreIdentity>, ServiceError> {
    Ok(records::get(store, &tables::meta(IDENTITY))?.map(|(_, identity)| identity))
}

/// Checks that a store, if it says anything, is the one that is asked for; for commands that only read.
///
/// # Errors
/// [`MetaError::Mismatch`] and [`MetaError::Schema`].
pub fn check(store: &dyn Store, asked: &StoreIdentity) -> Result<Option<StoreIdentity>, MetaError> {
    let Some(found) = identity(store)? else {
        return Ok(None);
    };
    if found.schema != asked.schema {
        return Err(MetaError::Schema { found: found.schema });
    }
    if found != *asked {
        let asked = asked.clone();
        return Err(MetaError::Mismatch { found, asked });
    }
    Ok(Some(found))
}

/// Before the first write: the store becomes what is asked, or it is that already.
///
/// # Errors
/// As [`check`], and what the store's commit says.
pub fn claim(store: &dyn Store, asked: &StoreIdentity) -> Result<(), MetaError> {
    if check(store, asked)?.is_some() {
        return Ok(());
    }
    match store.commit(record(store, IDENTITY, asked)?) {
        // somebody else was first: what did they make of it?
        Err(StoreError::Conflict { .. }) => check(store, asked).map(|_| ()),
        done => done.map(|_| ()).map_err(MetaError::from),
    }
}

/// The identity of a store that is empty, for its first write.
pub(super) fn first(asked: &StoreIdentity) -> Result<Put, StoreError> {
    Put::seal(tables::meta(IDENTITY), asked)
}

/// The rules and numbers in force; `None` before the first are published.
///
/// # Errors
/// What the store says.
pub fn published(store: &dyn Store) -> Result<Option<Published>, ServiceError> {
    Ok(records::get(store, &tables::meta(PUBLISHED))?.map(|(_, published)| published))
}

/// Puts the rules of a pack in force, with a trace of who did; the same again writes nothing. The numbers stay.
///
/// # Errors
/// What the store's commit says; a conflict when somebody else published meanwhile.
pub fn publish(store: &dyn Store, policy: &str, by: Publisher) -> Result<(), ServiceError> {
    let before = published(store)?;
    if before.as_ref().is_some_and(|published| published.policy == policy) {
        return Ok(());
    }
    let new = Published { policy: policy.to_owned(), model: before.map_or(0, |published| published.model) };
    let mut batch = record(store, PUBLISHED, &new)?;
    let trace = AuditRecord {
        id: AuditId(by.id),
        at: by.at,
        operator: by.operator,
        role: Role::Owner,
        touchpoint: Touchpoint::default(),
        contact: None,
        reason: None,
        verified: Verification::default(),
        act: AuditAct::Maintained { command: format!("publish {policy}") },
    };
    let trace = Record::Audit(trace).put()?;
    batch.expects.push(commit::expect((trace.table, trace.key.clone()), 0));
    batch.puts.push((trace.table, trace.key, trace.value));
    store.commit(batch)?;
    Ok(())
}

/// Who publishes, for the trace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Publisher {
    /// Who.
    pub operator: OperatorId,
    /// When.
    pub at: Moment,
    /// A new id.
    pub id: u128,
}

/// One record expecting the version it replaces; the request id is drawn from both, so a retry is a replay.
fn record<T: Serialize>(store: &dyn Store, name: &str, value: &T) -> Result<Batch, StoreError> {
    let place = tables::meta(name);
    let version = store.get(place.0, &place.1)?.map_or(0, |found| found.version);
    let put = Put::seal(place.clone(), value)?;
    let digest = commit::digest(&(name, version, &put.value))?;
    let id = digest.first_chunk().map_or(0, |half| u128::from_be_bytes(*half));
    Ok(Batch {
        request_id: RequestId(id),
        digest,
        result: Vec::new(),
        expects: vec![commit::expect(place, version)],
        puts: vec![(put.table, put.key, put.value)],
        deletes: Vec::new(),
        adds: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        service::fixtures::moment,
        store::{KeyRange, Table, memory::MemoryStore},
    };

    #[test]
    fn the_first_write_says_who_the_store_is() {
        let store = MemoryStore::new();
        let demo = StoreIdentity::new(StoreKind::Demo, "demo-bank");
        assert_eq!(check(&store, &demo).unwrap(), None);
        claim(&store, &demo).unwrap();
        let hash = store.state_hash().unwrap();
        claim(&store, &demo).unwrap();
        assert_eq!(store.state_hash().unwrap(), hash);
        assert_eq!(identity(&store).unwrap(), Some(demo));
    }

    #[test]
    fn another_kind_pack_or_schema_is_refused() {
        let store = MemoryStore::new();
        let demo = StoreIdentity::new(StoreKind::Demo, "demo-bank");
        claim(&store, &demo).unwrap();
        for asked in
            [StoreIdentity::new(StoreKind::Real, "demo-bank"), StoreIdentity::new(StoreKind::Demo, "other")]
        {
            assert!(matches!(claim(&store, &asked), Err(MetaError::Mismatch { .. })));
        }
        let newer = StoreIdentity { schema: SCHEMA + 1, ..demo };
        assert_eq!(claim(&store, &newer), Err(MetaError::Schema { found: SCHEMA }));
    }

    /// An identity as the program before wrote it, byte by byte: envelope, demo, `demo-bank`, schema 2.
    const OLD: &[u8] = b"\x01\x00\x00\x00\x00\x09demo-bank\x02";

    #[test]
    fn a_store_of_an_earlier_schema_is_refused_by_its_number_and_left_as_it_is() {
        let store = MemoryStore::new();
        let (table, key) = tables::meta(IDENTITY);
        let batch = Batch {
            request_id: RequestId(1),
            digest: [0; 32],
            result: Vec::new(),
            expects: Vec::new(),
            puts: vec![(table, key, OLD.to_vec())],
            deletes: Vec::new(),
            adds: Vec::new(),
        };
        store.commit(batch).unwrap();
        let hash = store.state_hash().unwrap();
        let demo = StoreIdentity::new(StoreKind::Demo, "demo-bank");
        assert_eq!(claim(&store, &demo), Err(MetaError::Schema { found: 2 }));
        assert_eq!(check(&store, &demo), Err(MetaError::Schema { found: 2 }));
        assert_eq!(store.state_hash().unwrap(), hash);
    }

    #[test]
    fn what_is_published_is_read_back_and_replaced() {
        let store = MemoryStore::new();
        let of = |policy: &str| Published { policy: policy.to_owned(), model: 0 };
        assert_eq!(published(&store).unwrap(), None);
        for (policy, id, traces) in [("a", 1, 1), ("b", 2, 2), ("b", 3, 2), ("a", 4, 3)] {
            let at = moment("2026-11-24T10:42:00+03:00");
            let by = Publisher { operator: OperatorId("owner".to_owned()), at, id };
            publish(&store, policy, by).unwrap();
            assert_eq!(published(&store).unwrap(), Some(of(policy)));
            assert_eq!(store.scan(Table::Audit, KeyRange::all(), 10).unwrap().len(), traces, "{id}");
        }
    }
}
