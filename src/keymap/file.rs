//! One keymap file, read and checked for itself.

use std::collections::BTreeMap;

use crate::{
    action::{Action, CONTEXT_NAMES, Context},
    key::Key,
    pack::{
        Faults, PackFile,
        document::{Document, Item, Table, Text},
        fault::told,
        identifier, nearest,
    },
    text::{Said, ids::keymap as id, ids::pack as shared},
};

use super::{
    FORMAT, HINTS_MAX, HintsStyle, Place, SEQUENCE_MAX,
    binding::{self, Entry, place},
};

/// Keys of a file that are no contexts.
const HEAD: [&str; 6] = ["format", "name", "base", "override", "hints", "options"];

/// The longest times, in milliseconds: beyond them a pop-up or a lone Esc seems broken.
const LEADER_DELAY_MAX: u16 = 5_000;
const ESC_TIMEOUT_MAX: u16 = 2_000;

/// What one file says.
#[derive(Debug, Clone, Default)]
pub(super) struct Sheet {
    pub(super) name: String,
    /// The base and where it is named.
    pub(super) base: Option<(String, Place)>,
    pub(super) entries: Vec<Entry>,
    pub(super) prefixes: Vec<Prefix>,
    pub(super) hints: BTreeMap<Context, Vec<HintSpec>>,
    pub(super) options: SomeOptions,
}

/// A prefix with a name: the head of `[screen.g]`.
#[derive(Debug, Clone)]
pub(super) struct Prefix {
    pub(super) context: Context,
    pub(super) keys: Vec<Key>,
    pub(super) title: Said,
    pub(super) opens: Option<Action>,
}

/// One hint: an action, perhaps with words of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct HintSpec {
    pub(super) action: Action,
    pub(super) label: Option<Said>,
}

/// The options that a file sets.
#[derive(Debug, Clone, Default)]
pub(super) struct SomeOptions {
    pub(super) leader_delay_ms: Option<u16>,
    pub(super) esc_timeout_ms: Option<u16>,
    pub(super) hints_style: Option<HintsStyle>,
    pub(super) command_prompt: Option<String>,
}

/// Reads a file; none where it is no TOML.
pub(super) fn read(file: &PackFile, faults: &mut Faults) -> Option<Sheet> {
    let document = Document::parse(file, faults)?;
    let root = document.root();
    format(root, faults);
    let mut sheet = Sheet {
        name: identifier(root, "name", &mut BTreeMap::new(), faults).unwrap_or_default(),
        base: base(root, faults),
        ..Sheet::default()
    };
    let overrides = binding::flag(root, faults).unwrap_or(false);
    for item in root.items().into_iter().filter(|item| !HEAD.contains(&item.key)) {
        match Context::from_name(item.key) {
            Some(context) => {
                if let Some(table) = item.table(faults) {
                    layer(context, &[], table, &mut sheet, faults);
                }
            }
            None => unknown(item, faults),
        }
    }
    for entry in &mut sheet.entries {
        entry.overrides |= overrides;
    }
    sheet.hints = root.get("hints").map(|item| hints(item, faults)).unwrap_or_default();
    sheet.options = root.get("options").and_then(|item| options(item, faults)).unwrap_or_default();
    Some(sheet)
}

fn format(root: Table<'_>, faults: &mut Faults) {
    if let Some(item) = root.need("format", faults)
        && let Some(found) = item.whole(faults).filter(|found| *found != FORMAT)
    {
        let message = told(shared::FORMAT_UNKNOWN, "found", found.to_string());
        faults.add(item.spot.fault(message.with("known", FORMAT.to_string())));
    }
}

/// The file it rests on; `none` is the same as not saying.
fn base(root: Table<'_>, faults: &mut Faults) -> Option<(String, Place)> {
    let text = root.get("base")?.text(faults)?;
    (text.text != "none").then(|| (text.text.to_owned(), place(text.spot)))
}

/// A table under another name was meant as a context, anything else as an option of the file.
fn unknown(item: Item<'_>, faults: &mut Faults) {
    let contexts = CONTEXT_NAMES.iter().map(|(name, _)| *name);
    let is_table = item.table(&mut Faults::default()).is_some();
    let (message, help) = if is_table {
        let known = nearest::nearest(item.key, HEAD).map_or_else(
            || nearest::help(item.key, contexts),
            |near| Some(told(shared::HELP_NEAREST, "name", near)),
        );
        (told(id::CONTEXT_UNKNOWN, "context", item.key), known)
    } else {
        (told(shared::KEY_UNKNOWN, "key", item.key), nearest::help(item.key, HEAD))
    };
    faults.add(item.key_spot.fault(message).with_help(help));
}

/// The bindings of a context or, below a prefix, of a menu.
fn layer(context: Context, prefix: &[Key], table: Table<'_>, sheet: &mut Sheet, faults: &mut Faults) {
    if !prefix.is_empty() {
        let title = table.said("title", faults);
        let opens = table.get("opens").and_then(|item| opens(item, faults));
        let keys = prefix.to_vec();
        sheet.prefixes.extend(title.map(|title| Prefix { context, keys, title, opens }));
    }
    for item in table.items() {
        if !prefix.is_empty() && matches!(item.key, "title" | "opens") {
            continue;
        }
        match item.table(&mut Faults::default()).filter(|table| is_menu(*table)) {
            Some(menu) => below(context, prefix, (item, menu), sheet, faults),
            None => sheet.entries.extend(binding::entries(context, prefix, item, faults)),
        }
    }
}

/// A table that says no action is a menu.
fn is_menu(table: Table<'_>) -> bool {
    table.get("action").is_none() && table.get("arg").is_none() && table.get("override").is_none()
}

fn below(
    context: Context,
    prefix: &[Key],
    (item, menu): (Item<'_>, Table<'_>),
    sheet: &mut Sheet,
    faults: &mut Faults,
) {
    if prefix.len() + 1 >= SEQUENCE_MAX {
        faults.add(item.key_spot.fault(told(id::SEQUENCE_LONG, "max", SEQUENCE_MAX)));
        return;
    }
    if let Some(key) = binding::key(item.key, item.key_spot, faults) {
        layer(context, &[prefix, &[key]].concat(), menu, sheet, faults);
    }
}

fn opens(item: Item<'_>, faults: &mut Faults) -> Option<Action> {
    const MENUS: [Action; 3] = [Action::GoMenu, Action::OpenFlowMenu, Action::MacroMenu];
    let text = item.text(faults)?;
    let found = MENUS.into_iter().find(|action| action.name() == text.text);
    if found.is_none() {
        let fault = text.spot.fault(told(id::MENU_UNKNOWN, "action", text.text));
        faults.add(fault.with_help(nearest::help(text.text, MENUS.map(Action::name))));
    }
    found
}

/// `hints = [...]` for everywhere, or `[hints]` with a list for each context.
fn hints(item: Item<'_>, faults: &mut Faults) -> BTreeMap<Context, Vec<HintSpec>> {
    let mut found = BTreeMap::new();
    let Some(table) = item.table(&mut Faults::default()) else {
        found.insert(Context::Global, hint_list(item, None, faults));
        return found;
    };
    for item in table.items() {
        let Some(context) = Context::from_name(item.key) else {
            let fault = item.key_spot.fault(told(id::CONTEXT_UNKNOWN, "context", item.key));
            let names = CONTEXT_NAMES.iter().map(|(name, _)| *name);
            faults.add(fault.with_help(nearest::help(item.key, names)));
            continue;
        };
        found.insert(context, hint_list(item, Some(context), faults));
    }
    found
}

fn hint_list(item: Item<'_>, context: Option<Context>, faults: &mut Faults) -> Vec<HintSpec> {
    let list = item.list(faults).unwrap_or_default();
    if let Some(beyond) = list.get(HINTS_MAX) {
        faults.add(beyond.spot.fault(told(id::HINTS_MANY, "max", HINTS_MAX)));
    }
    list.into_iter().take(HINTS_MAX).filter_map(|item| hint(item, context, faults)).collect()
}

fn hint(item: Item<'_>, context: Option<Context>, faults: &mut Faults) -> Option<HintSpec> {
    if let Some(table) = item.table(&mut Faults::default()) {
        table.only(&["action", "label"], faults);
        let action = table.text("action", faults).and_then(|text| binding::action(text, context, faults));
        let label = table.said("label", faults);
        return Some(HintSpec { action: action?, label: Some(label?) });
    }
    let action = binding::action(item.text(faults)?, context, faults)?;
    Some(HintSpec { action, label: None })
}

fn options(item: Item<'_>, faults: &mut Faults) -> Option<SomeOptions> {
    let table = item.table(faults)?;
    table.only(&["leader_delay_ms", "esc_timeout_ms", "hints_style", "command_prompt"], faults);
    let mut text = |key: &str| table.get(key).and_then(|item| item.text(faults));
    let style = text("hints_style");
    let command_prompt = text("command_prompt").map(|text| text.text.to_owned());
    Some(SomeOptions {
        leader_delay_ms: millis(table, "leader_delay_ms", LEADER_DELAY_MAX, faults),
        esc_timeout_ms: millis(table, "esc_timeout_ms", ESC_TIMEOUT_MAX, faults),
        hints_style: style.and_then(|text| hints_style(text, faults)),
        command_prompt,
    })
}

fn millis(table: Table<'_>, key: &str, max: u16, faults: &mut Faults) -> Option<u16> {
    let item = table.get(key)?;
    let found = item.whole(faults)?;
    let millis = u16::try_from(found).ok().filter(|millis| *millis <= max);
    if millis.is_none() {
        let message = told(id::OPTION_RANGE, "key", key).with("found", found.to_string());
        faults.add(item.spot.fault(message.with("max", u64::from(max))));
    }
    millis
}

fn hints_style(text: Text<'_>, faults: &mut Faults) -> Option<HintsStyle> {
    const STYLES: [(&str, HintsStyle); 2] = [("plain", HintsStyle::Plain), ("pf", HintsStyle::Pf)];
    let found = STYLES.iter().find(|(name, _)| *name == text.text);
    if found.is_none() {
        let fault = text.spot.fault(told(id::STYLE_UNKNOWN, "found", text.text));
        faults.add(fault.with_help(nearest::help(text.text, STYLES.map(|(name, _)| name))));
    }
    found.map(|(_, style)| *style)
}
