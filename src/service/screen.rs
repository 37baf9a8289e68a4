//! Puts the one screen together from facts, rules and the pack. Pure: equal inputs give equal bytes.

use std::borrow::Cow;

use super::{
    alerts, basis::Basis, complaints, freshness, header, missing, offers, reason, segments, summary,
};
use crate::{
    domain::alert::Alert,
    pack::Pack,
    request::{CustomerScreen, permission::Part, screen::Shown},
    rules::Rules,
    time::Day,
};

/// The pack's parameter for the window of the complaints pane, in days.
const COMPLAINTS_WINDOW: &str = "complaints.window_days";

/// A parameter that the pack should define and does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ParameterMissing {
    /// Its name.
    pub name: Cow<'static, str>,
    /// The day it was asked for.
    pub day: Day,
}

/// The screen of one customer for one caller.
pub(super) fn screen(
    basis: &Basis<'_>,
    pack: &Pack,
    rules: &Rules,
    alerts: Vec<Alert>,
) -> Result<CustomerScreen, ParameterMissing> {
    let days = pack
        .number(COMPLAINTS_WINDOW, basis.today())
        .and_then(|days| u32::try_from(days).ok())
        .ok_or_else(|| ParameterMissing { name: COMPLAINTS_WINDOW.into(), day: basis.today() })?;
    let touchpoint = basis.caller.touchpoint;
    Ok(CustomerScreen {
        customer: basis.facts.customer.no,
        version: basis.version,
        at: basis.at,
        touchpoint,
        header: header::header(basis),
        summary: summary::lines(basis, &pack.summary_order(touchpoint)),
        segments: segments::list(basis, pack),
        offers: offers::pane(basis, rules, &alerts),
        alerts: alerts.into_iter().map(|alert| alerts::line(basis, alert)).collect(),
        complaints: complaints::pane(basis, days),
        missing: missing::list(basis),
        freshness: freshness::list(basis),
        call_reasons: basis.show(Part::Details, || Shown::Known(reason::reasons(basis))),
        published: basis.published.clone(),
    })
}
