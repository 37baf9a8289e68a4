//! A whole call by the keys of each other keymap alone: for hands from a host, and for hands from vim.

use crate::{
    terminal::{Shown, Terminal},
    world::{World, sample, text},
};

/// PF keys as an xterm sends them.
const F2: &[u8] = b"\x1bOQ";
const F3: &[u8] = b"\x1bOR";
const F11: &[u8] = b"\x1b[23~";
const F14: &[u8] = b"\x1b[1;2Q";
const F15: &[u8] = b"\x1b[1;2R";
const F20: &[u8] = b"\x1b[19;2~";

fn start(world: &World, keymap: &str) -> Terminal {
    world.run(&["import", "warehouse", text(&sample())]).good();
    let terminal = Terminal::start(world, &["--keymap", keymap]);
    terminal.until("the open bank", |shown| {
        let text = shown.text();
        text.contains("ARA") && text.contains("müşteri") && !text.contains("Banka açılıyor")
    });
    terminal
}

fn opened(shown: &Shown) -> bool {
    shown.row(0).contains("DENİZ") && shown.text().contains("ÖZET") && shown.text().contains("ŞİKÂYETLER")
}

/// The title of the pane that the marker stands in.
fn pane(shown: &Shown) -> &'static str {
    let (row, column) = shown.cursor();
    if shown.under_cursor() != "▸" {
        return "";
    }
    match (row, column) {
        (..12, ..39) => "summary",
        (..12, _) => "alerts",
        (12..19, _) => "offers",
        _ => "complaints",
    }
}

fn transactions(shown: &Shown) -> bool {
    shown.row(3).contains("HAREKETLER") && !shown.row(3).contains("süzgeç")
}

#[test]
fn a_call_by_the_keys_of_a_host() {
    let world = World::new();
    let mut terminal = start(&world, "3270");
    terminal
        .until("its keys", |shown| shown.row(23).contains("F1=Yardım") && shown.row(23).contains("F2=Ara"));
    terminal.press(b"\tdeniz");
    terminal.until("the hit", |shown| shown.row(2).contains("deniz_") && shown.row(4).contains("▸ DENİZ"));
    terminal.press(b"\r");
    terminal.until("the customer", opened);
    // each pane names its own keys, and Tab walks them
    terminal.until("the keys of the panes", |shown| {
        shown.row(3).contains("F14 1") && shown.row(3).contains("F14 2")
    });
    let first = terminal.see(pane);
    for key in [&b"\t"[..], b"\t", F11, F11] {
        let before = terminal.see(pane);
        terminal.press(key);
        terminal.until("the next pane", |shown| !pane(shown).is_empty() && pane(shown) != before);
    }
    assert_eq!(terminal.see(pane), first);
    terminal.press(F14);
    terminal.until("the menu of places", |shown| shown.text().contains("6  Hareketleri göster"));
    terminal.press(b"6");
    terminal.until("the transactions", transactions);
    terminal.press(F20);
    terminal.until("the last row", |shown| shown.under_cursor() == "▸" && shown.cursor().0 > 5);
    terminal.press(F2);
    terminal.press("maaş\r".as_bytes());
    terminal.until("the filter", |shown| shown.row(3).contains("süzgeç: maaş"));
    terminal.press(F3);
    terminal.until("all rows again", transactions);
    terminal.press(F3);
    terminal.until("the customer again", opened);
    // the command line: an action by its name
    terminal.press(b"\x1b[H");
    terminal.until("the command line", |shown| shown.row(22).starts_with(" ===> _"));
    terminal.press(b"show-products\r");
    terminal.until("the products", |shown| shown.row(3).contains("ÜRÜNLER"));
    terminal.press(F3);
    terminal.until("the customer once more", opened);
    terminal.press(F3);
    terminal.until("the start screen", |shown| shown.row(2).contains("ARA") && !opened(shown));
    terminal.press(&[F15, F15].concat());
    assert_eq!(terminal.end(), 0);
}

#[test]
fn a_call_by_the_keys_of_vim() {
    let world = World::new();
    let mut terminal = start(&world, "vim");
    terminal.press(b"/deniz\r");
    terminal.until("the customer", opened);
    let first = terminal.see(pane);
    for key in [b"l", b"l", b"h", b"h"] {
        let before = terminal.see(pane);
        terminal.press(key);
        terminal.until("another pane", |shown| !pane(shown).is_empty() && pane(shown) != before);
    }
    assert_eq!(terminal.see(pane), first);
    terminal.press(b"gugg");
    terminal.until("the first alert", |shown| shown.cursor() == (4, 40));
    terminal.press(b"gh");
    terminal.until("the transactions", transactions);
    terminal.press(b"G");
    terminal.until("the last row", |shown| shown.under_cursor() == "▸" && shown.cursor().0 > 5);
    terminal.press(b"gg");
    terminal.until("the first row", |shown| shown.under_cursor() == "▸" && shown.cursor().0 == 4);
    terminal.press("/maaş\r".as_bytes());
    terminal.until("the filter", |shown| shown.row(3).contains("süzgeç: maaş"));
    terminal.press(b"\x1b");
    terminal.until("all rows again", transactions);
    terminal.press(b"ZQ");
    terminal.until("the customer again", opened);
    terminal.press(b"ZZ");
    terminal.until("the start screen", |shown| shown.row(2).contains("ARA") && !opened(shown));
    terminal.press(b"ZQ\x04");
    assert_eq!(terminal.end(), 0);
}
