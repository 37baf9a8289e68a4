//! The bank's people in memory, to be found by name and number; filled from packed names, never from
//! customers one by one.
//!
//! A commit that changes a name writes one more block of names and reads nothing for it, so no two commits
//! conflict over names; of a customer that stands in several blocks the one written last holds, and a version
//! tells which that is. The mark `CHANGED` is written beside, so that a directory sees at one glance that
//! it is behind.

use std::sync::{PoisonError, RwLock};

use super::ServiceError;
use crate::{
    search::{Builder, Index, Person},
    store::{Store, StoreError, Version, tables},
};

pub(super) mod aliases;
mod complete;
pub(super) mod names;

pub use complete::complete;
pub(super) use complete::{is_complete, mark_complete};

/// Name of the record whose version is that of the last change of any name.
const CHANGED: &str = "names-changed";

/// People by name and number, held in memory.
#[derive(Debug, Default)]
pub struct Directory {
    filled: RwLock<Option<Filled>>,
}

#[derive(Debug)]
struct Filled {
    index: Index,
    /// The version of [`CHANGED`] that it knows.
    version: Version,
}

impl Directory {
    /// One that is filled when it is first asked, or by [`Directory::fill`].
    #[must_use]
    pub fn new() -> Directory {
        Directory::default()
    }

    /// It can be asked without waiting.
    #[must_use]
    pub fn is_filled(&self) -> bool {
        self.filled.read().unwrap_or_else(PoisonError::into_inner).is_some()
    }

    /// Fills it; `progress` is told how many names were read. What a store of an earlier program lacks is
    /// made first.
    ///
    /// # Errors
    /// What the store says.
    pub fn fill(&self, store: &dyn Store, progress: &mut dyn FnMut(u64)) -> Result<(), ServiceError> {
        complete(store, progress)?;
        let version = changed(store)?;
        let mut people = Builder::default();
        names::each(store, &mut |person, version| {
            people.push(&person, version);
            if people.len().is_multiple_of(PROGRESS_NAMES) {
                progress(u64::try_from(people.len()).unwrap_or(u64::MAX));
            }
        })?;
        let filled = Filled { index: Index::new(people), version };
        *self.filled.write().unwrap_or_else(PoisonError::into_inner) = Some(filled);
        Ok(())
    }

    /// Reads it as it is now, filled and up to date.
    ///
    /// # Errors
    /// What the store says.
    pub fn read<T>(&self, store: &dyn Store, read: impl FnOnce(&Index) -> T) -> Result<T, ServiceError> {
        if !self.is_filled() {
            self.fill(store, &mut |_| {})?;
        }
        let version = changed(store)?;
        if self.known() != Some(version) {
            self.follow(store, version)?;
        }
        let filled = self.filled.read().unwrap_or_else(PoisonError::into_inner);
        Ok(match filled.as_ref() {
            Some(filled) => read(&filled.index),
            None => read(&Index::default()),
        })
    }

    fn known(&self) -> Option<Version> {
        let filled = self.filled.read().unwrap_or_else(PoisonError::into_inner);
        filled.as_ref().map(|filled| filled.version)
    }

    /// Takes what was written since.
    fn follow(&self, store: &dyn Store, version: Version) -> Result<(), ServiceError> {
        let known = self.known().unwrap_or_default();
        let mut newer: Vec<(Version, Person)> = Vec::new();
        names::each(store, &mut |person, version| {
            if version > known {
                newer.push((version, person));
            }
        })?;
        newer.sort_by_key(|(version, _)| *version);
        let mut filled = self.filled.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(filled) = filled.as_mut().filter(|filled| filled.version == known) {
            filled.index.change(newer.into_iter().map(|(_, person)| person));
            filled.version = version;
        }
        Ok(())
    }
}

/// Names between two words of progress.
const PROGRESS_NAMES: usize = 65_536;

fn changed(store: &dyn Store) -> Result<Version, StoreError> {
    let (table, key) = tables::meta(CHANGED);
    Ok(store.get(table, &key)?.map_or(0, |found| found.version))
}

#[cfg(test)]
mod tests;
