//! The words of the command line: what clap is told, in the language of the run.

use clap::{Arg, ArgAction, Command, builder::Str};

use super::COMMANDS;
use crate::{
    front::settings,
    text::{Lang, Message, MessageId, ids::cli as id},
};

/// Names of its own: clap's are English.
const HELP: &str = "{about}\n\n{usage-heading} {usage}\n\n{all-args}{after-help}";

/// The whole command line.
pub(super) fn root(lang: Lang) -> Command {
    let start = dress(Command::new("tekil"), id::ABOUT, lang)
        .version(env!("CARGO_PKG_VERSION"))
        .override_usage(usage("", id::USAGE_ROOT, lang))
        .disable_help_subcommand(true)
        .subcommand_help_heading(say(id::HEADING_COMMANDS, lang))
        .after_help(format!("\n{}", say(id::HELP_EXAMPLES, lang)))
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(say(id::OPTION_VERSION, lang)),
        )
        .args(
            settings::options(lang)
                .into_iter()
                .map(|option| option.help_heading(say(id::HEADING_GLOBAL, lang))),
        );
    COMMANDS.iter().fold(start, |root, command| root.subcommand((command.words)(lang)))
}

/// A command with its summary; `shape` is what stands after its name in the usage line.
pub(super) fn command(
    name: &'static str,
    shape: impl std::fmt::Display,
    about: MessageId,
    lang: Lang,
) -> Command {
    dress(Command::new(name), about, lang).override_usage(usage(
        &format!("{name} {shape}"),
        id::USAGE_COMMAND,
        lang,
    ))
}

fn dress(command: Command, about: MessageId, lang: Lang) -> Command {
    let options = say(id::HEADING_OPTIONS, lang);
    command
        .about(say(about, lang))
        .help_template(HELP.replace("{usage-heading}", &say(id::HEADING_USAGE, lang)))
        .next_help_heading(options)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(
            Arg::new("help").short('h').long("help").action(ArgAction::Help).help(say(id::OPTION_HELP, lang)),
        )
}

/// The usage line: what stands between the program's name and the options.
pub(super) fn usage(words: &str, shape: MessageId, lang: Lang) -> String {
    Message::new(shape).with("words", words).say(lang)
}

/// A word that must stand at its place.
pub(super) fn word(name: &'static str, shown: impl Into<Str>, meaning: MessageId, lang: Lang) -> Arg {
    Arg::new(name)
        .value_name(shown.into())
        .required(true)
        .help_heading(say(id::HEADING_WORDS, lang))
        .help(say(meaning, lang))
}

/// An option with a value.
pub(super) fn option(name: &'static str, shown: impl Into<Str>, meaning: MessageId, lang: Lang) -> Arg {
    Arg::new(name).long(name).value_name(shown.into()).help(say(meaning, lang))
}

/// An option that is there or not.
pub(super) fn flag(name: &'static str, meaning: MessageId, lang: Lang) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(say(meaning, lang))
}

/// The words after a command's name, as its usage line shows them.
pub(super) fn shown(shape: MessageId, lang: Lang) -> String {
    say(shape, lang)
}

/// A text of the help.
pub(super) fn say(message: MessageId, lang: Lang) -> String {
    Message::new(message).say(lang)
}
