//! A folder for a measurement, on the store's disk, gone after it.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::front::{outcome::Failure, place::io_failure};

/// A folder on the store's disk that is gone after the measurement.
pub(super) struct Place(PathBuf);

impl Place {
    pub(super) fn beside(store: &Path) -> Result<Place, Failure> {
        let name = format!("tekil-bench-{}", ulid::Ulid::generate());
        let path = store.parent().unwrap_or(store).join(name);
        fs::create_dir_all(&path).map_err(|error| io_failure(&path, &error))?;
        Ok(Place(path))
    }

    pub(super) fn ours(&self) -> PathBuf {
        self.0.join("bank")
    }

    pub(super) fn peer(&self) -> PathBuf {
        self.0.join("peer")
    }

    /// A copy of a store that nobody has open.
    ///
    /// # Errors
    /// The disk refuses.
    pub(super) fn copy(&self, store: &Path) -> Result<PathBuf, Failure> {
        let to = self.0.join("copy");
        copy(store, &to).map_err(|error| io_failure(store, &error))?;
        Ok(to)
    }

    /// What our store takes on the disk.
    pub(super) fn bytes(&self) -> u64 {
        folder_bytes(&self.ours())
    }

    pub(super) fn remove(&self) -> Result<(), Failure> {
        fs::remove_dir_all(&self.0).map_err(|error| io_failure(&self.0, &error))
    }
}

fn folder_bytes(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries
        .map(|entry| match entry.metadata() {
            Ok(found) if found.is_dir() => folder_bytes(&entry.path()),
            Ok(found) => found.len(),
            Err(_) => 0,
        })
        .sum()
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
