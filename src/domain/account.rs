//! Accounts and who may dispose of them.

use serde::{Deserialize, Serialize};

use super::{AccountId, CustomerNo, OrderId, identity::Iban};
use crate::{
    money::{Currency, Money},
    time::Day,
};

/// An account of a customer. Its balance is the ledger's, not a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Account {
    /// The account.
    pub id: AccountId,
    /// Its owner.
    pub customer: CustomerNo,
    /// What it is.
    pub kind: AccountKind,
    /// Its one currency.
    pub currency: Currency,
    /// International account number.
    pub iban: Option<Iban>,
    /// As people call it, e.g. `4017-03`.
    pub label: Option<String>,
    /// Day of opening.
    pub opened: Option<Day>,
    /// Day of closing.
    pub closed: Option<Day>,
    /// Overdraft limit (KMH), positive; `None` is unknown, zero is none.
    pub overdraft: Option<Money>,
    /// The opening balance that the source states before its first row; absent counts as 0.
    pub opening: Option<Money>,
}

/// What the owner index keeps of an account, so that a posting needs no other record of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountTerms {
    /// Its owner.
    pub customer: CustomerNo,
    /// What it is.
    pub kind: AccountKind,
    /// Its one currency.
    pub currency: Currency,
    /// Overdraft limit in minor units, positive; `None` is unknown, zero is none.
    pub overdraft: Option<i64>,
    /// The opening balance that the source states, in minor units; absent counts as 0.
    pub opening: Option<i64>,
    /// Day of closing; from then on it takes no postings.
    pub closed: Option<Day>,
}

impl Account {
    /// Its entry in the owner index.
    #[must_use]
    pub fn terms(&self) -> AccountTerms {
        AccountTerms {
            customer: self.customer,
            kind: self.kind,
            currency: self.currency,
            overdraft: self.overdraft.map(|limit| limit.minor),
            opening: self.opening.map(|opening| opening.minor),
            closed: self.closed,
        }
    }
}

/// What an account is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AccountKind {
    /// Demand deposit (vadesiz).
    Demand,
    /// Term deposit (vadeli).
    Term,
}

/// A customer's right to use an account; a joint account has several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disposition {
    /// Who.
    pub customer: CustomerNo,
    /// Which account.
    pub account: AccountId,
    /// With which right.
    pub right: Right,
}

/// The right of a disposition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Right {
    /// Owns it.
    Owner,
    /// May use it.
    Disponent,
}

/// An order to pay the same amount regularly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StandingOrder {
    /// The order.
    pub id: OrderId,
    /// The paying account.
    pub account: AccountId,
    /// Bank of the payee, by the source's code.
    pub to_bank: String,
    /// Account of the payee.
    pub to_account: String,
    /// Each payment.
    pub amount: Money,
    /// What it is for, by the source's code.
    pub purpose: Option<String>,
}
