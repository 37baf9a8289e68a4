//! Words for scores, cheques, insurances, life events, restrictions, statement rows, quotes and outcomes.

use crate::{
    domain::{
        AccountId, CustomerFacts, QuoteId, StatementId,
        channel::{Channel, Touchpoint},
        cheque::BouncedCheque,
        holding::Holding,
        insurance::Insurance,
        life_event::{KnownFrom, LifeEvent, LifeEventKind},
        outcome::{OfferAnswer, Outcome},
        profile::{LifetimeValue, Profile},
        published::Published,
        quote::Quote,
        restriction::{Restriction, RestrictionKind},
        statement::StatementRow,
    },
    time::{Day, Moment},
};

use super::{NO, day, money};

/// A moment, or nine in the morning of a day.
fn moment(text: &str) -> Moment {
    Moment::parse_rfc3339(text)
        .unwrap_or_else(|| Moment::parse_rfc3339(&format!("{text}T09:00:00+03:00")).unwrap())
}

/// The number of the one after so many.
fn next(before: usize) -> u64 {
    u64::try_from(before).unwrap() + 1
}

/// A word of an enum as JSON writes it.
fn named<T: serde::de::DeserializeOwned>(word: &str) -> T {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).unwrap()
}

fn profile(facts: &mut CustomerFacts) -> &mut Profile {
    facts.profile.get_or_insert_with(|| Profile {
        customer: NO,
        as_of: day("2026-11-24").unwrap(),
        value_segment: None,
        behaviour_segment: None,
        lifetime: None,
        churn_permille: Vec::new(),
        churn_reason: None,
        profit_this_year: None,
        profit_last_year: None,
    })
}

fn row(facts: &mut CustomerFacts, on: &str, minor: i64, words: &[&str], payee: Option<&str>) {
    let account = facts.accounts.first_mut().expect("an account stands before its rows");
    account.latest.push(StatementRow {
        id: StatementId(next(account.latest.len())),
        account: AccountId(1),
        day: day(on).unwrap(),
        minute: None,
        minor,
        balance: None,
        operation: None,
        text: Some(words.join(" ")),
        counterparty: payee.map(str::to_owned),
    });
}

/// Adds a fact; false if the words are none of these.
pub(super) fn add(facts: &mut CustomerFacts, words: &[&str]) -> bool {
    match words {
        ["cheque", amount, bounced, settled] => facts.cheques.push(BouncedCheque {
            customer: NO,
            number: 7_740 + next(facts.cheques.len()),
            amount: money(amount).unwrap(),
            bounced: day(bounced).unwrap(),
            settled: day(settled),
        }),
        ["churn", permille @ ..] => {
            profile(facts).churn_permille = permille.iter().map(|word| word.parse().unwrap()).collect();
        }
        ["scored", on] => profile(facts).as_of = day(on).unwrap(),
        ["segment", value, behaviour] => {
            profile(facts).value_segment = Some((*value).to_owned());
            profile(facts).behaviour_segment = Some((*behaviour).to_owned());
        }
        ["worth", worth, rises] => {
            profile(facts).lifetime = Some(LifetimeValue {
                curve: Vec::new(),
                worth: money(worth).unwrap(),
                break_even_month: None,
                rising: *rises == "rising",
            });
        }
        ["fund", value] => facts.holdings.push(Holding {
            customer: NO,
            code: "PPF".to_owned(),
            units: 1.into(),
            value: money(value),
            as_of: None,
        }),
        _ => return add_dated(facts, words),
    }
    true
}

fn add_dated(facts: &mut CustomerFacts, words: &[&str]) -> bool {
    match words {
        ["insurance", product, begins, ends, sold_at, price] => facts.insurances.push(Insurance {
            number: next(facts.insurances.len()),
            customer: NO,
            product: (*product).to_owned(),
            begins: day(begins).unwrap(),
            ends: day(ends).unwrap(),
            sold_at: (*sold_at != "-").then(|| (*sold_at).to_owned()),
            price_fixed_until: day(price),
        }),
        ["life", kind, on] => life(facts, kind, on, "2026-04-01"),
        ["life", kind, on, recorded] => life(facts, kind, on, recorded),
        ["restriction", kind, since, until] => facts.restrictions.push(Restriction {
            customer: NO,
            kind: named::<RestrictionKind>(kind),
            since: moment(since),
            until: day(until),
            evidence: "test".to_owned(),
        }),
        ["bill", payee, on, words @ ..] => row(facts, on, -25_000, words, Some(payee)),
        ["salary", amount, on] => row(facts, on, amount.parse().unwrap(), &["MAAŞ", "ödemesi"], None),
        ["promise", at] => {
            facts.complaints.last_mut().unwrap().promise = Some(moment(at));
        }
        ["owner", unit @ ..] => facts.complaints.last_mut().unwrap().owner = Some(unit.join(" ")),
        ["quote", offer, terms, kind, made, until, stops @ ..] => facts.quotes.push(Quote {
            id: QuoteId(next(facts.quotes.len()).into()),
            customer: NO,
            offer: (*offer).to_owned(),
            terms: (*terms).to_owned(),
            firm: *kind == "firm",
            made: moment(made),
            until: moment(until),
            made_on: Touchpoint::Ivr,
            legal_stops: stops.iter().map(|stop| (*stop).to_owned()).collect(),
            published: Published { policy: "p".to_owned(), model: 0 },
        }),
        ["outcome", offer, answer, at] => outcome(facts, offer, named(answer), at),
        ["outcome", offer, "later", until, at] => {
            outcome(facts, offer, OfferAnswer::Later(day(until).unwrap()), at);
        }
        _ => return false,
    }
    true
}

fn life(facts: &mut CustomerFacts, kind: &str, on: &str, recorded: &str) {
    facts.life_events.push(LifeEvent {
        customer: NO,
        kind: named::<LifeEventKind>(kind),
        on: day(on).unwrap(),
        known_from: KnownFrom::Customer,
        recorded: Day::parse_iso(recorded).unwrap(),
    });
}

fn outcome(facts: &mut CustomerFacts, offer: &str, answer: OfferAnswer, at: &str) {
    facts.outcomes.push(Outcome {
        customer: NO,
        offer: offer.to_owned(),
        channel: Channel::CallCenter,
        at: moment(at),
        answer,
    });
}
