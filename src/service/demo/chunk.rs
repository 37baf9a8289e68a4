//! Some customers as records at their keys.

use std::{collections::BTreeMap, ops::Range};

use super::Filled;
use crate::{
    domain::{
        AccountId, CustomerNo, EntryId, Fact, FactKind, Source,
        customer::Manifest,
        ledger::{Entry, EntryKind, LedgerAccount, OwnAccount, POSTINGS_MAX, Posting, Side},
        statement::StatementHead,
    },
    intake::demo::{DemoBank, DemoCustomer, SOURCE},
    money::{Currency, Money},
    search::Person,
    service::{
        directory::{aliases::Alias, names},
        import, kin,
        project::{self, Altered, Change, Derived, ROW_BY_ROW},
        records::{self, Put, Record},
    },
    store::{Add, StoreError, tables},
};

use super::writer;

/// Records of some customers, ready to be committed.
#[derive(Debug, Default)]
pub(super) struct Chunk {
    pub(super) puts: Vec<Put>,
    pub(super) adds: Vec<Add>,
    pub(super) people: Vec<Person>,
    pub(super) hints: Vec<(u64, CustomerNo)>,
    /// What the chunk's entries took from import clearing.
    pub(super) clearing: BTreeMap<Currency, i128>,
    pub(super) filled: Filled,
    change: Change,
}

/// An account on its way to its entry.
struct Sum {
    currency: Currency,
    opening: i64,
    head: StatementHead,
}

impl Chunk {
    /// Makes the customers of some places.
    pub(super) fn make(bank: &DemoBank, places: Range<u64>) -> Result<Chunk, StoreError> {
        let mut chunk = Chunk::default();
        for place in places {
            chunk.customer(bank, bank.customer(place))?;
        }
        for projection in ROW_BY_ROW {
            for derived in projection(&chunk.change)? {
                // nothing was there before, so nothing is dropped
                if let Derived::Put(put) = derived {
                    chunk.puts.push(put);
                }
            }
        }
        chunk.change = Change::default();
        chunk.puts.sort_unstable_by(|one, other| (one.table, &one.key).cmp(&(other.table, &other.key)));
        Ok(chunk)
    }

    fn customer(&mut self, bank: &DemoBank, made: DemoCustomer) -> Result<(), StoreError> {
        let no = made.no;
        self.filled.customers += 1;
        let mut accounts = self.statements(&made)?;
        let entry = entry(bank, no, &mut accounts);
        for (account, sum) in accounts {
            self.puts.push(Put::seal(tables::statement_head(account), &sum.head)?);
        }
        if let Some(entry) = entry {
            self.post(&entry)?;
        }
        let mut manifest = Manifest::new(Source(SOURCE.to_owned()));
        for fact in made.facts {
            self.fact(no, fact, &mut manifest)?;
        }
        self.puts.push(Put::seal(tables::customer(no), &manifest)?);
        let quotes = made.quotes.into_iter().map(Record::Quote);
        let drafts = made.drafts.into_iter().map(Record::Draft);
        for record in quotes.chain(drafts) {
            self.puts.push(record.put()?);
            self.change.records.push(Altered { before: None, after: record });
        }
        Ok(())
    }

    fn fact(&mut self, no: CustomerNo, fact: Fact, manifest: &mut Manifest) -> Result<(), StoreError> {
        let Some((kind, own)) = records::own_id(&fact) else {
            return Ok(());
        };
        let (table, key) = tables::fact(no, kind, &own);
        self.puts.push(Put { table, key, value: records::seal_fact(&fact)? });
        manifest.add(kind);
        self.hints.extend(Alias::of(&fact).map(|alias| (alias.hash(), no)));
        if let Fact::Customer(customer) = &fact {
            self.people.push(names::person(customer));
        }
        self.filled.accounts += u64::from(kind == FactKind::Account);
        self.filled.complaints += u64::from(kind == FactKind::Complaint);
        // of the others no row follows
        let follows = kind == FactKind::Account || records::numbered(&fact).is_some();
        if follows || kin::tells(&fact) || project::fact_due(&fact).is_some() {
            self.change.facts.push((no, kind, Altered { before: None, after: fact }));
        }
        Ok(())
    }

    /// Blocks of rows, and what they add up to.
    fn statements(&mut self, made: &DemoCustomer) -> Result<BTreeMap<AccountId, Sum>, StoreError> {
        let mut accounts = BTreeMap::new();
        for fact in &made.facts {
            if let Fact::Account(account) = fact {
                let opening = account.opening.map_or(0, |money| money.minor);
                let head = StatementHead::default();
                accounts.insert(account.id, Sum { currency: account.currency, opening, head });
            }
        }
        for rows in made.rows.chunk_by(|one, other| one.account == other.account) {
            let Some((account, sum)) =
                rows.first().and_then(|row| Some((row.account, accounts.get_mut(&row.account)?)))
            else {
                continue;
            };
            self.filled.transactions += u64::try_from(rows.len()).unwrap_or(0);
            for row in rows {
                import::count(&mut sum.head, row);
            }
            for (number, block) in (0..).zip(import::pack(rows.iter().cloned())) {
                self.puts.push(Put::seal(tables::statement(account, number), &block)?);
                sum.head.blocks = number + 1;
            }
        }
        Ok(accounts)
    }

    fn post(&mut self, entry: &Entry) -> Result<(), StoreError> {
        self.puts.push(Put::seal(tables::entry(entry.id), entry)?);
        for posting in &entry.postings {
            let currency = posting.money.currency;
            if posting.account == LedgerAccount::Own(OwnAccount::ImportClearing) {
                *self.clearing.entry(currency).or_default() += posting.signed();
                continue;
            }
            let (table, key) = tables::balance(posting.account, currency);
            self.adds.push(Add { table, key, delta: posting.signed(), floor: None });
        }
        Ok(())
    }
}

/// ONE entry that brings the ledger to openings and rows: a line an account, and one a currency against import
/// clearing.
fn entry(bank: &DemoBank, no: CustomerNo, accounts: &mut BTreeMap<AccountId, Sum>) -> Option<Entry> {
    let mut postings = Vec::new();
    let mut clearing = BTreeMap::<Currency, i64>::new();
    for (account, sum) in accounts.iter_mut() {
        let expected = i128::from(sum.opening) + sum.head.sum;
        sum.head.posted = expected;
        let minor = i64::try_from(expected).ok().filter(|minor| *minor != 0);
        if let Some(minor) = minor {
            postings.push(line(LedgerAccount::Customer(*account), minor, sum.currency));
            *clearing.entry(sum.currency).or_default() -= minor;
        }
    }
    let own = LedgerAccount::Own(OwnAccount::ImportClearing);
    postings.extend(
        clearing
            .into_iter()
            .filter(|(_, minor)| *minor != 0)
            .map(|(currency, minor)| line(own, minor, currency)),
    );
    debug_assert!(postings.len() <= POSTINGS_MAX);
    (!postings.is_empty()).then(|| Entry {
        // in the order of customers, so that a bulk load adds to one end
        id: EntryId(u128::from(no.0) << 64),
        day: bank.params().today,
        kind: EntryKind::Import,
        request: writer::run_request(bank),
        postings,
    })
}

fn line(account: LedgerAccount, minor: i64, currency: Currency) -> Posting {
    let side = if minor > 0 { Side::Credit } else { Side::Debit };
    Posting { account, side, money: Money::new(minor.saturating_abs(), currency) }
}
