//! What is done with flows without a screen: run, approve, return, reverse, receipts, orders.

use serde_json::{Value, json};

use super::{Run, parse};
use crate::{
    domain::{
        channel::Touchpoint,
        receipt::{Receipt, ReceiptNo},
    },
    front::{
        bank::{Bank, unexpected},
        outcome::{Exit, Failure},
    },
    request::{
        Answer, FlowAnswer, FlowRequest, Request,
        flow::{ApprovalLine, FlowDone, OpenTask},
    },
    text::{Message, amount, date, ids::cli as id, safe},
    view::receipt,
};

pub(super) mod approvals;
pub(super) mod filled;
pub(super) mod outbox;
pub(super) mod paper;
pub(super) mod reverse;

/// Asks a step of a flow.
pub(super) fn ask(bank: &Bank, request: FlowRequest) -> Result<FlowAnswer, Failure> {
    let Answer::Flow(answer) = bank.ask(Touchpoint::default(), Request::Flow(request))? else {
        return Err(unexpected());
    };
    Ok(answer)
}

/// The number of a receipt on the command line.
fn receipt_no(run: &Run<'_>) -> Result<ReceiptNo, Failure> {
    let word = parse::word(run.matches, "receipt");
    ReceiptNo::parse(word)
        .ok_or_else(|| Failure::usage("bad_receipt", Message::new(id::BAD_RECEIPT).with("value", word)))
}

/// A ULID on the command line.
fn ulid(word: &str) -> Result<u128, Failure> {
    ulid::Ulid::from_string(word)
        .map(u128::from)
        .map_err(|_| Failure::usage("bad_id", Message::new(id::BAD_ID).with("value", word)))
}

/// What came of it, as the one document.
fn document(done: &FlowDone) -> Value {
    match done {
        FlowDone::Posted { receipt, task } => {
            let state = if task.is_some() { "halted" } else { "posted" };
            json!({
                "state": state,
                "receipt": receipt.no.to_string(),
                "task": task,
                "details": receipt_value(receipt),
            })
        }
        FlowDone::Awaiting(line) => {
            json!({ "state": "awaiting_approval", "receipt": null, "approval": approval(line) })
        }
    }
}

/// A receipt for scripts: numbers and ids as people write them.
fn receipt_value(receipt: &Receipt) -> Value {
    let legs = receipt.legs.iter().map(|leg| {
        let lines = leg
            .lines
            .iter()
            .map(|line| json!({ "label": line.label, "money": line.money, "text": line.text }))
            .collect::<Vec<Value>>();
        let entries: Vec<String> = leg.entries.iter().map(ToString::to_string).collect();
        json!({ "name": leg.name, "state": leg.state, "text": leg.text, "lines": lines, "entries": entries })
    });
    json!({
        "no": receipt.no.to_string(),
        "customer": receipt.customer,
        "flow": receipt.flow,
        "title": receipt.title,
        "at": receipt.at,
        "maker": receipt.maker,
        "checker": receipt.checker,
        "evidence": receipt.evidence,
        "legs": legs.collect::<Vec<Value>>(),
        "reverses": receipt.reverses.map(|no| no.to_string()),
        "reversed_by": receipt.reversed_by.map(|no| no.to_string()),
        "printed": receipt.printed,
    })
}

/// What came of it, for people.
fn say(run: &Run<'_>, done: &FlowDone) -> Result<(), Failure> {
    match done {
        FlowDone::Posted { receipt, task } => {
            run.out.text(&text(run, receipt))?;
            match task {
                Some(OpenTask { label, unit, due }) => run.out.lines(&[Message::new(id::RUN_TASK)
                    .with("task", label.as_str())
                    .with("unit", unit.as_str())
                    .with("due", *due)]),
                None => Ok(()),
            }
        }
        FlowDone::Awaiting(line) => run.out.lines(&[Message::new(id::RUN_AWAITS)
            .with("approval", line.approval.to_string())
            .with("amount", line.amount)
            .with("limit", line.limit)
            .with("until", date::clock_seconds(line.until))]),
    }
}

/// A receipt, one line a line.
fn text(run: &Run<'_>, receipt: &Receipt) -> String {
    receipt::lines(receipt, run.out.lang).join("\n") + "\n"
}

fn approval(line: &ApprovalLine) -> Value {
    json!({
        "approval": line.approval.to_string(),
        "maker": line.maker,
        "asked": line.asked,
        "customer": line.customer,
        "name": line.name,
        "title": line.title,
        "amount": line.amount,
        "limit": line.limit,
        "until": line.until,
    })
}

/// One line of the queue.
fn approval_line(run: &Run<'_>, line: &ApprovalLine) -> String {
    let lang = run.out.lang;
    let name = line.name.as_deref().map(safe::line).unwrap_or_default();
    format!(
        "{}  {}  {}  {name}  {}  {}  {}\n",
        date::clock(line.asked),
        line.approval,
        safe::line(&line.maker.0),
        safe::line(line.title.of(lang)),
        amount::round(line.amount, lang),
        date::clock_seconds(line.until)
    )
}

/// The exit of something that was done, the store closed.
fn done(bank: Bank) -> Result<Exit, Failure> {
    bank.close()?;
    Ok(Exit::Done)
}
