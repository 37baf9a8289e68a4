//! Records of a separated text file, one by one, in bounded memory.
//!
//! The grammar is RFC 4180's with LF allowed for CRLF: a field is either free of quotes or quoted as a whole,
//! a quote inside is doubled, a quoted field may hold line ends. A record that breaks it costs one reject
//! and reading goes on behind the record's FIRST line, so a stray quote swallows no good rows.

use std::{
    io::{self, Read},
    ops::Range,
};

use super::encoding::UTF8_MARK;
pub(super) use fields::Fields;

mod fields;
#[cfg(test)]
mod tests;

/// The longest record, in bytes.
pub(super) const RECORD_BYTES_MAX: usize = 64 * 1024;
/// What is kept of the field in which a record breaks, in bytes.
const REACHED_BYTES_MAX: usize = 256;
/// How much is asked of the source at once, in bytes.
const FILL_BYTES: usize = 64 * 1024;

/// A record without its line end, or what stands in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Frame {
    /// The physical line where it begins, from 1.
    pub line: u64,
    /// Where its bytes are, for [`Frames::bytes`] until the next call; or why there is no record.
    pub bytes: Result<Range<usize>, Broken>,
}

/// Why lines are not a record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Broken {
    /// Longer than [`RECORD_BYTES_MAX`].
    TooLong,
    /// A quote inside an unquoted field, behind a quoted one, or never closed.
    Quote,
    /// The file ends before the record's line does.
    Cut,
}

/// Reads frames from a source.
pub(super) struct Frames<R> {
    source: R,
    separator: u8,
    /// Fields of a good record, once known: tells a record cut in its last quoted text from a stray quote.
    fields: usize,
    buffer: Vec<u8>,
    start: usize,
    line: u64,
    ended: bool,
    reached: Reached,
}

/// The field in which a broken record broke, and how its text begins.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Reached {
    /// From 0.
    pub field: usize,
    /// At most [`REACHED_BYTES_MAX`].
    pub bytes: Vec<u8>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    FieldStart,
    Plain,
    Quoted,
    /// Behind a quote inside a quoted field: its end, or the first of a doubled one.
    QuoteSeen,
    /// Behind a CR behind a quoted field.
    CrSeen,
}

enum Scan {
    Record { end: usize },
    Broken(Broken),
    More,
    End,
}

/// The scan of one record, kept while more bytes come.
struct Scanner {
    at: usize,
    state: State,
    first_end: Option<usize>,
    line_ends: u64,
    /// The field it is in, from 0, and where that begins.
    field: usize,
    field_start: usize,
}

impl<R: Read> Frames<R> {
    pub(super) fn new(source: R, separator: u8) -> Frames<R> {
        Frames {
            source,
            separator,
            fields: 0,
            buffer: Vec::new(),
            start: 0,
            line: 1,
            ended: false,
            reached: Reached::default(),
        }
    }

    /// Passes over a byte-order mark at the beginning.
    pub(super) fn skip_mark(&mut self) -> io::Result<()> {
        while self.buffer.len() < UTF8_MARK.len() && !self.ended {
            self.fill()?;
        }
        if self.buffer.starts_with(UTF8_MARK) {
            self.start = UTF8_MARK.len();
        }
        Ok(())
    }

    pub(super) fn expect_fields(&mut self, fields: usize) {
        self.fields = fields;
    }

    /// The bytes of the record just framed.
    pub(super) fn bytes(&self, range: Range<usize>) -> &[u8] {
        self.buffer.get(range).unwrap_or_default()
    }

    /// Where the record just told as broken broke.
    pub(super) fn reached(&self) -> &Reached {
        &self.reached
    }

    /// The next record that is not an empty line.
    pub(super) fn next(&mut self) -> Option<io::Result<Frame>> {
        loop {
            match self.frame() {
                Ok(Some(frame)) if frame.bytes.as_ref().is_ok_and(Range::is_empty) => {}
                other => return other.transpose(),
            }
        }
    }

    fn frame(&mut self) -> io::Result<Option<Frame>> {
        let mut scan = Scanner {
            at: self.start,
            state: State::FieldStart,
            first_end: None,
            line_ends: 0,
            field: 0,
            field_start: self.start,
        };
        loop {
            match self.scan(&mut scan) {
                Scan::More => {
                    let shift = self.fill()?;
                    scan.at -= shift;
                    scan.field_start -= shift;
                    scan.first_end = scan.first_end.map(|end| end - shift);
                }
                Scan::Record { end } => return Ok(Some(self.take(&scan, end))),
                Scan::Broken(broken) => return self.resume(&scan, broken).map(Some),
                Scan::End => return Ok(None),
            }
        }
    }

    fn scan(&self, scan: &mut Scanner) -> Scan {
        while let Some(byte) = self.buffer.get(scan.at) {
            if scan.at - self.start > RECORD_BYTES_MAX {
                return Scan::Broken(Broken::TooLong);
            }
            scan.at += 1;
            let Some(state) = step(scan.state, *byte, self.separator) else {
                return Scan::Broken(Broken::Quote);
            };
            scan.state = state;
            if state == State::FieldStart {
                scan.field += 1;
                scan.field_start = scan.at;
            }
            if *byte == b'\n' {
                scan.line_ends += 1;
                scan.first_end.get_or_insert(scan.at);
                if state == State::FieldStart {
                    return Scan::Record { end: scan.at };
                }
            }
        }
        match (self.ended, scan.at == self.start) {
            (false, _) => Scan::More,
            (true, true) => Scan::End,
            (true, false) if self.is_stray_quote(scan) => Scan::Broken(Broken::Quote),
            (true, false) => Scan::Broken(Broken::Cut),
        }
    }

    /// At the end inside a quote: with good rows behind the first line, its quote was a stray one.
    fn is_stray_quote(&self, scan: &Scanner) -> bool {
        let Some(rest) = scan.first_end.and_then(|end| self.buffer.get(end..)) else {
            return false;
        };
        rest.ends_with(b"\n")
            || rest.split(|byte| *byte == b'\n').any(|line| {
                let fields = line.split(|byte| *byte == self.separator).count();
                fields > 1 && fields >= self.fields
            })
    }

    fn take(&mut self, scan: &Scanner, end: usize) -> Frame {
        let line = self.line;
        let range = self.start..end - 1;
        let cr = self.bytes(range.clone()).ends_with(b"\r");
        self.start = end;
        self.line += scan.line_ends;
        Frame { line, bytes: Ok(range.start..range.end - usize::from(cr)) }
    }

    /// Goes on behind the first line of a broken record.
    fn resume(&mut self, scan: &Scanner, broken: Broken) -> io::Result<Frame> {
        let frame = Frame { line: self.line, bytes: Err(broken) };
        let text = self.bytes(scan.field_start..scan.at);
        let text = text.split(|byte| *byte == b'\n').next().unwrap_or_default();
        let bytes = text.iter().take(REACHED_BYTES_MAX).copied().collect();
        self.reached = Reached { field: scan.field, bytes };
        self.line += 1;
        if broken == Broken::Cut {
            self.start = self.buffer.len();
            return Ok(frame);
        }
        if let Some(end) = scan.first_end {
            self.start = end;
            return Ok(frame);
        }
        self.start = scan.at;
        loop {
            let rest = self.buffer.get(self.start..).unwrap_or_default();
            if let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
                self.start += end + 1;
                return Ok(frame);
            }
            self.start = self.buffer.len();
            if self.ended {
                return Ok(frame);
            }
            self.fill()?;
        }
    }

    /// Reads on; what lies before `start` goes. Returns by how much the bytes moved down.
    fn fill(&mut self) -> io::Result<usize> {
        let shift = self.start;
        self.buffer.drain(..shift);
        self.start = 0;
        let kept = self.buffer.len();
        self.buffer.resize(kept + FILL_BYTES, 0);
        let read = match self.source.read(self.buffer.get_mut(kept..).unwrap_or_default()) {
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {
                self.buffer.truncate(kept);
                return Ok(shift);
            }
            Err(error) => {
                self.buffer.truncate(kept);
                return Err(error);
            }
        };
        self.buffer.truncate(kept + read);
        self.ended = read == 0;
        Ok(shift)
    }
}

/// The state behind one more byte; `None` for a quote where none may stand.
#[expect(clippy::match_same_arms, reason = "one arm a rule of the grammar")]
fn step(state: State, byte: u8, separator: u8) -> Option<State> {
    match (state, byte) {
        (State::FieldStart | State::QuoteSeen, b'"') => Some(State::Quoted),
        (State::Plain, b'"') => None,
        (State::Quoted, b'"') => Some(State::QuoteSeen),
        (State::Quoted, _) => Some(State::Quoted),
        (_, b'\n') => Some(State::FieldStart),
        (State::CrSeen, _) => None,
        (_, byte) if byte == separator => Some(State::FieldStart),
        (State::QuoteSeen, b'\r') => Some(State::CrSeen),
        (State::QuoteSeen, _) => None,
        (State::FieldStart | State::Plain, _) => Some(State::Plain),
    }
}
