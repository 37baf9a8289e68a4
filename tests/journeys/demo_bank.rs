//! `tekil demo`: a bank from one command.

use std::{
    collections::BTreeSet,
    process::{Command, Stdio},
};

use serde_json::json;

use crate::world::{World, assert_harmless, text};

const CUSTOMERS: [&str; 3] = ["demo", "--customers", "300"];

#[test]
fn the_same_seed_gives_the_same_bank_and_another_seed_another() {
    let [one, other, third] = [World::new(), World::new(), World::new()];
    let (code, report) = one.json(&CUSTOMERS);
    assert_eq!((code, &report["customers"]), (0, &json!(300)));
    for (key, least) in [("accounts", 550), ("transactions", 3_000), ("complaints", 10)] {
        assert!(report[key].as_u64().unwrap() >= least, "{key} {report}");
    }
    assert_eq!(other.json(&CUSTOMERS), (0, report.clone()));
    assert_eq!(one.state_hash(), other.state_hash());
    third.run(&[&CUSTOMERS[..], &["--seed", "7"]].concat()).good();
    assert_ne!(third.state_hash(), one.state_hash());
}

#[test]
fn every_story_is_listed_in_both_languages_and_opens() {
    let world = World::new();
    let (_, report) = world.json(&CUSTOMERS);
    let stories = report["stories"].as_array().unwrap();
    let names: BTreeSet<&str> = stories.iter().map(|story| story["story"].as_str().unwrap()).collect();
    assert_eq!(names.len(), 13);
    for story in [
        "break-fx-fund",
        "bounced-cheque",
        "ivr-card-limit",
        "wedding",
        "military-service",
        "cancellation",
        "duplicate-pair",
        "twins",
        "bad-mood",
        "complaint-closes-sales",
        "atm-refusal",
        "missing-contact-data",
        "company-three-contacts",
    ] {
        assert!(names.contains(story), "{story}");
    }
    for story in stories {
        let shown = world.run(&["show", &story["customer"].to_string()]).good();
        assert_harmless(&shown.out);
    }
    let other = World::new();
    let said = other.run(&["demo", "--customers", "60", "--lang", "en"]).good().out;
    for story in stories {
        assert!(said.contains(story["title"]["en"].as_str().unwrap()), "{story} in {said}");
    }
}

#[test]
fn a_store_that_holds_something_is_left_alone() {
    let world = World::filled();
    let before = world.state_hash();
    world.run(&["demo"]).refused(2, 1, &["boş değil", "--store"]);
    world.run(&["demo", "--lang", "en"]).refused(2, 1, &["not empty", "--store"]);
    assert_eq!(world.json(&["demo"]).1["error"]["code"], "store_not_empty");
    assert_eq!(world.state_hash(), before);
}

#[test]
fn sizes_and_seeds_that_cannot_be_are_refused_before_anything_is_made() {
    let world = World::new();
    for (option, value) in [
        ("--customers", "0"),
        ("--customers", "49"),
        ("--customers", "5000001"),
        ("--customers", "bin"),
        ("--customers", "-1"),
        ("--seed", "x"),
    ] {
        let answer = world.run(&["demo", &format!("{option}={value}")]);
        assert_eq!(answer.code, 2, "{answer:?}");
        assert!(answer.err.contains(option) && answer.err.contains(value), "{answer:?}");
    }
    assert!(!world.store().exists());
}

/// A fill that is killed says so at every start, and what to do about it.
#[test]
fn a_killed_fill_is_never_taken_for_a_bank() {
    let world = World::new();
    let mut fill: Command = world.command();
    fill.args(["demo", "--customers", "100000"]).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = fill.spawn().unwrap();
    // the first frames are written when the journal has grown past its header
    let journal = world.store().join("journal");
    let grown = || {
        let files = std::fs::read_dir(&journal).into_iter().flatten().flatten();
        files.filter_map(|file| file.metadata().ok()).map(|meta| meta.len()).sum::<u64>() > 200_000
    };
    while !grown() {
        assert!(child.try_wait().unwrap().is_none(), "it ended before it was killed");
        std::thread::yield_now();
    }
    child.kill().unwrap();
    child.wait().unwrap();
    world.run(&["demo"]).refused(2, 2, &["yarıda", "Klasörü silin", text(&world.store())]);
    world.run(&["--lang", "en"]).refused(2, 2, &["cut off", "Delete the folder"]);
    assert_eq!(world.json(&["verify"]).0, 5);
}
