//! Turkish endings of numbers, months and times, by how they are read: `41'i`, `30.11'e`, `1 Aralık'ta`,
//! `17:00'ye`.

use crate::time::{Day, Moment};

use super::{Lang, Message, date, ids::offer as id};

/// Endings of the last word of a number: to it, and so many of them as an object.
#[derive(Debug, Clone, Copy)]
struct Endings {
    to: &'static str,
    of: &'static str,
}

const fn endings(to: &'static str, of: &'static str) -> Endings {
    Endings { to, of }
}

/// `sıfır` to `dokuz`.
const ONES: [Endings; 10] = [
    endings("a", "ı"),
    endings("e", "i"),
    endings("ye", "si"),
    endings("e", "ü"),
    endings("e", "ü"),
    endings("e", "i"),
    endings("ya", "sı"),
    endings("ye", "si"),
    endings("e", "i"),
    endings("a", "u"),
];

/// `on` to `doksan`.
const TENS: [Endings; 9] = [
    endings("a", "u"),
    endings("ye", "si"),
    endings("a", "u"),
    endings("a", "ı"),
    endings("ye", "si"),
    endings("a", "ı"),
    endings("e", "i"),
    endings("e", "i"),
    endings("a", "ı"),
];

const HUNDRED: Endings = endings("e", "ü");
const THOUSAND: Endings = endings("e", "i");
const MILLION: Endings = endings("a", "u");
const MILLIARD: Endings = endings("a", "ı");

/// The last word that is spoken decides.
fn of_number(number: u64) -> Endings {
    let place = |number: u64| usize::try_from(number % 10).unwrap_or(0);
    let last = match number {
        0 => ONES.first(),
        _ if !number.is_multiple_of(10) => ONES.get(place(number)),
        _ if !number.is_multiple_of(100) => TENS.get(place(number / 10).saturating_sub(1)),
        _ if !number.is_multiple_of(1_000) => Some(&HUNDRED),
        _ if !number.is_multiple_of(1_000_000) => Some(&THOUSAND),
        _ if !number.is_multiple_of(1_000_000_000) => Some(&MILLION),
        _ => Some(&MILLIARD),
    };
    last.copied().unwrap_or(HUNDRED)
}

/// `41'i` in Turkish (`100 müşteriden 41'i`), `41` in English.
#[must_use]
pub fn of_them(number: u64, lang: Lang) -> String {
    match lang {
        Lang::Tr => format!("{number}'{}", of_number(number).of),
        Lang::En => number.to_string(),
    }
}

/// `01.12'ye` in Turkish, `01.12` in English.
#[must_use]
pub fn day_to(day: Day, lang: Lang) -> String {
    let (_, month, _) = day.ymd();
    let ending = of_number(u64::from(month.unsigned_abs())).to;
    match lang {
        Lang::Tr => format!("{}'{ending}", date::short(day)),
        Lang::En => date::short(day),
    }
}

/// The ending of `on` after each month's number.
const MONTHS_ON: [&str; 12] = ["de", "de", "te", "te", "te", "da", "de", "de", "da", "da", "de", "de"];

/// `01.12'de` in Turkish, `01.12` in English.
#[must_use]
pub fn short_on(day: Day, lang: Lang) -> String {
    let (_, month, _) = day.ymd();
    let at = usize::try_from(month).unwrap_or(1).saturating_sub(1);
    match lang {
        Lang::Tr => format!("{}'{}", date::short(day), MONTHS_ON.get(at).copied().unwrap_or("de")),
        Lang::En => date::short(day),
    }
}

/// `1 Aralık'ta` in Turkish, `1 December` in English.
#[must_use]
pub fn day_on(day: Day, lang: Lang) -> String {
    let (_, month, of_month) = day.ymd();
    let message =
        Message::new(id::DAY_ON).with("day", of_month.to_string()).with("month", format!("m{month}"));
    message.say(lang)
}

/// `10:44:30'a` in Turkish, `10:44:30` in English; without the seconds where they are none.
#[must_use]
pub fn seconds_to(moment: Moment, lang: Lang) -> String {
    let second = u64::from(moment.second().unsigned_abs());
    match lang {
        Lang::Tr if second == 0 => clock_to(moment),
        Lang::Tr => format!("{}'{}", date::clock_seconds(moment), of_number(second).to),
        Lang::En if second == 0 => date::clock(moment),
        Lang::En => date::clock_seconds(moment),
    }
}

/// `17:00'ye`: the hour decides where the minutes are none.
#[must_use]
pub fn clock_to(moment: Moment) -> String {
    let (hour, minute) = moment.hour_minute();
    let spoken = if minute == 0 { hour } else { minute };
    format!("{}'{}", date::clock(moment), of_number(u64::from(spoken.unsigned_abs())).to)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_by_table() {
        let table = [
            (0, "0'ı"),
            (1, "1'i"),
            (2, "2'si"),
            (3, "3'ü"),
            (4, "4'ü"),
            (5, "5'i"),
            (6, "6'sı"),
            (7, "7'si"),
            (8, "8'i"),
            (9, "9'u"),
            (10, "10'u"),
            (20, "20'si"),
            (30, "30'u"),
            (40, "40'ı"),
            (41, "41'i"),
            (60, "60'ı"),
            (70, "70'i"),
            (80, "80'i"),
            (90, "90'ı"),
            (100, "100'ü"),
            (110, "110'u"),
            (1_000, "1000'i"),
            (2_000_000, "2000000'u"),
            (3_000_000_000, "3000000000'ı"),
        ];
        for (number, said) in table {
            assert_eq!(of_them(number, Lang::Tr), said);
            assert_eq!(of_them(number, Lang::En), number.to_string());
        }
    }

    #[test]
    fn days_and_times_by_table() {
        let table = [
            ("2026-12-01", "01.12'ye", "1 Aralık'ta", "1 December"),
            ("2026-11-30", "30.11'e", "30 Kasım'da", "30 November"),
            ("2026-09-05", "05.09'a", "5 Eylül'de", "5 September"),
            ("2026-06-06", "06.06'ya", "6 Haziran'da", "6 June"),
            ("2026-10-29", "29.10'a", "29 Ekim'de", "29 October"),
            ("2026-08-30", "30.08'e", "30 Ağustos'ta", "30 August"),
            ("2026-03-31", "31.03'e", "31 Mart'ta", "31 March"),
        ];
        for (text, to, on, english) in table {
            let day = Day::parse_iso(text).unwrap();
            assert_eq!((day_to(day, Lang::Tr).as_str(), day_on(day, Lang::Tr).as_str()), (to, on));
            assert_eq!(day_on(day, Lang::En), english);
        }
        for (text, said) in
            [("17:00", "17:00'ye"), ("09:30", "09:30'a"), ("00:00", "00:00'a"), ("10:05", "10:05'e")]
        {
            let moment = Moment::parse_rfc3339(&format!("2026-11-24T{text}:00+03:00")).unwrap();
            assert_eq!(clock_to(moment), said);
        }
    }
}
