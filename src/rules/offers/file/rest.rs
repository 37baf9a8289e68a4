//! When offers rest.

use super::{super::book::Fatigue, DAYS_MAX, PRESENTED_MAX, number};
use crate::pack::{Faults, document::Table};

pub(super) fn read(table: Table<'_>, faults: &mut Faults) -> Option<Fatigue> {
    const DAYS: (i64, i64) = (0, DAYS_MAX);
    // a window of no days counts nothing
    const WINDOW: (i64, i64) = (1, DAYS_MAX);
    const TIMES: (i64, i64) = (1, PRESENTED_MAX);
    table.only(
        &[
            "presented_max",
            "presented_window_days",
            "presented_rest_days",
            "too_expensive_rest_days",
            "has_one_rest_days",
            "taken_rest_days",
            "total_presented_max",
            "total_window_days",
        ],
        faults,
    );
    let mut read = |key, range| table.need(key, faults).and_then(|item| number(item, range, faults));
    let fatigue = (
        read("presented_max", TIMES),
        read("presented_window_days", WINDOW),
        read("presented_rest_days", DAYS),
        read("too_expensive_rest_days", DAYS),
        read("has_one_rest_days", DAYS),
        read("taken_rest_days", DAYS),
        read("total_presented_max", TIMES),
        read("total_window_days", WINDOW),
    );
    Some(Fatigue {
        presented_max: fatigue.0?,
        presented_window_days: fatigue.1?,
        presented_rest_days: fatigue.2?,
        too_expensive_rest_days: fatigue.3?,
        has_one_rest_days: fatigue.4?,
        taken_rest_days: fatigue.5?,
        total_presented_max: fatigue.6?,
        total_window_days: fatigue.7?,
    })
}
