//! Lists of details: transactions, products, errors, complaints, a page at a time.

use ratatui::buffer::Buffer;

use super::{
    MARKER,
    model::Cursor,
    paint::{self, Row},
    panes::header,
    popup, start, words,
};
use crate::{
    app::{ListPlace, Model, is_wide, rows_shown},
    domain::alert::Severity,
    money::Money,
    request::{
        ListKind,
        listing::{Listed, Listing},
        screen::{ComplaintLine, Shown},
    },
    text::{
        Lang, Message, MessageId, amount, date,
        ids::{desk as id, list},
    },
    time::Moment,
};

/// The row of the title; the list begins below it.
const TITLE: u16 = 3;
const MARK: u16 = 1;
/// Columns of the 80x24 drawing: when, what, the other side; amounts end before these, counted from the right.
const WHEN: u16 = 2;
const WHAT: u16 = 15;
const OTHER: u16 = 32;
const AMOUNT_RIGHT: u16 = 19;
const BALANCE_RIGHT: u16 = 3;
const AMOUNT_CELLS: u16 = 13;
/// A whole day and the blank after it.
const DAY_CELLS: u16 = 11;

/// Draws all but the last two rows; the cursor stands on the selected row, or in the filter.
pub(super) fn draw(buffer: &mut Buffer, model: &Model, place: &ListPlace) -> Cursor {
    let lang = model.lang;
    if let Some(customer) = model.customer() {
        header::draw(buffer, &customer.screen, lang, is_wide(buffer.area.width));
    }
    paint::rule(buffer, 2, None);
    let listing = &place.listing;
    let filter = title(buffer, place, lang);
    let rows = rows_shown(model);
    let first = start::first_shown(place.row, rows, listing.rows.len());
    let mut cursor = None;
    for (offset, (at, row)) in (0_u16..).zip(listing.rows.iter().enumerate().skip(first).take(rows)) {
        let y = TITLE + 1 + offset;
        line(&mut Row::at(buffer, y), &row.what, (listing.at, lang));
        if at == place.row {
            Row::at(buffer, y).put(MARK, MARK + 1, MARKER);
            cursor = Some((MARK, y));
        }
    }
    if let Some(told) = empty(listing) {
        let columns = buffer.area.width;
        Row::at(buffer, TITLE + 1).put(WHEN, columns, &words::say(told, lang));
    }
    filter.or(cursor).or(Some((MARK, TITLE)))
}

fn empty(listing: &Listing) -> Option<MessageId> {
    if !listing.rows.is_empty() {
        return None;
    }
    Some(if listing.unknown {
        id::LIST_UNKNOWN
    } else if listing.filter.is_empty() {
        id::LIST_EMPTY
    } else {
        id::LIST_NO_MATCH
    })
}

/// `HAREKETLER  Vadesiz TL 4017-01 … son 90 gün · 214 kayıt`, and the filter while it is written.
fn title(buffer: &mut Buffer, place: &ListPlace, lang: Lang) -> Cursor {
    let listing = &place.listing;
    let mut row = Row::at(buffer, TITLE);
    let end = row.columns().saturating_sub(1);
    let from = row.right(1, end, listing.note.of(lang));
    let name = match listing.list {
        ListKind::Products => list::PRODUCTS,
        ListKind::Transactions { .. } => list::TRANSACTIONS,
        ListKind::Errors => list::ERRORS,
        ListKind::Complaints => list::COMPLAINTS,
        ListKind::People => list::PEOPLE,
    };
    let of = listing.title.of(lang);
    let mut after = row.bold(1, from.saturating_sub(1), &Message::new(name).say(lang));
    if !of.is_empty() {
        after = row.put(after + 2, from.saturating_sub(1), of);
    }
    if let Some(field) = &place.filter {
        let right = from.saturating_sub(1);
        return Some(popup::entry(buffer, (after + 2, TITLE), right, "/", field));
    }
    if !listing.filter.is_empty() {
        let told = Message::new(id::LIST_FILTER).with("text", listing.filter.as_str()).say(lang);
        row.put(after + 2, from.saturating_sub(1), &told);
    }
    None
}

/// One row of any list.
fn line(row: &mut Row<'_>, listed: &Listed, (at, lang): (Moment, Lang)) {
    let columns = row.columns();
    match listed {
        Listed::Product { group, number, name, terms, ends, amount, .. } => {
            let right = columns.saturating_sub(BALANCE_RIGHT);
            let amount = amount.as_ref().map_or_else(String::new, |amount| signed(amount, false, lang));
            let from = row.right(right.saturating_sub(AMOUNT_CELLS), right, &amount);
            let day = right.saturating_sub(AMOUNT_CELLS + DAY_CELLS);
            row.put(day, from.saturating_sub(1), &ends.map(date::long).unwrap_or_default());
            let end = if ends.is_some() { day } else { from }.saturating_sub(1);
            put_at(row, &[WHEN, 12, 23, 42], [group.of(lang), number, name.of(lang), terms.of(lang)], end);
        }
        Listed::Transaction { day, text, counterparty, amount, balance, .. } => {
            let other = counterparty.as_ref().map_or("", |other| other.of(lang));
            let from = amounts(row, (amount, true), Some(balance), lang);
            put_at(row, &[WHEN, WHAT, OTHER], [&date::short(*day), text.of(lang), other], from);
        }
        Listed::Refused { at, text, reason, balance, .. } => {
            let reason = Message::new(id::REFUSED).with("reason", reason.clone()).say(lang);
            let end = columns.saturating_sub(AMOUNT_RIGHT);
            row.put(end.saturating_sub(1), end, "—");
            if let Some(balance) = balance {
                stands(row, balance, lang);
            }
            put_at(row, &[WHEN, WHAT, OTHER], [&when(*at), text.of(lang), &reason], end.saturating_sub(2));
        }
        Listed::Error { at, channel, operation, text, severity, .. } => {
            let texts = [mark(*severity), &when(*at), channel.of(lang), operation.of(lang), text.of(lang)];
            put_at(row, &[WHEN, 5, 18, 27, 46], texts, columns);
        }
        Listed::Complaint(complaint) => complaint_line(row, complaint, (at, lang)),
        Listed::Person(person) => {
            let signs = if person.may_sign { words::say(list::SIGNS, lang) } else { String::new() };
            let since = person.since.map(date::long).unwrap_or_default();
            put_at(row, &[WHEN, 30, 50, 68], [&person.name, person.role.of(lang), &signs, &since], columns);
        }
    }
}

/// Texts at their columns, each clipped before the next; an empty one gives its room to the one before it.
fn put_at<const N: usize>(row: &mut Row<'_>, at: &[u16; N], texts: [&str; N], end: u16) {
    for (nth, (from, text)) in at.iter().zip(texts).enumerate() {
        let next = at.iter().zip(texts).skip(nth + 1).find(|(_, text)| !text.is_empty());
        let to = next.map_or(end, |(next, _)| next.saturating_sub(1).min(end));
        row.put(*from, to, text);
    }
}

/// An amount and a balance at the right; gives the column before them.
fn amounts(
    row: &mut Row<'_>,
    (amount, sign): (&Shown<Money>, bool),
    balance: Option<&Shown<Money>>,
    lang: Lang,
) -> u16 {
    let columns = row.columns();
    if let Some(balance) = balance {
        stands(row, balance, lang);
    }
    let end = columns.saturating_sub(AMOUNT_RIGHT);
    row.right(end.saturating_sub(AMOUNT_CELLS), end, &signed(amount, sign, lang)).saturating_sub(1)
}

/// What stands on the account afterwards, at its column.
fn stands(row: &mut Row<'_>, balance: &Shown<Money>, lang: Lang) {
    let end = row.columns().saturating_sub(BALANCE_RIGHT);
    row.right(end.saturating_sub(AMOUNT_CELLS), end, &signed(balance, false, lang));
}

/// An amount, with `+` before what comes in where the sign matters.
fn signed(shown: &Shown<Money>, sign: bool, lang: Lang) -> String {
    match shown {
        Shown::Known(money) if sign && money.minor > 0 => format!("+{}", amount::bare(*money, lang)),
        Shown::Known(_) | Shown::Unknown { .. } | Shown::Hidden => words::shown(shown, lang),
    }
}

fn when(at: Moment) -> String {
    format!("{} {}", date::short(at.day()), date::clock(at))
}

fn mark(severity: Severity) -> &'static str {
    match severity {
        Severity::ActNow => "!!",
        Severity::Look => "!",
        Severity::Missing => "?",
        Severity::Note => "",
    }
}

/// As on the one screen: day, topic, how it stands, what came of it.
fn complaint_line(row: &mut Row<'_>, line: &ComplaintLine, (at, lang): (Moment, Lang)) {
    let columns = row.columns();
    let outcome = words::complaint_outcome(line, at, lang).join(" · ");
    let state = words::complaint_state(line, lang);
    let day = date::short(line.opened);
    let open = if line.open_days.is_some() { "!" } else { "" };
    let from = row.right(columns / 2, columns.saturating_sub(1), &outcome);
    put_at(row, &[WHEN, 4, 11, 34], [open, &day, line.topic.of(lang), &state], from.saturating_sub(1));
}
