//! What the bank knows that a flow needs.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::{
    domain::{AccountId, CustomerNo, flow_run::SignedOrder, operator::Role},
    money::{Currency, Money},
    text::Said,
    time::{Day, Moment},
};

/// What the bank knows that a flow needs, at one version of the customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FlowBasis {
    /// Whose.
    pub customer: CustomerNo,
    /// Name and form of address as on the one screen, masked: `DENİZ HANIM Y*****Z`.
    pub name: Said,
    /// The masked number: `****4017`.
    pub number: String,
    /// When it was read.
    pub at: Moment,
    /// As what its reader works: picks the limit.
    pub role: Role,
    /// Term deposits that are open, the one that matures first first.
    pub deposits: Vec<DepositChoice>,
    /// The current account in lira that money rests on; `None`: the customer has none.
    pub current: Option<CurrentAccount>,
    /// Current accounts in other currencies.
    pub foreign: Vec<(Currency, AccountId)>,
    /// The day of each of the bank's newest rates.
    pub rate_days: Vec<(Currency, Day)>,
    /// How much foreign currency the customer bought today by any flow, in lira.
    pub fx_today: Money,
    /// The customer's risk group, 1 to 7; `None`: no valid form.
    pub risk: Option<u8>,
    /// The day of the investor form that stands.
    pub investor_form: Option<Day>,
    /// The offers on the one screen: what is taken or dropped by this flow.
    pub offers: Vec<FlowOffer>,
    /// What breaking this deposit costs beside money: a live quote that lapses, in words.
    pub lapses: Vec<(AccountId, Said)>,
    /// Why no credit is an alternative (`takipteki çek`); `None`: it may be one.
    pub credit_held: Option<Said>,
    /// Signed orders on file for this flow that are valid and unused.
    pub orders: Vec<SignedOrder>,
    /// The record of this contact that a spoken yes is kept in; `None`: there is none.
    pub record: Option<String>,
}

/// A deposit that may be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DepositChoice {
    /// Its account.
    pub account: AccountId,
    /// As people call it, e.g. `4017-03`.
    pub label: String,
    /// What was placed.
    pub principal: Money,
    /// Yearly interest in percent.
    pub rate_percent: Decimal,
    /// First day of the term.
    pub opened: Day,
    /// Day it matures.
    pub matures: Day,
    /// Why it may not be broken (pledge, seizure, joint signature); `None`: it may.
    pub blocked: Option<Said>,
}

/// The account money rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CurrentAccount {
    /// The account.
    pub account: AccountId,
    /// As people call it.
    pub label: String,
    /// Its balance.
    pub balance: Money,
    /// Why it may not be disposed of; `None`: it may.
    pub blocked: Option<Said>,
}

/// An offer of the one screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FlowOffer {
    /// Its place there, from 1.
    pub rank: usize,
    /// Its id in the pack.
    pub id: String,
    /// Its name.
    pub name: Said,
}
