//! Days and times as people read them, the same in both languages.

use crate::time::{Day, Moment};

/// `24.11.2026`.
#[must_use]
pub fn long(day: Day) -> String {
    let (year, month, day) = day.ymd();
    format!("{day:02}.{month:02}.{year}")
}

/// `24.11`.
#[must_use]
pub fn short(day: Day) -> String {
    let (_, month, day) = day.ymd();
    format!("{day:02}.{month:02}")
}

/// `10:42`.
#[must_use]
pub fn clock(moment: Moment) -> String {
    let (hour, minute) = moment.hour_minute();
    format!("{hour:02}:{minute:02}")
}

/// `24.11.2026 10:42`.
#[must_use]
pub fn moment(moment: Moment) -> String {
    format!("{} {}", long(moment.day()), clock(moment))
}
