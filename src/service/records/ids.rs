//! What tells a customer's records of a kind apart.

use crate::{
    domain::{
        Fact, FactKind,
        consent::{Consent, ConsentChannel, ConsentStatus, Recipient},
        contact::{ContactKind, ContactPoint},
        fund_order::FundOrder,
        identity::IdentityKind,
        life_event::LifeEventKind,
        outcome::Outcome,
        restriction::{Restriction, RestrictionKind},
    },
    time::Day,
};

/// The kind of a fact and its own id there; `None` for statement rows and rates, which are no customer's
/// records.
#[must_use]
pub fn own_id(fact: &Fact) -> Option<(FactKind, Vec<u8>)> {
    let number = |number: u64| number.to_be_bytes().to_vec();
    Some(match fact {
        Fact::Customer(_) => (FactKind::Customer, Vec::new()),
        Fact::Identifier(identifier) => {
            // one number of each register, so a corrected one takes the place of the wrong one
            (FactKind::Identifier, vec![register_byte(identifier.number.kind())])
        }
        Fact::Contact(contact) => (FactKind::Contact, contact_id(contact)),
        Fact::Account(account) => (FactKind::Account, number(account.id.0)),
        Fact::Disposition(disposition) => (FactKind::Disposition, number(disposition.account.0)),
        Fact::Deposit(deposit) => (FactKind::Deposit, number(deposit.account.0)),
        Fact::Card(card) => (FactKind::Card, number(card.id.0)),
        Fact::Loan(loan) => (FactKind::Loan, number(loan.id.0)),
        Fact::StandingOrder(order) => (FactKind::StandingOrder, number(order.id.0)),
        Fact::Holding(holding) => (FactKind::Holding, hashed(holding.code.as_bytes())),
        Fact::ChannelError(error) => (FactKind::ChannelError, number(error.id.0)),
        Fact::Complaint(complaint) => (FactKind::Complaint, number(complaint.id.0)),
        Fact::Interaction(interaction) => (FactKind::Interaction, number(interaction.id.0)),
        Fact::Consent(consent) => (FactKind::Consent, consent_id(consent)),
        // one profile a customer: a newer run takes the place of the older
        Fact::Profile(_) => (FactKind::Profile, Vec::new()),
        Fact::BouncedCheque(cheque) => (FactKind::BouncedCheque, number(cheque.number)),
        Fact::Insurance(policy) => (FactKind::Insurance, number(policy.number)),
        Fact::LifeEvent(event) => (FactKind::LifeEvent, life_event_id(event.kind, event.on)),
        Fact::Restriction(restriction) => (FactKind::Restriction, restriction_id(restriction)),
        Fact::OrganisationContact(person) => (FactKind::OrganisationContact, number(person.number)),
        Fact::Outcome(outcome) => (FactKind::Outcome, outcome_id(outcome)),
        Fact::SignedOrder(order) => (FactKind::SignedOrder, number(order.id.0)),
        // one form a customer: the newer one holds
        Fact::InvestorForm(_) => (FactKind::InvestorForm, Vec::new()),
        Fact::PostingRestriction(fact) => (FactKind::PostingRestriction, number(fact.number)),
        Fact::FundOrder(order) => (FactKind::FundOrder, fund_order_id(order)),
        Fact::Statement(_) | Fact::Rate(_) => return None,
    })
}

/// The kind and number of a record whose number is the source's for it, whoever's it is; accounts have their
/// own index.
#[must_use]
pub fn numbered(fact: &Fact) -> Option<(FactKind, u64)> {
    match fact {
        Fact::Card(card) => Some((FactKind::Card, card.id.0)),
        Fact::Loan(loan) => Some((FactKind::Loan, loan.id.0)),
        Fact::StandingOrder(order) => Some((FactKind::StandingOrder, order.id.0)),
        Fact::ChannelError(error) => Some((FactKind::ChannelError, error.id.0)),
        Fact::Complaint(complaint) => Some((FactKind::Complaint, complaint.id.0)),
        Fact::Interaction(interaction) => Some((FactKind::Interaction, interaction.id.0)),
        Fact::SignedOrder(order) => Some((FactKind::SignedOrder, order.id.0)),
        Fact::Customer(_)
        | Fact::Identifier(_)
        | Fact::Contact(_)
        | Fact::Account(_)
        | Fact::Disposition(_)
        | Fact::Deposit(_)
        | Fact::Holding(_)
        | Fact::Consent(_)
        | Fact::Profile(_)
        | Fact::BouncedCheque(_)
        | Fact::Insurance(_)
        | Fact::LifeEvent(_)
        | Fact::Restriction(_)
        | Fact::OrganisationContact(_)
        | Fact::Outcome(_)
        | Fact::InvestorForm(_)
        | Fact::PostingRestriction(_)
        | Fact::FundOrder(_)
        | Fact::Statement(_)
        | Fact::Rate(_) => None,
    }
}

/// Stable for ever.
const fn register_byte(kind: IdentityKind) -> u8 {
    match kind {
        IdentityKind::Tckn => 1,
        IdentityKind::Ykn => 2,
        IdentityKind::Vkn => 3,
    }
}

/// A run orders each fund once. Stable for ever.
fn fund_order_id(order: &FundOrder) -> Vec<u8> {
    hashed(&[&order.run.0.to_be_bytes(), order.code.as_bytes()].concat())
}

/// Stable for ever.
fn contact_id(contact: &ContactPoint) -> Vec<u8> {
    let kind = match contact.kind {
        ContactKind::Mobile => 1,
        ContactKind::Phone => 2,
        ContactKind::Email => 3,
        ContactKind::Address => 4,
    };
    hashed(&[&[kind], contact.value.as_bytes()].concat())
}

/// A consent record is one statement at one moment; a later one stands beside it, so the ledger grows.
/// Stable for ever.
fn consent_id(consent: &Consent) -> Vec<u8> {
    let channel = match consent.channel {
        ConsentChannel::Call => 1,
        ConsentChannel::Message => 2,
        ConsentChannel::Email => 3,
    };
    let recipient = match consent.recipient {
        Recipient::Individual => 1,
        Recipient::Merchant => 2,
    };
    // a refusal and a permission of one moment stand side by side: the refusal holds
    let status = match consent.status {
        ConsentStatus::Granted => 1,
        ConsentStatus::Refused => 2,
    };
    let at = consent.at.micros().to_be_bytes();
    let address = consent.address.as_deref().unwrap_or_default();
    hashed(&[&[channel, recipient, status], at.as_slice(), address.as_bytes()].concat())
}

/// One event of a kind on a day. Stable for ever.
pub(in crate::service) fn life_event_id(kind: LifeEventKind, on: Day) -> Vec<u8> {
    [&[kind.byte()], on.number().to_be_bytes().as_slice()].concat()
}

/// One stop of a kind a moment. Stable for ever.
fn restriction_id(restriction: &Restriction) -> Vec<u8> {
    let kind = match restriction.kind {
        RestrictionKind::BadMood => 1,
        RestrictionKind::Hardship => 2,
        RestrictionKind::Bereavement => 3,
        RestrictionKind::Fraud => 4,
        RestrictionKind::Objection => 5,
    };
    [&[kind], restriction.since.micros().to_be_bytes().as_slice()].concat()
}

/// One answer a moment to each offer. Stable for ever.
fn outcome_id(outcome: &Outcome) -> Vec<u8> {
    hashed(&[outcome.at.micros().to_be_bytes().as_slice(), outcome.offer.as_bytes()].concat())
}

fn hashed(content: &[u8]) -> Vec<u8> {
    blake3::hash(content).as_bytes().iter().take(16).copied().collect()
}
