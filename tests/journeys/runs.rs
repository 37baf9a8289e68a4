//! Flows without a screen: priced, posted once, agreed to by a second person, taken back.

use serde_json::{Value, json};

use crate::world::World;

const DENIZ: &str = "10014017";

fn as_whom<'a>(who: &'a str, words: &[&'a str]) -> Vec<&'a str> {
    [&["--operator", who], words].concat()
}

fn priced(world: &World, deposit: &str) -> Value {
    let set = format!("deposit={deposit}");
    let words = ["flow", "run", "break-fx-fund", "--customer", DENIZ, "--set", &set];
    let amounts = ["--set", "fx_amount=200b", "--set", "fund_amount=300b"];
    let (code, priced) = world.json(&[&words[..], &amounts].concat());
    assert_eq!(code, 0, "{priced}");
    for key in ["flow", "screens", "fields", "quote", "postings", "receipt", "state"] {
        assert!(priced.get(key).is_some(), "{key} in {priced}");
    }
    priced
}

fn post(world: &World, quote: &Value) -> (i32, Value) {
    let quote = quote["quote"]["id"].as_str().unwrap();
    world.json(&["flow", "run", "break-fx-fund", "--quote", quote, "--commit"])
}

#[test]
fn a_flow_is_posted_once_and_taken_back_by_two_people() {
    let world = World::filled();
    let priced = priced(&world, "4017-03");
    assert_eq!(priced["stays"], json!({ "minor": 16_104, "currency": "TRY" }));
    let (code, posted) = post(&world, &priced);
    assert_eq!((code, posted["state"].as_str()), (0, Some("posted")), "{posted}");
    assert_eq!(posted["postings"], priced["postings"]);
    let receipt = posted["receipt"].as_str().unwrap();
    assert_eq!(post(&world, &priced).1["receipt"], posted["receipt"], "the same command again");
    let paper = world.run(&["receipt", receipt]).good().out;
    assert!(paper.contains("beşyüzbinyüzellisekiz Türk lirası yirmiiki kuruş"), "{paper}");
    assert!(world.run(&["receipt", receipt, "--lang", "en"]).good().out.contains("COPY 1"));

    let reverse = ["reverse", receipt, "--reason", "yanlış müşteri"];
    assert_eq!(world.json(&reverse).0, 4, "an agent takes nothing back");
    let (code, asked) = world.json(&as_whom("gise", &reverse));
    assert_eq!((code, asked["state"].as_str()), (0, Some("awaiting_approval")), "{asked}");
    let (code, back) = world.json(&as_whom("yonetici", &reverse));
    assert_eq!((code, back["state"].as_str()), (0, Some("posted")), "{back}");
    assert_eq!(back["details"]["reverses"], posted["receipt"]);
    let (code, twice) = world.json(&as_whom("gise", &reverse));
    assert_eq!((code, twice["error"]["code"].as_str()), (1, Some("already_reversed")));
    let (_, orders) = world.json(&as_whom("yonetici", &["outbox", "list"]));
    assert_eq!((orders["open"].as_u64(), orders["orders"].as_array().unwrap().len()), (Some(0), 3));
    world.run(&["verify"]).good();
}

#[test]
fn above_the_limit_a_supervisor_approves() {
    let world = World::filled();
    let priced = priced(&world, "4017-05");
    let (code, asked) = post(&world, &priced);
    assert_eq!((code, asked["state"].as_str()), (0, Some("awaiting_approval")), "{asked}");
    let approval = asked["approval"]["approval"].as_str().unwrap();
    let (_, queue) = world.json(&as_whom("yonetici", &["approvals"]));
    assert!(queue.as_array().unwrap().iter().any(|line| line["approval"] == approval), "{queue}");
    assert_eq!(world.json(&as_whom("gise", &["approve", approval])).0, 4);
    let (code, posted) = world.json(&as_whom("yonetici", &["approve", approval]));
    assert_eq!((code, posted["state"].as_str()), (0, Some("posted")), "{posted}");
    assert_eq!(posted["details"]["checker"], "yonetici");
    assert_eq!(post(&world, &priced).1["receipt"], posted["receipt"]);
    world.run(&["verify"]).good();
}

/// A price is one customer's, for what it was held for.
#[test]
fn a_price_posts_only_what_it_was_held_for() {
    let world = World::filled();
    let first = priced(&world, "4017-03");
    let quote = first["quote"]["id"].as_str().unwrap();
    let posting = ["flow", "run", "break-fx-fund", "--quote", quote];
    let code = |more: &[&str]| world.json(&[&posting[..], more].concat());
    assert_eq!(code(&["--commit", "--customer", "10015518"]).0, 1, "another customer's price");
    assert_eq!(code(&["--commit", "--set", "fx_amount=1b"]).0, 2, "other amounts than were priced");
    assert_eq!(code(&["--set", "fx_amount=400b"]).0, 2, "other amounts under the price");
    let (_, orders) = world.json(&as_whom("yonetici", &["outbox", "list"]));
    assert_eq!(orders["orders"].as_array().unwrap().len(), 0);
    assert_eq!(post(&world, &first).1["postings"], first["postings"]);
}

/// Runs are measured on a copy: nothing of the bank changes.
#[test]
fn runs_of_a_flow_are_measured_on_a_copy() {
    let world = World::filled();
    let before = world.state_hash();
    let bench = ["bench", "commit", "--customers", "10", "--flow", "break-fx-fund", "--writers"];
    let amounts = ["--set", "fx_amount=1b", "--set", "fund_amount=2b"];
    let (code, measured) = world.json(&[&bench[..], &["1"], &amounts].concat());
    assert_eq!(code, 0, "{measured}");
    let run = &measured["flow"]["runs"][0];
    assert_eq!(run["writers"], json!(1));
    assert!(run["postings"].as_u64().unwrap() > 0, "{measured}");
    assert_eq!(world.state_hash(), before);
    let (code, few) = world.json(&[&bench[..], &["1000"], &amounts].concat());
    assert_eq!((code, few["error"]["code"].as_str()), (1, Some("too_few_customers")), "{few}");
    let (code, unknown) = world.json(&["bench", "commit", "--customers", "10", "--flow", "bilmem"]);
    assert_eq!((code, unknown["error"]["code"].as_str()), (1, Some("unknown_flow")), "{unknown}");
}
