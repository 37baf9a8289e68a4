//! Where keys are pressed.

use serde::{Deserialize, Serialize};

use crate::text::{MessageId, ids::action as id};

/// A place of the workstation with keys of its own, named as the tables of keymap files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Context {
    /// Everywhere; asked last.
    Global,
    /// The start screen: find and the work left.
    Start,
    /// The one screen.
    Screen,
    /// A drill-down.
    List,
    /// A flow's screen, outside an entry field.
    Flow,
    /// Inside an entry field: every printable key is text.
    Field,
    /// The palette or the `===>` line, an entry field too.
    Palette,
    /// After posting, or when a leg failed.
    Receipt,
    /// The queue of approvals.
    Approval,
    /// The caller is being verified.
    Verification,
}

/// Contexts by the names that keymap files use.
pub const CONTEXT_NAMES: [(&str, Context); 10] = [
    ("global", Context::Global),
    ("start", Context::Start),
    ("screen", Context::Screen),
    ("list", Context::List),
    ("flow", Context::Flow),
    ("field", Context::Field),
    ("palette", Context::Palette),
    ("receipt", Context::Receipt),
    ("approval", Context::Approval),
    ("verification", Context::Verification),
];

impl Context {
    /// All of them.
    pub const ALL: [Context; 10] = [
        Context::Global,
        Context::Start,
        Context::Screen,
        Context::List,
        Context::Flow,
        Context::Field,
        Context::Palette,
        Context::Receipt,
        Context::Approval,
        Context::Verification,
    ];

    /// Its name in keymap files.
    #[must_use]
    pub fn name(self) -> &'static str {
        CONTEXT_NAMES.iter().find(|(_, context)| *context == self).map_or("", |(name, _)| *name)
    }

    /// The context of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Context> {
        CONTEXT_NAMES.iter().find(|(known, _)| *known == name).map(|(_, context)| *context)
    }

    /// What people read of it.
    #[must_use]
    pub fn label(self) -> MessageId {
        match self {
            Context::Global => id::CONTEXT_GLOBAL,
            Context::Start => id::CONTEXT_START,
            Context::Screen => id::CONTEXT_SCREEN,
            Context::List => id::CONTEXT_LIST,
            Context::Flow => id::CONTEXT_FLOW,
            Context::Field => id::CONTEXT_FIELD,
            Context::Palette => id::CONTEXT_PALETTE,
            Context::Receipt => id::CONTEXT_RECEIPT,
            Context::Approval => id::CONTEXT_APPROVAL,
            Context::Verification => id::CONTEXT_VERIFICATION,
        }
    }

    /// Whether this version has such a place.
    #[must_use]
    pub fn is_built(self) -> bool {
        !matches!(self, Context::Verification)
    }

    /// Whether every printable key is text here, whatever other layers bind it to.
    #[must_use]
    pub fn takes_text(self) -> bool {
        matches!(self, Context::Field | Context::Palette)
    }
}
