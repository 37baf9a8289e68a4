//! Days as Berka writes them, and birth numbers.

use crate::{
    intake::{fault, value::Read},
    time::Day,
};

/// A birth number: the day, and whether the month carried the 50 that marks a woman's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Birth {
    pub day: Day,
    pub woman: bool,
}

/// The bank's books lie in this century only.
const CENTURY: i16 = 1900;
/// Added to the month of a woman's birth number.
const WOMAN_MONTHS: i8 = 50;
/// What follows the day where a time is written.
const MIDNIGHT: &str = " 00:00:00";

/// `930101`.
pub(super) fn day(text: &str) -> Read<Day> {
    parts(text)
        .and_then(|(year, month, day)| Day::from_ymd(year, month, day))
        .ok_or_else(|| fault::date("YYMMDD"))
}

/// `930101 00:00:00`.
pub(super) fn day_at_midnight(text: &str) -> Read<Day> {
    let date = text.strip_suffix(MIDNIGHT).ok_or_else(|| fault::date("YYMMDD 00:00:00"))?;
    day(date)
}

/// `706213`: 13 December 1970, a woman.
pub(super) fn read(text: &str) -> Read<Birth> {
    let birth = parts(text).and_then(|(year, month, day)| {
        let woman = month > WOMAN_MONTHS;
        let month = if woman { month - WOMAN_MONTHS } else { month };
        Day::from_ymd(year, month, day).map(|day| Birth { day, woman })
    });
    birth.ok_or_else(|| fault::date("YYMMDD, YY(MM+50)DD"))
}

fn parts(text: &str) -> Option<(i16, i8, i8)> {
    let exact = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    if !exact {
        return None;
    }
    let two = |from: usize| text.get(from..from + 2)?.parse::<i8>().ok();
    Some((CENTURY + i16::from(two(0)?), two(2)?, two(4)?))
}
