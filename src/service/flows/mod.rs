//! Flows: what their screens are made from, and one commit for what they do.
//!
//! Nothing that a screen computed counts here: the same pure run is built again from facts of one version and
//! the stored price, and what it plans is posted as a whole, or to its safe point, in one batch.

use std::sync::Arc;

use super::{
    ChangeError, Loaded, Service, ServiceError,
    basis::Basis,
    commit::{Intent, commit},
    door::Stopped,
    records::{self, Record},
    screen::ParameterMissing,
    standing,
};
use crate::{
    domain::{
        CustomerNo, Refusal, RequestKey,
        approval::Approval,
        audit::{AuditAct, AuditRecord},
        flow_run::{FlowQuote, FlowRun},
        operator::{Role, Verification},
        receipt::{Receipt, ReceiptNo},
    },
    flow::Flow,
    request::{Answer, Caller, FlowAnswer, FlowRequest},
    store::{Store, StoreError, Table, codec, tables},
    time::Day,
};

mod approvals;
mod asked;
mod drafts;
mod known;
mod limits;
mod mine;
pub(in crate::service) mod numbers;
mod posting;
mod price;
mod receipts;
mod reverse;
mod settle;
mod submit;
mod waiting;

#[cfg(test)]
mod tests;

pub(super) use approvals::reversal_of;
pub use numbers::Numbers;

/// How often a step is done again after its customer changed between reading and writing.
const TRIES_MAX: usize = 256;

impl Service {
    /// Answers a step of a flow.
    pub(super) fn flow(&self, caller: &Caller, request: FlowRequest) -> Result<Answer, Stopped> {
        let answer = match request {
            FlowRequest::Begin { customer, flow } => self.flow_begin(caller, customer, &flow),
            FlowRequest::Open { customer, flow } => self.flow_take_up(caller, customer, &flow),
            FlowRequest::Resume { draft } => self.flow_resume(caller, draft),
            FlowRequest::Quoted { quote } => self.flow_quoted(caller, quote),
            FlowRequest::Keep { work } => self.flow_keep(caller, &work),
            FlowRequest::Cancel { work } => self.flow_cancel(caller, &work),
            FlowRequest::Price { work } => self.flow_price(caller, &work),
            FlowRequest::Submit { work, quote, yes, seen } => {
                self.flow_submit(caller, &work, (quote, *seen), &yes)
            }
            FlowRequest::Approvals => self.flow_approvals(),
            FlowRequest::Mine => self.flow_mine(caller),
            FlowRequest::Review { approval } => self.flow_review(caller, approval),
            FlowRequest::Approve { approval, digest } => self.flow_approve(caller, approval, digest),
            FlowRequest::Return { approval, reason } => self.flow_return(caller, approval, &reason),
            FlowRequest::Reverse { receipt, reason } => self.flow_reverse(caller, receipt, &reason),
            FlowRequest::Compensate { receipt } => self.flow_compensate(caller, receipt),
            FlowRequest::Print { receipt } => self.flow_print(caller, receipt),
            FlowRequest::Mark { receipt, helped } => self.flow_mark(receipt, helped),
            FlowRequest::Outbox => self.flow_outbox(),
        };
        answer.map(Answer::Flow)
    }

    /// A flow of the pack that this caller may do.
    fn flow_of(&self, caller: &Caller, name: &str) -> Result<&Arc<Flow>, Stopped> {
        let flow = self.flows.get(name).ok_or_else(|| Refusal::UnknownFlow { flow: name.to_owned() })?;
        level(caller, flow.level)?;
        Ok(flow)
    }

    /// What a customer's screens are made from, read at one version.
    fn with_basis<T>(
        &self,
        caller: &Caller,
        customer: CustomerNo,
        show: impl FnOnce(&Basis<'_>, &Loaded) -> Result<T, Stopped>,
    ) -> Result<T, Stopped> {
        let loaded = self.load(customer)?;
        let published = self.published()?;
        let rates =
            standing::rates(self.store.as_ref(), self.stamp.now().day()).map_err(ServiceError::Store)?;
        let basis = self.basis(caller, &loaded, (&published, &rates))?;
        show(&basis, &loaded)
    }

    /// Does something again as long as what it read changes before it is written.
    fn settled<T>(
        customer: CustomerNo,
        mut step: impl FnMut() -> Result<Option<T>, Stopped>,
    ) -> Result<T, Stopped> {
        for _ in 0..TRIES_MAX {
            if let Some(done) = step()? {
                return Ok(done);
            }
        }
        Err(ServiceError::Moving { customer }.into())
    }

    /// A trace of this caller, not yet kept.
    fn traced(&self, caller: &Caller, act: AuditAct) -> Record {
        Record::Audit(self.trace(caller, act))
    }

    fn trace(&self, caller: &Caller, act: AuditAct) -> AuditRecord {
        super::audit::trace(caller, act, self.stamp.now(), self.stamp.fresh_id())
    }

    /// An intent under an id of its own: nothing but this attempt carries it.
    fn once(&self) -> Result<Intent, ServiceError> {
        let id = self.stamp.fresh_id();
        Ok(Intent::new(RequestKey(id), &id, &())?)
    }

    fn flow_run(&self, run: RequestKey) -> Result<Option<FlowRun>, ServiceError> {
        Ok(records::get(self.store.as_ref(), &tables::flow_run(run))?.map(|(_, run)| run))
    }

    fn receipt(&self, receipt: ReceiptNo) -> Result<Receipt, Stopped> {
        let found = records::get::<Receipt>(self.store.as_ref(), &tables::receipt(receipt))
            .map_err(ServiceError::Store)?;
        Ok(found.map(|(_, found)| found).ok_or(Refusal::UnknownReceipt { receipt })?)
    }

    /// A waiting approval, not yet ended.
    fn waiting(&self, id: crate::domain::ApprovalId) -> Result<Approval, Stopped> {
        let found = records::get::<Approval>(self.store.as_ref(), &tables::approval(id))
            .map_err(ServiceError::Store)?;
        Ok(found
            .map(|(_, found)| found)
            .filter(|found| found.outcome.is_none())
            .ok_or(Refusal::UnknownApproval)?)
    }

    fn quote(&self, id: crate::domain::QuoteId) -> Result<Option<FlowQuote>, ServiceError> {
        Ok(records::get(self.store.as_ref(), &tables::flow_quote(id))?.map(|(_, quote)| quote))
    }
}

/// The receipt that a request was answered with; `None` for a request of another kind.
///
/// # Errors
/// What the store says.
pub(super) fn receipt_of(store: &dyn Store, request: RequestKey) -> Result<Option<Receipt>, StoreError> {
    let (table, key) = tables::request(request);
    let Some(found) = store.get(table, &key)? else { return Ok(None) };
    let result = found.value.split_first_chunk::<DIGEST_BYTES>().map(|(_, result)| result);
    let Some(no) = result.and_then(|result| codec::open::<ReceiptNo>(result, "").ok()) else {
        return Ok(None);
    };
    Ok(records::get(store, &tables::receipt(no))?.map(|(_, receipt)| receipt))
}

/// The digest of a request's body stands before its result.
pub(super) const DIGEST_BYTES: usize = 32;

/// Who is on the line must be verified as well as the flow asks; who stands at a counter is.
fn level(caller: &Caller, level: Verification) -> Result<(), Refusal> {
    if caller.role == Role::Agent && caller.verified < level {
        return Err(Refusal::NotVerified);
    }
    Ok(())
}

/// Commits; `None` when something that was read has changed since, so that it is to be done again.
fn try_commit(service: &Service, intent: Intent) -> Result<Option<crate::store::Committed>, Stopped> {
    match commit(service.store.as_ref(), intent) {
        Ok(committed) => Ok(Some(committed)),
        Err(ServiceError::Store(StoreError::Conflict { table, key })) if !moves(table) => {
            Err(Stopped::Failed(ServiceError::Store(StoreError::Conflict { table, key })))
        }
        Err(ServiceError::Store(StoreError::Conflict { .. })) => Ok(None),
        Err(error) => Err(stopped(error)),
    }
}

/// Tables whose records somebody else may change between a read and a commit.
const fn moves(table: Table) -> bool {
    matches!(
        table,
        Table::Customer
            | Table::AccountOwner
            | Table::Draft
            | Table::FlowRun
            | Table::Approval
            | Table::Receipt
            | Table::Outbox
            | Table::Task
    )
}

/// A store that went away in the midst of a commit may have kept it: the outcome is not known.
fn stopped(error: ServiceError) -> Stopped {
    match error {
        ServiceError::Store(
            StoreError::Unavailable { .. } | StoreError::Disk { .. } | StoreError::Poisoned { .. },
        ) => Stopped::Refused(Refusal::OutcomeUnknown),
        ServiceError::Store(error) => match ChangeError::from(error) {
            ChangeError::Refused(refusal) => Stopped::Refused(refusal),
            ChangeError::Failed(error) => Stopped::Failed(error),
        },
        error @ (ServiceError::Moving { .. } | ServiceError::Misplaced { .. }) => Stopped::Failed(error),
    }
}

impl From<ChangeError> for Stopped {
    fn from(error: ChangeError) -> Stopped {
        match error {
            ChangeError::Refused(refusal) => Stopped::Refused(refusal),
            ChangeError::Failed(error) => stopped(error),
        }
    }
}

/// The pack has no such parameter in force.
fn missing(name: &str, day: Day) -> Stopped {
    Stopped::Pack(ParameterMissing { name: name.to_owned().into(), day })
}

/// What a step answers.
type Answered = Result<FlowAnswer, Stopped>;
