//! Every n-th call of the disk fails once, or from then on, until a run has no n-th call.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tekil::store::embedded::{EmbeddedStore, OpenOptions};
use tekil::store::journal::disk::{Disk, DiskFile, OpenMode, RealDisk};
use tekil::store::{Store, StoreError, Table};

use crate::bank::{check, options, posting, temporary_folder};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    Io,
    Full,
    ShortThenFull,
    ShortThenIo,
    Dead,
}

#[derive(Debug, Clone)]
struct FailingDisk {
    fault: Fault,
    at: u64,
    calls: Arc<AtomicU64>,
}

impl FailingDisk {
    fn call(&self) -> io::Result<()> {
        let call = self.calls.fetch_add(1, Ordering::SeqCst);
        let fails = match self.fault {
            Fault::Dead => call >= self.at,
            Fault::ShortThenFull | Fault::ShortThenIo => call == self.at + 1,
            Fault::Io | Fault::Full => call == self.at,
        };
        if !fails {
            return Ok(());
        }
        match self.fault {
            Fault::Full | Fault::ShortThenFull => Err(io::ErrorKind::StorageFull.into()),
            Fault::Io | Fault::ShortThenIo | Fault::Dead => Err(io::Error::from_raw_os_error(5)),
        }
    }

    /// The n-th call, if it is a write, writes a part only; the rest is the next call, and fails.
    fn is_short(&self) -> bool {
        matches!(self.fault, Fault::ShortThenFull | Fault::ShortThenIo)
            && self.calls.load(Ordering::SeqCst) == self.at
    }

    fn fired(&self) -> bool {
        let short = matches!(self.fault, Fault::ShortThenFull | Fault::ShortThenIo);
        self.calls.load(Ordering::SeqCst) > self.at + u64::from(short)
    }
}

impl Disk for FailingDisk {
    fn create_dir(&self, path: &Path) -> io::Result<()> {
        self.call()?;
        RealDisk.create_dir(path)
    }
    fn open(&self, path: &Path, mode: OpenMode) -> io::Result<Box<dyn DiskFile>> {
        self.call()?;
        Ok(Box::new(FailingFile { disk: self.clone(), file: RealDisk.open(path, mode)? }))
    }
    fn sync_dir(&self, path: &Path) -> io::Result<()> {
        self.call()?;
        RealDisk.sync_dir(path)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.call()?;
        RealDisk.rename(from, to)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.call()?;
        RealDisk.remove(path)
    }
    fn list(&self, path: &Path) -> io::Result<Vec<String>> {
        self.call()?;
        RealDisk.list(path)
    }
    fn boot_id(&self) -> io::Result<String> {
        self.call()?;
        RealDisk.boot_id()
    }
}

struct FailingFile {
    disk: FailingDisk,
    file: Box<dyn DiskFile>,
}

impl DiskFile for FailingFile {
    fn read_at(&self, into: &mut [u8], offset: u64) -> io::Result<usize> {
        self.disk.call()?;
        self.file.read_at(into, offset)
    }
    fn write_at(&mut self, bytes: &[u8], offset: u64) -> io::Result<usize> {
        let short = self.disk.is_short();
        self.disk.call()?;
        let part = if short { &bytes[..bytes.len().div_ceil(2)] } else { bytes };
        self.file.write_at(part, offset)
    }
    fn truncate(&mut self, bytes: u64) -> io::Result<()> {
        self.disk.call()?;
        self.file.truncate(bytes)
    }
    fn sync_data(&mut self) -> io::Result<()> {
        self.disk.call()?;
        self.file.sync_data()
    }
    fn size(&self) -> io::Result<u64> {
        self.disk.call()?;
        self.file.size()
    }
}

/// What a caller was told of each posting.
#[derive(Default)]
struct Told {
    answers: BTreeMap<u64, Result<(), StoreError>>,
    open_failures: u64,
}

#[test]
fn every_failing_call_is_an_error_and_never_a_lie() {
    for fault in [Fault::Io, Fault::Full, Fault::ShortThenFull, Fault::ShortThenIo, Fault::Dead] {
        let mut totals: BTreeMap<&str, u64> = BTreeMap::new();
        for at in 0.. {
            let folder = temporary_folder();
            let path = folder.path().join("store");
            let disk = FailingDisk { fault, at, calls: Arc::default() };
            let told = two_runs(&path, &disk);
            if !disk.fired() {
                assert!(told.answers.values().all(Result::is_ok) && told.answers.len() == 20);
                *totals.entry("calls").or_default() = at;
                break;
            }
            compare(&path, &told, &mut totals);
        }
        println!("failing calls, {fault:?}: {totals:?}");
    }
}

/// Creates, posts across several segments, closes, opens and posts again.
fn two_runs(path: &Path, disk: &FailingDisk) -> Told {
    let mut told = Told::default();
    for run in 0..2_u64 {
        let options = OpenOptions { disk: Arc::new(disk.clone()), segment_bytes_max: 1500, ..options() };
        let Ok(store) = EmbeddedStore::open(path, options) else {
            told.open_failures += 1;
            continue;
        };
        let mut poisoned = false;
        for id in run * 10 + 1..=run * 10 + 10 {
            let answer = store.commit(posting(id)).map(|_| ());
            assert!(!poisoned || matches!(answer, Err(StoreError::Poisoned { .. })), "{answer:?}");
            poisoned |= matches!(answer, Err(StoreError::Poisoned { .. }));
            told.answers.insert(id, answer);
        }
    }
    told
}

fn compare(path: &Path, told: &Told, totals: &mut BTreeMap<&'static str, u64>) {
    let store = EmbeddedStore::open(path, options()).unwrap();
    let acknowledged = told.answers.iter().filter(|(_, answer)| answer.is_ok()).map(|(id, _)| *id).collect();
    let present = check(&store, &acknowledged);
    *totals.entry("opening failed").or_default() += told.open_failures;
    for (id, answer) in &told.answers {
        let kind = match answer {
            Ok(()) => "acknowledged",
            Err(StoreError::Full { .. }) => {
                assert!(!present.contains(id), "posting {id} was called refused for space and is there");
                "full"
            }
            Err(StoreError::Poisoned { .. }) if present.contains(id) => "unknown, kept",
            Err(StoreError::Poisoned { .. }) => "unknown, not kept",
            Err(error) => panic!("posting {id}: {error}"),
        };
        *totals.entry(kind).or_default() += 1;
    }
    // Whatever was unknown is settled by asking again under the same request.
    for id in told.answers.keys() {
        let again = store.commit(posting(*id)).unwrap();
        assert_eq!(again.replayed.is_some(), present.contains(id));
        assert!(store.get(Table::Entry, &id.to_be_bytes()).unwrap().is_some());
    }
}
