use super::*;
use crate::{
    domain::{
        RequestKey,
        identity::{IdentityKind, IdentityNo},
    },
    service::{
        commit::{Intent, commit},
        directory::complete,
        fixtures::{customer_of, day, mobile},
        load_customer,
        verify::{Check, verify_bank},
    },
    store::{Batch, RequestId, memory::MemoryStore},
};

fn write(store: &dyn Store, step: u128, facts: Vec<Fact>) {
    let mut intent = Intent::new(RequestKey(step), &step, &()).unwrap();
    intent.facts = facts;
    commit(store, intent).unwrap();
}

fn born(no: u64, given: &str, family: &str, birth: &str) -> Fact {
    let Fact::Customer(mut customer) = customer_of("bank", no, given) else { unreachable!() };
    customer.name =
        Some(crate::domain::customer::Name { given: given.to_owned(), family: family.to_owned() });
    customer.birth = Some(day(birth));
    Fact::Customer(customer)
}

fn identity(no: u64, digits: &str) -> Fact {
    let number = IdentityNo::try_new(IdentityKind::Tckn, digits).unwrap();
    Fact::Identifier(Identifier { customer: CustomerNo(no), number })
}

fn home(no: u64, address: &str) -> Fact {
    let Fact::Contact(mut contact) = mobile(no, "+905321234567") else { unreachable!() };
    contact.kind = ContactKind::Address;
    contact.value = address.to_owned();
    Fact::Contact(contact)
}

fn seen(store: &dyn Store, no: u64) -> Vec<(Kinship, u64)> {
    let loaded = load_customer(store, CustomerNo(no)).unwrap().unwrap();
    of(store, &loaded.facts).unwrap().into_iter().map(|kin| (kin.how, kin.customer.0)).collect()
}

const ONE: &str = "10000000146";
const OTHER: &str = "12345678950";

/// One and the other in words: name, identity number, telephone, address; and what they are to one another.
#[test]
fn two_records_by_table() {
    use Kinship::{SameIdentity, SameNameBirthPhone, Twin};
    type Row = (&'static str, &'static str, &'static str, Option<&'static str>, &'static str, &'static str);
    let one: Row = ("Şükrü", "Çağlayan", "1969-11-02", Some(ONE), "+905321234567", "Çınar Sok. No: 18/3");
    let far = "+905329999999";
    let table: [(Row, Option<Kinship>); 10] = [
        // spelled as an old terminal did, without an identity number
        (("SUKRU", "CAGLAYAN", "1969-11-02", None, one.4, "Başka"), Some(SameNameBirthPhone)),
        // another telephone: a namesake
        (("SUKRU", "CAGLAYAN", "1969-11-02", None, far, one.5), None),
        // another day of birth: father and son
        (("Şükrü", "Çağlayan", "1991-11-02", None, one.4, one.5), None),
        // one identity number is one person, whatever else is written
        (("Ayşe", "Demir", "1980-01-01", Some(ONE), far, "Başka"), Some(SameIdentity)),
        // two identity numbers are two people
        (("Şükrü", "Çağlayan", "1969-11-02", Some(OTHER), one.4, one.5), None),
        (("Efe", "Çağlayan", "1969-11-02", Some(OTHER), far, "CINAR SOK NO 18 3"), Some(Twin)),
        (("Efe", "Çağlayan", "1969-11-02", Some(OTHER), one.4, "Başka"), Some(Twin)),
        // born on one day with one name, and nothing in common: chance
        (("Efe", "Çağlayan", "1969-11-02", Some(OTHER), far, "Başka"), None),
        // without an identity number nobody knows whether it is another person
        (("Efe", "Çağlayan", "1969-11-02", None, one.4, one.5), None),
        (("Efe", "Demir", "1969-11-02", Some(OTHER), one.4, one.5), None),
    ];
    for (other, kinship) in table {
        let store = MemoryStore::new();
        for (no, row) in [(7, one), (8, other)] {
            let (given, family, birth, number, phone, address) = row;
            let mut facts = vec![born(no, given, family, birth), mobile(no, phone), home(no, address)];
            facts.extend(number.map(|digits| identity(no, digits)));
            write(&store, u128::from(no), facts);
        }
        let expected = |no| kinship.map(|how| (how, no)).into_iter().collect::<Vec<_>>();
        assert_eq!(seen(&store, 7), expected(8), "{other:?}");
        assert_eq!(seen(&store, 8), expected(7), "{other:?}");
    }
}

#[test]
fn what_was_corrected_is_seen_no_more() {
    let store = MemoryStore::new();
    write(
        &store,
        1,
        vec![born(7, "Işıl", "Kaya", "1980-05-05"), mobile(7, "+905321234567"), identity(7, ONE)],
    );
    write(
        &store,
        2,
        vec![born(8, "ISIL", "KAYA", "1980-05-05"), mobile(8, "+905321234567"), identity(8, ONE)],
    );
    assert_eq!(seen(&store, 7), [(Kinship::SameIdentity, 8)]);
    write(&store, 3, vec![identity(8, OTHER)]);
    assert_eq!(seen(&store, 7), []);
    write(&store, 4, vec![born(8, "Işık", "Kaya", "1980-05-05")]);
    assert_eq!(seen(&store, 7), [(Kinship::Twin, 8)]);
    write(&store, 5, vec![born(8, "Işık", "Kaya", "1980-05-06")]);
    assert_eq!(seen(&store, 7), []);
    assert_eq!(store.scan(Table::Kin, KeyRange::all(), 100).unwrap().len(), 4);
    complete(&store, &mut |_| {}).unwrap();
    assert!(verify_bank(&store, &[Check::Indexes], &mut |_, _| {}).unwrap().is_clean());
}

#[test]
fn a_store_of_an_earlier_program_gets_its_signs_once() {
    let store = MemoryStore::new();
    write(&store, 1, vec![born(7, "Işıl", "Kaya", "1980-05-05"), identity(7, ONE)]);
    write(&store, 2, vec![born(8, "Işıl", "Kaya", "1980-05-05"), identity(8, ONE)]);
    complete(&store, &mut |_| {}).unwrap();
    let names = || store.scan(Table::Name, KeyRange::all(), 100).unwrap().len();
    let (before, rows) = (names(), store.scan(Table::Kin, KeyRange::all(), 100).unwrap());
    let (table, key) = tables::meta("directory");
    let form = Put::seal((table, key), &1_u32).unwrap();
    store
        .commit(Batch {
            request_id: RequestId(99),
            digest: [9; 32],
            result: Vec::new(),
            expects: Vec::new(),
            puts: vec![(form.table, form.key, form.value)],
            deletes: rows.into_iter().map(|row| (Table::Kin, row.key)).collect(),
            adds: Vec::new(),
        })
        .unwrap();
    assert_eq!(seen(&store, 7), []);
    complete(&store, &mut |_| {}).unwrap();
    assert_eq!(seen(&store, 7), [(Kinship::SameIdentity, 8)]);
    assert_eq!(names(), before);
    assert!(verify_bank(&store, &[Check::Indexes], &mut |_, _| {}).unwrap().is_clean());
}

#[test]
fn no_name_or_number_stands_in_a_row() {
    let store = MemoryStore::new();
    write(&store, 1, vec![born(7, "Işıl", "Kaya", "1980-05-05"), identity(7, ONE)]);
    for row in store.scan(Table::Kin, KeyRange::all(), 100).unwrap() {
        for secret in [ONE.as_bytes(), b"kaya", b"Kaya"] {
            assert!(
                ![&row.key, &row.value]
                    .iter()
                    .any(|part| part.windows(secret.len()).any(|own| own == secret))
            );
        }
    }
}
