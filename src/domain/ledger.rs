//! Double entry: every entry balances per currency, and a balance is the sum of an account's postings.

use serde::{Deserialize, Serialize};

use super::{AccountId, EntryId, RequestKey};
use crate::{
    money::{Currency, Money},
    time::Day,
};

/// An account of the ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LedgerAccount {
    /// A customer's account.
    Customer(AccountId),
    /// One of the bank's own, kept per currency.
    Own(OwnAccount),
}

/// The bank's own accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnAccount {
    /// Interest accrued on deposits (faiz reeskontu).
    Accrual,
    /// Interest expense (faiz gideri).
    InterestExpense,
    /// Withholding tax payable (ödenecek stopaj).
    WithholdingTaxPayable,
    /// FX position (döviz pozisyonu).
    FxPosition,
    /// FX transaction tax payable (ödenecek BSMV/KMV).
    FxTaxPayable,
    /// Fund settlement (fon takas).
    FundSettlement,
    /// The other side of imported statements.
    ImportClearing,
}

/// Left or right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// Lowers a customer's balance.
    Debit,
    /// Raises a customer's balance.
    Credit,
}

/// One line of an entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Posting {
    /// Where.
    pub account: LedgerAccount,
    /// Left or right.
    pub side: Side,
    /// Always positive.
    pub money: Money,
}

/// What an entry is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// Brings the ledger to the opening plus the imported rows of a source.
    Import,
    /// A posting of ours.
    Transfer,
}

/// A journal entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The entry.
    pub id: EntryId,
    /// Booking day.
    pub day: Day,
    /// What it is about.
    pub kind: EntryKind,
    /// The request that asked for it.
    pub request: RequestKey,
    /// Its lines, at least two.
    pub postings: Vec<Posting>,
}

/// Why an entry is not one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, thiserror::Error)]
pub enum EntryFault {
    /// Debits and credits of a currency differ.
    #[error("debits and credits differ in {0}")]
    Unbalanced(Currency),
    /// A line of zero or less.
    #[error("a posting is not positive")]
    NotPositive,
    /// Fewer than two lines, or more than [`POSTINGS_MAX`].
    #[error("wrong number of postings")]
    Count,
    /// An account is kept in another currency.
    #[error("an account is not kept in {0}")]
    AccountCurrency(Currency),
    /// A sum beyond i128.
    #[error("a sum is too large")]
    Overflow,
    /// Only an import makes such an entry.
    #[error("only an import posts like this")]
    ImportOnly,
    /// A line or a balance beyond [`BALANCE_MINOR_MAX`].
    #[error("an amount or a balance is too large")]
    TooLarge,
    /// A closed account takes no postings.
    #[error("account {0} is closed")]
    AccountClosed(AccountId),
}

/// The largest amount of a line, and the largest balance on either side of zero, in minor units: a quarter of
/// what an amount holds, so that sums over a customer's accounts still fit.
pub const BALANCE_MINOR_MAX: i64 = i64::MAX / 4;

/// The most lines in one entry.
pub const POSTINGS_MAX: usize = 64;

impl Posting {
    /// What this line adds to its account's balance: credits positive, debits negative, in minor units.
    #[must_use]
    pub fn signed(&self) -> i128 {
        match self.side {
            Side::Credit => i128::from(self.money.minor),
            Side::Debit => -i128::from(self.money.minor),
        }
    }
}

impl Entry {
    /// Checks that the entry is one that may be posted outside an import.
    ///
    /// # Errors
    /// As [`Entry::check`]; [`EntryFault::ImportOnly`] for an import's kind or account, and
    /// [`EntryFault::TooLarge`].
    pub fn check_ours(&self) -> Result<(), EntryFault> {
        self.check()?;
        let clearing = LedgerAccount::Own(OwnAccount::ImportClearing);
        if self.kind != EntryKind::Transfer || self.postings.iter().any(|line| line.account == clearing) {
            return Err(EntryFault::ImportOnly);
        }
        if self.postings.iter().any(|line| line.money.minor > BALANCE_MINOR_MAX) {
            return Err(EntryFault::TooLarge);
        }
        Ok(())
    }

    /// Checks that the entry balances in every currency.
    ///
    /// # Errors
    /// The first fault.
    pub fn check(&self) -> Result<(), EntryFault> {
        if !(2..=POSTINGS_MAX).contains(&self.postings.len()) {
            return Err(EntryFault::Count);
        }
        let mut sums = std::collections::BTreeMap::<Currency, i128>::new();
        for posting in &self.postings {
            if posting.money.minor <= 0 {
                return Err(EntryFault::NotPositive);
            }
            let sum = sums.entry(posting.money.currency).or_default();
            *sum = sum.checked_add(posting.signed()).ok_or(EntryFault::Overflow)?;
        }
        sums.into_iter()
            .find(|(_, sum)| *sum != 0)
            .map_or(Ok(()), |(currency, _)| Err(EntryFault::Unbalanced(currency)))
    }
}

#[cfg(test)]
mod tests;
