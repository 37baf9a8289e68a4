//! A command line that clap cannot read, in our words and both languages.

use clap::{
    Error,
    error::{ContextKind, ContextValue, ErrorKind},
};

use crate::{
    front::outcome::Failure,
    text::{Message, MessageId, ids::cli as id},
};

/// What is wrong, and the nearest word that would be right.
pub(super) fn failure(error: &Error) -> Failure {
    // clap's kinds may grow; what we do not know is at least named
    #[expect(clippy::wildcard_enum_match_arm, reason = "a foreign enum that may grow")]
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let message = about(error, id::UNKNOWN_COMMAND, ContextKind::InvalidSubcommand);
            nearest(Failure::usage("unknown_command", message), error, ContextKind::SuggestedSubcommand)
        }
        ErrorKind::UnknownArgument => unknown_argument(error),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            Failure::usage("missing_word", about(error, id::MISSING_WORD, ContextKind::ValidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => {
            Failure::usage("missing_word", about(error, id::MISSING_WORD, ContextKind::InvalidArg))
        }
        ErrorKind::InvalidValue
        | ErrorKind::NoEquals
        | ErrorKind::TooFewValues
        | ErrorKind::WrongNumberOfValues => {
            Failure::usage("missing_value", about(error, id::MISSING_VALUE, ContextKind::InvalidArg))
        }
        ErrorKind::TooManyValues => {
            Failure::usage("value_not_taken", about(error, id::VALUE_NOT_TAKEN, ContextKind::InvalidArg))
        }
        ErrorKind::ArgumentConflict => {
            Failure::usage("given_twice", about(error, id::GIVEN_TWICE, ContextKind::InvalidArg))
        }
        ErrorKind::InvalidUtf8 => Failure::usage("not_utf8", Message::new(id::ARGUMENT_NOT_UTF8)),
        _ => Failure::usage("usage", Message::new(id::USAGE_OTHER)).caused(error.kind().to_string()),
    }
    .hint(Message::new(id::SEE_HELP))
}

fn unknown_argument(error: &Error) -> Failure {
    let given = value(error, ContextKind::InvalidArg);
    let message = if given.starts_with('-') { id::UNKNOWN_OPTION } else { id::WORD_TOO_MANY };
    let failure = Failure::usage("unknown_argument", Message::new(message).with("value", given));
    nearest(failure, error, ContextKind::SuggestedArg)
}

fn about(error: &Error, message: MessageId, kind: ContextKind) -> Message {
    Message::new(message).with("value", value(error, kind))
}

fn nearest(failure: Failure, error: &Error, kind: ContextKind) -> Failure {
    match value(error, kind) {
        none if none.is_empty() => failure,
        word => failure.hint(Message::new(id::NEAREST).with("word", word)),
    }
}

/// The words of one kind that the error carries.
fn value(error: &Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(word)) => word.clone(),
        Some(ContextValue::Strings(words)) => words.join(", "),
        _ => String::new(),
    }
}
