//! How facts and other nouns are keyed and stored.
//!
//! A customer's record lies under customer ‖ kind ‖ own id. Where a fact has no number of its own, the id is
//! a hash of what tells it apart, so no personal data stands in a key, and keys may stand in errors.

use std::fmt;

use serde::{Serialize, de::DeserializeOwned};

use crate::{
    domain::{
        CustomerNo, Fact, FactKind,
        approval::Approval,
        audit::AuditRecord,
        consent::{Consent, ConsentChannel, ConsentStatus, Recipient},
        contact::{ContactKind, ContactPoint},
        draft::Draft,
        flow_run::{FlowQuote, FlowRun},
        identity::IdentityKind,
        ledger::Entry,
        life_event::LifeEventKind,
        outbox::OutboxOrder,
        outcome::Outcome,
        quote::Quote,
        receipt::Receipt,
        restriction::{Restriction, RestrictionKind},
        task::Task,
    },
    store::{Key, Store, StoreError, Table, Version, codec, tables},
    time::Day,
};

/// A sealed value at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Put {
    /// Which table.
    pub table: Table,
    /// Which key.
    pub key: Key,
    /// The sealed record.
    pub value: Vec<u8>,
}

impl Put {
    /// Seals a record for its place.
    ///
    /// # Errors
    /// [`StoreError::Malformed`] when it is too long.
    pub fn seal<T: Serialize>(place: (Table, Key), record: &T) -> Result<Put, StoreError> {
        Ok(Put { table: place.0, key: place.1, value: codec::seal(record)? })
    }
}

/// A noun that is no customer's fact and has a table of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Record {
    /// A flow that was begun.
    Draft(Draft),
    /// Work that somebody owes.
    Task(Task),
    /// An approval.
    Approval(Approval),
    /// An order to the core system.
    Outbox(OutboxOrder),
    /// A quote.
    Quote(Quote),
    /// A run of a flow.
    FlowRun(FlowRun),
    /// A receipt.
    Receipt(Receipt),
    /// Prices that are held.
    FlowQuote(FlowQuote),
    /// A journal entry.
    Entry(Entry),
    /// A trace.
    Audit(AuditRecord),
}

impl Record {
    /// Where it is stored.
    #[must_use]
    pub fn place(&self) -> (Table, Key) {
        match self {
            Record::Draft(draft) => tables::draft(draft.id),
            Record::Task(task) => tables::task(task.id),
            Record::Approval(approval) => tables::approval(approval.id),
            Record::Outbox(order) => tables::outbox(order.id),
            Record::Quote(quote) => tables::quote(quote.customer, quote.id),
            Record::FlowRun(run) => tables::flow_run(run.request),
            Record::Receipt(receipt) => tables::receipt(receipt.no),
            Record::FlowQuote(quote) => tables::flow_quote(quote.id),
            Record::Entry(entry) => tables::entry(entry.id),
            Record::Audit(record) => tables::audit(record.at, record.id),
        }
    }

    /// Its stored form at its place.
    ///
    /// # Errors
    /// [`StoreError::Malformed`] when it is too long.
    pub fn put(&self) -> Result<Put, StoreError> {
        let place = self.place();
        match self {
            Record::Draft(draft) => Put::seal(place, draft),
            Record::Task(task) => Put::seal(place, task),
            Record::Approval(approval) => Put::seal(place, approval),
            Record::Outbox(order) => Put::seal(place, order),
            Record::Quote(quote) => Put::seal(place, quote),
            Record::FlowRun(run) => Put::seal(place, run),
            Record::Receipt(receipt) => Put::seal(place, receipt),
            Record::FlowQuote(quote) => Put::seal(place, quote),
            Record::Entry(entry) => Put::seal(place, entry),
            Record::Audit(record) => Put::seal(place, record),
        }
    }

    /// Reads the stored form of a table; `None` for a table of other things.
    ///
    /// # Errors
    /// [`StoreError::Corrupt`] when the bytes are not such a record.
    pub fn open(table: Table, key: &[u8], value: &[u8]) -> Result<Option<Record>, StoreError> {
        let place = place(table, key);
        Ok(match table {
            Table::Draft => Some(Record::Draft(codec::open(value, &place)?)),
            Table::Task => Some(Record::Task(codec::open(value, &place)?)),
            Table::Approval => Some(Record::Approval(codec::open(value, &place)?)),
            Table::Outbox => Some(Record::Outbox(codec::open(value, &place)?)),
            Table::Quote => Some(Record::Quote(codec::open(value, &place)?)),
            Table::FlowRun => Some(Record::FlowRun(codec::open(value, &place)?)),
            Table::Receipt => Some(Record::Receipt(codec::open(value, &place)?)),
            Table::FlowQuote => Some(Record::FlowQuote(codec::open(value, &place)?)),
            Table::Entry => Some(Record::Entry(codec::open(value, &place)?)),
            Table::Audit => Some(Record::Audit(codec::open(value, &place)?)),
            Table::Meta
            | Table::Request
            | Table::Customer
            | Table::Fact
            | Table::AccountOwner
            | Table::Balance
            | Table::Statement
            | Table::StatementHead
            | Table::Due
            | Table::Rate
            | Table::ImportRun
            | Table::Name
            | Table::Lookup
            | Table::StatementRow
            | Table::Alias
            | Table::Kin
            | Table::Booked => None,
        })
    }
}

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
pub(super) fn life_event_id(kind: LifeEventKind, on: Day) -> Vec<u8> {
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

/// Seals a fact without its kind, which stands in the key.
///
/// # Errors
/// [`StoreError::Malformed`] when it is too long.
pub fn seal_fact(fact: &Fact) -> Result<Vec<u8>, StoreError> {
    match fact {
        Fact::Customer(fact) => codec::seal(fact),
        Fact::Identifier(fact) => codec::seal(fact),
        Fact::Contact(fact) => codec::seal(fact),
        Fact::Account(fact) => codec::seal(fact),
        Fact::Disposition(fact) => codec::seal(fact),
        Fact::Deposit(fact) => codec::seal(fact),
        Fact::Card(fact) => codec::seal(fact),
        Fact::Loan(fact) => codec::seal(fact),
        Fact::StandingOrder(fact) => codec::seal(fact),
        Fact::Holding(fact) => codec::seal(fact),
        Fact::ChannelError(fact) => codec::seal(fact),
        Fact::Complaint(fact) => codec::seal(fact),
        Fact::Interaction(fact) => codec::seal(fact),
        Fact::Consent(fact) => codec::seal(fact),
        Fact::Profile(fact) => codec::seal(fact),
        Fact::BouncedCheque(fact) => codec::seal(fact),
        Fact::Insurance(fact) => codec::seal(fact),
        Fact::LifeEvent(fact) => codec::seal(fact),
        Fact::Restriction(fact) => codec::seal(fact),
        Fact::OrganisationContact(fact) => codec::seal(fact),
        Fact::Outcome(fact) => codec::seal(fact),
        Fact::SignedOrder(fact) => codec::seal(fact),
        Fact::InvestorForm(fact) => codec::seal(fact),
        Fact::Statement(fact) => codec::seal(fact),
        Fact::Rate(fact) => codec::seal(fact),
    }
}

/// Opens a fact of a kind.
///
/// # Errors
/// [`StoreError::Corrupt`] when the bytes are not such a fact.
pub fn open_fact(
    kind: FactKind,
    value: &[u8],
    place: &(impl fmt::Display + ?Sized),
) -> Result<Fact, StoreError> {
    Ok(match kind {
        FactKind::Customer => Fact::Customer(codec::open(value, place)?),
        FactKind::Identifier => Fact::Identifier(codec::open(value, place)?),
        FactKind::Contact => Fact::Contact(codec::open(value, place)?),
        FactKind::Account => Fact::Account(codec::open(value, place)?),
        FactKind::Disposition => Fact::Disposition(codec::open(value, place)?),
        FactKind::Deposit => Fact::Deposit(codec::open(value, place)?),
        FactKind::Card => Fact::Card(codec::open(value, place)?),
        FactKind::Loan => Fact::Loan(codec::open(value, place)?),
        FactKind::StandingOrder => Fact::StandingOrder(codec::open(value, place)?),
        FactKind::Holding => Fact::Holding(codec::open(value, place)?),
        FactKind::ChannelError => Fact::ChannelError(codec::open(value, place)?),
        FactKind::Complaint => Fact::Complaint(codec::open(value, place)?),
        FactKind::Interaction => Fact::Interaction(codec::open(value, place)?),
        FactKind::Consent => Fact::Consent(codec::open(value, place)?),
        FactKind::Profile => Fact::Profile(codec::open(value, place)?),
        FactKind::BouncedCheque => Fact::BouncedCheque(codec::open(value, place)?),
        FactKind::Insurance => Fact::Insurance(codec::open(value, place)?),
        FactKind::LifeEvent => Fact::LifeEvent(codec::open(value, place)?),
        FactKind::Restriction => Fact::Restriction(codec::open(value, place)?),
        FactKind::OrganisationContact => Fact::OrganisationContact(codec::open(value, place)?),
        FactKind::Outcome => Fact::Outcome(codec::open(value, place)?),
        FactKind::SignedOrder => Fact::SignedOrder(codec::open(value, place)?),
        FactKind::InvestorForm => Fact::InvestorForm(codec::open(value, place)?),
    })
}

/// Opens a row of [`Table::Fact`]: whose it is, and the fact.
///
/// # Errors
/// [`StoreError::Corrupt`] when key or value are not a fact's.
pub fn open_row(key: &[u8], value: &[u8]) -> Result<(CustomerNo, Fact), StoreError> {
    let place = place(Table::Fact, key);
    let parts =
        key.split_first_chunk::<8>().and_then(|(no, rest)| Some((no, FactKind::from_byte(*rest.first()?)?)));
    let Some((no, kind)) = parts else {
        return Err(StoreError::Corrupt {
            place: place.to_string(),
            what: "the key is not a fact's".to_owned(),
        });
    };
    Ok((CustomerNo(u64::from_be_bytes(*no)), open_fact(kind, value, &place)?))
}

/// A typed record with its version, if there is one.
///
/// # Errors
/// What the store says; [`StoreError::Corrupt`] when the bytes are not such a record.
pub fn get<T: DeserializeOwned>(
    store: &dyn Store,
    at: &(Table, Key),
) -> Result<Option<(Version, T)>, StoreError> {
    let Some(found) = store.get(at.0, &at.1)? else {
        return Ok(None);
    };
    let record = codec::open(&found.value, &place(at.0, &at.1))?;
    Ok(Some((found.version, record)))
}

/// Table and key as errors name them: written only when there is an error, for every row is read with its place.
#[derive(Debug, Clone, Copy)]
pub struct Place<'k> {
    table: Table,
    key: &'k [u8],
}

/// Where a row stands.
#[must_use]
pub const fn place(table: Table, key: &[u8]) -> Place<'_> {
    Place { table, key }
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?} ", self.table)?;
        self.key.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

#[cfg(test)]
mod tests;
