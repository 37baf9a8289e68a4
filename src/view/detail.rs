//! Labels and values of one item, and why an alert or offer is here: a pop-up over its place.

use ratatui::buffer::Buffer;

use super::{
    paint::{Row, width},
    popup, words,
};
use crate::{
    action::Action,
    app::{DetailLine, DetailPlace, Model},
    text::{
        Lang, Message,
        ids::{desk as id, screen},
    },
};

/// Cells around a line: margins, frame and a blank at its left.
const AROUND: u16 = 7;
/// Where the values that a condition saw are set in.
const SEEN: u16 = 5;

/// Draws it; the cursor stands at its first line.
pub(super) fn draw(buffer: &mut Buffer, model: &Model, place: &DetailPlace) -> (u16, u16) {
    let lang = model.lang;
    let columns = buffer.area.width.saturating_sub(AROUND);
    let lines = wrapped(place, lang, columns);
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let inside = popup::framed(buffer, rows, place.title.of(lang), &foot(model, place));
    let shown = usize::from(inside.height);
    let first = place.from.min(lines.len().saturating_sub(shown));
    let below = lines.len().saturating_sub(first + shown);
    // a rest that does not fit is counted on the last row
    let shown = if below > 0 { shown.saturating_sub(1) } else { shown };
    if below > 0 && inside.height > 0 {
        let mut row = Row::at(buffer, inside.bottom().saturating_sub(1));
        row.put(inside.left() + 1, inside.right(), &words::count(screen::MORE, below + 1, lang));
    }
    for (y, line) in (inside.top()..inside.bottom()).zip(lines.iter().skip(first).take(shown)) {
        let mut row = Row::at(buffer, y);
        let left = inside.left() + 1;
        let value = left + line.value_at;
        let after = row.put(
            left + line.indent,
            if line.value.is_empty() { inside.right() } else { value - 1 },
            &line.label,
        );
        let from = if after < value { value } else { after + 1 };
        row.put(from, inside.right(), &line.value);
    }
    (inside.left() + 1, inside.top())
}

fn foot(model: &Model, place: &DetailPlace) -> String {
    let back = (Action::GoBack, id::FOOT_BACK);
    let Some((at, count)) = place.nth.filter(|(_, count)| *count > 1) else {
        return popup::foot(model, &[back]);
    };
    let keys = popup::foot(model, &[(Action::NextPane, id::FOOT_NEXT), back]);
    let nth = Message::new(id::NTH).with("nth", at + 1).with("count", count).say(model.lang);
    format!("{nth} · {keys}")
}

/// A line as it is drawn.
struct Line {
    indent: u16,
    label: String,
    value_at: u16,
    value: String,
}

/// The lines of a place; a value that is too long goes on below.
fn wrapped(place: &DetailPlace, lang: Lang, columns: u16) -> Vec<Line> {
    let conditions = place.lines.iter().any(|line| matches!(line, DetailLine::Condition(..)));
    let indent = if conditions { SEEN } else { 0 };
    let value_at = values_at(place, lang, indent, columns);
    let mut lines = Vec::new();
    for line in &place.lines {
        match line {
            DetailLine::Pair(label, value) => {
                let room = columns.saturating_sub(value_at);
                let mut label = label.of(lang).to_owned();
                for value in words::pieces(value.of(lang), room) {
                    lines.push(Line { indent, label: std::mem::take(&mut label), value_at, value });
                }
            }
            DetailLine::Condition(held, condition) => {
                let mark = if *held { "✓" } else { "✗" };
                for (nth, piece) in
                    words::pieces(condition.of(lang), columns.saturating_sub(2)).into_iter().enumerate()
                {
                    let mark = if nth == 0 { mark } else { " " };
                    lines.push(whole(format!("{mark} {piece}")));
                }
            }
            DetailLine::Text(text) => {
                lines.extend(words::pieces(text.of(lang), columns).into_iter().map(whole));
            }
        }
    }
    lines
}

/// Where values begin: after the longest label, but not past the middle of a narrow pop-up.
fn values_at(place: &DetailPlace, lang: Lang, indent: u16, columns: u16) -> u16 {
    let labels = place.lines.iter().filter_map(|line| match line {
        DetailLine::Pair(label, _) => Some(width(label.of(lang))),
        DetailLine::Condition(..) | DetailLine::Text(_) => None,
    });
    let longest = labels.max().unwrap_or_default();
    longest.saturating_add(indent + 2).min(columns.saturating_mul(2) / 3)
}

fn whole(text: String) -> Line {
    Line { indent: 0, label: text, value_at: 0, value: String::new() }
}
