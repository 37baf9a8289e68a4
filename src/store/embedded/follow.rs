//! Changed keys, read from the journal.

use std::sync::Arc;

use super::writer::Shared;
use crate::store::journal::Waypoints;
use crate::store::journal::scan::{Scanner, Step};
use crate::store::shape::changed_keys;
use crate::store::{Batch, Change, FOLLOW_BATCHES_MAX, Sequence, StoreError};

/// The batches after `after` that are applied, at most `limit`.
pub(super) fn follow(
    shared: &Shared,
    waypoints: &Waypoints,
    after: Sequence,
    limit: usize,
) -> Result<Vec<Change>, StoreError> {
    shared.index()?;
    let limit = limit.min(FOLLOW_BATCHES_MAX);
    let last = shared.applied().head.sequence;
    if after >= last || limit == 0 {
        return Ok(Vec::new());
    }
    let Some((point, segments)) = waypoints.before(after + 1) else {
        return Ok(Vec::new());
    };
    let disk = Arc::clone(&shared.folder.disk);
    let mut scanner = Scanner::new(disk, shared.folder.journal(), segments, point.offset);
    if let Some(bad) = scanner.enter_first()? {
        return Err(bad.into_error());
    }
    scanner.skip_to(after)?;
    let mut changes = Vec::new();
    while changes.len() < limit {
        let frame = match scanner.step()? {
            Step::Frame(frame) if frame.header.first <= last => frame,
            Step::Frame(_) | Step::End => break,
            // Written and not yet acknowledged, or being written: not ours to judge.
            Step::Bad(_) if changes.last().is_some_and(|change: &Change| change.sequence == last) => {
                break;
            }
            Step::Bad(bad) => return Err(bad.into_error()),
        };
        for (sequence, batch) in (frame.header.first..).zip(frame.batches()?) {
            if sequence > after && changes.len() < limit {
                changes.push(change(sequence, &batch));
            }
        }
    }
    Ok(changes)
}

fn change(sequence: Sequence, batch: &Batch) -> Change {
    let keys = changed_keys(batch).into_iter().map(|(table, key)| (table, key.clone())).collect();
    Change { sequence, keys }
}
