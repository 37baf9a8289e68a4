use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

use super::*;

#[test]
fn hostile_text_by_table() {
    let table = [
        // escape sequences: title, clipboard, report; 7-bit and 8-bit forms, and a lone ESC
        ("A\u{1b}]0;root\u{7}B", "A�]0;root�B"),
        ("A\u{1b}]52;c;ZXZpbA==\u{1b}\\B", "A�]52;c;ZXZpbA==�\\B"),
        ("\u{1b}[2J\u{1b}[H", "�[2J�[H"),
        ("\u{9b}2J\u{9d}0;x\u{9c}\u{90}", "�2J�0;x��"),
        ("son\u{1b}", "son�"),
        ("A\0B\u{8}C\u{7f}D\u{80}E\u{9f}F", "A�B�C�D�E�F"),
        ("satır\r\niki\nüç\rdört\tbeş", "satır iki üç dört beş"),
        ("bir\u{2028}iki\u{2029}üç\u{85}dört\u{b}\u{c}", "bir iki üç�dört��"),
        ("a\u{a0}b\u{3000}c\u{202f}d\u{2007}e", "a b c d e"),
        // bidi overrides and isolates, zero width, tags, soft hyphen, variation selectors, fillers
        ("1.000\u{202e}000.1\u{202c} TL", "1.000000.1 TL"),
        ("\u{2066}a\u{2067}b\u{2068}c\u{2069}d\u{200e}e\u{200f}f\u{61c}g", "abcdefg"),
        ("a\u{200b}b\u{200c}c\u{200d}d\u{2060}e\u{feff}f\u{34f}g", "abcdefg"),
        ("a\u{e0041}\u{e007f}b\u{ad}c\u{fe0f}d\u{e0100}e\u{3164}f\u{180e}g", "abcdefg"),
        ("Ayşe \u{fff9}x\u{fffb}", "Ayşe x"),
        // wide and stacked
        ("漢字 A", "�� A"),
        ("ＡＢ", "��"),
        ("한국", "��"),
        ("👍🏽 👨\u{200d}👩\u{200d}👧 🇹🇷", "�� ��� ��"),
        ("1\u{fe0f}\u{20e3}", "1"),
        ("\u{301}\u{302}x", "x"),
        ("5\u{335}0\u{338}", "50"),
        // right-to-left, joined and private alphabets
        ("אב 12 سلام", "�� 12 ����"),
        ("١٢٣", "���"),
        ("हिन्दी ไทย", "����� ���"),
        ("\u{e000}\u{f8ff}\u{10ffff}\u{378}", "����"),
        ("𝐀𝒷", "��"),
        // what must stay as it is
        ("İbrahim Işıl ŞĞÇÖÜ şğçöüı âîû ÂÎÛ", "İbrahim Işıl ŞĞÇÖÜ şğçöüı âîû ÂÎÛ"),
        ("Žluťoučký Ørsted Łódź ß Ñandú", "Žluťoučký Ørsted Łódź ß Ñandú"),
        ("Жанна Ελένη Հայ ქართ", "Жанна Ελένη Հայ ქართ"),
        ("─│┬┴┌┐└┘▸✓✗▲·→↑↓–—…▁▂▃▄▅▆▇█ ₺€‰™", "─│┬┴┌┐└┘▸✓✗▲·→↑↓–—…▁▂▃▄▅▆▇█ ₺€‰™"),
        ("", ""),
    ];
    for (text, safe) in table {
        assert_eq!(line(text), safe, "{text:?}");
    }
}

#[test]
fn decomposed_turkish_is_composed() {
    let table = [
        ("I\u{307}", "İ"),
        ("i\u{307}brahi\u{307}m", "ibrahim"),
        ("s\u{327}g\u{306}c\u{327}o\u{308}u\u{308}a\u{302}", "şğçöüâ"),
        ("S\u{327}G\u{306}", "ŞĞ"),
        ("ı\u{307}", "ı\u{307}"),
        ("I\u{200b}\u{307}", "İ"),
    ];
    for (text, safe) in table {
        assert_eq!(line(text), safe, "{text:?}");
    }
}

#[test]
fn ten_thousand_marks_leave_two() {
    let stacked = format!("A{}li", "\u{302}\u{334}".repeat(5_000));
    let safe = line(&stacked);
    assert_eq!(cells(&safe), 3);
    assert!(safe.chars().count() <= 3 + MARKS_MAX, "{safe:?}");
    assert!(safe.ends_with("li"), "{safe:?}");
}

#[test]
fn clips_by_table() {
    let table = [
        ("Işıl Yılmaz", 11, "Işıl Yılmaz"),
        ("Işıl Yılmaz", 10, "Işıl Yılm…"),
        ("Işıl Yılmaz", 1, "…"),
        ("Işıl Yılmaz", 0, ""),
        ("", 0, ""),
        ("", 5, ""),
        ("a\u{335}b\u{335}c\u{335}", 3, "a\u{335}b\u{335}c\u{335}"),
        ("a\u{335}b\u{335}c\u{335}", 2, "a\u{335}…"),
    ];
    for (text, width, clipped) in table {
        assert_eq!(clip(text, width), clipped, "{text:?} {width}");
    }
}

/// Strings of every plane, thick with what an attacker would use.
fn hostile() -> impl Strategy<Value = String> {
    let c = prop_oneof![
        4 => any::<char>(),
        2 => prop::char::range('\0', '\u{24f}'),
        2 => prop::char::range('\u{300}', '\u{36f}'),
        1 => prop::char::range('\u{580}', '\u{8ff}'),
        2 => prop::char::range('\u{2000}', '\u{27bf}'),
        1 => prop::char::range('\u{1f1e6}', '\u{1faff}'),
        2 => prop::sample::select(vec!['i', 'I', 'ı', 'İ', '\u{307}', '\u{345}', '\u{327}', '\u{200d}', '\u{fe0f}', '=']),
    ];
    prop::collection::vec(c, 0..40).prop_map(String::from_iter)
}

proptest! {
    #[test]
    fn a_line_has_only_one_cell_characters_and_marks(text in hostile()) {
        let safe = line(&text);
        prop_assert!(!safe.chars().any(char::is_control), "{:?}", safe);
        prop_assert!(!safe.chars().any(is_invisible), "{:?}", safe);
        let bases = safe.chars().filter(|c| !is_mark(*c));
        prop_assert!(bases.clone().all(|c| c.width() == Some(1)), "{:?}", safe);
        prop_assert_eq!(cells(&safe), bases.count());
        // the screen library measures by whole strings and by letters; both must agree with us
        prop_assert_eq!(UnicodeWidthStr::width(safe.as_str()), cells(&safe));
        prop_assert!(letters(&safe).all(|letter| UnicodeWidthStr::width(letter) == 1), "{:?}", safe);
    }

    #[test]
    fn no_letter_carries_more_marks_than_allowed(text in hostile()) {
        let safe = line(&text);
        let most = safe.split(|c| !is_mark(c)).map(|marks| marks.chars().count()).max();
        prop_assert!(most <= Some(MARKS_MAX), "{:?}", safe);
    }

    #[test]
    fn a_line_is_idempotent(text in hostile()) {
        let safe = line(&text);
        prop_assert_eq!(line(&safe), safe);
    }

    #[test]
    fn turkish_text_is_untouched(text in "[a-zA-Z0-9ıİşŞğĞçÇöÖüÜâÂîÎûÛ .,;:'()/%+-]*") {
        prop_assert_eq!(line(&text), text);
    }

    #[test]
    fn a_clip_fits_and_says_that_it_cut(text in hostile(), width in 0_usize..30) {
        let safe = line(&text);
        let clipped = clip(&safe, width);
        prop_assert!(cells(&clipped) <= width);
        if cells(&safe) <= width {
            prop_assert_eq!(clipped, safe);
        } else if width > 0 {
            prop_assert_eq!(cells(&clipped), width);
            prop_assert!(safe.starts_with(clipped.strip_suffix('…').expect("cut")));
        }
    }
}
