//! Runs of a flow beside plain postings: real customers of a demo store, priced beforehand, posted by so many
//! tellers at once on a copy of the store.

use std::{
    collections::BTreeSet,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

use serde_json::{Value, json};

use super::{
    super::{Run, runs::ask},
    commit::{plans, run_value, timed},
    place::Place,
};
use crate::{
    domain::{CustomerNo, QuoteId},
    flow::{How, Next, Run as Filled},
    front::{
        bank::{Bank, unexpected},
        outcome::{Exit, Failure},
        settings::Settings,
    },
    request::{
        Answer, Door, FlowAnswer, FlowRequest, Request,
        flow::{FlowDone, FlowWork, Yes},
    },
    store::{
        StoreError,
        bench::{Measured, Plan, Poster, Posting},
    },
    text::{Lang, Message, amount, ids::cli as id},
};

/// So many draws in a row brought nobody new: the store has no more customers.
const KNOWN_MAX: usize = 1_000;
/// A run of a flow is several postings: a fifth as many show as much, and a price holds until all are posted.
const POSTINGS_A_RUN: u64 = 5;
/// Steps from screen to screen; no flow has so many.
const STEPS_MAX: usize = 16;

/// A flow's name, and the fields that are set.
pub(super) type Asked<'a> = (&'a str, &'a [(String, String)]);

/// What runs of a flow showed.
pub(super) struct Flows {
    flow: String,
    measured: Vec<Measured>,
}

impl Flows {
    pub(super) fn value(&self) -> Value {
        json!({ "flow": self.flow, "runs": self.measured.iter().map(run_value).collect::<Vec<_>>() })
    }

    pub(super) fn text(&self, lang: Lang) -> String {
        let number = |count: u64| amount::whole(i64::try_from(count).unwrap_or(i64::MAX), lang);
        let line = |run: &Measured| {
            let line = Message::new(id::BENCH_FLOW_RUN)
                .with("flow", self.flow.as_str())
                .with("writers", format!("{:>4}", run.writers))
                .with("second", format!("{:>9}", number(run.per_second)))
                .with("p50", format!("{:>8}", number(run.p50_us)))
                .with("p99", format!("{:>8}", number(run.p99_us)));
            line.say(lang) + "\n"
        };
        self.measured.iter().map(line).collect()
    }
}

/// Posts runs of a flow on a copy of the store, each number of writers in turn, as far as the store has customers
/// for them.
///
/// # Errors
/// Fewer customers can do the flow than there are writers, or a run was not posted as a whole.
pub(super) fn measure(
    run: &Run<'_>,
    place: &Place,
    (flow, sets): Asked<'_>,
    writers: &[u64],
) -> Result<Flows, Failure> {
    let store = place.copy(&run.settings.store)?;
    let bank = Bank::open_filled(&Settings { store, ..run.settings.clone() }, run.out)?;
    let fewer = |plan: Plan| Plan { postings_each: (plan.postings_each / POSTINGS_A_RUN).max(1), ..plan };
    let plans: Vec<Plan> = plans(1, writers).map(fewer).collect();
    let able = able(&bank, (flow, sets), plans.iter().map(runs).sum())?;
    let mut ready = able.iter().filter_map(|customer| priced(&bank, *customer, (flow, sets)).transpose());
    let mut measured = Vec::new();
    for plan in &plans {
        let share = runs(plan).min(able.len() / plans.len());
        let ready = ready.by_ref().take(share).collect::<Result<Vec<_>, _>>()?;
        let postings_each = u64::try_from(ready.len()).unwrap_or(u64::MAX) / plan.writers;
        if postings_each == 0 {
            return Err(too_few(flow, plan.writers, ready.len()));
        }
        measured.push(posted(&bank, &ready, &Plan { postings_each, ..*plan })?);
    }
    bank.close()?;
    Ok(Flows { flow: flow.to_owned(), measured })
}

fn runs(plan: &Plan) -> usize {
    usize::try_from(plan.writers * plan.postings_each).unwrap_or(usize::MAX)
}

/// Customers who can do the flow as far as the price; found before any is priced, because a price is not held
/// for long.
fn able(bank: &Bank, asked: Asked<'_>, needed: usize) -> Result<Vec<CustomerNo>, Failure> {
    let mut seen = BTreeSet::new();
    let mut able = Vec::with_capacity(needed);
    let mut known = 0;
    for customer in bank.sample()? {
        let customer = customer?;
        known = if seen.insert(customer) { 0 } else { known + 1 };
        if able.len() == needed || known == KNOWN_MAX {
            break;
        }
        if known == 0 && filled(bank, customer, asked)?.is_some() {
            able.push(customer);
        }
    }
    Ok(able)
}

fn too_few(flow: &str, needed: u64, found: usize) -> Failure {
    let message =
        Message::new(id::BENCH_FLOW_FEW).with("flow", flow).with("needed", needed).with("found", found);
    Failure::new(Exit::Refused, "too_few_customers", message)
}

/// A run that wants a price next; `None`: this customer cannot do it.
fn filled(bank: &Bank, customer: CustomerNo, (flow, sets): Asked<'_>) -> Result<Option<Filled>, Failure> {
    let FlowAnswer::Begun(begun) = ask(bank, FlowRequest::Begin { customer, flow: flow.to_owned() })? else {
        return Err(unexpected());
    };
    let service = bank.door();
    let known = service.flows.get(flow).ok_or_else(unexpected)?;
    let mut run = Filled::begin(known.clone(), service.pack.clone(), *begun);
    let taken = sets.iter().all(|(field, value)| run.set(field, value, How::Typed).is_ok());
    Ok((taken && matches!(run.next(), Ok(Next::Price))).then_some(run))
}

/// As it is submitted from the screen that commits; `None`: a second person would be asked.
fn priced(bank: &Bank, customer: CustomerNo, asked: Asked<'_>) -> Result<Option<Ready>, Failure> {
    let Some(mut run) = filled(bank, customer, asked)? else { return Ok(None) };
    let FlowAnswer::Priced(quote) = ask(bank, FlowRequest::Price { work: run.work() })? else {
        return Err(unexpected());
    };
    let id = quote.id;
    run.priced(quote);
    for _ in 0..STEPS_MAX {
        if run.commits() {
            break;
        }
        if run.next().is_err() {
            return Ok(None);
        }
    }
    let limit =
        run.flow().limit(run.basis().role).and_then(|limit| bank.door().pack.money(limit, bank.now().day()));
    let within = limit.zip(run.plan().ok()).filter(|(limit, plan)| plan.amount.minor <= limit.minor);
    Ok(within.map(|(_, plan)| Ready { work: run.work(), quote: id, seen: plan.digest }))
}

/// A run as its teller has it on the screen that commits.
struct Ready {
    work: FlowWork,
    quote: QuoteId,
    seen: [u8; 32],
}

/// Tellers who submit what is ready, each run once.
struct Tellers<'a> {
    bank: &'a Bank,
    ready: &'a [Ready],
    next: AtomicUsize,
    other: Mutex<Option<Answer>>,
}

impl Poster for Tellers<'_> {
    fn post(&self, _: &Posting) -> Result<(), StoreError> {
        let Some(Ready { work, quote, seen }) = self.ready.get(self.next.fetch_add(1, Ordering::Relaxed))
        else {
            return Ok(());
        };
        let submit = FlowRequest::Submit {
            work: work.clone(),
            quote: *quote,
            yes: Yes::Spoken,
            seen: Box::new(*seen),
        };
        let answer = self.bank.door().ask(self.bank.caller(), Request::Flow(submit));
        if let Answer::Flow(FlowAnswer::Done(done)) = &answer
            && matches!(done.as_ref(), FlowDone::Posted { task: None, .. })
        {
            return Ok(());
        }
        let mut other = self.other.lock().unwrap_or_else(PoisonError::into_inner);
        *other = Some(answer);
        Ok(())
    }
}

fn posted(bank: &Bank, ready: &[Ready], plan: &Plan) -> Result<Measured, Failure> {
    let tellers = Tellers { bank, ready, next: AtomicUsize::new(0), other: Mutex::new(None) };
    let measured = timed(&tellers, plan)?;
    match tellers.other.into_inner().unwrap_or_else(PoisonError::into_inner) {
        None => Ok(measured),
        Some(Answer::Refused(refusal)) => Err(refusal.into()),
        // a run that waits for a second person, or that halted, is not what was to be measured
        Some(_) => Err(Failure::new(Exit::Refused, "not_posted", Message::new(id::BENCH_NOT_POSTED))),
    }
}
