//! Keymaps from outside: listed, shown, checked, chosen.

use std::{fs, path::Path};

use crate::world::{World, text};

fn fixture(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name).display().to_string()
}

#[test]
fn the_keymaps_of_the_program_are_listed_and_shown_in_both_languages() {
    let world = World::new();
    let (code, list) = world.json(&["keymap", "list"]);
    let names: Vec<&str> = list.as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!((code, names.as_slice()), (0, ["default", "3270", "vim"].as_slice()));
    for name in names {
        for (lang, word) in [("tr", "Yardım"), ("en", "Help")] {
            let shown = world.run(&["keymap", "show", name, "--lang", lang]).good().out;
            assert!(shown.contains("show-help") && shown.contains(word), "{shown}");
        }
    }
    let (_, shown) = world.json(&["keymap", "show", "default"]);
    let row = shown["rows"].as_array().unwrap().iter().find(|row| row["keys"] == "1-9").unwrap();
    assert_eq!((&row["context"], &row["action"]), (&"start".into(), &"open-item".into()));
    assert!(!world.store().exists(), "a keymap needs no store");
}

#[test]
fn a_sound_file_is_said_to_be_sound_with_the_flows_it_names_in_vain() {
    let world = World::new();
    for name in ["default", "3270", "vim"] {
        let (code, answer) = world.json(&["keymap", "check", &fixture(&format!("keymaps/{name}.toml"))]);
        assert_eq!((code, &answer["faults"]), (0, &serde_json::json!([])), "{answer}");
        assert_eq!(answer["notices"].as_array().unwrap().is_empty(), name == "vim", "{answer}");
        // a keymap of the program is checked by its name, with the same answer
        let by_name = world.json(&["keymap", "check", name]);
        assert_eq!((by_name.0, &by_name.1["bindings"]), (0, &answer["bindings"]), "{by_name:?}");
        let count = |answer: &serde_json::Value| answer["notices"].as_array().map(Vec::len);
        assert_eq!(count(&by_name.1), count(&answer), "{name}");
    }
}

#[test]
fn ten_kinds_of_mistakes_give_their_places_and_exit_2() {
    let world = World::new();
    let mut kinds = std::collections::BTreeSet::new();
    for entry in fs::read_dir(fixture("fixtures/bad/keymaps")).unwrap() {
        let file = entry.unwrap().path().join("keymap.toml");
        let (code, answer) = world.json(&["keymap", "check", text(&file)]);
        assert_eq!((code, &answer["error"]["code"]), (2, &"bad_keymap".into()), "{answer}");
        for fault in answer["error"]["faults"].as_array().unwrap() {
            let line = fault["line"].as_u64().unwrap();
            assert!(line >= 1 && fault["file"].as_str().unwrap().contains(".toml"), "{fault}");
            kinds.insert(
                fault["message"]["en"].as_str().unwrap().split_whitespace().take(2).collect::<String>(),
            );
        }
        let said = world.run(&["keymap", "check", text(&file), "--lang", "en"]);
        assert_eq!(said.code, 2);
        assert!(said.out.is_empty() && said.err.contains(".toml:"), "{said:?}");
    }
    assert!(kinds.len() >= 10, "{kinds:?}");
}

#[test]
fn a_keymap_is_chosen_by_option_by_variable_and_by_file() {
    let world = World::new();
    let name = |args: &[&str]| world.json(&[&["keymap", "show"], args].concat()).1["keymap"].clone();
    assert_eq!(name(&[]), "default");
    assert_eq!(name(&["--keymap", "vim"]), "vim");
    fs::write(
        world.path("benim.toml"),
        "format = 1\nname = \"benim\"\nbase = \"vim\"\n[screen]\n\"x\" = \"show-errors\"\n",
    )
    .unwrap();
    assert_eq!(name(&["--keymap", "benim.toml"]), "benim");
    let mut by_variable = world.command();
    by_variable.env("TEKIL_KEYMAP", "3270").args(["keymap", "show", "--json"]);
    let answer = crate::world::Answer::of(&mut by_variable).good();
    assert!(answer.out.contains("\"keymap\": \"3270\""), "{answer:?}");
    world.run(&["keymap", "show", "vmi"]).refused(2, 2, &["vmi", "default", "vim"]);
    world.run(&["keymap", "show", "yok.toml"]).refused(2, 1, &["yok.toml"]);
    world.run(&["keymap", "check", "defualt"]).refused(2, 2, &["defualt", "default"]);
    world.run(&["keymap", "check", "."]).refused(2, 1, &["dosya"]);
}

/// The table that the README shows is made by the program.
#[test]
fn the_table_of_keys_is_made_of_the_keymap() {
    let world = World::new();
    let table = world.run(&["keymap", "show", "default", "--markdown", "--lang", "en"]).good().out;
    assert!(table.starts_with("| Keys | Place | What it does | Action |\n| --- |"), "{table}");
    let line = "| `?` | Everywhere | Show the keys | `show-keys` |";
    assert!(table.lines().any(|known| known == line), "{table}");
}
