//! The head of a flow's file: names, limits, offers, the safe point.

use std::collections::BTreeMap;

use super::{Scope, uses, words};
use crate::{
    domain::operator::{Role, Verification},
    flow::{
        menu::MenuKey,
        schema::{Flow, SafePoint},
        template::Pair,
    },
    pack::{Fault, Faults, Pack, PackFile, document::Table, fault::told, identifier, nearest},
    text::{Message, Said, ids::flow as id},
    time::Day,
};

pub(super) const KEYS: [&str; 15] = [
    "id",
    "title",
    "menu",
    "key",
    "verification",
    "hold",
    "takes",
    "drops",
    "wrap_up",
    "done",
    "limits",
    "safe_point",
    "field",
    "leg",
    "screen",
];

const LEVELS: [(&str, Verification); 4] = [
    ("block-only", Verification::BlockOnly),
    ("information", Verification::Information),
    ("service", Verification::Service),
    ("money", Verification::Money),
];

const ROLES: [(&str, Role); 3] =
    [("agent", Role::Agent), ("teller", Role::Teller), ("supervisor", Role::Supervisor)];

/// Cells of a title between the customer's number and the step.
const TITLE_CELLS: usize = 30;
/// Cells of a label in the menu.
const MENU_CELLS: usize = 16;
/// Cells of a line to say, over two rows.
const SAY_CELLS: usize = 140;
/// The most offers of a list.
const OFFERS_MAX: usize = 20;

/// What the head says.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) name: String,
    pub(super) title: Said,
    pub(super) menu: Said,
    pub(super) key: Option<MenuKey>,
    pub(super) level: Verification,
    pub(super) hold: String,
    pub(super) limits: Vec<(Role, String)>,
    pub(super) takes: Vec<String>,
    pub(super) drops: Vec<String>,
    pub(super) wrap_up: Said,
    pub(super) safe_point: SafePoint,
    pub(super) done: Pair,
}

pub(super) fn read(root: Table<'_>, file: &PackFile, scope: &Scope<'_>, faults: &mut Faults) -> Option<Head> {
    let name = name(root, file, faults);
    let title = words::said(root, "title", TITLE_CELLS, faults);
    let menu = words::said(root, "menu", MENU_CELLS, faults);
    let key = menu_key(root, faults);
    let level = level(root, faults);
    let hold = uses::parameter(root, "hold", uses::HOLD, scope.house, faults);
    let (takes, drops) = (offers(root, "takes", scope, faults), offers(root, "drops", scope, faults));
    let wrap_up = words::said(root, "wrap_up", 60, faults);
    let done = with_names(root, "done", &[Flow::RECEIPT], scope, faults);
    let limits = limits(root, scope, faults);
    let safe_point = safe_point(root, scope, faults);
    Some(Head {
        name: name?,
        title: title?,
        menu: menu?,
        key,
        level: level?,
        hold: hold?,
        limits: limits?,
        takes: takes?,
        drops: drops?,
        wrap_up: wrap_up?,
        safe_point: safe_point?,
        done: done?,
    })
}

/// The id is the file's name, so that two flows can never have one.
fn name(root: Table<'_>, file: &PackFile, faults: &mut Faults) -> Option<String> {
    let name = identifier(root, "id", &mut BTreeMap::new(), faults)?;
    let stem = file.name.rsplit('/').next().and_then(|name| name.strip_suffix(".toml")).unwrap_or_default();
    if stem == name {
        return Some(name);
    }
    let item = root.need("id", faults)?;
    faults.add(item.spot.fault(told(id::NAME_OTHER, "id", name).with("file", stem)));
    None
}

/// The key of the menu that it asks for.
fn menu_key(root: Table<'_>, faults: &mut Faults) -> Option<MenuKey> {
    let text = root.get("key")?.text(faults)?;
    let Fault { file, line, column, .. } = text.spot.fault(Message::new(id::MENU_KEY_FORM));
    let mut chars = text.text.chars();
    match (chars.next(), chars.next()) {
        (Some(key), None) if key.is_ascii_lowercase() || key.is_ascii_digit() => {
            Some(MenuKey { key, file, line, column })
        }
        _ => {
            faults.add(text.spot.fault(told(id::MENU_KEY_FORM, "key", text.text)));
            None
        }
    }
}

fn level(root: Table<'_>, faults: &mut Faults) -> Option<Verification> {
    let text = root.text("verification", faults)?;
    let known = LEVELS.iter().find(|(name, _)| *name == text.text);
    if known.is_none() {
        let fault = text.spot.fault(told(id::LEVEL_UNKNOWN, "level", text.text));
        faults.add(fault.with_help(nearest::help(text.text, LEVELS.iter().map(|(name, _)| *name))));
    }
    let level = known.map(|(_, level)| *level);
    // every flow has a leg, and every leg moves money
    if level == Some(Verification::BlockOnly) {
        let fault = text.spot.fault(told(id::LEVEL_LOW, "level", text.text));
        faults.add(fault.with_help(Message::new(id::HELP_LEVEL_LOW)));
    }
    level
}

fn offers(root: Table<'_>, key: &str, scope: &Scope<'_>, faults: &mut Faults) -> Option<Vec<String>> {
    let Some(item) = root.get(key) else { return Some(Vec::new()) };
    let mut good = true;
    let texts = item.texts(faults);
    if texts.len() > OFFERS_MAX {
        faults.add(item.spot.fault(told(id::LIST_LONG, "key", key).with("max", OFFERS_MAX)));
        return None;
    }
    for text in &texts {
        let Some(rules) = scope.house.rules else { continue };
        if !rules.offer_ids().any(|known| known == text.text) {
            let fault = text.spot.fault(told(id::OFFER_UNKNOWN, "offer", text.text));
            let near = nearest::nearest(text.text, rules.offer_ids());
            let help = near.map(|near| told(crate::text::ids::pack::HELP_NEAREST, "name", near));
            faults.add(fault.with_help(help));
            good = false;
        }
    }
    good.then(|| texts.iter().map(|text| text.text.to_owned()).collect())
}

fn limits(root: Table<'_>, scope: &Scope<'_>, faults: &mut Faults) -> Option<Vec<(Role, String)>> {
    let table = root.need("limits", faults)?.table(faults)?;
    table.only(&ROLES.map(|(name, _)| name), faults);
    let limit = |(name, role): (&str, Role)| {
        let parameter = uses::parameter(table, name, uses::LIMIT, scope.house, faults)?;
        Some((role, parameter))
    };
    // every role is read, so that each fault is said
    let limits: Vec<Option<(Role, String)>> = ROLES.into_iter().map(limit).collect();
    let limits: Vec<(Role, String)> = limits.into_iter().collect::<Option<_>>()?;
    if let Some(pack) = scope.house.pack {
        check_limits(table, &limits, pack, faults);
    }
    Some(limits)
}

/// On no day is a limit above the supervisor's: its role would post alone what nobody at a desk may approve.
fn check_limits(table: Table<'_>, limits: &[(Role, String)], pack: &Pack, faults: &mut Faults) {
    let supervisor = limits.iter().find(|(role, _)| *role == Role::Supervisor).map(|(_, name)| name);
    for ((key, role), (_, name)) in ROLES.iter().zip(limits) {
        let Some(item) = table.get(key) else { continue };
        let Some(most) = supervisor.filter(|_| *role != Role::Supervisor) else { continue };
        let mut days: Vec<Day> = pack.parameter_days(name).chain(pack.parameter_days(most)).collect();
        days.sort_unstable();
        let passes = |day: &&Day| {
            let (own, most) = (pack.money(name, **day), pack.money(most, **day));
            own.zip(most).is_some_and(|(own, most)| own.currency == most.currency && own.minor > most.minor)
        };
        if let Some(day) = days.iter().find(passes) {
            let message = told(id::LIMIT_ABOVE, "name", name.as_str()).with("most", most.as_str());
            let message = message.with("day", day.to_string());
            faults.add(item.spot.fault(message).with_help(Some(Message::new(id::HELP_LIMIT_ABOVE))));
        }
    }
}

fn safe_point(root: Table<'_>, scope: &Scope<'_>, faults: &mut Faults) -> Option<SafePoint> {
    let table = root.need("safe_point", faults)?.table(faults)?;
    table.only(&["name", "unit", "hours", "task", "say"], faults);
    let name = words::said(table, "name", 30, faults);
    let unit = table.text("unit", faults).map(|text| text.text.to_owned());
    let hours = uses::parameter(table, "hours", uses::CALL_BACK, scope.house, faults);
    let task = words::said(table, "task", 76, faults);
    let say = with_names(table, "say", &SafePoint::NAMES, scope, faults);
    Some(SafePoint { name: name?, unit: unit?, hours: hours?, task: task?, say: say? })
}

/// A line to say that may use further names.
fn with_names(
    table: Table<'_>,
    key: &str,
    names: &[&'static str],
    scope: &Scope<'_>,
    faults: &mut Faults,
) -> Option<Pair> {
    let mut all = scope.names.clone();
    all.known.extend(names);
    words::pair_of(table, (key, SAY_CELLS), &all, faults)
}

/// Words that a flow's own messages may be asked for.
pub(super) fn unknown_field(field: &str, known: &[&str]) -> (Message, Option<Message>) {
    (told(id::FIELD_UNKNOWN_NAME, "field", field), nearest::help(field, known.iter().copied()))
}
