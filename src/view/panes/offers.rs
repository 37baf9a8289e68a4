//! The offers pane: the best of the candidates, what holds the rest, and the reason and the sentence of the
//! selected one. While sales are closed, service stands in their place.

use ratatui::buffer::Buffer;

use super::{
    offers_told::{LABEL, Told, column},
    parts_within, row,
};
use crate::{
    app::offers_shown,
    request::{
        CustomerScreen,
        offers::{Entry, OfferLine, Offers},
        screen::Shown,
    },
    text::{
        Lang, Message, Said,
        ids::{offer as quote, screen as id},
    },
    view::{
        MARKER, Marked,
        layout::Place,
        paint::{Row, width},
        words,
    },
};

/// Columns of the 80x24 drawing.
const MARK: u16 = 1;
const RANK: u16 = 2;
const NAME: u16 = 5;
const TERMS: u16 = 39;
const ACCEPT_CELLS: u16 = 12;
/// Columns of the 132x43 drawing.
const WIDE_TERMS: u16 = 35;
const WIDE_ACCEPT: u16 = 55;
const WIDE_WHY: u16 = 67;
const WIDE_NOTE: u16 = 77;
/// From this many rows on the first stays empty, as drawn.
const ROOMY_ROWS: u16 = 8;

/// How many rows it wants on a screen of this width with this offer selected, and how many it needs at least where
/// somebody looks at it: the offer, its reason and its sentence.
pub(in crate::view) fn rows(
    screen: &CustomerScreen,
    lang: Lang,
    (width, selected): (u16, usize),
) -> (u16, u16) {
    let Shown::Known(offers) = &screen.offers else { return (1, 1) };
    let place = Place { left: 0, right: width, top: 0, rows: 0, wide: false };
    let all = entries(offers);
    let told = Told::of(offers, selected.min(all.saturating_sub(1)), place, lang);
    let listed = row(all.clamp(1, offers_shown(false)));
    let needed = row(1 + told.why.len().min(1) + told.say.len());
    (listed.saturating_add(told.rows().max(2)), needed.max(3))
}

/// How many entries can be selected.
fn entries(offers: &Offers) -> usize {
    offers.entries().count()
}

/// Draws it; gives the cell of the selection.
pub(in crate::view) fn draw(
    buffer: &mut Buffer,
    place: Place,
    screen: &CustomerScreen,
    (marked, offer): (Marked<'_>, usize),
) -> Option<(u16, u16)> {
    let lang = marked.lang;
    let Shown::Known(offers) = &screen.offers else {
        title(&mut Row::at(buffer, place.top), place, None, marked);
        let message = if screen.offers == Shown::Hidden { id::OFFERS_HIDDEN } else { id::OFFERS_UNKNOWN };
        if place.rows > 0 {
            Row::at(buffer, place.top + 1).put(NAME, place.right, &words::say(message, lang));
        }
        return None;
    };
    let lead = u16::from(place.rows >= ROOMY_ROWS);
    let first = place.top + 1 + lead;
    let all = entries(offers);
    let wanted = marked.at.unwrap_or(offer).min(all.saturating_sub(1));
    let telling = Told::of(offers, wanted, place, lang);
    let told = told_rows(place, lead, &telling);
    let free = place.rows.saturating_sub(lead).saturating_sub(told);
    let best = offers_shown(place.wide);
    // a rest that is not shown is counted in the title
    let room = best.min(usize::from(free));
    let start = (wanted + 1).saturating_sub(room);
    let shown = start..all.min(start + room);
    let window = || offers.entries().enumerate().skip(shown.start).take(shown.len());
    let best = window().filter(|(_, entry)| matches!(entry, Entry::Offer(_))).count();
    title(&mut Row::at(buffer, place.top), place, Some((offers, best)), marked);
    if all == 0 && free > 0 {
        Row::at(buffer, first).put(NAME, place.right, &words::say(id::OFFERS_NONE, lang));
        return None;
    }
    let moved = if place.wide { moved_left(place, window().map(|(_, entry)| entry), lang) } else { 0 };
    for (index, entry) in window() {
        let mut line = Row::at(buffer, first + row(index - shown.start));
        match entry {
            Entry::Offer(offer) => offer_line(&mut line, place, offer, (lang, moved)),
            Entry::Service(service) => {
                line.put(NAME, place.right.saturating_sub(1), service.text.of(lang));
            }
        }
    }
    let selected = wanted;
    tell(buffer, place, &telling.within(told, marked.at.is_some()), (told, lang));
    let y = first + row(selected.checked_sub(shown.start)?);
    let visible = marked.at.is_some() && shown.contains(&selected);
    visible.then(|| {
        Row::at(buffer, y).put(MARK, RANK, MARKER);
        (MARK, y)
    })
}

/// Rows for the reason and the sentence below the offers; inline reasons leave one for the sentence.
fn told_rows(place: Place, lead: u16, told: &Told) -> u16 {
    let wanted = if place.wide { 1 + lead } else { told.rows().max(2) };
    wanted.min(place.rows.saturating_sub(lead).saturating_sub(1))
}

/// `TEKLİFLER  7 adaydan en iyi 3 · 2 kredi elendi: takipteki çek`.
fn title(row: &mut Row<'_>, place: Place, offers: Option<(&Offers, usize)>, marked: Marked<'_>) {
    let Marked { lang, keys, .. } = marked;
    // the wide drawing ends this title at the edge
    let end = place.right.saturating_sub(u16::from(!place.wide));
    let tag = row.right(place.left + 1, end, keys);
    let after = row.bold(place.left + 1, end, &words::say(id::OFFERS, lang)) + 2;
    let Some((offers, shown)) = offers else { return };
    let end = tag.saturating_sub(1);
    let fits = |note: &&Said| place.wide && WIDE_NOTE + width(note.of(lang)) <= end;
    let note = offers.note_more.as_ref().filter(fits).or(offers.note.as_ref());
    let note = note.map(|note| note.of(lang));
    let best = (!offers.lines.is_empty()).then(|| {
        Message::new(id::OFFERS_BEST).with("candidates", offers.candidates).with("shown", shown).say(lang)
    });
    match (best, note) {
        (Some(best), Some(note)) if place.wide && after + width(&best) < WIDE_NOTE => {
            let after = row.put(after, end, &best);
            row.put(WIDE_NOTE.min(end.saturating_sub(width(note))).max(after + 3), end, note);
        }
        (best, note) => {
            let parts: Vec<&str> = best.as_deref().into_iter().chain(note).collect();
            row.put(after, end, &parts.join(" · "));
        }
    }
}

/// How far acceptance and reasons stand left of where they are drawn, so that the longest reason fits beside the
/// longest terms.
fn moved_left<'o>(place: Place, shown: impl Iterator<Item = Entry<'o>>, lang: Lang) -> u16 {
    let room = WIDE_ACCEPT - 1 - WIDE_TERMS;
    let offers: Vec<&OfferLine> = shown
        .filter_map(|entry| match entry {
            Entry::Offer(offer) => Some(offer),
            Entry::Service(_) => None,
        })
        .collect();
    let terms =
        offers.iter().map(|offer| width(&terms(offer, room, lang)).min(room)).max().unwrap_or_default();
    let reason = offers.iter().map(|offer| width(reason(offer).of(lang))).max().unwrap_or_default();
    reason.saturating_sub(place.right.saturating_sub(WIDE_WHY)).min(room - terms)
}

/// The reason as a wide screen tells it.
fn reason(offer: &OfferLine) -> &Said {
    offer.more.as_ref().unwrap_or(&offer.why)
}

fn offer_line(row: &mut Row<'_>, place: Place, offer: &OfferLine, (lang, moved): (Lang, u16)) {
    let end = place.right.saturating_sub(1);
    let accept = Message::new(id::OFFER_ACCEPT)
        .with("percent", i64::from((offer.propensity_permille + 5) / 10))
        .say(lang);
    row.put(RANK, NAME, &offer.rank.to_string());
    if place.wide {
        row.put(NAME, WIDE_TERMS - 1, offer.name.of(lang));
        row.put(WIDE_TERMS, WIDE_ACCEPT - 1, &terms(offer, WIDE_ACCEPT - 1 - WIDE_TERMS, lang));
        row.put(WIDE_ACCEPT - moved, WIDE_WHY - moved - 1, &accept);
        let from = WIDE_WHY - moved;
        row.put(from, place.right, parts_within(reason(offer).of(lang), place.right.saturating_sub(from)));
        return;
    }
    let accept_at = row.right(end.saturating_sub(ACCEPT_CELLS).max(NAME), end, &accept);
    let terms_at = TERMS.min(place.right / 2);
    let after = row.put(NAME, terms_at.saturating_sub(1).min(accept_at), offer.name.of(lang));
    let terms_at = terms_at.max(after + 1);
    let cells = accept_at.saturating_sub(terms_at).saturating_sub(1);
    row.put(terms_at, accept_at.saturating_sub(1), &terms(offer, cells, lang));
}

/// The terms, as much as fits; that a quote is firm is said before its day.
fn terms(offer: &OfferLine, cells: u16, lang: Lang) -> String {
    let all = offer.terms.of(lang);
    let kept = fitting(all, cells);
    let firm = words::say(quote::QUOTE_FIRM, lang);
    let with = format!("{kept}, {firm}");
    let lost = kept != all && offer.quote.as_ref().is_some_and(|quote| quote.firm) && !kept.contains(&firm);
    if lost && width(&with) <= cells { with } else { kept.to_owned() }
}

/// As many of the parts between commas as fit; the first one always.
fn fitting(text: &str, cells: u16) -> &str {
    let mut kept = text;
    while width(kept) > cells
        && let Some((shorter, _)) = kept.rsplit_once(", ")
    {
        kept = shorter;
    }
    kept
}

/// The reason and the sentence, in the last rows of the pane.
fn tell(buffer: &mut Buffer, place: Place, told: &Told, (rows, lang): (u16, Lang)) {
    let end = place.top + place.rows + 1;
    let first = end.saturating_sub(rows);
    let below = if told.why.is_empty() { first } else { end.saturating_sub(row(told.say.len())) };
    for (y, label, lines) in [(first, id::OFFER_WHY, &told.why), (below, id::OFFER_SAY, &told.say)] {
        if !lines.is_empty() {
            Row::at(buffer, y).put(LABEL, place.right, &words::say(label.clone(), lang));
        }
        for (y, text) in (y..end).zip(lines) {
            Row::at(buffer, y).put(column(label.clone(), lang), place.right, text);
        }
    }
}
