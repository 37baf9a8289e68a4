//! Live quotes: what was promised and still holds.

use rust_decimal::{Decimal, prelude::ToPrimitive as _};

use crate::{
    domain::{channel::Touchpoint, quote::Quote, restriction::RestrictionKind},
    request::offers::ServiceLine,
    rules::features::Value,
    text::{
        Lang, Message, Said, date,
        ids::{offer as id, screen},
    },
};

use super::{Candidate, Case, gates::Held, line::sentence};

/// Restrictions as the stops printed in a quote name them.
const STOPS: [(&str, RestrictionKind); 6] = [
    ("fraud", RestrictionKind::Fraud),
    ("hardship", RestrictionKind::Hardship),
    ("bereavement", RestrictionKind::Bereavement),
    ("bad-mood", RestrictionKind::BadMood),
    ("objection", RestrictionKind::Objection),
    ("consent-withdrawn", RestrictionKind::Objection),
];
/// Any alert that closes credit and is newer than the quote.
const NEW_DELINQUENCY: &str = "new-delinquency";

impl<'c> Case<'c> {
    /// The quote of an offer that holds now: in time, not taken, and stopped by none of the new facts that are
    /// printed in it. Of several a firm one, then the one that holds longest.
    pub(super) fn live_quote(&self, offer: &str) -> Option<&'c Quote> {
        let live = self.live_quotes().filter(|quote| quote.offer == offer);
        live.max_by_key(|quote| (quote.firm, quote.until, quote.id))
    }

    fn live_quotes(&self) -> impl Iterator<Item = &'c Quote> {
        let in_time = |quote: &&Quote| quote.made <= self.at && self.at <= quote.until;
        self.facts
            .quotes
            .iter()
            .filter(in_time)
            .filter(|quote| !self.is_stopped(quote) && !self.is_used(quote))
    }

    fn is_used(&self, quote: &Quote) -> bool {
        use crate::domain::outcome::OfferAnswer::{Dropped, Taken};
        let mut outcomes = self.facts.outcomes.iter();
        outcomes.any(|outcome| {
            outcome.offer == quote.offer
                && matches!(outcome.answer, Taken | Dropped)
                && (quote.made..=self.at).contains(&outcome.at)
        })
    }

    fn is_stopped(&self, quote: &Quote) -> bool {
        quote.legal_stops.iter().any(|stop| self.stops(quote, &stop.replace('_', "-")))
    }

    /// Only a fact newer than the quote stops it.
    fn stops(&self, quote: &Quote, stop: &str) -> bool {
        let mut kinds = STOPS.iter().filter(|(name, _)| *name == stop);
        let restricted = kinds.any(|(_, kind)| {
            let mut held = self.facts.restrictions.iter();
            held.any(|held| held.kind == *kind && held.since > quote.made && held.holds(self.at, self.today))
        });
        let mut alerts = self.alerts.iter();
        let alerted = alerts.any(|alert| {
            let named = alert.id == stop || (stop == NEW_DELINQUENCY && alert.blocks_credit);
            named && alert.day.is_some_and(|day| day > quote.made.day())
        });
        restricted || alerted
    }

    /// Firm quotes that stay valid where their offer may not be sold: shown without a sentence to say.
    pub(super) fn quiet(&self, held: &[(Candidate<'_>, Held)]) -> Vec<ServiceLine> {
        let known = held.iter().filter_map(|(candidate, _)| {
            let quote = candidate.quote.filter(|quote| quote.firm)?;
            let features = self.bound(candidate.rule, Some(quote));
            let quoted = &candidate.rule.quoted;
            let text = sentence(quoted.quiet.as_ref(), &features);
            let name = self.name(candidate.rule, Some(quote));
            let why = sentence(quoted.why.as_ref(), &features);
            Some(ServiceLine { text: text.unwrap_or_else(|| quietly(quote, name)), why, say: None })
        });
        let gone = |quote: &&Quote| !self.book.offers.iter().any(|rule| rule.id == quote.offer);
        let unknown = self.live_quotes().filter(|quote| quote.firm).filter(gone).map(|quote| {
            let name = Said { tr: quote.offer.clone(), en: quote.offer.clone() };
            ServiceLine { text: quietly(quote, name), why: None, say: None }
        });
        known.chain(unknown).collect()
    }
}

fn quietly(quote: &Quote, name: Said) -> Said {
    Message::new(id::QUOTE_QUIET)
        .with("offer", name)
        .with("place", place(quote.made_on))
        .with("made", date::short(quote.made.day()))
        .with("until", date::short(quote.until.day()))
        .said()
}

fn place(touchpoint: Touchpoint) -> Said {
    let message = match touchpoint {
        Touchpoint::CallCenter => screen::TOUCHPOINT_CALL_CENTER,
        Touchpoint::Branch => screen::TOUCHPOINT_BRANCH,
        Touchpoint::Ivr => screen::TOUCHPOINT_IVR,
        Touchpoint::Digital => screen::TOUCHPOINT_DIGITAL,
    };
    Message::new(message).said()
}

/// What the sentences of an offer may say of its quote.
pub(super) fn features(quote: &Quote) -> Vec<(&'static str, Value)> {
    let (code, kind) =
        if quote.firm { ("firm", id::QUOTE_FIRM) } else { ("invitation", id::QUOTE_INVITATION) };
    let place = place(quote.made_on);
    let mut features = vec![
        ("quote.day", Value::Day(quote.made.day())),
        ("quote.kind", Value::Named(code.to_owned(), Message::new(kind).said())),
        ("quote.made_on", Value::Named(place.of(Lang::En).to_owned(), place)),
        ("quote.until", Value::Day(quote.until.day())),
    ];
    features.extend(rate(&quote.terms).map(|rate| ("quote.rate", Value::Whole(rate))));
    features
}

/// The first number of the terms, in basis points.
fn rate(terms: &str) -> Option<i64> {
    let start = terms.find(|c: char| c.is_ascii_digit())?;
    let number = terms.get(start..)?;
    let end = number.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(number.len());
    let rate = Decimal::from_str_exact(number.get(..end)?.trim_end_matches('.')).ok()?;
    rate.checked_mul(Decimal::from(100))?.to_i64()
}

#[cfg(test)]
mod tests {
    use super::rate;

    #[test]
    fn rates_by_table() {
        for (terms, points) in [
            ("43.00", Some(4_300)),
            ("43", Some(4_300)),
            ("rate=43.5;days=32", Some(4_350)),
            ("%41.", Some(4_100)),
            ("", None),
            ("kesin", None),
        ] {
            assert_eq!(rate(terms), points, "{terms}");
        }
    }
}
