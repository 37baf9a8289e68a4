//! Amounts as people type them, in both decimal forms: `200000`, `200.000,00`, `200,000.00`, `200b`, `200k`,
//! `1,5m`, `%40`, `40%`, `hepsi`, `all`, `kalan`, `rest`. What could be read two ways is refused with both.

use rust_decimal::Decimal;

use crate::{
    money::{Currency, Money},
    text::{Message, amount, fold::fold, ids::flow as id},
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

/// Reads what was typed into an amount's field.
///
/// # Errors
/// What is wrong and what to write.
pub fn read(typed: &str, currency: Currency) -> Result<Entry, Message> {
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
        None => sum(plain, currency),
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
    let value = number(share, Grouping::Never)?;
    if value <= Decimal::ZERO || value > Decimal::ONE_HUNDRED {
        return Err(Message::new(id::ENTRY_PERCENT));
    }
    Ok(Entry::Percent(value))
}

fn sum(plain: &str, currency: Currency) -> Result<Entry, Message> {
    let digits = plain.trim_end_matches(char::is_alphabetic);
    let word = plain.strip_prefix(digits).unwrap_or_default();
    let folded = fold(word);
    let (times, grouping) = match folded.trim() {
        "" if currency.decimals() < 3 => (1, Grouping::Whole),
        "" => (1, Grouping::Unsure),
        word if THOUSAND.contains(&word) => (1_000, Grouping::Unsure),
        word if MILLION.contains(&word) => (1_000_000, Grouping::Unsure),
        _ => return Err(Message::new(id::ENTRY_FORM)),
    };
    if digits.starts_with(['-', '−', '+']) {
        return Err(Message::new(id::ENTRY_SIGN));
    }
    let large = || Message::new(id::ENTRY_LARGE);
    let value = number(digits.trim_end(), grouping)?.checked_mul(Decimal::from(times)).ok_or_else(large)?;
    let minor = value.checked_mul(Decimal::from(10_i64.pow(currency.decimals().into()))).ok_or_else(large)?;
    if !minor.fract().is_zero() {
        return Err(Message::new(id::ENTRY_DECIMALS).with("most", i64::from(currency.decimals())));
    }
    let minor = i64::try_from(minor).map_err(|_| large())?;
    if minor == 0 {
        return Err(Message::new(id::ENTRY_ZERO));
    }
    Ok(Entry::Amount(Money::new(minor, currency)))
}

/// What one separator with three digits after it means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Grouping {
    /// Thousands: the currency has no three decimals.
    Whole,
    /// Thousands or decimals: refused.
    Unsure,
    /// Decimals.
    Never,
}

/// A number in either form; the last of two separators is the decimal one.
fn number(text: &str, grouping: Grouping) -> Result<Decimal, Message> {
    let form = || Message::new(id::ENTRY_FORM);
    if !text.starts_with(|c: char| c.is_ascii_digit()) || !text.ends_with(|c: char| c.is_ascii_digit()) {
        return Err(form());
    }
    if !text.chars().all(|c| c.is_ascii_digit() || c == '.' || c == ',') {
        return Err(form());
    }
    let (points, commas) = (text.matches('.').count(), text.matches(',').count());
    let last = if text.rfind('.') > text.rfind(',') { '.' } else { ',' };
    let (whole, part, grouped_by) = match (points, commas) {
        (0, 0) => (text, "", None),
        (1, 0) | (0, 1) => {
            let (whole, part) = text.split_once(last).unwrap_or((text, ""));
            let like_groups = part.len() == 3 && whole.len() <= 3 && !whole.starts_with('0');
            match grouping {
                Grouping::Whole if like_groups => (text, "", Some(last)),
                Grouping::Unsure if like_groups => return Err(unsure(whole, part)),
                Grouping::Whole | Grouping::Unsure | Grouping::Never => (whole, part, None),
            }
        }
        (_, 0) | (0, _) => (text, "", Some(last)),
        _ => {
            let (whole, part) = text.rsplit_once(last).unwrap_or((text, ""));
            (whole, part, Some(if last == '.' { ',' } else { '.' }))
        }
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

/// `1.500m` is one and a half millions or fifteen hundred.
fn unsure(whole: &str, part: &str) -> Message {
    let short = part.trim_end_matches('0');
    let decimal = if short.is_empty() { whole.to_owned() } else { format!("{whole},{short}") };
    Message::new(id::ENTRY_UNSURE).with("whole", format!("{whole}{part}")).with("decimal", decimal)
}

/// The amount as the field keeps it: `200000.00`.
#[must_use]
pub fn canonical(money: Money) -> String {
    let plain = money.to_string();
    plain.split(' ').next().unwrap_or_default().to_owned()
}

/// The amount as it stands in an unedited field: `200.000,00`.
#[must_use]
pub fn shown(money: Money) -> crate::text::Said {
    use crate::text::{Lang, Said};
    Said { tr: amount::bare(money, Lang::Tr), en: amount::bare(money, Lang::En) }
}

#[cfg(test)]
mod tests;
