//! Amounts as people type them, in both decimal forms: `200000`, `200.000,00`, `200,000.00`, `200b`, `200k`,
//! `1,5m`, `%40`, `40%`, `hepsi`, `all`, `kalan`, `rest`. What could be read two ways is refused with both: in Turkish
//! `12,345`, in English `12.345`, where no language is known either of them.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::{
    money::{Currency, Money},
    text::{Lang, Message, Said, amount, fold::fold, ids::flow as id},
};

/// The longest text that is read as an amount, in letters.
pub const ENTRY_CHARS_MAX: usize = 32;

/// What was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// An amount above zero.
    Amount(Money),
    /// A share in percent, above 0, at most 100.
    Percent(Decimal),
    /// All there is.
    All,
    /// What other fields leave.
    Rest,
}

const ALL: [&str; 4] = ["hepsi", "tumu", "tamami", "all"];
const REST: [&str; 3] = ["kalan", "rest", "remaining"];
const THOUSAND: [&str; 3] = ["b", "bin", "k"];
const MILLION: [&str; 4] = ["m", "mn", "milyon", "million"];
const CURRENCY: [&str; 2] = ["tl", "₺"];

/// Reads what was typed into an amount's field by somebody who writes this language; without one only what every
/// language reads the same is taken.
///
/// # Errors
/// What is wrong and what to write.
pub fn read(typed: &str, currency: Currency, lang: Option<Lang>) -> Result<Entry, Message> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Err(Message::new(id::ENTRY_EMPTY));
    }
    if typed.chars().count() > ENTRY_CHARS_MAX {
        return Err(Message::new(id::ENTRY_FORM));
    }
    let folded = fold(typed);
    let word = folded.trim();
    if ALL.contains(&word) {
        return Ok(Entry::All);
    }
    if REST.contains(&word) {
        return Ok(Entry::Rest);
    }
    let plain = without_currency(typed, currency);
    match plain.strip_prefix('%').or_else(|| plain.strip_suffix('%')) {
        Some(share) => percent(share.trim()),
        None => sum(plain, currency, lang),
    }
}

fn without_currency(typed: &str, currency: Currency) -> &str {
    let letters = typed.char_indices().rev().take_while(|(_, c)| c.is_alphabetic() || *c == '₺');
    let Some((at, _)) = letters.last() else { return typed };
    let (number, word) = typed.split_at_checked(at).unwrap_or((typed, ""));
    let folded = fold(word);
    let named = CURRENCY.contains(&word) || folded.trim() == fold(currency.code()).trim();
    let lira = currency == Currency::TRY && CURRENCY.contains(&folded.trim());
    if named || lira { number.trim_end() } else { typed }
}

fn percent(share: &str) -> Result<Entry, Message> {
    let value = number(share)?;
    if value <= Decimal::ZERO || value > Decimal::ONE_HUNDRED {
        return Err(Message::new(id::ENTRY_PERCENT));
    }
    Ok(Entry::Percent(value))
}

fn sum(plain: &str, currency: Currency, lang: Option<Lang>) -> Result<Entry, Message> {
    let digits = plain.trim_end_matches(char::is_alphabetic);
    let word = plain.strip_prefix(digits).unwrap_or_default();
    let folded = fold(word);
    let times = match folded.trim() {
        "" => 1,
        word if THOUSAND.contains(&word) => 1_000,
        word if MILLION.contains(&word) => 1_000_000,
        _ => return Err(Message::new(id::ENTRY_FORM)),
    };
    if digits.starts_with(['-', '−', '+']) {
        return Err(Message::new(id::ENTRY_SIGN));
    }
    let digits = digits.trim_end();
    let unit = Unit { currency, times };
    let Some((sign, whole, part)) = one_group(digits) else {
        return unit.amount(number(digits)?, digits);
    };
    // `200.000` is whole lira to a Turk and `200,000` to an Englishman; of nothing else can that be said
    if times == 1 && currency.decimals() < GROUP && lang.is_some_and(|lang| sign == groups(lang)) {
        return unit.amount(number(&format!("{whole}{part}"))?, digits);
    }
    Err(unit.unsure(digits, &format!("{whole}{part}"), &format!("{whole}.{part}")))
}

/// Digits between two signs of a written number.
const GROUP: u8 = 3;

/// What stands between thousands.
const fn groups(lang: Lang) -> char {
    match lang {
        Lang::Tr => '.',
        Lang::En => ',',
    }
}

/// `12,345`: a sign with what stands before it and the three digits after it, which may be a group or decimals.
fn one_group(digits: &str) -> Option<(char, &str, &str)> {
    let mut signs = digits.char_indices().filter(|(_, c)| matches!(c, '.' | ','));
    let ((_, sign), None) = (signs.next()?, signs.next()) else { return None };
    let (whole, part) = digits.split_once(sign)?;
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = part.len() == usize::from(GROUP) && (1..=3).contains(&whole.len());
    (grouped && !whole.starts_with('0') && are_digits(whole) && are_digits(part))
        .then_some((sign, whole, part))
}

/// What a number counts: liras, thousands of dollars.
#[derive(Clone, Copy)]
struct Unit {
    currency: Currency,
    times: i64,
}

impl Unit {
    /// The amount in the currency's smallest unit, with the fraction that it cannot hold.
    fn minor(self, value: Decimal) -> Option<Decimal> {
        let unit = 10_i64.checked_pow(self.currency.decimals().into())?;
        value.checked_mul(Decimal::from(self.times))?.checked_mul(Decimal::from(unit))
    }

    fn amount(self, value: Decimal, written: &str) -> Result<Entry, Message> {
        let large = || Message::new(id::ENTRY_LARGE);
        let minor = self.minor(value).ok_or_else(large)?;
        if !minor.fract().is_zero() {
            let most = i64::from(self.currency.decimals());
            return Err(Message::new(id::ENTRY_DECIMALS).with("typed", written).with("most", most));
        }
        let minor = i64::try_from(minor).map_err(|_| large())?;
        if minor == 0 {
            return Err(Message::new(id::ENTRY_ZERO));
        }
        Ok(Entry::Amount(Money::new(minor, self.currency)))
    }

    /// `12,345` is twelve thousand or twelve and a third.
    fn unsure(self, written: &str, whole: &str, decimal: &str) -> Message {
        let said = |number: &str| {
            let minor = Decimal::from_str_exact(number).ok().and_then(|value| self.minor(value))?;
            let minor = minor.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
            i64::try_from(minor).ok().map(|minor| shown(Money::new(minor, self.currency)))
        };
        let Some((whole, decimal)) = said(whole).zip(said(decimal)) else {
            return Message::new(id::ENTRY_LARGE);
        };
        Message::new(id::ENTRY_UNSURE).with("typed", written).with("whole", whole).with("decimal", decimal)
    }
}

/// A number in either form; the last of two signs is the decimal one.
fn number(text: &str) -> Result<Decimal, Message> {
    let form = || Message::new(id::ENTRY_FORM);
    if !text.starts_with(|c: char| c.is_ascii_digit()) || !text.ends_with(|c: char| c.is_ascii_digit()) {
        return Err(form());
    }
    if !text.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',') {
        return Err(form());
    }
    let (points, commas) = (text.matches('.').count(), text.matches(',').count());
    let last = if text.rfind('.') > text.rfind(',') { '.' } else { ',' };
    let (whole, part) = text.rsplit_once(last).unwrap_or((text, ""));
    let (whole, part, grouped_by) = match (points, commas) {
        (0, 0) => (text, "", None),
        (1, 0) | (0, 1) => (whole, part, None),
        (_, 0) | (0, _) => (text, "", Some(last)),
        _ => (whole, part, Some(if last == '.' { ',' } else { '.' })),
    };
    let digits = grouped_by.map_or(Some(whole.to_owned()), |by| ungrouped(whole, by)).ok_or_else(form)?;
    if !digits.bytes().chain(part.bytes()).all(|byte| byte.is_ascii_digit()) {
        return Err(form());
    }
    Decimal::from_str_exact(&format!("{digits}.{part}0")).map_err(|_| Message::new(id::ENTRY_LARGE))
}

/// The digits of `1.234.567`; `None` where a group but the first has other than three.
fn ungrouped(whole: &str, by: char) -> Option<String> {
    let mut groups = whole.split(by);
    let first = groups.next()?;
    let good = (1..=3).contains(&first.len()) && !first.starts_with('0');
    let rest: Vec<&str> = groups.collect();
    (good && rest.iter().all(|group| group.len() == 3)).then(|| format!("{first}{}", rest.concat()))
}

/// The amount as the field keeps it: `200000.00`.
#[must_use]
pub fn canonical(money: Money) -> String {
    let plain = money.to_string();
    plain.split(' ').next().unwrap_or_default().to_owned()
}

/// The amount as it stands in an unedited field: `200.000,00`.
#[must_use]
pub fn shown(money: Money) -> Said {
    Said { tr: amount::bare(money, Lang::Tr), en: amount::bare(money, Lang::En) }
}

#[cfg(test)]
mod tests;
