//! The closed kit of legs: pure arithmetic on money. Half up a line; what is bought is rounded down, so that no
//! leg spends more than it was given.

mod deposit;
mod fund;
mod fx;

#[cfg(test)]
mod tests;

use rust_decimal::{Decimal, RoundingStrategy};

use crate::money::{Currency, Money, MoneyError, Rounding, share};

pub use deposit::{BreakRates, Broken, Term, break_deposit};
pub use fund::{Units, buy_fund};
pub use fx::{Bought, buy_fx};

/// Days of a year in interest on lira deposits (act/365).
const YEAR_DAYS: i64 = 365;

/// Why a leg has no figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum KitFault {
    /// Beyond what an amount holds, or two currencies met.
    #[error("an amount cannot be computed")]
    Amount,
    /// The amount buys not even the smallest unit.
    #[error("the amount buys nothing")]
    TooSmall,
    /// A rate or price that is not positive, or a tax below zero.
    #[error("a rate or price is not positive")]
    Rate,
    /// The day is not within the term.
    #[error("the day is not within the term")]
    Day,
}

impl From<MoneyError> for KitFault {
    fn from(_: MoneyError) -> KitFault {
        KitFault::Amount
    }
}

/// `percent` of an amount, half up.
pub(super) fn percent_of(money: Money, percent: Decimal) -> Result<Money, KitFault> {
    fraction(money, percent, 1, 1)
}

/// Yearly interest of `percent` over some days, half up.
fn interest(principal: Money, percent: Decimal, days: i64) -> Result<Money, KitFault> {
    fraction(principal, percent, days, YEAR_DAYS)
}

fn fraction(money: Money, percent: Decimal, times: i64, by: i64) -> Result<Money, KitFault> {
    if percent.is_sign_negative() && !percent.is_zero() {
        return Err(KitFault::Rate);
    }
    let percent = percent.normalize();
    let mantissa = i64::try_from(percent.mantissa()).map_err(|_| KitFault::Amount)?;
    let scale = 10_i64.checked_pow(percent.scale()).ok_or(KitFault::Amount)?;
    let numerator = mantissa.checked_mul(times).ok_or(KitFault::Amount)?;
    let whole = 100_i64.checked_mul(scale).and_then(|hundred| hundred.checked_mul(by));
    let minor = share(money.minor, numerator, whole.ok_or(KitFault::Amount)?, Rounding::HalfUp)?;
    Ok(Money::new(minor, money.currency))
}

/// The major units of an amount: 1234.50 of 123450 kuruş.
#[must_use]
pub fn major(money: Money) -> Decimal {
    Decimal::new(money.minor, u32::from(money.currency.decimals()))
}

/// An amount of major units, half up or down.
fn minor(major: Decimal, currency: Currency, rounding: RoundingStrategy) -> Result<Money, KitFault> {
    let unit = Decimal::from(10_i64.checked_pow(currency.decimals().into()).ok_or(KitFault::Amount)?);
    let minor = major.checked_mul(unit).ok_or(KitFault::Amount)?.round_dp_with_strategy(0, rounding);
    Ok(Money::new(i64::try_from(minor).map_err(|_| KitFault::Amount)?, currency))
}

/// A rate or price is above zero.
fn positive(rate: Decimal) -> Result<Decimal, KitFault> {
    if rate.is_zero() || rate.is_sign_negative() {
        return Err(KitFault::Rate);
    }
    Ok(rate)
}
