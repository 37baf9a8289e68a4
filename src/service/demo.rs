//! Fills an empty store with the demo bank.
//!
//! Threads make chunks of customers, each record sealed at its key and the keys of a chunk sorted; this
//! thread commits them in order, so the bank is the same however many threads made it. Nothing is read back:
//! the store was empty. Names and aliases are packed over many chunks. The fill is an import's run that owes
//! its end until the last commit: a bank that was cut off says so wherever it is opened.

use std::sync::mpsc::{Receiver, sync_channel};

use serde::{Deserialize, Serialize};

use super::{ServiceError, records};
use crate::{
    domain::{CustomerNo, operator::OperatorId},
    intake::demo::{DemoBank, SOURCE},
    service::{
        import::{OPEN_IMPORTS, RunRecord},
        meta::StoreIdentity,
    },
    store::{Digest, Store, StoreError, tables},
    text::Said,
};

use chunk::Chunk;
use writer::Writer;

mod chunk;
mod waiting;
mod writer;

pub use waiting::{Desk, put_before_a_second};

/// Customers of a chunk: with their records, some eight thousand keys.
const CHUNK_CUSTOMERS: u64 = 350;
/// Finished chunks that wait for the committing thread, for each making one.
const CHUNKS_WAIT_MAX: usize = 2;
/// The most threads that make chunks.
pub const THREADS_MAX: usize = 8;

/// Name of the record that lists the stories.
const STORIES: &str = "demo-stories";

/// What a fill is to do.
#[derive(Debug, Clone, Copy)]
pub struct Fill<'a> {
    /// The bank to write.
    pub bank: &'a DemoBank,
    /// Who the store becomes.
    pub identity: &'a StoreIdentity,
    /// Who fills it, for the trace.
    pub operator: &'a OperatorId,
    /// Threads that make customers beside the one that commits, at least one.
    pub threads: usize,
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Filled {
    /// Customers.
    pub customers: u64,
    /// Accounts.
    pub accounts: u64,
    /// Statement rows.
    pub transactions: u64,
    /// Complaints.
    pub complaints: u64,
}

/// A story as the store keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Story {
    /// Its name in files and macros.
    pub story: String,
    /// Whose.
    pub customer: CustomerNo,
    /// What there is to see.
    pub title: Said,
}

/// Why there is no demo bank.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FillError {
    /// Something is stored here already.
    #[error("the store is not empty")]
    NotEmpty,
    /// An earlier fill was cut off.
    #[error("an earlier fill of this store was cut off")]
    Unfinished,
    /// The machinery failed.
    #[error(transparent)]
    Failed(#[from] ServiceError),
}

impl From<StoreError> for FillError {
    fn from(error: StoreError) -> FillError {
        FillError::Failed(error.into())
    }
}

/// The stories of a demo bank, in their order; none in any other.
///
/// # Errors
/// What the store says.
pub fn stories(store: &dyn Store) -> Result<Vec<Story>, StoreError> {
    Ok(records::get(store, &tables::meta(STORIES))?.map(|(_, stories)| stories).unwrap_or_default())
}

/// Whether a fill of this store was cut off.
///
/// # Errors
/// What the store says.
pub fn is_unfinished(store: &dyn Store) -> Result<bool, StoreError> {
    let open = records::get::<Vec<Digest>>(store, &tables::meta(OPEN_IMPORTS))?;
    for digest in open.into_iter().flat_map(|(_, open)| open) {
        let run = records::get::<RunRecord>(store, &tables::import_run(&digest))?;
        if run.is_some_and(|(_, run)| run.source.0 == SOURCE && !run.finished) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Writes the whole bank; `progress` is told customers done of all, `last` is done in the bank as it stands
/// before it counts as whole.
///
/// # Errors
/// [`FillError::NotEmpty`] and [`FillError::Unfinished`]; else what the store says: the bank is then cut off.
pub fn fill(
    store: &dyn Store,
    what: Fill<'_>,
    progress: &mut dyn FnMut(u64, u64),
    last: &mut dyn FnMut() -> Result<(), ServiceError>,
) -> Result<Filled, FillError> {
    if is_unfinished(store)? {
        return Err(FillError::Unfinished);
    }
    if store.sequence()? > 0 {
        return Err(FillError::NotEmpty);
    }
    let mut writer = Writer::new(store, what);
    writer.begin()?;
    let all = what.bank.customers();
    let chunks = all.div_ceil(CHUNK_CUSTOMERS);
    let threads = what.threads.clamp(1, THREADS_MAX);
    std::thread::scope(|scope| {
        let makers: Vec<Receiver<Result<Chunk, StoreError>>> = (0..threads)
            .map(|thread| {
                let (send, receive) = sync_channel(CHUNKS_WAIT_MAX);
                scope.spawn(move || {
                    for number in (0..chunks).skip(thread).step_by(threads) {
                        let first = number * CHUNK_CUSTOMERS;
                        let chunk = Chunk::make(what.bank, first..(first + CHUNK_CUSTOMERS).min(all));
                        // the committing side hung up: it has failed and says so itself
                        if send.send(chunk).is_err() {
                            break;
                        }
                    }
                });
                receive
            })
            .collect();
        for (number, maker) in (0..chunks).zip(makers.iter().cycle()) {
            let made = maker.recv().map_err(|_| gone())?;
            writer.chunk(made?)?;
            progress(((number + 1) * CHUNK_CUSTOMERS).min(all), all);
        }
        Ok::<(), FillError>(())
    })?;
    Ok(writer.finish(last)?)
}

/// A making thread ended early: it panicked.
fn gone() -> StoreError {
    StoreError::Unavailable { cause: "a thread that makes customers ended early".to_owned() }
}

#[cfg(test)]
mod tests;
