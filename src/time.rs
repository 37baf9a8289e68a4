//! Days and moments: values only, no clock. Business time is Türkiye's, UTC+3 the whole year since 2016.

use std::fmt;

use jiff::{Timestamp, civil::Date, tz::Offset};
use serde::{Deserialize, Serialize};

pub use calendar::{BUSINESS_DAYS_MAX, Calendar};

mod calendar;

/// A calendar day of business time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(Date);

/// A point in time, to the microsecond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(Timestamp);

/// Türkiye's offset from UTC.
const BUSINESS_OFFSET: Offset = Offset::constant(3);

impl Day {
    /// The day of a civil date, if it exists (`None` for 30 February).
    #[must_use]
    pub fn from_ymd(year: i16, month: i8, day: i8) -> Option<Day> {
        Date::new(year, month, day).ok().map(Day)
    }

    /// Reads `2026-11-24`, exactly that form.
    #[must_use]
    pub fn parse_iso(text: &str) -> Option<Day> {
        let exact = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        exact.then(|| text.parse().ok()).flatten().map(Day)
    }

    /// Year, month and day of the month.
    #[must_use]
    pub fn ymd(self) -> (i16, i8, i8) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub fn number(self) -> i32 {
        (self.0 - jiff::civil::date(1970, 1, 1)).get_days()
    }

    /// The day with this number since 1970-01-01, within the years -9999 to 9999.
    #[must_use]
    pub fn from_number(number: i32) -> Option<Day> {
        jiff::civil::date(1970, 1, 1).checked_add(jiff::Span::new().try_days(number).ok()?).ok().map(Day)
    }

    /// Days from `earlier` to this day.
    #[must_use]
    pub fn days_since(self, earlier: Day) -> i32 {
        self.number() - earlier.number()
    }

    /// The day `days` later (earlier if negative).
    #[must_use]
    pub fn plus_days(self, days: i32) -> Option<Day> {
        Day::from_number(self.number().checked_add(days)?)
    }

    /// Monday is 1, Sunday is 7.
    #[must_use]
    pub fn weekday(self) -> i8 {
        self.0.weekday().to_monday_one_offset()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

impl Moment {
    /// Reads RFC 3339, e.g. `2026-11-24T10:42:00+03:00`; what is finer than a microsecond is dropped.
    #[must_use]
    pub fn parse_rfc3339(text: &str) -> Option<Moment> {
        let read: Timestamp = text.parse().ok()?;
        Moment::from_micros(read.as_microsecond())
    }

    /// The moment of a count of microseconds since 1970-01-01T00:00Z.
    #[must_use]
    pub fn from_micros(micros: i64) -> Option<Moment> {
        Timestamp::from_microsecond(micros).ok().map(Moment)
    }

    /// Microseconds since 1970-01-01T00:00Z.
    #[must_use]
    pub fn micros(self) -> i64 {
        self.0.as_microsecond()
    }

    /// The business day it falls in.
    #[must_use]
    pub fn day(self) -> Day {
        Day(BUSINESS_OFFSET.to_datetime(self.0).date())
    }

    /// Hour and minute of business time.
    #[must_use]
    pub fn hour_minute(self) -> (i8, i8) {
        let local = BUSINESS_OFFSET.to_datetime(self.0);
        (local.hour(), local.minute())
    }

    /// The second within its minute.
    #[must_use]
    pub fn second(self) -> i8 {
        BUSINESS_OFFSET.to_datetime(self.0).second()
    }

    /// The moment a day's business time reaches this hour and minute.
    #[must_use]
    pub fn at(day: Day, hour: i8, minute: i8) -> Option<Moment> {
        let local = day.0.to_datetime(jiff::civil::Time::new(hour, minute, 0, 0).ok()?);
        BUSINESS_OFFSET.to_timestamp(local).ok().map(Moment)
    }

    /// So many seconds later; `None` beyond the calendar.
    #[must_use]
    pub fn plus_seconds(self, seconds: i64) -> Option<Moment> {
        Moment::from_micros(self.micros().checked_add(seconds.checked_mul(1_000_000)?)?)
    }

    /// Seconds from `earlier` to this moment.
    #[must_use]
    pub fn seconds_since(self, earlier: Moment) -> i64 {
        self.0.as_second() - earlier.0.as_second()
    }
}

/// `2026-11-24T10:42:00+03:00`.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0.display_with_offset(BUSINESS_OFFSET), f)
    }
}

impl Serialize for Day {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            self.number().serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
        use serde::de::Error as _;
        if deserializer.is_human_readable() {
            let text = String::deserialize(deserializer)?;
            return Day::parse_iso(&text).ok_or_else(|| D::Error::custom("a day looks like 2026-11-24"));
        }
        Day::from_number(i32::deserialize(deserializer)?).ok_or_else(|| D::Error::custom("day out of range"))
    }
}

impl Serialize for Moment {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(self)
        } else {
            self.micros().serialize(serializer)
        }
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Moment, D::Error> {
        use serde::de::Error as _;
        if deserializer.is_human_readable() {
            let text = String::deserialize(deserializer)?;
            return Moment::parse_rfc3339(&text).ok_or_else(|| D::Error::custom("a moment is RFC 3339"));
        }
        Moment::from_micros(i64::deserialize(deserializer)?)
            .ok_or_else(|| D::Error::custom("moment out of range"))
    }
}

#[cfg(test)]
mod tests;
