//! One currency of a bulletin.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use rust_decimal::Decimal;

use crate::{
    domain::{Fact, rate::ExchangeRate},
    intake::{Outcome, Table, fault::Fault, value},
    money::Currency,
    text::ids::intake as ids,
    time::Day,
};

/// The most units that a rate is for.
const UNIT_MAX: u32 = 1_000_000;
/// The most decimals of a rate.
const DECIMALS_MAX: u32 = 10;

/// What is known of a currency while its element is open.
#[derive(Default)]
pub(super) struct Entry {
    pub line: u64,
    pub code: String,
    /// Name and text of each child.
    pub fields: Vec<(String, String)>,
}

impl Entry {
    pub(super) fn outcome(&self, file: &str, day: Day) -> Outcome {
        match self.rate(day) {
            Ok(rate) => Outcome::Row {
                line: self.line,
                key: Table::Rates.keyed(&[&rate.day.to_string(), rate.currency.code()]),
                facts: vec![Fact::Rate(rate)],
                content: self.content(),
                currency: None,
            },
            Err(refused) => {
                let (field, fault) = *refused;
                let text = if field == "CurrencyCode" { &self.code } else { self.text(field) };
                Outcome::Rejected(fault.at(file, Some(self.line)).in_field(field, text))
            }
        }
    }

    fn content(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.fields.hash(&mut hasher);
        hasher.finish()
    }

    fn rate(&self, day: Day) -> Result<ExchangeRate, Box<(&'static str, Fault)>> {
        let in_field = |field: &'static str| move |fault: Fault| Box::new((field, fault));
        Ok(ExchangeRate {
            day,
            currency: quoted_currency(&self.code).map_err(in_field("CurrencyCode"))?,
            unit: value::count(1, UNIT_MAX)(self.text("Unit")).map_err(in_field("Unit"))?,
            buying: self.price("ForexBuying").map_err(in_field("ForexBuying"))?,
            selling: self.price("ForexSelling").map_err(in_field("ForexSelling"))?,
            banknote_buying: self.price("BanknoteBuying").map_err(in_field("BanknoteBuying"))?,
            banknote_selling: self.price("BanknoteSelling").map_err(in_field("BanknoteSelling"))?,
        })
    }

    fn text(&self, field: &str) -> &str {
        let found = self.fields.iter().find(|(name, _)| name == field);
        found.map_or("", |(_, text)| text)
    }

    /// An empty element gives no rate, which is not a rate of zero.
    fn price(&self, field: &str) -> Result<Option<Decimal>, Fault> {
        let text = self.text(field);
        if text.is_empty() {
            return Ok(None);
        }
        match value::decimal(DECIMALS_MAX)(text) {
            Ok(price) if !price.is_zero() => Ok(Some(price)),
            Ok(_) | Err(_) => Err(Fault::new("bad_rate", ids::RATE, ids::FIX_RATE)),
        }
    }
}

/// Old bulletins quote currencies that are no longer in force.
fn quoted_currency(code: &str) -> value::Read<Currency> {
    match Currency::from_quoted_code(code) {
        Some(currency) => Ok(currency),
        None => value::currency(code),
    }
}
