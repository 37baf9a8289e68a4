//! Why an item is on the screen, or is not: its rule, condition by condition, with the values it saw.

use super::{alerts, basis::Basis, offers};
use crate::{
    domain::{Refusal, alert::Alert},
    request::{Explanation, permission::Part},
    rules::{self, Known, Rules},
    text::{Message, ids::screen as id},
};

/// The explanation of an alert that stands on the customer's screen, or of a rule that did not fire.
///
/// # Errors
/// [`Refusal::UnknownItem`] if there is no such rule, [`Refusal::NotVerified`] if the reason may not be read
/// before the caller on the line is verified.
pub(super) fn alert(
    basis: &Basis<'_>,
    rules: &Rules,
    (known, alerts): (&Known<'_>, Vec<Alert>),
    asked: &str,
) -> Result<Explanation, Refusal> {
    let fired = alerts.into_iter().find(|alert| alert.id == asked);
    let unknown = || Refusal::UnknownItem { item: asked.to_owned() };
    let (fired, text, mut why) = if let Some(alert) = fired {
        (true, alerts::readable(basis, &alert), alert.why)
    } else {
        let (name, why) = rules.rule(asked, known).ok_or_else(unknown)?;
        (false, Message::new(id::NOT_FIRED).with("name", name.clone()).said(), why)
    };
    if !basis.may(Part::AlertReason) {
        return Err(Refusal::NotVerified);
    }
    if !basis.may(Part::AlertAmount) {
        rules::hide_amounts(&mut why);
    }
    Ok(Explanation {
        customer: basis.facts.customer.no,
        item: asked.to_owned(),
        fired,
        text,
        why,
        published: basis.published.clone(),
    })
}

/// The explanation of an offer of the pack, whether it is shown, held or service.
///
/// # Errors
/// [`Refusal::UnknownItem`] if the pack has no such offer, [`Refusal::NotVerified`] if offers may not be read
/// before the caller on the line is verified.
pub(super) fn offer(
    basis: &Basis<'_>,
    rules: &Rules,
    (known, alerts): (&Known<'_>, &[Alert]),
    asked: &str,
) -> Result<Explanation, Refusal> {
    if !basis.may(Part::Offers) {
        return Err(Refusal::NotVerified);
    }
    let explained = rules.explain_offer(asked, known, alerts);
    let Some(found) = explained else { return Err(Refusal::UnknownItem { item: asked.to_owned() }) };
    let mut why = found.why;
    offers::mask(basis, alerts, &found.rule, &mut why);
    Ok(Explanation {
        customer: basis.facts.customer.no,
        item: asked.to_owned(),
        // shown or held: the decision about it stands
        fired: true,
        text: found.text,
        why,
        published: basis.published.clone(),
    })
}
