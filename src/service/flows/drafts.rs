//! Drafts: a flow that was begun is kept for a while and can be taken up again.

use super::{Answered, known, missing, try_commit};
use crate::{
    domain::{
        CustomerNo, DraftId, QuoteId, Refusal, RequestKey,
        approval::{Approval, ApprovalOutcome},
        audit::AuditAct,
        draft::Draft,
        flow_run::{FlowQuote, FlowRun, FlowState},
    },
    pack::Pack,
    request::{
        Caller, FlowAnswer,
        flow::{FlowBegun, FlowWork},
    },
    service::{
        Service, ServiceError,
        door::Stopped,
        records::{self, Record},
    },
    store::{KeyRange, Table, tables},
    time::Moment,
};

/// The parameter that says how long a draft is kept.
pub(super) const DRAFT_MINUTES: &str = "flow.draft_minutes";
/// Drafts that lapsed and are cleared away when a flow is opened: the oldest ones.
const SWEEP_MAX: usize = 4;
/// Drafts that are looked through for one that was left half done: far more than people begin in the time one is kept.
const DRAFTS_MAX: usize = 10_000;
/// The most bytes of what is entered in a flow; a form holds far less.
const FIELDS_BYTES_MAX: usize = 16 * 1_024;

impl Service {
    /// Opens a flow; the look is recorded at the version that is shown, before anything leaves.
    pub(super) fn flow_begin(&self, caller: &Caller, customer: CustomerNo, name: &str) -> Answered {
        self.flow_of(caller, name)?;
        let run = RequestKey(self.stamp.run_id());
        let work = FlowWork {
            run,
            draft: run.draft(),
            customer,
            flow: name.to_owned(),
            step: 1,
            fields: Vec::new(),
        };
        self.flow_open(caller, &work, None)
    }

    /// Opens a flow for a person: with what they put before a second person or left half done, if it is kept.
    pub(super) fn flow_take_up(&self, caller: &Caller, customer: CustomerNo, name: &str) -> Answered {
        match self.left_off(caller, customer, name)? {
            Some(draft) => self.flow_resume(caller, draft),
            None => self.flow_begin(caller, customer, name),
        }
    }

    /// An operator's draft of a customer and flow: the one that waits for a second person or that one sent back, else
    /// the one kept longest.
    fn left_off(
        &self,
        caller: &Caller,
        customer: CustomerNo,
        name: &str,
    ) -> Result<Option<DraftId>, ServiceError> {
        let now = self.stamp.now();
        let mut found: Option<Draft> = None;
        for row in self.store.scan(Table::Draft, KeyRange::all(), DRAFTS_MAX)? {
            let Some(Record::Draft(draft)) = Record::open(Table::Draft, &row.key, &row.value)? else {
                continue;
            };
            let own = draft.operator == caller.operator && draft.customer == customer && draft.flow == name;
            if !own || draft.until < now {
                continue;
            }
            let state = self.flow_run(draft.request)?.map(|run| run.state);
            if matches!(state, Some(FlowState::AwaitingApproval { .. } | FlowState::Returned { .. })) {
                return Ok(Some(draft.id));
            }
            if found.as_ref().is_none_or(|found| found.until <= draft.until) {
                found = Some(draft);
            }
        }
        Ok(found.map(|draft| draft.id))
    }

    /// Takes up a draft; one whose run waits for a second person is shown as that person sees it, one whose run was
    /// posted meanwhile answers with what came of it.
    pub(super) fn flow_resume(&self, caller: &Caller, id: DraftId) -> Answered {
        match self.own_waiting(caller, id.run())? {
            Some(waiting) => Ok(waiting),
            None => self.resumed(caller, id),
        }
    }

    /// A run of one's own that still waits for a second person.
    fn own_waiting(&self, caller: &Caller, run: RequestKey) -> Result<Option<FlowAnswer>, Stopped> {
        let own = self.flow_run(run)?.filter(|run| run.maker == caller.operator);
        let Some(FlowState::AwaitingApproval { approval }) = own.map(|run| run.state) else {
            return Ok(None);
        };
        match self.flow_review(caller, approval) {
            Ok(waiting) => Ok(Some(waiting)),
            // nobody agreed in time: what is left of it is the draft
            Err(Stopped::Refused(Refusal::ApprovalExpired { .. } | Refusal::UnknownApproval)) => Ok(None),
            Err(stopped) => Err(stopped),
        }
    }

    fn resumed(&self, caller: &Caller, id: DraftId) -> Answered {
        if let Some(run) = self.flow_run(id.run())? {
            let posted = self.done(&run)?;
            if let Some(done) = posted.filter(|_| run.maker == caller.operator) {
                return Ok(FlowAnswer::Done(Box::new(done)));
            }
        }
        let draft = self.draft(caller, id)?.ok_or(Refusal::UnknownDraft)?;
        let price = draft.quote.map(|quote| self.quote(quote)).transpose()?.flatten();
        self.flow_open(caller, &work_of(&draft), price.as_ref())
    }

    /// Takes up the run that a price was held for, with exactly that price; a later price of the run took its place.
    pub(super) fn flow_quoted(&self, caller: &Caller, id: QuoteId) -> Answered {
        let quote = self.quote(id)?.ok_or(Refusal::UnknownPrice)?;
        let answer = self.resumed(caller, quote.run.draft())?;
        let FlowAnswer::Begun(begun) = &answer else { return Ok(answer) };
        match &begun.price {
            Some(price) if price.id == id => Ok(answer),
            Some(_) => Err(Refusal::PriceSuperseded.into()),
            // it is priced again
            None if begun.returned.is_some() => Ok(answer),
            None => Err(Refusal::PriceOther.into()),
        }
    }

    /// Keeps what has been entered.
    pub(super) fn flow_keep(&self, caller: &Caller, work: &FlowWork) -> Answered {
        self.flow_of(caller, &work.flow)?;
        Self::settled(work.customer, || {
            let draft = self.draft_of(caller, work)?;
            let mut intent = self.once()?;
            intent.records.push(Record::Draft(draft));
            Ok(try_commit(self, intent)?.map(|_| FlowAnswer::Kept))
        })
    }

    /// Drops a draft, and what waits for a second person with it.
    pub(super) fn flow_cancel(&self, caller: &Caller, work: &FlowWork) -> Answered {
        check_work(work)?;
        Self::settled(work.customer, || {
            self.draft(caller, work.draft)?;
            let mut intent = self.once()?;
            intent.removes.push(tables::draft(work.draft));
            if let Some(run) = self.flow_run(work.run)? {
                if run.maker != caller.operator {
                    return Err(Refusal::UnknownDraft.into());
                }
                if let Some(done) = self.done(&run)? {
                    return Ok(Some(FlowAnswer::Done(Box::new(done))));
                }
                let withdrawn = self.withdrawn(caller, &run)?;
                intent.records.extend(withdrawn.map(Record::Approval));
                intent.records.push(Record::FlowRun(FlowRun { state: FlowState::Dropped, ..run }));
            }
            Ok(try_commit(self, intent)?.map(|_| FlowAnswer::Kept))
        })
    }

    /// The approval of a run that still waits for one, taken back by its maker.
    pub(super) fn withdrawn(&self, caller: &Caller, run: &FlowRun) -> Result<Option<Approval>, Stopped> {
        let FlowState::AwaitingApproval { approval } = &run.state else {
            return Ok(None);
        };
        let waiting = match self.waiting(*approval) {
            Ok(waiting) => waiting,
            Err(Stopped::Refused(Refusal::UnknownApproval)) => return Ok(None),
            Err(stopped) => return Err(stopped),
        };
        let outcome = Some((ApprovalOutcome::Withdrawn, caller.operator.clone(), self.stamp.now()));
        Ok(Some(Approval { outcome, ..waiting }))
    }

    /// Shows a run; the trace is durable first.
    fn flow_open(&self, caller: &Caller, work: &FlowWork, price: Option<&FlowQuote>) -> Answered {
        let customer = work.customer;
        Self::settled(customer, || {
            let flow = self.flow_of(caller, &work.flow)?;
            let (basis, version) = self.with_basis(caller, customer, |basis, loaded| {
                Ok((known::basis(self, flow, basis)?, loaded.version))
            })?;
            let act = AuditAct::FlowBegun { flow: work.flow.clone(), customer };
            let mut intent = self.once()?.at_version(customer, version);
            intent.records.push(self.traced(caller, act));
            intent.removes.extend(self.lapsed(work.draft)?.into_iter().map(tables::draft));
            // a price is for what it was held for
            let terms = self.unpriced(flow, work, basis.clone()).terms();
            let returned = self.sent_back(work.run)?;
            // what was sent back is priced and read again
            let spent = match &returned {
                Some(_) => self.flow_run(work.run)?.map(|run| run.quote.id),
                None => None,
            };
            let holds = |price: &&FlowQuote| price.terms == terms && spent != Some(price.id);
            let price = price.filter(holds).cloned();
            let begun = FlowBegun { work: work.clone(), basis, price, returned };
            Ok(try_commit(self, intent)?.map(|_| FlowAnswer::Begun(Box::new(begun))))
        })
    }

    /// The oldest drafts that lapsed.
    fn lapsed(&self, but: DraftId) -> Result<Vec<DraftId>, ServiceError> {
        let rows = self.store.scan(Table::Draft, KeyRange::all(), SWEEP_MAX)?;
        let mut lapsed = Vec::new();
        for row in rows {
            if let Some(Record::Draft(draft)) = Record::open(Table::Draft, &row.key, &row.value)?
                && draft.until < self.stamp.now()
                && draft.id != but
            {
                lapsed.push(draft.id);
            }
        }
        Ok(lapsed)
    }

    /// An operator's own draft that has not lapsed. Somebody else's is none.
    pub(super) fn draft(&self, caller: &Caller, id: DraftId) -> Result<Option<Draft>, Stopped> {
        let found =
            records::get::<Draft>(self.store.as_ref(), &tables::draft(id)).map_err(ServiceError::Store)?;
        let Some((_, draft)) = found else { return Ok(None) };
        if draft.operator != caller.operator {
            return Err(Refusal::UnknownDraft.into());
        }
        Ok(Some(draft).filter(|draft| self.stamp.now() <= draft.until))
    }

    /// The draft of what has been entered, its price kept.
    pub(super) fn draft_of(&self, caller: &Caller, work: &FlowWork) -> Result<Draft, Stopped> {
        check_work(work)?;
        let kept = self.draft(caller, work.draft)?;
        let until = kept_until(&self.pack, self.stamp.now())?;
        // who only looked changes nothing: neither how far it was nor how long it is kept
        let same = kept.as_ref().filter(|kept| kept.fields.iter().all(|field| work.fields.contains(field)));
        Ok(Draft {
            id: work.draft,
            operator: caller.operator.clone(),
            customer: work.customer,
            flow: work.flow.clone(),
            step: same.map_or(work.step, |kept| kept.step.max(work.step)),
            fields: work.fields.clone(),
            request: work.run,
            quote: kept.as_ref().and_then(|kept| kept.quote),
            until: kept.as_ref().map_or(until, |kept| kept.until.max(until)),
        })
    }
}

/// Until when a draft that is written now is kept.
pub(super) fn kept_until(pack: &Pack, at: Moment) -> Result<Moment, Stopped> {
    let day = at.day();
    let minutes = pack.number(DRAFT_MINUTES, day).ok_or_else(|| missing(DRAFT_MINUTES, day))?;
    at.plus_seconds(minutes.saturating_mul(60)).ok_or_else(|| missing(DRAFT_MINUTES, day))
}

/// Run and draft belong together, and no form holds more than this.
pub(super) fn check_work(work: &FlowWork) -> Result<(), Refusal> {
    let bytes: usize = work.fields.iter().map(|(name, value)| name.len() + value.len()).sum();
    if work.draft != work.run.draft() || bytes > FIELDS_BYTES_MAX {
        return Err(Refusal::UnknownDraft);
    }
    Ok(())
}

fn work_of(draft: &Draft) -> FlowWork {
    FlowWork {
        run: draft.request,
        draft: draft.id,
        customer: draft.customer,
        flow: draft.flow.clone(),
        step: draft.step,
        fields: draft.fields.clone(),
    }
}
