//! Features of accounts, their statements, term deposits and funds.

use rust_decimal::{Decimal, prelude::ToPrimitive as _};

use crate::{
    domain::{FactKind, account::AccountKind, deposit::Deposit, fact::AccountFacts},
    money::{Currency, Money},
};

use super::{Value, View, count, lowest, sum};

fn negative<'v>(view: &View<'v>) -> impl Iterator<Item = Money> + use<'v> {
    let balances = view.facts.accounts.iter().map(|account| account.balance);
    balances.filter(|balance| balance.minor < 0)
}

pub(super) fn negative_count(view: &View<'_>) -> Option<Value> {
    count(negative(view))
}

pub(super) fn worst_balance(view: &View<'_>) -> Option<Value> {
    lowest(negative(view))
}

pub(super) fn mismatch_count(view: &View<'_>) -> Option<Value> {
    let heads = view.facts.accounts.iter().filter_map(|account| account.statement.as_ref());
    count(heads.filter(|head| head.differs))
}

pub(super) fn days_since_last_row(view: &View<'_>) -> Option<Value> {
    let heads = view.facts.accounts.iter().filter_map(|account| account.statement.as_ref());
    let last = heads.filter_map(|head| head.last_day).max()?;
    Some(Value::Whole(view.days_since(last)))
}

/// The deposits that mature first, from today on.
fn next_deposits<'v>(view: &View<'v>) -> impl Iterator<Item = &'v Deposit> {
    let today = view.today;
    let coming = view.facts.deposits.iter().filter(move |deposit| deposit.matures >= today);
    let first = coming.clone().map(|deposit| deposit.matures).min();
    coming.filter(move |deposit| Some(deposit.matures) == first)
}

pub(super) fn days_to_first_maturity(view: &View<'_>) -> Option<Value> {
    let deposit = next_deposits(view).next()?;
    Some(Value::Whole(-view.days_since(deposit.matures)))
}

pub(super) fn first_maturity_day(view: &View<'_>) -> Option<Value> {
    next_deposits(view).next().map(|deposit| Value::Day(deposit.matures))
}

pub(super) fn first_maturity_amount(view: &View<'_>) -> Option<Value> {
    sum(next_deposits(view).map(|deposit| Some(deposit.principal)))
}

/// Basis points in a percent.
const BASIS_POINTS: i64 = 100;

/// The one rate of the deposits that mature first, in basis points; missing if they differ.
pub(super) fn first_maturity_rate(view: &View<'_>) -> Option<Value> {
    let mut rates = next_deposits(view).map(|deposit| deposit.rate_percent);
    let rate = rates.next()?;
    let points = rate.checked_mul(Decimal::from(BASIS_POINTS))?.to_i64()?;
    rates.all(|other| other == rate).then_some(Value::Whole(points))
}

pub(super) fn deposit_count(view: &View<'_>) -> Option<Value> {
    let coming = view.facts.deposits.iter().filter(|deposit| deposit.matures >= view.today);
    view.knows(FactKind::Deposit, view.facts.deposits.is_empty()).then(|| count(coming)).flatten()
}

/// Lira on open demand accounts.
pub(super) fn idle_balance(view: &View<'_>) -> Option<Value> {
    let today = view.today;
    let counts = |facts: &&AccountFacts| {
        let account = &facts.account;
        let open = account.closed.is_none_or(|closed| closed > today);
        open && account.kind == AccountKind::Demand && account.currency == Currency::TRY
    };
    sum(view.facts.accounts.iter().filter(counts).map(|facts| Some(facts.balance)))
}

pub(super) fn fund_count(view: &View<'_>) -> Option<Value> {
    let holdings = &view.facts.holdings;
    view.knows(FactKind::Holding, holdings.is_empty()).then(|| count(holdings.iter())).flatten()
}

pub(super) fn fund_value(view: &View<'_>) -> Option<Value> {
    sum(view.facts.holdings.iter().map(|holding| holding.value))
}
