//! A store that is of another version, damaged, or without its index.

use std::{fs, path::PathBuf};

use crate::world::World;

/// The journal's segments in order.
fn segments(world: &World) -> Vec<PathBuf> {
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
    for (lang, word) in [("tr", "rebuild"), ("en", "rebuild")] {
        let answer = world.run(&["verify", "--lang", lang]);
        assert_eq!(answer.code, 5, "{answer:?}");
        assert!((answer.out + &answer.err).contains(word));
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
