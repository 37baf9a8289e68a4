//! Values from text: one function a form, each with its refusal.

use rust_decimal::Decimal;

use super::fault::{self, Fault};
use crate::{
    domain::identity::{CardNumber, Email, Iban, IdentityFault, IdentityKind, IdentityNo, Phone},
    money::{AmountFault, Currency, Money},
    pack::nearest::nearest,
    text::{MessageId, ids::intake as ids, safe},
    time::{Day, Moment},
};

/// A short text: a code, an operation, a name, in characters.
pub(super) const SHORT_CHARS_MAX: usize = 120;
/// A long text: an address, what a customer was told, in characters.
pub(super) const LONG_CHARS_MAX: usize = 500;
/// No day of a bank's books lies before or after these years.
const YEARS: std::ops::RangeInclusive<i16> = 1850..=2200;
/// Digits of a decimal number in all; a rate or a count of units has fewer.
const DECIMAL_DIGITS_MAX: usize = 24;

pub(super) type Read<T> = Result<T, Fault>;

/// A number that names something: 1 to 9,223,372,036,854,775,807.
pub(super) fn number(text: &str) -> Read<u64> {
    let max = i64::MAX.unsigned_abs();
    all_digits(text)
        .and_then(|digits| digits.parse().ok())
        .filter(|number| (1..=max).contains(number))
        .ok_or_else(|| Fault::new("bad_number", ids::NUMBER, ids::FIX_NUMBER).with("max", max))
}

/// A whole number of a range.
pub(super) fn count(min: u32, max: u32) -> impl Fn(&str) -> Read<u32> {
    move |text| {
        all_digits(text)
            .and_then(|digits| digits.parse().ok())
            .filter(|count| (min..=max).contains(count))
            .ok_or_else(|| {
                Fault::new("bad_count", ids::COUNT, ids::FIX_COUNT)
                    .with("min", u64::from(min))
                    .with("max", u64::from(max))
            })
    }
}

fn all_digits(text: &str) -> Option<&str> {
    let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then_some(text)
}

/// `2026-11-24`.
pub(super) fn day(text: &str) -> Read<Day> {
    Day::parse_iso(text).filter(|day| YEARS.contains(&day.ymd().0)).ok_or_else(|| fault::date("2026-11-24"))
}

/// RFC 3339.
pub(super) fn moment(text: &str) -> Read<Moment> {
    Moment::parse_rfc3339(text)
        .filter(|moment| YEARS.contains(&moment.day().ymd().0))
        .ok_or_else(|| Fault::new("bad_moment", ids::MOMENT, ids::FIX_MOMENT))
}

/// An ISO 4217 code in force.
pub(super) fn currency(text: &str) -> Read<Currency> {
    Currency::from_code(text).ok_or_else(|| {
        let codes: Vec<Currency> = Currency::all().collect();
        let upper = text.to_ascii_uppercase();
        match nearest(&upper, codes.iter().map(Currency::code)) {
            Some(near) if near == upper => {
                Fault::new("unknown_currency", ids::CURRENCY, ids::FIX_CURRENCY_NEAR).with("near", near)
            }
            _ => Fault::new("unknown_currency", ids::CURRENCY, ids::FIX_CURRENCY),
        }
    })
}

/// An amount of a currency with either sign.
pub(super) fn amount(currency: Currency) -> impl Fn(&str) -> Read<Money> {
    move |text| {
        Money::parse_plain(text, currency).map_err(|fault| match fault {
            AmountFault::Empty => fault::empty(),
            AmountFault::Form => Fault::new("bad_amount", ids::AMOUNT, ids::FIX_AMOUNT),
            AmountFault::Decimals { most } => Fault::new("bad_decimals", ids::DECIMALS, ids::FIX_DECIMALS)
                .with("currency", currency.code())
                .with("most", u64::from(most)),
            AmountFault::Overflow => Fault::new("amount_too_large", ids::AMOUNT_LARGE, ids::FIX_AMOUNT),
        })
    }
}

/// An amount of zero or more: a limit, a debt.
pub(super) fn non_negative(currency: Currency) -> impl Fn(&str) -> Read<Money> {
    let read = amount(currency);
    move |text| {
        let money = read(text)?;
        if money.minor < 0 {
            return Err(Fault::new("negative", ids::NEGATIVE, ids::FIX_NEGATIVE));
        }
        Ok(money)
    }
}

/// An amount above zero: what was lent or placed.
pub(super) fn positive(currency: Currency) -> impl Fn(&str) -> Read<Money> {
    let read = amount(currency);
    move |text| {
        let money = read(text)?;
        if money.minor <= 0 {
            return Err(Fault::new("not_positive", ids::NOT_POSITIVE, ids::FIX_NOT_POSITIVE));
        }
        Ok(money)
    }
}

/// A decimal number of zero or more with at most `most` decimals.
pub(super) fn decimal(most: u32) -> impl Fn(&str) -> Read<Decimal> {
    move |text| {
        let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
        let form =
            text.len() <= DECIMAL_DIGITS_MAX && all_digits(whole).is_some() && all_digits(part).is_some();
        form.then(|| Decimal::from_str_exact(text).ok())
            .flatten()
            .filter(|number| number.scale() <= most)
            .ok_or_else(|| {
                let negative = text.strip_prefix('-').is_some_and(|rest| decimal(most)(rest).is_ok());
                if negative {
                    return Fault::new("negative", ids::NEGATIVE, ids::FIX_NEGATIVE);
                }
                Fault::new("bad_decimal", ids::DECIMAL, ids::FIX_DECIMAL).with("most", u64::from(most))
            })
    }
}

/// Text for people, made safe for a terminal line, with a cap in characters.
pub(super) fn text(max: usize) -> impl Fn(&str) -> Read<String> {
    move |text| {
        let safe = safe::line(text.trim());
        if safe.chars().count() > max {
            return Err(Fault::new("text_too_long", ids::TEXT_LONG, ids::FIX_TEXT_LONG).with("max", max));
        }
        Ok(safe)
    }
}

/// A short text that names something to a machine: no control characters at all.
pub(super) fn code(text: &str) -> Read<String> {
    if text.chars().any(char::is_control) {
        return Err(Fault::new("control_character", ids::CONTROL, ids::FIX_CONTROL));
    }
    self::text(SHORT_CHARS_MAX)(text)
}

/// One of a closed set of words.
pub(super) fn token<T: Copy>(known: &'static [(&'static str, T)]) -> impl Fn(&str) -> Read<T> {
    move |text| {
        known.iter().find(|(word, _)| *word == text).map(|(_, meaning)| *meaning).ok_or_else(|| {
            let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
            fault::token(&words.join(", "))
        })
    }
}

/// An identity number of a register.
pub(super) fn identity(kind: IdentityKind) -> impl Fn(&str) -> Read<IdentityNo> {
    move |text| {
        IdentityNo::try_new(kind, text).map_err(|fault| {
            let name = match kind {
                IdentityKind::Tckn => "TCKN",
                IdentityKind::Ykn => "YKN",
                IdentityKind::Vkn => "VKN",
            };
            Fault::new("bad_identity", reason(fault), ids::FIX_IDENTITY).with("kind", name)
        })
    }
}

/// A Turkish IBAN.
pub(super) fn iban(text: &str) -> Read<Iban> {
    Iban::try_new(text)
        .map_err(|fault| Fault::new("bad_iban", reason(fault), ids::FIX_IDENTITY).with("kind", "IBAN"))
}

fn reason(fault: IdentityFault) -> MessageId {
    match fault {
        IdentityFault::Length => ids::IDENTITY_LENGTH,
        IdentityFault::Character => ids::IDENTITY_CHARACTER,
        IdentityFault::Checksum => ids::IDENTITY_CHECKSUM,
        IdentityFault::NeverIssued => ids::IDENTITY_NEVER,
        IdentityFault::Country => ids::IDENTITY_COUNTRY,
        IdentityFault::Register => ids::IDENTITY_REGISTER,
    }
}

/// A telephone number, in E.164.
pub(super) fn phone(text: &str) -> Read<String> {
    Phone::try_new(text)
        .map(|phone| phone.e164().to_owned())
        .map_err(|_| Fault::new("bad_phone", ids::PHONE, ids::FIX_PHONE))
}

/// A mobile number; a Turkish one begins with 5.
pub(super) fn mobile(text: &str) -> Read<String> {
    let number = phone(text)?;
    if number.starts_with("+90") && !number.starts_with("+905") {
        return Err(Fault::new("bad_phone", ids::PHONE, ids::FIX_PHONE));
    }
    Ok(number)
}

/// A mail address.
pub(super) fn mail(text: &str) -> Read<String> {
    Email::try_new(text)
        .map(|mail| mail.address().to_owned())
        .map_err(|_| Fault::new("bad_mail", ids::MAIL, ids::FIX_MAIL))
}

/// The first six and last four digits of a full card number whose check digit fits.
pub(super) fn card_no(text: &str) -> Read<(String, String)> {
    CardNumber::try_new(text)
        .map(|card| (card.first6().to_owned(), card.last4().to_owned()))
        .map_err(|_| Fault::new("bad_card_number", ids::CARD_NUMBER, ids::FIX_CARD_NUMBER))
}

/// Exactly so many digits.
pub(super) fn digits(count: usize) -> impl Fn(&str) -> Read<String> {
    move |text| {
        all_digits(text)
            .filter(|digits| digits.len() == count)
            .map(str::to_owned)
            .ok_or_else(|| Fault::new("bad_digits", ids::DIGITS, ids::FIX_DIGITS).with("count", count))
    }
}
