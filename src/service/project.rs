//! Projections: records that follow from others. Pure functions of a change, whose puts join the same
//! batch, so an index never tells of a record that is not there.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    directory::{aliases, names},
    due, kin,
    records::{self, Put, Record},
};
use crate::{
    domain::{
        AccountId, CustomerNo, Fact, FactKind, RequestKey,
        due::{Due, DueItem},
        ledger::{Entry, EntryKind, LedgerAccount},
        outbox::OutboxState,
    },
    store::{Key, StoreError, Table, tables},
    time::Moment,
};

/// A record as it was and as it will be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Altered<T> {
    /// `None` for a new one.
    pub before: Option<T>,
    /// What the commit writes.
    pub after: T,
}

/// What a commit changes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change {
    /// Facts of customers, with their owners.
    pub facts: Vec<(CustomerNo, FactKind, Altered<Fact>)>,
    /// Other nouns.
    pub records: Vec<Altered<Record>>,
    /// Nouns that are taken away.
    pub removed: Vec<Record>,
}

/// A derived record to write, or one to drop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Derived {
    /// Holds from now on.
    Put(Put),
    /// No longer holds.
    Drop(Table, Key),
}

/// Facts and nouns in, derived records out.
pub type Projection = fn(&Change) -> Result<Vec<Derived>, StoreError>;

/// Every projection, each called by every commit.
pub const PROJECTIONS: &[Projection] =
    &[owner_index, record_owners, due_rows, kin::rows, booked_rows, names::blocks, aliases::blocks];

/// Those whose rows stand one by one; the others pack many records into a row, and a bulk load packs more.
pub(super) const ROW_BY_ROW: &[Projection] = &[owner_index, record_owners, due_rows, kin::rows];

/// From each account to its owner and terms.
fn owner_index(change: &Change) -> Result<Vec<Derived>, StoreError> {
    let mut derived = Vec::new();
    for (_, _, altered) in &change.facts {
        if let Fact::Account(account) = &altered.after {
            let place = tables::account_owner(account.id);
            derived.push(Derived::Put(Put::seal(place, &account.terms())?));
        }
    }
    Ok(derived)
}

/// From each new record with a number of its own to its customer.
fn record_owners(change: &Change) -> Result<Vec<Derived>, StoreError> {
    let mut derived = Vec::new();
    for (no, _, altered) in change.facts.iter().filter(|(_, _, altered)| altered.before.is_none()) {
        if let Some((kind, number)) = records::numbered(&altered.after) {
            derived.push(Derived::Put(Put::seal(tables::record_owner(kind, number), no)?));
        }
    }
    Ok(derived)
}

/// Our own postings by account, so that a list of transactions needs no scan of the journal.
fn booked_rows(change: &Change) -> Result<Vec<Derived>, StoreError> {
    let mut derived = Vec::new();
    for altered in &change.records {
        let Record::Entry(entry) = &altered.after else { continue };
        for (place, booked) in booked(entry) {
            derived.push(Derived::Put(Put::seal(place, &booked)?));
        }
    }
    Ok(derived)
}

/// What a posting of ours did to one account, found under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Booked {
    /// What it added, in minor units of the account's currency.
    pub minor: i64,
    /// The request that asked for it.
    pub request: RequestKey,
}

/// The rows of an entry: one for each customer's account that one of ours moved.
#[must_use]
pub fn booked(entry: &Entry) -> Vec<((Table, Key), Booked)> {
    if entry.kind != EntryKind::Transfer {
        return Vec::new();
    }
    let mut sums = BTreeMap::<AccountId, i128>::new();
    for posting in &entry.postings {
        if let LedgerAccount::Customer(account) = posting.account {
            let sum = sums.entry(account).or_default();
            *sum = sum.saturating_add(posting.signed());
        }
    }
    let rows = sums.into_iter().filter_map(|(account, sum)| {
        // a line is bounded by the ledger's ceiling, so that the sum of an entry's lines fits
        let minor = i64::try_from(sum).ok()?;
        Some((tables::booked(account, entry.day, entry.id), Booked { minor, request: entry.request }))
    });
    rows.collect()
}

/// What falls due, from promises of complaints and from nouns that lapse.
fn due_rows(change: &Change) -> Result<Vec<Derived>, StoreError> {
    let facts = change.facts.iter().map(|(_, _, altered)| {
        let before = altered.before.as_ref().and_then(fact_due);
        (before, fact_due(&altered.after))
    });
    let records = change.records.iter().map(|altered| {
        let before = altered.before.as_ref().and_then(record_due);
        (before, record_due(&altered.after))
    });
    let mut derived = Vec::new();
    let removed = change.removed.iter().map(|removed| (record_due(removed), None));
    for (before, after) in facts.chain(records).chain(removed).filter(|(before, after)| before != after) {
        if let Some(gone) = before.filter(|gone| after.as_ref().map(due::place) != Some(due::place(gone))) {
            let (table, key) = due::place(&gone);
            derived.push(Derived::Drop(table, key));
        }
        if let Some(due) = after {
            derived.push(Derived::Put(due::put(&due)?));
        }
    }
    Ok(derived)
}

/// The hour at which a day's maturities and events stand in the table.
const MORNING_HOUR: i8 = 9;

/// What a customer's fact has falling due: the call that was promised for an open complaint, a deposit that
/// matures, an event of life.
#[must_use]
pub fn fact_due(fact: &Fact) -> Option<Due> {
    if let Fact::Complaint(complaint) = fact {
        let at = complaint.promise.filter(|_| complaint.closed.is_none())?;
        return Some(Due { at, customer: complaint.customer, what: DueItem::Promise(complaint.id) });
    }
    let (day, customer, what) = match fact {
        Fact::Deposit(deposit) => (deposit.matures, deposit.customer, DueItem::Maturity(deposit.account)),
        Fact::LifeEvent(event) => (event.on, event.customer, DueItem::LifeEvent(event.kind)),
        Fact::Customer(_)
        | Fact::Identifier(_)
        | Fact::Contact(_)
        | Fact::Account(_)
        | Fact::Disposition(_)
        | Fact::Card(_)
        | Fact::Loan(_)
        | Fact::StandingOrder(_)
        | Fact::Holding(_)
        | Fact::ChannelError(_)
        | Fact::Complaint(_)
        | Fact::Interaction(_)
        | Fact::Consent(_)
        | Fact::Profile(_)
        | Fact::BouncedCheque(_)
        | Fact::Insurance(_)
        | Fact::Restriction(_)
        | Fact::OrganisationContact(_)
        | Fact::Outcome(_)
        | Fact::SignedOrder(_)
        | Fact::InvestorForm(_)
        | Fact::PostingRestriction(_)
        | Fact::FundOrder(_)
        | Fact::Statement(_)
        | Fact::Rate(_) => return None,
    };
    Some(Due { at: Moment::at(day, MORNING_HOUR, 0)?, customer, what })
}

/// What a noun has falling due, as long as it is open.
#[must_use]
pub fn record_due(record: &Record) -> Option<Due> {
    let due = |at: Moment, customer, what| Some(Due { at, customer, what });
    match record {
        Record::Quote(quote) => due(quote.until, quote.customer, DueItem::Quote(quote.id)),
        Record::Task(task) if task.done.is_none() => due(task.due, task.customer, DueItem::Task(task.id)),
        Record::Approval(approval) if approval.outcome.is_none() => {
            due(approval.until, approval.customer, DueItem::Approval(approval.id))
        }
        Record::Draft(draft) => due(draft.until, draft.customer, DueItem::Draft(draft.id)),
        Record::Outbox(order) if order.state == OutboxState::Waiting => {
            due(order.next, order.customer, DueItem::Outbox(order.id))
        }
        Record::Task(_)
        | Record::Approval(_)
        | Record::Outbox(_)
        | Record::FlowRun(_)
        | Record::Receipt(_)
        | Record::FlowQuote(_)
        | Record::Entry(_)
        | Record::Audit(_) => None,
    }
}
