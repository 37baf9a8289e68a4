//! Names, aliases and signs of kin against the facts: everybody stands in the blocks as in the facts, and every
//! number by which a customer is found is there. Aliases that no longer hold are no fault: records are asked anyway.

use std::collections::HashMap;

use super::{Audit, place};
use crate::{
    domain::{Fact, FactKind},
    search::Person,
    service::{
        directory::{
            aliases::{self, Alias},
            is_complete, names,
        },
        kin, records,
    },
    store::{KeyRange, StoreError, Table, Version, tables},
    text::{Message, ids::verify as id},
};

pub(super) fn check(audit: &mut Audit<'_>) -> Result<(), StoreError> {
    // a store of an earlier program: they are made at the first search
    if !is_complete(audit.store)? {
        return Ok(());
    }
    let Some(mut named) = latest(audit)? else {
        return Ok(());
    };
    let Some(hinted) = hinted(audit)? else {
        return Ok(());
    };
    audit.checked("names", u64::try_from(named.len()).unwrap_or(u64::MAX));
    audit.checked("aliases", u64::try_from(hinted.len()).unwrap_or(u64::MAX));
    let mut signs = 0_u64;
    audit.each(Table::Fact, &mut |audit, row| {
        let kind = row.key.get(8).copied().and_then(FactKind::from_byte);
        let found_by = matches!(
            kind,
            Some(
                FactKind::Customer
                    | FactKind::Identifier
                    | FactKind::Contact
                    | FactKind::Account
                    | FactKind::Card
            )
        );
        // an unreadable record was named by the check of owners
        let Some((no, fact)) = found_by.then(|| records::open_row(&row.key, &row.value).ok()).flatten()
        else {
            return Ok(());
        };
        if let Fact::Customer(customer) = &fact {
            let seen = named.remove(&no.0).map(|(_, hash)| hash);
            if seen != Some(hash(&names::person(customer))) {
                audit.fault(place(Table::Fact, &row.key), Message::new(id::NAME));
            }
        }
        if let Some(sign) = kin::sign(&fact) {
            signs += 1;
            let (table, key) = tables::kin(sign, no);
            if audit.store.get(table, &key)?.is_none() {
                audit.fault(place(Table::Fact, &row.key), Message::new(id::KIN));
            }
        }
        let alias = Alias::of(&fact).map(|alias| mixed(alias.hash(), no.0));
        if alias.is_some_and(|alias| hinted.binary_search(&alias).is_err()) {
            audit.fault(place(Table::Fact, &row.key), Message::new(id::ALIAS));
        }
        Ok(())
    })?;
    let rows = audit.each(Table::Kin, &mut |_, _| Ok(()))?;
    audit.checked("kin", rows);
    if rows > signs {
        let what = Message::new(id::OWNERS).with("index", rows).with("found", signs);
        audit.fault(format!("{:?}", Table::Kin), what);
    }
    if !named.is_empty() {
        audit.fault(format!("{:?}", Table::Name), Message::new(id::NAMES).with("count", named.len()));
    }
    Ok(())
}

/// Of each customer a version and a hash.
type Latest = HashMap<u64, (Version, u64)>;

/// Of each customer the hash of what the latest block says.
fn latest(audit: &mut Audit<'_>) -> Result<Option<Latest>, StoreError> {
    let mut named = Latest::new();
    let read = names::each(audit.store, &mut |person, version| {
        let known = named.entry(person.no.0).or_default();
        if version >= known.0 {
            *known = (version, hash(&person));
        }
    });
    Ok(audit.readable(read)?.map(|()| named))
}

/// All aliases with their customers, sorted.
fn hinted(audit: &mut Audit<'_>) -> Result<Option<Vec<u64>>, StoreError> {
    let mut hinted = Vec::new();
    let read = aliases::each(audit.store, KeyRange::all(), &mut |hash, no| hinted.push(mixed(hash, no.0)));
    hinted.sort_unstable();
    hinted.dedup();
    Ok(audit.readable(read)?.map(|()| hinted))
}

/// One number of a hash and a customer.
fn mixed(hash: u64, no: u64) -> u64 {
    hash ^ no.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(31)
}

fn hash(person: &Person) -> u64 {
    let mut hasher = blake3::Hasher::new();
    let mut part = |bytes: &[u8]| {
        hasher.update(&u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
        hasher.update(bytes);
    };
    part(&person.no.0.to_be_bytes());
    part(format!("{:?} {:?}", person.kind, person.year).as_bytes());
    if let Some(name) = &person.name {
        part(name.given.as_bytes());
        part(name.family.as_bytes());
    }
    part(person.branch.as_deref().map_or(&[][..], str::as_bytes));
    u64::from_be_bytes(hasher.finalize().as_bytes().first_chunk().copied().unwrap_or_default())
}
