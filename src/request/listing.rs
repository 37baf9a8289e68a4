//! Details of one customer, a list at a time and a page at a time.

use serde::{Deserialize, Serialize};

use super::screen::{ComplaintLine, Header, PersonLine, Shown};
use crate::{
    domain::{AccountId, CustomerNo, ErrorId, StatementId, alert::Severity, receipt::ReceiptNo},
    money::Money,
    text::Said,
    time::{Day, Moment},
};

/// The most rows of one page.
pub const PAGE_ROWS_MAX: usize = 200;
/// The longest filter, in characters.
pub const FILTER_MAX: usize = 100;

/// Which list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListKind {
    /// Everything the customer has.
    Products,
    /// Rows of the accounts' statements and failed operations of the last days, newest first; of one account
    /// or of all.
    Transactions {
        /// Only this one.
        account: Option<AccountId>,
    },
    /// Failed operations, newest first.
    Errors,
    /// Complaints, open ones first.
    Complaints,
    /// Who speaks for a company, who may sign first.
    People,
}

impl ListKind {
    /// Its name in the audit trail.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            ListKind::Products => "products",
            ListKind::Transactions { .. } => "transactions",
            ListKind::Errors => "errors",
            ListKind::Complaints => "complaints",
            ListKind::People => "people",
        }
    }
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// Whose.
    pub customer: CustomerNo,
    /// Row 1, as on the one screen.
    pub header: Header,
    /// When it was read.
    pub at: Moment,
    /// Which list.
    pub list: ListKind,
    /// The account that it is a list of; empty where it lists everything.
    pub title: Said,
    /// Window and count, e.g. `last 90 days · 214 records`.
    pub note: Said,
    /// The filter it was made with.
    pub filter: String,
    /// Rows that fit the filter.
    pub total: usize,
    /// The number of the first row given, from 0.
    pub from: usize,
    /// No source has delivered this: an empty list is not "none".
    pub unknown: bool,
    /// The rows.
    pub rows: Vec<ListRow>,
}

/// One row, and what Enter shows of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListRow {
    /// What it is.
    pub what: Listed,
    /// Labels and values in full.
    pub detail: Vec<(Said, Said)>,
}

/// What kind of product a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProductGroup {
    /// A demand account.
    Demand,
    /// A term deposit.
    Term,
    /// A card.
    Card,
    /// A loan.
    Loan,
    /// Units of a fund.
    Holding,
    /// An insurance.
    Insurance,
    /// A standing order.
    Order,
    /// A cheque that bounced.
    Cheque,
}

/// What a row is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "row", rename_all = "snake_case")]
pub enum Listed {
    /// A product.
    Product {
        /// What kind of product.
        kind: ProductGroup,
        /// It gives cause for an alert: late, above its limit, unpaid, about to mature.
        alarming: bool,
        /// Its group, e.g. term deposits.
        group: Said,
        /// Its number, masked where it must be.
        number: String,
        /// Its name.
        name: Said,
        /// Rate, limit, instalments, units.
        terms: Said,
        /// Its last day.
        ends: Option<Day>,
        /// What is on it, negative where it is owed; `None` for a product without an amount.
        amount: Option<Shown<Money>>,
        /// Its account, whose transactions Enter opens.
        account: Option<AccountId>,
    },
    /// A booked row.
    Transaction {
        /// The source's number.
        id: StatementId,
        /// On which account.
        account: AccountId,
        /// The day.
        day: Day,
        /// The moment, where it is known.
        at: Option<Moment>,
        /// What was done, in words.
        text: Said,
        /// The other side; a person's name is masked.
        counterparty: Option<Said>,
        /// Signed.
        amount: Shown<Money>,
        /// Afterwards.
        balance: Shown<Money>,
        /// The receipt of a posting of ours.
        receipt: Option<ReceiptNo>,
    },
    /// A refused operation, between the booked rows.
    Refused {
        /// The error.
        id: ErrorId,
        /// When.
        at: Moment,
        /// What was tried.
        text: Said,
        /// Why it was refused.
        reason: Said,
        /// What stands on the account, as the booked row before it says; none where that is not stated.
        balance: Option<Shown<Money>>,
    },
    /// A failed operation.
    Error {
        /// The error.
        id: ErrorId,
        /// When.
        at: Moment,
        /// Where.
        channel: Said,
        /// What was tried.
        operation: Said,
        /// What the customer was told.
        text: Said,
        /// The system's code.
        code: String,
        /// How grave.
        severity: Severity,
    },
    /// A complaint.
    Complaint(ComplaintLine),
    /// A person of a company.
    Person(PersonLine),
}
