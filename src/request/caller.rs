//! Who asks. It travels with every request; no global holds any of it.

use serde::{Deserialize, Serialize};

use crate::{
    domain::{
        channel::Touchpoint,
        interaction::Direction,
        operator::{OperatorId, Role, Verification},
    },
    time::Moment,
};

/// The one who asks, and in which contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Caller {
    /// Who.
    pub operator: OperatorId,
    /// As what.
    pub role: Role,
    /// Nobody the bank knows, in a demo store: looks, and moves no money.
    #[serde(default)]
    pub guest: bool,
    /// The contact: call id, ticket, case.
    pub contact: Option<String>,
    /// Why this customer is looked at.
    pub reason: Option<String>,
    /// When the contact began, where that is known.
    pub began: Option<Moment>,
    /// How well the caller on the line was verified.
    pub verified: Verification,
    /// Right answers of the questions that were asked for it, where that is known.
    pub answered: Option<(u8, u8)>,
    /// Where the operator sits.
    pub touchpoint: Touchpoint,
    /// Who began the contact: what the bank says unasked in one of its own needs consent.
    #[serde(default)]
    pub direction: Direction,
}
