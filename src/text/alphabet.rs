//! Names that look alike and are not: letters of one alphabet among those of another ("karışık alfabe").

/// An alphabet whose letters can pass for another's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Alphabet {
    Latin,
    Greek,
    Cyrillic,
    Armenian,
}

/// Letters of the other alphabets that a reader takes for Latin ones. Source: Unicode confusables (UTS 39),
/// those drawn alike in the fonts of terminals.
const LOOK_ALIKES: &str = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧΪΫαικνορτυχϲϳ\
                           АВЕЅІЇЈКМНОРСТУХҮЁаеѕіїјорсухһԁԛԝүёкмт\
                           ՍՏՕցհոսօ";

/// Whether a text mixes alphabets so that it may be taken for another: a word with letters of two alphabets, or
/// beside Latin words one that consists of look-alikes only. A name wholly in its own alphabet is not mixed.
#[must_use]
pub fn mixed_alphabet(text: &str) -> bool {
    let words = || text.split(|c: char| !is_part(c)).filter(|word| !word.is_empty());
    let any_latin = text.chars().any(|c| alphabet(c) == Some(Alphabet::Latin));
    words().any(|word| {
        let mut alphabets = word.chars().filter_map(alphabet);
        let Some(first) = alphabets.next() else {
            return false;
        };
        let mixed = alphabets.any(|other| other != first);
        let disguised = any_latin && first != Alphabet::Latin && word.chars().all(passes_for_latin);
        mixed || disguised
    })
}

/// Letters and their marks make a word.
fn is_part(c: char) -> bool {
    c.is_alphabetic() || unicode_normalization::char::is_combining_mark(c) || super::safe::is_invisible(c)
}

fn passes_for_latin(c: char) -> bool {
    LOOK_ALIKES.contains(c) || alphabet(c).is_none()
}

fn alphabet(c: char) -> Option<Alphabet> {
    if !c.is_alphabetic() {
        return None;
    }
    match c {
        'A'..='Z'
        | 'a'..='z'
        | '\u{c0}'..='\u{2af}'
        | '\u{1d00}'..='\u{1d25}'
        | '\u{1e00}'..='\u{1eff}'
        | '\u{212a}'..='\u{212b}'
        | '\u{2c60}'..='\u{2c7f}'
        | '\u{a722}'..='\u{a7ff}'
        | '\u{fb00}'..='\u{fb06}'
        | '\u{ff21}'..='\u{ff5a}' => Some(Alphabet::Latin),
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Some(Alphabet::Greek),
        '\u{400}'..='\u{52f}' | '\u{1c80}'..='\u{1c8f}' | '\u{a640}'..='\u{a69f}' => Some(Alphabet::Cyrillic),
        '\u{530}'..='\u{58f}' => Some(Alphabet::Armenian),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_by_table() {
        let table = [
            ("Yılmaz", false),
            // Cyrillic а, о, Р; Greek Α, ο
            ("Yılm\u{430}z", true),
            ("D\u{43e}ğan", true),
            ("\u{420}ınar", true),
            ("\u{391}li Kaya", true),
            ("Ali K\u{3bf}ç", true),
            // a whole word of look-alikes beside a Latin one: АТА, ΑΤΑ
            ("\u{410}\u{422}\u{410} Yılmaz", true),
            ("\u{391}\u{3a4}\u{391} Yılmaz", true),
            ("O'\u{41d}ara", true),
            ("Yılm\u{200b}\u{430}z", true),
            ("Yılm\u{430}\u{301}z", true),
            // wholly in one alphabet, or plainly two names
            ("\u{410}\u{422}\u{410}", false),
            ("Жанна Иванова", false),
            ("Ελένη Παπαδοπούλου", false),
            ("Ромашка Ltd", false),
            ("IŞIL ĞÜÖÇ âîû ÂÎÛ", false),
            ("Ørsted Łódź ß Žluťoučký", false),
            ("M2 5 µm 10 €", false),
            ("45.000,00 TL", false),
            ("", false),
        ];
        for (text, mixed) in table {
            assert_eq!(mixed_alphabet(text), mixed, "{text:?}");
        }
    }

    #[test]
    fn every_look_alike_inside_a_latin_word_is_found() {
        for letter in LOOK_ALIKES.chars() {
            assert!(alphabet(letter) > Some(Alphabet::Latin), "{letter:?}");
            assert!(mixed_alphabet(&format!("Ka{letter}a")), "{letter:?}");
        }
    }

    proptest! {
        #[test]
        fn latin_text_is_never_marked(text in "[a-zA-Z0-9ıİşŞğĞçÇöÖüÜâÂîÎûÛéñøł .,'-]*") {
            prop_assert!(!mixed_alphabet(&text));
        }

        #[test]
        fn one_foreign_letter_in_a_latin_word_is_marked(
            before in "[a-zışğ]{1,8}", letter in "[а-яА-ЯΑ-Ρα-ω]", after in "[a-zışğ]{0,8}",
        ) {
            let text = format!("{before}{letter}{after}");
            prop_assert!(mixed_alphabet(&text));
        }
    }
}
