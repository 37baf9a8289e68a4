//! Names that attack a terminal: imported, shown in every form, and harmless.

use std::fs;

use crate::world::{World, assert_harmless, text};

/// Given names as a hostile source might send them.
fn names() -> Vec<String> {
    vec![
        "\u{1b}[2J\u{1b}]0;title\u{7}ALİ".into(),
        "\u{9b}31mALİ".into(),
        "\u{202e}İLA\u{202c}".into(),
        "A\u{200b}L\u{2066}İ\u{2069}".into(),
        format!("A{}", "\u{301}".repeat(10_000)),
        "👨‍👩‍👧‍👦🏦 ALİ".into(),
        "A\0Lİ".into(),
        "A\u{7f}\u{85}Lİ\tX".into(),
        "﷽﷽﷽".into(),
        "W".repeat(200),
    ]
}

#[test]
fn no_raw_control_byte_leaves_and_amounts_stay_in_place() {
    let world = World::new();
    let folder = world.warehouse();
    let customers = folder.join("customers.csv");
    let content = fs::read_to_string(&customers).unwrap();
    let head: Vec<&str> = content.lines().next().unwrap().split(',').collect();
    let given = head.iter().position(|name| *name == "given").unwrap();
    let number = head.iter().position(|name| *name == "customer_no").unwrap();
    let people: Vec<Vec<&str>> = content.lines().skip(1).map(|line| line.split(',').collect()).collect();
    let hostile = names();
    let persons = people.iter().filter(|cells| cells[1] == "person");
    let numbers: Vec<&str> = persons.map(|cells| cells[number]).take(hostile.len()).collect();
    let mut lines = vec![head.join(",")];
    for cells in &people {
        let mut cells: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
        if let Some(at) = numbers.iter().position(|known| *known == cells[number]) {
            cells[given] = hostile[at].clone();
        }
        lines.push(cells.join(","));
    }
    fs::write(&customers, lines.join("\n") + "\n").unwrap();

    let plain = World::imported();
    let report = world.run(&["import", "warehouse", text(&folder)]).good();
    assert_harmless(&report.out);
    assert_harmless(&world.run(&["import", "warehouse", text(&folder), "--json"]).good().out);
    for number in numbers {
        let (code, screen) = world.json(&["show", number]);
        if code == 1 {
            // a row that could not be taken is a reject with its reason
            assert_harmless(&screen.to_string());
            continue;
        }
        for args in [&["show", number][..], &["show", number, "--plain"], &["show", number, "--json"]] {
            for lang in ["tr", "en"] {
                let shown = world.run(&[args, &["--lang", lang]].concat()).good();
                assert_harmless(&shown.out);
            }
        }
        let shown = world.run(&["show", number]).good().out;
        let usual = plain.run(&["show", number]).good().out;
        let below = |screen: &str| screen.lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(below(&shown), below(&usual), "only the name's row may differ");
        assert!(shown.lines().all(|row| row.chars().count() <= 80 + 2), "{shown}");
    }
    assert_harmless(&world.run(&["verify"]).good().out);
}
