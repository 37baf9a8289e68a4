//! Import: rows of a source against the store.
//!
//! Accepted rows are committed in chunks as they come. A record equal to the stored one is not written, so
//! importing the same files again changes nothing. Statement rows are packed into blocks account by account,
//! and when all is read ONE posting an account against import clearing brings the ledger to the stated
//! opening plus the sum of the rows. A run that was cut off is repaired by the next one.

use std::sync::mpsc::sync_channel;

use crate::{
    domain::{Fact, fact::About},
    intake::{Outcome, Plan, Reject, RowId, RowKey},
    service::{ServiceError, commit::Assembly},
    store::{Store, StoreError},
};

pub(super) use blocks::pack;
pub use blocks::{BLOCK_BYTES_MAX, REWRITE_BLOCKS_MAX};
pub use report::{
    FileReport, ImportError, ImportOptions, ImportReport, NOTES_KEPT_MAX, Note, NoteCounts, Notes, Phase,
    Progress, REJECTS_KEPT_MAX, Sinks,
};
pub use seen::RUN_ROWS_MAX;
pub use source::{Feed, RowFile, Rows};
pub(super) use statements::count;
pub use writer::{OPEN_IMPORTS, RunRecord, is_owed, run_request};
pub(super) use writer::{derive, half};

use known::Known;
use passed::Passed;
use refuse::{Misfit, Missing, Place, Twin};
use roots::Roots;
use rowindex::Pending;
use seen::{At, FILES_MAX, Mark, Seen};
use statements::Buffer;
use touched::Touched;
use writer::Writer;

mod blocks;
mod closing;
mod entities;
mod known;
mod passed;
mod refuse;
mod report;
mod roots;
mod rowindex;
mod seen;
mod source;
mod spread;
mod statements;
mod touched;
mod writer;

/// A chunk is committed when it may write so many keys; the store takes a few more in one batch.
const CHUNK_KEYS_MAX: usize = 15_000;
/// A chunk is committed when it holds so many bytes.
const CHUNK_BYTES_MAX: usize = 6 * 1024 * 1024;
/// Rows that travel together from the reading thread.
const BUNDLE_ROWS: usize = 1_024;
/// Bundles that wait for the writing thread.
const BUNDLES_MAX: usize = 8;

/// Imports the files of a plan.
///
/// # Errors
/// [`ImportError::Refused`] when a file cannot be read as a whole, or a strict run finds a bad row; nothing
/// is written then. [`ImportError::Stopped`] when a file ceases to be readable on the way, and
/// [`ImportError::Failed`] when the store fails; importing again goes on from there.
pub fn run(
    store: &dyn Store,
    plan: &Plan,
    options: &ImportOptions,
    sinks: &mut Sinks<'_>,
) -> Result<ImportReport, ImportError> {
    run_feed(store, &Feed::from(plan), options, sinks)
}

/// As [`run`], for any files that give rows.
///
/// # Errors
/// As [`run`].
pub fn run_feed(
    store: &dyn Store,
    feed: &Feed<'_>,
    options: &ImportOptions,
    sinks: &mut Sinks<'_>,
) -> Result<ImportReport, ImportError> {
    refuse_unreadable(feed, sinks)?;
    Import::new(store, feed, options, false)?.mend_index()?;
    if options.strict {
        let mut check = Import::new(store, feed, options, true)?;
        check.read(sinks)?;
        if check.report.rejected() > 0 {
            return Err(ImportError::Refused(Box::new(check.report)));
        }
    }
    let mut import = Import::new(store, feed, options, false)?;
    import.read(sinks)?;
    import.close(sinks)?;
    Ok(import.report)
}

/// Every file is opened before anything is written: a file that is refused as a whole changes nothing.
fn refuse_unreadable(feed: &Feed<'_>, sinks: &mut Sinks<'_>) -> Result<(), ImportError> {
    let mut report = ImportReport::new(feed.layout);
    for file in &feed.files {
        let rejected = match file.rows() {
            Ok(_) => 0,
            Err(reject) => {
                (sinks.reject)(&reject);
                report.rejects.push(*reject);
                1
            }
        };
        report.files.push(FileReport { file: file.name().to_owned(), rows: 0, accepted: 0, rejected });
    }
    if report.rejects.is_empty() {
        return Ok(());
    }
    Err(ImportError::Refused(Box::new(report)))
}

/// One pass over the files.
struct Import<'a> {
    store: &'a dyn Store,
    feed: &'a Feed<'a>,
    options: &'a ImportOptions,
    dry: bool,
    seen: Seen,
    known: Known,
    writer: Writer<'a>,
    assembly: Assembly,
    buffer: Buffer,
    pending: Pending,
    roots: Roots,
    touched: Touched,
    passed: Passed,
    report: ImportReport,
}

/// Rows from the reading thread with the place reached in the file.
struct Bundle {
    outcomes: Vec<Outcome>,
    position: u64,
}

impl<'a> Import<'a> {
    fn new(
        store: &'a dyn Store,
        feed: &'a Feed<'a>,
        options: &'a ImportOptions,
        dry: bool,
    ) -> Result<Import<'a>, ImportError> {
        let identity = (feed.source.clone(), feed.digest);
        Ok(Import {
            store,
            feed,
            options,
            dry,
            seen: Seen::default(),
            known: Known::new(store)?,
            writer: Writer::new(store, identity, options, dry)?,
            assembly: Assembly::default(),
            buffer: Buffer::default(),
            pending: Pending::default(),
            roots: Roots::default(),
            touched: Touched::default(),
            passed: Passed::default(),
            report: ImportReport::new(feed.layout),
        })
    }

    fn read(&mut self, sinks: &mut Sinks<'_>) -> Result<(), ImportError> {
        let mut before = 0;
        for (number, file) in self.feed.files.iter().enumerate() {
            self.report.files.push(FileReport {
                file: file.name().to_owned(),
                rows: 0,
                accepted: 0,
                rejected: 0,
            });
            let number = u16::try_from(number).ok().filter(|number| *number < FILES_MAX);
            let number = number.ok_or_else(too_many_files)?;
            self.read_file(*file, number, before, sinks)?;
            before += file.bytes();
        }
        self.flush_statements(sinks)?;
        self.flush()?;
        self.report.rejects.sort_by_key(|reject| reject.caused_by.is_some());
        for file in &mut self.report.files {
            file.accepted = file.rows - file.rejected;
        }
        Ok(())
    }

    /// Reads on a thread of its own, so that parsing and writing go on at the same time.
    fn read_file(
        &mut self,
        file: &dyn RowFile,
        number: u16,
        before: u64,
        sinks: &mut Sinks<'_>,
    ) -> Result<(), ImportError> {
        let total = self.feed.files.iter().map(|file| file.bytes()).sum();
        let (send, receive) = sync_channel::<Result<Bundle, Box<Reject>>>(BUNDLES_MAX);
        std::thread::scope(|scope| {
            scope.spawn(move || match file.rows() {
                Ok(mut rows) => loop {
                    let outcomes: Vec<Outcome> = rows.by_ref().take(BUNDLE_ROWS).collect();
                    let last = outcomes.len() < BUNDLE_ROWS;
                    let position = rows.reached();
                    // the writing side hung up: it has failed and says so itself
                    if send.send(Ok(Bundle { outcomes, position })).is_err() || last {
                        break;
                    }
                },
                Err(reject) => {
                    let _ = send.send(Err(reject));
                }
            });
            for bundle in receive {
                match bundle {
                    Ok(bundle) => self.bundle(number, bundle, (before, total), sinks)?,
                    Err(reject) => return Err(self.unreadable(number, *reject, sinks)),
                }
            }
            Ok(())
        })
    }

    fn bundle(
        &mut self,
        file: u16,
        bundle: Bundle,
        (before, total): (u64, u64),
        sinks: &mut Sinks<'_>,
    ) -> Result<(), ImportError> {
        for outcome in bundle.outcomes {
            if let Some(report) = self.report.files.get_mut(usize::from(file)) {
                report.rows += 1;
            }
            match outcome {
                // without a line it is the file that cannot be read on: what follows is unknown
                Outcome::Rejected(reject) if reject.line.is_none() => {
                    return Err(self.unreadable(file, reject, sinks));
                }
                Outcome::Rejected(reject) => {
                    self.root(file, &reject);
                    self.rejected(file, reject, sinks);
                }
                row @ Outcome::Row { .. } => self.row(file, row, sinks)?,
            }
        }
        let rows = self.report.files.iter().map(|file| file.rows).sum();
        (sinks.progress)(&Progress {
            phase: if self.dry { Phase::Checking } else { Phase::Reading },
            file: self.file_name(file),
            done: before + bundle.position,
            total,
            rows,
        });
        Ok(())
    }

    fn row(&mut self, file: u16, outcome: Outcome, sinks: &mut Sinks<'_>) -> Result<(), ImportError> {
        let Outcome::Row { line, key, facts, content, currency } = outcome else {
            return Ok(());
        };
        let at = At { file, line: u32::try_from(line).unwrap_or(u32::MAX) };
        let misfit = match self.seen.row(key, at, content) {
            Mark::First => self.place(at, facts, currency)?,
            Mark::Double { first, same } => Some(self.double(first, same, Some(key), &facts)),
            Mark::Full => Some(Misfit::TooManyRows),
        };
        if let Some(misfit) = misfit {
            // a row that is put right further on takes the key of the bad one
            self.seen.forget(key, at);
            self.misfit(at, misfit, number(key), sinks);
        }
        if self.buffer.is_full() {
            self.flush_statements(sinks)?;
        }
        self.flush_if_full()
    }

    /// A row whose key stood there before, or (without a key) whose record did.
    fn double(&self, first: At, same: bool, key: Option<RowKey>, facts: &[Fact]) -> Misfit {
        let twin = match key.and_then(number) {
            Some(number) => Twin::Number(number),
            None => facts.iter().find_map(twin).unwrap_or(Twin::Unnamed),
        };
        let first = Place { file: self.file_name(first.file).to_owned(), line: first.line };
        Misfit::Duplicate { first, same, twin }
    }

    fn flush(&mut self) -> Result<(), StoreError> {
        if self.dry {
            self.passed.chunk(&self.assembly);
        }
        self.writer.flush(&mut self.assembly)
    }

    fn flush_if_full(&mut self) -> Result<(), ImportError> {
        if self.assembly.keys_at_most() >= CHUNK_KEYS_MAX || self.assembly.bytes() >= CHUNK_BYTES_MAX {
            self.flush()?;
        }
        Ok(())
    }

    /// Rows that refer to this one will not fit because of it.
    fn root(&mut self, file: u16, reject: &Reject) {
        let table = self.feed.files.get(usize::from(file)).map(|file| file.table());
        if let (Some(table), Some(number), Some(line)) = (table, reject.number, reject.line)
            && let Some(rejected) = Missing::of(table, number)
        {
            self.roots.add(rejected, At { file, line: u32::try_from(line).unwrap_or(u32::MAX) });
        }
    }

    fn file_name(&self, file: u16) -> &'a str {
        self.feed.files.get(usize::from(file)).map_or("", |file| file.name())
    }

    fn misfit(&mut self, at: At, misfit: Misfit, number: Option<u64>, sinks: &mut Sinks<'_>) {
        let Some(file) = self.feed.files.get(usize::from(at.file)) else {
            return;
        };
        let root = misfit.missing().and_then(|missing| self.roots.of(missing));
        let mut reject = *misfit.at(file.name(), file.table(), u64::from(at.line));
        reject.number = number;
        if let Some(root) = root {
            reject = roots::caused(reject, (self.file_name(root.file), root.line));
        }
        if let Some(rejected) = number.and_then(|number| Missing::of(file.table(), number)) {
            self.roots.add(rejected, root.unwrap_or(at));
        }
        self.rejected(at.file, reject, sinks);
    }

    /// A file that was readable is so no more: the run ends.
    fn unreadable(&mut self, file: u16, reject: Reject, sinks: &mut Sinks<'_>) -> ImportError {
        self.rejected(file, reject, sinks);
        let report = std::mem::replace(&mut self.report, ImportReport::new(self.feed.layout));
        if self.writer.written == 0 {
            return ImportError::Refused(Box::new(report));
        }
        ImportError::Stopped(Box::new(report))
    }

    fn rejected(&mut self, file: u16, reject: Reject, sinks: &mut Sinks<'_>) {
        if let Some(report) = self.report.files.get_mut(usize::from(file)) {
            report.rejected += 1;
        }
        (sinks.reject)(&reject);
        // those that only follow from others leave room for their causes
        let room = if reject.caused_by.is_some() { REJECTS_KEPT_MAX / 2 } else { REJECTS_KEPT_MAX };
        if self.report.rejects.len() < room {
            self.report.rejects.push(reject);
        }
    }
}

/// The number that a row has of its own.
fn number(key: RowKey) -> Option<u64> {
    match key.id {
        RowId::Number(number) => Some(number),
        RowId::Digest(_) => None,
    }
}

/// What names a double that has no number of its own.
fn twin(fact: &Fact) -> Option<Twin> {
    if let Fact::Rate(rate) = fact {
        return Some(Twin::Rate(rate.currency));
    }
    match fact.about() {
        About::Customer(no) => Some(Twin::Customer(no)),
        About::Account(_) | About::Nobody => None,
    }
}

fn too_many_files() -> ImportError {
    ImportError::Failed(ServiceError::Misplaced { what: "too many files in one import".to_owned() })
}

#[cfg(test)]
pub(crate) mod tests;
