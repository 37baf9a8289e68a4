//! Judgements, pure: what the bank's rules say of a customer's facts at a moment.

use crate::{
    domain::{CustomerFacts, alert::Alert},
    pack::{Fault, Pack},
    time::Moment,
};

/// The rules of a pack, checked.
#[derive(Debug)]
pub struct Rules {}

impl Rules {
    /// Reads and checks the rule files of a pack.
    ///
    /// # Errors
    /// Every fault with its place.
    pub fn load(_pack: &Pack) -> Result<Rules, Vec<Fault>> {
        Ok(Rules {})
    }

    /// The alerts of a customer, worst first, then newest, then by id.
    #[must_use]
    pub fn alerts(&self, _facts: &CustomerFacts, _at: Moment) -> Vec<Alert> {
        Vec::new()
    }
}
