//! What is taken, what is rejected, and that nothing is taken twice.

use super::*;
use crate::{
    domain::{
        CustomerNo,
        consent::{Consent, ConsentChannel, ConsentStatus, Recipient},
        posting_restriction::{PostingRestriction, PostingRestrictionKind},
    },
    money::Currency,
    rules::features::{Features, Value},
    service::{load_customer, verify},
};

fn clean(store: &dyn Store) {
    let report = verify::verify_bank(store, &verify::Check::ALL, &mut |_, _| {}).unwrap();
    assert_eq!(report.faults, []);
}

/// One customer with an account and three rows.
fn bank() -> MemoryStore {
    let store = MemoryStore::new();
    let rows = (1..=3).map(|number| row(number, 1, "2026-01-05", 100));
    let facts = [customer(7), loan(2, 7, 0), account_with(1, 7, Some(0), Some(1_000))];
    import(&store, facts.into_iter().chain(rows_of(rows))).result.unwrap();
    store
}

#[test]
fn opening_and_rows_become_one_posting() {
    let store = bank();
    assert_eq!((balance(&store, 1), statement(&store, 1).len()), (1_300, 3));
    assert_eq!(store.scan(Place::Entry, KeyRange::all(), 10).unwrap().len(), 1);
    clean(&store);
}

#[test]
fn a_later_run_posts_the_difference() {
    let store = bank();
    let before = load_customer(&store, CustomerNo(7)).unwrap().unwrap().version;
    import(&store, rows_of([row(4, 1, "2026-01-06", -250)])).result.unwrap();
    assert_eq!(balance(&store, 1), 1_050);
    assert_eq!(store.scan(Place::Entry, KeyRange::all(), 10).unwrap().len(), 2);
    let after = load_customer(&store, CustomerNo(7)).unwrap().unwrap();
    assert!(after.version > before);
    assert_eq!(after.facts.accounts[0].balance, lira(1_050));
    assert_eq!(after.facts.accounts[0].latest[0].minor, -250);
    clean(&store);
}

#[test]
fn a_corrected_opening_moves_the_balance() {
    let store = bank();
    import(&store, [account_with(1, 7, Some(0), Some(2_000))]).result.unwrap();
    assert_eq!(balance(&store, 1), 2_300);
    clean(&store);
}

#[test]
fn an_opening_without_rows_is_posted() {
    let store = bank();
    import(&store, [account_with(2, 7, None, Some(-40))]).result.unwrap();
    assert_eq!(balance(&store, 2), -40);
    clean(&store);
}

#[test]
fn changed_records_are_written_and_equal_ones_are_not() {
    let store = bank();
    let facts = || [customer(7), loan(3, 7, 0)];
    assert!(import(&store, facts()).result.unwrap().written > 0);
    let hash = store.state_hash().unwrap();
    assert_eq!(import(&store, facts()).result.unwrap().written, 0);
    assert_eq!(store.state_hash().unwrap(), hash);
    import(&store, [customer(7), loan(3, 7, 30)]).result.unwrap();
    let loaded = load_customer(&store, CustomerNo(7)).unwrap().unwrap();
    assert_eq!(loaded.facts.loans[1].overdue_days, Some(30));
    // the older files again bring back what they say: the chunk is not taken for the one of the first time
    import(&store, facts()).result.unwrap();
    let loaded = load_customer(&store, CustomerNo(7)).unwrap().unwrap();
    assert_eq!(loaded.facts.loans[1].overdue_days, Some(0));
    clean(&store);
}

/// Name, rows, and what is rejected.
type Misfits = (&'static str, Vec<Fact>, Vec<(u64, &'static str)>);

fn misfits() -> Vec<Misfits> {
    vec![
        ("unknown customer", vec![account(9, 99)], vec![(1, "unknown_customer")]),
        ("unknown account", vec![Fact::Statement(row(9, 99, "2026-01-05", 1))], vec![(1, "unknown_account")]),
        ("double", vec![loan(9, 7, 0), loan(9, 7, 0)], vec![(2, "duplicate_row")]),
        ("double with other content", vec![loan(9, 7, 0), loan(9, 7, 1)], vec![(2, "duplicate_row")]),
        ("two keys, one record", vec![mobile(7, "1"), mobile(7, "1")], vec![(2, "duplicate_row")]),
        ("moved account", vec![customer(8), account(1, 8)], vec![(1, "other_owner")]),
        ("moved loan", vec![customer(8), loan(2, 8, 0)], vec![(1, "other_owner")]),
        ("changed row", vec![Fact::Statement(row(1, 1, "2026-01-05", 101))], vec![(1, "row_changed")]),
        ("changed day", vec![Fact::Statement(row(1, 1, "2025-01-05", 100))], vec![(1, "row_changed")]),
        ("sum", vec![Fact::Statement(row(9, 1, "2026-01-05", i64::MAX))], vec![(1, "sum_too_large")]),
        ("opening", vec![account_with(5, 7, None, Some(i64::MIN))], vec![(1, "sum_too_large")]),
    ]
}

#[test]
fn rows_that_do_not_fit_are_rejected_by_line() {
    for (name, facts, expected) in misfits() {
        let store = bank();
        let done = import(&store, facts);
        assert_eq!(done.codes(), expected, "{name}");
        for reject in &done.rejects {
            for text in [&reject.reason, &reject.remedy] {
                let said = text.said();
                assert!(said.tr != said.en && !said.tr.contains('{') && said.tr.ends_with('.'), "{said:?}");
            }
        }
        let report = done.result.unwrap();
        assert!(report.files.iter().all(|file| file.accepted + file.rejected == file.rows));
        clean(&store);
    }
}

#[test]
fn promises_of_two_customers_at_one_moment_fall_due_one_by_one() {
    let store = bank();
    let at = Some("2026-11-25T10:00:00+03:00");
    import(&store, [customer(8), complaint(4, 7, at), complaint(5, 8, at)]).result.unwrap();
    // a complaint of another customer's number is not taken, so closing it drops nobody's promise
    let done = import(&store, [complaint(4, 8, None)]);
    assert_eq!(done.codes(), [(1, "other_owner")]);
    assert_eq!(store.scan(Place::Due, KeyRange::all(), 10).unwrap().len(), 2);
    clean(&store);
}

#[test]
fn another_source_does_not_touch_our_numbers() {
    let store = bank();
    let hash = store.state_hash().unwrap();
    let facts = vec![
        customer_of("other", 7, "Ege"),
        mobile(7, "+905321234567"),
        account(5, 7),
        Fact::Statement(row(9, 1, "2026-02-01", 5)),
    ];
    let done = import_of(&store, "other", &files(facts), &options(true));
    assert!(matches!(done.result, Err(ImportError::Refused(_))));
    assert!(done.rejects.iter().all(|reject| reject.code == "other_source"), "{:?}", done.rejects);
    assert_eq!((done.rejects.len(), store.state_hash().unwrap()), (4, hash));
}

#[test]
fn an_account_keeps_its_currency() {
    let store = bank();
    let mut dollars = account(1, 7);
    if let Fact::Account(account) = &mut dollars {
        account.currency = Currency::USD;
    }
    assert_eq!(import(&store, [dollars]).codes(), [(1, "other_currency")]);
}

#[test]
fn strict_writes_all_or_nothing() {
    let facts = |bad: bool| {
        let owner = if bad { 99 } else { 7 };
        let rows = (1..=3).map(|number| row(number, 1, "2026-01-05", 100));
        [customer(7), account(1, 7), loan(3, owner, 0)].into_iter().chain(rows_of(rows)).collect::<Vec<_>>()
    };
    let store = MemoryStore::new();
    let refused = import_of(&store, "bank", &files(facts(true)), &options(true));
    let Err(ImportError::Refused(report)) = refused.result else {
        panic!("not refused");
    };
    assert_eq!((report.rejected(), store.sequence().unwrap()), (1, 0));
    let taken = import_of(&store, "bank", &files(facts(false)), &options(true));
    assert_eq!(taken.result.unwrap().files.iter().map(|file| file.accepted).sum::<u64>(), 6);
    // checking finds rows that are stored with other content, before anything is written
    let hash = store.state_hash().unwrap();
    let changed = [loan(3, 7, 9), Fact::Statement(row(1, 1, "2026-01-05", 7))];
    let refused = import_of(&store, "bank", &files(changed), &options(true));
    assert!(refused.result.is_err());
    assert_eq!((refused.codes(), store.state_hash().unwrap()), (vec![(1, "row_changed")], hash));
}

#[test]
fn a_long_statement_lies_in_bounded_blocks_in_order() {
    let store = bank();
    let days = ["2026-01-09", "2026-01-07", "2026-01-08", "2026-01-04"];
    for (run, day) in (0_u64..).zip(days) {
        let rows = (0..700).map(|number| row(1_000 * (run + 1) + number, 1, day, 1));
        import(&store, rows_of(rows)).result.unwrap();
    }
    let rows = statement(&store, 1);
    assert!(rows.is_sorted_by_key(|row| row.day));
    assert_eq!(rows.len(), 2_803);
    let of_day: Vec<u64> =
        rows.iter().filter(|row| row.day == day("2026-01-07")).map(|row| row.id.0).collect();
    assert!(of_day.is_sorted(), "rows of a day stand as they arrived");
    let blocks = store.scan(Place::Statement, KeyRange::all(), 1_000).unwrap();
    assert!(blocks.len() > 3 && blocks.iter().all(|block| block.value.len() <= BLOCK_BYTES_MAX));
    clean(&store);
}

#[test]
fn notes_name_odd_accounts_of_the_source() {
    let store = bank();
    let stated = |id, balance| StatementRow { balance: Some(balance), ..row(id, 1, "2026-02-01", 10) };
    // 1,300 + 30: within the tolerance of one row of the day, or of none
    let near = import(&store, rows_of([stated(11, -5), stated(12, 1_350), stated(13, 5_000)]));
    let notes = near.result.unwrap().notes;
    assert_eq!((notes.counts.balance_differs, notes.counts.negative), (0, 1));
    let far = import(&store, rows_of([StatementRow { day: day("2026-02-02"), ..stated(14, 1_319) }]));
    let notes = far.result.unwrap().notes;
    assert_eq!((notes.counts.balance_differs, notes.counts.negative), (1, 1));
    for note in &notes.kept {
        let said = note.message().said();
        assert!(said.tr != said.en && !said.en.contains('{'), "{said:?}");
    }
    clean(&store);
}

/// Rows of the last day: amount and the source's balance.
type Stated = Vec<(i64, Option<i64>)>;

fn verdicts() -> Vec<(&'static str, Currency, Stated, bool)> {
    let (lira, yen, dinar) = (Currency::TRY, currency("JPY"), currency("KWD"));
    vec![
        ("a fifth of a lira", lira, vec![(100, Some(120))], false),
        ("more than a fifth", lira, vec![(100, Some(121))], true),
        ("below", lira, vec![(100, Some(79))], true),
        ("one row without a balance", lira, vec![(100, Some(9_999)), (100, None)], true),
        ("no row with a balance", lira, vec![(100, None)], false),
        ("a yen", yen, vec![(100, Some(101))], true),
        ("no yen", yen, vec![(100, Some(100))], false),
        ("a fifth of a dinar", dinar, vec![(100, Some(300))], false),
        ("a dinar", dinar, vec![(100, Some(1_100))], true),
        // more rows than a screen shows, and only the first of them agrees
        (
            "a long day",
            lira,
            (0..60).map(|at| (100, Some(if at == 0 { 6_000 } else { 99_999 }))).collect(),
            false,
        ),
    ]
}

fn currency(code: &str) -> Currency {
    Currency::from_code(code).unwrap()
}

#[test]
fn the_note_and_the_alert_are_one_verdict() {
    for (name, currency, stated, differs) in verdicts() {
        let store = MemoryStore::new();
        let mut owned = account(1, 7);
        if let Fact::Account(account) = &mut owned {
            account.currency = currency;
        }
        let rows = (1..)
            .zip(stated)
            .map(|(id, (minor, balance))| StatementRow { balance, ..row(id, 1, "2026-01-05", minor) });
        let facts: Vec<Fact> = [customer(7), owned].into_iter().chain(rows_of(rows)).collect();
        let notes = import(&store, facts.clone()).result.unwrap().notes;
        assert_eq!(notes.counts.balance_differs, u64::from(differs), "{name}");
        let loaded = load_customer(&store, CustomerNo(7)).unwrap().unwrap();
        let features =
            Features::of(&loaded.facts, moment("2026-11-24T10:42:00+03:00"), &crate::pack::Words::default());
        let count = features.get("account.mismatch_count");
        assert_eq!(count, Some(&Value::Whole(i64::from(differs))), "{name}");
        clean(&store);
        assert_eq!(import(&store, facts).result.unwrap().written, 0, "{name}");
    }
}

#[test]
fn a_verdict_falls_with_a_later_day_that_agrees() {
    let store = bank();
    let stated = |id, day, balance| StatementRow { balance: Some(balance), ..row(id, 1, day, 0) };
    let version = || load_customer(&store, CustomerNo(7)).unwrap().unwrap().version;
    let differs =
        || load_customer(&store, CustomerNo(7)).unwrap().unwrap().facts.accounts[0].statement.clone();
    let mut before = version();
    // rows of nothing: no posting is owed, but what the screen says changes
    for (id, day, balance, expected) in [(11, "2026-02-01", 5_000, true), (12, "2026-02-02", 1_300, false)] {
        import(&store, rows_of([stated(id, day, balance)])).result.unwrap();
        assert_eq!(differs().unwrap().differs, expected);
        assert!(version() > before);
        before = version();
        clean(&store);
    }
}

fn consent(status: ConsentStatus) -> Fact {
    Fact::Consent(Consent {
        customer: CustomerNo(7),
        address: None,
        channel: ConsentChannel::Call,
        recipient: Recipient::Individual,
        status,
        at: moment("2026-01-01T09:00:00+03:00"),
        source: "HS_WEB".to_owned(),
    })
}

#[test]
fn permission_and_refusal_of_one_moment_stand_side_by_side() {
    use ConsentStatus::{Granted, Refused};
    for order in [[Granted, Refused], [Refused, Granted]] {
        let store = bank();
        for status in order {
            assert_eq!(import(&store, [consent(status)]).codes(), []);
        }
        let loaded = load_customer(&store, CustomerNo(7)).unwrap().unwrap();
        let mut stored: Vec<_> = loaded.facts.consents.iter().map(|consent| consent.status).collect();
        stored.sort_by_key(|status| *status == Refused);
        assert_eq!(stored, [Granted, Refused]);
        clean(&store);
    }
}

#[test]
fn an_empty_run_is_recorded_once() {
    let store = MemoryStore::new();
    import(&store, []).result.unwrap();
    let hash = store.state_hash().unwrap();
    assert_eq!(store.scan(Place::ImportRun, KeyRange::all(), 10).unwrap().len(), 1);
    import(&store, []).result.unwrap();
    assert_eq!(store.state_hash().unwrap(), hash);
    clean(&store);
}

fn restriction(number: u64, account: u64) -> Fact {
    Fact::PostingRestriction(PostingRestriction {
        number,
        account: AccountId(account),
        customer: CustomerNo(1),
        kind: PostingRestrictionKind::Seizure,
        amount: None,
        reference: "2026/4417".to_owned(),
        since: day("2026-11-03"),
        until: None,
    })
}

/// A restriction that was not taken leaves its account neither free nor restricted, so nothing is known of any until the
/// whole table comes.
#[test]
fn a_rejected_restriction_leaves_nothing_known() {
    let store = MemoryStore::new();
    let base = || [customer(1), account(10, 1)];
    let knows = || load_customer(&store, CustomerNo(1)).unwrap().unwrap().facts.knows_posting_restrictions();
    let whole = || import(&store, base().into_iter().chain([restriction(1, 10)]));
    assert!(whole().rejects.is_empty() && knows());
    let torn = import(&store, base().into_iter().chain([restriction(1, 10), restriction(2, 99)]));
    assert_eq!((torn.rejects.len(), knows()), (1, false));
    let mended = [restriction(1, 10), restriction(3, 10)];
    assert!(import(&store, base().into_iter().chain(mended)).rejects.is_empty() && knows());
}
