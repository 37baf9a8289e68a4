//! Whether all that a flow submits is seen first: every field on a screen, once, and what legs work with before the
//! screen that posts.

use std::collections::BTreeSet;

use crate::{
    flow::schema::{Block, Field, Flow, Screen},
    pack::{
        Faults,
        document::{Table, Text},
        fault::told,
    },
    text::ids::flow as id,
};

/// The keys of a leg that name fields.
const FEEDS: [&str; 4] = ["deposit", "amount", "currency", "fund"];

/// Adds what is not seen, and what is asked twice.
pub(super) fn check(root: Table<'_>, flow: &Flow, faults: &mut Faults) {
    let asked: Vec<&str> = flow.screens.iter().flat_map(|screen| screen.field_ids(flow)).collect();
    let seen = seen(flow.screens.iter(), flow);
    for (text, field) in texts(root, "field", &["id"], flow) {
        if asked.iter().filter(|id| **id == field.id).count() > 1 {
            faults.add(text.spot.fault(told(id::FIELD_TWICE, "field", field.id.as_str())));
        }
        let filled = field.value.is_some() || field.source.is_some();
        let (message, help) = match (seen.contains(&field.id), filled) {
            (true, true) => continue,
            (true, false) if asked.contains(&field.id.as_str()) => continue,
            (_, false) => (id::FIELD_UNSEEN, id::HELP_UNSEEN),
            (false, true) if field.source.is_some() => (id::FIELD_HIDDEN, id::HELP_CARRIED),
            (false, true) => (id::FIELD_HIDDEN, id::HELP_HIDDEN),
        };
        let fault = text.spot.fault(told(message, "field", field.id.as_str()));
        faults.add(fault.with_help(told(help, "field", field.id.as_str())));
    }
    check_legs(root, flow, &seen, faults);
}

/// A leg's figures rest on its fields: nobody can have weighed them who sees them only where it is posted.
fn check_legs(root: Table<'_>, flow: &Flow, all: &BTreeSet<String>, faults: &mut Faults) {
    let before = seen(flow.screens.iter().filter(|screen| !screen.commits), flow);
    for (text, field) in texts(root, "leg", &FEEDS, flow) {
        if all.contains(&field.id) && !before.contains(&field.id) {
            let fault = text.spot.fault(told(id::LEG_FIELD_LATE, "field", field.id.as_str()));
            faults.add(fault.with_help(told(id::HELP_LATE, "field", field.id.as_str())));
        }
    }
}

/// The fields that screens ask, and what they name.
fn seen<'s>(screens: impl Iterator<Item = &'s Screen>, flow: &Flow) -> BTreeSet<String> {
    let of_screen = |screen: &'s Screen| {
        let asked = screen.field_ids(flow).into_iter().map(str::to_owned).collect::<Vec<String>>();
        let named = screen.blocks.iter().flat_map(Block::names);
        asked.into_iter().chain(named).collect::<Vec<String>>()
    };
    screens.flat_map(of_screen).collect()
}

/// The texts under `keys` in a list of tables that are fields of the flow, with their places.
fn texts<'d, 'f>(root: Table<'d>, list: &str, keys: &[&str], flow: &'f Flow) -> Vec<(Text<'d>, &'f Field)> {
    let mut unheard = Faults::default();
    let mut found = Vec::new();
    for table in root.tables(list, &mut unheard) {
        let items = keys.iter().filter_map(|key| table.get(key));
        let texts = items.filter_map(|item| item.text(&mut Faults::default()));
        found.extend(texts.filter_map(|text| Some((text, flow.field(text.text)?))));
    }
    found
}
