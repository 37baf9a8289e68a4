//! Words of commands that name something: customers, sizes, touchpoints, glyph sets.

use std::fmt::Write as _;

use clap::ArgMatches;

use crate::{
    domain::{CustomerNo, channel::Touchpoint},
    front::outcome::Failure,
    pack::nearest::nearest,
    text::{Message, ids::cli as id},
};

/// A required word of the command line; clap has seen that it is there.
pub(super) fn word<'a>(matches: &'a ArgMatches, name: &str) -> &'a str {
    matches.get_one::<String>(name).map_or("", String::as_str)
}

/// A customer's number.
///
/// # Errors
/// It is not a number.
pub(super) fn customer(word: &str) -> Result<CustomerNo, Failure> {
    let digits = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    digits
        .then(|| word.parse().ok().map(CustomerNo))
        .flatten()
        .ok_or_else(|| Failure::usage("bad_customer", Message::new(id::BAD_CUSTOMER).with("value", word)))
}

/// A whole number from 1 to `max`.
///
/// # Errors
/// It is none.
pub(super) fn count(option: &str, word: &str, max: u64) -> Result<u64, Failure> {
    let number = word.parse().ok().filter(|number| (1..=max).contains(number));
    number.ok_or_else(|| {
        let message = Message::new(id::BAD_COUNT)
            .with("place", option)
            .with("value", word)
            .with("min", 1_i64)
            .with("max", max);
        Failure::usage("bad_count", message)
    })
}

/// One of a few names, or what they are and which is nearest.
///
/// # Errors
/// None of them.
pub(super) fn one_of<T: Copy>(place: &str, given: &str, names: &[(&str, T)]) -> Result<T, Failure> {
    if let Some((_, found)) = names.iter().find(|(name, _)| *name == given) {
        return Ok(*found);
    }
    let mut list = String::new();
    for (name, _) in names {
        let comma = if list.is_empty() { "" } else { ", " };
        let _ = write!(list, "{comma}{name}");
    }
    let message = Message::new(id::NOT_ONE_OF).with("place", place).with("value", given).with("names", list);
    let failure = Failure::usage("unknown_name", message);
    Err(match nearest(given, names.iter().map(|(name, _)| *name)) {
        Some(name) => failure.hint(Message::new(id::NEAREST).with("word", name)),
        None => failure,
    })
}

/// Touchpoints by name.
const TOUCHPOINTS: [(&str, Touchpoint); 4] = [
    ("call-center", Touchpoint::CallCenter),
    ("branch", Touchpoint::Branch),
    ("ivr", Touchpoint::Ivr),
    ("digital", Touchpoint::Digital),
];

/// A touchpoint by its name, in either spelling of English.
///
/// # Errors
/// It names none.
pub(in crate::front) fn touchpoint(name: &str) -> Result<Touchpoint, Failure> {
    let name = if name == "call-centre" { "call-center" } else { name };
    one_of("--touchpoint", name, &TOUCHPOINTS)
}

/// `80x24`: columns and rows.
///
/// # Errors
/// Another form, or beyond [`SIZE_MAX`].
pub(super) fn size(word: &str) -> Result<(u16, u16), Failure> {
    let read = || {
        let (width, height) = word.split_once('x')?;
        let size: (u16, u16) = (width.parse().ok()?, height.parse().ok()?);
        let fits = (SIZE_MIN.0..=SIZE_MAX.0).contains(&size.0) && (SIZE_MIN.1..=SIZE_MAX.1).contains(&size.1);
        fits.then_some(size)
    };
    read().ok_or_else(|| {
        let shown = |size: (u16, u16)| format!("{}x{}", size.0, size.1);
        let message = Message::new(id::BAD_SIZE)
            .with("value", word)
            .with("min", shown(SIZE_MIN))
            .with("max", shown(SIZE_MAX));
        Failure::usage("bad_size", message)
    })
}

/// The smallest screen that is drawn.
const SIZE_MIN: (u16, u16) = (20, 4);
/// The largest.
const SIZE_MAX: (u16, u16) = (500, 200);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn numbers_and_sizes() {
        assert_eq!(customer("1787").ok(), Some(CustomerNo(1787)));
        for bad in ["", "x", "-1", "+1", "1.5", "99999999999999999999999"] {
            assert_eq!(customer(bad).unwrap_err().code, "bad_customer", "{bad}");
        }
        assert_eq!(size("80x24").ok(), Some((80, 24)));
        assert_eq!(size("132x43").ok(), Some((132, 43)));
        for bad in ["", "80", "80X24", "0x0", "19x24", "80x3", "501x24", "80x201", "axb", "70000x24"] {
            assert_eq!(size(bad).unwrap_err().code, "bad_size", "{bad}");
        }
    }

    #[test]
    fn a_wrong_name_lists_the_right_ones_and_the_nearest() {
        let names = [("berka", 1), ("warehouse", 2), ("rates", 3)];
        assert_eq!(one_of("LAYOUT", "rates", &names).ok(), Some(3));
        let failure = one_of("LAYOUT", "warehose", &names).unwrap_err();
        assert!(failure.message.say(Lang::En).contains("berka, warehouse, rates"));
        assert_eq!(failure.more.hints.len(), 1);
        assert_eq!(one_of("LAYOUT", "zzzzzz", &names).unwrap_err().more.hints.len(), 0);
    }
}
