use std::{
    collections::BTreeSet,
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
    sync::Arc,
};

use super::*;
use crate::intake::{Layout, Outcome, SourceFile, Tally, Totals, fault::Fault, survey};
use crate::time::Day;

struct OnDisk {
    name: String,
    path: PathBuf,
}

impl SourceFile for OnDisk {
    fn name(&self) -> &str {
        &self.name
    }

    fn size(&self) -> u64 {
        self.path.metadata().map_or(0, |data| data.len())
    }

    fn open(&self) -> io::Result<Box<dyn Read + Send>> {
        Ok(Box::new(File::open(&self.path)?))
    }
}

fn folder(path: &Path) -> Vec<Arc<dyn SourceFile>> {
    path.read_dir()
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ext| ext != "md"))
        .map(|path| -> Arc<dyn SourceFile> {
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            Arc::new(OnDisk { name, path })
        })
        .collect()
}

/// What a run over a folder gives, as the importer would see it.
struct Seen {
    totals: Totals,
    facts: Vec<Fact>,
    rejects: Vec<(String, u64, &'static str)>,
    districts: u64,
}

fn run(path: &Path) -> Seen {
    let mut last = 0;
    let plan = survey(Layout::Berka, &folder(path), &mut |bytes| {
        assert!(bytes >= last);
        last = bytes;
    })
    .unwrap();
    assert_eq!(last, plan.files.iter().map(crate::intake::PlannedFile::bytes).sum::<u64>());
    let mut seen =
        Seen { totals: Totals::new(Layout::Berka), facts: Vec::new(), rejects: Vec::new(), districts: 0 };
    let mut keys = BTreeSet::new();
    for file in &plan.files {
        let mut rows = file.rows().unwrap();
        for outcome in rows.by_ref() {
            match outcome {
                Outcome::Row { key, facts, currency, .. } => {
                    assert!(keys.insert(key), "{key:?}");
                    seen.districts += u64::from(facts.is_empty());
                    for fact in &facts {
                        seen.totals.take(fact, currency);
                    }
                    seen.facts.extend(facts);
                }
                Outcome::Rejected(reject) => {
                    seen.rejects.push((reject.file, reject.line.unwrap(), reject.code));
                }
            }
        }
        assert_eq!(rows.position(), file.bytes());
    }
    seen
}

fn count(facts: &[Fact], wanted: impl Fn(&Fact) -> bool) -> usize {
    facts.iter().filter(|fact| wanted(fact)).count()
}

fn right(facts: &[Fact], right: Right) -> usize {
    count(facts, |fact| matches!(fact, Fact::Disposition(disp) if disp.right == right))
}

fn product(facts: &[Fact], name: &str) -> usize {
    count(facts, |fact| matches!(fact, Fact::Card(card) if card.product == name))
}

fn sum(tally: &Tally) -> (u64, String) {
    (tally.count, tally.sum.unwrap().to_string())
}

fn rows(facts: &[Fact]) -> impl Iterator<Item = &StatementRow> {
    facts.iter().filter_map(|fact| {
        let Fact::Statement(row) = fact else {
            return None;
        };
        Some(row)
    })
}

#[test]
fn the_small_bank_comes_out_whole() {
    let seen = run(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/berka"));
    assert_eq!(seen.rejects, [("trans.asc".to_owned(), 13, "cut_record")]);
    assert_eq!((seen.totals.customers, seen.totals.accounts, seen.totals.cards), (12, 10, 4));
    assert_eq!(seen.districts, 3);
    assert_eq!(sum(&seen.totals.loans), (5, "543600.00 CZK".to_owned()));
    assert_eq!(sum(&seen.totals.by_status["D"]), (1, "240000.00 CZK".to_owned()));
    assert_eq!(sum(&seen.totals.orders), (6, "17414.70 CZK".to_owned()));
    assert_eq!(sum(&seen.totals.transactions), (11, "14616.00 CZK".to_owned()));
    assert_eq!(sum(&seen.totals.credits), (6, "11219.40 CZK".to_owned()));
    assert_eq!((right(&seen.facts, Right::Owner), right(&seen.facts, Right::Disponent)), (10, 2));
}

#[test]
fn facts_say_what_the_tables_say_and_no_more() {
    let facts = run(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/berka")).facts;
    let client = facts.iter().find_map(|fact| {
        let Fact::Customer(customer) = fact else {
            return None;
        };
        (customer.no == CustomerNo(2)).then_some(customer)
    });
    let client = client.unwrap();
    // 455204 is a woman born on 4 February 1945; her account 101 is kept in district 3
    assert_eq!(client.birth, Day::from_ymd(1945, 2, 4));
    assert_eq!(client.branch.as_deref(), Some("Nova Lhota"));
    assert_eq!((&client.name, client.title, client.since), (&None, None, None));
    let loan = facts.iter().find_map(|fact| {
        let Fact::Loan(loan) = fact else {
            return None;
        };
        (loan.id == LoanId(704)).then_some(loan)
    });
    let loan = loan.unwrap();
    assert_eq!((loan.customer, loan.state), (CustomerNo(7), LoanState::Overdue));
    assert_eq!(loan.outstanding, None);
    let withdrawn = rows(&facts).find(|row| row.operation.as_deref() == Some("VYBER KARTOU"));
    let withdrawn = withdrawn.unwrap();
    assert_eq!((withdrawn.minor, withdrawn.balance), (-70_000, Some(-8_110)));
    assert_eq!((&withdrawn.text, &withdrawn.counterparty), (&None, &None));
    let paid = rows(&facts).find(|row| row.text.as_deref() == Some("SIPO")).unwrap();
    assert_eq!(paid.counterparty.as_deref(), Some("YZ 11112222"));
}

/// The published files; none of them is in this project.
fn real_data() -> Option<PathBuf> {
    let path = std::env::var_os("TEKIL_DATA")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    Some(path.join("berka")).filter(|path| path.is_dir())
}

fn say_absent() {
    use std::io::Write;
    let _ =
        writeln!(io::stderr(), "berka data absent (set TEKIL_DATA): only the small invented bank is checked");
}

#[test]
fn the_real_bank_comes_out_whole() {
    let Some(path) = real_data() else {
        return say_absent();
    };
    let seen = run(&path);
    let totals = &seen.totals;
    assert_eq!((totals.customers, totals.accounts, totals.cards), (5_369, 4_500, 892));
    assert_eq!(seen.districts, 77);
    assert_eq!((right(&seen.facts, Right::Owner), right(&seen.facts, Right::Disponent)), (4_500, 869));
    let products = ["classic", "junior", "gold"].map(|name| product(&seen.facts, name));
    assert_eq!(products, [659, 145, 88]);
    assert_eq!(sum(&totals.loans), (682, "103261740.00 CZK".to_owned()));
    let states = ["A", "B", "C", "D"].map(|state| totals.by_status[state].count);
    assert_eq!(states, [203, 31, 403, 45]);
    assert_eq!(sum(&totals.by_status["D"]), (45, "11217804.00 CZK".to_owned()));
    assert_eq!(sum(&totals.orders), (6_471, "21228993.60 CZK".to_owned()));
    assert_eq!(sum(&totals.transactions), (49_102, "315486449.80 CZK".to_owned()));
    assert_eq!(sum(&totals.credits), (22_994, "177366296.30 CZK".to_owned()));
    assert_eq!(seen.rejects, [("trans_head3MiB.asc.gz".to_owned(), 49_104, "cut_record")]);
    let accounts: BTreeSet<AccountId> = rows(&seen.facts).map(|row| row.account).collect();
    assert_eq!(accounts.len(), 1_229);
    let negative = rows(&seen.facts).filter(|row| row.balance.is_some_and(|balance| balance < 0));
    assert_eq!(negative.count(), 93);
    let days: BTreeSet<Day> = rows(&seen.facts).map(|row| row.day).collect();
    assert_eq!(days.first().copied(), Day::from_ymd(1993, 1, 1));
    assert_eq!(days.last().copied(), Day::from_ymd(1994, 3, 31));
}

#[test]
fn the_birth_numbers_of_the_real_bank_count_its_women() {
    let Some(path) = real_data() else {
        return say_absent();
    };
    let text = std::fs::read_to_string(path.join("client.asc")).unwrap();
    let women = text
        .lines()
        .skip(1)
        .map(|line| birth::read(line.split(';').nth(1).unwrap().trim_matches('"')).unwrap())
        .filter(|birth| birth.woman)
        .count();
    assert_eq!(women, 2_645);
}

#[test]
fn days_by_table() {
    let day = |text: &str| birth::day(text).map(|day| day.to_string());
    let code = |fault: Fault| fault.code;
    let table = [
        ("930101", Ok("1993-01-01")),
        ("960229", Ok("1996-02-29")),
        ("930229", Err("bad_date")),
        ("931301", Err("bad_date")),
        ("93010", Err("bad_date")),
        ("9301011", Err("bad_date")),
        ("93-1-1", Err("bad_date")),
        ("9３0101", Err("bad_date")),
        ("", Err("bad_date")),
    ];
    for (text, expected) in table {
        assert_eq!(day(text).map_err(code), expected.map(str::to_owned), "{text}");
    }
    let read = |text| birth::read(text).map(|birth| (birth.day.to_string(), birth.woman)).map_err(code);
    assert_eq!(read("706213"), Ok(("1970-12-13".to_owned(), true)));
    assert_eq!(read("450204"), Ok(("1945-02-04".to_owned(), false)));
    assert_eq!(read("455004"), Err("bad_date"));
    assert_eq!(read("456304"), Err("bad_date"));
    assert!(birth::day_at_midnight("931107 00:00:00").is_ok());
    assert_eq!(birth::day_at_midnight("931107").map_err(code), Err("bad_date"));
}

#[test]
fn a_table_that_needs_disp_is_refused_without_it() {
    let files = folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/berka"));
    let only = |names: &[&str]| -> Vec<Arc<dyn SourceFile>> {
        let wanted = |file: &&Arc<dyn SourceFile>| names.contains(&file.name());
        files.iter().filter(wanted).cloned().collect()
    };
    let refused = survey(Layout::Berka, &only(&["loan.asc", "trans.asc"]), &mut |_| {});
    let rejects = refused.err().unwrap();
    assert_eq!(rejects.len(), 1);
    assert_eq!((rejects[0].file.as_str(), rejects[0].code), ("loan.asc", "table_missing"));
    assert!(survey(Layout::Berka, &only(&["trans.asc", "order.asc"]), &mut |_| {}).is_ok());
}
