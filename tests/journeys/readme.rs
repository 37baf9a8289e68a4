//! What the README shows is what the program does.

use std::{fs, path::Path};

use crate::world::World;

fn project(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// The fenced block behind a marker.
fn block(readme: &str, marker: &str) -> String {
    let (_, behind) = readme.split_once(marker).unwrap_or_else(|| panic!("no {marker} in the README"));
    let (_, fenced) = behind.split_once("```").unwrap();
    let (_, body) = fenced.split_once('\n').unwrap();
    body.split_once("```").unwrap().0.to_owned()
}

#[test]
fn the_screen_in_it_is_the_one_that_the_first_command_prints() {
    let world = World::new();
    let first = world.run(&[]).good().out;
    let screen: Vec<&str> = first.lines().skip(1).take(24).collect();
    let shown = block(&project("README.md"), "<!-- screen: desk -->");
    assert_eq!(shown.lines().collect::<Vec<_>>(), screen);
}

#[test]
fn the_stories_in_it_are_those_of_the_demo_bank() {
    let said = World::new().run(&["demo", "--customers", "60"]).good().out;
    let stories: Vec<&str> = said.lines().filter(|line| line.starts_with("  ")).collect();
    let shown = block(&project("README.md"), "<!-- stories -->");
    assert_eq!(shown.lines().collect::<Vec<_>>(), stories);
}

#[test]
fn the_keys_in_it_are_those_of_the_keymap() {
    let table = World::new().run(&["keymap", "show", "default", "--markdown", "--lang", "en"]).good().out;
    let readme = project("README.md");
    let (_, behind) = readme.split_once("<!-- keys -->\n").unwrap();
    let shown = behind.split_once("\n\n").unwrap().0;
    assert_eq!(shown.lines().collect::<Vec<_>>(), table.trim_end().lines().collect::<Vec<_>>());
}

#[test]
fn the_rule_in_it_is_one_of_the_pack() {
    let shown = block(&project("README.md"), "<!-- pack: loan-overdue -->");
    let rules = project("fixtures/demo-bank/pack/alerts.toml");
    assert!(shown.contains("loan.overdue_count") && rules.contains(&shown), "{shown}");
}

#[test]
fn every_command_line_in_it_does_what_it_says() {
    let world = World::filled();
    let readme = project("README.md");
    let lines: Vec<&str> = readme.lines().filter(|line| line.starts_with("tekil ")).collect();
    assert!(lines.len() >= 6, "{lines:?}");
    let before = world.state_hash();
    for line in lines {
        let words = line.split('#').next().unwrap_or_default().split_whitespace().skip(1);
        let args: Vec<String> = words
            .map(|word| match word.strip_prefix("fixtures/") {
                Some(rest) => {
                    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(rest).display().to_string()
                }
                None => word.to_owned(),
            })
            .collect();
        let answer = world.run(&args.iter().map(String::as_str).collect::<Vec<_>>()).good();
        assert!(!answer.out.is_empty(), "{line}");
    }
    assert_ne!(world.state_hash(), before, "looks are records");
}

#[test]
fn every_command_of_the_help_stands_in_it() {
    let world = World::new();
    let help = world.run(&["--help", "--lang", "en"]).good().out;
    let readme = project("README.md");
    let (_, commands) = help.split_once("Commands:\n").unwrap();
    let names: Vec<&str> =
        commands.lines().map_while(|line| line.strip_prefix("  ")?.split_whitespace().next()).collect();
    assert!(names.len() >= 8, "{names:?}");
    for name in names {
        assert!(readme.contains(&format!("`tekil {name}")) || name == "desk", "{name}");
    }
}
