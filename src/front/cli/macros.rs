//! `tekil macro check FILE`: every fault of a macro with its place.

use std::path::PathBuf;

use clap::{Command, value_parser};
use serde_json::json;

use super::{Run, play::files, words};
use crate::{
    front::{
        bank::{Authored, authored},
        outcome::{Exit, Failure, hex},
    },
    intake::demo::DEMO_STORIES,
    text::{Lang, Message, ids::cli, ids::macros as id},
};

pub(super) const NAME: &str = "macro";

pub(super) fn words(lang: Lang) -> Command {
    let file = words::say(cli::VALUE_FILE, lang);
    let check = words::command("check", &file, id::CHECK_ABOUT, lang)
        .override_usage(words::usage(&format!("macro check {file}"), cli::USAGE_COMMAND, lang))
        .arg(words::word("file", file, id::CHECK_FILE, lang).value_parser(value_parser!(PathBuf)));
    words::command(NAME, "check", id::MACRO_ABOUT, lang)
        .subcommand_required(true)
        .subcommand_help_heading(words::say(cli::HEADING_COMMANDS, lang))
        .subcommand(check)
}

pub(super) fn run(run: &Run<'_>) -> Result<Exit, Failure> {
    let matches = run.matches.subcommand().map_or(run.matches, |(_, matches)| matches);
    let path = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let Authored { flows, pack, .. } = authored(run.settings)?;
    // a demo bank has the program's stories; which accounts they have is seen when it is played there
    let stories = DEMO_STORIES.into_iter().filter(|_| pack.is_demo()).map(|story| story.name.to_owned());
    let found = files::load(&path, &files::vocabulary(&flows, stories.collect()))?;
    if run.out.json {
        run.out.document(&json!({
            "macro": found.name(),
            "hash": hex(&found.hash),
            "params": found.params.iter().map(|param| json!({
                "name": param.name,
                "type": param.kind.to_string(),
                "default": param.default.is_some(),
            })).collect::<Vec<_>>(),
            "steps": found.steps.len(),
            "faults": [],
        }))?;
    } else {
        run.out.lines(&[Message::new(id::SOUND)
            .with("path", path.display().to_string())
            .with("steps", found.steps.len())
            .with("params", found.params.len())])?;
    }
    Ok(Exit::Done)
}
