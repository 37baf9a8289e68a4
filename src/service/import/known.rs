//! What this run knows of customers and accounts: those it made, and those it asked the store for.
//!
//! A table that was empty when the run began holds only what the run wrote, so nothing is asked of it; that
//! is what makes the first import of a large bank fast.

use std::collections::{HashMap, HashSet};

use crate::{
    domain::{
        AccountId, CustomerNo, FactKind, Source,
        account::{Account, AccountTerms},
        customer::Manifest,
    },
    money::Currency,
    service::{commit::Held, records},
    store::{KeyRange, Store, StoreError, Table, tables},
};

/// An account as rows need it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct KnownAccount {
    pub(super) customer: CustomerNo,
    pub(super) currency: Currency,
    /// Its owner's number belongs to the source of this run.
    pub(super) ours: bool,
}

/// What a run asks about; a table of these that was empty when it began is fresh.
const ASKED: [Table; 4] = [Table::Customer, Table::AccountOwner, Table::StatementHead, Table::Lookup];

#[derive(Debug)]
pub(super) struct Known {
    /// Tables that were empty when the run began.
    fresh: Vec<Table>,
    customers: HashSet<u64>,
    accounts: HashMap<u64, KnownAccount>,
}

impl Known {
    /// Knows nothing but which tables are empty.
    pub(super) fn new(store: &dyn Store) -> Result<Known, StoreError> {
        let mut fresh = Vec::new();
        for table in ASKED {
            if store.scan(table, KeyRange::all(), 1)?.is_empty() {
                fresh.push(table);
            }
        }
        Ok(Known { fresh, customers: HashSet::new(), accounts: HashMap::new() })
    }

    fn is_fresh(&self, table: Table) -> bool {
        self.fresh.contains(&table)
    }

    /// The run made this customer.
    pub(super) fn made_customer(&mut self, no: CustomerNo) {
        self.customers.insert(no.0);
    }

    /// The run wrote this account.
    pub(super) fn made_account(&mut self, account: &Account) {
        let known = KnownAccount { customer: account.customer, currency: account.currency, ours: true };
        self.accounts.insert(account.id.0, known);
    }

    /// A customer's version key; one that a checking pass made is as new as it was.
    pub(super) fn customer(
        &self,
        store: &dyn Store,
        no: CustomerNo,
        source: &Source,
    ) -> Result<Option<Held>, StoreError> {
        let made = self.customers.contains(&no.0);
        if self.is_fresh(Table::Customer) && !made {
            return Ok(None);
        }
        let read = records::get::<Manifest>(store, &tables::customer(no))?;
        Ok(match read {
            Some((version, manifest)) => Some(Held::new(version, manifest)),
            None => made.then(|| Held::new(0, Manifest::new(source.clone()))),
        })
    }

    /// An account, asked for once.
    pub(super) fn account(
        &mut self,
        store: &dyn Store,
        id: AccountId,
        source: &Source,
    ) -> Result<Option<KnownAccount>, StoreError> {
        if let Some(known) = self.accounts.get(&id.0) {
            return Ok(Some(*known));
        }
        if self.is_fresh(Table::AccountOwner) {
            return Ok(None);
        }
        let Some((_, terms)) = records::get::<AccountTerms>(store, &tables::account_owner(id))? else {
            return Ok(None);
        };
        let manifest = records::get::<Manifest>(store, &tables::customer(terms.customer))?;
        let known = KnownAccount {
            customer: terms.customer,
            currency: terms.currency,
            ours: manifest.is_some_and(|(_, manifest)| manifest.source == *source),
        };
        self.accounts.insert(id.0, known);
        Ok(Some(known))
    }

    /// The customer of a numbered record that was stored when the run began; those of one run have been told
    /// apart by their keys.
    pub(super) fn record_owner(
        &self,
        store: &dyn Store,
        kind: FactKind,
        number: u64,
    ) -> Result<Option<CustomerNo>, StoreError> {
        if self.is_fresh(Table::Lookup) {
            return Ok(None);
        }
        let owner = records::get(store, &tables::record_owner(kind, number))?;
        Ok(owner.map(|(_, owner)| owner))
    }

    /// The currency of an account that was asked for before.
    pub(super) fn currency(&self, id: AccountId) -> Option<Currency> {
        self.accounts.get(&id.0).map(|account| account.currency)
    }

    /// No statement was stored when the run began, so no row can be known from before.
    pub(super) fn statements_are_new(&self) -> bool {
        self.is_fresh(Table::StatementHead)
    }
}
