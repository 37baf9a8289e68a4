//! Those of the start screen: work left today, whom to call, names that are found however they are typed.

use super::cast::{self, Part};
use crate::{
    domain::{
        CustomerNo, DraftId, RequestKey, account::AccountKind, channel::Channel, customer::Title,
        draft::Draft, operator::OperatorId,
    },
    intake::demo::{
        maker::{Grievance, Maker, lira},
        people::Tier,
    },
    money::Currency,
};

/// Who works at the demo bank's desk.
pub const OPERATOR: &str = "demo";

const HALE: Part = Part {
    place: 21,
    given: "Hale",
    family: "Taşkın",
    title: Some(Title::Hanim),
    birth: (1976, 5, 29),
    years: 10,
    branch: "Moda",
    tier: Tier::B1,
    segment: "B1",
    behaviour: "saver",
    income: 61_000,
};

/// Was promised a call at five o'clock today, by the call centre itself.
pub(super) fn hale(maker: &mut Maker<'_>) {
    let life = cast::enter(maker, HALE);
    cast::lives(maker, &life, 2_480_000);
    cast::card(maker, 3_672, (5_000_000, 960_000));
    let promise = Some(maker.at(0, 17, 0));
    maker.complaint(Grievance {
        topic: "Kart aidatı iadesi",
        channel: Channel::CallCenter,
        opened: 3,
        closed: None,
        satisfaction: None,
        refund: None,
        owner: "Çağrı Merkezi",
        promise,
    });
    cast::scored(maker, HALE, (210, 200), None);
}

const KEREM: Part = Part { place: 22, given: "Kerem", family: "Arıkan", birth: (1983, 10, 11), ..LIKE };

/// A flow was begun for him and waits at its second screen.
pub(super) fn kerem(maker: &mut Maker<'_>) {
    let life = cast::enter(maker, KEREM);
    cast::lives(maker, &life, 3_110_000);
    maker.deposit(3, lira(35_000_000), (4_025, 2), (25, 7));
    let no = u128::from(maker.no.0);
    let until = maker.at(0, 18, 0);
    maker.made.drafts.push(Draft {
        id: DraftId(no << 32),
        operator: OperatorId(OPERATOR.to_owned()),
        customer: maker.no,
        flow: "break-fx-fund".to_owned(),
        step: 2,
        fields: [
            ("deposit", format!("{}", maker.no.0.saturating_mul(100) + 3)),
            ("fx_amount", "100000.00".to_owned()),
            ("fx_currency", "USD".to_owned()),
            ("fund_amount", "200000.00".to_owned()),
            ("fund", "PPF".to_owned()),
        ]
        .map(|(field, value)| (field.to_owned(), value))
        .into(),
        request: RequestKey(no << 32),
        quote: None,
        until,
    });
    cast::scored(maker, KEREM, (120, 110), None);
}

/// Whose run waits for a second person.
pub const WAITING: CustomerNo = CustomerNo(10_017_516);

const SELIN: Part = Part {
    place: 23,
    given: "Selin",
    family: "Konca",
    title: Some(Title::Hanim),
    birth: (1992, 1, 25),
    ..LIKE
};

/// Wants to break her deposit for dollars and a fund: above an agent's limit, so a supervisor has to agree. The
/// run itself is made at the door when the bank is filled.
pub(super) fn selin(maker: &mut Maker<'_>) {
    let life = cast::enter(maker, SELIN);
    cast::lives(maker, &life, 2_290_000);
    cast::card(maker, 7_516, (4_000_000, 1_850_000));
    let dollars = maker.account_as(2, (AccountKind::Demand, Currency::USD), 640, 120_000);
    maker.keep(dollars);
    maker.deposit(3, lira(60_000_000), (4_025, 2), (30, 12));
    maker.investor_form((90, 275), 3);
    cast::scored(maker, SELIN, (130, 150), None);
}

const OYA: Part = Part {
    place: 24,
    given: "Oya",
    family: "Türker",
    title: Some(Title::Hanim),
    birth: (1971, 3, 8),
    ..LIKE
};

/// Her deposit matures tomorrow.
pub(super) fn oya(maker: &mut Maker<'_>) {
    let life = cast::enter(maker, OYA);
    cast::lives(maker, &life, 1_970_000);
    maker.deposit(3, lira(25_000_000), (4_050, 2), (31, 1));
    cast::scored(maker, OYA, (160, 140), None);
}

const LIKE: Part = Part {
    place: 20,
    given: "Işıl",
    family: "Yılmaz",
    title: Some(Title::Bey),
    birth: (1985, 2, 2),
    years: 7,
    branch: "Kadıköy",
    tier: Tier::B1,
    segment: "B1",
    behaviour: "saver",
    income: 64_000,
};

/// Born in that year, at that branch, of that worth.
fn namesake(maker: &mut Maker<'_>, part: Part) {
    let life = cast::enter(maker, part);
    cast::lives(maker, &life, 1_400_000);
    cast::scored(maker, part, (100, 100), None);
}

pub(super) fn isil_moda(maker: &mut Maker<'_>) {
    let part = Part {
        place: 25,
        title: None,
        branch: "Moda",
        tier: Tier::A1,
        segment: "A1",
        behaviour: "investor",
        ..LIKE
    };
    namesake(maker, part);
}

pub(super) fn isil_bornova(maker: &mut Maker<'_>) {
    let life = Part { place: 26, title: None, birth: (1992, 6, 19), branch: "Bornova", ..LIKE };
    namesake(maker, Part { tier: Tier::B2, segment: "B2", behaviour: "salaried", ..life });
}

pub(super) fn isilay(maker: &mut Maker<'_>) {
    let part =
        Part { place: 27, given: "Işılay", title: None, birth: (1971, 9, 30), behaviour: "saver", ..LIKE };
    namesake(maker, part);
}

pub(super) fn isil_yorulmaz(maker: &mut Maker<'_>) {
    let part = Part { place: 28, family: "Yorulmaz", title: None, birth: (1999, 12, 14), years: 0, ..LIKE };
    namesake(maker, Part { branch: "Çankaya", tier: Tier::C, segment: "C", behaviour: "digital", ..part });
}
