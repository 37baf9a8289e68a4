//! Refusals: what the bank answers instead of doing. Values with facts; `text` words them.

use serde::{Deserialize, Serialize};

use super::{
    AccountId, CustomerNo, SignedOrderId,
    ledger::{EntryFault, POSTINGS_MAX},
    operator::OperatorId,
    receipt::ReceiptNo,
};
use crate::{
    money::Money,
    text::{Message, MessageId, Said, date, ids::domain as id},
    time::{Day, Moment},
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
    /// Nobody that the demo bank knows.
    UnknownOperator {
        /// Who asked.
        operator: OperatorId,
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
    /// The pack has no such flow.
    UnknownFlow {
        /// Its name.
        flow: String,
    },
    /// No such draft, or it lapsed.
    UnknownDraft,
    /// No receipt has this number.
    UnknownReceipt {
        /// The number asked for.
        receipt: ReceiptNo,
    },
    /// No such approval waits.
    UnknownApproval,
    /// The price is not one of this run.
    UnknownPrice,
    /// The price was held for other fields, or for an earlier form of the flow.
    PriceOther,
    /// The run was priced again since.
    PriceSuperseded,
    /// The price held until then.
    PriceStale {
        /// Until when it held.
        until: Moment,
    },
    /// The clock stands before what is known to have happened: nothing is said to be late by it.
    ClockBehind {
        /// When that was.
        since: Moment,
    },
    /// What would be posted now is not what was shown.
    ReadOther,
    /// A second person sent it back, and it was not priced and read again since.
    ReadAgain,
    /// Nobody at a desk may approve so much.
    OverEveryLimit {
        /// What was asked.
        amount: Money,
        /// The most that anybody at a desk may approve.
        limit: Money,
    },
    /// Nobody agrees to what they had a hand in.
    OwnApproval {
        /// Which hand.
        share: OwnShare,
    },
    /// What is asked is no longer what was seen.
    ApprovalChanged,
    /// Nobody agreed in time.
    ApprovalExpired {
        /// Until when it waited.
        until: Moment,
    },
    /// Sending back and taking back say why.
    WhyMissing,
    /// It is taken back already.
    AlreadyReversed {
        /// Which.
        receipt: ReceiptNo,
    },
    /// A reversal is not taken back.
    NotReversible {
        /// Which.
        receipt: ReceiptNo,
        /// What it took back.
        reverses: ReceiptNo,
    },
    /// A deposit whose day has passed is not put back.
    DepositMatured {
        /// The receipt that would be taken back.
        receipt: ReceiptNo,
        /// The deposit's account.
        account: AccountId,
        /// When it matured.
        day: Day,
    },
    /// The fund's units are no longer there.
    UnitsGone {
        /// Of which fund.
        fund: String,
    },
    /// The run was dropped.
    RunEnded,
    /// The signed order is not on file for exactly this, is used or out of date.
    OrderUnfit {
        /// Which.
        order: SignedOrderId,
    },
    /// A spoken yes needs the record of a contact.
    RecordMissing,
    /// The first leg of a flow may not be posted, so nothing is.
    LegRefused {
        /// The first leg.
        leg: Said,
        /// Why it is refused.
        why: Said,
    },
    /// Who checks has nothing to check yet.
    MakerNeeded,
    /// Nothing of the run waits for anything.
    NotHalted {
        /// Which.
        receipt: ReceiptNo,
    },
    /// The bank has no price of it now.
    NoPrice {
        /// A currency or a fund.
        what: String,
    },
    /// What is known of the customer no longer allows exactly what was entered.
    RunChanged,
    /// The outcome is not known and is being checked; nothing is to be sent again.
    OutcomeUnknown,
}

/// What somebody did before, so that another one has to agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnShare {
    /// Asked for it.
    Asked,
    /// Submitted the run that is to be taken back.
    Posted,
    /// Agreed to the run that is to be taken back.
    Approved,
}

impl OwnShare {
    const fn words(self) -> MessageId {
        match self {
            OwnShare::Asked => id::OWN_ASKED,
            OwnShare::Posted => id::OWN_POSTED,
            OwnShare::Approved => id::OWN_APPROVED,
        }
    }
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
                Message::new(id::NOT_PERMITTED).with("act", Message::new(act(request)).said())
            }
            Refusal::UnknownOperator { operator } => {
                Message::new(id::UNKNOWN_OPERATOR).with("operator", operator.0.as_str())
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
            Refusal::UnknownFlow { flow } => Message::new(id::UNKNOWN_FLOW).with("flow", flow.as_str()),
            Refusal::UnknownDraft => Message::new(id::UNKNOWN_DRAFT),
            Refusal::UnknownReceipt { receipt } => of_receipt(id::UNKNOWN_RECEIPT, *receipt),
            Refusal::UnknownApproval => Message::new(id::UNKNOWN_APPROVAL),
            Refusal::UnknownPrice => Message::new(id::UNKNOWN_PRICE),
            Refusal::PriceOther => Message::new(id::PRICE_OTHER),
            Refusal::PriceSuperseded => Message::new(id::PRICE_SUPERSEDED),
            Refusal::PriceStale { until } => {
                Message::new(id::PRICE_STALE).with("time", date::clock_seconds(*until))
            }
            Refusal::ClockBehind { since } => {
                Message::new(id::CLOCK_BEHIND).with("time", date::moment(*since))
            }
            Refusal::ReadOther => Message::new(id::READ_OTHER),
            Refusal::ReadAgain => Message::new(id::READ_AGAIN),
            Refusal::OverEveryLimit { amount, limit } => {
                Message::new(id::OVER_EVERY_LIMIT).with("amount", *amount).with("limit", *limit)
            }
            Refusal::OwnApproval { share } => Message::new(share.words()),
            Refusal::ApprovalChanged => Message::new(id::APPROVAL_CHANGED),
            Refusal::ApprovalExpired { until } => {
                Message::new(id::APPROVAL_EXPIRED).with("time", date::moment(*until))
            }
            Refusal::WhyMissing => Message::new(id::WHY_MISSING),
            Refusal::AlreadyReversed { receipt } => of_receipt(id::ALREADY_REVERSED, *receipt),
            Refusal::NotReversible { receipt, reverses } => {
                of_receipt(id::NOT_REVERSIBLE, *receipt).with("original", reverses.to_string())
            }
            Refusal::DepositMatured { receipt, account, day } => of_receipt(id::DEPOSIT_MATURED, *receipt)
                .with("account", account.to_string())
                .with("day", *day),
            Refusal::UnitsGone { fund } => Message::new(id::UNITS_GONE).with("fund", fund.as_str()),
            Refusal::RunEnded => Message::new(id::RUN_ENDED),
            Refusal::OrderUnfit { order } => Message::new(id::ORDER_UNFIT).with("order", order.to_string()),
            Refusal::RecordMissing => Message::new(id::RECORD_MISSING),
            Refusal::LegRefused { leg, why } => {
                Message::new(id::LEG_REFUSED).with("leg", leg.clone()).with("why", why.clone())
            }
            Refusal::MakerNeeded => Message::new(id::MAKER_NEEDED),
            Refusal::NotHalted { receipt } => of_receipt(id::NOT_HALTED, *receipt),
            Refusal::NoPrice { what } => Message::new(id::NO_PRICE).with("what", what.as_str()),
            Refusal::RunChanged => Message::new(id::RUN_CHANGED),
            Refusal::OutcomeUnknown => Message::new(id::OUTCOME_UNKNOWN),
        }
    }
}

/// A refusal that names a receipt.
fn of_receipt(why: MessageId, receipt: ReceiptNo) -> Message {
    Message::new(why).with("receipt", receipt.to_string())
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

/// What a request does, in words.
fn act(request: &str) -> MessageId {
    match request {
        "open_customer" => id::ACT_OPEN,
        "decide" => id::ACT_DECIDE,
        "list" => id::ACT_LIST,
        "reveal" => id::ACT_REVEAL,
        "work" => id::ACT_WORK,
        "find" => id::ACT_FIND,
        "explain" => id::ACT_EXPLAIN,
        "flow_approvals" => id::ACT_APPROVALS,
        "flow_mine" => id::ACT_MINE,
        "flow_review" => id::ACT_REVIEW,
        "flow_approve" => id::ACT_APPROVE,
        "flow_return" => id::ACT_RETURN,
        "flow_reverse" => id::ACT_REVERSE,
        "flow_compensate" => id::ACT_COMPENSATE,
        "flow_print" => id::ACT_PRINT,
        "flow_mark" => id::ACT_MARK,
        "flow_outbox" => id::ACT_OUTBOX,
        "post" => id::ACT_POST,
        "flow_begin" | "flow_resume" | "flow_quoted" | "flow_keep" | "flow_cancel" | "flow_price"
        | "flow_submit" => id::ACT_FLOW,
        _ => id::ACT_OTHER,
    }
}
