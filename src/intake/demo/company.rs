//! A company: trade name, tax number, the people who speak for it.

use super::{
    maker::{Maker, Who},
    numbers,
    people::{self, Life, Tier},
    places,
};
use crate::domain::{
    Fact,
    consent::ConsentChannel,
    contact::ContactKind,
    customer::{CustomerKind, Name},
    organisation::OrganisationContact,
};

const TRADES: [&str; 16] = [
    "İnşaat",
    "Tekstil",
    "Gıda",
    "Otomotiv",
    "Turizm",
    "Lojistik",
    "Elektrik",
    "Mobilya",
    "Tarım",
    "Makine",
    "Kırtasiye",
    "Eczacılık",
    "Yazılım",
    "Temizlik",
    "Ambalaj",
    "Züccaciye",
];
const FORMS: [&str; 3] = ["Ltd. Şti.", "A.Ş.", "San. ve Tic. Ltd. Şti."];
/// What a person does in a company.
pub(super) const ROLES: [&str; 4] = ["Şirket müdürü", "Muhasebe", "Finans", "Satın alma"];

/// Draws a company and its people.
pub(super) fn who(maker: &mut Maker<'_>, place: u64, tier: Tier) -> Life {
    let dice = &mut maker.dice;
    let founder = maker.bank.names.person(dice.chance(300), &mut || dice.draw());
    let trade = maker.dice.pick(&TRADES);
    let form = maker.dice.pick(&FORMS);
    let known = maker.dice.days(60, 20 * 365);
    let at = places::draw(&mut maker.dice);
    let older = maker.dice.days(0, 3_000);
    let birth = maker.day(-known - older);
    let since = maker.day(-known);
    maker.who(Who {
        name: Name { given: String::new(), family: format!("{} {trade} {form}", founder.family) },
        kind: CustomerKind::Company,
        birth: Some(birth),
        since,
        branch: at.branch,
        title: None,
    });
    maker.identity(numbers::company(place));
    let mobile = numbers::mobile(place);
    let asked = maker.dice.days(10, 900);
    maker.contact(ContactKind::Mobile, mobile.clone(), asked);
    let mail = format!("bilgi@{}{}.example.com", people::plain(&founder.family), place % 10_000);
    maker.contact(ContactKind::Email, Some(mail), asked / 2 + 1);
    let address = places::address(at, &mut maker.dice);
    maker.contact(ContactKind::Address, Some(address), asked + 60);
    if let Some(mobile) = mobile {
        people::consents(maker, &mobile, &[(ConsentChannel::Call, 700)]);
    }
    spoken_for(maker, &format!("{} {}", founder.given, founder.family));
    let (low, high) = tier.income();
    let income = maker.dice.amount(low * 500, high * 500, 100_000);
    Life { tier, age: 0, known, income, company: true }
}

/// The founder, and one or two more.
fn spoken_for(maker: &mut Maker<'_>, founder: &str) {
    let others = maker.dice.between(0, 2);
    person(maker, 1, founder, (0, true));
    for number in 0..others {
        let dice = &mut maker.dice;
        let name = maker.bank.names.person(dice.chance(500), &mut || dice.draw());
        let place = u64::try_from(number).unwrap_or(0) + 2;
        let role = usize::try_from(number).unwrap_or(0) + 1;
        person(maker, place, &format!("{} {}", name.given, name.family), (role, false));
    }
}

/// A person of the company; the number stands in the customer's own range.
pub(super) fn person(maker: &mut Maker<'_>, place: u64, name: &str, (role, may_sign): (usize, bool)) {
    let since = maker.dice.days(90, 2_500);
    let fact = OrganisationContact {
        customer: maker.no,
        number: place,
        name: name.to_owned(),
        role: ROLES.get(role).copied().unwrap_or_default().to_owned(),
        may_sign,
        since: Some(maker.day(-since)),
        until: None,
    };
    maker.push(Fact::OrganisationContact(fact));
}
