use std::{fmt::Write as _, fs, path::Path};

use proptest::prelude::*;

use super::*;
use crate::{
    pack::{FAULTS_MAX, Fault, PackFile},
    text::Lang,
};

mod counted;
mod lists;
mod played;

fn file(text: &str) -> PackFile {
    PackFile { name: "mine.tkm".to_owned(), text: text.to_owned() }
}

fn known() -> Vocabulary {
    let names = |list: &[&str]| list.iter().map(|name| (*name).to_owned()).collect();
    Vocabulary {
        flows: vec![FlowNames {
            name: "break-fx-fund".to_owned(),
            screens: 3,
            fields: names(&["deposit", "fx_amount", "fund_amount"]),
            figures: names(&["stays", "fx_rate", "suitability"]),
        }],
        stories: names(&["break-fx-fund", "legal-stop"]),
    }
}

fn root(folder: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

fn said(faults: &[Fault]) -> String {
    let lines = |lang: Lang| -> String {
        faults.iter().map(|fault| fault.said().of(lang).to_owned() + "\n").collect()
    };
    format!("# tr\n{}# en\n{}", lines(Lang::Tr), lines(Lang::En))
}

/// Each macro under `fixtures/bad/macros` is refused with exactly the sentences beside it.
#[test]
fn bad_macros_are_refused_word_for_word() {
    let mut cases = 0;
    for entry in fs::read_dir(root("fixtures/bad/macros")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|kind| kind != "tkm") {
            continue;
        }
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let file = PackFile { name, text: fs::read_to_string(&path).unwrap() };
        let found = said(&read(&file, &known()).unwrap_err());
        let expected = fs::read_to_string(path.with_extension("txt")).unwrap_or_default();
        assert_eq!(found, expected, "{}", path.display());
        for area in ["macro-", "pack-", "keymap-"] {
            assert!(!found.contains(area), "a message without words: {found}");
        }
        cases += 1;
    }
    assert!(cases >= 12, "{cases} cases");
}

#[test]
fn the_macros_of_the_program_are_sound() {
    let mut cases = 0;
    for entry in fs::read_dir(root("fixtures/macros")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|kind| kind == "tkm") {
            let text = fs::read_to_string(&path).unwrap();
            let found = read(&file(&text), &Vocabulary::default());
            assert!(found.is_ok(), "{}: {}", path.display(), said(&found.unwrap_err()));
            cases += 1;
        }
    }
    assert!(cases >= 2, "{cases}");
}

const WHOLE: &str = r#"#!tekil macro 1
# everything that a macro may say
param musteri : customer = story("break-fx-fund")   # a story's customer
param hesap : account = story("break-fx-fund").deposit
param tl : money TRY = 200b min 0
param ad : text = "ışıl \"x\" # y"
param gun : date = 2026-11-24 min 2026-01-01
param oran : number = 43.2150
param talimat : order = story("break-fx-fund").order
rows from csv
limit rows 200, rate 30/min, as agent
timeout 5s

open-customer $musteri
find-customer "ışıl yıldız"
expect model customer.id == $musteri
expect no alert severity "!!" code "legal"
expect alert code "x"
expect screen customer within 10s
when model alerts.count > 5: skip row "çok uyarı"
when screen start: stop "yok"
expect event opened within 250ms
expect text "Vadesiz" ~ /^[0-9.]+,\/?\d{2}$/
pause "müşteriye sorun"
log customer.id, alerts.count
advance 90s
show-products
open-item 2
set field fx_amount = $tl
set evidence = $talimat
"#;

#[test]
fn everything_a_macro_may_say_is_read_and_written_again() {
    let first = read(&file(WHOLE), &Vocabulary::default()).unwrap();
    assert_eq!((first.params.len(), first.steps.len(), first.rows), (7, 17, true));
    assert!(first.advances());
    assert_eq!((first.name(), first.limits.rows, first.limits.timeout_ms), ("mine", 200, Some(5_000)));
    assert_eq!(first.steps[1].source, "find-customer \"ışıl yıldız\"");
    let again = read(&file(&first.to_string()), &Vocabulary::default()).unwrap();
    assert_eq!(again.to_string(), first.to_string());
    assert_eq!((&again.limits, again.rows), (&first.limits, first.rows));
    let acts = |found: &Macro| found.steps.iter().map(|step| step.act.clone()).collect::<Vec<_>>();
    assert_eq!(acts(&again), acts(&first));
    let params = |found: &Macro| {
        let plain = found.params.iter().cloned().map(|param| Param { line: 0, ..param });
        plain.collect::<Vec<_>>()
    };
    assert_eq!(params(&again), params(&first));
    assert_ne!(again.hash, first.hash, "the hash is of the text");
}

#[test]
fn names_of_the_bank_are_checked_where_they_are_known() {
    let macro_of = |step: &str| format!("#!tekil macro 1\nset-theme\n{step}\n");
    for (step, word) in [
        ("expect screen break-fx-fund/4", "break-fx-fund/4"),
        ("expect screen custumer", "customer"),
        ("expect screen brake-fx-fund/1", "break-fx-fund"),
    ] {
        let found = read(&file(&macro_of(step)), &known()).unwrap_err();
        assert_eq!((found.len(), found[0].line), (1, 3), "{step}");
        assert!(found[0].said().en.contains(word), "{step}: {:?}", found[0].said());
    }
}

#[test]
fn faults_and_lines_are_bounded() {
    let mut many = "#!tekil macro 1\n".to_owned();
    for line in 0..FAULTS_MAX + 7 {
        writeln!(many, "opn-customer {line}").unwrap();
    }
    assert_eq!(read(&file(&many), &known()).unwrap_err().len(), FAULTS_MAX + 1);
    let long = format!("#!tekil macro 1\nset-theme\n{}", "#\n".repeat(2 * LINES_MAX));
    let found = read(&file(&long), &known()).unwrap_err();
    assert_eq!((found.len(), found[0].line), (1, LINES_MAX + 1));
}

#[test]
fn a_single_step_is_read_with_its_place() {
    let known = known();
    assert!(matches!(step("open-customer 17", &known), Ok(Some(Step { act: Act::Do(..), .. }))));
    assert_eq!(step("  # nothing", &known), Ok(None));
    let place = |text: &str| step(text, &known).map_err(|fault| (fault.line, fault.column)).unwrap_err();
    assert_eq!(place("param a : text = x"), (1, 1));
    assert_eq!(place("open-customer $a"), (1, 15));
    assert_eq!(place("expect model customer.ad == 1"), (1, 14));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn reading_never_panics(text in "(\\PC|\n){0,200}") {
        let text = format!("#!tekil macro 1\n{text}");
        if let Ok(found) = read(&file(&text), &known()) {
            let again = read(&file(&found.to_string()), &Vocabulary::default()).unwrap();
            prop_assert_eq!(again.to_string(), found.to_string());
        }
    }

    /// Words, signs and texts of the language in any order: what is taken is written and read again the same.
    #[test]
    fn what_is_taken_reads_back(lines in prop::collection::vec(prop::collection::vec(prop::sample::select(vec![
        "param", "a", "b", ":", "text", "money TRY", "number", "=", "200b", "\"x y\"", "min", "0", "rows from csv",
        "limit", "rows 5", ",", "rate 3/min", "as agent", "timeout 5s", "open-customer", "17", "$a", "expect", "no",
        "model customer.id", "==", ">=", "screen start", "event posted", "within 2s", "when", ": stop", "\"why\"",
        "alert severity \"!!\"", "code \"c\"", "text \"l\" ~ /x+/", "pause", "log", "customer.id", "advance 9s",
        "set field f", "set evidence", "show-products", "# c", "story(\"s\")", ".deposit",
    ]), 1..7), 1..6)) {
        let lines: Vec<String> = lines.iter().map(|words| words.join(" ")).collect();
        let text = format!("#!tekil macro 1\nset-theme\n{}\n", lines.join("\n"));
        if let Ok(found) = read(&file(&text), &Vocabulary::default()) {
            let again = read(&file(&found.to_string()), &Vocabulary::default()).unwrap();
            prop_assert_eq!(again.to_string(), found.to_string());
        }
    }

    #[test]
    fn one_line_alone_reads_back(words in prop::collection::vec(prop::sample::select(vec![
        "expect", "no", "model customer.id", "field f", "==", ">", "17", "\"a b\"", "screen start", "event posted",
        "within 2s", "when", ": stop", ": skip row", "\"why\"", "alert", "severity \"?\"", "code \"c\"",
        "text \"l\"", "~", "/x+/", "pause", "log", ",", "advance 9s", "set field f", "set evidence", "=",
    ]), 1..8)) {
        let text = words.join(" ");
        if let Ok(Some(found)) = step(&text, &Vocabulary::default()) {
            let again = step(&found.act.to_string(), &Vocabulary::default()).unwrap().unwrap();
            prop_assert_eq!(again.act, found.act);
        }
    }
}
