//! Submitting a run: built again from fresh facts and the stored price, then posted in one batch or put before
//! a second person.

use std::sync::Arc;

use super::{
    Answered,
    asked::{self, Asked},
    known,
    limits::Bound,
    posting::Settlement,
    try_commit,
};
use crate::{
    domain::{
        ApprovalId, CustomerFacts, QuoteId, Refusal, SignedOrderId,
        approval::{Approval, ApprovalKind},
        audit::AuditAct,
        draft::Draft,
        flow_run::{Evidence, FlowQuote, FlowRun, FlowState},
    },
    flow::{Flow, Plan, Run},
    money::Money,
    request::{
        Caller, FlowAnswer,
        flow::{FlowBasis, FlowBegun, FlowDone, FlowWork, Yes},
    },
    service::{Service, commit::Intent, door::Stopped, records::Record},
    store::Version,
    time::Moment,
};
/// The last moment of a day: no price holds over midnight.
fn last_of(at: Moment) -> Moment {
    let next = at.day().plus_days(1).and_then(|day| Moment::at(day, 0, 0));
    next.and_then(|next| Moment::from_micros(next.micros() - 1)).unwrap_or(at)
}

/// A run as it was built from what is known now.
pub(super) struct Built {
    pub plan: Plan,
    /// Signed orders that are for exactly this.
    pub orders: Vec<SignedOrderId>,
    pub basis: FlowBasis,
    pub facts: CustomerFacts,
    pub version: Version,
}

impl Service {
    /// Posts exactly what was shown, or asks a second person. A retry is answered with what came of the first.
    pub(super) fn flow_submit(
        &self,
        caller: &Caller,
        work: &FlowWork,
        (quote, seen): (QuoteId, [u8; 32]),
        yes: &Yes,
    ) -> Answered {
        super::drafts::check_work(work)?;
        Self::settled(work.customer, || {
            let earlier = self.flow_run(work.run)?;
            if let Some(run) = &earlier
                && let Some(done) = self.again(caller, run, (work, quote, yes))?
            {
                return Ok(Some(FlowAnswer::Done(Box::new(done))));
            }
            let flow = self.flow_of(caller, &work.flow)?.clone();
            // nobody submits what somebody else has filled and read
            self.draft(caller, work.draft)?;
            let price = self.price_of(work, quote)?;
            let built = self.built(caller, &flow, (work, &price), None)?;
            // what was read is what is posted
            if built.plan.digest != seen {
                return Err(Refusal::ReadOther.into());
            }
            let asked = Asked {
                evidence: asked::evidence(yes, &built)?,
                work: work.clone(),
                revision: flow.revision.clone(),
                quote: price,
                maker: caller.operator.clone(),
                touchpoint: caller.touchpoint,
                at: self.stamp.now(),
            };
            // what waited for a second person is no longer what is asked
            let withdrawn = match &earlier {
                Some(run) => self.withdrawn(caller, run)?,
                None => None,
            };
            let done = match self.bound(&flow, caller.role, built.plan.amount, asked.at.day())? {
                Bound::Within => {
                    let settlement = Settlement { flow: &flow, asked: &asked, approval: None, withdrawn };
                    self.settle(caller, &settlement, &built)?
                }
                Bound::Above(limit) => self.ask_second(caller, &asked, &built, (limit, withdrawn))?,
            };
            Ok(done.map(|done| FlowAnswer::Done(Box::new(done))))
        })
    }

    /// What came of an earlier submission of a run; `None` where this one takes its place.
    fn again(
        &self,
        caller: &Caller,
        run: &FlowRun,
        asked: (&FlowWork, QuoteId, &Yes),
    ) -> Result<Option<FlowDone>, Stopped> {
        let same = asked::same(run, caller, asked);
        if let Some(done) = self.done(run)? {
            return if same { Ok(Some(done)) } else { Err(Refusal::RequestReused.into()) };
        }
        if run.maker != caller.operator {
            return Err(Refusal::RequestReused.into());
        }
        match &run.state {
            FlowState::AwaitingApproval { approval } if same => match self.waiting(*approval) {
                Ok(waiting)
                    if self.still_holds(&run.quote).is_ok() && self.latest(&run.quote)? != Some(false) =>
                {
                    Ok(Some(FlowDone::Awaiting(self.approval_line(&waiting, Some(run))?)))
                }
                // it lapsed, or was priced again: the submission is told so
                Ok(_) | Err(Stopped::Refused(Refusal::UnknownApproval)) => Ok(None),
                Err(stopped) => Err(stopped),
            },
            FlowState::Dropped if same => Err(Refusal::RunEnded.into()),
            // the yes of before it was sent back is not one to what is asked now
            FlowState::Returned { .. } if run.quote.id == asked.1 => Err(Refusal::ReadAgain.into()),
            FlowState::AwaitingApproval { .. }
            | FlowState::Returned { .. }
            | FlowState::Dropped
            | FlowState::Posted { .. }
            | FlowState::Halted { .. }
            | FlowState::Reversed { .. } => Ok(None),
        }
    }

    /// The same pure run as on the screen, from facts of now and the stored price. `evidence` is a yes that was
    /// given before.
    pub(super) fn built(
        &self,
        caller: &Caller,
        flow: &Arc<Flow>,
        (work, price): (&FlowWork, &FlowQuote),
        evidence: Option<&Evidence>,
    ) -> Result<Built, Stopped> {
        self.with_basis(caller, work.customer, |basis, loaded| {
            let mut known = known::basis(self, flow, basis)?;
            if let Some(Evidence::Spoken { record }) = evidence {
                known.record = Some(record.clone());
            }
            let begun = FlowBegun {
                work: work.clone(),
                basis: known.clone(),
                price: Some(price.clone()),
                returned: None,
            };
            let run = Run::begin(flow.clone(), self.pack.clone(), begun);
            // a run leaves out what it cannot take any more and fills in what it may: that is not what was asked
            if run.work().fields != work.fields {
                return Err(Refusal::RunChanged.into());
            }
            if price.terms != run.terms() {
                return Err(Refusal::PriceOther.into());
            }
            let plan = run.plan()?;
            Ok(Built {
                plan,
                orders: run.fitting_orders(),
                basis: known,
                facts: loaded.facts.clone(),
                version: loaded.version,
            })
        })
    }

    /// Nothing is posted: run, approval and what falls due are one commit.
    fn ask_second(
        &self,
        caller: &Caller,
        asked: &Asked,
        built: &Built,
        (limit, withdrawn): (Money, Option<Approval>),
    ) -> Result<Option<FlowDone>, Stopped> {
        let approval = Approval {
            id: ApprovalId(self.stamp.fresh_id()),
            customer: asked.work.customer,
            request: asked.work.run,
            digest: built.plan.digest,
            what: ApprovalKind::Run,
            amount: built.plan.amount,
            limit,
            maker: asked.maker.clone(),
            role: caller.role,
            asked: asked.at,
            until: asked.quote.until.min(last_of(asked.quote.made)),
            outcome: None,
        };
        let run = asked.run(FlowState::AwaitingApproval { approval: approval.id });
        let act = AuditAct::FlowAsked { run: asked.work.run, approval: approval.id };
        let line = self.approval_line(&approval, Some(&run))?;
        let draft = Draft { quote: Some(asked.quote.id), ..self.draft_of(caller, &asked.work)? };
        let mut intent: Intent = self.once()?.at_version(asked.work.customer, built.version);
        intent.records.extend(withdrawn.map(Record::Approval));
        intent.records.extend([
            Record::Approval(approval),
            Record::FlowRun(run),
            Record::Draft(draft),
            self.traced(caller, act),
        ]);
        Ok(try_commit(self, intent)?.map(|_| FlowDone::Awaiting(line)))
    }
}
