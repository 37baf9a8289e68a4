use super::*;

#[test]
fn terms_by_table() {
    let table = [
        ("xterm-256color", "xterm-256color", Colours::Many, Charset::Utf8),
        ("xterm", "xterm", Colours::Eight, Charset::Utf8),
        ("xterm-kitty", "xterm-256color", Colours::Many, Charset::Utf8),
        ("tmux-256color", "xterm-256color", Colours::Many, Charset::Utf8),
        ("screen", "xterm", Colours::Eight, Charset::Utf8),
        ("rxvt-unicode-256color", "xterm-256color", Colours::Many, Charset::Utf8),
        ("putty", "putty", Colours::Eight, Charset::Utf8),
        ("putty-256color", "putty", Colours::Many, Charset::Utf8),
        ("linux", "linux", Colours::Eight, Charset::Utf8),
        ("vt220", "vt220", Colours::None, Charset::Ascii),
        ("vt420", "vt220", Colours::None, Charset::Ascii),
        ("vt100", "vt100", Colours::None, Charset::Ascii),
        ("vt102", "vt100", Colours::None, Charset::Ascii),
        ("ansi", "vt100", Colours::None, Charset::Ascii),
        ("dumb", "dumb", Colours::None, Charset::Ascii),
        ("", "dumb", Colours::None, Charset::Ascii),
    ];
    for (term, name, colours, charset) in table {
        let profile = Profile::from_term(term, false);
        assert_eq!((profile.name, profile.colours, profile.charset), (name, colours, charset), "{term}");
        assert_eq!(Profile::from_term(term, true), Profile { colours: Colours::None, ..profile });
    }
}

#[test]
fn switches_keep_what_the_terminal_can_show() {
    let table = [
        ("xterm", Charset::Utf8, Glyphs::Unicode, "▸ ─ Ş"),
        ("xterm", Charset::Utf8, Glyphs::Ascii, "> - Ş"),
        ("xterm", Charset::Latin5, Glyphs::Unicode, "> ─ Ş"),
        ("xterm", Charset::Ascii, Glyphs::Unicode, "> ─ S"),
        ("vt220", Charset::Ascii, Glyphs::Ascii, "> ─ S"),
        ("vt220", Charset::Latin5, Glyphs::Unicode, "> ─ Ş"),
        ("dumb", Charset::Ascii, Glyphs::Unicode, "> - S"),
    ];
    for (term, charset, glyphs, shown) in table {
        let profile = Profile::from_term(term, false).with_charset(charset).with_glyphs(glyphs);
        let seen: String = "▸ ─ Ş".chars().map(|c| profile.shown(c)).collect();
        assert_eq!(seen, shown, "{term} {charset:?} {glyphs:?}");
        assert_eq!(profile.lines == Lines::Dec, charset != Charset::Utf8 && term != "dumb", "{term}");
    }
    let linux: String = "▸ ─ Ş ✓".chars().map(|c| Profile::from_term("linux", false).shown(c)).collect();
    assert_eq!(linux, "> ─ Ş +");
}

#[test]
fn a_digit_after_esc_has_time() {
    assert_eq!(Profile::from_term("xterm", false).escape_wait_ms(50), 50);
    assert_eq!(Profile::from_term("vt100", false).escape_wait_ms(50), ESCAPE_DIGIT_WAIT_MS);
}
