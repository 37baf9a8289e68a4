//! Accounts of which a run changed something, or read rows that were stored already.

use std::collections::{HashMap, HashSet};

use crate::domain::AccountId;

/// Which accounts a run must look at again when all is read.
#[derive(Debug, Default)]
pub(super) struct Touched {
    accounts: HashMap<u64, bool>,
    written: HashSet<u64>,
}

impl Touched {
    /// Its terms or rows changed: it may owe a posting.
    pub(super) fn changed(&mut self, account: AccountId) {
        self.accounts.insert(account.0, true);
    }

    /// Its rows were read and nothing changed.
    pub(super) fn seen(&mut self, account: AccountId) {
        self.accounts.entry(account.0).or_insert(false);
    }

    /// The run wrote rows or terms of this account.
    pub(super) fn is_changed(&self, account: AccountId) -> bool {
        self.accounts.get(&account.0).copied().unwrap_or(false)
    }

    /// All of them in order.
    pub(super) fn in_order(&self) -> Vec<AccountId> {
        let mut accounts: Vec<_> = self.accounts.keys().copied().map(AccountId).collect();
        accounts.sort_unstable();
        accounts
    }
}
