//! Flows as a process owner meets them: listed, described, copied, broken, repaired, without a compiler.

use std::fs;

use crate::{
    desk::{leave, start},
    world::World,
};

#[test]
fn flows_are_listed_and_described() {
    let world = World::new();
    let (code, list) = world.json(&["flow", "list"]);
    assert_eq!(code, 0);
    assert_eq!((&list[0]["flow"], &list[0]["screens"]), (&"break-fx-fund".into(), &3.into()), "{list}");
    assert_eq!(list[0]["title"]["tr"], "Boz → Döviz → Fon");
    let (code, flow) = world.json(&["flow", "describe", "break-fx-fund"]);
    assert_eq!(code, 0);
    let kits: Vec<&str> =
        flow["legs"].as_array().unwrap().iter().map(|leg| leg["kit"].as_str().unwrap()).collect();
    assert_eq!(kits, ["deposit.break", "fx.buy", "fund.buy"]);
    assert!(flow["figures"].as_array().unwrap().iter().any(|figure| figure["figure"] == "stays"), "{flow}");
    for lang in ["tr", "en"] {
        let said = world.run(&["flow", "describe", "break-fx-fund", "--lang", lang]).good();
        assert!(said.out.contains("fx_amount") && said.out.contains("limits.agent"), "{said:?}");
        world.run(&["flow", "list", "--lang", lang]).good();
    }
    world.run(&["flow", "describe", "break-fx-fond"]).refused(1, 2, &["break-fx-fond", "break-fx-fund"]);
}

#[test]
fn an_owner_breaks_a_copy_and_repairs_it() {
    let world = World::new();
    world.run(&["init", "banka"]).good();
    let pack = ["--pack", "banka/pack"];
    let with = |words: &[&'static str]| [words, &pack[..]].concat();
    world.run(&with(&["flow", "check"])).good();
    let original = fs::read_to_string(world.path("banka/pack/flows/break-fx-fund.toml")).unwrap();
    let mine = world.path("banka/pack/flows/benim.toml");
    let own = original.replacen("id = \"break-fx-fund\"", "id = \"benim\"", 1);
    fs::write(&mine, own.replacen("figure = \"deposit_wait\"", "figure = \"deposit_wiat\"", 1)).unwrap();
    for lang in ["tr", "en"] {
        for words in [
            &with(&["flow", "check"])[..],
            &with(&["flow", "check", "banka/pack/flows/benim.toml"]),
            &["pack", "check", "banka/pack"],
            &with(&["flow", "list"]),
        ] {
            let answer = world.run(&[words, &["--lang", lang]].concat());
            assert_eq!(answer.code, 2, "{answer:?}");
            assert!(answer.err.contains("benim.toml:") && answer.err.contains("deposit_wait"), "{answer:?}");
        }
    }
    let (code, document) = world.json(&with(&["flow", "check"]));
    assert_eq!((code, &document["error"]["code"]), (2, &"bad_flow".into()), "{document}");
    fs::write(&mine, own).unwrap();
    world.run(&["pack", "check", "banka/pack"]).good();
    let (code, checked) = world.json(&with(&["flow", "check"]));
    assert_eq!((code, checked["flows"].as_array().unwrap().len()), (0, 2), "{checked}");
    let (code, checked) = world.json(&with(&["flow", "check", "banka/pack/flows/benim.toml"]));
    assert_eq!((code, &checked["flows"][0]), (0, &"benim".into()), "{checked}");
}

#[test]
fn the_bank_with_hours_is_sound() {
    let world = World::new();
    let dir = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/hours-bank/pack");
    world.run(&["pack", "check", dir]).good();
    world.run(&["flow", "check", "--pack", dir]).good();
    let bank = ["--pack", dir, "--now", "2026-11-24T10:42:00+03:00"];
    world.run(&[&["demo", "--customers", "100"][..], &bank].concat()).good();
    let ask = ["flow", "run", "break-fx-fund", "--customer", "10014017"];
    let set = ["--set", "fx_amount=200b", "--set", "fund_amount=kalan"];
    let (code, priced) = world.json(&[&ask[..], &set, &bank].concat());
    assert_eq!(code, 0, "{priced}");
    let quote = priced["quote"]["id"].as_str().unwrap();
    let (code, posted) = world.json(&[&ask[..3], &["--quote", quote, "--commit"], &bank].concat());
    assert_eq!((code, posted["state"].as_str()), (0, Some("posted")), "{posted}");
}

/// A limit that begins later: the check says so before a clerk reads a price that cannot be posted.
#[test]
fn a_value_that_begins_later_is_named_on_the_day_of_the_check() {
    let world = World::new();
    world.run(&["init", "banka"]).good();
    let parameters = world.path("banka/pack/parameters.toml");
    let limit = |from: &str| format!("valid_from = {from}, value = {{ amount = \"500000.00\"");
    let later =
        fs::read_to_string(&parameters).unwrap().replacen(&limit("2020-01-01"), &limit("2030-01-01"), 1);
    fs::write(&parameters, later).unwrap();
    for words in [
        &["pack", "check", "banka/pack"][..],
        &["flow", "check", "--pack", "banka/pack"],
        &["flow", "check", "banka/pack/flows/break-fx-fund.toml", "--pack", "banka/pack"],
    ] {
        let on = |now: &'static str| world.run(&[words, &["--now", now]].concat());
        on("2030-01-01T10:42:00+03:00").good();
        let answer = on("2029-12-31T10:42:00+03:00");
        assert_eq!(answer.code, 2, "{answer:?}");
        assert!(answer.err.contains("break-fx-fund.toml:19:9: agent: limits.agent"), "{answer:?}");
    }
}

/// A copy with a key, a field, a label and a limit of its own: checked, then worked with, by the same program.
#[test]
fn an_owners_copy_is_in_the_menu_and_runs() {
    let world = World::new();
    world.run(&["init", "banka"]).good();
    let pack = ["--pack", "banka/pack"];
    let with = |words: &[&'static str]| [words, &pack[..]].concat();
    let original = fs::read_to_string(world.path("banka/pack/flows/break-fx-fund.toml")).unwrap();
    let own = |key: &str| {
        let note = "[[field]]\nid = \"note\"\nkind = \"text\"\nmost = 20\noptional = true\n\
            label = { tr = \"Not\", en = \"Note\" }\n\n[[field]]\nid = \"answer\"";
        let line = "fields = [\"fx_purpose\"] },\n    { label = { tr = \"Not\", en = \"Note\" }, fields = [\"note\"] },";
        original
            .replacen("id = \"break-fx-fund\"", &format!("id = \"benim\"\nkey = \"{key}\""), 1)
            .replacen("tr = \"Boz→döviz→fon\"", "tr = \"Bizim akış\"", 1)
            .replacen("agent = \"limits.agent\"", "agent = \"limits.teller\"", 1)
            .replacen("[[field]]\nid = \"answer\"", note, 1)
            .replacen("fields = [\"fx_purpose\"] },", line, 1)
    };
    let mine = world.path("banka/pack/flows/benim.toml");
    // a key that a keymap of the program has for something else
    fs::write(&mine, own("h")).unwrap();
    for (lang, other) in [("tr", "Hareketleri göster"), ("en", "Show the transactions")] {
        for words in [&with(&["flow", "check"])[..], &["pack", "check", "banka/pack"]] {
            let answer = world.run(&[words, &["--lang", lang]].concat());
            assert_eq!(answer.code, 2, "{answer:?}");
            assert!(answer.err.contains("benim.toml:8:7: ") && answer.err.contains(other), "{answer:?}");
        }
    }
    fs::write(&mine, own("w")).unwrap();
    world.run(&with(&["flow", "check"])).good();
    world.run(&with(&["demo", "--customers", "100"])).good();
    let ask = ["flow", "run", "benim", "--customer", "10014017"];
    let set = ["--set", "fx_amount=200b", "--set", "fund_amount=kalan", "--set", "note=x"];
    let (code, priced) = world.json(&with(&[&ask[..], &set[..]].concat()));
    assert_eq!((code, &priced["fields"]["note"]), (0, &"x".into()), "{priced}");
    let mut terminal = start(&world, &pack);
    terminal.press(b"1");
    terminal.until("the customer", |shown| shown.row(12).contains("g t"));
    terminal.press(b"i");
    terminal.until_text("w  Bizim akış");
    terminal.press(b"w");
    terminal.until("the flow", |shown| shown.row(0).contains("Boz → Döviz → Fon"));
    leave(terminal);
}
