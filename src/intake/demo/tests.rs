//! The demo bank as facts, before any store: a sample of places for what holds for everybody, and the
//! stories one by one.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a test looks for the few kinds of facts that it is about"
)]

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::*;
use crate::{
    domain::{
        AccountId,
        account::Account,
        complaint::Complaint,
        contact::ContactKind,
        fact::About,
        identity::{Email, Phone},
    },
    money::Currency,
    text::safe,
};

const DAY: &str = "2026-11-24";

fn bank(customers: u64, seed: u64, day: &str) -> DemoBank {
    let today = Day::parse_iso(day).unwrap();
    DemoBank::try_new(DemoParams { customers, seed, today, minute: 642, policy: "ab".to_owned() }).unwrap()
}

fn all(bank: &DemoBank) -> Vec<DemoCustomer> {
    (0..bank.customers()).map(|place| bank.customer(place)).collect()
}

fn accounts(customer: &DemoCustomer) -> BTreeMap<AccountId, (Account, i64)> {
    let mut found = BTreeMap::new();
    for fact in &customer.facts {
        if let Fact::Account(account) = fact {
            let opening = account.opening.map_or(0, |money| money.minor);
            found.insert(account.id, (account.clone(), opening));
        }
    }
    for row in &customer.rows {
        let (_, balance) = found.get_mut(&row.account).expect("a row of an account that is there");
        *balance += row.minor;
        assert_eq!(row.balance, Some(*balance), "{:?} {}", customer.no, row.id);
    }
    found
}

fn planted(name: &str) -> DemoCustomer {
    let story = DEMO_STORIES.into_iter().find(|story| story.name == name).unwrap();
    let bank = bank(300, 42, DAY);
    (0..60).map(|place| bank.customer(place)).find(|made| made.no == story.customer).unwrap()
}

#[test]
fn a_customer_is_the_same_whoever_is_made_before() {
    let bank = bank(400, 42, DAY);
    let forwards = all(&bank);
    let backwards: Vec<DemoCustomer> = (0..400).rev().map(|place| bank.customer(place)).collect();
    assert!(forwards.iter().eq(backwards.iter().rev()));
    assert!(forwards.is_sorted_by(|one, other| one.no < other.no));
    let other = self::bank(400, 43, DAY);
    assert_ne!(all(&other), forwards);
    // size changes nobody
    assert_eq!(self::bank(4_000, 42, DAY).customer(399), bank.customer(399));
}

#[test]
fn balances_run_and_never_fall_below_zero() {
    for customer in all(&bank(1_500, 7, DAY)) {
        for (account, balance) in accounts(&customer).values() {
            assert!(*balance >= 0, "{} {balance}", account.id);
        }
        let days: Vec<(AccountId, Day)> = customer.rows.iter().map(|row| (row.account, row.day)).collect();
        let mut seen = BTreeMap::new();
        for (account, day) in days {
            assert!(seen.insert(account, day).is_none_or(|before| before <= day), "{account} {day}");
            assert!(day <= Day::parse_iso(DAY).unwrap());
        }
        assert!(
            customer.rows.iter().all(|row| row.balance.is_some_and(|balance| balance >= 0)),
            "{}",
            customer.no
        );
    }
}

#[test]
fn every_number_belongs_to_one_customer_and_to_no_living_person() {
    let mut identities = BTreeSet::new();
    let mut ibans = BTreeSet::new();
    for customer in all(&bank(3_000, 42, DAY)) {
        for fact in &customer.facts {
            match fact {
                Fact::Identifier(identifier) => {
                    assert!(identities.insert(identifier.number.clone()), "{identifier:?}");
                    let digits = identifier.number.digits();
                    assert!(digits.starts_with("1000") || digits.starts_with("00"), "{digits}");
                }
                Fact::Account(account) => {
                    let iban = account.iban.clone().expect("every account has one");
                    assert_eq!(iban.bank_code(), "00999");
                    assert!(ibans.insert(iban));
                }
                Fact::Contact(contact) => match contact.kind {
                    ContactKind::Mobile | ContactKind::Phone => {
                        assert!(contact.value.starts_with("+90500"), "{}", contact.value);
                        assert_eq!(Phone::try_new(&contact.value).unwrap().e164(), contact.value);
                    }
                    ContactKind::Email => {
                        assert!(contact.value.ends_with("example.com"), "{}", contact.value);
                        Email::try_new(&contact.value).expect(&contact.value);
                    }
                    ContactKind::Address => {}
                },
                Fact::Card(card) => assert_eq!(card.first6.as_deref(), Some("979299")),
                _ => {}
            }
        }
    }
}

#[test]
fn facts_are_about_their_customer_and_each_stands_once() {
    for customer in all(&bank(2_000, 42, DAY)) {
        let own = accounts(&customer);
        for fact in &customer.facts {
            let ours = match fact.about() {
                About::Customer(no) => no == customer.no,
                About::Account(account) => own.contains_key(&account),
                About::Nobody => false,
            };
            assert!(ours, "{fact:?}");
        }
        let times = |kind: fn(&Fact) -> bool| customer.facts.iter().filter(|fact| kind(fact)).count();
        assert_eq!(times(|fact| matches!(fact, Fact::Customer(_))), 1, "{}", customer.no);
        assert!(times(|fact| matches!(fact, Fact::Profile(_))) <= 1, "{}", customer.no);
        let json = serde_json::to_string(&customer.facts).unwrap();
        assert_eq!(safe::line(&json), json, "{}", customer.no);
    }
}

/// Two accounts and twelve rows a customer are what a bank of a million is measured with.
#[test]
fn the_bank_is_as_busy_as_a_real_one() {
    let customers = all(&bank(4_000, 42, DAY));
    let count = customers.len();
    let sum = |of: fn(&DemoCustomer) -> usize| customers.iter().map(of).sum::<usize>();
    let facts = |kind: fn(&Fact) -> bool| {
        customers.iter().flat_map(|customer| &customer.facts).filter(|fact| kind(fact)).count()
    };
    assert!(facts(|fact| matches!(fact, Fact::Account(_))) * 100 >= count * 203);
    assert!(sum(|customer| customer.rows.len()) * 10 >= count * 123);
    let kinds: HashSet<_> =
        customers.iter().flat_map(|customer| &customer.facts).map(std::mem::discriminant).collect();
    // everything but rights to accounts of others, statement rows and rates
    assert_eq!(kinds.len(), 23);
    assert!(customers.iter().any(|customer| !customer.quotes.is_empty() && customer.no.0 > PEOPLE_FROM));
}

#[test]
fn every_story_is_there_whatever_the_size() {
    let numbers: Vec<CustomerNo> = DEMO_STORIES.iter().map(|story| story.customer).collect();
    for customers in [0, CUSTOMERS_MIN, 300, 1_000] {
        let bank = bank(customers, 9, DAY);
        assert!(bank.customers() >= CUSTOMERS_MIN);
        let made: BTreeSet<CustomerNo> = (0..CUSTOMERS_MIN).map(|place| bank.customer(place).no).collect();
        assert!(numbers.iter().all(|no| made.contains(no)), "{customers}");
    }
    assert!(stories::CAST.is_sorted_by(|one, other| one.0 < other.0));
    assert!(u64::try_from(stories::CAST.len()).unwrap() < CUSTOMERS_MIN);
    for story in DEMO_STORIES {
        let said = story.title();
        assert!(said.tr != said.en && !said.tr.starts_with("demo-"), "{said:?}");
    }
}

/// Every figure of the drawings, at the drawings' moment.
/// Each customer's value grows in its own way; all begin below zero and end at what the customer is worth.
#[test]
fn lifetime_curves_differ_from_customer_to_customer() {
    let mut shapes = BTreeSet::new();
    let mut curves = 0;
    for customer in all(&bank(400, 42, DAY)) {
        let profile = customer.facts.iter().find_map(|fact| match fact {
            Fact::Profile(profile) => profile.lifetime.clone(),
            _ => None,
        });
        let Some(lifetime) = profile else { continue };
        let minor: Vec<i64> = lifetime.curve.iter().map(|money| money.minor).collect();
        assert!(minor[0] < 0 && minor.is_sorted(), "{:?}: {minor:?}", customer.no);
        let drawn = customer.no == DEMO_STORIES[0].customer || customer.no.0 == 10_024_017;
        assert!(drawn || minor.last() == Some(&lifetime.worth.minor), "{:?}", customer.no);
        shapes.insert(minor.iter().map(|point| point * 8 / lifetime.worth.minor).collect::<Vec<_>>());
        curves += 1;
    }
    // as they are drawn, in eighths
    assert!(curves > 300 && shapes.len() * 2 > curves, "{} shapes of {curves} curves", shapes.len());
}

#[test]
fn the_drawn_customer_has_the_drawn_figures() {
    let deniz = planted("break-fx-fund");
    let lines: Vec<String> = accounts(&deniz)
        .values()
        .map(|(account, balance)| {
            format!("{} {} {balance}", account.label.clone().unwrap(), account.currency.code())
        })
        .collect();
    assert_eq!(
        lines,
        [
            "4017-01 TRY 841236",
            "4017-02 USD 1245000",
            "4017-03 TRY 50000000",
            "4017-05 TRY 64230000",
            "4017-08 TRY 20000000",
        ]
    );
    let today = Day::parse_iso(DAY).unwrap();
    let main = *accounts(&deniz).keys().next().unwrap();
    let recent = |row: &&StatementRow| row.account == main && today.days_since(row.day) < 90;
    assert_eq!(deniz.rows.iter().filter(recent).count(), 213);
    let drawn = |place: usize| {
        let row = deniz.rows.iter().filter(|row| row.account == main).rev().nth(place).unwrap();
        format!("{} {} {:?}", row.day, row.minor, row.balance)
    };
    assert_eq!(drawn(0), "2026-11-24 -41280 Some(841236)");
    assert_eq!(drawn(1), "2026-11-23 250000 Some(882516)");
    let json = serde_json::to_string(&deniz.facts).unwrap();
    for part in [
        "10000178142",
        "+905001234517",
        r#""matures":"2026-12-01""#,
        r#""opened":"2026-10-27""#,
        r#""matures":"2027-01-05""#,
        r#""matures":"2027-02-18""#,
        r#""due":"2026-11-23""#,
        r#""bounced":"2026-11-12""#,
        r#""at":"2026-11-23T18:52:00+03:00""#,
        r#""ends":"2026-12-14""#,
        r#""price_fixed_until":"2026-11-30""#,
        r#""on":"2026-03-01""#,
    ] {
        assert!(json.contains(part), "no {part} in {json}");
    }
    let quote = &deniz.quotes[0];
    assert_eq!(
        (quote.made.to_string(), quote.until.day().to_string()),
        ("2026-11-23T19:04:00+03:00".to_owned(), "2026-12-01".to_owned())
    );
}

#[test]
fn the_drawn_customers_complaints_stand_on_the_drawn_days() {
    let complaints = |name| {
        let mut lines: Vec<String> = planted(name)
            .facts
            .iter()
            .filter_map(|fact| match fact {
                Fact::Complaint(Complaint { opened, closed, satisfaction, promise, .. }) => {
                    let closed = closed.map_or_else(|| "-".to_owned(), |day| day.to_string());
                    let promise = promise.map_or_else(String::new, |at| at.to_string());
                    Some(format!("{opened} {closed} {satisfaction:?} {promise}"))
                }
                _ => None,
            })
            .collect();
        lines.sort_unstable_by(|one, other| other.cmp(one));
        lines
    };
    let mut drawn = [
        "2026-11-18 2026-11-23 Some(3) ",
        "2026-11-02 2026-11-04 Some(4) ",
        "2026-08-06 2026-08-07 None ",
        "2026-06-21 2026-06-25 Some(3) ",
        "2026-05-03 2026-05-05 Some(5) ",
        "2026-02-11 2026-02-14 None ",
    ];
    assert_eq!(complaints("break-fx-fund"), drawn);
    drawn[0] = "2026-11-18 - None 2026-11-24T17:00:00+03:00";
    assert_eq!(complaints("complaint-closes-sales"), drawn);
}

/// 1.812.455,11: what is owned less what is owed, dollars at the bank's buying rate.
#[test]
fn the_drawn_net_worth_adds_up() {
    let bank = bank(100, 42, DAY);
    let deniz = planted("break-fx-fund");
    let rates = bank.rates();
    let usd = rates.iter().rfind(|rate| rate.currency == Currency::USD).unwrap();
    assert_eq!((usd.day.to_string().as_str(), usd.selling.unwrap().to_string()), (DAY, "43.2150".to_owned()));
    let mut sum = Decimal::ZERO;
    for (account, balance) in accounts(&deniz).values() {
        let rate = if account.currency == Currency::USD { usd.buying.unwrap() } else { Decimal::ONE };
        sum += Decimal::from(*balance) * rate;
    }
    for fact in &deniz.facts {
        match fact {
            Fact::Holding(holding) => sum += Decimal::from(holding.value.unwrap().minor),
            Fact::Loan(loan) => sum -= Decimal::from(loan.outstanding.unwrap().minor),
            Fact::Card(card) => sum -= Decimal::from(card.debt.map_or(0, |debt| debt.minor)),
            _ => {}
        }
    }
    assert_eq!(sum.round_dp(0), Decimal::from(181_245_511));
}

#[test]
fn the_drawn_customer_is_the_same_in_every_bank_on_every_day() {
    let planted = |seed, day| {
        let bank = bank(60, seed, day);
        (0..60).map(|place| bank.customer(place)).find(|made| made.no.0 == 10_014_017).unwrap()
    };
    let shape =
        |made: &DemoCustomer| accounts(made).into_values().map(|(_, balance)| balance).collect::<Vec<_>>();
    assert_eq!(planted(1, DAY).rows, planted(2, DAY).rows);
    for day in ["2024-02-29", "2026-01-01", "2026-12-31", "2027-07-16"] {
        let other = planted(42, day);
        assert_eq!(shape(&other), shape(&planted(42, DAY)), "{day}");
        assert!(other.rows.iter().all(|row| row.balance.is_some_and(|balance| balance >= 0)), "{day}");
    }
}

/// What a story is called stands whole beside the name at 80 columns.
#[test]
fn the_words_of_a_story_fit_on_the_first_screen() {
    for story in DEMO_STORIES {
        let title = story.title();
        for words in [title.tr, title.en] {
            assert!(safe::cells(&words) <= 50, "{words}");
        }
    }
}

/// Nobody who has been a customer for years is called new.
#[test]
fn only_new_customers_are_in_the_segment_of_the_new() {
    let today = Day::parse_iso(DAY).unwrap();
    let mut new = 0;
    for customer in all(&bank(1_500, 42, DAY)) {
        let segment = customer.facts.iter().find_map(|fact| match fact {
            Fact::Profile(profile) => profile.value_segment.as_deref(),
            _ => None,
        });
        let since = customer.facts.iter().find_map(|fact| match fact {
            Fact::Customer(customer) => customer.since,
            _ => None,
        });
        if segment == Some("C") {
            let known = since.map_or(0, |since| today.days_since(since));
            assert!(known < 730, "{} since {known} days", customer.no);
            new += 1;
        }
    }
    assert!(new > 3, "{new}");
}

/// Whatever the hour it is made at, nothing in it has happened later; from the drawn row on it is the drawn bank.
#[test]
fn nothing_has_happened_after_the_bank_was_made() {
    let today = Day::parse_iso(DAY).unwrap();
    for minute in [0, 295, 551, 552, 642, 1_439] {
        let params = DemoParams { customers: 300, seed: 42, today, minute, policy: "ab".to_owned() };
        let made = all(&DemoBank::try_new(params).unwrap());
        let hour = |part: u16| i8::try_from(part).unwrap();
        let now = Moment::at(today, hour(minute / 60), hour(minute % 60)).unwrap();
        for customer in &made {
            for row in &customer.rows {
                assert!(row.day <= today && row.at().is_none_or(|at| at <= now), "{minute} {row:?}");
            }
            for fact in &customer.facts {
                match fact {
                    Fact::Interaction(contact) => assert!(contact.at <= now, "{minute} {contact:?}"),
                    Fact::ChannelError(error) => assert!(error.at <= now, "{minute} {error:?}"),
                    _ => {}
                }
            }
        }
        let timed = made.iter().flat_map(|made| &made.rows).any(|row| row.day == today && row.at().is_some());
        assert_eq!(timed, minute >= 552, "{minute}");
        let same = made == all(&bank(300, 42, DAY));
        assert_eq!(same, minute >= 552, "{minute}");
    }
}
