//! Card numbers: checked whole, kept as the first six and the last four digits.

use super::{Fault, Read, all_digits};
use crate::text::ids::intake as ids;

/// Digits of a card number (ISO/IEC 7812).
const DIGITS: std::ops::RangeInclusive<usize> = 12..=19;

/// The first six and last four digits of a full number whose Luhn digit fits; spaces and dashes are accepted.
pub(in crate::intake) fn card_no(text: &str) -> Read<(String, String)> {
    let fault = || Fault::new("bad_card_number", ids::CARD_NUMBER, ids::FIX_CARD_NUMBER);
    let packed: String = text.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    let number = all_digits(&packed)
        .filter(|number| DIGITS.contains(&number.len()) && fits_luhn(number))
        .ok_or_else(fault)?;
    let first6 = number.get(..6).ok_or_else(fault)?;
    let last4 = number.get(number.len() - 4..).ok_or_else(fault)?;
    Ok((first6.to_owned(), last4.to_owned()))
}

/// Every second digit from the right counts double, its digits added (ISO/IEC 7812-1, annex B).
fn fits_luhn(number: &str) -> bool {
    let sum: u32 = number
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, byte)| {
            let digit = u32::from(byte.saturating_sub(b'0'));
            match (place % 2, digit) {
                (0, digit) => digit,
                (_, digit) if digit > 4 => 2 * digit - 9,
                (_, digit) => 2 * digit,
            }
        })
        .sum();
    sum % 10 == 0 && number.bytes().any(|byte| byte != b'0')
}

/// Exactly so many digits.
pub(in crate::intake) fn digits(count: usize) -> impl Fn(&str) -> Read<String> {
    move |text| {
        all_digits(text)
            .filter(|digits| digits.len() == count)
            .map(str::to_owned)
            .ok_or_else(|| Fault::new("bad_digits", ids::DIGITS, ids::FIX_DIGITS).with("count", count))
    }
}
