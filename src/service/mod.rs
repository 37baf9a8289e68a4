//! Answers requests: permission → audit → read, decide or commit → masked answer. Nothing else reads or
//! writes customer data.

pub mod bench_facts;
pub mod commit;
pub mod due;
mod error;
#[cfg(test)]
pub(crate) mod fixtures;
pub mod import;
pub mod ledger;
pub mod load;
pub mod meta;
pub mod project;
pub mod records;
pub mod verify;

pub use error::{ChangeError, ServiceError};
pub use ledger::Idempotent;
pub use load::{Loaded, load_customer};
