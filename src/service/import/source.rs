//! What is imported: files that give rows, in the order they must be taken.

use crate::{
    domain::Source,
    intake::{Layout, Outcome, Plan, PlannedFile, Reject, Table},
};

/// Rows of a file, with the place reached in it.
pub trait Rows: Iterator<Item = Outcome> {
    /// Stored bytes read so far.
    fn reached(&self) -> u64;
}

/// A file that gives its rows, more than once and on another thread.
pub trait RowFile: Sync {
    /// Its name as people know it.
    fn name(&self) -> &str;
    /// The table of its rows.
    fn table(&self) -> Table;
    /// Its size as stored, in bytes.
    fn bytes(&self) -> u64;
    /// Its rows from the beginning.
    ///
    /// # Errors
    /// Why the file as a whole cannot be read.
    fn rows(&self) -> Result<Box<dyn Rows + '_>, Box<Reject>>;
}

/// The files of one import.
pub struct Feed<'a> {
    /// The layout whose totals are reported.
    pub layout: Layout,
    /// The source that owns the numbers.
    pub source: Source,
    /// Of all contents: equal imports have equal digests.
    pub digest: [u8; 32],
    /// In the order they are taken: what others refer to comes first.
    pub files: Vec<&'a dyn RowFile>,
}

impl<'a> From<&'a Plan> for Feed<'a> {
    fn from(plan: &'a Plan) -> Feed<'a> {
        let file = |file: &'a PlannedFile| -> &'a dyn RowFile { file };
        Feed {
            layout: plan.layout,
            source: plan.source.clone(),
            digest: plan.digest,
            files: plan.files.iter().map(file).collect(),
        }
    }
}

impl Rows for crate::intake::Rows {
    fn reached(&self) -> u64 {
        self.position()
    }
}

impl RowFile for PlannedFile {
    fn name(&self) -> &str {
        self.file.name()
    }

    fn table(&self) -> Table {
        self.table
    }

    fn bytes(&self) -> u64 {
        self.file.size()
    }

    fn rows(&self) -> Result<Box<dyn Rows + '_>, Box<Reject>> {
        Ok(Box::new(PlannedFile::rows(self).map_err(Box::new)?))
    }
}
