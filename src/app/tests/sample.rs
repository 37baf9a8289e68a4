//! Answers of an invented bank: the figures of the drawings.

use crate::{
    domain::{
        AccountId, ApprovalId, ComplaintId, CustomerNo, DraftId, ErrorId, StatementId,
        alert::{Evidence, Severity},
        channel::Touchpoint,
        customer::CustomerKind,
        due::DueItem,
        published::Published,
    },
    money::{Currency, Money},
    request::{
        Answer, Explanation, Found, Item, ListKind, Listing, Request, Work,
        find::{Hit, Matched},
        listing::{ListRow, Listed, PAGE_ROWS_MAX, ProductGroup},
        reveal::Revealed,
        screen::{PersonLine, Shown},
        work::{CallLine, StoryLine, WorkLine},
    },
    text::Said,
    time::{Day, Moment},
    view::sample::{complaint, day, deniz, said},
};

pub(crate) const DENIZ: CustomerNo = CustomerNo(704_017);
/// Rows of the long list.
const ROWS: usize = 214;

pub(crate) fn now() -> Moment {
    Moment::parse_rfc3339("2026-11-24T10:42:00+03:00").unwrap()
}

/// What the invented bank answers.
pub(crate) fn answer(request: &Request) -> Answer {
    match request {
        Request::OpenCustomer { customer } if *customer == DENIZ => {
            Answer::Customer(Box::new(deniz(Touchpoint::CallCenter)))
        }
        Request::OpenCustomer { customer } => {
            Answer::Refused(crate::domain::Refusal::UnknownCustomer { customer: *customer })
        }
        Request::Work => Answer::Work(Box::new(work())),
        Request::Find { text, .. } => Answer::Found(found(text)),
        Request::List { list, filter, from, .. } => Answer::Listing(Box::new(listing(*list, filter, *from))),
        Request::Explain { item, .. } => Answer::Explanation(explanation(item)),
        Request::Reveal { customer, field, .. } => Answer::Revealed(Revealed {
            customer: *customer,
            field: *field,
            value: Some("DENİZ YILMAZ".into()),
        }),
        Request::Flow(_) => panic!("a bank answers flows"),
        Request::Decide { .. } | Request::Post { .. } => panic!("the workstation never asks {request:?}"),
    }
}

pub(crate) fn work() -> Work {
    let at = |hour, minute| Moment::at(day("2026-11-24"), hour, minute).unwrap();
    let line = |(hour, minute), kind: Said, name: &str, about: Said, item| WorkLine {
        at: at(hour, minute),
        kind,
        customer: DENIZ,
        name: Some(name.to_owned()),
        about,
        step: matches!(item, DueItem::Draft(_)).then_some((2, 3)),
        returned: None,
        item,
    };
    let call = |name: &str, why, say| CallLine {
        customer: DENIZ,
        name: Some(name.to_owned()),
        why,
        day: day("2026-11-25"),
        say,
    };
    Work {
        customers: 1_000_000,
        left: 3,
        lines: vec![
            line(
                (17, 0),
                said("Dönüş sözü", "Call back"),
                "HALE T****N",
                said("kart aidatı iadesi", "card fee refund"),
                DueItem::Promise(ComplaintId(3)),
            ),
            line(
                (17, 30),
                said("Taslak 2/3", "Draft 2/3"),
                "KEREM A****N",
                said("Boz → Döviz → Fon", "Break → FX → fund"),
                DueItem::Draft(DraftId(2)),
            ),
            line(
                (18, 0),
                said("Onay bekliyor", "Waits for approval"),
                "SELİN K***A",
                said("kart limiti 60.000 TL", "card limit 60,000 TRY"),
                DueItem::Approval(ApprovalId(1)),
            ),
        ],
        calls: 2,
        call: vec![
            call(
                "OYA T****R",
                said("vadesi yarın doluyor 250 bin TL", "250k TRY matures tomorrow"),
                said("yenileyelim mi?", "shall we renew?"),
            ),
            call(
                "CAN D****Z",
                said("askerlik 12.2026'da başlıyor", "military service from 12.2026"),
                said("kart ve talimatlar", "card and orders"),
            ),
        ],
        stories: (1_u8..=11)
            .map(|nth| StoryLine {
                digit: (nth <= 9).then_some(nth),
                story: format!("story-{nth}"),
                customer: if nth == 1 { DENIZ } else { CustomerNo(u64::from(nth)) },
                name: Some("DENİZ Y*****Z".to_owned()),
                title: said(
                    &format!("Öykü {nth}: vadeli boz, döviz ve fon al"),
                    &format!("Story {nth}: break a deposit for FX and a fund"),
                ),
            })
            .collect(),
    }
}

pub(crate) fn found(text: &str) -> Found {
    let hit = |customer, number: &str, name: &str, branch: &str, year, segment: (&str, &str)| Hit {
        customer,
        number: number.to_owned(),
        kind: CustomerKind::Person,
        name: Some(name.to_owned()),
        branch: Some(branch.to_owned()),
        year: Some(year),
        segment: Some(said(segment.0, segment.1)),
        matched_on: Matched::Name,
        score: 100,
    };
    if !"isil yilmaz".starts_with(&text.chars().take(3).collect::<String>()) {
        return Found { total: 0, customers: 1_000_000, hits: Vec::new() };
    }
    Found {
        total: 8,
        customers: 1_000_000,
        hits: vec![
            hit(DENIZ, "****2210", "IŞIL Y****Z", "Moda", 1985, ("A1 Değerli", "A1 Valued")),
            hit(CustomerNo(8034), "****8034", "IŞIL Y****Z", "Bornova", 1992, ("B2 Genç", "B2 Young")),
            hit(CustomerNo(5127), "****5127", "IŞILAY Y****Z", "Kadıköy", 1971, ("B1 Emekli", "B1 Retired")),
            hit(CustomerNo(93), "****0093", "IŞIL Y******Z", "Çankaya", 1999, ("C  Yeni", "C  New")),
        ],
    }
}

pub(crate) fn listing(list: ListKind, filter: &str, from: usize) -> Listing {
    let rows: Vec<ListRow> = match list {
        ListKind::Transactions { .. } => (0..ROWS).map(transaction).collect(),
        ListKind::Products => vec![product()],
        ListKind::Errors => vec![error()],
        ListKind::People => vec![
            person("NURCAN Ö*****I", ("Şirket müdürü", "Managing director"), true),
            person("LEVENT S******A", ("Muhasebe", "Accounting"), false),
        ],
        ListKind::Complaints => {
            vec![row(Listed::Complaint(complaint(1, "2026-11-18", "Kart aidatı iadesi", Some(5))))]
        }
    };
    let fits = |row: &&ListRow| filter.is_empty() || format!("{row:?}").contains(filter);
    let fitting: Vec<ListRow> = rows.iter().filter(fits).cloned().collect();
    let screen = deniz(Touchpoint::CallCenter);
    Listing {
        customer: DENIZ,
        header: screen.header,
        at: now(),
        list,
        title: if matches!(list, ListKind::Transactions { .. }) {
            said("Vadesiz TL 4017-01", "Current TRY 4017-01")
        } else {
            Said::default()
        },
        note: said("son 90 gün · 214 kayıt", "last 90 days · 214 records"),
        filter: filter.to_owned(),
        total: fitting.len(),
        from,
        unknown: false,
        rows: fitting.into_iter().skip(from).take(PAGE_ROWS_MAX).collect(),
    }
}

fn row(what: Listed) -> ListRow {
    ListRow {
        what,
        detail: vec![(said("Açıklama", "Text"), said("Market, banka kartı", "Shop, debit card"))],
    }
}

fn lira(minor: i64) -> Shown<Money> {
    Shown::Known(Money::new(minor, Currency::TRY))
}

/// The first three are those of the drawing.
fn transaction(nth: usize) -> ListRow {
    let booked = |on: &str, text, other: Option<&str>, amount, balance| Listed::Transaction {
        id: StatementId(u64::try_from(nth).unwrap()),
        account: AccountId(401_701),
        day: Day::parse_iso(on).unwrap(),
        at: [(0, (9, 12)), (2, (10, 5))]
            .into_iter()
            .find(|(known, _)| *known == nth)
            .and_then(|(_, (hour, minute))| Moment::at(Day::parse_iso(on).unwrap(), hour, minute)),
        text,
        counterparty: other.map(|other| said(other, other)),
        amount: lira(amount),
        balance: lira(balance),
        receipt: None,
    };
    row(match nth {
        0 => booked("2026-11-24", said("Market, banka kartı", "Shop, debit card"), None, -41_280, 841_236),
        1 => Listed::Refused {
            id: ErrorId(1),
            at: Moment::at(day("2026-11-23"), 18, 52).unwrap(),
            text: said("ATM çekim", "ATM withdrawal"),
            reason: said("günlük limit", "daily limit"),
            balance: Some(lira(882_516)),
        },
        2 => booked("2026-11-23", said("Gelen FAST", "FAST received"), Some("M. Y*****Z"), 250_000, 882_516),
        _ => booked("2026-11-20", said("Fatura", "Bill"), None, -10_000, 632_516),
    })
}

fn product() -> ListRow {
    row(Listed::Product {
        kind: ProductGroup::Term,
        alarming: false,
        group: said("Vadeli", "Deposits"),
        number: "4017-03".to_owned(),
        name: said("Vadeli TL", "Term TRY"),
        terms: said("%41,00", "41.00%"),
        ends: Some(day("2026-12-01")),
        amount: Some(lira(50_000_000)),
        account: Some(AccountId(401_703)),
    })
}

fn error() -> ListRow {
    row(Listed::Error {
        id: ErrorId(1),
        at: Moment::at(day("2026-11-23"), 18, 52).unwrap(),
        channel: said("ATM", "ATM"),
        operation: said("Para çekme", "Withdrawal"),
        text: said("Günlük limit aşıldı", "Above the daily limit"),
        code: "51".to_owned(),
        severity: Severity::Look,
    })
}

fn person(name: &str, role: (&str, &str), may_sign: bool) -> ListRow {
    let role = said(role.0, role.1);
    row(Listed::Person(PersonLine { name: name.to_owned(), role, may_sign, since: Some(day("2021-03-01")) }))
}

fn explanation(item: &Item) -> Explanation {
    let (Item::Alert(name) | Item::Offer(name)) = item;
    Explanation {
        customer: DENIZ,
        item: name.clone(),
        fired: true,
        text: said("Takipteki çek 45.000 TL", "Bounced cheque 45,000 TRY"),
        why: vec![Evidence {
            condition: "cheques.bounced_open > 0".to_owned(),
            said: said("Takipteki çek: var", "Bounced cheques: some"),
            held: true,
            seen: vec![(
                "cheques.bounced_open".to_owned(),
                said("takipteki çek", "bounced cheques"),
                said("1", "1"),
            )],
        }],
        published: Published { policy: "0".repeat(64), model: 0 },
    }
}
