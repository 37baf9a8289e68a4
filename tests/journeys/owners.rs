//! Several commands on one store: short ones wait for each other, a long owner is named.

use std::{
    process::{Child, Stdio},
    sync::mpsc,
    time::Duration,
};

use tekil::store::embedded::{EmbeddedStore, OpenOptions};

use crate::{
    terminal::Terminal,
    world::{Answer, World},
};

#[test]
fn two_commands_at_once_both_do_their_work() {
    let world = World::filled();
    let (_, start) = world.json(&[]);
    let customer = start["next"][0].as_str().unwrap().split_whitespace().nth(2).unwrap().to_owned();
    let spawn = |args: &[&str]| -> Child {
        let mut command = world.command();
        command.args(args).stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().unwrap()
    };
    let children = [spawn(&["show", &customer]), spawn(&["verify"]), spawn(&["show", &customer]), spawn(&[])];
    for child in children {
        let ended = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert_eq!(ended.status.code(), Some(0), "{said}");
    }
    assert_eq!(world.json(&["verify"]).0, 0);
}

#[test]
fn two_first_commands_at_once_fill_the_store_once() {
    let world = World::new();
    let children: Vec<Child> = (0..2)
        .map(|_| {
            let mut command = world.command();
            command.stdout(Stdio::piped()).stderr(Stdio::piped());
            command.spawn().unwrap()
        })
        .collect();
    for child in children {
        let ended = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&ended.stderr).into_owned();
        assert_eq!(ended.status.code(), Some(0), "{said}");
    }
    let counts = |world: &World| {
        let (code, found) = world.json(&["verify"]);
        assert_eq!(code, 0, "{found}");
        ["customers", "records", "entries", "statement_rows"]
            .map(|what| found["checked"][what].as_u64().unwrap())
    };
    let alone = World::new();
    alone.run(&[]).good();
    assert_eq!(counts(&world), counts(&alone));
}

#[test]
fn an_owner_that_stays_is_named_with_its_process_and_the_remedy() {
    let world = World::filled();
    let owner = EmbeddedStore::open(&world.store(), OpenOptions::real()).unwrap();
    let pid = std::process::id().to_string();
    for (lang, words) in [("tr", ["işlem no", "yeniden deneyin"]), ("en", ["pid", "Try again"])] {
        let answer = world.run(&["verify", "--lang", lang]);
        answer.refused(5, 2, &[&pid, words[0], words[1]]);
    }
    let (code, document) = world.json(&["show", "1"]);
    assert_eq!((code, &document["error"]["code"]), (5, &serde_json::json!("store_owned")));
    owner.close().unwrap();
    world.run(&["verify"]).good();
}

/// What is to be said stays on the screen that the person sees.
#[test]
fn a_second_workstation_names_the_owner_and_never_takes_the_screen() {
    let world = World::filled();
    let owner = EmbeddedStore::open(&world.store(), OpenOptions::real()).unwrap();
    let pid = format!("işlem no {}", std::process::id());
    let terminal = Terminal::start(&world, &[]);
    terminal
        .until("the owner", |shown| shown.text().contains(&pid) && shown.text().contains("yeniden deneyin"));
    assert!(!terminal.see(|shown| shown.took_over));
    assert_eq!(terminal.end(), 5);
    owner.close().unwrap();
}

#[test]
fn an_owner_that_ends_in_time_is_waited_for() {
    let world = World::filled();
    let owner = EmbeddedStore::open(&world.store(), OpenOptions::real()).unwrap();
    let waiting = world.command().arg("verify").stdout(Stdio::null()).spawn().unwrap();
    let (_keep, pause) = mpsc::channel::<()>();
    assert!(pause.recv_timeout(Duration::from_millis(700)).is_err());
    owner.close().unwrap();
    let ended = waiting.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(0));
    Answer::of(world.command().arg("verify")).good();
}
