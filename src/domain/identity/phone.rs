//! Telephone numbers in E.164.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{IdentityFault, tail};

/// `+905321234567`. Debug shows its last two digits only.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Phone(String);

/// Digits of a number with its country code. Source: ITU-T E.164 has at most 15; shorter than 8 is no
/// subscriber's.
const DIGITS: std::ops::RangeInclusive<usize> = 8..=15;
/// Digits of a Turkish number without its country code.
const TURKISH_DIGITS: usize = 10;
/// How a Turkish number begins: geographic 2 to 4, mobile 5, special services 8 and 9.
const TURKISH_FIRST: [char; 6] = ['2', '3', '4', '5', '8', '9'];

impl Phone {
    /// Reads a number with country code (`+…` or `00…`), or a Turkish one without (`0532…`, `532…`, `90532…`);
    /// spaces, dashes, dots and brackets are accepted.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn try_new(text: &str) -> Result<Phone, IdentityFault> {
        let packed: String = text.chars().filter(|c| !matches!(c, ' ' | '-' | '.' | '(' | ')')).collect();
        let abroad = packed.strip_prefix('+').or_else(|| packed.strip_prefix("00"));
        let digits = abroad.unwrap_or(&packed);
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(IdentityFault::Character);
        }
        match abroad {
            Some(digits) => international(digits),
            None => turkish(
                digits
                    .strip_prefix('0')
                    .or_else(|| digits.strip_prefix("90").filter(|rest| rest.len() == TURKISH_DIGITS))
                    .unwrap_or(digits),
            ),
        }
    }

    /// In E.164.
    #[must_use]
    pub fn e164(&self) -> &str {
        &self.0
    }
}

fn international(digits: &str) -> Result<Phone, IdentityFault> {
    if let Some(national) = digits.strip_prefix("90") {
        return turkish(national);
    }
    if !DIGITS.contains(&digits.len()) {
        return Err(IdentityFault::Length);
    }
    // no country code begins with 0
    if digits.starts_with('0') {
        return Err(IdentityFault::NeverIssued);
    }
    Ok(Phone(format!("+{digits}")))
}

fn turkish(national: &str) -> Result<Phone, IdentityFault> {
    if national.len() != TURKISH_DIGITS {
        return Err(IdentityFault::Length);
    }
    if !national.starts_with(TURKISH_FIRST) {
        return Err(IdentityFault::NeverIssued);
    }
    Ok(Phone(format!("+90{national}")))
}

impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Phone(…{})", tail(&self.0, 2))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn turkish_forms_are_one_number() {
        for text in [
            "0532 123 45 67",
            "05321234567",
            "5321234567",
            "532-123-45-67",
            "0 (532) 123 45 67",
            "0532.123.45.67",
            "+905321234567",
            "+90 532 123 45 67",
            "0090 532 123 45 67",
            "90 532 123 45 67",
        ] {
            assert_eq!(Phone::try_new(text).as_ref().map(Phone::e164), Ok("+905321234567"), "{text:?}");
        }
    }

    #[test]
    fn other_numbers_by_table() {
        use IdentityFault::{Character, Length, NeverIssued};
        let table = [
            ("+420 601 123 456", Ok("+420601123456")),
            ("00420601123456", Ok("+420601123456")),
            ("+1 212 555 0123", Ok("+12125550123")),
            ("0212 555 01 23", Ok("+902125550123")),
            // a Turkish number of the 900 range, not a country code
            ("9005550123", Ok("+909005550123")),
            ("+12345678", Ok("+12345678")),
            ("+123456789012345", Ok("+123456789012345")),
            ("+1234567", Err(Length)),
            ("+1234567890123456", Err(Length)),
            ("+90532123456", Err(Length)),
            ("+9005321234567", Err(Length)),
            ("053212345678", Err(Length)),
            ("444 0 123", Err(Length)),
            ("", Err(Length)),
            ("+", Err(Length)),
            ("0", Err(Length)),
            ("00", Err(Length)),
            ("()", Err(Length)),
            ("0132 123 45 67", Err(NeverIssued)),
            ("+90 132 123 45 67", Err(NeverIssued)),
            ("+0123456789", Err(NeverIssued)),
            ("0532 123 45 6x", Err(Character)),
            ("0532 123 45 67 / 68", Err(Character)),
            ("++905321234567", Err(Character)),
            ("90+5321234567", Err(Character)),
            ("٠٥٣٢١٢٣٤٥٦٧", Err(Character)),
            ("0532\u{a0}1234567", Err(Character)),
        ];
        for (text, expected) in table {
            let phone = Phone::try_new(text);
            assert_eq!(phone.as_ref().map(Phone::e164).map_err(|fault| *fault), expected, "{text:?}");
        }
    }

    #[test]
    fn debug_shows_the_last_two() {
        let phone = Phone::try_new("0532 123 45 17").expect("valid");
        assert_eq!(format!("{phone:?}"), "Phone(…17)");
    }

    proptest! {
        #[test]
        fn what_is_accepted_is_e164_and_read_back(text in "\\PC{0,20}|[+0-9 ().-]{0,24}") {
            if let Ok(phone) = Phone::try_new(&text) {
                let digits = phone.e164().strip_prefix('+').expect("plus");
                prop_assert!(DIGITS.contains(&digits.len()));
                prop_assert!(digits.bytes().all(|byte| byte.is_ascii_digit()) && !digits.starts_with('0'));
                prop_assert_eq!(Phone::try_new(phone.e164()), Ok(phone));
            }
        }
    }
}
