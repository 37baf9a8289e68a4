//! Everything stored against everything that vouches for it.

use std::sync::Arc;

use super::folder::{INDEX, JOURNAL};
use super::writer::Shared;
use crate::store::hash::{StateHash, wide};
use crate::store::index::{Applied, Index, place_of};
use crate::store::journal::disk::OpenMode;
use crate::store::journal::scan::{Scanner, Step};
use crate::store::journal::segment::{SEGMENT_HEADER_END, list_segments, segment_name};
use crate::store::journal::{Head, unreachable_disk};
use crate::store::{Damage, Sequence, StoreError, Table};

/// The most faults that a report names.
pub const FAULTS_MAX: usize = 1000;

/// The progress of an index scan is told every so many entries.
const ENTRIES_A_STEP: u64 = 4096;

/// One thing that is not as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Segment and offset, or table and key.
    pub place: String,
    /// Which part is damaged, and what about it.
    pub damage: Damage,
    /// What the engine saw, lower-case; for engineers.
    pub what: String,
}

/// What [`super::EmbeddedStore::verify`] saw.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VerifyReport {
    /// Journal segments read.
    pub segments: u64,
    /// Whole frames among them.
    pub frames: u64,
    /// Batches in those.
    pub batches: u64,
    /// Bytes of all segments.
    pub journal_bytes: u64,
    /// Entries of the index.
    pub entries: u64,
    /// The last batch applied.
    pub sequence: Sequence,
    /// The state hash as it was kept.
    pub state_hash: [u8; 32],
    /// The state hash as the scan gives it.
    pub state_hash_scanned: [u8; 32],
    /// The first [`FAULTS_MAX`] faults.
    pub faults: Vec<Fault>,
    /// All faults.
    pub faults_total: u64,
}

impl VerifyReport {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.faults_total == 0
    }

    fn fault(&mut self, place: String, damage: Damage, what: impl Into<String>) {
        self.faults_total += 1;
        if self.faults.len() < FAULTS_MAX {
            self.faults.push(Fault { place, damage, what: what.into() });
        }
    }

    /// Damage goes into the report; what cannot be read at all ends it.
    fn damage(&mut self, error: StoreError) -> Result<(), StoreError> {
        if let Some((place, damage, what)) = error.damage() {
            self.fault(place.to_owned(), damage, what);
            return Ok(());
        }
        if let StoreError::Format { found, known } = error {
            self.fault(JOURNAL.to_owned(), Damage::SegmentFormat { found, known }, error.to_string());
            return Ok(());
        }
        Err(error)
    }
}

pub(super) fn verify(
    shared: &Shared,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<VerifyReport, StoreError> {
    let _still = shared.hold_still();
    let index = shared.index()?;
    let applied = shared.applied();
    let mut report = VerifyReport {
        sequence: applied.head.sequence,
        state_hash: applied.state.bytes(),
        ..VerifyReport::default()
    };
    verify_journal(shared, &applied, &mut report, progress)?;
    verify_index(index, &applied, &mut report, progress)?;
    Ok(report)
}

fn verify_journal(
    shared: &Shared,
    applied: &Applied,
    report: &mut VerifyReport,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<(), StoreError> {
    let dir = shared.folder.journal();
    let disk = Arc::clone(&shared.folder.disk);
    let io = |error| unreachable_disk(&dir, &error);
    let segments = list_segments(&*disk, &dir).map_err(io)?;
    report.segments = wide(segments.len());
    for first in &segments {
        let file = disk.open(&dir.join(segment_name(*first)), OpenMode::Read).map_err(io)?;
        report.journal_bytes += file.size().map_err(io)?;
    }
    let mut scanner = Scanner::new(disk, dir, segments, SEGMENT_HEADER_END).expecting(1, Head::START.hash);
    let mut head = Head::START;
    let mut read = 0;
    loop {
        match scanner.step() {
            Ok(Step::Frame(frame)) => {
                report.frames += 1;
                report.batches += u64::from(frame.header.batches);
                head = Head { sequence: frame.header.last(), hash: frame.header.hash };
                read += frame.header.frame_bytes();
                let batches = frame.batches();
                if let Err(error) = batches {
                    report.damage(error)?;
                }
                progress(read, report.journal_bytes);
            }
            Ok(Step::Bad(bad)) => {
                report.fault(bad.place(), bad.wrong.damage, bad.wrong.what);
                scanner.skip_segment();
            }
            Ok(Step::End) => break,
            Err(error) => {
                report.damage(error)?;
                scanner.skip_segment();
            }
        }
    }
    if head != applied.head {
        let (known, last) = (applied.head.sequence, head.sequence);
        let what = format!("it ends with batch {last}, the index with batch {known}");
        let short = Damage::JournalShort { last, known };
        report.fault(JOURNAL.to_owned(), if last < known { short } else { Damage::IndexSum }, what);
    }
    Ok(())
}

fn verify_index(
    index: &Index,
    applied: &Applied,
    report: &mut VerifyReport,
    progress: &mut dyn FnMut(u64, u64),
) -> Result<(), StoreError> {
    match index.applied() {
        Ok(Some(stored)) if stored == *applied => {}
        Ok(_) => {
            let what = "it does not say how far it reaches, or says it wrong";
            report.fault(INDEX.to_owned(), Damage::IndexSum, what);
        }
        Err(error) => report.damage(error)?,
    }
    let mut scanned = StateHash::default();
    let mut rows = index.all_rows();
    while let Some(row) = rows.next(index) {
        match row {
            Ok((key, live)) => {
                scanned.add(&live.hash);
                report.entries += 1;
                if key.first().and_then(|byte| Table::from_byte(*byte)).is_none() {
                    report.fault(place_of(&key), Damage::Entry, "no table has this key");
                }
                if live.version == 0 || live.version > applied.head.sequence {
                    let what = format!("version {} was never given", live.version);
                    report.fault(place_of(&key), Damage::Entry, what);
                }
                if report.entries.is_multiple_of(ENTRIES_A_STEP) {
                    progress(report.entries, report.entries);
                }
            }
            Err(error) => {
                let over = !rows.goes_on();
                report.damage(error)?;
                if over {
                    break;
                }
            }
        }
    }
    report.state_hash_scanned = scanned.bytes();
    if scanned != applied.state {
        let what = "the hash of all entries is not the one that was kept";
        report.fault(INDEX.to_owned(), Damage::IndexSum, what);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;

    use super::super::{EmbeddedStore, OpenOptions};
    use crate::store::contract::batch;
    use crate::store::hash::stored_key;
    use crate::store::{Batch, KeyRange, Store, StoreError, Table};

    fn put(request: u128, key: &[u8]) -> Batch {
        Batch { puts: vec![(Table::Fact, key.to_vec(), b"as it was put".to_vec())], ..batch(request) }
    }

    fn open(path: &Path) -> EmbeddedStore {
        EmbeddedStore::open(path, OpenOptions { create: true, ..OpenOptions::real() }).unwrap()
    }

    /// Behind the store's back, but with sled's own checksums right: only ours can notice.
    fn meddle(path: &Path) {
        crate::store::index::wait_for_predecessor(&path.join("index")).unwrap();
        let db = sled::open(path.join("index")).unwrap();
        let changed = stored_key(Table::Fact, b"changed");
        let mut value = db.get(&changed).unwrap().unwrap().to_vec();
        *value.last_mut().unwrap() ^= 1;
        db.insert(changed, value).unwrap();
        db.remove(stored_key(Table::Fact, b"lost")).unwrap().unwrap();
        db.flush().unwrap();
    }

    #[test]
    fn an_index_that_lies_is_caught_by_the_read_or_by_verify_and_rebuilt() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store");
        let store = open(&path);
        for (request, key) in (1..).zip([b"changed".as_slice(), b"lost", b"whole"]) {
            store.commit(put(request, key)).unwrap();
        }
        let state_hash = store.state_hash().unwrap();
        store.close().unwrap();
        meddle(&path);
        let store = open(&path);
        let corrupt = |error: &StoreError| matches!(error, StoreError::Corrupt { place, .. } if place.starts_with("Fact"));
        assert!(corrupt(&store.get(Table::Fact, b"changed").unwrap_err()));
        assert!(corrupt(&store.scan(Table::Fact, KeyRange::all(), 10).unwrap_err()));
        assert!(corrupt(&store.commit(put(4, b"changed")).unwrap_err()));
        assert!(store.get(Table::Fact, b"whole").unwrap().is_some());
        let report = store.verify(&mut |_, _| ()).unwrap();
        let faults: Vec<&str> = report.faults.iter().map(|fault| fault.what.as_str()).collect();
        let wanted =
            ["value does not match its checksum", "the hash of all entries is not the one that was kept"];
        assert_eq!(faults, wanted);
        store.close().unwrap();
        let options = OpenOptions::real();
        let report = EmbeddedStore::rebuild(&path, options, Arc::new(|_, _| ())).unwrap();
        assert_eq!((report.state_hash_before, report.state_hash_after), (Some(state_hash), state_hash));
        let store = open(&path);
        assert!(store.verify(&mut |_, _| ()).unwrap().is_clean());
        assert!(store.get(Table::Fact, b"lost").unwrap().is_some());
    }
}
