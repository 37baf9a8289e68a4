//! An invented screen with the figures of the drawings, and one of which almost nothing is known.

mod nameless;
pub(crate) mod offers;

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
    request::screen::{
        AlertLine, CallReason, ComplaintLine, Complaints, CustomerScreen, Freshness, Header, Missing, Shown,
        SummaryLine,
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
        about: None,
        mends: None,
        blocks_credit: id == "bounced-cheque",
        blocks_sales: false,
    }
}

pub(crate) fn complaint(id: u64, opened: &str, topic: &str, closed_in: Option<i32>) -> ComplaintLine {
    ComplaintLine {
        id: ComplaintId(id),
        opened: day(opened),
        topic: topic_said(topic),
        channel: Some(Channel::CallCenter),
        closed_in_days: closed_in,
        open_days: closed_in.is_none().then_some(6),
        satisfaction: closed_in.map(|_| 3),
        refund: closed_in.map(|_| Money::new(48_000, Currency::TRY)),
        consent_corrected: false,
        promise: None,
    }
}

/// The topics of the drawings in both languages; another one as it came.
fn topic_said(topic: &str) -> Said {
    match topic {
        "Kart aidatı iadesi" => said(topic, "Card fee refund"),
        "ATM'de para sıkışması" => said(topic, "Cash stuck in ATM"),
        other => said(other, other),
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
        offers: Shown::Known(offers::open()),
        complaints: Complaints {
            days: 90,
            count: 2,
            last_year: 6,
            open: 0,
            unknown: false,
            lines: Shown::Known(vec![
                complaint(2, "2026-11-18", "Kart aidatı iadesi", Some(5)),
                complaint(1, "2026-11-02", "ATM'de para sıkışması", Some(2)),
                complaint(3, "2026-08-06", "İzinsiz SMS", Some(1)),
                complaint(4, "2026-06-21", "Kart teslim gecikmesi", Some(4)),
                complaint(5, "2026-05-03", "Döviz kuru farkı", Some(2)),
                complaint(6, "2026-02-11", "Bekleme süresi", Some(3)),
            ]),
        },
        missing: vec![Missing { field: "email".to_owned(), text: said("e-posta", "e-mail") }],
        freshness: vec![freshness("warehouse", "cards", Some("2026-11-23"))],
        call_reasons: Shown::Known(reasons()),
        published: Published { policy: "0".repeat(64), model: 0 },
    }
}

fn reasons() -> Vec<CallReason> {
    let alone = |text| CallReason { text, full: None };
    vec![
        CallReason {
            text: said("23.11 18:52 ATM çekim reddi", "23.11 18:52 ATM refused"),
            full: Some(said(
                "23.11 18:52 ATM çekim reddi (günlük limit)",
                "23.11 18:52 ATM refused (günlük limit)",
            )),
        },
        CallReason {
            text: said("kart ödemesi 1 gün gecikmiş", "card payment is one day late"),
            full: Some(said("kart ödemesi 1 gün gecikti", "card payment is one day late")),
        },
        alone(said("IVR %43", "IVR 43%")),
    ]
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
        answered: Some((2, 2)),
        began: Moment::parse_rfc3339("2026-11-24T10:39:00+03:00"),
        bad_mood: Some(false),
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
        product: said("Bonus", "Bonus"),
        owed: lira(-1_842_050),
        available: lira(2_157_950),
        limit: lira(4_000_000),
        minimum: lira(368_410),
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
        SummaryLine::Holdings {
            currency: Some(Currency::TRY),
            count: 2,
            value: lira(15_500_000),
            shares: vec![(said("PPF", "PPF"), 62), (said("Hisse", "Equity"), 38)],
        },
        SummaryLine::Loan {
            loan: LoanId(1),
            owed: lira(-21_000_000),
            amount: lira(24_000_000),
            paid: Some((14, 120)),
            state: LoanState::Running,
            purpose: Some(said("Konut", "Home")),
        },
    ];
    let mut lines: Vec<SummaryLine> = if touchpoint == Touchpoint::Branch {
        rest.into_iter().chain([card]).collect()
    } else {
        [card].into_iter().chain(rest).collect()
    };
    lines.extend(standing());
    lines
}

fn standing() -> [SummaryLine; 6] {
    let curve =
        [-620, 210, 980, 1_840, 2_690, 3_370, 4_060, 4_630, 5_210, 5_790, 6_440, 7_020, 7_680, 8_230, 9_640];
    [
        SummaryLine::NetWorth { total: lira(181_245_511) },
        SummaryLine::Lifetime {
            curve: Shown::Known(curve.map(|minor| Money::new(minor * 1_000, Currency::TRY)).to_vec()),
            worth: lira(9_640_000),
            break_even_month: Some(14),
            rising: true,
        },
        SummaryLine::Profit { this_year: lira(612_000), last_year: lira(487_000) },
        SummaryLine::Behaviour {
            manner: Some(said("sık ve yüksek tutarlı", "often, large sums")),
            channels: vec![(Channel::Mobile, 18), (Channel::CallCenter, 2)],
        },
        SummaryLine::Churn {
            permille: vec![710, 480, 400, 390, 300, 290],
            reason: Some(said("rakip faiz araştırması", "comparing rates elsewhere")),
        },
        SummaryLine::LifeEvent {
            text: said(
                "çocuk doğumu (03.2026, müşteri söyledi)",
                "birth of a child (03.2026, customer said so)",
            ),
        },
    ]
}

fn alerts() -> Vec<AlertLine> {
    vec![
        alert(
            "bounced-cheque",
            Severity::ActNow,
            said("Takipteki çek 45.000 TL · No 7741", "Bounced cheque 45,000 TRY · No 7741"),
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
            said(
                "Ayrılma riski %71 · geçen ay %48 · eşik %60",
                "Churn risk 71% · last month 48% · threshold 60%",
            ),
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
