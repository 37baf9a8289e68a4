mod rows;

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::super::{
    Layout, Outcome, sample, survey,
    survey::tests::{held, import, sample_with},
};
use crate::{
    domain::{AccountId, CustomerNo, Fact},
    money::Currency,
    text::Lang,
};

fn facts() -> Vec<(Fact, Option<Currency>)> {
    let plan = survey(Layout::Warehouse, &sample(), &mut |_| {}).ok().unwrap();
    let mut all = Vec::new();
    for file in &plan.files {
        for outcome in file.rows().unwrap() {
            match outcome {
                Outcome::Row { facts, currency, .. } => {
                    all.extend(facts.into_iter().map(|fact| (fact, currency)));
                }
                Outcome::Rejected(reject) => panic!("{reject:?}"),
            }
        }
    }
    all
}

#[test]
fn the_sample_is_taken_whole_and_every_table_has_rows() {
    let kinds: BTreeSet<_> = facts()
        .iter()
        .map(|(fact, _)| std::mem::discriminant(fact))
        .map(|kind| format!("{kind:?}"))
        .collect();
    assert_eq!(kinds.len(), 13);
    let bytes: u64 = sample().iter().map(|file| file.size()).sum();
    assert!(bytes <= 400 * 1024, "{bytes}");
}

/// What the importer must find true of every set: no doubles, no strangers, balances that follow the rows.
#[test]
fn the_sample_hangs_together() {
    let facts = facts();
    let mut customers = BTreeSet::new();
    let mut accounts: BTreeMap<AccountId, (Currency, i64)> = BTreeMap::new();
    for (fact, _) in &facts {
        if let Fact::Customer(customer) = fact {
            assert!(customers.insert(customer.no));
        }
        if let Fact::Account(account) = fact {
            let opening = account.opening.map_or(0, |money| money.minor);
            assert!(accounts.insert(account.id, (account.currency, opening)).is_none());
        }
    }
    for (fact, stated) in &facts {
        match fact.about() {
            crate::domain::fact::About::Customer(no) => assert!(customers.contains(&no), "{no}"),
            crate::domain::fact::About::Account(id) => assert!(accounts.contains_key(&id), "{id}"),
            crate::domain::fact::About::Nobody => {}
        }
        if let Fact::Statement(row) = fact {
            let (currency, balance) = accounts.get_mut(&row.account).unwrap();
            *balance += row.minor;
            assert_eq!((Some(*currency), Some(*balance)), (*stated, row.balance), "{}", row.id);
        }
    }
    assert_eq!(customers.len(), 47);
}

/// The customer that the screens are drawn with.
#[test]
fn the_drawn_customer_has_the_drawn_figures() {
    let drawn = CustomerNo(10_014_017);
    let facts = facts();
    let mut ends = BTreeMap::new();
    for (fact, currency) in &facts {
        if let Fact::Statement(row) = fact {
            ends.insert(row.account, (row.balance.unwrap(), currency.unwrap().to_string()));
        }
    }
    let mine: Vec<&Fact> = facts.iter().map(|(fact, _)| fact).collect();
    let mut balances = Vec::new();
    for fact in &mine {
        if let Fact::Account(account) = fact
            && account.customer == drawn
        {
            balances.push(ends[&account.id].clone());
        }
    }
    let tl = |minor| (minor, "TRY".to_owned());
    assert_eq!(
        balances,
        [tl(841_236), (1_245_000, "USD".to_owned()), tl(50_000_000), tl(64_230_000), tl(20_000_000)]
    );
    let mut holdings = 0;
    for fact in &mine {
        if let Fact::Holding(holding) = fact
            && holding.customer == drawn
        {
            holdings += holding.value.unwrap().minor;
        }
    }
    assert_eq!(holdings, 15_500_000);
    let open = mine
        .iter()
        .filter(|fact| matches!(fact, Fact::Complaint(c) if c.customer == drawn && c.closed.is_none()));
    assert_eq!(open.count(), 0);
}

fn text(change: impl Fn(&str) -> String) -> impl Fn(Vec<u8>) -> Vec<u8> {
    move |bytes| change(std::str::from_utf8(&bytes).unwrap()).into_bytes()
}

/// The broken variants of the sample that a row or a file itself can show. Doubles are the importer's.
#[test]
fn broken_variants_are_refused_whole_or_cost_their_rows() {
    let whole = |name: &str, change: &dyn Fn(Vec<u8>) -> Vec<u8>| {
        let rejects = import(&sample_with(name, change)).unwrap_err();
        (rejects[0].code, rejects[0].line)
    };
    assert_eq!(
        whole("loans.csv", &text(|all| all.replacen("purpose", "porpose", 1))),
        ("column_unknown", Some(1))
    );
    let windows = |bytes: Vec<u8>| {
        let quoted = std::str::from_utf8(&bytes).unwrap().replacen("Deniz", "“Deniz”", 1);
        encoding_rs::WINDOWS_1254.encode(&quoted).0.into_owned()
    };
    assert_eq!(whole("customers.csv", &windows), ("bad_encoding", Some(2)));
    let (all, none) = import(&sample()).unwrap();
    assert_eq!(none, []);
    let rows = |name: &str, change: &dyn Fn(Vec<u8>) -> Vec<u8>| {
        let (taken, rejects) = import(&sample_with(name, change)).unwrap();
        assert_eq!(taken + rejects.len(), all, "{name}");
        rejects
            .into_iter()
            .map(|reject| (reject.line.unwrap(), reject.code, reject.field.unwrap_or_default()))
            .collect::<Vec<_>>()
    };
    let seen = rows("deposits.csv", &text(|all| all.replace("2026-12-01", "2026-13-01")));
    assert_eq!(seen, [(2, "bad_date", "matures".to_owned())]);
    let seen = rows("identifiers.csv", &text(|all| all.replace("10000178142", "10000178143")));
    assert_eq!(seen, [(2, "bad_identity", "number".to_owned())]);
    let seen = rows("cards.csv", &text(|all| all.replace(",40000.00,18420.50", ",-40000.00,18420.50")));
    assert_eq!(seen, [(2, "negative", "limit".to_owned())]);
    let seen = rows("accounts.csv", &text(|all| all.replace(",EUR,", ",EUX,")));
    let in_euro = |fact: &Fact| matches!(fact, Fact::Account(account) if account.currency.code() == "EUR");
    let euro_accounts = facts().iter().filter(|(fact, _)| in_euro(fact)).count();
    assert!(euro_accounts > 0);
    assert_eq!(seen.len(), euro_accounts);
    assert!(seen.iter().all(|(_, code, field)| (*code, field.as_str()) == ("unknown_currency", "currency")));
    let transactions = include_str!("../../../fixtures/warehouse/transactions.csv");
    let seen = rows("transactions.csv", &|bytes| bytes[..bytes.len() - 30].to_vec());
    let last_line = u64::try_from(transactions.lines().count()).unwrap();
    assert_eq!(seen, [(last_line, "cut_record", seen[0].2.clone())]);
}

#[test]
fn a_line_of_a_hundred_megabytes_is_one_reject() {
    let long = sample_with("errors.csv", |mut bytes| {
        bytes.extend(std::iter::repeat_n(b'x', 100 * 1024 * 1024));
        bytes.push(b'\n');
        bytes
    });
    let (all, _) = import(&sample()).unwrap();
    let (taken, rejects) = import(&long).unwrap();
    assert_eq!(taken, all);
    let codes: Vec<(&str, Option<u64>)> = rejects.iter().map(|reject| (reject.code, reject.line)).collect();
    assert_eq!(codes, [("record_too_long", Some(19))]);
    assert_eq!(rejects[0].field.as_deref(), Some("error_id"));
    assert!(rejects[0].value.as_deref().unwrap().starts_with("xxxxxxxx"), "{:?}", rejects[0].value);
    assert!(rejects[0].reason.say(Lang::Tr).contains("65.536"));
}

/// What is told of the field in which a record broke, or of a value with hidden characters.
#[test]
fn rejects_name_field_and_value_as_they_stand() {
    let head = "customer_no,kind,given,family,title,birth,since,branch\n";
    let table = [
        // cut inside a field, inside a quoted one, and at its very end
        ("7,person,Deniz,Yala", "cut_record", "family", "Yala"),
        ("7,person,Deniz,\"Yala", "cut_record", "family", "\"Yala"),
        ("7,person,Deniz,Yalavuz,hanim,1981-04-09,2015-03-16,", "cut_record", "branch", ""),
        ("7,person,De\"niz,Yalavuz,,,,\n", "bad_quote", "given", "De\""),
        ("7,person,Deniz\n", "field_count", "given", "Deniz"),
        ("7,person,Deniz,Yalavuz,,,,Moda,10000000146\n", "field_count", "9", "*******0146"),
        ("7,person,Deniz,Yalavuz,,19\u{202e}80-01-01,,\n", "bad_date", "birth", "19<U+202E>80-01-01"),
        ("7,person,Deniz,Yalavuz,,1980-01-01\u{200b},,\n", "bad_date", "birth", "1980-01-01<U+200B>"),
        ("7,pers\ton,Deniz,Yalavuz,,,,\n", "unknown_value", "kind", "pers<U+0009>on"),
    ];
    for (row, code, field, value) in table {
        let (_, rejects) = import(&[held("customers.csv", format!("{head}{row}"))]).unwrap();
        let told: Vec<_> = rejects
            .iter()
            .map(|reject| (reject.line, reject.code, reject.field.as_deref(), reject.value.as_deref()))
            .collect();
        assert_eq!(told, [(Some(2), code, Some(field), Some(value))], "{row}");
    }
}

proptest! {
    #[test]
    fn any_bytes_are_told_never_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let head = b"customer_no,kind,value,confirmed\n".to_vec();
        let lines = bytes.split(|byte| *byte == b'\n').count();
        if let Ok((taken, rejects)) = import(&[held("contacts.csv", [head, bytes].concat())]) {
            prop_assert!(taken + rejects.len() <= lines);
        }
    }
}
