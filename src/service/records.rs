//! How facts and other nouns are keyed and stored.
//!
//! A customer's record lies under customer ‖ kind ‖ own id. Where a fact has no number of its own, the id is
//! a hash of what tells it apart, so no personal data stands in a key, and keys may stand in errors.

mod ids;

use std::fmt;

use serde::{Serialize, de::DeserializeOwned};

use crate::{
    domain::{
        CustomerNo, Fact, FactKind,
        approval::Approval,
        audit::AuditRecord,
        draft::Draft,
        flow_run::{FlowQuote, FlowRun},
        ledger::Entry,
        outbox::OutboxOrder,
        quote::Quote,
        receipt::Receipt,
        task::Task,
    },
    store::{Key, Store, StoreError, Table, Version, codec, tables},
};

pub(super) use ids::life_event_id;
pub use ids::{numbered, own_id};

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
        Fact::PostingRestriction(fact) => codec::seal(fact),
        Fact::FundOrder(fact) => codec::seal(fact),
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
        FactKind::PostingRestriction => Fact::PostingRestriction(codec::open(value, place)?),
        FactKind::FundOrder => Fact::FundOrder(codec::open(value, place)?),
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
