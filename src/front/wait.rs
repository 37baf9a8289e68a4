//! Waiting for a short command that holds the store.

use std::{
    sync::{Arc, Mutex, mpsc},
    time::{Duration, Instant},
};

use crate::store::embedded::Patience;

/// How long a short command waits for another one to finish.
pub(super) const OWNER_WAIT_MAX: Duration = Duration::from_secs(5);
/// Between two tries.
const PAUSE: Duration = Duration::from_millis(20);

/// Asked by the store while another process owns it: waits a little and says yes, until `wait_max` is over.
#[expect(clippy::disallowed_methods, reason = "front owns the clock")]
pub(super) fn patience(wait_max: Duration) -> Patience {
    let started = Instant::now();
    // Nobody ever sends: receiving is the pause.
    let (keep, pause) = mpsc::channel::<()>();
    let pause = Mutex::new((keep, pause));
    Arc::new(move |_tries, _owner| {
        if started.elapsed() >= wait_max {
            return false;
        }
        if let Ok(pause) = pause.lock() {
            let _ = pause.1.recv_timeout(PAUSE);
        }
        true
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_yes_until_the_time_is_over() {
        let ask = patience(PAUSE * 3);
        let mut yes = 0;
        while ask(yes, Some(7)) {
            yes += 1;
        }
        assert!((1..=3).contains(&yes), "{yes}");
        assert!(!ask(yes, None));
    }
}
