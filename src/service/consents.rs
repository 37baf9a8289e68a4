//! Commercial consent per channel: yes, no, or unknown where there is no address to ask about (law 6563).

use super::basis::Basis;
use crate::domain::{
    CustomerFacts,
    consent::{Consent, ConsentChannel, ConsentStatus, Recipient},
    contact::ContactKind,
    customer::CustomerKind,
};
use crate::time::Moment;

/// The channels in the order of the header.
const CHANNELS: [ConsentChannel; 3] = [ConsentChannel::Call, ConsentChannel::Message, ConsentChannel::Email];

/// One entry a channel.
pub(super) fn all(basis: &Basis<'_>) -> Vec<(ConsentChannel, Option<bool>)> {
    CHANNELS.into_iter().map(|channel| (channel, allowed(basis.facts, channel, basis.at))).collect()
}

/// Yes if one of the customer's addresses of this channel has a consent in force; missing means no.
pub(super) fn allowed(facts: &CustomerFacts, channel: ConsentChannel, at: Moment) -> Option<bool> {
    let mut addresses = facts
        .contacts
        .iter()
        .filter(|contact| reaches(channel, contact.kind))
        .map(|contact| contact.value.as_str())
        .peekable();
    addresses.peek()?;
    Some(addresses.any(|address| granted(facts, (channel, at), address)))
}

/// The last record about the address holds; at the same second a refusal beats a consent.
fn granted(facts: &CustomerFacts, (channel, at): (ConsentChannel, Moment), address: &str) -> bool {
    let recipient = match facts.customer.kind {
        CustomerKind::Person => Recipient::Individual,
        CustomerKind::Company => Recipient::Merchant,
    };
    facts
        .consents
        .iter()
        .filter(|consent| consent.channel == channel && consent.recipient == recipient)
        .filter(|consent| consent.at <= at && is_about(consent, address))
        .max_by_key(|consent| (second(consent), consent.status == ConsentStatus::Refused))
        .is_some_and(|consent| consent.status == ConsentStatus::Granted)
}

/// The registry counts in seconds; what a source adds to them decides nothing.
fn second(consent: &Consent) -> i64 {
    consent.at.micros().div_euclid(1_000_000)
}

fn is_about(consent: &Consent, address: &str) -> bool {
    consent.address.as_deref().is_none_or(|known| known == address)
}

fn reaches(channel: ConsentChannel, kind: ContactKind) -> bool {
    match channel {
        ConsentChannel::Call => matches!(kind, ContactKind::Mobile | ContactKind::Phone),
        ConsentChannel::Message => kind == ContactKind::Mobile,
        ConsentChannel::Email => kind == ContactKind::Email,
    }
}
