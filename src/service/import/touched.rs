//! Accounts of which a run changed something, or read rows that were stored already.

use std::collections::HashMap;

use crate::domain::AccountId;

/// What a run did with an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Touch {
    /// Read rows that were stored already.
    Seen,
    /// Wrote its terms.
    Terms,
    /// Wrote rows of its statement.
    Rows,
}

/// Which accounts a run must look at again when all is read.
#[derive(Debug, Default)]
pub(super) struct Touched {
    accounts: HashMap<u64, Touch>,
}

impl Touched {
    /// Its terms changed: it may owe a posting.
    pub(super) fn terms(&mut self, account: AccountId) {
        self.mark(account, Touch::Terms);
    }

    /// It has new rows: it may owe a posting.
    pub(super) fn rows(&mut self, account: AccountId) {
        self.mark(account, Touch::Rows);
    }

    /// Its rows were read and nothing changed.
    pub(super) fn seen(&mut self, account: AccountId) {
        self.mark(account, Touch::Seen);
    }

    fn mark(&mut self, account: AccountId, touch: Touch) {
        let most = self.accounts.entry(account.0).or_insert(touch);
        *most = touch.max(*most);
    }

    /// The run wrote rows of this account.
    pub(super) fn has_rows(&self, account: AccountId) -> bool {
        self.accounts.get(&account.0) == Some(&Touch::Rows)
    }

    /// The run came across this account.
    pub(super) fn contains(&self, account: AccountId) -> bool {
        self.accounts.contains_key(&account.0)
    }

    /// All of them in order.
    pub(super) fn in_order(&self) -> Vec<AccountId> {
        let mut accounts: Vec<_> = self.accounts.keys().copied().map(AccountId).collect();
        accounts.sort_unstable();
        accounts
    }
}
