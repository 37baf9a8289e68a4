//! The one way to change the bank: facts, nouns and counters become ONE batch, with the version key of every
//! customer concerned, what follows from them, and the request's id, digest and result.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{
    ServiceError,
    project::Altered,
    records::{self, Record},
};
use crate::{
    domain::{CustomerNo, Fact, RequestKey, account::AccountTerms, customer::Manifest, fact::About},
    store::{Add, Batch, Committed, Digest, Expect, Key, Store, StoreError, Table, Version, codec, tables},
};

mod assembly;

pub(super) use assembly::{Assembly, Held, Identity};

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
    /// Nouns that are taken away, where they still are.
    pub removes: Vec<(Table, Key)>,
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
            removes: Vec::new(),
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

/// Statement rows and rates are written by imports only.
fn misplaced(fact: &Fact) -> ServiceError {
    let name = match fact.about() {
        About::Nobody => "a rate".to_owned(),
        About::Account(account) => format!("a statement row of account {account}"),
        About::Customer(customer) => format!("a fact of customer {customer}"),
    };
    ServiceError::Misplaced { what: format!("{name} has no place among a customer's records") }
}

/// Reads what the intent touches and makes its batch. Facts that are stored already change nothing.
///
/// # Errors
/// [`ServiceError::Misplaced`] for a fact of a customer that does not exist and is not among the facts, for
/// statement rows and for rates; else what the store says.
pub fn prepare(store: &dyn Store, intent: Intent) -> Result<Batch, ServiceError> {
    let mut assembly = Assembly::default();
    assembly.adds = intent.adds;
    for no in intent.raises {
        held(store, &mut assembly, no, None)?.raise();
    }
    for fact in intent.facts {
        take(store, &mut assembly, fact)?;
    }
    for record in intent.records {
        let place = record.place();
        let before = before(store, &mut assembly, place, &record)?;
        assembly.record(Altered { before, after: record })?;
    }
    for (table, key) in intent.removes {
        let Some(found) = store.get(table, &key)? else { continue };
        if let Some(record) = Record::open(table, &key, &found.value)? {
            assembly.expects.push(expect((table, key), found.version));
            assembly.remove(record);
        }
    }
    assembly.expects.extend(intent.expects);
    Ok(assembly.batch(Identity { request: intent.request, digest: intent.digest, result: intent.result })?)
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
        Record::Draft(_)
        | Record::Task(_)
        | Record::Approval(_)
        | Record::Outbox(_)
        | Record::Quote(_)
        | Record::FlowRun(_)
        | Record::Receipt(_)
        | Record::FlowQuote(_) => store.get(table, &key)?,
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
    let new = if let Fact::Customer(customer) = &fact {
        Some(Manifest::new(customer.source.clone()))
    } else {
        None
    };
    let altered = held(store, assembly, no, new)?.alter(store, no, id, fact)?;
    match altered {
        Some(altered) => Ok(assembly.fact(altered)?),
        None => Ok(()),
    }
}

fn owner(store: &dyn Store, fact: &Fact) -> Result<CustomerNo, ServiceError> {
    match fact.about() {
        About::Customer(no) => Ok(no),
        About::Account(account) => {
            let terms = records::get::<AccountTerms>(store, &tables::account_owner(account))?;
            terms
                .map(|(_, terms)| terms.customer)
                .ok_or_else(|| ServiceError::Misplaced { what: format!("account {account} has no owner") })
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
                    return Err(ServiceError::Misplaced { what: format!("customer {no} does not exist") });
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
