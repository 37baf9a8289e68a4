//! What people call the segments whose codes stand in a customer's scores.

use std::collections::BTreeMap;

use crate::text::ids::pack as id;

use super::{
    document::{Document, Table},
    fault::{Faults, told},
    files::PackFile,
    words::{WordKind, Words},
};

/// Reads `segments.toml`.
pub(super) fn read(file: &PackFile, words: &mut Words, faults: &mut Faults) -> Option<()> {
    let document = Document::parse(file, faults)?;
    let root = document.root();
    root.only(&["value", "behaviour"], faults);
    names(root, ("value", WordKind::ValueSegment), words, faults);
    names(root, ("behaviour", WordKind::BehaviourSegment), words, faults);
    Some(())
}

fn names(root: Table<'_>, (key, kind): (&str, WordKind), words: &mut Words, faults: &mut Faults) {
    let mut lines = BTreeMap::new();
    for table in root.tables(key, faults) {
        table.only(&["code", "name"], faults);
        let (code, name) = (table.text("code", faults), table.said("name", faults));
        let Some(code) = code else { continue };
        if let Some(line) = lines.insert(code.text.to_owned(), code.spot.line()) {
            let message = told(id::CODE_REPEATED, "code", code.text).with("line", line.to_string());
            faults.add(code.spot.fault(message));
        }
        if let Some(name) = name {
            words.put(kind, code.text, name);
        }
    }
}
