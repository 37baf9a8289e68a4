//! Where keys are pressed.

use serde::{Deserialize, Serialize};

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

    /// Whether every printable key is text here, whatever other layers bind it to.
    #[must_use]
    pub fn takes_text(self) -> bool {
        matches!(self, Context::Field | Context::Palette)
    }
}
