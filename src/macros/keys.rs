//! The shortest keys of an action here and now: what a practised person would press.

use super::{probe::Probe, value::Value};
use crate::{
    action::{Action, Arg, Context},
    key::{Code, Key, Mods},
    keymap::Keymap,
};

/// The keys of an action, by its binding or by its name; `None` where no key leads to it from here.
pub(super) fn of_action(
    keymap: &Keymap,
    probe: &dyn Probe,
    action: Action,
    arg: Option<&Arg>,
) -> Option<Vec<Key>> {
    let contexts = probe.contexts();
    let here = Here { keymap, contexts: &contexts };
    let ways = [here.bound(action, arg), here.found(action, arg), here.named(action, arg)];
    // the first of equals: a binding before a name
    ways.into_iter().flatten().min_by_key(Vec::len)
}

/// Whether an action means something in these places.
pub(super) fn applies(action: Action, contexts: &[Context]) -> bool {
    contexts.iter().chain([&Context::Global]).any(|context| action.places().contains(context))
}

/// The keys that type a text.
pub(super) fn of_text(text: &str) -> Option<Vec<Key>> {
    text.chars().map(|c| Key::new(Code::Char(c), Mods::NONE).filter(|key| key.text() == Some(c))).collect()
}

/// As a value is typed into a field.
pub(super) fn of_value(value: &Value, probe: &dyn Probe) -> Option<Vec<Key>> {
    of_text(&value.typed(probe.lang()))
}

struct Here<'h> {
    keymap: &'h Keymap,
    contexts: &'h [Context],
}

impl Here<'_> {
    fn bound(&self, action: Action, arg: Option<&Arg>) -> Option<Vec<Key>> {
        self.keymap.shortest(action, arg, self.contexts)
    }

    /// A customer is opened by number in the find field, and looked for there by name.
    fn found(&self, action: Action, arg: Option<&Arg>) -> Option<Vec<Key>> {
        let Some(Arg::Text(text)) = arg else { return None };
        if !matches!(action, Action::FindCustomer | Action::OpenCustomer) {
            return None;
        }
        let mut keys = self.bound(Action::FindCustomer, None)?;
        keys.extend(of_text(text)?);
        if action == Action::OpenCustomer {
            keys.extend(self.keymap.shortest(Action::SubmitStep, None, &[Context::Field])?);
        }
        Some(keys)
    }

    /// By its name in the palette, or behind `===>`.
    fn named(&self, action: Action, arg: Option<&Arg>) -> Option<Vec<Key>> {
        if !applies(action, self.contexts) {
            return None;
        }
        let mut keys = self.bound(Action::OpenPalette, None)?;
        let written = arg.map_or_else(|| action.name().to_owned(), |arg| format!("{} {arg}", action.name()));
        keys.extend(of_text(&written)?);
        keys.extend(self.keymap.shortest(Action::SubmitStep, None, &[Context::Palette])?);
        Some(keys)
    }
}
