//! Features of cheques that bounced and are unpaid.

use crate::domain::{FactKind, cheque::BouncedCheque};

use super::{Value, View, count, sum};

fn unpaid<'v>(view: &View<'v>) -> impl Iterator<Item = &'v BouncedCheque> {
    let today = view.today;
    let is_unpaid = move |cheque: &&BouncedCheque| {
        cheque.bounced <= today && cheque.settled.is_none_or(|settled| settled > today)
    };
    view.facts.cheques.iter().filter(is_unpaid)
}

fn last<'v>(view: &View<'v>) -> Option<&'v BouncedCheque> {
    unpaid(view).max_by_key(|cheque| (cheque.bounced, cheque.number))
}

pub(super) fn unpaid_count(view: &View<'_>) -> Option<Value> {
    view.knows(FactKind::BouncedCheque, view.facts.cheques.is_empty()).then(|| count(unpaid(view))).flatten()
}

pub(super) fn amount(view: &View<'_>) -> Option<Value> {
    sum(unpaid(view).map(|cheque| Some(cheque.amount)))
}

pub(super) fn day(view: &View<'_>) -> Option<Value> {
    last(view).map(|cheque| Value::Day(cheque.bounced))
}

pub(super) fn number(view: &View<'_>) -> Option<Value> {
    last(view).map(|cheque| Value::Text(cheque.number.to_string()))
}
