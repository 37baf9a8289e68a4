//! The start and the lists as lines that can be read aloud: no columns, no marks that must be seen.

use std::fmt::Write as _;

use crate::{
    app,
    request::{Listing, Work, listing::ListRow, work::WorkLine},
    text::{
        Lang, Message, MessageId, casing, date,
        ids::{cli as id, desk},
        safe,
    },
};

/// How many there are under a heading.
fn heading(text: &mut String, message: MessageId, count: usize, lang: Lang) {
    let _ = writeln!(text, "{}", Message::new(message).with("count", count).say(lang));
}

/// A line with its number.
fn numbered(text: &mut String, nth: usize, told: &[&str]) {
    let told: Vec<String> = told.iter().map(|one| safe::line(one)).filter(|one| !one.is_empty()).collect();
    let _ = writeln!(text, "{nth}. {}", told.join(", "));
}

/// The stories of a demo bank, the work left, whom to call.
pub(super) fn work(work: &Work, lang: Lang) -> String {
    let customers = Message::new(desk::CUSTOMERS).with("customers", work.customers);
    let mut text = format!("{}\n", customers.say(lang));
    if !work.stories.is_empty() {
        heading(&mut text, id::ALOUD_STORIES, work.stories.len(), lang);
    }
    for (nth, story) in (1..).zip(&work.stories) {
        let name = story.name.as_deref().unwrap_or_default();
        numbered(&mut text, nth, &[story.title.of(lang), name, &story.customer.to_string()]);
    }
    heading(&mut text, id::ALOUD_WORK, work.left, lang);
    for (nth, line) in (1..).zip(&work.lines) {
        numbered(&mut text, nth, &work_line(line, lang).each_ref().map(String::as_str));
    }
    heading(&mut text, id::ALOUD_CALLS, work.calls, lang);
    for (nth, line) in (1..).zip(&work.call) {
        let name = line.name.as_deref().unwrap_or_default();
        let told = [name, line.why.of(lang), line.say.of(lang), &line.customer.to_string()];
        numbered(&mut text, nth, &told);
    }
    text
}

fn work_line(line: &WorkLine, lang: Lang) -> [String; 5] {
    [
        date::moment(line.at),
        line.kind.of(lang).to_owned(),
        line.name.clone().unwrap_or_default(),
        line.about.of(lang).to_owned(),
        line.customer.to_string(),
    ]
}

/// A list: what it is, how many rows it has, then each row with its labels.
pub(super) fn list(listing: &Listing, rows: &[ListRow], lang: Lang) -> String {
    let name = casing::lower(&Message::new(app::list_title(listing.list)).say(lang), lang);
    let note = listing.note.of(lang).replace(" · ", ", ");
    let mut told = vec![name, listing.title.of(lang).to_owned(), note];
    if listing.unknown {
        told.push(Message::new(desk::LIST_UNKNOWN).say(lang));
    }
    told.retain(|one| !one.is_empty());
    let mut text = format!("{}\n", told.join(", "));
    for (nth, row) in (1..).zip(rows) {
        let pairs = row.detail.iter().filter(|(_, value)| !value.of(lang).is_empty());
        let pairs: Vec<String> =
            pairs.map(|(label, value)| format!("{}: {}", label.of(lang), value.of(lang))).collect();
        numbered(&mut text, nth, &pairs.iter().map(String::as_str).collect::<Vec<_>>());
    }
    text
}
