//! One file a pane.

pub(super) mod alerts;
pub(super) mod complaints;
pub(super) mod footer;
pub(super) mod header;
pub(super) mod offers;
mod offers_told;
pub(super) mod summary;
mod summary_credit;
pub(super) mod summary_rows;
mod summary_standing;
mod window;

use super::{
    layout::Place,
    paint::{Row, width},
    words,
};
use crate::text::{Lang, ids::screen as id};

/// Says how many entries did not fit.
fn more(row: &mut Row<'_>, place: Place, column: u16, left_out: usize, lang: Lang) {
    if left_out > 0 && place.rows > 0 {
        row.put(column, place.right, &words::count(id::MORE, left_out, lang));
    }
}

/// As many of the parts between ` · ` as fit; the first one always.
fn parts_within(text: &str, cells: u16) -> &str {
    let mut kept = text;
    while width(kept) > cells
        && let Some((shorter, _)) = kept.rsplit_once(" · ")
    {
        kept = shorter;
    }
    kept
}

/// The count as a row number; no pane has more rows than a screen.
fn row(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}
