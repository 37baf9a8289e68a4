//! The last two rows: why the customer is probably calling, and what can be typed next.

use ratatui::buffer::Buffer;

use crate::{
    request::{
        CustomerScreen,
        screen::{CallReason, Shown},
    },
    text::{Lang, Message, ids::screen as id},
    view::{
        paint::{Row, width},
        words,
    },
};

/// From this width on reasons are said in full.
const FULL_MIN: u16 = 120;

/// The probable reasons, as many as fit whole; the first is clipped rather than left out.
pub(in crate::view) fn reason(buffer: &mut Buffer, y: u16, screen: &CustomerScreen, lang: Lang) {
    let columns = buffer.area.width;
    let mut reasons = reasons(screen, lang, columns >= FULL_MIN);
    let mut line = worded(&reasons, lang);
    while reasons.len() > 1 && width(&line) > columns.saturating_sub(1) {
        reasons.pop();
        line = worded(&reasons, lang);
    }
    Row::at(buffer, y).put(1, columns, &line);
}

/// A line as it is given.
pub(in crate::view) fn line(buffer: &mut Buffer, y: u16, text: &str) {
    let columns = buffer.area.width;
    Row::at(buffer, y).put(1, columns, text);
}

/// What to type next.
pub(in crate::view) fn hints(buffer: &mut Buffer, y: u16, screen: &CustomerScreen, lang: Lang) {
    let columns = buffer.area.width;
    let hints = Message::new(id::HINTS).with("customer", screen.customer.to_string()).say(lang);
    Row::at(buffer, y).put(1, columns, &hints);
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

fn worded(reasons: &[String], lang: Lang) -> String {
    Message::new(id::PROBABLE_REASON).with("reasons", reasons.join(" · ")).say(lang)
}
