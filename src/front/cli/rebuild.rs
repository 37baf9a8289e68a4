//! `tekil rebuild`: the index made again from the journal.

use clap::Command;
use serde_json::json;

use super::{Run, words};
use crate::{
    front::{
        notices, opening,
        outcome::{Exit, Failure, hex},
        progress::Progress,
    },
    store::embedded::EmbeddedStore,
    text::{Lang, Message, ids::cli as id},
};

pub(super) const NAME: &str = "rebuild";

pub(super) fn words(lang: Lang) -> Command {
    words::command(NAME, "", id::REBUILD_ABOUT, lang)
}

pub(super) fn run(run: &Run<'_>) -> Result<Exit, Failure> {
    let path = &run.settings.store;
    opening::refuse_absent(path)?;
    let bar = Progress::new(id::PROGRESS_INDEX, run.out.lang);
    let options = opening::options();
    let report = EmbeddedStore::rebuild(path, options, bar.for_store())?;
    drop(bar);
    if run.out.json {
        run.out.document(&json!({
            "frames": report.frames,
            "sequence": report.sequence,
            "state_hash_before": report.state_hash_before.map(|hash| hex(&hash)),
            "state_hash": hex(&report.state_hash_after),
            "notices": report.notices.iter().map(|notice| notices::message(notice).said()).collect::<Vec<_>>(),
        }))?;
        return Ok(Exit::Done);
    }
    let mut said: Vec<Message> = report.notices.iter().map(notices::message).collect();
    let same = match report.state_hash_before {
        Some(before) if before == report.state_hash_after => id::REBUILD_SAME,
        Some(_) => id::REBUILD_DIFFERENT,
        None => id::REBUILD_UNKNOWN,
    };
    said.push(Message::new(same).with("hash", hex(&report.state_hash_after)));
    run.out.lines(&said)?;
    Ok(Exit::Done)
}
