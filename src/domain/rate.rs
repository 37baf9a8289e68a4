//! Exchange rates of a day.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::{money::Currency, time::Day};

/// Lira for `unit` units of a currency. `None` means the source gives no rate, which is not zero.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExchangeRate {
    /// The day of the bulletin.
    pub day: Day,
    /// The currency.
    pub currency: Currency,
    /// How many units the rates are for, e.g. 100 for JPY.
    pub unit: u32,
    /// The bank buys, by transfer.
    pub buying: Option<Decimal>,
    /// The bank sells, by transfer.
    pub selling: Option<Decimal>,
    /// The bank buys banknotes.
    pub banknote_buying: Option<Decimal>,
    /// The bank sells banknotes.
    pub banknote_selling: Option<Decimal>,
}
