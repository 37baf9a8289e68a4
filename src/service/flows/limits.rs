//! Who may post how much alone, and how much at all.

use super::missing;
use crate::{
    domain::{Refusal, operator::Role},
    flow::Flow,
    money::Money,
    service::{Service, door::Stopped},
    time::Day,
};

/// What a maker may do with an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    /// Post it.
    Within,
    /// Ask a second person: the limit that it passes.
    Above(Money),
}

impl Service {
    /// What a role may do with an amount on a day. Above means strictly greater.
    ///
    /// # Errors
    /// [`Refusal::OverEveryLimit`] above what a supervisor may approve, [`Refusal::NotPermitted`] for a role
    /// without a limit.
    pub(super) fn bound(&self, flow: &Flow, role: Role, amount: Money, day: Day) -> Result<Bound, Stopped> {
        let limit = self.limit(flow, role, day)?;
        if amount.minor <= limit.minor {
            return Ok(Bound::Within);
        }
        self.within_every_limit(flow, amount, day)?;
        Ok(Bound::Above(limit))
    }

    /// # Errors
    /// [`Refusal::OverEveryLimit`].
    pub(super) fn within_every_limit(&self, flow: &Flow, amount: Money, day: Day) -> Result<(), Stopped> {
        let limit = self.limit(flow, Role::Supervisor, day)?;
        if amount.minor > limit.minor {
            return Err(Refusal::OverEveryLimit { amount, limit }.into());
        }
        Ok(())
    }

    fn limit(&self, flow: &Flow, role: Role, day: Day) -> Result<Money, Stopped> {
        let name =
            flow.limit(role).ok_or_else(|| Refusal::NotPermitted { request: "flow_submit".to_owned() })?;
        self.pack.money(name, day).ok_or_else(|| missing(name, day))
    }
}
