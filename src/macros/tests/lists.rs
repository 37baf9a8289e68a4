//! Lists: rows are typed before the first is run, and a row is known again.

use super::*;
use crate::domain::{AccountId, CustomerNo};

struct NoStories;

impl Stories for NoStories {
    fn fact(&self, _: &str, _: StoryPart) -> Option<Value> {
        None
    }

    fn account(&self, _: CustomerNo, label: &str) -> Option<AccountId> {
        (label == "4017-05").then_some(AccountId(1_001_401_705))
    }
}

fn table(text: &str) -> Table {
    let mut lines = text.lines();
    let split = |line: &str| line.split(',').map(str::to_owned).collect::<Vec<_>>();
    let columns = lines.next().map(split).unwrap_or_default();
    Table { file: "list.csv".to_owned(), columns, rows: (2..).zip(lines.map(split)).collect() }
}

const ROWS: &str = "#!tekil macro 1
param kim : customer
param tl : money TRY = 200b min 1000
param gun : date = 2026-11-24
rows from csv
limit rows 3
open-customer $kim
";

/// A table with `/` for line ends, and its faults: place and beginning, or the rows' values.
const TABLES: &str = "
    kim,tl/10014017,5b                | 10014017 5000.00 2026-11-24
    kim/10014017/20014017             | 10014017 200000.00 2026-11-24, 20014017 200000.00 2026-11-24
    kim,tl/10014017,/20014017,1,5m    | 10014017 200000.00 2026-11-24, 20014017 1000.00 2026-11-24
    tl/5b                             | !1:1 The column kim is missing
    kim,tl/,5b                        | !2:1 kim is empty
    kim,tl/x,5b/7,y                   | !2:1 kim: x is not of !3:2 tl: y is not of
    kim,tl/7,500                      | !2:2 500.00 is below
    kim,tk/7,5b                       | !1:2 There is no such
    kim,kim/7,7                       | !1:2 The column kim stands twice
    kim                               | !1:1 The file has no row
    kim/1/2/3/4                       | !5:1 There are 4 rows
";

const LABELS: &str = "#!tekil macro 1
param kim : customer
param hesap : account
rows from csv
limit rows 3
open-customer $kim
";

#[test]
fn an_account_is_named_by_its_number_or_as_people_call_it() {
    let found = read(&file(LABELS), &Vocabulary::default()).unwrap();
    let rows = |text: &str| found.rows(Some(&table(text)), &NoStories);
    let by_number = rows("kim,hesap\n10014017,1001401705").unwrap();
    let by_label = rows("kim,hesap\n10014017,4017-05").unwrap();
    assert_eq!(by_number, by_label, "one row, however it is written");
    let faults = rows("kim,hesap\n10014017,4017-99").unwrap_err();
    assert_eq!((faults[0].line, faults[0].column), (2, 2));
    assert!(faults[0].help.as_ref().unwrap().say(Lang::Tr).contains("4017-05"));
}

#[test]
fn rows_are_typed_before_the_first_is_run() {
    let found = read(&file(ROWS), &Vocabulary::default()).unwrap();
    let mut cases = 0;
    for row in TABLES.lines().filter(|row| row.contains('|')) {
        let (text, wanted) = row.split_once('|').unwrap();
        let text = text.trim().replace('/', "\n");
        let (text, wanted) = (text.replace("1,5m", "1000"), wanted.trim());
        match found.rows(Some(&table(&text)), &NoStories) {
            Ok(rows) => {
                let values = |row: &Row| {
                    row.values.iter().map(|(_, value)| value.to_string()).collect::<Vec<_>>().join(" ")
                };
                let all: Vec<String> = rows.iter().map(values).collect();
                assert_eq!(all.join(", "), wanted, "{row}");
            }
            Err(faults) => {
                let wanted: Vec<&str> = wanted.split('!').skip(1).map(str::trim).collect();
                assert_eq!(faults.len(), wanted.len(), "{row}: {}", said(&faults));
                for (fault, wanted) in faults.iter().zip(wanted) {
                    let found = format!("{}:{} {}", fault.line, fault.column, fault.message.say(Lang::En));
                    assert!(found.starts_with(wanted) && fault.file == "list.csv", "{row}: {found}");
                }
            }
        }
        cases += 1;
    }
    assert_eq!(cases, 11);
    let without = found.rows(None, &NoStories).unwrap_err();
    assert_eq!((without[0].file.as_str(), without[0].line), ("mine.tkm", 2));
    let fixed = read(&file("#!tekil macro 1\nset-theme\n"), &Vocabulary::default()).unwrap();
    assert_eq!(fixed.rows(Some(&table("kim\n7")), &NoStories).unwrap_err().len(), 1);
}

#[test]
fn a_row_is_the_same_row_only_with_the_same_macro_values_number_operator_and_day() {
    use crate::{domain::operator::OperatorId, time::Day};
    let found = read(&file(ROWS), &Vocabulary::default()).unwrap();
    let other = read(&file(&format!("{ROWS}# x\n")), &Vocabulary::default()).unwrap();
    let rows = found.rows(Some(&table("kim,tl\n7,5b\n7,5b\n7,6b")), &NoStories).unwrap();
    let (day, next) = (Day::parse_iso("2026-11-24").unwrap(), Day::parse_iso("2026-11-25").unwrap());
    let (demo, gise) = (OperatorId("demo".to_owned()), OperatorId("gise".to_owned()));
    let first = found.row_id(&rows[0], &demo, day);
    assert_eq!(found.row_id(&rows[0], &demo, day), first);
    let others = [
        found.row_id(&rows[1], &demo, day),
        found.row_id(&rows[2], &demo, day),
        found.row_id(&rows[0], &gise, day),
        found.row_id(&rows[0], &demo, next),
        other.row_id(&rows[0], &demo, day),
    ];
    for (nth, id) in others.iter().enumerate() {
        assert!(*id != first && !others[..nth].contains(id), "{nth}");
    }
}
