//! The peer: sled alone, the same postings, group commit by one thread with `flush` and a real sync.

use std::fs::File;
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::JoinHandle;

use super::{CUSTOMER_BYTES, LOAD_CUSTOMERS, Poster, Posting, value};
use crate::store::codec::{counter, counter_bytes};
use crate::store::embedded::{CACHE_BYTES, GROUP_BATCHES_MAX};
use crate::store::hash::wide;
use crate::store::index::DATA_FILE;
use crate::store::{StoreError, Table};

type Reply = SyncSender<Result<(), StoreError>>;

/// sled with one committing thread and nothing else: no journal, checksums, versions or state hash.
pub struct BareSled {
    queue: Option<SyncSender<(Posting, Reply)>>,
    committer: Option<JoinHandle<()>>,
}

impl BareSled {
    /// Makes a sled folder with so many customers in it.
    ///
    /// # Errors
    /// [`StoreError::Unavailable`] for what sled or the disk refuses.
    pub fn open(path: &Path, customers: u64) -> Result<BareSled, StoreError> {
        let config = sled::Config::new().path(path).cache_capacity(CACHE_BYTES).flush_every_ms(None);
        let db = config.open().map_err(|error| failed(&error))?;
        for start in (0..customers).step_by(LOAD_CUSTOMERS) {
            let mut batch = sled::Batch::default();
            for customer in start..customers.min(start + wide(LOAD_CUSTOMERS)) {
                batch.insert(key(Table::Customer, customer), value(customer, CUSTOMER_BYTES));
                batch.insert(key(Table::Balance, customer), &counter_bytes(0));
            }
            db.apply_batch(batch).map_err(|error| failed(&error))?;
        }
        db.flush().map_err(|error| failed(&error))?;
        let file = File::open(path.join(DATA_FILE)).map_err(|error| failed(&error))?;
        let (queue, postings) = sync_channel(GROUP_BATCHES_MAX);
        let committing = std::thread::Builder::new().name("peer-committer".to_owned());
        let committer =
            committing.spawn(move || serve(&db, &file, &postings)).map_err(|error| failed(&error))?;
        Ok(BareSled { queue: Some(queue), committer: Some(committer) })
    }
}

impl Drop for BareSled {
    fn drop(&mut self) {
        self.queue = None;
        if let Some(committer) = self.committer.take() {
            // A panic of the committer has shown itself as an error to every writer.
            let _ = committer.join();
        }
    }
}

impl Poster for BareSled {
    fn post(&self, posting: &Posting) -> Result<(), StoreError> {
        let ended = || StoreError::Unavailable { cause: "the committer ended".to_owned() };
        let (reply, answer) = sync_channel(1);
        let queue = self.queue.as_ref().ok_or_else(ended)?;
        queue.send((*posting, reply)).map_err(|_| ended())?;
        answer.recv().unwrap_or_else(|_| Err(ended()))
    }
}

fn serve(db: &sled::Db, file: &File, postings: &Receiver<(Posting, Reply)>) {
    while let Ok(first) = postings.recv() {
        let mut group = vec![first];
        group.extend(postings.try_iter().take(GROUP_BATCHES_MAX - 1));
        let committed = group
            .iter()
            .try_for_each(|(posting, _)| apply(db, posting))
            .and_then(|()| db.flush().map_err(|error| failed(&error)))
            .and_then(|_| file.sync_data().map_err(|error| failed(&error)));
        for (_, reply) in group {
            // A writer that went away has nobody to tell.
            let _ = reply.send(committed.clone());
        }
    }
}

fn apply(db: &sled::Db, posting: &Posting) -> Result<(), StoreError> {
    let mut batch = sled::Batch::default();
    for (account, delta) in [(posting.payer, -posting.amount), (posting.payee, posting.amount)] {
        let key = key(Table::Balance, account);
        let before = db.get(&key).map_err(|error| failed(&error))?;
        let before = before.map_or(Ok(0), |bytes| counter(&bytes))?;
        batch.insert(key, &counter_bytes(before + i128::from(delta)));
    }
    batch.insert(key(Table::Entry, posting.id), posting.entry());
    batch.insert(key(Table::Request, posting.id), &posting.id.to_be_bytes());
    batch.insert(key(Table::Customer, posting.payer), value(posting.id, CUSTOMER_BYTES));
    db.apply_batch(batch).map_err(|error| failed(&error))
}

fn key(table: Table, number: u64) -> Vec<u8> {
    let mut key = vec![table.byte()];
    key.extend_from_slice(&number.to_be_bytes());
    key
}

fn failed(error: &dyn std::error::Error) -> StoreError {
    StoreError::Unavailable { cause: error.to_string() }
}
