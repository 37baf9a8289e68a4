//! Features of cards.

use crate::{domain::card::Card, money::Money};

use super::{Value, View, count, oldest, sum};

/// Cards whose last day of payment has passed and whose source says that nothing was paid. A source that
/// does not say whether it was paid makes no card late.
fn late<'v>(view: &View<'v>) -> impl Iterator<Item = &'v Card> {
    let today = view.today;
    let passed = move |card: &&Card| card.due.is_some_and(|due| due < today) && card.paid == Some(false);
    view.facts.cards.iter().filter(passed)
}

/// What is owed beyond the limit.
fn beyond(card: &Card) -> Option<Money> {
    let over = card.debt?.minus(card.limit?).ok()?;
    (over.minor > 0).then_some(over)
}

pub(super) fn overdue_days(view: &View<'_>) -> Option<Value> {
    let days = late(view).filter_map(|card| card.due).map(|due| view.days_since(due));
    days.max().map(Value::Whole)
}

pub(super) fn overdue_day(view: &View<'_>) -> Option<Value> {
    oldest(late(view).filter_map(|card| card.due))
}

pub(super) fn minimum_due(view: &View<'_>) -> Option<Value> {
    sum(late(view).map(|card| card.minimum_due))
}

pub(super) fn over_limit_count(view: &View<'_>) -> Option<Value> {
    count(view.facts.cards.iter().filter_map(beyond))
}

pub(super) fn over_limit_amount(view: &View<'_>) -> Option<Value> {
    sum(view.facts.cards.iter().filter_map(beyond).map(Some))
}

/// Of all cards with a limit together, in permille.
pub(super) fn limit_use(view: &View<'_>) -> Option<Value> {
    let used = |card: &Card| Some((card.debt?, card.limit.filter(|limit| limit.minor > 0)?));
    let cards = || view.facts.cards.iter().filter_map(used);
    let (Value::Money(debt), Value::Money(limit)) =
        (sum(cards().map(|(debt, _)| Some(debt)))?, sum(cards().map(|(_, limit)| Some(limit)))?)
    else {
        return None;
    };
    let permille = i128::from(debt.minor).checked_mul(1_000)?.checked_div(i128::from(limit.minor))?;
    (debt.currency == limit.currency).then_some(Value::Whole(i64::try_from(permille).ok()?))
}
