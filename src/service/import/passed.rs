//! What a checking pass has let pass: it writes nothing, so what it would have written is carried here.

use std::collections::HashMap;

use crate::{
    domain::{AccountId, CustomerNo, statement::StatementRow},
    service::commit::Assembly,
};

/// Empty in a pass that writes.
#[derive(Debug, Default)]
pub(super) struct Passed {
    sums: HashMap<u64, i128>,
    records: HashMap<u64, u32>,
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

    /// New records of a chunk that is not written.
    pub(super) fn chunk(&mut self, chunk: &Assembly) {
        for (no, held) in chunk.customers.iter().filter(|(_, held)| held.added() > 0) {
            let records = self.records.entry(no.0).or_default();
            *records = records.saturating_add(held.added());
        }
    }

    /// A customer's new records of chunks that passed.
    pub(super) fn records(&self, no: CustomerNo) -> u32 {
        self.records.get(&no.0).copied().unwrap_or_default()
    }
}
