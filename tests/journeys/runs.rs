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
    let (_, again) = world.json(&as_whom("gise", &reverse));
    assert_eq!((&asked["asked_before"], &again["asked_before"]), (&json!(false), &json!(true)), "{again}");
    assert_eq!(again["approval"], asked["approval"]);
    let (code, back) = world.json(&as_whom("yonetici", &reverse));
    assert_eq!((code, back["state"].as_str()), (0, Some("posted")), "{back}");
    assert_eq!(back["details"]["reverses"], posted["receipt"]);
    // what was taken back is not done, whoever asks again
    let (code, again) = post(&world, &priced);
    assert_eq!((code, again["error"]["code"].as_str()), (1, Some("already_reversed")), "{again}");
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
    world.run(&as_whom("gise", &["approve", approval])).refused(4, 1, &["yetkiniz yok: onaylamak"]);
    let (code, posted) = world.json(&as_whom("yonetici", &["approve", approval]));
    assert_eq!((code, posted["state"].as_str()), (0, Some("posted")), "{posted}");
    assert_eq!(posted["details"]["checker"], "yonetici");
    assert_eq!(post(&world, &priced).1["receipt"], posted["receipt"]);
    world.run(&["verify"]).good();
}

/// A reversal: what is said when it is asked for, asked for again, sent back, agreed to, and agreed to again.
#[test]
fn every_answer_about_a_reversal_is_true_of_a_reversal() {
    let world = World::filled();
    let (_, posted) = post(&world, &priced(&world, "4017-03"));
    let receipt = posted["receipt"].as_str().unwrap();
    let reverse = |reason| world.run(&as_whom("gise", &["reverse", receipt, "--reason", reason])).good().out;
    let waits = || {
        let (_, queue) = world.json(&as_whom("yonetici", &["approvals"]));
        let lines = queue.as_array().unwrap().clone();
        lines.into_iter().find(|line| line["reverses"]["receipt"] == receipt).expect("it waits")
    };
    let first = reverse("müşteri cayma bildirdi");
    assert!(first.contains("ikinci bir kişi") && !first.contains("sınırınız"), "{first}");
    let line = waits();
    let approval = line["approval"].as_str().unwrap();
    assert_eq!(line["reverses"]["reason"], "müşteri cayma bildirdi");

    let again = reverse("yanlış tutar");
    for said in ["zaten onay bekliyor", "gise", "müşteri cayma bildirdi", approval, "tekil return"] {
        assert!(again.contains(said), "{said} in {again}");
    }
    let back = as_whom("yonetici", &["return", approval, "--reason", "belge eksik"]);
    let back = world.run(&back).good().out;
    assert!(!back.contains("taslak") && back.contains("olduğu gibi") && back.contains(receipt), "{back}");
    assert!(world.run(&as_whom("gise", &["approvals", "--mine"])).good().out.contains("belge eksik"));

    reverse("müşteri cayma bildirdi");
    let approval = waits()["approval"].as_str().unwrap().to_owned();
    let approve = as_whom("yonetici", &["approve", &approval]);
    let paper = world.run(&approve).good().out;
    assert!(paper.starts_with("DEKONT") && paper.contains("\nGerekçe: müşteri cayma bildirdi\n"), "{paper}");
    assert!(!paper.contains("eksi "), "{paper}");
    let again = world.run(&approve).good().out;
    assert!(again.starts_with("Bunu ") && again.contains("onaylamıştınız"), "{again}");
    assert!(again.contains("KOPYA 1"), "{again}");
    world.run(&["verify"]).good();
}

/// What a receipt cannot be taken back for is said of that receipt alone.
#[test]
fn a_reversal_is_not_reversed_and_says_what_to_do() {
    let world = World::filled();
    let (_, posted) = post(&world, &priced(&world, "4017-03"));
    let reverse = |who, no| world.json(&as_whom(who, &["reverse", no, "--reason", "yanlış"]));
    let receipt = posted["receipt"].as_str().unwrap();
    assert_eq!(reverse("gise", receipt).0, 0);
    let (_, back) = reverse("yonetici", receipt);
    let (code, refused) = reverse("gise", back["receipt"].as_str().unwrap());
    assert_eq!((code, refused["error"]["code"].as_str()), (1, Some("not_reversible")), "{refused}");
    let said = refused["error"].to_string();
    assert!(said.contains(receipt) && !said.contains("vade") && !said.contains("matured"), "{said}");
}

/// What cannot be posted is refused before a price is read to anybody.
#[test]
fn an_order_that_does_not_fit_and_a_customer_that_is_missing_are_refused_at_once() {
    let world = World::filled();
    let flow = ["flow", "run", "break-fx-fund"];
    world.run(&flow).refused(2, 1, &["--customer"]);
    let whose = [&flow[..], &["--customer", DENIZ, "--set", "deposit=4017-03"]].concat();
    let amounts = |fx| [&whose[..], &["--set", fx, "--set", "fund_amount=300b"]].concat();
    let orders = world.json(&amounts("fx_amount=200b")).1["signed_orders"].clone();
    let order = orders[0].to_string();
    let named = |fx| [&amounts(fx)[..], &["--order", &order]].concat();
    assert_eq!(world.json(&named("fx_amount=200b")).0, 0);
    let (code, refused) = world.json(&named("fx_amount=100b"));
    assert_eq!((code, refused["error"]["code"].as_str()), (1, Some("order_unfit")), "{refused}");
    assert_eq!(world.json(&amounts("fx_amount=100b")).1["signed_orders"], json!([]));
}

/// Paper is counted wherever it is printed: the first is the original.
#[test]
fn the_first_print_is_the_original_and_every_later_one_a_copy() {
    let world = World::filled();
    let quote = priced(&world, "4017-03")["quote"]["id"].as_str().unwrap().to_owned();
    let commit = ["flow", "run", "break-fx-fund", "--quote", &quote, "--commit"];
    let first = world.run(&commit).good().out;
    assert!(first.contains("DEKONT") && !first.contains("KOPYA"), "{first}");
    let no = first.split_whitespace().nth(1).unwrap();
    assert!(world.run(&commit).good().out.contains("KOPYA 1"), "the same command again");
    assert!(world.run(&["receipt", no, "--lang", "en"]).good().out.contains("COPY 2"));

    let over = priced(&world, "4017-05");
    let (_, asked) = post(&world, &over);
    let approval = asked["approval"]["approval"].as_str().unwrap();
    let agreed = world.run(&as_whom("yonetici", &["approve", approval])).good().out;
    assert!(agreed.contains("DEKONT") && !agreed.contains("KOPYA"), "{agreed}");
    let no = agreed.split_whitespace().nth(1).unwrap();
    assert!(world.run(&["receipt", no]).good().out.contains("KOPYA 1"));
}

/// The demo bank's own run waits, and its maker is told what became of it.
#[test]
fn a_fresh_demo_has_a_run_to_approve_and_one_to_send_back() {
    let world = World::filled();
    let (_, queue) = world.json(&as_whom("yonetici", &["approvals"]));
    let line = &queue[0];
    assert_eq!(line["customer"], 10_017_516);
    assert_eq!(
        (line["title"]["tr"].as_str(), line["role"].as_str()),
        (Some("Boz → Döviz → Fon"), Some("agent"))
    );
    let approval = line["approval"].as_str().unwrap();
    let shown = world.run(&as_whom("yonetici", &["approvals"])).good().out;
    assert!(shown.contains("demo (MT)"), "{shown}");
    world.run(&["approvals"]).refused(4, 1, &["onay bekleyenlere bakmak"]);

    let back = |more: &[&str]| world.run(&as_whom("yonetici", &[&["return", approval], more].concat()));
    back(&[]).refused(1, 1, &["--reason"]);
    back(&["--reason", "imza eksik"]).good();
    let mine = world.run(&["approvals", "--mine"]).good().out;
    assert!(mine.contains("yonetici iade etti: imza eksik"), "{mine}");
    let (_, mine) = world.json(&["approvals", "--mine"]);
    assert_eq!(
        (mine[0]["state"].as_str(), mine[0]["reason"].as_str()),
        (Some("returned"), Some("imza eksik"))
    );

    let other = World::filled();
    let (_, again) = other.json(&as_whom("yonetici", &["approvals"]));
    assert_eq!(again[0]["approval"], approval, "the same bank has the same run");
    let (code, posted) = other.json(&as_whom("yonetici", &["approve", approval]));
    assert_eq!((code, posted["state"].as_str()), (0, Some("posted")), "{posted}");
    other.run(&["verify"]).good();
}

#[test]
fn an_expired_approval_leaves_the_queue_and_says_that_it_expired() {
    let world = World::filled();
    let (_, asked) = post(&world, &priced(&world, "4017-05"));
    let approval = asked["approval"]["approval"].as_str().unwrap();
    let late = |words: &[&str]| {
        let mut command = world.command();
        command.env("TEKIL_NOW", "2026-11-24T10:50:00+03:00").args(as_whom("yonetici", words));
        crate::world::Answer::of(&mut command)
    };
    assert!(!late(&["approvals"]).good().out.contains(approval));
    late(&["approve", approval]).refused(1, 1, &["Onay süresi", "10:44"]);
    late(&["return", approval, "--reason", "geç"]).refused(1, 1, &["Onay süresi", "10:44"]);
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

/// A yes of before it was sent back is none: it is priced again, which asks the customer again.
#[test]
fn what_was_sent_back_needs_a_new_price_and_a_new_yes() {
    let world = World::filled();
    let old = priced(&world, "4017-05");
    let (_, asked) = post(&world, &old);
    let approval = asked["approval"]["approval"].as_str().unwrap();
    world.run(&as_whom("yonetici", &["return", approval, "--reason", "imza eksik"])).good();
    let (code, again) = post(&world, &old);
    assert_eq!((code, again["error"]["code"].as_str()), (1, Some("read_again")), "{again}");
    let quote = old["quote"]["id"].as_str().unwrap();
    let (code, new) = world.json(&["flow", "run", "break-fx-fund", "--quote", quote]);
    assert_eq!((code, new["state"].as_str()), (0, Some("priced")), "{new}");
    assert_ne!(new["quote"]["id"], old["quote"]["id"]);
    assert_eq!(new["postings"], old["postings"]);
    let (code, asked) = post(&world, &new);
    assert_eq!((code, asked["state"].as_str()), (0, Some("awaiting_approval")), "{asked}");
    let approval = asked["approval"]["approval"].as_str().unwrap();
    assert_eq!(world.json(&as_whom("yonetici", &["approve", approval])).0, 0);
    world.run(&["verify"]).good();
}

/// A name that the sample bank does not know looks, and is told whose names move money.
#[test]
fn a_name_that_nobody_knows_looks_and_moves_no_money() {
    let world = World::filled();
    let quote = priced(&world, "4017-03")["quote"]["id"].as_str().unwrap().to_owned();
    world.run(&as_whom("ali", &["show", DENIZ])).good();
    let begin = ["flow", "run", "break-fx-fund", "--customer", DENIZ, "--set", "fx_amount=1b"];
    for words in [&begin[..], &["flow", "run", "break-fx-fund", "--quote", &quote, "--commit"]] {
        world.run(&as_whom("ali", words)).refused(4, 1, &["ali", "demo", "gise", "yonetici"]);
    }
    let (_, orders) = world.json(&as_whom("yonetici", &["outbox", "list"]));
    assert_eq!(orders["orders"].as_array().unwrap().len(), 0);
    let paper = world.run(&["flow", "run", "break-fx-fund", "--quote", &quote, "--commit"]).good().out;
    assert!(paper.contains("örnek banka, görüşme kaydı yoktur"), "{paper}");
}

/// `kalan` is the same before and after the amount that it is the rest of.
#[test]
fn a_field_is_set_once() {
    let world = World::new();
    world.run(&["demo", "--customers", "300"]).good();
    let run = ["flow", "run", "break-fx-fund", "--customer", "10014017"];
    let (code, found) = world.json(&[&run[..], &["--set", "fx_amount=1b", "--set", "fx_amount=2b"]].concat());
    assert_eq!((code, &found["error"]["code"]), (2, &json!("set_twice")), "{found}");
}

#[test]
fn the_order_of_amounts_does_not_matter() {
    let world = World::filled();
    let begin = ["flow", "run", "break-fx-fund", "--customer", DENIZ];
    let sets = ["fund_amount=kalan", "fx_amount=200b", "deposit=4017-03"];
    let run = |sets: &[&str]| {
        let sets: Vec<&str> = sets.iter().flat_map(|set| ["--set", set]).collect();
        world.json(&[&begin[..], &sets].concat())
    };
    let (code, one) = run(&sets);
    let (_, other) = run(&[sets[2], sets[1], sets[0]]);
    assert_eq!((code, &one["postings"]), (0, &other["postings"]), "{one}");
    let (code, much) = run(&["fx_amount=600b", "fund_amount=1b"]);
    assert_eq!(code, 1);
    assert!(much["error"].to_string().contains("Döviz için"), "{much}");
}
