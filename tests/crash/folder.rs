//! Who owns a folder, what it may hold, and which ends of a journal may be cut.

use std::collections::BTreeSet;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use tekil::store::embedded::{EmbeddedStore, Notice, OpenOptions};
use tekil::store::{Damage, Store, StoreError};

use crate::bank::{check, files_below, open, options, posting, temporary_folder};

fn refusal(path: &Path, options: OpenOptions) -> StoreError {
    match EmbeddedStore::open(path, options) {
        Ok(_) => panic!("it was opened"),
        Err(error) => error,
    }
}

fn filled(folder: &Path, postings: u64) -> PathBuf {
    let path = folder.join("store");
    let store = open(&path);
    for id in 1..=postings {
        store.commit(posting(id)).unwrap();
    }
    store.close().unwrap();
    path
}

fn last_segment(path: &Path) -> PathBuf {
    files_below(&path.join("journal")).pop().unwrap()
}

#[test]
fn a_folder_has_one_owner() {
    let folder = temporary_folder();
    let path = folder.path().join("store");
    let store = open(&path);
    let owned = StoreError::Owned { path: path.clone(), pid: Some(std::process::id()) };
    assert_eq!(refusal(&path, options()), owned);
    let rebuild = EmbeddedStore::rebuild(&path, options(), Arc::new(|_, _| ()));
    assert_eq!(rebuild, Err(owned.clone()));
    let tries = Arc::new(AtomicU32::new(0));
    let counted = Arc::clone(&tries);
    let patience = move |tried, pid| {
        assert_eq!(pid, Some(std::process::id()));
        counted.store(tried, Ordering::SeqCst);
        tried < 3
    };
    assert_eq!(refusal(&path, OpenOptions { patience: Some(Arc::new(patience)), ..options() }), owned);
    assert_eq!(tries.load(Ordering::SeqCst), 3);
    store.close().unwrap();
    open(&path).close().unwrap();
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o700);
}

#[test]
fn what_is_no_store_is_left_alone() {
    let folder = temporary_folder();
    let no_store = |error| matches!(error, StoreError::NotAStore { .. });
    let closed = OpenOptions { create: false, ..options() };
    assert!(no_store(refusal(&folder.path().join("absent"), closed.clone())));
    assert!(no_store(refusal(folder.path(), closed)));
    assert!(!folder.path().join("absent").exists());
    std::fs::write(folder.path().join("letter.txt"), "dear bank").unwrap();
    assert!(no_store(refusal(folder.path(), options())));
    assert!(no_store(refusal(&folder.path().join("letter.txt"), options())));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_newer_store_and_a_lost_marker_are_refused() {
    let folder = temporary_folder();
    let path = filled(folder.path(), 3);
    std::fs::write(path.join("FORMAT"), "tekil store 2\n").unwrap();
    assert_eq!(refusal(&path, options()), StoreError::Format { found: 2, known: 1 });
    std::fs::write(path.join("FORMAT"), "rubbish").unwrap();
    assert!(matches!(refusal(&path, options()), StoreError::Damaged { .. }));
    std::fs::write(path.join("FORMAT"), "tekil store 1\n").unwrap();
    std::fs::remove_file(path.join("READY")).unwrap();
    assert!(refusal(&path, options()).to_string().contains("READY"));
    std::fs::write(path.join("READY"), "ready\n").unwrap();
    check(&open(&path), &BTreeSet::from([1, 2, 3]));
}

#[test]
fn an_end_that_was_acknowledged_is_never_cut() {
    let folder = temporary_folder();
    let path = filled(folder.path(), 5);
    let segment = last_segment(&path);
    let whole = std::fs::read(&segment).unwrap();
    for bytes in [1, 100, 400] {
        std::fs::write(&segment, &whole[..whole.len() - bytes]).unwrap();
        // A second try must not do what the first refused.
        for _ in 0..2 {
            let StoreError::Damaged { place, damage: Damage::JournalShort { known: 5, .. }, what } =
                refusal(&path, options())
            else {
                panic!()
            };
            assert!(place.starts_with("00000000000000000001.journal:"), "{place}");
            assert!(what.contains("the index knows batch 5"), "{what}");
        }
    }
    let mut early = whole.clone();
    early[200] ^= 1;
    std::fs::write(&segment, early).unwrap();
    assert!(matches!(refusal(&path, options()), StoreError::Damaged { .. }));
    std::fs::write(&segment, whole).unwrap();
    check(&open(&path), &BTreeSet::from([1, 2, 3, 4, 5]));
}

#[test]
fn a_torn_end_is_cut_with_a_notice_unless_a_copy_of_the_head_knows_better() {
    let folder = temporary_folder();
    let path = filled(folder.path(), 5);
    let segment = last_segment(&path);
    let mut content = std::fs::read(&segment).unwrap();
    let whole = content.len();
    content.extend([7; 50]);
    std::fs::write(&segment, &content).unwrap();
    let store = open(&path);
    let cut = Notice::TornTailCut {
        segment: "00000000000000000001.journal".to_owned(),
        at: u64::try_from(whole).unwrap(),
        bytes: 50,
    };
    assert_eq!(store.notices(), [cut]);
    check(&store, &BTreeSet::from([1, 2, 3, 4, 5]));
    store.commit(posting(6)).unwrap();
    let head = store.head();
    drop(store);
    let content = std::fs::read(&segment).unwrap();
    std::fs::write(&segment, &content[..whole]).unwrap();
    // Nothing but the copy of the head remembers the sixth.
    std::fs::remove_dir_all(path.join("index")).unwrap();
    std::fs::remove_file(path.join("CHECKPOINT")).unwrap();
    let knowing = OpenOptions { known_head: Some(head), ..options() };
    assert!(refusal(&path, knowing).to_string().contains("the copy of the head knows batch 6"));
    check(&open(&path), &BTreeSet::from([1, 2, 3, 4, 5]));
}
