//! A defect of the program: one short sentence with an id to read out, never what it was working on.

use std::panic;

use super::output::to_stderr;
use crate::text::{Lang, Message, ids::cli as id};

/// The index engine's panics are caught where they happen and answered as errors: nothing is said of them.
const CAUGHT_CRATE: &str = "/sled-";

/// Replaces the default report, which prints the message of the panic and so perhaps a customer's data.
pub(super) fn report_in(lang: Lang) {
    panic::set_hook(Box::new(move |info| {
        let place = info
            .location()
            .map_or_else(|| "?".to_owned(), |place| format!("{}:{}", place.file(), place.line()));
        if !place.contains(CAUGHT_CRATE) {
            let number = ulid::Ulid::generate().to_string();
            to_stderr(&format!("tekil: {}\n", sentence(&number, &place).say(lang)));
        }
    }));
}

fn sentence(number: &str, place: &str) -> Message {
    Message::new(id::PANIC).with("id", number).with("place", place)
}
