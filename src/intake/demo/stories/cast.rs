//! How a planted person is made: a line of particulars, then the usual accounts and scores.

use crate::{
    domain::{
        AccountId, Fact,
        account::AccountKind,
        consent::{ConsentChannel, ConsentStatus},
        contact::ContactKind,
        customer::{CustomerKind, Name, Title},
        profile::Profile,
    },
    intake::demo::{
        doings,
        maker::{CardTerms, Maker, Who, lira},
        numbers,
        people::{Life, Tier},
        places, scores,
    },
    money::Currency,
    time::Day,
};

/// First nine digits of the identity number of the planted person with place 0.
const IDENTITY_BASE: u64 = 100_002_000;
/// Seven digits of the mobile number of the planted person with place 0.
const MOBILE_BASE: u64 = 1_000_100;

/// A planted person.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    /// Tells identity and mobile numbers apart.
    pub(super) place: u64,
    pub(super) given: &'static str,
    pub(super) family: &'static str,
    pub(super) title: Option<Title>,
    pub(super) birth: (i16, i8, i8),
    /// Years as a customer.
    pub(super) years: i32,
    pub(super) branch: &'static str,
    pub(super) tier: Tier,
    /// The value segment's code in the pack.
    pub(super) segment: &'static str,
    pub(super) behaviour: &'static str,
    /// A month's income in lira.
    pub(super) income: i64,
}

/// Name, numbers and address; may be called and written to.
pub(super) fn enter(maker: &mut Maker<'_>, part: Part) -> Life {
    let life = introduce(maker, part);
    maker.identity(numbers::person_number(IDENTITY_BASE + part.place));
    let mobile = numbers::mobile_number(MOBILE_BASE + part.place * 37);
    maker.contact(ContactKind::Mobile, mobile.clone(), 160);
    let mail = format!("{}@example.com", crate::intake::demo::people::plain(part.given));
    maker.contact(ContactKind::Email, Some(mail.clone()), 160);
    let address = places::address(places::of(part.branch), &mut maker.dice);
    maker.contact(ContactKind::Address, Some(address), 320);
    let granted = ConsentStatus::Granted;
    for channel in [ConsentChannel::Call, ConsentChannel::Message] {
        maker.consent(channel, mobile.as_deref().unwrap_or_default(), granted, (700, "HS_SUBE"));
    }
    maker.consent(ConsentChannel::Email, &mail, granted, (700, "HS_MOBIL"));
    life
}

/// The customer's own record alone.
pub(super) fn introduce(maker: &mut Maker<'_>, part: Part) -> Life {
    let (year, month, day) = part.birth;
    let known = part.years * 365 + part.years / 4 + 40;
    let since = maker.day(-known);
    maker.who(Who {
        name: Name { given: part.given.to_owned(), family: part.family.to_owned() },
        kind: CustomerKind::Person,
        birth: Day::from_ymd(year, month, day),
        since,
        branch: part.branch,
        title: part.title,
    });
    let age = i32::from(maker.today().ymd().0) - i32::from(year);
    Life { tier: part.tier, age, known, income: part.income * 100, company: false }
}

/// The main account with a few months of rows.
pub(super) fn lives(maker: &mut Maker<'_>, life: &Life, opening: i64) -> AccountId {
    let sheet = maker.account_as(1, (AccountKind::Demand, Currency::TRY), life.known, opening);
    let id = sheet.id;
    doings::statement(maker, life, sheet);
    id
}

/// A card that is paid in time.
pub(super) fn card(maker: &mut Maker<'_>, last4: u64, (limit, debt): (i64, i64)) {
    let minimum = debt / 5;
    let terms = CardTerms { product: "Altın Kart", last4, limit, debt, minimum, due_in: 11, paid: false };
    maker.credit_card(terms, 1_200);
}

/// Segments, a value that rises, and the risk of leaving of this month and the last.
pub(super) fn scored(maker: &mut Maker<'_>, part: Part, (now, before): (u16, u16), reason: Option<&str>) {
    let usual = part.tier.of([30_000_000, 9_000_000, 4_000_000, 1_500_000, 400_000]);
    let worth = usual / 100 * maker.dice.between(70, 140);
    let lifetime = scores::lifetime_of(maker, worth, now < before);
    let this = worth / maker.dice.between(24, 40);
    let last = worth / maker.dice.between(24, 40);
    let fact = Profile {
        customer: maker.no,
        as_of: maker.today(),
        value_segment: Some(part.segment.to_owned()),
        behaviour_segment: Some(part.behaviour.to_owned()),
        lifetime: Some(lifetime),
        churn_permille: vec![now, before, before],
        churn_reason: reason.map(str::to_owned),
        profit_this_year: Some(lira(this)),
        profit_last_year: Some(lira(last)),
    };
    maker.push(Fact::Profile(fact));
}
