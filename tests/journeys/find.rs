//! Finding people as hurried people type: wrong keyboard, wrong letters, any number.

use std::{collections::BTreeSet, fs};

use serde_json::{Value, json};

use crate::world::{World, assert_harmless, text};

/// A bank whose people have the letters that other keyboards lack.
fn bank() -> World {
    let world = World::new();
    let folder = world.warehouse();
    let people = [
        (101, "Işıl", "Yılmaz"),
        (102, "IŞIL", "YILMAZER"),
        (103, "Isil", "Yilmaz"),
        (104, "Işılay", "Yıldız"),
        (105, "İbrahim Çağrı", "Göğüş"),
        (106, "Şule", "Öztürk"),
        (107, "Kâzım", "Ünlü"),
    ];
    let path = folder.join("customers.csv");
    let content = fs::read_to_string(&path).unwrap();
    let head: Vec<&str> = content.lines().next().unwrap().split(',').collect();
    let mut lines = content.trim_end().to_owned();
    for (no, given, family) in people {
        let cell = |name: &&str| match *name {
            "customer_no" => no.to_string(),
            "kind" => "person".to_owned(),
            "given" => given.to_owned(),
            "family" => family.to_owned(),
            _ => String::new(),
        };
        lines.push('\n');
        lines.push_str(&head.iter().map(cell).collect::<Vec<_>>().join(","));
    }
    fs::write(&path, lines + "\n").unwrap();
    world.run(&["import", "warehouse", text(&folder)]).good();
    world
}

fn customers(found: &Value) -> BTreeSet<u64> {
    found.as_array().unwrap().iter().map(|hit| hit["customer"].as_u64().unwrap()).collect()
}

#[test]
fn every_spelling_and_slip_finds_the_same_people() {
    let world = bank();
    let find = |words: &str| customers(&world.json(&["find", words]).1);
    let isil = find("ışıl");
    assert!(isil.is_superset(&[101, 102, 103, 104].into()), "{isil:?}");
    for spelling in ["IŞIL", "isil", "Isıl", "ISIL", "Işıl"] {
        assert_eq!(find(spelling), isil, "{spelling}");
    }
    for (typed, meant) in [
        ("isil yilmz", 101),
        ("yilmaz isil", 101),
        ("issil yılmaz", 101),
        ("iisl yilmaz", 101),
        ("ibrahm gogus", 105),
        ("çagri göğüş", 105),
        ("sule ozturk", 106),
        ("sule oztukr", 106),
        ("kazim unlu", 107),
        ("kazımünlü", 107),
    ] {
        assert!(find(typed).contains(&meant), "{typed}");
    }
    // the very letters first
    assert_eq!(world.json(&["find", "ışıl yılmaz"]).1[0]["customer"], 101);
    assert_eq!(world.json(&["find", "isil", "yilmaz"]).1[0]["customer"], 103);
    assert_eq!(world.json(&["find", "isil", "--limit", "2"]).1.as_array().unwrap().len(), 2);
}

#[test]
fn every_number_of_a_customer_finds_it() {
    let world = World::filled();
    let kinds = |words: &str| {
        let (code, found) = world.json(&["find", words]);
        assert_eq!(code, 0, "{words}: {found}");
        let hit = found.as_array().unwrap().iter().find(|hit| hit["customer"] == 10_014_017).cloned();
        hit.unwrap_or_else(|| panic!("{words}: {found}"))["matched_on"].clone()
    };
    assert_eq!(kinds("10014017"), "customer_no");
    assert_eq!(kinds("1001"), "customer_no");
    assert_eq!(kinds("****4017"), "number_end");
    assert_eq!(kinds("14017"), "number_end");
    assert_eq!(kinds("0014017"), "number_end");
    for iban in IBANS {
        assert_eq!(kinds(iban), "iban");
    }
    assert_eq!(kinds("10000178142"), "identity");
    assert_eq!(kinds("+905001234517"), "phone");
    assert_eq!(kinds("0 (500) 123 45 17"), "phone");
    assert_eq!(world.json(&["find", "10000178143"]), (1, json!([])));
}

/// An account of the customer, as it stands on a card, in one piece and as hurried fingers type it.
const IBANS: [&str; 3] =
    ["TR08 0099 9000 0000 1001 4017 01", "TR080099900000001001401701", " tr08 00999 0 00000010 01401701 "];

#[test]
fn a_first_name_comes_before_a_family_name() {
    let world = World::new();
    world.run(&["demo", "--customers", "300"]).good();
    let first = world.json(&["find", "DENİZ"]).1[0]["name"].as_str().unwrap().to_owned();
    assert!(first.starts_with("DENİZ "), "{first}");
}

#[test]
fn nobody_is_an_empty_list_and_a_sentence() {
    let world = World::filled();
    assert_eq!(world.json(&["find", "zzyzx qqq"]), (1, json!([])));
    for (lang, word) in [("tr", "Kimse bulunamadı"), ("en", "Nobody was found")] {
        let answer = world.run(&["find", "zzyzx", "--lang", lang]);
        assert_eq!(answer.code, 1);
        assert!(answer.out.contains(word), "{answer:?}");
    }
    // a part of a number that is kept as a hash finds nobody, and that is said
    for typed in ["050012345", "TR51 0099", "9999 888"] {
        assert!(world.run(&["find", typed]).out.contains("Telefonu, TCKN'yi, IBAN'ı tam yazın"), "{typed}");
        let said = world.run(&["find", typed, "--lang", "en"]).out;
        assert!(said.contains("phone, identity no. or IBAN in full"), "{typed}: {said}");
    }
    world.run(&["find"]).refused(2, 4, &["METİN"]);
    world.run(&["find", "ali", "--limit", "0"]).refused(2, 2, &["--limit"]);
}

#[test]
fn hostile_words_are_harmless() {
    let world = World::filled();
    let long = "ı".repeat(10_000);
    let words = [
        long.as_str(),
        "\u{1b}[2J\u{9b}31m",
        "\u{202e}liŞ",
        "'; DROP TABLE",
        "%_*?[](){}\\",
        "999999999999999999999999999999",
        "TR00 0000 0000 0000 0000 0000 00",
        "a b c d e f g h i j k l",
        "👨‍👩‍👧‍👦",
        " ",
    ];
    for word in words {
        let answer = world.run(&["find", word]);
        assert!(matches!(answer.code, 0 | 1), "{word:?}: {answer:?}");
        assert_harmless(&answer.out);
        world.json(&["find", word]);
    }
}

#[test]
fn who_searches_leaves_a_trace_and_names_stay_masked() {
    let world = bank();
    let before = world.state_hash();
    let shown = world.run(&["find", "ışıl"]).good().out;
    assert!(
        shown.contains("IŞIL Y****Z") && !shown.contains("YILMAZ") && !shown.contains("Yılmaz"),
        "{shown}"
    );
    assert_ne!(world.state_hash(), before, "a search is a record");
    assert_eq!(world.run(&["find", "ışıl", "--operator", "admin"]).code, 4);
}
