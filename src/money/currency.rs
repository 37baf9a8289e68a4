//! Currencies of ISO 4217 with their decimals.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

/// A currency in force, by its ISO 4217 alphabetic code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency {
    code: [u8; 3],
    decimals: u8,
}

/// The codes in force by the number of their decimals, each list sorted. Source: ISO 4217 list one, with its
/// funds codes; metals, bond units and test codes have no minor unit and are no currency of an account.
#[rustfmt::skip]
const IN_FORCE: [(u8, &[&str]); 4] = [
    (2, &[
        "AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BMD", "BND", "BOB",
        "BOV", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHE", "CHF", "CHW", "CNY", "COP", "COU",
        "CRC", "CUP", "CVE", "CZK", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL",
        "GHS", "GIP", "GMD", "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IRR", "JMD", "KES",
        "KGS", "KHR", "KPW", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "MAD", "MDL", "MGA", "MKD", "MMK",
        "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MXV", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR",
        "NZD", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "QAR", "RON", "RSD", "RUB", "SAR", "SBD", "SCR", "SDG",
        "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TOP",
        "TRY", "TTD", "TWD", "TZS", "UAH", "USD", "USN", "UYU", "UZS", "VED", "VES", "WST", "XAD", "XCD", "XCG",
        "YER", "ZAR", "ZMW", "ZWG",
    ]),
    (0, &[
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF",
        "XOF", "XPF",
    ]),
    (3, &["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]),
    (4, &["CLF", "UYW"]),
];

/// Withdrawn since the lira of 2005, and quoted in its bulletins before; all have two decimals. No account is
/// opened in them. Source: ISO 4217 list three.
const WITHDRAWN: [&str; 2] = ["BGN", "HRK"];

impl Currency {
    /// Turkish lira.
    pub const TRY: Currency = Currency { code: *b"TRY", decimals: 2 };
    /// United States dollar.
    pub const USD: Currency = Currency { code: *b"USD", decimals: 2 };
    /// Euro.
    pub const EUR: Currency = Currency { code: *b"EUR", decimals: 2 };
    /// Czech koruna.
    pub const CZK: Currency = Currency { code: *b"CZK", decimals: 2 };

    /// The currency of an upper-case code, if it is in force.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Currency> {
        let (decimals, _) = IN_FORCE.into_iter().find(|(_, codes)| codes.binary_search(&code).is_ok())?;
        let code = code.as_bytes().try_into().ok()?;
        Some(Currency { code, decimals })
    }

    /// The currency of a code that a rate bulletin may name: in force, or withdrawn and still in old bulletins.
    #[must_use]
    pub fn from_quoted_code(code: &str) -> Option<Currency> {
        let withdrawn = || {
            let code = WITHDRAWN.into_iter().find(|withdrawn| *withdrawn == code)?;
            let code = code.as_bytes().try_into().ok()?;
            Some(Currency { code, decimals: 2 })
        };
        Currency::from_code(code).or_else(withdrawn)
    }

    /// Every currency in force, in no promised order.
    pub fn all() -> impl Iterator<Item = Currency> {
        IN_FORCE.into_iter().flat_map(|(_, codes)| codes.iter().filter_map(|code| Currency::from_code(code)))
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
        Currency::from_quoted_code(&code).ok_or_else(|| D::Error::custom(format!("unknown currency {code}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_follow_the_standard() {
        let table =
            [("TRY", 2), ("USD", 2), ("JPY", 0), ("KWD", 3), ("BHD", 3), ("ISK", 0), ("UYW", 4), ("CLF", 4)];
        for (code, decimals) in table {
            let currency = Currency::from_code(code).expect(code);
            assert_eq!((currency.code(), currency.decimals()), (code, decimals));
        }
    }

    #[test]
    fn withdrawn_and_malformed_codes_are_unknown() {
        // TRL was the lira before 2005; HRK and BGN became the euro; TL is what people write
        for code in
            ["TRL", "HRK", "BGN", "DEM", "TL", "try", "Try", "", "TRY ", "TRYX", "XXX", "XAU", "₺", "ТRY"]
        {
            assert_eq!(Currency::from_code(code), None, "{code:?}");
            assert_eq!(
                Currency::from_quoted_code(code).is_some(),
                ["BGN", "HRK"].contains(&code),
                "{code:?}"
            );
        }
    }

    #[test]
    fn lists_are_sorted_and_every_code_is_found_once() {
        for (_, codes) in IN_FORCE {
            assert!(codes.is_sorted_by(|left, right| left < right), "{codes:?}");
        }
        let found: std::collections::BTreeSet<_> = Currency::all().collect();
        let listed = IN_FORCE.iter().map(|(_, codes)| codes.len()).sum::<usize>();
        assert_eq!(found.len(), listed);
        for currency in found {
            assert_eq!(Currency::from_code(currency.code()), Some(currency));
        }
    }

    #[test]
    fn constants_agree_with_the_list() {
        for constant in [Currency::TRY, Currency::USD, Currency::EUR, Currency::CZK] {
            assert_eq!(Currency::from_code(constant.code()), Some(constant));
        }
    }

    #[test]
    fn is_stored_as_its_code() {
        let json = serde_json::to_string(&Currency::TRY).expect("writes");
        assert_eq!(json, "\"TRY\"");
        assert_eq!(serde_json::from_str::<Currency>(&json).expect("reads"), Currency::TRY);
        let fault = serde_json::from_str::<Currency>("\"TRL\"").expect_err("withdrawn");
        assert!(fault.to_string().contains("unknown currency TRL"), "{fault}");
    }
}
