//! The customer of the drawings: a deposit to break, dollars and a fund to buy. Every figure is drawn, so
//! nothing here depends on the bank's seed.

use crate::{
    domain::{
        AccountId, Fact,
        account::AccountKind,
        channel::{Channel, Touchpoint},
        consent::{ConsentChannel, ConsentStatus},
        contact::ContactKind,
        customer::Title,
        interaction::Direction,
        life_event::LifeEventKind,
        loan::LoanState,
        profile::{LifetimeValue, Profile},
    },
    intake::demo::{
        credit,
        dice::Dice,
        doings::BILLS,
        maker::{CardTerms, Grievance, LoanTerms, Maker, lira},
        money::FUNDS,
        numbers,
        people::Tier,
        service, units_worth,
    },
    money::{Currency, Money},
    time::Day,
};

use super::cast::{self, Part};

const PART: Part = Part {
    place: 0,
    given: "Deniz",
    family: "Yalavuz",
    title: Some(Title::Hanim),
    birth: (1981, 4, 9),
    years: 11,
    branch: "Kadıköy",
    tier: Tier::A2,
    segment: "A2",
    behaviour: "investor",
    income: 79_250,
};

/// The current account's last figures in minor units: before a salary, after the last row.
const ENDS_AT: i64 = 841_236;
/// Rows of the last ninety days, the first of them so many days ago.
const RECENT_ROWS: i32 = 213;
const RECENT_DAYS: i32 = 85;
/// Older rows and the day before which they lie.
const OLD_ROWS: i32 = 26;
const OLD_DAYS: i32 = 118;
const OLDEST_RECENT: i32 = 95;
/// Draws of the rows: the same in every bank.
const ROWS_SEED: u64 = 4_017;
/// The lifetime curve in lira.
const CURVE: [i64; 15] = [
    -6_200, 2_100, 9_800, 18_400, 26_900, 33_700, 40_600, 46_300, 52_100, 57_900, 64_400, 70_200, 76_800,
    82_300, 96_400,
];

/// All complaints closed: sales are open.
pub(super) fn closed(maker: &mut Maker<'_>) {
    make(maker, 100_001_781, 1_234_517);
    card_fee(maker, Some(1), None);
}

/// The same customer with the card fee complaint still open.
pub(super) fn open(maker: &mut Maker<'_>) {
    make(maker, 100_006_281, 1_334_517);
    let promise = maker.at(0, 17, 0);
    card_fee(maker, None, Some(promise));
}

fn make(maker: &mut Maker<'_>, identity: u64, mobile: u64) {
    cast::introduce(maker, PART);
    maker.identity(numbers::person_number(identity));
    reach(maker, numbers::mobile_number(mobile));
    let main = current(maker);
    foreign(maker);
    deposits(maker);
    owed(maker, main);
    complaints(maker);
    contacts(maker);
    scores(maker);
    let fixed = maker.day(6);
    service::insured(maker, "home", 20, (Some(PART.branch), Some(fixed)));
    service::said(maker, LifeEventKind::Birth, -250, 190);
    service::quote(maker, ("deposit-renewal", "43.00"), Touchpoint::Ivr, (1, 7));
}

/// No mail, an address that was confirmed 26 months ago; calls allowed, messages refused.
fn reach(maker: &mut Maker<'_>, mobile: Option<String>) {
    maker.contact(ContactKind::Mobile, mobile.clone(), 359);
    let address = "Bağdat Cad. No: 214/7, 34710 Kadıköy / İstanbul".to_owned();
    maker.contact(ContactKind::Address, Some(address), 797);
    let mobile = mobile.unwrap_or_default();
    let (granted, refused) = (ConsentStatus::Granted, ConsentStatus::Refused);
    maker.consent(ConsentChannel::Call, &mobile, granted, (2_478, "HS_CAGRI_MERKEZI"));
    maker.consent(ConsentChannel::Message, &mobile, granted, (2_478, "HS_CAGRI_MERKEZI"));
    maker.consent(ConsentChannel::Message, &mobile, refused, (109, "HS_CAGRI_MERKEZI"));
}

/// A row of the current account before its balance is known.
struct Planned {
    ago: i32,
    minor: i64,
    operation: &'static str,
    text: String,
    other: Option<&'static str>,
}

fn planned(
    ago: i32,
    minor: i64,
    (operation, text): (&'static str, &str),
    other: Option<&'static str>,
) -> Planned {
    Planned { ago, minor, operation, text: text.to_owned(), other }
}

/// The last rows, as drawn.
fn last_rows() -> [Planned; 6] {
    [
        planned(6, -20_000_000, ("vadeli_acilis", "Vadeli hesap açılışı 4017-08"), None),
        planned(5, -46_781, ("fatura", "İnternet faturası, mobil"), Some("Telekom A.Ş.")),
        planned(3, -35_520, ("kart", "Lokanta, banka kartı"), None),
        planned(2, -24_000, ("kart", "Taksi, banka kartı"), None),
        planned(1, 250_000, ("fast_gelen", "Gelen FAST"), Some("M. Yalavuz")),
        planned(0, -41_280, ("kart", "Market, banka kartı"), None),
    ]
}

fn current(maker: &mut Maker<'_>) -> AccountId {
    let rows = all_rows(maker);
    let sum: i64 = rows.iter().map(|row| row.minor).sum();
    let kind = (AccountKind::Demand, Currency::TRY);
    let mut sheet = maker.account_as(1, kind, 4_271, ENDS_AT - sum);
    let id = sheet.id;
    for row in rows {
        sheet.row(maker.day(-row.ago), row.minor, (row.operation, &row.text, row.other));
    }
    maker.keep(sheet);
    id
}

/// Salary on the fifteenth, rent on the second, three bills a month by hand, shops between.
fn all_rows(maker: &Maker<'_>) -> Vec<Planned> {
    let mut dice = Dice::new(ROWS_SEED, 0);
    let mut rows: Vec<Planned> = Vec::new();
    let last = last_rows();
    let monthly = |ago: i32| {
        let day: Day = maker.day(-ago);
        let bill = |at: usize| BILLS.get(at).copied().unwrap_or_default();
        match day.ymd().2 {
            15 => Some((7_925_000, "maas", "Maaş ödemesi".to_owned(), Some("İşveren"))),
            2 => Some((-1_850_000, "havale", "Kira ödemesi".to_owned(), Some("Ev sahibi"))),
            7 => Some((-61_420, "fatura", format!("{}, mobil", bill(0).0), Some(bill(0).1))),
            11 => Some((-76_875, "fatura", format!("{}, mobil", bill(1).0), Some(bill(1).1))),
            19 => Some((-46_781, "fatura", format!("{}, mobil", bill(2).0), Some(bill(2).1))),
            _ => None,
        }
    };
    for (from, to) in [(OLD_DAYS, OLDEST_RECENT), (RECENT_DAYS, 7)] {
        for ago in (to..=from).rev() {
            if let Some((minor, operation, text, other)) = monthly(ago) {
                rows.push(Planned { ago, minor, operation, text, other });
            }
        }
    }
    let recent = i32::try_from(rows.iter().filter(|row| row.ago <= RECENT_DAYS).count() + last.len());
    for _ in 0..RECENT_ROWS - recent.unwrap_or(RECENT_ROWS) {
        rows.push(small(&mut dice, (7, RECENT_DAYS)));
    }
    for _ in 0..OLD_ROWS {
        rows.push(small(&mut dice, (OLDEST_RECENT, OLD_DAYS)));
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.ago));
    rows.extend(last);
    rows
}

fn small(dice: &mut Dice, (from, to): (i32, i32)) -> Planned {
    let ago = dice.days(from, to);
    match dice.below(10) {
        0 => planned(
            ago,
            -dice.amount(20_000, 150_000, 10_000),
            ("nakit_cekme", "ATM para çekme"),
            Some("Moda ATM"),
        ),
        1 => {
            planned(ago, -dice.amount(10_000, 120_000, 5_000), ("fast", "Giden FAST, mobil"), Some("A. Örs"))
        }
        2 => {
            planned(ago, dice.amount(5_000, 90_000, 5_000), ("fast_gelen", "Gelen FAST"), Some("M. Yalavuz"))
        }
        _ => {
            let text = dice.pick(&[
                "Market, banka kartı",
                "Lokanta, banka kartı",
                "Eczane, banka kartı",
                "Taksi, banka kartı",
                "Kitabevi, banka kartı",
                "Fırın, banka kartı",
                "Giyim, banka kartı",
            ]);
            planned(ago, -dice.amount(4_500, 96_000, 25), ("kart", text), None)
        }
    }
}

fn foreign(maker: &mut Maker<'_>) {
    let usd = Currency::USD;
    let mut sheet = maker.account_as(2, (AccountKind::Demand, usd), 1_023, 871_500);
    for ago in [77, 35] {
        sheet.row(maker.day(-ago), 186_750, ("doviz_alis", "Döviz alış", None));
    }
    maker.keep(sheet);
    for ((code, price), minor) in FUNDS.into_iter().zip([9_610_000, 5_890_000]) {
        maker.holding(code, units_worth(minor, price), lira(minor));
    }
}

fn deposits(maker: &mut Maker<'_>) {
    maker.deposit(3, lira(50_000_000), (4_100, 2), (28, 7));
    maker.deposit(5, lira(64_230_000), (3_950, 2), (50, 42));
    maker.deposit(8, lira(20_000_000), (4_000, 2), (6, 86));
}

fn owed(maker: &mut Maker<'_>, main: AccountId) {
    let card = CardTerms {
        product: "Altın Kart",
        last4: 1_903,
        limit: 4_000_000,
        debt: 1_842_050,
        minimum: 368_410,
        due_in: -1,
        paid: false,
    };
    maker.credit_card(card, 2_759);
    maker.debit_card(main, 1_423, 2_150);
    let loan = LoanTerms {
        purpose: "Konut",
        amount: 22_500_000,
        outstanding: 21_000_000,
        instalment: 316_550,
        months: 120,
        paid: 14,
        state: LoanState::Running,
        overdue_days: 0,
    };
    maker.loan(loan, main);
    credit::bounced(maker, 7_741, 4_500_000, (12, None));
}

/// The complaint of six days ago: closed so many days ago, or open with a promise.
fn card_fee(maker: &mut Maker<'_>, closed: Option<i32>, promise: Option<crate::time::Moment>) {
    maker.complaint(Grievance {
        topic: "Kart aidatı iadesi",
        channel: Channel::CallCenter,
        opened: 6,
        closed,
        satisfaction: closed.map(|_| 3),
        refund: closed.map(|_| 48_000),
        owner: "Kart Operasyonu",
        promise,
    });
}

/// Topic, where, opened and closed so many days ago, satisfaction, refund, owner; the newest first.
type Past = (&'static str, Channel, (i32, i32), Option<u8>, Option<i64>, &'static str);

const PAST: [Past; 5] = [
    ("ATM'de para sıkışması", Channel::Branch, (22, 20), Some(4), Some(120_000), "ATM Operasyonu"),
    ("İzinsiz SMS", Channel::Mobile, (110, 109), None, None, "İzin Yönetimi"),
    ("Kart teslim gecikmesi", Channel::CallCenter, (156, 152), Some(3), None, "Kart Operasyonu"),
    ("Döviz kuru farkı", Channel::Mobile, (205, 203), Some(5), None, "Hazine"),
    ("Bekleme süresi", Channel::Branch, (286, 283), None, None, "Kadıköy Şubesi"),
];

fn complaints(maker: &mut Maker<'_>) {
    for (topic, channel, (opened, closed), satisfaction, refund, owner) in PAST {
        let closed = Some(closed);
        maker.complaint(Grievance {
            topic,
            channel,
            opened,
            closed,
            satisfaction,
            refund,
            owner,
            promise: None,
        });
    }
    let refused = maker.at(-1, 18, 52);
    maker.error(Channel::Atm, refused, ("ATM çekim", "GUNLUK_LIMIT", "Günlük limit"));
    let timeout = maker.at(-97, 9, 17);
    maker.error(Channel::Mobile, timeout, ("Fatura ödeme", "ZAMAN_ASIMI", "Zaman aşımı"));
}

/// Eighteen visits of the application and two calls in thirty days, the branch and the voice menu once.
fn contacts(maker: &mut Maker<'_>) {
    let inbound = |channel| (channel, Direction::Inbound);
    for visit in 0..18 {
        let at = maker.at(-1 - visit * 28 / 18, 21, 12);
        maker.contacted(inbound(Channel::Mobile), at, "Hesap hareketleri", None);
    }
    for (ago, hour, topic, outcome) in
        [(12, 11, "Çek ihbarı", "Bilgi verildi"), (6, 15, "Kart aidatı", "Şikâyet kaydı açıldı")]
    {
        let at = maker.at(-ago, hour, 26);
        maker.contacted(inbound(Channel::CallCenter), at, topic, Some(outcome));
    }
    let at = maker.at(-22, 10, 48);
    maker.contacted(inbound(Channel::Branch), at, "ATM işlemi", Some("Şikâyet kaydı açıldı"));
    let at = maker.at(-1, 19, 4);
    maker.contacted(
        inbound(Channel::Ivr),
        at,
        "Vadeli yenileme",
        Some("%43 teklif edildi, temsilci istendi"),
    );
}

fn scores(maker: &mut Maker<'_>) {
    let curve: Vec<Money> = CURVE.map(|point| lira(point * 100)).to_vec();
    let fact = Profile {
        customer: maker.no,
        as_of: maker.today(),
        value_segment: Some(PART.segment.to_owned()),
        behaviour_segment: Some(PART.behaviour.to_owned()),
        lifetime: Some(LifetimeValue {
            curve,
            worth: lira(9_640_000),
            break_even_month: Some(14),
            rising: true,
        }),
        churn_permille: vec![710, 480, 390, 360, 290, 260],
        churn_reason: Some("competitor-rates".to_owned()),
        profit_this_year: Some(lira(612_000)),
        profit_last_year: Some(lira(487_000)),
    };
    maker.push(Fact::Profile(fact));
}
