//! The command line: one file a command.

mod aloud;
mod bench;
mod decide;
pub(super) mod demo;
mod desk;
mod find;
mod flow;
mod import;
mod init;
mod keymap;
mod macros;
mod offers;
mod pack;
pub(super) mod parse;
mod play;
mod rebuild;
mod runs;
mod show;
mod usage;
mod verify;
mod why;
mod words;

use std::ffi::OsString;

use clap::{ArgMatches, Command, error::ErrorKind};
use serde_json::json;

use runs::{approvals, outbox, paper, reverse};

use super::{
    language,
    outcome::{Exit, Failure},
    output::Output,
    panics, place,
    settings::{self, Settings},
};
use crate::text::Lang;

/// What a command is run with.
#[derive(Debug)]
pub(super) struct Run<'a> {
    /// The options of this command.
    pub(super) matches: &'a ArgMatches,
    /// The options of every command.
    pub(super) settings: &'a Settings,
    /// Where its answer goes.
    pub(super) out: Output,
}

/// A command of the table.
struct Entry {
    name: &'static str,
    words: fn(Lang) -> Command,
    run: fn(&Run<'_>) -> Result<Exit, Failure>,
}

/// Every command, in the order of the help.
const COMMANDS: &[Entry] = &[
    Entry { name: desk::NAME, words: desk::words, run: desk::run },
    Entry { name: demo::NAME, words: demo::words, run: demo::run },
    Entry { name: show::NAME, words: show::words, run: show::run },
    Entry { name: find::NAME, words: find::words, run: find::run },
    Entry { name: decide::NAME, words: decide::words, run: decide::run },
    Entry { name: why::NAME, words: why::words, run: why::run },
    Entry { name: import::NAME, words: import::words, run: import::run },
    Entry { name: init::NAME, words: init::words, run: init::run },
    Entry { name: flow::NAME, words: flow::words, run: flow::run },
    Entry { name: play::NAME, words: play::words, run: play::run },
    Entry { name: macros::NAME, words: macros::words, run: macros::run },
    Entry { name: approvals::LIST, words: approvals::list_words, run: approvals::list },
    Entry { name: approvals::APPROVE, words: approvals::approve_words, run: approvals::approve },
    Entry { name: approvals::RETURN, words: approvals::return_words, run: approvals::send_back },
    Entry { name: reverse::NAME, words: reverse::words, run: reverse::run },
    Entry { name: paper::NAME, words: paper::words, run: paper::run },
    Entry { name: outbox::NAME, words: outbox::words, run: outbox::run },
    Entry { name: keymap::NAME, words: keymap::words, run: keymap::run },
    Entry { name: pack::NAME, words: pack::words, run: pack::run },
    Entry { name: verify::NAME, words: verify::words, run: verify::run },
    Entry { name: rebuild::NAME, words: rebuild::words, run: rebuild::run },
    Entry { name: bench::NAME, words: bench::words, run: bench::run },
];

/// Runs one command line.
pub(super) fn run(args: Vec<OsString>) -> Exit {
    let (tekil_lang, lang) = (place::variable("TEKIL_LANG"), place::variable("LANG"));
    let (lang, fault) = language::choose(&args, tekil_lang.as_deref(), lang.as_deref());
    panics::report_in(lang);
    let json = args.iter().take_while(|arg| *arg != "--").any(|arg| arg == "--json");
    let out = Output { lang, json };
    if let Some(fault) = fault {
        return out.failure(&fault);
    }
    // the hook has said what there is to say
    std::panic::catch_unwind(|| {
        dispatch(shorthand(args), out).unwrap_or_else(|failure| out.failure(&failure))
    })
    .unwrap_or(Exit::Store)
}

fn dispatch(args: Vec<OsString>, out: Output) -> Result<Exit, Failure> {
    let matches = match words::root(out.lang).try_get_matches_from(args) {
        Ok(matches) => matches,
        Err(asked) if matches!(asked.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            return told(&asked, out).map(|()| Exit::Done);
        }
        Err(error) => return Err(usage::failure(&error)),
    };
    let (name, matches) = matches.subcommand().unwrap_or((desk::NAME, &matches));
    let settings = Settings::of(matches)?;
    let run = Run { matches, settings: &settings, out };
    match COMMANDS.iter().find(|entry| entry.name == name) {
        Some(entry) => (entry.run)(&run),
        None => desk::run(&run),
    }
}

/// Help or version, as text or as the one document.
fn told(asked: &clap::Error, out: Output) -> Result<(), Failure> {
    let text = asked.render().to_string();
    match (out.json, asked.kind()) {
        (false, _) => out.text(&text),
        (true, ErrorKind::DisplayVersion) => out.document(&json!({ "version": env!("CARGO_PKG_VERSION") })),
        (true, _) => out.document(&json!({ "help": text })),
    }
}

/// `tekil 1787` is `tekil desk 1787`, and `tekil help show` is `tekil show --help`.
fn shorthand(mut args: Vec<OsString>) -> Vec<OsString> {
    let Some(at) = first_word(&args) else {
        if args.iter().skip(1).filter_map(|arg| arg.to_str()).any(is_touchpoint) {
            args.insert(1, desk::NAME.into());
        }
        return args;
    };
    let Some(word) = args.get(at).and_then(|word| word.to_str()) else {
        return args;
    };
    if word == "help" {
        args.remove(at);
        args.push("--help".into());
    } else if word.bytes().all(|byte| byte.is_ascii_digit()) {
        // before the options: one of them may be the desk's own
        args.insert(1, desk::NAME.into());
    }
    args
}

fn is_touchpoint(arg: &str) -> bool {
    arg.strip_prefix("--").is_some_and(|arg| arg.split('=').next() == Some(settings::TOUCHPOINT))
}

/// Where the first word stands that is neither an option nor an option's value.
fn first_word(args: &[OsString]) -> Option<usize> {
    let mut words = args.iter().enumerate().skip(1);
    while let Some((at, arg)) = words.next() {
        match arg.to_str() {
            Some(option) if settings::takes_value(option) => {
                words.next();
            }
            Some(option) if option.starts_with('-') => {}
            _ => return Some(at),
        }
    }
    None
}

#[cfg(test)]
mod tests;
