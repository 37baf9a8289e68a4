//! Who works at a screen.

use serde::{Deserialize, Serialize};

use crate::text::{MessageId, ids::screen as id};

/// An operator's name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OperatorId(pub String);

/// What an operator may do; the table is in `request`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Call-centre agent.
    Agent,
    /// Branch teller.
    Teller,
    /// Supervisor.
    Supervisor,
    /// Auditor.
    Auditor,
    /// Administrator.
    Admin,
    /// Another system: IVR, mobile.
    Channel,
    /// Whoever can open the store's folder: maintenance only.
    Owner,
}

impl Role {
    /// All of them.
    pub const ALL: [Role; 7] =
        [Role::Agent, Role::Teller, Role::Supervisor, Role::Auditor, Role::Admin, Role::Channel, Role::Owner];

    /// The word before an operator's name.
    #[must_use]
    pub const fn title(self) -> MessageId {
        match self {
            Role::Agent => id::ROLE_AGENT,
            Role::Teller => id::ROLE_TELLER,
            Role::Supervisor => id::ROLE_SUPERVISOR,
            Role::Auditor => id::ROLE_AUDITOR,
            Role::Admin => id::ROLE_ADMIN,
            Role::Channel => id::ROLE_CHANNEL,
            Role::Owner => id::ROLE_OWNER,
        }
    }
}

/// How well the caller was verified.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verification {
    /// Only a lost or stolen card may be blocked.
    #[default]
    BlockOnly,
    /// Information.
    Information,
    /// Service.
    Service,
    /// Money.
    Money,
}
