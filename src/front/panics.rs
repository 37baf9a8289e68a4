//! A defect of the program: one short sentence with an id to read out, never what it was working on.

use std::{
    panic::{self, PanicHookInfo},
    sync::{Arc, Mutex, PoisonError},
};

use super::output::to_stderr;
use crate::text::{Lang, Message, ids::cli as id};

/// The index engine's panics are caught where they happen and answered as errors: nothing is said of them.
const CAUGHT_CRATE: &str = "/sled-";

/// Replaces the default report, which prints the message of the panic and so perhaps a customer's data.
pub(super) fn report_in(lang: Lang) {
    panic::set_hook(Box::new(move |info| {
        if let Some(line) = line(info, lang) {
            to_stderr(&line);
        }
    }));
}

/// What was said while the screen was in use: a line on standard error would be written across it.
pub(super) struct HeldBack {
    lines: Arc<Mutex<Vec<String>>>,
    lang: Lang,
}

/// The most reports that are kept; more say nothing new.
const HELD_MAX: usize = 16;

/// Keeps reports until the screen is given back.
pub(super) fn hold_back(lang: Lang) -> HeldBack {
    let lines = Arc::new(Mutex::new(Vec::new()));
    let held = lines.clone();
    panic::set_hook(Box::new(move |info| {
        let mut held = held.lock().unwrap_or_else(PoisonError::into_inner);
        if held.len() < HELD_MAX {
            held.extend(line(info, lang));
        }
    }));
    HeldBack { lines, lang }
}

impl HeldBack {
    /// Says what was kept, and reports at once from now on.
    pub(super) fn tell(&self) {
        // a hook cannot be changed while its panic unwinds
        if !std::thread::panicking() {
            report_in(self.lang);
        }
        for line in std::mem::take(&mut *self.lines.lock().unwrap_or_else(PoisonError::into_inner)) {
            to_stderr(&line);
        }
    }
}

fn line(info: &PanicHookInfo<'_>, lang: Lang) -> Option<String> {
    let place =
        info.location().map_or_else(|| "?".to_owned(), |place| format!("{}:{}", place.file(), place.line()));
    if place.contains(CAUGHT_CRATE) {
        return None;
    }
    let number = ulid::Ulid::generate().to_string();
    Some(format!("tekil: {}\n", sentence(&number, &place).say(lang)))
}

fn sentence(number: &str, place: &str) -> Message {
    Message::new(id::PANIC).with("id", number).with("place", place)
}
