//! Packs as files: the demo bank's own, bad ones with their exact messages, and folders that are none.

use std::{fs, path::Path};

use rust_decimal::Decimal;

use super::{ENTRIES_MAX, FAULTS_MAX, FILE_BYTES_MAX, Fault, Pack, PackSource, ProductKind, SUMMARY_GROUPS};
use crate::{
    domain::channel::Touchpoint,
    flow,
    money::{Currency, Money},
    text::Lang,
    time::Day,
};

fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

fn embedded() -> Pack {
    Pack::load(&PackSource::Embedded).unwrap()
}

/// The demo pack in a folder, with some files replaced.
fn folder(replaced: &[(&str, &[u8])]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("flows")).unwrap();
    for (name, text) in Pack::embedded_files() {
        fs::write(dir.path().join(name), text).unwrap();
    }
    for (name, bytes) in replaced {
        fs::write(dir.path().join(name), bytes).unwrap();
    }
    dir
}

fn faults(dir: &Path) -> Vec<Fault> {
    flow::load(&PackSource::Dir(dir.to_owned())).map(drop).unwrap_err()
}

fn places(faults: &[Fault]) -> Vec<String> {
    let place =
        |fault: &Fault| format!("{}:{}:{} {}", fault.file, fault.line, fault.column, fault.message.id.key());
    faults.iter().map(place).collect()
}

/// Each folder under `fixtures/bad/packs` is refused with exactly the sentences beside it.
#[test]
fn bad_packs_are_refused_word_for_word() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/bad/packs");
    let mut cases = 0;
    for entry in fs::read_dir(root).unwrap() {
        let dir = entry.unwrap().path();
        let found = faults(&dir);
        let lines = |lang: Lang| -> String {
            let said = found.iter().map(Fault::said);
            said.flat_map(|said| [said.of(lang).to_owned(), "\n".to_owned()]).collect()
        };
        let found = format!("# tr\n{}# en\n{}", lines(Lang::Tr), lines(Lang::En));
        let expected = fs::read_to_string(dir.join("expected.txt")).unwrap();
        assert_eq!(found, expected, "{}", dir.display());
        assert!(!found.contains("pack-"), "a message without words: {found}");
        cases += 1;
    }
    assert!(cases >= 12, "{cases} cases");
}

#[test]
fn the_embedded_pack_and_its_copy_are_equal() {
    let copy = folder(&[]);
    let (copied, ..) = flow::load(&PackSource::Dir(copy.path().to_owned())).unwrap();
    assert_eq!(copied.hash(), embedded().hash());
    assert_eq!(copied.hash().len(), 64);
    let changed = folder(&[("touchpoints.toml", b"")]);
    fs::write(
        changed.path().join("touchpoints.toml"),
        format!("{}\n", fs::read_to_string(copy.path().join("touchpoints.toml")).unwrap()),
    )
    .unwrap();
    let changed = Pack::load(&PackSource::Dir(changed.path().to_owned())).unwrap();
    assert_ne!(changed.hash(), copied.hash(), "one byte more is another pack");
}

#[test]
fn other_files_of_a_folder_change_nothing() {
    let dir = folder(&[("okubeni.txt", b"x"), ("tekil.toml", b"not = [toml")]);
    let pack = Pack::load(&PackSource::Dir(dir.path().to_owned())).unwrap();
    assert_eq!(pack.hash(), embedded().hash());
}

#[test]
fn values_hold_from_their_day_on() {
    let pack = embedded();
    let tax = |on: &str| pack.decimal("tax.fx_transaction", day(on)).map(|rate| rate.to_string());
    for (on, rate) in [
        ("2020-05-23", None),
        ("2020-05-24", Some("1")),
        ("2020-09-29", Some("1")),
        ("2020-09-30", Some("0.2")),
        ("2026-11-24", Some("0.2")),
    ] {
        assert_eq!(tax(on).as_deref(), rate, "{on}");
    }
    let today = day("2026-11-24");
    assert_eq!(pack.number("complaints.window_days", today), Some(90));
    assert_eq!(pack.number("complaints.window_days", day("1998-12-31")), Some(90));
    assert_eq!(pack.number("fx.quote_seconds", today), Some(120));
    assert_eq!(pack.money("limits.agent", today), Some(Money::new(50_000_000, Currency::TRY)));
    assert_eq!(pack.number("limits.agent", today), None, "money is no number");
    assert_eq!(pack.decimal("no.such", today), None);
}

#[test]
fn bands_are_found_by_size() {
    let pack = embedded();
    for (term, rate) in [(0, "17.5"), (182, "17.5"), (183, "15"), (365, "15"), (366, "10"), (9_999, "10")] {
        let found = pack.banded("tax.withholding_try", term, day("2026-11-24"));
        assert_eq!(found, Decimal::from_str_exact(rate).ok(), "{term}");
    }
}

#[test]
fn holidays_and_half_days() {
    let pack = embedded();
    let calendar = pack.calendar();
    for (on, open, half) in [
        ("2026-03-19", true, true),
        ("2026-03-20", false, false),
        ("2026-10-28", true, true),
        ("2026-10-29", false, false),
        ("2026-11-24", true, false),
        ("2026-11-22", false, false),
        ("2027-05-19", false, false),
    ] {
        assert_eq!(calendar.is_business_day(day(on)), open, "{on}");
        assert_eq!(pack.is_half_day(day(on)), half, "{on}");
    }
    assert_eq!(calendar.on_or_after(day("2026-05-27")), Some(day("2026-06-01")));
}

#[test]
fn the_touchpoint_orders_the_summary() {
    let pack = embedded();
    let first = |touchpoint| pack.summary_order(touchpoint).first().cloned();
    assert_eq!(first(Touchpoint::CallCenter).as_deref(), Some("cards"));
    assert_eq!(first(Touchpoint::Branch).as_deref(), Some("demand"));
    for touchpoint in [Touchpoint::CallCenter, Touchpoint::Branch, Touchpoint::Ivr, Touchpoint::Digital] {
        assert_eq!(pack.summary_order(touchpoint).len(), SUMMARY_GROUPS.len());
    }
}

#[test]
fn the_demo_bank_sells_something_of_each_kind() {
    let pack = embedded();
    for kind in
        [ProductKind::Demand, ProductKind::Term, ProductKind::Card, ProductKind::Fund, ProductKind::Loan]
    {
        assert!(pack.products().iter().any(|product| product.kind == kind), "{kind:?}");
    }
}

#[test]
fn a_folder_that_is_none() {
    let dir = folder(&[]);
    let absent = dir.path().join("yok");
    assert_eq!(faults(&absent)[0].message.id.key(), "pack-folder-missing");
    let file = dir.path().join("pack.toml");
    assert_eq!(faults(&file)[0].message.id.key(), "pack-folder-not-one");
    for number in 0..=ENTRIES_MAX {
        fs::write(dir.path().join(format!("{number}.txt")), "").unwrap();
    }
    assert_eq!(faults(dir.path())[0].message.id.key(), "pack-folder-full");
}

#[test]
fn a_large_file_is_not_read() {
    let largest = vec![b' '; usize::try_from(FILE_BYTES_MAX).unwrap()];
    let dir = folder(&[("alerts.toml", &largest)]);
    assert!(flow::load(&PackSource::Dir(dir.path().to_owned())).is_ok());
    let larger = [largest, b" ".to_vec()].concat();
    let dir = folder(&[("alerts.toml", &larger)]);
    assert_eq!(places(&faults(dir.path())), ["alerts.toml:1:1 pack-file-too-large"]);
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_refused() {
    let dir = folder(&[]);
    fs::remove_file(dir.path().join("alerts.toml")).unwrap();
    std::os::unix::fs::symlink("/etc/passwd", dir.path().join("alerts.toml")).unwrap();
    assert_eq!(places(&faults(dir.path())), ["alerts.toml:1:1 pack-file-not-plain"]);
}

#[test]
fn faults_are_bounded_and_the_rest_is_counted() {
    let keys: Vec<String> = (0..FAULTS_MAX + 5).map(|number| format!("x{number} = 1")).collect();
    let text = keys.join("\n");
    let dir = folder(&[("products.toml", text.as_bytes())]);
    let found = faults(dir.path());
    assert_eq!(found.len(), FAULTS_MAX + 1);
    let last = found.last().unwrap().said();
    assert!(last.tr.contains("5 hata") && last.en.contains("5 more"), "{last:?}");
}
