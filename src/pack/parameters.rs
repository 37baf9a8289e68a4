//! Dated parameters: a value and the day from which it holds. A law that changes is a new line, not a new
//! program.

mod dated;
mod values;

use std::{cmp::Ordering, collections::BTreeMap, ops::RangeInclusive};

use rust_decimal::Decimal;

use crate::{
    text::{Message, ids::pack as id},
    time::Day,
};

use super::{
    document::{Document, Item, Table, Text},
    fault::{Faults, told},
    files::PackFile,
    nearest,
};

use dated::{Parameter, Value};
use values::whole;

pub use dated::ParameterKind;
pub(super) use dated::Parameters;
pub use values::money;
pub(super) use values::{clock, currency, decimal};

/// What a parameter's values are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Whole,
    Decimal,
    Money,
    /// A time of day, kept as minutes after midnight.
    Clock,
}

/// The units of the vocabulary and what their values are.
const UNITS: [(&str, Kind); 10] = [
    ("days", Kind::Whole),
    ("business-days", Kind::Whole),
    ("hours", Kind::Whole),
    ("minutes", Kind::Whole),
    ("seconds", Kind::Whole),
    ("count", Kind::Whole),
    ("percent", Kind::Decimal),
    ("per-mille", Kind::Decimal),
    ("money", Kind::Money),
    ("clock", Kind::Clock),
];

/// What the program itself asks for, with its unit: a pack without them is refused.
const REQUIRED: [(&str, &str); 1] = [("complaints.window_days", "days")];

/// What it asks for to run a flow: how long a draft outlives its connection, with its unit.
pub const DRAFT_MINUTES: (&str, &str) = ("flow.draft_minutes", "minutes");
/// From a minute to a day.
const DRAFT_MINUTES_RANGE: RangeInclusive<i64> = 1..=1_440;

/// How the names of windows end, and the days that one may have.
const WINDOW: &str = ".window_days";
const WINDOW_DAYS: RangeInclusive<i64> = 1..=3_650;

/// Reads `parameters.toml` of a pack with or without flows.
pub(super) fn read(file: &PackFile, flows: bool, faults: &mut Faults) -> Option<Parameters> {
    let document = Document::parse(file, faults)?;
    let root = document.root();
    root.only(&["parameter"], faults);
    let mut parameters = Parameters::default();
    let mut first_lines = BTreeMap::new();
    let mut units = BTreeMap::new();
    for table in root.tables("parameter", faults) {
        table.only(&["name", "unit", "source", "values"], faults);
        let before = faults.count();
        let name = table.text("name", faults);
        let unit = table.text("unit", faults);
        table.text("source", faults);
        let kind = unit.and_then(|unit| kind(unit, faults));
        let values = read_values(table, kind, faults);
        let Some(name) = name else { continue };
        if name.text.ends_with(WINDOW) {
            check_range(table, name.text, WINDOW_DAYS, faults);
        } else if name.text == DRAFT_MINUTES.0 {
            check_range(table, name.text, DRAFT_MINUTES_RANGE, faults);
        }
        if let Some(line) = first_lines.insert(name.text.to_owned(), name.spot.line()) {
            let message = told(id::ID_REPEATED, "id", name.text).with("line", line.to_string());
            faults.add(name.spot.fault(message).with_help(Message::new(id::HELP_REPEATED)));
        }
        units.insert(name.text.to_owned(), unit);
        let unit = unit.map(|unit| unit.text.to_owned());
        let parameter = Parameter { unit, values, sound: faults.count() == before };
        parameters.0.insert(name.text.to_owned(), parameter);
    }
    let of_flows = flows.then_some(DRAFT_MINUTES);
    for required in REQUIRED.into_iter().chain(of_flows) {
        check_required(root, &units, required, faults);
    }
    Some(parameters)
}

/// A window of no days counts nothing, and one that is too long is a slip of the pen; so with other spans.
fn check_range(table: Table<'_>, name: &str, range: RangeInclusive<i64>, faults: &mut Faults) {
    // what is no list, no table or no number was reported when it was read
    let mut reported = Faults::default();
    let list = table.get("values").and_then(|item| item.list(&mut reported)).unwrap_or_default();
    for entry in list {
        let Some(item) = entry.table(&mut reported).and_then(|entry| entry.get("value")) else { continue };
        if item.whole(&mut reported).is_some_and(|span| span >= 0 && !range.contains(&span)) {
            let (min, max) = (*range.start(), *range.end());
            let message = told(id::NUMBER_RANGE, "key", name).with("min", min).with("max", max);
            faults.add(item.spot.fault(message));
        }
    }
}

fn check_required(
    root: Table<'_>,
    units: &BTreeMap<String, Option<Text<'_>>>,
    (name, wanted): (&str, &str),
    faults: &mut Faults,
) {
    match units.get(name) {
        None => {
            let message = told(id::PARAMETER_MISSING, "name", name).with("unit", wanted);
            let near = nearest::nearest(name, units.keys().map(String::as_str));
            let help = near.map(|near| told(id::HELP_WRITTEN, "found", near).with("name", name));
            let help = help.unwrap_or_else(|| told(id::HELP_DEFINE, "name", name));
            faults.add(root.spot().fault(message).with_help(help));
        }
        Some(Some(unit)) if unit.text != wanted => {
            let message = told(id::UNIT_OTHER, "name", name).with("unit", wanted);
            faults.add(unit.spot.fault(message));
        }
        Some(_) => {}
    }
}

fn kind(unit: Text<'_>, faults: &mut Faults) -> Option<Kind> {
    let known = UNITS.iter().find(|(name, _)| *name == unit.text);
    if known.is_none() {
        let fault = unit.spot.fault(told(id::UNIT_UNKNOWN, "unit", unit.text));
        faults.add(fault.with_help(nearest::help(unit.text, UNITS.iter().map(|(name, _)| *name))));
    }
    known.map(|(_, kind)| *kind)
}

fn read_values(table: Table<'_>, kind: Option<Kind>, faults: &mut Faults) -> Vec<(Day, Value)> {
    let Some(item) = table.need("values", faults) else {
        return Vec::new();
    };
    let Some(list) = item.list(faults) else {
        return Vec::new();
    };
    if list.is_empty() {
        faults.add(item.spot.fault(Message::new(id::PARAMETER_EMPTY)));
    }
    let entries: Vec<Table<'_>> = list.iter().filter_map(|entry| entry.table(faults)).collect();
    let mut values: Vec<(Day, Value)> = Vec::new();
    for entry in entries {
        entry.only(&["value", "bands", "valid_from"], faults);
        let from = dated(entry, values.last().map(|(day, _)| *day), faults);
        let value = kind.and_then(|kind| read_value(entry, kind, faults));
        values.extend(from.zip(value));
    }
    values
}

/// The day from which an entry holds; it must rise.
pub(super) fn dated(entry: Table<'_>, previous: Option<Day>, faults: &mut Faults) -> Option<Day> {
    let Some(item) = entry.get("valid_from") else {
        let fault = entry.spot().fault(Message::new(id::PARAMETER_UNDATED));
        faults.add(fault.with_help(Message::new(id::HELP_DATED)));
        return None;
    };
    let day = item.day(faults)?;
    if let Some(previous) = previous.filter(|previous| *previous >= day) {
        let message = told(id::PARAMETER_ORDER, "day", day).with("previous", previous);
        faults.add(item.spot.fault(message));
        return None;
    }
    Some(day)
}

fn read_value(entry: Table<'_>, kind: Kind, faults: &mut Faults) -> Option<Value> {
    match (entry.get("bands"), kind) {
        (Some(bands), Kind::Decimal) => read_bands(bands, faults),
        (Some(bands), Kind::Whole | Kind::Money | Kind::Clock) => {
            faults.add(bands.key_spot.fault(Message::new(id::BANDS_UNIT)));
            None
        }
        (None, Kind::Decimal) => decimal(entry.need("value", faults)?, faults).map(Value::Decimal),
        (None, Kind::Whole) => whole(entry.need("value", faults)?, faults).map(Value::Whole),
        (None, Kind::Clock) => clock(entry.need("value", faults)?, faults).map(Value::Whole),
        (None, Kind::Money) => money(entry.need("value", faults)?, faults).map(Value::Money),
    }
}

fn read_bands(item: Item<'_>, faults: &mut Faults) -> Option<Value> {
    let mut bands: Vec<(Option<i64>, Decimal)> = Vec::new();
    let list = item.list(faults)?;
    for (index, band) in list.iter().enumerate() {
        let table = band.table(faults)?;
        table.only(&["up_to", "value"], faults);
        let up_to = table.get("up_to").and_then(|bound| bound.whole(faults));
        let value = decimal(table.need("value", faults)?, faults)?;
        let is_end = index + 1 == list.len();
        let rises = match (bands.last().and_then(|(bound, _)| *bound), up_to) {
            (Some(before), Some(bound)) => before.cmp(&bound) == Ordering::Less,
            (None, _) | (Some(_), None) => true,
        };
        if up_to.is_none() != is_end || !rises {
            faults.add(table.spot().fault(Message::new(id::BANDS_ORDER)));
            return None;
        }
        bands.push((up_to, value));
    }
    Some(Value::Bands(bands))
}
