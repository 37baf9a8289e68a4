//! An agent at the workstation: the real program in a terminal, keys in, screen and bytes out.

use std::{process::Command, time::Duration};

use crate::{
    terminal::{Shown, Terminal},
    world::{World, sample, text},
};

/// A customer of the sample with something in every pane.
const CUSTOMER: &str = "10014017";

/// A bank that holds the sample.
fn bank() -> World {
    let world = World::new();
    world.run(&["import", "warehouse", text(&sample())]).good();
    world
}

/// The start screen of an open bank whose search is ready.
fn start(world: &World, args: &[&str]) -> Terminal {
    let terminal = Terminal::start(world, args);
    terminal.until("the open bank", |shown| {
        let text = shown.text();
        (text.contains("ARA") || text.contains("ÖZET")) && !text.contains("Banka açılıyor")
    });
    terminal
}

fn opened(shown: &Shown) -> bool {
    shown.text().contains("ÖZET") && shown.text().contains("ŞİKÂYETLER")
}

fn open(terminal: &mut Terminal) {
    terminal.press(format!("/{CUSTOMER}\r").as_bytes());
    terminal.until("the customer", opened);
}

/// The store is whole and nobody holds it.
fn verify(world: &World) {
    let (code, found) = world.json(&["verify"]);
    assert_eq!(code, 0, "{found}");
}

#[test]
fn find_open_look_around_and_leave() {
    let world = bank();
    let mut terminal = start(&world, &[]);
    open(&mut terminal);
    terminal.press(b"\x1b[23~");
    terminal.until_text("SUMMARY");
    terminal.press(b"?");
    terminal.until_text("Keys work here too");
    terminal.press(b"\x1b[23~");
    terminal.until_text("Tuşlar burada da çalışır");
    // keys act while help is open
    terminal.press(b"gu");
    terminal.until("the alerts", |shown| shown.under_cursor() == "▸" && shown.cursor().1 == 40);
    terminal.press(b"e");
    terminal.until_text("Kural ");
    terminal.press(b"\x1b");
    terminal.until("the alerts again", |shown| !shown.text().contains("Kural ") && opened(shown));
    terminal.press(b":");
    terminal.until_text("KOMUT");
    terminal.press("şikâyetlere\r".as_bytes());
    terminal.until("the complaints", |shown| !shown.text().contains("KOMUT") && shown.cursor().0 >= 19);
    // a search by name, from the customer's screen
    terminal.press("/zzzzzz".as_bytes());
    terminal.until_text("zzzzzz_");
    terminal.press(b"\x1b");
    terminal.until("the customer again", opened);
    terminal.press(b"q");
    terminal.until("the start screen", |shown| shown.row(2).contains("ARA") && !opened(shown));
    terminal.press(b"\x04\x04");
    assert_eq!(terminal.end(), 0);
    verify(&world);
}

#[test]
fn an_iban_typed_with_spaces_opens_its_owner() {
    let world = bank();
    let mut terminal = start(&world, &[]);
    terminal.press(b"/TR51 0099 9000");
    terminal.until_text("IBAN tam yazılmalı");
    terminal.press(b" 0000 0100 1401 71");
    terminal.until("the hit", |shown| shown.row(4).contains("▸ DENİZ") && shown.row(2).contains("1 kişi"));
    terminal.press(b"\r");
    terminal.until("the customer", opened);
    terminal.press(b"\x04\x04");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn who_speaks_for_a_company_is_one_key_away() {
    let world = World::filled();
    let mut terminal = start(&world, &["10030011"]);
    terminal.until_text("Yetkililer 3 NURCAN");
    terminal.press(b"gy");
    terminal.until_text("YETKİLİLER");
    terminal.until("all three", |shown| {
        let text = shown.text();
        ["NURCAN Ö*****I", "LEVENT S******A", "IŞIL Ü*****İ", "Şirket müdürü", "imza yetkili"]
            .iter()
            .all(|word| text.contains(word))
    });
    terminal.press(b"\x1b[23~");
    terminal.until("the same in English", |shown| {
        shown.text().contains("PEOPLE") && shown.text().contains("Managing director")
    });
    terminal.press(b"\x04\x04");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn bytes_of_each_key_are_few() {
    let world = bank();
    let mut terminal = start(&world, &[]);
    terminal.press(format!("/{CUSTOMER}").as_bytes());
    terminal.until("the hit", |shown| shown.row(4).contains("▸ DENİZ") && shown.row(2).contains("1 kişi"));
    let open = terminal.bytes_of(b"\r", |shown| opened(shown) && shown.under_cursor() == "▸");
    let first = terminal.see(Shown::cursor);
    let offer = terminal.bytes_of(b"\x1b[B", |shown| shown.cursor() == (first.0 + 1, first.1));
    let to_alerts = terminal.bytes_of(b"gu", |shown| shown.cursor() == (4, 40));
    let down = terminal.bytes_of(b"\x1b[B", |shown| shown.cursor() == (5, 40));
    let up = terminal.bytes_of(b"\x1b[A", |shown| shown.cursor() == (4, 40));
    let turkish = terminal.bytes_of(b"\x1b[23~", |shown| shown.row(23).contains("? keys"));
    let english = terminal.bytes_of(b"\x1b[23~", |shown| shown.row(23).contains("? tuşlar"));
    // keys that mean nothing, in a packet before one that does: not a byte more
    let nothing = terminal.bytes_of(b"ZX+", |_| true);
    let after = terminal.bytes_of(b"\x1b[23~", |shown| shown.row(23).contains("? keys"));
    let idle = terminal.idle(Duration::from_millis(500));
    eprintln!(
        "bytes: open {open}, next offer {offer}, next pane {to_alerts}, down {down}, up {up}, \
         language {turkish} and {english}, without effect {}, idle {idle}",
        nothing + after - turkish
    );
    assert!(open <= 2_400, "opening a customer took {open} bytes");
    assert!(to_alerts <= 40 && down <= 40 && up <= 40, "moves took {to_alerts}, {down}, {up} bytes");
    assert!(offer <= 220, "another offer with its reason took {offer} bytes");
    assert_eq!(nothing + after, turkish, "a key without effect wrote something");
    assert_eq!(idle, 0);
    terminal.press(b"\x04\x04");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn the_first_frame_of_a_named_customer_is_one_row() {
    let world = bank();
    let mut terminal = Terminal::start(&world, &[CUSTOMER]);
    terminal.until("the customer", opened);
    terminal.press(b"\t\t");
    terminal.until("the summary", |shown| shown.under_cursor() == "▸" && shown.cursor().1 == 1);
    terminal.press(b"\x04\x04");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn any_size_forty_times_over() {
    let world = bank();
    let mut terminal = start(&world, &[CUSTOMER]);
    terminal.until("the customer", opened);
    for round in 0..40_u16 {
        terminal.resize(20 + (round * 37) % 130, 4 + (round * 13) % 45);
        terminal.press(b"\t\x1b[B");
    }
    terminal.resize(132, 43);
    terminal.until("the wide screen", |shown| opened(shown) && shown.row(42).contains("F11 EN"));
    terminal.resize(80, 24);
    terminal.until("the small screen", |shown| opened(shown) && shown.row(23).contains("? tuşlar"));
    terminal.press(b"\x04\x04");
    assert_eq!(terminal.end(), 0);
    verify(&world);
}

#[test]
fn ctrl_z_gives_the_terminal_back_and_going_on_draws_it_again() {
    let world = bank();
    let script = format!(
        "set -m; $TEKIL {CUSTOMER}; stty -a; echo STOPPED; read go; fg >/dev/null; stty -a; echo ENDED"
    );
    let mut terminal = Terminal::shell(&world, &script);
    terminal.until("the customer", opened);
    terminal.press(b"\x1a");
    terminal.until("the shell", |shown| shown.text().contains("STOPPED") && shown.is_sane());
    let text = terminal.see(Shown::text);
    assert!(text.contains(" icanon") && text.contains(" echo ") && !text.contains("-icanon"), "{text}");
    terminal.press(b"\n");
    terminal.until("the customer again", opened);
    terminal.press(b"\x1b[23~");
    terminal.until_text("SUMMARY");
    terminal.press(b"\x04\x04");
    terminal.until("the end", |shown| shown.text().contains("ENDED") && shown.is_sane());
    let text = terminal.see(Shown::text);
    assert!(text.contains(" icanon") && !text.contains("-icanon"), "{text}");
    terminal.end();
    verify(&world);
}

/// In a window that has no shell nobody could continue it.
#[test]
fn ctrl_z_without_a_shell_says_so_and_goes_on() {
    let world = bank();
    let mut terminal = start(&world, &[]);
    terminal.press(b"\x1a");
    terminal.until_text("kabuk yok");
    terminal.press(b"\x04\x04");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_signal_ends_it_with_the_terminal_as_it_was() {
    for signal in ["TERM", "HUP", "INT", "QUIT"] {
        let world = bank();
        let script =
            format!("sh -c 'echo $$ > pid; exec $TEKIL {CUSTOMER}'; echo CODE $?; stty -a; echo ENDED");
        let terminal = Terminal::shell(&world, &script);
        terminal.until("the customer", opened);
        let pid = std::fs::read_to_string(world.path("pid")).unwrap();
        assert!(
            Command::new("kill")
                .args([format!("-{signal}"), pid.trim().to_owned()])
                .status()
                .unwrap()
                .success()
        );
        terminal.until("the end", |shown| shown.text().contains("ENDED") && shown.is_sane());
        let text = terminal.see(Shown::text);
        assert!(
            text.contains("CODE 0") && text.contains(" icanon") && !text.contains("-icanon"),
            "{signal}: {text}"
        );
        terminal.end();
        verify(&world);
    }
}

/// Who starts again after a kill reads in plain words what happened and that nothing is lost.
#[test]
fn after_a_kill_the_next_start_says_that_everything_is_here() {
    let world = bank();
    let mut terminal = Terminal::shell(&world, "sh -c 'echo $$ > pid; exec $TEKIL'; echo ENDED");
    terminal.until("the start", |shown| shown.text().contains("müşteri") && shown.row(2).contains("ARA"));
    open(&mut terminal);
    let pid = std::fs::read_to_string(world.path("pid")).unwrap();
    assert!(Command::new("kill").args(["-9", pid.trim()]).status().unwrap().success());
    terminal.until_text("ENDED");
    let again = Terminal::start(&world, &[]);
    again.until_text("kesilmiş; kaydedilen her şey duruyor.");
    let mut again = again;
    again.press(b"\x04\x04");
    assert_eq!(again.end(), 0);
    verify(&world);
}

/// A terminal whose cursor cannot be moved is told so, and drawn with the marks that it has.
#[test]
fn a_dumb_terminal_is_told_what_is_wrong_with_it() {
    let world = bank();
    for (term, said) in [("dumb", "TERM=dumb"), ("", "TERM=\"\"")] {
        let terminal = Terminal::shell(&world, &format!("TERM={term} $TEKIL; echo CODE $?"));
        terminal.until_text("CODE 0");
        let text = terminal.see(Shown::text);
        assert!(text.contains(said) && text.contains("--plain"), "{text}");
        assert!(!text.contains("bir terminalde açılır"), "{text}");
        terminal.end();
    }
    let terminal = Terminal::shell(&world, &format!("TERM=dumb $TEKIL show {CUSTOMER}; echo CODE $?"));
    terminal.until_text("CODE 0");
    let text = terminal.see(Shown::text);
    assert!(text.contains("----+----") && !text.contains('─') && !text.contains('·'), "{text}");
    terminal.end();
}

#[test]
fn a_lost_line_ends_it_and_the_store_is_whole() {
    let world = bank();
    let mut terminal = start(&world, &[]);
    open(&mut terminal);
    terminal.hang_up(b"\x1b[23~");
    verify(&world);
    world.run(&["show", CUSTOMER]).good();
}

#[test]
fn a_huge_paste_and_random_bytes_do_no_harm() {
    let world = bank();
    let mut terminal = start(&world, &[]);
    terminal.press(b"/");
    terminal.press(b"\x1b[200~");
    terminal.press(&vec![b'a'; 1 << 20]);
    terminal.press(b"\x1b[201~");
    terminal.until_text("Alan doldu");
    terminal.press(b"\x1b[24~");
    open(&mut terminal);
    // as xorshift draws them, without the key that leaves the workstation and the letter that does
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut random = Vec::with_capacity(5_000_000);
    while random.len() < 5_000_000 {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        random.extend(state.to_le_bytes().iter().filter(|byte| !matches!(byte, 4 | b'q')));
    }
    for packet in random.chunks(64 * 1024) {
        terminal.press(packet);
    }
    // out of whatever began, then back to the start: a paste, a sequence, a field, a pop-up; keys that come while
    // too many are waiting are refused, so this is tried again
    let ordered = |shown: &Shown| shown.text().contains("zzz in order zzz_");
    let tried = (0..60).any(|_| {
        terminal.press(b"\x1b[201~\x18\x1b[24~\x1b[24~/zzz in order zzz");
        terminal.within(Duration::from_secs(2), ordered)
    });
    assert!(tried, "{}", terminal.see(Shown::text));
    terminal.press(b"\x1b[24~");
    open_any(&mut terminal);
    terminal.press(b"\x04\x04");
    assert_eq!(terminal.end(), 0);
    verify(&world);
}

/// Opens the customer in whichever language random keys have left.
fn open_any(terminal: &mut Terminal) {
    terminal.press(format!("/{CUSTOMER}\r").as_bytes());
    terminal.until("the customer", |shown| opened(shown) || shown.text().contains("SUMMARY"));
}
