//! A flow by hand: the real program in a terminal, keys in, screen and ledger out.

use std::{fs, process::Command};

use crate::{
    desk::{
        again, at_the_queue, bank, begin, leave, orders, row, start, step, to_consent, verified,
        without_dollars, yes,
    },
    terminal::{Shown, Terminal},
    world::World,
};

/// The bytes that a step may cost, as the benchmarks say.
const STEP_BYTES: usize = 1_300;
const FIRST_BYTES: usize = 1_500;

#[test]
fn the_flow_by_hand_to_the_receipt() {
    let world = bank();
    let mut terminal = start(&world, &[]);
    begin(&mut terminal);
    assert!(row(&terminal, 18).contains("516.217,46 TL"), "{}", terminal.see(Shown::text));
    to_consent(&mut terminal);
    assert!(row(&terminal, 5).contains("16.059,24 TL faizden vazgeçiyorsunuz. 43,2150 kurla"));
    // without a yes Enter posts nothing, however often
    terminal.press(b"\r\r\r\r\r");
    terminal.until_text("Müşteri onayladı mı");
    yes(&mut terminal, "E");
    terminal.press(b"\r");
    terminal.until_text("TAMAM     dekont 2026-1124-");
    assert_eq!(row(&terminal, 5), "   2  Döviz alım                    ✓  4.618,78 USD");
    assert!(row(&terminal, 22).starts_with(" Deyin: \"İşiniz tamam"), "{}", row(&terminal, 22));
    terminal.press(b"\x1b[17~");
    terminal.until_text("DEKONT 2026-1124-");
    terminal.press(b"\x1b[13~");
    terminal.until_text("TAMAM");
    terminal.press(b"\r");
    // what was broken is gone, what was bought is there
    terminal.until("the customer as it is now", |shown| shown.text().contains("17.068,78"));
    leave(terminal);
    verified(&world);
    assert_eq!(orders(&world), 3);
}

#[test]
fn the_flow_in_english_and_its_bytes() {
    let world = bank();
    let mut terminal = start(&world, &["--lang", "en"]);
    terminal.press(b"1");
    terminal.until("the customer", |shown| shown.row(12).contains("g t"));
    terminal.press(b"i");
    terminal.until_text("Esc");
    let first = terminal.bytes_of(b"b", step(1));
    terminal.press(b"\t200k\t\t300k");
    terminal.until("both amounts", |shown| shown.text().contains("300k_"));
    let second = terminal.bytes_of(b"\r", step(2));
    let third = terminal.bytes_of(b"\r", step(3));
    again(&mut terminal, b"\t", |shown| shown.under_cursor() != "_");
    let back = terminal.bytes_of(b"\x1b[13~", step(2));
    assert!(first <= FIRST_BYTES, "customer to first screen: {first}");
    for (bytes, what) in [(second, "1 to 2"), (third, "2 to 3"), (back, "3 to 2")] {
        assert!(bytes <= STEP_BYTES, "{what}: {bytes}");
    }
    terminal.press(b"\r");
    terminal.until("the third screen", step(3));
    yes(&mut terminal, "Y");
    terminal.press(b"\r");
    terminal.until_text("DONE      receipt 2026-1124-");
    terminal.press(b"+");
    terminal.until_text("noted that it helped");
    leave(terminal);
    verified(&world);
}

#[test]
fn wrong_amounts_back_and_forth_and_given_up() {
    let world = bank();
    let mut terminal = start(&world, &[]);
    begin(&mut terminal);
    // nothing entered, then what nobody can read, then more than there is
    terminal.press(b"\r");
    terminal.until("what is missing", |shown| shown.row(22).contains("Döviz için"));
    terminal.press(b"2o0\t");
    terminal.until("what cannot be read", |shown| {
        shown.row(22).contains("Döviz için") && shown.text().contains("2o0_")
    });
    terminal.press(b"\x15%40\t\t400b\r");
    terminal.until("too much", |shown| shown.row(22).contains("Fon için"));
    assert!(terminal.see(step(1)));
    terminal.press(b"\x15kalan\r");
    terminal.until("the second screen", step(2));
    terminal.press(b"\x1b[13~");
    terminal.until("the first screen", |shown| step(1)(shown) && shown.text().contains("200.063,28"));
    terminal.press(b"\r");
    terminal.until("the second screen", step(2));
    terminal.press(b"\x1b[24~");
    terminal.until_text("İşlemden vazgeçildi");
    leave(terminal);
    assert_eq!(orders(&world), 0);
    verified(&world);
}

#[test]
fn a_lost_line_keeps_the_draft_and_a_price_that_passed_is_asked_again() {
    let world = bank();
    let mut terminal = start(&world, &[]);
    begin(&mut terminal);
    terminal.press(b"\t200b\t\t300b\r");
    terminal.until("the second screen", step(2));
    terminal.hang_up(b"\x1b[23~");
    // three minutes later the draft is there, its price is not
    let mut terminal = start(&world, &["--now", "2026-11-24T10:45:00+03:00"]);
    let draft = |row: String| row.contains("Taslak") && row.contains("DENİZ");
    terminal.until("the draft", |shown| (14..21).any(|row| draft(shown.row(row))));
    terminal.press(b"\t");
    terminal.until("the work", |shown| shown.under_cursor() == "▸" && shown.cursor().0 > 14);
    while !terminal.see(|shown| draft(shown.row(shown.cursor().0))) {
        let before = terminal.see(Shown::cursor);
        terminal.press(b"\x1b[B");
        terminal.until("the next line", |shown| shown.cursor() != before);
    }
    terminal.press(b"\r");
    // a line that goes sends an end of line, which is Enter: where it stood then is where it is taken up
    terminal.until("the flow", |shown| step(2)(shown) || step(3)(shown));
    if terminal.see(step(2)) {
        terminal.press(b"\r");
        terminal.until("the third screen", step(3));
    }
    // nobody says yes to a price that has passed: the screen says which key asks for a new one
    let passed = |shown: &Shown| shown.row(22).contains("10:44") && shown.row(22).contains("F5");
    terminal.until("which key", passed);
    terminal.press(b"E\r");
    terminal.until("still which key", |shown| passed(shown) && shown.under_cursor() == "_");
    again(&mut terminal, b"\x1b[15~", |shown| shown.row(2).contains("10:47") && shown.under_cursor() == "_");
    again(&mut terminal, b"\r", |shown| shown.row(22).contains("onayladı"));
    yes(&mut terminal, "E");
    terminal.press(b"\r");
    terminal.until_text("TAMAM");
    leave(terminal);
    assert_eq!(orders(&world), 3);
    verified(&world);
}

/// Power fails while an amount is typed: what stood there a moment before is taken up again, on each screen.
#[test]
fn a_killed_desk_loses_nothing_that_was_filled() {
    for (keys, wanted, amounts) in [
        (&b"\t150b\t\t100b"[..], 1, ["150.000,00", "100.000,00"]),
        (b"\t150b\t\t100b\r", 2, ["150b", "100b"]),
    ] {
        let world = bank();
        let pid = world.path("pid");
        let mut terminal = Terminal::shell(&world, "sh -c 'echo $$ > pid; exec $TEKIL'; echo ENDED");
        terminal.until("the start", |shown| shown.row(2).contains("ARA"));
        begin(&mut terminal);
        let first = world.journal_bytes();
        terminal.press(keys);
        terminal.until("the screen", step(wanted));
        // a price is kept with its draft; how far the run has come, a moment later
        let before = if wanted == 1 { first } else { world.journal_bytes() };
        terminal.until("the amounts", |shown| wanted == 2 || shown.text().contains("100b_"));
        terminal.until_outside("a draft in the journal", || world.journal_bytes() > before);
        let pid = fs::read_to_string(pid).unwrap();
        assert!(Command::new("kill").args(["-9", pid.trim()]).status().unwrap().success());
        terminal.until_text("ENDED");
        let mut again = start(&world, &[]);
        let draft = format!("Taslak {wanted}/3");
        again.until("the draft", |shown| shown.text().contains(&draft));
        again.press(b"1ib");
        again.until("the run as it was left", |shown| step(1)(shown) || step(2)(shown));
        if wanted == 1 {
            let whole = |shown: &Shown| amounts.iter().all(|amount| shown.text().contains(amount));
            again.until("the amounts", whole);
        }
        leave(again);
        assert_eq!(orders(&world), 0);
        verified(&world);
    }
}

/// Power fails on the receipt: the next start names it.
#[test]
fn a_desk_that_is_killed_after_posting_is_told_its_receipt() {
    let world = bank();
    let pid = world.path("pid");
    let mut terminal = Terminal::shell(&world, "sh -c 'echo $$ > pid; exec $TEKIL'; echo ENDED");
    terminal.until("the start", |shown| shown.row(2).contains("ARA"));
    begin(&mut terminal);
    to_consent(&mut terminal);
    yes(&mut terminal, "E");
    terminal.press(b"\r");
    terminal.until_text("TAMAM     dekont 2026-1124-");
    let receipt = row(&terminal, 2).split_whitespace().last().unwrap().to_owned();
    let pid = fs::read_to_string(pid).unwrap();
    assert!(Command::new("kill").args(["-9", pid.trim()]).status().unwrap().success());
    terminal.until_text("ENDED");
    let again = Terminal::start(&world, &[]);
    again.until_text(&format!("Son dekontunuz {receipt}, 10:42."));
    leave(again);
    assert_eq!(orders(&world), 3);
    verified(&world);
}

#[test]
fn above_the_limit_a_second_person_agrees_on_the_same_screen() {
    let world = bank();
    let mut terminal = start(&world, &[]);
    begin(&mut terminal);
    terminal.press(b"\x1b[B");
    terminal.until("the second deposit", |shown| shown.row(6).starts_with("   ▸"));
    to_consent(&mut terminal);
    yes(&mut terminal, "E");
    terminal.press(b"\r");
    terminal.until_text("ONAYDA  642.300 TL > limitiniz 500.000 TL");
    leave(terminal);
    assert_eq!(orders(&world), 0);
    let mut boss = at_the_queue(&world);
    boss.until("the queue", |shown| {
        shown.row(0).contains("ONAY BEKLEYENLER") && shown.row(1).contains("642.300 TL")
    });
    boss.press(b"\r");
    boss.until("the same screen", |shown| step(3)(shown) && shown.text().contains("Yönetici onayı  ["));
    yes(&mut boss, "E");
    boss.press(b"\r");
    boss.until_text("Onaylandı ve işlendi: dekont 2026-1124-");
    boss.until("the queue without it", |shown| !shown.row(1).contains("642.300"));
    leave(boss);
    assert_eq!(orders(&world), 3);
    verified(&world);
}

#[test]
fn a_leg_that_is_refused_leaves_the_money_at_its_safe_point() {
    let world = World::new();
    world.run(&["init", "banka"]).good();
    let file = world.path("banka/pack/parameters.toml");
    let text = fs::read_to_string(&file).unwrap();
    let poor = without_dollars(&text);
    assert_ne!(text, poor);
    fs::write(&file, poor).unwrap();
    let pack = ["--pack", "banka/pack"];
    world.run(&[&["demo", "--customers", "300"], &pack[..]].concat()).good();
    let mut terminal = start(&world, &pack);
    begin(&mut terminal);
    to_consent(&mut terminal);
    yes(&mut terminal, "E");
    terminal.press(b"\r");
    terminal.until_text("YARIM     dekont 2026-1124-");
    assert!(
        row(&terminal, 4).contains("✓") && row(&terminal, 5).contains("✗"),
        "{}",
        terminal.see(Shown::text)
    );
    assert!(row(&terminal, 6).contains('–'));
    again(&mut terminal, b"\x1b[21~", |shown| shown.text().contains("Geri kurma talebi verildi"));
    terminal.press(b"\r");
    terminal.until("the customer", |shown| shown.row(12).contains("g t"));
    leave(terminal);
    let (code, found) = world.json(&[&["verify"], &pack[..]].concat());
    assert_eq!(code, 0, "{found}");
}
