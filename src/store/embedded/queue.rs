//! Batches on their way to the writer: bounded, one lock an operation.

use std::collections::VecDeque;
use std::sync::mpsc::SyncSender;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use crate::store::{BATCH_BYTES_MAX, Batch, Committed, StoreError};

/// The most batches that wait; then callers do.
pub const QUEUE_BATCHES_MAX: usize = 1024;
/// The most bytes that wait; then callers do.
pub const QUEUE_BYTES_MAX: usize = 4 * BATCH_BYTES_MAX;
/// The most batches of one group, and so of one frame.
pub const GROUP_BATCHES_MAX: usize = 256;
/// A group takes no further batch that would bring it over this many bytes.
pub const GROUP_BYTES_MAX: usize = BATCH_BYTES_MAX;

/// One caller's batch, encoded by the caller, and the way back.
pub(super) struct Job {
    pub(super) batch: Batch,
    pub(super) record: Vec<u8>,
    pub(super) reply: SyncSender<Result<Committed, StoreError>>,
}

impl Job {
    /// A caller that went away has nobody to tell.
    pub(super) fn answer(self, answer: Result<Committed, StoreError>) {
        let _ = self.reply.send(answer);
    }
}

#[derive(Default)]
struct Waiting {
    jobs: VecDeque<Job>,
    bytes: usize,
    closed: bool,
    poison: Option<String>,
}

impl Waiting {
    fn refusal(&self) -> Option<StoreError> {
        match &self.poison {
            Some(cause) => Some(StoreError::Poisoned { cause: cause.clone() }),
            None if self.closed => Some(StoreError::Unavailable { cause: "the store is closed".to_owned() }),
            None => None,
        }
    }
}

/// The queue between callers and the writer.
#[derive(Default)]
pub(super) struct Queue {
    waiting: Mutex<Waiting>,
    work: Condvar,
    room: Condvar,
}

impl Queue {
    /// Waits for room and joins the queue.
    pub(super) fn push(&self, job: Job) -> Result<(), StoreError> {
        let bytes = job.record.len();
        let full = |waiting: &mut Waiting| {
            waiting.refusal().is_none()
                && (waiting.jobs.len() >= QUEUE_BATCHES_MAX
                    || (!waiting.jobs.is_empty() && waiting.bytes + bytes > QUEUE_BYTES_MAX))
        };
        let waiting = self.room.wait_while(self.lock(), full);
        let mut waiting = waiting.unwrap_or_else(PoisonError::into_inner);
        if let Some(refusal) = waiting.refusal() {
            return Err(refusal);
        }
        waiting.bytes += bytes;
        waiting.jobs.push_back(job);
        drop(waiting);
        self.work.notify_one();
        Ok(())
    }

    /// Waits for work and takes a group; `None` when the queue is closed and empty.
    pub(super) fn take_group(&self) -> Option<Vec<Job>> {
        let idle = |waiting: &mut Waiting| waiting.jobs.is_empty() && !waiting.closed;
        let waiting = self.work.wait_while(self.lock(), idle);
        let mut waiting = waiting.unwrap_or_else(PoisonError::into_inner);
        let mut group = Vec::with_capacity(waiting.jobs.len().min(GROUP_BATCHES_MAX));
        let mut bytes = 0;
        while let Some(job) = waiting.jobs.pop_front() {
            let size = job.record.len();
            if !group.is_empty() && (group.len() >= GROUP_BATCHES_MAX || bytes + size > GROUP_BYTES_MAX) {
                waiting.jobs.push_front(job);
                break;
            }
            bytes += size;
            waiting.bytes -= size;
            group.push(job);
        }
        drop(waiting);
        self.room.notify_all();
        (!group.is_empty()).then_some(group)
    }

    /// Takes no more batches; those that wait are still served.
    pub(super) fn close(&self) {
        self.lock().closed = true;
        self.work.notify_all();
        self.room.notify_all();
    }

    /// From the first error on nothing is acknowledged; what waits is answered with it.
    pub(super) fn poison(&self, cause: &str) {
        let mut waiting = self.lock();
        let cause = waiting.poison.get_or_insert_with(|| cause.to_owned()).clone();
        let jobs = std::mem::take(&mut waiting.jobs);
        waiting.bytes = 0;
        drop(waiting);
        for job in jobs {
            job.answer(Err(StoreError::Poisoned { cause: cause.clone() }));
        }
        self.room.notify_all();
    }

    /// The first error, if there was one.
    pub(super) fn poisoned(&self) -> Option<String> {
        self.lock().poison.clone()
    }

    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
