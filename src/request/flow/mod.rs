//! Flows at the door: what a flow's screens are made from, what is submitted, and what came of it.

mod basis;
mod second;

use serde::{Deserialize, Serialize};

pub use basis::{CurrentAccount, DepositChoice, FlowBasis, FlowOffer};
pub use second::{ApprovalLine, AskedLine, AskedState, FlowReview, Reversal};

use crate::{
    domain::{
        ApprovalId, CustomerNo, DraftId, QuoteId, RequestKey, SignedOrderId,
        flow_run::FlowQuote,
        operator::OperatorId,
        outbox::OutboxOrder,
        receipt::{Receipt, ReceiptNo},
    },
    text::Said,
    time::Moment,
};

/// The most deposits, orders, approvals or receipts in one answer.
pub const FLOW_LINES_MAX: usize = 50;

/// A run's identity and what has been entered: it travels with every request about the run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FlowWork {
    /// Made when the form opened; a retry carries the same one.
    pub run: RequestKey,
    /// Its draft.
    pub draft: DraftId,
    /// For whom.
    pub customer: CustomerNo,
    /// The flow's name in the pack.
    pub flow: String,
    /// The step it stands at, from 1.
    pub step: u8,
    /// Field names and canonical values (`200000.00`, `USD`, an account's number), in the flow's order.
    pub fields: Vec<(String, String)>,
}

/// A flow that is open: where it stands and everything its screens are made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FlowBegun {
    /// The run; a fresh one has no fields and stands at step 1.
    pub work: FlowWork,
    /// What is known.
    pub basis: FlowBasis,
    /// The price it was given last; it may be stale.
    pub price: Option<FlowQuote>,
    /// Of a run that a second person sent back and that was not submitted since: why.
    pub returned: Option<SentBack>,
}

/// Why a second person sent a run back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SentBack {
    /// Why, in that person's words.
    pub reason: String,
    /// By whom.
    pub by: OperatorId,
    /// When.
    pub at: Moment,
}

/// The customer's yes, as it is submitted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Yes {
    /// Heard by the person at the keys, after the sentence was shown.
    Spoken,
    /// A signed order on file.
    Order(SignedOrderId),
}

/// What came of a submission.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FlowDone {
    /// Posted as a whole, or as far as its safe point: the receipt's legs say it.
    Posted {
        /// The receipt.
        receipt: Box<Receipt>,
        /// The open task of a run that halted: number, unit and when.
        task: Option<OpenTask>,
    },
    /// Waits for a second person.
    Awaiting(ApprovalLine),
    /// It was asked for before and waits still, as it was asked then.
    StillAwaiting(ApprovalLine),
}

/// Work that a halted run leaves open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenTask {
    /// As people call it: `G-318`.
    pub label: String,
    /// Who owes it.
    pub unit: Said,
    /// By when.
    pub due: Moment,
}

/// What may be asked about flows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FlowRequest {
    /// Open a flow; the look is recorded. Answer: [`FlowAnswer::Begun`].
    Begin {
        /// For whom.
        customer: CustomerNo,
        /// Which flow.
        flow: String,
    },
    /// As [`FlowRequest::Begin`], for a person at a desk: their own draft of this customer and flow is taken up, if one
    /// is kept. Answer: [`FlowAnswer::Begun`], [`FlowAnswer::Review`] when it waits for a second person.
    Open {
        /// For whom.
        customer: CustomerNo,
        /// Which flow.
        flow: String,
    },
    /// Take up a draft. Answer: [`FlowAnswer::Begun`], [`FlowAnswer::Review`] when it waits for a second person,
    /// [`FlowAnswer::Done`] when it was posted meanwhile.
    Resume {
        /// Which.
        draft: DraftId,
    },
    /// Take up the run that a price was held for. Answer: [`FlowAnswer::Begun`], [`FlowAnswer::Done`] when it was
    /// posted meanwhile.
    Quoted {
        /// The price.
        quote: QuoteId,
    },
    /// Keep what has been entered. Answer: [`FlowAnswer::Kept`].
    Keep {
        /// The run.
        work: FlowWork,
    },
    /// Drop a draft, or a run that awaits approval. Answer: [`FlowAnswer::Kept`].
    Cancel {
        /// The run.
        work: FlowWork,
    },
    /// Hold prices for a run; keeps its draft too. Answer: [`FlowAnswer::Priced`].
    Price {
        /// The run.
        work: FlowWork,
    },
    /// Post exactly what was shown, or ask a second person. Answer: [`FlowAnswer::Done`].
    Submit {
        /// The run.
        work: FlowWork,
        /// The price that was shown.
        quote: QuoteId,
        /// The customer's yes.
        yes: Yes,
        /// Digest of exactly what was shown: the plan's, of the run that the screen was made of.
        seen: Box<[u8; 32]>,
    },
    /// What waits for a second person. Answer: [`FlowAnswer::Approvals`].
    Approvals,
    /// What this operator put before a second person lately, and what came of it. Answer: [`FlowAnswer::Asked`].
    Mine,
    /// Look at one. Answer: [`FlowAnswer::Review`].
    Review {
        /// Which.
        approval: ApprovalId,
    },
    /// Agree to exactly what was seen. Answer: [`FlowAnswer::Done`].
    Approve {
        /// Which.
        approval: ApprovalId,
        /// What was seen.
        digest: [u8; 32],
    },
    /// Send it back. Answer: [`FlowAnswer::Kept`].
    Return {
        /// Which.
        approval: ApprovalId,
        /// Why.
        reason: String,
    },
    /// Take a posted run back as a whole. Answer: [`FlowAnswer::Done`].
    Reverse {
        /// Its receipt.
        receipt: ReceiptNo,
        /// Why.
        reason: String,
    },
    /// Ask for a halted run's money to be put back; leaves a task. Answer: [`FlowAnswer::Kept`].
    Compensate {
        /// Its receipt.
        receipt: ReceiptNo,
    },
    /// Print a receipt; from the second time on it is a copy. Answer: [`FlowAnswer::Receipt`].
    Print {
        /// Which.
        receipt: ReceiptNo,
    },
    /// It helped, or it was hard. Answer: [`FlowAnswer::Kept`].
    Mark {
        /// Its receipt.
        receipt: ReceiptNo,
        /// It helped.
        helped: bool,
    },
    /// The newest orders to the core system. Answer: [`FlowAnswer::Outbox`].
    Outbox,
}

impl FlowRequest {
    /// Its name in the role table, the audit trail and refusals.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            FlowRequest::Begin { .. } => "flow_begin",
            FlowRequest::Open { .. } => "flow_open",
            FlowRequest::Resume { .. } => "flow_resume",
            FlowRequest::Quoted { .. } => "flow_quoted",
            FlowRequest::Keep { .. } => "flow_keep",
            FlowRequest::Cancel { .. } => "flow_cancel",
            FlowRequest::Price { .. } => "flow_price",
            FlowRequest::Submit { .. } => "flow_submit",
            FlowRequest::Approvals => "flow_approvals",
            FlowRequest::Mine => "flow_mine",
            FlowRequest::Review { .. } => "flow_review",
            FlowRequest::Approve { .. } => "flow_approve",
            FlowRequest::Return { .. } => "flow_return",
            FlowRequest::Reverse { .. } => "flow_reverse",
            FlowRequest::Compensate { .. } => "flow_compensate",
            FlowRequest::Print { .. } => "flow_print",
            FlowRequest::Mark { .. } => "flow_mark",
            FlowRequest::Outbox => "flow_outbox",
        }
    }

    /// The one customer it is about, if it names one.
    #[must_use]
    pub const fn customer(&self) -> Option<CustomerNo> {
        match self {
            FlowRequest::Begin { customer, .. } | FlowRequest::Open { customer, .. } => Some(*customer),
            FlowRequest::Keep { work }
            | FlowRequest::Cancel { work }
            | FlowRequest::Price { work }
            | FlowRequest::Submit { work, .. } => Some(work.customer),
            FlowRequest::Resume { .. }
            | FlowRequest::Quoted { .. }
            | FlowRequest::Approvals
            | FlowRequest::Mine
            | FlowRequest::Review { .. }
            | FlowRequest::Approve { .. }
            | FlowRequest::Return { .. }
            | FlowRequest::Reverse { .. }
            | FlowRequest::Compensate { .. }
            | FlowRequest::Print { .. }
            | FlowRequest::Mark { .. }
            | FlowRequest::Outbox => None,
        }
    }

    /// Whether it only reads what is there.
    #[must_use]
    pub const fn only_reads(&self) -> bool {
        matches!(
            self,
            FlowRequest::Approvals
                | FlowRequest::Mine
                | FlowRequest::Review { .. }
                | FlowRequest::Print { .. }
                | FlowRequest::Outbox
        )
    }

    /// Whether it may change money: where the machinery fails in the midst of it, the outcome is not known.
    #[must_use]
    pub const fn posts(&self) -> bool {
        matches!(self, FlowRequest::Submit { .. } | FlowRequest::Approve { .. } | FlowRequest::Reverse { .. })
    }
}

/// What is answered about flows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FlowAnswer {
    /// A flow is open.
    Begun(Box<FlowBegun>),
    /// A price is held.
    Priced(FlowQuote),
    /// Kept, dropped, sent back or marked.
    Kept,
    /// What came of it.
    Done(Box<FlowDone>),
    /// The queue.
    Approvals(Vec<ApprovalLine>),
    /// What the asker submitted to it, the newest first.
    Asked(Vec<AskedLine>),
    /// One of it.
    Review(Box<FlowReview>),
    /// A receipt.
    Receipt(Box<Receipt>),
    /// The newest [`FLOW_LINES_MAX`] orders to the core system.
    Outbox {
        /// How many of the newest ten thousand still wait.
        open: usize,
        /// The newest first.
        lines: Vec<OutboxOrder>,
    },
}
