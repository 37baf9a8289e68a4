//! The complaints pane.

use super::basis::Basis;
use crate::{
    domain::{complaint::Complaint, consent::ConsentStatus},
    pack::WordKind,
    request::{
        permission::Part,
        screen::{ComplaintLine, Complaints, Shown},
    },
    text::Said,
    time::Day,
};

/// A year, as the pane counts it.
const YEAR_DAYS: u32 = 365;

/// The pane: counts in the window of `days`, open ones first, then the newest.
pub(super) fn pane(basis: &Basis<'_>, days: u32) -> Complaints {
    let today = basis.today();
    let complaints = sorted(basis);
    let within = |days| complaints.iter().filter(|complaint| complaint.is_within(days, today)).count();
    Complaints {
        days,
        count: within(days),
        last_year: within(YEAR_DAYS),
        open: complaints.iter().filter(|complaint| complaint.is_open_on(today)).count(),
        unknown: !basis.facts.knows_complaints(),
        lines: basis.show(Part::Details, || {
            Shown::Known(complaints.iter().map(|complaint| line(basis, complaint)).collect())
        }),
    }
}

/// Every complaint with the unit that answers for it, in the order of the pane.
pub(super) fn all(basis: &Basis<'_>) -> Vec<(ComplaintLine, Option<Said>)> {
    let owner = |complaint: &Complaint| Some(basis.word(WordKind::Unit, complaint.owner.as_deref()?));
    sorted(basis).into_iter().map(|complaint| (line(basis, complaint), owner(complaint))).collect()
}

/// Open ones first, then the newest.
fn sorted<'a>(basis: &'a Basis<'_>) -> Vec<&'a Complaint> {
    let today = basis.today();
    let mut complaints: Vec<&Complaint> =
        basis.facts.complaints.iter().filter(|complaint| complaint.opened <= today).collect();
    complaints.sort_by_key(|complaint| {
        (!complaint.is_open_on(today), std::cmp::Reverse(complaint.opened), complaint.id)
    });
    complaints
}

/// A consent that the customer withdrew while the complaint was open.
fn corrected(basis: &Basis<'_>, complaint: &Complaint, closed: Day) -> bool {
    basis.facts.consents.iter().any(|consent| {
        consent.status == ConsentStatus::Refused && (complaint.opened..=closed).contains(&consent.at.day())
    })
}

fn line(basis: &Basis<'_>, complaint: &Complaint) -> ComplaintLine {
    let today = basis.today();
    let closed = complaint.closed_by(today);
    ComplaintLine {
        id: complaint.id,
        opened: complaint.opened,
        topic: basis.word(WordKind::Topic, &complaint.topic),
        channel: complaint.channel,
        closed_in_days: closed.map(|closed| closed.days_since(complaint.opened)),
        open_days: closed.is_none().then(|| today.days_since(complaint.opened)),
        satisfaction: complaint.satisfaction.filter(|_| closed.is_some()),
        refund: complaint.refund.filter(|_| closed.is_some()),
        consent_corrected: closed.is_some_and(|closed| corrected(basis, complaint, closed)),
        promise: complaint.promise.filter(|_| closed.is_none()),
    }
}
