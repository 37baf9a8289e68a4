//! Traces: every look, every explanation and every refusal is one durable record before anything is answered.

use super::{
    ServiceError,
    commit::{Intent, commit},
    records::Record,
    stamp::Stamp,
};
use crate::{
    domain::{
        AuditId, CustomerNo, RequestKey,
        audit::{AuditAct, AuditRecord},
    },
    request::Caller,
    store::{Store, Version},
    time::Moment,
};

/// The trace of an act, not yet kept.
pub(super) fn trace(caller: &Caller, act: AuditAct, at: Moment, id: u128) -> AuditRecord {
    AuditRecord {
        id: AuditId(id),
        at,
        operator: caller.operator.clone(),
        role: caller.role,
        touchpoint: caller.touchpoint,
        contact: caller.contact.clone(),
        reason: caller.reason.clone(),
        verified: caller.verified,
        act,
    }
}

/// Keeps a trace in a commit of its own. A look changes no fact, so it raises no customer's version; it
/// expects the version of what is about to be shown.
///
/// # Errors
/// What the store says, a conflict if the customer changed; nothing may be shown then.
pub(super) fn keep(
    store: &dyn Store,
    stamp: &dyn Stamp,
    caller: &Caller,
    act: AuditAct,
    shown: Option<(CustomerNo, Version)>,
) -> Result<(), ServiceError> {
    let record = trace(caller, act, stamp.now(), stamp.fresh_id());
    let mut intent = Intent::new(RequestKey(record.id.0), &record, &())?;
    intent.records.push(Record::Audit(record));
    if let Some((customer, version)) = shown {
        intent = intent.at_version(customer, version);
    }
    commit(store, intent)?;
    Ok(())
}
