//! The invented sample of the warehouse layout, in the program: an empty store is filled from it.

use std::{
    borrow::Cow,
    io::{self, Cursor, Read},
    sync::Arc,
};

use super::SourceFile;
use crate::time::Day;

macro_rules! files {
    ($($name:literal),* $(,)?) => {
        [$(($name, include_bytes!(concat!("../../fixtures/warehouse/", $name)).as_slice())),*]
    };
}

const FILES: [(&str, &[u8]); 13] = files![
    "customers.csv",
    "identifiers.csv",
    "contacts.csv",
    "accounts.csv",
    "deposits.csv",
    "cards.csv",
    "loans.csv",
    "transactions.csv",
    "errors.csv",
    "complaints.csv",
    "interactions.csv",
    "consents.csv",
    "holdings.csv",
];

/// The day on which the sample's facts are fresh: 2026-11-24.
const FRESH_ON: i32 = 20_781;
/// How a day is written in the sample.
const DAY_BYTES: usize = "2026-11-24".len();

/// A file of the sample.
struct Embedded {
    name: &'static str,
    bytes: Cow<'static, [u8]>,
}

impl SourceFile for Embedded {
    fn name(&self) -> &str {
        self.name
    }

    fn size(&self) -> u64 {
        u64::try_from(self.bytes.len()).unwrap_or(u64::MAX)
    }

    fn open(&self) -> io::Result<Box<dyn Read + Send>> {
        Ok(Box::new(Cursor::new(self.bytes.clone())))
    }
}

/// The files of the sample as they stand in the project, to be surveyed with [`super::Layout::Warehouse`].
#[must_use]
pub fn sample() -> Vec<Arc<dyn SourceFile>> {
    FILES.into_iter().map(|(name, bytes)| embedded(name, Cow::Borrowed(bytes))).collect()
}

/// The same bank with every day moved, so that its facts are fresh on `today`.
#[must_use]
pub fn sample_on(today: Day) -> Vec<Arc<dyn SourceFile>> {
    let days = today.number() - FRESH_ON;
    FILES.into_iter().map(|(name, bytes)| embedded(name, Cow::Owned(moved(bytes, days)))).collect()
}

fn embedded(name: &'static str, bytes: Cow<'static, [u8]>) -> Arc<dyn SourceFile> {
    Arc::new(Embedded { name, bytes })
}

/// The text with every ISO day in it moved.
fn moved(text: &[u8], days: i32) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((first, behind)) = rest.split_first() {
        let begins = out.last().is_none_or(|before: &u8| !before.is_ascii_digit());
        if let Some((day, behind)) = begins.then(|| rest.split_at_checked(DAY_BYTES)).flatten()
            && let Some(day) = str::from_utf8(day).ok().and_then(Day::parse_iso)
            && let Some(day) = day.plus_days(days)
        {
            out.extend_from_slice(day.to_string().as_bytes());
            rest = behind;
        } else {
            out.push(*first);
            rest = behind;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_move_and_nothing_else_does() {
        assert_eq!(Day::from_number(FRESH_ON), Day::parse_iso("2026-11-24"));
        let table = [
            ("1,2026-11-24,TRY", 1, "1,2026-11-25,TRY"),
            ("2026-12-31T10:42:00+03:00,a", 1, "2027-01-01T10:42:00+03:00,a"),
            ("0532-11-24x 92026-11-24 2026-13-40,10-2026", 400, "0533-12-29x 92026-11-24 2026-13-40,10-2026"),
            ("", 5, ""),
        ];
        for (text, days, expected) in table {
            assert_eq!(String::from_utf8(moved(text.as_bytes(), days)).unwrap(), expected);
        }
        for (name, bytes) in FILES {
            assert_eq!(moved(bytes, 0), bytes, "{name}");
            assert_eq!(moved(&moved(bytes, 1_000), -1_000), bytes, "{name}");
        }
    }
}
