//! The demo bank: invented people and their business, the same for the same seed, size, pack and day.
//!
//! Each customer is made from the seed and its own number alone, so any thread may make any customer in any
//! order. Days are counted from the business day: the bank is alive on the day it is made for.

use rust_decimal::Decimal;

use crate::{
    domain::{
        CustomerNo, Fact, customer::CustomerKind, draft::Draft, quote::Quote, rate::ExchangeRate,
        statement::StatementRow,
    },
    time::{Day, Moment},
};

use maker::Maker;
pub use stories::{DEMO_STORIES, DemoStory, OPERATOR, WAITING};

mod company;
mod credit;
mod dice;
mod doings;
mod ledger;
mod maker;
mod money;
pub mod names;
mod numbers;
mod people;
mod places;
mod rates;
mod restrictions;
mod scores;
mod service;
mod stories;

/// The source that the demo bank's customers name.
pub const SOURCE: &str = "demo";
/// The fewest customers: the stories' and some neighbours.
pub const CUSTOMERS_MIN: u64 = 50;
/// The most customers of a demo bank.
pub const CUSTOMERS_MAX: u64 = 5_000_000;
/// How many there are if nobody says.
pub const CUSTOMERS_DEFAULT: u64 = 1_000;
/// The seed if nobody says.
pub const SEED_DEFAULT: u64 = 42;
/// Everybody but the stories' people is numbered from here on; theirs stand below.
const PEOPLE_FROM: u64 = 10_100_001;

/// What decides every byte of a demo bank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoParams {
    /// How many customers.
    pub customers: u64,
    /// The seed.
    pub seed: u64,
    /// The business day.
    pub today: Day,
    /// The minute of that day at which it is made: nothing in it has happened later.
    pub minute: u16,
    /// The pack's hash, which quotes name.
    pub policy: String,
}

/// A bank that can be made, customer by customer.
#[derive(Debug)]
pub struct DemoBank {
    params: DemoParams,
    names: names::Names,
    /// The first moment of the business day.
    midnight: Moment,
}

/// A customer with everything about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DemoCustomer {
    /// Its number.
    pub no: CustomerNo,
    /// Its facts; statement rows and rates are not among them.
    pub facts: Vec<Fact>,
    /// Statement rows account by account, each account's oldest first.
    pub rows: Vec<StatementRow>,
    /// Quotes it was made.
    pub quotes: Vec<Quote>,
    /// Flows that were begun for it.
    pub drafts: Vec<Draft>,
}

impl DemoCustomer {
    fn new(no: CustomerNo) -> DemoCustomer {
        let (facts, rows) = (Vec::new(), Vec::new());
        DemoCustomer { no, facts, rows, quotes: Vec::new(), drafts: Vec::new() }
    }

    fn is_company(&self) -> bool {
        let company = |fact: &Fact| matches!(fact, Fact::Customer(who) if who.kind == CustomerKind::Company);
        self.facts.iter().any(company)
    }
}

impl DemoBank {
    /// A bank of this size, at least [`CUSTOMERS_MIN`] and at most [`CUSTOMERS_MAX`]; `None` for a day outside
    /// the calendar.
    #[must_use]
    pub fn try_new(params: DemoParams) -> Option<DemoBank> {
        let customers = params.customers.clamp(CUSTOMERS_MIN, CUSTOMERS_MAX);
        let midnight = Moment::at(params.today, 0, 0)?;
        Some(DemoBank { params: DemoParams { customers, ..params }, names: names::Names::new(), midnight })
    }

    /// Whether it is made before the last thing of its day that has a time: that one then has none.
    #[must_use]
    pub fn is_early(&self) -> bool {
        self.params.minute < stories::LAST_MINUTE
    }

    /// What it is made from.
    #[must_use]
    pub fn params(&self) -> &DemoParams {
        &self.params
    }

    /// The first moment of its business day.
    #[must_use]
    pub fn midnight(&self) -> Moment {
        self.midnight
    }

    /// How many customers it has.
    #[must_use]
    pub fn customers(&self) -> u64 {
        self.params.customers
    }

    /// The customer at a place, counted from 0; numbers rise with places.
    #[must_use]
    pub fn customer(&self, place: u64) -> DemoCustomer {
        let planted = usize::try_from(place).ok().and_then(|place| stories::CAST.get(place));
        if let Some((no, make)) = planted {
            let mut maker = Maker::new(self, CustomerNo(*no));
            make(&mut maker);
            return maker.made;
        }
        let place = place.saturating_sub(u64::try_from(stories::CAST.len()).unwrap_or(0));
        let mut maker = Maker::new(self, CustomerNo(PEOPLE_FROM.saturating_add(place)));
        people::make(&mut maker, place);
        maker.made
    }

    /// The bank's exchange rates of the last days.
    #[must_use]
    pub fn rates(&self) -> Vec<ExchangeRate> {
        rates::all(self.params.today)
    }
}

/// Units of a fund that are worth so many minor units at a price in millionths, to six places.
fn units_worth(minor: i64, price: i64) -> Decimal {
    let millionths = i128::from(minor) * 10_000 * 1_000_000 / i128::from(price.max(1));
    Decimal::from_i128_with_scale(millionths, 6)
}

#[cfg(test)]
mod tests;
