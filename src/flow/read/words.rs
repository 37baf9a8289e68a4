//! Texts that must fit their place at 80 columns, and names of dated parameters.

use super::{House, Scope};
use crate::{
    flow::template::{Names, Pair},
    pack::{
        Faults, ParameterKind,
        document::{Item, Table, Text},
        fault::told,
        nearest,
    },
    text::{Message, Said, ids::flow as id, safe},
};

/// A text in both languages of at most so many cells.
pub(super) fn said(table: Table<'_>, key: &str, max: usize, faults: &mut Faults) -> Option<Said> {
    let (tr, en) = table.both(key, faults)?;
    let fit = [tr, en].map(|text| {
        let plain = plain(text, key, faults);
        plain && fits(text, safe::cells(text.text), (key, max), faults)
    });
    fit.into_iter().all(|fit| fit).then(|| Said { tr: tr.text.to_owned(), en: en.text.to_owned() })
}

/// A sentence whose authored words take at most so many cells.
pub(super) fn pair(
    table: Table<'_>,
    key: &str,
    max: usize,
    scope: &Scope<'_>,
    faults: &mut Faults,
) -> Option<Pair> {
    pair_of(table, (key, max), &scope.names, faults)
}

/// As [`pair`], with names of its own.
pub(super) fn pair_of(
    table: Table<'_>,
    (key, max): (&str, usize),
    names: &Names<'_>,
    faults: &mut Faults,
) -> Option<Pair> {
    let pair = Pair::read(table, key, names, faults)?;
    let (tr, en) = table.both(key, faults)?;
    let [turkish, english] = pair.cells();
    let fit = [(tr, turkish), (en, english)]
        .map(|(text, cells)| plain(text, key, faults) && fits(text, cells, (key, max), faults));
    fit.into_iter().all(|fit| fit).then_some(pair)
}

/// What a terminal would obey, hide or break is no text to show.
fn plain(text: Text<'_>, key: &str, faults: &mut Faults) -> bool {
    let shown = safe::line(text.text) == text.text;
    if !shown {
        let fault = text.spot.fault(told(id::TEXT_UNSHOWN, "key", key));
        faults.add(fault.with_help(Message::new(id::HELP_UNSHOWN)));
    }
    shown
}

fn fits(text: Text<'_>, cells: usize, (key, max): (&str, usize), faults: &mut Faults) -> bool {
    if cells > max {
        let message = told(id::LABEL_LONG, "key", key).with("cells", cells).with("max", max);
        faults.add(text.spot.fault(message));
    }
    cells <= max
}

/// The name of a dated parameter; a value in its place is refused, because it would have no date.
pub(super) fn parameter(
    table: Table<'_>,
    key: &str,
    wanted: ParameterKind,
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
    match pack.parameter_kind(name.text) {
        Some(kind) if kind == wanted => Some(name.text.to_owned()),
        Some(_) => {
            let message =
                told(id::PARAMETER_KIND, "name", name.text).with("wanted", Message::new(kind(wanted)).said());
            faults.add(name.spot.fault(message));
            None
        }
        None => {
            let near = nearest::nearest(name.text, pack.parameter_names());
            let help = near.map(|near| told(crate::text::ids::pack::HELP_NEAREST, "name", near));
            let help = help.or_else(|| Some(Message::new(id::HELP_PARAMETER)));
            faults.add(name.spot.fault(told(id::PARAMETER_UNKNOWN, "name", name.text)).with_help(help));
            None
        }
    }
}

fn name_of(item: Item<'_>) -> Option<Text<'_>> {
    // a value of another type is said in the flow's own words
    let text = item.text(&mut Faults::default())?;
    let named = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '_');
    (text.text.starts_with(|c: char| c.is_ascii_lowercase()) && text.text.chars().all(named)).then_some(text)
}

fn kind(kind: ParameterKind) -> crate::text::MessageId {
    match kind {
        ParameterKind::Whole => id::KIND_WHOLE,
        ParameterKind::Decimal => id::KIND_DECIMAL,
        ParameterKind::Bands => id::KIND_BANDS,
        ParameterKind::Money => id::KIND_MONEY,
    }
}
