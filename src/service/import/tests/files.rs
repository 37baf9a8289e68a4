//! Files that cease to be readable, and rows that share a key or a record.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;
use crate::text::Lang;
use crate::{
    domain::CustomerNo,
    service::{
        load::{RECORDS_MAX, load_customer},
        verify,
    },
    text::{Message, ids::intake as ids},
};

fn gone() -> Reject {
    Reject {
        file: "accounts.csv".to_owned(),
        line: None,
        field: None,
        value: None,
        code: "unreadable",
        reason: Message::new(ids::UNREADABLE).with("error", "gone"),
        remedy: Message::new(ids::FIX_UNREADABLE),
        number: None,
        caused_by: None,
    }
}

/// A file that vanishes before it is opened once more, or cannot be read on after some rows.
struct Failing {
    made: Made,
    opened: AtomicUsize,
    openings: usize,
    rows: usize,
}

struct Cut<'a> {
    rows: Box<dyn Rows + 'a>,
    left: usize,
}

impl Iterator for Cut<'_> {
    type Item = Outcome;

    fn next(&mut self) -> Option<Outcome> {
        if self.left == 0 {
            return Some(Outcome::Rejected(gone()));
        }
        self.left -= 1;
        self.rows.next()
    }
}

impl Rows for Cut<'_> {
    fn reached(&self) -> u64 {
        self.rows.reached()
    }
}

impl RowFile for Failing {
    fn name(&self) -> &str {
        self.made.name()
    }
    fn table(&self) -> Table {
        self.made.table()
    }
    fn bytes(&self) -> u64 {
        self.made.bytes()
    }
    fn rows(&self) -> Result<Box<dyn Rows + '_>, Box<Reject>> {
        if self.opened.fetch_add(1, Ordering::SeqCst) == self.openings {
            return Err(Box::new(gone()));
        }
        Ok(Box::new(Cut { rows: self.made.rows()?, left: self.rows }))
    }
}

/// A file that opens so many times and then gives so many rows.
fn failing(store: &dyn Store, before: &[Made], made: Made, openings: usize, rows: usize) -> Done {
    let file = Failing { made, opened: AtomicUsize::new(0), openings, rows };
    let mut feed = Feed {
        layout: Layout::Warehouse,
        source: Source("bank".to_owned()),
        digest: [1; 32],
        files: before.iter().map(|file| -> &dyn RowFile { file }).collect(),
    };
    feed.files.push(&file);
    let mut rejects = Vec::new();
    let mut sinks = Sinks { progress: &mut |_| {}, reject: &mut |reject| rejects.push(reject.clone()) };
    let result = run_feed(store, &feed, &options(false), &mut sinks);
    Done { result, rejects }
}

#[test]
fn a_file_that_ceases_to_be_readable_ends_the_run() {
    // openings that succeed (the first one is before anything is written), rows that are given
    for (openings, rows) in [(1, 0), (9, 0), (9, 2)] {
        let store = MemoryStore::new();
        let accounts = files((1..=5).map(|number| account_with(number, 7, None, Some(10))));
        let people = files([customer(7)]);
        let done = failing(&store, &people, accounts.into_iter().next().unwrap(), openings, rows);
        // nothing is written before the first chunk is full
        let Err(ImportError::Refused(report)) = done.result else {
            panic!("not refused: {:?}", done.result);
        };
        assert_eq!((report.rejected(), done.rejects.len(), store.sequence().unwrap()), (1, 1, 0));
    }
}

#[test]
fn what_was_written_before_a_file_ceased_is_kept_and_completed_by_the_next_run() {
    let store = MemoryStore::new();
    let people = || files((1..=16_000).map(customer));
    let accounts = || files((1..=5).map(|number| account_with(number, 7, None, Some(10)))).remove(0);
    let done = failing(&store, &people(), accounts(), 1, 0);
    assert!(matches!(done.result, Err(ImportError::Stopped(_))), "{:?}", done.result);
    assert!(store.sequence().unwrap() > 0);
    let all: Vec<Made> = people().into_iter().chain([accounts()]).collect();
    let report = import_of(&store, "bank", &all, &options(false)).result.unwrap();
    assert_eq!((report.rejected(), balance(&store, 5)), (0, 10));
    let report = verify::verify_bank(&store, &verify::Check::ALL, &mut |_, _| {}).unwrap();
    assert_eq!(report.faults, []);
}

/// Rows whose keys differ, of one table.
fn keyed_apart(table: Table, facts: impl IntoIterator<Item = Fact>) -> Made {
    let rows = (1_u64..).zip(facts).map(|(number, fact)| (table.keyed(&[&number.to_string()]), vec![fact]));
    Made { name: format!("{}.csv", table.name()), table, rows: rows.collect() }
}

#[test]
fn two_rows_with_keys_of_their_own_that_mean_one_record_are_doubles() {
    let store = MemoryStore::new();
    let mut all = files([customer(7)]);
    all.push(keyed_apart(Table::Contacts, [mobile(7, "+905321234567"), mobile(7, "+905321234567")]));
    let done = import_of(&store, "bank", &all, &options(false));
    assert_eq!(done.codes(), [(2, "duplicate_row")]);
    let loaded = load_customer(&store, CustomerNo(7)).unwrap().unwrap();
    assert_eq!(loaded.facts.contacts.len(), 1);
}

#[test]
fn a_row_that_is_put_right_further_on_is_taken() {
    let store = MemoryStore::new();
    import(&store, [customer(7)]).result.unwrap();
    // by number, and by digest
    assert_eq!(
        import(&store, [loan(3, 99, 0), loan(3, 7, 1), loan(3, 7, 1)]).codes(),
        [(1, "unknown_customer"), (3, "duplicate_row")]
    );
    let done = import(&store, [mobile(99, "+905321234567"), mobile(7, "+905321234567")]);
    assert_eq!(done.codes(), [(1, "unknown_customer")]);
    let report = done.result.unwrap();
    assert_eq!((report.files[0].accepted, report.files[0].rejected), (1, 1));
    let loaded = load_customer(&store, CustomerNo(7)).unwrap().unwrap();
    assert_eq!((loaded.facts.loans.len(), loaded.facts.contacts.len()), (1, 1));
}

#[test]
fn a_customer_takes_as_many_records_as_can_be_read_again() {
    let most = u64::try_from(RECORDS_MAX).unwrap();
    let facts = |last| [customer(7)].into_iter().chain((1..=last).map(|number| loan(number, 7, 0)));
    let store = MemoryStore::new();
    // the checking pass counts over all its chunks
    let refused = import_of(&store, "bank", &files(facts(most)), &options(true));
    assert!(matches!(refused.result, Err(ImportError::Refused(_))));
    assert_eq!((refused.codes(), store.sequence().unwrap()), (vec![(most, "too_many_records")], 0));
    let done = import(&store, facts(most));
    assert_eq!(done.codes(), [(most, "too_many_records")]);
    let loaded = load_customer(&store, CustomerNo(7)).unwrap().unwrap();
    assert_eq!(loaded.facts.loans.len(), RECORDS_MAX - 1);
    // what is stored may still change
    assert_eq!(import(&store, [loan(1, 7, 9), loan(most, 7, 9)]).codes(), [(2, "too_many_records")]);
}

#[test]
fn a_double_names_its_value_the_first_line_and_whether_it_says_the_same() {
    let store = MemoryStore::new();
    let facts = [customer(7), loan(3, 7, 0), loan(4, 7, 0), loan(3, 7, 0), loan(4, 7, 5)];
    let done = import(&store, facts);
    let told: Vec<_> = done
        .rejects
        .iter()
        .map(|reject| {
            let said = reject.reason.say(Lang::En);
            (reject.line, reject.field.as_deref(), reject.value.as_deref(), said)
        })
        .collect();
    let loan = Some("loan_id");
    assert_eq!(
        told,
        [
            (Some(3), loan, Some("3"), "Line 1 of loans.csv says the same.".to_owned()),
            (
                Some(4),
                loan,
                Some("4"),
                "Line 2 of loans.csv holds this record with other content.".to_owned()
            ),
        ]
    );
    // rows without a number of their own are named by their customer, not by an address
    let done = import(&store, [mobile(7, "+905321234567"), mobile(7, "+905321234567")]);
    let reject = &done.rejects[0];
    assert_eq!((reject.field.as_deref(), reject.value.as_deref()), (Some("customer_no"), Some("7")));
}

#[test]
fn days_of_a_person_after_the_business_day_are_rejected() {
    let store = MemoryStore::new();
    let born = |no, birth: Option<&str>, since: Option<&str>| {
        let Fact::Customer(mut made) = customer(no) else {
            panic!("not a customer");
        };
        (made.birth, made.since) = (birth.map(day), since.map(day));
        Fact::Customer(made)
    };
    let done = import(
        &store,
        [
            born(1, Some("2026-11-24"), Some("2026-11-24")),
            born(2, Some("2026-11-25"), None),
            born(3, Some("1980-01-01"), Some("2031-01-01")),
            born(4, None, None),
        ],
    );
    let told: Vec<_> = done
        .rejects
        .iter()
        .map(|reject| (reject.line, reject.code, reject.field.as_deref(), reject.value.as_deref()))
        .collect();
    assert_eq!(
        told,
        [
            (Some(2), "future_date", Some("birth"), Some("2026-11-25")),
            (Some(3), "future_date", Some("since"), Some("2031-01-01")),
        ]
    );
    assert!(
        done.rejects[0].reason.say(Lang::Tr).contains("2026"),
        "{}",
        done.rejects[0].reason.say(Lang::Tr)
    );
}

#[test]
fn rows_that_follow_from_a_rejected_one_name_it_and_stand_behind_it() {
    let store = MemoryStore::new();
    let Fact::Customer(mut unborn) = customer(8) else {
        panic!("not a customer");
    };
    unborn.birth = Some(day("2030-01-01"));
    let rows =
        rows_of([row(1, 2, "2026-01-05", 100), row(2, 3, "2026-01-05", 100), row(3, 1, "2026-01-05", 1)]);
    let facts = [customer(7), Fact::Customer(unborn), account(1, 7), account(2, 8), account(3, 99)];
    let done = import(&store, facts.into_iter().chain(rows).chain([loan(1, 8, 0)]));
    let report = done.result.unwrap();
    let told: Vec<_> = report
        .rejects
        .iter()
        .map(|reject| {
            let caused_by = reject.caused_by.as_ref().map(|(file, line)| (file.as_str(), *line));
            (reject.file.as_str(), reject.line.unwrap(), reject.code, caused_by)
        })
        .collect();
    let unborn = Some(("customers.csv", 2));
    assert_eq!(
        told,
        [
            ("customers.csv", 2, "future_date", None),
            ("accounts.csv", 3, "unknown_customer", None),
            ("accounts.csv", 2, "unknown_customer", unborn),
            ("transactions.csv", 1, "unknown_account", unborn),
            ("transactions.csv", 2, "unknown_account", Some(("accounts.csv", 3))),
            ("loans.csv", 1, "unknown_customer", unborn),
        ]
    );
    assert_eq!(
        report.rejects[3].remedy.say(Lang::En),
        "Correct line 2 of customers.csv; this row then fits."
    );
    assert_eq!(balance(&store, 1), 1);
}
