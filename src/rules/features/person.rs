//! Features of the customer and of what the bank knows to reach them.

use crate::{
    domain::{
        contact::{ContactKind, ContactPoint},
        customer::CustomerKind,
    },
    text::alphabet::mixed_alphabet,
};

use super::{Value, View, flag};

fn points<'v>(view: &View<'v>, kind: ContactKind) -> impl Iterator<Item = &'v ContactPoint> {
    let of_kind = move |point: &&ContactPoint| point.kind == kind && !point.value.trim().is_empty();
    view.facts.contacts.iter().filter(of_kind)
}

fn has(view: &View<'_>, kind: ContactKind) -> Option<Value> {
    flag(points(view, kind).next().is_some())
}

pub(super) fn has_email(view: &View<'_>) -> Option<Value> {
    has(view, ContactKind::Email)
}

pub(super) fn has_mobile(view: &View<'_>) -> Option<Value> {
    has(view, ContactKind::Mobile)
}

pub(super) fn has_address(view: &View<'_>) -> Option<Value> {
    has(view, ContactKind::Address)
}

pub(super) fn address_age_months(view: &View<'_>) -> Option<Value> {
    let confirmed = points(view, ContactKind::Address).filter_map(|point| point.confirmed);
    confirmed.max().map(|day| Value::Whole(view.months_since(day)))
}

pub(super) fn identity_known(view: &View<'_>) -> Option<Value> {
    flag(!view.facts.identifiers.is_empty())
}

pub(super) fn name_known(view: &View<'_>) -> Option<Value> {
    flag(view.facts.customer.name.is_some())
}

pub(super) fn name_mixed_alphabet(view: &View<'_>) -> Option<Value> {
    let name = view.facts.customer.name.as_ref()?;
    flag(mixed_alphabet(&name.given) || mixed_alphabet(&name.family))
}

pub(super) fn is_company(view: &View<'_>) -> Option<Value> {
    flag(view.facts.customer.kind == CustomerKind::Company)
}

pub(super) fn age(view: &View<'_>) -> Option<Value> {
    let birth = view.facts.customer.birth?;
    Some(Value::Whole(view.years_since(birth)))
}

pub(super) fn years(view: &View<'_>) -> Option<Value> {
    let since = view.facts.customer.since?;
    Some(Value::Whole(view.years_since(since)))
}

#[expect(clippy::unnecessary_wraps, reason = "a reader of the table, where others may be missing")]
pub(super) fn today(view: &View<'_>) -> Option<Value> {
    Some(Value::Day(view.today))
}
