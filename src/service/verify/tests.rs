use super::*;
use crate::{
    domain::{
        CustomerNo, EntryId, FactKind, RequestKey,
        account::AccountTerms,
        audit::AuditAct,
        customer::Manifest,
        ledger::{Entry, LedgerAccount, OwnAccount},
        statement::{StatementBlock, StatementHead},
    },
    money::Currency,
    service::{
        fixtures::{account_with, audit, complaint, customer, day, payment, row},
        import::tests::{import, rows_of},
        ledger::post,
        project,
        records::Put,
    },
    store::{Add, Batch, RequestId, memory::MemoryStore, tables},
};

const ALL: &[Check] = &Check::ALL;

/// Two customers: openings, rows, a promise, a payment in and one out.
fn bank() -> MemoryStore {
    let store = MemoryStore::new();
    let facts = [
        customer(7),
        customer(8),
        account_with(1, 7, Some(0), Some(10_000)),
        account_with(2, 8, None, None),
        complaint(4, 7, Some("2026-11-25T10:00:00+03:00")),
    ];
    let rows = (0..600).map(|number| row(number, 1 + number % 2, "2026-01-05", 100));
    let report = import(&store, facts.into_iter().chain(rows_of(rows))).result.unwrap();
    assert_eq!(report.rejected(), 0);
    for entry in [payment(1, 1, 500), payment(2, 1, -700)] {
        post(&store, &entry, &audit(entry.id.0, AuditAct::Posted { entry: entry.id })).unwrap();
    }
    store
}

/// Changes records behind the bank's back.
fn damage(store: &MemoryStore, change: impl FnOnce(&mut Batch)) {
    let mut batch = Batch {
        request_id: RequestId(u128::MAX),
        digest: [9; 32],
        result: Vec::new(),
        expects: Vec::new(),
        puts: Vec::new(),
        deletes: Vec::new(),
        adds: Vec::new(),
    };
    change(&mut batch);
    store.commit(batch).unwrap();
}

fn put<T: Serialize>(batch: &mut Batch, at: (Table, Vec<u8>), record: &T) {
    let put = Put::seal(at, record).unwrap();
    batch.puts.push((put.table, put.key, put.value));
}

/// Changes one typed record.
fn edit<T: Serialize + serde::de::DeserializeOwned>(
    store: &MemoryStore,
    at: (Table, Vec<u8>),
    change: impl FnOnce(&mut T),
) {
    let (_, mut record) = records::get::<T>(store, &at).unwrap().unwrap();
    change(&mut record);
    damage(store, |batch| put(batch, at, &record));
}

/// What is done to the bank, and what is found then.
type Case<'a> = (&'a str, &'a dyn Fn(&MemoryStore), &'a [&'a str]);

fn found(store: &MemoryStore, which: &[Check]) -> Vec<String> {
    let report = verify_bank(store, which, &mut |_, _| {}).unwrap();
    let mut found: Vec<String> = report.faults.iter().map(|fault| fault.what.id.key().to_owned()).collect();
    found.dedup();
    found
}

fn account_balance() -> (Table, Vec<u8>) {
    tables::balance(LedgerAccount::Customer(AccountId(1)), Currency::TRY)
}

#[test]
fn a_sound_bank_is_clean_and_everything_was_counted() {
    let report = verify_bank(&bank(), ALL, &mut |_, _| {}).unwrap();
    assert_eq!(report.faults, []);
    let count = |what: &str| report.checked.iter().find(|checked| checked.what == what).unwrap().count;
    assert_eq!((count("entries"), count("statement_rows"), count("customers")), (4, 600, 2));
    assert_eq!((count("owner_index"), count("record_index"), count("due"), count("traces")), (2, 1, 1, 3));
}

#[test]
fn each_check_alone_is_clean_too() {
    let store = bank();
    for check in Check::ALL {
        assert_eq!(found(&store, &[check]), Vec::<String>::new(), "{check:?}");
    }
}

#[test]
fn a_balance_beside_its_postings_is_named() {
    let store = bank();
    let (table, key) = account_balance();
    damage(&store, |batch| {
        batch.adds.push(Add { table, key: key.clone(), delta: 1, floor: None });
    });
    let report = verify_bank(&store, ALL, &mut |_, _| {}).unwrap();
    assert_eq!(report.faults[0].place, records::place(table, &key).to_string());
    assert_eq!(found(&store, ALL), ["verify-balance", "verify-currency-sum"]);
}

#[test]
fn an_entry_that_was_changed_is_named() {
    let store = bank();
    edit::<Entry>(&store, tables::entry(EntryId(1)), |entry| {
        entry.postings[0].money.minor += 5;
    });
    assert_eq!(
        found(&store, ALL),
        ["verify-entry-unbalanced", "verify-not-booked", "verify-balance", "verify-no-request"]
    );
}

#[test]
fn an_entry_that_is_gone_is_named() {
    let store = bank();
    damage(&store, |batch| batch.deletes.push(tables::entry(EntryId(2))));
    assert_eq!(found(&store, ALL), ["verify-not-booked", "verify-balance", "verify-no-entry"]);
}

#[test]
fn an_entry_smuggled_in_is_named() {
    let store = bank();
    damage(&store, |batch| {
        let entry = payment(77, 1, 40);
        put(batch, tables::entry(entry.id), &entry);
        for (ledger, delta) in
            [(LedgerAccount::Customer(AccountId(1)), 40), (LedgerAccount::Own(OwnAccount::Accrual), -40)]
        {
            let (table, key) = tables::balance(ledger, Currency::TRY);
            batch.adds.push(Add { table, key, delta, floor: None });
        }
    });
    assert_eq!(found(&store, ALL), ["verify-not-booked", "verify-no-request", "verify-no-audit"]);
}

#[test]
fn a_posting_under_the_limit_is_named_and_a_later_limit_is_not_its_fault() {
    let smuggle = |store: &MemoryStore| {
        let entry = Entry { request: RequestKey(1), ..payment(78, 1, -100_000) };
        damage(store, |batch| {
            put(batch, tables::entry(entry.id), &entry);
            for (place, booked) in project::booked(&entry) {
                put(batch, place, &booked);
            }
            for (ledger, delta) in [
                (LedgerAccount::Customer(AccountId(1)), -100_000),
                (LedgerAccount::Own(OwnAccount::Accrual), 100_000),
            ] {
                let (table, key) = tables::balance(ledger, Currency::TRY);
                batch.adds.push(Add { table, key, delta, floor: None });
            }
        });
    };
    let store = bank();
    smuggle(&store);
    assert_eq!(found(&store, &[Check::Ledger]), ["verify-under-limit"]);
    assert!(import(&store, [account_with(1, 7, Some(5), Some(10_000))]).result.is_ok());
    assert_eq!(found(&store, &[Check::Ledger]), Vec::<String>::new());
}

#[test]
fn statement_damage_is_named() {
    let head = || tables::statement_head(AccountId(1));
    let block = || tables::statement(AccountId(1), 0);
    let cases: [Case<'_>; 6] = [
        (
            "row lost",
            &|store| edit::<StatementBlock>(store, block(), |block| drop(block.rows.pop())),
            &["verify-head"],
        ),
        (
            "amount changed",
            &|store| edit::<StatementBlock>(store, block(), |block| block.rows[0].minor += 1),
            &["verify-head"],
        ),
        (
            "order",
            &|store| edit::<StatementBlock>(store, block(), |block| block.rows[0].day = day("2026-01-06")),
            &["verify-order", "verify-head"],
        ),
        (
            "other account",
            &|store| edit::<StatementBlock>(store, block(), |block| block.rows[0].account = AccountId(2)),
            &["verify-foreign-row"],
        ),
        (
            "head gone",
            &|store| damage(store, |batch| batch.deletes.push(head())),
            &["verify-no-head", "verify-import-sum", "verify-import-posted"],
        ),
        (
            "posted",
            &|store| edit::<StatementHead>(store, head(), |head| head.posted += 1),
            &["verify-import-sum", "verify-import-posted"],
        ),
    ];
    for (name, change, expected) in cases {
        let store = bank();
        change(&store);
        assert_eq!(found(&store, ALL), expected, "{name}");
    }
}

#[test]
fn all_blocks_gone_are_named() {
    let store = bank();
    damage(&store, |batch| {
        let blocks = store.scan(Table::Statement, KeyRange::prefix(&1_u64.to_be_bytes()), 100).unwrap();
        batch.deletes.extend(blocks.into_iter().map(|row| (Table::Statement, row.key)));
    });
    assert_eq!(found(&store, ALL), ["verify-head"]);
}

#[test]
fn index_damage_is_named() {
    let owner = || tables::account_owner(AccountId(1));
    let manifest = || tables::customer(CustomerNo(7));
    let complaint_at = || tables::fact(CustomerNo(7), FactKind::Complaint, &4_u64.to_be_bytes());
    let holder = || tables::record_owner(FactKind::Complaint, 4);
    let cases: [Case<'_>; 9] = [
        (
            "record's owner",
            &|store| edit::<CustomerNo>(store, holder(), |no| *no = CustomerNo(8)),
            &["verify-owner"],
        ),
        (
            "record's owner gone",
            &|store| damage(store, |batch| batch.deletes.push(holder())),
            &["verify-owner", "verify-owners"],
        ),
        (
            "record gone",
            &|store| damage(store, |batch| batch.deletes.push(complaint_at())),
            &["verify-manifest", "verify-owners", "verify-due-stale"],
        ),
        (
            "manifest",
            &|store| edit::<Manifest>(store, manifest(), |manifest| manifest.add(FactKind::Loan)),
            &["verify-manifest"],
        ),
        (
            "manifest gone",
            &|store| damage(store, |batch| batch.deletes.push(manifest())),
            &["verify-no-manifest"],
        ),
        (
            "owner",
            &|store| edit::<AccountTerms>(store, owner(), |terms| terms.customer = CustomerNo(8)),
            &["verify-owner"],
        ),
        (
            "owner gone",
            &|store| damage(store, |batch| batch.deletes.push(owner())),
            &["verify-unknown-account", "verify-owner", "verify-owners"],
        ),
        (
            "unreadable",
            &|store| {
                damage(store, |batch| {
                    batch.puts.push((complaint_at().0, complaint_at().1, vec![1, 0, 0, 0, 9]));
                });
            },
            &["verify-unreadable"],
        ),
        (
            "due gone",
            &|store| {
                let due = store.scan(Table::Due, KeyRange::all(), 1).unwrap().remove(0);
                damage(store, |batch| batch.deletes.push((Table::Due, due.key)));
            },
            &["verify-due-missing"],
        ),
    ];
    for (name, change, expected) in cases {
        let store = bank();
        change(&store);
        assert_eq!(found(&store, ALL), expected, "{name}");
    }
}

#[test]
fn a_customer_without_any_record_is_named() {
    let store = bank();
    damage(&store, |batch| {
        let facts = store.scan(Table::Fact, KeyRange::prefix(&8_u64.to_be_bytes()), 100).unwrap();
        batch.deletes.extend(facts.into_iter().map(|row| (Table::Fact, row.key)));
    });
    assert_eq!(found(&store, &[Check::Indexes]), ["verify-manifest", "verify-owners", "verify-names"]);
}

#[test]
fn the_run_of_an_import_posting_must_be_known() {
    let store = bank();
    let runs = store.scan(Table::ImportRun, KeyRange::all(), 10).unwrap();
    damage(&store, |batch| {
        batch.deletes.extend(runs.into_iter().map(|row| (Table::ImportRun, row.key)));
    });
    assert_eq!(found(&store, &[Check::Requests]), ["verify-no-run"]);
}

#[test]
fn a_trace_that_is_gone_is_named() {
    let store = bank();
    let traces = store.scan(Table::Audit, KeyRange::all(), 10).unwrap();
    damage(&store, |batch| {
        batch.deletes.extend(traces.into_iter().map(|row| (Table::Audit, row.key)));
    });
    assert_eq!(found(&store, &[Check::Requests]), ["verify-no-audit"]);
}
