//! How an agent's day begins and goes on after it was cut off: keys typed ahead, the seat, the terminal's letters,
//! what was left half done.

use std::{fs, process::Command};

use crate::{
    terminal::{Shown, Terminal},
    world::{World, text},
};

const F3: &[u8] = b"\x1bOR";

fn bank() -> World {
    let world = World::new();
    world.run(&["demo", "--customers", "300"]).good();
    world
}

fn opened(shown: &Shown) -> bool {
    shown.row(0).contains("DENİZ HANIM") && shown.row(12).contains("g t")
}

fn start(world: &World, args: &[&str]) -> Terminal {
    let terminal = Terminal::start(world, args);
    terminal.until("the stories", |shown| shown.row(4).contains('1') && shown.text().contains("F11"));
    terminal
}

fn leave(mut terminal: Terminal) {
    terminal.press(b"\x04\x04");
    assert_eq!(terminal.end(), 0);
}

#[test]
fn keys_typed_before_the_bank_is_open_are_done_when_it_is() {
    let world = bank();
    for keys in [&b"1"[..], b"\t\t\x1b[Z\x1b[Z\r", b"gb\t\t1"] {
        let mut terminal = Terminal::start(&world, &[]);
        terminal.press(keys);
        terminal.until("the first story", opened);
        leave(terminal);
    }
}

#[test]
fn a_key_typed_while_the_demo_bank_is_made_opens_its_story() {
    let world = World::new();
    let mut terminal = Terminal::start(&world, &[]);
    terminal.press(b"1");
    terminal.until("the first story", opened);
    leave(terminal);
}

#[test]
fn a_teller_sits_in_the_branch_and_anybody_may_say_where() {
    let world = bank();
    let first = |terminal: &Terminal| terminal.see(|shown| shown.row(4));
    for args in [&["--operator", "gise"][..], &["--touchpoint", "branch"], &["desk", "--touchpoint=branch"]] {
        let mut terminal = start(&world, args);
        assert!(terminal.see(|shown| shown.row(0)).contains("Şube"), "{args:?}");
        terminal.press(b"1");
        terminal.until("the customer", opened);
        assert!(first(&terminal).starts_with("  Vadesiz TL"), "{args:?}: {}", first(&terminal));
        leave(terminal);
    }
    let mut terminal = start(&world, &["--operator", "gise", "--touchpoint", "call-centre"]);
    terminal.press(b"1");
    terminal.until("the customer", opened);
    assert!(first(&terminal).starts_with("  Kart"), "{}", first(&terminal));
    leave(terminal);
    // the same without a terminal
    let said = world.run(&["desk", "--touchpoint", "branch"]).good().out;
    assert!(said.contains("Şube") && said.contains("  Vadesiz TL"), "{said}");
    world.run(&["desk", "--touchpoint", "brnch"]).refused(2, 3, &["--touchpoint", "brnch", "branch"]);
}

#[test]
fn a_terminal_gets_no_letter_that_its_locale_lacks() {
    let world = bank();
    for (locale, mark) in
        [("LANG=C", ">"), ("LC_ALL=tr_TR.ISO-8859-9 LANG=tr_TR.UTF-8", ">"), ("LANG=tr_TR.UTF-8", "▸")]
    {
        let mut terminal = Terminal::shell(&world, &format!("{locale} exec $TEKIL"));
        terminal.until("the stories", |shown| shown.under_cursor() == mark && shown.text().contains("F11"));
        terminal.press(b"1");
        terminal.until("the customer", |shown| shown.text().contains("ZET") && shown.under_cursor() == mark);
        let shown = terminal.see(Shown::text);
        match locale {
            "LANG=C" => assert!(shown.is_ascii() && shown.contains("SIKAYETLER"), "{shown}"),
            "LANG=tr_TR.UTF-8" => assert!(shown.contains("ŞİKÂYETLER"), "{shown}"),
            // one byte a letter is no UTF-8
            _ => assert!(!shown.contains('Ş') && !shown.contains("SIKAYETLER"), "{shown}"),
        }
        leave(terminal);
    }
}

#[test]
fn an_auditor_reads_why_the_start_is_empty() {
    let world = bank();
    let mut terminal = Terminal::start(&world, &["--operator", "denetci"]);
    terminal.until("why", |shown| shown.row(22).contains("bekleyen iş listesi yok; müşteri aramak için /"));
    terminal.press(b"1");
    terminal.press(b"/deniz y\r");
    terminal.until("a customer", |shown| shown.row(12).contains("g t"));
    leave(terminal);
}

#[test]
fn a_keymap_that_cannot_be_used_is_refused_without_a_terminal_too() {
    let world = bank();
    fs::write(
        world.path("bad.toml"),
        "format = 1\nname = \"bad\"\nbase = \"vim\"\n[screen]\n\"x\" = \"y\"\n",
    )
    .unwrap();
    let bad = world.path("bad.toml");
    let answer = world.run(&["--keymap", text(&bad)]);
    assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{answer:?}");
    assert!(answer.err.contains("bad.toml:5"), "{answer:?}");
    world.run(&["desk", "--keymap", "defualt"]).refused(2, 3, &["defualt", "default"]);
}

#[test]
fn a_paste_whose_end_is_lost_leaves_a_keyboard_that_works() {
    let world = bank();
    let mut terminal = start(&world, &[]);
    terminal.press(b"\x1b[200~1\r\x04\x04");
    terminal.until_text("Yapıştırmanın sonu gelmedi");
    assert!(terminal.see(|shown| shown.text().contains("BEKLEYEN")), "nothing of it acted");
    terminal.press(b"1");
    terminal.until("the first story", opened);
    leave(terminal);
}

/// The lines of the work list that are drafts.
fn drafts(shown: &Shown) -> Vec<String> {
    let text = shown.text();
    let lines = text.lines().filter(|line| line.contains("Taslak ") && line.contains("/3 "));
    lines.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn a_flow_that_was_cut_off_is_taken_up_and_never_piles_up() {
    let world = bank();
    for round in 0..3 {
        let script = "sh -c 'echo $$ > pid; exec $TEKIL'; echo ENDED";
        let mut terminal = Terminal::shell(&world, script);
        terminal.press(b"1ib");
        terminal.until("the flow", |shown| shown.row(0).trim_end().ends_with("1/3"));
        if round == 0 {
            terminal.press(b"\t200b\t");
        } else {
            terminal.until_text("Taslaktan sürüyor (1/3). Baştan başlamak için: F12, sonra i b.");
        }
        terminal.until_text("200.000,00");
        let pid = fs::read_to_string(world.path("pid")).unwrap();
        assert!(Command::new("kill").args(["-HUP", pid.trim()]).status().unwrap().success());
        terminal.until_text("ENDED");
        terminal.end();
    }
    let mut terminal = start(&world, &[]);
    terminal.resize(80, 43);
    terminal.until_text("Yarım kalan iş: DENİZ Y*****Z, Boz → Döviz → Fon 1/3.");
    terminal.press(b"\t");
    let wanted = [
        "▸ 10:57 Taslak 1/3 DENİZ Y*****Z Boz → Döviz → Fon",
        "18:00 Taslak 2/3 KEREM A****N Boz → Döviz → Fon",
    ];
    terminal.until("two drafts, the first one marked", |shown| drafts(shown) == wanted);
    leave(terminal);
}

#[test]
fn who_only_looks_into_a_draft_leaves_it_as_it_was() {
    let world = bank();
    let mut terminal = start(&world, &[]);
    terminal.resize(80, 43);
    terminal.until_text("Yarım kalan iş: KEREM A****N, Boz → Döviz → Fon 2/3. Listeye: Tab, Enter");
    terminal.until_text("Taslak 2/3");
    let before = terminal.see(drafts);
    assert_eq!(before, ["18:00 Taslak 2/3 KEREM A****N Boz → Döviz → Fon"]);
    terminal.press(b"\t\x1b[B\x1b[B\r");
    terminal.until("his flow", |shown| shown.row(0).contains("KEREM") && shown.row(0).contains("/3"));
    // without a price it stands at the screen before the one that it was kept at
    terminal.press(F3);
    terminal.until("the start", |shown| shown.text().contains("BEKLEYEN"));
    leave(terminal);
    // as the store has it
    let terminal = start(&world, &[]);
    terminal.resize(80, 43);
    terminal.until_text("Taslak ");
    assert_eq!(terminal.see(drafts), before);
    leave(terminal);
}
