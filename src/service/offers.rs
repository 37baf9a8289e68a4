//! The decision as a role may read it: hidden before the caller is verified, alerts' amounts by role, and the
//! sentence to say only where the customer allows it.

use super::{basis::Basis, consents};
use crate::{
    domain::{
        alert::{Alert, Evidence},
        channel::Touchpoint,
        consent::ConsentChannel,
        interaction::Direction,
    },
    request::{offers::Offers, permission::Part, screen::Shown},
    rules::{self, Known, Rules},
    text::{Message, MessageId, ids::offer as id},
};

/// The offers pane.
pub(super) fn pane(
    basis: &Basis<'_>,
    rules: &Rules,
    (known, alerts): (&Known<'_>, &[Alert]),
) -> Shown<Offers> {
    basis.show(Part::Offers, || Shown::Known(spoken(basis, rules, (known, alerts))))
}

/// The decision with the sentences that may be said in this contact: blanked, never reordered, since lists are the
/// same everywhere.
pub(super) fn spoken(basis: &Basis<'_>, rules: &Rules, (known, alerts): (&Known<'_>, &[Alert])) -> Offers {
    let mut offers = decided(basis, rules, (known, alerts));
    if let Some(why) = silent(basis) {
        for line in offers.lines.iter_mut().filter(|line| line.outbound && line.say.is_some()) {
            line.say = None;
            line.unsaid = Some(Message::new(why.clone()).said());
        }
    }
    offers
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

/// Why no offer may be said here, if that is so. Talk that the customer began is not gated, and in a branch the
/// customer stands there; what the bank begins by telephone or message needs the consent for that channel.
fn silent(basis: &Basis<'_>) -> Option<MessageId> {
    if basis.caller.direction == Direction::Inbound {
        return None;
    }
    let (channel, why) = match basis.caller.touchpoint {
        Touchpoint::Branch => return None,
        Touchpoint::CallCenter | Touchpoint::Ivr => (ConsentChannel::Call, id::UNSAID_CALL),
        Touchpoint::Digital => (ConsentChannel::Message, id::UNSAID_MESSAGE),
    };
    let allowed = |(known, allowed)| known == channel && allowed == Some(true);
    (!consents::all(basis).into_iter().any(allowed)).then_some(why)
}
