//! The bank's holidays.

use std::collections::{BTreeMap, BTreeSet};

use crate::{text::ids::pack as id, time::Day};

use super::{
    document::Document,
    fault::{Faults, told},
    files::PackFile,
};

/// Closed days, and days on which the bank closes at noon.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Holidays {
    pub(super) closed: BTreeSet<Day>,
    pub(super) half: BTreeSet<Day>,
}

/// Reads `holidays.toml`.
pub(super) fn read(file: &PackFile, faults: &mut Faults) -> Option<Holidays> {
    let document = Document::parse(file, faults)?;
    let root = document.root();
    root.only(&["source", "holiday"], faults);
    root.text("source", faults);
    let mut holidays = Holidays::default();
    let mut lines = BTreeMap::new();
    for table in root.tables("holiday", faults) {
        table.only(&["day", "name", "half"], faults);
        table.said("name", faults);
        let half = table.get("half").and_then(|item| item.flag(faults)).unwrap_or(false);
        let Some(item) = table.need("day", faults) else {
            continue;
        };
        let Some(day) = item.day(faults) else { continue };
        if let Some(line) = lines.insert(day, item.spot.line()) {
            let message = told(id::HOLIDAY_REPEATED, "day", day).with("line", line.to_string());
            faults.add(item.spot.fault(message));
        }
        if half {
            holidays.half.insert(day);
        } else {
            holidays.closed.insert(day);
        }
    }
    Some(holidays)
}
