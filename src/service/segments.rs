//! Value and behaviour segment by the names that the pack gives their codes.

use super::basis::Basis;
use crate::{pack::Pack, request::permission::Part, text::Said};

/// The segments of a customer that was scored; a code that the pack does not name stands for itself.
pub(super) fn list(basis: &Basis<'_>, pack: &Pack) -> Vec<Said> {
    let today = basis.today();
    let profile = basis.facts.profile.as_ref().filter(|profile| profile.as_of <= today);
    let Some(profile) = profile.filter(|_| basis.may(Part::Details)) else { return Vec::new() };
    let named = |code: &String, name: Option<&Said>| {
        name.cloned().unwrap_or_else(|| Said { tr: code.clone(), en: code.clone() })
    };
    let value = profile.value_segment.as_ref().map(|code| named(code, pack.value_segment(code)));
    let behaviour = profile.behaviour_segment.as_ref().map(|code| named(code, pack.behaviour_segment(code)));
    value.into_iter().chain(behaviour).collect()
}
