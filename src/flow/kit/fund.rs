//! Buying units of a fund.

use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};

use super::{KitFault, major, minor, positive};
use crate::money::Money;

/// Units of a fund and what they cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Units {
    /// Whole units, rounded down.
    pub units: i64,
    /// Their price.
    pub cost: Money,
}

/// Buys as many whole units as an amount pays.
///
/// # Errors
/// [`KitFault::TooSmall`] if it pays no unit, [`KitFault::Rate`], [`KitFault::Amount`].
pub fn buy_fund(amount: Money, price: Decimal) -> Result<Units, KitFault> {
    let price = positive(price)?;
    let units = major(amount).checked_div(price).ok_or(KitFault::Amount)?.trunc();
    let count = units.to_i64().ok_or(KitFault::Amount)?;
    if count <= 0 {
        return Err(KitFault::TooSmall);
    }
    let paid = units.checked_mul(price).ok_or(KitFault::Amount)?;
    let cost = minor(paid, amount.currency, RoundingStrategy::MidpointAwayFromZero)?;
    if cost.minor > amount.minor {
        return Err(KitFault::Amount);
    }
    Ok(Units { units: count, cost })
}
