//! Loans.

use serde::{Deserialize, Serialize};

use super::{AccountId, CustomerNo, LoanId};
use crate::{money::Money, time::Day};

/// A loan and its state on `as_of`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loan {
    /// The loan.
    pub id: LoanId,
    /// Who owes it.
    pub customer: CustomerNo,
    /// The account it is paid from.
    pub account: Option<AccountId>,
    /// What was lent.
    pub amount: Money,
    /// What is still owed, positive; `None` is unknown.
    pub outstanding: Option<Money>,
    /// Each instalment.
    pub instalment: Option<Money>,
    /// Term in months.
    pub months: Option<u32>,
    /// Instalments paid.
    pub paid_months: Option<u32>,
    /// Day of payout.
    pub opened: Day,
    /// How it stands.
    pub state: LoanState,
    /// Days past due, where the source counts them.
    pub overdue_days: Option<u32>,
    /// What it is for, as the source writes it.
    pub purpose: Option<String>,
    /// The day this state held.
    pub as_of: Option<Day>,
}

/// How a loan stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LoanState {
    /// Runs and is paid.
    Running,
    /// Runs and the customer is in debt with it.
    Overdue,
    /// Ended and paid.
    Closed,
    /// Ended and not paid.
    Unpaid,
    /// With the lawyers.
    LegalFollowUp,
}
