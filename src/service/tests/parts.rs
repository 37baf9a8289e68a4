//! The parts of the screen, each from facts alone.

use super::bank::{NO, agent};
use crate::{
    domain::{
        AccountId, CustomerFacts, ErrorId, Fact, Source,
        account::{Account, AccountKind},
        channel::{Channel, ChannelError},
        consent::{Consent, ConsentChannel, ConsentStatus, Recipient},
        contact::{ContactKind, ContactPoint},
        fact::AccountFacts,
        published::Published,
        rate::ExchangeRate,
    },
    money::{Currency, Money},
    pack::{Pack, PackSource, Words},
    request::{
        Caller,
        screen::{Shown, SummaryLine},
    },
    rules::features::{Features, Value},
    service::{basis::Basis, consents, fixtures, freshness, missing, reason, standing::Rates, summary},
};

fn facts() -> CustomerFacts {
    let Fact::Customer(customer) = fixtures::customer(NO.0) else {
        panic!("a customer");
    };
    CustomerFacts::of(customer)
}

static NO_WORDS: Words = Words::new();
static NO_RATES: Rates = Rates::new();
static PUBLISHED: Published = Published { policy: String::new(), model: 0 };

fn basis<'a>(facts: &'a CustomerFacts, caller: &'a Caller) -> Basis<'a> {
    let at = fixtures::moment("2026-11-24T10:42:00+03:00");
    Basis {
        facts,
        version: 1,
        at,
        caller,
        demo: false,
        owed: false,
        published: &PUBLISHED,
        rates: &NO_RATES,
        words: &NO_WORDS,
    }
}

fn contact(kind: ContactKind, value: &str) -> ContactPoint {
    ContactPoint { customer: NO, kind, value: value.to_owned(), confirmed: None }
}

fn consent(address: Option<&str>, status: ConsentStatus, at: &str) -> Consent {
    Consent {
        customer: NO,
        address: address.map(str::to_owned),
        channel: ConsentChannel::Call,
        recipient: Recipient::Individual,
        status,
        at: fixtures::moment(at),
        source: "HS_WEB".to_owned(),
    }
}

fn pack() -> Pack {
    Pack::load(&PackSource::Embedded).unwrap()
}

#[test]
fn consent_is_per_address_and_a_refusal_beats_a_consent() {
    use ConsentStatus::{Granted, Refused};
    const PHONE: &str = "+905321234517";
    let (early, late) = ("2026-01-01T09:00:00+03:00", "2026-02-01T09:00:00+03:00");
    let (late_in_its_second, a_second_later) = ("2026-02-01T09:00:00.900+03:00", "2026-02-01T09:00:01+03:00");
    let future = "2026-12-01T09:00:00+03:00";
    let cases = [
        // addresses, records, may be called
        (vec![], vec![consent(None, Granted, early)], None),
        (vec![PHONE], vec![], Some(false)),
        (vec![PHONE], vec![consent(Some(PHONE), Granted, early)], Some(true)),
        (vec![PHONE], vec![consent(None, Granted, early)], Some(true)),
        (vec![PHONE], vec![consent(Some("+902121112233"), Granted, early)], Some(false)),
        (
            vec![PHONE],
            vec![consent(Some(PHONE), Granted, early), consent(Some(PHONE), Refused, late)],
            Some(false),
        ),
        (
            vec![PHONE],
            vec![consent(Some(PHONE), Granted, late), consent(Some(PHONE), Refused, early)],
            Some(true),
        ),
        (
            vec![PHONE],
            vec![consent(Some(PHONE), Refused, late), consent(Some(PHONE), Granted, late)],
            Some(false),
        ),
        (
            vec![PHONE],
            vec![consent(Some(PHONE), Refused, late), consent(Some(PHONE), Granted, late_in_its_second)],
            Some(false),
        ),
        (
            vec![PHONE],
            vec![consent(Some(PHONE), Refused, late), consent(Some(PHONE), Granted, a_second_later)],
            Some(true),
        ),
        (vec![PHONE], vec![consent(Some(PHONE), Granted, future)], Some(false)),
    ];
    for (number, (addresses, records, wanted)) in cases.into_iter().enumerate() {
        let mut facts = facts();
        facts.contacts = addresses.into_iter().map(|value| contact(ContactKind::Mobile, value)).collect();
        facts.consents = records;
        let found = consents::all(&basis(&facts, &agent()));
        assert_eq!(found.first(), Some(&(ConsentChannel::Call, wanted)), "case {number}");
        assert_eq!(found.last(), Some(&(ConsentChannel::Email, None)), "case {number}");
    }
}

fn account(id: u64, currency: Currency, minor: i64, overdraft: Option<i64>) -> AccountFacts {
    AccountFacts {
        account: Account {
            id: AccountId(id),
            customer: NO,
            kind: AccountKind::Demand,
            currency,
            iban: None,
            label: None,
            opened: None,
            closed: None,
            overdraft: overdraft.map(|limit| Money::new(limit, currency)),
            opening: None,
        },
        balance: Money::new(minor, currency),
        statement: None,
        latest: Vec::new(),
    }
}

fn demand(accounts: Vec<AccountFacts>) -> Vec<SummaryLine> {
    let mut facts = facts();
    facts.accounts = accounts;
    summary::lines(&basis(&facts, &agent()), &pack(), &[])
}

#[test]
fn sums_are_by_currency_and_unknown_is_not_zero() {
    const UNKNOWN: Shown<Money> = Shown::Unknown { last: None };
    let lira = |minor| Shown::Known(fixtures::lira(minor));
    let cases = [
        // balances and overdraft limits, their sum, what can be drawn
        (vec![(5, Some(0))], lira(5), lira(5)),
        (vec![(5, Some(10)), (-7, Some(1))], lira(-2), lira(9)),
        (vec![(5, None)], lira(5), UNKNOWN),
        (vec![(5, Some(10)), (7, None)], lira(12), UNKNOWN),
        (vec![(i64::MAX, Some(0)), (1, Some(0))], UNKNOWN, UNKNOWN),
        (vec![(i64::MAX, Some(0)), (1, Some(0)), (-1, Some(0))], lira(i64::MAX), lira(i64::MAX)),
    ];
    for (accounts, sum, drawn) in cases {
        let given: Vec<AccountFacts> = accounts
            .iter()
            .zip(1..)
            .map(|((minor, overdraft), id)| account(id, Currency::TRY, *minor, *overdraft))
            .collect();
        let lines = demand(given);
        let [SummaryLine::Demand { balance, available, .. }, SummaryLine::NetWorth { total }] =
            lines.as_slice()
        else {
            panic!("{lines:?}");
        };
        assert_eq!((balance, available, total), (&sum, &drawn, &sum), "{accounts:?}");
    }
}

/// 12.450 dollars at 42,985 are 535.163,25; what is owed costs the selling rate.
#[test]
fn net_worth_is_in_lira_at_the_banks_rates() {
    let rate = ExchangeRate {
        day: fixtures::day("2026-11-23"),
        currency: Currency::USD,
        unit: 1,
        buying: Some("42.9850".parse().unwrap()),
        selling: Some("43.2150".parse().unwrap()),
        banknote_buying: None,
        banknote_selling: None,
    };
    let rates = Rates::from([(Currency::USD, rate)]);
    let table = [(1_245_000, Some(53_516_325)), (-10_000, Some(-432_150)), (0, Some(0))];
    for (dollars, lira) in table {
        let facts = CustomerFacts { accounts: vec![account(1, Currency::USD, dollars, Some(0))], ..facts() };
        let agent = agent();
        let basis = Basis { rates: &rates, ..basis(&facts, &agent) };
        let lines = summary::lines(&basis, &pack(), &[]);
        let total = lira.map(|minor| Shown::Known(fixtures::lira(minor)));
        assert!(
            lines.iter().any(
                |line| matches!(line, SummaryLine::NetWorth { total: seen } if Some(seen) == total.as_ref())
            ),
            "{lines:?}"
        );
        let lines = summary::lines(&Basis { rates: &NO_RATES, ..basis }, &pack(), &[]);
        let unknown = SummaryLine::NetWorth { total: Shown::Unknown { last: None } };
        assert!(lines.contains(&unknown), "without a rate nothing is worth zero: {lines:?}");
    }
}

#[test]
fn the_lira_comes_first_and_closed_accounts_do_not_count() {
    let mut closed = account(9, Currency::TRY, 700, Some(0));
    closed.account.closed = Some(fixtures::day("2026-11-24"));
    let lines = demand(vec![
        account(1, Currency::EUR, 100, Some(0)),
        closed,
        account(2, Currency::TRY, 300, Some(0)),
    ]);
    let found: Vec<(&str, usize)> = lines
        .iter()
        .filter_map(|line| {
            let SummaryLine::Demand { currency, accounts, .. } = line else { return None };
            Some((currency.code(), *accounts))
        })
        .collect();
    assert_eq!(found, [("TRY", 1), ("EUR", 1)]);
}

#[test]
fn a_failed_operation_is_a_reason_to_call_for_a_day() {
    let cases = [
        ("2026-11-23T10:42:00+03:00", false),
        ("2026-11-23T10:42:01+03:00", true),
        ("2026-11-24T10:42:00+03:00", true),
        ("2026-11-24T10:42:00.500+03:00", false),
    ];
    for (at, told) in cases {
        let mut facts = facts();
        facts.delivered = [crate::domain::FactKind::ChannelError].into();
        facts.errors = vec![ChannelError {
            id: ErrorId(1),
            customer: NO,
            channel: Channel::Atm,
            operation: "cash withdrawal".to_owned(),
            code: "51".to_owned(),
            text: "limit".to_owned(),
            at: fixtures::moment(at),
        }];
        let caller = agent();
        let basis = basis(&facts, &caller);
        assert_eq!(reason::reasons(&basis, &Shown::Hidden).len(), usize::from(told), "{at}");
        let counted = Features::of(&facts, basis.at, basis.words);
        assert_eq!(counted.get("error.count_24h"), Some(&Value::Whole(i64::from(told))), "{at}");
    }
}

/// When it was promised for, and the reason now; the last moment of a promise is kept still.
#[test]
fn a_promise_that_has_passed_is_a_broken_one() {
    for (promise, said) in [
        ("2026-11-24T17:00:00+03:00", "bugün 17:00'ye dönüş sözü var"),
        ("2026-11-24T10:42:00+03:00", "bugün 10:42'ye dönüş sözü var"),
        ("2026-11-24T10:41:00+03:00", "24.11 10:41 dönüş sözü tutulmadı"),
        ("2026-11-23T17:00:00+03:00", "23.11 17:00 dönüş sözü tutulmadı"),
    ] {
        let mut facts = facts();
        let Fact::Complaint(open) = fixtures::complaint(7, NO.0, Some(promise)) else {
            panic!("a complaint")
        };
        facts.complaints.push(open);
        let caller = agent();
        let basis = basis(&facts, &caller);
        assert_eq!(reason::reasons(&basis, &Shown::Hidden)[0].text.tr, said);
    }
}

#[test]
fn a_customer_of_whom_nothing_is_known() {
    let mut facts = facts();
    facts.customer.name = None;
    facts.customer.source = Source("berka".to_owned());
    let caller = agent();
    let basis = basis(&facts, &caller);
    let fields: Vec<String> = missing::list(&basis).into_iter().map(|missing| missing.field).collect();
    assert_eq!(fields, ["name", "identity", "birth", "mobile", "email", "address", "branch"]);
    assert!(reason::reasons(&basis, &Shown::Hidden).is_empty());
    assert!(freshness::list(&basis).is_empty());
    assert!(summary::lines(&basis, &pack(), &[]).is_empty());
}

#[test]
fn what_programmers_print_of_facts_names_nobody() {
    let mut facts = super::bank::facts();
    facts.push(Fact::Consent(consent(
        Some(super::bank::MOBILE),
        ConsentStatus::Granted,
        "2026-01-01T09:00:00+03:00",
    )));
    for printed in [format!("{facts:?}"), format!("{facts:#?}")] {
        for raw in [super::bank::FAMILY, super::bank::TCKN, super::bank::MOBILE] {
            assert!(!printed.contains(raw), "{raw}");
        }
    }
}
