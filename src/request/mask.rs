//! Masks: what an operator sees of an identifier before there is a reason to see more.

use crate::domain::{
    CustomerNo,
    customer::Name,
    identity::{IdentityNo, Phone},
};

/// `DENİZ Y*****Z`.
#[must_use]
pub fn name(name: &Name) -> String {
    let mut chars = name.family.chars();
    let (first, last) = (chars.next(), chars.next_back());
    let stars = "*".repeat(chars.count());
    let family: String = first
        .into_iter()
        .chain(stars.chars())
        .chain(last)
        .collect();
    format!("{} {family}", name.given).trim().to_owned()
}

/// `*******8142`.
#[must_use]
pub fn identity(number: &IdentityNo) -> String {
    tail(number.digits(), 4)
}

/// `05** *** ** 17`.
#[must_use]
pub fn phone(phone: &Phone) -> String {
    let last: String = phone.e164().chars().rev().take(2).collect::<Vec<_>>().into_iter().rev().collect();
    format!("05** *** ** {last}")
}

/// `****4017`.
#[must_use]
pub fn customer(no: CustomerNo) -> String {
    let digits = no.to_string();
    let shown = digits.len().saturating_sub(4);
    let last: String = digits.chars().skip(shown).collect();
    format!("****{last}")
}

fn tail(digits: &str, keep: usize) -> String {
    let hidden = digits.chars().count().saturating_sub(keep);
    "*".repeat(hidden) + &digits.chars().skip(hidden).collect::<String>()
}
