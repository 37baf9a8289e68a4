//! Stories of people whose life changes, and of records that belong together.

use rust_decimal::Decimal;

use super::cast::{self, Part};
use crate::{
    domain::{
        account::AccountKind,
        channel::{Channel, Touchpoint},
        consent::{ConsentChannel, ConsentStatus},
        contact::ContactKind,
        customer::{CustomerKind, Name, Title},
        interaction::Direction,
        life_event::LifeEventKind,
    },
    intake::demo::{
        company as invented,
        maker::{Maker, Who, lira},
        numbers,
        people::{Life, Tier},
        service,
    },
    money::Currency,
    time::Day,
};

const LIMIT: Part = Part {
    place: 1,
    given: "Okan",
    family: "Doruk",
    title: Some(Title::Bey),
    birth: (1988, 6, 3),
    years: 6,
    branch: "Bornova",
    tier: Tier::B1,
    segment: "B1",
    behaviour: "spender",
    income: 74_000,
};

/// The voice menu offered a higher limit yesterday and he said yes: every channel must know.
pub(super) fn ivr_card_limit(maker: &mut Maker<'_>) {
    let life = cast::enter(maker, LIMIT);
    cast::lives(maker, &life, 3_420_000);
    cast::card(maker, 5_106, (4_000_000, 2_915_000));
    let at = maker.at(-1, 19, 4);
    let asked = Some("60.000 TL limit teklifini kabul etti, temsilciye bağlanacak");
    maker.contacted((Channel::Ivr, Direction::Inbound), at, "Kart limiti", asked);
    service::quote(maker, ("card-limit", "limit=60000.00 TRY"), Touchpoint::Ivr, (1, 5));
    cast::scored(maker, LIMIT, (140, 170), None);
}

const BRIDE: Part = Part {
    place: 2,
    given: "Elif Su",
    family: "Akınsoy",
    title: Some(Title::Hanim),
    birth: (1997, 9, 21),
    years: 4,
    branch: "Nilüfer",
    tier: Tier::B2,
    segment: "B2",
    behaviour: "salaried",
    income: 46_000,
};

/// Marries in the spring and is saving for it.
pub(super) fn wedding(maker: &mut Maker<'_>) {
    let life = cast::enter(maker, BRIDE);
    cast::lives(maker, &life, 1_830_000);
    cast::card(maker, 7_720, (3_500_000, 640_000));
    maker.deposit(3, lira(18_000_000), (3_900, 2), (60, 32));
    service::said(maker, LifeEventKind::Marriage, 190, 12);
    let at = maker.at(-12, 14, 40);
    let noted = Some("#evlilik notu alındı");
    maker.contacted((Channel::Branch, Direction::Inbound), at, "Düğün için birikim", noted);
    cast::scored(maker, BRIDE, (120, 130), None);
}

const SOLDIER: Part = Part {
    place: 3,
    given: "Can",
    family: "Durmaz",
    title: Some(Title::Bey),
    birth: (2004, 2, 17),
    years: 3,
    branch: "İlkadım",
    tier: Tier::C,
    segment: "B2",
    behaviour: "salaried",
    income: 31_000,
};

/// Leaves for military service next month: card and standing orders are to be looked after.
pub(super) fn military_service(maker: &mut Maker<'_>) {
    let life = cast::enter(maker, SOLDIER);
    let main = cast::lives(maker, &life, 940_000);
    cast::card(maker, 3_391, (1_500_000, 410_000));
    maker.order(main, 65_000, ("Mobil İletişim A.Ş.", "Cep telefonu faturası"));
    service::said(maker, LifeEventKind::MilitaryService, 20, 9);
    cast::scored(maker, SOLDIER, (310, 280), Some("less-activity"));
}

const PAIR: Part = Part {
    place: 4,
    given: "Şükrü",
    family: "Çağlayan",
    title: Some(Title::Bey),
    birth: (1969, 11, 2),
    years: 14,
    branch: "Üsküdar",
    tier: Tier::B1,
    segment: "B1",
    behaviour: "saver",
    income: 52_000,
};

/// One man, two numbers: this record has everything.
pub(super) fn duplicate_first(maker: &mut Maker<'_>) {
    let life = cast::enter(maker, PAIR);
    cast::lives(maker, &life, 2_760_000);
    maker.deposit(3, lira(25_000_000), (4_000, 2), (20, 26));
    cast::scored(maker, PAIR, (90, 80), None);
}

/// And this one, without his identity number, spells him as an old terminal did.
pub(super) fn duplicate_second(maker: &mut Maker<'_>) {
    let part = Part {
        given: "SUKRU",
        family: "CAGLAYAN",
        title: None,
        years: 2,
        tier: Tier::C,
        segment: "B",
        ..PAIR
    };
    let life = cast::introduce(maker, part);
    let mobile = numbers::mobile_number(1_000_100 + PAIR.place * 37);
    maker.contact(ContactKind::Mobile, mobile, 40);
    let address = "ATATURK BUL. NO 12/4 USKUDAR ISTANBUL".to_owned();
    maker.contact(ContactKind::Address, Some(address), 640);
    cast::lives(maker, &Life { income: 0, ..life }, 380_000);
    cast::card(maker, 6_410, (2_000_000, 1_120_000));
}

const TWIN: Part = Part {
    place: 5,
    given: "Ece",
    family: "Tunalı",
    title: None,
    birth: (1994, 4, 23),
    years: 9,
    branch: "Karşıyaka",
    tier: Tier::B2,
    segment: "B2",
    behaviour: "digital",
    income: 44_000,
};

/// Born on one day, living at one address, and two people.
pub(super) fn twin_first(maker: &mut Maker<'_>) {
    twin(maker, TWIN);
}

/// The other one.
pub(super) fn twin_second(maker: &mut Maker<'_>) {
    twin(maker, Part { place: 6, given: "Efe", ..TWIN });
}

fn twin(maker: &mut Maker<'_>, part: Part) {
    let life = cast::introduce(maker, part);
    maker.identity(numbers::person_number(100_002_000 + part.place));
    let mobile = numbers::mobile_number(1_000_100 + part.place * 37);
    maker.contact(ContactKind::Mobile, mobile.clone(), 90);
    let address = "Çınar Sok. No: 18/3, 35530 Karşıyaka / İzmir".to_owned();
    maker.contact(ContactKind::Address, Some(address), 90);
    let mobile = mobile.unwrap_or_default();
    maker.consent(ConsentChannel::Call, &mobile, ConsentStatus::Granted, (400, "HS_MOBIL"));
    cast::lives(maker, &life, 1_210_000 + i64::try_from(part.place).unwrap_or(0) * 33_000);
    cast::card(maker, 9_260 + part.place, (3_000_000, 530_000));
    cast::scored(maker, part, (150, 160), None);
}

const UNREACHED: Part = Part {
    place: 7,
    given: "Hasan",
    family: "Korucu",
    title: None,
    birth: (1958, 1, 1),
    years: 21,
    branch: "Meram",
    tier: Tier::B1,
    segment: "B1",
    behaviour: "saver",
    income: 28_000,
};

/// No telephone, no mail, no address, no identity number: what is unknown says so.
pub(super) fn missing_contact_data(maker: &mut Maker<'_>) {
    let life = cast::introduce(maker, UNREACHED);
    cast::lives(maker, &life, 5_630_000);
    maker.deposit(3, lira(40_000_000), (3_850, 2), (70, 22));
    maker.holding("PPF", Decimal::from(12_400), lira(4_318_815));
}

/// A company and the three people who speak for it.
pub(super) fn company(maker: &mut Maker<'_>) {
    let (known, since) = (4_180, maker.day(-4_180));
    maker.who(Who {
        name: Name { given: String::new(), family: "Anadolu Yapı Malzemeleri Ltd. Şti.".to_owned() },
        kind: CustomerKind::Company,
        birth: Day::from_ymd(2011, 5, 12),
        since,
        branch: "Şahinbey",
        title: None,
    });
    maker.identity(numbers::company(1_000_011));
    let mobile = numbers::mobile_number(1_003_011);
    maker.contact(ContactKind::Mobile, mobile.clone(), 200);
    maker.contact(ContactKind::Email, Some("muhasebe@anadoluyapi.example.com".to_owned()), 200);
    let address = "Gazi Cad. No: 88/1, 27010 Şahinbey / Gaziantep".to_owned();
    maker.contact(ContactKind::Address, Some(address), 200);
    let mobile = mobile.unwrap_or_default();
    maker.consent(ConsentChannel::Call, &mobile, ConsentStatus::Granted, (800, "HS_ISLAK_IMZA"));
    for (place, name, role) in [
        (1, "Nurcan Özdağlı", (0, true)),
        (2, "Levent Sarpkaya", (1, false)),
        (3, "Işıl Ünverdi", (3, false)),
    ] {
        invented::person(maker, place, name, role);
    }
    let life = Life { tier: Tier::A2, age: 0, known, income: 46_824_400, company: true };
    cast::lives(maker, &life, 38_500_000);
    let mut euros = maker.account_as(2, (AccountKind::Demand, Currency::EUR), 900, 3_120_000);
    euros.row(maker.day(-15), 845_000, ("ihracat", "İhracat bedeli", Some("Baustoffe GmbH")));
    maker.keep(euros);
    maker.deposit(3, lira(300_000_000), (4_250, 2), (21, 14));
    let part = Part { tier: Tier::A2, segment: "A2", behaviour: "trade", ..UNREACHED };
    cast::scored(maker, part, (60, 70), None);
}
