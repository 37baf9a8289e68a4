//! The time and the ids of a run: the machine's clock, or a fixed business moment.

use std::{
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicI64, Ordering},
    },
    time::{Instant, SystemTime, UNIX_EPOCH},
};

use super::outcome::Failure;
use crate::{
    service::Stamp,
    text::{Message, ids::cli as id},
    time::Moment,
};

/// The clock of a run.
#[derive(Debug)]
pub struct Clock {
    fixed: Option<Moment>,
    started: Moment,
    /// Seconds that fixed business time was moved on by.
    advanced: AtomicI64,
    /// Ids of one millisecond rise too: what is posted together is read back in its order.
    ids: Mutex<ulid::Generator>,
}

impl Clock {
    /// The machine's clock, or `fixed` business time for demos, tests and replays.
    ///
    /// # Errors
    /// The machine's clock stands before 1970 or after the year 9999.
    pub fn try_new(fixed: Option<Moment>) -> Result<Clock, Failure> {
        let started =
            fixed.or_else(machine).ok_or_else(|| Failure::usage("bad_clock", Message::new(id::BAD_CLOCK)))?;
        Ok(Clock { fixed, started, advanced: AtomicI64::new(0), ids: Mutex::default() })
    }

    /// The business moment; a machine's clock that breaks during the run stands still.
    #[must_use]
    pub fn moment(&self) -> Moment {
        let on = self.advanced.load(Ordering::Relaxed);
        let fixed = self.fixed.map(|fixed| fixed.plus_seconds(on).unwrap_or(fixed));
        fixed.or_else(machine).unwrap_or(self.started)
    }

    /// Moves fixed business time on; `false` where it is the machine's.
    pub fn advance(&self, seconds: u32) -> bool {
        if self.fixed.is_some() {
            self.advanced.fetch_add(i64::from(seconds), Ordering::Relaxed);
        }
        self.fixed.is_some()
    }

    /// An id that no other run makes, larger than the one before: its 80 random bits differ at a fixed moment too.
    #[must_use]
    pub fn id(&self) -> u128 {
        let mut ids = self.ids.lock().unwrap_or_else(PoisonError::into_inner);
        match ids.generate() {
            Ok(id) => id.0,
            Err(overflow) => overflow.commit_overflow_increment().0,
        }
    }
}

impl Stamp for Clock {
    fn now(&self) -> Moment {
        self.moment()
    }

    fn fresh_id(&self) -> u128 {
        self.id()
    }
}

/// A clock that never goes back; any beginning will do.
#[expect(clippy::disallowed_methods, reason = "front owns the clock")]
#[must_use]
pub fn instant() -> Instant {
    Instant::now()
}

#[expect(clippy::disallowed_methods, reason = "front owns the clock")]
fn machine() -> Option<Moment> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    Moment::from_micros(i64::try_from(since.as_micros()).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fixed_clock_stands_and_its_ids_still_differ() {
        let at = Moment::parse_rfc3339("2026-11-24T10:42:00+03:00").unwrap();
        let clock = Clock::try_new(Some(at)).unwrap();
        assert_eq!((clock.moment(), clock.moment()), (at, at));
        let ids: Vec<u128> = (0..10_000).map(|_| clock.id()).collect();
        assert!(ids.windows(2).all(|pair| pair[0] < pair[1]), "ids of one millisecond rise");
    }

    #[test]
    fn the_machine_clock_moves_on() {
        let clock = Clock::try_new(None).unwrap();
        let (first, second) = (clock.moment(), clock.moment());
        assert!(first.micros() > 0 && second >= first);
    }
}
