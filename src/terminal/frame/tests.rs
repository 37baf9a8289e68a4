use proptest::prelude::*;
use ratatui::{
    layout::Rect,
    style::{Color, Modifier, Style as Look},
};

use super::*;
use crate::{
    terminal::{
        charset::Charset,
        profile::{ALL, Colours, Glyphs},
    },
    text::safe,
};

mod abilities;
mod drawings;
mod emulator;

use abilities::only_what_it_understands;
use drawings::{CUSTOMER, CUSTOMER_ASCII, START};
use emulator::Emulator;

fn xterm() -> Profile {
    Profile::from_term("xterm-256color", false)
}

/// A drawing as a buffer: titles bold, as the one screen has them.
fn buffer(drawing: &str, width: u16, height: u16) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
    for (y, line) in (0..height).zip(drawing.lines()) {
        buffer.set_string(0, y, line, Look::new());
    }
    for word in ["DENİZ HANIM Y*****Z", "ÖZET", "UYARILAR", "TEKLİFLER", "ŞİKÂYETLER", "!!"] {
        for (y, line) in (0..height).zip(drawing.lines()) {
            if let Some((before, _)) = line.split_once(word) {
                let x = u16::try_from(before.chars().count()).unwrap();
                buffer.set_string(x, y, word, Look::new().add_modifier(Modifier::BOLD));
            }
        }
    }
    buffer
}

fn draw(frame: &mut Frame, buffer: &Buffer, cursor: Option<(u16, u16)>) -> Vec<u8> {
    let mut out = b"kept".to_vec();
    frame.draw(buffer, cursor, &mut out);
    out.strip_prefix(b"kept").unwrap().to_vec()
}

#[test]
fn moving_the_selection_takes_few_bytes() {
    let mut frame = Frame::new(xterm());
    let mut shown = buffer(CUSTOMER, 80, 24);
    let mut emulator = Emulator::new(&xterm(), 80, 24);
    emulator.write(&draw(&mut frame, &shown, Some((1, 13))));
    for (from, to) in [(13_u16, 14_u16), (14, 15), (15, 14), (14, 13), (13, 15), (15, 5), (5, 13)] {
        shown[(1, from)].set_symbol(" ");
        shown[(1, to)].set_symbol("▸");
        let bytes = draw(&mut frame, &shown, Some((1, to)));
        let most = if from.abs_diff(to) == 1 { 15 } else { 24 };
        assert!(bytes.len() <= most, "{from} to {to}: {}", bytes.escape_ascii());
        emulator.write(&bytes);
        emulator.check(&shown, Some((1, to)), &xterm());
    }
}

#[test]
fn an_unchanged_frame_takes_none() {
    for profile in ALL {
        let mut frame = Frame::new(profile);
        let shown = buffer(CUSTOMER, 80, 24);
        assert!(!draw(&mut frame, &shown, Some((1, 13))).is_empty());
        for _ in 0..3 {
            assert_eq!(draw(&mut frame, &shown, Some((1, 13))), b"");
        }
        let moved = draw(&mut frame, &shown, Some((2, 13)));
        assert!(moved.len() <= 3, "{}", moved.escape_ascii());
        draw(&mut frame, &shown, None);
        assert_eq!(draw(&mut frame, &shown, None), b"");
    }
}

#[test]
fn a_customer_is_opened_within_the_budget() {
    let mut frame = Frame::new(xterm());
    let all = draw(&mut frame, &buffer(CUSTOMER, 80, 24), Some((1, 13))).len();
    let back = draw(&mut frame, &buffer(START, 80, 24), Some((1, 4))).len();
    let open = draw(&mut frame, &buffer(CUSTOMER, 80, 24), Some((1, 13))).len();
    assert!(all <= 2_400 && open <= 2_400 && back <= 1_700, "all {all}, back {back}, open {open}");
    let mut thin = Frame::new(Profile::from_term("vt220", false));
    let thin = draw(&mut thin, &buffer(CUSTOMER, 80, 24), Some((1, 13))).len();
    assert!(thin <= 1_900, "vt220 {thin}");
}

#[test]
fn plain_marks_and_lines_are_as_drawn() {
    let profile = xterm().with_glyphs(Glyphs::Ascii);
    let mut emulator = Emulator::new(&profile, 80, 24);
    emulator.write(&draw(&mut Frame::new(profile), &buffer(CUSTOMER, 80, 24), None));
    let seen: Vec<String> = emulator.parser.screen().rows(0, 80).collect();
    let drawn: Vec<&str> = CUSTOMER_ASCII.lines().collect();
    assert_eq!(seen.iter().map(|row| row.trim_end()).collect::<Vec<_>>(), drawn);
}

#[test]
fn a_dumb_terminal_gets_lines() {
    let mut frame = Frame::new(Profile::from_term("dumb", false));
    let bytes = draw(&mut frame, &buffer(" ŞİKÂYET ▸\n────\n\nson  ", 12, 6), Some((0, 0)));
    assert_eq!(bytes.escape_ascii().to_string(), r" SIKAYET >\r\n----\r\n\r\nson\r\n");
    assert_eq!(frame.profile().enter(), b"");
    assert_eq!(frame.profile().leave(), b"\r\n");
}

#[test]
fn who_wrote_between_is_drawn_over() {
    let shown = buffer(CUSTOMER, 80, 24);
    for term in ["xterm", "vt220", "vt100", "linux"] {
        let profile = Profile::from_term(term, false);
        let mut frame = Frame::new(profile.clone());
        let mut emulator = Emulator::new(&profile, 80, 24);
        emulator.write(&profile.enter());
        emulator.write(&draw(&mut frame, &shown, Some((1, 13))));
        emulator.write(b"\x1b[7;31;42mnonsense\x1b[2;2H\x0eqqq\r\n");
        frame.invalidate();
        emulator.write(&draw(&mut frame, &shown, Some((1, 13))));
        emulator.check(&shown, Some((1, 13)), &profile);
        emulator.write(&profile.leave());
        let screen = emulator.parser.screen();
        assert!(!screen.alternate_screen() && !screen.bracketed_paste() && !screen.hide_cursor());
        assert!(!screen.inverse() && !screen.bold() && !emulator.shifted);
    }
}

#[test]
fn a_resize_draws_anew() {
    let mut frame = Frame::new(xterm());
    draw(&mut frame, &buffer(CUSTOMER, 80, 24), Some((79, 23)));
    for (width, height) in [(60, 20), (132, 43), (40, 10), (1, 1), (80, 24)] {
        let shown = buffer(CUSTOMER, width, height);
        let mut emulator = Emulator::new(&xterm(), width, height);
        emulator.write(&draw(&mut frame, &shown, Some((200, 200))));
        emulator.check(&shown, Some((width - 1, height - 1)), &xterm());
    }
    assert_eq!(draw(&mut frame, &Buffer::empty(Rect::new(0, 0, 0, 0)), None), b"");
}

fn any_look() -> impl Strategy<Value = Look> {
    let colour = || {
        prop_oneof![
            4 => Just(Color::Reset),
            2 => prop_oneof![Just(Color::Red), Just(Color::White), Just(Color::DarkGray)],
            1 => any::<u8>().prop_map(Color::Indexed),
            1 => any::<(u8, u8, u8)>().prop_map(|(r, g, b)| Color::Rgb(r, g, b)),
        ]
    };
    let plain = Just(Look::new());
    let styled = (colour(), colour(), any::<u16>()).prop_map(|(fg, bg, bits)| {
        Look::new().fg(fg).bg(bg).add_modifier(Modifier::from_bits_truncate(bits))
    });
    prop_oneof![3 => plain, 1 => styled]
}

type Stroke = (u16, u16, String, Look);

fn any_stroke() -> impl Strategy<Value = Stroke> {
    let text = prop_oneof![
        4 => "[a-zşığİ .0-9]{1,12}",
        2 => "[ ]{1,30}",
        2 => "[─│┬┴═╔▸✓·]{1,30}",
        // what reaches a screen was made safe: one cell a letter
        1 => "\\PC{1,8}".prop_map(|text| safe::line(&text)),
        1 => "s\u{327}{1,2}[漢😀x]{0,3}\u{200b}?",
    ];
    (0..80_u16, 0..24_u16, text, any_look())
}

fn strike(buffer: &mut Buffer, strokes: &[Stroke]) {
    let area = buffer.area;
    for (x, y, text, look) in strokes {
        buffer.set_string(x % area.width, y % area.height, text, *look);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    /// Three frames after each other, on every kind of terminal: what is seen is what was drawn, nothing is
    /// sent that the terminal does not know, a frame is never longer than drawing it anew, and one that did
    /// not change takes no byte.
    #[test]
    fn what_is_seen_is_what_was_drawn(
        size in prop_oneof![Just((80_u16, 24_u16)), (1..20_u16, 1..6_u16)],
        frames in proptest::collection::vec(
            (any::<bool>(), proptest::collection::vec(any_stroke(), 0..12), proptest::option::of((0..80_u16, 0..24_u16))),
            3,
        ),
        kind in 0..8_usize,
        no_color: bool,
    ) {
        let profile = match ALL.get(kind) {
            Some(kind) if no_color => Profile { colours: Colours::None, ..kind.clone() },
            Some(kind) => kind.clone(),
            None => Profile::from_term("vt220", false).with_charset(Charset::Latin5),
        };
        let (width, height) = size;
        let mut frame = Frame::new(profile.clone());
        let mut emulator = Emulator::new(&profile, width, height);
        let mut shown = Buffer::empty(Rect::new(0, 0, width, height));
        for (clear, strokes, cursor) in frames {
            if clear {
                shown.reset();
            }
            strike(&mut shown, &strokes);
            let cursor = cursor.map(|(x, y)| (x % width, y % height));
            let bytes = draw(&mut frame, &shown, cursor);
            only_what_it_understands(&profile, &bytes);
            let anew = draw(&mut Frame::new(profile.clone()), &shown, cursor);
            prop_assert!(bytes.len() <= anew.len(), "{} over {}", bytes.len(), anew.len());
            prop_assert_eq!(draw(&mut frame, &shown, cursor), b"");
            if profile.addressing {
                emulator.write(&bytes);
                emulator.check(&shown, cursor, &profile);
            }
        }
        only_what_it_understands(&profile, &profile.enter());
        only_what_it_understands(&profile, &profile.leave());
    }
}
