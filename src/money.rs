//! Money in minor units with its currency; checked integer arithmetic, no floats.

use std::fmt;

use serde::{Deserialize, Serialize};

pub use currency::Currency;
pub use plain::AmountFault;
pub use rounding::{Rounding, share};

mod currency;
mod plain;
mod rounding;

/// An amount in minor units (kuruş, cent, …) of one currency. Signed; a debt is negative where a balance is
/// meant. i64 holds 92 quadrillion units of a two-decimal currency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Money {
    /// Minor units.
    pub minor: i64,
    /// Their currency.
    pub currency: Currency,
}

/// Why an amount could not be computed or read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum MoneyError {
    /// Two currencies met where one was needed.
    #[error("{0} and {1} cannot be added")]
    CurrencyMismatch(Currency, Currency),
    /// The result does not fit.
    #[error("amount is too large")]
    Overflow,
    /// A share of zero or fewer parts was asked for.
    #[error("denominator is not positive")]
    Denominator,
}

impl Money {
    /// An amount of minor units.
    #[must_use]
    pub const fn new(minor: i64, currency: Currency) -> Money {
        Money { minor, currency }
    }

    /// Nothing, in this currency.
    #[must_use]
    pub const fn zero(currency: Currency) -> Money {
        Money { minor: 0, currency }
    }

    /// The sum.
    ///
    /// # Errors
    /// Another currency, or a result beyond i64.
    pub fn plus(self, other: Money) -> Result<Money, MoneyError> {
        self.same_currency(other)?;
        let minor = self.minor.checked_add(other.minor).ok_or(MoneyError::Overflow)?;
        Ok(Money { minor, ..self })
    }

    /// The difference.
    ///
    /// # Errors
    /// As [`Money::plus`].
    pub fn minus(self, other: Money) -> Result<Money, MoneyError> {
        self.same_currency(other)?;
        let minor = self.minor.checked_sub(other.minor).ok_or(MoneyError::Overflow)?;
        Ok(Money { minor, ..self })
    }

    /// The same amount with the other sign.
    ///
    /// # Errors
    /// The most negative amount has no positive twin.
    pub fn negated(self) -> Result<Money, MoneyError> {
        let minor = self.minor.checked_neg().ok_or(MoneyError::Overflow)?;
        Ok(Money { minor, ..self })
    }

    fn same_currency(self, other: Money) -> Result<(), MoneyError> {
        if self.currency == other.currency {
            return Ok(());
        }
        Err(MoneyError::CurrencyMismatch(self.currency, other.currency))
    }
}

/// `1342300.00 TRY`: the plain form of logs and errors; people read `text::amount`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let decimals = usize::from(self.currency.decimals());
        let digits = format!("{:0>width$}", self.minor.unsigned_abs(), width = decimals + 1);
        let (whole, part) = digits.split_at(digits.len() - decimals);
        let sign = if self.minor < 0 { "-" } else { "" };
        let point = if decimals == 0 { "" } else { "." };
        write!(f, "{sign}{whole}{point}{part} {}", self.currency)
    }
}

#[cfg(test)]
mod tests;
