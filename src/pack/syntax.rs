//! Faults of TOML itself, in words that its author understands.

use crate::text::{Message, ids::pack as id};

use super::{
    document::Spot,
    fault::{Fault, Faults, told},
};

/// The characters of a found text that a message quotes.
const QUOTED_CHARS_MAX: usize = 20;

/// The most syntax faults that are said of a file: an open quote drags the lines after it along.
const FAULTS_MAX: usize = 3;

/// Adds what the parser found in a file, in the order of its lines; whether the rest can be read all the same, since
/// nothing but keys that were written before is wrong.
pub(super) fn add(errors: &[toml::de::Error], file: Spot<'_>, faults: &mut Faults) -> bool {
    let whole = errors.iter().all(|error| is_twice(error.message()));
    let said = if whole { errors.len() } else { FAULTS_MAX };
    let place = |error: &toml::de::Error| file.over(&error.span().unwrap_or(file.end()..file.end()));
    let mut found: Vec<Fault> = errors.iter().map(|error| fault(error.message(), place(error))).collect();
    found.sort_by_key(|fault| (fault.line, fault.column));
    found.dedup();
    found.into_iter().take(said).for_each(|fault| faults.add(fault));
    whole
}

fn is_twice(parser: &str) -> bool {
    parser.contains("duplicate key")
}

/// The fault for a parser's message, by its kind.
fn fault(parser: &str, spot: Spot<'_>) -> Fault {
    let found = spot.source().lines().next().unwrap_or_default().trim();
    let says = |part: &str| parser.contains(part);
    let message = if is_twice(parser) {
        told(id::TOML_DUPLICATE, "key", found)
    } else if says("must be quoted") && !found.is_empty() {
        told(id::TOML_UNQUOTED, "found", cut(found))
    } else if says("unclosed") {
        Message::new(id::TOML_UNCLOSED)
    } else if says("basic string") || says("literal string") && !says("must be quoted") {
        Message::new(id::TOML_STRING_OPEN)
    } else if says("escape") {
        Message::new(id::TOML_ESCAPE)
    } else if says("must be quoted") || says("with no value") || says("missing value") {
        Message::new(id::TOML_NO_VALUE)
    } else if says("date") || says("time") {
        told(id::TOML_DATE, "found", cut(found))
    } else if found.is_empty() {
        Message::new(id::TOML_SYNTAX_END)
    } else {
        told(id::TOML_SYNTAX, "found", cut(found))
    };
    spot.fault(message)
}

fn cut(found: &str) -> String {
    found.chars().take(QUOTED_CHARS_MAX).collect()
}
