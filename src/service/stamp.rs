//! Where time and new ids come from: the front, never this layer.

use crate::time::Moment;

/// The clock and the source of ids that the front lends to the service.
pub trait Stamp: Send + Sync {
    /// The business moment.
    fn now(&self) -> Moment;

    /// A new id, unique for ever, rising with time (a ULID's 128 bits).
    fn fresh_id(&self) -> u128;

    /// The id of a flow's run that is being opened. One that must not happen twice has the same id again.
    fn run_id(&self) -> u128 {
        self.fresh_id()
    }
}
