//! The fold under which names are found whatever the keyboard: `IŞIL`, `ışıl`, `isil` and `Isıl` are equal.

use icu_casemap::CaseMapperBorrowed;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use super::safe;

/// The folded text: Turkish letters to their ASCII look-alikes, marks and invisible characters dropped, lower
/// case. Composed and decomposed input give the same.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            'ı' => folded.push('i'),
            _ if c.is_ascii() => folded.push(c.to_ascii_lowercase()),
            _ if safe::is_invisible(c) => {}
            _ => decompose_canonical(c, |part| {
                if !is_combining_mark(part) {
                    folded.push(lower(part));
                }
            }),
        }
    }
    folded
}

fn lower(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    CaseMapperBorrowed::new().simple_fold(c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn folds_by_table() {
        let table = [
            ("İ I ı i Î î", "i i i i i i"),
            ("Ş ş Ğ ğ Ç ç", "s s g g c c"),
            ("Ö ö Ü ü Û û Â â", "o o u u u u a a"),
            ("IŞIL", "isil"),
            ("ışıl", "isil"),
            ("Isıl", "isil"),
            ("İBRAHİM ÇAĞRI", "ibrahim cagri"),
            ("Hâkim Kâzım", "hakim kazim"),
            ("Şükrü GÖĞÜŞ", "sukru gogus"),
            // what a lower-casing without Turkish rules makes of İ
            ("i\u{307}brahi\u{307}m", "ibrahim"),
            ("ı\u{307}", "i"),
            ("I\u{307}", "i"),
            ("s\u{327}g\u{306}c\u{327}o\u{308}u\u{308}a\u{302}", "sgcoua"),
            ("É é Ñ ñ Ż", "e e n n z"),
            ("ЖАННА жанна", "жанна жанна"),
            ("Ø ø", "ø ø"),
            ("Öz\u{200b}lem\u{ad} \u{202e}Kaya", "ozlem kaya"),
            ("", ""),
            ("1.234,56 TL", "1.234,56 tl"),
        ];
        for (text, folded) in table {
            assert_eq!(fold(text), folded, "{text:?}");
        }
    }

    #[test]
    fn casing_never_hides_a_name() {
        use super::super::{Lang, casing};
        for name in ["Işıl", "İbrahim", "Şahin", "Kılıç", "ĞÜÖÇ", "Kâmil"] {
            for lang in Lang::ALL {
                assert_eq!(fold(&casing::upper(name, lang)), fold(name), "{name}");
                assert_eq!(fold(&casing::lower(name, lang)), fold(name), "{name}");
            }
        }
    }

    proptest! {
        #[test]
        fn is_idempotent_and_blind_to_composition(text in "\\PC*|[a-zA-ZıİşŞğĞçÇöÖüÜâîû\u{307}\u{327}\u{302} ]*") {
            let folded = fold(&text);
            prop_assert_eq!(fold(&folded), folded.clone());
            prop_assert_eq!(fold(&text.nfd().collect::<String>()), folded.clone());
            prop_assert_eq!(fold(&text.nfc().collect::<String>()), folded);
        }

        #[test]
        fn turkish_names_become_ascii_lower_case(text in "[a-zA-ZıİşŞğĞçÇöÖüÜâÂîÎûÛ ]*") {
            let folded = fold(&text);
            prop_assert!(folded.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b' '));
            prop_assert_eq!(folded.len(), text.chars().count());
        }
    }
}
