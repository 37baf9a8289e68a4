//! Stopping the process as Ctrl-Z does, and whether somebody is there to continue it.

use std::fs;

use signal_hook::{consts::SIGTSTP, low_level::emulate_default_handler};

/// Stops the whole process; returns when it is continued.
pub(super) fn stop() {
    // a system that cannot stop us goes on
    let _ = emulate_default_handler(SIGTSTP);
}

/// A process that leads its session was started by the terminal itself: no shell would ever continue it.
pub(super) fn has_shell() -> bool {
    let Ok(told) = fs::read_to_string("/proc/self/stat") else {
        return true;
    };
    session_of(&told).is_none_or(|session| session != std::process::id())
}

/// The session's id: the sixth field, the fourth after the program's name, which stands in brackets and may hold
/// anything. Source: proc(5).
fn session_of(told: &str) -> Option<u32> {
    let (_, rest) = told.rsplit_once(')')?;
    rest.split_whitespace().nth(3)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_session_stands_after_the_name_whatever_it_holds() {
        let table = [
            ("17 (tekil) S 4 17 9 34816 17", Some(9)),
            ("17 (a) b) S 4 17 12 34816 17", Some(12)),
            ("17 (tekil", None),
            ("", None),
            ("17 (tekil) S 4", None),
        ];
        for (told, wanted) in table {
            assert_eq!(session_of(told), wanted, "{told}");
        }
    }
}
