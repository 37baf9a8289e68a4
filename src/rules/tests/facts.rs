//! Facts of a customer written as words, for tables of cases.

mod scored;

use crate::{
    domain::{
        AccountId, CardId, ComplaintId, CustomerFacts, CustomerNo, ErrorId, FactKind, InteractionId, LoanId,
        Source,
        account::{Account, AccountKind},
        card::{Card, CardKind},
        channel::{Channel, ChannelError},
        complaint::Complaint,
        contact::{ContactKind, ContactPoint},
        customer::{Customer, CustomerKind, Name},
        deposit::Deposit,
        fact::AccountFacts,
        identity::{Identifier, IdentityKind, IdentityNo},
        interaction::{Direction, Interaction},
        kin::{Kin, Kinship},
        loan::{Loan, LoanState},
        statement::StatementHead,
    },
    money::{Currency, Money},
    time::{Day, Moment},
};

const NO: CustomerNo = CustomerNo(1787);

pub(in crate::rules) fn day(text: &str) -> Option<Day> {
    (text != "-").then(|| Day::parse_iso(text).unwrap())
}

pub(in crate::rules) fn money(text: &str) -> Option<Money> {
    let (currency, minor) = text
        .split_at_checked(3)
        .filter(|(code, _)| Currency::from_code(code).is_some())
        .map_or((Currency::TRY, text), |(code, minor)| (Currency::from_code(code).unwrap(), minor));
    (text != "-").then(|| Money::new(minor.parse().unwrap(), currency))
}

/// A customer of whom everything is known and nothing is wrong.
fn blank() -> CustomerFacts {
    let point = |kind, value: &str| ContactPoint {
        customer: NO,
        kind,
        value: value.to_owned(),
        confirmed: day("2026-01-15"),
    };
    let number = IdentityNo::try_new(IdentityKind::Tckn, "10000000146").unwrap();
    CustomerFacts {
        identifiers: vec![Identifier { customer: NO, number }],
        contacts: vec![
            point(ContactKind::Email, "deniz@example.org"),
            point(ContactKind::Mobile, "+905320000017"),
            point(ContactKind::Address, "Moda, Kadıköy"),
        ],
        delivered: FactKind::ALL.into_iter().collect(),
        ..CustomerFacts::of(Customer {
            no: NO,
            source: Source("test".to_owned()),
            kind: CustomerKind::Person,
            name: Some(Name { given: "Deniz".to_owned(), family: "Örnek".to_owned() }),
            birth: day("1985-11-25"),
            since: day("2015-11-24"),
            branch: None,
            title: None,
        })
    }
}

/// Facts written as words, `;` between them; `-` is unknown. Amounts are minor units of TRY unless a
/// currency stands before them.
pub(in crate::rules) fn facts_of(text: &str) -> CustomerFacts {
    let mut facts = blank();
    for fact in text.split(';').map(str::trim).filter(|fact| !fact.is_empty()) {
        let words: Vec<&str> = fact.split_whitespace().collect();
        add(&mut facts, &words);
    }
    facts
}

fn add(facts: &mut CustomerFacts, words: &[&str]) {
    let id = 1 + u64::try_from(facts.loans.len() + facts.errors.len() + facts.complaints.len()).unwrap();
    match words {
        ["loan", "home"] => {
            add(facts, &["loan", "running", "21000000", "-", "-"]);
            facts.loans.last_mut().unwrap().purpose = Some("Konut".to_owned());
        }
        ["loan", state, owed, days, as_of] => facts.loans.push(Loan {
            id: LoanId(id),
            customer: NO,
            account: None,
            amount: Money::new(1_000_000, Currency::TRY),
            outstanding: money(owed),
            instalment: None,
            months: None,
            paid_months: None,
            opened: Day::from_ymd(1996, 4, 29).unwrap(),
            state: match *state {
                "running" => LoanState::Running,
                "overdue" => LoanState::Overdue,
                "closed" => LoanState::Closed,
                "unpaid" => LoanState::Unpaid,
                "legal" => LoanState::LegalFollowUp,
                other => panic!("{other}"),
            },
            overdue_days: days.parse().ok(),
            purpose: None,
            as_of: day(as_of),
        }),
        ["card", due, paid, least, debt, limit] => facts.cards.push(Card {
            id: CardId(1),
            customer: NO,
            account: None,
            kind: Some(CardKind::Credit),
            product: "Kart".to_owned(),
            first6: None,
            last4: None,
            limit: money(limit),
            debt: money(debt),
            minimum_due: money(least),
            due: day(due),
            paid: ["no", "yes"].iter().position(|word| word == paid).map(|at| at == 1),
            issued: None,
            as_of: None,
        }),
        ["account", balance, posted, says @ ..] => {
            facts.accounts.push(account(balance, posted, says == ["differs"]));
        }
        _ => add_event(facts, words, id),
    }
}

fn add_event(facts: &mut CustomerFacts, words: &[&str], id: u64) {
    match words {
        ["deposit", principal, matures] => facts.deposits.push(Deposit {
            account: AccountId(1),
            customer: NO,
            principal: money(principal).unwrap(),
            rate_percent: 41.into(),
            opened: Day::from_ymd(2026, 10, 1).unwrap(),
            matures: day(matures).unwrap(),
        }),
        ["error", at, operation @ ..] => facts.errors.push(ChannelError {
            id: ErrorId(id),
            customer: NO,
            channel: Channel::Atm,
            operation: operation.join(" "),
            code: "51".to_owned(),
            text: "Günlük limit".to_owned(),
            at: Moment::parse_rfc3339(at).unwrap(),
        }),
        ["complaint", opened, closed, topic @ ..] => facts.complaints.push(Complaint {
            id: ComplaintId(id),
            customer: NO,
            topic: topic.join(" "),
            channel: None,
            opened: day(opened).unwrap(),
            closed: day(closed),
            satisfaction: None,
            refund: None,
            owner: None,
            promise: None,
        }),
        ["contact", at] => facts.interactions.push(Interaction {
            id: InteractionId(1),
            customer: NO,
            channel: Channel::CallCenter,
            direction: Direction::Inbound,
            at: Moment::parse_rfc3339(at).unwrap(),
            topic: String::new(),
            outcome: None,
        }),
        _ if scored::add(facts, words) => {}
        _ => change_person(facts, words),
    }
}

fn change_person(facts: &mut CustomerFacts, words: &[&str]) {
    match words {
        ["address", confirmed] => facts.contacts[2].confirmed = day(confirmed),
        ["birth", on] => facts.customer.birth = day(on),
        ["since", on] => facts.customer.since = day(on),
        ["no", "name"] => facts.customer.name = None,
        ["named", family] => {
            facts.customer.name = Some(Name { given: "Deniz".to_owned(), family: (*family).to_owned() });
        }
        ["no", "identity"] => facts.identifiers.clear(),
        ["no", "email"] => facts.contacts.retain(|point| point.kind != ContactKind::Email),
        ["no", "mobile"] => facts.contacts.retain(|point| point.kind != ContactKind::Mobile),
        ["no", "address"] => facts.contacts.retain(|point| point.kind != ContactKind::Address),
        ["kin", how, no] => {
            let how = match *how {
                "same_identity" => Kinship::SameIdentity,
                "same_name_birth_phone" => Kinship::SameNameBirthPhone,
                "twin" => Kinship::Twin,
                other => panic!("{other}"),
            };
            facts.kin.push(Kin { how, customer: CustomerNo(no.parse().unwrap()) });
        }
        ["company"] => facts.customer.kind = CustomerKind::Company,
        other => panic!("{other:?}"),
    }
}

/// An account with a statement that import found to differ from the source's balance, or not.
fn account(balance: &str, posted: &str, differs: bool) -> AccountFacts {
    let balance = money(balance).unwrap();
    let last_day = day("2026-11-20").unwrap();
    AccountFacts {
        account: Account {
            id: AccountId(1),
            customer: NO,
            kind: AccountKind::Demand,
            currency: balance.currency,
            iban: None,
            label: None,
            opened: None,
            closed: None,
            overdraft: None,
            opening: None,
        },
        balance,
        statement: (posted != "-").then(|| StatementHead {
            blocks: 1,
            rows: 1,
            sum: posted.parse().unwrap(),
            posted: posted.parse().unwrap(),
            last_day: Some(last_day),
            stated: 0,
            negative: 0,
            differs,
        }),
        latest: Vec::new(),
    }
}
