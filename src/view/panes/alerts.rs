//! The alerts pane: worst first; what does not fit is counted.

use ratatui::buffer::Buffer;

use super::{more, parts_within, row, window};
use crate::{
    domain::alert::Severity,
    request::{CustomerScreen, screen::AlertLine},
    text::{Lang, date, ids::screen as id},
    view::{
        MARKER, Marked,
        layout::Place,
        paint::{Row, width},
        words,
    },
};

/// Columns from the pane's left edge.
const MARK: u16 = 1;
const TEXT: u16 = 4;

/// How many rows it wants.
pub(in crate::view) fn rows(screen: &CustomerScreen) -> u16 {
    row(screen.alerts.len().max(1))
}

/// Draws it.
pub(in crate::view) fn draw(
    buffer: &mut Buffer,
    place: Place,
    screen: &CustomerScreen,
    marked: Marked<'_>,
) -> Option<(u16, u16)> {
    let lang = marked.lang;
    let title = format!("{} {}", words::say(id::ALERTS, lang), screen.alerts.len());
    let end = place.right.saturating_sub(1);
    let mut top = Row::at(buffer, place.top);
    top.bold(place.left + 1, end, &title);
    top.right(place.left + 1, end, marked.keys);
    if screen.alerts.is_empty() && place.rows > 0 {
        let none = words::say(id::ALERTS_NONE, lang);
        Row::at(buffer, place.top + 1).put(place.left + TEXT, end, &none);
    }
    let at = marked.at.map(|at| at.min(screen.alerts.len().saturating_sub(1)));
    let heights = vec![1; screen.alerts.len()];
    let shown = window::shown(&heights, place.rows, at);
    for (offset, alert) in screen.alerts.iter().skip(shown.start).take(shown.len()).enumerate() {
        line(&mut Row::at(buffer, place.top + 1 + row(offset)), place, alert, lang);
    }
    let room = window::has_room(&heights, &shown, place.rows);
    let left_out = if room { screen.alerts.len() - shown.len() } else { 0 };
    more(&mut Row::at(buffer, place.top + place.rows), place, place.left + TEXT, left_out, lang);
    let at = at.filter(|at| shown.contains(at))?;
    let y = place.top + 1 + row(at - shown.start);
    Row::at(buffer, y).put(place.left, place.left + MARK, MARKER);
    Some((place.left, y))
}

/// The sentence comes before its day: a day that does not fit beside it is left to `why`. What more there is to
/// say follows only where everything fits. A sentence that is too long loses its last parts first; what calls for
/// action now keeps its day before them.
fn line(row: &mut Row<'_>, place: Place, alert: &AlertLine, lang: Lang) {
    let end = place.right.saturating_sub(1);
    let (text, from) = (alert.text.of(lang), place.left + TEXT);
    match alert.severity {
        Severity::ActNow => row.bold(place.left + MARK, from, mark(alert.severity)),
        Severity::Look | Severity::Missing | Severity::Note => {
            row.put(place.left + MARK, from, mark(alert.severity))
        }
    };
    let (day, room) = (alert.day.map(date::short), end.saturating_sub(from));
    let beside = day.as_ref().map_or(0, |day| width(day).saturating_add(1));
    let more = alert.more.as_ref().map(|more| format!("{text}{}", more.of(lang)));
    let full = more.filter(|full| width(full).saturating_add(beside) <= room);
    let kept = if alert.severity == Severity::ActNow { beside } else { 0 };
    let cut = || parts_within(text, room.saturating_sub(kept));
    let after = row.put(from, end, full.as_deref().unwrap_or_else(cut));
    if let Some(day) = day
        && after.saturating_add(1).saturating_add(width(&day)) <= end
    {
        row.right(from, end, &day);
    }
}

/// The mark of a severity.
fn mark(severity: Severity) -> &'static str {
    match severity {
        Severity::ActNow => "!!",
        Severity::Look => "!",
        Severity::Missing => "?",
        Severity::Note => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_sentence_loses_its_last_parts() {
        let table = [
            ("Kart gecikti · asgari 10", 24, "Kart gecikti · asgari 10"),
            ("Kart gecikti · asgari 10", 23, "Kart gecikti"),
            ("Ayrılma · geçen ay · eşik", 18, "Ayrılma · geçen ay"),
            ("Ayrılma riski yüksek", 5, "Ayrılma riski yüksek"),
            ("", 0, ""),
        ];
        for (text, cells, expected) in table {
            assert_eq!(parts_within(text, cells), expected, "{text} in {cells}");
        }
    }
}
