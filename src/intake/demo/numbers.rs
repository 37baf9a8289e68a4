//! Numbers that prove themselves and belong to nobody.
//!
//! - Identity numbers have right check digits and stand in one narrow block: first nine digits from
//!   100 000 000 on, where the numbers stand that the register's rules are explained with (10000000146 is
//!   one). The register is not public, so nobody outside it can prove a number free; the block is what test
//!   data of the country use, and no name here belongs to a number.
//! - Telephone numbers are of 0500, which no operator was given.
//! - Account numbers are of bank code 00999, card numbers of the issuer number 979299: neither is assigned.

use crate::domain::identity::{Iban, IdentityKind, IdentityNo, Phone};

/// The first nine digits of the first person.
const PERSON_BASE: u64 = 100_000_000;
/// People of stories have the numbers below, everybody else those from here on.
const PEOPLE_BASE: u64 = PERSON_BASE + 10_000;
/// First digits of a company's number; no tax office gives numbers that begin with zeros.
const COMPANY_BASE: u64 = 1_000_000;
/// Numbers of 0500 below this are the stories'.
const PHONES_BASE: u64 = 2_000_000;
/// So many numbers of 0500 are spread among the others.
const PHONES: u64 = 8_000_000;
/// Prime to [`PHONES`], so that no two places get one number.
const PHONE_STEP: u64 = 4_733_557;
/// Issuer number of all cards.
pub(super) const CARD_ISSUER: u64 = 979_299;

/// The identity number whose first nine digits are these.
pub(super) fn person_number(nine: u64) -> Option<IdentityNo> {
    let digits: Vec<u64> = (0..9).rev().map(|place| nine / 10_u64.pow(place) % 10).collect();
    let odd: u64 = digits.iter().step_by(2).sum();
    let even: u64 = digits.iter().skip(1).step_by(2).sum();
    let tenth = (odd * 7 + 40 - even) % 10;
    let eleventh = (odd + even + tenth) % 10;
    IdentityNo::try_new(IdentityKind::Tckn, &format!("{nine:09}{tenth}{eleventh}")).ok()
}

/// The identity number of the person at a place.
pub(super) fn person(place: u64) -> Option<IdentityNo> {
    person_number(PEOPLE_BASE.saturating_add(place))
}

/// The tax number of the company at a place.
pub(super) fn company(place: u64) -> Option<IdentityNo> {
    let nine = COMPANY_BASE.saturating_add(place);
    (0..10).find_map(|last| IdentityNo::try_new(IdentityKind::Vkn, &format!("{nine:09}{last}")).ok())
}

/// The mobile number at a place, in E.164.
pub(super) fn mobile(place: u64) -> Option<String> {
    mobile_number(PHONES_BASE + place.wrapping_mul(PHONE_STEP) % PHONES)
}

/// A mobile number by its seven digits.
pub(super) fn mobile_number(seven: u64) -> Option<String> {
    Phone::try_new(&format!("+90500{seven:07}")).ok().map(|phone| phone.e164().to_owned())
}

/// The account number of an account of this bank.
pub(super) fn iban(account: u64) -> Option<Iban> {
    // bank 00999, reserve 0, sixteen digits, then TR00 as 292700; mod 97 by ISO 13616
    let body = 9_990_u128 * 10_u128.pow(16) + u128::from(account);
    let check = 98 - (body * 1_000_000 + 292_700) % 97;
    Iban::try_new(&format!("TR{check:02}009990{account:016}")).ok()
}

/// A whole card number that ends in these four digits: the digit before them makes Luhn's sum right.
pub(super) fn card_number(serial: u64, last4: u64) -> String {
    let fits = |digit: &u64| {
        luhn(CARD_ISSUER * 10_u64.pow(10) + serial % 100_000 * 100_000 + digit * 10_000 + last4)
    };
    let digit = (0..10).find(fits).unwrap_or(0);
    format!("{CARD_ISSUER:06}{:05}{digit}{last4:04}", serial % 100_000)
}

/// Source: ISO/IEC 7812-1 annex B.
fn luhn(mut number: u64) -> bool {
    let mut sum = 0;
    let mut weight = 1;
    while number > 0 {
        let weighted = number % 10 * weight;
        sum += weighted / 10 + weighted % 10;
        weight = 3 - weight;
        number /= 10;
    }
    sum % 10 == 0
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::domain::identity::CardNumber;

    #[test]
    fn every_number_passes_its_check_and_stands_where_nobody_has_one() {
        for place in (0..3_000).chain([999_999, 4_999_999]) {
            let number = person(place).unwrap();
            assert_eq!((number.kind(), number.digits().starts_with("10")), (IdentityKind::Tckn, true));
            assert!(company(place).unwrap().digits().starts_with("00"));
            assert!(mobile(place).unwrap().starts_with("+90500"));
            let iban = iban(1_010_000_001 + place).unwrap();
            assert_eq!(iban.bank_code(), "00999");
            let card = card_number(place * 7, place % 10_000);
            let checked = CardNumber::try_new(&card).unwrap();
            assert_eq!(checked.first6(), "979299");
            assert_eq!(checked.last4(), format!("{:04}", place % 10_000));
        }
    }

    #[test]
    fn no_two_places_share_a_number() {
        let places = 0..200_000;
        let phones: BTreeSet<_> = places.clone().map(|place| mobile(place).unwrap()).collect();
        assert_eq!(phones.len(), 200_000);
        let people: BTreeSet<_> = places.map(|place| person(place).unwrap()).collect();
        assert_eq!(people.len(), 200_000);
        assert!(people.iter().all(|number| number.digits() > "10001000000"));
    }
}
