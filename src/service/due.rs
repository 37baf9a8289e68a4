//! What falls due: one table keyed by moment, read by a bounded poll.

use super::records::{self, Put};
use crate::{
    domain::due::{Due, DueItem},
    store::{Key, KeyRange, Store, StoreError, Table, codec, tables},
    time::Moment,
};

/// The most rows that one poll gives.
pub const DUE_POLL_MAX: usize = 1_000;

/// Something due, with its key: the next poll goes on after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueRow {
    /// Where it stands.
    pub key: Key,
    /// What it is.
    pub due: Due,
}

/// What is due up to and including `until`, in time order, after the key of an earlier poll; at most `limit`
/// and [`DUE_POLL_MAX`] rows.
///
/// # Errors
/// What the store says.
pub fn poll(
    store: &dyn Store,
    until: Moment,
    after: Option<&Key>,
    limit: usize,
) -> Result<Vec<DueRow>, StoreError> {
    let end = u64::from_be_bytes(tables::moment(until)).checked_add(1);
    let mut range = KeyRange { end: end.map(|end| end.to_be_bytes().to_vec()), ..KeyRange::all() };
    if let Some(key) = after {
        range = range.after(key);
    }
    store
        .scan(Table::Due, range, limit.min(DUE_POLL_MAX))?
        .into_iter()
        .map(|row| {
            let due = codec::open(&row.value, &records::place(Table::Due, &row.key))?;
            Ok(DueRow { key: row.key, due })
        })
        .collect()
}

/// What is due after `from` up to and including `until`, in time order; at most `limit` and
/// [`DUE_POLL_MAX`] rows.
///
/// # Errors
/// What the store says.
pub fn between(store: &dyn Store, from: Moment, until: Moment, limit: usize) -> Result<Vec<Due>, StoreError> {
    let next = |at: Moment| u64::from_be_bytes(tables::moment(at)).checked_add(1).map(u64::to_be_bytes);
    let Some(start) = next(from) else { return Ok(Vec::new()) };
    let range =
        KeyRange { start: start.to_vec(), end: next(until).map(|end| end.to_vec()), ..KeyRange::all() };
    store
        .scan(Table::Due, range, limit.min(DUE_POLL_MAX))?
        .into_iter()
        .map(|row| codec::open(&row.value, &records::place(Table::Due, &row.key)))
        .collect()
}

/// Where a due row stands.
#[must_use]
pub fn place(due: &Due) -> (Table, Key) {
    let item = item_bytes(&due.what);
    tables::due(due.at, &[due.customer.0.to_be_bytes().as_slice(), &item].concat())
}

/// A due row's stored form.
///
/// # Errors
/// As [`Put::seal`].
pub fn put(due: &Due) -> Result<Put, StoreError> {
    Put::seal(place(due), due)
}

/// Stable for ever.
fn item_bytes(item: &DueItem) -> Vec<u8> {
    let (kind, id) = match item {
        DueItem::Quote(id) => (1, id.0),
        DueItem::Promise(id) => (2, u128::from(id.0)),
        DueItem::Approval(id) => (3, id.0),
        DueItem::Task(id) => (4, u128::from(id.0)),
        DueItem::Draft(id) => (5, id.0),
        DueItem::Outbox(id) => (6, id.0),
        DueItem::Maturity(account) => (7, u128::from(account.0)),
        DueItem::LifeEvent(kind) => (8, u128::from(kind.byte())),
    };
    [&[kind], id.to_be_bytes().as_slice()].concat()
}
