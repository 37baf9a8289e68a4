//! The embedded engine: a journal that is the truth, sled as its index, one writer, group commit.
//!
//! A batch is acknowledged after its frame was synced and the index changed. Reads go to the index. The
//! folder holds `LOCK`, `FORMAT`, `READY`, `INDEX-IN-USE`, `CHECKPOINT`, `journal/`, `index/` and at most one
//! `index-set-aside/`.

mod folder;
mod follow;
mod opening;
mod options;
mod queue;
mod survey;
mod verify;
mod writer;

use std::fmt;
use std::path::Path;
use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;

pub use folder::STORE_FORMAT;
pub use options::{CACHE_BYTES, Notice, OpenOptions, Patience, Progress, RebuildReason};
pub use queue::{GROUP_BATCHES_MAX, GROUP_BYTES_MAX, QUEUE_BATCHES_MAX, QUEUE_BYTES_MAX};
pub use verify::{FAULTS_MAX, Fault, VerifyReport};

use super::hash::stored_key;
use super::journal::{Head, Waypoints, record};
use super::overlay::Base;
use super::range::stored_bounds;
use super::{Batch, Change, Committed, Entry, KeyRange, Sequence, Store, StoreError, Table, Versioned};
use super::{SCAN_ROWS_MAX, shape};
use opening::{Opened, Want};
use queue::Job;
use writer::Shared;

/// A store in one folder, owned by this process.
pub struct EmbeddedStore {
    shared: Arc<Shared>,
    writer: Option<JoinHandle<()>>,
    waypoints: Arc<Waypoints>,
    notices: Vec<Notice>,
}

/// What [`EmbeddedStore::rebuild`] did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RebuildReport {
    /// What the old index said of the state, if it could be read.
    pub state_hash_before: Option<[u8; 32]>,
    /// What the new one says.
    pub state_hash_after: [u8; 32],
    /// Journal frames read.
    pub frames: u64,
    /// The last batch.
    pub sequence: Sequence,
    /// What opening found besides.
    pub notices: Vec<Notice>,
}

impl EmbeddedStore {
    /// Takes the folder and brings the index up to the journal.
    ///
    /// # Errors
    /// [`StoreError::Owned`] while another process has it, [`StoreError::NotAStore`] for a folder without a
    /// store, [`StoreError::Format`] for a newer one, [`StoreError::Damaged`] when a frame that was
    /// acknowledged is lost or damaged, [`StoreError::Disk`] for what the disk refuses.
    pub fn open(path: &Path, options: OpenOptions) -> Result<EmbeddedStore, StoreError> {
        EmbeddedStore::start(opening::open(path, options, Want::Use)?)
    }

    /// Waits until no other process owns the store, as long as `patience` says; nothing is opened or made.
    ///
    /// # Errors
    /// [`StoreError::Owned`] when it still does.
    pub fn await_owner(path: &Path, patience: &Patience) -> Result<(), StoreError> {
        folder::await_owner(path, patience)
    }

    /// Sets the index aside, builds it anew from the journal, and closes the store.
    ///
    /// # Errors
    /// As [`EmbeddedStore::open`] and [`EmbeddedStore::close`].
    pub fn rebuild(
        path: &Path,
        mut options: OpenOptions,
        progress: Progress,
    ) -> Result<RebuildReport, StoreError> {
        options.progress = Some(progress);
        let opened = opening::open(path, options, Want::Rebuild)?;
        let state_hash_before = opened.state_before.map(super::hash::StateHash::bytes);
        let frames = opened.frames;
        let store = EmbeddedStore::start(opened)?;
        let applied = store.shared.applied();
        let report = RebuildReport {
            state_hash_before,
            state_hash_after: applied.state.bytes(),
            frames,
            sequence: applied.head.sequence,
            notices: store.notices.clone(),
        };
        store.close()?;
        Ok(report)
    }

    fn start(opened: Opened) -> Result<EmbeddedStore, StoreError> {
        let Opened { shared, journal, waypoints, notices, .. } = opened;
        let shared = Arc::new(shared);
        let for_writer = Arc::clone(&shared);
        let writer = std::thread::Builder::new()
            .name("store-writer".to_owned())
            .spawn(move || writer::run(&for_writer, journal))
            .map_err(|error| shared.folder.error(&error))?;
        Ok(EmbeddedStore { shared, writer: Some(writer), waypoints, notices })
    }

    /// Serves what waits, then makes the index durable, so that the next opening trusts it.
    ///
    /// # Errors
    /// [`StoreError::Poisoned`] when an earlier error left doubt; the next opening then settles it.
    /// [`StoreError::Disk`] when the index could not be made durable.
    pub fn close(mut self) -> Result<(), StoreError> {
        self.shut()
    }

    /// What opening found and did.
    #[must_use]
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// The journal's head, to be copied to a second place.
    #[must_use]
    pub fn head(&self) -> Head {
        self.shared.applied().head
    }

    /// Compares everything stored with everything that vouches for it, and names every fault. Commits wait
    /// meanwhile. `progress` is told bytes done of all bytes, first of the journal, then entries of the index.
    ///
    /// # Errors
    /// [`StoreError::Disk`] when something cannot be read at all; damage is in the report.
    pub fn verify(&self, progress: &mut dyn FnMut(u64, u64)) -> Result<VerifyReport, StoreError> {
        verify::verify(&self.shared, progress)
    }

    fn shut(&mut self) -> Result<(), StoreError> {
        let Some(writer) = self.writer.take() else {
            return Ok(());
        };
        self.shared.queue.close();
        if writer.join().is_err() {
            self.shared.queue.poison("the writer panicked");
        }
        if let Some(cause) = self.shared.queue.poisoned() {
            return Err(StoreError::Poisoned { cause });
        }
        self.shared.checkpoint()?;
        // The writer has ended, so this is the last handle; sled writes once more while it is dropped.
        drop(Arc::get_mut(&mut self.shared).and_then(|shared| shared.index.take()));
        self.shared.folder.release_index()
    }
}

impl fmt::Debug for EmbeddedStore {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = &self.shared.folder.path;
        formatter.debug_struct("EmbeddedStore").field("path", path).finish_non_exhaustive()
    }
}

impl Drop for EmbeddedStore {
    fn drop(&mut self) {
        // Nobody is left to tell; the mark in the folder stays and the next opening settles it.
        let _ = self.shut();
    }
}

impl Store for EmbeddedStore {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Versioned>, StoreError> {
        let live = self.shared.index()?.load(&stored_key(table, key))?;
        Ok(live.map(|live| Versioned { version: live.version, value: live.value }))
    }

    fn scan(&self, table: Table, range: KeyRange, limit: usize) -> Result<Vec<Entry>, StoreError> {
        let index = self.shared.index()?;
        let Some((start, end)) = stored_bounds(table, &range) else {
            return Ok(Vec::new());
        };
        let mut rows = index.rows(start, end, range.backwards);
        let mut entries = Vec::new();
        while entries.len() < limit.min(SCAN_ROWS_MAX)
            && let Some(row) = rows.next(index)
        {
            let (mut key, live) = row?;
            key.remove(0);
            entries.push(Entry { key, version: live.version, value: live.value });
        }
        Ok(entries)
    }

    fn commit(&self, batch: Batch) -> Result<Committed, StoreError> {
        let size = shape::check(&batch)?;
        let record = record::encode(&batch, size)?;
        let (reply, answer) = mpsc::sync_channel(1);
        self.shared.queue.push(Job { batch, record, reply })?;
        answer.recv().unwrap_or_else(|_| {
            let cause = self.shared.queue.poisoned().unwrap_or_else(|| "the writer ended".to_owned());
            Err(StoreError::Poisoned { cause })
        })
    }

    fn follow(&self, after: Sequence, limit: usize) -> Result<Vec<Change>, StoreError> {
        follow::follow(&self.shared, &self.waypoints, after, limit)
    }

    fn sequence(&self) -> Result<Sequence, StoreError> {
        self.shared.index()?;
        Ok(self.shared.applied().head.sequence)
    }

    fn state_hash(&self) -> Result<[u8; 32], StoreError> {
        self.shared.index()?;
        Ok(self.shared.applied().state.bytes())
    }
}
