//! How fast rows are begun: as many at once as a minute may have, then one each time its share has passed.

use std::{
    sync::mpsc::{Receiver, SyncSender, sync_channel},
    time::{Duration, Instant},
};

use crate::front::clock;

/// Rows that may still be begun.
pub(super) struct Pace {
    per_minute: Option<u32>,
    begun: u32,
    started: Instant,
    /// Nobody sends: waiting on it is waiting for time alone.
    silence: (SyncSender<()>, Receiver<()>),
}

impl Pace {
    pub(super) fn new(per_minute: Option<u32>) -> Pace {
        Pace { per_minute, begun: 0, started: clock::instant(), silence: sync_channel(1) }
    }

    /// Waits until the next row may begin.
    pub(super) fn wait(&mut self) {
        let due = self.due();
        self.begun = self.begun.saturating_add(1);
        let left = due.saturating_sub(self.started.elapsed());
        if !left.is_zero() {
            // always runs out: the sender lives as long as this
            let _ = self.silence.1.recv_timeout(left);
        }
    }

    /// When the next row may begin, counted from the first.
    fn due(&self) -> Duration {
        match self.per_minute.filter(|most| self.begun >= *most) {
            Some(most) => Duration::from_mins(1) * (self.begun - most + 1) / most.max(1),
            None => Duration::ZERO,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_minute_never_has_more_than_its_share_beyond_the_first() {
        let mut pace = Pace::new(Some(30));
        let due: Vec<u64> = (0..34)
            .map(|begun| {
                pace.begun = begun;
                pace.due().as_secs()
            })
            .collect();
        assert_eq!((&due[..30], &due[30..]), ([0; 30].as_slice(), [2, 4, 6, 8].as_slice()));
        assert_eq!(Pace { begun: 9_999, ..Pace::new(None) }.due(), Duration::ZERO);
    }
}
