//! Statements longer than one batch takes, and files in any order.

use super::*;
use crate::{
    domain::CustomerNo,
    service::verify::{Check, verify_bank},
    text::ids::verify as id,
};

/// About forty of these fill a block.
fn long(id: u64, day_number: i32, minor: i64) -> StatementRow {
    let day = day("2000-01-05").plus_days(day_number).unwrap();
    StatementRow { day, text: Some("x".repeat(400)), ..row(id, 1, "2000-01-05", minor) }
}

fn people() -> Vec<Fact> {
    vec![customer(7), account(1, 7)]
}

fn faults(store: &dyn Store) -> Vec<crate::text::MessageId> {
    let report = verify_bank(store, &Check::ALL, &mut |_, _| {}).unwrap();
    report.faults.into_iter().map(|fault| fault.what.id).collect()
}

#[test]
fn newest_first_is_as_good_as_oldest_first() {
    let store = MemoryStore::new();
    let rows = (0..25_000).map(|number| long(u64::try_from(number).unwrap() + 1, -number / 10, 1));
    let done = import(&store, people().into_iter().chain(rows_of(rows)));
    assert_eq!(done.codes(), []);
    let stored = statement(&store, 1);
    assert_eq!((stored.len(), balance(&store, 1)), (25_000, 25_000));
    assert!(stored.is_sorted_by_key(|row| row.day));
    assert_eq!(faults(&store), []);
}

/// Ten rows a day, then new ones at every fourth day, before the first and after the last day.
fn first_and_second() -> (Vec<StatementRow>, Vec<StatementRow>) {
    let first = (0..24_000).map(|number| long(u64::try_from(number).unwrap() + 1, number / 10, 1));
    let second = (-1..602).map(|number| long(u64::try_from(number + 50_001).unwrap(), number * 4, 1));
    (first.collect(), second.collect())
}

#[test]
fn rows_come_among_a_long_statement_and_every_cut_leaves_it_whole() {
    let (first, second) = first_and_second();
    let mut expected = [first.clone(), second.clone()].concat();
    // stable: what was stored stands before what arrived later
    expected.sort_by_key(|row| row.day);
    let mut cuts = 0;
    for left in 0.. {
        let store = CutOff { inner: MemoryStore::new(), left: Mutex::new(usize::MAX) };
        import(&store, people().into_iter().chain(rows_of(first.clone()))).result.unwrap();
        let blocks = store.scan(Place::Statement, KeyRange::all(), 10_000).unwrap().len();
        assert!(blocks > 2 * usize::try_from(REWRITE_BLOCKS_MAX).unwrap(), "{blocks}");
        *store.left.lock().unwrap() = left;
        let done = import(&store, rows_of(second.clone())).result.is_ok();
        let found = faults(&store);
        assert!(found.iter().all(|fault| *fault == id::IMPORT_UNFINISHED), "{left}: {found:?}");
        crate::service::load_customer(&store, CustomerNo(7)).unwrap().unwrap();
        if done {
            assert_eq!(statement(&store, 1), expected);
            break;
        }
        cuts += 1;
        *store.left.lock().unwrap() = usize::MAX;
        import(&store, rows_of(second.clone())).result.unwrap();
        assert_eq!(statement(&store, 1), expected, "{left}");
        assert_eq!((balance(&store, 1), faults(&store)), (24_603, vec![]));
    }
    assert!(cuts >= 4, "{cuts}");
}

#[test]
fn a_strict_run_adds_up_an_account_over_all_its_steps() {
    let store = MemoryStore::new();
    let mut rows: Vec<StatementRow> = (1..=9_000).map(|number| long(number, 0, 0)).collect();
    rows.first_mut().unwrap().minor = i64::MAX / 4;
    rows.last_mut().unwrap().minor = 10;
    let all = files(people().into_iter().chain(rows_of(rows)));
    let done = import_of(&store, "bank", &all, &options(true));
    assert!(matches!(done.result, Err(ImportError::Refused(_))), "{:?}", done.result);
    assert_eq!((done.codes(), store.sequence().unwrap()), (vec![(9_000, "sum_too_large")], 0));
}
