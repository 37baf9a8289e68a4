//! Where everything stands. The only file that knows rows and columns of the screen as a whole.

use ratatui::buffer::Buffer;

use super::{
    Around, Marked, Pane,
    paint::{self, Row},
    panes::{alerts, complaints, footer, header, offers, summary},
};
use crate::{
    app::{is_stacked, is_wide},
    request::CustomerScreen,
    text::Lang,
};

/// Where a pane stands: its columns, the row of its title, and how many rows follow the title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// The first column.
    pub left: u16,
    /// The column after the last.
    pub right: u16,
    /// The row of the title.
    pub top: u16,
    /// Rows below the title.
    pub rows: u16,
    /// There is room for details beside the amounts.
    pub wide: bool,
}

/// The height of the smaller drawing.
const DRAWN_ROWS: u16 = 24;
/// Below this only header, one pane and the last row remain.
const PANES_MIN: (u16, u16) = (40, 10);
/// Rows of the 80x24 drawing below the titles of the upper panes, offers and complaints.
const UPPER_ROWS: u16 = 7;
const OFFER_ROWS: u16 = 5;
const COMPLAINT_ROWS: u16 = 2;
/// What the 132x43 drawing has more: 19 rows, 7 for the upper panes, 3 for offers, 9 for complaints.
const MORE_ROWS: u32 = 19;
const MORE_UPPER: u32 = 7;
const MORE_OFFERS: u32 = 3;

/// Draws the whole screen.
pub(super) fn draw(
    buffer: &mut Buffer,
    screen: &CustomerScreen,
    lang: Lang,
    around: Around<'_>,
) -> Option<(u16, u16)> {
    let (width, height) = (buffer.area.width, buffer.area.height);
    let wide = is_wide(width);
    header::draw(buffer, screen, lang, wide);
    match around.hints {
        Some(hints) => footer::line(buffer, height.saturating_sub(1), hints),
        None => footer::hints(buffer, height.saturating_sub(1), screen, lang),
    }
    let panes = Panes { screen, lang, around };
    if width < PANES_MIN.0 || height < PANES_MIN.1 {
        return one_pane(buffer, &panes);
    }
    match around.notice {
        Some(notice) => footer::line(buffer, height.saturating_sub(2), notice),
        None => footer::reason(buffer, height.saturating_sub(2), screen, lang),
    }
    if is_stacked((width, height)) {
        return stacked(buffer, &panes);
    }
    side_by_side(buffer, &panes, wide)
}

/// What the panes are drawn from.
struct Panes<'a> {
    screen: &'a CustomerScreen,
    lang: Lang,
    around: Around<'a>,
}

impl Panes<'_> {
    /// Draws a pane; gives the cell of the selection if it is there.
    fn draw(&self, buffer: &mut Buffer, pane: Pane, place: Place) -> Option<(u16, u16)> {
        let at = self.around.selection.filter(|(selected, _)| *selected == pane).map(|(_, at)| at);
        let marked = Marked { lang: self.lang, keys: self.around.keys_of(pane), at };
        match pane {
            Pane::Summary => summary::draw(buffer, place, self.screen, marked),
            Pane::Alerts => alerts::draw(buffer, place, self.screen, marked),
            Pane::Offers => offers::draw(buffer, place, self.screen, (marked, self.around.offer)),
            Pane::Complaints => complaints::draw(buffer, place, self.screen, marked),
        }
    }
}

fn side_by_side(buffer: &mut Buffer, panes: &Panes<'_>, wide: bool) -> Option<(u16, u16)> {
    let (width, height) = (buffer.area.width, buffer.area.height);
    let divider = (width / 2).saturating_sub(1);
    let extra = height.saturating_sub(DRAWN_ROWS);
    let upper = UPPER_ROWS + share(extra, MORE_UPPER);
    let offered = OFFER_ROWS + share(extra, MORE_OFFERS);
    let complained = (COMPLAINT_ROWS + extra)
        .saturating_sub(share(extra, MORE_UPPER))
        .saturating_sub(share(extra, MORE_OFFERS));
    let place = |left, right, top, rows| Place { left, right, top, rows, wide };

    paint::rule(buffer, 2, Some((divider, "┬")));
    for y in 3..=3 + upper {
        Row::at(buffer, y).put(divider, divider + 1, "│");
    }
    let mut cursor = panes.draw(buffer, Pane::Summary, place(0, divider, 3, upper));
    cursor = cursor.or(panes.draw(buffer, Pane::Alerts, place(divider + 1, width, 3, upper)));
    let offers_rule = 4 + upper;
    paint::rule(buffer, offers_rule, Some((divider, "┴")));
    cursor = cursor.or(panes.draw(buffer, Pane::Offers, place(0, width, offers_rule + 1, offered)));
    let complaints_rule = offers_rule + 2 + offered;
    paint::rule(buffer, complaints_rule, None);
    cursor.or(panes.draw(buffer, Pane::Complaints, place(0, width, complaints_rule + 1, complained)))
}

/// The part of the added rows that a pane takes, as the 132x43 drawing divides them.
fn share(extra: u16, of: u32) -> u16 {
    u16::try_from(u32::from(extra) * of / MORE_ROWS).unwrap_or(0)
}

/// The alerts, unless somebody moves in another pane.
fn one_pane(buffer: &mut Buffer, panes: &Panes<'_>) -> Option<(u16, u16)> {
    let place = Place {
        left: 0,
        right: buffer.area.width,
        top: 2,
        rows: buffer.area.height.saturating_sub(4),
        wide: false,
    };
    let pane = panes.around.selection.map_or(Pane::Alerts, |(pane, _)| pane);
    (buffer.area.height > 3).then(|| panes.draw(buffer, pane, place)).flatten()
}

/// Alerts, summary, offers, complaints one under the other; what matters more is given its rows first. The stack
/// scrolls until the selected pane has rows to show its selection in.
fn stacked(buffer: &mut Buffer, panes: &Panes<'_>) -> Option<(u16, u16)> {
    let Panes { screen, lang, around } = *panes;
    let (width, height) = (buffer.area.width, buffer.area.height);
    paint::rule(buffer, 2, None);
    let offer = match around.selection {
        Some((Pane::Offers, at)) => at,
        Some(_) | None => around.offer,
    };
    let (offered, offer_needs) = offers::rows(screen, lang, (width, offer));
    let wanted =
        [alerts::rows(screen), summary::rows(screen, lang, width), offered, complaints::rows(screen)];
    let needed = [1, 2, offer_needs, 1];
    let order = [Pane::Alerts, Pane::Summary, Pane::Offers, Pane::Complaints];
    let selected = around.selection.and_then(|(pane, _)| order.iter().position(|known| *known == pane));
    let (mut top, mut cursor) = (3, None);
    let divided = scrolled(height.saturating_sub(5), (wanted, needed), selected.unwrap_or_default());
    for (rows, pane) in divided.into_iter().zip(order) {
        let Some(rows) = rows else { continue };
        let place = Place { left: 0, right: width, top, rows, wide: false };
        cursor = cursor.or(panes.draw(buffer, pane, place));
        top += rows + 1;
    }
    cursor
}

/// The rows below its title that a stacked pane is given before the next one gets any.
const LEAST_ROWS: [u16; 4] = [3, 2, 1, 1];

/// [`divided`] from the first pane on from which the selected one has the rows that it needs while somebody moves
/// in it.
fn scrolled(free: u16, (wanted, needed): ([u16; 4], [u16; 4]), selected: usize) -> [Option<u16>; 4] {
    let need = |given: &[Option<u16>; 4]| {
        let all = given.iter().zip(wanted).zip(needed).nth(selected);
        all.is_some_and(|((given, wanted), least)| given.is_some_and(|given| given >= wanted.min(least)))
    };
    let from = |first: usize| {
        let mut left = wanted;
        left.rotate_left(first);
        let mut least = LEAST_ROWS;
        for (nth, (least, needed)) in least.iter_mut().zip(needed).enumerate() {
            *least = if nth == selected { needed.max(*least) } else { *least };
        }
        let mut needs = needed;
        least.rotate_left(first);
        needs.rotate_left(first);
        let count = wanted.len() - first;
        let mut given = divided(free, [left, least, needs], count);
        given.rotate_right(first);
        given
    };
    let tries = (0..selected).map(from).find(need);
    tries.unwrap_or_else(|| from(selected))
}

/// Divides `free` rows among the first `count` panes: a title and the least rows for each in order; of the rest all
/// that the first wants, then what another needs to be read, if that is there whole, then what they want in order.
/// `None` is a pane that has no room for its title.
fn divided(free: u16, [wanted, least, needed]: [[u16; 4]; 3], count: usize) -> [Option<u16>; 4] {
    let mut left = free;
    let mut given = [None; 4];
    for ((rows, least), wanted) in given.iter_mut().zip(least).zip(wanted).take(count) {
        let Some(below) = left.checked_sub(1) else { break };
        let first = below.min(least).min(wanted);
        left = below - first;
        *rows = Some(first);
    }
    let first = [wanted.first().copied().unwrap_or_default(), 0, 0, 0];
    for (goals, whole) in [(first, false), (needed, true), (wanted, false)] {
        for ((rows, wanted), goal) in given.iter_mut().zip(wanted).zip(goals) {
            let Some(rows) = rows else { continue };
            let more = goal.min(wanted).saturating_sub(*rows);
            let more = if whole && more > left { 0 } else { more.min(left) };
            *rows += more;
            left -= more;
        }
    }
    given
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_go_to_the_first_panes_first() {
        // free, wanted by alerts, summary, offers and complaints, given
        let cases = [
            (0, [6, 7, 1, 2], [None, None, None, None]),
            (1, [6, 7, 1, 2], [Some(0), None, None, None]),
            (5, [6, 7, 1, 2], [Some(3), Some(0), None, None]),
            (8, [6, 7, 1, 2], [Some(3), Some(2), Some(0), None]),
            (12, [6, 7, 1, 2], [Some(4), Some(2), Some(1), Some(1)]),
            (15, [6, 7, 1, 2], [Some(6), Some(3), Some(1), Some(1)]),
            (90, [6, 7, 1, 2], [Some(6), Some(7), Some(1), Some(2)]),
            // an offer with its reason and its sentence stands whole or gives way
            (15, [2, 7, 5, 1], [Some(2), Some(4), Some(4), Some(1)]),
            (15, [6, 7, 5, 1], [Some(6), Some(3), Some(1), Some(1)]),
            (12, [2, 7, 5, 1], [Some(2), Some(4), Some(1), Some(1)]),
        ];
        for (free, wanted, given) in cases {
            assert_eq!(divided(free, [wanted, LEAST_ROWS, [1, 2, 4, 1]], 4), given, "{free} {wanted:?}");
        }
    }

    #[test]
    fn the_stack_scrolls_to_the_selected_pane() {
        // free, selected, given to alerts, summary, offers and complaints of 6, 7, 3 and 2 rows
        let cases = [
            (5, 0, [Some(3), Some(0), None, None]),
            (5, 1, [None, Some(2), Some(1), None]),
            (5, 2, [None, None, Some(3), Some(0)]),
            (5, 3, [None, None, Some(2), Some(1)]),
            (15, 2, [Some(5), Some(2), Some(3), Some(1)]),
            (15, 3, [Some(6), Some(3), Some(1), Some(1)]),
            (90, 3, [Some(6), Some(7), Some(3), Some(2)]),
            (1, 3, [None, None, None, Some(0)]),
        ];
        for (free, selected, given) in cases {
            assert_eq!(scrolled(free, ([6, 7, 3, 2], [1, 2, 3, 1]), selected), given, "{free} {selected}");
        }
    }
}
