//! `tekil pack check DIR`: every fault of a bank pack with its place.

use std::path::PathBuf;

use clap::{Command, value_parser};
use serde_json::json;

use super::{Run, words};
use crate::{
    flow,
    front::{
        keymaps,
        outcome::{Exit, Failure},
        place::folder,
    },
    pack::PackSource,
    text::{Lang, Message, ids::cli as id},
};

pub(super) const NAME: &str = "pack";

pub(super) fn words(lang: Lang) -> Command {
    let dir = words::say(id::VALUE_DIR, lang);
    let shape = format!("pack check {dir}");
    let check = words::command("check", words::say(id::VALUE_DIR, lang), id::PACK_CHECK_ABOUT, lang)
        .override_usage(words::usage(&shape, id::USAGE_COMMAND, lang))
        .arg(
            words::word("dir", words::say(id::VALUE_DIR, lang), id::PACK_CHECK_DIR, lang)
                .value_parser(value_parser!(PathBuf)),
        );
    words::command(NAME, format!("check {dir}"), id::PACK_ABOUT, lang)
        .subcommand_required(true)
        .subcommand_help_heading(words::say(id::HEADING_COMMANDS, lang))
        .subcommand(check)
}

pub(super) fn run(run: &Run<'_>) -> Result<Exit, Failure> {
    let dir = run
        .matches
        .subcommand()
        .and_then(|(_, check)| check.get_one::<PathBuf>("dir"))
        .cloned()
        .unwrap_or_default();
    folder(&dir)?;
    let (source, today) = (PackSource::Dir(dir.clone()), run.settings.today()?);
    let (pack, _, flows) = flow::load_on(&source, today).map_err(Failure::faults)?;
    let clashes = keymaps::clashes(&flows);
    if !clashes.is_empty() {
        return Err(Failure::faults(clashes));
    }
    if run.out.json {
        run.out.document(&json!({ "pack": pack.name(), "hash": pack.hash(), "faults": [] }))?;
    } else {
        let sound =
            Message::new(id::PACK_SOUND).with("name", pack.name()).with("path", dir.display().to_string());
        run.out.lines(&[sound])?;
    }
    Ok(Exit::Done)
}
