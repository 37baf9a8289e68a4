//! Ten broken variants of the warehouse sample. A bad file refuses the import as a whole and leaves no
//! store; a bad row is one reject. Each is named with file, line, field, value and remedy in both languages.

use std::{fs, io::Write as _, path::Path};

use serde_json::Value;

use crate::world::{World, assert_harmless, text};

/// What a variant must come to.
struct Wanted<'a> {
    /// The file as a whole, or some rows.
    whole: bool,
    file: &'a str,
    field: Option<&'a str>,
    value: Option<&'a str>,
}

/// Breaks a copy of the sample and imports it.
#[track_caller]
fn broken(wanted: &Wanted<'_>, breaking: impl Fn(&Path)) {
    let world = World::new();
    let folder = world.warehouse();
    breaking(&folder);
    let args = ["import", "warehouse", text(&folder)];
    let (code, found) = world.json(&args);
    let rejects = found["rejects"].as_array().unwrap_or_else(|| panic!("rejects in {found}"));
    let reject = rejects
        .iter()
        .find(|reject| named(reject, wanted))
        .unwrap_or_else(|| panic!("no such reject in {found}"));
    for lang in ["tr", "en"] {
        for part in ["message", "remedy"] {
            let said = reject[part][lang].as_str().unwrap();
            assert!(!said.is_empty() && said.len() < 400, "{reject}");
        }
    }
    assert_ne!(reject["remedy"]["tr"], reject["remedy"]["en"], "{reject}");
    assert_harmless(&found.to_string());
    if wanted.whole {
        assert_eq!(code, 2, "{found}");
        assert!(found["error"]["message"]["tr"].is_string());
        assert!(!world.store().exists(), "a refused import makes no store");
        said_to_people(&world, &args, wanted);
    } else {
        assert_eq!(code, 0, "{found}");
        assert!(reject["line"].as_u64().unwrap() >= 1, "{reject}");
        refused_when_strict(wanted, &breaking);
    }
}

fn named(reject: &Value, wanted: &Wanted<'_>) -> bool {
    reject["file"] == wanted.file
        && wanted.field.is_none_or(|field| reject["field"] == field)
        && wanted.value.is_none_or(|value| reject["value"] == value)
}

/// The refusal as people read it, in both languages, with what was found before still there.
fn said_to_people(world: &World, args: &[&str], wanted: &Wanted<'_>) {
    for (lang, word) in [("tr", "depo değişmedi"), ("en", "unchanged")] {
        let answer = world.run(&[args, &["--lang", lang]].concat());
        assert_eq!(answer.code, 2, "{answer:?}");
        assert!(answer.err.contains(word) && answer.err.contains(wanted.file), "{answer:?}");
        assert_harmless(&answer.err);
    }
}

/// Under `--strict` a store that is there keeps its state.
fn refused_when_strict(wanted: &Wanted<'_>, breaking: &impl Fn(&Path)) {
    let world = World::imported();
    let before = world.state_hash();
    let folder = world.warehouse();
    breaking(&folder);
    let strict = ["import", "warehouse", text(&folder), "--strict"];
    assert_eq!(world.json(&strict).0, 2);
    said_to_people(&world, &strict, wanted);
    assert_eq!(world.state_hash(), before);
}

/// Replaces a column of the n-th row (0 is the header).
fn cell(folder: &Path, file: &str, row: usize, column: &str, value: &str) {
    let path = folder.join(file);
    let content = fs::read_to_string(&path).unwrap();
    let at = content.lines().next().unwrap().split(',').position(|name| name == column).unwrap();
    let lines: Vec<String> = content
        .lines()
        .enumerate()
        .map(|(number, line)| {
            let mut cells: Vec<&str> = line.split(',').collect();
            if number == row {
                cells[at] = value;
            }
            cells.join(",")
        })
        .collect();
    fs::write(path, lines.join("\n") + "\n").unwrap();
}

fn whole(file: &str) -> Wanted<'_> {
    Wanted { whole: true, file, field: None, value: None }
}

fn row<'a>(file: &'a str, field: &'a str, value: &'a str) -> Wanted<'a> {
    Wanted { whole: false, file, field: Some(field), value: Some(value) }
}

#[test]
fn a_wrong_column() {
    broken(&whole("customers.csv"), |folder| cell(folder, "customers.csv", 0, "branch", "brnch"));
}

#[test]
fn a_bad_date() {
    broken(&row("customers.csv", "birth", "1981-02-30"), |folder| {
        cell(folder, "customers.csv", 1, "birth", "1981-02-30");
    });
}

#[test]
fn a_bad_identity_number() {
    broken(&row("identifiers.csv", "number", "10000178143"), |folder| {
        cell(folder, "identifiers.csv", 1, "number", "10000178143");
    });
}

#[test]
fn a_number_twice() {
    let wanted = Wanted { whole: false, file: "customers.csv", field: None, value: None };
    broken(&wanted, |folder| {
        let path = folder.join("customers.csv");
        let content = fs::read_to_string(&path).unwrap();
        let again = content.lines().nth(1).unwrap().to_owned() + "\n";
        fs::write(&path, content + &again).unwrap();
    });
}

#[test]
fn a_cut_file() {
    let wanted = Wanted { whole: false, file: "transactions.csv", field: None, value: None };
    broken(&wanted, |folder| {
        let path = folder.join("transactions.csv");
        let bytes = fs::read(&path).unwrap();
        fs::write(&path, &bytes[..bytes.len() - 25]).unwrap();
    });
}

#[test]
fn a_wrong_encoding() {
    broken(&whole("customers.csv"), |folder| {
        let path = folder.join("customers.csv");
        let mut bytes = vec![0xff, 0xfe];
        for unit in fs::read_to_string(&path).unwrap().encode_utf16() {
            bytes.extend(unit.to_le_bytes());
        }
        fs::write(&path, bytes).unwrap();
    });
}

#[test]
fn a_line_of_100_mb() {
    let wanted = Wanted { whole: false, file: "complaints.csv", field: None, value: None };
    let world = World::new();
    let folder = world.warehouse();
    let path = folder.join("complaints.csv");
    let mut file = fs::OpenOptions::new().append(true).open(&path).unwrap();
    let block = vec![b'x'; 1024 * 1024];
    for _ in 0..100 {
        file.write_all(&block).unwrap();
    }
    file.write_all(b"\n").unwrap();
    let (code, found) = world.json(&["import", "warehouse", text(&folder)]);
    let rejects = found["rejects"].as_array().unwrap();
    assert!(rejects.iter().any(|reject| named(reject, &wanted)), "{found}");
    assert_eq!(code, 0, "{found}");
    assert!(found.to_string().len() < 100_000, "the long line is clipped");
}

#[test]
fn a_path_in_a_name() {
    broken(&whole("customers_..csv"), |folder| {
        fs::rename(folder.join("customers.csv"), folder.join("customers_..csv")).unwrap();
    });
}

#[test]
fn a_negative_limit() {
    broken(&row("cards.csv", "limit", "-40000.00"), |folder| {
        cell(folder, "cards.csv", 1, "limit", "-40000.00");
    });
}

#[test]
fn an_unknown_currency() {
    broken(&row("accounts.csv", "currency", "TRL"), |folder| {
        cell(folder, "accounts.csv", 1, "currency", "TRL");
    });
}
