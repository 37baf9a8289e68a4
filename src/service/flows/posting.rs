//! One batch for what a run does: every leg that may be done, the facts that change with it, run, receipt,
//! orders to the core system, task, trace and contact.

use super::{asked::Asked, missing, moves, stopped, submit::Built};
use crate::{
    domain::{
        EntryId, InteractionId, OutboxId, Refusal,
        approval::{Approval, ApprovalOutcome},
        audit::AuditAct,
        flow_run::{FlowRun, FlowState},
        ledger::{Entry, EntryKind, OwnAccount},
        operator::OperatorId,
        outbox::{OutboxOrder, OutboxState},
        receipt::{LegState, Receipt, ReceiptLeg, ReceiptLine, ReceiptNo},
        task::Task,
    },
    flow::{Flow, PlannedLeg},
    money::Currency,
    request::{Caller, flow::FlowDone},
    service::{
        Service, ServiceError,
        commit::{Intent, commit},
        door::Stopped,
        ledger::{self, Limits, Reached, Terms},
        records::Record,
        stamp::Stamp,
    },
    store::{StoreError, tables},
    text::{Message, Said, ids::saga as id},
    time::Moment,
};

pub(super) mod changes;

/// What is to be settled, and with whose word.
pub(super) struct Settlement<'a> {
    /// The flow.
    pub flow: &'a Flow,
    /// What was asked.
    pub asked: &'a Asked,
    /// The approval that it rests on, and who gives it.
    pub approval: Option<(&'a Approval, &'a OperatorId)>,
    /// An approval of an earlier submission, taken back.
    pub withdrawn: Option<Approval>,
}

/// Where a run stops before its end.
#[derive(Debug, Clone)]
struct Stop {
    leg: usize,
    why: Said,
}

/// Ids and numbers of a batch: they stay the same however often it is tried.
struct Ids {
    receipt: ReceiptNo,
    entries: Vec<Vec<EntryId>>,
    orders: Vec<OutboxId>,
    task: Option<Task>,
}

/// A batch with what it is answered with.
struct Deed {
    intent: Intent,
    limits: Limits,
    done: FlowDone,
}

impl Service {
    /// Posts a run; `None` when what it was built from has changed since.
    ///
    /// # Errors
    /// A refusal when not even the first leg may be posted, or an account would pass its limit.
    pub(super) fn settle(
        &self,
        caller: &Caller,
        settlement: &Settlement<'_>,
        built: &Built,
    ) -> Result<Option<FlowDone>, Stopped> {
        let legs = &built.plan.legs;
        let refused = legs
            .iter()
            .enumerate()
            .find_map(|(leg, planned)| planned.refused.clone().map(|why| Stop { leg, why }));
        let mut stop = refused;
        let mut ids = None;
        // each floor that is met stops the run earlier, so it ends after the last leg at most
        for _ in 0..=legs.len() {
            first_leg(legs, stop.as_ref())?;
            let ids = self.ids(&mut ids, legs, (settlement, stop.as_ref()))?;
            let deed = self.deed(caller, (settlement, built), ids, stop.as_ref())?;
            let key = match commit(self.store.as_ref(), deed.intent) {
                Ok(done) if done.replayed.is_none() => return Ok(Some(deed.done)),
                // made before by the same request: what came of it is asked for again
                Ok(_) => return Ok(None),
                Err(ServiceError::Store(StoreError::Conflict { table, .. })) if moves(table) => {
                    return Ok(None);
                }
                Err(ServiceError::Store(StoreError::Floor { key, .. })) => key,
                Err(error) => return Err(stopped(error)),
            };
            match ledger::reached(self.store.as_ref(), &deed.limits, &key)? {
                Some(Reached::Account(refusal)) => return Err(refusal.into()),
                Some(Reached::Own(OwnAccount::FxPosition, currency)) => {
                    stop = at_floor(legs, currency).or(stop);
                }
                // it has risen again since
                Some(Reached::Own(..)) | None => return Ok(None),
            }
        }
        Ok(None)
    }

    /// Numbers are taken when there is something to number, and once.
    fn ids<'i>(
        &self,
        kept: &'i mut Option<Ids>,
        legs: &[PlannedLeg],
        (settlement, stop): (&Settlement<'_>, Option<&Stop>),
    ) -> Result<&'i Ids, Stopped> {
        let (store, stamp) = (self.store.as_ref(), self.stamp.as_ref());
        let at = settlement.asked.at;
        let mut ids = match kept.take() {
            Some(ids) => ids,
            None => Ids {
                receipt: self.numbers.receipt(store, stamp, at.day())?,
                entries: entry_ids(stamp, legs),
                orders: legs.iter().map(|_| OutboxId(stamp.fresh_id())).collect(),
                task: None,
            },
        };
        if stop.is_some() && ids.task.is_none() {
            ids.task = Some(self.task(settlement)?);
        }
        Ok(kept.insert(ids))
    }

    /// Who owes what after a run stopped at its safe point.
    fn task(&self, settlement: &Settlement<'_>) -> Result<Task, Stopped> {
        let (safe, at) = (&settlement.flow.safe_point, settlement.asked.at);
        let hours = self.pack.number(&safe.hours, at.day()).ok_or_else(|| missing(&safe.hours, at.day()))?;
        let due = full_hour(at, hours).ok_or_else(|| missing(&safe.hours, at.day()))?;
        Ok(Task {
            id: self.numbers.task(self.store.as_ref(), self.stamp.as_ref())?,
            customer: settlement.asked.work.customer,
            owner: None,
            unit: safe.unit.clone(),
            what: Message::new(id::TASK).with("what", safe.task.clone()),
            due,
            done: None,
        })
    }

    /// The batch of all legs before the stop.
    fn deed(
        &self,
        caller: &Caller,
        (settlement, built): (&Settlement<'_>, &Built),
        ids: &Ids,
        stop: Option<&Stop>,
    ) -> Result<Deed, Stopped> {
        let asked = settlement.asked;
        let many = stop.map_or(built.plan.legs.len(), |stop| stop.leg);
        let entries = entries(asked, built, ids, many);
        let floors: Vec<_> = built.plan.legs.iter().take(many).filter_map(|leg| leg.floor).collect();
        let own: Vec<_> = floors.into_iter().map(|floor| (OwnAccount::FxPosition, floor)).collect();
        let intent = Intent::new(asked.work.run, &asked.body(), &ids.receipt).map_err(ServiceError::Store)?;
        let intent = intent.at_version(asked.work.customer, built.version);
        let terms = Terms { day: asked.at.day(), floors: &own, reopened: &[] };
        let (mut intent, limits) = ledger::with_entries(self.store.as_ref(), intent, &entries, terms)?;
        let receipt = receipt((settlement, built), ids, &entries, stop);
        let (facts, effects) = changes::facts((settlement, built), &receipt, many);
        intent.facts = facts;
        let orders = orders(asked, built, ids, many);
        let run = FlowRun {
            effects,
            orders: orders.iter().map(|order| order.id).collect(),
            ..asked.run(state(ids, stop))
        };
        intent.records.extend(orders.into_iter().map(Record::Outbox));
        let task = stop.and(ids.task.clone());
        intent.records.extend(task.clone().map(Record::Task));
        intent.records.extend(agreed(settlement).map(Record::Approval));
        intent.records.extend(settlement.withdrawn.clone().map(Record::Approval));
        intent.records.extend([
            Record::FlowRun(run),
            Record::Receipt(receipt.clone()),
            self.traced(caller, posted(settlement, &receipt)),
        ]);
        intent.removes.push(tables::draft(asked.work.draft));
        let done = FlowDone::Posted {
            receipt: Box::new(receipt),
            task: task.as_ref().map(|task| self.open_task(task)),
        };
        Ok(Deed { intent, limits, done })
    }
}

fn posted(settlement: &Settlement<'_>, receipt: &Receipt) -> AuditAct {
    AuditAct::FlowPosted {
        run: receipt.run,
        receipt: receipt.no,
        approval: settlement.approval.map(|(approval, _)| approval.id),
        entries: receipt.entries.clone(),
    }
}

/// The approval with the second person's word.
fn agreed(settlement: &Settlement<'_>) -> Option<Approval> {
    let (approval, checker) = settlement.approval?;
    let outcome = Some((ApprovalOutcome::Approved, checker.clone(), settlement.asked.at));
    Some(Approval { outcome, ..approval.clone() })
}

/// A refusal where nothing at all may be posted.
fn first_leg(legs: &[PlannedLeg], stop: Option<&Stop>) -> Result<(), Refusal> {
    match (stop, legs.first()) {
        (Some(Stop { leg: 0, why }), Some(first)) => {
            Err(Refusal::LegRefused { leg: first.name.clone(), why: why.clone() })
        }
        (_, _) => Ok(()),
    }
}

/// The leg that takes the bank's position in a currency.
fn at_floor(legs: &[PlannedLeg], currency: Currency) -> Option<Stop> {
    let floor = |leg: &PlannedLeg| leg.floor.is_some_and(|floor| floor.currency == currency);
    let leg = legs.iter().position(floor)?;
    Some(Stop { leg, why: Message::new(id::FLOOR_REACHED).said() })
}

/// Ids that rise in posting order, so that entries of one run are listed in it.
fn entry_ids(stamp: &dyn Stamp, legs: &[PlannedLeg]) -> Vec<Vec<EntryId>> {
    let many = legs.iter().map(|leg| leg.entries.len()).sum();
    let mut next = rising(stamp, many).into_iter();
    legs.iter().map(|leg| next.by_ref().take(leg.entries.len()).collect()).collect()
}

/// So many fresh entry ids, rising: those of one instant come in no order of their own.
pub(super) fn rising(stamp: &dyn Stamp, many: usize) -> Vec<EntryId> {
    let mut ids: Vec<EntryId> = (0..many).map(|_| EntryId(stamp.fresh_id())).collect();
    ids.sort_unstable();
    ids
}

fn entries(asked: &Asked, built: &Built, ids: &Ids, many: usize) -> Vec<Entry> {
    let legs = built.plan.legs.iter().zip(&ids.entries).take(many);
    legs.flat_map(|(leg, ids)| leg.entries.iter().zip(ids))
        .map(|(postings, id)| Entry {
            id: *id,
            day: asked.at.day(),
            kind: EntryKind::Transfer,
            request: asked.work.run,
            postings: postings.clone(),
        })
        .collect()
}

fn orders(asked: &Asked, built: &Built, ids: &Ids, many: usize) -> Vec<OutboxOrder> {
    let legs = built.plan.legs.iter().zip(&ids.orders).take(many);
    legs.map(|(leg, id)| OutboxOrder {
        id: *id,
        customer: asked.work.customer,
        request: asked.work.run,
        kind: leg.order.kind.to_owned(),
        body: leg.order.body.clone(),
        attempts: 0,
        next: asked.at,
        state: OutboxState::Waiting,
    })
    .collect()
}

fn state(ids: &Ids, stop: Option<&Stop>) -> FlowState {
    let receipt = ids.receipt;
    match (stop, &ids.task) {
        (Some(stop), Some(task)) => FlowState::Halted {
            receipt,
            leg: u8::try_from(stop.leg + 1).unwrap_or(u8::MAX),
            why: stop.why.clone(),
            task: task.id,
        },
        (_, _) => FlowState::Posted { receipt },
    }
}

fn receipt(
    (settlement, built): (&Settlement<'_>, &Built),
    ids: &Ids,
    entries: &[Entry],
    stop: Option<&Stop>,
) -> Receipt {
    let asked = settlement.asked;
    let legs = built.plan.legs.iter().zip(ids.orders.iter().zip(&ids.entries)).enumerate();
    Receipt {
        no: ids.receipt,
        customer: asked.work.customer,
        run: asked.work.run,
        flow: settlement.flow.name.clone(),
        title: settlement.flow.title.clone(),
        at: asked.at,
        maker: asked.maker.clone(),
        checker: settlement.approval.map(|(_, checker)| checker.clone()),
        touchpoint: asked.touchpoint,
        evidence: asked.evidence.clone(),
        legs: legs.map(|(at, (leg, ids))| receipt_leg(leg, at, ids, stop)).collect(),
        entries: entries.iter().map(|entry| entry.id).collect(),
        reverses: None,
        reason: None,
        reversed_by: None,
        printed: 0,
    }
}

fn receipt_leg(
    leg: &PlannedLeg,
    at: usize,
    (order, entries): (&OutboxId, &Vec<EntryId>),
    stop: Option<&Stop>,
) -> ReceiptLeg {
    let none = (Vec::new(), Vec::new());
    let (state, text, (lines, entries)) = match stop {
        Some(stop) if stop.leg == at => (LegState::Refused, stop.why.clone(), none),
        Some(stop) if stop.leg < at => (LegState::NotDone, Message::new(id::NOT_DONE).said(), none),
        Some(_) | None => {
            let reference = ReceiptLine {
                label: Message::new(id::REFERENCE).said(),
                money: None,
                text: Some(crate::service::listing::same(order.to_string())),
            };
            let lines = leg.lines.iter().cloned().chain([reference]).collect();
            (LegState::Done, leg.text.clone(), (lines, entries.clone()))
        }
    };
    ReceiptLeg { name: leg.name.clone(), state, text, lines, entries }
}

/// So many hours later, at the next full hour.
pub(super) fn full_hour(at: Moment, hours: i64) -> Option<Moment> {
    const HOUR: i64 = 3_600;
    let seconds = at.micros().div_euclid(1_000_000);
    let due = seconds.checked_add(hours.checked_mul(HOUR)?)?;
    let rounded = due.checked_add(HOUR - 1)?.div_euclid(HOUR) * HOUR;
    Moment::from_micros(rounded.checked_mul(1_000_000)?)
}

/// The number of the contact that a run belongs to: of its own, so that two runs never share one.
pub(super) fn contact_id(run: crate::domain::RequestKey) -> InteractionId {
    let hash = blake3::derive_key("tekil contact of a flow", &run.0.to_be_bytes());
    let number = u64::from_be_bytes(hash.first_chunk().copied().unwrap_or_default());
    // above every number that a source gives
    InteractionId(number | 1 << 63)
}
