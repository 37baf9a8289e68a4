//! Traces: every look, every explanation and every refusal is one durable record before anything is answered.

use super::{
    ServiceError,
    commit::{Intent, commit},
    records::Record,
    stamp::Stamp,
};
use crate::{
    domain::{
        AuditId, RequestKey,
        audit::{AuditAct, AuditRecord},
    },
    request::Caller,
    store::Store,
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

/// Keeps a trace in a commit of its own. A look changes no fact, so it raises no customer's version.
///
/// # Errors
/// What the store says; nothing may be shown then.
pub(super) fn keep(
    store: &dyn Store,
    stamp: &dyn Stamp,
    caller: &Caller,
    act: AuditAct,
) -> Result<(), ServiceError> {
    let record = trace(caller, act, stamp.now(), stamp.fresh_id());
    let mut intent = Intent::new(RequestKey(record.id.0), &record, &())?;
    intent.records.push(Record::Audit(record));
    commit(store, intent)?;
    Ok(())
}
