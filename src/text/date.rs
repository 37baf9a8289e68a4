//! Days and times as people read them, the same in both languages.

use crate::time::{Day, Moment};

/// `03.2026`, where only the month matters.
#[must_use]
pub fn month(day: Day) -> String {
    let (year, month, _) = day.ymd();
    format!("{month:02}.{year:04}")
}

/// `24.11.2026`.
#[must_use]
pub fn long(day: Day) -> String {
    let (year, month, day) = day.ymd();
    format!("{day:02}.{month:02}.{year:04}")
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

/// `10:44:30`.
#[must_use]
pub fn clock_seconds(moment: Moment) -> String {
    format!("{}:{:02}", clock(moment), moment.second())
}

/// `24.11.2026 10:42`.
#[must_use]
pub fn moment(moment: Moment) -> String {
    format!("{} {}", long(moment.day()), clock(moment))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_padded() {
        let table = [
            ((2026, 11, 24), "24.11.2026", "24.11"),
            ((2026, 1, 5), "05.01.2026", "05.01"),
            ((995, 12, 31), "31.12.0995", "31.12"),
        ];
        for ((year, month, day), whole, part) in table {
            let day = Day::from_ymd(year, month, day).expect("exists");
            assert_eq!((long(day).as_str(), short(day).as_str()), (whole, part));
        }
    }

    #[test]
    fn moments_are_in_business_time() {
        let table = [
            ("2026-11-24T10:42:00+03:00", "24.11.2026 10:42"),
            ("2026-11-24T07:42:59Z", "24.11.2026 10:42"),
            ("2026-12-31T20:59:59Z", "31.12.2026 23:59"),
            ("2026-12-31T21:00:00Z", "01.01.2027 00:00"),
        ];
        for (text, shown) in table {
            let read = Moment::parse_rfc3339(text).expect(text);
            assert_eq!(moment(read), shown, "{text}");
        }
    }
}
