//! The fields of a flow.

use std::collections::{BTreeMap, BTreeSet};

use super::{House, Scope, words};
use crate::{
    flow::{
        figure::{self, LegKind},
        schema::{FIELDS_MAX, Field, FieldKind, Leg, OPTIONS_MAX, Source},
    },
    money::Currency,
    pack::{
        Faults,
        document::{Item, Table, Text},
        fault::told,
        nearest,
    },
    text::{Message, Said, ids::flow as id, ids::pack},
};

const KEYS: [&str; 9] = ["id", "kind", "label", "options", "value", "currency", "most", "optional", "source"];
const KINDS: [&str; 9] =
    ["deposit", "amount", "currency", "fund", "choice", "text", "source", "evidence", "answer"];

/// Cells of a field's label.
const LABEL_CELLS: usize = 40;
/// The longest id, in letters.
const ID_CHARS_MAX: usize = 32;
/// The longest text of a field, in letters.
const TEXT_CHARS_MAX: i64 = 60;
/// Cells of an amount, a choice, a text.
const AMOUNT_WIDTH: u16 = 11;
const CHOICE_WIDTH_LEAST: usize = 3;
const CHOICE_WIDTH_USUAL: usize = 14;
const CHOICE_WIDTH_MOST: usize = 30;

pub(super) fn read(root: Table<'_>, house: House<'_>, faults: &mut Faults) -> Vec<Field> {
    let mut lines = BTreeMap::new();
    let tables = root.tables("field", faults);
    if let Some(table) = tables.get(FIELDS_MAX) {
        faults.add(table.spot().fault(told(id::FIELDS_MANY, "max", FIELDS_MAX)));
    }
    let tables = tables.into_iter().take(FIELDS_MAX);
    tables.filter_map(|table| field(table, &mut lines, house, faults)).collect()
}

fn field(
    table: Table<'_>,
    lines: &mut BTreeMap<String, usize>,
    house: House<'_>,
    faults: &mut Faults,
) -> Option<Field> {
    table.only(&KEYS, faults);
    let id = name(table, lines, faults);
    let label = words::said(table, "label", LABEL_CELLS, faults);
    let kind = kind(table, house, faults);
    let optional = table.get("optional").map_or(Some(false), |item| item.flag(faults));
    let source = source(table, faults);
    let kind = kind?;
    let value = value(table, &kind, faults);
    let width = width(&kind);
    Some(Field { id: id?, label: label?, width, optional: optional?, value, source, kind })
}

/// Names of fields are those of figures: small letters, digits, `_`.
fn name(table: Table<'_>, lines: &mut BTreeMap<String, usize>, faults: &mut Faults) -> Option<String> {
    let text = table.text("id", faults)?;
    let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
    if !text.text.chars().all(good) || text.text.len() > ID_CHARS_MAX {
        let message = told(id::FIELD_ID, "id", text.text).with("max", ID_CHARS_MAX);
        faults.add(text.spot.fault(message));
        return None;
    }
    if let Some(line) = lines.insert(text.text.to_owned(), text.spot.line()) {
        let message = told(pack::ID_REPEATED, "id", text.text).with("line", line.to_string());
        faults.add(text.spot.fault(message).with_help(Message::new(pack::HELP_REPEATED)));
        return None;
    }
    Some(text.text.to_owned())
}

fn kind(table: Table<'_>, house: House<'_>, faults: &mut Faults) -> Option<FieldKind> {
    let text = table.text("kind", faults)?;
    Some(match text.text {
        "deposit" => FieldKind::Deposit,
        "amount" => FieldKind::Amount(currency(table.text("currency", faults)?, faults)?),
        "currency" => {
            let texts = options(table, faults)?;
            let read: Vec<Option<Currency>> =
                texts.iter().map(|item| item.text(faults).and_then(|text| currency(text, faults))).collect();
            FieldKind::Currency(read.into_iter().collect::<Option<_>>()?)
        }
        "fund" => {
            let items = options(table, faults)?;
            let read: Vec<Option<String>> = items.iter().map(|item| fund(*item, house, faults)).collect();
            FieldKind::Fund(read.into_iter().collect::<Option<_>>()?)
        }
        "choice" => {
            let items = options(table, faults)?;
            let read: Vec<Option<(String, Said)>> = items.iter().map(|item| option(*item, faults)).collect();
            FieldKind::Choice(read.into_iter().collect::<Option<_>>()?)
        }
        "text" => FieldKind::Text(most(table, faults)?),
        "source" => FieldKind::Source,
        "evidence" => FieldKind::Evidence,
        "answer" => FieldKind::Answer,
        unknown => {
            let fault = text.spot.fault(told(id::FIELD_KIND_UNKNOWN, "kind", unknown));
            faults.add(fault.with_help(nearest::help(unknown, KINDS)));
            return None;
        }
    })
}

fn options<'d>(table: Table<'d>, faults: &mut Faults) -> Option<Vec<Item<'d>>> {
    let item = table.need("options", faults)?;
    let list = item.list(faults)?;
    if list.is_empty() || list.len() > OPTIONS_MAX {
        faults.add(item.spot.fault(told(id::OPTIONS_COUNT, "max", OPTIONS_MAX)));
        return None;
    }
    let mut seen = BTreeSet::new();
    let ids = list.iter().filter_map(|item| {
        let table = item.table(&mut Faults::default());
        table.map_or(Some(*item), |table| table.get("id"))?.text(&mut Faults::default())
    });
    for text in ids {
        if !seen.insert(text.text) {
            faults.add(text.spot.fault(told(id::OPTION_TWICE, "option", text.text)));
        }
    }
    Some(list)
}

fn option(item: Item<'_>, faults: &mut Faults) -> Option<(String, Said)> {
    let table = item.table(faults)?;
    table.only(&["id", "label"], faults);
    let id = table.text("id", faults).map(|text| text.text.to_owned());
    let label = words::said(table, "label", CHOICE_WIDTH_MOST, faults);
    id.zip(label)
}

fn fund(item: Item<'_>, house: House<'_>, faults: &mut Faults) -> Option<String> {
    let text = item.text(faults)?;
    let Some(pack) = house.pack else { return Some(text.text.to_owned()) };
    if pack.fund(text.text).is_none() {
        let fault = text.spot.fault(told(id::FUND_UNKNOWN, "fund", text.text));
        let codes = pack.funds().iter().map(|fund| fund.code.as_str());
        faults.add(fault.with_help(nearest::help(text.text, codes)));
        return None;
    }
    Some(text.text.to_owned())
}

fn currency(code: Text<'_>, faults: &mut Faults) -> Option<Currency> {
    let known = Currency::from_code(code.text);
    if known.is_none() {
        let fault = code.spot.fault(told(pack::CURRENCY_UNKNOWN, "code", code.text));
        faults.add(fault.with_help(nearest::help(code.text, ["TRY", "USD", "EUR", "GBP"])));
    }
    known
}

fn most(table: Table<'_>, faults: &mut Faults) -> Option<usize> {
    let item = table.need("most", faults)?;
    let most = item.whole(faults)?;
    if !(1..=TEXT_CHARS_MAX).contains(&most) {
        let message = told(pack::NUMBER_RANGE, "key", "most").with("min", 1_i64).with("max", TEXT_CHARS_MAX);
        faults.add(item.spot.fault(message));
        return None;
    }
    usize::try_from(most).ok()
}

/// What a field is filled with; one of its options where it has some.
fn value(table: Table<'_>, kind: &FieldKind, faults: &mut Faults) -> Option<String> {
    let item = table.get("value")?;
    let text = item.text(faults)?;
    let known: Vec<&str> = match kind {
        FieldKind::Choice(options) => options.iter().map(|(id, _)| id.as_str()).collect(),
        FieldKind::Fund(options) => options.iter().map(String::as_str).collect(),
        FieldKind::Currency(options) => options.iter().map(Currency::code).collect(),
        FieldKind::Text(_) => return Some(text.text.to_owned()),
        FieldKind::Deposit
        | FieldKind::Amount(_)
        | FieldKind::Source
        | FieldKind::Evidence
        | FieldKind::Answer => {
            faults.add(item.key_spot.fault(Message::new(id::VALUE_UNWANTED)));
            return None;
        }
    };
    if !known.contains(&text.text) {
        let fault = text.spot.fault(told(id::VALUE_UNKNOWN, "value", text.text));
        faults.add(fault.with_help(nearest::help(text.text, known.iter().copied())));
        return None;
    }
    Some(text.text.to_owned())
}

fn source(table: Table<'_>, faults: &mut Faults) -> Option<Source> {
    let text = table.get("source")?.text(faults)?;
    let name = text.text.to_owned();
    Some(if figure::find(&name).is_some() { Source::Figure(name) } else { Source::Field(name) })
}

fn width(kind: &FieldKind) -> u16 {
    let widest =
        |cells: usize| u16::try_from(cells.clamp(CHOICE_WIDTH_LEAST, CHOICE_WIDTH_MOST)).unwrap_or(1);
    let cells = crate::text::safe::cells;
    match kind {
        FieldKind::Amount(_) => AMOUNT_WIDTH,
        FieldKind::Text(most) => widest(*most),
        FieldKind::Choice(options) => {
            let words = options.iter().map(|(_, label)| cells(&label.tr).max(cells(&label.en)));
            widest(words.max().unwrap_or(0).max(CHOICE_WIDTH_USUAL))
        }
        FieldKind::Fund(options) => widest(options.iter().map(|code| cells(code)).max().unwrap_or(0)),
        FieldKind::Currency(_) => 3,
        FieldKind::Deposit | FieldKind::Source | FieldKind::Evidence => 12,
        FieldKind::Answer => 1,
    }
}

/// The ids that are written, those of fields with faults too: naming one of them is no fault of its own.
pub(super) fn declared(root: Table<'_>) -> BTreeSet<&str> {
    let mut unheard = Faults::default();
    let tables = root.tables("field", &mut unheard);
    let texts = tables.iter().filter_map(|table| table.get("id")?.text(&mut Faults::default()));
    texts.map(|text| text.text).collect()
}

/// A field to be typed must not be one that a figure gives; what feeds a leg is where the figure comes from.
pub(super) fn check_known(
    root: Table<'_>,
    fields: &[Field],
    legs: &[(Option<Leg>, Option<LegKind>)],
    faults: &mut Faults,
) {
    if legs.iter().any(|(leg, _)| leg.is_none()) {
        return;
    }
    let feeding: Vec<&str> =
        legs.iter().filter_map(|(leg, _)| leg.as_ref()).flat_map(|leg| leg.feed.fields()).collect();
    for table in root.tables("field", &mut Faults::default()) {
        let item = table.get("id");
        let Some(text) = item.and_then(|item| item.text(&mut Faults::default())) else { continue };
        let Some(field) = fields.iter().find(|field| field.id == text.text) else { continue };
        let free = matches!(field.kind, FieldKind::Text(_) | FieldKind::Amount(_));
        let typed = free && field.source.is_none() && !feeding.contains(&text.text);
        let given = figure::find(text.text).is_some_and(|figure| {
            figure.leg.is_none_or(|leg| legs.iter().any(|(_, kind)| *kind == Some(leg)))
        });
        if typed && given {
            let fault = text.spot.fault(told(id::FIELD_KNOWN, "field", text.text));
            faults.add(fault.with_help(Message::new(id::HELP_FIGURE)));
        }
    }
}

/// Sources must exist and end; a carried field may feed on figures of the flow's legs only.
pub(super) fn check_sources(root: Table<'_>, scope: &Scope<'_>, faults: &mut Faults) {
    let sources: BTreeMap<&str, &str> = scope
        .fields
        .iter()
        .filter_map(|field| match field.source.as_ref()? {
            Source::Field(name) | Source::Figure(name) => Some((field.id.as_str(), name.as_str())),
        })
        .collect();
    for table in root.tables("field", &mut Faults::default()) {
        let spots = table.get("id").zip(table.get("source"));
        let Some((id_item, item)) = spots else { continue };
        let texts = id_item.text(&mut Faults::default()).zip(item.text(&mut Faults::default()));
        let Some((field, source)) = texts else { continue };
        if !scope.names.known.contains(source.text) {
            let fault = source.spot.fault(told(id::SOURCE_UNKNOWN, "name", source.text));
            faults.add(fault.with_help(nearest::help(source.text, scope.names.known.iter().copied())));
        } else if is_cycle(field.text, &sources) {
            faults.add(source.spot.fault(told(id::SOURCE_CYCLE, "field", field.text)));
        }
    }
}

fn is_cycle(field: &str, sources: &BTreeMap<&str, &str>) -> bool {
    let mut seen = BTreeSet::from([field]);
    let mut at = field;
    while let Some(next) = sources.get(at) {
        if !seen.insert(next) {
            return true;
        }
        at = next;
    }
    false
}
