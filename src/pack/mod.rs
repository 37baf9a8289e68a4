//! The bank's own data: authored files with spans, faults with their place, dated values.
//!
//! It knows no schema of the layers above: alert rules, offers and flows are read there, with the tools here.

use std::path::PathBuf;

use crate::{
    domain::channel::Touchpoint,
    text::Message,
    time::{Calendar, Day},
};

/// Where a pack is read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackSource {
    /// The demo bank's pack in the program.
    Embedded,
    /// A folder.
    Dir(PathBuf),
}

/// What is wrong with an authored file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file, as the author names it.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// What is wrong.
    pub message: Message,
    /// What would be right.
    pub help: Option<Message>,
}

/// A loaded pack.
#[derive(Debug, Clone)]
pub struct Pack {}

impl Pack {
    /// Reads and checks a pack: every fault of every file at once.
    ///
    /// # Errors
    /// The faults, in the order of files and lines.
    pub fn load(_source: &PackSource) -> Result<Pack, Vec<Fault>> {
        Ok(Pack {})
    }

    /// The bank's name for it.
    #[must_use]
    pub fn name(&self) -> &str {
        "demo-bank"
    }

    /// BLAKE3 over file names and contents, hex: equal packs have equal hashes wherever they were read.
    #[must_use]
    pub fn hash(&self) -> &str {
        ""
    }

    /// The bank's business days.
    #[must_use]
    pub fn calendar(&self) -> Calendar {
        Calendar::default()
    }

    /// A whole-number parameter on a day, e.g. `complaints.window_days`; `None` if the pack has none in force.
    #[must_use]
    pub fn number(&self, _name: &str, _day: Day) -> Option<i64> {
        None
    }

    /// The order of the summary's groups at a touchpoint: `cards`, `demand`, `term`, `holdings`, `loans`, ….
    #[must_use]
    pub fn summary_order(&self, _touchpoint: Touchpoint) -> Vec<String> {
        Vec::new()
    }
}
