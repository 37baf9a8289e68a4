//! What opening a store found and did, in words.

use crate::{
    store::embedded::{Notice, RebuildReason},
    text::{
        Message,
        ids::{cli as id, desk},
    },
};

/// The sentence of a notice.
pub(super) fn message(notice: &Notice) -> Message {
    match notice {
        Notice::IndexRebuilt { frames, reason } => rebuilt(*frames, reason),
        Notice::IndexSetAside { to } => {
            Message::new(id::NOTICE_SET_ASIDE).with("path", to.display().to_string())
        }
        Notice::Replayed { .. } => Message::new(id::NOTICE_REPLAYED),
        Notice::TornTailCut { segment, at, bytes } => Message::new(id::NOTICE_TORN)
            .with("segment", segment.as_str())
            .with("at", *at)
            .with("bytes", *bytes),
        Notice::CheckpointUnreadable => Message::new(id::NOTICE_CHECKPOINT),
    }
}

/// The sentence for who serves a customer, short enough for one row; none where it is the house's affair alone.
pub(super) fn told(notice: &Notice) -> Option<Message> {
    match notice {
        Notice::IndexRebuilt { .. } => Some(Message::new(desk::WAS_REBUILT)),
        Notice::Replayed { .. } => Some(Message::new(desk::WAS_CUT_OFF)),
        Notice::TornTailCut { .. } => Some(Message::new(desk::WAS_CUT_OFF_SAVING)),
        Notice::IndexSetAside { .. } | Notice::CheckpointUnreadable => None,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, safe};

    /// The row that tells it has 79 cells.
    #[test]
    fn what_is_told_at_the_screen_fits_its_row_and_names_no_machinery() {
        let torn = Notice::TornTailCut { segment: "1".to_owned(), at: 1, bytes: 1 };
        let reason = RebuildReason::OtherBoot;
        for notice in [Notice::Replayed { frames: 3 }, torn, Notice::IndexRebuilt { frames: 3, reason }] {
            for lang in Lang::ALL {
                let told = told(&notice).unwrap().say(lang);
                assert!(safe::cells(&told) < 80, "{told}");
                let machinery = ["çerçeve", "günlük", "frame", "journal"];
                assert!(!machinery.iter().any(|word| told.contains(word)), "{told}");
            }
        }
    }
}
