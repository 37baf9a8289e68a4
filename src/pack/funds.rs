//! The funds that the bank sells: risk, dated prices, settlement.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::{
    money::Currency,
    text::{Message, Said, ids::pack as id},
    time::Day,
};

use super::{
    document::{Document, Item, Table},
    fault::{Faults, told},
    files::PackFile,
    nearest,
    parameters::{clock, currency, dated, decimal},
};

/// A fund.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fund {
    /// Its code, e.g. `PPF`.
    pub code: String,
    /// What people call it.
    pub title: Said,
    /// Its name inside a sentence, e.g. `para piyasası fonu`.
    pub spoken: Said,
    /// What it is paid in.
    pub currency: Currency,
    /// Its risk, 1 (low) to 7.
    pub risk: u8,
    /// A customer who asks for it needs no matching risk group (money market funds, traded funds).
    pub free_on_request: bool,
    /// Business days from the order to the value day.
    pub settlement_days: u16,
    /// Orders of a day are taken until then, in minutes after midnight.
    pub cut_off: i64,
    /// What becomes of an order after it.
    pub late: LateOrder,
    prices: Vec<(Day, Decimal)>,
}

/// What becomes of an order after the cut-off, or on a day the bank is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LateOrder {
    /// It counts as the next business day's.
    NextDay,
    /// It is refused.
    Refused,
}

const LATE: [(&str, LateOrder); 2] = [("next-day", LateOrder::NextDay), ("refused", LateOrder::Refused)];

const KEYS: [&str; 10] = [
    "code",
    "title",
    "spoken",
    "currency",
    "risk",
    "free_on_request",
    "settlement_days",
    "cut_off",
    "late",
    "prices",
];

/// The highest risk.
const RISK_MAX: i64 = 7;
/// The most business days to the value day.
const SETTLEMENT_DAYS_MAX: i64 = 30;
/// The longest code, in letters.
const CODE_CHARS_MAX: usize = 8;

impl Fund {
    /// The price of a unit on a day; `None` before the first one.
    #[must_use]
    pub fn price(&self, day: Day) -> Option<Decimal> {
        self.prices.iter().rev().find(|(from, _)| *from <= day).map(|(_, price)| *price)
    }
}

/// Reads `funds.toml`.
pub(super) fn read(file: &PackFile, faults: &mut Faults) -> Option<Vec<Fund>> {
    let document = Document::parse(file, faults)?;
    let root = document.root();
    root.only(&["fund"], faults);
    let mut lines = BTreeMap::new();
    let tables = root.tables("fund", faults);
    Some(tables.into_iter().filter_map(|table| fund(table, &mut lines, faults)).collect())
}

fn fund(table: Table<'_>, lines: &mut BTreeMap<String, usize>, faults: &mut Faults) -> Option<Fund> {
    table.only(&KEYS, faults);
    let code = code(table, lines, faults);
    let (title, spoken) = (table.said("title", faults), table.said("spoken", faults));
    let paid_in = table.text("currency", faults).and_then(|text| currency(text, faults));
    let risk = ranged(table, "risk", (1, RISK_MAX), faults).and_then(|risk| u8::try_from(risk).ok());
    let days = ranged(table, "settlement_days", (0, SETTLEMENT_DAYS_MAX), faults);
    let free = table.need("free_on_request", faults).and_then(|item| item.flag(faults));
    let cut_off = table.need("cut_off", faults).and_then(|item| clock(item, faults));
    let late = late(table, faults);
    let prices = prices(table, faults);
    Some(Fund {
        code: code?,
        title: title?,
        spoken: spoken?,
        currency: paid_in?,
        risk: risk?,
        free_on_request: free?,
        settlement_days: u16::try_from(days?).ok()?,
        cut_off: cut_off?,
        late: late?,
        prices: prices?,
    })
}

fn code(table: Table<'_>, lines: &mut BTreeMap<String, usize>, faults: &mut Faults) -> Option<String> {
    let text = table.text("code", faults)?;
    let good = text.text.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    if !good || text.text.len() > CODE_CHARS_MAX {
        let message = told(id::FUND_CODE, "code", text.text).with("max", CODE_CHARS_MAX);
        faults.add(text.spot.fault(message));
        return None;
    }
    if let Some(line) = lines.insert(text.text.to_owned(), text.spot.line()) {
        let message = told(id::CODE_REPEATED, "code", text.text).with("line", line.to_string());
        faults.add(text.spot.fault(message));
        return None;
    }
    Some(text.text.to_owned())
}

fn late(table: Table<'_>, faults: &mut Faults) -> Option<LateOrder> {
    let text = table.text("late", faults)?;
    let known = LATE.iter().find(|(name, _)| *name == text.text);
    if known.is_none() {
        let fault = text.spot.fault(told(id::FUND_LATE, "found", text.text));
        faults.add(fault.with_help(nearest::help(text.text, LATE.iter().map(|(name, _)| *name))));
    }
    known.map(|(_, late)| *late)
}

fn ranged(table: Table<'_>, key: &str, (least, most): (i64, i64), faults: &mut Faults) -> Option<i64> {
    let item = table.need(key, faults)?;
    let number = item.whole(faults)?;
    if (least..=most).contains(&number) {
        return Some(number);
    }
    let message = told(id::NUMBER_RANGE, "key", key).with("min", least).with("max", most);
    faults.add(item.spot.fault(message));
    None
}

fn prices(table: Table<'_>, faults: &mut Faults) -> Option<Vec<(Day, Decimal)>> {
    let item = table.need("prices", faults)?;
    let list = item.list(faults)?;
    if list.is_empty() {
        faults.add(item.spot.fault(Message::new(id::PARAMETER_EMPTY)));
        return None;
    }
    let mut prices: Vec<(Day, Decimal)> = Vec::new();
    for entry in &list {
        let entry = entry.table(faults)?;
        entry.only(&["value", "valid_from"], faults);
        let from = dated(entry, prices.last().map(|(day, _)| *day), faults);
        let price = entry.need("value", faults).and_then(|item| price(item, faults));
        prices.push((from?, price?));
    }
    Some(prices)
}

fn price(item: Item<'_>, faults: &mut Faults) -> Option<Decimal> {
    let price = decimal(item, faults)?;
    if price > Decimal::ZERO {
        return Some(price);
    }
    faults.add(item.spot.fault(told(id::PRICE_POSITIVE, "found", price.to_string())));
    None
}
