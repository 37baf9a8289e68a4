//! Prices that the bank no longer takes, runs that came back, and keys by the names they have here.

use std::sync::Arc;

use super::{desk::Desk, flows::Outcome};
use crate::{
    domain::operator::Role,
    keymap::Keymap,
    pack::PackFile,
    text::Lang,
    view::{draw, plain_flow, text_of},
};

const FILL: &str = "1 i b <Tab> 2 0 0 b <Tab> <Tab> 3 0 0 b <Enter> <Enter>";

fn rows(desk: &Desk) -> Vec<String> {
    text_of(&draw(&desk.model).0).lines().map(str::to_owned).collect()
}

/// A price that another took the place of is as little good as one that has passed.
#[test]
fn a_price_that_is_not_taken_is_asked_anew_with_one_key() {
    for (outcome, told, words) in [
        (Outcome::Superseded, "desk-price-superseded", "sonradan fiyatlandı"),
        (Outcome::SentBack, "desk-read-again", "eski onay geçmez"),
    ] {
        let mut desk = Desk::turkish().keys(FILL);
        desk.bank.outcome = outcome;
        let desk = desk.keys("E <Enter>");
        let stands = format!("flow 3/3 answer !{told}");
        assert_eq!(desk.told(), stands);
        assert!(desk.model.open_flow().unwrap().run.answer().is_none());
        let desk = desk.keys("E <Enter>");
        assert_eq!((desk.told(), desk.bank.posted), (stands, 0));
        // it stays said when the notice is gone, with the key that helps
        let row = rows(&desk.keys("<PageUp>"))[22].clone();
        assert!(row.contains(words) && row.contains("F5"), "{row}");
        let mut desk = Desk::turkish().keys(FILL);
        desk.bank.outcome = outcome;
        let mut desk = desk.keys("E <Enter> <F5>");
        desk.bank.outcome = Outcome::Whole;
        assert_eq!(desk.keys("E <Enter>").told(), "receipt 2026-1124-000871");
    }
}

/// The records are read again in place, everything entered is kept, and the customer is asked again.
#[test]
fn figures_that_are_others_now_are_read_again_with_one_key() {
    for outcome in [Outcome::Moved, Outcome::Other] {
        let mut desk = Desk::turkish().keys(FILL);
        desk.bank.outcome = outcome;
        let desk = desk.keys("E <Enter>");
        assert_eq!((desk.told().as_str(), desk.bank.posted), ("flow 3/3 answer !desk-read-other", 0));
        let (places, fields) = (desk.model.places.len(), desk.model.open_flow().unwrap().run.work().fields);
        let mut desk = desk.keys("<F5>");
        assert!(desk.told().starts_with("flow 3/3 answer"), "{}", desk.told());
        let run = &desk.model.open_flow().unwrap().run;
        assert_eq!((desk.model.places.len(), run.work().fields, run.answer()), (places, fields, None));
        desk.bank.outcome = Outcome::Whole;
        assert_eq!(desk.keys("E <Enter>").told(), "receipt 2026-1124-000871");
    }
}

#[test]
fn a_second_person_is_told_that_the_price_is_gone() {
    let mut desk = Desk::turkish();
    desk.model.caller.role = Role::Supervisor;
    desk.bank.outcome = Outcome::Superseded;
    let desk = desk.keys("<Tab> <Down> <Down> <Enter> <Enter> E <Enter>");
    assert_eq!(
        (desk.told().as_str(), desk.bank.posted),
        ("flow 3/3 answer reviewing !desk-price-gone-review", 0)
    );
    let row = rows(&desk.keys("<PageUp>"))[22].clone();
    assert!(row.contains("onay verilemez"), "{row}");
}

/// Why it was sent back stands on the first frame, beside what must be said there, until it is priced anew.
#[test]
fn what_was_sent_back_says_why_on_its_first_frame() {
    for (lang, whole) in
        [(Lang::Tr, " 0031 iade etti: imza eksik"), (Lang::En, " 0031 sent it back: imza eksik")]
    {
        let mut desk = Desk::open(lang, (80, 24)).keys(FILL).keys("<F3> <F3> <F3>");
        desk.bank.returned = Some("imza eksik".to_owned());
        let desk = desk.keys("<Esc> <Esc> <Tab> <Down> <Enter>");
        let desk = if desk.model.open_flow().is_some() {
            desk
        } else {
            desk.keys(": r e s u m e - d r a f t <Enter>")
        };
        assert!(desk.told().starts_with("flow 1/3"), "{}", desk.told());
        assert_eq!(rows(&desk)[22].trim_end(), whole);
        assert!(plain_flow(&desk.model).unwrap().contains(whole.trim_start()));
        // a key changes nothing of it; the next screen is another
        let desk = desk.keys("<Tab>");
        assert_eq!(rows(&desk)[22].trim_end(), whole);
        assert!(!rows(&desk.keys("<Enter>")).join("\n").contains("imza"));
    }
}

#[test]
fn a_long_reason_leaves_the_screen_readable() {
    for size in [(80, 24), (60, 20), (40, 10)] {
        let mut desk = Desk::open(Lang::Tr, size).keys(FILL).keys("<F3> <F3> <F3>");
        desk.bank.returned = Some("Müşterinin imzası sistemdekinden farklı; şubeden yeni imza. ".repeat(9));
        let desk = desk.keys(": r e s u m e - d r a f t <Enter>");
        let shown = rows(&desk);
        assert!(shown.iter().any(|row| row.contains("0031 iade etti: Müşterinin")), "{shown:#?}");
        assert!(shown.iter().all(|row| crate::text::safe::cells(row) <= usize::from(size.0)));
        assert!(shown.last().unwrap().contains("F3"), "{shown:#?}");
    }
}

/// A flow's sentences name the keys that are pressed here.
#[test]
fn a_hint_names_the_keys_of_the_keymap_in_force() {
    let own = "format = 1\nname = \"own\"\nbase = \"default\"\noverride = true\n\n\
        [flow]\n\"F10\" = \"next-field\"\n\"C-o\" = \"show-alternatives\"\n";
    let file = PackFile { name: "own.toml".to_owned(), text: own.to_owned() };
    let own = Keymap::load(&file, &crate::keymap::embedded_file).unwrap_or_else(|faults| {
        panic!("{:#?}", faults.iter().map(|fault| fault.said().en).collect::<Vec<String>>())
    });
    for (name, keymap) in [
        ("default", Keymap::standard()),
        ("vim", Keymap::embedded("vim").unwrap()),
        ("3270", Keymap::embedded("3270").unwrap()),
        ("own", own),
    ] {
        let mut desk = Desk::open(Lang::En, (80, 24));
        desk.model.keymap = Arc::new(keymap.with_flows(desk.model.shelf.menu()));
        let desk = desk.keys(if name == "3270" { "1 <F10> 1" } else { "1 i b" });
        let keys_of = |desk: &Desk, action| {
            let keys = desk.model.keymap.shortest(action, None, desk.model.contexts()).unwrap();
            crate::keymap::shown(&keys)
        };
        let first = rows(&desk)[22].clone();
        let alternatives = keys_of(&desk, crate::action::Action::ShowAlternatives);
        assert!(first.starts_with(&format!(" Options ({alternatives}): wait 7 days")), "{name}: {first}");
        let second = desk.keys("<Tab> 2 0 0 b <Tab> <Tab> 3 0 0 b <Enter>");
        let back = keys_of(&second, crate::action::Action::GoBack);
        let row = rows(&second)[22].clone();
        assert!(row.ends_with(&format!("again. {back} to change them.")), "{name}: {row}");
        assert_eq!(alternatives == "F10", name != "own", "{name}: {alternatives}");
    }
}
