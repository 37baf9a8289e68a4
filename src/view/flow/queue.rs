//! What waits for a second person.

use ratatui::buffer::Buffer;

use crate::{
    app::{ApprovalsPlace, Model},
    request::flow::ApprovalLine,
    text::{Lang, amount, date, ids::desk as id, safe},
    view::{
        MARKER,
        model::{Cursor, last_rows},
        paint::{self, Row},
        start, words,
    },
};

/// Columns of the drawing: marker, when, who asks, for whom, what; amounts end before the last.
const MARK: u16 = 1;
const COLUMNS: [u16; 4] = [3, 10, 20, 36];
const AMOUNT_END: u16 = 67;
/// The narrowest screen on which those hold.
const DRAWN: u16 = 76;

/// Draws it; the cursor stands on the selected line.
pub(in crate::view) fn draw(buffer: &mut Buffer, model: &Model, place: &ApprovalsPlace) -> Cursor {
    let lang = model.lang;
    let operator = safe::clip(&safe::line(&model.caller.operator.0), 12);
    let role = words::role_of(model.caller.role, model.demo, lang);
    let mut row = Row::at(buffer, 0);
    let columns = row.columns();
    let desk = format!("{role} {operator}  {}", date::clock(model.at));
    let from = row.right(1, columns.saturating_sub(2), &desk);
    let after = row.bold(MARK, from.saturating_sub(1), &words::say(id::APPROVALS, lang));
    row.put(after + 2, from.saturating_sub(1), &place.lines.len().to_string());
    let rows = usize::from(buffer.area.height.saturating_sub(3)).max(1);
    let first = start::first_shown(place.row, rows, place.lines.len());
    let mut cursor = None;
    for (y, (at, line)) in (1..).zip(place.lines.iter().enumerate().skip(first).take(rows)) {
        waiting(&mut Row::at(buffer, y), line, lang);
        if at == place.row {
            Row::at(buffer, y).put(MARK, MARK + 1, MARKER);
            cursor = Some((MARK, y));
        }
    }
    if place.lines.is_empty() {
        Row::at(buffer, 2).put(COLUMNS[0], columns, &words::say(id::APPROVALS_NONE, lang));
    }
    last_rows(buffer, model, None);
    cursor.or(Some((MARK, 0)))
}

/// Who asked, and as what: `MT 0412`.
pub(super) fn maker(line: &ApprovalLine, lang: Lang) -> String {
    let operator = safe::line(&line.maker.0);
    format!("{} {operator}", words::say(line.role.title(), lang))
}

fn waiting(row: &mut Row<'_>, line: &ApprovalLine, lang: Lang) {
    let columns = row.columns();
    let amount = amount::round(line.amount, lang);
    let name = line.name.clone().unwrap_or_default();
    let [when, who, whom, what] = COLUMNS;
    let maker = maker(line, lang);
    row.put(when, who - 1, &date::clock(line.asked));
    if columns < DRAWN {
        let from = row.right(who, columns.saturating_sub(1), &amount);
        let after = row.put(who, from.saturating_sub(1), &name);
        row.put(after + 2, from.saturating_sub(1), line.title.of(lang));
        return;
    }
    // a long title has the cell before its column
    let from = if paint::width(&maker) < whom - who { who } else { who - 1 };
    row.put(from, whom - 1, &maker);
    row.put(whom, what - 1, &name);
    // a title may be cut, an amount never
    let from = row.right(what, AMOUNT_END, &amount);
    row.put(what, from.saturating_sub(1), line.title.of(lang));
    row.put(AMOUNT_END + 1, columns, &date::clock_seconds(line.until));
}
