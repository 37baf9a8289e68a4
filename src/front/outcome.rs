//! How a command ended: exit codes, and failures that say what to do.

use std::{error::Error, path::Path};

use super::place::io_failure;
use crate::{
    domain::Refusal,
    pack::Fault,
    service::{
        ServiceError,
        meta::{MetaError, SCHEMA, StoreKind},
    },
    store::{Damage, StoreError},
    text::{
        Message, MessageId,
        ids::{cli as id, macros, screen},
    },
};

/// The exit codes of the command line, a contract with scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Exit {
    /// 0: done.
    Done,
    /// 1: refused by a business rule, or nothing found.
    Refused,
    /// 2: wrong usage, or a bad input file.
    Usage,
    /// 3: an expectation of a macro failed.
    Expectation,
    /// 4: not permitted.
    NotPermitted,
    /// 5: the store is unavailable or damaged.
    Store,
}

impl Exit {
    /// All of them, the worst first: where several apply, the first one counts.
    pub const WORST_FIRST: [Exit; 6] =
        [Exit::Store, Exit::NotPermitted, Exit::Usage, Exit::Expectation, Exit::Refused, Exit::Done];

    /// The number.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Exit::Done => 0,
            Exit::Refused => 1,
            Exit::Usage => 2,
            Exit::Expectation => 3,
            Exit::NotPermitted => 4,
            Exit::Store => 5,
        }
    }

    /// The worse of two.
    #[must_use]
    pub fn worst(self, other: Exit) -> Exit {
        Exit::WORST_FIRST.into_iter().find(|exit| *exit == self || *exit == other).unwrap_or(self)
    }
}

/// Why a command did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What the shell sees.
    pub exit: Exit,
    /// A short code for scripts, e.g. `unknown_customer`.
    pub code: &'static str,
    /// What is wrong, and what to do.
    pub message: Message,
    /// What else there is to say.
    pub more: Box<More>,
}

/// What is said after the sentence of a failure.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct More {
    /// The nearest right word, a second step: further lines.
    pub hints: Vec<Message>,
    /// Further lines, worded already: rejected rows.
    pub lines: Vec<String>,
    /// Faults of authored files, each with its place.
    pub faults: Vec<Fault>,
    /// Where the store is damaged, and what.
    pub damage: Option<(String, Damage)>,
    /// What the machine said, in its own words: for engineers, in `--json` only.
    pub cause: Option<String>,
}

impl Failure {
    /// A failure in one sentence.
    #[must_use]
    pub fn new(exit: Exit, code: &'static str, message: Message) -> Failure {
        Failure { exit, code, message, more: Box::default() }
    }

    /// Wrong usage.
    #[must_use]
    pub fn usage(code: &'static str, message: Message) -> Failure {
        Failure::new(Exit::Usage, code, message)
    }

    /// The same with one more line.
    #[must_use]
    pub fn hint(mut self, message: Message) -> Failure {
        self.more.hints.push(message);
        self
    }

    /// The same with the machine's own words.
    #[must_use]
    pub fn caused(mut self, cause: impl Into<String>) -> Failure {
        self.more.cause = Some(cause.into());
        self
    }

    /// The faults of authored files.
    #[must_use]
    pub fn faults(faults: Vec<Fault>) -> Failure {
        Failure::authored("bad_pack", id::PACK_FAULTS, faults)
    }

    /// The faults of flows.
    #[must_use]
    pub fn flow(faults: Vec<Fault>) -> Failure {
        Failure::authored("bad_flow", id::FLOW_FAULTS, faults)
    }

    /// The faults of a keymap.
    #[must_use]
    pub fn keymap(faults: Vec<Fault>) -> Failure {
        Failure::authored("bad_keymap", id::KEYMAP_FAULTS, faults)
    }

    /// The faults of a macro or of its rows.
    #[must_use]
    pub fn macros(faults: Vec<Fault>) -> Failure {
        Failure::authored("bad_macro", macros::FAULTS, faults)
    }

    fn authored(code: &'static str, sentence: MessageId, faults: Vec<Fault>) -> Failure {
        let message = Message::new(sentence).with("count", faults.len());
        let mut failure = Failure::usage(code, message);
        failure.more.faults = faults;
        failure
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Failure {
        let (exit, code) = match &refusal {
            Refusal::UnknownCustomer { .. } => (Exit::Refused, "unknown_customer"),
            Refusal::UnknownAccount { .. } => (Exit::Refused, "unknown_account"),
            Refusal::UnknownItem { .. } => (Exit::Refused, "unknown_item"),
            Refusal::NotPermitted { .. } => (Exit::NotPermitted, "not_permitted"),
            Refusal::UnknownOperator { .. } => (Exit::NotPermitted, "unknown_operator"),
            Refusal::ReasonMissing => (Exit::NotPermitted, "reason_missing"),
            Refusal::NotVerified => (Exit::NotPermitted, "not_verified"),
            Refusal::FlowField { .. } => (Exit::Refused, "flow_field"),
            Refusal::LimitReached { .. } => (Exit::Refused, "limit_reached"),
            Refusal::BadEntry { .. } => (Exit::Refused, "bad_entry"),
            Refusal::RequestReused => (Exit::Refused, "request_reused"),
            Refusal::UnknownFlow { .. } => (Exit::Refused, "unknown_flow"),
            Refusal::UnknownDraft => (Exit::Refused, "unknown_draft"),
            Refusal::UnknownReceipt { .. } => (Exit::Refused, "unknown_receipt"),
            Refusal::UnknownApproval => (Exit::Refused, "unknown_approval"),
            Refusal::UnknownPrice => (Exit::Refused, "unknown_price"),
            Refusal::PriceOther => (Exit::Refused, "price_other"),
            Refusal::PriceSuperseded => (Exit::Refused, "price_superseded"),
            Refusal::ClockBehind { .. } => (Exit::Refused, "clock_behind"),
            Refusal::PriceStale { .. } => (Exit::Refused, "price_stale"),
            Refusal::ReadOther => (Exit::Refused, "read_other"),
            Refusal::ReadAgain => (Exit::Refused, "read_again"),
            Refusal::OverEveryLimit { .. } => (Exit::Refused, "over_every_limit"),
            Refusal::OwnApproval { .. } => (Exit::NotPermitted, "own_approval"),
            Refusal::ApprovalChanged => (Exit::Refused, "approval_changed"),
            Refusal::ApprovalExpired { .. } => (Exit::Refused, "approval_expired"),
            Refusal::WhyMissing => (Exit::Refused, "reason_missing"),
            Refusal::AlreadyReversed { .. } => (Exit::Refused, "already_reversed"),
            Refusal::NotReversible { .. } => (Exit::Refused, "not_reversible"),
            Refusal::DepositMatured { .. } => (Exit::Refused, "deposit_matured"),
            Refusal::UnitsGone { .. } => (Exit::Refused, "units_gone"),
            Refusal::RunEnded => (Exit::Refused, "run_ended"),
            Refusal::OrderUnfit { .. } => (Exit::Refused, "order_unfit"),
            Refusal::RecordMissing => (Exit::Refused, "record_missing"),
            Refusal::LegRefused { .. } => (Exit::Refused, "leg_refused"),
            Refusal::MakerNeeded => (Exit::Refused, "maker_needed"),
            Refusal::NotHalted { .. } => (Exit::Refused, "not_halted"),
            Refusal::NoPrice { .. } => (Exit::Refused, "no_price"),
            Refusal::RunChanged => (Exit::Refused, "run_changed"),
            Refusal::OutcomeUnknown => (Exit::Store, "outcome_unknown"),
        };
        Failure::new(exit, code, refusal.message())
    }
}

impl From<ServiceError> for Failure {
    fn from(error: ServiceError) -> Failure {
        match error {
            ServiceError::Store(error) => error.into(),
            ServiceError::Moving { .. } => busy(&error),
            ServiceError::Misplaced { .. } => internal(&error),
        }
    }
}

impl From<MetaError> for Failure {
    fn from(error: MetaError) -> Failure {
        match error {
            MetaError::Failed(error) => error.into(),
            MetaError::Schema { found } => {
                let failure = Failure::from(StoreError::Format { found, known: SCHEMA });
                if found < SCHEMA { failure.hint(Message::new(id::STORE_OLDER)) } else { failure }
            }
            MetaError::Mismatch { found, asked } => {
                let sentence = match found.kind {
                    StoreKind::Demo => id::STORE_IS_DEMO,
                    StoreKind::Real => id::STORE_IS_REAL,
                };
                let message = Message::new(sentence).with("found", found.pack).with("asked", asked.pack);
                Failure::usage("wrong_pack", message)
            }
        }
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Failure {
        let failed = |code, message| Failure::new(Exit::Store, code, message);
        let at = |message, path: &Path| Message::new(message).with("path", path.display().to_string());
        match &error {
            StoreError::Owned { path, pid } => {
                failed("store_owned", owned(&path.display().to_string(), *pid))
            }
            StoreError::Damaged { place, damage, what } => damaged(place, *damage).caused(what),
            StoreError::Corrupt { place, what } => damaged(place, Damage::Entry).caused(what),
            StoreError::Format { found, known } => failed(
                "store_version",
                Message::new(id::STORE_VERSION)
                    .with("found", u64::from(*found))
                    .with("known", u64::from(*known)),
            ),
            StoreError::ScratchFull { keys_max } => {
                failed("dry_run_full", Message::new(macros::DRY_RUN_FULL).with("most", *keys_max))
            }
            StoreError::Full { path } => failed("disk_full", at(id::DISK_FULL, path)),
            StoreError::Poisoned { cause } if names_a_full_disk(cause) => {
                failed("disk_full", Message::new(id::DISK_FULL_IN_DOUBT)).caused(cause)
            }
            StoreError::Poisoned { cause } => {
                failed("store_poisoned", Message::new(id::STORE_POISONED)).caused(cause)
            }
            StoreError::Unavailable { cause } => {
                failed("store_unavailable", Message::new(id::STORE_UNAVAILABLE)).caused(cause)
            }
            StoreError::Disk { path, kind, cause } => {
                Failure { exit: Exit::Store, ..io_failure(path, &(*kind).into()) }.caused(cause)
            }
            StoreError::Unfinished { path } => failed("store_unfinished", at(id::STORE_UNFINISHED, path)),
            StoreError::NotAStore { path, what } => {
                failed("not_a_store", at(id::NOT_A_STORE, path)).caused(what)
            }
            StoreError::Conflict { .. } => busy(&error),
            StoreError::Floor { .. } | StoreError::RequestReused | StoreError::Malformed { .. } => {
                internal(&error)
            }
        }
    }
}

fn damaged(place: &str, damage: Damage) -> Failure {
    let message = Message::new(id::STORE_DAMAGED)
        .with("place", place)
        .with("what", damage.message().said())
        .with("remedy", damage.remedy().message().said());
    let mut failure = Failure::new(Exit::Store, "store_damaged", message);
    failure.more.damage = Some((place.to_owned(), damage));
    failure
}

fn busy(error: &dyn Error) -> Failure {
    Failure::new(Exit::Store, "store_busy", Message::new(screen::STORE_BUSY)).caused(error.to_string())
}

fn internal(error: &dyn Error) -> Failure {
    Failure::new(Exit::Store, "store_error", Message::new(screen::INTERNAL_FAULT)).caused(error.to_string())
}

/// What poisons a store is handed on as text only.
fn names_a_full_disk(cause: &str) -> bool {
    ["StorageFull", "No space left", "no space left"].iter().any(|sign| cause.contains(sign))
}

/// A hash as people and scripts read it.
pub(super) fn hex(hash: &[u8]) -> String {
    use std::fmt::Write as _;
    hash.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn owned(path: &str, pid: Option<u32>) -> Message {
    match pid {
        Some(pid) => Message::new(id::STORE_OWNED).with("path", path).with("pid", pid.to_string()),
        None => Message::new(id::STORE_OWNED_BY_UNKNOWN).with("path", path),
    }
}

#[cfg(test)]
mod tests;
