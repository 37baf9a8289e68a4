//! How a store is opened, and what opening found.

use std::path::PathBuf;
use std::sync::Arc;

use crate::store::journal::disk::{Disk, RealDisk};
use crate::store::journal::{Head, SEGMENT_BYTES_MAX};

/// sled's cache, in bytes. Its own default of 1 GiB is far more than 200 sessions need.
pub const CACHE_BYTES: u64 = 64 * 1024 * 1024;

/// Told how many batches are done of how many.
pub type Progress = Arc<dyn Fn(u64, u64) + Send + Sync>;

/// Asked with the number of tries so far and the owner's process id; says whether to try again. It may wait.
pub type Patience = Arc<dyn Fn(u32, Option<u32>) -> bool + Send + Sync>;

/// How a store is opened.
#[derive(Clone)]
pub struct OpenOptions {
    /// Make the store when the folder is absent or empty.
    pub create: bool,
    /// Where the store's own files live.
    pub disk: Arc<dyn Disk>,
    /// sled's cache, in bytes.
    pub cache_bytes: u64,
    /// A journal segment longer than this is followed by a new one, in bytes.
    pub segment_bytes_max: u64,
    /// Told how far a replay or rebuild has come, in batches.
    pub progress: Option<Progress>,
    /// Asked when another process owns the folder; without it that is an error at once.
    pub patience: Option<Patience>,
    /// A copy of the journal's head kept elsewhere: an end before it is damage, not a torn write.
    pub known_head: Option<Head>,
}

impl OpenOptions {
    /// An existing store on the real disk.
    #[must_use]
    pub fn real() -> OpenOptions {
        OpenOptions {
            create: false,
            disk: Arc::new(RealDisk),
            cache_bytes: CACHE_BYTES,
            segment_bytes_max: SEGMENT_BYTES_MAX,
            progress: None,
            patience: None,
            known_head: None,
        }
    }
}

/// Why an index was built anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RebuildReason {
    /// The machine started anew while the index was in use: sled promises nothing then.
    OtherBoot,
    /// There was none.
    Missing,
    /// It could not be opened or read.
    Unreadable {
        /// What sled said.
        cause: String,
    },
    /// It was of no help, and no checkpoint nor copy of the head says how far the journal once reached.
    Unwitnessed,
    /// It does not belong to this journal.
    Foreign,
    /// Somebody asked for it.
    Asked,
}

/// What opening found and did; the front words it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The index was built anew from the journal.
    IndexRebuilt {
        /// Journal frames read.
        frames: u64,
        /// Why.
        reason: RebuildReason,
    },
    /// The old index was kept beside the new one until the next time.
    IndexSetAside {
        /// Where.
        to: PathBuf,
    },
    /// The owner had ended without closing; the index was brought up to the journal.
    Replayed {
        /// Journal frames applied.
        frames: u64,
    },
    /// A last frame that was never acknowledged was cut off.
    TornTailCut {
        /// The segment's file name.
        segment: String,
        /// Where it was cut, in bytes.
        at: u64,
        /// How many bytes went.
        bytes: u64,
    },
    /// The checkpoint marker could not be read and was left out of account.
    CheckpointUnreadable,
}
