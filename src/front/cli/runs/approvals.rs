//! `tekil approvals`, `tekil approve ID`, `tekil return ID`: the second person's queue.

use clap::Command;
use serde_json::{Value, json};

use super::{approval, approval_line, ask, asked, asked_line, done, ended, filled, of_one, reason, ulid};
use crate::{
    domain::ApprovalId,
    front::{
        bank::{Bank, unexpected},
        cli::{Run, parse, words},
        outcome::{Exit, Failure},
    },
    request::{
        FlowAnswer, FlowRequest,
        flow::{ApprovalLine, FlowDone},
    },
    text::{Lang, Message, date, ids::cli as id, safe},
};

pub(in crate::front::cli) const LIST: &str = "approvals";
pub(in crate::front::cli) const APPROVE: &str = "approve";
pub(in crate::front::cli) const RETURN: &str = "return";
/// The word that names an approval.
const WORD: &str = "approval";

pub(in crate::front::cli) fn list_words(lang: Lang) -> Command {
    words::command(LIST, "", id::APPROVALS_ABOUT, lang).arg(words::flag("mine", id::APPROVALS_MINE, lang))
}

pub(in crate::front::cli) fn approve_words(lang: Lang) -> Command {
    of_one((APPROVE, WORD), id::APPROVE_ABOUT, (id::VALUE_APPROVAL, id::WORD_APPROVAL), lang)
}

pub(in crate::front::cli) fn return_words(lang: Lang) -> Command {
    of_one((RETURN, WORD), id::RETURN_ABOUT, (id::VALUE_APPROVAL, id::WORD_APPROVAL), lang)
}

pub(in crate::front::cli) fn list(run: &Run<'_>) -> Result<Exit, Failure> {
    let bank = Bank::open_filled(run.settings, run.out)?;
    if run.matches.get_flag("mine") {
        let FlowAnswer::Asked(lines) = ask(&bank, FlowRequest::Mine)? else { return Err(unexpected()) };
        let text = lines.iter().map(|line| asked_line(run, line)).collect();
        lists(run, (lines.iter().map(asked).collect(), text), id::APPROVALS_NONE_MINE)?;
    } else {
        let lines = queue(&bank)?;
        let text = lines.iter().map(|line| approval_line(run, line)).collect();
        lists(run, (lines.iter().map(approval).collect(), text), id::APPROVALS_NONE)?;
    }
    done(bank)
}

/// Lines as the one document, or as text; a sentence where there are none.
fn lists(
    run: &Run<'_>,
    (document, text): (Vec<Value>, String),
    none: crate::text::MessageId,
) -> Result<(), Failure> {
    if run.out.json {
        run.out.document(&document)
    } else if text.is_empty() {
        run.out.lines(&[Message::new(none)])
    } else {
        run.out.text(&text)
    }
}

fn queue(bank: &Bank) -> Result<Vec<ApprovalLine>, Failure> {
    let FlowAnswer::Approvals(lines) = ask(bank, FlowRequest::Approvals)? else {
        return Err(unexpected());
    };
    Ok(lines)
}

/// Looks at it, which is recorded, and agrees to exactly that.
pub(in crate::front::cli) fn approve(run: &Run<'_>) -> Result<Exit, Failure> {
    let approval = ApprovalId(ulid(parse::word(run.matches, WORD))?);
    let bank = Bank::open_filled(run.settings, run.out)?;
    let line = waiting(&bank, approval)?;
    let digest = match &line {
        Some(line) => seen(&bank, line)?,
        // it may have been agreed to before: the same answer again
        None => <[u8; 32]>::default(),
    };
    let answer = ask(&bank, FlowRequest::Approve { approval, digest })?;
    if line.is_none() && !run.out.json {
        run.out.lines(&agreed_before(&answer))?;
    }
    ended(run, bank, answer)
}

/// What waits under this number; nothing for who may not look, who is refused what they asked for.
fn waiting(bank: &Bank, approval: ApprovalId) -> Result<Option<ApprovalLine>, Failure> {
    let lines = match queue(bank) {
        Err(failure) if failure.exit == Exit::NotPermitted => Vec::new(),
        lines => lines?,
    };
    Ok(lines.into_iter().find(|line| line.approval == approval))
}

/// What did not wait any more was agreed to when its receipt was made: that is said before the copy.
fn agreed_before(answer: &FlowAnswer) -> Vec<Message> {
    let FlowAnswer::Done(done) = answer else { return Vec::new() };
    let FlowDone::Posted { receipt, .. } = done.as_ref() else { return Vec::new() };
    vec![Message::new(id::APPROVED_BEFORE).with("at", date::moment(receipt.at))]
}

/// The digest of what a look at it shows: of a run as it would be posted now, of a reversal as it was asked.
fn seen(bank: &Bank, line: &ApprovalLine) -> Result<[u8; 32], Failure> {
    let answer = ask(bank, FlowRequest::Review { approval: line.approval })?;
    let FlowAnswer::Review(review) = answer else { return Ok(line.digest) };
    Ok(filled::open(bank, review.begun)?.plan()?.digest)
}

pub(in crate::front::cli) fn send_back(run: &Run<'_>) -> Result<Exit, Failure> {
    let approval = ApprovalId(ulid(parse::word(run.matches, WORD))?);
    let bank = Bank::open_filled(run.settings, run.out)?;
    let line = waiting(&bank, approval)?;
    ask(&bank, FlowRequest::Return { approval, reason: reason(run) })?;
    if run.out.json {
        run.out.document(&json!({ "approval": approval.to_string(), "state": "returned" }))?;
    } else {
        run.out.lines(&[returned(line.as_ref())])?;
    }
    done(bank)
}

/// A run goes back as its maker's draft; a reversal has none: what it was to take back stays posted.
fn returned(line: Option<&ApprovalLine>) -> Message {
    let Some((line, asked)) = line.and_then(|line| Some((line, line.reverses.as_ref()?))) else {
        return Message::new(id::RETURNED);
    };
    Message::new(id::RETURNED_REVERSAL)
        .with("receipt", asked.receipt.to_string())
        .with("maker", safe::line(&line.maker.0))
}
