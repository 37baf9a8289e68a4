//! Features of the bank's own scores. A score of a later day is not known yet.

use crate::{
    domain::profile::{LifetimeValue, Profile},
    pack::WordKind,
};

use super::{Value, View, flag};

fn profile<'v>(view: &View<'v>) -> Option<&'v Profile> {
    view.facts.profile.as_ref().filter(|profile| profile.as_of <= view.today)
}

fn churn(view: &View<'_>, months_ago: usize) -> Option<Value> {
    let permille = profile(view)?.churn_permille.get(months_ago)?;
    Some(Value::Whole(i64::from(*permille)))
}

pub(super) fn churn_now(view: &View<'_>) -> Option<Value> {
    churn(view, 0)
}

pub(super) fn churn_before(view: &View<'_>) -> Option<Value> {
    churn(view, 1)
}

pub(super) fn churn_day(view: &View<'_>) -> Option<Value> {
    let profile = profile(view).filter(|profile| !profile.churn_permille.is_empty())?;
    Some(Value::Day(profile.as_of))
}

pub(super) fn value_segment(view: &View<'_>) -> Option<Value> {
    view.word(WordKind::ValueSegment, profile(view)?.value_segment.as_deref()?)
}

pub(super) fn behaviour_segment(view: &View<'_>) -> Option<Value> {
    view.word(WordKind::BehaviourSegment, profile(view)?.behaviour_segment.as_deref()?)
}

fn lifetime<'v>(view: &View<'v>) -> Option<&'v LifetimeValue> {
    profile(view)?.lifetime.as_ref()
}

pub(super) fn lifetime_worth(view: &View<'_>) -> Option<Value> {
    lifetime(view).map(|lifetime| Value::Money(lifetime.worth))
}

pub(super) fn lifetime_rising(view: &View<'_>) -> Option<Value> {
    flag(lifetime(view)?.rising)
}
