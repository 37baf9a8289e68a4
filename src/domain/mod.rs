//! The bank's nouns: values with their rules, no store, no clock, no screen.
//!
//! Facts in the past tense or as a state with its day; identifiers are checked when they are made, so a
//! value that exists is a value that is valid.

pub mod account;
pub mod alert;
pub mod approval;
pub mod audit;
pub mod card;
pub mod channel;
pub mod cheque;
pub mod complaint;
pub mod consent;
pub mod contact;
pub mod customer;
pub mod deposit;
pub mod draft;
pub mod due;
pub mod fact;
pub mod flow_run;
pub mod fund_order;
pub mod holding;
pub mod identity;
pub mod ids;
pub mod insurance;
pub mod interaction;
pub mod investor;
pub mod kin;
pub mod ledger;
pub mod life_event;
pub mod loan;
pub mod operator;
pub mod organisation;
pub mod outbox;
pub mod outcome;
pub mod posting_restriction;
pub mod profile;
pub mod published;
pub mod quote;
pub mod rate;
pub mod receipt;
pub mod refusal;
pub mod restriction;
pub mod statement;
pub mod task;

pub use fact::{CustomerFacts, Fact, FactKind};
pub use ids::*;
pub use refusal::Refusal;
