//! Postings of ours: checked, limited, conditional, once.
//!
//! Nothing the caller saw counts here: owner, currency, closing and limit are read again, the owners' versions
//! and the accounts' terms are expected, the limit stands as a floor under the balance, and the bank's own
//! accounts only add, so they never conflict.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    ChangeError, ServiceError,
    commit::{Intent, commit, expect},
    records::{self, Record},
};
use crate::{
    domain::{
        AccountId, CustomerNo, Refusal,
        account::AccountTerms,
        audit::{AuditAct, AuditRecord},
        customer::Manifest,
        ledger::{BALANCE_MINOR_MAX, Entry, EntryFault, LedgerAccount, OwnAccount},
    },
    money::{Currency, Money},
    store::{Add, Store, StoreError, Table, Version, codec, tables},
    time::Day,
};

/// How often a posting is checked again after somebody else changed the customer in between. Of the writers
/// that meet on a customer one gets through each time, and the store's queue holds at most 1,024 of them.
pub const POST_TRIES_MAX: usize = 4_096;

/// Whether a change was made now or had been made before by the same request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Idempotent<T> {
    /// Made now.
    Executed(T),
    /// Made before; nothing was changed.
    AlreadyApplied(T),
}

impl<T> Idempotent<T> {
    /// What was made, now or before.
    pub fn into_inner(self) -> T {
        match self {
            Idempotent::Executed(made) | Idempotent::AlreadyApplied(made) => made,
        }
    }
}

/// Posts an entry with its trace, once a request key.
///
/// # Errors
/// [`ChangeError::Refused`] when the entry does not balance or is an import's, an account is unknown, closed or
/// of another currency, a known limit or the ceiling of all balances would be passed, the request key was used
/// for another entry, or the outcome is not known;
/// [`ChangeError::Failed`] for an error of the store.
pub fn post(store: &dyn Store, entry: &Entry, trace: &AuditRecord) -> Result<Idempotent<Entry>, ChangeError> {
    entry.check_ours().map_err(|fault| Refusal::BadEntry { fault })?;
    let mut moved = None;
    for _ in 0..POST_TRIES_MAX {
        let (intent, limits) = match intent(store, entry, trace) {
            // what is refused now may have been posted before: a retry is a replay whatever happened since
            Err(ChangeError::Refused(refusal)) => {
                return replay(store, entry)?.ok_or(ChangeError::Refused(refusal));
            }
            read => read?,
        };
        match commit(store, intent) {
            Ok(done) => return answer(entry, done.replayed),
            Err(ServiceError::Store(StoreError::Conflict { table, key })) => {
                if let Some(replayed) = replay(store, entry)? {
                    return Ok(replayed);
                }
                let conflict = StoreError::Conflict { table, key };
                if !matches!(table, Table::Customer | Table::AccountOwner) {
                    return Err(conflict.into());
                }
                moved = Some(conflict);
            }
            Err(ServiceError::Store(StoreError::Floor { key, .. })) => {
                if let Some(Reached::Account(refusal)) = reached(store, &limits, &key)? {
                    return Err(refusal.into());
                }
            }
            Err(ServiceError::Store(error)) => return Err(error.into()),
            Err(error) => return Err(error.into()),
        }
    }
    Err(match moved {
        Some(conflict) => conflict.into(),
        None => ServiceError::Misplaced {
            what: "the balance kept changing while the entry was posted".to_owned(),
        }
        .into(),
    })
}

/// An entry expects its own key absent: a conflict there is an entry of this id, made before.
fn replay(store: &dyn Store, entry: &Entry) -> Result<Option<Idempotent<Entry>>, ChangeError> {
    let stored = records::get::<Entry>(store, &tables::entry(entry.id))?;
    match stored {
        Some((_, stored)) if stored == *entry => Ok(Some(Idempotent::AlreadyApplied(stored))),
        Some(_) => Err(Refusal::RequestReused.into()),
        None => Ok(None),
    }
}

fn answer(entry: &Entry, replayed: Option<Vec<u8>>) -> Result<Idempotent<Entry>, ChangeError> {
    match replayed {
        None => Ok(Idempotent::Executed(entry.clone())),
        Some(result) => {
            let place = format!("result of request {}", entry.request);
            let stored = codec::open(&result, &place).map_err(ServiceError::Store)?;
            Ok(Idempotent::AlreadyApplied(stored))
        }
    }
}

/// What an account may be drawn down to, by the key of its balance.
pub(super) type Limits = BTreeMap<Vec<u8>, Limit>;

/// What one account may be drawn down to.
pub(super) struct Limit {
    account: LedgerAccount,
    currency: Currency,
    delta: i128,
    floor: Option<i128>,
}

/// Which limit a posting met.
pub(super) enum Reached {
    /// A customer's: the refusal for people.
    Account(Refusal),
    /// One of the bank's own.
    Own(OwnAccount, Currency),
}

/// What holds for a batch of entries beside the accounts' own terms.
#[derive(Debug, Clone, Copy)]
pub(super) struct Terms<'t> {
    /// The day on which accounts must be open.
    pub day: Day,
    /// The bank's own positions in a currency, each with the balance that no posting may take it below.
    pub floors: &'t [(OwnAccount, Money)],
    /// Accounts that the same batch opens again.
    pub reopened: &'t [AccountId],
}

fn intent(store: &dyn Store, entry: &Entry, trace: &AuditRecord) -> Result<(Intent, Limits), ChangeError> {
    let intent = Intent::new(entry.request, entry, entry)?;
    let terms = Terms { day: trace.at.day().max(entry.day), floors: &[], reopened: &[] };
    let (mut intent, limits) = with_entries(store, intent, std::slice::from_ref(entry), terms)?;
    let mut trace = trace.clone();
    trace.act = AuditAct::Posted { entry: entry.id };
    intent.records.push(Record::Audit(trace));
    Ok((intent, limits))
}

/// The intent with entries, all of them or none: owners' versions, terms, floors and ceilings of every account
/// that they move, counted once over all of them.
///
/// # Errors
/// As [`post`].
pub(super) fn with_entries(
    store: &dyn Store,
    mut intent: Intent,
    entries: &[Entry],
    batch: Terms<'_>,
) -> Result<(Intent, Limits), ChangeError> {
    let mut limits = Limits::new();
    for ((account, currency), delta) in deltas(entries)? {
        let (table, key) = tables::balance(account, currency);
        let floor = match account {
            LedgerAccount::Customer(id) => {
                let (version, terms) = terms(store, id, currency, batch)?;
                intent.expects.push(expect(tables::account_owner(id), version));
                if intent.raises.insert(terms.customer) {
                    intent = at_version(store, intent, terms.customer)?;
                }
                within_ceiling(balance(store, &key)?, delta)?;
                terms.overdraft.map(|limit| -i128::from(limit))
            }
            LedgerAccount::Own(account) => batch
                .floors
                .iter()
                .find(|(known, money)| *known == account && money.currency == currency)
                .map(|(_, money)| i128::from(money.minor)),
        };
        limits.insert(key.clone(), Limit { account, currency, delta, floor });
        // what stays as it is needs no counter
        if delta != 0 {
            intent.adds.push(Add { table, key, delta, floor });
        }
    }
    intent.records.extend(entries.iter().cloned().map(Record::Entry));
    Ok((intent, limits))
}

/// One sum for each balance: an account may stand in several lines of several entries.
fn deltas(entries: &[Entry]) -> Result<BTreeMap<(LedgerAccount, Currency), i128>, Refusal> {
    let mut sums = BTreeMap::<_, i128>::new();
    for posting in entries.iter().flat_map(|entry| &entry.postings) {
        let sum = sums.entry((posting.account, posting.money.currency)).or_default();
        *sum = sum.checked_add(posting.signed()).ok_or(Refusal::BadEntry { fault: EntryFault::Overflow })?;
    }
    Ok(sums)
}

fn at_version(store: &dyn Store, intent: Intent, customer: CustomerNo) -> Result<Intent, ChangeError> {
    let read = records::get::<Manifest>(store, &tables::customer(customer))?;
    let (version, _) = read.ok_or(Refusal::UnknownCustomer { customer })?;
    Ok(intent.at_version(customer, version))
}

/// Every posting raises the customer's version, so a balance that was read after the version still stands at
/// the commit.
fn within_ceiling(balance: i128, delta: i128) -> Result<(), Refusal> {
    let fits = balance.checked_add(delta).is_some_and(|sum| sum.abs() <= i128::from(BALANCE_MINOR_MAX));
    // a balance beyond the ceiling may come back
    let comes_back = balance.signum() * delta.signum() < 0;
    if fits || comes_back {
        return Ok(());
    }
    Err(Refusal::BadEntry { fault: EntryFault::TooLarge })
}

fn balance(store: &dyn Store, key: &[u8]) -> Result<i128, StoreError> {
    store.get(Table::Balance, key)?.map_or(Ok(0), |found| codec::counter(&found.value))
}

fn terms(
    store: &dyn Store,
    account: AccountId,
    currency: Currency,
    batch: Terms<'_>,
) -> Result<(Version, AccountTerms), ChangeError> {
    let place = tables::account_owner(account);
    let Some((version, terms)) = records::get::<AccountTerms>(store, &place)? else {
        return Err(Refusal::UnknownAccount { account }.into());
    };
    if terms.currency != currency {
        let fault = EntryFault::AccountCurrency(currency);
        return Err(Refusal::BadEntry { fault }.into());
    }
    if terms.closed.is_some_and(|closed| closed <= batch.day) && !batch.reopened.contains(&account) {
        let fault = EntryFault::AccountClosed(account);
        return Err(Refusal::BadEntry { fault }.into());
    }
    Ok((version, terms))
}

/// Which limit it was; `None` when the balance has risen again since.
pub(super) fn reached(
    store: &dyn Store,
    limits: &Limits,
    key: &[u8],
) -> Result<Option<Reached>, ServiceError> {
    let Some(limit) = limits.get(key) else {
        return Ok(None);
    };
    let balance = balance(store, key)?;
    let Some(floor) = limit.floor.filter(|floor| balance + limit.delta < *floor) else {
        return Ok(None);
    };
    let money = |minor: i128| {
        let most = i128::from(i64::MAX);
        Money::new(i64::try_from(minor.clamp(0, most)).unwrap_or(0), limit.currency)
    };
    Ok(Some(match limit.account {
        LedgerAccount::Own(own) => Reached::Own(own, limit.currency),
        LedgerAccount::Customer(account) => Reached::Account(Refusal::LimitReached {
            account,
            available: money(balance - floor),
            asked: money(-limit.delta),
        }),
    }))
}

#[cfg(test)]
mod tests;
