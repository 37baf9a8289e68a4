//! A store that fails: nothing is shown, nothing is claimed, nobody sees a panic.

use std::sync::Arc;

use super::bank::{ACCOUNT, NO, agent, filled, service};
use crate::{
    domain::Refusal,
    request::{Answer, Door, Item, Request},
    service::{door::Stopped, fixtures},
    store::{
        Batch, Change, Committed, Entry, KeyRange, Sequence, Store, StoreError, Table, Versioned,
        memory::MemoryStore,
    },
};

/// A store whose commits fail as told; reading works.
struct Failing {
    inner: Arc<MemoryStore>,
    fault: fn() -> Result<Committed, StoreError>,
}

impl Store for Failing {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Versioned>, StoreError> {
        self.inner.get(table, key)
    }

    fn scan(&self, table: Table, range: KeyRange, limit: usize) -> Result<Vec<Entry>, StoreError> {
        self.inner.scan(table, range, limit)
    }

    fn commit(&self, _batch: Batch) -> Result<Committed, StoreError> {
        (self.fault)()
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

#[test]
fn no_audit_record_no_screen() {
    let faults: [fn() -> Result<Committed, StoreError>; 4] = [
        || Err(StoreError::Poisoned { cause: "EIO".to_owned() }),
        || Err(StoreError::Full { path: "bank".into() }),
        || Err(StoreError::Unavailable { cause: "closed".to_owned() }),
        || panic!("a fault of the program, made by this test"),
    ];
    for (number, fault) in faults.into_iter().enumerate() {
        let service = service(Arc::new(Failing { inner: filled(), fault }));
        let item = Item::Alert("loan-overdue".to_owned());
        for request in [Request::OpenCustomer { customer: NO }, Request::Explain { customer: NO, item }] {
            let Answer::Failed { message } = service.ask(&agent(), request) else {
                panic!("fault {number} was answered")
            };
            let said = message.said();
            assert!(said.tr.len() > 20 && said.en.len() > 20 && said.tr != said.en, "{said:?}");
            // what the machine said is not for an agent's screen
            for word in ["EIO", "closed", "no space left", "store is", "(bank)"] {
                assert!(!said.tr.contains(word) && !said.en.contains(word), "{said:?}");
            }
        }
    }
}

#[test]
fn a_posting_into_a_broken_store_claims_no_outcome() {
    let faults: [fn() -> Result<Committed, StoreError>; 2] = [
        || Err(StoreError::Poisoned { cause: "EIO".to_owned() }),
        || Err(StoreError::Unavailable { cause: "closed".to_owned() }),
    ];
    for fault in faults {
        let service = service(Arc::new(Failing { inner: filled(), fault }));
        let stopped = service.post(&agent(), &fixtures::payment(7, ACCOUNT, 5_000));
        assert!(matches!(stopped, Err(Stopped::Refused(Refusal::OutcomeUnknown))), "{stopped:?}");
    }
}
