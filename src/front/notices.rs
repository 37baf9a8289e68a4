//! What opening a store found and did, in words.

use crate::{
    store::embedded::{Notice, RebuildReason},
    text::{Message, ids::cli as id},
};

/// The sentence of a notice.
pub(super) fn message(notice: &Notice) -> Message {
    match notice {
        Notice::IndexRebuilt { frames, reason } => rebuilt(*frames, reason),
        Notice::IndexSetAside { to } => {
            Message::new(id::NOTICE_SET_ASIDE).with("path", to.display().to_string())
        }
        Notice::Replayed { frames } => Message::new(id::NOTICE_REPLAYED).with("frames", *frames),
        Notice::TornTailCut { segment, at, bytes } => Message::new(id::NOTICE_TORN)
            .with("segment", segment.as_str())
            .with("at", *at)
            .with("bytes", *bytes),
        Notice::CheckpointUnreadable => Message::new(id::NOTICE_CHECKPOINT),
    }
}

fn rebuilt(frames: u64, reason: &RebuildReason) -> Message {
    let sentence = match reason {
        RebuildReason::OtherBoot => id::NOTICE_REBUILT_BOOT,
        RebuildReason::Missing => id::NOTICE_REBUILT_MISSING,
        RebuildReason::Unreadable { .. } | RebuildReason::Foreign => id::NOTICE_REBUILT_BAD,
        RebuildReason::Unwitnessed => id::NOTICE_REBUILT_UNWITNESSED,
        RebuildReason::Asked => id::NOTICE_REBUILT_ASKED,
    };
    Message::new(sentence).with("frames", frames)
}
