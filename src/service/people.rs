//! Who speaks for a company, masked.

use super::{basis::Basis, header};
use crate::{
    domain::organisation::OrganisationContact,
    pack::WordKind,
    request::{
        mask,
        permission::Part,
        screen::{PersonLine, SummaryLine},
    },
};

/// The line of the summary; none for whom nobody speaks.
pub(super) fn line(basis: &Basis<'_>) -> Option<SummaryLine> {
    let people = all(basis);
    let count = people.len();
    let shown = if basis.may(Part::Details) { people } else { Vec::new() };
    (count > 0).then_some(SummaryLine::People { count, people: shown })
}

/// Everybody who is there today: who may sign first, else in the order of the source.
pub(super) fn all(basis: &Basis<'_>) -> Vec<PersonLine> {
    let today = basis.today();
    let mut people: Vec<&OrganisationContact> = basis
        .facts
        .people
        .iter()
        .filter(|one| one.since.is_none_or(|day| day <= today) && one.until.is_none_or(|day| day > today))
        .collect();
    people.sort_by_key(|one| (!one.may_sign, one.number));
    let line = |one: &OrganisationContact| PersonLine {
        name: header::capitals(&mask::full_name(&one.name)),
        role: basis.word(WordKind::Role, &one.role),
        may_sign: one.may_sign,
        since: one.since,
    };
    people.into_iter().map(line).collect()
}
