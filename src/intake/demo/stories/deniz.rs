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
        maker::{CardTerms, Grievance, LoanTerms, Maker, lira},
        money::FUNDS,
        numbers,
        people::Tier,
        service, units_worth,
    },
    money::{Currency, Money},
};

use super::cast::{self, Part};

mod rows;

pub(in crate::intake::demo) use rows::TODAY_MINUTE;

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

/// The lifetime curve in lira.
const CURVE: [i64; 15] = [
    -6_200, 2_100, 9_800, 18_400, 26_900, 33_700, 40_600, 46_300, 52_100, 57_900, 64_400, 70_200, 76_800,
    82_300, 96_400,
];

/// All complaints closed: sales are open.
pub(super) fn closed(maker: &mut Maker<'_>) {
    make(maker, 100_001_781, 1_234_517);
    card_fee(maker, Some(1), None);
    signed(maker);
}

/// Signed yesterday for the deposit that matures first: dollars and a fund.
fn signed(maker: &mut Maker<'_>) {
    let amounts = [("fx_amount", 20_000_000), ("fund_amount", 30_000_000)];
    maker.signed_order(("break-fx-fund", maker.account_at(3)), amounts, (1, 5));
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
    let main = rows::current(maker);
    foreign(maker);
    deposits(maker);
    owed(maker, main);
    complaints(maker);
    contacts(maker);
    scores(maker);
    let fixed = maker.day(6);
    service::insured(maker, "home", 20, (Some(PART.branch), Some(fixed)));
    maker.investor_form((257, 108), 3);
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
