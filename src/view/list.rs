//! Lists of details: transactions, products, errors, complaints, a page at a time.

use ratatui::buffer::Buffer;

use super::{
    MARKER, columns,
    model::Cursor,
    paint::{self, Row},
    panes::header,
    popup, start, words,
};
use crate::{
    app::{ListPlace, Model, is_wide, list_title, rows_shown},
    domain::alert::Severity,
    money::Money,
    request::{
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
/// Columns of products: kind, number, name, terms, last day. The name gives way: kind and number tell them apart.
const PRODUCT: [u16; 5] = [WHEN, 12, 23, 42, 53];
const PRODUCT_LEAST: usize = 2;
/// Columns of errors, complaints and people.
const ERROR: [u16; 5] = [WHEN, 5, 18, 27, 46];
const COMPLAINT: [u16; 4] = [WHEN, 4, 11, 34];
const PERSON: [u16; 4] = [WHEN, 30, 50, 68];
/// The column of last days, and the cells of a whole day.
const DAY: u16 = 53;
const DAY_CELLS: u16 = 11;
/// Cells that a text leaves to each one after it.
const LEFT_LEAST: u16 = 6;
const AMOUNT_RIGHT: u16 = 19;
const BALANCE_RIGHT: u16 = 3;
const AMOUNT_CELLS: u16 = 13;

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
    let shape = Shape::of(listing, buffer.area.width, lang);
    for (offset, (at, row)) in (0_u16..).zip(listing.rows.iter().enumerate().skip(first).take(rows)) {
        let y = TITLE + 1 + offset;
        line(&mut Row::at(buffer, y), &row.what, (&shape, listing.at, lang));
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
    let of = listing.title.of(lang);
    let mut after = row.bold(1, from.saturating_sub(1), &Message::new(list_title(listing.list)).say(lang));
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

/// Where the columns of a list stand.
struct Shape {
    product: [u16; 5],
    transaction: [u16; 3],
    error: [u16; 5],
    person: [u16; 4],
}

impl Shape {
    /// As drawn; products as far apart as they need, the other lists so on a screen wider than the drawing.
    fn of(listing: &Listing, columns: u16, lang: Lang) -> Shape {
        let products: Vec<[String; 5]> =
            listing.rows.iter().filter_map(|row| product_cells(&row.what, lang)).collect();
        let amounts = listing.rows.iter().filter_map(|row| product_amount(&row.what, lang));
        let longest = amounts.map(|amount| paint::width(&amount)).max().unwrap_or_default();
        let end = columns.saturating_sub(BALANCE_RIGHT);
        let day = end.saturating_sub(AMOUNT_CELLS + DAY_CELLS);
        let drawn = PRODUCT.map(|at| if at == DAY { day } else { at });
        let rows = || listing.rows.iter();
        Shape {
            product: columns::packed(&drawn, &products, (end.saturating_sub(longest + 1), PRODUCT_LEAST)),
            transaction: columns::stretched(
                &[WHEN, WHAT, OTHER],
                rows().filter_map(|row| transaction_cells(&row.what, lang)),
                columns,
            ),
            error: columns::stretched(&ERROR, rows().filter_map(|row| error_cells(&row.what, lang)), columns),
            person: columns::stretched(
                &PERSON,
                rows().filter_map(|row| person_cells(&row.what, lang)),
                columns,
            ),
        }
    }
}

fn product_cells(listed: &Listed, lang: Lang) -> Option<[String; 5]> {
    let Listed::Product { group, number, name, terms, ends, .. } = listed else { return None };
    let day = ends.map(date::long).unwrap_or_default();
    Some([
        group.of(lang).to_owned(),
        number.clone(),
        name.of(lang).to_owned(),
        terms.of(lang).to_owned(),
        day,
    ])
}

fn product_amount(listed: &Listed, lang: Lang) -> Option<String> {
    let Listed::Product { amount: Some(amount), .. } = listed else { return None };
    Some(signed(amount, false, lang))
}

fn transaction_cells(listed: &Listed, lang: Lang) -> Option<[String; 3]> {
    match listed {
        Listed::Transaction { day, at, text, counterparty, .. } => {
            let other = counterparty.as_ref().map_or("", |other| other.of(lang));
            let when = at.map_or_else(|| date::short(*day), when);
            Some([when, text.of(lang).to_owned(), other.to_owned()])
        }
        Listed::Refused { at, text, reason, .. } => {
            let reason = Message::new(id::REFUSED).with("reason", reason.clone()).say(lang);
            Some([when(*at), text.of(lang).to_owned(), reason])
        }
        Listed::Product { .. } | Listed::Error { .. } | Listed::Complaint(_) | Listed::Person(_) => None,
    }
}

fn error_cells(listed: &Listed, lang: Lang) -> Option<[String; 5]> {
    let Listed::Error { at, channel, operation, text, severity, .. } = listed else { return None };
    let [channel, operation, text] = [channel, operation, text].map(|said| said.of(lang).to_owned());
    Some([mark(*severity).to_owned(), when(*at), channel, operation, text])
}

fn person_cells(listed: &Listed, lang: Lang) -> Option<[String; 4]> {
    let Listed::Person(person) = listed else { return None };
    let signs = if person.may_sign { words::say(list::SIGNS, lang) } else { String::new() };
    let since = person.since.map(date::long).unwrap_or_default();
    Some([person.name.clone(), person.role.of(lang).to_owned(), signs, since])
}

/// One row of any list.
fn line(row: &mut Row<'_>, listed: &Listed, (shape, at, lang): (&Shape, Moment, Lang)) {
    let columns = row.columns();
    match listed {
        Listed::Product { .. } => {
            let right = columns.saturating_sub(BALANCE_RIGHT);
            let amount = product_amount(listed, lang).unwrap_or_default();
            let from = row.right(right.saturating_sub(AMOUNT_CELLS), right, &amount);
            if let Some(cells) = product_cells(listed, lang) {
                product(row, &shape.product, &cells, from.saturating_sub(1));
            }
        }
        Listed::Transaction { amount, balance, .. } => {
            let from = amounts(row, (amount, true), Some(balance), lang);
            flow(row, &shape.transaction, transaction_cells(listed, lang), from);
        }
        Listed::Refused { balance, .. } => {
            let end = columns.saturating_sub(AMOUNT_RIGHT);
            row.put(end.saturating_sub(1), end, "—");
            if let Some(balance) = balance {
                stands(row, balance, lang);
            }
            flow(row, &shape.transaction, transaction_cells(listed, lang), end.saturating_sub(2));
        }
        Listed::Error { .. } => flow(row, &shape.error, error_cells(listed, lang), columns),
        Listed::Complaint(complaint) => complaint_line(row, complaint, (at, lang)),
        Listed::Person(_) => flow(row, &shape.person, person_cells(listed, lang), columns),
    }
}

/// A product's texts at their columns. A long name takes the cells that terms and day of its row leave, which then
/// stand further right; it is cut where they leave none.
fn product(row: &mut Row<'_>, at: &[u16; 5], texts: &[String; 5], end: u16) {
    let mut after = 0;
    for (nth, (from, text)) in at.iter().zip(texts).enumerate() {
        let later = texts.iter().skip(nth + 1).filter(|text| !text.is_empty());
        let kept: u16 = later.map(|text| paint::width(text) + 1).sum();
        let column = at.get(nth + 1).map_or(end, |next| next.saturating_sub(1).min(end));
        if !text.is_empty() {
            let to = end.saturating_sub(kept).max(column);
            after = row.put((*from).max(after), to, text).saturating_add(1);
        }
    }
}

/// Texts at their columns; one that is longer than its column moves those after it, which leaves each of them a few
/// cells at least.
fn flow<const N: usize>(row: &mut Row<'_>, at: &[u16; N], texts: Option<[String; N]>, end: u16) {
    let Some(texts) = texts else { return };
    let mut after = 0;
    for (nth, (from, text)) in at.iter().zip(&texts).enumerate() {
        let later = texts.iter().skip(nth + 1).filter(|text| !text.is_empty());
        let kept: u16 = later.map(|text| paint::width(text).min(LEFT_LEAST) + 1).sum();
        if !text.is_empty() {
            after = row.put((*from).max(after), end.saturating_sub(kept), text).saturating_add(1);
        }
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

/// As on the one screen: day, topic, how it stands, what came of it: as much of that as the state leaves.
fn complaint_line(row: &mut Row<'_>, line: &ComplaintLine, (at, lang): (Moment, Lang)) {
    let end = row.columns().saturating_sub(1);
    let [_, day, topic, drawn] = COMPLAINT;
    let open = if line.open_days.is_some() { "!" } else { "" };
    row.put(WHEN, day, open);
    row.put(day, topic, &date::short(line.opened));
    let state = words::complaint_state(line, lang);
    let longest = end.saturating_sub(paint::width(&state));
    let after = row.put(topic, longest.saturating_sub(1), line.topic.of(lang));
    let after = row.put(drawn.max(after + 1).min(longest.max(topic)), end, &state);
    let mut outcome = words::complaint_outcome(line, at, lang);
    let room = end.saturating_sub(after + 1);
    while paint::width(&outcome.join(" · ")) > room && outcome.pop().is_some() {}
    if outcome.is_empty() {
        let brief = words::complaint_outcome_brief(line, at, lang);
        outcome.extend(brief.filter(|brief| paint::width(brief) <= room));
    }
    row.right(after + 1, end, &outcome.join(" · "));
}

#[cfg(test)]
mod tests;
