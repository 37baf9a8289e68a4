use std::collections::BTreeSet;

use super::{
    aliases::{Alias, AliasKind},
    *,
};
use crate::{
    domain::{
        AccountId, CardId, CustomerNo, Fact, RequestKey,
        account::Account,
        card::Card,
        customer::{CustomerKind, Name},
        identity::{Iban, Identifier, IdentityKind, IdentityNo},
    },
    search::Query,
    service::{
        commit::{Intent, commit},
        fixtures::{account, customer_of, mobile},
        verify::{Check, verify_bank},
    },
    store::{KeyRange, Table, memory::MemoryStore},
};

/// A step of its own each time.
fn write(store: &dyn Store, step: u128, facts: Vec<Fact>) {
    let mut intent = Intent::new(RequestKey(step), &step, &()).unwrap();
    intent.facts = facts;
    commit(store, intent).unwrap();
}

fn named(no: u64, given: &str) -> Fact {
    customer_of("bank", no, given)
}

fn card(id: u64, owner: u64, last4: &str) -> Fact {
    Fact::Card(Card {
        id: CardId(id),
        customer: CustomerNo(owner),
        account: None,
        kind: None,
        product: "Kart".to_owned(),
        first6: None,
        last4: Some(last4.to_owned()),
        limit: None,
        debt: None,
        minimum_due: None,
        due: None,
        paid: None,
        issued: None,
        as_of: None,
    })
}

fn found(directory: &Directory, store: &dyn Store, text: &str) -> Vec<u64> {
    let matches = directory.read(store, |index| index.find(&Query::new(text), 10)).unwrap();
    matches.best.into_iter().map(|hit| hit.no.0).collect()
}

fn by_alias(store: &dyn Store, kind: AliasKind, text: &str) -> Vec<u64> {
    let alias = Alias { kind, text: text.to_owned() };
    aliases::customers(store, &alias).unwrap().into_iter().map(|no| no.0).collect()
}

fn is_sound(store: &dyn Store) -> bool {
    verify_bank(store, &[Check::Indexes], &mut |_, _| {}).unwrap().is_clean()
}

#[test]
fn a_changed_name_is_found_at_once_and_the_old_one_no_more() {
    let store = MemoryStore::new();
    write(&store, 1, vec![named(7, "Işıl"), named(8, "Şule"), named(9, "Ömer")]);
    let directory = Directory::new();
    assert!(!directory.is_filled());
    assert_eq!(found(&directory, &store, "isil"), [7]);
    write(&store, 2, vec![named(7, "Çağrı"), named(10, "Işıl")]);
    assert_eq!(found(&directory, &store, "isil"), [10]);
    assert_eq!(found(&directory, &store, "cagri"), [7]);
    write(&store, 3, vec![named(7, "Işıl")]);
    for directory in [directory, Directory::new()] {
        assert_eq!(found(&directory, &store, "isil"), [7, 10]);
        assert_eq!(found(&directory, &store, "cagri"), Vec::<u64>::new());
        assert_eq!(directory.read(&store, Index::len).unwrap(), 4);
    }
}

#[test]
fn what_does_not_touch_a_name_writes_no_block() {
    let store = MemoryStore::new();
    write(&store, 1, vec![named(7, "Işıl")]);
    let blocks = || store.scan(Table::Name, KeyRange::all(), 100).unwrap();
    let before = blocks();
    write(&store, 2, vec![account(1, 7), mobile(7, "+905321234567")]);
    let Fact::Customer(mut customer) = named(7, "Işıl") else { unreachable!() };
    customer.title = Some(crate::domain::customer::Title::Hanim);
    write(&store, 3, vec![Fact::Customer(customer)]);
    assert_eq!(blocks(), before);
}

#[test]
fn numbers_lead_to_whoever_has_them_now() {
    let store = MemoryStore::new();
    let tckn = IdentityNo::try_new(IdentityKind::Tckn, "10000000146").unwrap();
    let iban = Iban::try_new("TR330006100519786457841326").unwrap();
    let Fact::Account(plain) = account(1, 8) else { unreachable!() };
    let with_iban = Fact::Account(Account { iban: Some(iban), ..plain });
    write(
        &store,
        1,
        vec![
            named(7, "Işıl"),
            named(8, "Şule"),
            Fact::Identifier(Identifier { customer: CustomerNo(7), number: tckn }),
            mobile(7, "+905321234567"),
            mobile(8, "+905321234567"),
            with_iban,
            card(1, 7, "4017"),
            card(2, 7, "4017"),
            card(3, 8, "4017"),
        ],
    );
    assert_eq!(by_alias(&store, AliasKind::Identity, "10000000146"), [7]);
    assert_eq!(by_alias(&store, AliasKind::Phone, "+905321234567"), [7, 8]);
    assert_eq!(by_alias(&store, AliasKind::Iban, "TR330006100519786457841326"), [8]);
    assert_eq!(by_alias(&store, AliasKind::Card, "4017"), [7, 8]);
    assert_eq!(by_alias(&store, AliasKind::Card, "4018"), Vec::<u64>::new());

    // one of two cards of that end is renewed: the other still leads there
    write(&store, 2, vec![card(1, 7, "9999"), card(3, 8, "8888")]);
    assert_eq!(by_alias(&store, AliasKind::Card, "4017"), [7]);
    assert_eq!(by_alias(&store, AliasKind::Card, "9999"), [7]);
    let second = IdentityNo::try_new(IdentityKind::Tckn, "12345678950").unwrap();
    write(&store, 3, vec![Fact::Identifier(Identifier { customer: CustomerNo(7), number: second })]);
    assert_eq!(by_alias(&store, AliasKind::Identity, "10000000146"), Vec::<u64>::new());
    assert_eq!(by_alias(&store, AliasKind::Identity, "12345678950"), [7]);
}

#[test]
fn no_number_stands_in_clear_in_keys_or_rows() {
    let store = MemoryStore::new();
    let tckn = IdentityNo::try_new(IdentityKind::Tckn, "10000000146").unwrap();
    let fact = Fact::Identifier(Identifier { customer: CustomerNo(7), number: tckn });
    write(&store, 1, vec![named(7, "Işıl"), fact, card(1, 7, "4017")]);
    let rows = store.scan(Table::Alias, KeyRange::all(), 100).unwrap();
    assert_eq!(rows.len(), 2);
    for row in rows {
        for secret in [&b"10000000146"[..], b"4017"] {
            assert!(!row.key.windows(secret.len()).any(|part| part == secret));
            assert!(!row.value.windows(secret.len()).any(|part| part == secret));
        }
    }
}

#[test]
fn a_store_of_an_earlier_program_gets_what_it_lacks_once() {
    let store = MemoryStore::new();
    let people = (1..=300).map(|no| named(no, "Işıl"));
    write(&store, 1, people.chain([account(1, 7), mobile(7, "+905321234567"), card(1, 9, "4017")]).collect());
    // as if the program that wrote it knew neither
    let mut gone = Vec::new();
    for table in [Table::Name, Table::Alias] {
        let rows = store.scan(table, KeyRange::all(), 1_000).unwrap();
        gone.extend(rows.into_iter().map(|row| (table, row.key)));
    }
    store
        .commit(crate::store::Batch {
            request_id: crate::store::RequestId(99),
            digest: [9; 32],
            result: Vec::new(),
            expects: Vec::new(),
            puts: Vec::new(),
            deletes: gone,
            adds: Vec::new(),
        })
        .unwrap();
    assert!(!is_complete(&store).unwrap() && is_sound(&store));

    let directory = Directory::new();
    let mut told = 0;
    directory.fill(&store, &mut |facts| told = facts).unwrap();
    assert!(told >= 303, "{told}");
    assert_eq!(directory.read(&store, Index::len).unwrap(), 300);
    assert_eq!(by_alias(&store, AliasKind::Phone, "+905321234567"), [7]);
    assert_eq!(by_alias(&store, AliasKind::Card, "4017"), [9]);
    assert!(is_complete(&store).unwrap() && is_sound(&store));
    let sequence = store.sequence().unwrap();
    complete(&store, &mut |_| {}).unwrap();
    assert_eq!(store.sequence().unwrap(), sequence);
}

#[test]
fn verification_names_what_does_not_agree() {
    let store = MemoryStore::new();
    write(&store, 1, vec![named(7, "Işıl"), named(8, "Şule"), named(9, "Ömer"), card(1, 9, "4017")]);
    complete(&store, &mut |_| {}).unwrap();
    assert!(is_sound(&store));
    for (table, faults) in [(Table::Name, 3), (Table::Alias, 4)] {
        let rows = store.scan(table, KeyRange::all(), 10).unwrap();
        for row in rows {
            store
                .commit(crate::store::Batch {
                    request_id: crate::store::RequestId(100 + u128::from(table.byte())),
                    digest: [table.byte(); 32],
                    result: Vec::new(),
                    expects: Vec::new(),
                    puts: Vec::new(),
                    deletes: vec![(table, row.key)],
                    adds: Vec::new(),
                })
                .unwrap();
        }
        let report = verify_bank(&store, &[Check::Indexes], &mut |_, _| {}).unwrap();
        let places: BTreeSet<_> =
            report.faults.iter().map(|fault| (&fault.place, fault.what.id.key())).collect();
        assert_eq!(places.len(), faults, "{places:?}");
    }
}

#[test]
fn a_name_of_nobody_is_nobody() {
    let store = MemoryStore::new();
    let directory = Directory::new();
    assert_eq!(found(&directory, &store, "isil"), Vec::<u64>::new());
    let Fact::Customer(mut customer) = named(7, "Işıl") else { unreachable!() };
    customer.name = Some(Name { given: String::new(), family: "Çınar Gıda A.Ş.".to_owned() });
    customer.kind = CustomerKind::Company;
    write(&store, 1, vec![Fact::Customer(customer), account(AccountId(3).0, 7)]);
    assert_eq!(found(&directory, &store, "cinar gida as"), [7]);
}
