//! Alerts as a role may read them.

use super::basis::Basis;
use crate::{
    domain::alert::{Alert, Evidence, Severity},
    request::{listing::ProductGroup, permission::Part, screen::AlertLine},
    text::{Message, Said, ids::screen as id},
};

/// The alert that is no rule's: an import was cut off, so nothing may be sold on what is known.
const IMPORT_OWED: &str = "import-unfinished";

/// Stands before all others until the import was repeated.
pub(super) fn import_owed() -> Alert {
    let said = Message::new(id::ALERT_IMPORT_OWED).said();
    Alert {
        id: IMPORT_OWED.to_owned(),
        severity: Severity::ActNow,
        name: said.clone(),
        text: said.clone(),
        more: None,
        without_amounts: said.clone(),
        more_without_amounts: None,
        closes: said,
        amount: None,
        day: None,
        opens: None,
        mends: None,
        blocks_credit: true,
        blocks_sales: true,
        why: Vec::new(),
    }
}

/// One line of the pane.
pub(super) fn line(basis: &Basis<'_>, alert: Alert) -> AlertLine {
    AlertLine {
        text: readable(basis, &alert),
        more: more(basis, &alert),
        id: alert.id,
        severity: alert.severity,
        day: alert.day.filter(|_| basis.may(Part::AlertReason)),
        about: about(&alert.why),
        opens: alert.opens,
        mends: alert.mends,
        blocks_credit: alert.blocks_credit,
        blocks_sales: alert.blocks_sales,
    }
}

/// The kind of product that the features behind an alert are of.
fn about(why: &[Evidence]) -> Option<ProductGroup> {
    const KINDS: [(&str, ProductGroup); 4] = [
        ("cheque.", ProductGroup::Cheque),
        ("card.", ProductGroup::Card),
        ("loan.", ProductGroup::Loan),
        ("deposit.", ProductGroup::Term),
    ];
    let mut features = why.iter().flat_map(|evidence| &evidence.seen).map(|(feature, ..)| feature.as_str());
    features.find_map(|feature| KINDS.iter().find(|(of, _)| feature.starts_with(of)).map(|(_, kind)| *kind))
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

/// What follows the sentence, for who may read the reason.
fn more(basis: &Basis<'_>, alert: &Alert) -> Option<Said> {
    let more = if basis.may(Part::AlertAmount) { &alert.more } else { &alert.more_without_amounts };
    more.clone().filter(|_| basis.may(Part::AlertReason))
}
