//! Flows that no keymap names.

use super::*;
use crate::{
    action::Context,
    keymap::{EMBEDDED, Resolved},
};

fn flow(name: &str, key: Option<&str>) -> FlowLabel {
    let said = Said { tr: name.to_owned(), en: name.to_owned() };
    FlowLabel {
        name: name.to_owned(),
        menu: said.clone(),
        title: said,
        key: key.and_then(|key| key.chars().next()),
    }
}

/// What the menu of flows lists: keys and flows.
fn listed(keymap: &Keymap) -> Vec<String> {
    let keys = keymap.menu_keys(Action::OpenFlowMenu, &[Context::Screen]).unwrap();
    let Resolved::Pending(menu) = keymap.resolve(&[Context::Screen], &keys) else { panic!() };
    let flows = menu.entries.into_iter().filter(|entry| entry.action == Some(Action::StartFlow));
    flows.map(|entry| format!("{} {}", entry.keys, entry.label.tr)).collect()
}

#[test]
fn a_copied_flow_has_a_key_in_every_keymap() {
    let flows = vec![
        flow("break-fx-fund", None),
        flow("copied", None),
        flow("ours", Some("w")),
        flow("taken", Some("h")),
    ];
    for (name, expected) in [
        ("default", ["b break-fx-fund", "w ours", "1 copied", "2 taken"]),
        ("vim", ["b break-fx-fund", "w ours", "1 copied", "2 taken"]),
        ("3270", ["1 break-fx-fund", "w ours", "h taken", "a copied"]),
    ] {
        let keymap = Keymap::embedded(name).unwrap().with_flows(flows.clone());
        assert_eq!(listed(&keymap), expected, "{name}");
        let rows = keymap.palette(&[Context::Screen], crate::domain::operator::Role::Agent);
        let copied = rows.iter().find(|row| row.name() == "copied").unwrap();
        assert_eq!(copied.keys.len(), 1, "the palette says its key: {copied:?}");
        // the bank is opened again, with another pack
        let again = keymap.with_flows(vec![flow("break-fx-fund", None)]);
        assert_eq!(again, Keymap::embedded(name).unwrap().with_flows(vec![flow("break-fx-fund", None)]));
    }
}

#[test]
fn a_key_that_a_file_has_is_a_clash() {
    let keymap = Keymap::standard();
    let keymap = keymap.with_flows(vec![
        flow("break-fx-fund", Some("h")),
        flow("free", Some("w")),
        flow("later", Some("v")),
        flow("moved", Some("h")),
    ]);
    let found: Vec<String> = keymap
        .clashes()
        .iter()
        .map(|clash| format!("{} {} {}", clash.flow, clash.keys, clash.other.tr))
        .collect();
    assert_eq!(found, ["later i v term-deposit", "moved i h Hareketleri göster"]);
    let free = &keymap.clashes()[0].free;
    assert!(free.contains(&"c".to_owned()) && !free.contains(&"w".to_owned()), "{free:?}");
    for (name, _) in EMBEDDED {
        let keymap = Keymap::embedded(name).unwrap().with_flows(vec![flow("break-fx-fund", None)]);
        assert_eq!(keymap.clashes(), [], "{name}");
    }
}

#[test]
fn more_flows_than_keys_stay_in_the_palette() {
    let flows: Vec<FlowLabel> = (0..64).map(|at| flow(&format!("flow-{at}"), None)).collect();
    let keymap = Keymap::standard().with_flows(flows);
    assert_eq!(listed(&keymap).len(), 9 + 26 - 15, "fifteen letters of the menu are the file's");
    let rows = keymap.palette(&[Context::Screen], crate::domain::operator::Role::Agent);
    assert_eq!(rows.iter().filter(|row| row.name().starts_with("flow-")).count(), 64);
}
