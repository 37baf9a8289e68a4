//! What an action is given.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::text::{Lang, Said};

/// The longest argument, in characters.
pub const ARG_CHARS_MAX: usize = 200;

/// An action's argument.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arg {
    /// A place in a list, from 1.
    Digit(u8),
    /// A small letter, a to z.
    Letter(char),
    /// A flow's name.
    Flow(String),
    /// A language.
    Language(Lang),
    /// Any text, trimmed.
    Text(String),
}

/// A flow of the pack as menus and the palette call it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowLabel {
    /// Its name, as [`Arg::Flow`] holds it.
    pub name: String,
    /// Its label in the menu.
    pub menu: Said,
    /// Its title, as in the header of its screens.
    pub title: Said,
    /// The key that it asks for in the menu of flows: a small letter or digit.
    pub key: Option<char>,
}

/// What an action takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArgKind {
    /// Nothing.
    None,
    /// A digit 1 to 9, or nothing for what is selected.
    MaybeDigit,
    /// A small letter, a to z.
    Letter,
    /// A flow's name.
    Flow,
    /// A language, or nothing for the other one.
    MaybeLanguage,
    /// A text.
    Text,
    /// A text, or nothing to be asked for it.
    MaybeText,
}

/// Why a written argument is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ArgError {
    /// The action takes one and none is given.
    #[error("the argument is missing")]
    Missing,
    /// The action takes none.
    #[error("the action takes no argument")]
    NotTaken,
    /// It is not what the action takes.
    #[error("the argument is of another kind")]
    Kind,
}

impl ArgKind {
    /// Whether an action can do without it.
    #[must_use]
    pub fn is_optional(self) -> bool {
        match self {
            ArgKind::None | ArgKind::MaybeDigit | ArgKind::MaybeLanguage | ArgKind::MaybeText => true,
            ArgKind::Letter | ArgKind::Flow | ArgKind::Text => false,
        }
    }

    /// Reads an argument as keymaps, macros and the palette write it.
    ///
    /// # Errors
    /// [`ArgError`]: missing, not taken, or of another kind.
    pub fn read(self, written: Option<&str>) -> Result<Option<Arg>, ArgError> {
        let Some(written) = written.map(str::trim).filter(|written| !written.is_empty()) else {
            return if self.is_optional() { Ok(None) } else { Err(ArgError::Missing) };
        };
        let arg = match self {
            ArgKind::None => return Err(ArgError::NotTaken),
            ArgKind::MaybeDigit => digit(written).map(Arg::Digit),
            ArgKind::Letter => letter(written).map(Arg::Letter),
            ArgKind::Flow => is_flow(written).then(|| Arg::Flow(written.to_owned())),
            ArgKind::MaybeLanguage => language(written).map(Arg::Language),
            ArgKind::Text | ArgKind::MaybeText => {
                (written.chars().count() <= ARG_CHARS_MAX).then(|| Arg::Text(written.to_owned()))
            }
        };
        arg.map(Some).ok_or(ArgError::Kind)
    }
}

fn digit(written: &str) -> Option<u8> {
    written.parse().ok().filter(|digit| (1..=9).contains(digit) && written.len() == 1)
}

fn letter(written: &str) -> Option<char> {
    let mut chars = written.chars();
    chars.next().filter(|letter| letter.is_ascii_lowercase() && chars.next().is_none())
}

/// The form of ids of the pack: small letters, digits and hyphens.
fn is_flow(written: &str) -> bool {
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    written.len() <= 64 && written.chars().all(fits)
}

fn language(written: &str) -> Option<Lang> {
    match written {
        "tr" => Some(Lang::Tr),
        "en" => Some(Lang::En),
        _ => None,
    }
}

impl std::fmt::Display for Arg {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Arg::Digit(digit) => write!(f, "{digit}"),
            Arg::Letter(letter) => write!(f, "{letter}"),
            Arg::Flow(text) | Arg::Text(text) => f.write_str(text),
            Arg::Language(Lang::Tr) => f.write_str("tr"),
            Arg::Language(Lang::En) => f.write_str("en"),
        }
    }
}
