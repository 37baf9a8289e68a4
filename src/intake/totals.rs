//! What an import adds up to, for its report.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Layout;
use crate::{
    domain::{Fact, loan::LoanState, statement::StatementRow},
    money::{Currency, Money},
};

/// Totals over accepted facts. Sums in the layout's own currency; other currencies are listed beside them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Totals {
    /// Customers.
    pub customers: u64,
    /// Accounts.
    pub accounts: u64,
    /// Cards.
    pub cards: u64,
    /// Loans and what was lent.
    pub loans: Tally,
    /// Standing orders and what each run of them pays.
    pub orders: Tally,
    /// Statement rows, the sum of their amounts without sign.
    pub transactions: Tally,
    /// Those of them that brought money in.
    pub credits: Tally,
    /// Loans by state: Berka's letters, else the state's name.
    pub by_status: BTreeMap<&'static str, Tally>,
    #[serde(skip)]
    layout: Layout,
}

/// A count and a sum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// How many.
    pub count: u64,
    /// Their sum; `None` where it does not fit any more.
    pub sum: Option<Money>,
    /// Sums in other currencies.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub other: BTreeMap<Currency, Option<Money>>,
}

impl Tally {
    fn new(currency: Currency) -> Tally {
        Tally { count: 0, sum: Some(Money::zero(currency)), other: BTreeMap::new() }
    }

    fn add(&mut self, money: Money, main: Currency) {
        self.count += 1;
        let sum = if money.currency == main {
            &mut self.sum
        } else {
            self.other.entry(money.currency).or_insert_with(|| Some(Money::zero(money.currency)))
        };
        *sum = sum.and_then(|sum| sum.plus(money).ok());
    }
}

impl Totals {
    /// Nothing yet.
    #[must_use]
    pub fn new(layout: Layout) -> Totals {
        let tally = Tally::new(main_currency(layout));
        Totals {
            customers: 0,
            accounts: 0,
            cards: 0,
            loans: tally.clone(),
            orders: tally.clone(),
            transactions: tally.clone(),
            credits: tally,
            by_status: BTreeMap::new(),
            layout,
        }
    }

    /// Adds an accepted fact; `currency` is the one its row stated ([`super::Outcome::Row`]).
    pub fn take(&mut self, fact: &Fact, currency: Option<Currency>) {
        let main = main_currency(self.layout);
        match fact {
            Fact::Customer(_) => self.customers += 1,
            Fact::Account(_) => self.accounts += 1,
            Fact::Card(_) => self.cards += 1,
            Fact::Loan(loan) => {
                self.loans.add(loan.amount, main);
                self.by_status
                    .entry(status(self.layout, loan.state))
                    .or_insert_with(|| Tally::new(main))
                    .add(loan.amount, main);
            }
            Fact::StandingOrder(order) => self.orders.add(order.amount, main),
            Fact::Statement(row) => self.statement(row, currency),
            Fact::Identifier(_)
            | Fact::Contact(_)
            | Fact::Disposition(_)
            | Fact::Deposit(_)
            | Fact::Holding(_)
            | Fact::ChannelError(_)
            | Fact::Complaint(_)
            | Fact::Interaction(_)
            | Fact::Consent(_)
            | Fact::Profile(_)
            | Fact::BouncedCheque(_)
            | Fact::Insurance(_)
            | Fact::LifeEvent(_)
            | Fact::Restriction(_)
            | Fact::OrganisationContact(_)
            | Fact::Outcome(_)
            | Fact::SignedOrder(_)
            | Fact::InvestorForm(_)
            | Fact::PostingRestriction(_)
            | Fact::FundOrder(_)
            | Fact::Rate(_) => {}
        }
    }
}

impl Totals {
    /// As [`Totals::take`], for a row of a statement.
    pub fn statement(&mut self, row: &StatementRow, currency: Option<Currency>) {
        let main = main_currency(self.layout);
        let money = Money::new(row.minor.saturating_abs(), currency.unwrap_or(main));
        self.transactions.add(money, main);
        if row.minor > 0 {
            self.credits.add(money, main);
        }
    }
}

fn main_currency(layout: Layout) -> Currency {
    match layout {
        Layout::Berka => Currency::CZK,
        Layout::Warehouse | Layout::Rates => Currency::TRY,
    }
}

fn status(layout: Layout, state: LoanState) -> &'static str {
    match (layout, state) {
        (Layout::Berka, LoanState::Closed) => "A",
        (Layout::Berka, LoanState::Unpaid) => "B",
        (Layout::Berka, LoanState::Running) => "C",
        (Layout::Berka, LoanState::Overdue) => "D",
        (_, LoanState::Closed) => "closed",
        (_, LoanState::Unpaid) => "unpaid",
        (_, LoanState::Running) => "running",
        (_, LoanState::Overdue) => "overdue",
        (_, LoanState::LegalFollowUp) => "legal_follow_up",
    }
}
