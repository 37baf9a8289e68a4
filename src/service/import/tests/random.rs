//! However rows are split into runs and ordered, the ledger and the statements come out the same.

use proptest::prelude::*;

use super::*;
use crate::service::verify::{Check, verify_bank};

const ACCOUNTS: u64 = 4;

fn people() -> Vec<Fact> {
    let accounts = (1..=ACCOUNTS).map(|number| account_with(number, 1 + number % 2, None, Some(5)));
    [customer(1), customer(2)].into_iter().chain(accounts).collect()
}

fn random_rows() -> impl Strategy<Value = Vec<(StatementRow, usize)>> {
    let one = (1..=ACCOUNTS, 1..28_i8, -1_000..1_000_i64, "[a-z]{0,300}", 0..4_usize);
    prop::collection::vec(one, 0..150).prop_map(|rows| {
        let rows = rows.into_iter().zip(1..);
        rows.map(|((account, of_month, minor, text, run), id)| {
            let made = StatementRow {
                text: Some(text),
                ..row(id, account, &format!("2026-03-{of_month:02}"), minor)
            };
            (made, run)
        })
        .collect()
    })
}

fn sorted(mut rows: Vec<StatementRow>) -> Vec<StatementRow> {
    rows.sort_by_key(|row| (row.day, row.id));
    rows
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn splits_and_orders_give_one_bank((rows, shuffled) in random_rows().prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle()))) {
        let whole = MemoryStore::new();
        let all = rows.iter().map(|(row, _)| row.clone());
        import(&whole, people().into_iter().chain(rows_of(all))).result.unwrap();

        let split = MemoryStore::new();
        for run in 0..4 {
            let part = shuffled.iter().filter(|(_, of)| *of == run).map(|(row, _)| row.clone());
            // each run brings some rows again
            let again = shuffled.iter().filter(|(row, of)| *of < run && row.id.0 % 3 == 0).map(|(row, _)| row.clone());
            let done = import(&split, people().into_iter().chain(rows_of(part.chain(again))));
            prop_assert_eq!(done.rejects, []);
        }
        for account in 1..=ACCOUNTS {
            prop_assert_eq!(balance(&whole, account), balance(&split, account));
            let (one, other) = (statement(&whole, account), statement(&split, account));
            prop_assert!(other.is_sorted_by_key(|row| row.day));
            prop_assert_eq!(sorted(one), sorted(other));
        }
        for store in [&whole, &split] {
            let report = verify_bank(store, &Check::ALL, &mut |_, _| {}).unwrap();
            prop_assert_eq!(report.faults, []);
        }
    }
}
