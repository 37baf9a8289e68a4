//! A flow's screens as drawn: its blocks, what came of it, what waits for a second person.

mod after;
mod blocks;
mod hints;
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
    model::{Cursor, keys_in, notice, told_pieces, told_rows},
    paint::{self, Row, width},
    words,
};
use crate::{
    action::{Action, Context},
    app::{FlowPlace, Model, Part, Place, Stage},
    flow::view::FieldView,
    request::flow::ApprovalLine,
    text::{Lang, Message, MessageId, Said, amount, date, ids::desk as id, ids::screen, safe, suffix},
};
use blocks::Draw;
use sheet::Sheet;

/// The first row of the blocks, and the rows that are not theirs.
const TOP: u16 = 2;
const FRAME_ROWS: u16 = 4;
/// Cells between the title and the step.
const STEP_GAP: u16 = 6;
/// The most of the maker's name in the row of what waits.
const MAKER_CELLS: usize = 12;
/// The most of a reason that is shown: with what must be said beside it, it fits the rows that there are.
const REASON_CELLS: usize = 120;

/// Draws a flow's screen; the cursor stands in the field that has the keys.
pub(super) fn draw(buffer: &mut Buffer, model: &Model, place: &FlowPlace) -> Cursor {
    let basis = place.run.basis();
    let step = Message::new(id::STEP).with("step", u64::from(place.run.step()));
    let step = step.with("steps", u64::from(place.run.steps())).say(model.lang);
    head(buffer, model.lang, (&basis.name, &basis.number), (&place.run.flow().title, &step));
    let Laid { sheet, fields, told, part, unread } =
        laid(model, place, (buffer.area.width, buffer.area.height));
    let rows = part.to.saturating_sub(part.from);
    sheet.draw(buffer, TOP, (part.from, rows));
    told_rows(buffer, &told);
    hints::draw(buffer, model, place, unread);
    // what is still to be read has the cursor, so that it is what is read aloud
    let cursor = cursor(&sheet, place, &fields, (part.from, rows)).filter(|_| !unread);
    let below = fields.is_empty().then_some((1, buffer.area.height.saturating_sub(1)));
    cursor.or(below).or(Some((1, TOP)))
}

/// A flow's screen before it is drawn: which rows of it fit, and what stands below them.
struct Laid {
    sheet: Sheet,
    fields: Vec<FieldView>,
    told: String,
    part: Part,
    /// It posts, and rows of it were not on the screen yet.
    unread: bool,
}

fn laid(model: &Model, place: &FlowPlace, (columns, height): (u16, u16)) -> Laid {
    let fields = place.run.fields();
    let mut draw = Draw { sheet: Sheet::new(columns), place, fields, lang: model.lang, must: 0 };
    draw.all(&place.run.blocks());
    let Draw { sheet, fields, must, .. } = draw;
    let fitting = |told: &str| {
        let rows = told_pieces(told, columns).len().saturating_sub(1);
        let rows = height.saturating_sub(FRAME_ROWS + u16::try_from(rows).unwrap_or_default());
        let from = first_row(&sheet, place, rows);
        Part { from, to: from.saturating_add(rows).min(sheet.height()), all: must }
    };
    let text = notice(model).or_else(|| told(model, place)).unwrap_or_default();
    let part = fitting(&text);
    let unread = asks(place) && !model.has_read(part);
    if !unread || model.notice.is_some() || place.is_lapsed(model.now) {
        return Laid { sheet, fields, told: text, part, unread };
    }
    let key = keys_in(model, Context::Flow, Action::PageDown);
    let told = after_return(place, Message::new(id::READ_ON).with("key", key).say(model.lang), model.lang);
    let part = fitting(&told);
    Laid { sheet, fields, told, part, unread }
}

/// Somebody is asked for a yes here.
fn asks(place: &FlowPlace) -> bool {
    place.run.commits() && matches!(place.stage, Stage::Filling | Stage::Reviewing(..))
}

/// Which rows of a screen that posts, or of a receipt on paper, are shown; `None` where none stands in front.
#[must_use]
pub fn part(model: &Model) -> Option<Part> {
    if let Some(Place::Paper(place)) = model.place() {
        return Some(paper::part(model, place));
    }
    let Some(Place::Flow(place)) = model.place() else { return None };
    if !place.commits() {
        return None;
    }
    let part = laid(model, place, model.size).part;
    // under a pop-up nothing is read
    let covered = model.over.is_some() || model.open_menu().is_some();
    Some(if covered { Part { to: part.from, ..part } } else { part })
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

/// Why a second person sent it back, before anything that must be said beside it.
fn after_return(place: &FlowPlace, told: String, lang: Lang) -> String {
    let Some(back) = &place.returned else { return told };
    let why = Message::new(id::SENT_BACK)
        .with("by", safe::clip(&safe::line(&back.by.0), MAKER_CELLS))
        .with("reason", safe::clip(&safe::line(&back.reason), REASON_CELLS))
        .say(lang);
    if told.is_empty() { why } else { format!("{why} · {told}") }
}

/// Row 23: what became of the run, else the screen's own hint.
fn told(model: &Model, place: &FlowPlace) -> Option<String> {
    let lang = model.lang;
    match &place.stage {
        Stage::Filling | Stage::Reviewing(..) if place.is_lapsed(model.now) => {
            let passed = place.passed(&keys_in(model, Context::Flow, Action::Reprice));
            passed.map(|message| after_return(place, message.say(lang), lang))
        }
        Stage::Filling if place.returned.is_some() => Some(after_return(place, String::new(), lang)),
        Stage::Filling => place.run.hint().map(|hint| model.keyed(&hint).of(lang).to_owned()),
        Stage::Unknown(_) => Some(words::say(id::OUTCOME_CHECKED, lang)),
        Stage::Awaiting(line) => Some(waits(line, (id::AWAITING, id::AWAITING_SHORT), model)),
        Stage::Reviewing(line, _) => Some(waits(line, (id::REVIEWING, id::REVIEWING_SHORT), model)),
    }
}

/// What waits for a second person; in fewer words where its amounts are long or the screen is narrow.
fn waits(line: &ApprovalLine, (whole, short): (MessageId, MessageId), model: &Model) -> String {
    let lang = model.lang;
    let said = |message| {
        Message::new(message)
            .with("maker", safe::clip(&line.maker.0, MAKER_CELLS))
            .with("amount", amount::round(line.amount, lang))
            .with("limit", amount::round(line.limit, lang))
            .with("asked", date::clock(line.asked))
            .with("until", suffix::seconds_to(line.until, lang))
            .say(lang)
    };
    Some(said(whole)).filter(|text| width(text) < model.size.0).unwrap_or_else(|| said(short))
}
