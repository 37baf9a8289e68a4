//! The hints row: what can be pressed here, from the keymap in force.

use crate::{
    action::{Action, Context},
    key::Key,
    text::{Lang, Message, Said, casing, safe},
};

use super::{HintsStyle, Keymap, layered, shown, shown::is_arrow};

/// Whether an action does something where a hint would stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Can {
    /// Nothing now: no hint.
    No,
    /// It does.
    Yes,
    /// Digits from 1 up to this one do: `1-3`.
    Digits(u8),
}

/// One hint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The keys as shown: `Enter`, `1-3`, `↑↓`.
    pub keys: String,
    /// The action, the first of several that go together.
    pub action: Action,
    /// A word or two.
    pub label: Said,
}

impl Keymap {
    /// The hints of a place, the most important first. Left out is what this version does not do - but for digits
    /// that `can` says do something - what has no key here and what `can` says does nothing now. Neighbours with the same words are one hint.
    #[must_use]
    pub fn hints(&self, contexts: &[Context], can: &dyn Fn(Action) -> Can) -> Vec<Hint> {
        let specs = layered(contexts).into_iter().find_map(|context| self.hints.get(&context));
        let mut hints: Vec<Hint> = Vec::new();
        for spec in specs.into_iter().flatten() {
            let can = can(spec.action);
            if !spec.action.is_built() && !matches!(can, Can::Digits(_)) {
                continue;
            }
            let Some(keys) = self.hint_keys(spec.action, contexts, can) else {
                continue;
            };
            let label = spec.label.clone().unwrap_or_else(|| Message::new(spec.action.short()).said());
            match hints.last_mut().filter(|last| last.label == label) {
                Some(last) => {
                    let between = if is_arrow(&keys)
                        && last.keys.chars().all(|c| is_arrow(c.encode_utf8(&mut [0; 4])))
                    {
                        ""
                    } else {
                        "/"
                    };
                    last.keys = [last.keys.as_str(), &keys].join(between);
                }
                None => hints.push(Hint { keys, action: spec.action, label }),
            }
        }
        hints
    }

    /// The keys of an action as its hint shows them.
    fn hint_keys(&self, action: Action, contexts: &[Context], can: Can) -> Option<String> {
        let last = match can {
            Can::No | Can::Digits(0) => return None,
            Can::Yes => None,
            Can::Digits(last) => Some(last),
        };
        let keys = self.keys_of(action, contexts)?;
        let range = self.find(contexts, &keys)?.0.binding.as_ref().and_then(|binding| binding.range.clone());
        let Some((first, end)) = range else {
            return Some(shown(&keys));
        };
        // a range of letters has no number of things
        let end = match (last, end.parse::<u8>()) {
            (Some(last), Ok(end)) => end.min(last).to_string(),
            _ => end,
        };
        let before = keys.split_last().map(|(_, before)| shown(before)).filter(|before| !before.is_empty());
        let before = before.map(|before| before + " ").unwrap_or_default();
        Some(if first == end { before + &first } else { format!("{before}{first}-{end}") })
    }

    /// The first keys of an action in the order of layers and files that are not another action's here.
    pub(super) fn keys_of(&self, action: Action, contexts: &[Context]) -> Option<Vec<Key>> {
        self.all_keys_of(action, contexts).into_iter().next()
    }

    /// Every sequence of keys that is this action here, the prefixes of the menu it opens among them.
    pub(super) fn all_keys_of(&self, action: Action, contexts: &[Context]) -> Vec<Vec<Key>> {
        let mut found = Vec::new();
        for context in layered(contexts) {
            let Some(layer) = self.layer(context) else {
                continue;
            };
            let bound = layer.bindings().into_iter().filter(|(_, binding)| binding.action == action);
            let keys = layer.menu_of(action).into_iter().chain(bound.map(|(keys, _)| keys));
            found
                .extend(keys.filter(|keys| self.find(contexts, keys).is_some_and(|(_, own)| own == context)));
        }
        found
    }
}

/// A row of hints that fits into some columns. The last ones are dropped first, but the palette after the others
/// and `?` (or the help, where the row has no `?`) last of all.
#[must_use]
pub fn row(hints: &[Hint], style: HintsStyle, lang: Lang, columns: usize) -> String {
    let has_keys = hints.iter().any(|hint| hint.action == Action::ShowKeys);
    let keys = if has_keys { Action::ShowKeys } else { Action::ShowHelp };
    let kept_longest = |hint: &Hint| (hint.action == keys, hint.action == Action::OpenPalette);
    let mut hints: Vec<&Hint> = hints.iter().collect();
    loop {
        let text = written(&hints, style, lang);
        if safe::cells(&text) <= columns || hints.is_empty() {
            return text;
        }
        let least = hints.iter().map(|hint| kept_longest(hint)).min();
        let drop = hints.iter().rposition(|hint| Some(kept_longest(hint)) == least);
        drop.map(|at| hints.remove(at));
    }
}

fn written(hints: &[&Hint], style: HintsStyle, lang: Lang) -> String {
    let one = |hint: &&Hint| {
        let label = hint.label.of(lang);
        match style {
            HintsStyle::Plain => format!("{} {label}", hint.keys),
            HintsStyle::Pf => format!("{}={}", hint.keys, capitalised(label, lang)),
        }
    };
    let between = match style {
        HintsStyle::Plain => "  ",
        HintsStyle::Pf => " ",
    };
    hints.iter().map(one).collect::<Vec<String>>().join(between)
}

fn capitalised(label: &str, lang: Lang) -> String {
    let mut letters = label.chars();
    let first = letters.next().map(|first| casing::upper(first.encode_utf8(&mut [0; 4]), lang));
    first.unwrap_or_default() + letters.as_str()
}
