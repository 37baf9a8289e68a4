//! The rules a batch must keep before any engine looks at its state.

use super::hash::stored_key;
use super::{BATCH_BYTES_MAX, BATCH_KEYS_MAX, KEY_BYTES_MAX, VALUE_BYTES_MAX};
use super::{Batch, Key, StoreError, Table};

/// The digest stands before the result in a request record.
pub(crate) const DIGEST_BYTES: usize = 32;

/// The stored key of the batch's request record.
pub(crate) fn request_key(batch: &Batch) -> Key {
    stored_key(Table::Request, &batch.request_id.0.to_be_bytes())
}

/// Checks sizes and doubled keys; gives the batch's size in bytes.
pub(crate) fn check(batch: &Batch) -> Result<usize, StoreError> {
    let keys = batch.puts.len() + batch.deletes.len() + batch.adds.len();
    if keys > BATCH_KEYS_MAX || batch.expects.len() > BATCH_KEYS_MAX {
        return malformed(format!("more than {BATCH_KEYS_MAX} keys"));
    }
    if batch.result.len() + DIGEST_BYTES > VALUE_BYTES_MAX {
        return malformed(format!("result of {} bytes is too long", batch.result.len()));
    }
    let mut bytes = batch.result.len();
    for (_, key, value) in &batch.puts {
        if value.len() > VALUE_BYTES_MAX {
            return malformed(format!("value of {} bytes is longer than {VALUE_BYTES_MAX}", value.len()));
        }
        bytes += key.len() + value.len();
    }
    if batch.puts.iter().any(|(table, _, _)| *table == Table::Request)
        || batch.adds.iter().any(|add| add.table == Table::Request)
    {
        return malformed("request records are written by the store".to_owned());
    }
    let mut changed = changed_keys(batch);
    changed.extend(batch.expects.iter().map(|expect| (expect.table, &expect.key)));
    if changed.iter().any(|(_, key)| key.len() > KEY_BYTES_MAX) {
        return malformed(format!("a key is longer than {KEY_BYTES_MAX} bytes"));
    }
    changed.truncate(keys);
    bytes += changed.iter().map(|(_, key)| key.len()).sum::<usize>();
    if bytes > BATCH_BYTES_MAX {
        return malformed(format!("{bytes} bytes are more than {BATCH_BYTES_MAX}"));
    }
    let own_request = batch.request_id.0.to_be_bytes().to_vec();
    changed.push((Table::Request, &own_request));
    refuse_doubles(changed)?;
    Ok(bytes)
}

/// Table and key of every change, in the batch's order: puts, deletes, adds.
pub(crate) fn changed_keys(batch: &Batch) -> Vec<(Table, &Key)> {
    let puts = batch.puts.iter().map(|(table, key, _)| (*table, key));
    let deletes = batch.deletes.iter().map(|(table, key)| (*table, key));
    puts.chain(deletes).chain(batch.adds.iter().map(|add| (add.table, &add.key))).collect()
}

fn refuse_doubles(mut changed: Vec<(Table, &Key)>) -> Result<(), StoreError> {
    changed.sort_unstable();
    let doubled = changed.array_windows().find(|[one, other]| one == other);
    match doubled {
        Some([(table, key), _]) => malformed(format!("key {key:02x?} of {table:?} stands twice")),
        None => Ok(()),
    }
}

fn malformed<T>(what: String) -> Result<T, StoreError> {
    Err(StoreError::Malformed { what })
}
