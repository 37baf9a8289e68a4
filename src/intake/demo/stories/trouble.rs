//! Stories of things that went wrong.

use super::cast::{self, Part};
use crate::{
    domain::{channel::Channel, customer::Title, interaction::Direction, restriction::RestrictionKind},
    intake::demo::{
        credit,
        maker::{Grievance, Maker, lira},
        people::Tier,
        service,
    },
};

const MERCHANT: Part = Part {
    place: 11,
    given: "Kemal",
    family: "Sarpdağ",
    title: Some(Title::Bey),
    birth: (1974, 8, 30),
    years: 12,
    branch: "Osmangazi",
    tier: Tier::B1,
    segment: "B1",
    behaviour: "trade",
    income: 88_000,
};

/// A cheque of his bounced five days ago: no credit is offered, the rest is.
pub(super) fn bounced_cheque(maker: &mut Maker<'_>) {
    let life = cast::enter(maker, MERCHANT);
    cast::lives(maker, &life, 4_180_000);
    cast::card(maker, 5_518, (8_000_000, 3_370_000));
    maker.deposit(3, lira(15_000_000), (3_975, 2), (40, 6));
    credit::bounced(maker, 3_310, 8_250_000, (5, None));
    let settled = maker.day(-396);
    credit::bounced(maker, 3_154, 2_100_000, (410, Some(settled)));
    cast::scored(maker, MERCHANT, (330, 300), Some("less-activity"));
}

const LEAVER: Part = Part {
    place: 12,
    given: "Nuray",
    family: "Gökmen",
    title: Some(Title::Hanim),
    birth: (1979, 12, 5),
    years: 8,
    branch: "Beşiktaş",
    tier: Tier::A2,
    segment: "A2",
    behaviour: "spender",
    income: 112_000,
};

/// Wants to close her card; what would keep her is worth knowing.
pub(super) fn cancellation(maker: &mut Maker<'_>) {
    let life = cast::enter(maker, LEAVER);
    cast::lives(maker, &life, 6_240_000);
    cast::card(maker, 8_690, (12_000_000, 1_480_000));
    let at = maker.at(-1, 16, 31);
    let outcome = Some("Kart iptali istedi, düşünmesi için geri aranacak");
    maker.contacted((Channel::CallCenter, Direction::Inbound), at, "Kart iptali", outcome);
    maker.complaint(Grievance {
        topic: "Kart aidatı iadesi",
        channel: Channel::Mobile,
        opened: 34,
        closed: Some(27),
        satisfaction: Some(2),
        refund: None,
        owner: "Kart Operasyonu",
        promise: None,
    });
    cast::scored(maker, LEAVER, (820, 540), Some("complaints"));
}

const ANGRY: Part = Part {
    place: 13,
    given: "Tolga",
    family: "Erbil",
    title: Some(Title::Bey),
    birth: (1985, 3, 14),
    years: 5,
    branch: "Çankaya",
    tier: Tier::B1,
    segment: "B1",
    behaviour: "digital",
    income: 69_000,
};

/// Was angry on the phone yesterday: nothing is sold, service goes on.
pub(super) fn bad_mood(maker: &mut Maker<'_>) {
    let life = cast::enter(maker, ANGRY);
    cast::lives(maker, &life, 2_950_000);
    cast::card(maker, 1_135, (6_000_000, 2_240_000));
    maker.deposit(3, lira(12_000_000), (3_925, 2), (30, 16));
    let at = maker.at(-1, 11, 8);
    let outcome = Some("Sesini yükseltti, kapattı");
    maker.contacted((Channel::CallCenter, Direction::Inbound), at, "Mobil giriş", outcome);
    let evidence = "Çağrıda sesini yükseltti: \"Üç gündür giremiyorum!\"";
    service::stopped(maker, (RestrictionKind::BadMood, evidence), 1, Some(6));
    let at = maker.at(-1, 10, 52);
    maker.error(Channel::Mobile, at, ("Mobil giriş", "SIFRE_HATALI", "Şifre hatalı"));
    cast::scored(maker, ANGRY, (450, 320), Some("complaints"));
}

const REFUSED: Part = Part {
    place: 14,
    given: "Pınar",
    family: "Yücedağ",
    title: None,
    birth: (1990, 7, 8),
    years: 7,
    branch: "Ataşehir",
    tier: Tier::B2,
    segment: "B2",
    behaviour: "spender",
    income: 51_000,
};

/// A machine refused her twice within the last day.
pub(super) fn atm_refusal(maker: &mut Maker<'_>) {
    let life = cast::enter(maker, REFUSED);
    let main = cast::lives(maker, &life, 2_020_000);
    maker.debit_card(main, 1_042, 900);
    for minute in [14, 16] {
        let at = maker.at(-1, 21, minute);
        maker.error(Channel::Atm, at, ("ATM çekim", "SIFRE_HATALI", "Şifre hatalı"));
    }
    cast::scored(maker, REFUSED, (170, 150), None);
}
