//! A reader that goes away: `| head`.

use std::{
    io::Read as _,
    process::{Command, Stdio},
};

use crate::world::World;

/// Runs it, reads `bytes` of its output, closes the pipe, and says how it ended.
fn cut(command: &mut Command, bytes: usize) -> (Option<i32>, String) {
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut out = child.stdout.take().unwrap();
    let mut start = vec![0; bytes];
    out.read_exact(&mut start).unwrap();
    drop(out);
    let ended = child.wait_with_output().unwrap();
    (ended.status.code(), String::from_utf8(ended.stderr).unwrap())
}

#[test]
fn a_closed_pipe_is_quiet() {
    let world = World::filled();
    let (_, start) = world.json(&[]);
    let customer = start["next"][0].as_str().unwrap().split_whitespace().nth(2).unwrap().to_owned();
    // more than a pipe holds, so the program is still writing when its reader goes
    let long = ["show", &customer, "--size", "400x200"];
    let whole = world.run(&long).good().out;
    for bytes in [0, 1, 4096] {
        let ended = cut(world.command().args(long), bytes);
        assert_eq!(ended, (Some(0), String::new()), "of {} bytes", whole.len());
    }
    for args in [&["--help"][..], &["show", &customer, "--json"], &["verify"]] {
        assert_eq!(cut(world.command().args(args), 0), (Some(0), String::new()), "{args:?}");
    }
}

#[test]
fn an_output_that_cannot_be_written_is_told() {
    let world = World::new();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let ended = world.command().arg("--help").stdout(full).output().unwrap();
    assert_eq!(ended.status.code(), Some(2));
    assert!(String::from_utf8(ended.stderr).unwrap().contains("Yanıt yazılamadı"));
}
