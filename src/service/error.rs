//! What the service answers when the machinery fails; refusals of the business are values of `domain`.

use crate::{
    domain::{CustomerNo, Refusal},
    store::StoreError,
};

/// An error below the business.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ServiceError {
    /// The store's answer.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The customer's records changed during every try to read them at one moment.
    #[error("customer {customer} kept changing while it was read")]
    Moving {
        /// Whose.
        customer: CustomerNo,
    },
    /// A commit was asked to keep something that has no such place.
    #[error("{what}")]
    Misplaced {
        /// What and why, lower-case.
        what: String,
    },
}

/// Why a change was not made: the business said no, or the machinery failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChangeError {
    /// The business said no.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// The machinery failed.
    #[error(transparent)]
    Failed(#[from] ServiceError),
}

impl From<Refusal> for ChangeError {
    fn from(refusal: Refusal) -> ChangeError {
        ChangeError::Refused(refusal)
    }
}

/// A poisoned store cannot say whether the change was kept: that is an answer for people, not a fault.
impl From<StoreError> for ChangeError {
    fn from(error: StoreError) -> ChangeError {
        match error {
            StoreError::Poisoned { .. } => ChangeError::Refused(Refusal::OutcomeUnknown),
            StoreError::RequestReused => ChangeError::Refused(Refusal::RequestReused),
            other @ (StoreError::Conflict { .. }
            | StoreError::Floor { .. }
            | StoreError::Malformed { .. }
            | StoreError::Unavailable { .. }
            | StoreError::Disk { .. }
            | StoreError::Owned { .. }
            | StoreError::NotAStore { .. }
            | StoreError::Unfinished { .. }
            | StoreError::Damaged { .. }
            | StoreError::Corrupt { .. }
            | StoreError::Format { .. }
            | StoreError::ScratchFull { .. }
            | StoreError::Full { .. }) => ChangeError::Failed(ServiceError::Store(other)),
        }
    }
}
