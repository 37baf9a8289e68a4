//! Pop-ups of a flow: what a field may hold, other ways to do it, why something is sent back.

use ratatui::buffer::Buffer;

use crate::view::words::pieces;
use crate::{
    action::Action,
    app::{Model, ReasonForm, Values},
    flow::view::Alternative,
    text::{Lang, ids::desk as id},
    view::{
        MARKER,
        model::Cursor,
        paint::{Row, width},
        popup, start, words,
    },
};

/// Rows of values shown at once.
const ROWS_MAX: u16 = 12;

/// What the field may hold; what may not be taken says why.
pub(in crate::view) fn values(buffer: &mut Buffer, model: &Model, open: &Values) -> Cursor {
    let lang = model.lang;
    let told = [
        (Action::SelectNext, id::FOOT_SELECT),
        (Action::OpenItem, id::FOOT_TAKE),
        (Action::GoBack, id::FOOT_CANCEL),
    ];
    let wanted = u16::try_from(open.choices.len()).unwrap_or(u16::MAX).min(ROWS_MAX);
    let inside = popup::framed(buffer, wanted, open.title.of(lang), &popup::foot(model, &told));
    let first = start::first_shown(open.row, usize::from(inside.height), open.choices.len());
    let mut cursor = Some((inside.left() + 1, inside.top()));
    for (y, (at, choice)) in (inside.top()..inside.bottom()).zip(open.choices.iter().enumerate().skip(first))
    {
        let mut row = Row::at(buffer, y);
        let left = inside.left() + 1;
        if at == open.row {
            row.put(left, left + 1, MARKER);
            cursor = Some((left, y));
        }
        let mut after = row.put(left + 2, inside.right(), &choice.value_shown(lang));
        if let Some(why) = &choice.blocked {
            after = row.put(after + 2, inside.right(), "✗");
            row.put(after + 1, inside.right(), why.of(lang));
        }
    }
    cursor
}

/// The other ways: what each is, then what it pays or why it may not be done.
pub(in crate::view) fn alternatives(
    buffer: &mut Buffer,
    model: &Model,
    ways: &[Alternative],
    at: usize,
) -> (u16, u16) {
    let lang = model.lang;
    let columns = buffer.area.width.saturating_sub(6);
    let title = ways.iter().map(|way| width(way.title.of(lang))).max().unwrap_or_default() + 4;
    let beside = title + 20 <= columns;
    let text_at = if beside { title } else { 4 };
    let mut lines: Vec<(Option<usize>, String, String)> = Vec::new();
    for (nth, way) in ways.iter().enumerate() {
        let mark = if way.open { "✓" } else { "✗" };
        let mut head = format!("{mark} {}", way.title.of(lang));
        let mut owner = Some(nth);
        if !beside {
            lines.push((owner.take(), std::mem::take(&mut head), String::new()));
        }
        for piece in pieces(way.text.of(lang), columns.saturating_sub(text_at + 2)) {
            lines.push((owner.take(), std::mem::take(&mut head), piece));
        }
    }
    let wanted = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let foot = popup::foot(model, &[(Action::GoBack, id::FOOT_CLOSE)]);
    let inside = popup::framed(buffer, wanted, &words::say(id::ALTERNATIVES, lang), &foot);
    let begins = lines.iter().position(|(owner, _, _)| *owner == Some(at)).unwrap_or_default();
    let first = begins.min(lines.len().saturating_sub(usize::from(inside.height)));
    for (y, (_, head, text)) in (inside.top()..inside.bottom()).zip(lines.iter().skip(first)) {
        let mut row = Row::at(buffer, y);
        row.put(inside.left() + 1, inside.right(), head);
        row.put(inside.left() + 1 + text_at, inside.right(), text);
    }
    (inside.left() + 1, inside.top())
}

/// Why something is sent back.
pub(in crate::view) fn reason(buffer: &mut Buffer, model: &Model, form: &ReasonForm) -> (u16, u16) {
    let lang = model.lang;
    let told = [(Action::SubmitStep, id::FOOT_SEND_BACK), (Action::LeaveField, id::FOOT_CANCEL)];
    let inside = popup::framed(buffer, 1, &words::say(id::SEND_BACK, lang), &popup::foot(model, &told));
    let label = words::say(id::REVEAL_WHY, lang);
    popup::entry(buffer, (inside.left() + 1, inside.top()), inside.right(), &label, &form.reason)
}

impl crate::flow::view::Choice {
    /// Its words, with its code where that says more: `USD`, `PPF  Para piyasası fonu`. The number of an account or an
    /// order is no code: it may hold the customer's, which is masked.
    fn value_shown(&self, lang: Lang) -> String {
        let label = self.label.of(lang);
        let code = self.value.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
            && self.value.starts_with(|c: char| c.is_ascii_uppercase());
        if code && label != self.value && !label.is_empty() {
            return format!("{}  {label}", self.value);
        }
        if label.is_empty() { self.value.clone() } else { label.to_owned() }
    }
}
