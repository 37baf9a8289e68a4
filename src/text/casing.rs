//! Upper and lower case by the rules of a language.

use icu_casemap::CaseMapperBorrowed;
use icu_locale_core::{LanguageIdentifier, langid};

use super::Lang;

/// Upper case; in Turkish `i` gives `İ` and `ı` gives `I`.
#[must_use]
pub fn upper(text: &str, lang: Lang) -> String {
    CaseMapperBorrowed::new().uppercase_to_string(text, &rules(lang)).into_owned()
}

/// Lower case; in Turkish `I` gives `ı` and `İ` gives `i`.
#[must_use]
pub fn lower(text: &str, lang: Lang) -> String {
    CaseMapperBorrowed::new().lowercase_to_string(text, &rules(lang)).into_owned()
}

/// A name or a sentence as it stands inside another: `Günlük limit` is `günlük limit`, `ATM kapalı` and `A2 Değerli`
/// stay.
#[must_use]
pub fn within(text: &str, lang: Lang) -> String {
    let mut chars = text.chars();
    match (chars.next(), chars.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() && !second.is_ascii_digit() => {
            let rest = text.get(first.len_utf8()..).unwrap_or_default();
            format!("{}{rest}", lower(&first.to_string(), lang))
        }
        _ => text.to_owned(),
    }
}

const fn rules(lang: Lang) -> LanguageIdentifier {
    match lang {
        Lang::Tr => langid!("tr"),
        Lang::En => langid!("en"),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_the_first_letter_falls_and_abbreviations_stay() {
        for (text, inside) in [
            ("Günlük limit", "günlük limit"),
            ("İşlem Limiti", "işlem Limiti"),
            ("Işık", "ışık"),
            ("ATM kapalı", "ATM kapalı"),
            ("A2 Değerli", "A2 Değerli"),
            ("A", "A"),
            ("", ""),
        ] {
            assert_eq!(within(text, Lang::Tr), inside);
        }
    }

    #[test]
    fn turkish_keeps_its_two_letters_i() {
        let table = [
            ("ışıl", "IŞIL"),
            ("ibrahim", "İBRAHİM"),
            ("kılıç öğüt", "KILIÇ ÖĞÜT"),
            ("deniz hanım", "DENİZ HANIM"),
            ("hâkim", "HÂKİM"),
        ];
        for (small, capital) in table {
            assert_eq!(upper(small, Lang::Tr), capital);
            assert_eq!(lower(capital, Lang::Tr), small);
        }
    }

    #[test]
    fn english_has_one_letter_i() {
        assert_eq!(upper("title i", Lang::En), "TITLE I");
        assert_eq!(lower("TITLE I", Lang::En), "title i");
        assert_eq!(upper("straße", Lang::En), "STRASSE");
    }

    proptest! {
        #[test]
        fn turkish_names_survive_the_round_trip(text in "[abcçdefgğhıijklmnoöprsştuüvyzqwx ]*") {
            prop_assert_eq!(lower(&upper(&text, Lang::Tr), Lang::Tr), text);
        }
    }
}
