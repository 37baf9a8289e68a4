//! Reads a journal frame by frame, never holding more than one.

use std::path::PathBuf;
use std::sync::Arc;

use super::disk::{Disk, DiskFile, OpenMode, read_full};
use super::frame::{FrameHash, HEADER_BYTES, Header, MAGIC};
use super::record::decode_all;
use super::segment::{SEGMENT_HEADER_END, SegmentHeader, read_header, segment_name};
use super::{JOURNAL_FORMAT, unreachable_disk, wide};
use crate::store::{Batch, Damage, Sequence, StoreError, codec::FLAG_COMPRESSED};

/// How much of a file is looked through at a time for a frame behind a bad one.
const SEARCH_BYTES: usize = 1024 * 1024;

/// A whole frame, its hash and chain verified.
#[derive(Debug)]
pub(crate) struct Frame {
    pub(crate) header: Header,
    pub(crate) segment: Sequence,
    pub(crate) offset: u64,
    payload: Vec<u8>,
}

impl Frame {
    /// Segment and offset, for people.
    pub(crate) fn place(&self) -> String {
        place_in(self.segment, self.offset)
    }

    /// The frame's batches, in order.
    pub(crate) fn batches(self) -> Result<Vec<Batch>, StoreError> {
        let place = self.place();
        let Frame { header, payload, .. } = self;
        let raw = header.unpack(payload);
        let damage = if header.flags & !FLAG_COMPRESSED == 0 { Damage::Frame } else { Damage::FrameSealed };
        raw.and_then(|raw| decode_all(&raw, header.batches)).map_err(|what| StoreError::Damaged {
            place,
            damage,
            what,
        })
    }
}

/// `00000000000000000001.journal:1234`: a byte of a segment, in no language.
pub(crate) fn place_in(segment: Sequence, offset: u64) -> String {
    format!("{}:{offset}", segment_name(segment))
}

/// What is wrong with a frame or a segment.
#[derive(Debug)]
pub(crate) struct Wrong {
    pub(crate) damage: Damage,
    /// The same for engineers, lower-case.
    pub(crate) what: String,
}

impl Wrong {
    fn new(damage: Damage, what: impl Into<String>) -> Wrong {
        Wrong { damage, what: what.into() }
    }
}

/// Where reading stopped, and why.
#[derive(Debug)]
pub(crate) struct Bad {
    pub(crate) segment: Sequence,
    pub(crate) offset: u64,
    pub(crate) wrong: Wrong,
    /// It stands where a torn write may have left it: in the last segment, no whole frame behind it.
    pub(crate) may_be_torn: bool,
    /// From its offset to the end of the file.
    pub(crate) bytes: u64,
}

impl Bad {
    pub(crate) fn place(&self) -> String {
        place_in(self.segment, self.offset)
    }

    pub(crate) fn into_error(self) -> StoreError {
        let Wrong { damage, what } = self.wrong;
        StoreError::Damaged { place: place_in(self.segment, self.offset), damage, what }
    }
}

/// What comes next in a journal.
#[derive(Debug)]
pub(crate) enum Step {
    Frame(Frame),
    Bad(Bad),
    End,
}

struct OpenSegment {
    first: Sequence,
    file: Box<dyn DiskFile>,
    size: u64,
    offset: u64,
}

/// Reads frames from a place on.
pub(crate) struct Scanner {
    disk: Arc<dyn Disk>,
    dir: PathBuf,
    ahead: std::iter::Peekable<std::vec::IntoIter<Sequence>>,
    open: Option<OpenSegment>,
    start_offset: u64,
    next: Option<Sequence>,
    previous: Option<FrameHash>,
}

impl Scanner {
    /// Reads `segments` (first sequences, in order) from an offset in the first of them. What the first
    /// frame is chained to is taken from the segment's header, or not checked when the offset lies behind it.
    pub(crate) fn new(disk: Arc<dyn Disk>, dir: PathBuf, segments: Vec<Sequence>, offset: u64) -> Scanner {
        Scanner {
            disk,
            dir,
            ahead: segments.into_iter().peekable(),
            open: None,
            start_offset: offset.max(SEGMENT_HEADER_END),
            next: None,
            previous: None,
        }
    }

    /// Demands that the first frame has this sequence and this hash before it.
    pub(crate) fn expecting(mut self, next: Sequence, previous: FrameHash) -> Scanner {
        self.next = Some(next);
        self.previous = Some(previous);
        self
    }

    /// Gives up the rest of the segment and the chain into the next one, to go on behind damage.
    pub(crate) fn skip_segment(&mut self) {
        self.open = None;
        self.next = None;
        self.previous = None;
    }

    /// The next frame, the end, or what is wrong instead.
    pub(crate) fn step(&mut self) -> Result<Step, StoreError> {
        loop {
            let Some(segment) = &mut self.open else {
                let Some(first) = self.ahead.next() else {
                    return Ok(Step::End);
                };
                if let Some(bad) = self.enter(first)? {
                    return Ok(Step::Bad(bad));
                }
                continue;
            };
            if segment.offset >= segment.size {
                self.open = None;
                continue;
            }
            let last_segment = self.ahead.peek().is_none();
            return match read_frame(segment, self.next, self.previous)? {
                Ok(frame) => {
                    segment.offset += frame.header.frame_bytes();
                    self.next = Some(frame.header.last() + 1);
                    self.previous = Some(frame.header.hash);
                    Ok(Step::Frame(frame))
                }
                Err(wrong) => {
                    let may_be_torn = last_segment && !whole_frame_behind(segment)?;
                    let bytes = segment.size - segment.offset;
                    let (segment, offset) = (segment.first, segment.offset);
                    self.open = None;
                    Ok(Step::Bad(Bad { segment, offset, wrong, may_be_torn, bytes }))
                }
            };
        }
    }

    /// Passes frames over unread whose batches all stand at or before a sequence.
    pub(crate) fn skip_to(&mut self, after: Sequence) -> Result<(), StoreError> {
        while let Some(segment) = &mut self.open {
            let Some(header) = read_frame_header(segment)? else {
                return Ok(());
            };
            if header.last() > after {
                return Ok(());
            }
            segment.offset += header.frame_bytes();
            self.next = Some(header.last() + 1);
            self.previous = Some(header.hash);
            if segment.offset >= segment.size {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Opens the first segment, for [`Scanner::skip_to`].
    pub(crate) fn enter_first(&mut self) -> Result<Option<Bad>, StoreError> {
        match self.ahead.next() {
            Some(first) => self.enter(first),
            None => Ok(None),
        }
    }

    fn enter(&mut self, first: Sequence) -> Result<Option<Bad>, StoreError> {
        let path = self.dir.join(segment_name(first));
        let io = |error| unreachable_disk(&path, &error);
        let file = self.disk.open(&path, OpenMode::Read).map_err(io)?;
        let size = file.size().map_err(io)?;
        let what = match read_header(&*file).map_err(io)? {
            SegmentHeader::OtherFormat(found) => {
                return Err(StoreError::Format { found, known: JOURNAL_FORMAT });
            }
            SegmentHeader::Bad => Some("segment header is damaged"),
            SegmentHeader::Chained { first: said, .. } if said != first => {
                Some("segment stands under another name")
            }
            SegmentHeader::Chained { first, previous } => {
                let whole = self.next.is_none_or(|next| next == first)
                    && self.previous.is_none_or(|hash| hash == previous);
                if self.start_offset == SEGMENT_HEADER_END {
                    self.next = Some(first);
                    self.previous = Some(previous);
                }
                (!whole).then_some("segment does not continue the one before")
            }
        };
        let offset = std::mem::replace(&mut self.start_offset, SEGMENT_HEADER_END);
        if let Some(what) = what {
            let wrong = Wrong::new(Damage::Segment, what);
            let bad = Bad { segment: first, offset: 0, wrong, may_be_torn: false, bytes: size };
            return Ok(Some(bad));
        }
        self.open = Some(OpenSegment { first, file, size, offset });
        Ok(None)
    }
}

fn read_frame(
    segment: &OpenSegment,
    next: Option<Sequence>,
    previous: Option<FrameHash>,
) -> Result<Result<Frame, Wrong>, StoreError> {
    let Some(header) = read_frame_header(segment)? else {
        return Ok(Err(Wrong::new(Damage::Frame, "frame header is damaged or cut")));
    };
    if next.is_some_and(|next| next != header.first) {
        let what = format!("frame begins with batch {}, out of order", header.first);
        return Ok(Err(Wrong::new(Damage::Frame, what)));
    }
    if previous.is_some_and(|previous| previous != header.previous) {
        return Ok(Err(Wrong::new(Damage::Frame, "frame is not chained to the one before")));
    }
    if segment.offset + header.frame_bytes() > segment.size {
        return Ok(Err(Wrong::new(Damage::FrameCut, "frame is cut")));
    }
    let payload = read_bytes(segment, header.payload_len(), segment.offset + wide(HEADER_BYTES))?;
    if !header.vouches_for(&payload) {
        return Ok(Err(Wrong::new(Damage::Frame, "frame does not match its hash")));
    }
    Ok(Ok(Frame { header, segment: segment.first, offset: segment.offset, payload }))
}

fn read_frame_header(segment: &OpenSegment) -> Result<Option<Header>, StoreError> {
    let bytes = read_bytes(segment, HEADER_BYTES, segment.offset)?;
    Ok(bytes.first_chunk().and_then(Header::parse))
}

fn read_bytes(segment: &OpenSegment, count: usize, offset: u64) -> Result<Vec<u8>, StoreError> {
    let mut bytes = vec![0; count];
    let read = read_full(&*segment.file, &mut bytes, offset)
        .map_err(|error| unreachable_disk(segment_name(segment.first).as_ref(), &error))?;
    bytes.truncate(read);
    Ok(bytes)
}

/// Whether a whole frame stands somewhere behind the bad one: then it was synced, and so was the bad one once.
fn whole_frame_behind(segment: &OpenSegment) -> Result<bool, StoreError> {
    let mut at = segment.offset + 1;
    while at < segment.size {
        // A little more than the step, so that a magic across its border is seen.
        let window = read_bytes(segment, SEARCH_BYTES + MAGIC.len() - 1, at)?;
        for (index, _) in window.windows(MAGIC.len()).enumerate().filter(|(_, bytes)| *bytes == MAGIC) {
            let candidate = at + wide(index);
            let head = read_bytes(segment, HEADER_BYTES, candidate)?;
            let Some(header) = head.first_chunk().and_then(Header::parse) else {
                continue;
            };
            if candidate + header.frame_bytes() > segment.size {
                continue;
            }
            let payload = read_bytes(segment, header.payload_len(), candidate + wide(HEADER_BYTES))?;
            if header.vouches_for(&payload) {
                return Ok(true);
            }
        }
        at += wide(SEARCH_BYTES);
    }
    Ok(false)
}
