//! Buying foreign currency for lira, the transaction tax within the amount.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{KitFault, major, minor, percent_of, positive};
use crate::money::{Currency, Money};

/// Foreign currency and what it cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bought {
    /// What is bought, rounded down to its smallest unit.
    pub bought: Money,
    /// Its price in lira.
    pub cost: Money,
    /// The transaction tax on that price.
    pub tax: Money,
    /// Price and tax.
    pub spent: Money,
}

/// Rounding each line half up may pass the amount by a kuruş or two; a smaller lot then fits.
const STEPS_MAX: usize = 4;

/// Buys as much of a currency as an amount pays, tax included. `rate` is lira for one unit, the bank selling.
///
/// # Errors
/// [`KitFault::TooSmall`] if it pays no cent, [`KitFault::Rate`], [`KitFault::Amount`].
pub fn buy_fx(
    amount: Money,
    currency: Currency,
    rate: Decimal,
    tax_percent: Decimal,
) -> Result<Bought, KitFault> {
    let rate = positive(rate)?;
    let taxed = Decimal::ONE_HUNDRED.checked_add(tax_percent).ok_or(KitFault::Amount)?;
    let hundredfold = major(amount).checked_mul(Decimal::ONE_HUNDRED).ok_or(KitFault::Amount)?;
    let divisor = rate.checked_mul(positive(taxed)?).ok_or(KitFault::Amount)?;
    let units = hundredfold.checked_div(divisor).ok_or(KitFault::Amount)?;
    let mut bought = minor(units, currency, RoundingStrategy::ToZero)?;
    for _ in 0..STEPS_MAX {
        if bought.minor <= 0 {
            return Err(KitFault::TooSmall);
        }
        let lot = lot(bought, amount.currency, rate, tax_percent)?;
        if lot.spent.minor <= amount.minor {
            return Ok(lot);
        }
        bought.minor -= 1;
    }
    Err(KitFault::Amount)
}

fn lot(bought: Money, paid_in: Currency, rate: Decimal, tax_percent: Decimal) -> Result<Bought, KitFault> {
    let price = major(bought).checked_mul(rate).ok_or(KitFault::Amount)?;
    let cost = minor(price, paid_in, RoundingStrategy::MidpointAwayFromZero)?;
    let tax = percent_of(cost, tax_percent)?;
    Ok(Bought { bought, cost, tax, spent: cost.plus(tax)? })
}
