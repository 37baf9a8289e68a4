//! Value and behaviour segment by the names that the pack gives their codes.

use super::basis::Basis;
use crate::{
    domain::profile::Profile,
    pack::{Pack, WordKind},
    request::permission::Part,
    text::Said,
    time::Day,
};

/// The value segment of a customer whose scores hold on a day.
pub(super) fn value(profile: &Profile, pack: &Pack, today: Day) -> Option<Said> {
    let code = profile.value_segment.as_ref().filter(|_| profile.as_of <= today)?;
    Some(pack.words().said(WordKind::ValueSegment, code))
}

/// The segments of a customer that was scored; a code that the pack does not name stands for itself.
pub(super) fn list(basis: &Basis<'_>, pack: &Pack) -> Vec<Said> {
    let today = basis.today();
    let profile = basis.facts.profile.as_ref().filter(|profile| profile.as_of <= today);
    let Some(profile) = profile.filter(|_| basis.may(Part::Details)) else { return Vec::new() };
    let value = value(profile, pack, today);
    let behaviour = profile.behaviour_segment.as_ref();
    let behaviour = behaviour.map(|code| pack.words().said(WordKind::BehaviourSegment, code));
    value.into_iter().chain(behaviour).collect()
}
