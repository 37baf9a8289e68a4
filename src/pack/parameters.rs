//! Dated parameters: a value and the day from which it holds. A law that changes is a new line, not a new
//! program.

mod values;

use std::{cmp::Ordering, collections::BTreeMap, ops::RangeInclusive};

use rust_decimal::Decimal;

use crate::{
    money::Money,
    text::{Message, ids::pack as id},
    time::Day,
};

use super::{
    document::{Document, Item, Table, Text},
    fault::{Faults, told},
    files::PackFile,
    nearest,
};

use values::whole;

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

/// How the names of windows end, and the days that one may have.
const WINDOW: &str = ".window_days";
const WINDOW_DAYS: RangeInclusive<i64> = 1..=3_650;

/// A value in force from a day.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Value {
    Whole(i64),
    Decimal(Decimal),
    Money(Money),
    /// Decimals by an upper bound, ascending; the last has none.
    Bands(Vec<(Option<i64>, Decimal)>),
}

/// All parameters, each with its values by first day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Parameters(BTreeMap<String, Vec<(Day, Value)>>);

impl Parameters {
    fn on(&self, name: &str, day: Day) -> Option<&Value> {
        let values = self.0.get(name)?;
        let (_, value) = values.iter().rev().find(|(from, _)| *from <= day)?;
        Some(value)
    }

    pub(super) fn whole(&self, name: &str, day: Day) -> Option<i64> {
        match self.on(name, day)? {
            Value::Whole(number) => Some(*number),
            Value::Decimal(_) | Value::Money(_) | Value::Bands(_) => None,
        }
    }

    pub(super) fn decimal(&self, name: &str, day: Day) -> Option<Decimal> {
        match self.on(name, day)? {
            Value::Decimal(number) => Some(*number),
            Value::Whole(_) | Value::Money(_) | Value::Bands(_) => None,
        }
    }

    pub(super) fn money(&self, name: &str, day: Day) -> Option<Money> {
        match self.on(name, day)? {
            Value::Money(money) => Some(*money),
            Value::Whole(_) | Value::Decimal(_) | Value::Bands(_) => None,
        }
    }

    pub(super) fn banded(&self, name: &str, size: i64, day: Day) -> Option<Decimal> {
        match self.on(name, day)? {
            Value::Bands(bands) => {
                let fits = |bound: &Option<i64>| bound.is_none_or(|bound| size <= bound);
                bands.iter().find(|(bound, _)| fits(bound)).map(|(_, value)| *value)
            }
            Value::Whole(_) | Value::Decimal(_) | Value::Money(_) => None,
        }
    }
}

/// What a parameter holds, as authored files of the layers above ask for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParameterKind {
    /// A whole number: days, hours, seconds, a count, a time of day.
    Whole,
    /// A percentage or per mille.
    Decimal,
    /// A percentage by size.
    Bands,
    /// An amount.
    Money,
}

impl Parameters {
    /// What a parameter's values are, if the pack has it with at least one value.
    pub(super) fn kind(&self, name: &str) -> Option<ParameterKind> {
        self.0.get(name)?.last().map(|(_, value)| match value {
            Value::Whole(_) => ParameterKind::Whole,
            Value::Decimal(_) => ParameterKind::Decimal,
            Value::Money(_) => ParameterKind::Money,
            Value::Bands(_) => ParameterKind::Bands,
        })
    }

    /// The days from which another value holds, in order.
    pub(super) fn days(&self, name: &str) -> impl Iterator<Item = Day> {
        self.0.get(name).into_iter().flatten().map(|(from, _)| *from)
    }

    /// All names, in order.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }
}

/// Reads `parameters.toml`.
pub(super) fn read(file: &PackFile, faults: &mut Faults) -> Option<Parameters> {
    let document = Document::parse(file, faults)?;
    let root = document.root();
    root.only(&["parameter"], faults);
    let mut parameters = Parameters::default();
    let mut first_lines = BTreeMap::new();
    let mut units = BTreeMap::new();
    for table in root.tables("parameter", faults) {
        table.only(&["name", "unit", "source", "values"], faults);
        let name = table.text("name", faults);
        let unit = table.text("unit", faults);
        table.text("source", faults);
        let kind = unit.and_then(|unit| kind(unit, faults));
        let values = read_values(table, kind, faults);
        let Some(name) = name else { continue };
        if name.text.ends_with(WINDOW) {
            check_window(table, name.text, faults);
        }
        if let Some(line) = first_lines.insert(name.text.to_owned(), name.spot.line()) {
            let message = told(id::ID_REPEATED, "id", name.text).with("line", line.to_string());
            faults.add(name.spot.fault(message));
        }
        units.insert(name.text.to_owned(), unit);
        parameters.0.insert(name.text.to_owned(), values);
    }
    check_required(root, &units, faults);
    Some(parameters)
}

/// A window of no days counts nothing, and one that is too long is a slip of the pen.
fn check_window(table: Table<'_>, name: &str, faults: &mut Faults) {
    // what is no list, no table or no number was reported when it was read
    let mut reported = Faults::default();
    let list = table.get("values").and_then(|item| item.list(&mut reported)).unwrap_or_default();
    for entry in list {
        let Some(item) = entry.table(&mut reported).and_then(|entry| entry.get("value")) else { continue };
        if item.whole(&mut reported).is_some_and(|days| days >= 0 && !WINDOW_DAYS.contains(&days)) {
            let (min, max) = (*WINDOW_DAYS.start(), *WINDOW_DAYS.end());
            let message = told(id::NUMBER_RANGE, "key", name).with("min", min).with("max", max);
            faults.add(item.spot.fault(message));
        }
    }
}

fn check_required(root: Table<'_>, units: &BTreeMap<String, Option<Text<'_>>>, faults: &mut Faults) {
    for (name, wanted) in REQUIRED {
        match units.get(name) {
            None => {
                let message = told(id::PARAMETER_MISSING, "name", name).with("unit", wanted);
                let near = nearest::nearest(name, units.keys().map(String::as_str));
                let help = near.map(|near| told(id::HELP_WRITTEN, "found", near).with("name", name));
                faults.add(root.spot().fault(message).with_help(help));
            }
            Some(Some(unit)) if unit.text != wanted => {
                let message = told(id::UNIT_OTHER, "name", name).with("unit", wanted);
                faults.add(unit.spot.fault(message));
            }
            Some(_) => {}
        }
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
