//! The ONE door's vocabulary: the closed set of what may be asked of the bank, who may ask it, and the
//! answers. Everything here is a plain value, so a session can be recorded and replayed.

pub mod caller;
pub mod effect;
pub mod find;
pub mod flow;
pub mod listing;
pub mod mask;
pub mod offers;
pub mod permission;
pub mod reveal;
pub mod screen;
pub mod work;

use serde::{Deserialize, Serialize};

pub use caller::Caller;
pub use effect::Effect;
pub use find::Found;
pub use flow::{FlowAnswer, FlowRequest};
pub use listing::{ListKind, Listing};
pub use offers::Decision;
pub use screen::CustomerScreen;
pub use work::Work;

use crate::{
    domain::{CustomerNo, Refusal, alert::Evidence, ledger::Entry, published::Published},
    text::Said,
};

/// What may be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Request {
    /// Open the one screen; the look is recorded in the same commit.
    OpenCustomer {
        /// Of whom.
        customer: CustomerNo,
    },
    /// Decide what to offer; the look is recorded.
    Decide {
        /// To whom.
        customer: CustomerNo,
    },
    /// Give a page of a list of details.
    List {
        /// Whose.
        customer: CustomerNo,
        /// Which list.
        list: ListKind,
        /// Only rows whose words hold this, in any case and Turkish or ASCII spelling; empty is all.
        filter: String,
        /// The number of the first row wanted, from 0.
        from: usize,
    },
    /// Show one masked field for a moment.
    Reveal {
        /// Whose.
        customer: CustomerNo,
        /// Which.
        field: reveal::Field,
        /// Why.
        reason: String,
    },
    /// What is left to do today.
    Work,
    /// Find customers by a name or a number.
    Find {
        /// What was typed.
        text: String,
        /// The most hits wanted, at most [`find::HITS_MAX`].
        limit: usize,
        /// True while somebody types: each keystroke asks again and leaves no trace, opening a hit does.
        typing: bool,
    },
    /// Explain an item of the screen.
    Explain {
        /// Whose.
        customer: CustomerNo,
        /// What.
        item: Item,
    },
    /// Do a step of a flow, or something with what came of one.
    Flow(FlowRequest),
    /// Post a journal entry.
    Post {
        /// The entry; its request key makes it happen once.
        entry: Entry,
    },
}

impl Request {
    /// The names of all requests, as the role table, the audit trail and refusals write them.
    pub const NAMES: [&'static str; 26] = [
        "open_customer",
        "decide",
        "list",
        "reveal",
        "work",
        "find",
        "explain",
        "flow_begin",
        "flow_open",
        "flow_resume",
        "flow_quoted",
        "flow_keep",
        "flow_cancel",
        "flow_price",
        "flow_submit",
        "flow_approvals",
        "flow_mine",
        "flow_review",
        "flow_approve",
        "flow_return",
        "flow_reverse",
        "flow_compensate",
        "flow_print",
        "flow_mark",
        "flow_outbox",
        "post",
    ];

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Request::OpenCustomer { .. } => "open_customer",
            Request::Decide { .. } => "decide",
            Request::List { .. } => "list",
            Request::Reveal { .. } => "reveal",
            Request::Work => "work",
            Request::Find { .. } => "find",
            Request::Explain { .. } => "explain",
            Request::Flow(flow) => flow.name(),
            Request::Post { .. } => "post",
        }
    }

    /// The one customer it is about, if it names one.
    #[must_use]
    pub fn customer(&self) -> Option<CustomerNo> {
        match self {
            Request::OpenCustomer { customer }
            | Request::Decide { customer }
            | Request::List { customer, .. }
            | Request::Reveal { customer, .. }
            | Request::Explain { customer, .. } => Some(*customer),
            Request::Flow(flow) => flow.customer(),
            Request::Work | Request::Find { .. } | Request::Post { .. } => None,
        }
    }
}

/// An item that can answer *why*.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Item {
    /// An alert, by its rule's id.
    Alert(String),
    /// An offer, shown or held, by its id in the pack.
    Offer(String),
}

/// What the bank answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// The one screen, masked for the caller.
    Customer(Box<CustomerScreen>),
    /// The decision alone.
    Decision(Box<Decision>),
    /// A page of details.
    Listing(Box<Listing>),
    /// A field in clear.
    Revealed(reveal::Revealed),
    /// What is left to do today.
    Work(Box<Work>),
    /// Who is found.
    Found(Found),
    /// An explanation.
    Explanation(Explanation),
    /// What came of a step of a flow.
    Flow(FlowAnswer),
    /// A posted entry.
    Posted(Entry),
    /// Not done, and why.
    Refused(Refusal),
    /// The machinery failed; the cause is in the log, never in front of a customer.
    Failed {
        /// What people read.
        message: crate::text::Message,
    },
}

/// How an item came about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    /// Whose.
    pub customer: CustomerNo,
    /// The item's id.
    pub item: String,
    /// It stands on the customer's screen; else its rule was asked about and did not fire.
    pub fired: bool,
    /// Its sentence.
    pub text: Said,
    /// The conditions of its rule with the values they saw.
    pub why: Vec<Evidence>,
    /// What it was decided with.
    pub published: Published,
}

/// The one way in: workstation, command line, socket and headless runs ask here and nowhere else.
pub trait Door: Send + Sync {
    /// Answers a request; never panics, refusals are answers.
    fn ask(&self, caller: &Caller, request: Request) -> Answer;
}

#[cfg(test)]
mod tests;
