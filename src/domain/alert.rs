//! Risk alerts: what the rules found, with everything they saw.

use serde::{Deserialize, Serialize};

use crate::{money::Money, text::Said, time::Day};

/// An alert about one customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alert {
    /// The rule's id in the pack.
    pub id: String,
    /// How bad.
    pub severity: Severity,
    /// Its name: what an operator who may not see the reason reads.
    pub name: Said,
    /// The full sentence with figures.
    pub text: Said,
    /// What follows the sentence where there is room, its separator included.
    pub more: Option<Said>,
    /// The sentence for roles that may not see amounts.
    pub without_amounts: Said,
    /// What follows it for them.
    pub more_without_amounts: Option<Said>,
    /// What it is called inside a sentence that says what it closes; without amounts.
    pub closes: Said,
    /// The amount it is about.
    pub amount: Option<Money>,
    /// The day it happened.
    pub day: Option<Day>,
    /// The action that Enter opens, by name.
    pub opens: Option<String>,
    /// The flow that mends it, by name.
    pub mends: Option<String>,
    /// Closes credit offers.
    pub blocks_credit: bool,
    /// Closes all sales offers.
    pub blocks_sales: bool,
    /// How it came about.
    pub why: Vec<Evidence>,
}

/// How bad, in the order of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// `!!`
    ActNow,
    /// `!`
    Look,
    /// `?`
    Missing,
    /// No mark: nothing is wrong, and it is good to know.
    Note,
}

/// A condition of a rule with the values it saw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The condition as the pack writes it.
    pub condition: String,
    /// The same in words.
    pub said: Said,
    /// Whether it held.
    pub held: bool,
    /// Each feature it read: name, label and the value in words; what is not known says so.
    pub seen: Vec<(String, Said, Said)>,
}
