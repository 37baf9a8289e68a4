//! The ways in from outside: the command line, and the only place that builds a store.

pub mod clock;
pub mod files;
pub mod keymaps;
pub mod outcome;

mod bank;
mod claim;
mod cli;
mod language;
mod local;
mod notices;
mod opening;
mod output;
mod panics;
mod place;
mod progress;
mod settings;
mod wait;

use std::ffi::OsString;

/// Runs one command line (the program's name first) and returns the exit code.
#[must_use]
pub fn run(args: impl IntoIterator<Item = OsString>) -> u8 {
    cli::run(args.into_iter().collect()).code()
}
