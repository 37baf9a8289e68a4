//! Rates of the central bank.

use std::fs;

use crate::world::{World, real_data, text};

#[test]
fn the_central_banks_file_of_a_real_day() {
    let Some(file) = real_data("rates/today.xml") else {
        return;
    };
    let world = World::new();
    let (code, report) = world.json(&["import", "rates", text(&file)]);
    assert_eq!(code, 0, "{report}");
    assert_eq!(report["files"][0]["accepted"], 18, "{report}");
    let before = world.state_hash();
    world.run(&["import", "rates", text(&file)]).good();
    assert_eq!(world.state_hash(), before);
}

#[test]
fn a_file_that_is_no_rates_file_is_refused() {
    let world = World::new();
    fs::write(world.path("today.xml"), "<html><body>404</body></html>").unwrap();
    let answer = world.run(&["import", "rates", "today.xml"]);
    assert_eq!(answer.code, 2, "{answer:?}");
    assert!(answer.err.contains("today.xml"), "{answer:?}");
    assert!(!world.store().exists());
}
