//! The last two rows: why the customer is probably calling, and what can be typed next.

use ratatui::buffer::Buffer;

use super::parts_within;
use crate::{
    request::{
        CustomerScreen,
        screen::{CallReason, Shown},
    },
    text::{Lang, Message, MessageId, ids::screen as id},
    view::{
        paint::{Row, width},
        words,
    },
};

/// From this width on reasons are said in full.
const FULL_MIN: u16 = 120;
/// So many reasons are drawn at 80 columns.
const REASONS_ENOUGH: usize = 2;

/// The probable reasons, as many as fit whole; the first is clipped rather than left out.
pub(in crate::view) fn reason(buffer: &mut Buffer, y: u16, screen: &CustomerScreen, lang: Lang) {
    let columns = buffer.area.width;
    let reasons = reasons(screen, lang, columns >= FULL_MIN);
    let room = columns.saturating_sub(1);
    let (said, line) = fitting(&reasons, &id::PROBABLE_REASON, (room, lang));
    let (more, brief) = fitting(&reasons, &id::PROBABLE_REASON_SHORT, (room, lang));
    // fewer words before the reasons, where else the second one had no room
    let brief = (said < REASONS_ENOUGH && more > said).then_some(brief);
    Row::at(buffer, y).put(1, columns, brief.as_ref().unwrap_or(&line));
}

/// How many of the first reasons fit whole behind these words, and the row with them; with none that fits the first
/// stands there.
fn fitting(reasons: &[String], words: &MessageId, (room, lang): (u16, Lang)) -> (usize, String) {
    let line = |count: usize| {
        let kept: Vec<&str> = reasons.iter().take(count).map(String::as_str).collect();
        Message::new(words.clone()).with("reasons", kept.join(" · ")).say(lang)
    };
    let whole = (1..=reasons.len()).rev().find(|count| width(&line(*count)) <= room);
    (whole.unwrap_or(0), line(whole.unwrap_or(1)))
}

/// A line as it is given.
pub(in crate::view) fn line(buffer: &mut Buffer, y: u16, text: &str) {
    let columns = buffer.area.width;
    Row::at(buffer, y).put(1, columns, text);
}

/// What to type next: what explains the alerts, or where there are none what explains the offers.
pub(in crate::view) fn hints(buffer: &mut Buffer, y: u16, screen: &CustomerScreen, lang: Lang) {
    let columns = buffer.area.width;
    let hints = if screen.alerts.is_empty() { id::HINTS_OFFERS } else { id::HINTS };
    let hints = Message::new(hints).with("customer", screen.customer.to_string()).say(lang);
    Row::at(buffer, y).put(1, columns, parts_within(&hints, columns.saturating_sub(1)));
}

/// The reasons in words, in full or shortly; where there are none, the word for that.
pub(in crate::view) fn reasons(screen: &CustomerScreen, lang: Lang, full: bool) -> Vec<String> {
    let said = |reason: &CallReason| {
        let full = reason.full.as_ref().filter(|_| full);
        full.unwrap_or(&reason.text).of(lang).to_owned()
    };
    match &screen.call_reasons {
        Shown::Known(reasons) if !reasons.is_empty() => reasons.iter().map(said).collect(),
        Shown::Known(_) | Shown::Unknown { .. } => vec![words::say(id::REASON_NONE, lang)],
        Shown::Hidden => vec![words::say(id::REASON_HIDDEN, lang)],
    }
}
