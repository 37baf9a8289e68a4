//! Typed keyspaces: how ids become keys. Numbers are big-endian, so the order of keys is the order of ids.

use super::{Key, Table};
use crate::{
    domain::{
        AccountId, ApprovalId, AuditId, CustomerNo, DraftId, EntryId, FactKind, OutboxId, QuoteId,
        RequestKey, Source, TaskId,
        ledger::{LedgerAccount, OwnAccount},
        receipt::ReceiptNo,
    },
    money::Currency,
    time::{Day, Moment},
};

/// The one version key of a customer; its value is the manifest of the customer's records.
#[must_use]
pub fn customer(no: CustomerNo) -> (Table, Key) {
    (Table::Customer, no.0.to_be_bytes().to_vec())
}

/// A record of a customer; `id` is the record's own id in its kind.
#[must_use]
pub fn fact(no: CustomerNo, kind: FactKind, id: &[u8]) -> (Table, Key) {
    let mut key = fact_prefix(no);
    key.push(kind.byte());
    key.extend_from_slice(id);
    (Table::Fact, key)
}

/// What all records of a customer begin with.
#[must_use]
pub fn fact_prefix(no: CustomerNo) -> Key {
    no.0.to_be_bytes().to_vec()
}

/// From an account to its owner.
#[must_use]
pub fn account_owner(account: AccountId) -> (Table, Key) {
    (Table::AccountOwner, account.0.to_be_bytes().to_vec())
}

/// From a record that has a number of its own to its customer.
#[must_use]
pub fn record_owner(kind: FactKind, number: u64) -> (Table, Key) {
    (Table::Lookup, [&[kind.byte()], number.to_be_bytes().as_slice()].concat())
}

/// A block of names: its first customer, and a hash of it that tells blocks apart.
#[must_use]
pub fn name_block(first: CustomerNo, hash: [u8; 8]) -> (Table, Key) {
    (Table::Name, [first.0.to_be_bytes(), hash].concat())
}

/// A block of aliases: the part that all of it is of, and a hash of it that tells blocks apart.
#[must_use]
pub fn alias_block(part: u8, hash: [u8; 8]) -> (Table, Key) {
    (Table::Alias, [&[part], hash.as_slice()].concat())
}

/// The balance of a ledger account in a currency.
#[must_use]
pub fn balance(account: LedgerAccount, currency: Currency) -> (Table, Key) {
    let mut key = match account {
        LedgerAccount::Customer(account) => [&[1], account.0.to_be_bytes().as_slice()].concat(),
        LedgerAccount::Own(own) => vec![2, own_byte(own)],
    };
    key.extend_from_slice(currency.code().as_bytes());
    (Table::Balance, key)
}

/// A journal entry.
#[must_use]
pub fn entry(id: EntryId) -> (Table, Key) {
    (Table::Entry, id.0.to_be_bytes().to_vec())
}

/// A block of an account's statement.
#[must_use]
pub fn statement(account: AccountId, block: u32) -> (Table, Key) {
    (Table::Statement, [account.0.to_be_bytes().as_slice(), &block.to_be_bytes()].concat())
}

/// What an account's statement blocks hold.
#[must_use]
pub fn statement_head(account: AccountId) -> (Table, Key) {
    (Table::StatementHead, account.0.to_be_bytes().to_vec())
}

/// What all pages of a source's statement rows begin with.
#[must_use]
pub fn statement_rows_prefix(source: &Source) -> Key {
    // a source's name holds no zero, so no name is the beginning of another one's keys
    [source.0.as_bytes(), &[0]].concat()
}

/// The page that tells the accounts of a source's statement rows up to the number `last`.
#[must_use]
pub fn statement_rows(source: &Source, last: u64) -> (Table, Key) {
    let mut key = statement_rows_prefix(source);
    key.extend_from_slice(&last.to_be_bytes());
    (Table::StatementRow, key)
}

/// An audit record, in time order.
#[must_use]
pub fn audit(at: Moment, id: AuditId) -> (Table, Key) {
    (Table::Audit, [moment(at).as_slice(), &id.0.to_be_bytes()].concat())
}

/// What falls due, in time order; `item` tells items of one moment apart.
#[must_use]
pub fn due(at: Moment, item: &[u8]) -> (Table, Key) {
    (Table::Due, [moment(at).as_slice(), item].concat())
}

/// A rate of a day.
#[must_use]
pub fn rate(day: Day, currency: Currency) -> (Table, Key) {
    (Table::Rate, [day_bytes(day).as_slice(), currency.code().as_bytes()].concat())
}

/// A run of a flow that was submitted.
#[must_use]
pub fn flow_run(run: RequestKey) -> (Table, Key) {
    (Table::FlowRun, run.0.to_be_bytes().to_vec())
}

/// A receipt; those of a day stand together in their order.
#[must_use]
pub fn receipt(no: ReceiptNo) -> (Table, Key) {
    (Table::Receipt, [day_bytes(no.day).as_slice(), &no.serial.to_be_bytes()].concat())
}

/// Prices that were held for a run.
#[must_use]
pub fn flow_quote(id: QuoteId) -> (Table, Key) {
    (Table::FlowQuote, id.0.to_be_bytes().to_vec())
}

/// What all our postings of an account begin with.
#[must_use]
pub fn booked_prefix(account: AccountId) -> Key {
    account.0.to_be_bytes().to_vec()
}

/// A posting of ours on an account.
#[must_use]
pub fn booked(account: AccountId, day: Day, entry: EntryId) -> (Table, Key) {
    let key = [account.0.to_be_bytes().as_slice(), &day_bytes(day), &entry.0.to_be_bytes()].concat();
    (Table::Booked, key)
}

/// Eight bytes whose order is the order of days, before 1970 too.
#[must_use]
pub fn day_bytes(day: Day) -> [u8; 8] {
    (i64::from(day.number()) - i64::from(i32::MIN)).to_be_bytes()
}

/// A draft of a flow.
#[must_use]
pub fn draft(id: DraftId) -> (Table, Key) {
    (Table::Draft, id.0.to_be_bytes().to_vec())
}

/// A task.
#[must_use]
pub fn task(id: TaskId) -> (Table, Key) {
    (Table::Task, id.0.to_be_bytes().to_vec())
}

/// An approval.
#[must_use]
pub fn approval(id: ApprovalId) -> (Table, Key) {
    (Table::Approval, id.0.to_be_bytes().to_vec())
}

/// An order to the core system.
#[must_use]
pub fn outbox(id: OutboxId) -> (Table, Key) {
    (Table::Outbox, id.0.to_be_bytes().to_vec())
}

/// A quote; a customer's quotes stand together.
#[must_use]
pub fn quote(no: CustomerNo, id: QuoteId) -> (Table, Key) {
    let key = [no.0.to_be_bytes().as_slice(), &id.0.to_be_bytes()].concat();
    (Table::Quote, key)
}

/// What the engine keeps of a request: the digest of its body, then its result.
#[must_use]
pub fn request(id: RequestKey) -> (Table, Key) {
    (Table::Request, id.0.to_be_bytes().to_vec())
}

/// An import run, by the digest of its files.
#[must_use]
pub fn import_run(digest: &[u8; 32]) -> (Table, Key) {
    (Table::ImportRun, digest.to_vec())
}

/// A page of a run's data-quality notes, numbered from 0; it follows its run.
#[must_use]
pub fn import_notes(digest: &[u8; 32], page: u32) -> (Table, Key) {
    let key = [digest.as_slice(), &page.to_be_bytes()].concat();
    (Table::ImportRun, key)
}

/// The kinds of facts that a source has delivered.
#[must_use]
pub fn delivered(source: &Source) -> (Table, Key) {
    meta(&format!("delivered/{source}"))
}

/// A record of the store about itself, by name.
#[must_use]
pub fn meta(name: &str) -> (Table, Key) {
    (Table::Meta, name.as_bytes().to_vec())
}

/// Eight bytes whose order is the order of time, before 1970 too.
#[must_use]
pub fn moment(at: Moment) -> [u8; 8] {
    at.micros().wrapping_sub(i64::MIN).to_be_bytes()
}

/// Stable for ever.
const fn own_byte(own: OwnAccount) -> u8 {
    match own {
        OwnAccount::Accrual => 1,
        OwnAccount::InterestExpense => 2,
        OwnAccount::WithholdingTaxPayable => 3,
        OwnAccount::FxPosition => 4,
        OwnAccount::FxTaxPayable => 5,
        OwnAccount::FundSettlement => 6,
        OwnAccount::ImportClearing => 7,
    }
}
