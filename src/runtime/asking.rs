//! Requests asked at the door, one after the other, away from the terminal.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::mpsc::Receiver,
};

use crate::{
    app::Event,
    request::{Answer, Caller, Door, Request},
    text::{Message, ids::screen as id},
    time::Moment,
};

/// The most requests of one session that wait for their turn: it waits for each answer, but for the work left and
/// the newest find.
pub const REQUESTS_MAX: usize = 8;

/// Answers requests until nobody asks any more; the answers go back as events. A defect behind the door is an answer
/// too, so that the session stays.
pub fn answer_all(
    door: &dyn Door,
    caller: &Caller,
    requests: &Receiver<Request>,
    now: &dyn Fn() -> Moment,
    back: &dyn Fn(Event),
) {
    for request in requests {
        let asked = catch_unwind(AssertUnwindSafe(|| door.ask(caller, request.clone())));
        let answer = asked.unwrap_or_else(|_| Answer::Failed { message: Message::new(id::INTERNAL_FAULT) });
        back(Event::Answer { request, answer, at: now() });
    }
}
