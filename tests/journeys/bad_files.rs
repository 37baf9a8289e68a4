//! Every bad file of the fixtures as its author would check it: the program says exactly what stands beside it.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

use crate::world::{Answer, World};

/// The entries of a folder of bad files.
fn cases(kind: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/bad").join(kind);
    let mut found: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found
}

/// What a check says in both languages, asked in the folder of the file. Both come from one document; `printed` also
/// compares what a person reads.
fn said(world: &World, folder: &Path, args: &[&str], printed: bool) -> String {
    let ask = |more: &[&str]| Answer::of(world.command().current_dir(folder).args(args).args(more));
    let answer = ask(&["--json"]);
    assert_eq!(answer.code, 2, "{args:?} {answer:?}");
    let document: Value = serde_json::from_str(&answer.out).unwrap();
    let one = |lang: &str| {
        let faults: String =
            document["error"]["faults"].as_array().unwrap().iter().map(|fault| line(fault, lang)).collect();
        if printed {
            let answer = ask(&["--lang", lang]);
            assert_eq!((answer.code, answer.out.as_str()), (2, ""), "{args:?} {answer:?}");
            assert_eq!(answer.err.split_once('\n').unwrap().1, faults, "{args:?}");
        }
        format!("# {lang}\n{faults}")
    };
    one("tr") + &one("en")
}

/// A fault as it is printed.
fn line(fault: &Value, lang: &str) -> String {
    let text = |value: &Value| value[lang].as_str().map(str::to_owned);
    let help = text(&fault["help"]).map_or_else(String::new, |help| format!("\n    {help}"));
    let file = fault["file"].as_str().unwrap();
    format!("{file}:{}:{}: {}{help}\n", fault["line"], fault["column"], text(&fault["message"]).unwrap())
}

#[test]
fn each_bad_file_is_refused_word_for_word() {
    let world = World::new();
    let mut wrong = Vec::new();
    let mut count = 0;
    let mut kinds = BTreeSet::new();
    let mut compare = |folder: &Path, args: &[&str], expected: &Path| {
        count += 1;
        let printed = kinds.insert(args[0].to_owned());
        let expected = fs::read_to_string(expected).unwrap_or_default();
        let said = said(&world, folder, args, printed);
        if said != expected {
            wrong.push(format!("{} {args:?}\n--- expected\n{expected}--- said\n{said}", folder.display()));
        }
    };
    for dir in cases("flows") {
        let name = dir.file_name().unwrap().to_str().unwrap();
        compare(&dir, &["flow", "check", &format!("{name}.toml")], &dir.join("expected.txt"));
    }
    for dir in cases("keymaps") {
        compare(&dir, &["keymap", "check", "keymap.toml"], &dir.join("expected.txt"));
    }
    for dir in cases("packs") {
        compare(&dir, &["pack", "check", "."], &dir.join("expected.txt"));
    }
    for file in cases("macros") {
        if file.extension().is_some_and(|end| end == "tkm") {
            let name = file.file_name().unwrap().to_str().unwrap();
            compare(file.parent().unwrap(), &["macro", "check", name], &file.with_extension("txt"));
        }
    }
    assert!(wrong.is_empty(), "{} of {count}\n{}", wrong.len(), wrong.join("\n"));
    assert!(count >= 80, "{count} cases");
}
