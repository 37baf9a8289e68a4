//! A store that is of another version, damaged, or without its index.

use std::{fs, path::PathBuf};

use crate::world::World;

/// The journal's segments in order.
pub fn segments(world: &World) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(world.store().join("journal")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

#[test]
fn a_store_of_another_version_is_refused_untouched() {
    let world = World::filled();
    fs::write(world.store().join("FORMAT"), "tekil store 99\n").unwrap();
    for (lang, words) in [("tr", ["99", "sürümünü"]), ("en", ["99", "version"])] {
        world.run(&["show", "1", "--lang", lang]).refused(5, 2, &words);
    }
    let (code, document) = world.json(&["verify"]);
    assert_eq!((code, &document["error"]["code"]), (5, &serde_json::json!("store_version")));
}

#[test]
fn a_damaged_segment_stops_the_start_and_names_the_frame() {
    let world = World::filled();
    let segment = segments(&world).remove(0);
    let good = fs::read(&segment).unwrap();
    let mut bad = good.clone();
    bad[good.len() / 3] ^= 0x10;
    fs::write(&segment, &bad).unwrap();
    let name = segment.file_name().unwrap().to_str().unwrap().to_owned();
    fs::remove_dir_all(world.store().join("index")).unwrap();
    for lang in ["tr", "en"] {
        let answer = world.run(&["show", "1", "--lang", lang]);
        assert_eq!(answer.code, 5, "{answer:?}");
        assert!(answer.err.contains(&name), "{answer:?}");
    }
    let (code, found) = world.json(&["verify"]);
    assert_eq!(code, 5);
    assert!(found["faults"][0]["where"].as_str().unwrap().contains(&name), "{found}");
    // what was damaged is untouched, so a repaired disk or a backup brings everything back
    assert_eq!(fs::read(&segment).unwrap(), bad);
    fs::write(&segment, &good).unwrap();
    world.run(&["verify"]).good();
}

#[test]
fn a_flipped_bit_is_found_by_verify() {
    let world = World::filled();
    let segment = segments(&world).remove(0);
    let mut bytes = fs::read(&segment).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&segment, bytes).unwrap();
    for (lang, word) in [("tr", "yedeğini geri koyun"), ("en", "Put a backup")] {
        let answer = world.run(&["verify", "--lang", lang]);
        assert_eq!(answer.code, 5, "{answer:?}");
        let said = answer.out + &answer.err;
        assert!(said.contains(word) && !said.contains("rebuild"), "{said}");
    }
    let (code, found) = world.json(&["verify"]);
    assert_eq!(code, 5);
    assert!(!found["faults"].as_array().unwrap().is_empty(), "{found}");
}

#[test]
fn a_lost_index_is_made_again_with_the_same_state() {
    let world = World::filled();
    let before = world.state_hash();
    fs::remove_dir_all(world.store().join("index")).unwrap();
    let (code, found) = world.json(&["rebuild"]);
    assert_eq!(code, 0, "{found}");
    assert_eq!(found["state_hash"], before.as_str());
    assert_eq!(world.state_hash(), before);
    // and by itself, with a notice
    fs::remove_dir_all(world.store().join("index")).unwrap();
    let answer = world.run(&["verify"]).good();
    assert!(answer.err.contains("Kayıp yok"), "{answer:?}");
    assert_eq!(world.state_hash(), before);
}

/// Without index and checkpoint nobody knows how far the journal once reached: nothing is promised.
#[test]
fn a_journal_that_is_alone_is_not_said_to_be_complete() {
    let world = World::filled();
    let before = world.state_hash();
    for (lang, words) in [
        ("tr", ["Ne dizin ne denetim noktası", "Kayıp yok"]),
        ("en", ["neither an index", "Nothing is lost"]),
    ] {
        fs::remove_dir_all(world.store().join("index")).unwrap();
        fs::remove_file(world.store().join("CHECKPOINT")).unwrap();
        let answer = world.run(&["verify", "--lang", lang]).good();
        assert!(answer.err.contains(words[0]) && !answer.err.contains(words[1]), "{answer:?}");
        assert_eq!(world.state_hash(), before);
    }
}

/// A first start that ran out of disk or was killed leaves a folder that the next one finishes.
#[test]
fn a_store_whose_making_was_cut_off_is_an_empty_one() {
    let world = World::new();
    fs::create_dir_all(world.store()).unwrap();
    fs::write(world.store().join("FORMAT"), "tekil store 1\n").unwrap();
    world.run(&["show", "1"]).refused(1, 1, &["Depo boş"]);
    world.run(&[]).good();
    world.run(&["verify"]).good();
    fs::remove_file(world.store().join("READY")).unwrap();
    world.run(&["show", "1"]).refused(5, 4, &["READY"]);
}

/// A way to damage a store, and the words of its answer in each language.
type Way = (&'static str, fn(&World), [&'static str; 2], [&'static str; 2]);

/// Makes the last segment end in the middle of a frame; the index knows more.
fn cut_the_journal(world: &World) {
    let segment = segments(world).pop().unwrap();
    let bytes = fs::read(&segment).unwrap();
    fs::write(segment, &bytes[..bytes.len() - 40]).unwrap();
}

const WAYS: [Way; 5] = [
    (
        "format",
        |world| fs::write(world.store().join("FORMAT"), "x").unwrap(),
        ["biçim numarası okunamıyor", "yedeğinden geri koyun"],
        ["format number cannot be read", "from a backup"],
    ),
    (
        "ready",
        |world| fs::remove_file(world.store().join("READY")).unwrap(),
        ["“hazır” işareti yok", "yedeğinden geri koyun"],
        ["no \"ready\" marker", "from a backup"],
    ),
    (
        "cut",
        cut_the_journal,
        ["Günlük eksik", "yedeğini geri koyun"],
        ["journal is incomplete", "Put a backup"],
    ),
    (
        "segment",
        |world| fs::write(segments(world).remove(0), [0; 100]).unwrap(),
        ["Günlük dosyasının başı bozuk", "yedeğini geri koyun"],
        ["head of a journal file", "Put a backup"],
    ),
    (
        "no segment",
        |world| fs::remove_file(segments(world).remove(0)).unwrap(),
        ["ilk dosyası yok", "yedeğini geri koyun"],
        ["first file is missing", "Put a backup"],
    ),
];

/// Each answer says what is damaged and one thing to do; the engine's own words are for scripts.
#[test]
fn damage_is_said_in_the_readers_language_with_one_remedy() {
    for (name, damage, turkish, english) in WAYS {
        let world = World::filled();
        damage(&world);
        let (code, document) = world.json(&["show", "1"]);
        assert_eq!((code, &document["error"]["code"]), (5, &serde_json::json!("store_damaged")), "{name}");
        let cause = document["error"]["cause"].as_str().unwrap();
        for (lang, words) in [("tr", turkish), ("en", english)] {
            for command in [&["show", "1"][..], &["verify"]] {
                let answer = world.run(&[command, &["--lang", lang]].concat()).refused(5, 1, &words);
                assert!(!answer.err.contains(cause), "{name}: {answer:?}");
            }
        }
        let (code, found) = world.json(&["verify"]);
        assert_eq!(code, 5, "{found}");
        let fault = &found["faults"][0];
        assert!(fault["message"]["tr"].as_str().unwrap().contains(turkish[0]), "{name}: {found}");
        assert!(fault["message"]["en"].as_str().unwrap().contains(english[0]), "{name}: {found}");
        assert_eq!((&fault["what"], &fault["cause"]), (&fault["message"]["en"], &cause.into()), "{name}");
    }
}
