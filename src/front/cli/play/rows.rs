//! The rows of a run, one after the other.

use std::sync::Arc;

use super::{
    Done, Plan, RECEIPT_NO,
    around::{RowStamp, Surroundings},
    pace,
};
use crate::{
    app::{self, Shelf, Theme},
    domain::{RequestKey, receipt::ReceiptNo},
    front::{bank::Bank, outcome::Failure},
    keymap::Keymap,
    macros::{Desk as _, Effort, Ended, Played, Row, Setting},
    request::Door,
    runtime::Headless,
    service::{Service, macro_rows::RowRun},
    text::{Lang, Message, ids::macros as id},
};

/// Runs the rows until one ends the run.
pub(super) fn all(
    plan: &Plan<'_>,
    bank: &Bank,
    (door, service, stamp): (&dyn Door, &Service, &RowStamp),
) -> Result<Vec<Done>, Failure> {
    let mut pace = pace::Pace::new(plan.program.limits.per_minute);
    let mut all = Vec::new();
    for row in plan.rows.iter().filter(|row| row.number >= plan.from) {
        let hash = plan.program.row_id(row, &bank.caller().operator, bank.now().day());
        let key = u128::from_be_bytes(hash.first_chunk().copied().unwrap_or_default());
        let earlier = service.row_run(RequestKey(key))?.filter(RowRun::is_posted);
        if let Some(earlier) = earlier {
            all.push(earlier_row(row, earlier));
            continue;
        }
        pace.wait();
        stamp.begin(key);
        let around = Surroundings::new(door, bank.caller(), stamp, plan.lang);
        let (mut played, mut screen) = one(plan, bank, (row, service), around);
        let run = service.row_run(RequestKey(key))?;
        if !plan.commit {
            unnumbered(&mut played, screen.as_mut(), run.as_ref().and_then(|run| run.receipt));
        }
        let ends = matches!(played.ended, Ended::Failed(_) | Ended::Stopped(_) | Ended::Broken(_));
        all.push(Done {
            number: row.number,
            line: row.line,
            state: run.as_ref().map_or(idle(&played.ended), |run| run.state),
            postings: run.map(|run| run.postings).unwrap_or_default(),
            played,
            already: false,
            screen,
        });
        if ends {
            break;
        }
    }
    Ok(all)
}

/// The state of a row whose flow was not submitted.
fn idle(ended: &Ended) -> &'static str {
    if matches!(ended, Ended::Waiting(_)) { "draft" } else { "none" }
}

/// What a dry run made vanishes, so the number of its receipt is nobody's.
fn unnumbered(played: &mut Played, screen: Option<&mut String>, receipt: Option<ReceiptNo>) {
    for (name, seen) in &mut played.logged {
        if name == RECEIPT_NO {
            *seen = None;
        }
    }
    let Some(no) = receipt else { return };
    let dump = match &mut played.ended {
        Ended::Failed(failure) => {
            failure.rests_on.retain(|(name, _)| name != RECEIPT_NO);
            Some(&mut failure.dump)
        }
        Ended::Done
        | Ended::Skipped(_)
        | Ended::Stopped(_)
        | Ended::Waiting(_)
        | Ended::Refused(_)
        | Ended::Broken(_) => None,
    };
    for text in dump.into_iter().chain(screen) {
        *text = without(text, &no.to_string());
    }
}

/// A text without a receipt's number and its serial, which is said alone.
pub(super) fn without(text: &str, number: &str) -> String {
    let hidden = |text: &str, part: &str| text.replace(part, &"-".repeat(part.len()));
    let serial = number.rsplit_once('-').map_or(number, |(_, serial)| serial);
    hidden(&hidden(text, number), serial)
}

/// A row that an earlier run posted: done, unless it was taken back since. The same yes is not used twice.
fn earlier_row(row: &Row, run: RowRun) -> Done {
    let taken_back = run.receipt.filter(|_| run.is_taken_back());
    let ended = taken_back.map_or(Ended::Done, |no| {
        Ended::Refused(Message::new(id::ROW_REVERSED).with("receipt", no.to_string()))
    });
    let played = Played { ended, effort: Effort::default(), logged: Vec::new() };
    Done {
        number: row.number,
        line: row.line,
        played,
        already: taken_back.is_none(),
        state: run.state,
        postings: run.postings,
        screen: None,
    }
}

fn one(
    plan: &Plan<'_>,
    bank: &Bank,
    (row, service): (&Row, &Service),
    mut around: Surroundings<'_>,
) -> (Played, Option<String>) {
    let settings = settings(bank, (&plan.keymap, plan.size), plan.lang);
    let shelf = Shelf::new(service.flows.clone(), service.pack.clone());
    let mut desk = Headless::begin(settings, shelf, &mut around);
    let setting = Setting {
        keymap: &plan.keymap,
        role: bank.caller().role,
        timeout_ms: plan.program.limits.timeout_ms,
    };
    let played = plan.program.play(&row.values, setting, &mut desk);
    if matches!(played.ended, Ended::Waiting(_)) {
        desk.leave();
    }
    let screen = plan.shows.then(|| desk.draw());
    (played, screen)
}

/// A session at the start screen.
pub(super) fn settings(bank: &Bank, (keymap, size): (&Arc<Keymap>, (u16, u16)), lang: Lang) -> app::Settings {
    app::Settings {
        lang,
        size,
        theme: Theme::default(),
        caller: bank.caller().clone(),
        demo: bank.is_demo(),
        at: bank.now(),
        keymap: keymap.clone(),
        customer: None,
    }
}
