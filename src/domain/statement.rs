//! Statement facts: transactions as a source reported them. The ledger's postings are ours; these are not.

use serde::{Deserialize, Serialize};

use super::{AccountId, StatementId};
use crate::time::{Day, Moment};

/// One row of an account statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementRow {
    /// The source's number of the row, unique within the source.
    pub id: StatementId,
    /// The account.
    pub account: AccountId,
    /// Booking day.
    pub day: Day,
    /// Minutes of business time since the day began, where the source tells the time.
    pub minute: Option<u16>,
    /// Signed minor units of the account's currency: credits positive, debits negative.
    pub minor: i64,
    /// The source's own balance after the row, in minor units.
    pub balance: Option<i64>,
    /// What was done, by the source's code.
    pub operation: Option<String>,
    /// The text shown to the customer, or the source's symbol for it.
    pub text: Option<String>,
    /// The other side, as the source writes it.
    pub counterparty: Option<String>,
}

impl StatementRow {
    /// When it was done, where the source tells the time.
    #[must_use]
    pub fn at(&self) -> Option<Moment> {
        let minute = self.minute?;
        let (hour, minute) = (i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?);
        Moment::at(self.day, hour, minute)
    }
}

/// Bits of a day's number below the minute.
const DAY_BITS: u32 = 32;

/// The stored form: a row without a time has the bytes of the time when no row had one.
#[derive(Serialize, Deserialize)]
struct Stored<T> {
    id: StatementId,
    account: AccountId,
    /// The day's number; above it the minute and one.
    when: i64,
    minor: i64,
    balance: Option<i64>,
    operation: Option<T>,
    text: Option<T>,
    counterparty: Option<T>,
}

impl Serialize for StatementRow {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let minute = self.minute.map_or(0, |minute| i64::from(minute) + 1);
        let stored = Stored {
            id: self.id,
            account: self.account,
            when: i64::from(self.day.number()) + (minute << DAY_BITS),
            minor: self.minor,
            balance: self.balance,
            operation: self.operation.as_deref(),
            text: self.text.as_deref(),
            counterparty: self.counterparty.as_deref(),
        };
        stored.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for StatementRow {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<StatementRow, D::Error> {
        use serde::de::Error as _;
        let Stored { id, account, when, minor, balance, operation, text, counterparty } =
            Stored::<String>::deserialize(deserializer)?;
        let minute = when.saturating_add(1 << (DAY_BITS - 1)) >> DAY_BITS;
        let number = i32::try_from(when - (minute << DAY_BITS)).map_err(D::Error::custom)?;
        let day = Day::from_number(number).ok_or_else(|| D::Error::custom("day out of range"))?;
        let minute =
            if minute == 0 { None } else { Some(u16::try_from(minute - 1).map_err(D::Error::custom)?) };
        Ok(StatementRow { id, account, day, minute, minor, balance, operation, text, counterparty })
    }
}

/// What the stored rows of an account add up to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct StatementHead {
    /// Blocks of rows, numbered from 0.
    pub blocks: u32,
    /// Rows in them.
    pub rows: u64,
    /// Sum of their signed minor units.
    pub sum: i128,
    /// What import postings have brought to the ledger so far: opening + sum at that time.
    pub posted: i128,
    /// The last booking day.
    pub last_day: Option<Day>,
    /// Rows for which the source states its own balance.
    pub stated: u64,
    /// Of these, the rows where it is below zero.
    pub negative: u64,
    /// No balance that the source states on the last day is what opening and rows add up to; judged once
    /// when an import ends.
    pub differs: bool,
}

/// Which accounts the rows of a span of numbers stand on.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct StatementRowPage {
    /// By number: by how much each is greater than the one before it (the first: than 0), and its account.
    pub steps: Vec<(u64, AccountId)>,
}

/// A block of rows in booking order; the stored form is at most 16 KiB.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct StatementBlock {
    /// Ordered by day, then as the source ordered them.
    pub rows: Vec<StatementRow>,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The shape that rows had before they had a time.
    #[derive(Serialize)]
    struct Timeless {
        id: StatementId,
        account: AccountId,
        day: Day,
        minor: i64,
        balance: Option<i64>,
        operation: Option<String>,
        text: Option<String>,
        counterparty: Option<String>,
    }

    #[test]
    fn rows_keep_their_time_and_rows_without_one_their_bytes() {
        let config = bincode::config::standard();
        let bytes = |row: &StatementRow| bincode::serde::encode_to_vec(row, config).unwrap();
        let text = Some("Market".to_owned());
        for iso in ["2026-11-24", "1969-12-31", "0001-01-01", "9999-12-30"] {
            let day = Day::parse_iso(iso).unwrap();
            for (minute, clock) in [(None, None), (Some(0), Some((0, 0))), (Some(1_439), Some((23, 59)))] {
                let row = StatementRow {
                    id: StatementId(7),
                    account: AccountId(9),
                    day,
                    minute,
                    minor: -41_280,
                    balance: Some(841_236),
                    operation: None,
                    text: text.clone(),
                    counterparty: None,
                };
                let (back, _) =
                    bincode::serde::decode_from_slice::<StatementRow, _>(&bytes(&row), config).unwrap();
                assert_eq!(back, row);
                assert_eq!(row.at().map(Moment::hour_minute), clock);
            }
            let old = Timeless {
                id: StatementId(7),
                account: AccountId(9),
                day,
                minor: -41_280,
                balance: Some(841_236),
                operation: None,
                text: text.clone(),
                counterparty: None,
            };
            let old = bincode::serde::encode_to_vec(&old, config).unwrap();
            let (read, _) = bincode::serde::decode_from_slice::<StatementRow, _>(&old, config).unwrap();
            assert_eq!((read.day, read.minute), (day, None));
            assert_eq!(bytes(&read), old);
        }
    }
}
