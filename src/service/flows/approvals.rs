//! The second person: what waits, the same run with the same figures, and agreeing to exactly that.

use super::{Answered, asked::Asked, drafts::kept_until, known, posting::Settlement, try_commit};
use crate::{
    domain::{
        ApprovalId, CustomerNo, Refusal,
        approval::{Approval, ApprovalKind, ApprovalOutcome},
        audit::AuditAct,
        draft::Draft,
        due::DueItem,
        flow_run::{FlowRun, FlowState},
        operator::OperatorId,
        receipt::ReceiptNo,
        refusal::OwnShare,
    },
    request::{
        Caller, FlowAnswer,
        flow::{ApprovalLine, FLOW_LINES_MAX, FlowBegun, FlowDone, FlowReview, FlowWork, Reversal},
    },
    service::{
        Service, ServiceError,
        door::Stopped,
        due, header, load_customer,
        records::{self, Record},
    },
    store::tables,
    text::{Message, Said, fold::fold, ids::saga as id},
    time::Moment,
};

/// Days ahead in which an approval that waits may lapse.
const LAPSE_DAYS_MAX: i32 = 1;

impl Service {
    /// What waits, the newest first.
    pub(super) fn flow_approvals(&self) -> Answered {
        let mut lines = Vec::new();
        for approval in self.open_approvals()? {
            let run = self.flow_run(approval.request)?;
            if !self.in_time(&approval, run.as_ref()) {
                continue;
            }
            lines.push(self.approval_line(&approval, run.as_ref())?);
        }
        lines.sort_by_key(|line| std::cmp::Reverse((line.asked, line.approval)));
        lines.truncate(FLOW_LINES_MAX);
        Ok(FlowAnswer::Approvals(lines))
    }

    /// Approvals that have not ended and not lapsed, found by when they lapse.
    fn open_approvals(&self) -> Result<Vec<Approval>, Stopped> {
        let store = self.store.as_ref();
        let now = self.stamp.now();
        let before = Moment::from_micros(now.micros().saturating_sub(1)).unwrap_or(now);
        let last = now.day().plus_days(LAPSE_DAYS_MAX).and_then(|day| Moment::at(day, 23, 59)).unwrap_or(now);
        let mut open = Vec::new();
        let rows = due::between(store, before, last, due::DUE_POLL_MAX).map_err(ServiceError::Store)?;
        for row in rows {
            let DueItem::Approval(approval) = row.what else { continue };
            let found = records::get::<Approval>(store, &tables::approval(approval));
            open.extend(found.map_err(ServiceError::Store)?.map(|(_, found)| found));
        }
        Ok(open)
    }

    /// The reversal of a receipt that waits for a second person.
    pub(super) fn open_reversal(&self, receipt: ReceiptNo) -> Result<Option<Approval>, Stopped> {
        let of = |approval: &Approval| matches!(&approval.what, ApprovalKind::Reversal { receipt: known, .. } if *known == receipt);
        Ok(self.open_approvals()?.into_iter().find(of))
    }

    /// A line of the queue.
    pub(super) fn approval_line(
        &self,
        approval: &Approval,
        run: Option<&FlowRun>,
    ) -> Result<ApprovalLine, Stopped> {
        let customer = load_customer(self.store.as_ref(), approval.customer)?;
        let flow = run.and_then(|run| self.flows.get(&run.flow));
        let (title, reverses) = match &approval.what {
            ApprovalKind::Run => (flow.map(|flow| flow.title.clone()), None),
            ApprovalKind::Reversal { receipt, reason } => {
                let title = reversal_of(&self.receipt(*receipt)?.title);
                (Some(title), Some(Reversal { receipt: *receipt, reason: reason.clone() }))
            }
        };
        Ok(ApprovalLine {
            approval: approval.id,
            digest: approval.digest,
            maker: approval.maker.clone(),
            role: approval.role,
            asked: approval.asked,
            customer: approval.customer,
            name: customer.and_then(|loaded| header::masked_name(&loaded.facts.customer)),
            title: title.unwrap_or_else(|| Message::new(id::OTHER_FLOW).said()),
            amount: approval.amount,
            limit: approval.limit,
            reverses,
            until: approval.until,
        })
    }

    /// The run as it was submitted, with its price; of a reversal the receipt that is to be taken back.
    pub(super) fn flow_review(&self, caller: &Caller, approval: ApprovalId) -> Answered {
        let waiting = self.live(caller, approval)?;
        Self::settled(waiting.customer, || {
            let (answer, version) = match &waiting.what {
                ApprovalKind::Run => self.review(caller, &waiting)?,
                ApprovalKind::Reversal { receipt, .. } => {
                    let version = self.load(waiting.customer)?.version;
                    (FlowAnswer::Receipt(Box::new(self.receipt(*receipt)?)), version)
                }
            };
            let mut intent = self.once()?.at_version(waiting.customer, version);
            intent.records.push(self.traced(caller, AuditAct::FlowReviewed { approval }));
            Ok(try_commit(self, intent)?.map(|_| answer))
        })
    }

    fn review(
        &self,
        caller: &Caller,
        waiting: &Approval,
    ) -> Result<(FlowAnswer, crate::store::Version), Stopped> {
        let run = self.awaited(waiting)?;
        let flow = self.flow_of(caller, &run.flow)?;
        let step = u8::try_from(flow.screens.len()).unwrap_or(u8::MAX);
        let (basis, version) = self.with_basis(caller, run.customer, |basis, loaded| {
            Ok((known::basis(self, flow, basis)?, loaded.version))
        })?;
        let line = self.approval_line(waiting, Some(&run))?;
        let begun = FlowBegun { work: work_of(&run, step), basis, price: Some(run.quote), returned: None };
        let review = FlowReview { line, begun, evidence: run.evidence };
        Ok((FlowAnswer::Review(Box::new(review)), version))
    }

    /// The run that an approval is about, still waiting for exactly this one.
    fn awaited(&self, waiting: &Approval) -> Result<FlowRun, Stopped> {
        let run = self.flow_run(waiting.request)?.ok_or(Refusal::UnknownApproval)?;
        match run.state {
            FlowState::AwaitingApproval { approval } if approval == waiting.id => Ok(run),
            FlowState::AwaitingApproval { .. }
            | FlowState::Returned { .. }
            | FlowState::Dropped
            | FlowState::Posted { .. }
            | FlowState::Halted { .. }
            | FlowState::Reversed { .. } => Err(Refusal::UnknownApproval.into()),
        }
    }

    /// Agrees to exactly what was seen: everything is checked again, then posted.
    pub(super) fn flow_approve(&self, caller: &Caller, id: ApprovalId, digest: [u8; 32]) -> Answered {
        let customer = self.approval(id)?.customer;
        Self::settled(customer, || {
            let approval = self.approval(id)?;
            if let Some(done) = self.agreed_before(caller, &approval)? {
                return Ok(Some(FlowAnswer::Done(Box::new(done))));
            }
            self.second_person(caller, &approval)?;
            self.expired(caller, &approval)?;
            if approval.digest != digest {
                return Err(Refusal::ApprovalChanged.into());
            }
            let done = match &approval.what {
                ApprovalKind::Run => self.approve_run(caller, &approval)?,
                ApprovalKind::Reversal { receipt, .. } => self.take_back(caller, &approval, *receipt)?,
            };
            Ok(done.map(|done| FlowAnswer::Done(Box::new(done))))
        })
    }

    fn approval(&self, id: ApprovalId) -> Result<Approval, Stopped> {
        let found = records::get::<Approval>(self.store.as_ref(), &tables::approval(id));
        Ok(found.map_err(ServiceError::Store)?.map(|(_, found)| found).ok_or(Refusal::UnknownApproval)?)
    }

    /// Whoever agrees again is answered with what came of it.
    fn agreed_before(&self, caller: &Caller, approval: &Approval) -> Result<Option<FlowDone>, Stopped> {
        let Some((outcome, by, _)) = &approval.outcome else {
            return Ok(None);
        };
        if *outcome == ApprovalOutcome::Lapsed {
            return Err(Refusal::ApprovalExpired { until: approval.until }.into());
        }
        if *outcome != ApprovalOutcome::Approved || *by != caller.operator {
            return Err(Refusal::UnknownApproval.into());
        }
        match &approval.what {
            ApprovalKind::Run => {
                let run = self.flow_run(approval.request)?.ok_or(Refusal::UnknownApproval)?;
                self.done(&run)
            }
            ApprovalKind::Reversal { receipt, .. } => {
                let by = self.receipt(*receipt)?.reversed_by;
                let receipt = self.receipt(by.ok_or(Refusal::UnknownApproval)?)?;
                Ok(Some(FlowDone::Posted { receipt: Box::new(receipt), task: None }))
            }
        }
    }

    /// Nobody agrees to what they asked, nor to taking back what they posted or agreed to.
    pub(super) fn second_person(&self, caller: &Caller, approval: &Approval) -> Result<(), Stopped> {
        let mut first: Vec<(OperatorId, OwnShare)> = vec![(approval.maker.clone(), OwnShare::Asked)];
        if let ApprovalKind::Reversal { receipt, .. } = &approval.what {
            let receipt = self.receipt(*receipt)?;
            first.push((receipt.maker, OwnShare::Posted));
            first.extend(receipt.checker.map(|checker| (checker, OwnShare::Approved)));
        }
        match first.into_iter().find(|(first, _)| is_same(first, &caller.operator)) {
            Some((_, share)) => Err(Refusal::OwnApproval { share }.into()),
            None => Ok(()),
        }
    }

    fn approve_run(&self, caller: &Caller, approval: &Approval) -> Result<Option<FlowDone>, Stopped> {
        let run = self.awaited(approval)?;
        if self.latest(&run.quote)? == Some(false) {
            // its maker priced it again: the customer is told other figures
            return Err(Refusal::ApprovalChanged.into());
        }
        let flow = self.flow_of(caller, &run.flow)?.clone();
        if flow.revision != run.revision {
            return Err(Refusal::ApprovalChanged.into());
        }
        let step = u8::try_from(flow.screens.len()).unwrap_or(u8::MAX);
        let work = work_of(&run, step);
        let built = self.built(caller, &flow, (&work, &run.quote), Some(&run.evidence))?;
        if built.plan.digest != approval.digest {
            return Err(Refusal::ApprovalChanged.into());
        }
        let at = self.stamp.now();
        self.within_every_limit(&flow, built.plan.amount, at.day())?;
        let asked = Asked {
            work,
            revision: run.revision,
            quote: run.quote,
            evidence: run.evidence,
            maker: run.maker,
            touchpoint: run.touchpoint,
            at,
        };
        super::asked::still_fits(&asked, &built)?;
        let settlement = Settlement {
            flow: &flow,
            asked: &asked,
            approval: Some((approval, &caller.operator)),
            withdrawn: None,
        };
        self.settle(caller, &settlement, &built)
    }

    /// An approval that still waits, in time.
    fn live(&self, caller: &Caller, id: ApprovalId) -> Result<Approval, Stopped> {
        let approval = self.approval(id)?;
        match &approval.outcome {
            None => {
                self.expired(caller, &approval)?;
                Ok(approval)
            }
            Some((ApprovalOutcome::Lapsed, ..)) => {
                Err(Refusal::ApprovalExpired { until: approval.until }.into())
            }
            Some(_) => Err(Refusal::UnknownApproval.into()),
        }
    }

    /// Ends an approval that nobody agreed to in time.
    ///
    /// # Errors
    /// [`Refusal::ApprovalExpired`] then; [`Refusal::ClockBehind`] before it was asked, which ends nothing.
    fn expired(&self, caller: &Caller, approval: &Approval) -> Result<(), Stopped> {
        let run = match &approval.what {
            ApprovalKind::Run => Some(self.awaited(approval)?),
            ApprovalKind::Reversal { .. } => None,
        };
        if self.stamp.now() < approval.asked {
            return Err(Refusal::ClockBehind { since: approval.asked }.into());
        }
        if self.in_time(approval, run.as_ref()) {
            return Ok(());
        }
        self.lapse(caller, approval, run)?;
        Err(Refusal::ApprovalExpired { until: approval.until }.into())
    }

    /// Whether it has not ended: up to its last moment, and as long as its price has not passed.
    pub(super) fn in_time(&self, approval: &Approval, run: Option<&FlowRun>) -> bool {
        let passed = |run: &FlowRun| matches!(self.still_holds(&run.quote), Err(Refusal::PriceStale { .. }));
        self.stamp.now() <= approval.until && !run.is_some_and(passed)
    }

    /// Nobody agreed in time: the maker prices again and submits anew.
    fn lapse(&self, caller: &Caller, approval: &Approval, run: Option<FlowRun>) -> Result<(), Stopped> {
        let outcome = Some((ApprovalOutcome::Lapsed, caller.operator.clone(), self.stamp.now()));
        let mut intent = self.once()?;
        intent.records.push(Record::Approval(Approval { outcome, ..approval.clone() }));
        let dropped = run.map(|run| Record::FlowRun(FlowRun { state: FlowState::Dropped, ..run }));
        intent.records.extend(dropped);
        // somebody else ended it in between: then it is not to be lapsed
        try_commit(self, intent)?;
        Ok(())
    }

    /// Sends it back: its draft stands on the maker's start screen again.
    pub(super) fn flow_return(&self, caller: &Caller, id: ApprovalId, reason: &str) -> Answered {
        if reason.trim().is_empty() {
            return Err(Refusal::WhyMissing.into());
        }
        let customer: CustomerNo = self.live(caller, id)?.customer;
        Self::settled(customer, || {
            let approval = self.live(caller, id)?;
            let at = self.stamp.now();
            let mut intent = self.once()?;
            if approval.what == ApprovalKind::Run {
                let run = self.awaited(&approval)?;
                intent.records.push(Record::Draft(Draft {
                    quote: Some(run.quote.id),
                    ..draft_of(&run, kept_until(&self.pack, at)?)
                }));
                let state = FlowState::Returned { reason: reason.to_owned() };
                intent.records.push(Record::FlowRun(FlowRun { state, ..run }));
            }
            let outcome = Some((ApprovalOutcome::Returned(reason.to_owned()), caller.operator.clone(), at));
            intent.records.push(Record::Approval(Approval { outcome, ..approval }));
            intent.records.push(self.traced(caller, AuditAct::FlowReturned { approval: id }));
            Ok(try_commit(self, intent)?.map(|_| FlowAnswer::Kept))
        })
    }
}

/// One person, however the name is written: `Yonetici` is `YÖNETİCİ`.
fn is_same(one: &OperatorId, other: &OperatorId) -> bool {
    fold(one.0.trim()) == fold(other.0.trim())
}

/// `Geri alma: Boz → Döviz → Fon`.
pub(in crate::service) fn reversal_of(title: &Said) -> Said {
    Message::new(id::REVERSAL_OF).with("title", title.clone()).said()
}

/// A run as it was submitted.
fn work_of(run: &FlowRun, step: u8) -> FlowWork {
    FlowWork {
        run: run.request,
        draft: run.request.draft(),
        customer: run.customer,
        flow: run.flow.clone(),
        step,
        fields: run.fields.clone(),
    }
}

fn draft_of(run: &FlowRun, until: Moment) -> Draft {
    Draft {
        id: run.request.draft(),
        operator: run.maker.clone(),
        customer: run.customer,
        flow: run.flow.clone(),
        step: 1,
        fields: run.fields.clone(),
        request: run.request,
        quote: None,
        until,
    }
}
