//! The offers pane: the list, or why there is none; what closes sales is said in the title.

use ratatui::buffer::Buffer;

use super::{fitting, more, row};
use crate::{
    request::{CustomerScreen, screen::Shown},
    text::{Lang, Message, MessageId, ids::screen as id},
    view::{layout::Place, paint::Row, words},
};

/// The column of an offer's text.
const TEXT: u16 = 5;
/// From this many rows on the first stays empty, as drawn.
const ROOMY_ROWS: u16 = 8;

/// How many rows it wants.
pub(in crate::view) fn rows(screen: &CustomerScreen) -> u16 {
    match &screen.offers {
        Shown::Known(offers) => row(offers.lines.len().max(1)),
        Shown::Unknown { .. } | Shown::Hidden => 1,
    }
}

/// Draws it.
pub(in crate::view) fn draw(buffer: &mut Buffer, place: Place, screen: &CustomerScreen, lang: Lang) {
    let end = place.right.saturating_sub(1);
    let mut top = Row::at(buffer, place.top);
    let tag = top.right(place.left + 1, end, "g t");
    let after = top.bold(place.left + 1, end, &words::say(id::OFFERS, lang));
    if let Some(closed) = closed(screen, lang) {
        top.put(after + 2, tag.saturating_sub(1), &closed);
    }

    let lead = u16::from(place.rows >= ROOMY_ROWS);
    let first = place.top + 1 + lead;
    let free = place.rows.saturating_sub(lead);
    let Shown::Known(offers) = &screen.offers else { return };
    if let Some(note) = offers.note.as_ref().filter(|_| free > 0) {
        Row::at(buffer, first).put(TEXT, end, note.of(lang));
    }
    let shown = fitting(offers.lines.len(), free);
    for (index, offer) in offers.lines.iter().take(shown).enumerate() {
        let mut line = Row::at(buffer, first + row(index));
        line.put(1, TEXT, if index == 0 { "▸" } else { " " });
        line.put(2, TEXT, &(index + 1).to_string());
        line.put(TEXT, end, offer.name.of(lang));
    }
    let left_out = offers.lines.len() - shown;
    more(&mut Row::at(buffer, place.top + place.rows), place, TEXT, left_out, lang);
}

/// The alert that closes sales, or credit offers only.
pub(in crate::view) fn closed(screen: &CustomerScreen, lang: Lang) -> Option<String> {
    let by = |message: MessageId, closes: fn(&crate::request::screen::AlertLine) -> bool| {
        let alert = screen.alerts.iter().find(|alert| closes(alert))?;
        Some(Message::new(message).with("alert", alert.text.clone()).say(lang))
    };
    by(id::OFFERS_CLOSED_SALES, |alert| alert.blocks_sales)
        .or_else(|| by(id::OFFERS_CLOSED_CREDIT, |alert| alert.blocks_credit))
}
