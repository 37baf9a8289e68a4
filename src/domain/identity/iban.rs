//! International bank account numbers of Türkiye.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{IdentityFault, tail};

/// A Turkish IBAN, 26 characters without spaces. Debug shows its last four only.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Iban(String);

/// TR, two check digits, five of the bank, one reserve, sixteen of the account.
const LENGTH: usize = 26;
/// Where the bank's code stands.
const BANK: std::ops::Range<usize> = 4..9;
/// Where the reserve digit stands; it is 0.
const RESERVE: usize = 9;

impl Iban {
    /// Checks and packs an IBAN; spaces and lower case are accepted. Source of the rules: design processes 4.0.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn try_new(text: &str) -> Result<Iban, IdentityFault> {
        let packed: String = text.chars().filter(|c| *c != ' ').map(|c| c.to_ascii_uppercase()).collect();
        if !packed.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(IdentityFault::Character);
        }
        let country = packed.get(..2).ok_or(IdentityFault::Length)?;
        if !country.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Err(IdentityFault::Character);
        }
        if country != "TR" {
            return Err(IdentityFault::Country);
        }
        if packed.len() != LENGTH {
            return Err(IdentityFault::Length);
        }
        if packed.as_bytes().get(RESERVE) != Some(&b'0') {
            return Err(IdentityFault::Character);
        }
        match packed.parse::<iban::Iban>() {
            Ok(_) => Ok(Iban(packed)),
            Err(iban::ParseIbanError::InvalidBaseIban { source }) => Err(match source {
                iban::ParseBaseIbanError::InvalidChecksum => IdentityFault::Checksum,
                iban::ParseBaseIbanError::InvalidFormat => IdentityFault::Character,
            }),
            Err(iban::ParseIbanError::InvalidBban(_)) => Err(IdentityFault::Character),
            Err(iban::ParseIbanError::UnknownCountry(_)) => Err(IdentityFault::Country),
        }
    }

    /// Without spaces.
    #[must_use]
    pub fn packed(&self) -> &str {
        &self.0
    }

    /// In groups of four: `TR33 0006 1005 1978 6457 8413 26`.
    #[must_use]
    pub fn grouped(&self) -> String {
        self.0
            .chars()
            .enumerate()
            .flat_map(|(at, c)| (at > 0 && at % 4 == 0).then_some(' ').into_iter().chain([c]))
            .collect()
    }

    /// The five digits of the bank.
    #[must_use]
    pub fn bank_code(&self) -> &str {
        self.0.get(BANK).unwrap_or_default()
    }
}

impl fmt::Debug for Iban {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Iban(…{})", tail(&self.0, 4))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const VALID: &str = "TR330006100519786457841326";

    #[test]
    fn accepts_spaces_and_lower_case() {
        for text in [
            VALID,
            "TR33 0006 1005 1978 6457 8413 26",
            " tr330006100519786457841326 ",
            "tr33 0006 1005 1978 6457 8413 26",
        ] {
            assert_eq!(Iban::try_new(text).as_ref().map(Iban::packed), Ok(VALID), "{text:?}");
        }
    }

    #[test]
    fn refuses_by_table() {
        use IdentityFault::{Character, Checksum, Country, Length};
        let table = [
            ("TR330006100519786457841327", Checksum),
            ("TR340006100519786457841326", Checksum),
            ("TR33000610051978645784132", Length),
            ("TR3300061005197864578413260", Length),
            ("", Length),
            ("T", Length),
            ("TR", Length),
            // valid IBANs of elsewhere
            ("DE89370400440532013000", Country),
            ("GB82WEST12345698765432", Country),
            ("330006100519786457841326", Character),
            ("TR33-0006-1005-1978-6457-8413-26", Character),
            ("TR33\u{a0}0006100519786457841326", Character),
            ("TR33000610051978645784132٦", Character),
            ("TЯ330006100519786457841326", Character),
            ("tr33000610051978645784132ı", Character),
            // check digits fit, but the reserve digit is 1 or the bank code has a letter
            ("TR080006110519786457841326", Character),
            ("TR37A006100519786457841326", Character),
        ];
        for (text, fault) in table {
            assert_eq!(Iban::try_new(text), Err(fault), "{text:?}");
        }
    }

    #[test]
    fn groups_and_names_its_bank() {
        let iban = Iban::try_new(VALID).expect("valid");
        assert_eq!(iban.grouped(), "TR33 0006 1005 1978 6457 8413 26");
        assert_eq!(iban.bank_code(), "00061");
        assert_eq!(format!("{iban:?}"), "Iban(…1326)");
    }

    proptest! {
        #[test]
        fn every_single_digit_change_is_caught(place in 2_usize..26, step in 1_u8..10) {
            let mut bytes = VALID.as_bytes().to_vec();
            bytes[place] = b'0' + (bytes[place] - b'0' + step) % 10;
            let changed = String::from_utf8(bytes).expect("ascii");
            prop_assert!(Iban::try_new(&changed).is_err(), "{}", changed);
        }

        #[test]
        fn never_panics(text in "\\PC*|[Tt][Rr][0-9 ]{20,30}") {
            if let Ok(iban) = Iban::try_new(&text) {
                prop_assert_eq!(Iban::try_new(&iban.grouped()), Ok(iban));
            }
        }
    }
}
