//! What people call the segments whose codes stand in a customer's scores.

use std::collections::BTreeMap;

use crate::text::{Said, ids::pack as id};

use super::{
    document::{Document, Table},
    fault::{Faults, told},
    files::PackFile,
};

/// Names by code.
pub(super) type Names = BTreeMap<String, Said>;

/// The names of a pack's segments.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Segments {
    pub(super) value: Names,
    pub(super) behaviour: Names,
}

/// Reads `segments.toml`.
pub(super) fn read(file: &PackFile, faults: &mut Faults) -> Option<Segments> {
    let document = Document::parse(file, faults)?;
    let root = document.root();
    root.only(&["value", "behaviour"], faults);
    Some(Segments { value: names(root, "value", faults), behaviour: names(root, "behaviour", faults) })
}

fn names(root: Table<'_>, key: &str, faults: &mut Faults) -> Names {
    let mut names = Names::new();
    let mut lines = BTreeMap::new();
    for table in root.tables(key, faults) {
        table.only(&["code", "name"], faults);
        let (code, name) = (table.text("code", faults), table.said("name", faults));
        let Some(code) = code else { continue };
        if let Some(line) = lines.insert(code.text.to_owned(), code.spot.line()) {
            let message = told(id::CODE_REPEATED, "code", code.text).with("line", line.to_string());
            faults.add(code.spot.fault(message));
        }
        names.extend(name.map(|name| (code.text.to_owned(), name)));
    }
    names
}
