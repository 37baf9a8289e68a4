//! Real and embedded input, through the layouts.

use std::{
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
    sync::Arc,
};

use super::*;
use crate::{
    intake::{SourceFile, sample, survey},
    service::load_customer,
};

struct OnDisk {
    path: PathBuf,
    name: String,
}

impl SourceFile for OnDisk {
    fn name(&self) -> &str {
        &self.name
    }
    fn size(&self) -> u64 {
        self.path.metadata().unwrap().len()
    }
    fn open(&self) -> io::Result<Box<dyn Read + Send>> {
        Ok(Box::new(File::open(&self.path)?))
    }
}

fn data() -> PathBuf {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    std::env::var_os("TEKIL_DATA").map_or_else(beside, PathBuf::from)
}

fn run_all(store: &dyn Store, layout: Layout, files: &[Arc<dyn SourceFile>], strict: bool) -> Done {
    let plan = survey(layout, files, &mut |_| {}).unwrap();
    let mut rejects = Vec::new();
    let mut sinks = Sinks { progress: &mut |_| {}, reject: &mut |reject| rejects.push(reject.clone()) };
    let result = run(store, &plan, &options(strict), &mut sinks);
    Done { result, rejects }
}

#[test]
fn the_sample_is_taken_whole_and_twice_changes_nothing() {
    let store = MemoryStore::new();
    let first = run_all(&store, Layout::Warehouse, &sample(), true);
    assert_eq!(first.rejects, []);
    let report = first.result.unwrap();
    assert!(report.files.iter().all(|file| file.rows == file.accepted && file.rows > 0), "{report:?}");
    assert!(report.written > 0);
    let hash = store.state_hash().unwrap();
    let again = run_all(&store, Layout::Warehouse, &sample(), false).result.unwrap();
    assert_eq!(again.written, 0);
    assert_eq!((again.files, again.totals, again.notes), (report.files, report.totals, report.notes));
    assert_eq!(store.state_hash().unwrap(), hash);
}

/// Counts and sums of a real bank. Source of the figures: the data's own description.
#[test]
#[expect(clippy::print_stderr, reason = "says that the real data is absent")]
fn a_real_bank_is_taken_with_its_known_figures() {
    let folder = data().join("berka");
    if !folder.is_dir() {
        eprintln!("skipped: no real data at {}; set TEKIL_DATA", folder.display());
        return;
    }
    let mut files: Vec<Arc<dyn SourceFile>> = Vec::new();
    for found in folder.read_dir().unwrap() {
        let found = found.unwrap();
        let name = found.file_name().into_string().unwrap();
        files.push(Arc::new(OnDisk { path: found.path(), name }));
    }
    let store = MemoryStore::new();
    let done = run_all(&store, Layout::Berka, &files, false);
    let report = done.result.unwrap();
    assert_eq!(done.rejects.len(), 1, "{:?}", done.rejects);
    let sum = |tally: &crate::intake::Tally| tally.sum.unwrap().minor;
    let totals = &report.totals;
    assert_eq!((totals.customers, totals.accounts, totals.cards), (5_369, 4_500, 892));
    assert_eq!((totals.loans.count, sum(&totals.loans)), (682, 10_326_174_000));
    assert_eq!((totals.orders.count, sum(&totals.orders)), (6_471, 2_122_899_360));
    assert_eq!((totals.transactions.count, sum(&totals.transactions)), (49_102, 31_548_644_980));
    assert_eq!(sum(&totals.credits), 17_736_629_630);
    let counts = report.notes.counts;
    assert_eq!((counts.balance_differs, counts.negative), (54, 26));
    let hash = store.state_hash().unwrap();
    let again = run_all(&store, Layout::Berka, &files, false).result.unwrap();
    assert_eq!((again.written, store.state_hash().unwrap()), (0, hash));
    assert_eq!((again.notes, again.totals), (report.notes, report.totals));
    let loaded = load_customer(&store, crate::domain::CustomerNo(1787)).unwrap().unwrap();
    assert_eq!(loaded.facts.customer.name, None);
}
