//! Amounts as files write them: digits, a point and decimals; no grouping, no exponent.

use super::{Currency, Money};

/// Why a text is not an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum AmountFault {
    /// Nothing stands there.
    #[error("amount is empty")]
    Empty,
    /// Not of the form `1234.50`: grouping, an exponent, a sign or point without digits, another character.
    #[error("amount is not digits with one point")]
    Form,
    /// More decimals than the currency has; `1.500` must not pass for one and a half when it meant 1500.
    #[error("amount has more than {most} decimals")]
    Decimals {
        /// How many the currency has.
        most: u8,
    },
    /// Too large for minor units in an i64.
    #[error("amount is too large")]
    Overflow,
}

impl Money {
    /// Reads `1234.5`, `-1234.50` or `452` in a currency, exactly that form: no spaces, no `+`, ASCII digits.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn parse_plain(text: &str, currency: Currency) -> Result<Money, AmountFault> {
        if text.is_empty() {
            return Err(AmountFault::Empty);
        }
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
        let (whole, part) = match digits.split_once('.') {
            Some((_, "")) => return Err(AmountFault::Form),
            Some(halves) => halves,
            None => (digits, ""),
        };
        if whole.is_empty() || !whole.bytes().chain(part.bytes()).all(|byte| byte.is_ascii_digit()) {
            return Err(AmountFault::Form);
        }
        let most = currency.decimals();
        let missing = usize::from(most).checked_sub(part.len()).ok_or(AmountFault::Decimals { most })?;
        let filled = whole.bytes().chain(part.bytes()).chain(std::iter::repeat_n(b'0', missing));
        let minor = minor_units(filled, negative).ok_or(AmountFault::Overflow)?;
        Ok(Money { minor, currency })
    }
}

/// Counts away from zero in the direction of the sign, so the most negative amount is read as well.
fn minor_units(digits: impl Iterator<Item = u8>, negative: bool) -> Option<i64> {
    digits.map(|byte| i64::from(byte - b'0')).try_fold(0_i64, |sum, digit| {
        let tens = sum.checked_mul(10)?;
        if negative { tens.checked_sub(digit) } else { tens.checked_add(digit) }
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn currency(code: &str) -> Currency {
        Currency::from_code(code).expect("in force")
    }

    #[test]
    fn reads_by_table() {
        let table = "\
            1234.5 TRY 123450
            -1234.50 TRY -123450
            452 TRY 45200
            0 TRY 0
            -0.00 TRY 0
            -0.01 TRY -1
            007 TRY 700
            452 JPY 452
            1.234 KWD 1234
            1.2345 UYW 12345
            92233720368547758.07 TRY 9223372036854775807
            -92233720368547758.08 TRY -9223372036854775808
            9223372036854775807 JPY 9223372036854775807";
        for case in table.lines() {
            let [text, code, minor] = case.split_whitespace().collect::<Vec<_>>()[..] else {
                panic!("{case}");
            };
            let read = Money::parse_plain(text, currency(code));
            assert_eq!(read, Ok(Money::new(minor.parse().expect(case), currency(code))), "{case}");
        }
    }

    #[test]
    fn refuses_by_table() {
        let forms = [
            "1,234.5", "1234,5", "1.234,5", "1.2.3", "1e5", "1E5", "NaN", "inf", "+5", "--5", "-", ".", "-.",
            ".5", "5.", "-.5", " 5", "5 ", "1 000", "5\0", "0x10", "١٢٣", "5TL", "₺5", "1_000", "5-", "−5",
        ];
        for text in forms {
            assert_eq!(Money::parse_plain(text, Currency::TRY), Err(AmountFault::Form), "{text:?}");
        }
        assert_eq!(Money::parse_plain("", Currency::TRY), Err(AmountFault::Empty));
        for (text, code, most) in
            [("1.500", "TRY", 2), ("0.001", "TRY", 2), ("5.0", "JPY", 0), ("1.2345", "KWD", 3)]
        {
            let fault = AmountFault::Decimals { most };
            assert_eq!(Money::parse_plain(text, currency(code)), Err(fault), "{text}");
        }
        for text in ["92233720368547758.08", "-92233720368547758.09", "99999999999999999999999999"] {
            assert_eq!(Money::parse_plain(text, Currency::TRY), Err(AmountFault::Overflow), "{text}");
        }
    }

    proptest! {
        #[test]
        fn reads_back_what_display_writes(minor: i64, code in prop::sample::select(vec!["TRY", "JPY", "KWD", "CLF"])) {
            let money = Money::new(minor, currency(code));
            let written = money.to_string();
            let plain = written.strip_suffix(code).expect("code last").trim_end();
            prop_assert_eq!(Money::parse_plain(plain, money.currency), Ok(money));
        }

        #[test]
        fn never_panics_and_accepts_only_the_form(text in "\\PC{0,12}|[-+0-9.,eE ]{0,24}") {
            if Money::parse_plain(&text, Currency::TRY).is_ok() {
                let digits = text.strip_prefix('-').unwrap_or(&text);
                prop_assert!(digits.starts_with(|first: char| first.is_ascii_digit()));
                prop_assert!(digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'));
            }
        }
    }
}
