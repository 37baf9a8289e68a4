//! The few records that a line in a list is made of.

use super::{LOAD_TRIES_MAX, Loaded, Parts, counted, facts_within, still};
use crate::{
    domain::{CustomerFacts, CustomerNo, Fact, FactKind, customer::Manifest, fact::AccountFacts},
    money::Money,
    service::{ServiceError, records},
    store::{Store, StoreError, tables},
};

/// Reads what a customer's line in a list of work is made of: the customer's own record, and of all others only
/// those of these kinds, of one version; accounts stand without their statements. `None` if nobody has the number.
///
/// # Errors
/// As [`super::load_customer`], of the records that are read.
pub(in crate::service) fn load_line(
    store: &dyn Store,
    no: CustomerNo,
    kinds: &[FactKind],
) -> Result<Option<Loaded>, ServiceError> {
    for _ in 0..LOAD_TRIES_MAX {
        let Some((version, manifest)) = records::get::<Manifest>(store, &tables::customer(no))? else {
            return Ok(None);
        };
        let read = read_line(store, no, (&manifest, kinds));
        if still(store, &tables::customer(no), version)? {
            return Ok(Some(Loaded { facts: read?, version }));
        }
    }
    Err(ServiceError::Moving { customer: no })
}

fn read_line(
    store: &dyn Store,
    no: CustomerNo,
    (manifest, kinds): (&Manifest, &[FactKind]),
) -> Result<CustomerFacts, StoreError> {
    let mut parts = Parts::default();
    for kind in [FactKind::Customer].iter().chain(kinds).copied() {
        if manifest.count(kind) == 0 {
            continue;
        }
        let (_, prefix) = tables::fact(no, kind, &[]);
        let rows = facts_within(store, no, &prefix)?;
        counted(no, manifest, (kind, u32::try_from(rows.len()).unwrap_or(u32::MAX)))?;
        for fact in rows {
            if let Fact::Account(account) = fact {
                parts.accounts.push(AccountFacts {
                    balance: Money::new(0, account.currency),
                    account,
                    statement: None,
                    latest: Vec::new(),
                });
            } else {
                parts.take(fact);
            }
        }
    }
    parts.sorted(no)
}
