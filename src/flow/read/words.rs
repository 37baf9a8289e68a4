//! Texts that must fit their place at 80 columns.

use super::Scope;
use crate::{
    flow::template::{Names, Pair},
    pack::{
        Faults,
        document::{Table, Text},
        fault::told,
    },
    text::{Message, Said, ids::flow as id, safe},
};

/// A text in both languages of at most so many cells.
pub(super) fn said(table: Table<'_>, key: &str, max: usize, faults: &mut Faults) -> Option<Said> {
    let (tr, en) = table.both(key, faults)?;
    let fit = [tr, en].map(|text| {
        let plain = plain(text, key, faults);
        plain && fits(text, safe::cells(text.text), (key, max), faults)
    });
    fit.into_iter().all(|fit| fit).then(|| Said { tr: tr.text.to_owned(), en: en.text.to_owned() })
}

/// A sentence whose authored words take at most so many cells.
pub(super) fn pair(
    table: Table<'_>,
    key: &str,
    max: usize,
    scope: &Scope<'_>,
    faults: &mut Faults,
) -> Option<Pair> {
    pair_of(table, (key, max), &scope.names, faults)
}

/// As [`pair`], with names of its own.
pub(super) fn pair_of(
    table: Table<'_>,
    (key, max): (&str, usize),
    names: &Names<'_>,
    faults: &mut Faults,
) -> Option<Pair> {
    let pair = Pair::read(table, key, names, faults)?;
    let (tr, en) = table.both(key, faults)?;
    let [turkish, english] = pair.cells();
    let fit = [(tr, turkish), (en, english)]
        .map(|(text, cells)| plain(text, key, faults) && fits(text, cells, (key, max), faults));
    fit.into_iter().all(|fit| fit).then_some(pair)
}

/// What a terminal would obey, hide or break is no text to show.
fn plain(text: Text<'_>, key: &str, faults: &mut Faults) -> bool {
    let shown = safe::line(text.text) == text.text;
    if !shown {
        let fault = text.spot.fault(told(id::TEXT_UNSHOWN, "key", key));
        faults.add(fault.with_help(Message::new(id::HELP_UNSHOWN)));
    }
    shown
}

fn fits(text: Text<'_>, cells: usize, (key, max): (&str, usize), faults: &mut Faults) -> bool {
    if cells > max {
        let message = told(id::LABEL_LONG, "key", key).with("cells", cells).with("max", max);
        faults.add(text.spot.fault(message));
    }
    cells <= max
}
