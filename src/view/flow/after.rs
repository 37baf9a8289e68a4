//! After posting: the legs as they ended, what is left open, what to say.

use ratatui::buffer::Buffer;

use super::{
    blocks::{STATE, mark},
    head,
    sheet::Sheet,
};
use crate::{
    app::{Model, ReceiptPlace},
    domain::receipt::LegState,
    request::flow::OpenTask,
    text::{Lang, Message, date, ids::desk as id, ids::screen},
    view::{
        model::last_rows,
        paint::{Row, width},
        words::{self, pieces},
    },
};

/// Columns of the drawing: how it ended, the receipt's number, numbers and names of legs.
const TITLE: u16 = 1;
const NUMBER: u16 = 11;
const LEG: u16 = 3;
const NAME: u16 = 6;
const TOP: u16 = 2;

/// Draws it; the cursor stands at the receipt's number.
pub(in crate::view) fn draw(buffer: &mut Buffer, model: &Model, place: &ReceiptPlace) -> (u16, u16) {
    let lang = model.lang;
    head(buffer, lang, (&place.name, &place.number), (&place.receipt.title, ""));
    let mut sheet = Sheet::new(buffer.area.width);
    title(&mut sheet, model, place);
    sheet.row();
    for (number, leg) in (1..).zip(&place.receipt.legs) {
        sheet.row();
        sheet.put(LEG, &i32::to_string(&number));
        sheet.put(NAME, leg.name.of(lang));
        if leg.state == LegState::Waiting {
            sheet.put(STATE, leg.text.of(lang));
        } else {
            sheet.put(STATE, &format!("{}  {}", mark(leg.state), leg.text.of(lang)));
        }
    }
    let said = say(place, lang, buffer.area.width);
    let spoken = u16::try_from(said.len()).unwrap_or(1).max(1);
    let rows = buffer.area.height.saturating_sub(TOP + spoken + 1);
    sheet.draw(buffer, TOP, (0, rows));
    let top = buffer.area.height.saturating_sub(1 + spoken);
    for (y, (at, piece)) in (top..).zip(&said) {
        let mut row = Row::at(buffer, y);
        let columns = row.columns();
        row.put(*at, columns, piece);
    }
    let last =
        said.last().map(|(at, piece)| format!("{}{piece}", " ".repeat(usize::from(at.saturating_sub(1)))));
    last_rows(buffer, model, last);
    (sheet.place_of("").map_or(TITLE, |(_, at, _)| at), TOP)
}

/// `TAMAM     dekont 2026-1124-000871`, and the open task of a run that stopped half way.
fn title(sheet: &mut Sheet, model: &Model, place: &ReceiptPlace) {
    let lang = model.lang;
    let ended = if place.receipt.reversed_by.is_some() {
        id::ENDED_REVERSED
    } else if place.task.is_some() {
        id::ENDED_HALF
    } else {
        id::ENDED_WHOLE
    };
    sheet.row();
    sheet.bold(TITLE, &words::say(ended, lang));
    let number = Message::new(id::RECEIPT_NO).with("receipt", place.receipt.no.to_string()).say(lang);
    let at = sheet.put(NUMBER, &number);
    sheet.spot("", at, width(&number));
    if let Some(task) = &place.task {
        sheet.put_after(1, &format!("· {}", opened(task, model)));
    }
}

fn opened(task: &OpenTask, model: &Model) -> String {
    let today = task.due.day() == model.at.day();
    let message = if today { id::TASK_TODAY } else { id::TASK_LATER };
    Message::new(message)
        .with("task", task.label.as_str())
        .with("unit", task.unit.of(model.lang))
        .with("day", date::short(task.due.day()))
        .with("time", date::clock(task.due))
        .say(model.lang)
}

/// What to say, wrapped under its first word, each piece with its column.
fn say(place: &ReceiptPlace, lang: Lang, columns: u16) -> Vec<(u16, String)> {
    let Some(said) = &place.say else { return Vec::new() };
    let label = words::say(screen::OFFER_SAY, lang);
    let at = TITLE + width(&label) + 1;
    let quoted = words::quoted(said.of(lang).trim_matches('"'));
    let words = quoted.strip_prefix('"').unwrap_or(&quoted);
    let room = columns.saturating_sub(at + 2);
    let rows = pieces(words, room).into_iter().enumerate();
    rows.map(|(nth, piece)| if nth == 0 { (TITLE, format!("{label} \"{piece}")) } else { (at + 1, piece) })
        .collect()
}
