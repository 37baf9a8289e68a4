//! Reads everything of a customer at one moment.
//!
//! A scan is not covered by a version, so the customer's version and those of its statement heads are read
//! before and after; if one moved, all is read again. No screen mixes two moments.

use std::cmp::Reverse;

use super::{ServiceError, records};
use crate::{
    domain::{
        AccountId, CustomerFacts, CustomerNo, Fact, FactKind,
        account::Account,
        customer::{Customer, Manifest},
        fact::{AccountFacts, LATEST_ROWS_MAX},
        ledger::LedgerAccount,
        quote::Quote,
        statement::{StatementBlock, StatementHead, StatementRow},
    },
    money::Money,
    store::{KeyRange, Store, StoreError, Table, Version, codec, tables},
    time::Day,
};

mod line;

pub(super) use line::load_line;

/// How often a customer that keeps changing is read before it is given up.
const LOAD_TRIES_MAX: usize = 16;
/// Rows of a page of the scan.
const PAGE_ROWS: usize = 1_024;
/// The most records of one customer; more is damage.
pub const RECORDS_MAX: usize = 65_536;

/// A customer with the version at which all of it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loaded {
    /// The facts.
    pub facts: CustomerFacts,
    /// The customer's version; a commit on what was read expects it.
    pub version: Version,
}

/// Reads a customer; `None` if nobody has the number.
///
/// # Errors
/// [`ServiceError::Store`] with [`StoreError::Corrupt`] when a record that the manifest counts cannot be
/// read, [`ServiceError::Moving`] when it changed during every try.
pub fn load_customer(store: &dyn Store, no: CustomerNo) -> Result<Option<Loaded>, ServiceError> {
    for _ in 0..LOAD_TRIES_MAX {
        let Some((version, manifest)) = records::get::<Manifest>(store, &tables::customer(no))? else {
            return Ok(None);
        };
        let mut heads = Heads::new();
        let read = read(store, no, &manifest, &mut heads);
        if still(store, &tables::customer(no), version)? && unmoved(store, &heads)? {
            let facts = read?;
            return Ok(Some(Loaded { facts, version }));
        }
    }
    Err(ServiceError::Moving { customer: no })
}

type Heads = Vec<(AccountId, Version)>;

fn unmoved(store: &dyn Store, heads: &Heads) -> Result<bool, StoreError> {
    for (account, version) in heads {
        if !still(store, &tables::statement_head(*account), *version)? {
            return Ok(false);
        }
    }
    Ok(true)
}

fn still(store: &dyn Store, at: &(Table, Vec<u8>), version: Version) -> Result<bool, StoreError> {
    Ok(store.get(at.0, &at.1)?.map_or(0, |found| found.version) == version)
}

/// One try. `heads` is filled as far as it came, so that damage is told from a change in between.
fn read(
    store: &dyn Store,
    no: CustomerNo,
    manifest: &Manifest,
    heads: &mut Heads,
) -> Result<CustomerFacts, StoreError> {
    let rows = facts_of(store, no)?;
    agree(no, manifest, &rows)?;
    let mut parts = Parts::default();
    for fact in rows {
        if let Fact::Account(account) = fact {
            parts.accounts.push(account_facts(store, account, heads)?);
        } else {
            parts.take(fact);
        }
    }
    parts.whole(store, no)
}

/// All records of a customer in the order of their keys.
///
/// # Errors
/// What the store says, or [`StoreError::Corrupt`].
pub fn facts_of(store: &dyn Store, no: CustomerNo) -> Result<Vec<Fact>, StoreError> {
    facts_within(store, no, &tables::fact_prefix(no))
}

fn facts_within(store: &dyn Store, no: CustomerNo, prefix: &[u8]) -> Result<Vec<Fact>, StoreError> {
    let mut range = KeyRange::prefix(prefix);
    let mut facts = Vec::new();
    loop {
        let page = store.scan(Table::Fact, range.clone(), PAGE_ROWS)?;
        for row in &page {
            facts.push(records::open_row(&row.key, &row.value)?.1);
        }
        if facts.len() > RECORDS_MAX {
            return Err(damaged(no, format!("more than {RECORDS_MAX} records")));
        }
        match page.last() {
            Some(last) if page.len() == PAGE_ROWS => range = range.after(&last.key),
            _ => return Ok(facts),
        }
    }
}

/// Counts of the manifest against what was read.
pub(super) fn agree(no: CustomerNo, manifest: &Manifest, facts: &[Fact]) -> Result<(), StoreError> {
    let mut found = Manifest::new(manifest.source.clone());
    for (kind, _) in facts.iter().filter_map(records::own_id) {
        found.add(kind);
    }
    FactKind::ALL.into_iter().try_for_each(|kind| counted(no, manifest, (kind, found.count(kind))))
}

fn counted(no: CustomerNo, manifest: &Manifest, (kind, read): (FactKind, u32)) -> Result<(), StoreError> {
    let counted = manifest.count(kind);
    if counted == read {
        return Ok(());
    }
    Err(damaged(no, format!("{counted} records of kind {kind:?} counted, {read} found")))
}

fn damaged(no: CustomerNo, what: String) -> StoreError {
    let (table, key) = tables::customer(no);
    StoreError::Corrupt { place: records::place(table, &key).to_string(), what }
}

fn account_facts(store: &dyn Store, account: Account, heads: &mut Heads) -> Result<AccountFacts, StoreError> {
    let balance = balance(store, LedgerAccount::Customer(account.id), &account)?;
    let head = records::get::<StatementHead>(store, &tables::statement_head(account.id))?;
    let (version, statement) = match head {
        Some((version, head)) => (version, Some(head)),
        None => (0, None),
    };
    heads.push((account.id, version));
    let latest = match &statement {
        Some(head) => latest_rows(store, account.id, head.blocks)?,
        None => Vec::new(),
    };
    Ok(AccountFacts { account, balance, statement, latest })
}

fn balance(store: &dyn Store, ledger: LedgerAccount, account: &Account) -> Result<Money, StoreError> {
    let (table, key) = tables::balance(ledger, account.currency);
    let minor = match store.get(table, &key)? {
        Some(found) => codec::counter(&found.value)?,
        None => 0,
    };
    let minor = i64::try_from(minor).map_err(|_| StoreError::Corrupt {
        place: records::place(table, &key).to_string(),
        what: "the balance is beyond any amount".to_owned(),
    })?;
    Ok(Money::new(minor, account.currency))
}

/// The newest rows, newest first; a block that the head counts and that is absent is damage.
fn latest_rows(store: &dyn Store, account: AccountId, blocks: u32) -> Result<Vec<StatementRow>, StoreError> {
    let mut latest = Vec::new();
    for number in (0..blocks).rev() {
        let block = statement_block(store, account, number)?;
        latest.extend(block.rows.into_iter().rev());
        if latest.len() >= LATEST_ROWS_MAX {
            break;
        }
    }
    latest.truncate(LATEST_ROWS_MAX);
    Ok(latest)
}

/// A block of an account's statement that its head counts.
///
/// # Errors
/// [`StoreError::Corrupt`] when it is absent or unreadable.
pub fn statement_block(
    store: &dyn Store,
    account: AccountId,
    number: u32,
) -> Result<StatementBlock, StoreError> {
    let at = tables::statement(account, number);
    match records::get(store, &at)? {
        Some((_, block)) => Ok(block),
        None => Err(StoreError::Corrupt {
            place: records::place(at.0, &at.1).to_string(),
            what: "a statement block that the head counts is absent".to_owned(),
        }),
    }
}

/// The most rows of a statement that are read at once; older ones are left out.
const ROWS_SINCE_MAX: usize = 20_000;

/// The rows of an account since a day, newest first, all of one version of its statement.
///
/// # Errors
/// What the store says; [`StoreError::Corrupt`] when a block that the head counts cannot be read.
pub fn rows_since(
    store: &dyn Store,
    account: AccountId,
    since: Day,
) -> Result<Vec<StatementRow>, StoreError> {
    let at = tables::statement_head(account);
    let mut read = Ok(Vec::new());
    for _ in 0..LOAD_TRIES_MAX {
        let Some((version, head)) = records::get::<StatementHead>(store, &at)? else {
            return Ok(Vec::new());
        };
        read = blocks_since(store, account, head.blocks, since);
        if still(store, &at, version)? {
            break;
        }
    }
    read
}

fn blocks_since(
    store: &dyn Store,
    account: AccountId,
    blocks: u32,
    since: Day,
) -> Result<Vec<StatementRow>, StoreError> {
    let mut rows = Vec::new();
    for number in (0..blocks).rev() {
        let block = statement_block(store, account, number)?;
        let older = block.rows.iter().all(|row| row.day < since);
        rows.extend(block.rows.into_iter().rev().filter(|row| row.day >= since));
        if older || rows.len() >= ROWS_SINCE_MAX {
            break;
        }
    }
    rows.truncate(ROWS_SINCE_MAX);
    Ok(rows)
}

#[derive(Default)]
struct Parts {
    customer: Option<Customer>,
    accounts: Vec<AccountFacts>,
    rest: Vec<Fact>,
}

impl Parts {
    fn take(&mut self, fact: Fact) {
        if let Fact::Customer(customer) = fact {
            self.customer = Some(customer);
        } else {
            self.rest.push(fact);
        }
    }

    fn whole(self, store: &dyn Store, no: CustomerNo) -> Result<CustomerFacts, StoreError> {
        let mut facts = self.sorted(no)?;
        let delivered = records::get(store, &tables::delivered(&facts.customer.source))?;
        facts.delivered = delivered.map(|(_, delivered)| delivered).unwrap_or_default();
        facts.quotes = quotes(store, no)?;
        facts.quotes.sort_by_key(|quote| Reverse((quote.until, quote.id)));
        Ok(facts)
    }

    /// The facts in their order; accounts first, for a broken deposit is told by its account.
    fn sorted(self, no: CustomerNo) -> Result<CustomerFacts, StoreError> {
        let Some(customer) = self.customer else {
            return Err(damaged(no, "no record of the customer itself".to_owned()));
        };
        let mut facts = CustomerFacts { accounts: self.accounts, ..CustomerFacts::of(customer) };
        for fact in self.rest {
            sort_in(&mut facts, fact);
        }
        leave_out_broken(&mut facts);
        order(&mut facts);
        Ok(facts)
    }
}

/// The most quotes of one customer; more is damage.
const QUOTES_MAX: usize = 1_024;

/// The quotes that a customer was made.
fn quotes(store: &dyn Store, no: CustomerNo) -> Result<Vec<Quote>, StoreError> {
    let range = KeyRange::prefix(&no.0.to_be_bytes());
    let rows = store.scan(Table::Quote, range, QUOTES_MAX + 1)?;
    if rows.len() > QUOTES_MAX {
        return Err(damaged(no, format!("more than {QUOTES_MAX} quotes")));
    }
    rows.iter().map(|row| codec::open(&row.value, &records::place(Table::Quote, &row.key))).collect()
}

fn sort_in(facts: &mut CustomerFacts, fact: Fact) {
    match fact {
        Fact::Identifier(fact) => facts.identifiers.push(fact),
        Fact::Contact(fact) => facts.contacts.push(fact),
        Fact::Disposition(fact) => facts.dispositions.push(fact),
        Fact::Deposit(fact) => facts.deposits.push(fact),
        Fact::Card(fact) => facts.cards.push(fact),
        Fact::Loan(fact) => facts.loans.push(fact),
        Fact::StandingOrder(fact) => facts.orders.push(fact),
        Fact::Holding(fact) => facts.holdings.push(fact),
        Fact::ChannelError(fact) => facts.errors.push(fact),
        Fact::Complaint(fact) => facts.complaints.push(fact),
        Fact::Interaction(fact) => facts.interactions.push(fact),
        Fact::Consent(fact) => facts.consents.push(fact),
        Fact::Profile(fact) => facts.profile = Some(fact),
        Fact::BouncedCheque(fact) => facts.cheques.push(fact),
        Fact::Insurance(fact) => facts.insurances.push(fact),
        Fact::LifeEvent(fact) => facts.life_events.push(fact),
        Fact::Restriction(fact) => facts.restrictions.push(fact),
        Fact::OrganisationContact(fact) => facts.people.push(fact),
        Fact::Outcome(fact) => facts.outcomes.push(fact),
        Fact::SignedOrder(fact) => facts.signed_orders.push(fact),
        Fact::InvestorForm(fact) => facts.investor = Some(fact),
        Fact::PostingRestriction(fact) => facts.posting_restrictions.push(fact),
        Fact::FundOrder(fact) => facts.fund_orders.push(fact),
        // these lie elsewhere and `open_row` never gives them here
        Fact::Customer(_) | Fact::Account(_) | Fact::Statement(_) | Fact::Rate(_) => {}
    }
}

/// A deposit whose account closed before it matured was broken: its terms hold no longer.
fn leave_out_broken(facts: &mut CustomerFacts) {
    let accounts = &facts.accounts;
    facts.deposits.retain(|deposit| {
        let closed = accounts.iter().find(|known| known.account.id == deposit.account);
        closed.and_then(|known| known.account.closed).is_none_or(|closed| closed >= deposit.matures)
    });
}

/// Records keyed by a hash come in an order without meaning; those with a time come newest first.
fn order(facts: &mut CustomerFacts) {
    facts.contacts.sort_by(|one, other| (one.kind, &one.value).cmp(&(other.kind, &other.value)));
    facts.holdings.sort_by(|one, other| one.code.cmp(&other.code));
    facts.errors.sort_by_key(|fact| Reverse((fact.at, fact.id)));
    facts.complaints.sort_by_key(|fact| Reverse((fact.opened, fact.id)));
    facts.interactions.sort_by_key(|fact| Reverse((fact.at, fact.id)));
    facts.cheques.sort_by_key(|fact| Reverse((fact.bounced, fact.number)));
    facts.life_events.sort_by_key(|fact| Reverse((fact.on, fact.kind)));
    facts.restrictions.sort_by_key(|fact| Reverse((fact.since, fact.kind)));
    facts.posting_restrictions.sort_by_key(|fact| (fact.kind, fact.number));
    facts.fund_orders.sort_by_key(|order| (order.settles, order.run));
    facts.outcomes.sort_by(|one, other| (other.at, &other.offer).cmp(&(one.at, &one.offer)));
    facts.signed_orders.sort_by_key(|order| Reverse((order.signed, order.id)));
    facts.consents.sort_by(|one, other| {
        (one.channel, one.recipient, &one.address, one.at).cmp(&(
            other.channel,
            other.recipient,
            &other.address,
            other.at,
        ))
    });
}
