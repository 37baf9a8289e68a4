//! Rows 1 and 2: who it is, who asks, what may be said.

use ratatui::buffer::Buffer;

use crate::{
    domain::{channel::Touchpoint, consent::ConsentChannel},
    request::{CustomerScreen, screen::Header},
    text::{Lang, Message, date, ids::screen as id, suffix},
    view::{
        paint::{Row, width},
        words::{self, Verified},
    },
};

/// A name keeps at least this many cells, whatever stands after it.
const NAME_MIN: u16 = 8;
/// The operator's name takes at most this many cells.
const OPERATOR_MAX: usize = 12;
/// Where verification and consents begin on a wide screen, counted from its right edge.
const WIDE_VERIFIED: u16 = 58;
const WIDE_CONSENTS: u16 = 42;

/// Draws both rows.
pub(in crate::view) fn draw(buffer: &mut Buffer, screen: &CustomerScreen, lang: Lang, wide: bool) {
    who(&mut Row::at(buffer, 0), screen, lang, wide);
    state(&mut Row::at(buffer, 1), screen, lang, wide);
}

fn who(row: &mut Row<'_>, screen: &CustomerScreen, lang: Lang, wide: bool) {
    let gap = if wide { 3 } else { 2 };
    let right = row.columns().saturating_sub(u16::from(!wide));
    let from = row.right(1, right, &desk(screen, lang, wide));
    let end = from.saturating_sub(1);

    let header = &screen.header;
    let rest = identifiers(header, lang, wide);
    let reserved: u16 = rest.iter().map(|text| width(text).saturating_add(gap)).sum();
    let name_end = end.saturating_sub(reserved).max(1 + NAME_MIN).min(end);
    let mut column = row.bold(1, name_end, &words::name(header, screen.customer.0, lang));
    for text in rest {
        let room = end.saturating_sub(column + gap);
        column = row.put(column + gap, end, &with_fewer_stars(text, room));
    }
}

/// On a narrow screen hidden digits give way to the ones that are shown: `TCKN **8142`.
fn with_fewer_stars(mut text: String, room: u16) -> String {
    while width(&text) > room && text.contains("**") {
        text = text.replacen("**", "*", 1);
    }
    text
}

/// Touchpoint, operator and time.
fn desk(screen: &CustomerScreen, lang: Lang, wide: bool) -> String {
    let operator = crate::text::safe::clip(&crate::text::safe::line(&screen.header.operator.0), OPERATOR_MAX);
    let mut touchpoint = words::touchpoint(screen.touchpoint, lang);
    if let Some(began) = screen.header.began.filter(|_| wide && screen.touchpoint == Touchpoint::CallCenter) {
        let since = Message::new(id::SINCE).with("time", suffix::clock_from(began, lang)).say(lang);
        touchpoint = format!("{touchpoint} {since}");
    }
    let role = words::role(&screen.header, lang);
    let clock = date::clock(screen.at);
    if !wide {
        return format!("{touchpoint}  {role} {operator}  {clock}");
    }
    let day = screen.at.day();
    let weekday = Message::new(id::WEEKDAY).with("day", format!("d{}", day.weekday())).say(lang);
    format!("{touchpoint}  {role} {operator}   {} {weekday} {clock}", date::long(day))
}

/// Number, identity number and, where there is room, the mobile number. A customer without a name is named
/// by the number, which then is not said twice.
fn identifiers(header: &Header, lang: Lang, wide: bool) -> Vec<String> {
    let number = header
        .name
        .is_some()
        .then(|| Message::new(id::NUMBER).with("number", header.number.as_str()).say(lang));
    let mobile = header
        .mobile
        .as_ref()
        .filter(|_| wide)
        .map(|mobile| Message::new(id::MOBILE).with("number", mobile.as_str()).say(lang));
    number.into_iter().chain(header.identity.clone()).chain(mobile).collect()
}

fn state(row: &mut Row<'_>, screen: &CustomerScreen, lang: Lang, wide: bool) {
    let header = &screen.header;
    let (verified, consents) = (verified(header, lang, wide), consents(header, lang));
    let columns = row.columns();
    let from = if wide {
        let after = row.put(columns - WIDE_CONSENTS, columns, &consents);
        if let Some(bad) = header.bad_mood {
            row.put(after + 3, columns, &words::mood(bad, lang));
        }
        row.put(columns - WIDE_VERIFIED, columns - WIDE_CONSENTS, &verified);
        columns - WIDE_VERIFIED
    } else {
        let both = if verified.is_empty() { consents } else { format!("{verified}  {consents}") };
        row.right(1, columns, &both)
    };
    row.put(1, from.saturating_sub(1), &relation(screen, lang));
}

/// `A2 Değerli · 11 yıl · Kadıköy Şb`: what is unknown is left out here and listed as missing.
fn relation(screen: &CustomerScreen, lang: Lang) -> String {
    let header = &screen.header;
    let segments = screen.segments.iter().map(|segment| segment.of(lang).to_owned());
    let years = header.years.map(|years| words::years(years, lang));
    let branch = header
        .branch
        .as_ref()
        .map(|branch| Message::new(id::BRANCH).with("branch", branch.as_str()).say(lang));
    segments.chain(years).chain(branch).collect::<Vec<_>>().join(" · ")
}

/// `Kimlik ✓ 2/2`; nothing where nobody has to be verified.
fn verified(header: &Header, lang: Lang, wide: bool) -> String {
    let Some(verified) = words::verified(header) else { return String::new() };
    let mark = match verified {
        Verified::Yes => "✓",
        Verified::No => "✗",
        Verified::Unknown => "?",
    };
    let said = format!("{} {mark}", words::say(id::VERIFIED, lang));
    match header.answered.filter(|_| wide && verified == Verified::Yes) {
        Some((right, asked)) => format!("{said} {right}/{asked}"),
        None => said,
    }
}

/// `İzin Ara✓ SMS✗ E-posta?`.
fn consents(header: &Header, lang: Lang) -> String {
    let each = header
        .consents
        .iter()
        .map(|(channel, allowed)| format!("{}{}", consent(*channel, lang), mark(*allowed)));
    [words::say(id::CONSENT, lang)].into_iter().chain(each).collect::<Vec<_>>().join(" ")
}

fn consent(channel: ConsentChannel, lang: Lang) -> String {
    words::consent(channel, lang)
}

fn mark(allowed: Option<bool>) -> &'static str {
    match allowed {
        Some(true) => "✓",
        Some(false) => "✗",
        None => "?",
    }
}
