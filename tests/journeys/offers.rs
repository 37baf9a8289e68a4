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

/// A customer of the demo bank who did not consent to calls: talk that the customer began is not gated, a call of the
/// bank's is, and in a branch nothing is.
#[test]
fn only_what_the_bank_says_unasked_needs_consent() {
    let world = World::filled();
    let (_, people) = world.json(&["find", "a", "--limit", "200"]);
    let silent = people
        .as_array()
        .unwrap()
        .iter()
        .map(|hit| hit["customer"].to_string())
        .find(|customer| {
            let (code, screen) = world.json(&["show", customer, "--outbound"]);
            code == 0
                && screen["offers"].as_array().is_some_and(|lines| {
                    lines.iter().any(|line| line["unsaid"]["tr"] == "Arama izni yok: söylenmez")
                })
        })
        .expect("somebody who did not consent to calls and has an offer");
    let blank = |args: &[&str]| {
        let (_, screen) = world.json(&[&["show", silent.as_str()], args].concat());
        let lines = screen["offers"].as_array().unwrap();
        lines.iter().filter(|line| line["say"].is_null() && line["unsaid"].is_object()).count()
    };
    assert!(blank(&["--outbound"]) > 0);
    assert_eq!((blank(&[]), blank(&["--outbound", "--touchpoint", "branch"])), (0, 0));
    let decided =
        |args: &[&str]| world.json(&[&["decide", silent.as_str()], args].concat()).1["offers"].clone();
    let (inbound, outbound) = (decided(&[]), decided(&["--outbound"]));
    assert_eq!(ids(&inbound, "offer"), ids(&outbound, "offer"));
    for (lang, why) in [("tr", "Arama izni yok: söylenmez"), ("en", "No consent to calls: not said")] {
        for args in [&["show"][..], &["show", "--plain"], &["decide"], &["desk"]] {
            let (command, rest) = args.split_first().unwrap();
            let said = |more: &[&str]| {
                let args = [&[*command, &silent, "--lang", lang], rest, more].concat();
                world.run(&args).good().out
            };
            assert!(said(&["--outbound"]).contains(why), "{args:?} {lang}");
            assert!(!said(&[]).contains(why), "{args:?} {lang}");
        }
    }
}

/// Enter on an alert finds its record: the screen names the kind, the products hold it.
#[test]
fn what_an_alert_is_about_stands_among_the_products() {
    let world = World::filled();
    let (_, screen) = world.json(&["show", "10014017"]);
    let about = |id: &str| {
        let alerts = screen["alerts"].as_array().unwrap();
        alerts.iter().find(|alert| alert["id"] == id).unwrap()["about"].clone()
    };
    assert_eq!((about("bounced-cheque"), about("card-late")), (json!("cheque"), json!("card")));
    let (_, list) = world.json(&["show", "10014017", "--list", "products"]);
    for kind in ["cheque", "card"] {
        let rows = list["rows"].as_array().unwrap();
        let row = rows.iter().find(|row| row["what"]["kind"] == kind && row["what"]["alarming"] == true);
        assert!(row.is_some(), "{kind} in {list}");
    }
    let teller = world.json(&["show", "10014017", "--list", "products", "--operator", "gise"]).1.to_string();
    assert!(teller.contains("7741") && !teller.contains("4500000"), "{teller}");
}

#[test]
fn counts_of_a_title_add_up_and_a_promise_that_passed_says_so() {
    let world = World::filled();
    let shown = world.run(&["show", "10015518"]).good().out;
    assert!(shown.contains("3 adaydan en iyi 1 · 1 kredi elendi: takipteki çek · 1 uymuyor"), "{shown}");
    let late = ["show", "10024017", "--now", "2026-11-24T22:04:00+03:00"];
    let shown = world.run(&late).good().out;
    assert!(shown.contains("Olası neden: 24.11 17:00 dönüş sözü tutulmadı"), "{shown}");
    assert!(!shown.contains("bugün 17:00"), "{shown}");
}

/// Every form for a screen reader: no box, no column, no mark that must be seen.
#[test]
fn everything_can_be_read_aloud() {
    let world = World::filled();
    for lang in ["tr", "en"] {
        for args in [
            &["desk", "--plain"][..],
            &["desk", "10014017", "--plain"],
            &["show", "10014017", "--plain"],
            &["find", "ışıl", "--plain"],
            &["why", "10014017", "alert", "bounced-cheque", "--plain"],
            &["why", "10014017", "offer", "money-market-fund", "--plain"],
            &["show", "10014017", "--list", "products"],
            &["show", "10014017", "--list", "transactions"],
            &["show", "10014017", "--list", "errors"],
            &["show", "10014017", "--list", "complaints"],
            &["show", "10030011", "--list", "people"],
        ] {
            let text = world.run(&[args, &["--lang", lang]].concat()).good().out;
            assert_harmless(&text);
            assert!(text.lines().count() > 1, "{args:?}\n{text}");
            let marks = ['─', '│', '▸', '✓', '✗', '▁', '█'];
            assert!(!text.contains(marks), "{args:?}\n{text}");
        }
    }
    let rows = world.run(&["show", "10014017", "--list", "transactions"]).good().out;
    assert!(rows.contains("24.11.2026 09:12") && rows.contains("23.11.2026 10:05"), "{rows}");
}
