//! Dated parameters: a value and the day from which it holds. A law that changes is a new line, not a new
//! program.

use std::{cmp::Ordering, collections::BTreeMap};

use rust_decimal::Decimal;

use crate::{
    money::{Currency, Money},
    text::{Message, ids::pack as id},
    time::Day,
};

use super::{
    document::{Document, Item, Table, Text},
    fault::{Faults, told},
    files::PackFile,
    nearest,
};

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

/// Counts and spans of time are never negative.
fn whole(item: Item<'_>, faults: &mut Faults) -> Option<i64> {
    let number = item.whole(faults)?;
    if number < 0 {
        faults.add(item.spot.fault(told(id::WHOLE_NEGATIVE, "found", number)));
        return None;
    }
    Some(number)
}

/// A time of day as text, `09:00` to `24:00`: minutes after midnight.
pub(super) fn clock(item: Item<'_>, faults: &mut Faults) -> Option<i64> {
    let text = item.text(faults)?;
    let two = |digits: &str| {
        let plain = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| digits.parse::<i64>().ok()).flatten()
    };
    let minutes = text.text.split_once(':').and_then(|(hour, minute)| {
        let (hour, minute) = (two(hour)?, two(minute)?);
        let total = hour * 60 + minute;
        (minute < 60 && total <= DAY_MINUTES).then_some(total)
    });
    if minutes.is_none() {
        faults.add(text.spot.fault(told(id::CLOCK_FORM, "found", text.text)));
    }
    minutes
}

/// Minutes of a day: `24:00`.
const DAY_MINUTES: i64 = 24 * 60;

/// A decimal is written as text, because a binary fraction cannot hold 0.2.
pub(super) fn decimal(item: Item<'_>, faults: &mut Faults) -> Option<Decimal> {
    let text = item.text(faults)?;
    let value = Decimal::from_str_exact(text.text).ok();
    if value.is_none() {
        faults.add(text.spot.fault(told(id::DECIMAL_FORM, "found", text.text)));
    }
    value
}

/// An amount: `{ amount = "500000.00", currency = "TRY" }`.
pub fn money(item: Item<'_>, faults: &mut Faults) -> Option<Money> {
    let table = item.table(faults)?;
    table.only(&["amount", "currency"], faults);
    let amount = table.text("amount", faults);
    let currency = table.text("currency", faults).and_then(|code| currency(code, faults));
    let (amount, currency) = amount.zip(currency)?;
    let minor = Decimal::from_str_exact(amount.text)
        .ok()
        .filter(|value| value.scale() <= u32::from(currency.decimals()))
        .and_then(|value| value.checked_mul(Decimal::from(10_i64.checked_pow(currency.decimals().into())?)))
        .and_then(|value| i64::try_from(value).ok());
    if minor.is_none() {
        let message = told(id::AMOUNT_FORM, "found", amount.text).with("currency", currency.code());
        faults.add(amount.spot.fault(message));
    }
    minor.map(|minor| Money::new(minor, currency))
}

/// A currency by its code.
pub(super) fn currency(code: Text<'_>, faults: &mut Faults) -> Option<Currency> {
    let known = Currency::from_code(code.text);
    if known.is_none() {
        let fault = code.spot.fault(told(id::CURRENCY_UNKNOWN, "code", code.text));
        faults.add(fault.with_help(nearest::help(code.text, ["TRY", "USD", "EUR", "GBP"])));
    }
    known
}
