//! `tekil approvals`, `tekil approve ID`, `tekil return ID`: the second person's queue.

use clap::Command;
use serde_json::{Value, json};

use super::{approval, approval_line, ask, document, done, say, ulid};
use crate::{
    domain::ApprovalId,
    front::{
        bank::{Bank, unexpected},
        cli::{Run, parse, words},
        outcome::{Exit, Failure},
    },
    request::{FlowAnswer, FlowRequest, flow::ApprovalLine},
    text::{Lang, Message, ids::cli as id},
};

pub(in crate::front::cli) const LIST: &str = "approvals";
pub(in crate::front::cli) const APPROVE: &str = "approve";
pub(in crate::front::cli) const RETURN: &str = "return";

pub(in crate::front::cli) fn list_words(lang: Lang) -> Command {
    words::command(LIST, "", id::APPROVALS_ABOUT, lang)
}

pub(in crate::front::cli) fn approve_words(lang: Lang) -> Command {
    of_one(APPROVE, id::APPROVE_ABOUT, lang)
}

pub(in crate::front::cli) fn return_words(lang: Lang) -> Command {
    of_one(RETURN, id::RETURN_ABOUT, lang)
}

fn of_one(name: &'static str, about: crate::text::MessageId, lang: Lang) -> Command {
    let shown = words::say(id::VALUE_APPROVAL, lang);
    words::command(name, &shown, about, lang).arg(words::word("approval", shown, id::WORD_APPROVAL, lang))
}

pub(in crate::front::cli) fn list(run: &Run<'_>) -> Result<Exit, Failure> {
    let bank = Bank::open_filled(run.settings, run.out)?;
    let lines = queue(&bank)?;
    if run.out.json {
        run.out.document(&lines.iter().map(approval).collect::<Vec<Value>>())?;
    } else if lines.is_empty() {
        run.out.lines(&[Message::new(id::APPROVALS_NONE)])?;
    } else {
        run.out.text(&lines.iter().map(|line| approval_line(run, line)).collect::<String>())?;
    }
    done(bank)
}

fn queue(bank: &Bank) -> Result<Vec<ApprovalLine>, Failure> {
    let FlowAnswer::Approvals(lines) = ask(bank, FlowRequest::Approvals)? else {
        return Err(unexpected());
    };
    Ok(lines)
}

/// Looks at it, which is recorded, and agrees to exactly that.
pub(in crate::front::cli) fn approve(run: &Run<'_>) -> Result<Exit, Failure> {
    let approval = ApprovalId(ulid(parse::word(run.matches, "approval"))?);
    let bank = Bank::open_filled(run.settings, run.out)?;
    let digest = queue(&bank)?.iter().find(|line| line.approval == approval).map(|line| line.digest);
    if digest.is_some() {
        ask(&bank, FlowRequest::Review { approval })?;
    }
    // one that is not in the queue may have been agreed to before: the same answer again
    let digest = digest.unwrap_or_default();
    let FlowAnswer::Done(made) = ask(&bank, FlowRequest::Approve { approval, digest })? else {
        return Err(unexpected());
    };
    if run.out.json {
        run.out.document(&document(&made))?;
    } else {
        say(run, &made)?;
    }
    done(bank)
}

pub(in crate::front::cli) fn send_back(run: &Run<'_>) -> Result<Exit, Failure> {
    let approval = ApprovalId(ulid(parse::word(run.matches, "approval"))?);
    let bank = Bank::open_filled(run.settings, run.out)?;
    let reason = run.settings.reason.clone().unwrap_or_default();
    ask(&bank, FlowRequest::Return { approval, reason })?;
    if run.out.json {
        run.out.document(&json!({ "approval": approval.to_string(), "state": "returned" }))?;
    } else {
        run.out.lines(&[Message::new(id::RETURNED)])?;
    }
    done(bank)
}
