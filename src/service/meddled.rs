//! A store in which somebody else changes something between a read and what follows it.

use std::sync::{
    Mutex,
    atomic::{AtomicUsize, Ordering},
};

use crate::store::{
    Batch, Change, Committed, Entry, KeyRange, Sequence, Store, StoreError, Table, Versioned,
    memory::MemoryStore,
};

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Touch {
    /// A read of one key of a table; the change comes right after it.
    Get(Table),
    /// A commit; the change comes right before it.
    Commit,
}

type Meanwhile = Box<dyn FnOnce(&MemoryStore) + Send>;

/// A store in memory that is changed once, at the n-th touch.
pub(crate) struct Meddled {
    pub(crate) inner: MemoryStore,
    at: Touch,
    left: AtomicUsize,
    meanwhile: Mutex<Option<Meanwhile>>,
}

impl Meddled {
    /// `number` counts from 1.
    pub(crate) fn new(
        inner: MemoryStore,
        at: Touch,
        number: usize,
        meanwhile: impl FnOnce(&MemoryStore) + Send + 'static,
    ) -> Meddled {
        let meanwhile: Meanwhile = Box::new(meanwhile);
        Meddled { inner, at, left: AtomicUsize::new(number), meanwhile: Mutex::new(Some(meanwhile)) }
    }

    /// The change was made.
    pub(crate) fn happened(&self) -> bool {
        self.meanwhile.lock().unwrap().is_none()
    }

    fn touch(&self, touch: Touch) {
        if touch == self.at
            && self.left.fetch_sub(1, Ordering::SeqCst) == 1
            && let Some(meanwhile) = self.meanwhile.lock().unwrap().take()
        {
            meanwhile(&self.inner);
        }
    }
}

impl Store for Meddled {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Versioned>, StoreError> {
        let found = self.inner.get(table, key);
        self.touch(Touch::Get(table));
        found
    }

    fn scan(&self, table: Table, range: KeyRange, limit: usize) -> Result<Vec<Entry>, StoreError> {
        self.inner.scan(table, range, limit)
    }

    fn commit(&self, batch: Batch) -> Result<Committed, StoreError> {
        self.touch(Touch::Commit);
        self.inner.commit(batch)
    }

    fn follow(&self, after: Sequence, limit: usize) -> Result<Vec<Change>, StoreError> {
        self.inner.follow(after, limit)
    }

    fn sequence(&self) -> Result<Sequence, StoreError> {
        self.inner.sequence()
    }

    fn state_hash(&self) -> Result<[u8; 32], StoreError> {
        self.inner.state_hash()
    }
}
