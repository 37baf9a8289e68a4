//! Business days: weekends and the holidays that the pack names.

use std::collections::BTreeSet;

use super::Day;

/// The bank's holidays. Saturday and Sunday are closed without being listed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    holidays: BTreeSet<Day>,
}

/// How far a search for a business day goes before it gives up: no country closes its banks longer.
const SEARCH_DAYS_MAX: i32 = 30;

/// The longest term in business days: a year has about 250, and no term of a complaint or order is longer.
pub const BUSINESS_DAYS_MAX: u16 = 366;

impl Calendar {
    /// A calendar with these holidays.
    #[must_use]
    pub fn new(holidays: impl IntoIterator<Item = Day>) -> Calendar {
        Calendar { holidays: holidays.into_iter().collect() }
    }

    /// Whether the bank works on this day.
    #[must_use]
    pub fn is_business_day(&self, day: Day) -> bool {
        day.weekday() < 6 && !self.holidays.contains(&day)
    }

    /// This day if the bank works, else the next one; `None` if none comes within 30 days.
    #[must_use]
    pub fn on_or_after(&self, day: Day) -> Option<Day> {
        self.first_open((0..=SEARCH_DAYS_MAX).filter_map(|ahead| day.plus_days(ahead)))
    }

    /// This day if the bank works, else the one before; `None` if none lies within 30 days.
    #[must_use]
    pub fn on_or_before(&self, day: Day) -> Option<Day> {
        self.first_open((0..=SEARCH_DAYS_MAX).filter_map(|back| day.plus_days(-back)))
    }

    /// The next business day after this day.
    #[must_use]
    pub fn after(&self, day: Day) -> Option<Day> {
        self.on_or_after(day.plus_days(1)?)
    }

    /// The last business day before this day.
    #[must_use]
    pub fn before(&self, day: Day) -> Option<Day> {
        self.on_or_before(day.plus_days(-1)?)
    }

    /// The end of a term of `count` business days, the day itself not counted; with 0 the day itself, or the
    /// next business day. `None` beyond [`BUSINESS_DAYS_MAX`] or where a search finds no business day.
    #[must_use]
    pub fn plus_business_days(&self, day: Day, count: u16) -> Option<Day> {
        if count > BUSINESS_DAYS_MAX {
            return None;
        }
        if count == 0 {
            return self.on_or_after(day);
        }
        (0..count).try_fold(day, |day, _| self.after(day))
    }

    fn first_open(&self, mut days: impl Iterator<Item = Day>) -> Option<Day> {
        days.find(|day| self.is_business_day(*day))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).expect(text)
    }

    /// Türkiye 2026 from the Feast of the Sacrifice on, with its eve, and Republic Day with its eve.
    fn turkish() -> Calendar {
        Calendar::new(
            [
                "2026-05-26",
                "2026-05-27",
                "2026-05-28",
                "2026-05-29",
                "2026-05-30",
                "2026-07-15",
                "2026-08-30",
                "2026-10-28",
                "2026-10-29",
                "2027-01-01",
            ]
            .map(day),
        )
    }

    #[test]
    fn business_days_by_table() {
        // day, open, on or after, on or before, after, before
        let table = "\
            2026-11-24 yes 2026-11-24 2026-11-24 2026-11-25 2026-11-23
            2026-11-27 yes 2026-11-27 2026-11-27 2026-11-30 2026-11-26
            2026-11-28 no  2026-11-30 2026-11-27 2026-11-30 2026-11-27
            2026-11-29 no  2026-11-30 2026-11-27 2026-11-30 2026-11-27
            2026-05-25 yes 2026-05-25 2026-05-25 2026-06-01 2026-05-22
            2026-05-28 no  2026-06-01 2026-05-25 2026-06-01 2026-05-25
            2026-10-29 no  2026-10-30 2026-10-27 2026-10-30 2026-10-27
            2026-12-31 yes 2026-12-31 2026-12-31 2027-01-04 2026-12-30";
        let calendar = turkish();
        for case in table.lines() {
            let [at, open, on_after, on_before, after, before] =
                case.split_whitespace().collect::<Vec<_>>()[..]
            else {
                panic!("{case}");
            };
            let at = day(at);
            assert_eq!(calendar.is_business_day(at), open == "yes", "{case}");
            assert_eq!(calendar.on_or_after(at), Some(day(on_after)), "{case}");
            assert_eq!(calendar.on_or_before(at), Some(day(on_before)), "{case}");
            assert_eq!(calendar.after(at), Some(day(after)), "{case}");
            assert_eq!(calendar.before(at), Some(day(before)), "{case}");
        }
    }

    #[test]
    fn terms_by_table() {
        let calendar = turkish();
        let table = [
            ("2026-11-24", 0, Some("2026-11-24")),
            ("2026-11-28", 0, Some("2026-11-30")),
            ("2026-11-24", 1, Some("2026-11-25")),
            ("2026-11-24", 5, Some("2026-12-01")),
            ("2026-11-28", 1, Some("2026-11-30")),
            ("2026-05-25", 1, Some("2026-06-01")),
            ("2026-05-22", 3, Some("2026-06-02")),
            ("2026-12-31", 1, Some("2027-01-04")),
            ("2026-11-24", BUSINESS_DAYS_MAX + 1, None),
            ("9999-12-31", 1, None),
        ];
        for (from, count, to) in table {
            assert_eq!(calendar.plus_business_days(day(from), count), to.map(day), "{from} + {count}");
        }
    }

    #[test]
    fn a_bank_closed_for_more_than_a_month_has_no_next_day() {
        let first = day("2026-03-02");
        let closed = Calendar::new((0..40).filter_map(|ahead| first.plus_days(ahead)));
        assert_eq!(closed.on_or_after(first), None);
        assert_eq!(closed.plus_business_days(first, 3), None);
        assert_eq!(closed.before(first), Some(day("2026-02-27")));
    }

    proptest! {
        #[test]
        fn a_term_counts_exactly_its_open_days(start in 20_500_i32..20_900, count in 1_u16..60) {
            let calendar = turkish();
            let from = Day::from_number(start).expect("in range");
            let to = calendar.plus_business_days(from, count).expect("open days come");
            let open = (1..=to.days_since(from))
                .filter_map(|ahead| from.plus_days(ahead))
                .filter(|day| calendar.is_business_day(*day))
                .count();
            prop_assert_eq!(open, usize::from(count));
            prop_assert!(calendar.is_business_day(to));
        }
    }
}
