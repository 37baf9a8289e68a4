//! Who may ask what: deny by default, a table over requests, every cell tested.

use crate::domain::{
    Refusal,
    operator::{Role, Verification},
};

use super::{Caller, Request};

/// What a cell of the table says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Permission {
    /// Never.
    No,
    /// Always.
    Yes,
    /// Only with a contact or a reason.
    WithReason,
    /// Only once the caller on the line is verified for money.
    WithMoney,
}

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The request's name.
    pub request: &'static str,
    /// Agent, teller, supervisor, auditor, admin, channel, owner: the order of [`Role::ALL`].
    pub cells: [Permission; 7],
}
