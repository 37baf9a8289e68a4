//! On which account each stored statement row stands: a row that turns up on another one would count twice.
//!
//! The numbers of a source's rows lie in pages, each keyed by the largest number it may hold; the last page
//! takes all that is greater. A run asks for the numbers of a whole buffer in their order, so each page is
//! read once, and writes its own when its rows are stored, many to a page. A run that was cut off before
//! that is seen as open, and the next one draws the pages from the statements again.

use std::collections::{BTreeMap, HashMap};

use super::{Import, ImportError};
use crate::{
    domain::{
        AccountId, Source, StatementId,
        account::AccountTerms,
        customer::Manifest,
        statement::{StatementHead, StatementRow, StatementRowPage},
    },
    service::{
        commit::expect,
        load::statement_block,
        records::{self, Put},
    },
    store::{KeyRange, Store, StoreError, Table, Version, codec, tables},
};

/// The most rows of a page: at 9 bytes a number it stays below 16 KiB.
const PAGE_ROWS_MAX: usize = 800;
/// Rows that wait for their pages, 16 bytes each; the more, the fewer times a page is written.
const PENDING_ROWS_MAX: usize = 4_000_000;
/// Accounts of a scan when all statements are read again.
const SCAN_ACCOUNTS: usize = 4_096;

/// A row's number and its account.
type Place = (u64, AccountId);

/// Rows that are stored and not yet in a page.
#[derive(Debug, Default)]
pub(super) struct Pending {
    rows: BTreeMap<Source, Vec<Place>>,
    count: usize,
}

impl Pending {
    fn push(&mut self, source: &Source, rows: &[StatementRow]) {
        let places = rows.iter().map(|row| (row.id.0, row.account));
        if let Some(waiting) = self.rows.get_mut(source) {
            waiting.extend(places);
        } else {
            self.rows.insert(source.clone(), places.collect());
        }
        self.count += rows.len();
    }
}

/// A page as it is stored, or as it will be.
struct Page {
    /// The largest number it may hold.
    last: u64,
    version: Version,
    places: Vec<Place>,
}

impl Page {
    /// The page that holds a number, or would.
    fn of(store: &dyn Store, source: &Source, number: u64) -> Result<Page, StoreError> {
        let mut range = KeyRange::prefix(&tables::statement_rows_prefix(source));
        let (table, start) = tables::statement_rows(source, number);
        range.start = start;
        let Some(found) = store.scan(table, range, 1)?.pop() else {
            return Ok(Page { last: u64::MAX, version: 0, places: Vec::new() });
        };
        let at = records::place(table, &found.key);
        let page: StatementRowPage = codec::open(&found.value, &at)?;
        let last = found.key.last_chunk().map(|last| u64::from_be_bytes(*last));
        let last = last.ok_or_else(|| StoreError::Corrupt {
            place: at.to_string(),
            what: "the key of a page of statement rows is too short".to_owned(),
        })?;
        Ok(Page { last, version: found.version, places: places(&page) })
    }

    /// The account of a row that is in it.
    fn account(&self, number: u64) -> Option<AccountId> {
        let at = self.places.binary_search_by_key(&number, |place| place.0).ok()?;
        self.places.get(at).map(|place| place.1)
    }

    /// With more rows, in as many pages as they need; nothing if all are in it.
    fn with(self, rows: &[Place]) -> Vec<Page> {
        let mut all = [rows, self.places.as_slice()].concat();
        all.sort_by_key(|place| place.0);
        all.dedup_by_key(|place| place.0);
        if all == self.places {
            return Vec::new();
        }
        let pages = all.len().div_ceil(PAGE_ROWS_MAX).max(1);
        let mut parts = all.chunks(all.len().div_ceil(pages).max(1)).peekable();
        let mut split = Vec::with_capacity(pages);
        while let Some(part) = parts.next() {
            let (last, version) = match (parts.peek(), part.last()) {
                (Some(_), Some(last)) => (last.0, 0),
                _ => (self.last, self.version),
            };
            split.push(Page { last, version, places: part.to_vec() });
        }
        split
    }

    fn stored(&self) -> StatementRowPage {
        let mut before = 0;
        let step = |place: &Place| {
            let step = place.0 - before;
            before = place.0;
            (step, place.1)
        };
        StatementRowPage { steps: self.places.iter().map(step).collect() }
    }
}

fn places(page: &StatementRowPage) -> Vec<Place> {
    let mut number: u64 = 0;
    let place = |(step, account): &(u64, AccountId)| {
        number = number.saturating_add(*step);
        (number, *account)
    };
    page.steps.iter().map(place).collect()
}

impl Import<'_> {
    /// The accounts of those rows that were stored when the run began.
    pub(super) fn stored_places(
        &self,
        numbers: impl Iterator<Item = StatementId>,
    ) -> Result<HashMap<u64, AccountId>, StoreError> {
        let mut found = HashMap::new();
        if self.known.statements_are_new() {
            return Ok(found);
        }
        let mut numbers: Vec<u64> = numbers.map(|id| id.0).collect();
        numbers.sort_unstable();
        let mut page: Option<Page> = None;
        for number in numbers {
            let held = match page.take().filter(|page| number <= page.last) {
                Some(page) => page,
                None => Page::of(self.store, &self.feed.source, number)?,
            };
            found.extend(held.account(number).map(|account| (number, account)));
            page = Some(held);
        }
        Ok(found)
    }

    /// Rows of this run are on their way into the store; their numbers follow them there.
    pub(super) fn index_rows(&mut self, rows: &[StatementRow]) {
        self.pending.push(&self.feed.source, rows);
    }

    /// Writes the numbers that wait if there are many.
    pub(super) fn write_index_if_full(&mut self) -> Result<(), ImportError> {
        if self.pending.count >= PENDING_ROWS_MAX {
            self.write_index()?;
            self.flush()?;
        }
        Ok(())
    }

    /// Puts the numbers that wait into their pages; the last of them go with the batch that comes next.
    pub(super) fn write_index(&mut self) -> Result<(), ImportError> {
        // never before their rows
        self.flush()?;
        for (source, mut rows) in std::mem::take(&mut self.pending).rows {
            rows.sort_unstable();
            let mut rest = rows.as_slice();
            while let Some((first, _)) = rest.first() {
                let page = Page::of(self.store, &source, *first)?;
                let (own, greater) = rest.split_at(rest.partition_point(|row| row.0 <= page.last));
                for page in page.with(own) {
                    let place = tables::statement_rows(&source, page.last);
                    self.assembly.expects.push(expect(place.clone(), page.version));
                    self.assembly.put(Put::seal(place, &page.stored())?);
                    self.flush_if_full()?;
                }
                rest = greater;
            }
        }
        Ok(())
    }

    /// Draws all pages from the statements again if a run was cut off, or a store has none yet.
    pub(super) fn mend_index(&mut self) -> Result<(), ImportError> {
        let absent =
            || Ok::<_, StoreError>(self.store.scan(Table::StatementRow, KeyRange::all(), 1)?.is_empty());
        if self.known.statements_are_new() || !(self.writer.repairs() || absent()?) {
            return Ok(());
        }
        let mut range = KeyRange::all();
        loop {
            let page = self.store.scan(Table::AccountOwner, range.clone(), SCAN_ACCOUNTS)?;
            for row in &page {
                let at = records::place(Table::AccountOwner, &row.key);
                let terms: AccountTerms = codec::open(&row.value, &at)?;
                if let Some(id) = row.key.first_chunk() {
                    self.index_account(AccountId(u64::from_be_bytes(*id)), &terms)?;
                }
            }
            match page.last() {
                Some(last) if page.len() == SCAN_ACCOUNTS => range = range.after(&last.key),
                _ => break,
            }
        }
        self.write_index()?;
        Ok(self.flush()?)
    }

    fn index_account(&mut self, account: AccountId, terms: &AccountTerms) -> Result<(), ImportError> {
        let head = records::get::<StatementHead>(self.store, &tables::statement_head(account))?;
        let blocks = head.map_or(0, |(_, head)| head.blocks);
        let owner = records::get::<Manifest>(self.store, &tables::customer(terms.customer))?;
        let Some((_, owner)) = owner.filter(|_| blocks > 0) else {
            return Ok(());
        };
        for number in 0..blocks {
            let block = statement_block(self.store, account, number)?;
            self.pending.push(&owner.source, &block.rows);
            self.write_index_if_full()?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
