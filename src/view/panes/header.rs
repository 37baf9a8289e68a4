//! Rows 1 and 2: who it is, who asks, what may be said.

use ratatui::buffer::Buffer;

use crate::{
    domain::{channel::Touchpoint, consent::ConsentChannel},
    request::{CustomerScreen, screen::Header},
    text::{Lang, Message, date, ids::screen as id, safe, suffix},
    view::{
        paint::{Row, width},
        words::{self, Verified},
    },
};

/// A name keeps at least this many cells, whatever stands after it; a longer one is cut.
const NAME_KEPT: u16 = 22;
/// A long name keeps so many where only hidden digits have to give way for it.
const LONG_NAME_KEPT: u16 = 40;
/// Hidden digits that an identity number keeps where there is no room for a star for each.
const STARS_MIN: usize = 4;
/// The operator's name takes at most this many cells.
const OPERATOR_MAX: usize = 12;
/// Where verification and consents begin on a wide screen, counted from its right edge.
const WIDE_VERIFIED: u16 = 58;
const WIDE_CONSENTS: u16 = 42;

/// Draws both rows.
pub(in crate::view) fn draw(buffer: &mut Buffer, screen: &CustomerScreen, lang: Lang, wide: bool) {
    let number = who(&mut Row::at(buffer, 0), screen, lang, wide);
    state(&mut Row::at(buffer, 1), screen, (lang, wide), number);
}

/// Row 1; gives the customer's number where it has no room beside the name.
fn who(row: &mut Row<'_>, screen: &CustomerScreen, lang: Lang, wide: bool) -> Option<String> {
    let gap = if wide { 3 } else { 2 };
    let columns = row.columns();
    let right = columns.saturating_sub(u16::from(!wide));
    let header = &screen.header;
    let name = words::name(header, screen.customer.0, lang);
    let needed = |rest: &[String]| rest.iter().map(|text| width(text).saturating_add(gap)).sum::<u16>();
    let fits = |(desk, rest): &(String, Vec<String>), kept: u16| {
        let kept = 1 + width(&name).min(kept);
        let before = if desk.is_empty() { columns } else { right.saturating_sub(width(desk) + 1) };
        kept.saturating_add(needed(rest)) <= before
    };
    // hidden digits give way to a longer name than what tells who asks does
    let whole = desk(screen, lang, wide);
    let less = sacrificed(screen, lang, wide);
    let unshortened = less.iter().find(|tried| tried.0 == whole && fits(tried, LONG_NAME_KEPT));
    let kept = unshortened.or_else(|| less.iter().find(|tried| fits(tried, NAME_KEPT)));
    let (desk, rest) = kept.cloned().unwrap_or_default();
    let number = header.name.is_some().then(|| numbered(header, lang)).filter(|_| rest.is_empty());
    let end = if desk.is_empty() { columns } else { row.right(1, right, &desk).saturating_sub(1) };
    let mut column = row.bold(1, end.saturating_sub(needed(&rest)), &name);
    for text in rest {
        column = row.put(column + gap, end, &text);
    }
    number
}

/// What stands right of the name, and the identifiers after it, with less and less: first the mobile number gives way,
/// then hidden digits but for a few, then touchpoint and operator, the identity number, the time, and last the
/// customer's number.
fn sacrificed(screen: &CustomerScreen, lang: Lang, wide: bool) -> Vec<(String, Vec<String>)> {
    let number = usize::from(screen.header.name.is_some());
    let mut rest = identifiers(&screen.header, lang, wide);
    let mut fewer = vec![rest.clone()];
    rest.truncate(number + 1);
    fewer.push(rest.clone());
    if let Some(identity) = rest.get_mut(number) {
        *identity = identity.replacen('*', "", stars(identity).saturating_sub(STARS_MIN));
    }
    fewer.push(rest.clone());
    let (desk, clock) = (desk(screen, lang, wide), date::clock(screen.at));
    let numbered: Vec<String> = rest.iter().take(number).cloned().collect();
    let less = [
        (operator(screen, lang), rest.clone()),
        (clock.clone(), rest),
        (clock, numbered.clone()),
        (String::new(), numbered),
        (String::new(), Vec::new()),
    ];
    fewer.into_iter().map(|texts| (desk.clone(), texts)).chain(less).collect()
}

/// How many hidden digits an identity number shows.
fn stars(identity: &str) -> usize {
    identity.matches('*').count()
}

/// Operator and time.
fn operator(screen: &CustomerScreen, lang: Lang) -> String {
    format!("{}  {}", by(screen, lang), date::clock(screen.at))
}

/// `MT 0412`.
fn by(screen: &CustomerScreen, lang: Lang) -> String {
    let operator = safe::clip(&safe::line(&screen.header.operator.0), OPERATOR_MAX);
    format!("{} {operator}", words::role(&screen.header, lang))
}

/// Touchpoint, operator and time.
fn desk(screen: &CustomerScreen, lang: Lang, wide: bool) -> String {
    let mut touchpoint = words::touchpoint(screen.touchpoint, lang);
    if let Some(began) = screen.header.began.filter(|_| wide && screen.touchpoint == Touchpoint::CallCenter) {
        let since = Message::new(id::SINCE).with("time", suffix::clock_from(began, lang)).say(lang);
        touchpoint = format!("{touchpoint} {since}");
    }
    // a teller's place and name are one word group: `Şube Gişe 0412`
    let gap = if screen.touchpoint == Touchpoint::Branch { " " } else { "  " };
    let by = by(screen, lang);
    let clock = date::clock(screen.at);
    if !wide {
        return format!("{touchpoint}{gap}{by}  {clock}");
    }
    let day = screen.at.day();
    let weekday = Message::new(id::WEEKDAY).with("day", format!("d{}", day.weekday())).say(lang);
    format!("{touchpoint}{gap}{by}   {} {weekday} {clock}", date::long(day))
}

/// Number, identity number and, where there is room, the mobile number. A customer without a name is named
/// by the number, which then is not said twice.
fn identifiers(header: &Header, lang: Lang, wide: bool) -> Vec<String> {
    let number = header.name.is_some().then(|| numbered(header, lang));
    let mobile = header
        .mobile
        .as_ref()
        .filter(|_| wide)
        .map(|mobile| Message::new(id::MOBILE).with("number", mobile.as_str()).say(lang));
    number.into_iter().chain(header.identity.clone()).chain(mobile).collect()
}

/// `No ****4017`.
fn numbered(header: &Header, lang: Lang) -> String {
    Message::new(id::NUMBER).with("number", header.number.as_str()).say(lang)
}

/// Row 2; on a very narrow screen it begins with the number.
fn state(row: &mut Row<'_>, screen: &CustomerScreen, (lang, wide): (Lang, bool), number: Option<String>) {
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
        row.right(number.as_ref().map_or(1, |number| width(number) + 2), columns, &both)
    };
    row.put(1, from.saturating_sub(1), &number.unwrap_or_else(|| relation(screen, lang)));
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
