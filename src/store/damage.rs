//! What may be damaged in a store's own files, what to do about it, and the sentence that says so.

use super::Sequence;
use crate::text::{Message, ids::store as id};

/// Which part is damaged, and what about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// `FORMAT` does not hold a format number.
    FormatFile,
    /// `READY` is missing from a store that was used.
    ReadyFile,
    /// The journal's first file is missing.
    SegmentMissing,
    /// A journal file's head is damaged, or the file does not follow the one before.
    Segment,
    /// A journal file is of another format.
    SegmentFormat {
        /// What the file says.
        found: u32,
        /// What this program knows.
        known: u32,
    },
    /// A frame of the journal is cut.
    FrameCut,
    /// A frame of the journal is not what was written.
    Frame,
    /// A frame of the journal needs a key or a newer program.
    FrameSealed,
    /// The journal ends before a batch that was acknowledged.
    JournalShort {
        /// Its last batch.
        last: Sequence,
        /// The last batch that is known to have been acknowledged.
        known: Sequence,
    },
    /// The journal goes elsewhere than the state that was marked beside it.
    JournalOther,
    /// The index engine cannot read its files.
    Index,
    /// The index does not agree with the journal, or with its own sum.
    IndexSum,
    /// An entry of the index is not what was written.
    Entry,
}

/// What a person does about damage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Remedy {
    /// The index is made again from the journal.
    Rebuild,
    /// One small file comes back from a backup.
    File,
    /// The program that wrote the store is needed.
    Version,
    /// The whole store comes back from a backup.
    Backup,
}

impl Damage {
    /// The one thing to do.
    #[must_use]
    pub fn remedy(self) -> Remedy {
        match self {
            Damage::Index | Damage::IndexSum | Damage::Entry => Remedy::Rebuild,
            Damage::FormatFile | Damage::ReadyFile => Remedy::File,
            Damage::SegmentFormat { .. } | Damage::FrameSealed => Remedy::Version,
            Damage::SegmentMissing
            | Damage::Segment
            | Damage::FrameCut
            | Damage::Frame
            | Damage::JournalShort { .. }
            | Damage::JournalOther => Remedy::Backup,
        }
    }

    /// The sentence for people.
    #[must_use]
    pub fn message(self) -> Message {
        match self {
            Damage::FormatFile => Message::new(id::FORMAT_FILE),
            Damage::ReadyFile => Message::new(id::READY_FILE),
            Damage::SegmentMissing => Message::new(id::SEGMENT_MISSING),
            Damage::Segment => Message::new(id::SEGMENT),
            Damage::SegmentFormat { found, known } => Message::new(id::SEGMENT_FORMAT)
                .with("found", u64::from(found))
                .with("known", u64::from(known)),
            Damage::FrameCut => Message::new(id::FRAME_CUT),
            Damage::Frame => Message::new(id::FRAME),
            Damage::FrameSealed => Message::new(id::FRAME_SEALED),
            Damage::JournalShort { last, known } => {
                Message::new(id::JOURNAL_SHORT).with("last", last).with("known", known)
            }
            Damage::JournalOther => Message::new(id::JOURNAL_OTHER),
            Damage::Index => Message::new(id::INDEX),
            Damage::IndexSum => Message::new(id::INDEX_SUM),
            Damage::Entry => Message::new(id::ENTRY),
        }
    }
}

impl Remedy {
    /// The sentence for people.
    #[must_use]
    pub fn message(self) -> Message {
        Message::new(match self {
            Remedy::Rebuild => id::REMEDY_REBUILD,
            Remedy::File => id::REMEDY_FILE,
            Remedy::Version => id::REMEDY_VERSION,
            Remedy::Backup => id::REMEDY_BACKUP,
        })
    }
}
