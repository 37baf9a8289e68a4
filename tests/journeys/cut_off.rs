//! An import that is killed: what is shown until it was repeated.

use std::{
    fmt::Write as _,
    fs::OpenOptions,
    io::Write as _,
    path::Path,
    process::{Child, Stdio},
    thread,
};

use crate::world::{World, text};

/// Rows added to the sample's; their import commits many times.
const ROWS: usize = 150_000;
/// More than what a store holds before the first rows are in it, and a quarter of what it holds after the last.
const JOURNAL_BYTES_BEGUN: u64 = 200_000;

/// The warehouse sample with many more rows for one of its accounts.
fn long_warehouse(world: &World) -> std::path::PathBuf {
    let folder = world.warehouse();
    let rows = (0..ROWS).fold(String::new(), |mut rows, row| {
        let day = 1 + row * 28 / ROWS;
        let _ = writeln!(rows, "{},100222101,2026-10-{day:02},TRY,-1.00,,kart,Market {row},", 900_000 + row);
        rows
    });
    let transactions = folder.join("transactions.csv");
    OpenOptions::new().append(true).open(transactions).unwrap().write_all(rows.as_bytes()).unwrap();
    folder
}

/// Kills the import (SIGKILL) as soon as rows of it are in the journal.
fn kill_once_begun(world: &World, child: &mut Child) {
    while world.journal_bytes() < JOURNAL_BYTES_BEGUN {
        assert_eq!(child.try_wait().unwrap(), None, "it ended before any row was in the journal");
        thread::yield_now();
    }
    child.kill().unwrap();
    let ended = child.wait().unwrap();
    assert!(!ended.success(), "it was done before it could be killed: {ended}");
}

fn import(world: &World, folder: &Path) -> Child {
    let mut command = world.command();
    command.args(["import", "warehouse", text(folder)]).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().unwrap()
}

#[test]
fn a_killed_import_is_said_first_and_hides_every_amount_until_it_is_repeated() {
    let world = World::new();
    let folder = long_warehouse(&world);
    kill_once_begun(&world, &mut import(&world, &folder));

    let (code, screen) = world.json(&["show", "10022210"]);
    assert_eq!(code, 0, "{screen}");
    assert_eq!(screen["alerts"][0]["id"], "import-unfinished", "{screen}");
    for (lang, words) in [
        ("tr", ["İçe aktarma yarım", "yeniden içe aktarın"]),
        ("en", ["Import unfinished", "same files again"]),
    ] {
        let shown = world.run(&["show", "10022210", "--lang", lang]).good();
        let money: Vec<&str> = summary(&shown.out).filter(|word| is_amount(word)).collect();
        assert_eq!(money, [""; 0], "{}", shown.out);
        assert!(shown.out.contains('?') && shown.out.contains(words[0]), "{}", shown.out);
        let found = world.run(&["verify", "--lang", lang]);
        let remedies = found.out.lines().filter(|line| line.contains(words[1])).count();
        assert_eq!((found.code, remedies), (5, 1), "{found:?}");
    }

    world.run(&["import", "warehouse", text(&folder)]).good();
    world.run(&["verify"]).good();
    let (_, screen) = world.json(&["show", "10022210"]);
    assert_ne!(screen["alerts"][0]["id"], "import-unfinished", "{screen}");
    let shown = world.run(&["show", "10022210"]).good();
    assert!(summary(&shown.out).any(is_amount), "{}", shown.out);
}

/// The words of the pane on the left.
fn summary(screen: &str) -> impl Iterator<Item = &str> {
    screen.lines().filter_map(|line| line.split_once('│')).flat_map(|(left, _)| left.split_whitespace())
}

/// `1.234,56` or `1,234.56`.
fn is_amount(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_ascii_digit());
    let minor = |mark| word.rsplit_once(mark).is_some_and(|(_, minor): (&str, &str)| minor.len() == 2);
    (minor(',') || minor('.')) && word.bytes().all(|byte| byte.is_ascii_digit() || b",.".contains(&byte))
}
