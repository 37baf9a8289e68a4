//! Import layouts: rows of a source become facts. Pure: it reads from readers it is given, streaming, in
//! bounded memory, and knows no store.
//!
//! [`survey()`] looks at all files once and refuses what cannot be imported as a whole; each
//! [`PlannedFile`] then gives its rows one by one, every row either taken or rejected with its place.
//! What a row cannot know alone (doubles, unknown customers and accounts) is the importer's to judge.

use std::io::{self, Read};

use crate::{domain::Fact, money::Currency, text::Message};

pub use layout::{Layout, RowId, RowKey, Table};
pub use plan::{Plan, PlannedFile, Rows};
#[cfg(test)]
pub(crate) use sample::sample;
pub use survey::survey;
pub use totals::{Tally, Totals};

mod berka;
mod csv;
pub mod demo;
mod encoding;
mod fault;
mod header;
mod layout;
mod plan;
mod rates;
mod record;
#[cfg(test)]
mod sample;
pub mod small;
mod survey;
mod totals;
mod unpack;
mod value;
mod warehouse;

/// A file that can be read more than once.
pub trait SourceFile: Send + Sync {
    /// Its name without folders, as given by the user.
    fn name(&self) -> &str;
    /// Its size in bytes as stored.
    fn size(&self) -> u64;
    /// From the beginning, as stored (gzip is unpacked by the reader of this module).
    ///
    /// # Errors
    /// What the file system says.
    fn open(&self) -> io::Result<Box<dyn Read + Send>>;
}

/// A row that was not taken, or a file that was refused as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reject {
    /// The file's name.
    pub file: String,
    /// The line where the record begins, from 1; `None` for a file as a whole.
    pub line: Option<u64>,
    /// The column's name.
    pub field: Option<String>,
    /// What stood there, clipped and made safe.
    pub value: Option<String>,
    /// A short code, e.g. `bad_date`.
    pub code: &'static str,
    /// What is wrong.
    pub reason: Message,
    /// What would be right.
    pub remedy: Message,
    /// The row's own number, where it has one that can be read.
    pub number: Option<u64>,
    /// The row that was not taken before and that this one refers to: its file and line.
    pub caused_by: Option<(String, u64)>,
}

/// One record of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Taken: its line and its facts.
    Row {
        /// From 1.
        line: u64,
        /// The row's own key: two rows of one run with equal keys are doubles.
        key: RowKey,
        /// Usually one; none where a table only explains others (Berka's districts).
        facts: Vec<Fact>,
        /// A hash of all that the row says: rows that differ have, but for an accident, different ones.
        content: u64,
        /// The currency a statement row states for itself; it must be its account's.
        currency: Option<Currency>,
    },
    /// Not taken.
    Rejected(Reject),
}
