//! Which rejected row stands behind others: a customer that was not taken costs all rows that refer to it,
//! and the one to put right is the first.

use std::collections::HashMap;

use super::{refuse::Missing, seen::At};
use crate::{
    intake::Reject,
    text::{Message, ids::import as id},
};

/// The most rejected customers and accounts that are remembered; rows of later ones are not told their cause.
const ROOTS_MAX: usize = 100_000;

/// Rejected customers and accounts, each with the row that must be put right first.
#[derive(Debug, Default)]
pub(super) struct Roots(HashMap<Missing, At>);

impl Roots {
    /// The row to put right for what is missing.
    pub(super) fn of(&self, missing: Missing) -> Option<At> {
        self.0.get(&missing).copied()
    }

    /// A customer or account was not taken, because of the row that stands at `root`.
    pub(super) fn add(&mut self, rejected: Missing, root: At) {
        if self.0.len() < ROOTS_MAX {
            self.0.entry(rejected).or_insert(root);
        }
    }
}

/// The reject of a row that would fit, were another one put right.
pub(super) fn caused(mut reject: Reject, (file, line): (&str, u32)) -> Reject {
    let words = |sentence| Message::new(sentence).with("file", file).with("line", line.to_string());
    reject.reason = words(id::CAUSED);
    reject.remedy = words(id::FIX_CAUSED);
    reject.caused_by = Some((file.to_owned(), u64::from(line)));
    reject
}
