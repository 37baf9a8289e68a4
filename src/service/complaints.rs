//! The complaints pane.

use super::basis::Basis;
use crate::{
    domain::complaint::Complaint,
    request::{
        permission::Part,
        screen::{ComplaintLine, Complaints, Shown},
    },
    time::Day,
};

/// A year, as the pane counts it.
const YEAR_DAYS: u32 = 365;

/// The pane: counts in the window of `days`, open ones first, then the newest.
pub(super) fn pane(basis: &Basis<'_>, days: u32) -> Complaints {
    let mut complaints: Vec<&Complaint> = basis.facts.complaints.iter().collect();
    complaints.sort_by_key(|complaint| {
        (complaint.closed.is_some(), std::cmp::Reverse(complaint.opened), complaint.id)
    });
    let within =
        |days| complaints.iter().filter(|complaint| is_within(complaint.opened, basis.today(), days)).count();
    Complaints {
        days,
        count: within(days),
        last_year: within(YEAR_DAYS),
        open: complaints.iter().filter(|complaint| complaint.closed.is_none()).count(),
        unknown: is_unknown(basis),
        lines: basis.show(Part::Details, || {
            Shown::Known(complaints.iter().map(|complaint| line(complaint, basis.today())).collect())
        }),
    }
}

/// A source that brings nothing of a customer's service life (complaints, contacts, errors, consents) says
/// nothing about complaints either: then none is not zero.
fn is_unknown(basis: &Basis<'_>) -> bool {
    let facts = basis.facts;
    facts.complaints.is_empty()
        && facts.interactions.is_empty()
        && facts.errors.is_empty()
        && facts.consents.is_empty()
}

/// Opened on one of the last `days` days, today being the first of them.
fn is_within(opened: Day, today: Day, days: u32) -> bool {
    u32::try_from(today.days_since(opened)).is_ok_and(|age| age < days)
}

fn line(complaint: &Complaint, today: Day) -> ComplaintLine {
    ComplaintLine {
        id: complaint.id,
        opened: complaint.opened,
        topic: complaint.topic.clone(),
        channel: complaint.channel,
        closed_in_days: complaint.closed.map(|closed| closed.days_since(complaint.opened)),
        open_days: complaint.closed.is_none().then(|| today.days_since(complaint.opened)),
        satisfaction: complaint.satisfaction,
        refund: complaint.refund,
        promise: complaint.promise.filter(|_| complaint.closed.is_none()),
    }
}
