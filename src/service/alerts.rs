//! Alerts as a role may read them.

use super::basis::Basis;
use crate::{
    domain::alert::Alert,
    request::{permission::Part, screen::AlertLine},
    text::Said,
};

/// One line of the pane.
pub(super) fn line(basis: &Basis<'_>, alert: Alert) -> AlertLine {
    AlertLine {
        text: readable(basis, &alert),
        id: alert.id,
        severity: alert.severity,
        day: alert.day,
        opens: alert.opens,
        blocks_credit: alert.blocks_credit,
        blocks_sales: alert.blocks_sales,
    }
}

/// The full sentence, or only the name where the reason, or an amount in it, is not for this caller.
pub(super) fn readable(basis: &Basis<'_>, alert: &Alert) -> Said {
    let reason = basis.may(Part::AlertReason);
    let amount = alert.amount.is_none() || basis.may(Part::AlertAmount);
    if reason && amount {
        return alert.text.clone();
    }
    alert.name.clone()
}
