//! The one way to change the bank: facts, nouns and counters become ONE batch, with the version key of every
//! customer concerned, what follows from them, and the request's id, digest and result.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{
    ServiceError,
    project::{Altered, Change, Derived, PROJECTIONS},
    records::{self, Put, Record},
};
use crate::{
    domain::{CustomerNo, Fact, FactKind, RequestKey, customer::Manifest},
    store::{
        Add, Batch, Committed, Digest, Expect, Key, RequestId, Store, StoreError, Table, Version, codec,
        tables,
    },
};

/// What a request wants to change.
#[derive(Debug, Clone, PartialEq)]
pub struct Intent {
    /// Made when the form opened; a retry carries the same one.
    pub request: RequestKey,
    /// Of the request's body.
    pub digest: Digest,
    /// What a replay is answered with, sealed.
    pub result: Vec<u8>,
    /// New or changed facts of customers; they raise the customer's version.
    pub facts: Vec<Fact>,
    /// New or changed nouns; they do not.
    pub records: Vec<Record>,
    /// Counters.
    pub adds: Vec<Add>,
    /// Versions that the caller decided upon.
    pub expects: Vec<Expect>,
    /// Customers whose version is raised though no fact of theirs changes: a posting does that.
    pub raises: BTreeSet<CustomerNo>,
}

impl Intent {
    /// An intent that changes nothing yet.
    ///
    /// # Errors
    /// [`StoreError::Malformed`] when body or result cannot be sealed.
    pub fn new(
        request: RequestKey,
        body: &impl Serialize,
        result: &impl Serialize,
    ) -> Result<Intent, StoreError> {
        Ok(Intent {
            request,
            digest: digest(body)?,
            result: codec::seal(result)?,
            facts: Vec::new(),
            records: Vec::new(),
            adds: Vec::new(),
            expects: Vec::new(),
            raises: BTreeSet::new(),
        })
    }

    /// The same, provided that the customer still has the version that was read.
    #[must_use]
    pub fn at_version(mut self, no: CustomerNo, version: Version) -> Intent {
        self.expects.push(expect(tables::customer(no), version));
        self
    }
}

/// BLAKE3 of a body's sealed form, which is canonical: one value has one.
///
/// # Errors
/// [`StoreError::Malformed`] when it cannot be sealed.
pub fn digest(body: &impl Serialize) -> Result<Digest, StoreError> {
    Ok(*blake3::hash(&codec::seal(body)?).as_bytes())
}

/// Expects a version of a place.
#[must_use]
pub fn expect((table, key): (Table, Key), version: Version) -> Expect {
    Expect { table, key, version }
}

/// A customer's version key as it was read, on its way to its next state.
#[derive(Debug, Clone)]
pub(super) struct Held {
    version: Version,
    manifest: Manifest,
    raised: bool,
}

impl Held {
    /// One that was read, or one that is new (version 0).
    pub(super) fn new(version: Version, manifest: Manifest) -> Held {
        Held {
            version,
            manifest,
            raised: version == 0,
        }
    }

    pub(super) fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// The version key is written anew even if nothing is counted.
    pub(super) fn raise(&mut self) {
        self.raised = true;
    }

    /// Counts a fact and says what it alters; `None` if the same is stored already. What the manifest does
    /// not count is not looked for.
    pub(super) fn alter(
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
        }
        self.raised = true;
        let altered = Altered { before, after: fact };
        Ok(Some(AlteredFact {
            no,
            kind,
            key,
            altered,
        }))
    }
}

/// A fact that changes, with its key.
#[derive(Debug)]
pub(super) struct AlteredFact {
    no: CustomerNo,
    kind: FactKind,
    key: Key,
    altered: Altered<Fact>,
}

fn misplaced(fact: &Fact) -> ServiceError {
    ServiceError::Misplaced {
        what: match fact {
            Fact::Statement(_) => "statement rows are written by imports".to_owned(),
            Fact::Rate(_) => "rates are written by imports".to_owned(),
            other => format!("{:?} has no place", records::own_id(other).map(|(kind, _)| kind)),
        },
    }
}

/// What becomes one batch.
#[derive(Debug, Default)]
pub(super) struct Assembly {
    pub(super) customers: BTreeMap<CustomerNo, Held>,
    pub(super) puts: Vec<Put>,
    pub(super) deletes: Vec<(Table, Key)>,
    pub(super) adds: Vec<Add>,
    pub(super) expects: Vec<Expect>,
    change: Change,
    bytes: usize,
}

impl Assembly {
    /// Takes a changed fact.
    pub(super) fn fact(&mut self, altered: AlteredFact) -> Result<(), StoreError> {
        let AlteredFact {
            no,
            kind,
            key,
            altered,
        } = altered;
        let value = records::seal_fact(&altered.after)?;
        self.put(Put {
            table: Table::Fact,
            key,
            value,
        });
        self.change.facts.push((no, kind, altered));
        Ok(())
    }

    /// Takes a changed noun.
    pub(super) fn record(&mut self, altered: Altered<Record>) -> Result<(), StoreError> {
        self.put(altered.after.put()?);
        self.change.records.push(altered);
        Ok(())
    }

    /// Takes a record as it stands.
    pub(super) fn put(&mut self, put: Put) {
        self.bytes += put.key.len() + put.value.len();
        self.puts.push(put);
    }

    /// At most so many keys will be written: each fact may bring an index row and drop a due row.
    pub(super) fn keys_at_most(&self) -> usize {
        self.puts.len()
            + 2 * (self.change.facts.len() + self.change.records.len())
            + self.customers.len()
            + self.deletes.len()
            + self.adds.len()
    }

    /// Bytes of what was put so far.
    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }

    /// Nothing would be written.
    pub(super) fn is_empty(&self) -> bool {
        self.puts.is_empty()
            && self.deletes.is_empty()
            && self.adds.is_empty()
            && self.customers.values().all(|held| !held.raised)
    }

    /// The batch: keys sorted, versions expected, what follows derived.
    pub(super) fn batch(mut self, identity: Identity) -> Result<Batch, StoreError> {
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
        self.puts
            .sort_by(|one, other| (one.table, &one.key).cmp(&(other.table, &other.key)));
        // a row that is dropped for one reason and put for another stays
        let puts = &self.puts;
        self.deletes.retain(|(table, key)| {
            puts.binary_search_by(|put| (put.table, &put.key).cmp(&(*table, key)))
                .is_err()
        });
        Ok(Batch {
            request_id: RequestId(identity.request.0),
            digest: identity.digest,
            result: identity.result,
            expects: self.expects,
            puts: self
                .puts
                .into_iter()
                .map(|put| (put.table, put.key, put.value))
                .collect(),
            deletes: self.deletes,
            adds: self.adds,
        })
    }
}

/// Request id, digest and result of a batch.
pub(super) struct Identity {
    pub(super) request: RequestKey,
    pub(super) digest: Digest,
    pub(super) result: Vec<u8>,
}

/// Reads what the intent touches and makes its batch. Facts that are stored already change nothing.
///
/// # Errors
/// [`ServiceError::Misplaced`] for a fact of a customer that does not exist and is not among the facts, for
/// statement rows and for rates; else what the store says.
pub fn prepare(store: &dyn Store, intent: Intent) -> Result<Batch, ServiceError> {
    let mut assembly = Assembly {
        adds: intent.adds,
        ..Assembly::default()
    };
    for no in intent.raises {
        held(store, &mut assembly, no, None)?.raise();
    }
    for fact in intent.facts {
        take(store, &mut assembly, fact)?;
    }
    for record in intent.records {
        let place = record.place();
        let before = before(store, &mut assembly, place, &record)?;
        assembly.record(Altered {
            before,
            after: record,
        })?;
    }
    assembly.expects.extend(intent.expects);
    Ok(assembly.batch(Identity {
        request: intent.request,
        digest: intent.digest,
        result: intent.result,
    })?)
}

/// The noun as it stands, its version expected. Entries and traces are only ever added, never written over.
fn before(
    store: &dyn Store,
    assembly: &mut Assembly,
    (table, key): (Table, Key),
    record: &Record,
) -> Result<Option<Record>, StoreError> {
    let found = match record {
        Record::Entry(_) | Record::Audit(_) => None,
        Record::Draft(_) | Record::Task(_) | Record::Approval(_) | Record::Outbox(_) | Record::Quote(_) => {
            store.get(table, &key)?
        }
    };
    let Some(found) = found else {
        assembly.expects.push(expect((table, key), 0));
        return Ok(None);
    };
    let before = Record::open(table, &key, &found.value)?;
    assembly.expects.push(expect((table, key), found.version));
    Ok(before)
}

fn take(store: &dyn Store, assembly: &mut Assembly, fact: Fact) -> Result<(), ServiceError> {
    let no = owner(store, &fact)?;
    let Some(id) = records::own_id(&fact) else {
        return Err(misplaced(&fact));
    };
    let new = match &fact {
        Fact::Customer(customer) => Some(Manifest::new(customer.source.clone())),
        _ => None,
    };
    let altered = held(store, assembly, no, new)?.alter(store, no, id, fact)?;
    match altered {
        Some(altered) => Ok(assembly.fact(altered)?),
        None => Ok(()),
    }
}

fn owner(store: &dyn Store, fact: &Fact) -> Result<CustomerNo, ServiceError> {
    use crate::domain::{account::AccountTerms, fact::About};
    match fact.about() {
        About::Customer(no) => Ok(no),
        About::Account(account) => {
            let terms = records::get::<AccountTerms>(store, &tables::account_owner(account))?;
            terms
                .map(|(_, terms)| terms.customer)
                .ok_or_else(|| ServiceError::Misplaced {
                    what: format!("account {account} has no owner"),
                })
        }
        About::Nobody => Err(misplaced(fact)),
    }
}

fn held<'a>(
    store: &dyn Store,
    assembly: &'a mut Assembly,
    no: CustomerNo,
    new: Option<Manifest>,
) -> Result<&'a mut Held, ServiceError> {
    use std::collections::btree_map::Entry;
    match assembly.customers.entry(no) {
        Entry::Occupied(entry) => Ok(entry.into_mut()),
        Entry::Vacant(entry) => {
            let read = records::get::<Manifest>(store, &tables::customer(no))?;
            let (version, manifest) = match (read, new) {
                (Some(read), _) => read,
                (None, Some(new)) => (0, new),
                (None, None) => {
                    return Err(ServiceError::Misplaced {
                        what: format!("customer {no} does not exist"),
                    });
                }
            };
            Ok(entry.insert(Held::new(version, manifest)))
        }
    }
}

/// Prepares and commits; a conflict is the caller's to judge, for what was checked may no longer hold.
///
/// # Errors
/// As [`prepare`], and what the store's commit says.
pub fn commit(store: &dyn Store, intent: Intent) -> Result<Committed, ServiceError> {
    Ok(store.commit(prepare(store, intent)?)?)
}

#[cfg(test)]
mod tests;
