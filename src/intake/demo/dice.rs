//! Draws of one customer: evenly spread numbers, in integers only.

use super::names::Draws;

/// The draws of one customer of one bank; nobody else's draws touch them, so any thread may make any customer.
#[derive(Debug, Clone)]
pub(super) struct Dice(Draws);

impl Dice {
    /// The same bank and number give the same draws.
    pub(super) fn new(seed: u64, number: u64) -> Dice {
        // the number goes through a draw of its own: neighbours share nothing
        Dice(Draws::new(Draws::new(seed).draw() ^ Draws::new(number).draw()))
    }

    /// The next number.
    pub(super) fn draw(&mut self) -> u64 {
        self.0.draw()
    }

    /// From 0 to `end`, `end` excluded.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        self.draw() % end.max(1)
    }

    /// From `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = u64::try_from(high.saturating_sub(low)).unwrap_or(0).saturating_add(1);
        low.saturating_add(i64::try_from(self.below(span)).unwrap_or(0))
    }

    /// A count of days, both ends included.
    pub(super) fn days(&mut self, low: i32, high: i32) -> i32 {
        i32::try_from(self.between(i64::from(low), i64::from(high))).unwrap_or(low)
    }

    /// True in so many of a thousand cases.
    pub(super) fn chance(&mut self, permille: u64) -> bool {
        self.below(1_000) < permille
    }

    /// One of a list.
    pub(super) fn pick<T: Copy + Default>(&mut self, list: &[T]) -> T {
        let at = self.below(u64::try_from(list.len()).unwrap_or(1));
        usize::try_from(at).ok().and_then(|at| list.get(at)).copied().unwrap_or_default()
    }

    /// An amount in minor units that ends on a round number of `step`.
    pub(super) fn amount(&mut self, low: i64, high: i64, step: i64) -> i64 {
        let step = step.max(1);
        self.between(low / step, high / step).saturating_mul(step)
    }
}
