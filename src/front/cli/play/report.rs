//! What a run says: one document, or a line a row and what went wrong with its place.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::{Done, Plan};
use crate::{
    domain::ledger::{LedgerAccount, OwnAccount, Posting, Side},
    front::outcome::{Exit, hex},
    macros::{Effort, Ended, Failure, Seen, said},
    text::{
        Arg, Lang, Message, MessageId, Said,
        ids::{domain, macros as id},
        safe,
    },
};

/// How a row ended, for scripts.
pub(super) fn outcome(ended: &Ended) -> &'static str {
    match ended {
        Ended::Done => "ok",
        Ended::Skipped(_) => "skipped",
        Ended::Stopped(_) => "stopped",
        Ended::Waiting(_) => "waiting",
        Ended::Refused(_) => "refused",
        Ended::Broken(_) => "broken",
        Ended::Failed(_) => "failed",
    }
}

/// Refusals that are about who asks.
const FORBIDDEN: [MessageId; 6] = [
    domain::NOT_PERMITTED,
    domain::UNKNOWN_OPERATOR,
    domain::OWN_ASKED,
    domain::OWN_POSTED,
    domain::OWN_APPROVED,
    domain::NOT_VERIFIED,
];

/// The exit code of a row.
pub(super) fn exit(ended: &Ended) -> Exit {
    match ended {
        Ended::Done | Ended::Skipped(_) | Ended::Waiting(_) => Exit::Done,
        Ended::Refused(why) if FORBIDDEN.contains(&why.id) => Exit::NotPermitted,
        Ended::Stopped(_) | Ended::Refused(_) => Exit::Refused,
        Ended::Failed(_) => Exit::Expectation,
        Ended::Broken(_) => Exit::Store,
    }
}

/// The document of a run.
pub(super) fn document(plan: &Plan<'_>, rows: &[Done]) -> Value {
    json!({
        "macro": plan.program.name(),
        "hash": hex(&plan.program.hash),
        "committed": plan.commit,
        "keymap": plan.keymap.name(),
        "rows": rows.iter().map(row).collect::<Vec<Value>>(),
        "not_run": plan.left(rows),
    })
}

fn row(done: &Done) -> Value {
    let Effort { screens, popups, keys, typed, carried, typed_twice, lookups_outside, klm_ms } =
        done.played.effort;
    let outcome = if done.already { "already_posted" } else { outcome(&done.played.ended) };
    let logged: Vec<Value> = done
        .played
        .logged
        .iter()
        .map(|(name, seen)| json!({ "name": name, "value": seen.as_ref().map(value) }))
        .collect();
    json!({
        "row": done.number,
        "outcome": outcome,
        "screens": screens,
        "popups": popups,
        "keys": keys,
        "typed": typed,
        "carried": carried,
        "typed_twice": typed_twice,
        "lookups_outside": lookups_outside,
        "klm_s": seconds(klm_ms),
        "postings": done.postings,
        "state": done.state,
        "final_screen": done.screen,
        "log": logged,
        "message": message(&done.played.ended),
        "failure": failed(&done.played.ended),
    })
}

/// Seconds as a number with milliseconds.
fn seconds(millis: u64) -> Value {
    let written = format!("{}.{:03}", millis / 1_000, millis % 1_000);
    serde_json::from_str(&written).unwrap_or(Value::Null)
}

fn value(seen: &Seen) -> Value {
    match seen {
        Seen::Money(money) => json!(money),
        Seen::Number(number) => json!(number.to_string()),
        Seen::Day(day) => json!(day),
        Seen::Text(text) => json!(text),
    }
}

fn message(ended: &Ended) -> Option<Said> {
    match ended {
        Ended::Done | Ended::Failed(_) => None,
        Ended::Skipped(why) | Ended::Stopped(why) | Ended::Waiting(why) => {
            Some(Said { tr: why.clone(), en: why.clone() })
        }
        Ended::Refused(message) | Ended::Broken(message) => Some(message.said()),
    }
}

fn failed(ended: &Ended) -> Value {
    let Ended::Failed(failure) = ended else { return Value::Null };
    json!({
        "line": failure.line,
        "step": failure.source,
        "seen": failure.seen.said(),
        "rests_on": failure.rests_on.iter().map(|(name, seen)| json!({ "name": name, "value": value(seen) }))
            .collect::<Vec<Value>>(),
        "last_action": failure.last.as_ref().map(|last| json!({ "line": last.line, "step": last.source })),
        "screen": failure.screen,
        "dump": failure.dump,
    })
}

/// The rows as lines for people, then what there is in all.
pub(super) fn lines(plan: &Plan<'_>, rows: &[Done], lang: Lang) -> String {
    let mut text = String::new();
    for done in rows {
        row_line(&mut text, (plan.commit, done), lang);
        if let Ended::Failed(failure) = &done.played.ended {
            failure_lines(&mut text, plan, (done, failure), lang);
        }
        if let Some(screen) = &done.screen {
            text.push_str(screen);
        }
    }
    let count = |exits: &[Exit]| rows.iter().filter(|done| exits.contains(&exit(&done.played.ended))).count();
    let posted = rows.iter().any(|done| !done.postings.is_empty() && !done.already);
    let sum = Message::new(if plan.commit { id::SUM_COMMITTED } else { id::SUM_DRY })
        .with("good", count(&[Exit::Done]))
        .with("bad", count(&[Exit::Expectation, Exit::Store]))
        .with("refused", count(&[Exit::Refused, Exit::NotPermitted]))
        .with("left", plan.left(rows));
    let _ = writeln!(text, "{}", sum.say(lang));
    if posted && !plan.commit {
        let _ = writeln!(text, "{}", Message::new(id::HINT_COMMIT).say(lang));
    }
    text
}

fn row_line(text: &mut String, (commit, done): (bool, &Done), lang: Lang) {
    let effort = done.played.effort;
    let line = Message::new(id::ROW_LINE)
        .with("row", done.number)
        .with("outcome", Message::new(ended(done)).said())
        .with("screens", effort.screens)
        .with("keys", effort.keys)
        .with("typed", effort.typed)
        .with("state", Message::new(state(done.state, commit || done.already)).said());
    let _ = writeln!(text, "{}", line.say(lang));
    if let Some(why) = message(&done.played.ended) {
        let _ = writeln!(text, "   {}", safe::line(why.of(lang)));
    }
    for (name, seen) in &done.played.logged {
        let _ =
            writeln!(text, "   {name} = {}", seen.as_ref().map_or("-".to_owned(), |seen| shown(seen, lang)));
    }
    for posting in &done.postings {
        let line = Message::new(id::POSTING_LINE)
            .with("account", account(posting))
            .with("side", Message::new(side(posting)).said())
            .with("money", posting.money);
        let _ = writeln!(text, "   {}", line.say(lang));
    }
}

/// How a row ended, in words.
const fn ended(done: &Done) -> MessageId {
    match &done.played.ended {
        Ended::Done if done.already => id::ENDED_ALREADY,
        Ended::Done => id::ENDED_DONE,
        Ended::Skipped(_) => id::ENDED_SKIPPED,
        Ended::Stopped(_) => id::ENDED_STOPPED,
        Ended::Waiting(_) => id::ENDED_WAITING,
        Ended::Refused(_) => id::ENDED_REFUSED,
        Ended::Broken(_) => id::ENDED_BROKEN,
        Ended::Failed(_) => id::ENDED_FAILED,
    }
}

/// Where a row's run stands, in words; where nothing is kept, where it would stand.
fn state(name: &str, kept: bool) -> MessageId {
    match name {
        "posted" if !kept => id::STATE_WOULD_POST,
        "halted" if !kept => id::STATE_WOULD_HALT,
        "awaiting_approval" if !kept => id::STATE_WOULD_ASK,
        "posted" => id::STATE_POSTED,
        "halted" => id::STATE_HALTED,
        "reversed" => id::STATE_REVERSED,
        "awaiting_approval" => id::STATE_AWAITING,
        "returned" => id::STATE_RETURNED,
        "dropped" => id::STATE_DROPPED,
        "draft" => id::STATE_DRAFT,
        _ => id::STATE_NONE,
    }
}

/// `müşteri 1001401701`, or the name of the bank's own account.
fn account(posting: &Posting) -> Said {
    let own = match posting.account {
        LedgerAccount::Customer(account) => {
            return Message::new(id::OF_CUSTOMER).with("account", account.to_string()).said();
        }
        LedgerAccount::Own(own) => own,
    };
    let name = match own {
        OwnAccount::Accrual => id::OWN_ACCRUAL,
        OwnAccount::InterestExpense => id::OWN_INTEREST,
        OwnAccount::WithholdingTaxPayable => id::OWN_WITHHOLDING,
        OwnAccount::FxPosition => id::OWN_FX_POSITION,
        OwnAccount::FxTaxPayable => id::OWN_FX_TAX,
        OwnAccount::FundSettlement => id::OWN_FUND,
        OwnAccount::ImportClearing => id::OWN_CLEARING,
    };
    Message::new(name).said()
}

const fn side(posting: &Posting) -> MessageId {
    match posting.side {
        Side::Debit => id::SIDE_DEBIT,
        Side::Credit => id::SIDE_CREDIT,
    }
}

fn shown(seen: &Seen, lang: Lang) -> String {
    // worded as inside a sentence
    Message::new(id::VALUE_ALONE).with("value", said(seen, lang)).say(lang)
}

fn failure_lines(text: &mut String, plan: &Plan<'_>, (done, failure): (&Done, &Failure), lang: Lang) {
    let file = safe::line(&plan.program.file);
    let source = safe::line(&failure.source);
    let place = match (done.line, &plan.rows_file) {
        (Some(line), Some(rows)) => format!("  ({}:{line})", safe::line(rows)),
        _ => String::new(),
    };
    let head = Message::new(id::FAILED_AT).with("row", done.number).with("of", plan.rows.len());
    let _ = writeln!(text, "{file}:{}: {source}  {}{place}", failure.line, head.say(lang));
    let origin: Vec<String> =
        failure.rests_on.iter().map(|(name, seen)| format!("{name} {}", shown(seen, lang))).collect();
    let origin = if origin.is_empty() { String::new() } else { format!("   ({})", origin.join(", ")) };
    let _ = writeln!(text, "   {}{}", failure.seen.say(lang), safe::line(&origin));
    if let Some(last) = &failure.last {
        let words = Message::new(id::LAST_ACTION)
            .with("place", format!("{file}:{}", last.line))
            .with("step", last.source.as_str())
            .with("took", last.took_ms);
        let _ = writeln!(text, "   {}", words.say(lang));
    }
    let (columns, rows) = plan.size;
    let words = Message::new(id::SCREEN_AT)
        .with("screen", failure.screen.as_str())
        .with("at", failure.at_ms)
        .with("keymap", plan.keymap.name())
        .with("size", format!("{columns}x{rows}"));
    let _ = writeln!(text, "   {}", words.say(lang));
    for line in failure.dump.lines() {
        let _ = writeln!(text, "   | {}", safe::line(line));
    }
    let again = Message::new(id::RESUME).with("command", Arg::Text(plan.again(done.number)));
    let _ = writeln!(text, "   {}", again.say(lang));
}
