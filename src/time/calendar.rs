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

impl Calendar {
    /// A calendar with these holidays.
    #[must_use]
    pub fn new(holidays: impl IntoIterator<Item = Day>) -> Calendar {
        Calendar {
            holidays: holidays.into_iter().collect(),
        }
    }

    /// Whether the bank works on this day.
    #[must_use]
    pub fn is_business_day(&self, day: Day) -> bool {
        day.weekday() < 6 && !self.holidays.contains(&day)
    }

    /// This day if the bank works, else the next one; `None` if none comes within 30 days.
    #[must_use]
    pub fn on_or_after(&self, day: Day) -> Option<Day> {
        (0..=SEARCH_DAYS_MAX)
            .filter_map(|ahead| day.plus_days(ahead))
            .find(|day| self.is_business_day(*day))
    }
}
