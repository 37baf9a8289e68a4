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
/// [`MoneyError::Overflow`] when the result does not fit, [`MoneyError::Denominator`] when the denominator is
/// not positive.
pub fn share(amount: i64, numerator: i64, denominator: i64, rounding: Rounding) -> Result<i64, MoneyError> {
    if denominator <= 0 {
        return Err(MoneyError::Denominator);
    }
    let product = i128::from(amount) * i128::from(numerator);
    let (quotient, rest) = (product / i128::from(denominator), product % i128::from(denominator));
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ALL: [Rounding; 4] = [Rounding::HalfUp, Rounding::HalfEven, Rounding::Down, Rounding::Up];

    #[test]
    fn rounds_by_table() {
        // amount × numerator ÷ denominator, then half-up, half-even, down, up
        let table = "\
            1 1 2     1  0  0  1
            3 1 2     2  2  1  2
            5 1 2     3  2  2  3
            -1 1 2   -1  0  0 -1
            -3 1 2   -2 -2 -1 -2
            -5 1 2   -3 -2 -2 -3
            1 -1 2   -1  0  0 -1
            -1 -1 2   1  0  0  1
            1 1 3     0  0  0  1
            2 1 3     1  1  0  1
            -1 1 3    0  0  0 -1
            -2 1 3   -1 -1  0 -1
            6 1 3     2  2  2  2
            0 7 3     0  0  0  0
            7 0 3     0  0  0  0
            49999 1 100000   0  0  0  1
            50001 1 100000   1  1  0  1";
        for case in table.lines() {
            let numbers: Vec<i64> = case.split_whitespace().map(|word| word.parse().expect(case)).collect();
            let [amount, numerator, denominator, ref expected @ ..] = numbers[..] else {
                panic!("{case}");
            };
            for (rounding, expected) in ALL.into_iter().zip(expected) {
                let seen = share(amount, numerator, denominator, rounding);
                assert_eq!(seen, Ok(*expected), "{case} {rounding:?}");
            }
        }
    }

    #[test]
    fn interest_and_tax_of_the_worked_vector() {
        // 1.000.000,00 TL; 45 % contract and 0,25 % demand over 40 days, act/365; withholding tax 17,5 %; in kuruş
        assert_eq!(share(100_000_000, 4_500 * 40, 10_000 * 365, Rounding::HalfUp), Ok(4_931_507));
        assert_eq!(share(100_000_000, 25 * 40, 10_000 * 365, Rounding::HalfUp), Ok(27_397));
        assert_eq!(share(27_397, 175, 1_000, Rounding::Down), Ok(4_794));
        assert_eq!(share(42_150_000, 2, 1_000, Rounding::HalfUp), Ok(84_300));
    }

    #[test]
    fn refuses_what_does_not_fit() {
        for rounding in ALL {
            assert_eq!(share(i64::MAX, 2, 1, rounding), Err(MoneyError::Overflow));
            assert_eq!(share(i64::MIN, -1, 1, rounding), Err(MoneyError::Overflow));
            assert_eq!(share(i64::MIN, 1, 1, rounding), Ok(i64::MIN));
            assert_eq!(share(i64::MIN, i64::MIN, i64::MAX, rounding), Err(MoneyError::Overflow));
            assert_eq!(share(1, 1, 0, rounding), Err(MoneyError::Denominator));
            assert_eq!(share(1, 1, -2, rounding), Err(MoneyError::Denominator));
        }
    }

    proptest! {
        #[test]
        fn error_stays_below_one_unit_and_within_half_for_nearest(
            amount: i64, numerator in -1_000_000_i64..1_000_000, denominator in 1_i64..1_000_000_000,
        ) {
            for rounding in ALL {
                let Ok(seen) = share(amount, numerator, denominator, rounding) else { continue };
                let exact = i128::from(amount) * i128::from(numerator);
                let error = i128::from(seen) * i128::from(denominator) - exact;
                prop_assert!(error.abs() < i128::from(denominator));
                match rounding {
                    Rounding::HalfUp | Rounding::HalfEven => prop_assert!(error.abs() * 2 <= i128::from(denominator)),
                    Rounding::Down => prop_assert!(error * exact.signum() <= 0),
                    Rounding::Up => prop_assert!(error * exact.signum() >= 0),
                }
            }
        }

        #[test]
        fn sign_does_not_change_the_size(
            amount in -1_000_000_000_000_i64..1_000_000_000_000, numerator in 0_i64..100_000, denominator in 1_i64..100_000,
        ) {
            for rounding in ALL {
                let mirrored = share(-amount, numerator, denominator, rounding).map(|minor| -minor);
                prop_assert_eq!(share(amount, numerator, denominator, rounding), mirrored);
            }
        }
    }
}
