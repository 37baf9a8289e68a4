use proptest::prelude::*;

use super::*;
use crate::key::{parse_keys, print_keys};

/// What the bytes mean, in the notation of key sequences; a paste stands in quotes.
fn said(inputs: &[Input]) -> String {
    let one = |input: &Input| match input {
        Input::Key(key) => print_keys(&[*key]),
        Input::Paste(text) => format!("{text:?}"),
    };
    inputs.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn decode(mut decoder: Decoder, bytes: &[u8], packet: usize) -> String {
    let mut out = Vec::new();
    for bytes in bytes.chunks(packet) {
        decoder.push(bytes, &mut out);
    }
    decoder.flush(&mut out);
    assert!(!decoder.pending());
    said(&out)
}

fn utf8() -> Decoder {
    Decoder::new(Charset::Utf8, false)
}

#[test]
fn keyboards_by_table() {
    let table: &[(&str, &[u8], &str)] = &[
        ("letters", "aZ ışĞİ€<".as_bytes(), "a Z <Space> ı ş Ğ İ € <lt>"),
        ("controls", b"\x00\x01\x0c\x1a\x1c\x1d\x1e\x1f", "<C-Space> <C-a> <C-l> <C-z> <C-\\> <C-]> <C-^> <C-_>"),
        ("named bytes", b"\t\r\n\x08\x7f", "<Tab> <Enter> <Enter> <Backspace> <Backspace>"),
        ("lone Esc", b"\x1b", "<Esc>"),
        ("Esc twice", b"\x1b\x1b", "<Esc> <Esc>"),
        ("Alt", "\x1bb\x1bB\x1bş\x1b1\x1b\x7f\x1b\r\x1b\x01".as_bytes(), "<M-b> <M-B> <M-ş> <M-1> <M-Backspace> <M-Enter> <C-M-a>"),
        ("Alt with openers", b"\x1bP", "<M-P>"),
        ("Alt with openers", b"\x1b]", "<M-]>"),
        ("Alt with openers of keys", b"\x1b[", ""),
        ("Alt with openers of keys", b"\x1bO", ""),
        ("arrows", b"\x1b[A\x1b[B\x1b[C\x1b[D\x1bOA\x1bOB\x1bOC\x1bOD", "<Up> <Down> <Right> <Left> <Up> <Down> <Right> <Left>"),
        ("arrows held", b"\x1b[1;5C\x1b[1;2A\x1b[1;3D\x1b[1;8B\x1bO5C", "<C-Right> <S-Up> <M-Left> <C-M-S-Down> <C-Right>"),
        ("arrows of rxvt", b"\x1bOa\x1bOd\x1b[a\x1b[c\x1b\x1b[A\x1b\x1bOB", "<C-Up> <C-Left> <S-Up> <S-Right> <M-Up> <M-Down>"),
        ("editing", b"\x1b[1~\x1b[2~\x1b[3~\x1b[4~\x1b[5~\x1b[6~\x1b[7~\x1b[8~", "<Home> <Insert> <Delete> <End> <PageUp> <PageDown> <Home> <End>"),
        ("editing, xterm", b"\x1b[H\x1b[F\x1bOH\x1bOF\x1b[1;5H\x1b[3;5~\x1b[5;2~", "<Home> <End> <Home> <End> <C-Home> <C-Delete> <S-PageUp>"),
        ("editing, rxvt", b"\x1b[5^\x1b[6$\x1b[3@", "<C-PageUp> <S-PageDown> <C-S-Delete>"),
        ("back-tab", b"\x1b[Z\x1b\x1b[Z", "<S-Tab> <M-S-Tab>"),
        ("middle key", b"\x1b[E\x1bOE\x1b[P", "<Clear> <Clear> <Pause>"),
        ("F, xterm", b"\x1bOP\x1bOQ\x1bOR\x1bOS\x1b[15~\x1b[17~\x1b[18~\x1b[19~\x1b[20~\x1b[21~\x1b[23~\x1b[24~", "<F1> <F2> <F3> <F4> <F5> <F6> <F7> <F8> <F9> <F10> <F11> <F12>"),
        ("F with shift, xterm", b"\x1b[1;2P\x1b[1;2R\x1b[15;2~\x1b[24;2~\x1bO2P", "<F13> <F15> <F17> <F24> <F13>"),
        ("F with control", b"\x1b[1;5P\x1b[24;5~\x1b[11^\x1b[28;5~", "<C-F1> <C-F12> <C-F1> <C-F15>"),
        ("F, rxvt and PuTTY", b"\x1b[11~\x1b[12~\x1b[13~\x1b[14~\x1b[15~", "<F1> <F2> <F3> <F4> <F5>"),
        ("F, console and PuTTY in Linux mode", b"\x1b[[A\x1b[[B\x1b[[C\x1b[[D\x1b[[E\x1b[17~", "<F1> <F2> <F3> <F4> <F5> <F6>"),
        ("F, PuTTY in VT100+ mode", b"\x1bOP\x1bOT\x1bOU\x1bOV\x1bOW\x1bOX\x1bOY\x1bOZ\x1bO[", "<F1> <F5> <F6> <F7> <F8> <F9> <F10> <F11> <F12>"),
        ("F13 to F20, vt220 and console", b"\x1b[25~\x1b[26~\x1b[28~\x1b[29~\x1b[31~\x1b[32~\x1b[33~\x1b[34~", "<F13> <F14> <F15> <F16> <F17> <F18> <F19> <F20>"),
        ("keypad", b"\x1bOp\x1bOq\x1bOy\x1bOM\x1bOm\x1bOl\x1bOn\x1bOj\x1bOk\x1bOo", "0 1 9 <Enter> - , . * + /"),
        ("other keys", b"\x1b[27;5;13~\x1b[13;5u\x1b[97;5u\x1b[97;2u\x1b[98;3u", "<C-Enter> <C-Enter> <C-a> A <M-b>"),
        ("releases and foreign modifiers", b"\x1b[97;1:3u\x1b[97;9u\x1b[57441u", ""),
        ("unknown sequences", b"\x1b[?62;1;2c\x1b[>1;10;0c\x1b[99~\x1b[5;10R\x1b[0n\x1b[?1;2$y\x1b[12;2$y\x1b[I\x1b[O\x1bOz\x1b[[Qx", "x"),
        ("answers", b"\x1b]11;rgb:1/2/3\x07\x1bP>|xterm(1)\x1b\\\x1b_G\x1b\\x", "x"),
        ("mouse", b"\x1b[<0;10;5M\x1b[<0;10;5m\x1b[M !!\x1b[35;0;0Mx", "x"),
        ("cut short", b"\x1b[1;\x1b[A\x1b[12\rb\x1bO\x01\x1b]x\rc", "<Up> <Enter> b <C-a> <Enter> c"),
        ("broken UTF-8", b"\xc5a\xffb\xe2\x82c\xc0\x80\x9bA\xed\xa0\x80d", "a b c A d"),
        ("paste", b"a\x1b[200~x\r\ny\rz\t\x1b[A\x07q\x1b[20\x1b[201~b", r#"a "x\ny\nz\t[Aq[20" b"#),
        ("paste of letters", "\x1b[200~IŞIL ışıl\x1b[201~".as_bytes(), r#""IŞIL ışıl""#),
        ("paste of broken letters", b"\x1b[200~a\xffb\xc5\x1b[201~c", r#""ab" c"#),
        ("end of no paste", b"\x1b[201~a", "a"),
    ];
    for (keyboard, bytes, keys) in table {
        for packet in [usize::MAX, 1, 2, 3, 5] {
            assert_eq!(decode(utf8(), bytes, packet), *keys, "{keyboard}, {packet}");
        }
    }
}

#[test]
fn eight_bit_terminals_by_table() {
    let table: &[(Charset, &[u8], &str)] = &[
        (Charset::Latin5, b"\xfe\xfd\xf0\xde\xdd\xd0\xfc", "ş ı ğ Ş İ Ğ ü"),
        (Charset::Latin5, b"\x1b\xfe", "<M-ş>"),
        (Charset::Latin5, b"\x9b15~\x8fP\x84a", "<F5> <F1> a"),
        (Charset::Latin5, b"\x1b[200~\xfea\x9b\x1b[201~", "\"şa\""),
        (Charset::Ascii, b"a\xfe\xc5\x9fb", "a b"),
        (Charset::Ascii, b"\x1b[200~a\xfeb\x1b[201~", "\"ab\""),
    ];
    for (charset, bytes, keys) in table {
        for packet in [usize::MAX, 1] {
            assert_eq!(decode(Decoder::new(*charset, false), bytes, packet), *keys, "{bytes:?}");
        }
    }
}

#[test]
fn digits_after_esc_are_function_keys() {
    let keys = "<F1> <F9> <F10> a 1 <M-b> <Up>";
    let bytes = b"\x1b1\x1b9\x1b0a1\x1bb\x1b[A";
    assert_eq!(decode(Decoder::new(Charset::Ascii, true), bytes, 1), keys);
}

#[test]
fn only_a_beginning_wants_a_timer() {
    let table: &[(&[u8], bool)] = &[
        (b"", false),
        (b"a", false),
        (b"\x1b", true),
        (b"\x1b\x1b", true),
        (b"\x1b[", true),
        (b"\x1bO", true),
        (b"\x1b]", true),
        (b"\x1b]11", true),
        (b"\x1b[1;", false),
        (b"\x1b[A", false),
        (b"\xc5", false),
        (b"\x1b[200~abc", false),
    ];
    for (bytes, wanted) in table {
        let mut decoder = utf8();
        decoder.push(bytes, &mut Vec::new());
        assert_eq!(decoder.pending(), *wanted, "{bytes:?}");
    }
}

#[test]
fn a_slow_link_splits_a_key_after_its_parameters() {
    let mut decoder = utf8();
    let mut out = Vec::new();
    for packet in [b"\x1b[1".as_slice(), b";5", b"C", b"\xc5", b"\x9f"] {
        decoder.push(packet, &mut out);
        decoder.flush(&mut out);
    }
    assert_eq!(said(&out), "<C-Right> ş");
}

#[test]
fn a_large_paste_is_one_piece_and_leaves_nothing_behind() {
    let mut bytes = b"\x1b[200~".to_vec();
    bytes.extend("ş[1\r".repeat(1024 * 1024 / 5).as_bytes());
    bytes.extend(b"\x1b[201~x");
    let mut decoder = utf8();
    let mut out = Vec::new();
    decoder.push(&bytes, &mut out);
    let [Input::Paste(text), Input::Key(_)] = out.as_slice() else {
        panic!("{} inputs", out.len());
    };
    assert!(text.len() <= PASTE_MAX && text.len() > PASTE_MAX - 5, "{}", text.len());
    assert!(text.starts_with("ş[1\nş[1\n"));
    assert_eq!(decoder.paste.held(), 0);
}

/// Bytes of a fixed generator, half of them from the alphabet of sequences.
fn noise(length: usize) -> Vec<u8> {
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = || {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed.to_le_bytes()
    };
    let alphabet = b"\x1b\x1b\x1b[[[OO]P0123;;:~$^ABMRu<?\xc5\x9f\x9b";
    (0..length)
        .map(|_| {
            let [random, which, index, ..] = next();
            if which.is_multiple_of(2) { random } else { alphabet[usize::from(index) % alphabet.len()] }
        })
        .collect()
}

#[test]
fn five_megabytes_of_noise_are_keys_and_little_is_held() {
    let bytes = noise(5 * 1024 * 1024);
    for (charset, length) in [(Charset::Utf8, bytes.len()), (Charset::Latin5, 65536), (Charset::Ascii, 65536)]
    {
        let mut decoder = Decoder::new(charset, false);
        let mut keys = 0;
        let mut out = Vec::new();
        for packet in bytes[..length].chunks(4096) {
            decoder.push(packet, &mut out);
            keys += out.len();
            out.clear();
            decoder.flush(&mut out);
            assert!(decoder.held.len() <= FRAME_MAX + 1 && decoder.paste.held() <= 2 * PASTE_MAX);
        }
        assert!(keys > 1000, "{keys}");
    }
}

proptest! {
    #[test]
    fn packets_may_end_anywhere(
        bytes in proptest::collection::vec(
            prop_oneof![any::<u8>(), proptest::sample::select(&b"\x1b[O]P01;~$ABMRu\xc5\x9f"[..])],
            0..80,
        ),
        cut in 0..80_usize,
        latin5: bool,
    ) {
        let charset = if latin5 { Charset::Latin5 } else { Charset::Utf8 };
        let whole = decode(Decoder::new(charset, latin5), &bytes, usize::MAX);
        let mut decoder = Decoder::new(charset, latin5);
        let mut out = Vec::new();
        let (left, right) = bytes.split_at(cut.min(bytes.len()));
        decoder.push(left, &mut out);
        decoder.push(right, &mut out);
        decoder.flush(&mut out);
        prop_assert_eq!(said(&out), &*whole);
        prop_assert_eq!(decode(Decoder::new(charset, latin5), &bytes, 1), whole);
    }

    #[test]
    fn typed_text_arrives(text in "[ -~ığüşöçİĞÜŞÖÇâî€]{0,40}") {
        let keys: String = text.chars().map(|c| print_keys(&[Key::new(Code::Char(c), Mods::NONE).unwrap()]) + " ").collect();
        prop_assert_eq!(decode(utf8(), text.as_bytes(), 1), print_keys(&parse_keys(&keys).unwrap()));
    }
}

/// A paste whose end never comes: what came of it is dropped, and keys are keys again.
#[test]
fn a_paste_without_an_end_is_dropped_whole() {
    let mut decoder = Decoder::new(Charset::Utf8, false);
    let mut out = Vec::new();
    decoder.push(b"\x1b[200~1q\r\x04", &mut out);
    assert!(decoder.pasting() && !decoder.pending());
    decoder.push(b"12", &mut out);
    decoder.flush(&mut out);
    assert_eq!((out.as_slice(), decoder.pasting(), decoder.paste.held()), (&[][..], false, 0));
    // its end was only late: nothing of the rest is a key
    decoder.push(b"34\x1b[201~", &mut out);
    assert_eq!(out, []);
    decoder.push(b"5", &mut out);
    assert_eq!(out.len(), 1);
    decoder.push(b"\x1b[200~ab\x1b[201~", &mut out);
    assert_eq!(out.last(), Some(&Input::Paste("ab".to_owned())));
}
