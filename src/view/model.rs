//! The whole workstation drawn: the place, what stands over it, and the last two rows.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    style::{Color, Modifier},
};

use super::{
    Around, COLUMNS_MAX, MARKER, ROWS_MAX, detail, flow, help, list, paint::Row, palette, popup, start, words,
};
use crate::{
    action::{Action, Context},
    app::{CustomerPlace, Model, Over, Place, Ready, Theme},
    keymap,
    request::reveal,
    text::{Message, ids::desk as id, safe},
};

/// Where the real cursor stands.
pub(super) type Cursor = Option<(u16, u16)>;

/// Draws a session's screen with the drawings' own marks; the cursor stands on the selection, or in the field that
/// is being filled. What a terminal shows of the marks is its profile's matter.
#[must_use]
pub fn draw(model: &Model) -> (Buffer, Cursor) {
    let (columns, rows) = model.size;
    let mut buffer = Buffer::empty(Rect::new(0, 0, columns.min(COLUMNS_MAX), rows.min(ROWS_MAX)));
    let mut cursor = place(&mut buffer, model);
    if let Some(over) = &model.over {
        cursor = match over {
            Over::Help { page } => Some(help::draw(&mut buffer, model, *page)),
            Over::Palette(open) => Some(palette::draw(&mut buffer, model, open)),
            Over::Reveal(form) => popup::reveal(&mut buffer, model, form),
            Over::Leave => Some(popup::leave(&mut buffer, model)),
            Over::Values(open) => flow::values(&mut buffer, model, open),
            Over::Alternatives { ways, row } => Some(flow::alternatives(&mut buffer, model, ways, *row)),
            Over::Reason(form) => Some(flow::reason(&mut buffer, model, form)),
        };
        if let (Over::Values(_) | Over::Reason(_), Some(message)) = (over, &model.notice) {
            told_rows(&mut buffer, &message.say(model.lang));
        }
        hints_row(&mut buffer, model);
    }
    if let Some(menu) = model.open_menu() {
        popup::menu(&mut buffer, model, &menu);
    }
    if model.theme == Theme::Accent {
        accent(&mut buffer);
    }
    (buffer, cursor)
}

/// Draws the place that is shown, its notice and its hints.
fn place(buffer: &mut Buffer, model: &Model) -> Cursor {
    match model.place() {
        None if model.named.is_some() && model.ready == Ready::Opening => start::opening(buffer, model),
        None => {
            let cursor = start::draw(buffer, model);
            let told = start::told(model);
            over_notice(buffer, model, told.as_deref());
            last_rows(buffer, model, told);
            cursor
        }
        Some(Place::Customer(place)) => customer(buffer, model, place),
        Some(Place::List(place)) => {
            let cursor = list::draw(buffer, model, place);
            last_rows(buffer, model, None);
            cursor
        }
        Some(Place::Flow(place)) => flow::draw(buffer, model, place),
        Some(Place::Receipt(place)) => Some(flow::receipt(buffer, model, place)),
        Some(Place::Paper(place)) => Some(flow::paper(buffer, model, place)),
        Some(Place::Approvals(place)) => flow::queue(buffer, model, place),
        Some(Place::Detail(place)) => {
            let below = model.places.iter().rev().nth(1);
            match below {
                Some(Place::Customer(place)) => customer(buffer, model, place),
                Some(Place::List(place)) => list::draw(buffer, model, place),
                Some(
                    Place::Detail(_)
                    | Place::Flow(_)
                    | Place::Receipt(_)
                    | Place::Paper(_)
                    | Place::Approvals(_),
                )
                | None => None,
            };
            let cursor = detail::draw(buffer, model, place);
            last_rows(buffer, model, None);
            Some(cursor)
        }
    }
}

/// The one screen: the row of the reason gives way to what just happened or is revealed.
fn customer(buffer: &mut Buffer, model: &Model, place: &CustomerPlace) -> Cursor {
    let selection = place.selection();
    let (notice, hints) = (notice(model), hints(model, buffer.area.width));
    let keys = PANES.map(|action| keys_in(model, Context::Screen, action));
    let around = Around {
        selection: Some((selection.pane, selection.row)),
        offer: place.offer(),
        hints: Some(&hints),
        notice: notice.as_deref(),
        keys: Some(&keys),
    };
    let (drawn, cursor) = super::cells(&place.screen, model.lang, model.size, around);
    *buffer = drawn;
    if let Some(notice) = notice {
        told_rows(buffer, &notice);
    }
    // an empty pane has no item to stand at
    cursor.or(Some((1, buffer.area.height.saturating_sub(1))))
}

/// The actions that lead to the panes, in the order of `Pane::ALL`.
const PANES: [Action; 4] =
    [Action::FocusSummary, Action::FocusAlerts, Action::FocusOffers, Action::FocusComplaints];

/// The keys of an action in a place, as they are shown.
pub(super) fn keys_in(model: &Model, place: Context, action: Action) -> String {
    let keys = model.keymap.shortest(action, None, &[place]);
    keys.map(|keys| keymap::shown(&keys)).unwrap_or_default()
}

/// The last two rows: what just happened, else what the place has to tell; and the keys.
pub(super) fn last_rows(buffer: &mut Buffer, model: &Model, told: Option<String>) {
    let text = notice(model).or(told).unwrap_or_default();
    told_rows(buffer, &text);
    hints_row(buffer, model);
}

/// What was left half done stands above a notice, so that nothing that is said on the way hides it.
fn over_notice(buffer: &mut Buffer, model: &Model, told: Option<&str>) {
    let Some((notice, told)) = notice(model).zip(told) else { return };
    let rows = u16::try_from(told_pieces(&notice, buffer.area.width).len()).unwrap_or(1);
    if let Some(y) = buffer.area.height.checked_sub(2 + rows).filter(|y| *y > 0) {
        line(buffer, y, told);
    }
}

/// The most rows of what a place has to tell.
pub(super) const TOLD_ROWS_MAX: usize = 4;

/// A text as rows of a screen: one, but as many as it needs where it is too long for one.
pub(super) fn told_pieces(text: &str, columns: u16) -> Vec<String> {
    if safe::cells(text) < usize::from(columns) {
        return vec![text.to_owned()];
    }
    let mut rows = words::pieces(text.trim(), columns.saturating_sub(2));
    let rest = rows.split_off(rows.len().min(TOLD_ROWS_MAX));
    if let Some(last) = rows.last_mut().filter(|_| !rest.is_empty()) {
        *last = format!("{last} {}", rest.join(" "));
    }
    rows
}

/// What a place has to tell, above the keys; one that is too long for a row stands over the rows before it.
pub(super) fn told_rows(buffer: &mut Buffer, text: &str) {
    let rows = told_pieces(text, buffer.area.width);
    let count = u16::try_from(rows.len()).unwrap_or(1);
    for (y, row) in (buffer.area.height.saturating_sub(1 + count)..).zip(&rows) {
        line(buffer, y, row);
    }
}

/// What just happened; else the field that is revealed.
pub(super) fn notice(model: &Model) -> Option<String> {
    if let Some(message) = &model.notice {
        return Some(message.say(model.lang));
    }
    if model.ready == Ready::Opening {
        return Some(words::say(id::OPENING, model.lang));
    }
    if model.ready < Ready::Search && model.place().is_none() && !model.start.wanted().is_empty() {
        return Some(words::say(id::SEARCH_LOADING, model.lang));
    }
    let revealed = model.revealed.as_ref()?;
    let label = words::say(field(revealed.field), model.lang);
    let value = revealed.value.as_deref().unwrap_or_default();
    Some(Message::new(id::REVEALED).with("field", label).with("value", value).say(model.lang))
}

/// The name of a field that can be revealed.
pub(super) fn field(field: reveal::Field) -> crate::text::MessageId {
    match field {
        reveal::Field::Name => id::FIELD_NAME,
        reveal::Field::Number => id::FIELD_NUMBER,
        reveal::Field::Identity => id::FIELD_IDENTITY,
        reveal::Field::Mobile => id::FIELD_MOBILE,
    }
}

pub(super) fn hints_row(buffer: &mut Buffer, model: &Model) {
    let text = hints(model, buffer.area.width);
    line(buffer, buffer.area.height.saturating_sub(1), &text);
}

/// The hints that fit into a row.
fn hints(model: &Model, columns: u16) -> String {
    let style = model.keymap.options().hints_style;
    keymap::row(&model.hints(), style, model.lang, usize::from(columns.saturating_sub(1)))
}

/// A row that holds a text and nothing else.
pub(super) fn line(buffer: &mut Buffer, y: u16, text: &str) {
    let columns = buffer.area.width;
    let mut row = Row::at(buffer, y);
    row.put(0, columns, &" ".repeat(usize::from(columns)));
    row.put(1, columns, text);
}

/// The optional theme: titles and the marker in one colour. What is bold stays bold.
fn accent(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if cell.modifier.contains(Modifier::BOLD) || cell.symbol() == MARKER {
            cell.set_fg(Color::Cyan);
        }
    }
}

#[cfg(test)]
mod tests;
