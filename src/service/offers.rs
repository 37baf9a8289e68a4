//! The decision as a role may read it: hidden before the caller is verified, alerts' amounts by role, and the
//! sentence to say only where the customer allows it.

use super::{basis::Basis, consents};
use crate::{
    domain::{
        alert::{Alert, Evidence},
        channel::Touchpoint,
        consent::ConsentChannel,
    },
    request::{offers::Offers, permission::Part, screen::Shown},
    rules::{self, Known, Rules},
};

/// The offers pane.
pub(super) fn pane(
    basis: &Basis<'_>,
    rules: &Rules,
    (known, alerts): (&Known<'_>, &[Alert]),
) -> Shown<Offers> {
    basis.show(Part::Offers, || {
        let mut offers = decided(basis, rules, (known, alerts));
        if !may_say(basis) {
            // blanked, never reordered: lists are the same everywhere
            for line in offers.lines.iter_mut().filter(|line| line.outbound) {
                line.say = None;
            }
        }
        Shown::Known(offers)
    })
}

/// The decision, the same at every touchpoint, with stars for alerts' amounts that this caller may not read.
pub(super) fn decided(basis: &Basis<'_>, rules: &Rules, (known, alerts): (&Known<'_>, &[Alert])) -> Offers {
    let mut offers = rules.offers(known, alerts);
    for held in &mut offers.held {
        mask(basis, alerts, &held.rule, &mut held.seen);
    }
    offers
}

/// Hides amounts in what an alert saw; an offer's own conditions read no more than the summary shows.
pub(super) fn mask(basis: &Basis<'_>, alerts: &[Alert], rule: &str, seen: &mut [Evidence]) {
    if !basis.may(Part::AlertAmount) && alerts.iter().any(|alert| alert.id == rule) {
        rules::hide_amounts(seen);
    }
}

/// Whether an offer may be said unasked where the caller sits: in a branch the customer stands there, by
/// telephone and message it needs the consent for that channel.
fn may_say(basis: &Basis<'_>) -> bool {
    let channel = match basis.caller.touchpoint {
        Touchpoint::Branch => return true,
        Touchpoint::CallCenter | Touchpoint::Ivr => ConsentChannel::Call,
        Touchpoint::Digital => ConsentChannel::Message,
    };
    consents::all(basis).into_iter().any(|(known, allowed)| known == channel && allowed == Some(true))
}
