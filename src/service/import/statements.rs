//! Statement rows: gathered, sorted by account, and put among the rows that are stored.

use std::collections::HashMap;

use super::{Import, ImportError, Misfit, REWRITE_BLOCKS_MAX, Sinks, blocks, seen::At};
use crate::{
    domain::{
        AccountId, StatementId,
        statement::{StatementBlock, StatementHead, StatementRow},
    },
    service::{
        commit::expect,
        records::{self, Put},
    },
    store::{Version, tables},
};

/// Rows that wait for their account's turn; the more, the fewer times an account is written.
const BUFFER_ROWS_MAX: usize = 500_000;
/// Bytes of rows that wait.
const BUFFER_BYTES_MAX: usize = 192 * 1024 * 1024;
/// Rows of one account that are put in one batch, in bytes.
const STEP_BYTES_MAX: usize = 2 * 1024 * 1024;
/// Rows of one account that are compared with the stored ones at once.
const COMPARE_ROWS_MAX: usize = 50_000;
/// The largest sum of an account's rows, and the largest opening, in minor units: their difference to what
/// is posted fits an amount.
pub(super) const AMOUNT_MAX: i64 = i64::MAX / 4;

/// A row with its place in its file.
#[derive(Debug)]
pub(super) struct Waiting {
    at: At,
    row: StatementRow,
}

/// Rows that wait.
#[derive(Debug, Default)]
pub(super) struct Buffer {
    rows: Vec<Waiting>,
    bytes: usize,
}

impl Buffer {
    pub(super) fn push(&mut self, at: At, row: StatementRow) {
        self.bytes += size_of::<Waiting>() + blocks::row_bytes(&row);
        self.rows.push(Waiting { at, row });
    }

    pub(super) fn is_full(&self) -> bool {
        self.rows.len() >= BUFFER_ROWS_MAX || self.bytes >= BUFFER_BYTES_MAX
    }

    /// By account and day, the rows of a day as they came: a file may be in any order.
    fn take(&mut self) -> Vec<Waiting> {
        let mut rows = std::mem::take(&mut self.rows);
        self.bytes = 0;
        rows.sort_by_key(|waiting| (waiting.row.account, waiting.row.day));
        rows
    }
}

impl Import<'_> {
    /// Writes the rows that wait, account by account.
    pub(super) fn flush_statements(&mut self, sinks: &mut Sinks<'_>) -> Result<(), ImportError> {
        // accounts of these rows may still wait in the chunk: rows never come before their account
        self.flush()?;
        let mut step: Vec<Waiting> = Vec::new();
        let mut bytes = 0;
        for waiting in self.unstored(sinks)? {
            let account = step.first().map(|first| first.row.account);
            if account.is_some_and(|account| account != waiting.row.account) {
                self.account_rows(std::mem::take(&mut step), sinks)?;
                bytes = 0;
            } else if bytes >= STEP_BYTES_MAX {
                self.account_rows(std::mem::take(&mut step), sinks)?;
                self.flush()?;
                bytes = 0;
            }
            bytes += blocks::row_bytes(&waiting.row);
            step.push(waiting);
        }
        self.account_rows(step, sinks)?;
        self.flush()?;
        self.write_index_if_full()
    }

    /// Puts rows of one account among the stored ones.
    fn account_rows(&mut self, rows: Vec<Waiting>, sinks: &mut Sinks<'_>) -> Result<(), ImportError> {
        let Some(account) = rows.first().map(|first| first.row.account) else {
            return Ok(());
        };
        let (version, mut head) = self.head(account)?;
        let new = self.fitting(&head, rows, sinks);
        let Some(first) = new.first().map(|row| row.day) else {
            self.touched.seen(account);
            return Ok(());
        };
        self.touched.rows(account);
        if self.dry {
            self.passed.rows(account, &new);
            return Ok(());
        }
        self.index_rows(&new);
        let from = blocks::tail(self.store, account, &head, first)?;
        if head.blocks - from > REWRITE_BLOCKS_MAX {
            return self.spread(account, (version, head), from, new);
        }
        for row in &new {
            count(&mut head, row);
        }
        let layout = blocks::merge(self.store, account, from..head.blocks, new)?;
        head.blocks = layout.count;
        for (number, block) in layout.blocks {
            self.put_block(account, number, &block)?;
        }
        self.put_head(account, version, &head)?;
        self.flush_if_full()
    }

    pub(super) fn put_block(
        &mut self,
        account: AccountId,
        number: u32,
        block: &StatementBlock,
    ) -> Result<(), ImportError> {
        self.assembly.put(Put::seal(tables::statement(account, number), block)?);
        Ok(())
    }

    pub(super) fn put_head(
        &mut self,
        account: AccountId,
        version: Version,
        head: &StatementHead,
    ) -> Result<(), ImportError> {
        let place = tables::statement_head(account);
        self.assembly.expects.push(expect(place.clone(), version));
        self.assembly.put(Put::seal(place, head)?);
        Ok(())
    }

    fn head(&self, account: AccountId) -> Result<(Version, StatementHead), ImportError> {
        if self.known.statements_are_new() && !self.touched.has_rows(account) {
            return Ok((0, StatementHead::default()));
        }
        let read = records::get(self.store, &tables::statement_head(account))?;
        let (version, mut head): (Version, StatementHead) = read.unwrap_or_default();
        head.sum += self.passed.sum(account);
        Ok((version, head))
    }

    /// The rows that wait, sorted, without those that are stored already; those that are stored with other
    /// content or on another account are rejected.
    fn unstored(&mut self, sinks: &mut Sinks<'_>) -> Result<Vec<Waiting>, ImportError> {
        let rows = self.buffer.take();
        // rows of this run have been told apart by their keys
        let stored = self.stored_places(rows.iter().map(|waiting| waiting.row.id))?;
        let mut new = Vec::new();
        let mut old: Vec<Waiting> = Vec::new();
        for waiting in rows {
            let other_account = old.first().is_some_and(|first| first.row.account != waiting.row.account);
            if other_account || old.len() >= COMPARE_ROWS_MAX {
                self.compare(&std::mem::take(&mut old), sinks)?;
            }
            match stored.get(&waiting.row.id.0) {
                None => new.push(waiting),
                Some(account) if *account == waiting.row.account => old.push(waiting),
                Some(account) => {
                    let misfit = Misfit::RowMoved { row: waiting.row.id, account: *account };
                    self.misfit(waiting.at, misfit, None, sinks);
                }
            }
        }
        self.compare(&old, sinks)?;
        Ok(new)
    }

    /// Rows of one account that are stored on it: equal ones are taken, changed ones rejected.
    fn compare(&mut self, rows: &[Waiting], sinks: &mut Sinks<'_>) -> Result<(), ImportError> {
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
            return Ok(());
        };
        let account = first.row.account;
        let (_, head) = self.head(account)?;
        // a row that is not found among the days of its like has another day, so it has changed
        let stored = blocks::between(self.store, account, &head, first.row.day..=last.row.day)?;
        let by_id: HashMap<StatementId, &StatementRow> =
            stored.iter().flat_map(|block| &block.rows).map(|row| (row.id, row)).collect();
        for waiting in rows {
            if by_id.get(&waiting.row.id).is_some_and(|stored| **stored == waiting.row) {
                self.taken(&waiting.row);
            } else {
                self.misfit(waiting.at, Misfit::RowChanged(waiting.row.id), None, sinks);
            }
        }
        self.touched.seen(account);
        Ok(())
    }

    /// Rows whose sum fits.
    fn fitting(
        &mut self,
        head: &StatementHead,
        rows: Vec<Waiting>,
        sinks: &mut Sinks<'_>,
    ) -> Vec<StatementRow> {
        let mut sum = head.sum;
        let mut fitting = Vec::with_capacity(rows.len());
        for waiting in rows {
            let with = sum + i128::from(waiting.row.minor);
            if with.unsigned_abs() > u128::from(AMOUNT_MAX.unsigned_abs()) {
                self.misfit(waiting.at, Misfit::SumLarge, None, sinks);
            } else {
                sum = with;
                self.taken(&waiting.row);
                fitting.push(waiting.row);
            }
        }
        fitting
    }

    /// Counts an accepted row.
    fn taken(&mut self, row: &StatementRow) {
        let currency = self.known.currency(row.account);
        self.report.totals.statement(row, currency);
    }
}

/// What a row adds to its account's head.
pub(in crate::service) fn count(head: &mut StatementHead, row: &StatementRow) {
    head.rows += 1;
    head.sum += i128::from(row.minor);
    head.last_day = head.last_day.max(Some(row.day));
    if let Some(balance) = row.balance {
        head.stated += 1;
        head.negative += u64::from(balance < 0);
    }
}
