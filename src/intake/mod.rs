//! Import layouts: rows of a source become facts. Pure: it reads from readers it is given, streaming, in
//! bounded memory, and knows no store.

use std::io::{self, Read};

use crate::{domain::Fact, text::Message};

/// A known layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layout {
    /// The PKDD'99 bank.
    Berka,
    /// Our own documented set of CSV files.
    Warehouse,
    /// The central bank's daily XML.
    Rates,
}

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
}

/// One record of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Taken: its line and its facts.
    Row {
        /// From 1.
        line: u64,
        /// Usually one.
        facts: Vec<Fact>,
    },
    /// Not taken.
    Rejected(Reject),
}
