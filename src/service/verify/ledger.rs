//! The ledger, counted again.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Audit, place};
use crate::{
    domain::{
        AccountId, EntryId,
        account::AccountTerms,
        ledger::{Entry, EntryKind, LedgerAccount, Side},
        refusal::worded,
    },
    service::{
        project::{self, Booked},
        records,
    },
    store::{StoreError, Table, Version, codec, tables},
    text::{Message, ids::verify as id},
};

/// Sums of postings by the key of their balance.
#[derive(Default)]
struct Sums {
    balances: HashMap<Vec<u8>, i128>,
    /// Accounts from which a posting of ours drew.
    drawn: HashSet<AccountId>,
    /// Rows that our postings have by account.
    booked: u64,
}

pub(super) fn check(audit: &mut Audit<'_>) -> Result<(), StoreError> {
    let mut sums = Sums::default();
    let count = audit.each(Table::Entry, &mut |audit, row| {
        let read = codec::open::<Entry>(&row.value, &records::place(Table::Entry, &row.key));
        if let Some(entry) = audit.readable(read)? {
            add(audit, &mut sums, &entry, &row.key);
        }
        Ok(())
    })?;
    audit.checked("entries", count);
    booked_rows(audit, sums.booked)?;
    balances(audit, sums.balances)?;
    limits(audit, &sums.drawn)
}

fn add(audit: &mut Audit<'_>, sums: &mut Sums, entry: &Entry, key: &[u8]) {
    if let Err(fault) = entry.check() {
        let what = Message::new(id::ENTRY_UNBALANCED).with("fault", worded(fault).said());
        audit.fault(place(Table::Entry, key), what);
    }
    for ((table, row), booked) in project::booked(entry) {
        sums.booked += 1;
        let found = records::get::<Booked>(audit.store, &(table, row));
        if !matches!(found, Ok(Some((_, found))) if found == booked) {
            audit.fault(place(Table::Entry, key), Message::new(id::NOT_BOOKED));
        }
    }
    for posting in &entry.postings {
        if let (LedgerAccount::Customer(account), Side::Debit, EntryKind::Transfer) =
            (posting.account, posting.side, entry.kind)
        {
            sums.drawn.insert(account);
        }
        let (_, key) = tables::balance(posting.account, posting.money.currency);
        let sum = sums.balances.entry(key).or_default();
        *sum = sum.saturating_add(posting.signed());
    }
}

/// Each row by account stands for an entry: as many as the entries have.
fn booked_rows(audit: &mut Audit<'_>, wanted: u64) -> Result<(), StoreError> {
    let found = audit.each(Table::Booked, &mut |_, _| Ok(()))?;
    audit.checked("booked", found);
    if found != wanted {
        audit.fault(format!("{:?}", Table::Booked), Message::new(id::NOT_BOOKED));
    }
    Ok(())
}

/// Every balance is the sum of its postings, and all balances of a currency sum to zero.
fn balances(audit: &mut Audit<'_>, mut sums: HashMap<Vec<u8>, i128>) -> Result<(), StoreError> {
    let mut currencies = BTreeMap::<String, i128>::new();
    let count = audit.each(Table::Balance, &mut |audit, row| {
        let Some(balance) = audit.readable(counter(&row.key, &row.value))? else {
            return Ok(());
        };
        let sum = sums.remove(&row.key).unwrap_or(0);
        *currencies.entry(currency(&row.key)).or_default() += balance;
        if balance != sum {
            differs(audit, &row.key, balance, sum);
        }
        Ok(())
    })?;
    audit.checked("balances", count);
    let mut absent: Vec<_> = sums.into_iter().filter(|(_, sum)| *sum != 0).collect();
    absent.sort_unstable();
    for (key, sum) in absent {
        differs(audit, &key, 0, sum);
    }
    for (currency, sum) in currencies.into_iter().filter(|(_, sum)| *sum != 0) {
        let what =
            Message::new(id::CURRENCY_SUM).with("currency", currency.as_str()).with("sum", sum.to_string());
        audit.fault(format!("{:?} {currency}", Table::Balance), what);
    }
    Ok(())
}

fn differs(audit: &mut Audit<'_>, key: &[u8], balance: i128, sum: i128) {
    let what = Message::new(id::BALANCE)
        .with("balance", balance.to_string())
        .with("sum", sum.to_string())
        .with("currency", currency(key));
    audit.fault(place(Table::Balance, key), what);
}

fn counter(key: &[u8], value: &[u8]) -> Result<i128, StoreError> {
    codec::counter(value)
        .map_err(|error| StoreError::Corrupt { place: place(Table::Balance, key), what: error.to_string() })
}

/// The last three bytes of a balance's key.
fn currency(key: &[u8]) -> String {
    let code = key.last_chunk::<3>().copied().unwrap_or_default();
    String::from_utf8_lossy(&code).into_owned()
}

/// What an entry did to one account.
struct Step {
    version: Version,
    entry: EntryId,
    kind: EntryKind,
    delta: i128,
}

/// No posting of ours took a balance under a known limit: the postings of an account are followed in the
/// order of their commits. A limit that was written later than a posting did not bind it.
fn limits(audit: &mut Audit<'_>, drawn: &HashSet<AccountId>) -> Result<(), StoreError> {
    if drawn.is_empty() {
        return Ok(());
    }
    let mut steps = BTreeMap::<AccountId, Vec<Step>>::new();
    audit.each(Table::Entry, &mut |_, row| {
        // what cannot be read was named before
        if let Ok(entry) = codec::open::<Entry>(&row.value, "") {
            for (account, delta) in deltas(&entry).into_iter().filter(|(account, _)| drawn.contains(account))
            {
                steps.entry(account).or_default().push(Step {
                    version: row.version,
                    entry: entry.id,
                    kind: entry.kind,
                    delta,
                });
            }
        }
        Ok(())
    })?;
    for (account, steps) in steps {
        follow(audit, account, steps)?;
    }
    Ok(())
}

fn deltas(entry: &Entry) -> BTreeMap<AccountId, i128> {
    let mut deltas = BTreeMap::new();
    for posting in &entry.postings {
        if let LedgerAccount::Customer(account) = posting.account {
            *deltas.entry(account).or_default() += posting.signed();
        }
    }
    deltas
}

/// The sum of each batch's steps, under its first entry of ours.
fn by_batch(steps: Vec<Step>) -> Vec<Step> {
    let mut sums: Vec<Step> = Vec::new();
    for step in steps {
        match sums.last_mut() {
            Some(last) if last.version == step.version => {
                last.delta += step.delta;
                if step.kind == EntryKind::Transfer {
                    (last.kind, last.entry) = (step.kind, step.entry);
                }
            }
            _ => sums.push(step),
        }
    }
    sums
}

fn follow(audit: &mut Audit<'_>, account: AccountId, mut steps: Vec<Step>) -> Result<(), StoreError> {
    let read = records::get::<AccountTerms>(audit.store, &tables::account_owner(account));
    let Some(Some((written, terms))) = audit.readable(read)? else {
        return Ok(());
    };
    let Some(limit) = terms.overdraft.map(|overdraft| -i128::from(overdraft)) else {
        return Ok(());
    };
    steps.sort_by_key(|step| step.version);
    let mut balance = 0_i128;
    // what one batch posts moves the balance at once: no entry of it stands alone
    for step in by_batch(steps) {
        balance += step.delta;
        let ours = step.kind == EntryKind::Transfer && step.delta < 0 && step.version > written;
        if ours && balance < limit {
            let what = Message::new(id::UNDER_LIMIT)
                .with("entry", step.entry.to_string())
                .with("balance", balance.to_string())
                .with("limit", limit.to_string());
            let (table, key) = tables::balance(LedgerAccount::Customer(account), terms.currency);
            audit.fault(place(table, &key), what);
        }
    }
    Ok(())
}
