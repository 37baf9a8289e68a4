//! What will be imported, and its rows one by one.

use std::{
    io::{BufRead, Read},
    sync::Arc,
    vec,
};

use super::{
    Layout, Outcome, Reject, SourceFile, Table,
    berka::{self, Links},
    csv::{Broken, Fields, Frame, Frames},
    encoding::Encoding,
    fault,
    header::Columns,
    rates,
    record::{Record, Row, Taken},
    unpack::{self, Position},
    value, warehouse,
};
use crate::domain::{Source, identity::free_text};

/// The files of one import, looked through and found fit.
pub struct Plan {
    /// Their layout.
    pub layout: Layout,
    /// The source that their facts name.
    pub source: Source,
    /// BLAKE3 over layout, file names and plain contents: equal imports have equal digests.
    pub digest: [u8; 32],
    /// In the order they must be imported: referenced tables first, parts of a table by name.
    pub files: Vec<PlannedFile>,
}

/// One of them.
pub struct PlannedFile {
    /// The file.
    pub file: Arc<dyn SourceFile>,
    /// The table that its rows belong to.
    pub table: Table,
    pub(super) format: Format,
    pub(super) links: Arc<Links>,
}

/// How a file is read.
#[derive(Debug, Clone)]
pub(super) enum Format {
    Csv { encoding: Encoding, columns: Columns },
    Xml,
}

/// What makes a row of a record.
pub(super) type ReadRow = fn(&Record<'_>, &Links) -> Taken<Row>;

/// How the rows of a table look, and what they mean.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    pub separator: u8,
    pub columns: &'static [&'static str],
    pub read: ReadRow,
}

impl Table {
    /// The shape of a table of separated text; `None` for rates, which are XML.
    pub(super) fn shape(self) -> Option<Shape> {
        berka::shape(self).or_else(|| warehouse::shape(self))
    }
}

impl PlannedFile {
    /// Its rows from the beginning.
    ///
    /// # Errors
    /// The file cannot be opened any more, or is no longer what was surveyed.
    #[expect(clippy::result_large_err, reason = "once a file, not in a loop")]
    pub fn rows(&self) -> Result<Rows, Reject> {
        let name = self.file.name();
        let fail = |error| fault::io(&error).at(name, None);
        let (reader, position) = unpack::open(self.file.as_ref()).map_err(fail)?;
        let inner = match (&self.format, self.table.shape()) {
            (Format::Csv { encoding, columns }, Some(shape)) => {
                let mut table = CsvRows::new(reader, name, shape.separator).map_err(|reject| *reject)?;
                table.pass_header(*encoding, columns.clone())?;
                Inner::Csv { table: Box::new(table), shape, links: Arc::clone(&self.links) }
            }
            (Format::Csv { .. } | Format::Xml, _) => {
                let listed = rates::read(name, reader).map_err(|reject| *reject)?;
                Inner::Listed(listed.into_iter())
            }
        };
        Ok(Rows { inner, position })
    }

    /// Its size as stored, in bytes.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.file.size()
    }
}

/// The rows of one file, read as they are asked for, in bounded memory.
pub struct Rows {
    inner: Inner,
    position: Position,
}

enum Inner {
    Csv { table: Box<CsvRows>, shape: Shape, links: Arc<Links> },
    Listed(vec::IntoIter<Outcome>),
}

impl Rows {
    /// How many stored bytes have been read so far; it reaches [`PlannedFile::bytes`] at the end.
    #[must_use]
    pub fn position(&self) -> u64 {
        self.position.bytes()
    }
}

impl Iterator for Rows {
    type Item = Outcome;

    fn next(&mut self) -> Option<Outcome> {
        match &mut self.inner {
            Inner::Csv { table, shape, links } => {
                let outcome =
                    match table.next(|record| Ok(((shape.read)(record, links)?, record.content())))? {
                        Ok((line, (row, content))) => {
                            let Row { key, facts, currency } = row;
                            Outcome::Row { line, key, facts, content, currency }
                        }
                        Err(reject) => Outcome::Rejected(*reject),
                    };
                Some(outcome)
            }
            Inner::Listed(outcomes) => outcomes.next(),
        }
    }
}

/// The records of a file of separated text.
pub(super) struct CsvRows {
    file: String,
    frames: Frames<Box<dyn BufRead + Send>>,
    fields: Fields,
    separator: u8,
    encoding: Encoding,
    columns: Columns,
    failed: bool,
}

impl CsvRows {
    pub(super) fn new(reader: Box<dyn BufRead + Send>, file: &str, separator: u8) -> Taken<CsvRows> {
        let mut frames = Frames::new(reader, separator);
        frames.skip_mark().map_err(|error| Box::new(fault::io(&error).at(file, None)))?;
        Ok(CsvRows {
            file: file.to_owned(),
            frames,
            fields: Fields::new(separator),
            separator,
            encoding: Encoding::Utf8,
            columns: Columns::new(),
            failed: false,
        })
    }

    /// Passes over the header, which the survey has read.
    #[expect(clippy::result_large_err, reason = "once a file, not in a loop")]
    pub(super) fn pass_header(&mut self, encoding: Encoding, columns: Columns) -> Result<(), Reject> {
        match self.frames.next() {
            Some(Ok(Frame { bytes: Ok(_), .. })) => {}
            Some(Err(error)) => return Err(fault::io(&error).at(&self.file, None)),
            Some(Ok(Frame { bytes: Err(_), .. })) | None => {
                return Err(fault::changed().at(&self.file, None));
            }
        }
        self.frames.expect_fields(columns.len());
        self.encoding = encoding;
        self.columns = columns;
        Ok(())
    }

    /// The next record's line with what `read` makes of it, or its reject. A read error is the last reject.
    pub(super) fn next<T>(&mut self, read: impl FnOnce(&Record<'_>) -> Taken<T>) -> Option<Taken<(u64, T)>> {
        if self.failed {
            return None;
        }
        Some(match self.frames.next()? {
            Ok(frame) => self.record(frame, read),
            Err(error) => {
                self.failed = true;
                Err(Box::new(fault::io(&error).at(&self.file, None)))
            }
        })
    }

    fn record<T>(&mut self, frame: Frame, read: impl FnOnce(&Record<'_>) -> Taken<T>) -> Taken<(u64, T)> {
        let line = frame.line;
        let file = self.file.as_str();
        let reject = |fault: fault::Fault| Box::new(fault.at(file, Some(line)));
        let range = match frame.bytes {
            Ok(range) => range,
            Err(broken) => return Err(self.broken(reject(fault::broken(broken)))),
        };
        let bytes = self.frames.bytes(range);
        let Some(text) = self.encoding.decode(bytes) else {
            let cut = self.encoding.is_cut(bytes);
            return Err(reject(if cut { fault::broken(Broken::Cut) } else { fault::changed() }));
        };
        self.fields.split(&text);
        if self.fields.count() != self.columns.len() {
            let (expected, found) = (self.columns.len(), self.fields.count());
            let fault = reject(fault::field_count(expected, found, self.separator));
            return Err(self.uneven(*fault));
        }
        let record = Record { file, line, columns: &self.columns, fields: &self.fields };
        let numbered = |mut reject: Box<Reject>| {
            let first = self.columns.first().map_or("", |(name, _)| *name);
            reject.number = value::number(record.text(first)).ok();
            reject
        };
        read(&record).map(|row| (line, row)).map_err(numbered)
    }
}

impl CsvRows {
    /// Names the field in which a record broke, with how it begins.
    fn broken(&self, reject: Box<Reject>) -> Box<Reject> {
        let reached = self.frames.reached();
        let text = self.encoding.decode_clipped(&reached.bytes);
        Box::new(self.in_column(*reject, reached.field, &text))
    }

    /// Names the last field that is there, or the first one too many.
    fn uneven(&self, reject: Reject) -> Box<Reject> {
        let last = self.fields.count().saturating_sub(1).min(self.columns.len());
        Box::new(self.in_column(reject, last, self.fields.get(last)))
    }

    /// Beyond the last column the field has a number only; what may be a card's number is not repeated.
    fn in_column(&self, reject: Reject, field: usize, text: &str) -> Reject {
        let column = self.columns.iter().find(|(_, place)| *place == field);
        let column = column.map_or_else(|| (field + 1).to_string(), |(name, _)| (*name).to_owned());
        reject.in_field(&column, &free_text(text.trim_matches(' ')))
    }
}

/// Reads to the end or to a cap; `None` beyond it.
pub(super) fn read_capped(reader: impl Read, max: u64) -> std::io::Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    let read = reader.take(max + 1).read_to_end(&mut bytes)?;
    Ok(u64::try_from(read).is_ok_and(|read| read <= max).then_some(bytes))
}
