//! Free text of clerks and systems, in which numbers may stand that are masked everywhere else.

use super::{CardNumber, IdentityKind, IdentityNo, Phone};

/// The most digits of a number that is looked for: a card's.
const DIGITS_MAX: usize = 19;
/// Letters and digits of a Turkish IBAN.
const IBAN_LENGTH: usize = 26;
/// The most signs between two digits of one number, as in `) `.
const GAP_MAX: usize = 2;

/// The text with identity numbers (by checksum), card numbers (by check digit), Turkish IBANs (by mod-97) and telephone
/// numbers masked, in whatever groups they are written. Other digits stay: amounts, days, references.
#[must_use]
pub fn free_text(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut masked = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = chars.get(at) {
        let before = at.checked_sub(1).and_then(|before| chars.get(before));
        let begins = c.is_ascii_digit() && !before.is_some_and(char::is_ascii_digit);
        let word = matches!(c, 'T' | 't') && !before.is_some_and(|before| before.is_alphanumeric());
        let found = if word { iban(&chars, at) } else { begins.then(|| number(&chars, at)).flatten() };
        if let Some((end, mask)) = found {
            for opening in ['+', '('] {
                if !word && masked.ends_with(opening) {
                    masked.pop();
                }
            }
            masked.push_str(&mask);
            at = end;
        } else {
            masked.push(*c);
            at += 1;
        }
    }
    masked
}

/// The Turkish IBAN that begins here: where it ends, and its mask. Numbers of other forms inside it are not looked for.
fn iban(chars: &[char], start: usize) -> Option<(usize, String)> {
    let mut packed = String::new();
    let (mut end, mut gap) = (start, 0);
    for (at, c) in chars.iter().enumerate().skip(start) {
        if c.is_ascii_alphanumeric() && packed.len() < IBAN_LENGTH {
            packed.push(c.to_ascii_uppercase());
            (end, gap) = (at + 1, 0);
        } else if matches!(c, ' ' | '\u{a0}' | '-' | '.') && gap < GAP_MAX {
            gap += 1;
        } else {
            break;
        }
    }
    let turkish = packed.len() == IBAN_LENGTH && packed.starts_with("TR");
    let digits = packed.get(2..)?.bytes().all(|byte| byte.is_ascii_digit());
    let right = turkish && digits && packed.parse::<iban::BaseIban>().is_ok();
    let (check, last) = (packed.get(..4)?, packed.get(packed.len().saturating_sub(4)..)?);
    right.then(|| (end, format!("{check} **** … {last}")))
}

/// What hides a number if its digits are one of a kind.
type Mask<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The number that begins here: where it ends, and its mask.
fn number(chars: &[char], start: usize) -> Option<(usize, String)> {
    let groups = groups(chars, start);
    let plus = start.checked_sub(1).and_then(|before| chars.get(before)) == Some(&'+');
    let first = groups.first().map_or(0, |(_, digits)| digits.len());
    let masks: [Mask<'_>; 3] = [
        &|digits| identity_mask(digits).filter(|_| !plus),
        &|digits| CardNumber::try_new(digits).ok().map(|no| format!("{}******{}", no.first6(), no.last4())),
        &|digits| phone_mask(digits, first, plus),
    ];
    masks.iter().find_map(|mask| groups.iter().rev().find_map(|(end, digits)| Some((*end, mask(digits)?))))
}

/// The ends of the groups of digits from here on, each with all digits up to it.
fn groups(chars: &[char], start: usize) -> Vec<(usize, String)> {
    let mut groups = Vec::new();
    let mut digits = String::new();
    let mut gap = 0;
    for (at, c) in chars.iter().enumerate().skip(start) {
        if c.is_ascii_digit() {
            gap = 0;
            digits.push(*c);
            if digits.len() > DIGITS_MAX {
                break;
            }
            if !chars.get(at + 1).is_some_and(char::is_ascii_digit) {
                groups.push((at + 1, digits.clone()));
            }
        } else if matches!(c, ' ' | '\u{a0}' | '-' | '.' | '(' | ')' | '/') && gap < GAP_MAX {
            gap += 1;
        } else {
            break;
        }
    }
    groups
}

fn identity_mask(digits: &str) -> Option<String> {
    [IdentityKind::Tckn, IdentityKind::Ykn]
        .into_iter()
        .find_map(|kind| IdentityNo::try_new(kind, digits).ok())
        .map(|number| format!("*******{}", number.digits().get(7..).unwrap_or_default()))
}

/// A number with a country code, or a Turkish one; `first` is how many digits its first group has, which
/// tells `0532 …` from a day and `532 …` from an amount.
fn phone_mask(digits: &str, first: usize, plus: bool) -> Option<String> {
    let national = |rest: &str, leads: &[char]| rest.len() == 10 && rest.starts_with(leads);
    let written = match digits.as_bytes() {
        _ if plus => format!("+{digits}"),
        [b'0', b'0', ..] => digits.to_owned(),
        [b'9', b'0', rest @ ..] if rest.len() == 10 => digits.to_owned(),
        [b'0', ..] if first != 2 && first != 3 => digits.to_owned(),
        [b'5', ..] if (first == 3 || first == 10) && national(digits, &['5']) => digits.to_owned(),
        _ => return None,
    };
    let number = Phone::try_new(&written).ok()?;
    let number = number.e164();
    let end = number.get(number.len().saturating_sub(2)..).unwrap_or_default();
    Some(match number.strip_prefix("+90").and_then(|national| national.chars().next()) {
        Some(first) => format!("0{first}** *** ** {end}"),
        None => format!("+{} {end}", "*".repeat(number.len().saturating_sub(3))),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_in_text_by_table() {
        let table = [
            ("TCKN 10000000146 ile arandı", "TCKN *******0146 ile arandı"),
            ("no:100 000 001 46.", "no:*******0146."),
            ("10000000147 yanlış", "10000000147 yanlış"),
            ("kart 4111 1111 1111 1111, iade", "kart 411111******1111, iade"),
            ("4111-1111-1111-1111", "411111******1111"),
            ("4111111111111112", "4111111111111112"),
            ("0532 123 45 17 aranacak", "05** *** ** 17 aranacak"),
            ("(0532) 1234517", "05** *** ** 17"),
            ("+90 532 123 45 17", "05** *** ** 17"),
            ("0090 532 123 4517", "05** *** ** 17"),
            ("532.123.45.17", "05** *** ** 17"),
            ("0(212) 555 00 17", "02** *** ** 17"),
            ("+49 30 1234567", "+********* 67"),
            ("12 0532 123 45 17", "12 05** *** ** 17"),
            ("03.11.2026 125 adet", "03.11.2026 125 adet"),
            ("24.11.2026 10:42", "24.11.2026 10:42"),
            ("5.000.000.000 TL, 1.250,00 TL", "5.000.000.000 TL, 1.250,00 TL"),
            ("ref 123456789012345678901234", "ref 123456789012345678901234"),
            ("IBAN TR33 0006 1005 1978 6457 8413 26 yanlış", "IBAN TR33 **** … 1326 yanlış"),
            ("TR330006100519786457841326'ya", "TR33 **** … 1326'ya"),
            ("tr33-0006-1005-1978-6457-8413-26.", "TR33 **** … 1326."),
            ("(TR33 0006 1005 1978 6457 8413 26)", "(TR33 **** … 1326)"),
            // one digit is wrong, one is missing, the word only ends so
            ("TR33 0006 1005 1978 6457 8413 27", "TR33 0006 1005 1978 6457 8413 27"),
            ("TR33 0006 1005 1978 6457 8413 2", "TR33 0006 1005 1978 6457 8413 2"),
            ("ATR330006100519786457841326", "ATR330006100519786457841326"),
            ("TR", "TR"),
            ("Transfer 100 TL", "Transfer 100 TL"),
            ("Kart aidatı", "Kart aidatı"),
            ("", ""),
        ];
        for (text, expected) in table {
            assert_eq!(free_text(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn text_without_long_numbers_is_kept(text in "[^0-9]{0,30}([0-9]{1,6}[a-z,:%]{1,5}){0,4}") {
            prop_assert_eq!(free_text(&text), text);
        }

        #[test]
        fn a_card_number_never_stays(before in "[a-zş ]{0,9}", body in "4[0-9]{14}", gap in "[ -]?", after in "[a-z ,]{0,9}") {
            let full = (0..10).map(|check| format!("{body}{check}")).find(|no| CardNumber::try_new(no).is_ok()).unwrap();
            let groups: Vec<String> = full.as_bytes().chunks(4).map(|four| String::from_utf8(four.to_vec()).unwrap()).collect();
            let shown = free_text(&format!("{before}{}{after}", groups.join(&gap)));
            prop_assert!(shown.contains("******"), "{}", shown);
            let digits = shown.chars().filter(char::is_ascii_digit).count();
            prop_assert!(digits <= 10, "{}", shown);
        }
    }
}
