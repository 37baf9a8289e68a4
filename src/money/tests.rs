use proptest::prelude::*;

use super::*;

fn lira(minor: i64) -> Money {
    Money::new(minor, Currency::TRY)
}

#[test]
fn adds_and_subtracts_by_table() {
    // left, right, sum, difference
    let table = [
        (0, 0, Some(0), Some(0)),
        (1, -1, Some(0), Some(2)),
        (-150, 100, Some(-50), Some(-250)),
        (i64::MAX, 0, Some(i64::MAX), Some(i64::MAX)),
        (i64::MAX, 1, None, Some(i64::MAX - 1)),
        (i64::MIN, 1, Some(i64::MIN + 1), None),
        (i64::MIN, -1, None, Some(i64::MIN + 1)),
        // the twin of the most negative amount does not exist, the difference does
        (-1, i64::MIN, None, Some(i64::MAX)),
        (0, i64::MIN, Some(i64::MIN), None),
    ];
    for (left, right, sum, difference) in table {
        let (left, right) = (lira(left), lira(right));
        let or_overflow = |minor: Option<i64>| minor.map(lira).ok_or(MoneyError::Overflow);
        assert_eq!(left.plus(right), or_overflow(sum), "{left} + {right}");
        assert_eq!(left.minus(right), or_overflow(difference), "{left} - {right}");
    }
}

#[test]
fn currencies_do_not_mix() {
    let dollar = Money::new(i64::MIN, Currency::USD);
    let fault = MoneyError::CurrencyMismatch(Currency::TRY, Currency::USD);
    assert_eq!(lira(1).plus(dollar), Err(fault));
    assert_eq!(lira(1).minus(dollar), Err(fault));
    assert_eq!(fault.to_string(), "TRY and USD cannot be added");
}

#[test]
fn negates_all_but_the_most_negative() {
    assert_eq!(lira(5).negated(), Ok(lira(-5)));
    assert_eq!(lira(i64::MAX).negated(), Ok(lira(-i64::MAX)));
    assert_eq!(lira(i64::MIN).negated(), Err(MoneyError::Overflow));
}

#[test]
fn displays_by_the_decimals_of_the_currency() {
    let table = [
        (134_230_000, "TRY", "1342300.00 TRY"),
        (0, "TRY", "0.00 TRY"),
        (5, "TRY", "0.05 TRY"),
        (-5, "TRY", "-0.05 TRY"),
        (-12_345, "USD", "-123.45 USD"),
        (452, "JPY", "452 JPY"),
        (-7, "JPY", "-7 JPY"),
        (1, "KWD", "0.001 KWD"),
        (12_345, "CLF", "1.2345 CLF"),
        (i64::MIN, "TRY", "-92233720368547758.08 TRY"),
    ];
    for (minor, code, written) in table {
        let currency = Currency::from_code(code).expect(code);
        assert_eq!(Money::new(minor, currency).to_string(), written);
    }
}

#[test]
fn json_is_minor_units_and_code() {
    let json = serde_json::to_value(lira(134_230_000)).expect("writes");
    assert_eq!(json, serde_json::json!({"minor": 134_230_000, "currency": "TRY"}));
}

proptest! {
    #[test]
    fn sums_are_exact_or_refused(left: i64, right: i64) {
        let exact = i128::from(left) + i128::from(right);
        match lira(left).plus(lira(right)) {
            Ok(sum) => prop_assert_eq!(i128::from(sum.minor), exact),
            Err(_) => prop_assert!(i64::try_from(exact).is_err()),
        }
    }

    #[test]
    fn differences_are_exact_or_refused(left: i64, right: i64) {
        let exact = i128::from(left) - i128::from(right);
        match lira(left).minus(lira(right)) {
            Ok(difference) => prop_assert_eq!(i128::from(difference.minor), exact),
            Err(_) => prop_assert!(i64::try_from(exact).is_err()),
        }
    }
}
