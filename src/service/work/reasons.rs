//! Whether and why to call somebody, kept for as long as nothing of that customer changes: every session asks it anew.

use std::{
    collections::BTreeMap,
    sync::{Mutex, PoisonError},
};

use super::{call, told_by};
use crate::{
    domain::{CustomerFacts, customer::Manifest, due::Due},
    request::work::CallLine,
    service::{ServiceError, due, load::load_line, records},
    store::{Key, Store, Version, tables},
    time::Moment,
};

/// The most reasons that are kept: as many as one list looks through, of two days.
const REASONS_MAX: usize = 2 * due::DUE_POLL_MAX;

/// What there is to say about a reason to call.
#[derive(Debug, Clone)]
pub(super) enum Reason {
    /// Nobody has the number.
    Nobody,
    /// The customer may not be called, or the reason has gone.
    Gone,
    /// Whom to call and why.
    Stands(Box<CallLine>),
}

/// What the reasons to call came to.
#[derive(Debug, Default)]
pub struct Reasons(Mutex<BTreeMap<Key, Judged>>);

/// What one came to, and when that holds.
#[derive(Debug)]
struct Judged {
    /// The customer's version that it was read at.
    version: Version,
    from: Moment,
    /// A consent that begins later may change it.
    until: Option<Moment>,
    came: Reason,
}

impl Judged {
    fn holds(&self, version: Version, at: Moment) -> bool {
        self.version == version
            && self.from.day() == at.day()
            && self.from <= at
            && self.until.is_none_or(|until| at < until)
    }
}

impl Reasons {
    /// What became of a reason.
    ///
    /// # Errors
    /// What the store says.
    pub(super) fn judge(&self, store: &dyn Store, due: &Due, at: Moment) -> Result<Reason, ServiceError> {
        let (_, key) = due::place(due);
        let found = records::get::<Manifest>(store, &tables::customer(due.customer))?;
        let Some((version, _)) = found else { return Ok(Reason::Nobody) };
        if let Some(known) = self.kept().get(&key)
            && known.holds(version, at)
        {
            return Ok(known.came.clone());
        }
        let Some(loaded) = load_line(store, due.customer, told_by(&due.what))? else {
            return Ok(Reason::Nobody);
        };
        let came = call(&loaded.facts, due, at).map_or(Reason::Gone, |line| Reason::Stands(Box::new(line)));
        let until = changes(&loaded.facts, at);
        let judged = Judged { version: loaded.version, from: at, until, came: came.clone() };
        let mut kept = self.kept();
        if kept.len() >= REASONS_MAX {
            kept.clear();
        }
        kept.insert(key, judged);
        Ok(came)
    }

    fn kept(&self) -> std::sync::MutexGuard<'_, BTreeMap<Key, Judged>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// When the next consent or its withdrawal begins.
fn changes(facts: &CustomerFacts, at: Moment) -> Option<Moment> {
    facts.consents.iter().map(|consent| consent.at).filter(|from| *from > at).min()
}
