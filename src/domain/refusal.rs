//! Refusals: what the bank answers instead of doing. Values with facts; `text` words them.

use serde::{Deserialize, Serialize};

use super::{
    AccountId, CustomerNo,
    ledger::{EntryFault, POSTINGS_MAX},
};
use crate::{
    money::Money,
    text::{Message, Said, ids::domain as id},
};

/// Why a request was not done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// No customer has this number.
    UnknownCustomer {
        /// The number asked for.
        customer: CustomerNo,
    },
    /// No account has this number.
    UnknownAccount {
        /// The number asked for.
        account: AccountId,
    },
    /// The customer has no such alert, offer, segment or score.
    UnknownItem {
        /// What was asked for.
        item: String,
    },
    /// The role may not ask this.
    NotPermitted {
        /// The request's name.
        request: String,
    },
    /// A look needs a contact or a reason.
    ReasonMissing,
    /// The caller's verification is too low.
    NotVerified,
    /// A posting would take the account under its limit.
    LimitReached {
        /// Which account.
        account: AccountId,
        /// What may be drawn.
        available: Money,
        /// What was asked.
        asked: Money,
    },
    /// The entry is not one.
    BadEntry {
        /// Why.
        fault: EntryFault,
    },
    /// A field of a flow is not right.
    FlowField {
        /// Its id; empty where it is the run as a whole.
        field: String,
        /// What is wrong and what to do.
        why: Said,
    },
    /// The request id was used for something else.
    RequestReused,
    /// The outcome is not known and is being checked; nothing is to be sent again.
    OutcomeUnknown,
}

impl Refusal {
    /// The sentence for people.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Refusal::UnknownCustomer { customer } => {
                Message::new(id::UNKNOWN_CUSTOMER).with("customer", customer.to_string())
            }
            Refusal::UnknownAccount { account } => {
                Message::new(id::UNKNOWN_ACCOUNT).with("account", account.to_string())
            }
            Refusal::UnknownItem { item } => Message::new(id::UNKNOWN_ITEM).with("item", item.as_str()),
            Refusal::NotPermitted { request } => {
                Message::new(id::NOT_PERMITTED).with("request", request.as_str())
            }
            Refusal::ReasonMissing => Message::new(id::REASON_MISSING),
            Refusal::NotVerified => Message::new(id::NOT_VERIFIED),
            Refusal::LimitReached { account, available, asked } => Message::new(id::LIMIT_REACHED)
                .with("account", account.to_string())
                .with("available", *available)
                .with("asked", *asked),
            Refusal::BadEntry { fault } => Message::new(id::BAD_ENTRY).with("fault", worded(*fault).said()),
            Refusal::FlowField { why, .. } => Message::new(id::FLOW_FIELD).with("why", why.clone()),
            Refusal::RequestReused => Message::new(id::REQUEST_REUSED),
            Refusal::OutcomeUnknown => Message::new(id::OUTCOME_UNKNOWN),
        }
    }
}

pub(crate) fn worded(fault: EntryFault) -> Message {
    match fault {
        EntryFault::Unbalanced(currency) => {
            Message::new(id::ENTRY_UNBALANCED).with("currency", currency.code())
        }
        EntryFault::NotPositive => Message::new(id::ENTRY_NOT_POSITIVE),
        EntryFault::Count => Message::new(id::ENTRY_COUNT).with("most", POSTINGS_MAX),
        EntryFault::AccountCurrency(currency) => {
            Message::new(id::ENTRY_ACCOUNT_CURRENCY).with("currency", currency.code())
        }
        EntryFault::Overflow => Message::new(id::ENTRY_OVERFLOW),
        EntryFault::ImportOnly => Message::new(id::ENTRY_IMPORT_ONLY),
        EntryFault::TooLarge => Message::new(id::ENTRY_TOO_LARGE),
        EntryFault::AccountClosed(account) => {
            Message::new(id::ENTRY_ACCOUNT_CLOSED).with("account", account.to_string())
        }
    }
}
