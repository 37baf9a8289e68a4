//! Card numbers: checked whole, kept in part.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{IdentityFault, all_equal, digits, tail};

/// First six and last four digits of a card number; the middle is forgotten when the number has been checked.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CardNumber {
    first6: String,
    last4: String,
}

/// Digits of a payment card's number. Source: ISO/IEC 7812-1; shorter ones are not of payment cards, and from
/// thirteen on at least three digits stay hidden between the six and the four.
const DIGITS: std::ops::RangeInclusive<usize> = 13..=19;

impl CardNumber {
    /// Checks a full number; spaces and dashes are accepted.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn try_new(text: &str) -> Result<CardNumber, IdentityFault> {
        let packed: String = text.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
        let all = digits(&packed)?;
        if !DIGITS.contains(&all.len()) {
            return Err(IdentityFault::Length);
        }
        if !luhn(&all) {
            return Err(IdentityFault::Checksum);
        }
        if all_equal(&all) {
            return Err(IdentityFault::NeverIssued);
        }
        Ok(CardNumber {
            first6: packed.get(..6).unwrap_or_default().to_owned(),
            last4: tail(&packed, 4).to_owned(),
        })
    }

    /// First six digits: who issued it.
    #[must_use]
    pub fn first6(&self) -> &str {
        &self.first6
    }

    /// Last four digits: what its holder calls it by.
    #[must_use]
    pub fn last4(&self) -> &str {
        &self.last4
    }
}

/// The form that the mask table allows.
impl fmt::Debug for CardNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CardNumber({}…{})", self.first6, self.last4)
    }
}

/// Luhn's sum: every second digit from the right counts twice, its digits added. Source: ISO/IEC 7812-1 annex B.
fn luhn(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .zip([1, 2].iter().cycle())
        .map(|(digit, weight)| digit * weight)
        .map(|weighted| weighted / 10 + weighted % 10)
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn checks_by_table() {
        use IdentityFault::{Character, Checksum, Length, NeverIssued};
        // the numbers are the schemes' published test numbers
        let table = [
            ("4111111111111111", Ok(("411111", "1111"))),
            ("4111 1111 1111 1111", Ok(("411111", "1111"))),
            ("5555-5555-5555-4444", Ok(("555555", "4444"))),
            ("378282246310005", Ok(("378282", "0005"))),
            ("4222222222222", Ok(("422222", "2222"))),
            ("4111111111111112", Err(Checksum)),
            ("5555555555554443", Err(Checksum)),
            ("0000000000000000", Err(NeverIssued)),
            ("411111111111", Err(Length)),
            ("41111111111111111111", Err(Length)),
            ("", Err(Length)),
            ("4111x11111111111", Err(Character)),
            ("411111******1111", Err(Character)),
            ("٤١١١١١١١١١١١١١١١", Err(Character)),
        ];
        for (text, expected) in table {
            let card = CardNumber::try_new(text);
            let seen = card.as_ref().map(|card| (card.first6(), card.last4())).map_err(|fault| *fault);
            assert_eq!(seen, expected, "{text:?}");
        }
    }

    #[test]
    fn the_middle_is_nowhere() {
        let card = CardNumber::try_new("4000001234567899").expect("valid");
        let stored = serde_json::to_string(&card).expect("writes");
        for text in [format!("{card:?}"), stored] {
            assert!(text.contains("400000") && text.contains("7899"), "{text}");
            assert!(!text.contains("123456"), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_single_digit_change_is_caught(body in "[1-9][0-9]{11,17}", place in 0_usize..19, step in 1_u8..10) {
            let fitting: Vec<String> = (0..10)
                .map(|digit| format!("{body}{digit}"))
                .filter(|number| CardNumber::try_new(number) != Err(IdentityFault::Checksum))
                .collect();
            prop_assert_eq!(fitting.len(), 1);
            let mut bytes = fitting[0].clone().into_bytes();
            let place = place % bytes.len();
            bytes[place] = b'0' + (bytes[place] - b'0' + step) % 10;
            let changed = String::from_utf8(bytes).expect("ascii");
            prop_assert_eq!(CardNumber::try_new(&changed), Err(IdentityFault::Checksum));
        }
    }
}
