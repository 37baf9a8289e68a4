//! Flows as files: the demo bank's own, bad ones with their exact messages, an owner's changes.

use std::{fs, path::Path};

use super::*;
use crate::{
    flow::{self, check_file},
    pack::PackSource,
    text::Lang,
};

fn house() -> (Pack, Rules) {
    let (pack, rules, _) = flow::load(&PackSource::Embedded).unwrap();
    (pack, rules)
}

fn demo_flow() -> String {
    let files = Pack::embedded_files();
    files.iter().find(|(name, _)| *name == "flows/break-fx-fund.toml").unwrap().1.to_owned()
}

/// Each folder under `fixtures/bad/flows` holds a flow that is refused with exactly the sentences beside it.
#[test]
fn bad_flows_are_refused_word_for_word() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/bad/flows");
    let (pack, rules) = house();
    let mut cases = 0;
    for entry in fs::read_dir(root).unwrap() {
        let dir = entry.unwrap().path();
        let name = format!("{}.toml", dir.file_name().unwrap().to_str().unwrap());
        let file = PackFile::from_bytes(&name, fs::read(dir.join(&name)).unwrap()).unwrap();
        let faults = check_file(&file, &pack, &rules, None).unwrap_err();
        let lines = |lang: Lang| -> String {
            let said = faults.iter().map(Fault::said);
            said.flat_map(|said| [said.of(lang).to_owned(), "\n".to_owned()]).collect()
        };
        let found = format!("# tr\n{}# en\n{}", lines(Lang::Tr), lines(Lang::En));
        let expected = fs::read_to_string(dir.join("expected.txt")).unwrap_or_default();
        assert_eq!(found, expected, "{}", dir.display());
        assert!(
            !found.contains("flow-") || found.contains("deposit-flow"),
            "a message without words: {found}"
        );
        cases += 1;
    }
    assert!(cases >= 18, "{cases} cases");
}

#[test]
fn the_demo_banks_flow_is_sound_and_three_screens_long() {
    let (_, _, flows) = flow::load(&PackSource::Embedded).unwrap();
    let flow = flows.get("break-fx-fund").unwrap();
    assert_eq!(
        flow.screens.iter().map(|screen| (screen.priced, screen.commits)).collect::<Vec<_>>(),
        [(false, false), (true, false), (true, true)]
    );
    assert_eq!(flow.revision, blake3::hash(demo_flow().as_bytes()).to_hex().to_string());
    assert_eq!(flows.menu().len(), 1);
}

#[test]
fn an_owner_copies_a_flow_changes_it_and_it_runs() {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in Pack::embedded_files() {
        fs::create_dir_all(dir.path().join(name).parent().unwrap()).unwrap();
        fs::write(dir.path().join(name), text).unwrap();
    }
    let own = demo_flow()
        .replace("id = \"break-fx-fund\"", "id = \"benim-akisim\"")
        .replace("agent = \"limits.agent\"", "agent = \"limits.teller\"")
        .replace("tr = \"Bugün bozmanın bedeli\"", "tr = \"Bozmanın bugünkü bedeli\"")
        .replace(
            "[[field]]\nid = \"answer\"",
            "[[field]]\nid = \"note\"\nkind = \"text\"\nmost = 20\noptional = true\nlabel = { tr = \"Not\", en = \"Note\" }\n\n[[field]]\nid = \"answer\"",
        )
        .replace(
            "fields = [\"fx_purpose\"] },",
            "fields = [\"fx_purpose\"] },\n    { label = { tr = \"Not\", en = \"Note\" }, fields = [\"note\"] },",
        );
    fs::write(dir.path().join("flows/benim-akisim.toml"), own).unwrap();
    let (_, _, flows) = flow::load(&PackSource::Dir(dir.path().to_owned())).unwrap();
    assert_eq!(
        flows.iter().map(|flow| flow.name.as_str()).collect::<Vec<_>>(),
        ["benim-akisim", "break-fx-fund"]
    );
    let flow = flows.get("benim-akisim").unwrap();
    assert_eq!(flow.limit(crate::domain::operator::Role::Agent), Some("limits.teller"));
    assert!(flow.screens_fields()[1].contains(&"note"));
}

/// A limit of another currency, or of nothing, would let everything pass.
#[test]
fn limits_are_lira_above_nothing() {
    for (amount, currency, good) in
        [("500000.00", "TRY", true), ("500000.00", "USD", false), ("0.00", "TRY", false)]
    {
        let dir = tempfile::tempdir().unwrap();
        for (name, text) in Pack::embedded_files() {
            fs::create_dir_all(dir.path().join(name).parent().unwrap()).unwrap();
            let other = format!("amount = \"{amount}\", currency = \"{currency}\"");
            let text = text.replace("amount = \"500000.00\", currency = \"TRY\"", &other);
            fs::write(dir.path().join(name), text).unwrap();
        }
        let read = flow::load(&PackSource::Dir(dir.path().to_owned()));
        let said: Vec<String> = read.err().unwrap_or_default().iter().map(|fault| fault.said().tr).collect();
        let named =
            |said: &String| said.contains(":19:9: limits.agent, 2020-01-01") && said.contains("TL cinsinden");
        assert_eq!(said.is_empty(), good, "{amount} {currency}: {said:?}");
        assert!(good || said.iter().any(named), "{amount} {currency}: {said:?}");
    }
}

/// The demo bank's pack with one text of its parameters replaced.
fn with_parameters(from: &str, to: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in Pack::embedded_files() {
        fs::create_dir_all(dir.path().join(name).parent().unwrap()).unwrap();
        let changed = if *name == "parameters.toml" { text.replace(from, to) } else { (*text).to_owned() };
        assert!(*name != "parameters.toml" || changed != *text, "{from}");
        fs::write(dir.path().join(name), changed).unwrap();
    }
    dir
}

/// What a flow uses must hold on the day of the check: it would stop after the customer heard the price.
#[test]
fn what_a_flow_uses_is_in_force_on_the_day_of_the_check() {
    let later = "valid_from = 2030-01-01, value = { amount = \"500000.00\"";
    let limit = with_parameters("valid_from = 2020-01-01, value = { amount = \"500000.00\"", later);
    let drafts = "name = \"flow.draft_minutes\"\nunit = \"minutes\"\nsource = \"x\"\nvalues = [{ valid_from = 2030-01-01, value = 15 }]\n\n[[parameter]]\nname = \"x.y\"";
    let drafts = with_parameters("name = \"flow.draft_minutes\"", drafts);
    // folder, day, place of the one fault
    for (dir, on, place) in [
        (&limit, "2026-11-24", Some("flows/break-fx-fund.toml:19:9: agent: limits.agent")),
        (&limit, "2029-12-31", Some("flows/break-fx-fund.toml:19:9: agent: limits.agent")),
        (&limit, "2030-01-01", None),
        (&drafts, "2029-12-31", Some("parameters.toml:1:1: name: flow.draft_minutes")),
        (&drafts, "2030-01-01", None),
    ] {
        let source = PackSource::Dir(dir.path().to_owned());
        let found = flow::load_on(&source, Day::parse_iso(on).unwrap()).err().unwrap_or_default();
        let said: Vec<String> = found.iter().map(|fault| fault.said().en).collect();
        assert_eq!(said.len(), usize::from(place.is_some()), "{on} {said:?}");
        let named = |said: &String| place.is_some_and(|place| said.starts_with(place) && said.contains(on));
        assert!(said.iter().all(named), "{on} {said:?}");
        assert!(flow::load(&source).is_ok(), "no day, no question");
    }
}

/// A bank that writes its first flow learns what every flow needs.
#[test]
fn a_pack_without_flows_needs_no_time_for_drafts_until_its_first() {
    let dir = with_parameters("name = \"flow.draft_minutes\"", "name = \"x.y\"");
    let source = PackSource::Dir(dir.path().to_owned());
    let missing = |faults: Vec<Fault>| faults.iter().map(|fault| fault.said().en).collect::<Vec<String>>();
    let with_flow = missing(flow::load(&source).unwrap_err());
    assert_eq!(with_flow.len(), 1, "{with_flow:?}");
    fs::remove_dir_all(dir.path().join("flows")).unwrap();
    let (pack, rules, _) = flow::load(&source).unwrap();
    let file = PackFile { name: "break-fx-fund.toml".to_owned(), text: demo_flow() };
    let first = missing(check_file(&file, &pack, &rules, None).unwrap_err());
    assert_eq!(first, with_flow);
    assert!(first[0].contains("flow.draft_minutes (unit minutes)"), "{first:?}");
}

/// Keys of the menu: one small letter or digit, and one flow a key.
#[test]
fn keys_of_the_menu_are_plain_and_nobody_elses() {
    let (pack, rules) = house();
    let own = |name: &str, key: &str| {
        let text = demo_flow().replacen("break-fx-fund\"", &format!("{name}\"\nkey = {key}"), 1);
        check_file(&PackFile { name: format!("{name}.toml"), text }, &pack, &rules, None)
    };
    for key in ["\"W\"", "\"F10\"", "\"ş\"", "\"C-w\"", "\" w\"", "\"?\"", "7"] {
        let faults = own("ours", key).unwrap_err();
        assert_eq!((faults.len(), faults[0].line, faults[0].column), (1, 8, 7), "{key}: {faults:?}");
    }
    let flows = [own("first", "\"w\""), own("second", "\"w\""), own("third", "\"7\"")];
    let flows = flows.into_iter().fold(Flows::default(), |flows, flow| flows.with(flow.unwrap()));
    let said: Vec<String> = flows.shared_keys().iter().map(|fault| fault.said().en).collect();
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].starts_with("first.toml:8:7: The flow second asks for the key w too."), "{said:?}");
    assert!(said[1].starts_with("second.toml:8:7: The flow first asks"), "{said:?}");
}
