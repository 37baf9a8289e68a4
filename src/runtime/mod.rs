//! A session: one model, its terminal's decoder and last frame, its timers, and what its effects do.
//!
//! Nothing here is shared between sessions. A front gives bytes and the time, writes what it is given in one
//! piece, and does what a session cannot do itself ([`Host`]).

mod asking;
mod headless;
mod session;

pub use asking::{REQUESTS_MAX, answer_all};
pub use headless::{Around, Handed, Headless};
pub use session::{Host, Session};
