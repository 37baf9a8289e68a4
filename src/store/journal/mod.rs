//! The journal: append-only segments of hash-chained frames. It is the truth; the index follows from it.

pub mod disk;
pub(crate) mod frame;
pub(crate) mod record;
pub(crate) mod scan;
pub(crate) mod segment;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use disk::{Disk, DiskFile, OpenMode, read_full, write_full};
use frame::{GENESIS, SealedFrame};
pub(crate) use segment::JOURNAL_FORMAT;
use segment::{SEGMENT_HEADER_END, create_segment, segment_name};

use super::hash::wide;
use super::{Sequence, StoreError};

/// A segment longer than this is followed by a new one, in bytes.
pub const SEGMENT_BYTES_MAX: u64 = 64 * 1024 * 1024;
/// Within a segment a place is remembered for readers every so many bytes.
const WAYPOINT_BYTES: u64 = 1024 * 1024;

/// A journal's end: its last sequence and the hash of its last frame. A copy kept elsewhere proves a lost tail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// The last batch.
    pub sequence: Sequence,
    /// The hash of the last frame.
    pub hash: [u8; 32],
}

impl Head {
    pub(crate) const START: Head = Head { sequence: 0, hash: GENESIS };
}

/// Where a reader may begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Waypoint {
    pub(crate) first: Sequence,
    pub(crate) segment: Sequence,
    pub(crate) offset: u64,
}

/// Places of frames, in order: every segment's start, and further ones in the segments read or written.
#[derive(Debug, Default)]
pub(crate) struct Waypoints(Mutex<Vec<Waypoint>>);

impl Waypoints {
    pub(crate) fn start(&self, segments: &[Sequence]) {
        let starts = segments.iter().map(|first| Waypoint {
            first: *first,
            segment: *first,
            offset: SEGMENT_HEADER_END,
        });
        let mut points = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        points.clear();
        points.extend(starts);
    }

    /// Remembers a frame's place if the last one remembered is far enough away.
    pub(crate) fn note(&self, point: Waypoint) {
        let mut points = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let at = points.partition_point(|known| known.first < point.first);
        let before = at.checked_sub(1).and_then(|before| points.get(before));
        let near = before.is_some_and(|known| {
            known.segment == point.segment && point.offset < known.offset + WAYPOINT_BYTES
        });
        let known = points.get(at).is_some_and(|known| known.first == point.first);
        if !near && !known {
            points.insert(at, point);
        }
    }

    /// The last place at or before a sequence, and the segments from there on.
    pub(crate) fn before(&self, sequence: Sequence) -> Option<(Waypoint, Vec<Sequence>)> {
        let points = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let at = points.partition_point(|point| point.first <= sequence).checked_sub(1)?;
        let point = *points.get(at)?;
        let mut segments: Vec<Sequence> = points.iter().skip(at).map(|point| point.segment).collect();
        segments.dedup();
        Some((point, segments))
    }
}

/// Why a frame was not appended.
#[derive(Debug)]
pub(crate) enum AppendError {
    /// The disk is full and the journal stands as before.
    Full,
    /// Nobody knows what is on the disk now.
    Broken(String),
}

/// The journal's writing end.
pub(crate) struct Journal {
    disk: Arc<dyn Disk>,
    dir: PathBuf,
    segment: Sequence,
    segment_bytes_max: u64,
    file: Box<dyn DiskFile>,
    offset: u64,
    head: Head,
    waypoints: Arc<Waypoints>,
}

/// Where a journal's writing goes on.
pub(crate) struct JournalEnd {
    pub(crate) segment: Sequence,
    pub(crate) offset: u64,
    pub(crate) head: Head,
}

impl Journal {
    pub(crate) fn open(
        disk: Arc<dyn Disk>,
        dir: PathBuf,
        end: &JournalEnd,
        segment_bytes_max: u64,
        waypoints: Arc<Waypoints>,
    ) -> io::Result<Journal> {
        let file = disk.open(&dir.join(segment_name(end.segment)), OpenMode::Write)?;
        let JournalEnd { segment, offset, head } = *end;
        Ok(Journal { disk, dir, segment, segment_bytes_max, file, offset, head, waypoints })
    }

    pub(crate) fn head(&self) -> Head {
        self.head
    }

    /// Writes one frame and syncs it: durable when this returns. Gives whether a new segment was begun.
    pub(crate) fn append(&mut self, frame: &SealedFrame, first: Sequence) -> Result<bool, AppendError> {
        let length = wide(frame.bytes.len());
        let rolled = self.offset > SEGMENT_HEADER_END && self.offset + length > self.segment_bytes_max;
        if rolled {
            self.roll()?;
        }
        if let Err(error) = write_full(&mut *self.file, &frame.bytes, self.offset) {
            return Err(self.undo(&error));
        }
        self.file.sync_data().map_err(|error| AppendError::Broken(error.to_string()))?;
        self.waypoints.note(Waypoint { first, segment: self.segment, offset: self.offset });
        self.offset += length;
        self.head = Head { sequence: frame.last, hash: frame.hash };
        Ok(rolled)
    }

    /// A write that ran out of space left at most a part of a frame, never synced: cutting it off restores
    /// the journal. Anything else, or a cut that fails, leaves doubt.
    fn undo(&mut self, error: &io::Error) -> AppendError {
        if !is_full(error) {
            return AppendError::Broken(error.to_string());
        }
        match self.file.truncate(self.offset) {
            Ok(()) => AppendError::Full,
            Err(error) => AppendError::Broken(error.to_string()),
        }
    }

    fn roll(&mut self) -> Result<(), AppendError> {
        let first = self.head.sequence + 1;
        let broken = |error: io::Error| AppendError::Broken(error.to_string());
        let name = segment_name(first);
        if let Err(error) = create_segment(&*self.disk, &self.dir, first, &self.head.hash) {
            let names = self.disk.list(&self.dir).map_err(broken)?;
            let untouched = is_full(&error) && !names.contains(&name);
            return Err(if untouched { AppendError::Full } else { broken(error) });
        }
        let path = self.dir.join(name);
        self.file = self.disk.open(&path, OpenMode::Write).map_err(broken)?;
        self.segment = first;
        self.offset = SEGMENT_HEADER_END;
        Ok(())
    }
}

/// Makes the end of a journal durable before anything relies on it: a killed owner may have written it
/// without a sync. After a failed sync pages may count as clean without being on the disk, so what stands
/// from `rewrite_from` on is written again in place.
pub(crate) fn settle(disk: &dyn Disk, dir: &Path, end: &JournalEnd, rewrite_from: u64) -> io::Result<()> {
    let mut file = disk.open(&dir.join(segment_name(end.segment)), OpenMode::Write)?;
    if file.size()? > end.offset {
        file.truncate(end.offset)?;
    }
    let length = usize::try_from(end.offset.saturating_sub(rewrite_from)).unwrap_or(0);
    let mut bytes = vec![0; length];
    let read = read_full(&*file, &mut bytes, rewrite_from)?;
    write_full(&mut *file, bytes.get(..read).unwrap_or_default(), rewrite_from)?;
    file.sync_data()?;
    disk.sync_dir(dir)
}

/// Whether an error says that there is no space left.
pub(crate) fn is_full(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded)
}

/// A file that cannot be read or written while the store is being opened or read.
pub(crate) fn unreachable_disk(path: &Path, error: &io::Error) -> StoreError {
    StoreError::of_disk(path, error)
}
