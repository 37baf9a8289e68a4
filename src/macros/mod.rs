//! Macro files: read, checked, and run on a program without a screen.
//!
//! A line is one action by its name, never a row, a column or a wait, so that a file works in every keymap,
//! language and size. What runs it presses the shortest keys of the keymap in force, as a practised person
//! would, and asks the program's state through [`Probe`].

mod acts;
mod check;
mod effort;
mod ended;
mod fields;
mod file;
mod head;
mod holds;
mod keys;
mod line;
mod print;
mod probe;
mod read;
mod rows;
mod run;

mod token;
mod value;

pub use effort::Effort;
pub use ended::{Ended, Failure, Last, Played};
pub use file::{
    Act, Check, Compare, Condition, EVENTS, EVIDENCE, Given, Limits, MODEL_PATHS, Macro, Param, Preset,
    SCREENS, Step, StoryPart, Then,
};
pub use head::{PARAMS_MAX, ROWS_MAX};
pub use holds::said;
pub use probe::{Desk, FieldKind, FieldSeen, Happened, Probe, Seen};
pub use read::{FlowNames, LINES_MAX, Vocabulary, read, step};
pub use rows::{Row, Stories, Table};
pub use run::{Player, Setting};
pub use token::LINE_CHARS_MAX;
pub use value::{Kind, TEXT_CHARS_MAX, Value};

#[cfg(test)]
mod tests;
