//! Our own postings of an account: they stand in the ledger, not in a source's statement.

use std::collections::{HashMap, hash_map};

use super::super::{money, pair, same};
use crate::{
    domain::{
        EntryId, RequestKey, StatementId,
        fact::AccountFacts,
        ledger::{Entry, LedgerAccount, OwnAccount},
        receipt::Receipt,
    },
    money::Money,
    request::{
        listing::{ListRow, Listed},
        permission::Part,
        screen::Shown,
    },
    service::{basis::Basis, flows, project::Booked, records},
    store::{KeyRange, Store, StoreError, Table, codec, tables},
    text::{Message, Said, ids::list as id},
    time::Day,
};

/// The most own postings of one account that a list reads; older ones are left out.
const ROWS_MAX: usize = 1_000;

/// A posting of ours on the account.
struct Own {
    day: Day,
    entry: EntryId,
    minor: i64,
    /// The balance after it, in minor units.
    balance: Option<i64>,
    /// What it is.
    text: Said,
}

/// Rows of an account since a day, newest first, each with its day. The balance after each is known as long as
/// no row of the source came later.
pub(super) fn rows(
    basis: &Basis<'_>,
    store: &dyn Store,
    facts: &AccountFacts,
    (since, imported): (Day, Option<Day>),
) -> Result<Vec<(Day, ListRow)>, StoreError> {
    let account = facts.account.id;
    let range = KeyRange { start: tables::booked(account, since, EntryId(0)).1, ..after_all(account) };
    let mut receipts = HashMap::<RequestKey, Option<Receipt>>::new();
    let mut after = i128::from(facts.balance.minor);
    let mut rows = Vec::new();
    for row in store.scan(Table::Booked, range.reversed(), ROWS_MAX)? {
        let booked: Booked = codec::open(&row.value, &records::place(Table::Booked, &row.key))?;
        let Some((day, entry)) = place(&row.key) else { continue };
        let receipt = match receipts.entry(booked.request) {
            hash_map::Entry::Occupied(known) => known.into_mut(),
            hash_map::Entry::Vacant(unknown) => unknown.insert(flows::receipt_of(store, booked.request)?),
        };
        let known = imported.is_none_or(|imported| imported <= day);
        let balance = i64::try_from(after).ok().filter(|_| known);
        after -= i128::from(booked.minor);
        if day <= basis.today() {
            let text = match receipt.as_ref() {
                Some(receipt) => named(store, receipt, entry)?,
                None => Message::new(id::UNNAMED).said(),
            };
            let own = Own { day, entry, minor: booked.minor, balance, text };
            rows.push((day, line(basis, facts, &own, receipt.as_ref())));
        }
    }
    Ok(rows)
}

fn after_all(account: crate::domain::AccountId) -> KeyRange {
    KeyRange::prefix(&tables::booked_prefix(account))
}

/// Day and entry of a key.
fn place(key: &[u8]) -> Option<(Day, EntryId)> {
    let rest = key.get(8..)?;
    let (day, entry) = rest.split_first_chunk::<8>()?;
    let number = i64::from_be_bytes(*day).checked_add(i64::from(i32::MIN))?;
    let entry = EntryId(u128::from_be_bytes(entry.try_into().ok()?));
    Some((Day::from_number(i32::try_from(number).ok()?)?, entry))
}

fn line(basis: &Basis<'_>, facts: &AccountFacts, own: &Own, receipt: Option<&Receipt>) -> ListRow {
    let shown = |minor: Option<i64>| {
        basis.show(Part::Amounts, || match minor {
            Some(minor) if !basis.owed => Shown::Known(Money::new(minor, facts.account.currency)),
            Some(_) | None => Shown::Unknown { last: None },
        })
    };
    let (amount, balance) = (shown(Some(own.minor)), shown(own.balance));
    let text = own.text.clone();
    let at = receipt.map(|receipt| receipt.at).filter(|at| at.day() == own.day);
    let detail = [
        Some(pair(id::WHEN, same(super::when(own.day, at)))),
        Some(pair(id::TEXT, text.clone())),
        receipt.map(|receipt| pair(id::RECEIPT, same(receipt.no.to_string()))),
        Some(pair(id::AMOUNT, money(&amount))),
        Some(pair(id::BALANCE, money(&balance))),
        Some(pair(id::RECORD, same(own.entry.to_string()))),
    ];
    ListRow {
        detail: detail.into_iter().flatten().collect(),
        what: Listed::Transaction {
            // the low half of the entry's number: rows of a source have small ones
            id: StatementId(u64::try_from(own.entry.0 & u128::from(u64::MAX)).unwrap_or(0)),
            account: facts.account.id,
            day: own.day,
            at,
            text,
            counterparty: None,
            amount,
            balance,
            receipt: receipt.map(|receipt| receipt.no),
        },
    }
}

/// What it is where its leg posts several things - a tax, interest -, else the leg that posted it; of a receipt without
/// that leg the title.
fn named(store: &dyn Store, receipt: &Receipt, entry: EntryId) -> Result<Said, StoreError> {
    let Some(leg) = receipt.legs.iter().find(|leg| leg.entries.contains(&entry)) else {
        return Ok(receipt.title.clone());
    };
    let several = leg.entries.len() > 1;
    let entry = if several { records::get::<Entry>(store, &tables::entry(entry))? } else { None };
    let name = entry.and_then(|(_, entry)| of_its_own(&entry)).unwrap_or_else(|| leg.name.clone());
    Ok(if receipt.reverses.is_some() { flows::reversal_of(&name) } else { name })
}

/// The tax on foreign currency and the interest of a deposit, by the bank's account on their other side.
fn of_its_own(entry: &Entry) -> Option<Said> {
    let known = [(OwnAccount::FxTaxPayable, id::OWN_FX_TAX), (OwnAccount::InterestExpense, id::OWN_INTEREST)];
    let meets = |own| entry.postings.iter().any(|line| line.account == LedgerAccount::Own(own));
    known.into_iter().find(|(own, _)| meets(*own)).map(|(_, name)| Message::new(name).said())
}
