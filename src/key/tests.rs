use proptest::prelude::*;

use super::*;

fn key(written: &str) -> Key {
    written.parse().unwrap()
}

/// Every spelling of the shipped keymaps, and the canonical form each has.
#[test]
fn spellings_by_table() {
    let table = [
        ("C-l", "C-l", Code::Char('l'), Mods::CTRL),
        ("C-L", "C-l", Code::Char('l'), Mods::CTRL),
        ("M-b", "M-b", Code::Char('b'), Mods::ALT),
        ("M-B", "M-B", Code::Char('B'), Mods::ALT),
        ("S-Tab", "S-Tab", Code::Tab, Mods::SHIFT),
        ("C-i", "Tab", Code::Tab, Mods::NONE),
        ("C-m", "Enter", Code::Enter, Mods::NONE),
        ("C-j", "Enter", Code::Enter, Mods::NONE),
        ("C-h", "Backspace", Code::Backspace, Mods::NONE),
        ("C-[", "Esc", Code::Esc, Mods::NONE),
        ("C-Enter", "C-Enter", Code::Enter, Mods::CTRL),
        ("C-Right", "C-Right", Code::Right, Mods::CTRL),
        ("F1", "F1", Code::F(1), Mods::NONE),
        ("S-F1", "F13", Code::F(13), Mods::NONE),
        ("S-F12", "F24", Code::F(24), Mods::NONE),
        ("S-F13", "S-F13", Code::F(13), Mods::SHIFT),
        ("C-S-F2", "C-F14", Code::F(14), Mods::CTRL),
        ("S-a", "a", Code::Char('a'), Mods::NONE),
        ("?", "?", Code::Char('?'), Mods::NONE),
        ("-", "-", Code::Char('-'), Mods::NONE),
        ("+", "+", Code::Char('+'), Mods::NONE),
        ("C--", "C--", Code::Char('-'), Mods::CTRL),
        ("S", "S", Code::Char('S'), Mods::NONE),
        ("ş", "ş", Code::Char('ş'), Mods::NONE),
        ("İ", "İ", Code::Char('İ'), Mods::NONE),
        ("M-ı", "M-ı", Code::Char('ı'), Mods::ALT),
        ("Space", "Space", Code::Char(' '), Mods::NONE),
        (" ", "Space", Code::Char(' '), Mods::NONE),
        ("C-Space", "C-Space", Code::Char(' '), Mods::CTRL),
        ("<", "<", Code::Char('<'), Mods::NONE),
        ("lt", "<", Code::Char('<'), Mods::NONE),
        ("PA1", "PA1", Code::Pa(1), Mods::NONE),
        ("Pause", "Pause", Code::Pause, Mods::NONE),
        ("C-M-S-Up", "C-M-S-Up", Code::Up, Mods { ctrl: true, alt: true, shift: true }),
        ("S-C-Up", "C-S-Up", Code::Up, Mods { ctrl: true, alt: false, shift: true }),
    ];
    for (written, printed, code, mods) in table {
        let read = key(written);
        assert_eq!((read.code(), read.mods()), (code, mods), "{written}");
        assert_eq!(read.to_string(), printed, "{written}");
    }
}

#[test]
fn mistakes_by_table() {
    let table = [
        ("enter", Some("Enter")),
        ("Entr", Some("Enter")),
        ("Retrun", None),
        ("Escape", None),
        ("ESC", Some("Esc")),
        ("Pgup", Some("PageUp")),
        ("page-up", None),
        ("Ctrl-l", Some("C-l")),
        ("Ctrl+l", Some("C-l")),
        ("c-l", Some("C-l")),
        ("Alt-x", Some("M-x")),
        ("A-x", Some("M-x")),
        ("Shift+Tab", Some("S-Tab")),
        ("ctrl-shift-up", Some("C-S-Up")),
        ("C-rigth", Some("C-Right")),
        ("F25", Some("F2")),
        ("F0", Some("F1")),
        ("f5", Some("F5")),
        ("F01", Some("F1")),
        ("F+1", Some("F1")),
        ("PA4", Some("PA1")),
        ("C-C-l", None),
        ("\u{7}", None),
        ("take-offer", None),
    ];
    for (written, near) in table {
        let told = KeyError::Unknown { name: written.to_owned(), nearest: near.map(str::to_owned) };
        assert_eq!(written.parse::<Key>(), Err(told), "{written}");
    }
    assert_eq!("".parse::<Key>(), Err(KeyError::Empty));
    assert_eq!(
        "Entr".parse::<Key>().unwrap_err().to_string(),
        r#"unknown key "Entr", nearest is "Enter""#,
        "said to an engineer"
    );
}

#[test]
fn sequences_by_table() {
    let table = [
        ("<C-f> f b <Enter>", vec!["C-f", "f", "b", "Enter"]),
        ("<Space> <lt> <", vec![]),
        ("g  g", vec!["g", "g"]),
        ("<C-lt> <M-Space> > <C->>", vec!["C-<", "M-Space", ">", "C->"]),
        ("Ş ı <S-Tab>", vec!["Ş", "ı", "S-Tab"]),
        ("Enter", vec![]),
        ("", vec![]),
    ];
    for (written, keys) in table {
        let keys: Vec<Key> = keys.into_iter().map(key).collect();
        match parse_keys(written) {
            Ok(read) => assert_eq!(read, keys, "{written}"),
            Err(_) => assert!(keys.is_empty() && !written.is_empty(), "{written}"),
        }
    }
    assert_eq!(
        parse_keys("f Enter"),
        Err(KeyError::Unknown { name: "Enter".to_owned(), nearest: Some("<Enter>".to_owned()) })
    );
    assert_eq!(
        parse_keys("<"),
        Err(KeyError::Unknown { name: "<".to_owned(), nearest: Some("<lt>".to_owned()) })
    );
    assert_eq!(parse_keys(&"a ".repeat(KEYS_MAX + 1)), Err(KeyError::TooMany));
    assert_eq!(parse_keys(&"a ".repeat(KEYS_MAX)).map(|keys| keys.len()), Ok(KEYS_MAX));
}

#[test]
fn only_a_plain_character_types() {
    let table = [
        ("a", Some('a')),
        ("Ğ", Some('Ğ')),
        ("Space", Some(' ')),
        ("C-a", None),
        ("M-a", None),
        ("F1", None),
    ];
    for (written, typed) in table {
        assert_eq!(key(written).text(), typed, "{written}");
    }
}

fn any_key() -> impl Strategy<Value = Key> {
    let code = prop_oneof![
        4 => any::<char>().prop_map(Code::Char),
        4 => proptest::char::range(' ', '~').prop_map(Code::Char),
        1 => any::<u8>().prop_map(Code::F),
        1 => any::<u8>().prop_map(Code::Pa),
        4 => proptest::sample::select(NAMES).prop_map(|(_, code)| code),
    ];
    (code, any::<(bool, bool, bool)>())
        .prop_filter_map("no keyboard sends it", |(code, (ctrl, alt, shift))| {
            Key::new(code, Mods { ctrl, alt, shift })
        })
}

proptest! {
    #[test]
    fn what_is_written_is_read_again(keys in proptest::collection::vec(any_key(), 0..20)) {
        for key in &keys {
            prop_assert_eq!(key.to_string().parse::<Key>(), Ok(*key));
            prop_assert_eq!(Key::new(key.code(), key.mods()), Some(*key));
            let stored = serde_json::to_string(key).unwrap();
            prop_assert_eq!(serde_json::from_str::<Key>(&stored).unwrap(), *key);
        }
        prop_assert_eq!(parse_keys(&print_keys(&keys)), Ok(keys));
    }

    #[test]
    fn any_text_is_read_or_refused(written in "\\PC{0,12}") {
        if let Ok(key) = written.parse::<Key>() {
            prop_assert_eq!(key.to_string().parse::<Key>(), Ok(key));
        } else if let Err(KeyError::Unknown { nearest: Some(near), .. }) = written.parse::<Key>() {
            prop_assert!(near.parse::<Key>().is_ok(), "{}", near);
        }
        if let Ok(keys) = parse_keys(&written) {
            prop_assert_eq!(parse_keys(&print_keys(&keys)), Ok(keys));
        }
    }
}
