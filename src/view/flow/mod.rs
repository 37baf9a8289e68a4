//! A flow's screens as drawn: its blocks, what came of it, what waits for a second person.

mod after;
mod blocks;
mod paper;
mod plain;
mod popups;
mod queue;
mod sheet;
#[cfg(test)]
mod tests;

use ratatui::buffer::Buffer;

pub(super) use after::draw as receipt;
pub(super) use paper::draw as paper;
pub(super) use plain::lines as plain;
pub(super) use popups::{alternatives, reason, values};
pub(super) use queue::draw as queue;

use super::{
    model::{Cursor, last_rows},
    paint::{self, Row, width},
    words,
};
use crate::{
    app::{FlowPlace, Model, Stage},
    flow::view::FieldView,
    text::{Lang, Message, Said, amount, date, ids::desk as id, ids::screen, suffix},
};
use blocks::Draw;
use sheet::Sheet;

/// The first row of the blocks, and the rows that are not theirs.
const TOP: u16 = 2;
const FRAME_ROWS: u16 = 4;
/// Cells between the title and the step.
const STEP_GAP: u16 = 6;

/// Draws a flow's screen; the cursor stands in the field that has the keys.
pub(super) fn draw(buffer: &mut Buffer, model: &Model, place: &FlowPlace) -> Cursor {
    let basis = place.run.basis();
    let step = Message::new(id::STEP).with("step", u64::from(place.run.step()));
    let step = step.with("steps", u64::from(place.run.steps())).say(model.lang);
    head(buffer, model.lang, (&basis.name, &basis.number), (&place.run.flow().title, &step));
    let columns = buffer.area.width;
    let fields = place.run.fields();
    let mut draw = Draw { sheet: Sheet::new(columns), place, fields, lang: model.lang };
    draw.all(&place.run.blocks());
    let Draw { sheet, fields, .. } = draw;
    let rows = buffer.area.height.saturating_sub(FRAME_ROWS);
    let from = first_row(&sheet, place, rows);
    sheet.draw(buffer, TOP, (from, rows));
    let told = told(model, place);
    last_rows(buffer, model, told);
    cursor(&sheet, place, &fields, (from, rows)).or(Some((1, buffer.area.height.saturating_sub(1))))
}

/// The first row shown: where somebody paged to, else such that the field with the keys is shown.
fn first_row(sheet: &Sheet, place: &FlowPlace, rows: u16) -> u16 {
    let last = sheet.height().saturating_sub(rows);
    if let Some(from) = place.from {
        return from.min(last);
    }
    let row = sheet.place_of(&place.focus).map_or(0, |(row, _, _)| row);
    // a row more, so that what follows the field is seen to be there
    (row + 2).saturating_sub(rows).min(last)
}

fn cursor(sheet: &Sheet, place: &FlowPlace, fields: &[FieldView], (from, rows): (u16, u16)) -> Cursor {
    let known = fields.iter().any(|field| field.id == place.focus);
    let (row, at, _) = sheet.place_of(&place.focus).filter(|_| known)?;
    let y = row.checked_sub(from).filter(|y| *y < rows)?;
    Some((at, TOP + y))
}

/// Who it is about at the left; the flow and its step at the right.
fn head(buffer: &mut Buffer, lang: Lang, (name, number): (&Said, &str), (title, step): (&Said, &str)) {
    let mut row = Row::at(buffer, 0);
    let columns = row.columns();
    let right = columns.saturating_sub(1);
    let step_at = if step.is_empty() { right + STEP_GAP } else { row.right(1, right, step) };
    let title = title.of(lang);
    let title_end = step_at.saturating_sub(if columns >= sheet::DRAWN_COLUMNS { STEP_GAP } else { 2 });
    let number = Message::new(screen::NUMBER).with("number", number).say(lang);
    let who = width(name.of(lang)).saturating_add(width(&number) + 3);
    // on a narrow screen the name matters more than what the flow is called
    let fits = who.saturating_add(width(title) + 2) <= title_end;
    let name_end =
        if fits { row.right(1, title_end, title).saturating_sub(1) } else { step_at.saturating_sub(1) };
    let after = row.bold(1, name_end, name.of(lang));
    row.put(after + 2, name_end, &number);
    paint::rule(buffer, 1, None);
}

/// Row 23: what became of the run, else the screen's own hint.
fn told(model: &Model, place: &FlowPlace) -> Option<String> {
    let lang = model.lang;
    match &place.stage {
        Stage::Filling => place.run.hint().map(|hint| hint.of(lang).to_owned()),
        Stage::Unknown(_) => Some(words::say(id::OUTCOME_CHECKED, lang)),
        Stage::Awaiting(line) => Some(
            Message::new(id::AWAITING)
                .with("amount", amount::round(line.amount, lang))
                .with("limit", amount::round(line.limit, lang))
                .with("asked", date::clock(line.asked))
                .with("until", suffix::seconds_to(line.until, lang))
                .say(lang),
        ),
        Stage::Reviewing(line, _) => Some(
            Message::new(id::REVIEWING)
                .with("maker", line.maker.0.as_str())
                .with("asked", date::clock(line.asked))
                .with("amount", amount::round(line.amount, lang))
                .with("limit", amount::round(line.limit, lang))
                .with("until", suffix::seconds_to(line.until, lang))
                .say(lang),
        ),
    }
}
