//! Files laid over each other, and what must not meet on one key.

use crate::{
    action::{Action, Context},
    key::Key,
    pack::{Fault, Faults, PackFile, fault::told, nearest},
    text::{Message, ids::keymap as id},
};

use super::{
    BASES_MAX, BINDINGS_MAX, EMBEDDED, Keymap, Options, Place,
    binding::Entry,
    embedded_file,
    file::{self, Sheet, SomeOptions},
    trie::{Node, Title},
};

/// A file laid over those it rests on; none where one of them cannot be read.
pub(super) fn merged(
    file: &PackFile,
    find: &dyn Fn(&str) -> Option<PackFile>,
    faults: &mut Faults,
) -> Option<Sheet> {
    let mut chain = vec![file::read(file, faults)?];
    let mut seen: Vec<String> = Vec::new();
    while let Some((base, place)) = chain.last().and_then(|sheet| sheet.base.clone()) {
        if seen.contains(&base) {
            let path = [seen.join(" → "), base].join(" → ");
            faults.add(at(&place, told(id::BASE_CYCLE, "path", path)));
            return None;
        }
        if chain.len() > BASES_MAX {
            faults.add(at(&place, told(id::BASE_DEEP, "max", BASES_MAX)));
            return None;
        }
        let Some(file) = embedded_file(&base).or_else(|| find(&base)) else {
            let help = nearest::help(&base, EMBEDDED.map(|(name, _)| name));
            faults.add(at(&place, told(id::BASE_UNKNOWN, "base", base)).with_help(help));
            return None;
        };
        seen.push(base);
        chain.push(file::read(&file, faults)?);
    }
    let mut sheets = chain.into_iter().rev().map(|sheet| alone(sheet, faults));
    let ground = sheets.next()?;
    let sheets: Vec<Sheet> = sheets.collect();
    Some(sheets.into_iter().fold(ground, |ground, sheet| over(ground, sheet, faults)))
}

/// A file's own keys must not meet each other.
fn alone(mut sheet: Sheet, faults: &mut Faults) -> Sheet {
    let mut kept: Vec<Entry> = Vec::new();
    for entry in std::mem::take(&mut sheet.entries) {
        match kept.iter().find(|other| meet(other, &entry)) {
            Some(other) => faults.add(twice(&entry, other)),
            None => kept.push(entry),
        }
        if let Some(beyond) = kept.get(BINDINGS_MAX) {
            faults.add(at(&beyond.binding.place, told(id::BINDINGS_MANY, "max", BINDINGS_MAX)));
            break;
        }
    }
    sheet.entries = kept;
    sheet
}

/// A file over its base: the same key again is an error, unless the file says that it overrides.
fn over(mut ground: Sheet, sheet: Sheet, faults: &mut Faults) -> Sheet {
    for entry in sheet.entries {
        let same = |other: &Entry| {
            other.keys == entry.keys
                && (other.binding.action, &other.binding.arg) == (entry.binding.action, &entry.binding.arg)
        };
        let other = ground.entries.iter().find(|other| meet(other, &entry) && !same(other));
        if let Some(other) = other.filter(|_| !entry.overrides) {
            faults.add(taken(&entry, other));
            continue;
        }
        ground.entries.retain(|other| !meet(other, &entry));
        ground
            .prefixes
            .retain(|prefix| prefix.context != entry.context || !prefix.keys.starts_with(&entry.keys));
        ground.entries.push(entry);
    }
    for prefix in sheet.prefixes {
        ground.prefixes.retain(|other| (other.context, &other.keys) != (prefix.context, &prefix.keys));
        ground.prefixes.push(prefix);
    }
    ground.hints.extend(sheet.hints);
    let (below, above) = (ground.options, sheet.options);
    ground.options = SomeOptions {
        leader_delay_ms: above.leader_delay_ms.or(below.leader_delay_ms),
        esc_timeout_ms: above.esc_timeout_ms.or(below.esc_timeout_ms),
        hints_style: above.hints_style.or(below.hints_style),
        command_prompt: above.command_prompt.or(below.command_prompt),
    };
    ground.name = sheet.name;
    ground
}

/// The same keys, or one sequence begins with the other: the longer one could never be typed.
fn meet(a: &Entry, b: &Entry) -> bool {
    a.context == b.context && (a.keys.starts_with(&b.keys) || b.keys.starts_with(&a.keys))
}

fn twice(entry: &Entry, other: &Entry) -> Fault {
    let message = if entry.keys == other.keys { id::KEY_TWICE } else { id::KEY_PREFIX };
    let help = (entry.keys == other.keys).then(|| Message::new(id::HELP_TWICE));
    met(entry, other, Message::new(message)).with_help(help.or(Some(Message::new(id::HELP_PREFIX))))
}

fn taken(entry: &Entry, other: &Entry) -> Fault {
    let message = if entry.keys == other.keys { id::KEY_TAKEN } else { id::KEY_PREFIX_TAKEN };
    let message = Message::new(message).with("file", other.binding.place.file.as_str());
    met(entry, other, message).with_help(Message::new(id::HELP_OVERRIDE))
}

fn met(entry: &Entry, other: &Entry, message: Message) -> Fault {
    let message = message
        .with("keys", written(&entry.keys))
        .with("context", entry.context.name())
        .with("action", entry.binding.action.name())
        .with("others", written(&other.keys))
        .with("other", other.binding.action.name())
        .with("line", other.binding.place.line.to_string());
    at(&entry.binding.place, message)
}

/// Keys as files write them.
fn written(keys: &[Key]) -> String {
    let keys: Vec<String> = keys.iter().map(ToString::to_string).collect();
    keys.join(" ")
}

fn at(place: &Place, message: Message) -> Fault {
    Fault { file: place.file.clone(), line: place.line, column: place.column, message, help: None }
}

/// The keymap of what is left when all files are laid over each other.
pub(super) fn keymap(sheet: Sheet, file: &PackFile, faults: &mut Faults) -> Keymap {
    let mut layers: Vec<(Context, Node)> =
        Context::ALL.into_iter().map(|context| (context, Node::default())).collect();
    let mut at = |context: Context, keys: &[Key], change: &mut dyn FnMut(&mut Node)| {
        for (_, layer) in layers.iter_mut().filter(|(known, _)| *known == context) {
            layer.at(keys, &mut *change);
        }
    };
    let mut palette = false;
    for entry in sheet.entries {
        let Entry { context, keys, binding, .. } = entry;
        palette |= binding.action == Action::OpenPalette && context == Context::Global;
        at(context, &keys, &mut |node| node.binding = Some(binding.clone()));
    }
    for prefix in sheet.prefixes {
        let title = Title { title: prefix.title, opens: prefix.opens };
        at(prefix.context, &prefix.keys, &mut |node| {
            node.menu = node.binding.is_none().then(|| title.clone());
        });
    }
    // without it an action that has no key could not be reached
    if !palette {
        let message = told(id::PALETTE_MISSING, "action", Action::OpenPalette.name());
        faults.add(Fault::of_file(&file.name, message).with_help(Message::new(id::HELP_PALETTE)));
    }
    let options = sheet.options;
    let standard = Options::default();
    Keymap {
        name: sheet.name,
        layers,
        options: Options {
            leader_delay_ms: options.leader_delay_ms.unwrap_or(standard.leader_delay_ms),
            esc_timeout_ms: options.esc_timeout_ms.unwrap_or(standard.esc_timeout_ms),
            hints_style: options.hints_style.unwrap_or(standard.hints_style),
            command_prompt: options.command_prompt.unwrap_or(standard.command_prompt),
        },
        hints: sheet.hints,
        flows: Vec::new(),
    }
}
