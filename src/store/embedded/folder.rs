//! The store's folder: who owns it, what format it has, whether its creation was finished, and whether its
//! index is in use.

use std::fs::{self, File};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::Arc;

use super::options::{OpenOptions, Patience};
use crate::store::index::Applied;
use crate::store::journal::disk::{Disk, OpenMode, TEMPORARY_SUFFIX, read_small, write_full, write_small};
use crate::store::journal::frame::GENESIS;
use crate::store::journal::segment::{SEGMENT_HEADER_END, create_segment, list_segments, segment_name};
use crate::store::journal::unreachable_disk;
use crate::store::{Damage, StoreError};

/// The store's format that this program writes and reads.
pub const STORE_FORMAT: u32 = 1;

const LOCK: &str = "LOCK";
const FORMAT: &str = "FORMAT";
const READY: &str = "READY";
const IN_USE: &str = "INDEX-IN-USE";
pub(super) const CHECKPOINT: &str = "CHECKPOINT";
pub(super) const JOURNAL: &str = "journal";
pub(super) const INDEX: &str = "index";
const INDEX_ASIDE: &str = "index-set-aside";
const FORMAT_PREFIX: &str = "tekil store ";
const SMALL_FILE_BYTES_MAX: usize = 4096;

/// A folder that this process owns.
pub(super) struct Folder {
    pub(super) path: PathBuf,
    pub(super) disk: Arc<dyn Disk>,
    lock: File,
}

impl Drop for Folder {
    fn drop(&mut self) {
        // Closing alone leaves the lock to a child process that is just being started.
        let _ = self.lock.unlock();
    }
}

/// Who wrote to the index last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum InUse {
    /// Nobody since it was closed and synced.
    No,
    /// A process of this machine's run.
    ThisBoot,
    /// A process before the machine's last start, or nobody can tell.
    OtherBoot,
}

/// What the checkpoint marker says.
pub(super) enum Checkpoint {
    None,
    Unreadable,
    Marked(Applied),
}

impl Folder {
    /// Takes the folder, and makes the store in it where that is asked for and nothing is lost by it.
    pub(super) fn take(path: &Path, options: &OpenOptions) -> Result<Folder, StoreError> {
        let disk = Arc::clone(&options.disk);
        let names = names(&*disk, path)?.unwrap_or_default();
        let is_store = names.iter().any(|name| name == FORMAT || name == READY);
        if !is_store && names.iter().any(|name| !is_ours(name)) {
            return Err(not_a_store(path, "the folder holds other files"));
        }
        if !is_store && !options.create {
            return Err(not_a_store(path, "there is no store here"));
        }
        make_folder(&*disk, path)?;
        let lock = lock(path, options)?;
        let folder = Folder { path: path.to_owned(), disk, lock };
        folder.check_format()?;
        if !folder.has(READY)? {
            folder.refuse_to_empty_a_store()?;
            if !options.create {
                return Err(StoreError::Unfinished { path: path.to_owned() });
            }
            folder.create().map_err(|error| folder.error(&error))?;
        }
        folder.sweep()?;
        Ok(folder)
    }

    pub(super) fn journal(&self) -> PathBuf {
        self.path.join(JOURNAL)
    }

    pub(super) fn index(&self) -> PathBuf {
        self.path.join(INDEX)
    }

    pub(super) fn in_use(&self) -> Result<InUse, StoreError> {
        let Some(written) = self.read(IN_USE)? else {
            return Ok(InUse::No);
        };
        let boot = self.disk.boot_id().map_err(|error| self.error(&error))?;
        Ok(if written == boot.as_bytes() { InUse::ThisBoot } else { InUse::OtherBoot })
    }

    /// Durable before the first write to the index of a run.
    pub(super) fn mark_in_use(&self) -> Result<(), StoreError> {
        let mark = || {
            let boot = self.disk.boot_id()?;
            write_small(&*self.disk, &self.path, IN_USE, boot.as_bytes())
        };
        mark().map_err(|error| self.error(&error))
    }

    /// Makes the closed index durable and says so.
    pub(super) fn release_index(&self) -> Result<(), StoreError> {
        let release = || {
            sync_all(&*self.disk, &self.index())?;
            self.disk.sync_dir(&self.path)?;
            self.disk.remove(&self.path.join(IN_USE))?;
            self.disk.sync_dir(&self.path)
        };
        release().map_err(|error| self.error(&error))
    }

    /// Moves the index out of the way, in the place of one moved before.
    pub(super) fn set_index_aside(&self) -> Result<Option<PathBuf>, StoreError> {
        let names = names(&*self.disk, &self.path)?.unwrap_or_default();
        if !names.iter().any(|name| name == INDEX) {
            return Ok(None);
        }
        let aside = self.path.join(INDEX_ASIDE);
        let set_aside = || {
            if names.iter().any(|name| name == INDEX_ASIDE) {
                self.disk.remove(&aside)?;
            }
            self.disk.rename(&self.index(), &aside)?;
            self.disk.sync_dir(&self.path)
        };
        set_aside().map_err(|error| self.error(&error))?;
        Ok(Some(aside))
    }

    pub(super) fn checkpoint(&self) -> Result<Checkpoint, StoreError> {
        Ok(match self.read(CHECKPOINT)? {
            None => Checkpoint::None,
            Some(bytes) => Applied::decode(&bytes).map_or(Checkpoint::Unreadable, Checkpoint::Marked),
        })
    }

    pub(super) fn write_checkpoint(&self, applied: &Applied) -> io::Result<()> {
        write_small(&*self.disk, &self.path, CHECKPOINT, &applied.encode())
    }

    pub(super) fn error(&self, error: &io::Error) -> StoreError {
        unreachable_disk(&self.path, error)
    }

    fn read(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        let path = self.path.join(name);
        read_small(&*self.disk, &path, SMALL_FILE_BYTES_MAX).map_err(|error| unreachable_disk(&path, &error))
    }

    fn has(&self, name: &str) -> Result<bool, StoreError> {
        Ok(names(&*self.disk, &self.path)?.unwrap_or_default().iter().any(|known| known == name))
    }

    fn check_format(&self) -> Result<(), StoreError> {
        let content = self.read(FORMAT)?.unwrap_or_default();
        let number = str::from_utf8(&content).ok().and_then(|text| text.strip_prefix(FORMAT_PREFIX));
        match number.and_then(|number| number.trim_end().parse::<u32>().ok()) {
            Some(STORE_FORMAT) => Ok(()),
            Some(found) => Err(StoreError::Format { found, known: STORE_FORMAT }),
            // A creation that did not get further; nothing was ever stored.
            None if !self.has(READY)? => Ok(()),
            None => Err(self.damaged(FORMAT, Damage::FormatFile, "the format number cannot be read")),
        }
    }

    /// Makes an empty store. Every name and content is durable before READY says that it is finished.
    fn create(&self) -> io::Result<()> {
        let mut format = self.disk.open(&self.path.join(FORMAT), OpenMode::Create)?;
        write_full(&mut *format, format!("{FORMAT_PREFIX}{STORE_FORMAT}\n").as_bytes(), 0)?;
        format.sync_data()?;
        if !self.disk.list(&self.path)?.iter().any(|name| name == JOURNAL) {
            self.disk.create_dir(&self.journal())?;
        }
        create_segment(&*self.disk, &self.journal(), 1, &GENESIS)?;
        self.disk.sync_dir(&self.path)?;
        let parent = self.path.parent().filter(|parent| !parent.as_os_str().is_empty());
        self.disk.sync_dir(parent.unwrap_or(Path::new(".")))?;
        write_small(&*self.disk, &self.path, READY, b"ready\n")
    }

    /// Without READY nothing was ever acknowledged; but a lost marker must not cost a bank its store.
    fn refuse_to_empty_a_store(&self) -> Result<(), StoreError> {
        let used = || {
            Err(self.damaged(READY, Damage::ReadyFile, "the marker is missing from a store that was used"))
        };
        let names = names(&*self.disk, &self.path)?.unwrap_or_default();
        if names.iter().any(|name| name == INDEX || name == IN_USE || name == CHECKPOINT) {
            return used();
        }
        if names.iter().any(|name| name == JOURNAL) {
            let fail = |error: io::Error| self.error(&error);
            for first in list_segments(&*self.disk, &self.journal()).map_err(fail)? {
                let path = self.journal().join(segment_name(first));
                let opened = self.disk.open(&path, OpenMode::Read).map_err(fail)?;
                if first != 1 || opened.size().map_err(fail)? > SEGMENT_HEADER_END {
                    return used();
                }
            }
        }
        Ok(())
    }

    /// Removes what a crash left half made.
    fn sweep(&self) -> Result<(), StoreError> {
        for folder in [&self.path, &self.journal()] {
            for name in names(&*self.disk, folder)?.unwrap_or_default() {
                if name.ends_with(TEMPORARY_SUFFIX) {
                    let path = folder.join(name);
                    self.disk.remove(&path).map_err(|error| unreachable_disk(&path, &error))?;
                }
            }
        }
        Ok(())
    }

    fn damaged(&self, name: &str, damage: Damage, what: &str) -> StoreError {
        StoreError::Damaged {
            place: self.path.join(name).display().to_string(),
            damage,
            what: what.to_owned(),
        }
    }
}

/// Whether a name may stand in a folder whose creation was not finished.
fn is_ours(name: &str) -> bool {
    let name = name.strip_suffix(TEMPORARY_SUFFIX).unwrap_or(name);
    [LOCK, FORMAT, READY, JOURNAL].contains(&name)
}

fn not_a_store(path: &Path, what: &str) -> StoreError {
    StoreError::NotAStore { path: path.to_owned(), what: what.to_owned() }
}

/// The names in a folder; `None` if it is absent.
fn names(disk: &dyn Disk, path: &Path) -> Result<Option<Vec<String>>, StoreError> {
    match disk.list(path) {
        Ok(names) => Ok(Some(names)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => Err(not_a_store(path, "it is a file")),
        Err(error) => Err(unreachable_disk(path, &error)),
    }
}

fn make_folder(disk: &dyn Disk, path: &Path) -> Result<(), StoreError> {
    match disk.create_dir(path) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(unreachable_disk(path, &error)),
        _ => Ok(()),
    }
}

fn lock(path: &Path, options: &OpenOptions) -> Result<File, StoreError> {
    let place = path.join(LOCK);
    let io = |error| unreachable_disk(&place, &error);
    let opened = fs::OpenOptions::new().create(true).truncate(false).read(true).write(true).open(&place);
    let mut file = opened.map_err(io)?;
    wait(path, &mut file, options.patience.as_ref())?;
    // Only for people: who cannot write it owns the folder all the same.
    let _ = file.set_len(0).and_then(|()| file.rewind()).and_then(|()| write!(file, "{}", process::id()));
    Ok(file)
}

/// Locks the file; waits for its owner as long as `patience` says.
fn wait(path: &Path, file: &mut File, patience: Option<&Patience>) -> Result<(), StoreError> {
    let mut tries = 0;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(()),
            Err(fs::TryLockError::Error(error)) => return Err(unreachable_disk(&path.join(LOCK), &error)),
            Err(fs::TryLockError::WouldBlock) => {}
        }
        tries += 1;
        let pid = owner(file);
        if !patience.is_some_and(|patience| patience(tries, pid)) {
            return Err(StoreError::Owned { path: path.to_owned(), pid });
        }
    }
}

/// Waits until no other process owns the folder, and leaves it as it is.
pub(super) fn await_owner(path: &Path, patience: &Patience) -> Result<(), StoreError> {
    let place = path.join(LOCK);
    // whatever else is wrong with the folder, opening the store says it
    let Ok(mut file) = fs::OpenOptions::new().read(true).write(true).open(&place) else {
        return Ok(());
    };
    wait(path, &mut file, Some(patience))?;
    let _ = file.unlock();
    Ok(())
}

fn owner(file: &mut File) -> Option<u32> {
    let mut text = String::new();
    file.rewind().ok()?;
    file.take(32).read_to_string(&mut text).ok()?;
    text.trim().parse().ok()
}

/// Syncs every file of a folder and the folder itself.
fn sync_all(disk: &dyn Disk, folder: &Path) -> io::Result<()> {
    for name in disk.list(folder)? {
        let path = folder.join(name);
        if path.is_dir() {
            sync_all(disk, &path)?;
        } else {
            disk.open(&path, OpenMode::Read)?.sync_data()?;
        }
    }
    disk.sync_dir(folder)
}
