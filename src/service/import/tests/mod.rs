mod files;
mod long;
mod moving;
mod random;
mod real;
mod repair;
mod rows;

use std::sync::Mutex;

use super::*;
use crate::{
    domain::{AccountId, Fact, Source, operator::OperatorId, statement::StatementRow},
    intake::{Layout, RowKey, Table},
    service::{fixtures::*, load::statement_block, records},
    store::{
        Batch, Change, Committed, Entry, KeyRange, Sequence, StoreError, Table as Place, Versioned, codec,
        memory::MemoryStore, tables,
    },
};

/// A file of rows made by a test.
pub(crate) struct Made {
    pub(crate) name: String,
    pub(crate) table: Table,
    pub(crate) rows: Vec<(RowKey, Vec<Fact>)>,
}

struct MadeRows<'a> {
    rows: std::slice::Iter<'a, (RowKey, Vec<Fact>)>,
    line: u64,
}

impl Iterator for MadeRows<'_> {
    type Item = Outcome;

    fn next(&mut self) -> Option<Outcome> {
        let (key, facts) = self.rows.next()?;
        self.line += 1;
        let content =
            u64::from_le_bytes(*blake3::hash(format!("{facts:?}").as_bytes()).as_bytes().first_chunk()?);
        Some(Outcome::Row { line: self.line, key: *key, facts: facts.clone(), content, currency: None })
    }
}

impl Rows for MadeRows<'_> {
    fn reached(&self) -> u64 {
        self.line
    }
}

impl RowFile for Made {
    fn name(&self) -> &str {
        &self.name
    }
    fn table(&self) -> Table {
        self.table
    }
    fn bytes(&self) -> u64 {
        u64::try_from(self.rows.len()).unwrap()
    }
    fn rows(&self) -> Result<Box<dyn Rows + '_>, Box<Reject>> {
        Ok(Box::new(MadeRows { rows: self.rows.iter(), line: 0 }))
    }
}

/// The table and key that a real layout would give a fact.
pub(crate) fn keyed(fact: &Fact) -> (Table, RowKey) {
    let numbered = |table: Table, number: u64| (table, table.numbered(number));
    #[expect(clippy::wildcard_enum_match_arm, reason = "tests use these kinds")]
    match fact {
        Fact::Customer(fact) => numbered(Table::Customers, fact.no.0),
        Fact::Account(fact) => numbered(Table::Accounts, fact.id.0),
        Fact::Loan(fact) => numbered(Table::Loans, fact.id.0),
        Fact::Complaint(fact) => numbered(Table::Complaints, fact.id.0),
        Fact::PostingRestriction(fact) => numbered(Table::Restrictions, fact.number),
        Fact::Statement(fact) => numbered(Table::Transactions, fact.id.0),
        Fact::Contact(fact) => (Table::Contacts, Table::Contacts.keyed(&[&fact.value])),
        Fact::Consent(fact) => {
            (Table::Consents, Table::Consents.keyed(&[&fact.at.to_string(), &format!("{:?}", fact.status)]))
        }
        other => panic!("no key for {other:?}"),
    }
}

/// One file for each table, in the order of the facts.
pub(crate) fn files(facts: impl IntoIterator<Item = Fact>) -> Vec<Made> {
    let mut files: Vec<Made> = Vec::new();
    for fact in facts {
        let (table, key) = keyed(&fact);
        if files.last().is_none_or(|file| file.table != table) {
            files.push(Made { name: format!("{}.csv", table.name()), table, rows: Vec::new() });
        }
        files.last_mut().unwrap().rows.push((key, vec![fact]));
    }
    files
}

pub(crate) fn rows_of(rows: impl IntoIterator<Item = StatementRow>) -> impl Iterator<Item = Fact> {
    rows.into_iter().map(Fact::Statement)
}

pub(crate) fn options(strict: bool) -> ImportOptions {
    ImportOptions { strict, at: moment("2026-11-24T10:42:00+03:00"), operator: OperatorId("demo".to_owned()) }
}

pub(crate) struct Done {
    pub(crate) result: Result<ImportReport, ImportError>,
    pub(crate) rejects: Vec<Reject>,
}

impl Done {
    pub(crate) fn codes(&self) -> Vec<(u64, &'static str)> {
        self.rejects.iter().map(|reject| (reject.line.unwrap(), reject.code)).collect()
    }
}

pub(crate) fn import_of(store: &dyn Store, source: &str, files: &[Made], options: &ImportOptions) -> Done {
    let mut hasher = blake3::Hasher::new();
    for file in files {
        hasher.update(format!("{source} {} {:?}", file.name, file.rows).as_bytes());
    }
    let feed = Feed {
        layout: Layout::Warehouse,
        source: Source(source.to_owned()),
        digest: *hasher.finalize().as_bytes(),
        files: files.iter().map(|file| -> &dyn RowFile { file }).collect(),
    };
    let mut rejects = Vec::new();
    let mut sinks = Sinks { progress: &mut |_| {}, reject: &mut |reject| rejects.push(reject.clone()) };
    let result = run_feed(store, &feed, options, &mut sinks);
    Done { result, rejects }
}

pub(crate) fn import(store: &dyn Store, facts: impl IntoIterator<Item = Fact>) -> Done {
    import_of(store, "bank", &files(facts), &options(false))
}

/// Balance in the ledger of a customer's account in lira.
pub(crate) fn balance(store: &dyn Store, account: u64) -> i128 {
    use crate::{domain::ledger::LedgerAccount, money::Currency};
    let (table, key) = tables::balance(LedgerAccount::Customer(AccountId(account)), Currency::TRY);
    store.get(table, &key).unwrap().map_or(0, |found| codec::counter(&found.value).unwrap())
}

/// All rows of an account's statement as they stand.
pub(crate) fn statement(store: &dyn Store, account: u64) -> Vec<StatementRow> {
    use crate::domain::statement::StatementHead;
    let account = AccountId(account);
    let head = records::get::<StatementHead>(store, &tables::statement_head(account)).unwrap();
    let blocks = head.map_or(0, |(_, head)| head.blocks);
    let block = |number| statement_block(store, account, number).unwrap().rows;
    (0..blocks).flat_map(block).collect()
}

/// A store whose n-th commit fails, as if the program had been cut off there.
pub(crate) struct CutOff {
    pub(crate) inner: MemoryStore,
    pub(crate) left: Mutex<usize>,
}

impl Store for CutOff {
    fn get(&self, table: Place, key: &[u8]) -> Result<Option<Versioned>, StoreError> {
        self.inner.get(table, key)
    }
    fn scan(&self, table: Place, range: KeyRange, limit: usize) -> Result<Vec<Entry>, StoreError> {
        self.inner.scan(table, range, limit)
    }
    fn commit(&self, batch: Batch) -> Result<Committed, StoreError> {
        let mut left = self.left.lock().unwrap();
        if *left == 0 {
            return Err(StoreError::Unavailable { cause: "cut off".to_owned() });
        }
        *left -= 1;
        self.inner.commit(batch)
    }
    fn follow(&self, after: Sequence, limit: usize) -> Result<Vec<Change>, StoreError> {
        self.inner.follow(after, limit)
    }
    fn sequence(&self) -> Result<Sequence, StoreError> {
        self.inner.sequence()
    }
    fn state_hash(&self) -> Result<[u8; 32], StoreError> {
        self.inner.state_hash()
    }
}
