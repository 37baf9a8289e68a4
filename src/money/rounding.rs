//! Rounding, by the rule of the product.

use serde::{Deserialize, Serialize};

use super::MoneyError;

/// How a fraction of a minor unit is settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rounding {
    /// To the nearest, a half away from zero (the rule of a line of a receipt).
    HalfUp,
    /// To the nearest, a half to the even neighbour.
    HalfEven,
    /// Towards zero.
    Down,
    /// Away from zero.
    Up,
}

/// `amount × numerator ÷ denominator`, rounded.
///
/// # Errors
/// [`MoneyError::Overflow`] when the result does not fit or the denominator is not positive.
pub fn share(amount: i64, numerator: i64, denominator: i64, rounding: Rounding) -> Result<i64, MoneyError> {
    if denominator <= 0 {
        return Err(MoneyError::Overflow);
    }
    let product = i128::from(amount) * i128::from(numerator);
    let (quotient, rest) = (
        product / i128::from(denominator),
        product % i128::from(denominator),
    );
    let doubled = rest.abs() * 2;
    let away = match rounding {
        Rounding::HalfUp => doubled >= i128::from(denominator),
        Rounding::HalfEven => {
            doubled > i128::from(denominator) || (doubled == i128::from(denominator) && quotient % 2 != 0)
        }
        Rounding::Down => false,
        Rounding::Up => rest != 0,
    };
    let step = if away { product.signum() } else { 0 };
    i64::try_from(quotient + step).map_err(|_| MoneyError::Overflow)
}
