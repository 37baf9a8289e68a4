//! The summary pane: products and totals, then what is missing and how old the facts are.

use ratatui::buffer::Buffer;

use super::{
    more, row,
    summary_rows::{self, Entry, Setting, SummaryRow},
    window,
};
use crate::{
    domain::alert::Severity,
    request::{CustomerScreen, screen::SummaryLine},
    text::{Lang, Message, date, ids::screen as id},
    view::{
        MARKER, Marked,
        layout::Place,
        paint::{Row, width},
        words,
    },
};

/// Columns from the pane's left edge.
const LABEL: u16 = 2;
const FIGURE: u16 = 14;
const INDENT: u16 = 7;
/// The column after an amount: 36 in the 80x24 drawing, 34 in the 132x43 one.
const AMOUNT_END: u16 = 36;
const WIDE_AMOUNT_END: u16 = 34;
/// Where a sentence stands in place of an amount.
const TOLD: u16 = 18;
/// Where details begin on a wide screen.
const DETAIL: u16 = 37;

/// How many rows it wants on a screen of this width.
pub(in crate::view) fn rows(screen: &CustomerScreen, lang: Lang, width: u16) -> u16 {
    let place = Place { left: 0, right: width, top: 0, rows: 0, wide: false };
    row(items(screen, place, (lang, None)).iter().map(|item| item.rows.len()).sum())
}

/// Draws it.
pub(in crate::view) fn draw(
    buffer: &mut Buffer,
    place: Place,
    screen: &CustomerScreen,
    marked: Marked<'_>,
) -> Option<(u16, u16)> {
    let lang = marked.lang;
    let mut top = Row::at(buffer, place.top);
    top.bold(place.left + 1, place.right, &words::say(id::SUMMARY, lang));
    top.right(place.left + 1, place.right.saturating_sub(2), marked.keys);

    let items = items(screen, place, (lang, marked.at));
    let at = marked.at.map(|line| with_line(&items, line));
    let heights: Vec<usize> = items.iter().map(|item| item.rows.len()).collect();
    let shown = window::shown(&heights, place.rows, at);
    let (mut y, mut cursor) = (place.top + 1, None);
    let bottom = place.top + place.rows;
    for (index, item) in items.iter().enumerate().skip(shown.start).take(shown.len()) {
        if at == Some(index) {
            // the blank row that sets an item apart is not the item
            let blank = item.rows.first().is_some_and(|row| row.label.is_empty());
            let second = item.beside.filter(|(line, _)| marked.at.is_some_and(|at| at >= *line));
            // the marker of a second line stands in the place of the point before it
            let x = second.map_or(LABEL - 1, |(_, before)| LABEL + before);
            cursor = Some((place.left + x, y + u16::from(blank)));
        }
        for summary_row in item.rows.iter().take(usize::from((bottom + 1).saturating_sub(y))) {
            draw_row(&mut Row::at(buffer, y), place, summary_row);
            y += 1;
        }
    }
    let room = window::has_room(&heights, &shown, place.rows);
    let left_out = if room { items.len().saturating_sub(shown.len()) } else { 0 };
    more(&mut Row::at(buffer, y), place, place.left + LABEL, left_out, lang);
    if let Some((x, y)) = cursor {
        Row::at(buffer, y).put(x, x + 1, MARKER);
    }
    cursor
}

/// The item that holds a line of the summary; a line without rows here is found at the last before it.
fn with_line(items: &[Entry], line: usize) -> usize {
    items.iter().rposition(|item| item.line.is_some_and(|first| first <= line)).unwrap_or(0)
}

/// The items that have a place; what may be left out stands while it is selected.
fn items(screen: &CustomerScreen, place: Place, (lang, selected): (Lang, Option<usize>)) -> Vec<Entry> {
    let setting = Setting {
        lang,
        touchpoint: screen.touchpoint,
        today: screen.at.day(),
        wide: place.wide,
        cells: amount_end(place) - LABEL,
    };
    let mut items = summary_rows::items(screen, setting);
    items.retain(|item| !item.rows.is_empty());
    if items.is_empty() {
        items.push(plain_row(words::say(id::NO_PRODUCTS, lang)));
    }
    items.extend(missing(screen, lang).map(plain_row));
    // a card without a figure and an order are one key away: nothing gives way to them
    let mut free = usize::from(place.rows);
    let needed = |item: &Entry| !is_spare(screen, item) || selected.is_some() && item.line == selected;
    let taken: usize = items.iter().filter(|item| needed(item)).map(|item| item.rows.len()).sum();
    free = free.saturating_sub(taken);
    items.retain(|item| {
        let fits = needed(item) || item.rows.len() <= free;
        if fits && !needed(item) {
            free -= item.rows.len();
        }
        fits
    });
    let used: usize = items.iter().map(|item| item.rows.len()).sum();
    match age(screen, lang) {
        Some((text, true)) => items.push(plain_row(text)),
        // that everything is fresh is said where there is room for it
        Some((text, false)) if used < usize::from(place.rows) => items.push(plain_row(text)),
        Some(_) | None => {}
    }
    items
}

fn plain_row(label: String) -> Entry {
    Entry { line: None, beside: None, rows: vec![SummaryRow { label, ..SummaryRow::default() }] }
}

/// Whether an item is left out rather than counted where there is no room: a debit card, orders, accounts of
/// others.
fn is_spare(screen: &CustomerScreen, item: &Entry) -> bool {
    let line = item.line.and_then(|line| screen.summary.get(line));
    line.is_some_and(|line| {
        matches!(
            line,
            SummaryLine::Card { debit: true, .. } | SummaryLine::Orders { .. } | SummaryLine::Shared { .. }
        )
    })
}

/// How much is missing and what, unless a `?` alert of the pack's own says it already.
fn missing(screen: &CustomerScreen, lang: Lang) -> Option<String> {
    let said = |field: &str| {
        screen.alerts.iter().any(|alert| {
            alert.severity == Severity::Missing && alert.id.split(['-', '_', '.']).any(|word| word == field)
        })
    };
    let fields: Vec<&str> = screen
        .missing
        .iter()
        .filter(|missing| !said(&missing.field))
        .map(|missing| missing.text.of(lang))
        .collect();
    if fields.is_empty() {
        return None;
    }
    let text =
        Message::new(id::MISSING).with("count", fields.len()).with("fields", fields.join(", ")).say(lang);
    Some(format!("? {text}"))
}

/// The kinds whose age is the age of a figure in this pane. An account's last booking is no sign of age: it
/// counts for the newest day only.
const FIGURES: [&str; 4] = ["accounts", "cards", "loans", "holdings"];
const BOOKED: &str = "accounts";
/// Figures that are older than the newest by more than this are named, in days.
const OLDER_DAYS_MIN: i32 = 7;

/// The newest day that the sources of the figures speak of, and which figures are older, if some are; whether
/// it must be said.
fn age(screen: &CustomerScreen, lang: Lang) -> Option<(String, bool)> {
    let figures = || {
        let all = screen.freshness.iter();
        all.filter(|freshness| FIGURES.contains(&freshness.what.as_str()))
    };
    let newest = figures().max_by_key(|freshness| freshness.as_of)?;
    let Some(day) = newest.as_of else {
        let unknown = Message::new(id::DATA_AGE_UNKNOWN);
        return Some((unknown.with("source", newest.source.0.as_str()).say(lang), true));
    };
    let older = figures()
        .filter(|freshness| freshness.what != BOOKED)
        .filter_map(|freshness| Some((freshness.as_of?, freshness)))
        .filter(|(old, _)| day.days_since(*old) > OLDER_DAYS_MIN)
        .min_by_key(|(old, _)| *old);
    let must = older.is_some();
    let message = match older {
        Some((old, freshness)) => {
            Message::new(id::DATA_OLDER).with("what", freshness.text.clone()).with("older", date::long(old))
        }
        None => Message::new(id::DATA_UNTIL).with("source", newest.source.0.as_str()),
    };
    Some((message.with("day", date::long(day)).say(lang), must))
}

fn amount_end(place: Place) -> u16 {
    let end = if place.wide { WIDE_AMOUNT_END } else { AMOUNT_END };
    // beside a divider further right than drawn, amounts keep their distance to it
    let end = if place.wide { end } else { end.max(place.right.saturating_sub(3).min(AMOUNT_END + 12)) };
    place.left + end.min(place.right.saturating_sub(1)).max(LABEL)
}

fn draw_row(row: &mut Row<'_>, place: Place, content: &SummaryRow) {
    let end = if content.amount.is_empty() { place.right.saturating_sub(1) } else { amount_end(place) };
    let amount_from = if content.amount.is_empty() {
        end
    } else {
        row.right(place.left, end, &content.amount).saturating_sub(1)
    };
    let from = place.left + if content.indented { INDENT } else { LABEL };
    let after = row.put(from, amount_from, &content.label);
    if !content.told.is_empty() {
        let gap = if content.spark.is_empty() { "" } else { "  " };
        let told = format!("{}{gap}{}", content.spark, content.told);
        row.put(moved_left(place, TOLD, after, &told), place.right, &told);
        return;
    }
    let mut after = after;
    if !content.spark.is_empty() {
        after = row.put(after + 1, amount_from, &content.spark);
    }
    if !content.figure.is_empty() {
        let figure = if place.wide { after + 1 } else { (after + 1).max(place.left + FIGURE) };
        after = row.put(figure, amount_from, &content.figure);
    }
    if place.wide && !content.detail.is_empty() {
        let after = if content.amount.is_empty() { after } else { amount_end(place) };
        row.put(moved_left(place, DETAIL, after, &content.detail), place.right, &content.detail);
    }
}

/// The column of a text: as drawn, or so far left of it that the text fits, after what stands before it.
fn moved_left(place: Place, drawn: u16, after: u16, text: &str) -> u16 {
    (place.left + drawn).min(place.right.saturating_sub(width(text))).max(after + 1)
}
