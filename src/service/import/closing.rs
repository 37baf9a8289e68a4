//! The end of a run: ONE posting an account brings the ledger to its statement, and what is odd is noted.

use std::collections::{BTreeMap, BTreeSet};

use super::{Import, ImportError, Note, Phase, Progress, Sinks, blocks, run_request, writer};
use crate::{
    domain::{
        AccountId, EntryId, FactKind,
        account::AccountTerms,
        customer::Manifest,
        ledger::{Entry, EntryKind, LedgerAccount, OwnAccount, Posting, Side},
        statement::StatementHead,
    },
    money::{Currency, Money},
    service::{
        ServiceError,
        commit::Held,
        records::{self, Put},
    },
    store::{Add, KeyRange, Table, Version, codec, tables},
};

/// How far a source's own balance may lie beside the sum of its rows, in parts of the currency's unit (a
/// fifth): sources round each row's interest by itself.
const TOLERANCE_PARTS: u64 = 5;
/// Accounts of a page when all are looked through.
const PAGE_ACCOUNTS: usize = 4_096;

/// One account on its way to its posting.
struct Closing {
    account: AccountId,
    terms: AccountTerms,
    version: Version,
    head: StatementHead,
}

impl Closing {
    /// Stated opening, else 0, plus the rows.
    fn expected(&self) -> i128 {
        i128::from(self.terms.opening.unwrap_or(0)) + self.head.sum
    }
}

impl Import<'_> {
    /// Posts, notes, and writes the run's record.
    pub(super) fn close(&mut self, sinks: &mut Sinks<'_>) -> Result<(), ImportError> {
        self.write_index()?;
        let mut clearing = BTreeMap::new();
        let accounts = self.touched.in_order();
        let total = u64::try_from(accounts.len()).unwrap_or(u64::MAX);
        for (done, account) in (1..).zip(&accounts) {
            let closing = self.closing(*account)?;
            let stated = self.stated(&closing)?;
            self.note(&closing, stated);
            self.close_account(closing, stated, &mut clearing)?;
            if done == total || done.is_multiple_of(1_024) {
                self.post_progress(done, total, sinks);
            }
        }
        if self.writer.repairs() {
            self.repair(&mut clearing)?;
        }
        self.flush_postings(&mut clearing)?;
        let kinds = self.feed.files.iter().filter_map(|file| file.table().kind()).collect();
        self.writer.finish(&self.report.files, (&kinds, &self.torn()), &self.report.notes)?;
        self.report.written = self.writer.written;
        Ok(())
    }

    /// Kinds of which a rejected row leaves nothing known: an account whose restriction was not taken is not free.
    fn torn(&self) -> BTreeSet<FactKind> {
        let files = self.feed.files.iter().zip(&self.report.files);
        let rejected = files.filter(|(_, report)| report.rejected > 0);
        let kinds = rejected.filter_map(|(file, _)| file.table().kind());
        kinds.filter(|kind| *kind == FactKind::PostingRestriction).collect()
    }

    fn post_progress(&self, done: u64, total: u64, sinks: &mut Sinks<'_>) {
        (sinks.progress)(&Progress {
            phase: Phase::Posting,
            file: "",
            done,
            total,
            rows: self.report.files.iter().map(|file| file.rows).sum(),
        });
    }

    /// A run was cut off: which accounts it left behind is not known, so all are looked at.
    fn repair(&mut self, clearing: &mut BTreeMap<Currency, i128>) -> Result<(), ImportError> {
        let mut range = KeyRange::all();
        loop {
            let page = self.store.scan(Table::AccountOwner, range.clone(), PAGE_ACCOUNTS)?;
            for row in &page {
                if let Ok(id) = <[u8; 8]>::try_from(row.key.as_slice()) {
                    let account = AccountId(u64::from_be_bytes(id));
                    if !self.touched.contains(account) {
                        let closing = self.closing(account)?;
                        let stated = self.stated(&closing)?;
                        self.close_account(closing, stated, clearing)?;
                    }
                }
            }
            match page.last() {
                Some(last) if page.len() == PAGE_ACCOUNTS => range = range.after(&last.key),
                _ => return Ok(()),
            }
        }
    }

    fn closing(&self, account: AccountId) -> Result<Closing, ImportError> {
        let (table, key) = tables::account_owner(account);
        let Some((_, terms)) = records::get(self.store, &(table, key.clone()))? else {
            return Err(ImportError::Failed(ServiceError::Store(crate::store::StoreError::Corrupt {
                place: records::place(table, &key).to_string(),
                what: "an account with a statement has no owner".to_owned(),
            })));
        };
        let head = records::get(self.store, &tables::statement_head(account))?;
        let (version, head) = head.unwrap_or_default();
        Ok(Closing { account, terms, version, head })
    }

    fn close_account(
        &mut self,
        mut closing: Closing,
        stated: Option<i64>,
        clearing: &mut BTreeMap<Currency, i128>,
    ) -> Result<(), ImportError> {
        let account = closing.account;
        let difference = closing.expected() - closing.head.posted;
        let entry = if difference == 0 { None } else { Some(self.entry(&closing, difference)?) };
        if entry.is_none() && closing.head.differs == stated.is_some() {
            return Ok(());
        }
        closing.head.posted = closing.expected();
        closing.head.differs = stated.is_some();
        self.put_head(account, closing.version, &closing.head)?;
        self.raise(&closing.terms)?;
        if let Some(entry) = entry {
            self.post(&closing, &entry, difference, clearing)?;
        }
        if self.assembly.keys_at_most() >= super::CHUNK_KEYS_MAX {
            self.flush_postings(clearing)?;
        }
        Ok(())
    }

    fn post(
        &mut self,
        closing: &Closing,
        entry: &Entry,
        difference: i128,
        clearing: &mut BTreeMap<Currency, i128>,
    ) -> Result<(), ImportError> {
        self.assembly.put(Put::seal(tables::entry(entry.id), entry)?);
        let (table, key) = tables::balance(LedgerAccount::Customer(closing.account), closing.terms.currency);
        self.assembly.adds.push(Add { table, key, delta: difference, floor: None });
        *clearing.entry(closing.terms.currency).or_default() -= difference;
        Ok(())
    }

    /// A posting, or another verdict, raises its customer's version.
    fn raise(&mut self, terms: &AccountTerms) -> Result<(), ImportError> {
        use std::collections::btree_map::Entry as Slot;
        let slot = match self.assembly.customers.entry(terms.customer) {
            Slot::Occupied(slot) => slot.into_mut(),
            Slot::Vacant(slot) => {
                let place = tables::customer(terms.customer);
                let Some((version, manifest)) = records::get::<Manifest>(self.store, &place)? else {
                    return Err(ImportError::Failed(ServiceError::Store(
                        crate::store::StoreError::Corrupt {
                            place: records::place(place.0, &place.1).to_string(),
                            what: "the owner of an account is absent".to_owned(),
                        },
                    )));
                };
                slot.insert(Held::new(version, manifest))
            }
        };
        slot.raise();
        Ok(())
    }

    /// The other side of all postings of the chunk: one add a currency, so nothing conflicts on it.
    fn flush_postings(&mut self, clearing: &mut BTreeMap<Currency, i128>) -> Result<(), ImportError> {
        for (currency, delta) in std::mem::take(clearing) {
            let (table, key) = tables::balance(LedgerAccount::Own(OwnAccount::ImportClearing), currency);
            self.assembly.adds.push(Add { table, key, delta, floor: None });
        }
        Ok(self.flush()?)
    }

    /// Its id is drawn from the step it makes, so the same step is the same entry.
    fn entry(&self, closing: &Closing, difference: i128) -> Result<Entry, ImportError> {
        let step = (closing.account, closing.version, closing.head.posted, difference);
        let digest = writer::derive("tekil import entry", &codec::seal(&step)?);
        let too_large = |_| ServiceError::Misplaced {
            what: format!("the difference of account {} is beyond any amount", closing.account),
        };
        let minor = i64::try_from(difference.abs()).map_err(too_large)?;
        let (customer, own) =
            if difference > 0 { (Side::Credit, Side::Debit) } else { (Side::Debit, Side::Credit) };
        let money = Money::new(minor, closing.terms.currency);
        let posting = |account, side| Posting { account, side, money };
        Ok(Entry {
            id: EntryId(writer::half(&digest)),
            day: closing.head.last_day.unwrap_or_else(|| self.options.at.day()),
            kind: EntryKind::Import,
            request: run_request(&self.feed.digest),
            postings: vec![
                posting(LedgerAccount::Customer(closing.account), customer),
                posting(LedgerAccount::Own(OwnAccount::ImportClearing), own),
            ],
        })
    }

    /// The source's nearest balance of the last day, in minor units, if it is not what the rows add up to.
    fn stated(&self, closing: &Closing) -> Result<Option<i64>, ImportError> {
        if closing.head.stated == 0 {
            return Ok(None);
        }
        let ours = closing.expected();
        let beside = |balance: &i64| (i128::from(*balance) - ours).unsigned_abs();
        let rows = blocks::last_day(self.store, closing.account, &closing.head)?;
        let nearest = rows.iter().filter_map(|row| row.balance).min_by_key(beside);
        let tolerance = u128::from(tolerance(closing.terms.currency));
        Ok(nearest.filter(|balance| beside(balance) > tolerance))
    }

    /// What is odd in the source about an account: it is kept as it is.
    fn note(&mut self, closing: &Closing, stated: Option<i64>) {
        let account = closing.account;
        if closing.head.negative > 0 {
            let rows = closing.head.negative;
            self.report.notes.push(Note::Negative { account, rows });
        }
        if let (Some(day), Some(stated), Ok(ours)) =
            (closing.head.last_day, stated, i64::try_from(closing.expected()))
        {
            let money = |minor| Money::new(minor, closing.terms.currency);
            let (ours, stated) = (money(ours), money(stated));
            self.report.notes.push(Note::BalanceDiffers { account, day, ours, stated });
        }
    }
}

/// In minor units.
fn tolerance(currency: Currency) -> u64 {
    10_u64.pow(u32::from(currency.decimals())) / TOLERANCE_PARTS
}
