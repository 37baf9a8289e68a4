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
pub(super) fn pane(basis: &Basis<'_>, days: u32, unknown: bool) -> Complaints {
    let mut complaints: Vec<&Complaint> = basis.facts.complaints.iter().collect();
    complaints.sort_by_key(|complaint| {
        (
            complaint.closed.is_some(),
            std::cmp::Reverse(complaint.opened),
            complaint.id,
        )
    });
    let within = |days| {
        complaints
            .iter()
            .filter(|complaint| is_within(complaint.opened, basis.today(), days))
            .count()
    };
    Complaints {
        days,
        count: within(days),
        last_year: within(YEAR_DAYS),
        open: complaints
            .iter()
            .filter(|complaint| complaint.closed.is_none())
            .count(),
        unknown: unknown && complaints.is_empty(),
        lines: basis.show(Part::Details, || {
            Shown::Known(
                complaints
                    .iter()
                    .map(|complaint| line(complaint, basis.today()))
                    .collect(),
            )
        }),
    }
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
        closed_in_days: complaint
            .closed
            .map(|closed| closed.days_since(complaint.opened)),
        open_days: complaint
            .closed
            .is_none()
            .then(|| today.days_since(complaint.opened)),
        satisfaction: complaint.satisfaction,
        refund: complaint.refund,
        promise: complaint.promise.filter(|_| complaint.closed.is_none()),
    }
}
