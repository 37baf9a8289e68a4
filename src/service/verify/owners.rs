//! Manifests and the owner index against the records.

use super::{Audit, number, place};
use crate::{
    domain::{CustomerNo, Fact, FactKind, Source, account::AccountTerms, customer::Manifest},
    service::records,
    store::{Entry as Row, StoreError, Table, tables},
    text::{Message, ids::verify as id},
};

/// Records of one customer, as they are found.
struct Found {
    no: Option<CustomerNo>,
    manifest: Manifest,
}

impl Found {
    fn new(no: Option<CustomerNo>) -> Found {
        Found { no, manifest: Manifest::new(Source(String::new())) }
    }
}

pub(super) fn check(audit: &mut Audit<'_>) -> Result<(), StoreError> {
    let mut found = Found::new(None);
    let (mut customers, mut accounts, mut numbered) = (0_u64, 0_u64, 0_u64);
    let records = audit.each(Table::Fact, &mut |audit, row| {
        let no = number(&row.key).map(CustomerNo);
        if no != found.no {
            customers += finish(audit, &found)?;
            found = Found::new(no);
        }
        match take(audit, &mut found, &row)? {
            Some(Table::AccountOwner) => accounts += 1,
            Some(_) => numbered += 1,
            None => {}
        }
        Ok(())
    })?;
    customers += finish(audit, &found)?;
    audit.checked("records", records);
    bare(audit, customers)?;
    for (table, name, found) in
        [(Table::AccountOwner, "owner_index", accounts), (Table::Lookup, "record_index", numbered)]
    {
        let index = audit.each(table, &mut |_, _| Ok(()))?;
        audit.checked(name, index);
        if index != found {
            let what = Message::new(id::OWNERS).with("index", index).with("found", found);
            audit.fault(format!("{table:?}"), what);
        }
    }
    Ok(())
}

/// Counts a record; gives the index in which it must stand.
fn take(audit: &mut Audit<'_>, found: &mut Found, row: &Row) -> Result<Option<Table>, StoreError> {
    let kind = row.key.get(8).copied().and_then(FactKind::from_byte);
    if let Some(kind) = kind {
        found.manifest.add(kind);
    }
    let index = kind.and_then(index);
    let Some((no, fact)) = audit.readable(records::open_row(&row.key, &row.value))? else {
        return Ok(index);
    };
    if let Some((kind, number)) = records::numbered(&fact) {
        let at = tables::record_owner(kind, number);
        let read = records::get::<CustomerNo>(audit.store, &at);
        if let Some(stored) = audit.readable(read)?
            && stored.map(|(_, owner)| owner) != Some(no)
        {
            audit.fault(place(at.0, &at.1), Message::new(id::OWNER));
        }
        return Ok(index);
    }
    let Fact::Account(account) = fact else {
        return Ok(index);
    };
    let at = tables::account_owner(account.id);
    let read = records::get::<AccountTerms>(audit.store, &at);
    if let Some(stored) = audit.readable(read)?
        && stored.map(|(_, terms)| terms) != Some(account.terms())
    {
        audit.fault(place(at.0, &at.1), Message::new(id::OWNER));
    }
    Ok(index)
}

/// The index in which records of a kind stand.
const fn index(kind: FactKind) -> Option<Table> {
    match kind {
        FactKind::Account => Some(Table::AccountOwner),
        FactKind::Card
        | FactKind::Loan
        | FactKind::StandingOrder
        | FactKind::ChannelError
        | FactKind::Complaint
        | FactKind::Interaction
        | FactKind::SignedOrder => Some(Table::Lookup),
        FactKind::Customer
        | FactKind::Identifier
        | FactKind::Contact
        | FactKind::Disposition
        | FactKind::Deposit
        | FactKind::Holding
        | FactKind::Consent
        | FactKind::Profile
        | FactKind::BouncedCheque
        | FactKind::Insurance
        | FactKind::LifeEvent
        | FactKind::Restriction
        | FactKind::OrganisationContact
        | FactKind::Outcome
        | FactKind::InvestorForm
        | FactKind::PostingRestriction
        | FactKind::FundOrder => None,
    }
}

/// Compares what was found with the manifest; gives 1 if there is one.
fn finish(audit: &mut Audit<'_>, found: &Found) -> Result<u64, StoreError> {
    let Some(no) = found.no else {
        return Ok(0);
    };
    let at = tables::customer(no);
    let read = records::get::<Manifest>(audit.store, &at);
    let Some(manifest) = audit.readable(read)? else {
        return Ok(1);
    };
    let Some((_, manifest)) = manifest else {
        audit.fault(place(at.0, &at.1), Message::new(id::NO_MANIFEST));
        return Ok(0);
    };
    for kind in FactKind::ALL {
        let (counted, there) = (manifest.count(kind), found.manifest.count(kind));
        if counted != there {
            audit.fault(place(at.0, &at.1), differs(kind, counted, there));
        }
    }
    Ok(1)
}

fn differs(kind: FactKind, counted: u32, found: u32) -> Message {
    Message::new(id::MANIFEST)
        .with("kind", format!("{kind:?}"))
        .with("counted", i64::from(counted))
        .with("found", i64::from(found))
}

/// Manifests of customers of whom no record is left.
fn bare(audit: &mut Audit<'_>, with_records: u64) -> Result<(), StoreError> {
    let customers = audit.each(Table::Customer, &mut |_, _| Ok(()))?;
    audit.checked("customers", customers);
    if customers == with_records {
        return Ok(());
    }
    audit.each(Table::Customer, &mut |audit, row| {
        let range = crate::store::KeyRange::prefix(&row.key);
        if audit.store.scan(Table::Fact, range, 1)?.is_empty() {
            let what = differs(FactKind::Customer, 1, 0);
            audit.fault(place(Table::Customer, &row.key), what);
        }
        Ok(())
    })?;
    Ok(())
}
