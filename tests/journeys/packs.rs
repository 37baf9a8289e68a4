//! A bank's own pack: copied, edited, checked, used; and a store that belongs to another.

use std::{fs, path::Path};

use crate::world::{World, text};

#[test]
fn a_copy_of_the_pack_is_sound_and_nothing_is_overwritten() {
    let world = World::new();
    world.run(&["init", "banka"]).good();
    world.run(&["pack", "check", "banka/pack"]).good();
    let settings = fs::read_to_string(world.path("banka/tekil.env")).unwrap();
    assert!(settings.contains("TEKIL_PACK=") && settings.contains("TEKIL_STORE="), "{settings}");
    fs::write(world.path("banka/pack/alerts.toml"), "benim").unwrap();
    world.run(&["init", "banka"]).refused(2, 2, &["banka", "üzerine yazılmadı"]);
    assert_eq!(fs::read_to_string(world.path("banka/pack/alerts.toml")).unwrap(), "benim");
}

#[test]
fn the_settings_file_works_in_a_shell() {
    let world = World::new();
    world.run(&["init", "banka"]).good();
    let mut shell = std::process::Command::new("sh");
    shell.env_clear().env("HOME", world.path("")).args([
        "-c",
        "set -a; . \"$1\"; set +a; exec \"$2\" --json",
        "sh",
        text(&world.path("banka/tekil.env")),
        env!("CARGO_BIN_EXE_tekil"),
    ]);
    let answer = crate::world::Answer::of(&mut shell).good();
    assert!(answer.out.contains("banka/bank"), "{answer:?}");
}

#[test]
fn a_typo_in_a_pack_is_named_with_its_place_in_both_languages() {
    let world = World::new();
    world.run(&["init", "banka"]).good();
    let alerts = world.path("banka/pack/alerts.toml");
    let good = fs::read_to_string(&alerts).unwrap();
    let typo = good.replacen("severity", "severty", 1);
    let line = 1 + typo.lines().position(|line| line.contains("severty")).unwrap();
    fs::write(&alerts, typo).unwrap();
    let place = format!("alerts.toml:{line}:");
    for lang in ["tr", "en"] {
        for args in [&["pack", "check", "banka/pack"][..], &["--pack", "banka/pack"]] {
            let args = [args, &["--lang", lang]].concat();
            let answer = world.run(&args);
            assert_eq!(answer.code, 2, "{answer:?}");
            assert!(answer.err.contains(&place) && answer.err.contains("severity"), "{answer:?}");
        }
    }
    let (code, document) = world.json(&["pack", "check", "banka/pack"]);
    assert_eq!(code, 2);
    let faults = document["error"]["faults"].as_array().unwrap();
    let fault = faults.iter().find(|fault| fault["line"] == line).unwrap_or_else(|| panic!("{document}"));
    for lang in ["tr", "en"] {
        assert!(fault["message"][lang].is_string(), "{document}");
    }
}

/// What a bank does first with its copy: a name of its own, and no demo.
fn make_real(pack: &Path) {
    let copied = fs::read_to_string(pack).unwrap();
    assert!(copied.contains("\ndemo = true\n"), "{copied}");
    let own = copied.replacen("\ndemo = true\n", "\n", 1).replacen(
        "name = \"demo-bank\"",
        "name = \"benim-banka\"",
        1,
    );
    fs::write(pack, own).unwrap();
}

#[test]
fn a_changed_rule_changes_the_alerts_of_the_demo_bank_without_a_compiler() {
    let world = World::new();
    world.run(&["init", "banka"]).good();
    let first = world.run(&["--pack", "banka/pack"]).good();
    assert!(first.out.contains("E-posta eksik"), "{}", first.out);
    let rules = world.path("banka/pack/alerts.toml");
    let changed = fs::read_to_string(&rules).unwrap().replace("E-posta eksik", "E-posta sorulacak");
    fs::write(&rules, changed).unwrap();
    let shown = world.run(&["show", "10014017", "--pack", "banka/pack"]).good();
    assert!(shown.out.contains("E-posta sorulacak"), "{}", shown.out);
    assert!(!shown.out.contains("E-posta eksik"), "{}", shown.out);
    let embedded = world.run(&["show", "10014017"]).good();
    assert!(embedded.out.contains("E-posta eksik"), "{}", embedded.out);
}

#[test]
fn a_demo_store_and_a_banks_own_pack_do_not_mix() {
    let world = World::filled();
    world.run(&["init", "banka"]).good();
    // the copy as it was written is the same pack
    let own = world.path("banka/pack/pack.toml");
    world.run(&["--pack", "banka/pack"]).good();
    make_real(&own);
    world.run(&["pack", "check", "banka/pack"]).good();
    let before = world.state_hash();
    for args in [&["--pack", "banka/pack"][..], &["--pack", "banka/pack", "show", "1"]] {
        world.run(args).refused(2, 2, &["demo-bank", "benim-banka", "--store"]);
    }
    let folder = world.warehouse();
    let import = ["import", "warehouse", text(&folder), "--pack", "banka/pack"];
    world.run(&import).refused(2, 2, &["demo-bank", "benim-banka"]);
    assert_eq!(world.state_hash(), before);

    // the bank's own store: its owner may import, nobody is believed by name, and the demo pack is refused
    let own_store = [&import[..], &["--store", "kendi"]].concat();
    world.run(&own_store).good();
    world.run(&["--store", "kendi"]).refused(2, 2, &["demo-bank", "benim-banka"]);
    let own = ["--store", "kendi", "--pack", "banka/pack"];
    let by_name = [&own[..], &["show", "1", "--operator", "yonetici"]].concat();
    world.run(&by_name).refused(4, 2, &["yonetici"]);
    let (_, start) = world.json(&own);
    let customer = start["next"][0].as_str().unwrap().split_whitespace().nth(2).unwrap().to_owned();
    let by_owner = [&own[..], &["show", &customer]].concat();
    world.run(&by_owner).refused(4, 2, &["yetki"]);
    let bench = [&own[..], &["bench", "commit", "--customers", "10"]].concat();
    world.run(&bench).refused(2, 2, &["--store"]);
}

/// The bank's own store follows its pack: another text under the same name is published, once, with a trace.
#[test]
fn a_changed_pack_of_a_banks_own_is_published_with_a_trace() {
    let world = World::new();
    world.run(&["init", "banka"]).good();
    make_real(&world.path("banka/pack/pack.toml"));
    let folder = world.warehouse();
    let own = ["--store", "kendi", "--pack", "banka/pack"];
    world.run(&[&["import", "warehouse", text(&folder)][..], &own].concat()).good();
    let traces = || {
        let (code, found) = world.json(&["verify", "--store", "kendi"]);
        assert_eq!(code, 0, "{found}");
        found["checked"]["traces"].as_u64().unwrap()
    };
    let before = traces();
    world.run(&own).good();
    assert_eq!(traces(), before, "the same pack is in force already");
    let rules = world.path("banka/pack/alerts.toml");
    let changed = fs::read_to_string(&rules).unwrap().replace("E-posta eksik", "E-posta sorulacak");
    fs::write(&rules, changed).unwrap();
    for _ in 0..2 {
        world.run(&own).good();
        assert_eq!(traces(), before + 1);
    }
}

#[test]
fn an_empty_store_under_a_banks_own_pack_is_not_filled_with_invented_people() {
    let world = World::new();
    world.run(&["init", "banka"]).good();
    let own = world.path("banka/pack/pack.toml");
    make_real(&own);
    world.run(&["--pack", "banka/pack"]).refused(1, 1, &["Depo boş"]);
    assert!(!world.store().exists());
}

#[test]
fn roles_of_the_demo_bank_see_what_they_may() {
    let world = World::filled();
    let (_, start) = world.json(&[]);
    let customer = start["next"][0].as_str().unwrap().split_whitespace().nth(2).unwrap().to_owned();
    for (operator, code) in
        [("demo", 0), ("gise", 0), ("yonetici", 0), ("denetci", 0), ("admin", 4), ("herkes", 0)]
    {
        let answer = world.run(&["show", &customer, "--operator", operator]);
        assert_eq!(answer.code, code, "{operator}: {answer:?}");
    }
}
