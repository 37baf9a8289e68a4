//! Where the facts came from and how old they are, so that old is never read as current.

use super::basis::Basis;
use crate::{
    domain::FactKind,
    request::screen::Freshness,
    text::{Message, MessageId, ids::screen as id},
    time::{Day, Moment},
};

/// One line a kind of facts that this customer has, in the order of the store.
pub(super) fn list(basis: &Basis<'_>) -> Vec<Freshness> {
    KINDS
        .into_iter()
        .filter_map(|(kind, name, text)| {
            let days = days(basis, kind);
            (!days.is_empty()).then(|| Freshness {
                source: basis.facts.customer.source.clone(),
                what: name.to_owned(),
                text: Message::new(text).said(),
                as_of: days.into_iter().flatten().max(),
            })
        })
        .collect()
}

/// The kinds that age, with their names in JSON.
const KINDS: [(FactKind, &str, MessageId); 10] = [
    (FactKind::Contact, "contacts", id::SOURCE_CONTACTS),
    (FactKind::Account, "accounts", id::SOURCE_ACCOUNTS),
    (FactKind::Deposit, "deposits", id::SOURCE_DEPOSITS),
    (FactKind::Card, "cards", id::SOURCE_CARDS),
    (FactKind::Loan, "loans", id::SOURCE_LOANS),
    (FactKind::Holding, "holdings", id::SOURCE_HOLDINGS),
    (FactKind::ChannelError, "errors", id::SOURCE_ERRORS),
    (FactKind::Complaint, "complaints", id::SOURCE_COMPLAINTS),
    (FactKind::Interaction, "interactions", id::SOURCE_INTERACTIONS),
    (FactKind::Consent, "consents", id::SOURCE_CONSENTS),
];

/// The last day that each record of a kind speaks of.
fn days(basis: &Basis<'_>, kind: FactKind) -> Vec<Option<Day>> {
    let facts = basis.facts;
    let day = |at: Moment| Some(at.day());
    match kind {
        FactKind::Contact => facts.contacts.iter().map(|contact| contact.confirmed).collect(),
        FactKind::Account => facts
            .accounts
            .iter()
            .map(|account| {
                account.statement.as_ref().and_then(|head| head.last_day).or(account.account.opened)
            })
            .collect(),
        FactKind::Deposit => facts.deposits.iter().map(|deposit| Some(deposit.opened)).collect(),
        FactKind::Card => facts.cards.iter().map(|card| card.as_of).collect(),
        FactKind::Loan => facts.loans.iter().map(|loan| loan.as_of).collect(),
        FactKind::Holding => facts.holdings.iter().map(|holding| holding.as_of).collect(),
        FactKind::ChannelError => facts.errors.iter().map(|error| day(error.at)).collect(),
        FactKind::Complaint => {
            facts.complaints.iter().map(|complaint| complaint.closed.or(Some(complaint.opened))).collect()
        }
        FactKind::Interaction => facts.interactions.iter().map(|contact| day(contact.at)).collect(),
        FactKind::Consent => facts.consents.iter().map(|consent| day(consent.at)).collect(),
        FactKind::Profile => facts.profile.iter().map(|profile| Some(profile.as_of)).collect(),
        FactKind::Customer
        | FactKind::Identifier
        | FactKind::Disposition
        | FactKind::StandingOrder
        | FactKind::BouncedCheque
        | FactKind::Insurance
        | FactKind::LifeEvent
        | FactKind::Restriction
        | FactKind::OrganisationContact
        | FactKind::Outcome
        | FactKind::SignedOrder
        | FactKind::InvestorForm
        | FactKind::PostingRestriction
        | FactKind::FundOrder => Vec::new(),
    }
}
