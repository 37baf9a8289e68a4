//! An invented screen with the figures of the drawings, and one of which almost nothing is known.

mod nameless;

pub(crate) use nameless::nameless;

use crate::{
    domain::{
        CardId, ComplaintId, CustomerNo, LoanId, Source,
        alert::Severity,
        channel::{Channel, Touchpoint},
        consent::ConsentChannel,
        customer::{CustomerKind, Title},
        loan::LoanState,
        operator::{OperatorId, Role},
        published::Published,
    },
    money::{Currency, Money},
    request::offers::Offers,
    request::screen::{
        AlertLine, ComplaintLine, Complaints, CustomerScreen, Freshness, Header, Missing, Shown, SummaryLine,
    },
    text::Said,
    time::{Day, Moment},
};

pub(crate) fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

pub(crate) fn said(tr: &str, en: &str) -> Said {
    Said { tr: tr.to_owned(), en: en.to_owned() }
}

fn money(minor: i64, currency: Currency) -> Shown<Money> {
    Shown::Known(Money::new(minor, currency))
}

fn lira(minor: i64) -> Shown<Money> {
    money(minor, Currency::TRY)
}

pub(crate) fn alert(id: &str, severity: Severity, text: Said, on: Option<&str>) -> AlertLine {
    AlertLine {
        id: id.to_owned(),
        severity,
        text,
        more: None,
        day: on.map(day),
        opens: None,
        mends: None,
        blocks_credit: id == "bounced-cheque",
        blocks_sales: false,
    }
}

pub(crate) fn complaint(id: u64, opened: &str, topic: &str, closed_in: Option<i32>) -> ComplaintLine {
    ComplaintLine {
        id: ComplaintId(id),
        opened: day(opened),
        topic: topic.to_owned(),
        channel: Some(Channel::CallCenter),
        closed_in_days: closed_in,
        open_days: closed_in.is_none().then_some(6),
        satisfaction: closed_in.map(|_| 3),
        refund: closed_in.map(|_| Money::new(48_000, Currency::TRY)),
        promise: None,
    }
}

/// The customer of the drawings, as far as this version knows such facts.
pub(crate) fn deniz(touchpoint: Touchpoint) -> CustomerScreen {
    CustomerScreen {
        customer: CustomerNo(704_017),
        version: 9,
        at: Moment::parse_rfc3339("2026-11-24T10:42:00+03:00").unwrap(),
        touchpoint,
        header: header(touchpoint),
        summary: summary(touchpoint),
        segments: vec![said("A2 Değerli", "A2 Valued"), said("Yatırımcı", "Investor")],
        alerts: alerts(),
        offers: Shown::Known(Offers {
            note: Some(said("Bu sürümde teklif kararı verilmiyor.", "This version decides no offers.")),
            ..Offers::default()
        }),
        complaints: Complaints {
            days: 90,
            count: 2,
            last_year: 2,
            open: 0,
            unknown: false,
            lines: Shown::Known(vec![
                complaint(2, "2026-11-18", "Kart aidatı iadesi", Some(5)),
                complaint(1, "2026-11-02", "ATM'de para sıkışması", Some(2)),
            ]),
        },
        missing: vec![Missing { field: "email".to_owned(), text: said("e-posta", "e-mail") }],
        freshness: vec![freshness("warehouse", "cards", Some("2026-11-23"))],
        call_reasons: Shown::Known(vec![
            said("23.11 18:52 ATM çekim reddi", "23.11 18:52 ATM refused"),
            said("kart ödemesi 1 gün gecikmiş", "card payment is 1 day late"),
        ]),
        published: Published { policy: "0".repeat(64), model: 0 },
    }
}

fn header(touchpoint: Touchpoint) -> Header {
    Header {
        number: "****4017".to_owned(),
        kind: CustomerKind::Person,
        name: Some("DENİZ Y*****Z".to_owned()),
        address: Some(said("DENİZ HANIM Y*****Z", "Ms DENİZ Y*****Z")),
        title: Some(Title::Hanim),
        identity: Some("TCKN *******8142".to_owned()),
        mobile: Some("05** *** ** 17".to_owned()),
        years: Some(11),
        branch: Some("Kadıköy".to_owned()),
        verified: Some(true),
        consents: vec![
            (ConsentChannel::Call, Some(true)),
            (ConsentChannel::Message, Some(false)),
            (ConsentChannel::Email, None),
        ],
        operator: OperatorId("0412".to_owned()),
        role: if touchpoint == Touchpoint::Branch { Role::Teller } else { Role::Agent },
        demo: false,
    }
}

fn summary(touchpoint: Touchpoint) -> Vec<SummaryLine> {
    let card = SummaryLine::Card {
        card: CardId(1),
        last4: Some("1903".to_owned()),
        product: "Bonus".to_owned(),
        owed: lira(-1_842_050),
        available: lira(2_157_950),
        limit: lira(4_000_000),
        debit: false,
    };
    let rest = [
        SummaryLine::Demand {
            currency: Currency::TRY,
            accounts: 1,
            balance: lira(841_236),
            available: lira(841_236),
            overdraft: lira(0),
        },
        SummaryLine::Term {
            currency: Currency::TRY,
            accounts: 3,
            balance: lira(134_230_000),
            first_matures: Some(day("2026-12-01")),
        },
        SummaryLine::Demand {
            currency: Currency::USD,
            accounts: 1,
            balance: money(1_245_000, Currency::USD),
            available: money(1_245_000, Currency::USD),
            overdraft: money(0, Currency::USD),
        },
        SummaryLine::Holdings { currency: Some(Currency::TRY), count: 2, value: lira(15_500_000) },
        SummaryLine::Loan {
            loan: LoanId(1),
            owed: lira(-21_000_000),
            amount: lira(24_000_000),
            paid: Some((14, 120)),
            state: LoanState::Running,
        },
    ];
    if touchpoint == Touchpoint::Branch {
        rest.into_iter().chain([card]).collect()
    } else {
        [card].into_iter().chain(rest).collect()
    }
}

fn alerts() -> Vec<AlertLine> {
    vec![
        alert(
            "bounced-cheque",
            Severity::ActNow,
            said("Takipteki çek 45.000 TL", "Bounced cheque 45,000 TRY"),
            Some("2026-11-12"),
        ),
        alert(
            "card-late",
            Severity::Look,
            said("Kart ödemesi 1 gün gecikti", "Card payment 1 day late"),
            Some("2026-11-23"),
        ),
        alert(
            "churn",
            Severity::Look,
            said("Ayrılma riski %71 · geçen ay %48", "Churn risk 71% · last month 48%"),
            Some("2026-11-24"),
        ),
        alert(
            "last-error",
            Severity::Look,
            said("Son hata: ATM çekim reddi", "Last error: ATM refused"),
            Some("2026-11-23"),
        ),
        alert("missing-email", Severity::Missing, said("E-posta eksik", "E-mail missing"), None),
        alert(
            "stale-address",
            Severity::Missing,
            said("Adres teyidi 26 ay önce", "Address confirmed 26 months ago"),
            None,
        ),
    ]
}

pub(crate) fn freshness(source: &str, what: &str, as_of: Option<&str>) -> Freshness {
    Freshness {
        source: Source(source.to_owned()),
        what: what.to_owned(),
        text: said("kartlar", "cards"),
        as_of: as_of.map(day),
    }
}
