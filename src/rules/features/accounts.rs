//! Features of accounts, their statements and term deposits.

use crate::{domain::deposit::Deposit, money::Money};

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
