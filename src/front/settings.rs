//! The options that stand before or after any command, with their twins in the environment.

use std::{ffi::OsString, path::PathBuf};

use clap::{Arg, ArgAction, ArgMatches, value_parser};

use super::{
    cli::parse,
    clock::Clock,
    outcome::Failure,
    place::{default_store, variable},
};
use crate::{
    domain::{channel::Touchpoint, interaction::Direction},
    pack::PackSource,
    text::{Lang, Message, MessageId, ids::cli as id},
    time::{Day, Moment},
};

/// What holds for a whole run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Settings {
    /// The store's folder.
    pub(super) store: PathBuf,
    /// The bank's pack.
    pub(super) pack: PackSource,
    /// Who is acting, where a name is believed.
    pub(super) operator: Option<String>,
    /// The contact.
    pub(super) contact: Option<String>,
    /// Why the customer is looked at.
    pub(super) reason: Option<String>,
    /// Who began the contact.
    pub(super) direction: Direction,
    /// The fixed business time.
    pub(super) now: Option<Moment>,
    /// Where the operator sits, if that was said.
    pub(super) touchpoint: Option<Touchpoint>,
    /// The keymap's name or file.
    pub(super) keymap: Option<PathBuf>,
    /// The options of this command line that the next one needs too, to meet the same bank.
    pub(super) again: String,
}

/// The option that says where somebody sits.
pub(super) const TOUCHPOINT: &str = "touchpoint";

/// The languages: a value that is written as it stands.
const LANGUAGES: &str = "tr|en";

/// Option, value's name (none: the languages), what it means.
const GLOBALS: [(&str, Option<MessageId>, MessageId); 8] = [
    ("store", Some(id::VALUE_DIR), id::OPTION_STORE),
    ("pack", Some(id::VALUE_DIR), id::OPTION_PACK),
    ("lang", None, id::OPTION_LANG),
    ("operator", Some(id::VALUE_NAME), id::OPTION_OPERATOR),
    ("contact", Some(id::VALUE_ID), id::OPTION_CONTACT),
    ("reason", Some(id::VALUE_TEXT), id::OPTION_REASON),
    ("now", Some(id::VALUE_MOMENT), id::OPTION_NOW),
    ("keymap", Some(id::VALUE_KEYMAP), id::OPTION_KEYMAP),
];

/// The global options, worded.
pub(super) fn options(lang: Lang) -> Vec<Arg> {
    let mut options: Vec<Arg> = GLOBALS
        .into_iter()
        .map(|(name, value, meaning)| {
            let arg = Arg::new(name)
                .long(name)
                .value_name(value.map_or_else(|| LANGUAGES.to_owned(), |name| Message::new(name).say(lang)))
                .global(true)
                .help(Message::new(meaning).say(lang));
            if matches!(name, "store" | "pack" | "keymap") {
                arg.value_parser(value_parser!(OsString))
            } else {
                arg
            }
        })
        .collect();
    options.extend([("outbound", id::OPTION_OUTBOUND), ("json", id::OPTION_JSON)].map(|(name, meaning)| {
        Arg::new(name)
            .long(name)
            .action(ArgAction::SetTrue)
            .global(true)
            .help(Message::new(meaning).say(lang))
    }));
    options
}

/// Whether a word is a global option, or one of the desk, that takes the next word as its value.
pub(super) fn takes_value(word: &str) -> bool {
    let known = |word: &str| word == TOUCHPOINT || GLOBALS.iter().any(|(name, ..)| *name == word);
    word.strip_prefix("--").is_some_and(known)
}

impl Settings {
    /// Reads the options and the environment.
    ///
    /// # Errors
    /// A value that cannot be used, named with its place and what would be right.
    pub(super) fn of(matches: &ArgMatches) -> Result<Settings, Failure> {
        Ok(Settings {
            store: store(matches)?,
            pack: path(matches, "pack", "TEKIL_PACK").map_or(PackSource::Embedded, PackSource::Dir),
            operator: traced(matches, "operator", Some("TEKIL_OPERATOR"))?,
            contact: traced(matches, "contact", Some("TEKIL_CONTACT"))?,
            reason: traced(matches, "reason", None)?,
            direction: if matches.get_flag("outbound") { Direction::Outbound } else { Direction::Inbound },
            now: now(matches)?,
            touchpoint: touchpoint(matches)?,
            keymap: path(matches, "keymap", "TEKIL_KEYMAP"),
            again: again(matches),
        })
    }

    /// The business day of the run.
    ///
    /// # Errors
    /// The machine's clock cannot be used.
    pub(super) fn today(&self) -> Result<Day, Failure> {
        Clock::try_new(self.now).map(|clock| clock.moment().day())
    }
}

/// Commands that ask for it name it; the others have none.
fn touchpoint(matches: &ArgMatches) -> Result<Option<Touchpoint>, Failure> {
    match matches.try_get_one::<String>(TOUCHPOINT) {
        Ok(Some(name)) => parse::touchpoint(name).map(Some),
        Ok(None) | Err(_) => Ok(None),
    }
}

fn again(matches: &ArgMatches) -> String {
    ["store", "pack"]
        .into_iter()
        .filter_map(|option| {
            let value = matches.get_one::<OsString>(option)?.to_string_lossy();
            let quote = if value.contains(char::is_whitespace) { "'" } else { "" };
            Some(format!(" --{option} {quote}{value}{quote}"))
        })
        .collect()
}

/// The longest operator, contact or reason, in characters: it goes into every trace.
const TRACED_CHARS_MAX: usize = 1_000;

/// A text that goes into traces.
fn traced(matches: &ArgMatches, option: &str, twin: Option<&'static str>) -> Result<Option<String>, Failure> {
    let value = text(matches, option, twin)?;
    match &value {
        Some(value) if value.chars().nth(TRACED_CHARS_MAX).is_some() => {
            let message = Message::new(id::TEXT_LONG)
                .with("place", format!("--{option}"))
                .with("max", TRACED_CHARS_MAX);
            Err(Failure::usage("text_too_long", message))
        }
        _ => Ok(value),
    }
}

fn store(matches: &ArgMatches) -> Result<PathBuf, Failure> {
    if matches.get_one::<OsString>("store").is_some_and(|value| value.is_empty()) {
        // a script's unset variable must not fall through to the default bank
        return Err(Failure::usage("empty_store", Message::new(id::STORE_EMPTY_PATH)));
    }
    let Some(path) = path(matches, "store", "TEKIL_STORE") else {
        return default_store(variable("XDG_DATA_HOME"), variable("HOME"));
    };
    if path.to_string_lossy().contains("://") {
        let message = Message::new(id::STORE_NOT_A_FOLDER).with("value", path.display().to_string());
        return Err(Failure::usage("bad_store", message));
    }
    Ok(path)
}

fn path(matches: &ArgMatches, option: &str, twin: &str) -> Option<PathBuf> {
    matches
        .get_one::<OsString>(option)
        .filter(|value| !value.is_empty())
        .cloned()
        .or_else(|| variable(twin))
        .map(PathBuf::from)
}

fn text(matches: &ArgMatches, option: &str, twin: Option<&'static str>) -> Result<Option<String>, Failure> {
    if let Some(value) = matches.get_one::<String>(option) {
        return Ok(Some(value.clone()));
    }
    let Some((twin, value)) = twin.and_then(|twin| Some((twin, variable(twin)?))) else {
        return Ok(None);
    };
    value.into_string().map(Some).map_err(|value| {
        let message = Message::new(id::NOT_UTF8)
            .with("place", twin)
            .with("value", value.to_string_lossy().into_owned());
        Failure::usage("not_utf8", message)
    })
}

fn now(matches: &ArgMatches) -> Result<Option<Moment>, Failure> {
    let place = if matches.get_one::<String>("now").is_some() { "--now" } else { "TEKIL_NOW" };
    let Some(value) = text(matches, "now", Some("TEKIL_NOW"))? else {
        return Ok(None);
    };
    Moment::parse_rfc3339(&value).filter(|moment| moment.micros() >= 0).map(Some).ok_or_else(|| {
        let message = Message::new(id::BAD_NOW).with("place", place).with("value", value);
        Failure::usage("bad_now", message)
    })
}
