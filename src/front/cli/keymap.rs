//! `tekil keymap list|show|check`: keymaps as lists, and every fault of a file with its place.

use std::{fmt::Write as _, path::PathBuf};

use clap::{ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use super::{Run, words};
use crate::{
    action::Context,
    app::Shelf,
    front::{
        bank::{self, Authored},
        keymaps,
        outcome::{Exit, Failure},
        output::{fault_line, fault_value},
    },
    keymap::{HelpRow, HintsStyle, Keymap, Options, Row, embedded_file},
    text::{Lang, Message, MessageId, ids::cli as id, safe},
};

pub(super) const NAME: &str = "keymap";

/// What each keymap of the program is for.
const ABOUT: [(&str, MessageId); 3] =
    [("default", id::KEYMAP_DEFAULT), ("3270", id::KEYMAP_3270), ("vim", id::KEYMAP_VIM)];

pub(super) fn words(lang: Lang) -> Command {
    let path = |name, shown: &str, meaning| {
        words::word(name, shown.to_owned(), meaning, lang).value_parser(value_parser!(PathBuf))
    };
    let (either, file) = (words::say(id::VALUE_KEYMAP, lang), words::say(id::VALUE_FILE, lang));
    let list = words::command("list", "", id::KEYMAP_LIST_ABOUT, lang).override_usage(words::usage(
        "keymap list",
        id::USAGE_COMMAND,
        lang,
    ));
    let show = words::command("show", format!("[{either}]"), id::KEYMAP_SHOW_ABOUT, lang)
        .override_usage(words::usage(&format!("keymap show [{either}]"), id::USAGE_COMMAND, lang))
        .arg(path("name", &either, id::KEYMAP_SHOW_NAME).required(false))
        .arg(words::flag("markdown", id::KEYMAP_SHOW_MARKDOWN, lang));
    let check = words::command("check", &file, id::KEYMAP_CHECK_ABOUT, lang)
        .override_usage(words::usage(&format!("keymap check {file}"), id::USAGE_COMMAND, lang))
        .arg(path("file", &file, id::KEYMAP_CHECK_FILE));
    words::command(NAME, "list|show|check", id::KEYMAP_ABOUT, lang)
        .subcommand_required(true)
        .subcommand_help_heading(words::say(id::HEADING_COMMANDS, lang))
        .subcommand(list)
        .subcommand(show)
        .subcommand(check)
}

pub(super) fn run(run: &Run<'_>) -> Result<Exit, Failure> {
    match run.matches.subcommand() {
        Some(("show", matches)) => show(run, matches),
        Some(("check", matches)) => check(run, matches),
        _ => list(run),
    }
}

fn list(run: &Run<'_>) -> Result<Exit, Failure> {
    if run.out.json {
        let one =
            |(name, about): (&str, MessageId)| json!({ "name": name, "about": Message::new(about).said() });
        run.out.document(&ABOUT.map(one))?;
    } else {
        let mut text = String::new();
        for (name, about) in ABOUT {
            let _ = writeln!(text, "{}{}", padded(name, 9), words::say(about, run.out.lang));
        }
        run.out.text(&text)?;
    }
    Ok(Exit::Done)
}

fn show(run: &Run<'_>, matches: &ArgMatches) -> Result<Exit, Failure> {
    let chosen = matches.get_one::<PathBuf>("name").or(run.settings.keymap.as_ref());
    let keymap = keymaps::load(chosen.map(PathBuf::as_path))?;
    if run.out.json {
        run.out.document(&document(&keymap))?;
    } else if matches.get_flag("markdown") {
        run.out.text(&markdown(&keymap, run.out.lang))?;
    } else {
        run.out.text(&text(&keymap, run.out.lang))?;
    }
    Ok(Exit::Done)
}

fn check(run: &Run<'_>, matches: &ArgMatches) -> Result<Exit, Failure> {
    let path = matches.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let embedded = path.to_str().and_then(embedded_file);
    let Authored { flows, pack, .. } = bank::authored(run.settings)?;
    let keymap = keymaps::load(Some(&path))?.with_flows(Shelf::new(flows, pack).menu());
    let shown = embedded.map_or_else(|| path.display().to_string(), |file| file.name);
    let (notices, count) = (keymap.notices(&shown), keymap.rows().len());
    if run.out.json {
        let notices: Vec<Value> = notices.iter().map(fault_value).collect();
        let document =
            json!({ "keymap": keymap.name(), "bindings": count, "faults": [], "notices": notices });
        run.out.document(&document)?;
        return Ok(Exit::Done);
    }
    let sound =
        Message::new(id::KEYMAP_SOUND).with("name", keymap.name()).with("path", shown).with("count", count);
    let mut text = sound.say(run.out.lang) + "\n";
    for notice in &notices {
        text.push_str(&fault_line(notice, run.out.lang));
    }
    run.out.text(&text)?;
    Ok(Exit::Done)
}

fn document(keymap: &Keymap) -> Value {
    let Options { leader_delay_ms, esc_timeout_ms, hints_style, command_prompt } = keymap.options();
    let style = match hints_style {
        HintsStyle::Plain => "plain",
        HintsStyle::Pf => "pf",
    };
    let row = |row: Row| {
        json!({
            "context": row.context.name(),
            "keys": row.keys,
            "action": row.action.name(),
            "arg": row.arg.as_ref().map(ToString::to_string),
            "label": row.label,
            "built": row.action.is_built(),
            "file": row.place.file,
            "line": row.place.line,
        })
    };
    json!({
        "keymap": keymap.name(),
        "options": {
            "leader_delay_ms": leader_delay_ms,
            "esc_timeout_ms": esc_timeout_ms,
            "hints_style": style,
            "command_prompt": command_prompt,
        },
        "rows": keymap.rows().into_iter().map(row).collect::<Vec<Value>>(),
    })
}

/// Every key, place by place.
fn text(keymap: &Keymap, lang: Lang) -> String {
    let options = keymap.options();
    let said = Message::new(id::KEYMAP_OPTIONS)
        .with("leader", u64::from(options.leader_delay_ms))
        .with("esc", u64::from(options.esc_timeout_ms))
        .with("prompt", options.command_prompt.as_str());
    let mut text = format!("{} · {}\n", keymap.name(), said.say(lang));
    let rows = keymap.rows();
    for context in Context::ALL {
        let rows: Vec<&Row> = rows.iter().filter(|row| row.context == context).collect();
        if rows.is_empty() {
            continue;
        }
        let _ = writeln!(text, "\n[{}] {}", context.name(), Message::new(context.label()).say(lang));
        for row in rows {
            let action = row
                .arg
                .as_ref()
                .map_or_else(|| row.action.name().to_owned(), |arg| format!("{} {arg}", row.action.name()));
            let later = if row.action.is_built() {
                String::new()
            } else {
                " ".to_owned() + &words::say(id::KEYMAP_LATER, lang)
            };
            let _ = writeln!(
                text,
                "  {}{}{}{later}",
                padded(&row.keys, 12),
                padded(&action, 28),
                row.label.of(lang)
            );
        }
    }
    text
}

/// The table of the README: what works in this version, one line for the keys of an action.
fn markdown(keymap: &Keymap, lang: Lang) -> String {
    let heads = [id::COLUMN_KEYS, id::COLUMN_PLACE, id::COLUMN_DOES, id::COLUMN_ACTION];
    let heads = heads.map(|head| words::say(head, lang)).join(" | ");
    let mut lines: Vec<(HelpRow, Vec<String>)> = Vec::new();
    for context in Context::ALL.into_iter().filter(|context| context.is_built()) {
        let place = words::say(context.label(), lang);
        for row in keymap.help(&[context]).into_iter().filter(|row| row.context == context) {
            let same = |known: &HelpRow| (known.action, &known.keys) == (row.action, &row.keys);
            match lines.iter_mut().find(|(known, _)| same(known)) {
                Some((_, places)) => places.push(place.clone()),
                None => lines.push((row, vec![place.clone()])),
            }
        }
    }
    let mut text = format!("| {heads} |\n| --- | --- | --- | --- |\n");
    for (row, places) in lines {
        let keys: Vec<String> = row.keys.iter().map(|keys| format!("`{keys}`")).collect();
        let (keys, places) = (keys.join(" "), places.join(", "));
        let _ = writeln!(text, "| {keys} | {places} | {} | `{}` |", row.label.of(lang), row.action.name());
    }
    text
}

fn padded(text: &str, cells: usize) -> String {
    let room = cells.saturating_sub(safe::cells(text)).max(1);
    format!("{text}{}", " ".repeat(room))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keymap::EMBEDDED;

    #[test]
    fn every_keymap_of_the_program_says_what_it_is_for() {
        assert_eq!(ABOUT.map(|(name, _)| name), EMBEDDED.map(|(name, _)| name));
    }

    #[test]
    fn the_table_of_the_readme_has_a_line_for_each_place_and_action() {
        let keymap = Keymap::standard();
        for lang in Lang::ALL {
            let table = markdown(&keymap, lang);
            let lines: Vec<&str> = table.lines().collect();
            assert!(lines.iter().all(|line| line.split(" | ").count() == 4), "{table}");
            assert!(table.contains("`show-transactions`") && !table.contains("take-offer"), "{table}");
            let mut unique = lines.clone();
            unique.sort_unstable();
            unique.dedup();
            assert_eq!(unique.len(), lines.len(), "{table}");
        }
    }
}
