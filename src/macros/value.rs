//! The types of parameters, and values of them.

use std::fmt;

use rust_decimal::Decimal;
use serde::Serialize;

use crate::{
    domain::{AccountId, CustomerNo, SignedOrderId},
    money::{Currency, Money},
    text::{Lang, MessageId, ids::macros as id},
    time::Day,
};

/// The longest text value, in characters.
pub const TEXT_CHARS_MAX: usize = 100;

/// The type of a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A customer, by number.
    Customer,
    /// An account, by number.
    Account,
    /// An amount in a currency.
    Money(Currency),
    /// Any text of one line.
    Text,
    /// A signed order on file, by number.
    Order,
    /// A day.
    Date,
    /// A number with or without decimals.
    Number,
}

/// Kinds by name; `money` takes a currency after it.
pub const KIND_NAMES: [&str; 7] = ["customer", "account", "money", "text", "order", "date", "number"];

/// A value of a parameter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Value {
    /// A customer.
    Customer(CustomerNo),
    /// An account.
    Account(AccountId),
    /// An amount.
    Money(Money),
    /// A text.
    Text(String),
    /// A signed order.
    Order(SignedOrderId),
    /// A day.
    Date(Day),
    /// A number.
    Number(Decimal),
}

impl Kind {
    /// The kind of a name without a currency.
    #[must_use]
    pub fn plain(name: &str) -> Option<Kind> {
        match name {
            "customer" => Some(Kind::Customer),
            "account" => Some(Kind::Account),
            "text" => Some(Kind::Text),
            "order" => Some(Kind::Order),
            "date" => Some(Kind::Date),
            "number" => Some(Kind::Number),
            _ => None,
        }
    }

    /// What is written for it, in words with an example.
    #[must_use]
    pub fn wanted(self) -> MessageId {
        match self {
            Kind::Customer => id::WANTED_CUSTOMER,
            Kind::Account => id::WANTED_ACCOUNT,
            Kind::Money(_) => id::WANTED_MONEY,
            Kind::Text => id::WANTED_TEXT,
            Kind::Order => id::WANTED_ORDER,
            Kind::Date => id::WANTED_DATE,
            Kind::Number => id::WANTED_NUMBER,
        }
    }

    /// Whether values of it are more or less than others.
    #[must_use]
    pub fn has_order(self) -> bool {
        matches!(self, Kind::Money(_) | Kind::Date | Kind::Number)
    }

    /// Reads a value as macros and their rows write it; `None` where it is none of this kind.
    #[must_use]
    pub fn read(self, written: &str) -> Option<Value> {
        let number =
            |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?;
        match self {
            Kind::Customer => number(written).map(CustomerNo).map(Value::Customer),
            Kind::Account => number(written).map(AccountId).map(Value::Account),
            Kind::Order => number(written).map(SignedOrderId).map(Value::Order),
            Kind::Money(currency) => money(written, currency).map(Value::Money),
            Kind::Text => is_text(written).then(|| Value::Text(written.to_owned())),
            Kind::Date => Day::parse_iso(written).map(Value::Date),
            Kind::Number => decimal(written).map(Value::Number),
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Kind::Customer => f.write_str("customer"),
            Kind::Account => f.write_str("account"),
            Kind::Money(currency) => write!(f, "money {}", currency.code()),
            Kind::Text => f.write_str("text"),
            Kind::Order => f.write_str("order"),
            Kind::Date => f.write_str("date"),
            Kind::Number => f.write_str("number"),
        }
    }
}

impl fmt::Display for Value {
    /// The canonical form, the same in every language: `200000.00`, `2026-11-24`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Customer(number) => number.fmt(f),
            Value::Account(account) => account.fmt(f),
            Value::Order(order) => order.fmt(f),
            Value::Money(money) => f.write_str(&plain(*money)),
            Value::Text(text) => f.write_str(text),
            Value::Date(day) => day.fmt(f),
            Value::Number(number) => number.fmt(f),
        }
    }
}

impl Value {
    /// Whether it is less than another of the same kind.
    #[must_use]
    pub fn is_below(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::Money(one), Value::Money(other)) => {
                one.currency == other.currency && one.minor < other.minor
            }
            (Value::Date(one), Value::Date(other)) => one < other,
            (Value::Number(one), Value::Number(other)) => one < other,
            _ => false,
        }
    }

    /// As it is typed into a field of a language, the shortest way: `200b` for two hundred thousand.
    #[must_use]
    pub fn typed(&self, lang: Lang) -> String {
        let point = match lang {
            Lang::Tr => ",",
            Lang::En => ".",
        };
        match self {
            Value::Money(money) => shortest(*money).replace('.', point),
            Value::Number(number) => number.normalize().to_string().replace('.', point),
            Value::Customer(_) | Value::Account(_) | Value::Order(_) | Value::Text(_) | Value::Date(_) => {
                self.to_string()
            }
        }
    }
}

/// One line without control characters.
fn is_text(written: &str) -> bool {
    let short = written.chars().nth(TEXT_CHARS_MAX).is_none();
    short && !written.trim().is_empty() && !written.chars().any(char::is_control)
}

/// Thousand and million as they are written behind a number, in both languages.
const SIZES: [(char, i64); 4] = [('b', 1_000), ('k', 1_000), ('m', 1_000_000), ('M', 1_000_000)];

/// `200b`, `1,5m`, `312500`, `312500.50`, `312.500,00`; `None` for what could be read in two ways (`1.500`).
fn money(written: &str, currency: Currency) -> Option<Money> {
    let (digits, size) = match SIZES.iter().find(|(sign, _)| written.ends_with(*sign)) {
        Some((sign, size)) => (written.strip_suffix(*sign)?, *size),
        None => (written, 1),
    };
    let amount = if size == 1 { grouped(digits)? } else { decimal(&digits.replace(',', "."))? };
    let unit = 10_i64.checked_pow(u32::from(currency.decimals()))?;
    let minor = amount.checked_mul(Decimal::from(size))?.checked_mul(Decimal::from(unit))?.normalize();
    (minor.scale() == 0).then(|| i64::try_from(minor).ok())?.map(|minor| Money { minor, currency })
}

/// Digits with at most two decimals behind a point or a comma; in groups of three only with decimals behind.
fn grouped(digits: &str) -> Option<Decimal> {
    let Some(at) = digits.rfind(['.', ',']) else {
        return decimal(digits);
    };
    let (whole, part) = (digits.get(..at)?, digits.get(at + 1..)?);
    if !(1..=2).contains(&part.len()) {
        return None;
    }
    let last = digits.get(at..=at)?;
    let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |whole| ("-", whole));
    let mut groups = whole.split(['.', ',']);
    let first = groups.next()?;
    let groups: Vec<&str> = groups.collect();
    let in_threes = groups.iter().all(|group| group.len() == 3) && first.len() <= 3;
    // one sign groups, the other begins the decimals
    if !groups.is_empty() && (!in_threes || whole.contains(last)) {
        return None;
    }
    decimal(&format!("{sign}{first}{}.{part}", groups.concat()))
}

/// Digits with one point; the forms that every program reads the same.
fn decimal(written: &str) -> Option<Decimal> {
    let digits = written.strip_prefix('-').unwrap_or(written);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (are_digits(whole) && are_digits(part)).then(|| written.parse().ok())?
}

/// `200000.00`.
fn plain(money: Money) -> String {
    Decimal::new(money.minor, u32::from(money.currency.decimals())).to_string()
}

/// The shorter of `200b` and `200000`; the one without a sign where they are equal.
fn shortest(money: Money) -> String {
    let amount = Decimal::new(money.minor, u32::from(money.currency.decimals())).normalize();
    let bare = amount.to_string();
    let sized = [('b', 1_000_i64), ('m', 1_000_000)].into_iter().filter_map(|(sign, size)| {
        let scaled = amount.checked_div(Decimal::from(size))?.normalize();
        let same = scaled.checked_mul(Decimal::from(size)).is_some_and(|back| back == amount);
        same.then(|| format!("{scaled}{sign}"))
    });
    std::iter::once(bare).chain(sized).min_by_key(String::len).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Kind, what is written, what it is (`-`: none), and how it is typed in Turkish.
    const TABLE: &str = "
        money TRY | 200b        | 200000.00   | 200b
        money TRY | 1,5m        | 1500000.00  | 1,5m
        money TRY | 1.5m        | 1500000.00  | 1,5m
        money TRY | 0.25M       | 250000.00   | 250b
        money TRY | 312500      | 312500.00   | 312500
        money TRY | 312500.50   | 312500.50   | 312500,5
        money TRY | 312.500,00  | 312500.00   | 312500
        money TRY | 312,500.00  | 312500.00   | 312500
        money TRY | 1.234.567,8 | 1234567.80  | 1234567,8
        money TRY | -12,50      | -12.50      | -12,5
        money TRY | 1.500       | -           |
        money TRY | 1.50.00     | -           |
        money TRY | 1.500.00    | -           |
        money TRY | 12.3456b    | 12345.60    | 12345,6
        money TRY | 0.000001b   | -           |
        money TRY | b           | -           |
        money TRY | 200 b       | -           |
        money TRY | %40         | -           |
        money JPY | 200         | 200         | 200
        money JPY | 200.5       | -           |
        customer  | 10014017    | 10014017    | 10014017
        customer  | 1001a       | -           |
        customer  | +1          | -           |
        account   | 400103      | 400103      | 400103
        order     | 77          | 77          | 77
        order     | -7          | -           |
        date      | 2026-11-24  | 2026-11-24  | 2026-11-24
        date      | 24.11.2026  | -           |
        number    | 43.2150     | 43.2150     | 43,215
        number    | 43,2150     | -           |
        number    | 1e3         | -           |
        text      | deniz       | deniz       | deniz
    ";

    #[test]
    fn values_by_kind() {
        let mut rows = 0;
        for row in TABLE.lines().filter(|row| row.contains('|')) {
            let cells: Vec<&str> = row.split('|').map(str::trim).collect();
            let kind = match cells[0].split_once(' ') {
                Some((_, code)) => Kind::Money(Currency::from_code(code).unwrap()),
                None => Kind::plain(cells[0]).unwrap(),
            };
            assert_eq!(kind.to_string(), cells[0]);
            let value = kind.read(cells[1]);
            let shown = value.as_ref().map_or("-".to_owned(), Value::to_string);
            assert_eq!(shown, cells[2], "{row}");
            assert_eq!(value.map(|value| value.typed(Lang::Tr)).unwrap_or_default(), cells[3], "{row}");
            rows += 1;
        }
        assert_eq!(rows, 32);
        assert_eq!(Kind::Text.read(&"x".repeat(TEXT_CHARS_MAX + 1)), None);
        assert_eq!(Kind::Text.read("a\u{1b}b"), None);
    }

    proptest! {
        #[test]
        fn any_amount_is_read_back_from_its_shortest_form(minor in -1_000_000_000_000_i64..1_000_000_000_000) {
            let money = Money { minor, currency: Currency::TRY };
            let kind = Kind::Money(Currency::TRY);
            let value = Value::Money(money);
            for lang in Lang::ALL {
                prop_assert_eq!(kind.read(&value.typed(lang)), Some(value.clone()));
                // nor does a field of that language take it for another amount, or ask
                let typed = crate::flow::entry::read(&value.typed(lang), Currency::TRY, Some(lang));
                prop_assert!(minor <= 0 || typed == Ok(crate::flow::entry::Entry::Amount(money)), "{:?}", typed);
            }
            prop_assert_eq!(kind.read(&value.to_string()), Some(value));
        }

        #[test]
        fn reading_never_panics(written in "\\PC{0,24}") {
            for kind in [Kind::Customer, Kind::Money(Currency::TRY), Kind::Text, Kind::Date, Kind::Number] {
                if let Some(value) = kind.read(&written) {
                    prop_assert_eq!(kind.read(&value.to_string()), Some(value));
                }
            }
        }
    }
}
