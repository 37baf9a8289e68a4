//! What stands around a session that a macro plays: the door, the time, the row's ids, a person at the terminal.

use std::{
    io::{self, BufRead as _, IsTerminal as _},
    sync::{Arc, Mutex, PoisonError},
    time::Instant,
};

use crate::{
    front::{
        clock::{self, Clock},
        output::to_stderr,
    },
    key::parse_keys,
    request::{Answer, Caller, Door, Request},
    runtime::{Around, Handed},
    service::Stamp,
    text::{Lang, Message, ids::macros as id, safe},
    time::Moment,
};

/// The longest line that a person gives at a pause, in characters.
const KEYS_CHARS_MAX: usize = 1_000;

/// Time and ids of a run: the flow of a row has the row's id, so that it is posted once.
pub(super) struct RowStamp {
    clock: Arc<Clock>,
    row: Mutex<Option<(u128, u32)>>,
}

impl RowStamp {
    pub(super) fn new(clock: Arc<Clock>) -> RowStamp {
        RowStamp { clock, row: Mutex::new(None) }
    }

    /// The next run is this row's.
    pub(super) fn begin(&self, row: u128) {
        *self.row.lock().unwrap_or_else(PoisonError::into_inner) = Some((row, 0));
    }

    pub(super) fn clock(&self) -> &Clock {
        &self.clock
    }
}

impl Stamp for RowStamp {
    fn now(&self) -> Moment {
        self.clock.moment()
    }

    fn fresh_id(&self) -> u128 {
        self.clock.id()
    }

    /// The row's id for its flow; a flow that is opened again in the same row is another.
    fn run_id(&self) -> u128 {
        let mut row = self.row.lock().unwrap_or_else(PoisonError::into_inner);
        match row.as_mut() {
            Some((id, count)) if *count == 0 => {
                *count += 1;
                *id
            }
            Some(_) | None => self.clock.id(),
        }
    }
}

/// The bank and the terminal as a played session meets them.
pub(super) struct Surroundings<'a> {
    pub(super) door: &'a dyn Door,
    pub(super) caller: &'a Caller,
    pub(super) stamp: &'a RowStamp,
    pub(super) lang: Lang,
    pub(super) started: Instant,
}

impl<'a> Surroundings<'a> {
    pub(super) fn new(
        door: &'a dyn Door,
        caller: &'a Caller,
        stamp: &'a RowStamp,
        lang: Lang,
    ) -> Surroundings<'a> {
        Surroundings { door, caller, stamp, lang, started: clock::instant() }
    }
}

impl Around for Surroundings<'_> {
    fn ask(&mut self, request: Request) -> Answer {
        self.door.ask(self.caller, request)
    }

    fn now(&self) -> Moment {
        self.stamp.now()
    }

    fn advance(&mut self, seconds: u32) -> bool {
        self.stamp.clock().advance(seconds)
    }

    fn hand_over(&mut self, why: &str, screen: &str) -> Handed {
        if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
            return Handed::Nobody;
        }
        let ask = Message::new(id::PAUSE_ASK).say(self.lang);
        to_stderr(&format!("{screen}\n{}\n{ask}\n", safe::line(why)));
        loop {
            let mut line = String::new();
            match io::stdin().lock().read_line(&mut line) {
                Ok(0) | Err(_) => return Handed::Nobody,
                Ok(_) => {}
            }
            let line: String = line.trim().chars().take(KEYS_CHARS_MAX).collect();
            match parse_keys(&line) {
                Ok(keys) if keys.is_empty() => return Handed::Back,
                Ok(keys) => return Handed::Keys(keys),
                Err(_) => to_stderr(&format!("{ask}\n")),
            }
        }
    }

    fn millis(&self) -> u64 {
        u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_flow_of_a_row_has_its_id_and_no_other() {
        let at = Moment::parse_rfc3339("2026-11-24T10:42:00+03:00").unwrap();
        let stamp = RowStamp::new(Arc::new(Clock::try_new(Some(at)).unwrap()));
        assert_ne!(stamp.run_id(), stamp.run_id());
        for row in [7, 8, 7] {
            stamp.begin(row);
            let (first, second) = (stamp.run_id(), stamp.run_id());
            assert_eq!(first, row);
            assert_ne!(second, row);
        }
        assert!(stamp.clock().advance(90));
        assert_eq!(stamp.now().seconds_since(at), 90);
        let real = Clock::try_new(None).unwrap();
        assert!(!real.advance(90));
    }
}
