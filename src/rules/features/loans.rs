//! Features of loans. The state is the source's own: an old source still says what it says.

use crate::{
    domain::{
        FactKind,
        loan::{Loan, LoanState},
    },
    text::fold::fold,
};

use super::{Value, View, count, newest, sum};

fn with<'v>(view: &View<'v>, state: LoanState) -> impl Iterator<Item = &'v Loan> {
    view.facts.loans.iter().filter(move |loan| loan.state == state)
}

/// What is still owed on the loans of a state.
fn owed(view: &View<'_>, state: LoanState) -> Option<Value> {
    sum(with(view, state).map(|loan| loan.outstanding))
}

/// The last day the source spoke of a loan in this state.
fn day(view: &View<'_>, state: LoanState) -> Option<Value> {
    newest(with(view, state).filter_map(|loan| loan.as_of))
}

pub(super) fn overdue_count(view: &View<'_>) -> Option<Value> {
    count(with(view, LoanState::Overdue))
}

pub(super) fn worst_overdue_days(view: &View<'_>) -> Option<Value> {
    let days = with(view, LoanState::Overdue).filter_map(|loan| loan.overdue_days);
    days.max().map(|days| Value::Whole(i64::from(days)))
}

pub(super) fn in_debt_amount(view: &View<'_>) -> Option<Value> {
    owed(view, LoanState::Overdue)
}

pub(super) fn in_debt_lent(view: &View<'_>) -> Option<Value> {
    sum(with(view, LoanState::Overdue).map(|loan| Some(loan.amount)))
}

pub(super) fn in_debt_day(view: &View<'_>) -> Option<Value> {
    day(view, LoanState::Overdue)
}

pub(super) fn unpaid_count(view: &View<'_>) -> Option<Value> {
    count(with(view, LoanState::Unpaid))
}

pub(super) fn unpaid_amount(view: &View<'_>) -> Option<Value> {
    owed(view, LoanState::Unpaid)
}

pub(super) fn unpaid_day(view: &View<'_>) -> Option<Value> {
    day(view, LoanState::Unpaid)
}

pub(super) fn legal_count(view: &View<'_>) -> Option<Value> {
    count(with(view, LoanState::LegalFollowUp))
}

pub(super) fn legal_amount(view: &View<'_>) -> Option<Value> {
    owed(view, LoanState::LegalFollowUp)
}

pub(super) fn legal_day(view: &View<'_>) -> Option<Value> {
    day(view, LoanState::LegalFollowUp)
}

pub(super) fn running_count(view: &View<'_>) -> Option<Value> {
    let known = view.knows(FactKind::Loan, view.facts.loans.is_empty());
    known.then(|| count(with(view, LoanState::Running))).flatten()
}

/// Words of a home loan's purpose, folded, as sources write them.
const HOME: [&str; 4] = ["konut", "home", "housing", "mortgage"];

pub(super) fn home_running_count(view: &View<'_>) -> Option<Value> {
    let is_home = |loan: &&Loan| {
        let purpose = loan.purpose.as_deref().map(fold).unwrap_or_default();
        HOME.iter().any(|word| purpose.contains(word))
    };
    let known = view.knows(FactKind::Loan, view.facts.loans.is_empty());
    known.then(|| count(with(view, LoanState::Running).filter(is_home))).flatten()
}
