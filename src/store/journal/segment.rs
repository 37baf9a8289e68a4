//! A segment: one file of frames, named after its first sequence, chained to the segment before.
//!
//! Header: `"TEKILJNL" ‖ format (4) ‖ first sequence (8) ‖ hash of the frame before (32) ‖ checksum (8)`.

use std::io;
use std::path::Path;

use super::disk::{Disk, DiskFile, read_full, write_small};
use super::frame::FrameHash;
use super::wide;
use crate::store::Sequence;

/// The journal's format that this program writes and reads.
pub(crate) const JOURNAL_FORMAT: u32 = 1;
pub(crate) const SEGMENT_HEADER_BYTES: usize = 60;
pub(crate) const SEGMENT_HEADER_END: u64 = 60;

const SEGMENT_MAGIC: [u8; 8] = *b"TEKILJNL";
const NAME_SUFFIX: &str = ".journal";

/// The file name of the segment that begins with this sequence.
pub(crate) fn segment_name(first: Sequence) -> String {
    format!("{first:020}{NAME_SUFFIX}")
}

/// The segments of a folder by their first sequence, in order.
pub(crate) fn list_segments(disk: &dyn Disk, dir: &Path) -> io::Result<Vec<Sequence>> {
    let names = disk.list(dir)?;
    let firsts = names.iter().filter_map(|name| name.strip_suffix(NAME_SUFFIX)?.parse().ok());
    let mut firsts: Vec<Sequence> = firsts.collect();
    firsts.sort_unstable();
    Ok(firsts)
}

/// What a segment's header says.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum SegmentHeader {
    Chained { first: Sequence, previous: FrameHash },
    OtherFormat(u32),
    Bad,
}

/// Makes a segment without frames, durable when this returns. It has its name only with a whole header.
pub(crate) fn create_segment(
    disk: &dyn Disk,
    dir: &Path,
    first: Sequence,
    previous: &FrameHash,
) -> io::Result<()> {
    write_small(disk, dir, &segment_name(first), &header_bytes(first, previous))
}

pub(crate) fn read_header(file: &dyn DiskFile) -> io::Result<SegmentHeader> {
    let mut bytes = [0; SEGMENT_HEADER_BYTES];
    let read = read_full(file, &mut bytes, 0)?;
    Ok(if read == SEGMENT_HEADER_BYTES { parse(&bytes) } else { SegmentHeader::Bad })
}

fn header_bytes(first: Sequence, previous: &FrameHash) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(SEGMENT_HEADER_BYTES);
    bytes.extend_from_slice(&SEGMENT_MAGIC);
    bytes.extend_from_slice(&JOURNAL_FORMAT.to_be_bytes());
    bytes.extend_from_slice(&first.to_be_bytes());
    bytes.extend_from_slice(previous);
    let checksum = checksum(&bytes);
    bytes.extend_from_slice(&checksum);
    debug_assert_eq!(wide(bytes.len()), SEGMENT_HEADER_END);
    bytes
}

fn checksum(bytes: &[u8]) -> [u8; 8] {
    blake3::hash(bytes).as_bytes().first_chunk().copied().unwrap_or_default()
}

fn parse(bytes: &[u8; SEGMENT_HEADER_BYTES]) -> SegmentHeader {
    let parsed = || {
        let (hashed, stored) = bytes.split_last_chunk::<8>()?;
        if checksum(hashed) != *stored {
            return None;
        }
        let (magic, rest) = hashed.split_first_chunk::<8>()?;
        let (format, rest) = rest.split_first_chunk::<4>()?;
        let (first, rest) = rest.split_first_chunk::<8>()?;
        let (previous, _) = rest.split_first_chunk::<32>()?;
        let header = SegmentHeader::Chained { first: Sequence::from_be_bytes(*first), previous: *previous };
        match u32::from_be_bytes(*format) {
            _ if *magic != SEGMENT_MAGIC => None,
            JOURNAL_FORMAT => Some(header),
            other => Some(SegmentHeader::OtherFormat(other)),
        }
    };
    parsed().unwrap_or(SegmentHeader::Bad)
}
