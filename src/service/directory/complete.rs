//! A store that an earlier program filled lacks names and aliases, or the signs of kin: they are made once, from
//! the facts.

use super::{aliases, names};
use crate::{
    domain::{CustomerNo, Fact, FactKind},
    service::{
        ServiceError, commit, kin,
        project::{Altered, Change, Derived, Projection},
        records::{self, Put},
    },
    store::{Batch, Expect, KeyRange, RequestId, Store, StoreError, Table, tables},
};

/// Name of the record that says that names, aliases and signs of kin are those of all facts; its value is their
/// form.
const COMPLETE: &str = "directory";
/// The form that this program writes.
const FORM: u32 = 2;
/// The form of names and aliases without signs of kin.
const WITHOUT_KIN: u32 = 1;
/// Facts of one step.
const PAGE_FACTS: usize = 4_096;

/// Names and aliases of all facts are there, in the form that this program reads.
pub(in crate::service) fn is_complete(store: &dyn Store) -> Result<bool, StoreError> {
    Ok(form(store)? == Some(FORM))
}

fn form(store: &dyn Store) -> Result<Option<u32>, StoreError> {
    Ok(records::get::<u32>(store, &tables::meta(COMPLETE))?.map(|(_, form)| form))
}

/// The record of a store that holds no customer yet: from here on every commit brings names and aliases.
///
/// # Errors
/// What the store says.
pub(in crate::service) fn mark_complete(store: &dyn Store) -> Result<Option<Put>, StoreError> {
    if is_complete(store)? || !store.scan(Table::Customer, KeyRange::all(), 1)?.is_empty() {
        return Ok(None);
    }
    Put::seal(tables::meta(COMPLETE), &FORM).map(Some)
}

/// Makes names and aliases of all facts, if they are not there; `progress` is told how many facts were read.
/// A customer that changes meanwhile stops it with a conflict; the next call begins anew and loses nothing.
///
/// # Errors
/// What the store says.
pub fn complete(store: &dyn Store, progress: &mut dyn FnMut(u64)) -> Result<(), ServiceError> {
    if is_complete(store)? || store.scan(Table::Customer, KeyRange::all(), 1)?.is_empty() {
        return Ok(());
    }
    let made: &[Projection] = match form(store)? {
        Some(WITHOUT_KIN) => &[kin::rows],
        Some(_) | None => &[names::blocks, aliases::blocks, kin::rows],
    };
    let (mut range, mut read) = (KeyRange::all(), 0_u64);
    loop {
        let page = store.scan(Table::Fact, range.clone(), PAGE_FACTS)?;
        let mut change = Change::default();
        let mut expects = Vec::new();
        for row in &page {
            let kind = row.key.get(8).copied().and_then(FactKind::from_byte);
            if kind.is_some_and(is_found_by) {
                let (no, fact) = records::open_row(&row.key, &row.value)?;
                take(store, &mut change, &mut expects, (no, fact))?;
            }
        }
        write(store, made, &change, expects)?;
        read += u64::try_from(page.len()).unwrap_or_default();
        progress(read);
        match page.last() {
            Some(last) if page.len() == PAGE_FACTS => range = range.after(&last.key),
            _ => break,
        }
    }
    let mark = Put::seal(tables::meta(COMPLETE), &FORM)?;
    Ok(commit_puts(store, vec![mark], Vec::new())?)
}

const fn is_found_by(kind: FactKind) -> bool {
    matches!(
        kind,
        FactKind::Customer | FactKind::Identifier | FactKind::Contact | FactKind::Account | FactKind::Card
    )
}

/// A name must be the latest when its block is written; aliases are hints and need no such care.
fn take(
    store: &dyn Store,
    change: &mut Change,
    expects: &mut Vec<Expect>,
    (no, fact): (CustomerNo, Fact),
) -> Result<(), StoreError> {
    let mut fact = fact;
    let mut kind = FactKind::Customer;
    if let Some((own, _)) = records::own_id(&fact) {
        kind = own;
    }
    if kind == FactKind::Customer {
        let place = tables::customer(no);
        let version = store.get(place.0, &place.1)?.map_or(0, |found| found.version);
        expects.push(commit::expect(place, version));
        let (table, key) = tables::fact(no, kind, &[]);
        if let Some(found) = store.get(table, &key)? {
            fact = records::open_fact(kind, &found.value, &records::place(table, &key))?;
        }
    }
    change.facts.push((no, kind, Altered { before: None, after: fact }));
    Ok(())
}

fn write(
    store: &dyn Store,
    made: &[Projection],
    change: &Change,
    expects: Vec<Expect>,
) -> Result<(), StoreError> {
    let mut puts = Vec::new();
    for projection in made {
        for derived in projection(change)? {
            match derived {
                Derived::Put(put) => puts.push(put),
                Derived::Drop(..) => {}
            }
        }
    }
    if puts.is_empty() {
        return Ok(());
    }
    commit_puts(store, puts, expects)
}

/// The request's id is drawn from what is written and the sequence it follows, so that a repeat is a new step.
fn commit_puts(store: &dyn Store, puts: Vec<Put>, expects: Vec<Expect>) -> Result<(), StoreError> {
    let mut hasher = blake3::Hasher::new_derive_key("tekil directory");
    hasher.update(&store.sequence()?.to_be_bytes());
    for put in &puts {
        hasher.update(&put.key).update(&put.value);
    }
    let digest = *hasher.finalize().as_bytes();
    let id = digest.first_chunk().map_or(0, |half| u128::from_be_bytes(*half));
    store.commit(Batch {
        request_id: RequestId(id),
        digest,
        result: Vec::new(),
        expects,
        puts: puts.into_iter().map(|put| (put.table, put.key, put.value)).collect(),
        deletes: Vec::new(),
        adds: Vec::new(),
    })?;
    Ok(())
}
