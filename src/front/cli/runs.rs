//! What is done with flows without a screen: run, approve, return, reverse, receipts, orders.

use clap::Command;
use serde_json::{Value, json};

use super::{Run, parse, words};
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
        flow::{ApprovalLine, AskedLine, AskedState, FlowDone, OpenTask},
    },
    text::{Lang, Message, MessageId, amount, date, ids::cli as id, safe},
    view::receipt,
};

pub(super) mod approvals;
pub(super) mod filled;
pub(super) mod outbox;
pub(super) mod paper;
pub(super) mod reverse;

/// The word that names a receipt.
const RECEIPT: &str = "receipt";

/// Asks a step of a flow.
pub(super) fn ask(bank: &Bank, request: FlowRequest) -> Result<FlowAnswer, Failure> {
    let Answer::Flow(answer) = bank.ask(Touchpoint::default(), Request::Flow(request))? else {
        return Err(unexpected());
    };
    Ok(answer)
}

/// What came of a flow, said or as the one document, and the store closed.
fn ended(run: &Run<'_>, bank: Bank, answer: FlowAnswer) -> Result<Exit, Failure> {
    let FlowAnswer::Done(made) = answer else { return Err(unexpected()) };
    if run.out.json {
        run.out.document(&document(&made))?;
    } else {
        say(run, &bank, &made)?;
    }
    bank.close()?;
    Ok(exit_of(&made))
}

/// What stopped half way was refused in part: a script must not take it for done.
fn exit_of(made: &FlowDone) -> Exit {
    match made {
        FlowDone::Posted { task: Some(_), .. } => Exit::Refused,
        FlowDone::Posted { task: None, .. } | FlowDone::Awaiting(_) | FlowDone::StillAwaiting(_) => {
            Exit::Done
        }
    }
}

/// A command about one thing that it names.
fn of_one(
    (name, word): (&'static str, &'static str),
    about: MessageId,
    (value, help): (MessageId, MessageId),
    lang: Lang,
) -> Command {
    let shown = words::say(value, lang);
    words::command(name, &shown, about, lang).arg(words::word(word, shown, help, lang))
}

/// Why something is sent or taken back, as `--reason` says it.
fn reason(run: &Run<'_>) -> String {
    run.settings.reason.clone().unwrap_or_default()
}

/// The number of a receipt on the command line.
fn receipt_no(run: &Run<'_>) -> Result<ReceiptNo, Failure> {
    let word = parse::word(run.matches, RECEIPT);
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
            let state = match (receipt.reversed_by, task) {
                (Some(_), _) => "reversed",
                (None, Some(_)) => "halted",
                (None, None) => "posted",
            };
            json!({
                "state": state,
                "receipt": receipt.no.to_string(),
                "task": task,
                "details": receipt_value(receipt),
            })
        }
        FlowDone::Awaiting(line) | FlowDone::StillAwaiting(line) => json!({
            "state": "awaiting_approval",
            "asked_before": matches!(done, FlowDone::StillAwaiting(_)),
            "receipt": null,
            "approval": approval(line),
        }),
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
        "reason": receipt.reason,
        "reversed_by": receipt.reversed_by.map(|no| no.to_string()),
        "printed": receipt.printed,
    })
}

/// What came of it, for people. The receipt is printed, and counted as that.
fn say(run: &Run<'_>, bank: &Bank, done: &FlowDone) -> Result<(), Failure> {
    match done {
        FlowDone::Posted { receipt, task } => {
            match ask(bank, FlowRequest::Print { receipt: receipt.no }) {
                Ok(FlowAnswer::Receipt(paper)) => run.out.text(&text(run, &paper))?,
                // the money moved, whatever becomes of the paper
                Ok(_) | Err(_) => {
                    run.out
                        .lines(&[Message::new(id::RUN_UNPRINTED).with("receipt", receipt.no.to_string())])?;
                }
            }
            match task {
                Some(OpenTask { label, unit, due }) => run.out.lines(&[Message::new(id::RUN_TASK)
                    .with("task", label.as_str())
                    .with("unit", unit.clone())
                    .with("due", *due)]),
                None => Ok(()),
            }
        }
        FlowDone::Awaiting(line) | FlowDone::StillAwaiting(line) => {
            run.out.lines(&waits(line, matches!(done, FlowDone::StillAwaiting(_))))
        }
    }
}

/// That a second person is asked; of a reversal that was asked for before also since when, by whom and why, because
/// nothing of what is asked now is taken.
fn waits(line: &ApprovalLine, before: bool) -> Vec<Message> {
    let worded = |message: MessageId| {
        Message::new(message)
            .with("approval", line.approval.to_string())
            .with("until", date::clock_seconds(line.until))
    };
    match &line.reverses {
        None => vec![worded(id::RUN_AWAITS).with("amount", line.amount).with("limit", line.limit)],
        Some(_) if !before => vec![worded(id::REVERSE_AWAITS).with("amount", line.amount)],
        Some(asked) => vec![
            Message::new(id::REVERSE_WAITS)
                .with("at", date::moment(line.asked))
                .with("maker", safe::line(&line.maker.0))
                .with("reason", safe::line(&asked.reason)),
            worded(id::REVERSE_RETURN),
        ],
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
        "role": line.role,
        "asked": line.asked,
        "customer": line.customer,
        "name": line.name,
        "title": line.title,
        "amount": line.amount,
        "limit": line.limit,
        "reverses": line.reverses.as_ref().map(|asked| {
            json!({ "receipt": asked.receipt.to_string(), "reason": asked.reason })
        }),
        "until": line.until,
    })
}

/// Somebody's own, with what came of it.
fn asked(asked: &AskedLine) -> Value {
    let mut answer = approval(&asked.line);
    let (state, reason, by) = match &asked.state {
        AskedState::Waiting => ("waiting", None, None),
        AskedState::Expired => ("expired", None, None),
        AskedState::Returned { reason, by, .. } => ("returned", Some(reason), Some(by)),
        AskedState::Approved { by, .. } => ("approved", None, Some(by)),
        AskedState::Withdrawn => ("withdrawn", None, None),
    };
    if let Value::Object(keys) = &mut answer {
        keys.insert("state".to_owned(), json!(state));
        keys.insert("reason".to_owned(), json!(reason));
        keys.insert("by".to_owned(), json!(by));
    }
    answer
}

/// One line of somebody's own.
fn asked_line(run: &Run<'_>, asked: &AskedLine) -> String {
    let lang = run.out.lang;
    let line = &asked.line;
    let state = match &asked.state {
        AskedState::Waiting => Message::new(id::ASKED_WAITING).with("until", date::clock_seconds(line.until)),
        AskedState::Expired => Message::new(id::ASKED_EXPIRED),
        AskedState::Returned { reason, by, .. } => {
            Message::new(id::ASKED_RETURNED).with("by", by.0.as_str()).with("reason", reason.as_str())
        }
        AskedState::Approved { by, .. } => Message::new(id::ASKED_APPROVED).with("by", by.0.as_str()),
        AskedState::Withdrawn => Message::new(id::ASKED_WITHDRAWN),
    };
    let name = line.name.as_deref().map(safe::line).unwrap_or_default();
    format!(
        "{}  {}  {name}  {}  {}  {}\n",
        date::clock(line.asked),
        line.approval,
        safe::line(line.title.of(lang)),
        amount::round(line.amount, lang),
        safe::line(&state.say(lang))
    )
}

/// One line of the queue.
fn approval_line(run: &Run<'_>, line: &ApprovalLine) -> String {
    let lang = run.out.lang;
    let name = line.name.as_deref().map(safe::line).unwrap_or_default();
    format!(
        "{}  {}  {} ({})  {name}  {}  {}  {}\n",
        date::clock(line.asked),
        line.approval,
        safe::line(&line.maker.0),
        Message::new(line.role.title()).say(lang),
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
