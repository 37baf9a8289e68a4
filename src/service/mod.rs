//! Answers requests: permission → audit → read, decide or commit → masked answer. Nothing else reads or
//! writes customer data.

mod alerts;
mod audit;
mod basis;
pub mod bench_facts;
pub mod commit;
mod complaints;
mod consents;
pub mod demo;
pub mod directory;
mod door;
pub mod dry_run;
pub mod due;
mod error;
mod explain;
mod find;
#[cfg(test)]
pub(crate) mod fixtures;
pub mod flows;
mod freshness;
mod header;
pub mod import;
mod kin;
pub mod ledger;
mod listing;
pub mod load;
pub mod macro_rows;
#[cfg(test)]
pub(crate) mod meddled;
pub mod meta;
mod missing;
mod offers;
mod people;
pub mod project;
mod reason;
pub mod records;
mod reveal;
mod screen;
mod segments;
mod stamp;
mod standing;
mod summary;
pub mod verify;
mod work;

pub use door::Service;
pub use error::{ChangeError, ServiceError};
pub use ledger::Idempotent;
pub use load::{Loaded, load_customer};
pub use stamp::Stamp;
pub use work::Reasons;

#[cfg(test)]
mod tests;
