//! Dated parameters by what a flow uses them for: a value that makes no sense there on any day is refused.

use rust_decimal::Decimal;

use super::House;
use crate::{
    money::Currency,
    pack::{
        Fault, Faults, Pack, ParameterKind,
        document::{Item, Table, Text},
        fault::told,
        nearest,
    },
    text::{Message, MessageId, ids::flow as id, ids::pack},
};

/// What a parameter must be where a flow uses it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Use {
    kind: ParameterKind,
    /// As `parameters.toml` writes it.
    unit: &'static str,
    /// The least and the most on any day.
    range: Option<(i64, i64)>,
}

/// How long a price is held: at most a day, because value days and interest are others on the next.
pub(super) const HOLD: Use = number("seconds", (1, 86_400));
/// When who waits at a safe point is called back: within thirty days.
pub(super) const CALL_BACK: Use = number("hours", (1, 720));
/// A time of day.
pub(super) const CLOCK: Use = Use { kind: ParameterKind::Whole, unit: "clock", range: None };
/// Whole units of a currency.
pub(super) const UNITS: Use = Use { kind: ParameterKind::Whole, unit: "count", range: None };
/// A yearly rate.
pub(super) const RATE: Use = percent(ParameterKind::Decimal, 100);
/// A tax takes a part, never all.
pub(super) const TAX: Use = percent(ParameterKind::Decimal, 99);
/// A tax by term.
pub(super) const TAX_BANDS: Use = percent(ParameterKind::Bands, 99);
/// A limit, in lira above nothing.
pub(super) const LIMIT: Use = Use { kind: ParameterKind::Money, unit: "money", range: None };

const fn number(unit: &'static str, range: (i64, i64)) -> Use {
    Use { kind: ParameterKind::Whole, unit, range: Some(range) }
}

const fn percent(kind: ParameterKind, most: i64) -> Use {
    Use { kind, unit: "percent", range: Some((0, most)) }
}

/// The name of a dated parameter; a value in its place is refused, because it would have no date.
pub(super) fn parameter(
    table: Table<'_>,
    key: &str,
    wanted: Use,
    house: House<'_>,
    faults: &mut Faults,
) -> Option<String> {
    let item = table.need(key, faults)?;
    let Some(name) = name_of(item) else {
        let fault = item.spot.fault(told(id::PARAMETER_LITERAL, "key", key));
        faults.add(fault.with_help(Message::new(id::HELP_PARAMETER)));
        return None;
    };
    let Some(pack) = house.pack else { return Some(name.text.to_owned()) };
    // what is wrong with it is said where it stands
    if pack.is_faulty_parameter(name.text) {
        return Some(name.text.to_owned());
    }
    if let Some(fault) = unfit(name, key, wanted, pack) {
        faults.add(fault);
        return None;
    }
    let wrong = out_of_range(name, key, wanted, pack).or_else(|| not_lira(name, pack));
    for fault in wrong.into_iter().chain(not_yet(name, key, house)) {
        faults.add(fault);
    }
    Some(name.text.to_owned())
}

/// A parameter that is not there, or of another kind or unit.
fn unfit(name: Text<'_>, key: &str, wanted: Use, pack: &Pack) -> Option<Fault> {
    let Some(kind) = pack.parameter_kind(name.text) else {
        let near = nearest::nearest(name.text, pack.parameter_names());
        let help = near.map(|near| told(pack::HELP_NEAREST, "name", near));
        let help = help.unwrap_or_else(|| Message::new(id::HELP_PARAMETER));
        return Some(name.spot.fault(told(id::PARAMETER_UNKNOWN, "name", name.text)).with_help(help));
    };
    let unit = pack.parameter_unit(name.text).unwrap_or_default();
    let message = if kind != wanted.kind {
        let wanted = Message::new(kind_words(wanted.kind)).said();
        told(id::PARAMETER_KIND, "name", name.text).with("wanted", wanted)
    } else if unit != wanted.unit {
        let message = told(id::PARAMETER_UNIT, "key", key).with("name", name.text);
        message.with("unit", wanted.unit).with("found", unit)
    } else {
        return None;
    };
    let fits = |known: &&str| {
        pack.parameter_kind(known) == Some(wanted.kind) && pack.parameter_unit(known) == Some(wanted.unit)
    };
    let help = nearest::help(name.text, pack.parameter_names().filter(fits));
    Some(name.spot.fault(message).with_help(help.or_else(|| Some(Message::new(id::HELP_PARAMETER)))))
}

/// The first day on which its value makes no sense.
fn out_of_range(name: Text<'_>, key: &str, wanted: Use, pack: &Pack) -> Option<Fault> {
    let (min, max) = wanted.range?;
    let good = Decimal::from(min)..=Decimal::from(max);
    let numbers = pack.parameter_numbers(name.text);
    let (day, value) = numbers.into_iter().find(|(_, number)| !good.contains(number))?;
    let message = told(id::PARAMETER_RANGE, "key", key).with("name", name.text).with("day", day.to_string());
    let message = message.with("value", value.to_string());
    let message = message.with("min", min.to_string()).with("max", max.to_string());
    Some(name.spot.fault(message).with_help(Message::new(id::HELP_PARAMETER_OTHER)))
}

/// A limit in another currency, or of nothing, limits nothing.
fn not_lira(name: Text<'_>, pack: &Pack) -> Option<Fault> {
    let (day, limit) = pack.parameter_days(name.text).find_map(|day| {
        let limit = pack.money(name.text, day)?;
        (limit.currency != Currency::TRY || limit.minor <= 0).then_some((day, limit))
    })?;
    let message = told(id::LIMIT_LIRA, "name", name.text).with("day", day.to_string()).with("value", limit);
    Some(name.spot.fault(message).with_help(Message::new(id::HELP_LIMIT_LIRA)))
}

/// A value that begins after today: the flow would stop when it asks for it.
fn not_yet(name: Text<'_>, key: &str, house: House<'_>) -> Option<Fault> {
    let (pack, today) = house.pack.zip(house.today)?;
    let first = pack.parameter_days(name.text).next().filter(|first| *first > today)?;
    let message = told(id::PARAMETER_FUTURE, "key", key).with("name", name.text);
    let message = message.with("day", first.to_string()).with("today", today.to_string());
    Some(name.spot.fault(message).with_help(Message::new(id::HELP_PARAMETER_FUTURE)))
}

fn name_of(item: Item<'_>) -> Option<Text<'_>> {
    // a value of another type is said in the flow's own words
    let text = item.text(&mut Faults::default())?;
    let named = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '_');
    (text.text.starts_with(|c: char| c.is_ascii_lowercase()) && text.text.chars().all(named)).then_some(text)
}

fn kind_words(kind: ParameterKind) -> MessageId {
    match kind {
        ParameterKind::Whole => id::KIND_WHOLE,
        ParameterKind::Decimal => id::KIND_DECIMAL,
        ParameterKind::Bands => id::KIND_BANDS,
        ParameterKind::Money => id::KIND_MONEY,
    }
}
