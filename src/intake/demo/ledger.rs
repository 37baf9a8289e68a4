//! The sheet of an account: rows with a running balance.

use crate::{
    domain::{AccountId, StatementId, statement::StatementRow},
    time::Day,
};

/// Rows of an account are its number times this plus their own.
const ROWS_EACH: u64 = 10_000;

/// Operation, text, the other side.
pub(super) type Deed<'a> = (&'a str, &'a str, Option<&'a str>);

/// An account's rows in the making.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) id: AccountId,
    pub(super) balance: i64,
    rows: Vec<StatementRow>,
}

impl Sheet {
    pub(super) fn new(id: AccountId, opening: i64) -> Sheet {
        Sheet { id, balance: opening, rows: Vec::new() }
    }

    /// Books a row; rows come in the order of their days.
    pub(super) fn row(&mut self, day: Day, minor: i64, deed: Deed<'_>) {
        self.row_at((day, None), minor, deed);
    }

    /// Books a row whose time is known, in minutes of its day.
    pub(super) fn row_at(
        &mut self,
        (day, minute): (Day, Option<u16>),
        minor: i64,
        (operation, text, other): Deed<'_>,
    ) {
        self.balance = self.balance.saturating_add(minor);
        let number = u64::try_from(self.rows.len()).unwrap_or(u64::MAX).saturating_add(1);
        self.rows.push(StatementRow {
            id: StatementId(self.id.0.saturating_mul(ROWS_EACH).saturating_add(number)),
            account: self.id,
            day,
            minute,
            minor,
            balance: Some(self.balance),
            operation: Some(operation.to_owned()),
            text: Some(text.to_owned()),
            counterparty: other.map(str::to_owned),
        });
    }

    /// Its rows, oldest first.
    pub(super) fn into_rows(self) -> Vec<StatementRow> {
        self.rows
    }
}
