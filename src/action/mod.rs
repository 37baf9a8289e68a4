//! The closed table of named actions: keymaps, macros, palette, hints, help and audit share these names.

mod arg;
mod context;
mod keyed;
mod table;

pub use arg::{Arg, ArgError, ArgKind, FlowLabel};
pub use context::{CONTEXT_NAMES, Context};
pub use keyed::{keyed, unkeyed};
pub use table::Action;

use crate::{
    domain::operator::Role,
    request::permission::{Permission, permission},
    text::MessageId,
};

/// Whether this version does it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// It does.
    Built,
    /// A later version will: keymaps and macros may name it, nothing offers it.
    Later,
}

/// Who may use an action; what it asks of the bank is checked at the door again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    /// Whoever has a session.
    Everybody,
    /// Roles that may open a customer.
    Looks,
    /// Roles that serve customers: agents, tellers, supervisors.
    Serves,
    /// Supervisors.
    Approves,
}

/// What the table says of an action.
struct Spec {
    name: &'static str,
    label: MessageId,
    short: MessageId,
    arg: ArgKind,
    places: &'static [Context],
    who: Who,
    stage: Stage,
}

impl Action {
    /// The name that keymaps, macros and the audit trail write: a verb and its object.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.spec().name
    }

    /// The action of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Action> {
        Action::ALL.iter().copied().find(|action| action.name() == name)
    }

    /// All names, in the order of the table.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Action::ALL.iter().map(|action| action.name())
    }

    /// What people read in the palette and the help.
    #[must_use]
    pub fn label(self) -> MessageId {
        self.spec().label
    }

    /// One or two words for the hints row; actions that go together share them.
    #[must_use]
    pub fn short(self) -> MessageId {
        self.spec().short
    }

    /// What it takes.
    #[must_use]
    pub fn arg(self) -> ArgKind {
        self.spec().arg
    }

    /// Whether this version does it. A press of one that it does not is answered with a note, and nothing
    /// offers it.
    #[must_use]
    pub fn is_built(self) -> bool {
        self.spec().stage == Stage::Built
    }

    /// Whether it means something in a context; everything may be bound in [`Context::Global`].
    #[must_use]
    pub fn applies(self, context: Context) -> bool {
        context == Context::Global || self.places().contains(&context)
    }

    /// The contexts it means something in; [`Context::Global`] stands for every one.
    #[must_use]
    pub fn places(self) -> &'static [Context] {
        let places = self.spec().places;
        if places.contains(&Context::Global) { &Context::ALL } else { places }
    }

    /// Whether a role may use it.
    #[must_use]
    pub fn is_for(self, role: Role) -> bool {
        match self.spec().who {
            Who::Everybody => true,
            Who::Looks => permission("open_customer", role) != Permission::No,
            Who::Serves => matches!(role, Role::Agent | Role::Teller | Role::Supervisor),
            Who::Approves => role == Role::Supervisor,
        }
    }
}

/// A name that is no action.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no action is named {0:?}")]
pub struct UnknownAction(String);

impl TryFrom<String> for Action {
    type Error = UnknownAction;

    fn try_from(name: String) -> Result<Action, UnknownAction> {
        Action::from_name(&name).ok_or(UnknownAction(name))
    }
}

impl From<Action> for String {
    fn from(action: Action) -> String {
        action.name().to_owned()
    }
}

impl std::fmt::Display for Action {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests;
