//! Dry runs: a service over a throw-away overlay. What it shows of customers leaves a trace in the real store,
//! because somebody saw it; everything else vanishes.

use std::sync::Arc;

use super::{Service, ServiceError, Stamp, audit, door::is_denial};
use crate::{
    domain::audit::AuditAct,
    request::{Answer, Caller, Door, FlowRequest, Request},
    store::{Store, scratch::ScratchStore},
    text::{Message, ids::screen as id},
};

/// A run of a macro.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MacroRun {
    /// The macro's name.
    pub name: String,
    /// BLAKE3 of its text, hex.
    pub hash: String,
    /// How many rows it is to run.
    pub rows: usize,
    /// It posts; else it is a dry run.
    pub commits: bool,
}

/// Keeps the one trace of a run, before its first row.
///
/// # Errors
/// What the store says; nothing may be run then.
pub fn keep_run(
    store: &dyn Store,
    stamp: &dyn Stamp,
    caller: &Caller,
    run: &MacroRun,
) -> Result<(), ServiceError> {
    let MacroRun { name, hash, rows, commits } = run.clone();
    audit::keep(store, stamp, caller, AuditAct::MacroRan { name, hash, rows, commits }, None)
}

/// The door of a dry run.
pub struct DryRun {
    service: Service,
    real: Arc<dyn Store>,
    hash: String,
}

impl DryRun {
    /// A dry run of the macro with this hash, over the store of a service.
    #[must_use]
    pub fn over(service: &Service, hash: &str) -> DryRun {
        let real = Arc::clone(&service.store);
        let service = Service {
            store: Arc::new(ScratchStore::new(Arc::clone(&real))),
            pack: Arc::clone(&service.pack),
            rules: Arc::clone(&service.rules),
            stamp: Arc::clone(&service.stamp),
            directory: Arc::default(),
            flows: Arc::clone(&service.flows),
            numbers: Arc::default(),
            reasons: Arc::default(),
        };
        DryRun { service, real, hash: hash.to_owned() }
    }

    /// The service that answers; what it writes vanishes.
    #[must_use]
    pub fn service(&self) -> &Service {
        &self.service
    }
}

impl Door for DryRun {
    fn ask(&self, caller: &Caller, request: Request) -> Answer {
        let (name, customer, looks) = (request.name(), request.customer(), is_look(&request));
        let answer = self.service.ask(caller, request);
        let act = match (&answer, customer) {
            (Answer::Refused(refusal), _) if is_denial(refusal) => {
                Some(AuditAct::Refused { request: name.to_owned(), customer })
            }
            (Answer::Refused(_) | Answer::Failed { .. }, _) | (_, None) => None,
            (_, Some(_)) if !looks => None,
            (_, Some(customer)) => {
                let hash = self.hash.clone();
                Some(AuditAct::DryRunLooked { customer, request: name.to_owned(), hash })
            }
        };
        let keep = |act| audit::keep(self.real.as_ref(), self.service.stamp.as_ref(), caller, act, None);
        match act.map(keep) {
            Some(Err(_)) => Answer::Failed { message: Message::new(id::STORE_UNREADABLE) },
            Some(Ok(())) | None => answer,
        }
    }
}

/// Shows something of a customer that was not on the screen before.
fn is_look(request: &Request) -> bool {
    match request {
        Request::OpenCustomer { .. }
        | Request::Decide { .. }
        | Request::List { .. }
        | Request::Reveal { .. }
        | Request::Explain { .. } => true,
        Request::Flow(flow) => matches!(flow, FlowRequest::Begin { .. } | FlowRequest::Open { .. }),
        Request::Work | Request::Find { .. } | Request::Post { .. } => false,
    }
}
