//! Opening the store's folder: waiting for its owner, progress, and saying what was found.

use std::{fs, io, path::Path};

use super::{
    notices,
    outcome::{Exit, Failure},
    output::Output,
    place::io_failure,
    progress::Progress,
    wait::{OWNER_WAIT_MAX, patience},
};
use crate::{
    store::{
        Store, StoreError,
        embedded::{self, EmbeddedStore, OpenOptions},
    },
    text::{Message, ids::cli as id},
};

/// The code of the failure that a store holds nothing.
pub(super) const EMPTY: &str = "empty_store";

/// How every command opens a store.
pub(super) fn options() -> OpenOptions {
    OpenOptions { patience: Some(patience(OWNER_WAIT_MAX)), ..OpenOptions::real() }
}

/// Opens the store, which is made if the folder is absent or empty.
///
/// # Errors
/// The folder cannot be made or used; the store is owned, damaged, or of another version.
pub(super) fn open_or_make(path: &Path, out: Output) -> Result<EmbeddedStore, Failure> {
    if let Some(parent) = path.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        fs::create_dir_all(parent).map_err(|error| unreachable_store(parent, &error))?;
    }
    let store = EmbeddedStore::open(path, OpenOptions { create: true, ..with_progress(out) })?;
    Ok(said(store, out))
}

/// Opens a store that somebody filled before.
///
/// # Errors
/// As [`open_or_make`], and nothing was ever stored here.
pub(super) fn open_filled(path: &Path, out: Output) -> Result<EmbeddedStore, Failure> {
    refuse_absent(path)?;
    let store = match EmbeddedStore::open(path, with_progress(out)) {
        Err(StoreError::Unfinished { .. }) => return Err(empty(path)),
        opened => said(opened?, out),
    };
    if store.sequence()? == 0 {
        store.close()?;
        return Err(empty(path));
    }
    Ok(store)
}

/// A folder that is absent or has nothing in it is an empty store, not a broken one.
///
/// # Errors
/// It is one, or cannot be listed.
pub(super) fn refuse_absent(path: &Path) -> Result<(), Failure> {
    let first = fs::read_dir(path).map(|mut entries| entries.next());
    match first {
        Ok(Some(_)) => Ok(()),
        Ok(None) => Err(empty(path)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Err(empty(path)),
        Err(error) => Err(unreachable_store(path, &error)),
    }
}

/// Waits for who owns the store, before a screen is taken: what is to be said stays readable.
///
/// # Errors
/// It is still owned when patience ends.
pub(super) fn await_owner(path: &Path) -> Result<(), Failure> {
    Ok(EmbeddedStore::await_owner(path, &patience(OWNER_WAIT_MAX))?)
}

/// As [`open_filled`], while a screen is in use: nothing is written beside it.
///
/// # Errors
/// As [`open_filled`].
pub(super) fn open_quietly(
    path: &Path,
    progress: embedded::Progress,
    found: &mut Vec<Message>,
) -> Result<EmbeddedStore, Failure> {
    refuse_absent(path)?;
    let store = match EmbeddedStore::open(path, OpenOptions { progress: Some(progress), ..options() }) {
        Err(StoreError::Unfinished { .. }) => return Err(empty(path)),
        opened => opened?,
    };
    if store.sequence()? == 0 {
        store.close()?;
        return Err(empty(path));
    }
    found.extend(store.notices().iter().filter_map(notices::told));
    Ok(store)
}

fn with_progress(out: Output) -> OpenOptions {
    let bar = Progress::new(id::PROGRESS_INDEX, out.lang);
    OpenOptions { progress: Some(bar.for_store()), ..options() }
}

/// The store, when what opening found has been said.
fn said(store: EmbeddedStore, out: Output) -> EmbeddedStore {
    for notice in store.notices() {
        out.remark(&notices::message(notice));
    }
    store
}

/// A store that may not be reached is unavailable; a path that cannot be one is a wrong use.
fn unreachable_store(path: &Path, error: &io::Error) -> Failure {
    let failure = io_failure(path, error);
    if error.kind() == io::ErrorKind::PermissionDenied {
        return Failure { exit: Exit::Store, ..failure };
    }
    failure
}

fn empty(path: &Path) -> Failure {
    let message = Message::new(id::EMPTY_STORE).with("path", path.display().to_string());
    Failure::new(Exit::Refused, EMPTY, message)
}
