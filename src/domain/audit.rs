//! Traces: who looked at whom, and why.

use serde::{Deserialize, Serialize};

use super::{
    ApprovalId, AuditId, CustomerNo, EntryId, RequestKey,
    channel::Touchpoint,
    operator::{OperatorId, Role, Verification},
    receipt::ReceiptNo,
};
use crate::time::Moment;

/// One audited act.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditRecord {
    /// The record.
    pub id: AuditId,
    /// When.
    pub at: Moment,
    /// Who.
    pub operator: OperatorId,
    /// As what.
    pub role: Role,
    /// At which touchpoint.
    pub touchpoint: Touchpoint,
    /// The contact (call id, ticket) it belongs to.
    pub contact: Option<String>,
    /// The reason given.
    pub reason: Option<String>,
    /// How well the caller was verified.
    pub verified: Verification,
    /// What was done.
    pub act: AuditAct,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuditAct {
    /// The one screen was opened.
    Looked {
        /// At whom.
        customer: CustomerNo,
    },
    /// An explanation was read.
    Explained {
        /// Whose.
        customer: CustomerNo,
        /// Which item.
        item: String,
    },
    /// A list of details was read.
    Listed {
        /// Whose.
        customer: CustomerNo,
        /// Which list.
        list: String,
    },
    /// A masked field was shown.
    Revealed {
        /// Whose.
        customer: CustomerNo,
        /// Which field.
        field: String,
    },
    /// A request was not permitted.
    Refused {
        /// The request's name.
        request: String,
        /// About whom, if about one.
        customer: Option<CustomerNo>,
    },
    /// The folder's owner did store work.
    Maintained {
        /// Which command.
        command: String,
    },
    /// A journal entry was posted.
    Posted {
        /// Which entry.
        entry: EntryId,
    },
    /// A flow was opened or taken up: its screens were shown.
    FlowBegun {
        /// Which.
        flow: String,
        /// For whom.
        customer: CustomerNo,
    },
    /// A run of a flow was submitted, and a second person is asked.
    FlowAsked {
        /// The run.
        run: RequestKey,
        /// The approval.
        approval: ApprovalId,
    },
    /// An approval was looked at: the same screen, the same figures.
    FlowReviewed {
        /// Which.
        approval: ApprovalId,
    },
    /// An approval was sent back.
    FlowReturned {
        /// Which.
        approval: ApprovalId,
    },
    /// A run of a flow was posted, whole or to its safe point, or taken back.
    FlowPosted {
        /// The run.
        run: RequestKey,
        /// The receipt.
        receipt: ReceiptNo,
        /// The approval that it rests on, where one was needed.
        approval: Option<ApprovalId>,
        /// Its entries.
        entries: Vec<EntryId>,
    },
    /// A receipt was printed.
    Printed {
        /// Which.
        receipt: ReceiptNo,
    },
    /// Putting a halted run's money back was asked for.
    FlowCompensation {
        /// The receipt.
        receipt: ReceiptNo,
    },
    /// The decision on offers was read.
    Decided {
        /// About whom.
        customer: CustomerNo,
    },
    /// Customers were looked for.
    Searched {
        /// A name as it was folded; of a number the last four digits alone.
        text: String,
        /// How many customers fit.
        found: u64,
    },
    /// A customer was shown in a dry run of a macro.
    DryRunLooked {
        /// Who.
        customer: CustomerNo,
        /// By which request.
        request: String,
        /// BLAKE3 of the macro, hex.
        hash: String,
    },
    /// A macro was run.
    MacroRan {
        /// Its name.
        name: String,
        /// BLAKE3 of its text, hex.
        hash: String,
        /// How many rows it was to run.
        rows: usize,
        /// It posts; else it was a dry run.
        commits: bool,
    },
}
