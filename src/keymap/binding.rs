//! One line of a keymap file: its keys, and what they do.

use crate::{
    action::{Action, Arg, ArgError, ArgKind, Context},
    key::{Code, Key, KeyError, Mods},
    pack::{
        Faults,
        document::{Item, Spot, Table, Text},
        fault::told,
        nearest,
    },
    text::{Message, MessageId, ids::keymap as id, ids::pack as shared},
};

use super::{Binding, Place, SEQUENCE_MAX, shown};

/// What a file binds: keys in a context to an action.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub(super) context: Context,
    pub(super) keys: Vec<Key>,
    pub(super) binding: Binding,
    /// Its keys win over those of the base.
    pub(super) overrides: bool,
}

/// A key of a file, perhaps a range of them.
struct Written {
    /// Each with the character that the range runs over.
    all: Vec<(Vec<Key>, Option<char>)>,
    ends: Option<(String, String)>,
}

/// The place of a spot.
pub(super) fn place(spot: Spot<'_>) -> Place {
    let fault = spot.fault(Message::new(shared::TOML_SYNTAX_END));
    Place { file: fault.file, line: fault.line, column: fault.column }
}

/// Reads `"keys" = "action"` or `"keys" = { action = "…", arg = "…", override = true }` below a prefix.
pub(super) fn entries(context: Context, prefix: &[Key], item: Item<'_>, faults: &mut Faults) -> Vec<Entry> {
    let written = written(prefix, item, faults);
    let Some((action, arg, overrides)) = target(context, item, faults) else {
        return Vec::new();
    };
    let Some(written) = written else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for (keys, step) in written.all {
        let types = keys.first().is_some_and(|key| key.text().is_some());
        if context.takes_text() && types {
            let message = told(id::KEY_IS_TEXT, "keys", shown(&keys)).with("context", context.name());
            faults.add(item.key_spot.fault(message).with_help(Message::new(id::HELP_CHORD)));
            break;
        }
        let Ok(arg) = argument(action, arg, step, item, faults) else {
            break;
        };
        let range = written.ends.clone();
        let binding = Binding { action, arg, range, place: place(item.key_spot), of_pack: false };
        found.push(Entry { context, keys, binding, overrides });
    }
    found
}

/// The keys of an item, `g g`, `C-l` or `1..9`, behind a prefix.
fn written(prefix: &[Key], item: Item<'_>, faults: &mut Faults) -> Option<Written> {
    let words: Vec<&str> = item.key.split_ascii_whitespace().collect();
    let mut written = Written { all: vec![(prefix.to_vec(), None)], ends: None };
    if words.is_empty() {
        faults.add(item.key_spot.fault(Message::new(id::KEY_EMPTY)));
        return None;
    }
    if prefix.len() + words.len() > SEQUENCE_MAX {
        faults.add(item.key_spot.fault(told(id::SEQUENCE_LONG, "max", SEQUENCE_MAX)));
        return None;
    }
    for word in words {
        let steps = match range(word) {
            Some((first, last)) => {
                let steps = steps(first, last).filter(|_| written.ends.is_none());
                let Some(steps) = steps else {
                    let fault = item.key_spot.fault(told(id::RANGE_BAD, "range", word));
                    faults.add(fault.with_help(Message::new(id::HELP_RANGE)));
                    return None;
                };
                written.ends = Some((first.to_owned(), last.to_owned()));
                steps
            }
            None => vec![(key(word, item.key_spot, faults)?, None)],
        };
        let longer = |(keys, step): &(Vec<Key>, Option<char>), (key, own): &(Key, Option<char>)| {
            ([keys.as_slice(), &[*key]].concat(), own.or(*step))
        };
        written.all = written
            .all
            .iter()
            .flat_map(|before| steps.iter().map(move |step| longer(before, step)))
            .collect();
    }
    Some(written)
}

/// The two ends of `1..9`.
fn range(word: &str) -> Option<(&str, &str)> {
    word.split_once("..").filter(|(first, last)| !first.is_empty() && !last.is_empty())
}

/// The keys of a range of digits or of small letters, none where it is neither.
fn steps(first: &str, last: &str) -> Option<Vec<(Key, Option<char>)>> {
    let only = |text: &str| {
        let mut chars = text.chars();
        chars.next().filter(|_| chars.next().is_none())
    };
    let (first, last) = (only(first)?, only(last)?);
    let digits = first.is_ascii_digit() && last.is_ascii_digit();
    let letters = first.is_ascii_lowercase() && last.is_ascii_lowercase();
    if first >= last || !(digits || letters) {
        return None;
    }
    let keys = (first..=last).filter_map(|step| Some((Key::new(Code::Char(step), Mods::NONE)?, Some(step))));
    Some(keys.collect())
}

/// One key.
pub(super) fn key(word: &str, spot: Spot<'_>, faults: &mut Faults) -> Option<Key> {
    let error = match word.parse() {
        Ok(key) => return Some(key),
        Err(error) => error,
    };
    let help = match error {
        KeyError::Unknown { nearest: Some(near), .. } => told(shared::HELP_NEAREST, "name", near),
        KeyError::Unknown { nearest: None, .. } | KeyError::Empty | KeyError::TooMany => {
            Message::new(id::HELP_KEYS)
        }
    };
    faults.add(spot.fault(told(id::KEY_UNKNOWN, "key", word)).with_help(help));
    None
}

/// What an item says its keys do: the action, its argument as written, whether it overrides.
fn target<'d>(
    context: Context,
    item: Item<'d>,
    faults: &mut Faults,
) -> Option<(Action, Option<Text<'d>>, bool)> {
    let Some(table) = item.table(&mut Faults::default()) else {
        let text = item.text(faults)?;
        return Some((action(text, Some(context), faults)?, None, false));
    };
    table.only(&["action", "arg", "override"], faults);
    let text = table.text("action", faults)?;
    let arg = table.get("arg").map(|item| item.text(faults));
    let overrides = flag(table, faults);
    Some((action(text, Some(context), faults)?, arg.flatten(), overrides?))
}

/// `override = true`.
pub(super) fn flag(table: Table<'_>, faults: &mut Faults) -> Option<bool> {
    match table.get("override") {
        Some(item) => item.flag(faults),
        None => Some(false),
    }
}

/// An action by its name, which must mean something in the context.
pub(super) fn action(text: Text<'_>, context: Option<Context>, faults: &mut Faults) -> Option<Action> {
    let Some(action) = Action::from_name(text.text) else {
        let fault = text.spot.fault(told(shared::ACTION_UNKNOWN, "action", text.text));
        let help = nearest::help(text.text, Action::names());
        faults.add(fault.with_help(help.unwrap_or_else(|| Message::new(id::HELP_ACTIONS))));
        return None;
    };
    let Some(context) = context.filter(|context| !action.applies(*context)) else {
        return Some(action);
    };
    let places: Vec<&str> = action.places().iter().map(|context| context.name()).collect();
    let message = told(id::ACTION_ELSEWHERE, "action", action.name()).with("context", context.name());
    faults.add(text.spot.fault(message).with_help(told(id::HELP_PLACES, "contexts", places.join(", "))));
    None
}

/// The argument of one key; `$digit` and `$letter` stand for the key of a range.
fn argument(
    action: Action,
    arg: Option<Text<'_>>,
    step: Option<char>,
    item: Item<'_>,
    faults: &mut Faults,
) -> Result<Option<Arg>, ()> {
    let spot = arg.map_or(item.spot, |arg| arg.spot);
    let of_key = arg.filter(|arg| arg.text.starts_with('$'));
    let written = match (of_key, step) {
        (Some(of_key), step) => {
            let fits = match step {
                Some(step) if step.is_ascii_digit() => of_key.text == "$digit",
                Some(_) => of_key.text == "$letter",
                None => false,
            };
            let Some(step) = step.filter(|_| fits) else {
                let fault = spot.fault(told(id::ARG_OF_KEY, "arg", of_key.text));
                faults.add(fault.with_help(Message::new(id::HELP_RANGE_ARG)));
                return Err(());
            };
            Some(step.to_string())
        }
        (None, _) => arg.map(|arg| arg.text.to_owned()),
    };
    action.arg().read(written.as_deref()).map_err(|error| {
        let message = match error {
            ArgError::Missing => told(id::ARG_MISSING, "action", action.name()),
            ArgError::NotTaken => told(id::ARG_NOT_TAKEN, "action", action.name()),
            ArgError::Kind => {
                told(id::ARG_KIND, "action", action.name()).with("arg", written.unwrap_or_default())
            }
        };
        faults.add(spot.fault(message).with_help(wanted(action.arg()).map(Message::new)));
    })
}

/// What an action takes, in words with an example.
pub(super) fn wanted(kind: ArgKind) -> Option<MessageId> {
    match kind {
        ArgKind::None => None,
        ArgKind::MaybeDigit => Some(id::WANTED_DIGIT),
        ArgKind::Letter => Some(id::WANTED_LETTER),
        ArgKind::Flow => Some(id::WANTED_FLOW),
        ArgKind::MaybeLanguage => Some(id::WANTED_LANGUAGE),
        ArgKind::Text | ArgKind::MaybeText => Some(id::WANTED_TEXT),
    }
}
