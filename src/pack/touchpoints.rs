//! The order of the summary at each touchpoint.

use std::collections::BTreeMap;

use crate::{
    domain::channel::Touchpoint,
    text::{Message, ids::pack as id},
};

use super::{
    document::{Document, Table},
    fault::{Faults, told},
    files::PackFile,
    nearest,
};

/// The groups of the summary. Each touchpoint shows all of them, in its own order: a fact is never hidden
/// by leaving out its group.
pub const SUMMARY_GROUPS: [&str; 7] = ["cards", "demand", "term", "holdings", "loans", "orders", "shared"];

const TOUCHPOINTS: [(&str, Touchpoint); 4] = [
    ("call-center", Touchpoint::CallCenter),
    ("branch", Touchpoint::Branch),
    ("ivr", Touchpoint::Ivr),
    ("digital", Touchpoint::Digital),
];

/// Groups by touchpoint.
pub(super) type SummaryOrders = BTreeMap<Touchpoint, Vec<String>>;

/// Reads `touchpoints.toml`.
pub(super) fn read(file: &PackFile, faults: &mut Faults) -> Option<SummaryOrders> {
    let document = Document::parse(file, faults)?;
    let root = document.root();
    root.only(&TOUCHPOINTS.map(|(name, _)| name), faults);
    let mut orders = SummaryOrders::new();
    for (name, touchpoint) in TOUCHPOINTS {
        let table = root.need(name, faults).and_then(|item| item.table(faults));
        if let Some(table) = table {
            table.only(&["summary"], faults);
            orders.insert(touchpoint, groups(table, faults));
        }
    }
    Some(orders)
}

fn groups(table: Table<'_>, faults: &mut Faults) -> Vec<String> {
    let Some(item) = table.need("summary", faults) else {
        return Vec::new();
    };
    let Some(list) = item.list(faults) else {
        return Vec::new();
    };
    let texts: Vec<_> = list.iter().filter_map(|group| group.text(faults)).collect();
    let mut groups: Vec<String> = Vec::new();
    let mut unknown = false;
    for text in texts {
        if !SUMMARY_GROUPS.contains(&text.text) {
            unknown = true;
            let fault = text.spot.fault(told(id::GROUP_UNKNOWN, "group", text.text));
            faults.add(fault.with_help(nearest::help(text.text, SUMMARY_GROUPS)));
        } else if groups.iter().any(|known| known == text.text) {
            faults.add(text.spot.fault(told(id::GROUP_REPEATED, "group", text.text)));
        } else {
            groups.push(text.text.to_owned());
        }
    }
    let missing: Vec<&str> =
        SUMMARY_GROUPS.into_iter().filter(|group| !groups.iter().any(|known| known == group)).collect();
    // a mistyped group is one fault, not two
    if !unknown && !missing.is_empty() {
        let message = told(id::GROUP_MISSING, "groups", missing.join(", "));
        let help = Message::new(id::HELP_ALL_GROUPS);
        faults.add(item.spot.fault(message).with_help(help));
    }
    groups
}
