//! Somebody else changes the bank while a run reads and writes.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;
use crate::{domain::statement::StatementHead, service::records::Put};

/// A store that counts the statement heads read of it, and writes one anew before one of its commits.
#[derive(Default)]
struct Moving {
    inner: MemoryStore,
    heads: AtomicUsize,
    commits: AtomicUsize,
    /// The commit before which the head of account 1 is written by somebody else; from 1.
    moved: AtomicUsize,
}

impl Moving {
    fn meddle(&self) {
        let place = tables::statement_head(AccountId(1));
        let head = records::get::<StatementHead>(&self.inner, &place).unwrap();
        let (version, head) = head.unwrap_or_default();
        let put = Put::seal(place, &head).unwrap();
        let batch = Batch {
            request_id: crate::store::RequestId(u128::MAX - u128::from(version)),
            digest: [9; 32],
            result: Vec::new(),
            expects: Vec::new(),
            puts: vec![(put.table, put.key, put.value)],
            deletes: Vec::new(),
            adds: Vec::new(),
        };
        self.inner.commit(batch).unwrap();
    }
}

impl Store for Moving {
    fn get(&self, table: Place, key: &[u8]) -> Result<Option<Versioned>, StoreError> {
        self.heads.fetch_add(usize::from(table == Place::StatementHead), Ordering::SeqCst);
        self.inner.get(table, key)
    }
    fn scan(&self, table: Place, range: KeyRange, limit: usize) -> Result<Vec<Entry>, StoreError> {
        self.inner.scan(table, range, limit)
    }
    fn commit(&self, batch: Batch) -> Result<Committed, StoreError> {
        if self.commits.fetch_add(1, Ordering::SeqCst) + 1 == self.moved.load(Ordering::SeqCst) {
            self.meddle();
        }
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

fn bank(accounts: u64) -> Moving {
    let store = Moving::default();
    let accounts = (1..=accounts).map(|number| account(number, 7));
    import(&store, [customer(7)].into_iter().chain(accounts)).result.unwrap();
    store.heads.store(0, Ordering::SeqCst);
    store.commits.store(0, Ordering::SeqCst);
    store
}

#[test]
fn only_what_a_run_touched_is_looked_at_when_no_run_was_cut_off() {
    let store = bank(500);
    import(&store, rows_of([row(5, 1, "2026-01-05", 100)])).result.unwrap();
    let heads = store.heads.load(Ordering::SeqCst);
    assert!(heads < 10, "{heads} heads read for one row");
}

#[test]
fn a_head_that_moved_fails_its_rows_and_its_posting() {
    // a run of one row commits its row, its posting and its end
    for (moved, fails) in [(1, true), (2, true), (9, false)] {
        let store = bank(2);
        store.moved.store(moved, Ordering::SeqCst);
        let result = import(&store, rows_of([row(5, 1, "2026-01-05", 100)])).result;
        let conflict = matches!(
            result,
            Err(ImportError::Failed(ServiceError::Store(StoreError::Conflict {
                table: Place::StatementHead,
                ..
            })))
        );
        assert_eq!(conflict, fails, "{moved}: {result:?}");
        // the same files again complete the run, once
        import(&store, rows_of([row(5, 1, "2026-01-05", 100)])).result.unwrap();
        assert_eq!(balance(&store, 1), 100);
    }
}
