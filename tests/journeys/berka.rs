//! A real bank in one command: the PKDD'99 data where it is present, else an invented bank of its layout.

use std::{fs, path::Path};

use serde_json::{Value, json};

use crate::world::{World, real_data, text};

fn czk(minor: i64) -> Value {
    json!({ "minor": minor, "currency": "CZK" })
}

#[test]
fn a_real_bank_with_its_exact_totals() {
    let Some(folder) = real_data("berka") else {
        return;
    };
    let world = World::new();
    let (code, report) = world.json(&["import", "berka", text(&folder)]);
    assert_eq!(code, 0, "{}", report["error"]);
    let totals = &report["totals"];
    assert_eq!(totals["customers"], 5_369);
    assert_eq!(totals["accounts"], 4_500);
    assert_eq!(totals["cards"], 892);
    assert_eq!(totals["loans"], json!({ "count": 682, "sum": czk(10_326_174_000) }));
    assert_eq!(totals["orders"], json!({ "count": 6_471, "sum": czk(2_122_899_360) }));
    assert_eq!(totals["transactions"], json!({ "count": 49_102, "sum": czk(31_548_644_980) }));
    assert_eq!(totals["credits"]["sum"], czk(17_736_629_630));
    for (status, count) in [("A", 203), ("B", 31), ("C", 403), ("D", 45)] {
        assert_eq!(totals["by_status"][status]["count"], count);
    }
    assert_eq!(totals["by_status"]["D"]["sum"], czk(1_121_780_400));
    assert_eq!(report["rejects"].as_array().unwrap().len(), 1, "{}", report["rejects"]);
    assert!(report["rejects"][0]["line"].as_u64().unwrap() > 49_000);
    assert_eq!(report["note_counts"]["balance_differs"], 54);
    assert_eq!(report["note_counts"]["negative"], 26);

    debtor_has_an_alert(&world, &folder);
    let before = world.state_hash();
    let (_, again) = world.json(&["import", "berka", text(&folder)]);
    assert_eq!(again["totals"], *totals);
    assert_eq!(world.state_hash(), before, "a second import changes nothing");
    let rebuilt = world.json(&["rebuild"]).1;
    assert_eq!(rebuilt["state_hash"], before.as_str());
}

/// The owner of a loan with status D is in debt: the screen says so first, and says why.
fn debtor_has_an_alert(world: &World, folder: &Path) {
    let loans = fs::read_to_string(folder.join("loan.asc")).unwrap();
    let account =
        loans.lines().find(|line| line.ends_with("\"D\"")).and_then(|line| line.split(';').nth(1)).unwrap();
    let disps = fs::read_to_string(folder.join("disp.asc")).unwrap();
    let owner = disps
        .lines()
        .map(|line| line.split(';').collect::<Vec<_>>())
        .find(|row| row[2] == account && row[3] == "\"OWNER\"")
        .map(|row| row[1].to_owned())
        .unwrap();
    alert_is_shown(world, &owner);
}

fn alert_is_shown(world: &World, owner: &str) {
    let (code, screen) = world.json(&["show", owner]);
    assert_eq!(code, 0, "{screen}");
    let first = &screen["alerts"][0];
    assert_eq!((&first["id"], &first["severity"]), (&json!("loan-overdue"), &json!("act_now")), "{screen}");
    let shown = world.run(&["show", owner]).good();
    assert!(shown.out.contains("!! ") && shown.out.contains(&format!("Müşteri {owner}")), "{}", shown.out);
    let (code, why) = world.json(&["why", owner, "alert", "loan-overdue"]);
    assert_eq!(code, 0, "{why}");
    assert!(why["why"].as_array().unwrap().iter().all(|part| part["held"] == true), "{why}");
    world.run(&["why", owner, "alert", "yok-boyle"]).refused(1, 2, &["yok-boyle"]);
}

/// Three invented customers in the layout's own forms, so the whole way is walked on any machine.
#[test]
fn an_invented_bank_of_the_layout() {
    let world = World::new();
    let folder = world.path("mini");
    fs::create_dir(&folder).unwrap();
    for (name, content) in MINI {
        fs::write(folder.join(name), content.trim_start().replace('\n', "\r\n").replace("    ", "")).unwrap();
    }
    let (code, report) = world.json(&["import", "berka", text(&folder)]);
    assert_eq!(code, 0, "{report}");
    assert_eq!(report["totals"]["customers"], 3, "{report}");
    assert_eq!(report["totals"]["loans"], json!({ "count": 2, "sum": czk(15_000_000) }));
    assert_eq!(report["totals"]["by_status"]["D"]["count"], 1);
    assert_eq!(report["totals"]["transactions"], json!({ "count": 2, "sum": czk(120_050) }));
    assert_eq!(world.json(&["verify"]).0, 0);
    alert_is_shown(&world, "2");
    let before = world.state_hash();
    world.run(&["import", "berka", text(&folder)]).good();
    assert_eq!(world.state_hash(), before);
}

const MINI: [(&str, &str); 8] = [
    (
        "district.asc",
        "
    A1;A2;A3;A4;A5;A6;A7;A8;A9;A10;A11;A12;A13;A14;A15;A16
    1;\"Ovacik\";\"Bati\";1000;0;0;0;1;1;100.0;12541;0.29;0.43;167;85677;99107
    ",
    ),
    (
        "client.asc",
        "
    \"client_id\";\"birth_number\";\"district_id\"
    1;\"706213\";1
    2;\"450204\";1
    3;\"406009\";1
    ",
    ),
    (
        "account.asc",
        "
    \"account_id\";\"district_id\";\"frequency\";\"date\"
    11;1;\"POPLATEK MESICNE\";930101
    12;1;\"POPLATEK TYDNE\";930102
    ",
    ),
    (
        "disp.asc",
        "
    \"disp_id\";\"client_id\";\"account_id\";\"type\"
    21;1;11;\"OWNER\"
    22;2;12;\"OWNER\"
    23;3;12;\"DISPONENT\"
    ",
    ),
    (
        "card.asc",
        "
    \"card_id\";\"disp_id\";\"type\";\"issued\"
    31;21;\"gold\";\"931107 00:00:00\"
    ",
    ),
    (
        "loan.asc",
        "
    \"loan_id\";\"account_id\";\"date\";\"amount\";\"duration\";\"payments\";\"status\"
    41;11;930705;50000;12;4166.00;\"A\"
    42;12;940705;100000;24;4166.00;\"D\"
    ",
    ),
    (
        "order.asc",
        "
    \"order_id\";\"account_id\";\"bank_to\";\"account_to\";\"amount\";\"k_symbol\"
    51;11;\"YZ\";\"87144583\";2452.00;\"SIPO\"
    ",
    ),
    (
        "trans.asc",
        "
    \"trans_id\";\"account_id\";\"date\";\"type\";\"operation\";\"amount\";\"balance\";\"k_symbol\";\"bank\";\"account\"
    61;11;930101;\"PRIJEM\";\"VKLAD\";1000.00;1000.00;\" \";\"\";
    62;11;930105;\"VYDAJ\";\"VYBER\";200.50;799.50;\" \";\"\";
    ",
    ),
];
