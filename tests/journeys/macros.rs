//! Macros from outside: checked, played dry and for real, from lists and from another program.

use std::{
    fs,
    io::Write as _,
    path::Path,
    process::{Command, Stdio},
};

use serde_json::{Value, json};

use crate::world::{Answer, World, text};

fn fixture(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name).display().to_string()
}

fn flow() -> String {
    fixture("macros/break-fx-fund.tkm")
}

/// A demo bank as large as the macros of the program ask for.
fn bank() -> World {
    let world = World::new();
    world.run(&["demo", "--customers", "300"]).good();
    world
}

/// A copy of a world's store.
fn copy(world: &World) -> World {
    let other = World::new();
    let to = other.store();
    fs::create_dir_all(to.parent().unwrap()).unwrap();
    let copied = Command::new("cp").arg("-r").arg(world.store()).arg(&to).status().unwrap();
    assert!(copied.success());
    other
}

fn traces(world: &World) -> u64 {
    let (code, found) = world.json(&["verify"]);
    assert_eq!((code, &found["faults"]), (0, &json!([])), "{found}");
    found["checked"]["traces"].as_u64().unwrap()
}

#[test]
fn every_macro_of_the_program_runs_on_a_demo_bank_without_rows_and_without_a_pause() {
    let world = bank();
    let before = world.json(&["verify"]).1["checked"].clone();
    for entry in fs::read_dir(fixture("macros")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|kind| kind != "tkm") {
            continue;
        }
        let (code, found) = world.json(&["macro", "check", text(&path)]);
        assert_eq!((code, &found["faults"]), (0, &json!([])), "{found}");
        let (code, found) = world.json(&["play", text(&path)]);
        assert_eq!((code, &found["rows"][0]["outcome"]), (0, &json!("ok")), "{found}");
    }
    let after = world.json(&["verify"]).1["checked"].clone();
    for (what, count) in after.as_object().unwrap() {
        let grows = ["traces", "indexes"].contains(&what.as_str()) || what.starts_with("journal");
        assert!(grows || Some(count) == before.get(what), "{what}: {count}");
    }
}

/// The effort of the flow as it was agreed: a rise is a fault of the screens, not of this file.
#[test]
fn the_flow_takes_no_more_work_than_was_agreed() {
    let world = bank();
    let golden: Value =
        serde_json::from_str(&fs::read_to_string(fixture("macros/break-fx-fund.effort.json")).unwrap())
            .unwrap();
    let (code, found) = world.json(&["play", &flow()]);
    let row = &found["rows"][0];
    assert_eq!((code, &row["outcome"]), (0, &json!("ok")), "{found}");
    for figure in ["screens", "popups", "keys", "typed", "typed_twice", "lookups_outside"] {
        let (is, was) = (row[figure].as_u64().unwrap(), golden[figure].as_u64().unwrap());
        assert!(is <= was, "{figure} rose from {was} to {is}");
    }
    assert!(row["keys"].as_u64().unwrap() <= 26 && row["typed"].as_u64().unwrap() <= 4, "{row}");
    assert_eq!(
        (&row["screens"], &row["typed_twice"], &row["lookups_outside"]),
        (&json!(3), &json!(0), &json!(0))
    );
    assert_eq!((&row["carried"], &row["klm_s"]), (&golden["carried"], &golden["klm_s"]), "{row}");
}

#[test]
fn the_same_postings_in_every_keymap_language_and_size() {
    let world = bank();
    let second = fixture("keymaps/left-hand.toml");
    let mut seen: Vec<(Value, Value)> = Vec::new();
    for (keymap, lang, size) in [
        ("default", "tr", "80x24"),
        (second.as_str(), "en", "132x43"),
        ("3270", "tr", "132x43"),
        ("vim", "en", "80x24"),
    ] {
        let fresh = copy(&world);
        let args = ["play", &flow(), "--commit", "--keymap", keymap, "--lang", lang, "--size", size];
        let (code, found) = fresh.json(&args);
        let row = found["rows"][0].clone();
        assert_eq!((code, &row["outcome"], &row["state"]), (0, &json!("ok"), &json!("posted")), "{found}");
        let lines = row["final_screen"].as_str().unwrap().lines().count();
        assert_eq!(lines.to_string(), size.split_once('x').unwrap().1);
        assert_eq!(row["postings"].as_array().unwrap().len(), 15, "{row}");
        seen.push((row["postings"].clone(), row["typed"].clone()));
        traces(&fresh);
    }
    assert!(seen.iter().all(|one| *one == seen[0]), "{seen:?}");
}

#[test]
fn a_dry_run_posts_nothing_and_leaves_looks_and_the_run() {
    let world = bank();
    let before = traces(&world);
    let (code, dry) = world.json(&["play", &flow()]);
    assert_eq!((code, &dry["committed"]), (0, &json!(false)), "{dry}");
    assert_eq!(dry["rows"][0]["postings"].as_array().unwrap().len(), 15);
    // the customer's screen, the flow's, and the run
    assert_eq!(traces(&world), before + 3);
    let (_, again) = world.json(&["play", &flow()]);
    assert_eq!(again["rows"], dry["rows"], "a dry run leaves nothing that the next one meets");
    let (code, real) = world.json(&["play", &flow(), "--commit"]);
    assert_eq!((code, &real["rows"][0]["postings"]), (0, &dry["rows"][0]["postings"]), "{real}");
}

#[test]
fn a_row_that_was_posted_is_not_run_again() {
    let world = bank();
    let (_, first) = world.json(&["play", &flow(), "--commit"]);
    let hash = world.state_hash();
    let (code, again) = world.json(&["play", &flow(), "--commit"]);
    let row = &again["rows"][0];
    assert_eq!(
        (code, &row["outcome"], &row["state"]),
        (0, &json!("already_posted"), &json!("posted")),
        "{again}"
    );
    assert_eq!(row["postings"], first["rows"][0]["postings"]);
    assert_ne!(world.state_hash(), hash, "the run itself is traced");
    let (code, other) = world.json(&["play", &flow(), "--commit", "--operator", "gise"]);
    assert_eq!((code, &other["rows"][0]["outcome"]), (3, &json!("failed")), "the deposit is gone: {other}");
}

#[test]
fn who_may_not_post_is_told_so_by_the_exit() {
    let world = bank();
    for nobody in ["denetci", "kimse"] {
        let (code, ran) = world.json(&["play", &flow(), "--commit", "--operator", nobody]);
        assert_eq!((code, &ran["rows"][0]["outcome"]), (4, &json!("refused")), "{nobody}: {ran}");
        assert_eq!(ran["rows"][0]["postings"], json!([]), "{nobody}: {ran}");
    }
}

#[test]
fn a_row_that_was_taken_back_is_neither_done_nor_done_again() {
    let world = bank();
    let (_, first) = world.json(&["play", &flow(), "--commit"]);
    let no = first["rows"][0]["log"][0]["value"].as_str().unwrap();
    let reverse = |who| world.json(&["--operator", who, "reverse", no, "--reason", "yanlış"]).0;
    assert_eq!((reverse("gise"), reverse("yonetici")), (0, 0));
    let (code, again) = world.json(&["play", &flow(), "--commit"]);
    let row = &again["rows"][0];
    assert_eq!((code, &row["outcome"], &row["state"]), (1, &json!("refused"), &json!("reversed")), "{again}");
    assert!(row["message"]["tr"].as_str().unwrap().contains("geri alınmış"), "{row}");
}

#[test]
fn a_dry_run_speaks_the_language_and_prints_no_receipt_number() {
    let world = bank();
    let dry = world.run(&["play", &flow(), "--size", "80x24"]).good().out;
    for words in ["işlenecekti", "Döviz pozisyonu", "müşteri 1001401701", "receipt.no = -"] {
        assert!(dry.contains(words), "{words} in {dry}");
    }
    for number in ["2026-1124-", "000871", "fx_position", "posted"] {
        assert!(!dry.contains(number), "{number} in {dry}");
    }
}

const STALE: &str = "#!tekil macro 1
param customer : customer = story(\"break-fx-fund\")
param order : order = story(\"break-fx-fund\").order
open-customer $customer
start-flow break-fx-fund
set field fx_amount = 200b
set field fund_amount = 300b
submit-step
submit-step
advance 200s
set evidence = $order
submit-step
expect event posted
";

#[test]
fn a_stale_price_posts_nothing_and_exits_1() {
    let world = bank();
    fs::write(world.path("stale.tkm"), STALE).unwrap();
    let (code, found) = world.json(&["play", "stale.tkm", "--commit"]);
    let row = &found["rows"][0];
    assert_eq!((code, &row["outcome"], &row["postings"]), (1, &json!("refused"), &json!([])), "{found}");
    assert!(row["message"]["en"].as_str().unwrap().contains("10:44:00"), "{row}");
    let mut real = world.command();
    real.env_remove("TEKIL_NOW").args(["play", "stale.tkm"]);
    Answer::of(&mut real).refused(2, 1, &["--now"]);
}

const SPLIT: &str = "#!tekil macro 1
param customer : customer = story(\"break-fx-fund\")
param tl : money TRY
rows from csv
limit rows 4, as agent
open-customer $customer
start-flow break-fx-fund
set field fx_amount = 200b
set field fund_amount = $tl   # the list says how much
expect field stays >= 0
";

#[test]
fn a_list_stops_at_the_row_that_fails_and_says_how_to_go_on() {
    let world = bank();
    fs::write(world.path("split.tkm"), SPLIT).unwrap();
    fs::write(world.path("list.csv"), "tl\n100b\n312500\n5b\n").unwrap();
    let failed = world.run(&["play", "split.tkm", "--rows", "list.csv", "--lang", "en"]);
    assert_eq!(failed.code, 3, "{failed:?}");
    for part in [
        "split.tkm:10: expect field stays >= 0  FAILED   row 2 of 3  (list.csv:3)",
        "stays = -12,341.78 TRY   (deposit 4017-03, fx_amount 200,000.00 TRY",
        "deposit_net 500,158.22 TRY",
        "last action  split.tkm:9 set field fund_amount = $tl",
        "screen break-fx-fund/1 at",
        "   |  Ms DENİZ Y*****Z  No ****4017                Break → FX → Fund      Screen 1/3",
        "to go on: tekil play split.tkm --rows list.csv --from-row 2",
        "1 rows ok, 1 failed, 0 refused, 1 not run. Nothing was posted (dry run).",
    ] {
        assert!(failed.out.contains(part), "no {part:?} in {}", failed.out);
    }
    world.run(&["play", "split.tkm", "--rows", "list.csv", "--from-row", "3"]).good();
    fs::write(world.path("bad.csv"), "tl;customer\n1.500;10014017\n5b;x\n").unwrap();
    let bad =
        world.run(&["play", "split.tkm", "--rows", "bad.csv"]).refused(2, 5, &["bad.csv:2:1", "bad.csv:3:2"]);
    assert!(bad.err.contains("1.500"), "{bad:?}");
    fs::write(world.path("long.csv"), "tl\n1b\n1b\n1b\n1b\n1b\n").unwrap();
    world.run(&["play", "split.tkm", "--rows", "long.csv"]).refused(2, 2, &["long.csv:6"]);
    world.run(&["play", "split.tkm"]).refused(2, 2, &["split.tkm:3"]);
    let other = ["play", "split.tkm", "--rows", "list.csv", "--operator", "gise"];
    world.run(&other).refused(4, 1, &["agent", "teller"]);
}

#[test]
fn without_a_person_a_pause_leaves_the_draft() {
    let world = bank();
    let macro_text = "#!tekil macro 1
param customer : customer = story(\"break-fx-fund\")
open-customer $customer
start-flow break-fx-fund
set field fx_amount = 200b
pause \"ask the customer\"
submit-step
";
    fs::write(world.path("ask.tkm"), macro_text).unwrap();
    let (code, found) = world.json(&["play", "ask.tkm", "--commit"]);
    let row = &found["rows"][0];
    assert_eq!((code, &row["outcome"], &row["state"]), (0, &json!("waiting"), &json!("draft")), "{found}");
}

#[test]
fn bad_macros_give_their_places_and_exit_2() {
    let world = World::new();
    let mut kinds = std::collections::BTreeSet::new();
    for entry in fs::read_dir(fixture("bad/macros")).unwrap() {
        let file = entry.unwrap().path();
        if file.extension().is_none_or(|kind| kind != "tkm") {
            continue;
        }
        let (code, answer) = world.json(&["macro", "check", text(&file)]);
        assert_eq!((code, &answer["error"]["code"]), (2, &json!("bad_macro")), "{answer}");
        for fault in answer["error"]["faults"].as_array().unwrap() {
            assert!(fault["line"].as_u64().unwrap() >= 1, "{fault}");
            let words = fault["message"]["en"].as_str().unwrap().split_whitespace();
            kinds.insert(words.rev().take(3).collect::<String>());
        }
    }
    assert!(kinds.len() >= 10, "{kinds:?}");
    world.run(&["macro", "check", "none.tkm"]).refused(2, 1, &["none.tkm"]);
}

/// What another program is answered to such steps, and the exit code.
fn driven(world: &World, steps: &str) -> (String, Option<i32>) {
    let mut command = world.command();
    let mut child = command
        .args(["play", "-", "--lang", "en"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(steps.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.code())
}

/// The steps of the flow's macro with the values of its story, as another program would send them.
fn steps_of_the_story() -> String {
    let text = fs::read_to_string(flow()).unwrap();
    let steps = text.lines().skip_while(|line| !line.starts_with("open-customer"));
    let mut steps = steps.collect::<Vec<&str>>().join("\n") + "\n";
    for (name, value) in [
        ("$customer", "10014017"),
        ("$deposit", "4017-03"),
        ("$order", "41975076666"),
        ("$fx_amount", "200b"),
        ("$fund_amount", "300b"),
    ] {
        steps = steps.replace(name, value);
    }
    steps
}

#[test]
fn what_belongs_into_a_file_is_refused_line_by_line() {
    let world = bank();
    for head in ["param x : money TRY = 5", "rows from csv", "limit rows 2", "timeout 5s"] {
        let (out, code) = driven(&world, &format!("{head}\n"));
        assert_eq!(code, Some(2), "{head}: {out}");
        assert!(out.contains("data: 1: Only steps are written here;"), "{head}: {out}");
    }
}

/// The number of a receipt that vanishes is nobody's: not in a failure's screen, not for another program.
#[test]
fn nothing_of_a_dry_run_shows_a_receipts_number() {
    let world = bank();
    let whole = fs::read_to_string(flow()).unwrap();
    let file = world.path("late.tkm");
    fs::write(&file, whole + "expect screen start\n").unwrap();
    let numbered = |shown: &str| {
        let digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
        shown.split_whitespace().any(|word| {
            let parts: Vec<&str> = word.split('-').collect();
            parts.len() == 3 && parts.iter().all(|part| digits(part)) && parts[2].len() == 6
        })
    };
    for size in ["80x24", "40x10"] {
        let (code, found) = world.json(&["play", text(&file), "--size", size]);
        let row = &found["rows"][0];
        assert_eq!((code, &row["outcome"]), (3, &json!("failed")), "{found}");
        let (dump, screen) =
            (row["failure"]["dump"].as_str().unwrap(), row["final_screen"].as_str().unwrap());
        assert!(dump.contains("--------") && screen.contains("--------"), "{dump}{screen}");
        assert!(!numbered(dump) && !numbered(screen), "{dump}{screen}");
        let said = world.run(&["play", text(&file), "--size", size]).out;
        assert!(!numbered(&said), "{said}");
    }
    let (out, code) = driven(&world, &(steps_of_the_story() + "screen\n"));
    assert_eq!(code, Some(0), "{out}");
    assert!(out.contains("data:  DONE") && !numbered(&out), "{out}");
    let (code, real) = world.json(&["play", &flow(), "--commit", "--size", "80x24"]);
    assert_eq!(code, 0);
    assert!(numbered(real["rows"][0]["final_screen"].as_str().unwrap()), "{real}");
}

#[test]
fn another_program_drives_it_line_by_line() {
    let world = bank();
    let steps = "open-customer 10014017\nshow-products\nlog list.total\nscren\nscreen\nexpect screen start\nanswer-yes\n";
    let (out, code) = driven(&world, steps);
    let answers: Vec<&str> = out.lines().filter(|line| !line.starts_with("data: ")).collect();
    assert_eq!(
        answers,
        [
            "status: customer screen en keys 10",
            "ok",
            "status: products list en keys 12",
            "ok",
            "status: products list en keys 12",
            "ok",
            "status: products list en keys 12",
            "error 2",
            "status: products list en keys 12",
            "ok",
            "status: products list en keys 12",
            "error 3",
            "status: products list en keys 12",
            "error 2",
        ]
    );
    assert!(out.contains("data: list.total = 12\n") && out.contains("data:  PRODUCTS"), "{out}");
    assert_eq!(code, Some(2), "the worst of all answers");
}
