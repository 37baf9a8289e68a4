//! The one writer: a group in, one frame, one sync, one change of the index, then the answers.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock};

use super::folder::Folder;
use super::queue::{Job, Queue};
use crate::store::index::{Applied, DATA_FILE, Index};
use crate::store::journal::disk::OpenMode;
use crate::store::journal::frame::FrameDraft;
use crate::store::journal::{AppendError, Head, Journal};
use crate::store::overlay::{Overlay, Verdict};
use crate::store::{Committed, StoreError};

/// What callers, readers and the writer share.
pub(super) struct Shared {
    pub(super) queue: Queue,
    /// Taken away when the store is closed.
    pub(super) index: Option<Index>,
    pub(super) folder: Folder,
    applied: RwLock<Applied>,
    /// Held while a group changes journal and index, and while `verify` compares them.
    still: Mutex<()>,
    /// A change of the index failed half way: what it says is not to be read.
    index_in_doubt: AtomicBool,
}

impl Shared {
    pub(super) fn new(index: Index, folder: Folder, applied: Applied) -> Shared {
        Shared {
            queue: Queue::default(),
            index: Some(index),
            folder,
            applied: RwLock::new(applied),
            still: Mutex::new(()),
            index_in_doubt: AtomicBool::new(false),
        }
    }

    /// The index for reading.
    pub(super) fn index(&self) -> Result<&Index, StoreError> {
        if self.index_in_doubt.load(Ordering::Acquire) {
            let cause = self.queue.poisoned().unwrap_or_default();
            return Err(StoreError::Poisoned { cause });
        }
        let closed = || StoreError::Unavailable { cause: "the store is closed".to_owned() };
        self.index.as_ref().ok_or_else(closed)
    }

    pub(super) fn applied(&self) -> Applied {
        *self.applied.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Nothing is written while the guard lives.
    pub(super) fn hold_still(&self) -> MutexGuard<'_, ()> {
        self.still.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Brings the index to the disk and says how far; it bounds a replay and proves the journal's length.
    pub(super) fn checkpoint(&self) -> Result<(), StoreError> {
        self.index()?.flush()?;
        let data = self.folder.index().join(DATA_FILE);
        let mark = || {
            self.folder.disk.open(&data, OpenMode::Read)?.sync_data()?;
            self.folder.write_checkpoint(&self.applied())
        };
        mark().map_err(|error| self.folder.error(&error))
    }
}

/// Poisons the store when the writer ends by a panic: no caller may wait for ever.
struct Watchman<'a>(&'a Shared);

impl Drop for Watchman<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.index_in_doubt.store(true, Ordering::Release);
            self.0.queue.poison("the writer panicked");
        }
    }
}

/// Serves groups until the queue is closed.
pub(super) fn run(shared: &Arc<Shared>, mut journal: Journal) {
    let watchman = Watchman(shared);
    while let Some(group) = shared.queue.take_group() {
        serve(shared, &mut journal, group);
    }
    drop(watchman);
}

fn serve(shared: &Shared, journal: &mut Journal, group: Vec<Job>) {
    let _still = shared.hold_still();
    let Some(index) = &shared.index else {
        return;
    };
    let before = shared.applied();
    let mut overlay = Overlay::new(before.head.sequence, before.state);
    let mut draft = FrameDraft::new();
    let mut answers = Vec::with_capacity(group.len());
    for job in group {
        match overlay.judge(index, &job.batch) {
            Err(error) => job.answer(Err(error)),
            // It may repeat an earlier one of this group, so it waits for the sync like that one.
            Ok(Verdict::Known(committed)) => answers.push((job.reply, committed)),
            Ok(Verdict::Fresh(sums)) => {
                let Job { batch, record, reply } = job;
                draft.push(&record);
                let sequence = overlay.stage(batch, &sums);
                answers.push((reply, Committed { sequence, replayed: None }));
            }
        }
    }
    let written = if draft.is_empty() { Ok(false) } else { write(shared, index, journal, overlay, draft) };
    let refusal = written.as_ref().err();
    for (reply, committed) in answers {
        // A caller that went away has nobody to tell.
        let _ = reply.send(refusal.map_or(Ok(committed), |error| Err(error.clone())));
    }
    if written == Ok(true)
        && let Err(error) = shared.checkpoint()
    {
        shared.queue.poison(&error.to_string());
    }
}

/// Journal, sync, index: in this order. Gives whether a checkpoint is due.
fn write(
    shared: &Shared,
    index: &Index,
    journal: &mut Journal,
    overlay: Overlay,
    draft: FrameDraft,
) -> Result<bool, StoreError> {
    let poison = |cause: String| {
        shared.queue.poison(&cause);
        StoreError::Poisoned { cause }
    };
    let head = journal.head();
    let first = head.sequence + 1;
    let frame = draft.seal(first, head.hash).map_err(poison)?;
    let rolled = match journal.append(&frame, first) {
        Ok(rolled) => rolled,
        Err(AppendError::Full) => {
            return Err(StoreError::Full { path: shared.folder.path.clone() });
        }
        Err(AppendError::Broken(cause)) => return Err(poison(cause)),
    };
    let head = Head { sequence: overlay.sequence, hash: frame.hash };
    let applied = Applied { head, state: overlay.state };
    if let Err(error) = index.apply(overlay, &applied) {
        shared.index_in_doubt.store(true, Ordering::Release);
        return Err(poison(error.to_string()));
    }
    *shared.applied.write().unwrap_or_else(PoisonError::into_inner) = applied;
    Ok(rolled)
}
