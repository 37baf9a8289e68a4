//! A macro as it was read: parameters, bounds, steps.

use super::value::{Kind, Value};
use crate::{action::Action, domain::operator::Role};

/// A macro that was read and checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Macro {
    /// The file, as the author names it.
    pub file: String,
    /// BLAKE3 of its text.
    pub hash: [u8; 32],
    /// Its parameters in order.
    pub params: Vec<Param>,
    /// The rows come from a CSV file whose columns are the parameters.
    pub rows: bool,
    /// Its bounds.
    pub limits: Limits,
    /// Its steps in order.
    pub steps: Vec<Step>,
}

/// How much a run may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most rows.
    pub rows: usize,
    /// The most rows begun in a minute; `None`: as fast as the bank answers.
    pub per_minute: Option<u32>,
    /// Only an operator of this role may run it.
    pub role: Option<Role>,
    /// The longest that one step may take, in milliseconds; `None`: as long as it takes.
    pub timeout_ms: Option<u64>,
}

/// A parameter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Param {
    /// Its name, without `$`.
    pub name: String,
    /// Its type.
    pub kind: Kind,
    /// What it is where no row says otherwise.
    pub default: Option<Preset>,
    /// The least it may be.
    pub min: Option<Value>,
    /// Its line, from 1.
    pub line: usize,
}

/// A default value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Preset {
    /// As written.
    Value(Value),
    /// A fact of a demo story.
    Story {
        /// The story's name.
        story: String,
        /// Which fact.
        part: StoryPart,
    },
}

/// A fact of a demo story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StoryPart {
    /// Its customer: `story("…")`.
    Customer,
    /// The deposit it is about: `story("…").deposit`.
    Deposit,
    /// The signed order on file: `story("…").order`.
    Order,
}

/// A line that does something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its line, from 1.
    pub line: usize,
    /// As written, without comment and blanks around it.
    pub source: String,
    /// What it does.
    pub act: Act,
}

/// What a step does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// An action by name.
    Do(Action, Option<Given>),
    /// Fills a field of the flow's screen: `set field NAME = VALUE`; the answer: `set evidence = VALUE`.
    Set(String, Given),
    /// What must hold now.
    Expect(Check),
    /// What ends the row or the run if it holds.
    When(Check, Then, String),
    /// A person takes over.
    Pause(String),
    /// Values that are noted in the run's answer.
    Log(Vec<String>),
    /// Moves business time on by so many seconds.
    Advance(u32),
}

/// The field that the customer's yes stands in as a signed order.
pub const EVIDENCE: &str = "evidence";

/// A value of a step.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Given {
    /// `$name`.
    Param(String),
    /// As written.
    Literal(String),
}

/// Something that holds or does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// `no`: it must not hold.
    pub negated: bool,
    /// What is looked at.
    pub what: Condition,
    /// Where the answer may take time: at most so many milliseconds.
    pub within_ms: Option<u64>,
}

/// What is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// A value of the model by its path: `customer.id`.
    Model(String, Compare, Given),
    /// A field or a figure of the flow by its name.
    Field(String, Compare, Given),
    /// The screen by its name: `customer`, `break-fx-fund/1`.
    Screen(String),
    /// An alert of the customer.
    Alert {
        /// By its mark: `!!`, `!`, `?`.
        severity: Option<String>,
        /// By its rule's id.
        code: Option<String>,
    },
    /// Something that happened since the last action.
    Event(String),
    /// The rest of the screen's line behind a label, in the session's language.
    Text(String, String),
}

/// How two values stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compare {
    /// `==`
    Equal,
    /// `!=`
    Differs,
    /// `>=`
    AtLeast,
    /// `<=`
    AtMost,
    /// `>`
    Above,
    /// `<`
    Below,
}

/// What `when` does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Then {
    /// Goes on with the next row.
    SkipRow,
    /// Ends the run.
    Stop,
}

/// Comparisons by sign.
pub(super) const COMPARES: [(&str, Compare); 6] = [
    ("==", Compare::Equal),
    ("!=", Compare::Differs),
    (">=", Compare::AtLeast),
    ("<=", Compare::AtMost),
    (">", Compare::Above),
    ("<", Compare::Below),
];

/// Roles by the name that macros write.
pub(super) const ROLES: [(&str, Role); 3] =
    [("agent", Role::Agent), ("teller", Role::Teller), ("supervisor", Role::Supervisor)];

/// Values of the model that a macro may ask for; none of them is a masked field.
pub const MODEL_PATHS: [&str; 10] = [
    "customer.id",
    "customer.branch",
    "customer.years",
    "customer.verified",
    "alerts.count",
    "offers.count",
    "complaints.open",
    "list.total",
    "found.total",
    "receipt.no",
];

/// What may have happened since the last action.
pub const EVENTS: [&str; 12] = [
    "opened",
    "listed",
    "explained",
    "found",
    "begun",
    "priced",
    "kept",
    "posted",
    "halted",
    "awaiting",
    "refused",
    "failed",
];

/// Screens that are no flow's.
pub const SCREENS: [&str; 12] = [
    "start",
    "find",
    "customer",
    "products",
    "transactions",
    "errors",
    "complaints",
    "detail",
    "palette",
    "help",
    "receipt",
    "approvals",
];
