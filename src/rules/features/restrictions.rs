//! Features of what stops selling: since when each kind holds; missing is not held.

use crate::domain::restriction::RestrictionKind;

use super::{Value, View, oldest};

fn since(view: &View<'_>, kind: RestrictionKind) -> Option<Value> {
    let restrictions = view.facts.restrictions.iter();
    let held = restrictions.filter(|held| held.kind == kind && held.holds(view.at, view.today));
    oldest(held.map(|held| held.since.day()))
}

pub(super) fn bad_mood(view: &View<'_>) -> Option<Value> {
    since(view, RestrictionKind::BadMood)
}

pub(super) fn hardship(view: &View<'_>) -> Option<Value> {
    since(view, RestrictionKind::Hardship)
}

pub(super) fn bereavement(view: &View<'_>) -> Option<Value> {
    since(view, RestrictionKind::Bereavement)
}

pub(super) fn fraud(view: &View<'_>) -> Option<Value> {
    since(view, RestrictionKind::Fraud)
}

pub(super) fn objection(view: &View<'_>) -> Option<Value> {
    since(view, RestrictionKind::Objection)
}
