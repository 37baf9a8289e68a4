//! Posting, request and trace belong together: each names the others.

use std::collections::{HashMap, HashSet};

use super::{Audit, place};
use crate::{
    domain::{
        EntryId, RequestKey,
        audit::{AuditAct, AuditRecord},
        ledger::{Entry, EntryKind},
    },
    service::{flows, import::RunRecord},
    store::{StoreError, Table, codec, tables},
    text::{Message, ids::verify as id},
};

/// Bytes of a key of an import run; pages of its notes are longer.
const RUN_KEY_BYTES: usize = 32;

pub(super) fn check(audit: &mut Audit<'_>) -> Result<(), StoreError> {
    let mut traces = traces(audit)?;
    let runs = runs(audit)?;
    let entries = audit.each(Table::Entry, &mut |audit, row| {
        // what cannot be read is the ledger's to name
        if let Ok(entry) = codec::open::<Entry>(&row.value, "") {
            let has_trace = traces.remove(&entry.id).is_some();
            entry_known(audit, &entry, has_trace, &runs)?;
        }
        Ok(())
    })?;
    audit.checked("postings_with_request", entries);
    let mut left: Vec<_> = traces.into_values().collect();
    left.sort_unstable();
    for key in left {
        audit.fault(place(Table::Audit, &key), Message::new(id::NO_ENTRY));
    }
    Ok(())
}

/// Traces of postings, by entry.
fn traces(audit: &mut Audit<'_>) -> Result<HashMap<EntryId, Vec<u8>>, StoreError> {
    let mut traces = HashMap::new();
    let count = audit.each(Table::Audit, &mut |audit, row| {
        let read = codec::open::<AuditRecord>(&row.value, &place(Table::Audit, &row.key));
        if let Some(record) = audit.readable(read)? {
            if let AuditAct::Posted { entry } = record.act {
                traces.insert(entry, row.key);
            } else if let AuditAct::FlowPosted { entries, .. } = record.act {
                traces.extend(entries.into_iter().map(|entry| (entry, row.key.clone())));
            }
        }
        Ok(())
    })?;
    audit.checked("traces", count);
    Ok(traces)
}

fn runs(audit: &mut Audit<'_>) -> Result<HashSet<RequestKey>, StoreError> {
    let mut runs = HashSet::new();
    audit.each(Table::ImportRun, &mut |audit, row| {
        if row.key.len() == RUN_KEY_BYTES {
            let read = codec::open::<RunRecord>(&row.value, &place(Table::ImportRun, &row.key));
            runs.extend(audit.readable(read)?.map(|run| run.request));
        }
        Ok(())
    })?;
    Ok(runs)
}

/// A posting of ours has its request's record and its trace; an import's has its run.
fn entry_known(
    audit: &mut Audit<'_>,
    entry: &Entry,
    has_trace: bool,
    runs: &HashSet<RequestKey>,
) -> Result<(), StoreError> {
    let at = tables::entry(entry.id);
    let at = place(at.0, &at.1);
    match entry.kind {
        EntryKind::Import if runs.contains(&entry.request) => {}
        EntryKind::Import => audit.fault(at, Message::new(id::NO_RUN)),
        EntryKind::Transfer => {
            if !answered(audit, entry)? {
                audit.fault(at.clone(), Message::new(id::NO_REQUEST));
            }
            if !has_trace {
                audit.fault(at, Message::new(id::NO_AUDIT));
            }
        }
    }
    Ok(())
}

/// The entry's request is known, and what it is answered with is this entry, or a receipt that names it.
fn answered(audit: &Audit<'_>, entry: &Entry) -> Result<bool, StoreError> {
    if let Some(receipt) = flows::receipt_of(audit.store, entry.request)? {
        return Ok(receipt.entries.contains(&entry.id));
    }
    let (table, key) = tables::request(entry.request);
    let Some(found) = audit.store.get(table, &key)? else {
        return Ok(false);
    };
    let Some((_, result)) = found.value.split_first_chunk::<{ flows::DIGEST_BYTES }>() else {
        return Ok(false);
    };
    Ok(codec::open::<Entry>(result, "").is_ok_and(|stored| stored == *entry))
}
