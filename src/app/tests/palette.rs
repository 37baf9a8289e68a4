//! What is typed into the palette, and what Enter does then.

use super::desk::Desk;
use crate::{action::Action, text::Lang};

/// Language, place, what is typed, and the names of the rows; after `…` there may be more.
const ROWS: &str = "
    tr | 1 | find           | find-customer …
    tr | 1 | ara            | find-customer …
    tr |   | find           | find-customer …
    tr |   | ara            | find-customer …
    en |   | ara            | find-customer …
    tr |   | q              | leave-workstation
    tr | 1 | q              | close-customer …
    tr | 1 | g h            | show-transactions
    tr | 1 | i b            | break-fx-fund …
    tr | 1 | boz            | break-fx-fund
    tr | 1 | döviz          | break-fx-fund
    tr | 1 | DOVIZ          | break-fx-fund
    tr | 1 | fon            | break-fx-fund
    tr | 1 | boz → döviz    | break-fx-fund
    tr | 1 | fund           | break-fx-fund
    en | 1 | boz            | break-fx-fund
    en | 1 | break-fx-fund  | break-fx-fund
    tr | 1 | şikâyet        | focus-complaints
    tr | 1 | SIKAYET        | focus-complaints
    tr | 1 | complaints     | focus-complaints
    tr | 1 | çık            | leave-workstation …
    tr | 1 | cik            | leave-workstation …
    tr | 1 | hareketlri     | show-transactions
    tr | 1 | focus-al       | focus-alerts
    tr | 1 | not            | -
    tr | 1 | kart           | -
    tr | 1 | limit          | -
    tr | 1 | x              | -
    tr | 1 | zzzzz          | -
";

#[test]
fn rows_fit_what_is_typed() {
    let mut wrong = Vec::new();
    for line in ROWS.lines().filter(|line| line.contains('|')) {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let lang = if cells[0] == "tr" { Lang::Tr } else { Lang::En };
        let desk = typed(Desk::open(lang, (80, 24)).keys(cells[1]), cells[2]);
        let names: Vec<String> =
            desk.model.palette_rows().unwrap().iter().map(|row| row.name().to_owned()).collect();
        let fits = match (cells[3], cells[3].strip_suffix(" …")) {
            ("-", _) => names.is_empty(),
            (_, Some(first)) => names.first().is_some_and(|name| name == first),
            (only, None) => names == [only],
        };
        if !fits {
            wrong.push(format!("{line}: {names:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is typed and entered on a customer's screen, and where it leads.
const ENTERED: &str = "
    boz                 | flow 1/3 deposit
    i b                 | flow 1/3 deposit
    start-flow break-fx-fund | flow 1/3 deposit
    find                | start field 0
    uyarı               | customer alerts 0
    not                 | customer offers 0 +palette !desk-palette-nothing
    kart                | customer offers 0 +palette !desk-palette-nothing
    limit               | customer offers 0 +palette !desk-palette-nothing
    start-flow          | customer offers 0 +palette
    set-language xx     | customer offers 0 +palette !keymap-command-arg-kind
    q                   | start hits 0
";

#[test]
fn enter_runs_what_fits_and_nothing_else() {
    for line in ENTERED.lines().filter(|line| line.contains('|')) {
        let (text, wanted) = line.split_once('|').unwrap();
        let desk = typed(Desk::turkish().keys("1"), text.trim());
        let language = desk.model.lang();
        let desk = desk.keys("<Enter>");
        assert_eq!(desk.told(), wanted.trim(), "{text}");
        assert_eq!(desk.model.lang(), language, "{text}");
    }
}

/// Every action of the palette is the first that its name and its label find, in both languages.
#[test]
fn a_name_or_label_in_full_comes_first() {
    for lang in Lang::ALL {
        let all = Desk::open(lang, (80, 24)).keys("1 :").model.palette_rows().unwrap();
        assert!(all.len() > 20 && all.iter().any(|row| row.action == Action::StartFlow));
        for row in all {
            for text in [row.name(), row.label.of(lang)] {
                let found = typed(Desk::open(lang, (80, 24)).keys("1"), text).model.palette_rows().unwrap();
                let first = found.first().unwrap();
                assert!(first.name() == row.name() || first.label == row.label, "{text}: {first:?}");
            }
        }
    }
}

fn typed(desk: Desk, text: &str) -> Desk {
    let mut desk = desk.keys(":");
    desk.event(crate::app::Event::Paste(text.to_owned()));
    desk
}
