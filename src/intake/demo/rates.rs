//! The bank's exchange rates of the last days.

use rust_decimal::Decimal;

use crate::{domain::rate::ExchangeRate, money::Currency, time::Day};

/// Days of rates, the business day included.
const DAYS: i32 = 30;
/// Code, units, buying and selling in ten-thousandths of a lira on the business day.
const TODAY: [(&str, u32, i64, i64); 8] = [
    ("USD", 1, 429_850, 432_150),
    ("EUR", 1, 496_400, 499_300),
    ("GBP", 1, 562_700, 566_900),
    ("CHF", 1, 531_200, 535_600),
    ("JPY", 100, 277_300, 279_900),
    ("SAR", 1, 114_500, 115_400),
    ("CAD", 1, 305_100, 307_600),
    ("AUD", 1, 278_600, 281_200),
];

/// Every rate of every day, oldest first; the lira loses a little each day.
pub(super) fn all(today: Day) -> Vec<ExchangeRate> {
    let days = (0..DAYS).rev().filter_map(|ago| Some((i64::from(ago), today.plus_days(-ago)?)));
    days.flat_map(|(ago, day)| TODAY.into_iter().filter_map(move |rate| one(rate, ago, day))).collect()
}

fn one((code, unit, buying, selling): (&str, u32, i64, i64), ago: i64, day: Day) -> Option<ExchangeRate> {
    let currency = Currency::from_code(code)?;
    // half a thousandth a day, banknotes half a hundredth further apart
    let of =
        |price: i64, apart: i64| Some(Decimal::new(price - price * ago / 2_000 + price * apart / 20_000, 4));
    Some(ExchangeRate {
        day,
        currency,
        unit,
        buying: of(buying, 0),
        selling: of(selling, 0),
        banknote_buying: of(buying, -100),
        banknote_selling: of(selling, 100),
    })
}
