//! The complaints pane: open ones first; what does not fit is counted.

use std::ops::Range;

use ratatui::buffer::Buffer;

use super::{more, row, window};
use crate::{
    request::{
        CustomerScreen,
        screen::{ComplaintLine, Complaints, Shown},
    },
    text::{Lang, Message, date, ids::screen as id},
    time::Moment,
    view::{
        MARKER, Marked,
        layout::Place,
        paint::{Row, width},
        words,
    },
};

/// Columns of the 80x24 drawing.
const MARK: u16 = 2;
const DAY: u16 = 4;
const TOPIC: u16 = 11;
const STATE: u16 = 38;
const OUTCOME: u16 = 55;
/// Columns of the 132x43 drawing.
const WIDE_CHANNEL: u16 = 39;
const WIDE_STATE: u16 = 49;
const WIDE_OUTCOME: u16 = 69;
/// Cells that a topic keeps on the narrowest screen.
const TOPIC_LEAST: u16 = 8;
/// From this many rows on the first stays empty, as drawn.
const ROOMY_ROWS: u16 = 8;

/// How many rows it wants.
pub(in crate::view) fn rows(screen: &CustomerScreen) -> u16 {
    match &screen.complaints.lines {
        Shown::Known(lines) => row(lines.len().max(1)),
        Shown::Unknown { .. } | Shown::Hidden => 1,
    }
}

/// Draws it.
pub(in crate::view) fn draw(
    buffer: &mut Buffer,
    place: Place,
    screen: &CustomerScreen,
    marked: Marked<'_>,
) -> Option<(u16, u16)> {
    let lang = marked.lang;
    title(&mut Row::at(buffer, place.top), place, &screen.complaints, marked);
    let lead = u16::from(place.rows >= ROOMY_ROWS);
    let first = place.top + 1 + lead;
    let free = place.rows.saturating_sub(lead);
    let lines = match &screen.complaints.lines {
        Shown::Known(lines) if !lines.is_empty() => lines,
        Shown::Known(_) | Shown::Unknown { .. } | Shown::Hidden => {
            if free > 0 {
                Row::at(buffer, first).put(DAY, end(place), &none(&screen.complaints, lang));
            }
            return None;
        }
    };
    let current = lines.iter().filter(|line| is_current(line, screen)).count();
    let at = marked.at.map(|at| at.min(lines.len().saturating_sub(1)));
    let (shown, left_out) = shown((lines.len(), current), free, at);
    let listed = || lines.iter().skip(shown.start).take(shown.len());
    let state_at = state_column(listed(), place, (screen.at, lang));
    for (offset, complaint) in listed().enumerate() {
        let mut row = Row::at(buffer, first + row(offset));
        line(&mut row, (place, state_at), complaint, (screen.at, lang));
    }
    more(&mut Row::at(buffer, place.top + place.rows), place, DAY, left_out, lang);
    let at = at.filter(|at| shown.contains(at))?;
    let y = first + row(at - shown.start);
    Row::at(buffer, y).put(MARK, DAY, MARKER);
    Some((MARK, y))
}

/// Open, or opened in the window that the title counts. These come first in the list.
fn is_current(line: &ComplaintLine, screen: &CustomerScreen) -> bool {
    let age = screen.at.day().days_since(line.opened);
    line.open_days.is_some() || u32::try_from(age).is_ok_and(|age| age < screen.complaints.days)
}

/// How many lines are shown and how many are said to be left out: once all current ones are shown, older
/// ones fill what room there is and are not missed.
fn shown((all, current): (usize, usize), rows: u16, at: Option<usize>) -> (Range<usize>, usize) {
    let room = usize::from(rows);
    if current > 0 && current <= room {
        let end = at.map_or(0, |at| at + 1).clamp(all.min(room), all);
        return (end - all.min(room)..end, 0);
    }
    let heights = vec![1; all];
    let shown = window::shown(&heights, rows, at);
    let left_out = if window::has_room(&heights, &shown, rows) { all - shown.len() } else { 0 };
    (shown, left_out)
}

/// Why there are no lines.
pub(in crate::view) fn none(complaints: &Complaints, lang: Lang) -> String {
    let message = match &complaints.lines {
        Shown::Hidden => id::COMPLAINTS_HIDDEN,
        _ if complaints.unknown => id::COMPLAINTS_UNKNOWN,
        Shown::Known(_) | Shown::Unknown { .. } => id::COMPLAINTS_NONE,
    };
    words::say(message, lang)
}

/// `90 günde 2`, or `?` where no source has delivered complaints.
pub(in crate::view) fn counted(complaints: &Complaints, lang: Lang) -> String {
    Message::new(id::COMPLAINTS_IN_DAYS)
        .with("days", i64::from(complaints.days))
        .with("count", complaints.count)
        .say(lang)
}

/// The drawing at 80 columns ends this pane one cell earlier.
fn end(place: Place) -> u16 {
    place.right.saturating_sub(if place.wide { 1 } else { 2 })
}

fn title(row: &mut Row<'_>, place: Place, complaints: &Complaints, marked: Marked<'_>) {
    let Marked { lang, keys, .. } = marked;
    let open = words::count(id::COMPLAINTS_OPEN, complaints.open, lang);
    let right = if complaints.unknown { format!("?  {keys}") } else { format!("{open}  {keys}") };
    let from = row.right(1, end(place), &right);
    let after = row.bold(1, from, &words::say(id::COMPLAINTS, lang));
    if complaints.unknown {
        return;
    }
    let mut counts = counted(complaints, lang);
    if place.wide {
        counts.push_str(" · ");
        counts.push_str(&words::count(id::COMPLAINTS_LAST_YEAR, complaints.last_year, lang));
    }
    row.put(after.saturating_add(2), from.saturating_sub(1), &counts);
}

/// Where the states begin: as drawn, on a narrow screen after the longest topic, as far as what came of each has its
/// room.
fn state_column<'c>(
    shown: impl Iterator<Item = &'c ComplaintLine>,
    place: Place,
    (at, lang): (Moment, Lang),
) -> u16 {
    let drawn = STATE.min(place.right / 2);
    if drawn == STATE {
        return drawn;
    }
    let (mut topics, mut rest) = (0, 0);
    for complaint in shown {
        topics = width(complaint.topic.of(lang)).max(topics);
        let outcome = words::complaint_outcome_brief(complaint, at, lang).unwrap_or_default();
        rest = (width(&words::complaint_state(complaint, lang)) + 1 + width(&outcome)).max(rest);
    }
    let latest = end(place).saturating_sub(rest).max(TOPIC + TOPIC_LEAST);
    (TOPIC + topics + 1).max(drawn).min(latest)
}

fn line(
    row: &mut Row<'_>,
    (place, state_at): (Place, u16),
    complaint: &ComplaintLine,
    (at, lang): (Moment, Lang),
) {
    if complaint.open_days.is_some() {
        row.bold(1, DAY, "!");
    }
    row.put(DAY, TOPIC, &date::short(complaint.opened));
    let state = words::complaint_state(complaint, lang);
    let outcome = words::complaint_outcome(complaint, at, lang);
    if place.wide {
        row.put(TOPIC, WIDE_CHANNEL - 1, complaint.topic.of(lang));
        if let Some(channel) = complaint.channel {
            row.put(WIDE_CHANNEL, WIDE_STATE - 1, &words::channel(channel, lang));
        }
        row.put(WIDE_STATE, WIDE_OUTCOME - 1, &state);
        row.put(WIDE_OUTCOME, end(place), &outcome.join(" · "));
        return;
    }
    // on a narrow stack the topic keeps what the state leaves
    row.put(TOPIC, state_at.saturating_sub(1), complaint.topic.of(lang));
    let after = row.put(state_at, end(place), &state);
    let from = if state_at == STATE { (after + 1).max(OUTCOME.min(end(place))) } else { after + 1 };
    let room = end(place).saturating_sub(from);
    let brief = || words::complaint_outcome_brief(complaint, at, lang);
    let full = outcome.first().filter(|outcome| width(outcome) <= room).cloned();
    if let Some(outcome) = full.or_else(brief).or_else(|| outcome.first().cloned()) {
        row.right(from, end(place), &outcome);
    }
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn current_complaints_are_never_left_out_unsaid() {
        // all, current, rows, selected, shown and left out
        let cases = [
            (0, 0, 2, None, (0..0, 0)),
            (2, 2, 2, None, (0..2, 0)),
            (6, 2, 2, None, (0..2, 0)),
            (6, 2, 2, Some(3), (2..4, 0)),
            (6, 2, 4, None, (0..4, 0)),
            (6, 3, 2, None, (0..1, 5)),
            (6, 0, 2, Some(4), (4..5, 5)),
            (6, 6, 10, Some(0), (0..6, 0)),
            (3, 3, 0, None, (0..0, 0)),
            (6, 3, 1, Some(2), (2..3, 0)),
        ];
        for (all, current, rows, at, wanted) in cases {
            assert_eq!(shown((all, current), rows, at), wanted, "{all} {current} {rows} {at:?}");
        }
    }
}
