//! The two languages.

use serde::{Deserialize, Serialize};

/// The language of one session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Turkish, the default.
    #[default]
    Tr,
    /// English.
    En,
}

impl Lang {
    /// Both.
    pub const ALL: [Lang; 2] = [Lang::Tr, Lang::En];

    /// The language of `tr`, `en` or a POSIX locale such as `tr_TR.UTF-8`; `None` for others, `C` among them.
    #[must_use]
    pub fn parse(text: &str) -> Option<Lang> {
        let language = text.split(['_', '-', '.', '@']).next()?;
        Lang::ALL.into_iter().find(|lang| language.eq_ignore_ascii_case(lang.code()))
    }

    /// `tr` or `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Lang::Tr => "tr",
            Lang::En => "en",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_names_and_locales() {
        let table = [
            ("tr", Some(Lang::Tr)),
            ("TR", Some(Lang::Tr)),
            ("tr_TR", Some(Lang::Tr)),
            ("tr_TR.UTF-8", Some(Lang::Tr)),
            ("tr-TR", Some(Lang::Tr)),
            ("tr_CY.ISO-8859-9@euro", Some(Lang::Tr)),
            ("en", Some(Lang::En)),
            ("en_US", Some(Lang::En)),
            ("en_GB.UTF-8", Some(Lang::En)),
            ("C", None),
            ("C.UTF-8", None),
            ("POSIX", None),
            ("", None),
            ("_TR", None),
            ("de_DE", None),
            ("tre", None),
            ("türkçe", None),
        ];
        for (text, lang) in table {
            assert_eq!(Lang::parse(text), lang, "{text:?}");
        }
    }
}
