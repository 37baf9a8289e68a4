//! A person at the desk: the steps of a flow by hand that journeys share.

use std::time::Duration;

use serde_json::Value;

use crate::{
    terminal::{Shown, Terminal},
    world::World,
};

pub fn bank() -> World {
    let world = World::new();
    world.run(&["demo", "--customers", "300"]).good();
    world
}

/// A session whose bank is open and whose names can be found.
pub fn start(world: &World, args: &[&str]) -> Terminal {
    let terminal = Terminal::start(world, args);
    terminal.until("the stories", |shown| shown.row(4).contains('1') && shown.text().contains("F11"));
    terminal
}

/// Opens the first story's customer and the flow.
pub fn begin(terminal: &mut Terminal) {
    terminal.press(b"1");
    terminal.until("the customer", |shown| shown.row(12).contains("g t"));
    terminal.press(b"ib");
    terminal.until("the first screen", step(1));
}

pub fn step(number: u8) -> impl Fn(&Shown) -> bool {
    move |shown| shown.row(0).trim_end().ends_with(&format!("{number}/3"))
}

/// Both amounts, as far as the screen that posts.
pub fn to_consent(terminal: &mut Terminal) {
    terminal.press(b"\t200b\t\t300b\r");
    terminal.until("the second screen", step(2));
    terminal.press(b"\r");
    terminal.until("the third screen", step(3));
}

/// The customer's yes. A key that the program read before it knew its frame to be written does not count.
pub fn yes(terminal: &mut Terminal, letter: &str) {
    again(terminal, letter.as_bytes(), |shown| shown.under_cursor() == letter);
}

/// Presses keys until they do what they should.
pub fn again(terminal: &mut Terminal, keys: &[u8], wanted: impl Fn(&Shown) -> bool) {
    for _ in 0..20 {
        terminal.press(keys);
        if terminal.within(Duration::from_secs(2), &wanted) {
            return;
        }
    }
    panic!("it does not come:\n{}", terminal.see(Shown::text));
}

pub fn row(terminal: &Terminal, row: u16) -> String {
    terminal.see(|shown| shown.row(row)).trim_end().to_owned()
}

/// Leaves from wherever it stands; a screen that posts may not know yet that it was written.
pub fn leave(mut terminal: Terminal) {
    again(&mut terminal, b"\x04\x04", |shown| shown.ended);
    assert_eq!(terminal.end(), 0);
}

pub fn verified(world: &World) -> Value {
    let (code, found) = world.json(&["verify"]);
    assert_eq!(code, 0, "{found}");
    found
}

/// How many orders to the core system there are.
pub fn orders(world: &World) -> usize {
    let (code, found) = world.json(&["outbox", "list", "--operator", "yonetici"]);
    assert_eq!(code, 0, "{found}");
    found["lines"].as_array().or(found["orders"].as_array()).map_or(0, Vec::len)
}

/// The bank has no dollars to sell: its position may not go below what it is.
pub fn without_dollars(text: &str) -> String {
    text.replace("value = 50000000", "value = 0")
}

/// The second person on the line of their work that waits for them, with the queue opened.
pub fn at_the_queue(world: &World) -> Terminal {
    let mut boss = start(world, &["--operator", "yonetici", "--now", "2026-11-24T10:43:00+03:00"]);
    boss.until("the approval", |shown| shown.text().contains("Onay bekliyor"));
    boss.press(b"\t");
    boss.until("the work", |shown| shown.under_cursor() == "▸" && shown.cursor().0 > 14);
    while !boss.see(|shown| shown.row(shown.cursor().0).contains("Onay bekliyor")) {
        let before = boss.see(Shown::cursor);
        boss.press(b"\x1b[B");
        boss.until("the next line", |shown| shown.cursor() != before);
    }
    boss.press(b"\r");
    boss
}
