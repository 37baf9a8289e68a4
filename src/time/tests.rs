use proptest::prelude::*;

use super::*;

fn day(text: &str) -> Day {
    Day::parse_iso(text).expect(text)
}

fn moment(text: &str) -> Moment {
    Moment::parse_rfc3339(text).expect(text)
}

/// All days that exist.
const NUMBERS: std::ops::RangeInclusive<i32> = -4_371_587..=2_932_896;

#[test]
fn days_exist_or_not() {
    let table = [
        ((2024, 2, 29), true),
        ((2023, 2, 29), false),
        ((2000, 2, 29), true),
        ((1900, 2, 29), false),
        ((2026, 2, 30), false),
        ((2026, 4, 31), false),
        ((2026, 0, 1), false),
        ((2026, 13, 1), false),
        ((2026, 12, 0), false),
        ((9999, 12, 31), true),
        ((10_000, 1, 1), false),
        ((-9999, 1, 1), true),
    ];
    for ((year, month, number), exists) in table {
        let read = Day::from_ymd(year, month, number);
        assert_eq!(read.map(Day::ymd), exists.then_some((year, month, number)));
    }
}

#[test]
fn reads_one_form_only() {
    for text in [
        "2026-11-4",
        "26-11-24",
        "2026/11/24",
        "24.11.2026",
        "20261124",
        "2026-11-24 ",
        " 2026-11-24",
        "2026-W48-2",
        "2026-02-30",
        "----------",
        "٢٠٢٦-١١-٢٤",
        "2026-11-24T10:42:00+03:00",
        "",
    ] {
        assert_eq!(Day::parse_iso(text), None, "{text:?}");
    }
    assert_eq!(day("2026-11-24").ymd(), (2026, 11, 24));
    assert_eq!(day("2026-11-24").to_string(), "2026-11-24");
}

#[test]
fn days_count_across_leap_years_and_the_epoch() {
    let table = [
        ("1970-01-01", 0),
        ("1969-12-31", -1),
        ("1970-12-31", 364),
        ("2000-03-01", 11_017),
        ("2026-11-24", 20_781),
        ("9999-12-31", *NUMBERS.end()),
    ];
    for (text, number) in table {
        assert_eq!(day(text).number(), number, "{text}");
    }
    assert_eq!(day("2024-03-01").days_since(day("2024-02-28")), 2);
    assert_eq!(day("2023-03-01").days_since(day("2023-02-28")), 1);
    assert_eq!(day("2024-02-28").days_since(day("2024-03-01")), -2);
    assert_eq!(day("2025-03-01").days_since(day("2024-03-01")), 365);
    assert_eq!(day("2024-03-01").days_since(day("2023-03-01")), 366);
}

#[test]
fn weekdays_start_on_monday() {
    for (text, weekday) in [("1970-01-01", 4), ("2026-11-23", 1), ("2026-11-28", 6), ("2026-11-29", 7)] {
        assert_eq!(day(text).weekday(), weekday, "{text}");
    }
}

#[test]
fn the_ends_of_time_are_refused() {
    let (first, last) = (Day::from_number(*NUMBERS.start()), Day::from_number(*NUMBERS.end()));
    assert_eq!(first, Day::from_ymd(-9999, 1, 1));
    assert_eq!(last, Day::from_ymd(9999, 12, 31));
    for number in [NUMBERS.start() - 1, NUMBERS.end() + 1, i32::MIN, i32::MAX] {
        assert_eq!(Day::from_number(number), None, "{number}");
    }
    assert_eq!(last.expect("exists").plus_days(1), None);
    assert_eq!(last.expect("exists").plus_days(i32::MAX), None);
    assert_eq!(first.expect("exists").plus_days(-1), None);
    for micros in [i64::MIN, i64::MAX] {
        assert_eq!(Moment::from_micros(micros), None);
    }
    assert_eq!(Moment::at(last.expect("exists"), 23, 59), None);
}

#[test]
fn business_time_is_three_hours_ahead() {
    let table = [
        ("2026-11-24T10:42:00+03:00", "2026-11-24", (10, 42)),
        ("2026-11-24T20:59:59.999999Z", "2026-11-24", (23, 59)),
        ("2026-11-24T21:00:00Z", "2026-11-25", (0, 0)),
        ("2026-12-31T21:00:00Z", "2027-01-01", (0, 0)),
        ("2024-02-28T21:30:00Z", "2024-02-29", (0, 30)),
        // summer too: the clock is not changed
        ("2026-07-01T09:00:00Z", "2026-07-01", (12, 0)),
        ("2026-11-24T00:10:00+14:00", "2026-11-23", (13, 10)),
        ("1969-12-31T23:00:00Z", "1970-01-01", (2, 0)),
    ];
    for (text, on, clock) in table {
        let read = moment(text);
        assert_eq!((read.day(), read.hour_minute()), (day(on), clock), "{text}");
    }
    assert_eq!(moment("2026-11-24T07:42:00Z").to_string(), "2026-11-24T10:42:00+03:00");
}

#[test]
fn the_day_changes_at_midnight_of_business_time() {
    let today = day("2026-11-24");
    let midnight = Moment::at(today, 0, 0).expect("exists");
    let before = Moment::from_micros(midnight.micros() - 1).expect("exists");
    assert_eq!(midnight, moment("2026-11-23T21:00:00Z"));
    assert_eq!((before.day(), midnight.day()), (day("2026-11-23"), today));
    assert_eq!(Moment::at(today, 24, 0), None);
    assert_eq!(Moment::at(today, 10, 60), None);
    assert_eq!(moment("2026-11-24T10:44:00+03:00").seconds_since(moment("2026-11-24T07:42:00Z")), 120);
}

#[test]
fn a_moment_has_microseconds_and_no_finer_part() {
    let read = moment("2026-11-24T07:42:00.123456789Z");
    assert_eq!(read, moment("2026-11-24T07:42:00.123456Z"));
    for text in
        ["2026-11-24", "2026-11-24T10:42:00", "10:42", "", "2026-11-24T25:00:00Z", "2026-02-30T00:00:00Z"]
    {
        assert_eq!(Moment::parse_rfc3339(text), None, "{text:?}");
    }
}

proptest! {
    #[test]
    fn numbers_and_dates_agree(number in NUMBERS) {
        let read = Day::from_number(number).expect("in range");
        let (year, month, day) = read.ymd();
        prop_assert_eq!(read.number(), number);
        prop_assert_eq!(Day::from_ymd(year, month, day), Some(read));
        if let Some(next) = read.plus_days(1) {
            prop_assert_eq!(next.days_since(read), 1);
            prop_assert!(next > read);
            prop_assert_eq!(next.weekday(), read.weekday() % 7 + 1);
        }
    }

    #[test]
    fn order_is_that_of_the_stored_numbers(left in NUMBERS, right in NUMBERS) {
        let (one, other) = (Day::from_number(left).expect("day"), Day::from_number(right).expect("day"));
        prop_assert_eq!(one.cmp(&other), left.cmp(&right));
        let (left, right) = (i64::from(left) * 3_600_000_000, i64::from(right) * 3_600_000_000);
        let (one, other) = (Moment::from_micros(left).expect("in range"), Moment::from_micros(right).expect("in range"));
        prop_assert_eq!(one.cmp(&other), left.cmp(&right));
    }

    #[test]
    fn what_is_written_is_read_back(number in -700_000_i32..2_932_000, micros in -60_000_000_000_000_000_i64..200_000_000_000_000_000) {
        let day = Day::from_number(number).expect("day");
        let moment = Moment::from_micros(micros).expect("moment");
        prop_assert_eq!(Day::parse_iso(&day.to_string()), Some(day));
        prop_assert_eq!(Moment::parse_rfc3339(&moment.to_string()), Some(moment));
        let json = serde_json::to_string(&(day, moment)).expect("writes");
        prop_assert_eq!(serde_json::from_str::<(Day, Moment)>(&json).expect("reads"), (day, moment));
        let packed = bincode::serde::encode_to_vec((day, moment), bincode::config::standard()).expect("packs");
        let (read, _): ((Day, Moment), usize) =
            bincode::serde::decode_from_slice(&packed, bincode::config::standard()).expect("unpacks");
        prop_assert_eq!(read, (day, moment));
    }

    #[test]
    fn a_day_holds_its_moments(number in -700_000_i32..2_932_000, hour in 0_i8..24, minute in 0_i8..60) {
        let day = Day::from_number(number).expect("day");
        let moment = Moment::at(day, hour, minute).expect("exists");
        prop_assert_eq!((moment.day(), moment.hour_minute()), (day, (hour, minute)));
    }
}
