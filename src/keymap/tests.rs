//! What keys do in the keymaps of the program.

use super::*;
use crate::{key::Key, text::Lang};

mod faulty;
mod hinted;
mod shipped;

fn sound(name: &str) -> Keymap {
    Keymap::load(&embedded_file(name).unwrap(), &|_| None).unwrap_or_else(|faults| {
        panic!("{:#?}", faults.iter().map(|fault| fault.said().en).collect::<Vec<_>>())
    })
}

fn keys(text: &str) -> Vec<Key> {
    text.split_whitespace().map(|key| key.parse().unwrap()).collect()
}

fn contexts(text: &str) -> Vec<Context> {
    text.split('+').map(|name| Context::from_name(name).unwrap()).collect()
}

/// A meaning in one line: `take-offer 2`, `… GİT`, `-`.
fn told(resolved: &Resolved) -> String {
    match resolved {
        Resolved::Action(action, None) => action.name().to_owned(),
        Resolved::Action(action, Some(arg)) => format!("{} {arg}", action.name()),
        Resolved::Pending(menu) => format!("… {}", menu.title.tr),
        Resolved::Nothing => "-".to_owned(),
    }
}

/// Keymap, contexts, keys pressed, and what they mean.
const MEANINGS: &str = "
    default | screen        | Enter | open-item
    default | screen        | F3    | go-back
    default | screen        | 2     | take-offer 2
    default | screen        | 0     | -
    default | screen        | g     | … GİT
    default | screen        | g h   | show-transactions
    default | screen        | g q   | -
    default | screen        | g h h | -
    default | screen        | i     | … İŞLEM
    default | screen        | i b   | start-flow break-fx-fund
    default | screen        | F10   | … İŞLEM
    default | screen        | F10 h | show-transactions
    default | screen        | ş     | -
    default | start         | 2     | open-item 2
    default | start         | F3    | leave-workstation
    default | start         | /     | find-customer
    default | list          | /     | filter-list
    default | start         | F10   | new-customer
    default | field+screen  | q     | -
    default | field+screen  | /     | -
    default | field+screen  | ?     | -
    default | field+screen  | g     | -
    default | field+screen  | Space | -
    default | field+screen  | Esc   | leave-field
    default | field+screen  | Left  | -
    default | field+screen  | Backspace | -
    default | screen        | Backspace | go-back
    default | field+screen  | F1    | show-help
    default | field+screen  | Home  | -
    default | palette+start | :     | -
    default | palette+start | Esc   | cancel-flow
    default | verification  | E     | answer-right
    default | verification  | F10   | block-card
    vim     | screen        | n     | find-next
    vim     | screen        | a     | add-note
    vim     | screen        | g     | … GİT
    vim     | screen        | g g   | select-first
    vim     | screen        | g h   | show-transactions
    vim     | screen        | q     | … q
    vim     | screen        | q x   | record-macro x
    vim     | screen        | y     | … y
    vim     | screen        | Space h | show-transactions
    vim     | start         | q     | leave-workstation
    3270    | screen        | F10   | open-flow-menu
    3270    | screen        | F14   | … GİT
    3270    | screen        | F14 6 | show-transactions
    3270    | screen        | g     | -
    3270    | field+start   | Home  | first-field
    3270    | start         | Home  | open-palette
    3270    | field+start   | PA2   | redraw-screen
";

#[test]
fn keys_mean_what_the_files_say() {
    for line in MEANINGS.lines().filter(|line| line.contains('|')) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let found = sound(cells[0]).resolve(&contexts(cells[1]), &keys(cells[2]));
        assert_eq!(told(&found), cells[3], "{line}");
    }
}

#[test]
fn no_keys_are_nothing() {
    assert_eq!(sound("default").resolve(&[Context::Screen], &[]), Resolved::Nothing);
    assert_eq!(Keymap::default().resolve(&[Context::Screen], &keys("F1")), Resolved::Nothing);
}

#[test]
fn a_menu_lists_what_does_something_with_the_flows_of_the_pack() {
    let keymap = sound("default");
    let menu = |keymap: &Keymap, pressed: &str| match keymap.resolve(&[Context::Screen], &keys(pressed)) {
        Resolved::Pending(menu) => menu,
        other @ (Resolved::Action(..) | Resolved::Nothing) => panic!("{other:?}"),
    };
    let listed = |menu: &Menu| -> Vec<String> {
        menu.entries.iter().map(|entry| format!("{} {}", entry.keys, entry.label.tr)).collect()
    };
    let go = menu(&keymap, "g");
    assert!(go.entries.iter().all(|entry| entry.action.is_some_and(Action::is_built)), "{go:?}");
    assert!(listed(&go).contains(&"h Hareketleri göster".to_owned()), "{go:?}");
    assert_eq!(listed(&menu(&keymap, "i")), ["h Hareketleri göster"], "the pack has no flow");
    assert_eq!(menu(&keymap, "F10"), Menu { keys: "F10".to_owned(), ..menu(&keymap, "i") });
    assert_eq!(
        keymap.menu_keys(Action::GoMenu, &[Context::Screen]),
        Some(keys("g")),
        "the palette opens it too"
    );
}
