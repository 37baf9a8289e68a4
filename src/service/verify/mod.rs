//! Verification: every invariant of the bank's records, counted again from the records themselves.
//!
//! The journal, its chain and the state hash are the engine's to verify; a front asks for both.

use serde::{Deserialize, Serialize};

use crate::{
    domain::AccountId,
    service::records,
    store::{Entry as Row, Key, KeyRange, Store, StoreError, Table},
    text::{Message, ids::verify as id},
};

mod directory;
mod due;
mod flows;
mod ledger;
mod owners;
mod requests;
mod statements;

/// The most faults that a report keeps; a store with more is to be restored, not read.
pub const FAULTS_MAX: usize = 1_000;
/// Rows of a page of a scan.
const PAGE_ROWS: usize = 4_096;

/// What can be verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Check {
    /// Entries balance, balances are sums of postings, currencies sum to zero, limits were kept.
    Ledger,
    /// Blocks agree with heads, import postings with opening and rows.
    Statements,
    /// Manifests, owner index, what falls due, names and aliases agree with the records.
    Indexes,
    /// Posting, request and trace belong together.
    Requests,
    /// Runs, receipts, approvals and orders of flows belong together, two people on each approval.
    Flows,
}

impl Check {
    /// All of them.
    pub const ALL: [Check; 5] =
        [Check::Ledger, Check::Statements, Check::Indexes, Check::Requests, Check::Flows];
}

/// How many of a kind were looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    /// What.
    pub what: String,
    /// How many.
    pub count: u64,
}

/// Something that is not as it must be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerifyFault {
    /// Which record: table and number.
    #[serde(rename = "where")]
    pub place: String,
    /// What is wrong with it.
    pub what: Message,
}

/// What verification found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct VerifyReport {
    /// What was looked at.
    pub checked: Vec<Checked>,
    /// The first [`FAULTS_MAX`] faults.
    pub faults: Vec<VerifyFault>,
}

impl VerifyReport {
    /// Nothing is wrong.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.faults.is_empty()
    }
}

/// Verifies the bank's records; `progress` is told each table and how many of its rows were read.
///
/// # Errors
/// [`StoreError::Unavailable`] and the like. A record that cannot be read is a fault of the report, not an
/// error.
pub fn verify_bank(
    store: &dyn Store,
    which: &[Check],
    progress: &mut dyn FnMut(Table, u64),
) -> Result<VerifyReport, StoreError> {
    let mut audit = Audit { store, report: VerifyReport::default(), progress };
    for check in which {
        match check {
            Check::Ledger => ledger::check(&mut audit)?,
            Check::Statements => statements::check(&mut audit)?,
            Check::Indexes => {
                owners::check(&mut audit)?;
                due::check(&mut audit)?;
                directory::check(&mut audit)?;
            }
            Check::Requests => requests::check(&mut audit)?,
            Check::Flows => flows::check(&mut audit)?,
        }
    }
    Ok(audit.report)
}

/// A verification under way.
struct Audit<'a> {
    store: &'a dyn Store,
    report: VerifyReport,
    progress: &'a mut dyn FnMut(Table, u64),
}

impl Audit<'_> {
    fn fault(&mut self, place: String, what: Message) {
        if self.report.faults.len() < FAULTS_MAX {
            self.report.faults.push(VerifyFault { place, what });
        }
    }

    fn checked(&mut self, what: &str, count: u64) {
        self.report.checked.push(Checked { what: what.to_owned(), count });
    }

    /// A record, or `None` after naming it as unreadable; errors that are no damage end the verification.
    fn readable<T>(&mut self, read: Result<T, StoreError>) -> Result<Option<T>, StoreError> {
        match read {
            Ok(read) => Ok(Some(read)),
            Err(error) => match error.damage() {
                Some((place, damage, _)) => {
                    let what = Message::new(id::UNREADABLE).with("what", damage.message().said());
                    self.fault(place.to_owned(), what);
                    Ok(None)
                }
                None => Err(error),
            },
        }
    }

    /// Every row of a table in order.
    fn each(
        &mut self,
        table: Table,
        visit: &mut dyn FnMut(&mut Self, Row) -> Result<(), StoreError>,
    ) -> Result<u64, StoreError> {
        let mut range = KeyRange::all();
        let mut count = 0;
        loop {
            let page = self.store.scan(table, range.clone(), PAGE_ROWS)?;
            let full = page.len() == PAGE_ROWS;
            let mut last: Option<Key> = None;
            for row in page {
                count += 1;
                last = Some(row.key.clone());
                visit(self, row)?;
            }
            (self.progress)(table, count);
            match last {
                Some(key) if full => range = range.after(&key),
                _ => return Ok(count),
            }
        }
    }
}

fn place(table: Table, key: &[u8]) -> String {
    records::place(table, key).to_string()
}

/// A key that is one number.
fn number(key: &[u8]) -> Option<u64> {
    Some(u64::from_be_bytes(key.first_chunk().copied()?))
}

fn account(key: &[u8]) -> Option<AccountId> {
    number(key).map(AccountId)
}

#[cfg(test)]
mod tests;
