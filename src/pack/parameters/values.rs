//! Numbers, times of day, decimals and amounts as authors write them.

use rust_decimal::Decimal;

use crate::{
    money::{Currency, Money},
    pack::{
        document::{Item, Text},
        fault::{Faults, told},
        nearest,
    },
    text::ids::pack as id,
};

/// Minutes of a day: `24:00`.
const DAY_MINUTES: i64 = 24 * 60;

/// Counts and spans of time are never negative.
pub(super) fn whole(item: Item<'_>, faults: &mut Faults) -> Option<i64> {
    let number = item.whole(faults)?;
    if number < 0 {
        faults.add(item.spot.fault(told(id::WHOLE_NEGATIVE, "found", number)));
        return None;
    }
    Some(number)
}

/// A time of day as text, `09:00` to `24:00`: minutes after midnight.
pub(in crate::pack) fn clock(item: Item<'_>, faults: &mut Faults) -> Option<i64> {
    let text = item.text(faults)?;
    let two = |digits: &str| {
        let plain = digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| digits.parse::<i64>().ok()).flatten()
    };
    let minutes = text.text.split_once(':').and_then(|(hour, minute)| {
        let (hour, minute) = (two(hour)?, two(minute)?);
        let total = hour * 60 + minute;
        (minute < 60 && total <= DAY_MINUTES).then_some(total)
    });
    if minutes.is_none() {
        faults.add(text.spot.fault(told(id::CLOCK_FORM, "found", text.text)));
    }
    minutes
}

/// A decimal is written as text, because a binary fraction cannot hold 0.2.
pub(in crate::pack) fn decimal(item: Item<'_>, faults: &mut Faults) -> Option<Decimal> {
    let text = item.text(faults)?;
    let value = Decimal::from_str_exact(text.text).ok();
    if value.is_none() {
        faults.add(text.spot.fault(told(id::DECIMAL_FORM, "found", text.text)));
    }
    value
}

/// An amount: `{ amount = "500000.00", currency = "TRY" }`.
pub fn money(item: Item<'_>, faults: &mut Faults) -> Option<Money> {
    let table = item.table(faults)?;
    table.only(&["amount", "currency"], faults);
    let amount = table.text("amount", faults);
    let currency = table.text("currency", faults).and_then(|code| currency(code, faults));
    let (amount, currency) = amount.zip(currency)?;
    let minor = Decimal::from_str_exact(amount.text)
        .ok()
        .filter(|value| value.scale() <= u32::from(currency.decimals()))
        .and_then(|value| value.checked_mul(Decimal::from(10_i64.checked_pow(currency.decimals().into())?)))
        .and_then(|value| i64::try_from(value).ok());
    if minor.is_none() {
        let message = told(id::AMOUNT_FORM, "found", amount.text).with("currency", currency.code());
        faults.add(amount.spot.fault(message));
    }
    minor.map(|minor| Money::new(minor, currency))
}

/// A currency by its code.
pub(in crate::pack) fn currency(code: Text<'_>, faults: &mut Faults) -> Option<Currency> {
    let known = Currency::from_code(code.text);
    if known.is_none() {
        let fault = code.spot.fault(told(id::CURRENCY_UNKNOWN, "code", code.text));
        faults.add(fault.with_help(nearest::help(code.text, ["TRY", "USD", "EUR", "GBP"])));
    }
    known
}
