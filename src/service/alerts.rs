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
        day: alert.day.filter(|_| basis.may(Part::AlertReason)),
        opens: alert.opens,
        blocks_credit: alert.blocks_credit,
        blocks_sales: alert.blocks_sales,
    }
}

/// The full sentence, the one without amounts, or only the name where the reason is not for this caller.
pub(super) fn readable(basis: &Basis<'_>, alert: &Alert) -> Said {
    let said = match (basis.may(Part::AlertReason), basis.may(Part::AlertAmount)) {
        (true, true) => &alert.text,
        (true, false) => &alert.without_amounts,
        (false, _) => &alert.name,
    };
    said.clone()
}
