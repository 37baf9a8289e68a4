//! Finds customers by what was typed: a number of any kind, or a name.
//!
//! A number is hashed and looked up, and the records of whom it names are asked before anybody is shown; a
//! name is looked for in the directory.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    ServiceError,
    directory::{
        Directory,
        aliases::{self, Alias, AliasKind},
    },
    header, records, segments,
};
use crate::{
    domain::{
        CustomerNo, FactKind,
        identity::{Iban, IdentityKind, IdentityNo, Phone},
        profile::Profile,
    },
    pack::Pack,
    request::{
        find::{BETWEEN_DIGITS, Found, HITS_MAX, Hit, Matched},
        mask,
    },
    search::{Index, Query, TYPED_CHARS_MAX},
    store::{Store, tables},
    time::Day,
};

/// The score of who is named by a whole number.
const WHOLE_SCORE: u32 = 10_000;
/// The score of who is named by a part of one.
const PART_SCORE: u32 = 5_000;
/// Digits by which people name a card or a customer.
const LAST_DIGITS: usize = 4;

/// What was typed, told apart.
enum Typed {
    /// Nothing that could be anybody's.
    Nothing,
    Iban(Iban),
    /// A number of any kind, with what stood between its digits.
    Number {
        digits: String,
    },
    Name(Query),
}

/// Who is found and how many there are, best first, masked.
pub(super) fn find(
    store: &dyn Store,
    directory: &Directory,
    text: &str,
    limit: usize,
) -> Result<Found, ServiceError> {
    let limit = limit.min(HITS_MAX);
    let mut named = Vec::new();
    let typed = read(text);
    for (alias, matched) in by_alias(&typed, text) {
        named.extend(aliases::customers(store, &alias)?.into_iter().map(|no| (no, matched)));
    }
    directory.read(store, |index| match &typed {
        Typed::Nothing => Found { customers: index.len(), ..Found::default() },
        Typed::Name(query) => by_name(index, query, limit),
        Typed::Iban(_) => shown(index, named, 0, limit),
        Typed::Number { digits } => by_number(index, digits, named, limit),
    })
}

/// Names the value segment of each hit that was scored, as the pack calls it.
pub(super) fn name_segments(
    store: &dyn Store,
    found: &mut Found,
    pack: &Pack,
    today: Day,
) -> Result<(), ServiceError> {
    for hit in &mut found.hits {
        let place = tables::fact(hit.customer, FactKind::Profile, &[]);
        let profile = records::get::<Profile>(store, &place)?;
        hit.segment = profile.and_then(|(_, profile)| segments::value(&profile, pack, today));
    }
    Ok(())
}

/// A trace names a person by the folded name, and of a number the last four digits only.
pub(super) fn traced(text: &str) -> String {
    let end = |digits: &str| {
        let from = digits.len().saturating_sub(LAST_DIGITS);
        format!("****{}", digits.get(from..).unwrap_or_default())
    };
    match read(text) {
        Typed::Nothing => String::new(),
        Typed::Iban(iban) => end(iban.packed()),
        Typed::Number { digits } => end(&digits),
        Typed::Name(query) => query.folded(),
    }
}

fn read(text: &str) -> Typed {
    let text = text.trim();
    if text.chars().nth(TYPED_CHARS_MAX).is_some() {
        return Typed::Nothing;
    }
    if let Ok(iban) = Iban::try_new(text) {
        return Typed::Iban(iban);
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if !digits.is_empty() && text.chars().all(|c| c.is_ascii_digit() || BETWEEN_DIGITS.contains(&c)) {
        return Typed::Number { digits };
    }
    let query = Query::new(text);
    if query.is_empty() { Typed::Nothing } else { Typed::Name(query) }
}

/// What a number may be besides a customer's, the surest first.
fn by_alias(typed: &Typed, text: &str) -> Vec<(Alias, Matched)> {
    let alias = |kind, text: &str| Alias { kind, text: text.to_owned() };
    let mut found = Vec::new();
    match typed {
        Typed::Iban(iban) => found.push((alias(AliasKind::Iban, iban.packed()), Matched::Iban)),
        Typed::Number { digits } => {
            let kinds = [IdentityKind::Tckn, IdentityKind::Ykn, IdentityKind::Vkn];
            if kinds.into_iter().any(|kind| IdentityNo::try_new(kind, digits).is_ok()) {
                found.push((alias(AliasKind::Identity, digits), Matched::Identity));
            }
            if let Ok(phone) = Phone::try_new(&text.trim().replace(['/', '*', '\u{a0}'], "")) {
                found.push((alias(AliasKind::Phone, phone.e164()), Matched::Phone));
            }
            if digits.len() == LAST_DIGITS {
                found.push((alias(AliasKind::Card, digits), Matched::Card));
            }
        }
        Typed::Nothing | Typed::Name(_) => {}
    }
    found
}

fn by_name(index: &Index, query: &Query, limit: usize) -> Found {
    let matches = index.find(query, limit);
    let hits = matches.best.iter().filter_map(|hit| self::hit(index, hit.no, Matched::Name, hit.score));
    let mut hits: Vec<Hit> = hits.collect();
    tell_apart(&mut hits);
    Found { total: matches.total, customers: index.len(), hits }
}

/// More digits of the numbers of hits that would read the same, as many as tell them apart.
fn tell_apart(hits: &mut [Hit]) {
    let mut alike: BTreeMap<(Option<String>, String), Vec<&mut Hit>> = BTreeMap::new();
    for hit in hits {
        alike.entry((hit.name.clone(), hit.number.clone())).or_default().push(hit);
    }
    for mut group in alike.into_values().filter(|group| group.len() > 1) {
        for more in 1..=DIGITS_MAX {
            let numbers = group.iter().map(|hit| mask::customer_widened(hit.customer, more));
            let numbers: Vec<String> = numbers.collect();
            let different: BTreeSet<&String> = numbers.iter().collect();
            if different.len() == group.len() {
                group.iter_mut().zip(numbers).for_each(|(hit, number)| hit.number = number);
                break;
            }
        }
    }
}

/// The digits of the longest number.
const DIGITS_MAX: usize = 20;

/// Who has exactly this number, then whom a whole number names otherwise, then whose number ends or begins with it;
/// then whose card ends with it: those keep room below however many numbers begin so.
fn by_number(index: &Index, digits: &str, named: Vec<(CustomerNo, Matched)>, limit: usize) -> Found {
    let mut all: Vec<(CustomerNo, Matched)> = Vec::new();
    if let Some(no) = digits.parse().ok().map(CustomerNo).filter(|no| index.person(*no).is_some()) {
        all.push((no, Matched::CustomerNo));
    }
    let (cards, named): (Vec<_>, Vec<_>) =
        named.into_iter().partition(|(_, matched)| *matched == Matched::Card);
    all.extend(named);
    let (_, ending) = index.numbers_ending(digits, usize::MAX);
    all.extend(ending.into_iter().map(|no| (no, Matched::NumberEnd)));
    let (beginning, first) = index.numbers_from(digits, limit - cards.len().min(limit / 2));
    let taken = u64::try_from(first.len()).unwrap_or(u64::MAX);
    all.extend(first.into_iter().map(|no| (no, Matched::CustomerNo)));
    all.extend(cards);
    shown(index, all, beginning.saturating_sub(taken), limit)
}

/// Each customer once, for what was named first; `more` are not listed.
fn shown(index: &Index, all: Vec<(CustomerNo, Matched)>, more: u64, limit: usize) -> Found {
    let mut seen = BTreeSet::new();
    let once: Vec<_> = all.into_iter().filter(|(no, _)| seen.insert(*no)).collect();
    let hits = once.iter().filter_map(|(no, matched)| {
        let score = match matched {
            Matched::NumberEnd | Matched::Card => PART_SCORE,
            Matched::CustomerNo if seen.len() > 1 && once.first() != Some(&(*no, *matched)) => PART_SCORE,
            Matched::CustomerNo | Matched::Identity | Matched::Phone | Matched::Iban | Matched::Name => {
                WHOLE_SCORE
            }
        };
        hit(index, *no, *matched, score)
    });
    let mut hits: Vec<Hit> = hits.take(limit).collect();
    tell_apart(&mut hits);
    let total = u64::try_from(once.len()).unwrap_or(u64::MAX).saturating_add(more);
    Found { total, customers: index.len(), hits }
}

fn hit(index: &Index, no: CustomerNo, matched_on: Matched, score: u32) -> Option<Hit> {
    let person = index.person(no)?;
    Some(Hit {
        customer: no,
        number: mask::customer(no),
        kind: person.kind,
        name: person.name.map(|name| header::capitals(&mask::name(&name, person.kind))),
        branch: person.branch,
        year: person.year,
        segment: None,
        matched_on,
        score,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{CardId, Fact, RequestKey, card::Card},
        service::{
            commit::{Intent, commit},
            fixtures::customer_of,
        },
        store::memory::MemoryStore,
    };

    /// Numbers by which hits are told apart: four digits, more only where two hits would read the same.
    #[test]
    fn namesakes_whose_numbers_end_alike_show_more_digits() {
        let table: [(&[u64], &[&str]); 4] = [
            (&[10_014_017], &["****4017"]),
            (&[10_014_017, 10_024_018], &["****4017", "****4018"]),
            (&[10_014_017, 10_024_017], &["***14017", "***24017"]),
            (&[4_017, 10_014_017, 20_014_017, 30_014_018], &["4017", "10014017", "20014017", "****4018"]),
        ];
        for (people, numbers) in table {
            let store = MemoryStore::new();
            let mut intent = Intent::new(RequestKey(1), &1_u8, &()).unwrap();
            intent.facts = people.iter().map(|no| customer_of("bank", *no, "Deniz")).collect();
            commit(&store, intent).unwrap();
            let found = find(&store, &Directory::new(), "deniz", 10).unwrap();
            let mut shown: Vec<(u64, String)> =
                found.hits.into_iter().map(|hit| (hit.customer.0, hit.number)).collect();
            shown.sort();
            let shown: Vec<&str> = shown.iter().map(|(_, number)| number.as_str()).collect();
            assert_eq!(shown, numbers);
        }
    }

    /// A customer's number comes before a card with the same end, and each hit says by what it was found.
    #[test]
    fn numbers_of_customers_come_before_cards() {
        let store = MemoryStore::new();
        let card = |id, owner| {
            Fact::Card(Card {
                id: CardId(id),
                customer: CustomerNo(owner),
                account: None,
                kind: None,
                product: "Kart".to_owned(),
                first6: None,
                last4: Some("4017".to_owned()),
                limit: None,
                debt: None,
                minimum_due: None,
                due: None,
                paid: None,
                issued: None,
                as_of: None,
            })
        };
        let mut intent = Intent::new(RequestKey(1), &1_u8, &()).unwrap();
        let people = [10_005_096, 10_008_100, 10_014_017, 40_170_000, 40_170_001, 40_170_002];
        intent.facts = people.into_iter().map(|no| customer_of("bank", no, "Deniz")).collect();
        intent.facts.extend([card(1, 10_005_096), card(2, 10_008_100)]);
        commit(&store, intent).unwrap();
        let hits = |limit| -> Vec<(u64, Matched)> {
            let found = find(&store, &Directory::new(), "4017", limit).unwrap();
            assert_eq!(found.total, 6);
            found.hits.into_iter().map(|hit| (hit.customer.0, hit.matched_on)).collect()
        };
        let (end, beginning, card) = (Matched::NumberEnd, Matched::CustomerNo, Matched::Card);
        assert_eq!(
            hits(10),
            [
                (10_014_017, end),
                (40_170_000, beginning),
                (40_170_001, beginning),
                (40_170_002, beginning),
                (10_005_096, card),
                (10_008_100, card),
            ]
        );
        // however many numbers begin so, cards have rows
        assert_eq!(
            hits(4),
            [(10_014_017, end), (40_170_000, beginning), (40_170_001, beginning), (10_005_096, card)]
        );
    }
}
