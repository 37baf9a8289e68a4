//! What a customer lived through with the bank: failed operations, complaints, contacts, insurance, life
//! events, stops, answered offers, live quotes.

use super::{
    maker::{Grievance, Maker},
    people::Life,
};
use crate::domain::{
    Fact, QuoteId,
    channel::{Channel, Touchpoint},
    insurance::Insurance,
    interaction::Direction,
    life_event::{KnownFrom, LifeEvent, LifeEventKind},
    outcome::{OfferAnswer, Outcome},
    published::Published,
    quote::Quote,
    restriction::{Restriction, RestrictionKind},
};

/// Channel, operation, code, text shown.
const ERRORS: [(Channel, &str, &str, &str); 9] = [
    (Channel::Atm, "ATM çekim", "GUNLUK_LIMIT", "Günlük limit"),
    (Channel::Atm, "ATM yatırma", "KUPUR_SIKISTI", "Para sayılamadı"),
    (Channel::Mobile, "Mobil giriş", "SIFRE_HATALI", "Şifre hatalı"),
    (Channel::Mobile, "FAST", "ALICI_BANKA_KAPALI", "Alıcı banka yanıt vermedi"),
    (Channel::Mobile, "Fatura ödeme", "ZAMAN_ASIMI", "Zaman aşımı"),
    (Channel::Web, "Havale", "AD_UYUSMUYOR", "Alıcı adı ile IBAN uyuşmadı"),
    (Channel::Pos, "Alışveriş", "YETERSIZ_LIMIT", "Kart limiti yetersiz"),
    (Channel::Pos, "Temassız ödeme", "TEMASSIZ_LIMIT", "Temassız limiti aşıldı"),
    (Channel::Ivr, "Kart şifresi", "UC_YANLIS", "Üç yanlış deneme"),
];

/// Topic, the unit that answers for it.
const TOPICS: [(&str, &str); 10] = [
    ("Kart aidatı iadesi", "Kart Operasyonu"),
    ("ATM'de para sıkışması", "ATM Operasyonu"),
    ("İzinsiz SMS", "İzin Yönetimi"),
    ("Kart teslim gecikmesi", "Kart Operasyonu"),
    ("Döviz kuru farkı", "Hazine"),
    ("Bekleme süresi", "Şube Yönetimi"),
    ("Mobil uygulama hatası", "Dijital Kanallar"),
    ("Çift çekim", "Kart Operasyonu"),
    ("Kredi masrafı iadesi", "Kredi Operasyonu"),
    ("EFT gecikmesi", "Ödeme Operasyonu"),
];
/// Where complaints are made.
const MADE_AT: [Channel; 4] = [Channel::CallCenter, Channel::Branch, Channel::Mobile, Channel::Web];

const REASONS: [(Channel, &str); 10] = [
    (Channel::Mobile, "Hesap hareketleri"),
    (Channel::Mobile, "FAST gönderme"),
    (Channel::CallCenter, "Kart limiti"),
    (Channel::CallCenter, "Ekstre"),
    (Channel::Branch, "Vadeli açma"),
    (Channel::Branch, "Kredi bilgisi"),
    (Channel::Ivr, "Bakiye sorma"),
    (Channel::Mobile, "Fatura ödeme"),
    (Channel::Web, "Döviz alış"),
    (Channel::CallCenter, "Şifre işlemleri"),
];

pub(super) fn all(maker: &mut Maker<'_>, life: &Life) {
    if maker.dice.chance(90) {
        error(maker);
    }
    if maker.dice.chance(55) {
        complaint(maker);
    }
    if maker.dice.chance(300) {
        contact(maker, 120);
    }
    if maker.dice.chance(90) {
        contact(maker, 25);
    }
    if maker.dice.chance(life.tier.of([420, 320, 180, 90, 40])) {
        insurance(maker);
    }
    if maker.dice.chance(25) && !life.company {
        life_event(maker, life);
    }
    if maker.dice.chance(8) {
        stop(maker);
    }
    if maker.dice.chance(60) {
        answered(maker);
    }
    if maker.dice.chance(6) {
        quoted(maker);
    }
}

fn error(maker: &mut Maker<'_>) {
    let ago = maker.dice.days(1, 60);
    let at = maker.some_time(-ago);
    let which = usize::try_from(maker.dice.below(9)).unwrap_or(0);
    if let Some((channel, operation, code, text)) = ERRORS.get(which).copied() {
        maker.error(channel, at, (operation, code, text));
    }
}

fn complaint(maker: &mut Maker<'_>) {
    let (topic, owner) = maker.dice.pick(&TOPICS);
    let opened = maker.dice.days(1, 400);
    let took = maker.dice.days(1, 9);
    let closed = (opened > took).then(|| opened - took);
    let channel = MADE_AT.get(usize::try_from(maker.dice.below(4)).unwrap_or(0)).copied();
    let promise = match closed {
        None if maker.dice.chance(400) => {
            let ahead = maker.dice.days(1, 4);
            Some(maker.at(ahead, 17, 0))
        }
        _ => None,
    };
    let satisfaction = closed.filter(|_| maker.dice.chance(600)).map(|_| maker.dice.between(1, 5));
    let refund = maker.dice.chance(250).then(|| maker.dice.amount(5_000, 150_000, 1_000));
    maker.complaint(Grievance {
        topic,
        channel: channel.unwrap_or(Channel::CallCenter),
        opened,
        closed,
        satisfaction: satisfaction.and_then(|marks| u8::try_from(marks).ok()),
        refund: refund.filter(|_| closed.is_some()),
        owner,
        promise,
    });
}

fn contact(maker: &mut Maker<'_>, within: i32) {
    let ago = maker.dice.days(1, within);
    let at = maker.some_time(-ago);
    let which = usize::try_from(maker.dice.below(10)).unwrap_or(0);
    if let Some((channel, topic)) = REASONS.get(which).copied() {
        let outcome = maker.dice.pick(&["Tamamlandı", "Bilgi verildi", "Yönlendirildi"]);
        maker.contacted((channel, Direction::Inbound), at, topic, Some(outcome));
    }
}

fn insurance(maker: &mut Maker<'_>) {
    let product = maker.dice.pick(&["home", "life", "car", "travel"]);
    let ends = maker.dice.days(-20, 360);
    let branch = super::places::draw(&mut maker.dice).branch;
    let fixed = (0..45).contains(&ends).then(|| maker.day(ends - 14));
    insured(maker, product, ends, (Some(branch), fixed));
}

/// A policy of a year that ends in so many days.
pub(super) fn insured(
    maker: &mut Maker<'_>,
    product: &str,
    ends: i32,
    (sold_at, price_fixed_until): (Option<&str>, Option<crate::time::Day>),
) {
    let fact = Insurance {
        number: maker.no.0,
        customer: maker.no,
        product: product.to_owned(),
        begins: maker.day(ends - 365),
        ends: maker.day(ends),
        sold_at: sold_at.map(str::to_owned),
        price_fixed_until,
    };
    maker.push(Fact::Insurance(fact));
}

fn life_event(maker: &mut Maker<'_>, life: &Life) {
    let which = usize::try_from(maker.dice.below(7)).unwrap_or(0);
    let kind = LifeEventKind::ALL.get(which).copied().unwrap_or(LifeEventKind::Moving);
    let fits = match kind {
        LifeEventKind::Retirement => (55..70).contains(&life.age),
        LifeEventKind::MilitaryService => (20..30).contains(&life.age),
        LifeEventKind::Exam => life.age < 30,
        LifeEventKind::Marriage | LifeEventKind::Birth => (22..45).contains(&life.age),
        LifeEventKind::Appointment | LifeEventKind::Moving => true,
    };
    if fits {
        let on = maker.dice.days(-200, 200);
        let recorded = maker.dice.days(1, 30) + (-on).max(0) / 2;
        said(maker, kind, on, recorded.min(220));
    }
}

/// An event on the first of the month that lies so many days ahead, said so many days ago.
pub(super) fn said(maker: &mut Maker<'_>, kind: LifeEventKind, ahead: i32, recorded: i32) {
    let day = maker.day(ahead);
    let (year, month, _) = day.ymd();
    let on = crate::time::Day::from_ymd(year, month, 1).unwrap_or(day);
    let recorded = maker.day(-recorded);
    let fact = LifeEvent { customer: maker.no, kind, on, known_from: KnownFrom::Customer, recorded };
    maker.push(Fact::LifeEvent(fact));
}

fn stop(maker: &mut Maker<'_>) {
    let kind = match maker.dice.below(10) {
        0..3 => (RestrictionKind::BadMood, "Çağrıda sert konuştu, kapattı"),
        3..6 => (RestrictionKind::Objection, "Pazarlama ve profillemeye itiraz dilekçesi"),
        6..8 => (RestrictionKind::Hardship, "İşini kaybettiğini söyledi"),
        8 => (RestrictionKind::Bereavement, "Eşini kaybettiğini söyledi"),
        _ => (RestrictionKind::Fraud, "Kart bilgisi çalındı bildirimi"),
    };
    let ago = maker.dice.days(1, 20);
    stopped(maker, kind, ago, Some(30));
}

/// A stop recorded so many days ago, holding for so many days from the business day.
pub(super) fn stopped(
    maker: &mut Maker<'_>,
    (kind, evidence): (RestrictionKind, &str),
    ago: i32,
    holds: Option<i32>,
) {
    let since = maker.some_time(-ago);
    let until = holds.map(|days| maker.day(days));
    let fact = Restriction { customer: maker.no, kind, since, until, evidence: evidence.to_owned() };
    maker.push(Fact::Restriction(fact));
}

fn answered(maker: &mut Maker<'_>) {
    let offer = maker.dice.pick(&[
        "money-market-fund",
        "card-limit",
        "bill-order",
        "home-insurance",
        "consumer-loan",
    ]);
    let ago = maker.dice.days(2, 150);
    let at = maker.some_time(-ago);
    let answer = match maker.dice.below(10) {
        0..4 => OfferAnswer::Presented,
        4 | 5 => OfferAnswer::Taken,
        6 => OfferAnswer::TooExpensive,
        7 => OfferAnswer::HasOne,
        8 => {
            let ahead = maker.dice.days(5, 60);
            OfferAnswer::Later(maker.day(ahead))
        }
        _ => OfferAnswer::Unwanted,
    };
    let customer = maker.no;
    let fact = Outcome { customer, offer: offer.to_owned(), channel: Channel::CallCenter, at, answer };
    maker.push(Fact::Outcome(fact));
}

fn quoted(maker: &mut Maker<'_>) {
    let rate = 3_900 + maker.dice.between(0, 16) * 25;
    let (made, until) = (maker.dice.days(1, 3), maker.dice.days(1, 9));
    let terms = format!("{}.{:02}", rate / 100, rate % 100);
    quote(maker, ("deposit-renewal", &terms), Touchpoint::Ivr, (made, until));
}

/// A firm quote made so many days ago that holds to the end of a day so many days ahead.
pub(super) fn quote(
    maker: &mut Maker<'_>,
    (offer, terms): (&str, &str),
    made_on: Touchpoint,
    (made, until): (i32, i32),
) {
    let many = u128::try_from(maker.made.quotes.len()).unwrap_or(0);
    let quote = Quote {
        // the customer and the quote's place among its quotes tell it apart
        id: QuoteId(u128::from(maker.no.0) << 32 | many),
        customer: maker.no,
        offer: offer.to_owned(),
        terms: terms.to_owned(),
        firm: true,
        made: maker.at(-made, 19, 4),
        until: maker.at(until, 23, 59),
        made_on,
        legal_stops: Vec::new(),
        published: Published { policy: maker.bank.params.policy.clone(), model: 0 },
    };
    maker.made.quotes.push(quote);
}
