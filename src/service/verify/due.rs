//! What falls due: every row has its record with that moment, every open record has its row.

use super::{Audit, place};
use crate::{
    domain::{
        Fact, FactKind,
        due::{Due, DueItem},
    },
    service::{
        due,
        project::{fact_due, record_due},
        records::{self, Record},
    },
    store::{Entry as Row, Key, StoreError, Table, codec, tables},
    text::{Message, ids::verify as id},
};

/// Nouns that may fall due.
const NOUNS: [Table; 5] = [Table::Draft, Table::Task, Table::Approval, Table::Outbox, Table::Quote];

pub(super) fn check(audit: &mut Audit<'_>) -> Result<(), StoreError> {
    let rows = audit.each(Table::Due, &mut |audit, row| {
        let read = codec::open::<Due>(&row.value, &place(Table::Due, &row.key));
        if let Some(due) = audit.readable(read)? {
            let source = source(audit, &due);
            // an unreadable record is named as such
            let Some(source) = audit.readable(source)? else {
                return Ok(());
            };
            if source.as_ref() != Some(&due) || due::place(&due).1 != row.key {
                audit.fault(place(Table::Due, &row.key), Message::new(id::DUE_STALE));
            }
        }
        Ok(())
    })?;
    audit.checked("due", rows);
    audit.each(Table::Fact, &mut |audit, row| {
        // few kinds fall due, and the kind stands in the key
        let kind = row.key.get(8).copied().and_then(FactKind::from_byte);
        if !kind.is_some_and(|kind| FALLING_DUE.contains(&kind)) {
            return Ok(());
        }
        let fact = records::open_row(&row.key, &row.value).ok();
        missing(audit, fact.and_then(|(_, fact)| fact_due(&fact)), (Table::Fact, &row))
    })?;
    for table in NOUNS {
        audit.each(table, &mut |audit, row| {
            let read = Record::open(table, &row.key, &row.value);
            let record = audit.readable(read)?.flatten();
            missing(audit, record.as_ref().and_then(record_due), (table, &row))
        })?;
    }
    Ok(())
}

/// The kinds of facts that [`fact_due`] gives rows for.
const FALLING_DUE: [FactKind; 3] = [FactKind::Complaint, FactKind::Deposit, FactKind::LifeEvent];

fn missing(audit: &mut Audit<'_>, due: Option<Due>, (table, row): (Table, &Row)) -> Result<(), StoreError> {
    let Some(due) = due else {
        return Ok(());
    };
    let (due_table, key) = due::place(&due);
    if audit.store.get(due_table, &key)?.is_none() {
        audit.fault(place(table, &row.key), Message::new(id::DUE_MISSING));
    }
    Ok(())
}

/// What the record behind a row says falls due.
fn source(audit: &Audit<'_>, due: &Due) -> Result<Option<Due>, StoreError> {
    let noun = |(table, key): (Table, Key)| -> Result<Option<Due>, StoreError> {
        let Some(found) = audit.store.get(table, &key)? else {
            return Ok(None);
        };
        Ok(Record::open(table, &key, &found.value)?.as_ref().and_then(record_due))
    };
    let fact = |kind: FactKind, id: &[u8]| -> Result<Option<Due>, StoreError> {
        let (table, key) = tables::fact(due.customer, kind, id);
        let Some(found) = audit.store.get(table, &key)? else {
            return Ok(None);
        };
        let fact: Fact = records::open_fact(kind, &found.value, &place(table, &key))?;
        Ok(fact_due(&fact))
    };
    match &due.what {
        DueItem::Promise(complaint) => fact(FactKind::Complaint, &complaint.0.to_be_bytes()),
        DueItem::Maturity(account) => fact(FactKind::Deposit, &account.0.to_be_bytes()),
        DueItem::LifeEvent(kind) => fact(FactKind::LifeEvent, &records::life_event_id(*kind, due.at.day())),
        DueItem::Quote(quote) => noun(tables::quote(due.customer, *quote)),
        DueItem::Approval(approval) => noun(tables::approval(*approval)),
        DueItem::Task(task) => noun(tables::task(*task)),
        DueItem::Draft(draft) => noun(tables::draft(*draft)),
        DueItem::Outbox(order) => noun(tables::outbox(*order)),
    }
}
