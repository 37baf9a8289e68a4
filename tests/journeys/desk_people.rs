//! Flows by hand with more than one person, and what a macro sees of a run that stopped.

use std::{fs, path::Path};

use serde_json::json;

use crate::{
    desk::{
        again, at_the_queue, bank, begin, leave, orders, row, start, step, to_consent, verified,
        without_dollars, yes,
    },
    terminal::Shown,
    world::{World, text},
};

/// Who asked changes an amount: what was asked before is nobody's any more, and the second person agrees to the new
/// one, with what the maker keeps the customer's yes in.
#[test]
fn an_edit_after_submission_is_another_question() {
    let world = bank();
    let mut terminal = start(&world, &[]);
    begin(&mut terminal);
    terminal.press(b"\x1b[B");
    terminal.until("the second deposit", |shown| shown.row(6).starts_with("   ▸"));
    to_consent(&mut terminal);
    let first = row(&terminal, 5);
    yes(&mut terminal, "E");
    terminal.press(b"\r");
    terminal.until_text("ONAYDA  642.300 TL > limitiniz 500.000 TL");
    terminal.press(b"\x1b[15~");
    terminal.until("the answer asked again", |shown| {
        shown.row(23).starts_with(" E/H") && shown.row(22).contains("Fiyat") && shown.under_cursor() == "_"
    });
    // a key that comes before the frame counts as seen is one typed ahead, and dropped
    again(&mut terminal, b"\x1b[13~", step(2));
    terminal.press(b"\x1b[13~");
    terminal.until("the first screen", step(1));
    terminal.press(b"\t100b\r");
    terminal.until("the second screen", step(2));
    terminal.press(b"\r");
    terminal.until("the third screen", step(3));
    let kept =
        terminal.see(|shown| shown.text().lines().find(|row| row.contains("Onay kaydı")).map(str::to_owned));
    yes(&mut terminal, "E");
    terminal.press(b"\r");
    terminal.until_text("ONAYDA  642.300 TL > limitiniz 500.000 TL");
    leave(terminal);
    assert_eq!(orders(&world), 0);
    let mut boss = at_the_queue(&world);
    boss.until("the queue", |shown| shown.row(1).contains("642.300 TL"));
    assert!(!row(&boss, 2).contains("642.300"), "one of them is left: {}", row(&boss, 2));
    boss.press(b"\r");
    boss.until("the same screen", |shown| step(3)(shown) && shown.text().contains("Yönetici onayı  ["));
    let seen =
        boss.see(|shown| shown.text().lines().find(|row| row.contains("Onay kaydı")).map(str::to_owned));
    assert_eq!(seen.map(|row| row.trim_end().to_owned()), kept.map(|row| row.trim_end().to_owned()));
    assert!(
        boss.see(|shown| shown.text().contains("99.9")) && row(&boss, 5) == first,
        "{}",
        boss.see(Shown::text)
    );
    yes(&mut boss, "E");
    boss.press(b"\r");
    boss.until_text("Onaylandı ve işlendi: dekont 2026-1124-");
    leave(boss);
    assert_eq!(orders(&world), 3);
    verified(&world);
}

/// The bank has no dollars to sell: the macro's row is told as what it is, with its receipt, and nothing is done twice.
#[test]
fn a_macro_whose_run_stops_half_way_says_so() {
    let world = World::new();
    world.run(&["init", "banka"]).good();
    let file = world.path("banka/pack/parameters.toml");
    let poor = without_dollars(&fs::read_to_string(&file).unwrap());
    fs::write(&file, poor).unwrap();
    let pack = ["--pack", "banka/pack"];
    world.run(&[&["demo", "--customers", "300"], &pack[..]].concat()).good();
    let flow = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/macros/break-fx-fund.tkm");
    let play = |world: &World| world.json(&[&["play", text(&flow), "--commit"], &pack[..]].concat());
    let (code, found) = play(&world);
    let row = &found["rows"][0];
    assert_ne!(code, 0, "the macro expects a posted run: {found}");
    assert_eq!(row["state"], json!("halted"), "{found}");
    let (_, again) = play(&world);
    assert_eq!(again["rows"][0]["postings"], row["postings"], "{again}");
    let (code, found) = world.json(&[&["verify"], &pack[..]].concat());
    assert_eq!(code, 0, "{found}");
}
