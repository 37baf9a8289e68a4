//! The first minute of a new user: one word, a bank, a customer, and what to try next.

use crate::world::{World, assert_harmless};

#[test]
fn one_word_gives_a_bank_a_customer_and_the_next_steps_in_both_languages() {
    for (lang, words) in [
        ("tr", ["ÖZET", "UYARILAR", "TEKLİFLER", "ŞİKÂYETLER", "DEMO"]),
        ("en", ["SUMMARY", "ALERTS", "OFFERS", "COMPLAINTS", "DEMO"]),
    ] {
        let world = World::new();
        let first = world.run(&["--lang", lang]).good();
        assert_harmless(&first.out);
        for word in words {
            assert!(first.out.contains(word), "{lang}: no {word} in\n{}", first.out);
        }
        let tried = next_steps(&first.out)
            .iter()
            .filter(|step| !step.contains(" DIR"))
            .map(|step| {
                let args: Vec<&str> = step.split_whitespace().skip(1).collect();
                let answer = world.run(&args).good();
                assert!(!answer.out.is_empty(), "{step}");
            })
            .count();
        assert!(tried >= 3, "{}", first.out);
    }
}

#[test]
fn the_screen_is_24_rows_of_at_most_80_cells() {
    let world = World::filled();
    let (_, start) = world.json(&[]);
    let customer = start["next"][0].as_str().unwrap().split_whitespace().nth(2).unwrap().to_owned();
    for lang in ["tr", "en"] {
        for touchpoint in ["call-center", "branch"] {
            let shown = world.run(&["show", &customer, "--lang", lang, "--touchpoint", touchpoint]).good();
            assert_eq!(shown.out.lines().count(), 24);
            assert!(shown.out.lines().all(|row| row.chars().count() <= 80), "{}", shown.out);
        }
    }
}

#[test]
fn the_second_time_nothing_is_filled_again_and_a_number_opens_a_customer() {
    let world = World::filled();
    let records = || world.json(&["verify"]).1["checked"]["records"].clone();
    let before = records();
    let again = world.run(&["--lang", "en"]).good();
    assert!(again.out.contains("SUMMARY") && again.out.contains("opens in a terminal"), "{}", again.out);
    assert!(!again.out.contains("was empty"), "{}", again.out);
    assert_eq!(records(), before);
    let (code, start) = world.json(&[]);
    assert_eq!((code, &start["filled"]), (0, &serde_json::json!(false)));
    let show = start["next"][0].as_str().unwrap();
    let customer = show.split_whitespace().nth(2).unwrap();
    let by_number = world.run(&[customer]).good();
    let by_desk = world.run(&["desk", customer]).good();
    assert!(by_number.out.contains("ÖZET"), "{}", by_number.out);
    assert_eq!(by_number.out, by_desk.out);
}

#[test]
fn show_prints_the_same_bytes_the_first_and_the_tenth_time() {
    let world = World::filled();
    let (_, start) = world.json(&[]);
    let customer = start["next"][0].as_str().unwrap().split_whitespace().nth(2).unwrap().to_owned();
    let first = world.run(&["show", &customer]).good().out;
    let first_json = world.json(&["show", &customer]).1;
    for _ in 0..9 {
        assert_eq!(world.run(&["show", &customer]).good().out, first);
    }
    assert_eq!(world.json(&["show", &customer]).1, first_json);
    for key in
        ["customer", "summary", "segments", "alerts", "offers", "held", "complaints", "missing", "freshness"]
    {
        assert!(first_json.get(key).is_some(), "{key} in {first_json}");
    }
}

/// The commands that the start offers.
fn next_steps(out: &str) -> Vec<String> {
    out.lines()
        .filter(|line| line.starts_with("  tekil "))
        .map(|line| line.trim().split("  ").next().unwrap().to_owned())
        .collect()
}
