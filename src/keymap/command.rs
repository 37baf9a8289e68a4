//! A typed command: an action's name and its argument.

use crate::{
    action::{Action, Arg, ArgError},
    pack::{fault::told, nearest},
    text::{Message, ids::keymap as id, ids::pack as shared},
};

use super::binding::wanted;

/// Why a typed command is none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CommandError {
    /// No action has the name.
    #[error("no action is named {name:?}")]
    Unknown {
        /// As typed.
        name: String,
        /// The nearest name.
        nearest: Option<&'static str>,
    },
    /// Its argument will not do.
    #[error("{action}: {error}")]
    Argument {
        /// The action.
        action: Action,
        /// Why.
        error: ArgError,
    },
}

/// Reads `take-offer 2`; `:` or `===>` before it is not part of it.
///
/// # Errors
/// [`CommandError`]: an unknown name, or an argument that will not do.
pub fn command(typed: &str) -> Result<(Action, Option<Arg>), CommandError> {
    let typed = typed.trim();
    let (name, arg) = typed.split_once(char::is_whitespace).unwrap_or((typed, ""));
    let action = Action::from_name(name).ok_or_else(|| CommandError::Unknown {
        name: name.to_owned(),
        nearest: nearest::nearest(name, Action::names()),
    })?;
    let arg = action.arg().read(Some(arg)).map_err(|error| CommandError::Argument { action, error })?;
    Ok((action, arg))
}

impl CommandError {
    /// What is wrong, and what would be right.
    #[must_use]
    pub fn messages(&self) -> Vec<Message> {
        match self {
            CommandError::Unknown { name, nearest } => {
                let help = nearest.map(|near| told(shared::HELP_NEAREST, "name", near));
                let what = told(shared::ACTION_UNKNOWN, "action", name.as_str());
                [Some(what), help].into_iter().flatten().collect()
            }
            CommandError::Argument { action, error } => {
                let what = match error {
                    ArgError::Missing => id::COMMAND_ARG_MISSING,
                    ArgError::NotTaken => id::ARG_NOT_TAKEN,
                    ArgError::Kind => id::COMMAND_ARG_KIND,
                };
                let what = told(what, "action", action.name());
                let help = wanted(action.arg()).map(Message::new);
                [Some(what), help].into_iter().flatten().collect()
            }
        }
    }
}
