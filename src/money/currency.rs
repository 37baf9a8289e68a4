//! Currencies of ISO 4217 with their decimals.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// A currency in force, by its ISO 4217 alphabetic code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency {
    code: [u8; 3],
    decimals: u8,
}

/// Alphabetic code and decimals of each currency in force. Source: ISO 4217 list one.
const IN_FORCE: &[(&str, u8)] = &[
    ("CZK", 2),
    ("EUR", 2),
    ("GBP", 2),
    ("JPY", 0),
    ("TRY", 2),
    ("USD", 2),
];

impl Currency {
    /// Turkish lira.
    pub const TRY: Currency = Currency {
        code: *b"TRY",
        decimals: 2,
    };
    /// United States dollar.
    pub const USD: Currency = Currency {
        code: *b"USD",
        decimals: 2,
    };
    /// Euro.
    pub const EUR: Currency = Currency {
        code: *b"EUR",
        decimals: 2,
    };
    /// Czech koruna.
    pub const CZK: Currency = Currency {
        code: *b"CZK",
        decimals: 2,
    };

    /// The currency of an upper-case code, if it is in force.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Currency> {
        let (known, decimals) = IN_FORCE.iter().find(|(known, _)| *known == code)?;
        Some(Currency {
            code: known.as_bytes().try_into().ok()?,
            decimals: *decimals,
        })
    }

    /// The alphabetic code.
    #[must_use]
    pub fn code(&self) -> &str {
        str::from_utf8(&self.code).unwrap_or("???")
    }

    /// How many decimals its minor unit has.
    #[must_use]
    pub const fn decimals(self) -> u8 {
        self.decimals
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Currency, D::Error> {
        let code = String::deserialize(deserializer)?;
        Currency::from_code(&code).ok_or_else(|| D::Error::custom(format!("unknown currency {code}")))
    }
}
