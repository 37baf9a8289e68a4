//! The lines of a block.

use super::{
    screens::{LABEL_AT, Reader, SCREEN, place},
    words,
};
use crate::{
    flow::{
        figure::{FIGURES, LegKind},
        schema::{LINES_MAX, Line, Places},
        template::Pair,
    },
    pack::{
        Faults,
        document::{Item, Table},
        fault::told,
        nearest,
    },
    text::{Message, ids::flow as id},
};

const LINE_KEYS: [&str; 11] =
    ["label", "figure", "value", "fields", "note", "mark", "sign", "at", "note_at", "bare", "value_at"];

/// Cells that an amount takes, without its currency.
const AMOUNT_CELLS: u16 = 15;
/// Cells of a currency and the gaps around it.
const CURRENCY_CELLS: u16 = 7;

impl Reader<'_> {
    pub(super) fn lines(&self, places: Option<Places>, faults: &mut Faults) -> Option<Vec<Line>> {
        let Some(item) = self.table.get("lines") else { return Some(Vec::new()) };
        let items = item.list(faults)?;
        if items.len() > LINES_MAX {
            faults.add(item.spot.fault(told(id::LINES_MANY, "max", LINES_MAX)));
            return None;
        }
        let read: Vec<Option<Line>> = items.into_iter().map(|line| self.line(line, places, faults)).collect();
        read.into_iter().collect()
    }

    fn line(&self, item: Item<'_>, places: Option<Places>, faults: &mut Faults) -> Option<Line> {
        let table = item.table(faults)?;
        table.only(&LINE_KEYS, faults);
        let at = maybe_place(table, "at", faults);
        let value_at = maybe_place(table, "value_at", faults);
        let note_at = maybe_place(table, "note_at", faults);
        let max = places.map_or(usize::MAX, |places| label_cells(table, places, at.or(value_at)));
        let note_from = note_at.or(places.map(|places| places.value_end + CURRENCY_CELLS));
        let label = self.pair(table, "label", max, faults);
        let value = self.pair(table, "value", room(value_at.unwrap_or(LABEL_AT)), faults);
        let note = self.pair(table, "note", note_from.map_or(usize::MAX, room), faults);
        let figure = table.get("figure").and_then(|item| self.figure(item, faults));
        let fields = table.get("fields").and_then(|item| self.typed(item, faults));
        let bare = table.get("bare").map_or(Some(false), |item| item.flag(faults));
        let mark = mark(table, faults);
        let sign = sign(table, faults);
        Some(Line {
            look: mark == Some("look"),
            good: mark == Some("good"),
            label,
            sign,
            figure,
            value: value.map(|pair| (value_at, pair)),
            fields: fields.zip(bare).map(|(fields, bare)| (at, fields, bare)),
            note: note.map(|pair| (note_at, pair)),
        })
    }

    fn pair(&self, table: Table<'_>, key: &str, max: usize, faults: &mut Faults) -> Option<Pair> {
        table.get(key)?;
        words::pair(table, key, max, self.scope, faults)
    }

    fn figure(&self, item: Item<'_>, faults: &mut Faults) -> Option<String> {
        let text = item.text(faults)?;
        if self.scope.names.known.contains(text.text) {
            return Some(text.text.to_owned());
        }
        let given = |leg: Option<LegKind>| leg.is_none_or(|leg| self.scope.kinds.contains(&leg));
        let elsewhere = FIGURES.iter().find(|figure| figure.name == text.text).and_then(|figure| figure.leg);
        let fault = if let Some(leg) = elsewhere {
            let message = told(id::FIGURE_LEG, "name", text.text).with("kit", leg.name());
            text.spot.fault(message)
        } else {
            let known = FIGURES.iter().filter(|figure| given(figure.leg)).map(|figure| figure.name);
            let fault = text.spot.fault(told(id::FIGURE_UNKNOWN, "name", text.text));
            fault.with_help(nearest::help(text.text, known))
        };
        faults.add(fault);
        None
    }

    /// Fields to be typed: none of them may be one that the bank knows.
    fn typed(&self, item: Item<'_>, faults: &mut Faults) -> Option<Vec<String>> {
        let texts = item.texts(faults);
        let read: Vec<Option<String>> = texts
            .into_iter()
            .map(|text| {
                let name = self.field(text, faults)?;
                let field = self.scope.fields.iter().find(|field| field.id == name)?;
                if field.source.is_some() {
                    let fault = text.spot.fault(told(id::FIELD_KNOWN, "field", name.as_str()));
                    faults.add(fault.with_help(Message::new(id::HELP_FIGURE)));
                }
                Some(name)
            })
            .collect();
        read.into_iter().collect()
    }
}

/// Cells that a label may take before what stands right of it.
fn label_cells(table: Table<'_>, places: Places, at: Option<u16>) -> usize {
    let next = match at {
        Some(at) => at,
        None if table.get("sign").is_some() => places.sign,
        None if table.get("figure").is_some() => places.value_end.saturating_sub(AMOUNT_CELLS),
        None => SCREEN,
    };
    usize::from(next.saturating_sub(LABEL_AT + 1))
}

fn room(from: u16) -> usize {
    usize::from(SCREEN.saturating_sub(from + 1))
}

fn maybe_place(table: Table<'_>, key: &str, faults: &mut Faults) -> Option<u16> {
    table.get(key)?;
    Some(place(table, key, 0, faults))
}

fn mark<'d>(table: Table<'d>, faults: &mut Faults) -> Option<&'d str> {
    let text = table.get("mark")?.text(faults)?;
    if !["look", "good"].contains(&text.text) {
        let fault = text.spot.fault(told(id::MARK_UNKNOWN, "mark", text.text));
        faults.add(fault.with_help(nearest::help(text.text, ["look", "good"])));
        return None;
    }
    Some(text.text)
}

fn sign(table: Table<'_>, faults: &mut Faults) -> Option<char> {
    let text = table.get("sign")?.text(faults)?;
    match text.text {
        "+" | "-" | "=" => text.text.chars().next(),
        other => {
            faults.add(text.spot.fault(told(id::SIGN_UNKNOWN, "sign", other)));
            None
        }
    }
}
