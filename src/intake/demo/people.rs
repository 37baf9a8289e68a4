//! An ordinary person: who it is, how to reach it, and how wealthy it is; everything else follows.

use super::{
    company, credit, doings,
    maker::{Maker, Who},
    money, numbers, places, restrictions, scores, service,
};
use crate::{
    domain::{
        consent::{ConsentChannel, ConsentStatus},
        contact::ContactKind,
        customer::{CustomerKind, Title},
    },
    text::fold::fold,
    time::Day,
};

/// Companies among so many customers.
const COMPANY_PERMILLE: u64 = 25;
/// Days of a year, for ages.
const YEAR: i32 = 365;

/// What the bank thinks of a customer's worth; the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Tier {
    A1,
    A2,
    B1,
    B2,
    C,
}

impl Tier {
    /// A real bank's customers: many small ones, few large.
    pub(super) fn draw(draw: u64) -> Tier {
        match draw % 100 {
            0..2 => Tier::A1,
            2..10 => Tier::A2,
            10..30 => Tier::B1,
            30..60 => Tier::B2,
            _ => Tier::C,
        }
    }

    /// A month's income in lira: from and to.
    pub(super) const fn income(self) -> (i64, i64) {
        match self {
            Tier::A1 => (180_000, 600_000),
            Tier::A2 => (85_000, 190_000),
            Tier::B1 => (48_000, 95_000),
            Tier::B2 => (30_000, 58_000),
            Tier::C => (22_000, 36_000),
        }
    }

    /// One of five figures, the first for [`Tier::A1`].
    pub(super) const fn of<T: Copy>(self, figures: [T; 5]) -> T {
        let [a1, a2, b1, b2, c] = figures;
        match self {
            Tier::A1 => a1,
            Tier::A2 => a2,
            Tier::B1 => b1,
            Tier::B2 => b2,
            Tier::C => c,
        }
    }
}

/// What the rest of a customer is drawn from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Life {
    pub(super) tier: Tier,
    pub(super) age: i32,
    /// Days since the first account.
    pub(super) known: i32,
    /// A month's income in minor units; zero for nobody's salary here.
    pub(super) income: i64,
    pub(super) company: bool,
}

impl Life {
    /// The value segment's code in the pack: the wealthy by their worth, the others by their time of life.
    pub(super) const fn segment(&self) -> &'static str {
        match (self.tier, self.age, self.known) {
            (Tier::A1, ..) => "A1",
            (Tier::A2, ..) => "A2",
            (_, 58.., _) => "B1",
            (_, 1..30, _) => "B2",
            (_, _, ..500) => "C",
            _ => "B",
        }
    }
}

/// Makes the customer at a place of the bank.
pub(super) fn make(maker: &mut Maker<'_>, place: u64) {
    let tier = Tier::draw(maker.dice.draw());
    let life = if maker.dice.chance(COMPANY_PERMILLE) {
        company::who(maker, place, tier)
    } else {
        who(maker, place, tier)
    };
    let main = money::accounts(maker, &life);
    let account = main.id;
    let standing = credit::all(maker, &life, account);
    doings::statement(maker, &life, main);
    service::all(maker, &life);
    scores::profile(maker, &life, standing);
    restrictions::all(maker, &life, account);
}

fn who(maker: &mut Maker<'_>, place: u64, tier: Tier) -> Life {
    let woman = maker.dice.chance(490);
    let (age, birth) = born(maker);
    let known = since(maker, age);
    let dice = &mut maker.dice;
    let name = maker.bank.names.person(woman, &mut || dice.draw());
    let mail = format!("{}.{}{}", plain(&name.given), plain(&name.family), place % 10_000);
    let at = places::draw(&mut maker.dice);
    let title = maker.dice.chance(350).then_some(if woman { Title::Hanim } else { Title::Bey });
    let since = maker.day(-known);
    let branch = at.branch;
    maker.who(Who { name, kind: CustomerKind::Person, birth: Some(birth), since, branch, title });
    if !maker.dice.chance(20) {
        maker.identity(numbers::person(place));
    }
    reach(maker, place, at, &mail);
    let (low, high) = tier.income();
    let earns = maker.dice.chance(if age < 22 { 250 } else { 620 });
    let income = if earns { maker.dice.amount(low * 100, high * 100, 25_000) } else { 0 };
    Life { tier, age, known, income, company: false }
}

/// Age in years and day of birth: mostly between 25 and 60.
fn born(maker: &mut Maker<'_>) -> (i32, Day) {
    let (one, other) = (maker.dice.days(18, 78), maker.dice.days(18, 62));
    let age = one.min(other + 8);
    let days = age * YEAR + age / 4 + maker.dice.days(1, YEAR - 2);
    (age, maker.day(-days))
}

/// Days since the first account: at eighteen at the earliest.
fn since(maker: &mut Maker<'_>, age: i32) -> i32 {
    let most = ((age - 18) * YEAR).clamp(40, 24 * YEAR);
    let (one, other) = (maker.dice.days(35, most), maker.dice.days(35, most));
    one.min(other).max(35)
}

/// Mobile, mail and address with the age of their confirmation, and what was consented about them.
fn reach(maker: &mut Maker<'_>, place: u64, at: places::Place, mail: &str) {
    let mobile = maker.dice.chance(940).then(|| numbers::mobile(place)).flatten();
    let email = maker.dice.chance(480).then(|| format!("{mail}@example.com"));
    let confirmed = maker.dice.days(5, 700);
    maker.contact(ContactKind::Mobile, mobile.clone(), confirmed);
    maker.contact(ContactKind::Email, email.clone(), confirmed / 2 + 3);
    if maker.dice.chance(820) {
        let address = places::address(at, &mut maker.dice);
        let age = maker.dice.days(10, 1_150);
        maker.contact(ContactKind::Address, Some(address), age);
    }
    if let Some(mobile) = mobile {
        consents(maker, &mobile, &[(ConsentChannel::Call, 520), (ConsentChannel::Message, 460)]);
    }
    if let Some(email) = email {
        consents(maker, &email, &[(ConsentChannel::Email, 420)]);
    }
}

/// Where a consent was given, by the registry's codes.
const CONSENT_SOURCES: [&str; 6] =
    ["HS_SUBE", "HS_CAGRI_MERKEZI", "HS_MOBIL", "HS_WEB", "HS_FIZIKSEL_ORTAM", "HS_ISLAK_IMZA"];

/// Given, refused or never asked, one draw a channel.
pub(super) fn consents(maker: &mut Maker<'_>, address: &str, channels: &[(ConsentChannel, u64)]) {
    for (channel, granted) in channels {
        let draw = maker.dice.below(1_000);
        let status = if draw < *granted {
            ConsentStatus::Granted
        } else if draw < granted + 190 {
            ConsentStatus::Refused
        } else {
            continue;
        };
        let source = (maker.dice.days(20, 2_000), maker.dice.pick(&CONSENT_SOURCES));
        maker.consent(*channel, address, status, source);
    }
}

/// A name as mail addresses are written: ASCII, one word.
pub(super) fn plain(name: &str) -> String {
    fold(name).chars().filter(char::is_ascii_alphanumeric).collect()
}
