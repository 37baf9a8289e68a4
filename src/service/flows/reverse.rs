//! Taking a posted run back as a whole: a teller asks, a supervisor agrees, and one batch mirrors every entry.

use serde::Serialize;

use super::{Answered, approvals::reversal_of, try_commit};
use crate::{
    domain::{
        ApprovalId, EntryId, FactKind, OutboxId, Refusal, RequestKey,
        approval::{Approval, ApprovalKind, ApprovalOutcome},
        audit::AuditAct,
        deposit::Deposit,
        flow_run::{Evidence, FlowEffect, FlowRun, FlowState},
        ledger::{Entry, EntryKind, Posting, Side},
        operator::Role,
        outbox::{OutboxOrder, OutboxState},
        receipt::{LegState, Receipt, ReceiptLeg, ReceiptLine, ReceiptNo},
        task::Task,
    },
    money::{Currency, Money},
    request::{Caller, FlowAnswer, flow::FlowDone},
    service::{
        Loaded, Service, ServiceError,
        commit::{Intent, commit, digest},
        door::Stopped,
        ledger::{self, Reached, Terms},
        records::{self, Record},
    },
    store::{StoreError, tables},
    text::{Message, ids::saga as id},
    time::Moment,
};

mod beside;
mod facts;

/// The hour and minute of the day at which a reversal that nobody agreed to lapses.
const LAPSES_AT: (i8, i8) = (23, 59);

/// A posted run with everything that taking it back needs.
struct Posted {
    receipt: Receipt,
    run: FlowRun,
    entries: Vec<Entry>,
    orders: Vec<OutboxOrder>,
    loaded: Loaded,
}

/// What is agreed to: the receipt, its entries, and why.
#[derive(Serialize)]
struct Agreed<'a> {
    receipt: ReceiptNo,
    entries: &'a [Entry],
    reason: &'a str,
}

impl Service {
    /// A teller's word asks for it; a supervisor's agrees to what was asked.
    pub(super) fn flow_reverse(&self, caller: &Caller, no: ReceiptNo, reason: &str) -> Answered {
        let customer = self.receipt(no)?.customer;
        Self::settled(customer, || {
            if let Some(waiting) = self.open_reversal(no)? {
                return self.reversal_asked(caller, &waiting, no);
            }
            let posted = self.posted(no)?;
            if caller.role == Role::Supervisor {
                return Err(Refusal::MakerNeeded.into());
            }
            if reason.trim().is_empty() {
                return Err(Refusal::WhyMissing.into());
            }
            // what cannot be done is said now, not when somebody agrees
            facts::changed(&posted, self.stamp.now())?;
            let approval = self.reversal(caller, &posted, reason.to_owned())?;
            let line = self.approval_line(&approval, Some(&posted.run))?;
            let act = AuditAct::FlowAsked { run: posted.run.request, approval: approval.id };
            let mut intent = self.once()?.at_version(customer, posted.loaded.version);
            intent.records = vec![Record::Approval(approval), self.traced(caller, act)];
            Ok(try_commit(self, intent)?.map(|_| FlowAnswer::Done(Box::new(FlowDone::Awaiting(line)))))
        })
    }

    /// It is asked already: a supervisor agrees, a maker is told that it waits.
    fn reversal_asked(
        &self,
        caller: &Caller,
        waiting: &Approval,
        no: ReceiptNo,
    ) -> Result<Option<FlowAnswer>, Stopped> {
        let done = if caller.role == Role::Supervisor {
            self.second_person(caller, waiting)?;
            self.take_back(caller, waiting, no)?
        } else {
            let run = self.posted(no)?.run;
            Some(FlowDone::StillAwaiting(self.approval_line(waiting, Some(&run))?))
        };
        Ok(done.map(|done| FlowAnswer::Done(Box::new(done))))
    }

    fn reversal(&self, caller: &Caller, posted: &Posted, reason: String) -> Result<Approval, Stopped> {
        let at = self.stamp.now();
        let (hour, minute) = LAPSES_AT;
        let amount = amount(posted);
        Ok(Approval {
            id: ApprovalId(self.stamp.fresh_id()),
            customer: posted.receipt.customer,
            request: RequestKey(self.stamp.fresh_id()),
            digest: agreed(posted, &reason)?,
            what: ApprovalKind::Reversal { receipt: posted.receipt.no, reason },
            amount,
            // nobody takes money back alone
            limit: Money::zero(amount.currency),
            maker: caller.operator.clone(),
            role: caller.role,
            asked: at,
            until: Moment::at(at.day(), hour, minute).filter(|until| *until > at).unwrap_or(at),
            outcome: None,
        })
    }

    /// A posted run that was not taken back.
    fn posted(&self, no: ReceiptNo) -> Result<Posted, Stopped> {
        let receipt = self.receipt(no)?;
        if receipt.reversed_by.is_some() {
            return Err(Refusal::AlreadyReversed { receipt: no }.into());
        }
        if let Some(reverses) = receipt.reverses {
            return Err(Refusal::NotReversible { receipt: no, reverses }.into());
        }
        let run = self.flow_run(receipt.run)?.ok_or(Refusal::UnknownReceipt { receipt: no })?;
        let entries = self.all(&receipt.entries, |id: &EntryId| tables::entry(*id))?;
        let orders = self.all(&run.orders, |id: &OutboxId| tables::outbox(*id))?;
        let loaded = self.load(receipt.customer)?;
        self.still_runs(&receipt, &run)?;
        Ok(Posted { receipt, run, entries, orders, loaded })
    }

    /// A deposit that would have matured meanwhile is not put back.
    fn still_runs(&self, receipt: &Receipt, run: &FlowRun) -> Result<(), Stopped> {
        let today = self.stamp.now().day();
        for effect in &run.effects {
            let FlowEffect::DepositClosed { account } = effect else { continue };
            let place = tables::fact(receipt.customer, FactKind::Deposit, &account.0.to_be_bytes());
            let read = records::get::<Deposit>(self.store.as_ref(), &place).map_err(ServiceError::Store)?;
            let (_, deposit) = read.ok_or(Refusal::UnknownAccount { account: *account })?;
            if deposit.matures <= today {
                let (receipt, day) = (receipt.no, deposit.matures);
                return Err(Refusal::DepositMatured { receipt, account: *account, day }.into());
            }
        }
        Ok(())
    }

    fn all<I, T: serde::de::DeserializeOwned>(
        &self,
        ids: &[I],
        place: impl Fn(&I) -> (crate::store::Table, crate::store::Key),
    ) -> Result<Vec<T>, Stopped> {
        let mut found = Vec::with_capacity(ids.len());
        for id in ids {
            let at = place(id);
            let read = records::get::<T>(self.store.as_ref(), &at).map_err(ServiceError::Store)?;
            let (_, record) = read.ok_or_else(|| {
                let what = "a record that a receipt names is absent".to_owned();
                ServiceError::Store(StoreError::Corrupt {
                    place: records::place(at.0, &at.1).to_string(),
                    what,
                })
            })?;
            found.push(record);
        }
        Ok(found)
    }

    /// Mirrors every entry in one batch; `None` when something that was read has changed since.
    pub(super) fn take_back(
        &self,
        caller: &Caller,
        approval: &Approval,
        no: ReceiptNo,
    ) -> Result<Option<FlowDone>, Stopped> {
        let posted = self.posted(no)?;
        let ApprovalKind::Reversal { reason, .. } = &approval.what else {
            return Err(Refusal::UnknownApproval.into());
        };
        if agreed(&posted, reason)? != approval.digest {
            return Err(Refusal::ApprovalChanged.into());
        }
        let at = self.stamp.now();
        let (facts, reopened) = facts::changed(&posted, at)?;
        let (offers, lines) = beside::undone(&posted, at);
        let facts = facts.into_iter().chain(offers).collect();
        let number = self.numbers.receipt(self.store.as_ref(), self.stamp.as_ref(), at.day())?;
        let entries = self.mirrored(approval, &posted, at);
        let mut receipt = taken_back((approval, caller), &posted, &entries, (number, at));
        receipt.reason = Some(reason.clone());
        receipt.legs.extend(beside::leg(lines));
        let intent =
            Intent::new(approval.request, &(no, approval.id), &number).map_err(ServiceError::Store)?;
        let intent = intent.at_version(posted.receipt.customer, posted.loaded.version);
        let terms = Terms { day: at.day(), floors: &[], reopened: &reopened };
        let (mut intent, limits) = ledger::with_entries(self.store.as_ref(), intent, &entries, terms)?;
        intent.facts = facts;
        let task = self.task_of(&posted.run)?;
        intent.records.extend(task.map(|task| Record::Task(Task { done: Some(at), ..task })));
        intent.records.extend(cancelled(&posted, at).map(Record::Outbox));
        let outcome = Some((ApprovalOutcome::Approved, caller.operator.clone(), at));
        intent.records.extend([
            Record::Approval(Approval { outcome, ..approval.clone() }),
            Record::Receipt(marked(&posted.receipt, number)),
            Record::Receipt(receipt.clone()),
            Record::FlowRun(FlowRun { state: FlowState::Reversed { receipt: number }, ..posted.run.clone() }),
            self.traced(
                caller,
                AuditAct::FlowPosted {
                    run: posted.run.request,
                    receipt: number,
                    approval: Some(approval.id),
                    entries: receipt.entries.clone(),
                },
            ),
        ]);
        match commit(self.store.as_ref(), intent) {
            Ok(_) => Ok(Some(FlowDone::Posted { receipt: Box::new(receipt), task: None })),
            Err(ServiceError::Store(StoreError::Conflict { table, .. })) if super::moves(table) => Ok(None),
            Err(ServiceError::Store(StoreError::Floor { key, .. })) => {
                // money that was spent meanwhile cannot be taken back: which account, and how much
                match ledger::reached(self.store.as_ref(), &limits, &key)? {
                    Some(Reached::Account(refusal)) => Err(refusal.into()),
                    Some(Reached::Own(..)) | None => Ok(None),
                }
            }
            Err(error) => Err(super::stopped(error)),
        }
    }

    /// The task that a halted run left open.
    fn task_of(&self, run: &FlowRun) -> Result<Option<Task>, Stopped> {
        match &run.state {
            FlowState::Halted { task, .. } => {
                Ok(self.open_task_of(*task)?.filter(|task| task.done.is_none()))
            }
            FlowState::AwaitingApproval { .. }
            | FlowState::Returned { .. }
            | FlowState::Dropped
            | FlowState::Posted { .. }
            | FlowState::Reversed { .. } => Ok(None),
        }
    }

    /// Every entry with its sides changed, the last one first.
    fn mirrored(&self, approval: &Approval, posted: &Posted, at: Moment) -> Vec<Entry> {
        let ids = super::posting::rising(self.stamp.as_ref(), posted.entries.len());
        let mirrored = posted.entries.iter().rev().zip(ids).map(|(entry, id)| Entry {
            id,
            day: at.day(),
            kind: EntryKind::Transfer,
            request: approval.request,
            postings: entry.postings.iter().rev().map(mirror).collect(),
        });
        mirrored.collect()
    }
}

fn mirror(line: &Posting) -> Posting {
    let side = match line.side {
        Side::Debit => Side::Credit,
        Side::Credit => Side::Debit,
    };
    Posting { side, ..line.clone() }
}

fn agreed(posted: &Posted, reason: &str) -> Result<[u8; 32], Stopped> {
    let body = Agreed { receipt: posted.receipt.no, entries: &posted.entries, reason };
    Ok(digest(&body).map_err(ServiceError::Store)?)
}

/// What the first leg moved: the largest lira line of its entries.
fn amount(posted: &Posted) -> Money {
    let lines = posted.entries.iter().flat_map(|entry| &entry.postings);
    let lira = lines.filter(|line| line.money.currency == Currency::TRY).map(|line| line.money.minor);
    Money::new(lira.max().unwrap_or(0), Currency::TRY)
}

/// Orders that the core system has not taken are not sent any more.
fn cancelled(posted: &Posted, at: Moment) -> impl Iterator<Item = OutboxOrder> {
    let open = posted.orders.iter().filter(|order| !is_taken(order));
    open.map(move |order| OutboxOrder { state: OutboxState::Cancelled(at), ..order.clone() })
}

const fn is_taken(order: &OutboxOrder) -> bool {
    matches!(order.state, OutboxState::Acknowledged(_))
}

/// The original, marked.
fn marked(receipt: &Receipt, by: ReceiptNo) -> Receipt {
    let legs = receipt.legs.iter().cloned().map(|leg| match leg.state {
        LegState::Done => ReceiptLeg { state: LegState::Reversed, ..leg },
        LegState::Waiting | LegState::Refused | LegState::NotDone | LegState::Reversed => leg,
    });
    Receipt { reversed_by: Some(by), legs: legs.collect(), ..receipt.clone() }
}

/// The receipt of the reversal, with what the core system has taken already.
fn taken_back(
    (approval, caller): (&Approval, &Caller),
    posted: &Posted,
    entries: &[Entry],
    (no, at): (ReceiptNo, Moment),
) -> Receipt {
    let original = &posted.receipt;
    let done = original.legs.iter().filter(|leg| leg.state == LegState::Done);
    let mut legs: Vec<ReceiptLeg> =
        done.zip(&posted.orders).map(|(leg, order)| leg_back(leg, order)).collect();
    legs.reverse();
    // mirrored entries come in the same order as the legs that they take back
    let mut mirrored = entries.iter().map(|entry| entry.id);
    for (leg, back) in original.legs.iter().filter(|leg| leg.state == LegState::Done).rev().zip(&mut legs) {
        back.entries = mirrored.by_ref().take(leg.entries.len()).collect();
    }
    Receipt {
        no,
        customer: original.customer,
        run: original.run,
        flow: original.flow.clone(),
        title: reversal_of(&original.title),
        at,
        maker: approval.maker.clone(),
        checker: Some(caller.operator.clone()),
        touchpoint: caller.touchpoint,
        evidence: Evidence::Bank,
        legs,
        entries: entries.iter().map(|entry| entry.id).collect(),
        reverses: Some(original.no),
        reason: None,
        reversed_by: None,
        printed: 0,
    }
}

fn leg_back(leg: &ReceiptLeg, order: &OutboxOrder) -> ReceiptLeg {
    let state = if is_taken(order) { id::ORDER_STAYS } else { id::ORDER_CANCELLED };
    let lines = leg
        .lines
        .iter()
        .map(|line| ReceiptLine { money: line.money.and_then(|money| money.negated().ok()), ..line.clone() });
    let order = ReceiptLine {
        label: Message::new(state).said(),
        money: None,
        text: Some(crate::service::listing::same(order.id.to_string())),
    };
    ReceiptLeg {
        name: leg.name.clone(),
        state: LegState::Reversed,
        text: Message::new(id::REVERSED).said(),
        lines: lines.chain([order]).collect(),
        entries: Vec::new(),
    }
}
