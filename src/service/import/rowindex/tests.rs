//! A row counts once in its source, whatever account a later file puts it on.

use proptest::prelude::*;

use super::*;
use crate::{
    service::{fixtures::*, import::tests::*},
    store::memory::MemoryStore,
    text::Lang,
};

fn people() -> Vec<crate::domain::Fact> {
    vec![customer(7), account(1, 7), account(2, 7)]
}

fn bank(rows: impl IntoIterator<Item = StatementRow>) -> MemoryStore {
    let store = MemoryStore::new();
    import(&store, people().into_iter().chain(rows_of(rows))).result.unwrap();
    store
}

#[test]
fn a_row_on_another_account_is_rejected_with_place_value_and_remedy() {
    for strict in [false, true] {
        let store = bank([row(5, 1, "2026-01-05", 100)]);
        let hash = store.state_hash().unwrap();
        let moved = files(rows_of([row(5, 2, "2026-01-05", 100)]));
        let done = import_of(&store, "bank", &moved, &options(strict));
        assert_eq!(done.codes(), [(1, "row_changed")]);
        let reject = &done.rejects[0];
        assert_eq!(reject.field.as_deref(), Some("transaction_id"));
        assert_eq!(reject.value.as_deref(), Some("5"));
        for lang in Lang::ALL {
            assert!(reject.reason.say(lang).contains('1'), "{}", reject.reason.say(lang));
            assert!(!reject.remedy.say(lang).is_empty());
        }
        assert_eq!((balance(&store, 1), balance(&store, 2)), (100, 0));
        assert_eq!(store.state_hash().unwrap() == hash, strict);
    }
}

#[test]
fn numbers_are_of_their_source() {
    let store = bank([row(5, 1, "2026-01-05", 100)]);
    let facts = [customer(8), account(3, 8)].into_iter().chain(rows_of([row(5, 3, "2026-01-05", 9)]));
    let done = import_of(&store, "other", &files(facts), &options(false));
    assert_eq!((done.codes(), balance(&store, 3)), (vec![], 9));
}

#[test]
fn after_a_cut_at_any_commit_a_moved_row_is_found() {
    let rows = || rows_of((1..=2_000).map(|id| row(id * 3, 1, "2026-01-05", 1)));
    let facts = || people().into_iter().chain(rows());
    let mut cuts = 0;
    for after in 0.. {
        let store = CutOff { inner: MemoryStore::new(), left: std::sync::Mutex::new(after) };
        if import(&store, facts()).result.is_ok() {
            break;
        }
        cuts += 1;
        let store = store.inner;
        // another source's run finishes and closes what is open
        import_of(&store, "other", &files([customer(8)]), &options(false)).result.unwrap();
        import(&store, people()).result.unwrap();
        let before = balance(&store, 1);
        let done = import(&store, rows_of([row(3, 2, "2026-01-05", 1), row(4, 2, "2026-01-05", 1)]));
        let stored = before > 0;
        assert_eq!(done.codes(), if stored { vec![(1, "row_changed")] } else { vec![] }, "{after}");
    }
    assert!(cuts >= 3, "{cuts}");
}

#[test]
fn a_store_without_pages_gets_them() {
    let store = bank([row(5, 1, "2026-01-05", 100)]);
    let pages = store.scan(Table::StatementRow, KeyRange::all(), 10).unwrap();
    let deletes = pages.into_iter().map(|page| (Table::StatementRow, page.key)).collect();
    let request_id = crate::store::RequestId(77);
    let (digest, result) = ([7; 32], Vec::new());
    let (expects, puts, adds) = (Vec::new(), Vec::new(), Vec::new());
    store.commit(crate::store::Batch { request_id, digest, result, expects, puts, deletes, adds }).unwrap();
    let done = import(&store, rows_of([row(5, 1, "2026-01-05", 100), row(6, 1, "2026-01-05", 1)]));
    assert_eq!((done.codes(), balance(&store, 1)), (vec![], 101));
    let done = import(&store, rows_of([row(5, 2, "2026-01-05", 100)]));
    assert_eq!(done.codes(), [(1, "row_changed")]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn pages_hold_what_they_were_given(runs in prop::collection::vec(prop::collection::btree_map(prop_oneof![0_u64..5_000, any::<u64>()], 1_u64..3, 0..1_500), 1..4)) {
        let store = bank([]);
        let mut model: BTreeMap<u64, u64> = BTreeMap::new();
        for run in runs {
            let new = run.iter().filter(|(id, _)| !model.contains_key(*id)).map(|(id, account)| (*id, *account)).collect::<Vec<_>>();
            let moved = run.iter().filter(|(id, account)| model.get(*id).is_some_and(|held| held != *account)).count();
            let rows = run.iter().map(|(id, account)| row(*id, *account, "2026-01-05", 1));
            let done = import(&store, rows_of(rows));
            prop_assert_eq!(done.rejects.len(), moved);
            model.extend(new);
            for account in [1, 2] {
                let rows = i128::try_from(model.values().filter(|held| **held == account).count()).unwrap();
                prop_assert_eq!(balance(&store, account), rows);
            }
            for page in store.scan(Table::StatementRow, KeyRange::all(), 10_000).unwrap() {
                prop_assert!(page.value.len() <= 16 * 1024);
            }
        }
    }
}
