//! The postings of each leg: double entry, each group balanced per currency, lines of nothing left out.

use super::Run;
use crate::{
    domain::{
        AccountId,
        ledger::{LedgerAccount, OwnAccount, Posting, Side},
    },
    flow::kit::{Bought, Broken, Units},
    money::{Currency, Money, MoneyError},
};

/// The accounts that money goes through.
#[derive(Debug, Clone, Copy)]
pub(super) struct Accounts {
    /// The customer's current account in lira.
    pub(super) current: AccountId,
}

impl Run {
    /// The customer's account in a foreign currency.
    pub(super) fn foreign(&self, currency: Currency) -> Option<AccountId> {
        self.basis.foreign.iter().find(|(known, _)| *known == currency).map(|(_, account)| *account)
    }
}

/// One line.
fn line(account: LedgerAccount, side: Side, money: Money) -> Posting {
    Posting { account, side, money }
}

fn debit(account: LedgerAccount, money: Money) -> Posting {
    line(account, Side::Debit, money)
}

fn credit(account: LedgerAccount, money: Money) -> Posting {
    line(account, Side::Credit, money)
}

fn own(account: OwnAccount) -> LedgerAccount {
    LedgerAccount::Own(account)
}

/// A group without its lines of nothing; none of it when nothing is left.
fn group(lines: Vec<Posting>) -> Option<Vec<Posting>> {
    let kept: Vec<Posting> = lines.into_iter().filter(|line| line.money.minor != 0).collect();
    (!kept.is_empty()).then_some(kept)
}

/// Accrued interest taken back; principal to the current account; interest and its tax.
pub(super) fn broken(
    deposit: AccountId,
    principal: Money,
    broken: &Broken,
    accounts: Accounts,
) -> Result<Vec<Vec<Posting>>, MoneyError> {
    let current = LedgerAccount::Customer(accounts.current);
    let accrual = vec![
        debit(own(OwnAccount::Accrual), broken.accrual),
        credit(own(OwnAccount::InterestExpense), broken.accrual),
    ];
    let moved = vec![debit(LedgerAccount::Customer(deposit), principal), credit(current, principal)];
    let interest = vec![
        debit(own(OwnAccount::InterestExpense), broken.interest),
        credit(current, broken.interest.minus(broken.tax)?),
        credit(own(OwnAccount::WithholdingTaxPayable), broken.tax),
    ];
    Ok([accrual, moved, interest].into_iter().filter_map(group).collect())
}

/// Lira against the position, the currency against it; the tax.
pub(super) fn bought(foreign: AccountId, bought: &Bought, accounts: Accounts) -> Vec<Vec<Posting>> {
    let current = LedgerAccount::Customer(accounts.current);
    let position = own(OwnAccount::FxPosition);
    let exchange = vec![
        debit(current, bought.cost),
        credit(position, bought.cost),
        debit(position, bought.bought),
        credit(LedgerAccount::Customer(foreign), bought.bought),
    ];
    let tax = vec![debit(current, bought.tax), credit(own(OwnAccount::FxTaxPayable), bought.tax)];
    [exchange, tax].into_iter().filter_map(group).collect()
}

/// Lira to fund settlement, blocked there until the value day.
pub(super) fn ordered(units: &Units, accounts: Accounts) -> Vec<Vec<Posting>> {
    let current = LedgerAccount::Customer(accounts.current);
    let lines = vec![debit(current, units.cost), credit(own(OwnAccount::FundSettlement), units.cost)];
    group(lines).into_iter().collect()
}
