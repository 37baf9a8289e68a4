//! `flows/*.toml`: the schema of flows and its check.

mod fields;
mod head;
mod legs;
mod lines;
mod screens;
mod shown;
#[cfg(test)]
mod tests;
mod uses;
mod words;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use super::{
    figure::{FIGURES, LegKind},
    menu::{FLOWS_MAX, Flows},
    schema::{Field, Flow, Leg},
};
use crate::{
    pack::{
        DRAFT_MINUTES, FLOWS_FOLDER, Fault, Faults, Pack, PackFile, PackFiles, document::Document,
        fault::told,
    },
    rules::Rules,
    text::{
        Message,
        ids::{self, flow as id},
    },
    time::Day,
};

/// What a flow's file may name beyond itself; parts that have faults of their own are absent.
#[derive(Debug, Clone, Copy)]
struct House<'h> {
    pack: Option<&'h Pack>,
    rules: Option<&'h Rules>,
    /// The business day on which its values must be in force, if that is asked.
    today: Option<Day>,
}

/// What the rest of a file may name.
#[derive(Debug)]
struct Scope<'s> {
    house: House<'s>,
    fields: &'s [Field],
    /// The ids of all fields, those with faults of their own too.
    declared: &'s BTreeSet<&'s str>,
    kinds: &'s [LegKind],
    names: super::template::Names<'s>,
}

/// Reads and checks the flows of a pack.
pub(super) fn flows(
    files: &PackFiles,
    (pack, rules): (Option<&Pack>, Option<&Rules>),
    today: Option<Day>,
    faults: &mut Faults,
) -> Option<Flows> {
    let house = House { pack, rules, today };
    let mut flows = BTreeMap::new();
    let mut good = true;
    for (count, file) in files.of_folder(FLOWS_FOLDER).enumerate() {
        if count == FLOWS_MAX {
            faults.add(Fault::of_file(&file.name, told(id::FLOWS_MANY, "max", FLOWS_MAX)));
            return None;
        }
        match flow(file, house, faults) {
            Some(flow) => {
                flows.insert(flow.name.clone(), Arc::new(flow));
            }
            None => good = false,
        }
    }
    if !flows.is_empty() {
        check_drafts(house, faults);
    }
    let flows = Flows(flows);
    for fault in flows.shared_keys() {
        faults.add(fault);
    }
    good.then_some(flows)
}

/// Checks one file as if it stood in the pack; with a day also that what it uses is in force on it.
///
/// # Errors
/// Every fault with its place.
pub fn check_file(
    file: &PackFile,
    pack: &Pack,
    rules: &Rules,
    today: Option<Day>,
) -> Result<Flow, Vec<Fault>> {
    let mut faults = Faults::default();
    let house = House { pack: Some(pack), rules: Some(rules), today };
    let flow = flow(file, house, &mut faults);
    check_drafts(house, &mut faults);
    faults.settle(flow)
}

/// Every flow keeps drafts: the pack says how long. A pack without flows need not, until it gets its first.
fn check_drafts(house: House<'_>, faults: &mut Faults) {
    let Some(pack) = house.pack else { return };
    let (name, unit) = DRAFT_MINUTES;
    let first = pack.parameter_days(name).next();
    let (message, help) = match (first, house.today) {
        (None, _) if pack.files().of_folder(FLOWS_FOLDER).next().is_none() => {
            let message = told(ids::pack::PARAMETER_MISSING, "name", name).with("unit", unit);
            (message, told(ids::pack::HELP_DEFINE, "name", name))
        }
        (Some(first), Some(today)) if first > today && !pack.is_faulty_parameter(name) => {
            let message = told(id::PARAMETER_FUTURE, "key", "name").with("name", name);
            let message = message.with("day", first.to_string()).with("today", today.to_string());
            (message, Message::new(id::HELP_PARAMETER_FUTURE))
        }
        _ => return,
    };
    faults.add(Fault::of_file("parameters.toml", message).with_help(help));
}

fn flow(file: &PackFile, house: House<'_>, faults: &mut Faults) -> Option<Flow> {
    let document = Document::parse(file, faults)?;
    let root = document.root();
    if root.items().is_empty() {
        faults.add(root.spot().fault(Message::new(id::FILE_EMPTY)).with_help(Message::new(id::HELP_EMPTY)));
        return None;
    }
    root.only(&head::KEYS, faults);
    let before = faults.count();
    let fields = fields::read(root, house, faults);
    let legs = legs::read(root, &fields, house, faults);
    let declared = fields::declared(root);
    let kinds: Vec<LegKind> = match legs.iter().map(|(_, kind)| *kind).collect::<Option<_>>() {
        Some(kinds) => kinds,
        // a leg of an unknown kind may give any figure: naming one is no fault of its own
        None => LegKind::ALL.map(|(_, kind)| kind).to_vec(),
    };
    let names = names(&declared, &kinds);
    let scope = Scope { house, fields: &fields, declared: &declared, kinds: &kinds, names };
    fields::check_sources(root, &scope, faults);
    fields::check_known(root, &fields, &legs, faults);
    let head = head::read(root, file, &scope, faults);
    let screens = screens::read(root, &scope, faults);
    let legs: Option<Vec<Leg>> = legs.into_iter().map(|(leg, _)| leg).collect();
    let (head, screens, legs) = (head?, screens?, legs?);
    let flow = Flow {
        name: head.name,
        title: head.title,
        menu: head.menu,
        key: head.key,
        level: head.level,
        revision: blake3::hash(file.text.as_bytes()).to_hex().to_string(),
        hold: head.hold,
        limits: head.limits,
        takes: head.takes,
        drops: head.drops,
        wrap_up: head.wrap_up,
        safe_point: head.safe_point,
        done: head.done,
        fields,
        screens,
        legs,
    };
    // what a faulty line or field would show is not known
    if faults.count() == before {
        shown::check(root, &flow, faults);
    }
    Some(flow)
}

/// The names that sentences may use: figures of the flow's legs, and its fields.
fn names<'n>(declared: &BTreeSet<&'n str>, kinds: &[LegKind]) -> super::template::Names<'n> {
    let given = FIGURES.iter().filter(|figure| figure.leg.is_none_or(|leg| kinds.contains(&leg)));
    let known: BTreeSet<&str> = given.map(|figure| figure.name).chain(declared.iter().copied()).collect();
    super::template::Names { known, keys: false }
}
