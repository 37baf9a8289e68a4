//! Opening: whose the folder is, how far the journal reaches, whether the index may be trusted.
//!
//! The order matters. What proves that a batch was acknowledged is read, and the journal's end judged,
//! before an index is set aside: else a second try would find no proof and cut what a bank relies on.

use std::path::Path;
use std::sync::Arc;

use super::folder::{CHECKPOINT, Checkpoint, Folder, InUse};
use super::options::{Notice, OpenOptions, Progress, RebuildReason};
use super::survey::{Survey, scanner, survey};
use super::writer::Shared;
use crate::store::hash::StateHash;
use crate::store::index::{Applied, Index};
use crate::store::journal::scan::{Frame, Step, place_in};
use crate::store::journal::segment::{list_segments, segment_name};
use crate::store::journal::{Head, Journal, Waypoints, settle, unreachable_disk};
use crate::store::overlay::Overlay;
use crate::store::{Damage, Sequence, StoreError};

/// Replayed changes are applied to the index so many bytes and keys at a time.
const REPLAY_BYTES: usize = 8 * 1024 * 1024;
const REPLAY_KEYS: usize = 20_000;

/// What the caller wants of the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Want {
    Use,
    Rebuild,
}

/// A store ready for its writer.
pub(super) struct Opened {
    pub(super) shared: Shared,
    pub(super) journal: Journal,
    pub(super) waypoints: Arc<Waypoints>,
    pub(super) notices: Vec<Notice>,
    pub(super) state_before: Option<StateHash>,
    pub(super) frames: u64,
}

/// An index as it was found: usable up to a place, or the reason why not.
enum Found {
    Usable(Index, Applied),
    Unusable(RebuildReason),
}

struct Opening {
    folder: Folder,
    options: OpenOptions,
    segments: Vec<Sequence>,
    waypoints: Arc<Waypoints>,
    notices: Vec<Notice>,
    checkpoint: Option<Applied>,
}

pub(super) fn open(path: &Path, options: OpenOptions, want: Want) -> Result<Opened, StoreError> {
    let folder = Folder::take(path, &options)?;
    let segments = list_segments(&*folder.disk, &folder.journal())
        .map_err(|error| unreachable_disk(&folder.journal(), &error))?;
    if segments.first() != Some(&1) {
        let place = folder.journal().display().to_string();
        let what = "the first segment is missing".to_owned();
        return Err(StoreError::Damaged { place, damage: Damage::SegmentMissing, what });
    }
    let waypoints = Arc::new(Waypoints::default());
    waypoints.start(&segments);
    let mut opening = Opening { folder, options, segments, waypoints, notices: Vec::new(), checkpoint: None };
    opening.read_checkpoint()?;
    opening.run(want)
}

impl Opening {
    fn run(mut self, want: Want) -> Result<Opened, StoreError> {
        let in_use = self.folder.in_use()?;
        if in_use == InUse::No {
            // sled writes while it opens.
            self.folder.mark_in_use()?;
        }
        let found = self.find_index();
        let said = match &found {
            Found::Usable(_, applied) => Some(*applied),
            Found::Unusable(_) => None,
        };
        let mut found = match (found, in_use) {
            (Found::Usable(..), _) if want == Want::Rebuild => Found::Unusable(RebuildReason::Asked),
            (Found::Usable(..), InUse::OtherBoot) => Found::Unusable(RebuildReason::OtherBoot),
            (found, _) => found,
        };
        let mut survey = self.survey(&found)?;
        self.judge(&survey, said)?;
        if matches!(found, Found::Usable(..)) && !survey.knows_index {
            found = Found::Unusable(RebuildReason::Foreign);
            survey = self.survey(&found)?;
            self.judge(&survey, said)?;
        }
        self.settle(&survey, in_use)?;
        let head = survey.end.head;
        let (index, applied, frames) = match found {
            Found::Usable(index, applied) => {
                let (applied, frames) = self.replay(&index, applied, head.sequence)?;
                if frames > 0 {
                    self.notices.push(Notice::Replayed { frames });
                }
                (index, applied, frames)
            }
            Found::Unusable(reason) => self.rebuild(reason, head.sequence)?,
        };
        let disk = Arc::clone(&self.folder.disk);
        let waypoints = Arc::clone(&self.waypoints);
        let dir = self.folder.journal();
        let journal = Journal::open(disk, dir, &survey.end, self.options.segment_bytes_max, waypoints)
            .map_err(|error| self.folder.error(&error))?;
        Ok(Opened {
            shared: Shared::new(index, self.folder, applied),
            journal,
            waypoints: self.waypoints,
            notices: self.notices,
            state_before: said.map(|applied| applied.state),
            frames,
        })
    }

    fn read_checkpoint(&mut self) -> Result<(), StoreError> {
        match self.folder.checkpoint()? {
            Checkpoint::None => {}
            Checkpoint::Unreadable => self.notices.push(Notice::CheckpointUnreadable),
            Checkpoint::Marked(applied) => self.checkpoint = Some(applied),
        }
        Ok(())
    }

    fn find_index(&self) -> Found {
        let path = self.folder.index();
        if !path.exists() {
            return Found::Unusable(RebuildReason::Missing);
        }
        let opened = Index::open(&path, self.options.cache_bytes);
        let read = opened.and_then(|index| {
            let applied = index.applied().map_err(|error| error.to_string())?;
            Ok((index, applied.ok_or("it does not say how far it reaches")?))
        });
        match read {
            Ok((index, applied)) => Found::Usable(index, applied),
            Err(cause) => Found::Unusable(RebuildReason::Unreadable { cause }),
        }
    }

    /// Reads the journal from the segment of the index's last batch, or all of it when the index is no help.
    fn survey(&self, found: &Found) -> Result<Survey, StoreError> {
        let applied = match found {
            Found::Usable(_, applied) => applied.head,
            Found::Unusable(_) => Head::START,
        };
        survey(&self.folder, &self.segments, &self.waypoints, applied)
    }

    /// An end before something that is known to have been acknowledged is a loss, never a torn write.
    fn judge(&self, survey: &Survey, said: Option<Applied>) -> Result<(), StoreError> {
        let said = said.map(|applied| applied.head);
        let marked = self.checkpoint.map(|applied| applied.head);
        let proofs = [
            (said, "the index"),
            (marked, "the checkpoint"),
            (self.options.known_head, "the copy of the head"),
        ];
        let reached = survey.end.head;
        for (proof, who) in proofs.into_iter().filter_map(|(head, who)| Some((head?, who))) {
            let (damage, what) = if proof.sequence > reached.sequence {
                let (last, known) = (reached.sequence, proof.sequence);
                let torn = survey.torn.as_ref().map_or("", |bad| &bad.wrong.what);
                let what = format!("batch {last} is the last one here but {who} knows batch {known} {torn}");
                (Damage::JournalShort { last, known }, what)
            } else if proof.sequence == reached.sequence && proof.hash != reached.hash && who != "the index" {
                (Damage::JournalOther, format!("the last frame is not the one that {who} knows"))
            } else {
                continue;
            };
            let place = place_in(survey.end.segment, survey.end.offset);
            return Err(StoreError::Damaged { place, damage, what: what.trim_end().to_owned() });
        }
        Ok(())
    }

    fn settle(&mut self, survey: &Survey, in_use: InUse) -> Result<(), StoreError> {
        let rewrite_from = if in_use == InUse::No { survey.end.offset } else { survey.last_frame };
        settle(&*self.folder.disk, &self.folder.journal(), &survey.end, rewrite_from)
            .map_err(|error| self.folder.error(&error))?;
        if let Some(bad) = &survey.torn {
            let segment = segment_name(bad.segment);
            self.notices.push(Notice::TornTailCut { segment, at: bad.offset, bytes: bad.bytes });
        }
        Ok(())
    }

    fn rebuild(
        &mut self,
        reason: RebuildReason,
        last: Sequence,
    ) -> Result<(Index, Applied, u64), StoreError> {
        if let Some(to) = self.folder.set_index_aside()? {
            self.notices.push(Notice::IndexSetAside { to });
        }
        self.folder.mark_in_use()?;
        let index = Index::open(&self.folder.index(), self.options.cache_bytes)
            .map_err(|cause| StoreError::Unavailable { cause })?;
        let (applied, frames) = self.replay(&index, Applied::START, last)?;
        if frames > 0 {
            let unusable = matches!(reason, RebuildReason::Missing | RebuildReason::Unreadable { .. });
            let witnessed = self.checkpoint.is_some() || self.options.known_head.is_some();
            let reason = if unusable && !witnessed { RebuildReason::Unwitnessed } else { reason };
            self.notices.push(Notice::IndexRebuilt { frames, reason });
        }
        Ok((index, applied, frames))
    }

    /// Applies the frames behind `applied` to the index.
    fn replay(
        &self,
        index: &Index,
        mut applied: Applied,
        last: Sequence,
    ) -> Result<(Applied, u64), StoreError> {
        if applied.head.sequence >= last {
            return Ok((applied, 0));
        }
        let next = applied.head.sequence + 1;
        let skip = self.segments.partition_point(|first| *first <= next).saturating_sub(1);
        let mut scanner = scanner(&self.folder, self.segments.iter().skip(skip).copied().collect());
        if let Some(bad) = scanner.enter_first()? {
            return Err(bad.into_error());
        }
        scanner.skip_to(applied.head.sequence)?;
        let mut overlay = Overlay::new(applied.head.sequence, applied.state);
        let mut frames = 0;
        loop {
            let frame = match scanner.step()? {
                Step::Frame(frame) => frame,
                Step::Bad(bad) => return Err(bad.into_error()),
                Step::End => break,
            };
            frames += 1;
            let head = Head { sequence: frame.header.last(), hash: frame.header.hash };
            stage_frame(&mut overlay, index, frame)?;
            applied = Applied { head, state: overlay.state };
            self.compare_with_checkpoint(&applied)?;
            if overlay.bytes >= REPLAY_BYTES || overlay.keys() >= REPLAY_KEYS {
                index.apply(overlay, &applied)?;
                overlay = Overlay::new(applied.head.sequence, applied.state);
                report(self.options.progress.as_ref(), applied.head.sequence, last);
            }
        }
        index.apply(overlay, &applied)?;
        report(self.options.progress.as_ref(), applied.head.sequence, last);
        Ok((applied, frames))
    }

    fn compare_with_checkpoint(&self, applied: &Applied) -> Result<(), StoreError> {
        let differs = |marked: Applied| marked.head.sequence == applied.head.sequence && marked != *applied;
        if self.checkpoint.is_some_and(differs) {
            let place = self.folder.path.join(CHECKPOINT).display().to_string();
            let what =
                format!("replaying the journal to batch {} gives another state", applied.head.sequence);
            return Err(StoreError::Damaged { place, damage: Damage::JournalOther, what });
        }
        Ok(())
    }
}

fn stage_frame(overlay: &mut Overlay, index: &Index, frame: Frame) -> Result<(), StoreError> {
    let place = frame.place();
    for batch in frame.batches()? {
        let sums = overlay.prepare(index, &batch).map_err(|error| misread(error, &place))?;
        overlay.stage(batch, &sums);
    }
    Ok(())
}

/// A batch that was once accepted and now is not: the frame or the index is damaged.
fn misread(error: StoreError, place: &str) -> StoreError {
    if let StoreError::Malformed { what } = error {
        return StoreError::Damaged { place: place.to_owned(), damage: Damage::Frame, what };
    }
    error
}

fn report(progress: Option<&Progress>, done: u64, all: u64) {
    if let Some(progress) = progress {
        progress(done, all);
    }
}
