//! sled as an index of the journal: one tree, keys led by the table's byte, values `version (8) ‖ checksum
//! (8) ‖ value`. Under the key of byte 0 stands how far the journal is applied, changed with every batch.

use std::ops::Bound;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::thread;

use super::hash::{CHECKSUM_BYTES, StateHash, checksum, entry_hash};
use super::journal::Head;
use super::overlay::{Base, Live, Overlay};
use super::{Damage, Key, StoreError, Table};

/// No table has this byte.
const APPLIED_KEY: &[u8] = &[0];
/// Changed keys of a batch for one small read that lets sled free what they replaced.
const KEYS_PER_SWEEP: usize = 2;
/// sled's file of everything but values larger than ours may be.
pub(crate) const DATA_FILE: &str = "db";

/// How far the journal is applied, and the state hash there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Applied {
    pub(crate) head: Head,
    pub(crate) state: StateHash,
}

impl Applied {
    pub(crate) const START: Applied = Applied { head: Head::START, state: StateHash::ZERO };

    pub(crate) fn encode(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(80);
        bytes.extend_from_slice(&self.head.sequence.to_be_bytes());
        bytes.extend_from_slice(&self.head.hash);
        bytes.extend_from_slice(&self.state.bytes());
        let hash = entry_hash(APPLIED_KEY, 0, &bytes);
        bytes.extend_from_slice(&checksum(&hash));
        bytes
    }

    pub(crate) fn decode(bytes: &[u8]) -> Option<Applied> {
        let (body, stored) = bytes.split_last_chunk::<CHECKSUM_BYTES>()?;
        if checksum(&entry_hash(APPLIED_KEY, 0, body)) != *stored {
            return None;
        }
        let (sequence, rest) = body.split_first_chunk::<8>()?;
        let (hash, rest) = rest.split_first_chunk::<32>()?;
        let state = <&[u8; 32]>::try_from(rest).ok()?;
        let head = Head { sequence: u64::from_be_bytes(*sequence), hash: *hash };
        Some(Applied { head, state: StateHash::from_bytes(state) })
    }
}

/// An open index.
pub(crate) struct Index {
    db: sled::Db,
    path: PathBuf,
}

/// Rows in stored order, or backwards.
pub(crate) struct Rows {
    iter: sled::Iter,
    backwards: bool,
    broken: bool,
}

impl Index {
    /// Opens the folder on a thread of its own: sled panics over some damage. `Err` says why not.
    pub(crate) fn open(path: &Path, cache_bytes: u64) -> Result<Index, String> {
        let folder = path.to_owned();
        let opening = thread::Builder::new().name("index-open".to_owned()).spawn(move || {
            wait_for_predecessor(&folder)?;
            let config = sled::Config::new().path(&folder).cache_capacity(cache_bytes).flush_every_ms(None);
            let db = config.open().map_err(|error| error.to_string())?;
            Ok::<_, String>(Index { db, path: folder })
        });
        let opened = opening.map_err(|error| error.to_string())?.join();
        opened.unwrap_or_else(|panic| Err(format!("sled panicked: {}", panic_text(&*panic))))
    }

    /// How far the journal is applied; `None` when an index with entries does not say, or says it damaged.
    pub(crate) fn applied(&self) -> Result<Option<Applied>, StoreError> {
        self.guarded(|db| match db.get(APPLIED_KEY)? {
            Some(bytes) => Ok(Applied::decode(&bytes)),
            None => Ok(db.is_empty().then_some(Applied::START)),
        })
    }

    /// Makes a group's changes and its place in the journal visible together.
    pub(crate) fn apply(&self, overlay: Overlay, applied: &Applied) -> Result<(), StoreError> {
        let mut batch = sled::Batch::default();
        let keys = overlay.keys();
        // In key order, though sled shuffles them within a batch: what counts is that a bulk load's batches
        // follow each other, each in a narrow range of keys.
        for (key, live) in overlay.into_changes() {
            match live {
                Some(live) => batch.insert(key, encode(&live)),
                None => batch.remove(key),
            }
        }
        batch.insert(APPLIED_KEY, applied.encode());
        self.guarded(|db| {
            db.apply_batch(batch)?;
            // sled frees replaced pages a few each time a thread begins an operation, and a batch is one
            // operation: without these a bulk load holds gigabytes of pages that nobody can see any more
            (0..keys / KEYS_PER_SWEEP).try_for_each(|_| db.get(APPLIED_KEY).map(|_| ()))
        })
    }

    /// Rows between two stored keys, the end excluded.
    pub(crate) fn rows(&self, start: Key, end: Key, backwards: bool) -> Rows {
        let bounds = (Bound::Included(start), Bound::Excluded(end));
        Rows { iter: self.db.range::<Key, _>(bounds), backwards, broken: false }
    }

    /// Every row but the one that says how far the journal is applied.
    pub(crate) fn all_rows(&self) -> Rows {
        self.rows(vec![1], vec![u8::MAX], false)
    }

    /// Hands everything to the operating system; durable only after a sync of the files.
    pub(crate) fn flush(&self) -> Result<(), StoreError> {
        self.guarded(|db| db.flush().map(|_| ()))
    }

    /// A panic inside sled is damage found, not the end of the caller.
    fn guarded<T>(&self, work: impl FnOnce(&sled::Db) -> sled::Result<T>) -> Result<T, StoreError> {
        let damaged = |what| {
            let place = self.path.display().to_string();
            StoreError::Damaged { place, damage: Damage::Index, what }
        };
        match catch_unwind(AssertUnwindSafe(|| work(&self.db))) {
            Ok(Ok(result)) => Ok(result),
            Ok(Err(sled::Error::Io(error))) => Err(StoreError::of_disk(&self.path, &error)),
            Ok(Err(error)) => Err(damaged(error.to_string())),
            Err(panic) => Err(damaged(format!("sled panicked: {}", panic_text(&*panic)))),
        }
    }
}

impl Base for Index {
    fn load(&self, stored_key: &[u8]) -> Result<Option<Live>, StoreError> {
        let stored = self.guarded(|db| db.get(stored_key))?;
        stored.map(|stored| decode(stored_key, &stored)).transpose()
    }
}

impl Rows {
    /// Whether rows may follow: one damaged value does not end a scan, a damaged tree does.
    pub(crate) fn goes_on(&self) -> bool {
        !self.broken
    }

    /// The next row, its checksum verified.
    pub(crate) fn next(&mut self, index: &Index) -> Option<Result<(Key, Live), StoreError>> {
        let row = index.guarded(|_| {
            let row = if self.backwards { self.iter.next_back() } else { self.iter.next() };
            row.transpose()
        });
        match row {
            Err(error) => {
                self.broken = true;
                Some(Err(error))
            }
            Ok(None) => None,
            Ok(Some((key, stored))) => Some(decode(&key, &stored).map(|live| (key.to_vec(), live))),
        }
    }
}

fn encode(live: &Live) -> Vec<u8> {
    let mut stored = Vec::with_capacity(8 + CHECKSUM_BYTES + live.value.len());
    stored.extend_from_slice(&live.version.to_be_bytes());
    stored.extend_from_slice(&checksum(&live.hash));
    stored.extend_from_slice(&live.value);
    stored
}

fn decode(stored_key: &[u8], stored: &[u8]) -> Result<Live, StoreError> {
    let split = || {
        let (version, rest) = stored.split_first_chunk::<8>()?;
        let (sum, value) = rest.split_first_chunk::<CHECKSUM_BYTES>()?;
        Some((u64::from_be_bytes(*version), sum, value))
    };
    let live = split().and_then(|(version, sum, value)| {
        let hash = entry_hash(stored_key, version, value);
        (checksum(&hash) == *sum).then(|| Live { version, hash, value: value.to_vec() })
    });
    live.ok_or_else(|| StoreError::Corrupt {
        place: place_of(stored_key),
        what: "value does not match its checksum".to_owned(),
    })
}

/// Table and key, for people.
pub(crate) fn place_of(stored_key: &[u8]) -> String {
    match stored_key.split_first() {
        Some((byte, key)) => match Table::from_byte(*byte) {
            Some(table) => format!("{table:?} {key:02x?}"),
            None => format!("{byte} {key:02x?}"),
        },
        None => "[]".to_owned(),
    }
}

/// A store of this process that was just closed may still hold sled's file: its threads end a moment later.
/// Other processes are kept out by the store's own lock.
pub(crate) fn wait_for_predecessor(folder: &Path) -> Result<(), String> {
    match std::fs::File::open(folder.join(DATA_FILE)) {
        // Unlocked by name: closing alone leaves the lock to a child process that is just being started.
        Ok(file) => file.lock().and_then(|()| file.unlock()).map_err(|error| error.to_string()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error.to_string()),
    }
}

fn panic_text(panic: &(dyn std::any::Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("no text")
}
