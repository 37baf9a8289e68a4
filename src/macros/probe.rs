//! What a macro asks the running program, and how it presses keys there.

use rust_decimal::Decimal;

use crate::{
    action::Context,
    domain::alert::Severity,
    key::Key,
    money::Money,
    text::{Lang, Message, Said},
    time::Day,
};

/// A value that was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// An amount.
    Money(Money),
    /// A number.
    Number(Decimal),
    /// A day.
    Day(Day),
    /// A word or a text.
    Text(String),
}

/// A field of the flow's screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldSeen {
    /// Its name in the flow.
    pub id: String,
    /// Its canonical value; empty while it has none.
    pub value: String,
    /// What stands in it.
    pub text: String,
    /// How it is filled.
    pub kind: FieldKind,
    /// The keys go into it.
    pub focused: bool,
    /// It is being edited: keys change what stands in it.
    pub is_edited: bool,
    /// The bank filled it, or an earlier step.
    pub carried: bool,
    /// What is wrong with what stands in it.
    pub fault: Option<Said>,
}

/// How a field is filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldKind {
    /// By typing.
    Entry,
    /// By choosing one of these canonical values.
    Choice(Vec<String>),
    /// By nobody: it is shown only.
    Shown,
}

/// What a macro asks the running program.
pub trait Probe {
    /// Where keys are pressed, the most specific first.
    fn contexts(&self) -> Vec<Context>;
    /// The language that values are typed in.
    fn lang(&self) -> Lang;
    /// The screen's name: `start`, `customer`, `products`, `break-fx-fund/1`.
    fn screen(&self) -> String;
    /// The flow that is open and the step that is shown, from 1.
    fn step(&self) -> Option<(String, u8)>;
    /// A pop-up stands over the screen.
    fn is_covered(&self) -> bool;
    /// A value of the model by its path.
    fn model(&self, path: &str) -> Option<Seen>;
    /// A field or a figure of the flow by its name.
    fn figure(&self, name: &str) -> Option<Seen>;
    /// The fields of the flow's screen in the order of Tab.
    fn fields(&self) -> Vec<FieldSeen>;
    /// Names of figures that the screen is made of, for saying how a value came about.
    fn figures(&self) -> Vec<String>;
    /// The alerts of the open customer: how bad, and the rule's id.
    fn alerts(&self) -> Vec<(Severity, String)>;
    /// What the program last said.
    fn notice(&self) -> Option<Message>;
}

/// Something that happened since the last mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// One of [`super::EVENTS`].
    pub event: &'static str,
    /// What was refused or failed, in words.
    pub message: Option<Message>,
}

/// A program that is run headless.
pub trait Desk {
    /// Its state.
    fn probe(&self) -> &dyn Probe;
    /// Presses a key; what it asks of the bank is answered when this returns.
    fn press(&mut self, key: Key);
    /// Forgets what happened so far.
    fn mark(&mut self);
    /// What happened since the mark.
    fn happened(&self) -> &[Happened];
    /// The screen as text, drawn now.
    fn draw(&self) -> String;
    /// Moves business time on; `false` where it stands by the machine's clock.
    fn advance(&mut self, seconds: u32) -> bool;
    /// Hands the keys to a person and waits until they are given back; `false` where nobody is there.
    fn hand_over(&mut self, why: &str) -> bool;
    /// Milliseconds of a clock that never goes back.
    fn millis(&self) -> u64;
}
