//! Why an item is on the screen: its rule, condition by condition, with the values it saw.

use super::{alerts, basis::Basis, offers};
use crate::{
    domain::{
        Refusal,
        alert::{Alert, Evidence},
    },
    request::{Explanation, permission::Part},
    rules::{self, Rules},
};

/// The explanation of an alert that stands on the customer's screen.
///
/// # Errors
/// [`Refusal::UnknownItem`] if it does not stand there, [`Refusal::NotVerified`] if the reason may not be
/// read before the caller on the line is verified.
pub(super) fn alert(basis: &Basis<'_>, alerts: Vec<Alert>, asked: &str) -> Result<Explanation, Refusal> {
    let alert = alerts
        .into_iter()
        .find(|alert| alert.id == asked)
        .ok_or_else(|| Refusal::UnknownItem { item: asked.to_owned() })?;
    if !basis.may(Part::AlertReason) {
        return Err(Refusal::NotVerified);
    }
    Ok(Explanation {
        customer: basis.facts.customer.no,
        text: alerts::readable(basis, &alert),
        why: evidence(basis, &alert),
        item: alert.id,
        published: basis.published.clone(),
    })
}

/// The conditions, with stars for the amounts that this caller may not read.
fn evidence(basis: &Basis<'_>, alert: &Alert) -> Vec<Evidence> {
    let mut why = alert.why.clone();
    if !basis.may(Part::AlertAmount) {
        rules::hide_amounts(&mut why);
    }
    why
}

/// The explanation of an offer of the pack, whether it is shown, held or service.
///
/// # Errors
/// [`Refusal::UnknownItem`] if the pack has no such offer, [`Refusal::NotVerified`] if offers may not be read
/// before the caller on the line is verified.
pub(super) fn offer(
    basis: &Basis<'_>,
    rules: &Rules,
    alerts: &[Alert],
    asked: &str,
) -> Result<Explanation, Refusal> {
    if !basis.may(Part::Offers) {
        return Err(Refusal::NotVerified);
    }
    let explained = rules.explain_offer(asked, basis.facts, basis.at, alerts);
    let Some(found) = explained else { return Err(Refusal::UnknownItem { item: asked.to_owned() }) };
    let mut why = found.why;
    offers::mask(basis, alerts, &found.rule, &mut why);
    Ok(Explanation {
        customer: basis.facts.customer.no,
        item: asked.to_owned(),
        text: found.text,
        why,
        published: basis.published.clone(),
    })
}
