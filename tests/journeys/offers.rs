//! Offers on the command line: what is decided, why, and the same bytes each time.

use serde_json::{Value, json};

use crate::world::{World, assert_harmless};

/// A customer of the sample, by the start's own first step.
fn customer(world: &World) -> String {
    let (_, start) = world.json(&[]);
    start["next"][0].as_str().unwrap().split_whitespace().nth(2).unwrap().to_owned()
}

fn ids<'v>(list: &'v Value, key: &str) -> Vec<&'v str> {
    list.as_array().unwrap().iter().map(|line| line[key].as_str().unwrap()).collect()
}

#[test]
fn a_decision_has_the_keys_of_the_contract_and_show_says_the_same() {
    let world = World::filled();
    let customer = customer(&world);
    let (code, decision) = world.json(&["decide", &customer]);
    assert_eq!(code, 0, "{decision}");
    for key in ["customer", "version", "policy", "model", "offers", "held"] {
        assert!(decision.get(key).is_some(), "{key} in {decision}");
    }
    for line in decision["offers"].as_array().unwrap() {
        for key in ["offer", "rank", "priority", "propensity", "context", "value", "lever", "firm", "quote"] {
            assert!(line.get(key).is_some(), "{key} in {line}");
        }
        assert!(line["propensity"].is_number() && line["why"]["en"].is_string(), "{line}");
    }
    let held = decision["held"].as_array().unwrap();
    assert!(!held.is_empty());
    for line in held {
        for key in ["offer", "gate", "rule", "failed", "seen"] {
            assert!(line.get(key).is_some(), "{key} in {line}");
        }
        assert!(line["why"]["tr"].is_string() && line["why"]["en"].is_string(), "{line}");
    }
    let (_, screen) = world.json(&["show", &customer]);
    assert_eq!(screen["held"], decision["held"]);
    assert_eq!(ids(&screen["offers"], "offer"), ids(&decision["offers"], "offer"));
}

#[test]
fn decide_prints_the_same_bytes_the_first_and_the_tenth_time_at_every_touchpoint() {
    let world = World::filled();
    let customer = customer(&world);
    let first = world.run(&["decide", &customer]).good().out;
    let document = world.run(&["decide", &customer, "--json"]).good().out;
    for touchpoint in ["call-center", "branch", "ivr", "digital"].iter().cycle().take(9) {
        assert_eq!(world.run(&["decide", &customer, "--touchpoint", touchpoint]).good().out, first);
    }
    assert_eq!(world.run(&["decide", &customer, "--json"]).good().out, document);
}

#[test]
fn every_offer_can_be_asked_why_in_both_languages() {
    let world = World::filled();
    let customer = customer(&world);
    let (_, decision) = world.json(&["decide", &customer]);
    let mut asked = ids(&decision["held"], "offer");
    asked.extend(ids(&decision["offers"], "offer"));
    for (index, offer) in asked.iter().enumerate() {
        let lang = ["tr", "en"][index % 2];
        let told = world.run(&["why", &customer, "offer", offer, "--lang", lang]).good().out;
        assert_harmless(&told);
        let words = ["bilinmiyor", "unknown"];
        assert!(told.lines().count() >= 2 && !told.starts_with(words[index % 2]), "{told}");
    }
    let held = decision["held"].as_array().unwrap();
    let line = held.iter().find(|line| !line["seen"].as_array().unwrap().is_empty()).unwrap();
    let (_, told) = world.json(&["why", &customer, "offer", line["offer"].as_str().unwrap()]);
    assert!(told["why"][0]["condition"].is_string(), "{told}");
    assert!(told["text"]["en"].as_str().unwrap().contains(line["why"]["en"].as_str().unwrap()), "{told}");
}

#[test]
fn a_wrong_offer_names_the_nearest_one() {
    let world = World::filled();
    let customer = customer(&world);
    for lang in ["tr", "en"] {
        // a near name is named, for another the list of names is
        for (asked, hint) in [("card-limt", "card-limit"), ("zzzzzzzz", "tekil decide")] {
            let wrong = world.run(&["why", &customer, "offer", asked, "--lang", lang]);
            assert_eq!(wrong.code, 1);
            assert!(wrong.err.contains(hint), "{}", wrong.err);
        }
    }
    let (code, wrong) = world.json(&["why", &customer, "offer", "zzz"]);
    assert_eq!((code, &wrong["error"]["code"]), (1, &json!("unknown_item")));
    let (code, wrong) = world.json(&["why", &customer, "ofer", "zzz"]);
    assert_eq!((code, &wrong["error"]["code"]), (2, &json!("unknown_name")));
    assert_eq!(world.json(&["decide", "999999999"]).0, 1);
}
