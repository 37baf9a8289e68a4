//! The summary pane: products and totals, then what is missing and how old the facts are.

use ratatui::buffer::Buffer;

use super::{
    more, row,
    summary_rows::{self, Item, Setting, SummaryRow},
};
use crate::{
    domain::alert::Severity,
    request::CustomerScreen,
    text::{Lang, Message, date, ids::screen as id},
    view::{layout::Place, paint::Row, words},
};

/// Columns from the pane's left edge.
const LABEL: u16 = 2;
const FIGURE: u16 = 14;
const INDENT: u16 = 7;
/// The column after an amount: 36 in the 80x24 drawing, 34 in the 132x43 one.
const AMOUNT_END: u16 = 36;
const WIDE_AMOUNT_END: u16 = 34;
/// Where details begin on a wide screen.
const DETAIL: u16 = 37;

/// How many rows it wants on a screen of this width.
pub(in crate::view) fn rows(screen: &CustomerScreen, lang: Lang, width: u16) -> u16 {
    let place = Place { left: 0, right: width, top: 0, rows: 0, wide: false };
    row(items(screen, place, lang).iter().map(Vec::len).sum())
}

/// Draws it.
pub(in crate::view) fn draw(buffer: &mut Buffer, place: Place, screen: &CustomerScreen, lang: Lang) {
    let mut top = Row::at(buffer, place.top);
    top.bold(place.left + 1, place.right, &words::say(id::SUMMARY, lang));
    top.right(place.left + 1, place.right.saturating_sub(2), "g o");

    let items = items(screen, place, lang);
    let shown = whole_items(&items, usize::from(place.rows));
    let mut y = place.top + 1;
    for summary_row in items.iter().take(shown).flatten() {
        draw_row(&mut Row::at(buffer, y), place, summary_row);
        y += 1;
    }
    more(&mut Row::at(buffer, y), place, place.left + LABEL, items.len() - shown, lang);
}

/// How many lines fit with all their rows; if not all do, one row is kept to say so.
fn whole_items(items: &[Item], rows: usize) -> usize {
    let fitting = |rows: usize| {
        let mut used = 0;
        items
            .iter()
            .take_while(|item| {
                used += item.len();
                used <= rows
            })
            .count()
    };
    if fitting(rows) == items.len() {
        return items.len();
    }
    fitting(rows.saturating_sub(1))
}

fn items(screen: &CustomerScreen, place: Place, lang: Lang) -> Vec<Item> {
    let setting = Setting {
        lang,
        touchpoint: screen.touchpoint,
        today: screen.at.day(),
        wide: place.wide,
        cells: amount_end(place) - LABEL,
    };
    let mut items = summary_rows::items(screen, setting);
    if items.is_empty() {
        items.push(vec![plain_row(words::say(id::NO_PRODUCTS, lang))]);
    }
    items.extend(missing(screen, lang).map(|text| vec![plain_row(text)]));
    items.extend(age(screen, lang).map(|text| vec![plain_row(text)]));
    items
}

fn plain_row(label: String) -> SummaryRow {
    SummaryRow { label, ..SummaryRow::default() }
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

/// The newest day that the sources of the figures speak of, and which figures are older, if some are.
fn age(screen: &CustomerScreen, lang: Lang) -> Option<String> {
    let figures = || {
        let all = screen.freshness.iter();
        all.filter(|freshness| FIGURES.contains(&freshness.what.as_str()))
    };
    let newest = figures().max_by_key(|freshness| freshness.as_of)?;
    let Some(day) = newest.as_of else {
        let unknown = Message::new(id::DATA_AGE_UNKNOWN);
        return Some(unknown.with("source", newest.source.0.as_str()).say(lang));
    };
    let older = figures()
        .filter(|freshness| freshness.what != BOOKED)
        .filter_map(|freshness| Some((freshness.as_of?, freshness)))
        .filter(|(old, _)| day.days_since(*old) > OLDER_DAYS_MIN)
        .min_by_key(|(old, _)| *old);
    let message = match older {
        Some((old, freshness)) => {
            Message::new(id::DATA_OLDER).with("what", freshness.text.clone()).with("older", date::long(old))
        }
        None => Message::new(id::DATA_UNTIL).with("source", newest.source.0.as_str()),
    };
    Some(message.with("day", date::long(day)).say(lang))
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
    if !content.figure.is_empty() {
        let figure = if place.wide { after + 1 } else { (after + 1).max(place.left + FIGURE) };
        row.put(figure, amount_from, &content.figure);
    }
    if place.wide && !content.detail.is_empty() {
        row.put(place.left + DETAIL, place.right, &content.detail);
    }
}
