//! National, tax and foreigner identity numbers.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{IdentityFault, all_equal, digits, tail};

/// Which register a number is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IdentityKind {
    /// TCKN, 11 digits, citizens.
    Tckn,
    /// YKN, 11 digits beginning with 99, foreigners.
    Ykn,
    /// VKN, 10 digits, companies.
    Vkn,
}

/// A number whose form and check digits are right. Debug shows its last four digits only.
///
/// Every change of a single digit breaks the check digits of all three registers.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct IdentityNo {
    kind: IdentityKind,
    digits: String,
}

/// Digits of a TCKN or YKN.
const PERSON_DIGITS: usize = 11;
/// Digits of a VKN.
const COMPANY_DIGITS: usize = 10;
/// How a YKN begins.
const YKN_PREFIX: &str = "99";
/// Passes the arithmetic of a VKN and is never issued.
const VKN_NEVER_ISSUED: &str = "0000000001";

impl IdentityNo {
    /// Checks a number of a register: digits only, no spaces. Source of the rules: design processes 4.0.
    /// Banks keep citizens and foreigners in one column, so a TCKN that begins with 99 is taken as the YKN it is.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn try_new(kind: IdentityKind, text: &str) -> Result<IdentityNo, IdentityFault> {
        let kind = match kind {
            IdentityKind::Tckn | IdentityKind::Ykn => check_person(kind, text)?,
            IdentityKind::Vkn => check_company(text)?,
        };
        Ok(IdentityNo { kind, digits: text.to_owned() })
    }

    /// Which register it is of.
    #[must_use]
    pub fn kind(&self) -> IdentityKind {
        self.kind
    }

    /// All digits; only `service` may look, and it masks them.
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.digits
    }
}

/// `TCKN(*******0146)`.
impl fmt::Debug for IdentityNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = match self.kind {
            IdentityKind::Tckn => "TCKN",
            IdentityKind::Ykn => "YKN",
            IdentityKind::Vkn => "VKN",
        };
        let end = tail(&self.digits, 4);
        write!(f, "{name}({}{end})", "*".repeat(self.digits.len() - end.len()))
    }
}

/// d10 = ((d1+d3+d5+d7+d9)·7 − (d2+d4+d6+d8)) mod 10, d11 = (Σ d1..d10) mod 10.
fn check_person(kind: IdentityKind, text: &str) -> Result<IdentityKind, IdentityFault> {
    let all = digits(text)?;
    let (Some((nine, &[d10, d11])), Some(first)) = (all.split_last_chunk::<2>(), all.first()) else {
        return Err(IdentityFault::Length);
    };
    if all.len() != PERSON_DIGITS {
        return Err(IdentityFault::Length);
    }
    if *first == 0 {
        return Err(IdentityFault::NeverIssued);
    }
    let odd: u32 = nine.iter().step_by(2).sum();
    let even: u32 = nine.iter().skip(1).step_by(2).sum();
    // 40 keeps the difference positive: four digits sum to at most 36
    if d10 != (odd * 7 + 40 - even) % 10 || d11 != (odd + even + d10) % 10 {
        return Err(IdentityFault::Checksum);
    }
    if all_equal(nine) && nine.first() == Some(&d10) {
        return Err(IdentityFault::NeverIssued);
    }
    match (text.starts_with(YKN_PREFIX), kind) {
        (true, _) => Ok(IdentityKind::Ykn),
        (false, IdentityKind::Tckn) => Ok(IdentityKind::Tckn),
        (false, _) => Err(IdentityFault::Register),
    }
}

/// For i = 1..9: t = (d + 10 − i) mod 10, u = 9 if t = 9 else t·2^(10−i) mod 9; d10 = (10 − Σu mod 10) mod 10.
fn check_company(text: &str) -> Result<IdentityKind, IdentityFault> {
    let all = digits(text)?;
    let Some((d10, nine)) = all.split_last() else {
        return Err(IdentityFault::Length);
    };
    if all.len() != COMPANY_DIGITS {
        return Err(IdentityFault::Length);
    }
    let sum: u32 = (1..=9)
        .zip(nine)
        .map(|(i, digit)| match (digit + 10 - i) % 10 {
            9 => 9,
            t => (t << (10 - i)) % 9,
        })
        .sum();
    if *d10 != (10 - sum % 10) % 10 {
        return Err(IdentityFault::Checksum);
    }
    if text == VKN_NEVER_ISSUED || all_equal(&all) {
        return Err(IdentityFault::NeverIssued);
    }
    Ok(IdentityKind::Vkn)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{
        IdentityKind::{Tckn, Vkn, Ykn},
        *,
    };

    #[test]
    fn vectors_by_table() {
        use IdentityFault::{Character, Checksum, Length, NeverIssued, Register};
        let table = [
            (Tckn, "10000000146", Ok(Tckn)),
            (Tckn, "12345678950", Ok(Tckn)),
            (Tckn, "10000000147", Err(Checksum)),
            (Tckn, "10000000156", Err(Checksum)),
            (Tckn, "11111111110", Err(NeverIssued)),
            (Tckn, "22222222220", Err(NeverIssued)),
            (Tckn, "99999999990", Err(NeverIssued)),
            (Tckn, "11111111111", Err(Checksum)),
            (Tckn, "00000000000", Err(NeverIssued)),
            (Tckn, "01234567890", Err(NeverIssued)),
            (Tckn, "1000000014", Err(Length)),
            (Tckn, "100000001460", Err(Length)),
            (Tckn, "", Err(Length)),
            (Tckn, "1", Err(Length)),
            (Tckn, "1000000014a", Err(Character)),
            (Tckn, "100 000 001 46", Err(Character)),
            (Tckn, " 10000000146", Err(Character)),
            (Tckn, "-1000000014", Err(Character)),
            (Tckn, "10000000146\0", Err(Character)),
            // the same number in Arabic-Indic and full-width digits
            (Tckn, "١٠٠٠٠٠٠٠١٤٦", Err(Character)),
            (Tckn, "１００００００００１４６", Err(Character)),
            (Ykn, "99000000042", Ok(Ykn)),
            (Tckn, "99000000042", Ok(Ykn)),
            (Ykn, "10000000146", Err(Register)),
            (Ykn, "99000000043", Err(Checksum)),
            (Vkn, "1234567890", Ok(Vkn)),
            (Vkn, "1234567891", Err(Checksum)),
            (Vkn, "0000000001", Err(NeverIssued)),
            (Vkn, "4444444444", Err(NeverIssued)),
            (Vkn, "1111111111", Err(Checksum)),
            (Vkn, "0000000000", Err(Checksum)),
            (Vkn, "123456789", Err(Length)),
            (Vkn, "10000000146", Err(Length)),
            (Vkn, "", Err(Length)),
            (Vkn, "١٢٣٤٥٦٧٨٩٠", Err(Character)),
        ];
        for (kind, text, expected) in table {
            assert_eq!(
                IdentityNo::try_new(kind, text).map(|number| number.kind()),
                expected,
                "{kind:?} {text:?}"
            );
        }
    }

    #[test]
    fn debug_shows_the_last_four() {
        let person = IdentityNo::try_new(Tckn, "10000000146").expect("valid");
        let company = IdentityNo::try_new(Vkn, "1234567890").expect("valid");
        assert_eq!(format!("{person:?} {company:?}"), "TCKN(*******0146) VKN(******7890)");
    }

    #[test]
    fn published_test_numbers_pass() {
        let folder = std::env::var_os("TEKIL_DATA").map_or_else(
            || std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"),
            std::path::PathBuf::from,
        );
        let Ok(list) = std::fs::read_to_string(folder.join("ids/test-tckn.txt")) else {
            // the data is not part of the project; its absence is said and is no fault
            std::io::Write::write_all(
                &mut std::io::stderr(),
                b"not run: no ids/test-tckn.txt in TEKIL_DATA or ../shared/data\n",
            )
            .expect("stderr");
            return;
        };
        let numbers: Vec<_> = list.split_whitespace().collect();
        assert_eq!(numbers.len(), 102);
        for number in numbers {
            let read = IdentityNo::try_new(Tckn, number).expect(number);
            assert_eq!(read.kind() == Ykn, number.starts_with("99"), "{number}");
        }
    }

    /// Fills in the check digits of nine digits, by an independent wording of the rule.
    fn person(nine: [u32; 9]) -> String {
        let weighted: u32 =
            nine.iter().zip([7, 9].iter().cycle()).map(|(digit, weight)| digit * weight).sum();
        let d10 = weighted % 10;
        let d11 = (nine.iter().sum::<u32>() + d10) % 10;
        nine.iter().chain([&d10, &d11]).map(u32::to_string).collect()
    }

    fn issued(nine: [u32; 9]) -> bool {
        nine[0] != 0 && nine.iter().any(|digit| *digit != nine[0])
    }

    proptest! {
        #[test]
        fn every_single_digit_change_of_a_person_number_is_caught(
            nine in prop::array::uniform9(0_u32..10), place in 0_usize..11, step in 1_u32..10,
        ) {
            prop_assume!(issued(nine));
            let number = person(nine);
            prop_assert!(IdentityNo::try_new(Tckn, &number).is_ok(), "{}", number);
            let changed = change(&number, place, step);
            prop_assert!(IdentityNo::try_new(Tckn, &changed).is_err(), "{} {}", number, changed);
        }

        #[test]
        fn one_check_digit_fits_a_company_number_and_every_single_change_is_caught(
            nine in "[0-9]{9}", place in 0_usize..10, step in 1_u32..10,
        ) {
            let fitting: Vec<String> = (0..10)
                .map(|digit| format!("{nine}{digit}"))
                .filter(|number| IdentityNo::try_new(Vkn, number) != Err(IdentityFault::Checksum))
                .collect();
            prop_assert_eq!(fitting.len(), 1);
            let changed = change(&fitting[0], place, step);
            prop_assert_eq!(IdentityNo::try_new(Vkn, &changed), Err(IdentityFault::Checksum));
        }

        #[test]
        fn never_panics(text in "\\PC*|[0-9]{9,12}") {
            for kind in [Tckn, Ykn, Vkn] {
                if let Ok(number) = IdentityNo::try_new(kind, &text) {
                    prop_assert_eq!(number.digits(), &text);
                }
            }
        }
    }

    fn change(number: &str, place: usize, step: u32) -> String {
        number
            .chars()
            .enumerate()
            .map(|(at, c)| {
                let digit = c.to_digit(10).expect("digit");
                char::from_digit(if at == place { (digit + step) % 10 } else { digit }, 10).expect("digit")
            })
            .collect()
    }
}
