//! Writes chunks: each one batch whose request id is drawn from what it changes and the versions it changes,
//! so the same step taken twice is one step. The run's own record goes with the first.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::report::{FileReport, ImportOptions, Note, NoteCounts, Notes};
use crate::{
    domain::{
        AuditId, FactKind, RequestKey, Source,
        audit::{AuditAct, AuditRecord},
        channel::Touchpoint,
        operator::{Role, Verification},
    },
    service::{
        commit::{Assembly, Identity, expect},
        directory,
        records::{self, Put},
    },
    store::{Batch, Digest, Store, StoreError, Version, tables},
    time::Moment,
};

/// Name of the record that lists runs whose closing postings are still owed.
pub const OPEN_IMPORTS: &str = "open-imports";
/// The most runs listed as open; a run that finishes repairs all of them.
const OPEN_MAX: usize = 64;
/// Notes of one stored page.
const PAGE_NOTES: usize = 200;

/// What is kept of an import run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunRecord {
    /// The source that was imported.
    pub source: Source,
    /// What the run's entries name as their request.
    pub request: RequestKey,
    /// When it wrote last.
    pub at: Moment,
    /// Its closing postings are done.
    pub finished: bool,
    /// Records in its files; 0 until it is finished.
    pub rows: u64,
    /// Rows that were not taken.
    pub rejected: u64,
    /// What is odd in the source.
    pub notes: NoteCounts,
}

/// Whether a run was cut off before its closing postings: balances lack rows that the store has.
///
/// # Errors
/// What the store says.
pub fn is_owed(store: &dyn Store) -> Result<bool, StoreError> {
    let (table, key) = tables::meta(OPEN_IMPORTS);
    Ok(store.get(table, &key)?.is_some())
}

/// The request key of a run: entries name it.
#[must_use]
pub fn run_request(digest: &Digest) -> RequestKey {
    RequestKey(half(digest))
}

/// BLAKE3 of a content for one purpose.
pub(in crate::service) fn derive(purpose: &str, content: &[u8]) -> Digest {
    let mut hasher = blake3::Hasher::new_derive_key(purpose);
    hasher.update(content);
    *hasher.finalize().as_bytes()
}

/// Half a digest is as wide as an id.
pub(in crate::service) fn half(digest: &Digest) -> u128 {
    digest.first_chunk().map_or(0, |half| u128::from_be_bytes(*half))
}

pub(super) struct Writer<'a> {
    store: &'a dyn Store,
    source: Source,
    digest: Digest,
    options: &'a ImportOptions,
    /// A checking pass writes nothing.
    dry: bool,
    begun: bool,
    /// Runs that were cut off before their closing postings.
    open: Vec<Digest>,
    /// There was one when this run began.
    repairs: bool,
    open_version: Version,
    pub(super) written: u64,
}

impl<'a> Writer<'a> {
    pub(super) fn new(
        store: &'a dyn Store,
        (source, digest): (Source, Digest),
        options: &'a ImportOptions,
        dry: bool,
    ) -> Result<Writer<'a>, StoreError> {
        let open = records::get::<Vec<Digest>>(store, &tables::meta(OPEN_IMPORTS))?;
        let (open_version, open) = open.unwrap_or_default();
        let repairs = !open.is_empty();
        Ok(Writer {
            store,
            source,
            digest,
            options,
            dry,
            begun: false,
            open,
            repairs,
            open_version,
            written: 0,
        })
    }

    /// A run was cut off before its closing postings: all accounts are looked through.
    pub(super) fn repairs(&self) -> bool {
        self.repairs
    }

    /// Commits what is assembled, if it changes anything, and leaves the assembly empty.
    pub(super) fn flush(&mut self, assembly: &mut Assembly) -> Result<(), StoreError> {
        let mut chunk = std::mem::take(assembly);
        if chunk.is_empty() || self.dry {
            return Ok(());
        }
        if !self.begun {
            self.begin(&mut chunk)?;
            self.begun = true;
        }
        self.commit(chunk)
    }

    fn commit(&mut self, chunk: Assembly) -> Result<(), StoreError> {
        let mut batch =
            chunk.batch(Identity { request: RequestKey(0), digest: [0; 32], result: Vec::new() })?;
        let keys = batch.puts.len() + batch.deletes.len() + batch.adds.len();
        self.written += u64::try_from(keys).unwrap_or(u64::MAX);
        batch.digest = batch_digest(&batch);
        batch.request_id.0 = half(&batch.digest);
        self.store.commit(batch)?;
        Ok(())
    }

    /// Before anything else the store knows that this run owes its closing postings, and who runs it.
    fn begin(&mut self, chunk: &mut Assembly) -> Result<(), StoreError> {
        if !self.open.contains(&self.digest) && self.open.len() < OPEN_MAX {
            self.open.push(self.digest);
            self.put_open(chunk)?;
        }
        let place = tables::import_run(&self.digest);
        let version = self.version(&place)?;
        chunk.expects.push(expect(place.clone(), version));
        chunk.put(Put::seal(place, &self.record())?);
        if let Some(mark) = directory::mark_complete(self.store)? {
            chunk.put(mark);
        }
        self.put_trace(chunk, version)
    }

    fn put_trace(&self, chunk: &mut Assembly, version: Version) -> Result<(), StoreError> {
        let trace = self.trace(version);
        let place = tables::audit(trace.at, trace.id);
        chunk.expects.push(expect(place.clone(), 0));
        chunk.put(Put::seal(place, &trace)?);
        Ok(())
    }

    fn version(&self, (table, key): &(crate::store::Table, Vec<u8>)) -> Result<Version, StoreError> {
        Ok(self.store.get(*table, key)?.map_or(0, |found| found.version))
    }

    fn put_open(&self, chunk: &mut Assembly) -> Result<(), StoreError> {
        let place = tables::meta(OPEN_IMPORTS);
        chunk.expects.push(expect(place.clone(), self.open_version));
        if self.open.is_empty() {
            chunk.deletes.push(place);
            return Ok(());
        }
        chunk.put(Put::seal(place, &self.open)?);
        Ok(())
    }

    fn record(&self) -> RunRecord {
        RunRecord {
            source: self.source.clone(),
            request: run_request(&self.digest),
            at: self.options.at,
            finished: false,
            rows: 0,
            rejected: 0,
            notes: NoteCounts::default(),
        }
    }

    fn trace(&self, version: Version) -> AuditRecord {
        let versions = [version.to_be_bytes(), self.open_version.to_be_bytes()].concat();
        let id = derive("tekil import trace", &[self.digest.as_slice(), &versions].concat());
        AuditRecord {
            id: AuditId(half(&id)),
            at: self.options.at,
            operator: self.options.operator.clone(),
            role: Role::Owner,
            touchpoint: Touchpoint::Branch,
            contact: None,
            reason: None,
            verified: Verification::BlockOnly,
            act: AuditAct::Maintained { command: format!("import {}", self.source) },
        }
    }

    /// The end of a run: its record and notes, and no posting is owed any more. If the run is stored already
    /// and nothing was written, nothing is.
    pub(super) fn finish(
        &mut self,
        files: &[FileReport],
        kinds: (&BTreeSet<FactKind>, &BTreeSet<FactKind>),
        notes: &Notes,
    ) -> Result<(), StoreError> {
        let mut record = RunRecord {
            finished: true,
            rows: files.iter().map(|file| file.rows).sum(),
            rejected: files.iter().map(|file| file.rejected).sum(),
            notes: notes.counts,
            ..self.record()
        };
        let delivered = self.delivered(kinds)?;
        let place = tables::import_run(&self.digest);
        let stored = records::get::<RunRecord>(self.store, &place)?;
        if let Some((_, stored)) = stored.as_ref().filter(|_| !self.begun && self.open.is_empty()) {
            record.at = stored.at;
            if *stored == record && delivered.is_none() {
                return Ok(());
            }
        }
        let version = stored.map_or(0, |(version, _)| version);
        let mut chunk = Assembly::default();
        if !self.begun {
            self.put_trace(&mut chunk, version)?;
        }
        self.open_version = self.version(&tables::meta(OPEN_IMPORTS))?;
        self.open.clear();
        if self.open_version > 0 {
            self.put_open(&mut chunk)?;
        }
        chunk.expects.push(expect(place.clone(), version));
        chunk.put(Put::seal(place, &record)?);
        if let Some((version, kinds)) = delivered {
            let place = tables::delivered(&self.source);
            chunk.expects.push(expect(place.clone(), version));
            chunk.put(Put::seal(place, &kinds)?);
        }
        self.put_notes(&mut chunk, &notes.kept)?;
        self.commit(chunk)
    }

    /// What the source has delivered by now, without what is torn, with the version of the record it replaces; `None` if
    /// that is what stands there.
    fn delivered(
        &self,
        (kinds, torn): (&BTreeSet<FactKind>, &BTreeSet<FactKind>),
    ) -> Result<Option<(Version, BTreeSet<FactKind>)>, StoreError> {
        let stored = records::get::<BTreeSet<FactKind>>(self.store, &tables::delivered(&self.source))?;
        let (version, before) = stored.unwrap_or_default();
        let all: BTreeSet<FactKind> =
            before.union(kinds).copied().filter(|kind| !torn.contains(kind)).collect();
        Ok((all != before).then_some((version, all)))
    }

    fn put_notes(&self, chunk: &mut Assembly, notes: &[Note]) -> Result<(), StoreError> {
        let mut page = 0;
        for part in notes.chunks(PAGE_NOTES) {
            chunk.put(Put::seal(tables::import_notes(&self.digest, page), &part)?);
            page += 1;
        }
        // pages of an earlier end of this run that was noisier
        while self.version(&tables::import_notes(&self.digest, page))? > 0 {
            chunk.deletes.push(tables::import_notes(&self.digest, page));
            page += 1;
        }
        Ok(())
    }
}

/// Of everything that a batch changes and expects: two different steps have different digests, since a
/// version is never reused.
fn batch_digest(batch: &Batch) -> Digest {
    let mut hasher = blake3::Hasher::new_derive_key("tekil import chunk");
    let mut part = |bytes: &[u8]| {
        hasher.update(&u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_be_bytes());
        hasher.update(bytes);
    };
    for expect in &batch.expects {
        part(&[1, expect.table.byte()]);
        part(&expect.key);
        part(&expect.version.to_be_bytes());
    }
    for (table, key, value) in &batch.puts {
        part(&[2, table.byte()]);
        part(key);
        part(value);
    }
    for (table, key) in &batch.deletes {
        part(&[3, table.byte()]);
        part(key);
    }
    for add in &batch.adds {
        part(&[4, add.table.byte()]);
        part(&add.key);
        part(&add.delta.to_be_bytes());
    }
    *hasher.finalize().as_bytes()
}
