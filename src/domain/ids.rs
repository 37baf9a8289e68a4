//! Newtype ids: a card's number can never be passed for an account's.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! number {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }
    )*};
}

number! {
    /// A customer's public number; it never changes.
    CustomerNo;
    /// An account: demand, term, overdraft or loan account.
    AccountId;
    /// A card.
    CardId;
    /// A loan.
    LoanId;
    /// A standing order.
    OrderId;
    /// A row of an account statement, unique within its account.
    StatementId;
    /// A complaint.
    ComplaintId;
    /// A contact with the customer, inbound or outbound.
    InteractionId;
    /// An error that the customer met in a channel.
    ErrorId;
    /// A task for somebody.
    TaskId;
    /// An order that a customer signed beforehand.
    SignedOrderId;
}

macro_rules! long {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u128);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&ulid::Ulid::from(self.0), f)
            }
        }
    )*};
}

long! {
    /// A journal entry of the ledger.
    EntryId;
    /// A request to the bank; a retry carries the same one.
    RequestKey;
    /// A quote made to a customer.
    QuoteId;
    /// A draft of a flow.
    DraftId;
    /// An approval.
    ApprovalId;
    /// An order to the core system.
    OutboxId;
    /// A look at a customer, or another audited act.
    AuditId;
}

impl RequestKey {
    /// The draft of a run: one number serves both, so a draft that is gone still leads to what came of it.
    #[must_use]
    pub const fn draft(self) -> DraftId {
        DraftId(self.0)
    }
}

impl DraftId {
    /// The run of a draft.
    #[must_use]
    pub const fn run(self) -> RequestKey {
        RequestKey(self.0)
    }
}

/// The system that facts came from, e.g. `berka` or `warehouse`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Source(pub String);

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
