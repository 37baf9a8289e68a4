//! How far the journal reaches, read before anything is changed.

use std::sync::Arc;

use super::folder::Folder;
use crate::store::journal::scan::{Bad, Frame, Scanner, Step};
use crate::store::journal::segment::SEGMENT_HEADER_END;
use crate::store::journal::{Head, JournalEnd, Waypoint, Waypoints};
use crate::store::{Sequence, StoreError};

/// What reading the journal's end showed.
pub(super) struct Survey {
    pub(super) end: JournalEnd,
    pub(super) last_frame: u64,
    pub(super) torn: Option<Bad>,
    /// The frame that ends with the index's last batch is the one the index names.
    pub(super) knows_index: bool,
}

/// Reads the journal to its end from the segment of the batch that the index calls its last.
pub(super) fn survey(
    folder: &Folder,
    segments: &[Sequence],
    waypoints: &Waypoints,
    applied: Head,
) -> Result<Survey, StoreError> {
    let skip = segments.partition_point(|first| *first <= applied.sequence).saturating_sub(1);
    let segments: Vec<Sequence> = segments.iter().skip(skip).copied().collect();
    let start = segments.first().copied().unwrap_or(1);
    let last_segment = segments.last().copied().unwrap_or(start);
    let mut survey = Survey {
        end: JournalEnd { segment: start, offset: SEGMENT_HEADER_END, head: Head::START },
        last_frame: SEGMENT_HEADER_END,
        torn: None,
        knows_index: applied == Head::START,
    };
    let mut scanner = scanner(folder, segments);
    loop {
        match scanner.step()? {
            Step::Frame(frame) => survey.take(&frame, waypoints, applied),
            Step::Bad(bad) if bad.may_be_torn => {
                survey.enter(bad.segment, bad.offset);
                survey.torn = Some(bad);
                return Ok(survey);
            }
            Step::Bad(bad) => return Err(bad.into_error()),
            Step::End => {
                survey.enter(last_segment, SEGMENT_HEADER_END);
                return Ok(survey);
            }
        }
    }
}

/// A reader of these segments, chained to the start where they begin with the first.
pub(super) fn scanner(folder: &Folder, segments: Vec<Sequence>) -> Scanner {
    let whole = segments.first() == Some(&1);
    let scanner = Scanner::new(Arc::clone(&folder.disk), folder.journal(), segments, SEGMENT_HEADER_END);
    if whole { scanner.expecting(1, Head::START.hash) } else { scanner }
}

impl Survey {
    fn take(&mut self, frame: &Frame, waypoints: &Waypoints, applied: Head) {
        let header = &frame.header;
        let head = Head { sequence: header.last(), hash: header.hash };
        let offset = frame.offset + header.frame_bytes();
        self.end = JournalEnd { segment: frame.segment, offset, head };
        self.last_frame = frame.offset;
        self.knows_index |= head == applied;
        waypoints.note(Waypoint { first: header.first, segment: frame.segment, offset: frame.offset });
    }

    /// A segment without frames of its own continues the one before.
    fn enter(&mut self, segment: Sequence, offset: u64) {
        if self.end.segment != segment {
            self.end.segment = segment;
            self.end.offset = offset;
            self.last_frame = offset;
        }
    }
}
