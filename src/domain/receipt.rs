//! Receipts: what a flow did, as the customer takes it home.

mod stored;

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{CustomerNo, EntryId, RequestKey, channel::Touchpoint, flow_run::Evidence, operator::OperatorId};
use crate::{
    money::Money,
    text::Said,
    time::{Day, Moment},
};

/// A receipt's number: unique, rising within its day, not without gaps. Written `2026-1124-000871`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ReceiptNo {
    /// The business day.
    pub day: Day,
    /// From 1 within the day.
    pub serial: u32,
}

impl ReceiptNo {
    /// Reads `2026-1124-000871`; the zeros of the serial number may be left out.
    #[must_use]
    pub fn parse(text: &str) -> Option<ReceiptNo> {
        let mut parts = text.split('-');
        let (year, day, serial) = (parts.next()?, parts.next()?, parts.next()?);
        let digits = [year, day, serial].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
        let (month, of_month) = day.split_at_checked(2).filter(|_| digits && day.len() == 4)?;
        let day = Day::from_ymd(year.parse().ok()?, month.parse().ok()?, of_month.parse().ok()?)?;
        let serial = serial.parse().ok().filter(|serial| *serial > 0)?;
        parts.next().is_none().then_some(ReceiptNo { day, serial })
    }
}

impl fmt::Display for ReceiptNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.day.ymd();
        write!(f, "{year:04}-{month:02}{day:02}-{:06}", self.serial)
    }
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "stored::Stored", into = "stored::Stored")]
pub struct Receipt {
    /// Its number.
    pub no: ReceiptNo,
    /// For whom.
    pub customer: CustomerNo,
    /// The flow's run.
    pub run: RequestKey,
    /// The flow's name in the pack.
    pub flow: String,
    /// Its title.
    pub title: Said,
    /// When.
    pub at: Moment,
    /// Who did it.
    pub maker: OperatorId,
    /// Who agreed, where the amount asked for it.
    pub checker: Option<OperatorId>,
    /// Where.
    pub touchpoint: Touchpoint,
    /// How the customer said yes.
    pub evidence: Evidence,
    /// The legs in order, done and not done.
    pub legs: Vec<ReceiptLeg>,
    /// The entries of the ledger, in posting order.
    pub entries: Vec<EntryId>,
    /// The receipt that this one takes back.
    pub reverses: Option<ReceiptNo>,
    /// Why that was taken back, as it was asked for; `None` of any other receipt, and of one kept by an earlier program.
    pub reason: Option<String>,
    /// The receipt that takes this one back.
    pub reversed_by: Option<ReceiptNo>,
    /// How often it was printed; from the second on it is a copy.
    pub printed: u32,
}

/// A leg of a flow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptLeg {
    /// Its name, e.g. `Döviz alım`.
    pub name: Said,
    /// How it ended.
    pub state: LegState,
    /// What it did or why not, shortly: `4.618,78 USD`.
    pub text: Said,
    /// Its lines: amounts, taxes, prices, references.
    pub lines: Vec<ReceiptLine>,
    /// Its entries of the ledger, in posting order.
    pub entries: Vec<EntryId>,
}

/// How a leg ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LegState {
    /// To be done.
    Waiting,
    /// Done.
    Done,
    /// Refused; nothing of it was posted.
    Refused,
    /// Not tried, because one before it was refused.
    NotDone,
    /// Done and taken back.
    Reversed,
}

/// A line of a receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReceiptLine {
    /// What.
    pub label: Said,
    /// An amount, signed as the customer's current account sees it.
    pub money: Option<Money>,
    /// Anything else: a rate, units, a day, a reference.
    pub text: Option<Said>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        let no = ReceiptNo { day: Day::from_ymd(2026, 11, 24).unwrap(), serial: 871 };
        assert_eq!(no.to_string(), "2026-1124-000871");
        for text in ["2026-1124-000871", "2026-1124-871"] {
            assert_eq!(ReceiptNo::parse(text), Some(no), "{text}");
        }
        for text in [
            "",
            "871",
            "2026-1124",
            "2026-1124-0",
            "2026-1324-1",
            "2026-1124-1-1",
            "2026-çç24-1",
            "2026-+124-1",
        ] {
            assert_eq!(ReceiptNo::parse(text), None, "{text}");
        }
    }
}
