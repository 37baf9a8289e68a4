//! Keymap files with mistakes, and what is said of each.

use std::{fmt::Write as _, fs, path::Path};

use super::*;
use crate::pack::FAULTS_MAX;

fn file(path: &Path) -> Option<PackFile> {
    let name = path.file_name()?.to_str()?.to_owned();
    Some(PackFile { name, text: fs::read_to_string(path).ok()? })
}

fn faults(text: &str) -> Vec<Fault> {
    let file = PackFile { name: "mine.toml".to_owned(), text: text.to_owned() };
    Keymap::load(&file, &|_| None).unwrap_err()
}

/// Each folder under `fixtures/bad/keymaps` is refused with exactly the sentences beside it.
#[test]
fn bad_keymaps_are_refused_word_for_word() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/bad/keymaps");
    let mut cases = 0;
    for entry in fs::read_dir(root).unwrap() {
        let dir = entry.unwrap().path();
        let find = |base: &str| file(&dir.join(format!("{base}.toml")));
        let found = Keymap::load(&file(&dir.join("keymap.toml")).unwrap(), &find).unwrap_err();
        let lines = |lang: Lang| -> String {
            found.iter().map(|fault| fault.said().of(lang).to_owned() + "\n").collect()
        };
        let found = format!("# tr\n{}# en\n{}", lines(Lang::Tr), lines(Lang::En));
        let expected = fs::read_to_string(dir.join("expected.txt")).unwrap();
        assert_eq!(found, expected, "{}", dir.display());
        for area in ["keymap-", "pack-", "action-"] {
            assert!(!found.contains(area), "a message without words: {found}");
        }
        cases += 1;
    }
    assert!(cases >= 15, "{cases} cases");
}

#[test]
fn faults_and_files_are_bounded() {
    let mut many = String::new();
    for line in 0..FAULTS_MAX + 7 {
        writeln!(many, "\"x{line}\" = \"open-item\"").unwrap();
    }
    let found = faults(&format!("format = 1\nname = \"mine\"\n[screen]\n{many}"));
    assert_eq!(found.len(), FAULTS_MAX + 1);
    let chain = |base: &str| {
        let next = base.trim_start_matches('b').parse::<usize>().unwrap_or(0) + 1;
        let text = format!("format = 1\nname = \"n{next}\"\nbase = \"b{next}\"\n");
        Some(PackFile { name: format!("{base}.toml"), text })
    };
    let deep = Keymap::load(&chain("b0").unwrap(), &chain).unwrap_err();
    assert_eq!(deep.len(), 1);
    assert!(deep[0].said().en.contains(&format!("at most {BASES_MAX} files")), "{deep:?}");
}

#[test]
fn more_keys_than_the_limit_are_refused() {
    let letters = "abcdefghijklmnopqrstuvwxyz";
    let mut lines = String::new();
    for first in letters.chars() {
        for second in letters.chars().take(10) {
            writeln!(lines, "\"{first} {second} a..z\" = {{ action = \"play-macro\", arg = \"$letter\" }}")
                .unwrap();
        }
    }
    let found = faults(&format!("format = 1\nname = \"mine\"\nbase = \"default\"\n[flow]\n{lines}"));
    assert!(found.iter().any(|fault| fault.said().en.contains("2,000")), "{found:?}");
}

/// A user's file over a base that grew a key of its own: with `override` the user's key stands.
#[test]
fn the_users_key_wins_over_a_new_default() {
    let base = "format = 1\nname = \"house\"\n[global]\n\":\" = \"open-palette\"\n[screen]\n\"x\" = \"show-errors\"\n\"w o\" = \"show-work\"\n";
    let find = |name: &str| {
        (name == "house").then(|| PackFile { name: "house.toml".to_owned(), text: base.to_owned() })
    };
    let load = |head: &str, line: &str| {
        let text = format!("format = 1\nname = \"mine\"\nbase = \"house\"\n{head}\n[screen]\n{line}\n");
        Keymap::load(&PackFile { name: "mine.toml".to_owned(), text }, &find)
    };
    let pressed = |keymap: &Keymap, pressed: &str| told(&keymap.resolve(&[Context::Screen], &keys(pressed)));
    for (head, line) in [
        ("override = true", "\"x\" = \"show-products\""),
        ("", "\"x\" = { action = \"show-products\", override = true }"),
    ] {
        let keymap = load(head, line).unwrap();
        assert_eq!(pressed(&keymap, "x"), "show-products");
        assert_eq!(pressed(&keymap, "w o"), "show-work", "the rest is the base's");
        assert_eq!(pressed(&keymap, ":"), "open-palette");
    }
    let refused = load("", "\"x\" = \"show-products\"").unwrap_err();
    let said = refused[0].said().en;
    assert!(said.starts_with("mine.toml:6:1: ") && said.contains("house.toml, line 6"), "{said}");
    // saying again what the base says is no conflict
    assert!(load("", "\"x\" = \"show-errors\"").is_ok());
    let keymap = load("override = true", "\"w\" = \"show-products\"").unwrap();
    assert_eq!((pressed(&keymap, "w").as_str(), pressed(&keymap, "w o").as_str()), ("show-products", "-"));
}
