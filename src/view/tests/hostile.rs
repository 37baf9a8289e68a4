//! Text that customers and files bring.

use proptest::prelude::*;

use super::*;

/// Text that a customer, a file or an attacker may bring.
fn hostile() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("\u{1b}]52;c;aGFja2Vk\u{7}DENİZ".to_owned()),
        Just("\u{1b}[2J\u{9b}31m".to_owned()),
        Just("Ali\u{202e}ZYX\u{2066}\u{200b}\u{200d}".to_owned()),
        Just(format!("A{}", "\u{301}".repeat(10_000))),
        Just("👩‍👩‍👧‍👦🏳️‍🌈 漢字テスト".to_owned()),
        Just("a\0b\r\nc\td\u{7f}".to_owned()),
        Just("x".repeat(5_000)),
        "\\PC{0,40}",
        any::<String>(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn hostile_text_moves_nothing(text in hostile(), width in 40_u16..140, height in 10_u16..50) {
        let mut screen = deniz(Touchpoint::CallCenter);
        screen.header.name = Some(text.clone());
        screen.header.address = Some(said(&text, &text));
        screen.header.branch = Some(text.clone());
        screen.header.operator.0 = text.clone();
        screen.segments = vec![said(&text, &text)];
        screen.alerts[0].text = said(&text, &text);
        screen.alerts[1].id = text.clone();
        screen.call_reasons = Shown::Known(vec![CallReason { text: said(&text, &text), full: None }]);
        screen.complaints.lines = Shown::Known(vec![complaint(1, "2026-11-02", &text, None)]);
        screen.freshness[0].source.0 = text.clone();

        let clean = |line: &str| line.chars().all(|c| !c.is_control() && !is_format(c));
        for glyphs in [Glyphs::Unicode, Glyphs::Latin5, Glyphs::Ascii] {
            let drawn = text_screen(&screen, Lang::Tr, (width, height), glyphs);
            for line in drawn.lines() {
                prop_assert!(clean(line), "{line:?}");
                prop_assert!(crate::text::safe::cells(line) <= usize::from(width), "{line:?}");
            }
        }
        prop_assert!(plain(&screen, Lang::En).lines().all(clean));

        // amounts and divider stay where they are whatever stands around them
        let drawn = text_screen(&screen, Lang::Tr, SMALL, Glyphs::Unicode);
        let plain_screen = text_screen(&deniz(Touchpoint::CallCenter), Lang::Tr, SMALL, Glyphs::Unicode);
        for (hostile, calm) in drawn.lines().zip(plain_screen.lines()).skip(4).take(6) {
            prop_assert_eq!(first_cells(hostile, 40), first_cells(calm, 40));
        }
    }
}

/// Bidi controls and zero-width characters.
fn is_format(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn first_cells(line: &str, cells: usize) -> String {
    line.chars().take(cells).collect()
}
