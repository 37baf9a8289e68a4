//! A run that is cut off at any commit is named, and repaired by the same files or by the next run.

use super::*;
use crate::{
    service::verify::{Check, verify_bank},
    text::ids::verify as id,
};

fn facts() -> Vec<Fact> {
    let rows = (0..40).map(|number| row(number, 1 + number % 4, "2026-01-05", 100));
    let accounts = (1..=5).map(|number| account_with(number, 7, None, Some(10)));
    [customer(7)].into_iter().chain(accounts).chain(rows_of(rows)).collect()
}

fn faults(store: &dyn Store) -> Vec<crate::text::MessageId> {
    let report = verify_bank(store, &Check::ALL, &mut |_, _| {}).unwrap();
    report.faults.into_iter().map(|fault| fault.what.id).collect()
}

fn cut_off(after: usize) -> (MemoryStore, bool) {
    let store = CutOff { inner: MemoryStore::new(), left: Mutex::new(after) };
    let done = import(&store, facts()).result.is_ok();
    (store.inner, done)
}

#[test]
fn every_cut_is_named_and_repaired() {
    let whole = MemoryStore::new();
    import(&whole, facts()).result.unwrap();
    let mut cuts = 0;
    for after in 0.. {
        let (store, done) = cut_off(after);
        if done {
            break;
        }
        cuts += 1;
        let found = faults(&store);
        assert!(found.iter().all(|fault| *fault == id::IMPORT_UNFINISHED), "{after}: {found:?}");
        assert_eq!(found.is_empty(), after == 0);
        import(&store, facts()).result.unwrap();
        assert_eq!(faults(&store), []);
        for account in 1..=5 {
            assert_eq!(balance(&store, account), balance(&whole, account));
            assert_eq!(statement(&store, account), statement(&whole, account));
        }
    }
    assert!(cuts >= 3, "{cuts}");
}

#[test]
fn another_run_repairs_what_was_left() {
    // rows are in, postings are not
    let (store, _) = cut_off(2);
    assert_eq!(balance(&store, 1), 0);
    import(&store, [customer(8)]).result.unwrap();
    assert_eq!(faults(&store), []);
    assert_eq!((balance(&store, 1), balance(&store, 5)), (1_010, 10));
}
