//! Numbers and money as people read them, by the number rules of each language; integers all the way.

use fixed_decimal::Decimal as Digits;
use icu_decimal::{DecimalFormatter, options::DecimalFormatterOptions};
use icu_locale_core::locale;
use rust_decimal::Decimal;

use super::Lang;
use crate::money::{Currency, Money};

/// `1.342.300` in Turkish, `1,342,300` in English.
#[must_use]
pub fn whole(number: i64, lang: Lang) -> String {
    written(&Digits::from(number), lang)
}

/// `1.342.300,00` in Turkish, `1,342,300.00` in English, by the currency's decimals, without its name.
#[must_use]
pub fn bare(money: Money, lang: Lang) -> String {
    let mut digits = Digits::from(money.minor);
    digits.multiply_pow10(-i16::from(money.currency.decimals()));
    written(&digits, lang)
}

/// `1.342.300,00 TL` in Turkish, `1,342,300.00 TRY` in English.
#[must_use]
pub fn with_currency(money: Money, lang: Lang) -> String {
    format!("{} {}", bare(money, lang), currency_name(money.currency, lang))
}

/// `45.000 TL` in Turkish, `45,000 TRY` in English: without decimals where they are nought.
#[must_use]
pub fn round(money: Money, lang: Lang) -> String {
    let unit = 10_i64.pow(u32::from(money.currency.decimals()));
    if money.minor % unit != 0 {
        return with_currency(money, lang);
    }
    format!("{} {}", whole(money.minor / unit, lang), currency_name(money.currency, lang))
}

/// As people say it, cut off, not rounded up: `500 bin TL`, `1,34 milyon TL`; `500k TRY`, `1.34m TRY`.
#[must_use]
pub fn short(money: Money, lang: Lang) -> String {
    let major = Decimal::new(money.minor, u32::from(money.currency.decimals()));
    let (size, decimals, word) = match (major.abs(), lang) {
        (large, Lang::Tr) if large >= Decimal::from(MILLION) => (MILLION, 2, " milyon"),
        (large, Lang::En) if large >= Decimal::from(MILLION) => (MILLION, 2, "m"),
        (large, Lang::Tr) if large >= Decimal::from(THOUSAND) => (THOUSAND, 1, " bin"),
        (large, Lang::En) if large >= Decimal::from(THOUSAND) => (THOUSAND, 1, "k"),
        _ => return round(money, lang),
    };
    let cut = (major / Decimal::from(size)).trunc_with_scale(decimals).normalize();
    format!("{}{word} {}", decimal(cut, lang), currency_name(money.currency, lang))
}

const THOUSAND: i64 = 1_000;
const MILLION: i64 = 1_000_000;

/// `TL` for the lira in Turkish, else the ISO code.
#[must_use]
pub fn currency_name(currency: Currency, lang: Lang) -> String {
    match lang {
        Lang::Tr if currency == Currency::TRY => "TL".to_owned(),
        Lang::Tr | Lang::En => currency.code().to_owned(),
    }
}

/// A rate or price with as many decimals as the value carries: `42,1500` in Turkish, `42.1500` in English.
#[must_use]
pub fn decimal(value: Decimal, lang: Lang) -> String {
    let plain = value.to_string();
    Digits::try_from_str(&plain).map_or(plain, |digits| written(&digits, lang))
}

/// `%41,00` in Turkish, `41.00%` in English, with as many decimals as the value carries; 41 is 41 per cent.
#[must_use]
pub fn percent(value: Decimal, lang: Lang) -> String {
    let number = decimal(value.abs(), lang);
    let sign = if value.is_sign_negative() && !value.is_zero() { "-" } else { "" };
    match lang {
        Lang::Tr => format!("{sign}%{number}"),
        Lang::En => format!("{sign}{number}%"),
    }
}

fn written(digits: &Digits, lang: Lang) -> String {
    format(lang).map_or_else(|| digits.to_string(), |format| format.format(digits).to_string())
}

/// The number rules are part of the program; without them digits are written plainly.
fn format(lang: Lang) -> Option<DecimalFormatter> {
    let locale = match lang {
        Lang::Tr => locale!("tr"),
        Lang::En => locale!("en"),
    };
    DecimalFormatter::try_new(locale.into(), DecimalFormatterOptions::default()).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn both_languages_have_number_rules() {
        assert!(Lang::ALL.into_iter().all(|lang| format(lang).is_some()));
    }

    #[test]
    fn amounts_by_table() {
        let table = [
            (0, "TRY", "0,00 TL", "0.00 TRY"),
            (5, "TRY", "0,05 TL", "0.05 TRY"),
            (-5, "TRY", "-0,05 TL", "-0.05 TRY"),
            (100, "TRY", "1,00 TL", "1.00 TRY"),
            (841_236, "TRY", "8.412,36 TL", "8,412.36 TRY"),
            (-1_842_050, "TRY", "-18.420,50 TL", "-18,420.50 TRY"),
            (134_230_000, "TRY", "1.342.300,00 TL", "1,342,300.00 TRY"),
            (1_245_000, "USD", "12.450,00 USD", "12,450.00 USD"),
            (10_326_174_000, "CZK", "103.261.740,00 CZK", "103,261,740.00 CZK"),
            (100_000, "JPY", "100.000 JPY", "100,000 JPY"),
            (-1_234_567, "KWD", "-1.234,567 KWD", "-1,234.567 KWD"),
            (i64::MIN, "TRY", "-92.233.720.368.547.758,08 TL", "-92,233,720,368,547,758.08 TRY"),
        ];
        for (minor, code, turkish, english) in table {
            let money = Money::new(minor, Currency::from_code(code).expect(code));
            assert_eq!(with_currency(money, Lang::Tr), turkish);
            assert_eq!(with_currency(money, Lang::En), english);
        }
    }

    #[test]
    fn round_and_short_amounts_by_table() {
        let table = [
            (0, "0 TL", "0 TL", "0 TRY"),
            (4_500_000, "45.000 TL", "45 bin TL", "45k TRY"),
            (4_500_050, "45.000,50 TL", "45 bin TL", "45k TRY"),
            (99_999, "999,99 TL", "999,99 TL", "999.99 TRY"),
            (100_000, "1.000 TL", "1 bin TL", "1k TRY"),
            (9_649_999, "96.499,99 TL", "96,4 bin TL", "96.4k TRY"),
            (134_230_000, "1.342.300 TL", "1,34 milyon TL", "1.34m TRY"),
            (-50_000_000, "-500.000 TL", "-500 bin TL", "-500k TRY"),
        ];
        for (minor, rounded, turkish, english) in table {
            let money = Money::new(minor, Currency::TRY);
            assert_eq!(round(money, Lang::Tr), rounded);
            assert_eq!(short(money, Lang::Tr), turkish);
            assert_eq!(short(money, Lang::En), english);
        }
    }

    #[test]
    fn whole_numbers_by_table() {
        let table = [
            (0, "0", "0"),
            (999, "999", "999"),
            (1_000, "1.000", "1,000"),
            (-45_211, "-45.211", "-45,211"),
            (1_000_000, "1.000.000", "1,000,000"),
        ];
        for (number, turkish, english) in table {
            assert_eq!(whole(number, Lang::Tr), turkish);
            assert_eq!(whole(number, Lang::En), english);
        }
    }

    #[test]
    fn rates_and_percents_by_table() {
        let table = [
            ("41.00", "41,00", "%41,00", "41.00%"),
            ("41", "41", "%41", "41%"),
            ("0.2", "0,2", "%0,2", "0.2%"),
            ("-3.50", "-3,50", "-%3,50", "-3.50%"),
            ("0.00", "0,00", "%0,00", "0.00%"),
            ("-0.00", "-0,00", "%0,00", "0.00%"),
            ("12.345678", "12,345678", "%12,345678", "12.345678%"),
            ("1234.5", "1.234,5", "%1.234,5", "1,234.5%"),
        ];
        for (text, number, turkish, english) in table {
            let value: Decimal = text.parse().expect(text);
            if !text.starts_with("-0") {
                assert_eq!(decimal(value, Lang::Tr), number);
            }
            assert_eq!(percent(value, Lang::Tr), turkish);
            assert_eq!(percent(value, Lang::En), english);
        }
    }

    proptest! {
        #[test]
        fn only_separators_differ_from_the_plain_form(minor: i64) {
            let money = Money::new(minor, Currency::TRY);
            let turkish = bare(money, Lang::Tr);
            let plain = turkish.replace('.', "").replace(',', ".");
            prop_assert_eq!(Money::parse_plain(&plain, Currency::TRY), Ok(money));
            let english: String = turkish
                .chars()
                .map(|c| match c { '.' => ',', ',' => '.', c => c })
                .collect();
            prop_assert_eq!(bare(money, Lang::En), english);
        }
    }
}
