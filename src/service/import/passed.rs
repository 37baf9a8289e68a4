//! What a checking pass has let pass: it writes nothing, so what it would have written is carried here.

use std::collections::HashMap;

use crate::domain::{AccountId, statement::StatementRow};

/// Empty in a pass that writes.
#[derive(Debug, Default)]
pub(super) struct Passed {
    sums: HashMap<u64, i128>,
}

impl Passed {
    /// Rows of an account's statement.
    pub(super) fn rows(&mut self, account: AccountId, rows: &[StatementRow]) {
        let sum = self.sums.entry(account.0).or_default();
        *sum += rows.iter().map(|row| i128::from(row.minor)).sum::<i128>();
    }

    /// The sum of an account's rows that passed, in minor units.
    pub(super) fn sum(&self, account: AccountId) -> i128 {
        self.sums.get(&account.0).copied().unwrap_or_default()
    }
}
