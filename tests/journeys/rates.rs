//! Rates of the central bank.

use std::fs;

use crate::world::{World, real_data, text};

#[test]
fn the_central_banks_file_of_a_real_day() {
    let Some(file) = real_data("rates/today.xml") else {
        return;
    };
    let world = World::new();
    let (code, report) = world.json(&["import", "rates", text(&file)]);
    assert_eq!(code, 0, "{report}");
    assert_eq!(report["files"][0]["accepted"], 18, "{report}");
    let rates = report["totals"]["rates"].as_array().unwrap();
    let yen = rates.iter().find(|rate| rate["currency"] == "JPY").unwrap();
    assert_eq!((rates.len(), &yen["unit"]), (18, &100.into()), "{yen}");
    let before = world.state_hash();
    world.run(&["import", "rates", text(&file)]).good();
    assert_eq!(world.state_hash(), before);
}

#[test]
fn a_file_that_is_no_rates_file_is_refused() {
    let world = World::new();
    fs::write(world.path("today.xml"), "<html><body>404</body></html>").unwrap();
    let answer = world.run(&["import", "rates", "today.xml"]);
    assert_eq!(answer.code, 2, "{answer:?}");
    assert!(answer.err.contains("today.xml"), "{answer:?}");
    assert!(!world.store().exists());
}

/// An invented bulletin of two currencies; one has no selling rate.
const BULLETIN: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<Tarih_Date Tarih=\"23.11.2026\" Date=\"11/23/2026\">
<Currency Kod=\"USD\" CurrencyCode=\"USD\"><Unit>1</Unit><ForexBuying>41.1000</ForexBuying>
<ForexSelling>41.2000</ForexSelling></Currency>
<Currency Kod=\"JPY\" CurrencyCode=\"JPY\"><Unit>100</Unit><ForexBuying>27.5</ForexBuying>
<ForexSelling/></Currency>
</Tarih_Date>
";

#[test]
fn an_import_of_rates_says_the_day_and_lists_what_was_stored() {
    let world = World::new();
    fs::write(world.path("today.xml"), BULLETIN).unwrap();
    for (lang, said, other) in [
        ("tr", "Kur: 23.11.2026 günü, 2 para birimi", "Müşteri"),
        ("en", "Rates: of 23.11.2026, currencies 2", "Customers"),
    ] {
        let answer = world.run(&["import", "rates", "today.xml", "--lang", lang]).good();
        assert!(answer.out.contains(said) && !answer.out.contains(other), "{}", answer.out);
    }
    let (_, report) = world.json(&["import", "rates", "today.xml"]);
    let of = |number: usize| {
        let rate = &report["totals"]["rates"][number];
        ["day", "currency", "unit", "buying", "selling"].map(|key| rate[key].clone())
    };
    let day = serde_json::json!("2026-11-23");
    let dollar = [day.clone(), "USD".into(), 1.into(), "41.1000".into(), "41.2000".into()];
    let yen = [day, "JPY".into(), 100.into(), "27.5".into(), serde_json::Value::Null];
    assert_eq!([of(0), of(1)], [dollar, yen], "{report}");
}
