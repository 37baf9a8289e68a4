use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::super::{
    Layout, Outcome, Reject, sample, survey,
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
                    all.extend(facts.into_iter().map(|fact| (fact, currency)))
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
        match fact {
            Fact::Customer(customer) => assert!(customers.insert(customer.no)),
            Fact::Account(account) => {
                let opening = account.opening.map_or(0, |money| money.minor);
                assert!(accounts.insert(account.id, (account.currency, opening)).is_none());
            }
            _ => {}
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
            assert_eq!(
                (Some(*currency), Some(*balance)),
                (*stated, row.balance),
                "{}",
                row.id
            );
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
    let balances: Vec<(i64, String)> = mine
        .iter()
        .filter_map(|fact| match fact {
            Fact::Account(account) if account.customer == drawn => ends.get(&account.id).cloned(),
            _ => None,
        })
        .collect();
    let tl = |minor| (minor, "TRY".to_owned());
    assert_eq!(
        balances,
        [
            tl(841_236),
            (1_245_000, "USD".to_owned()),
            tl(50_000_000),
            tl(64_230_000),
            tl(20_000_000)
        ]
    );
    let holdings: i64 = mine
        .iter()
        .filter_map(|fact| match fact {
            Fact::Holding(holding) if holding.customer == drawn => holding.value.map(|money| money.minor),
            _ => None,
        })
        .sum();
    assert_eq!(holdings, 15_500_000);
    let open = mine
        .iter()
        .filter(|fact| matches!(fact, Fact::Complaint(c) if c.customer == drawn && c.closed.is_none()));
    assert_eq!(open.count(), 0);
}

fn one(file: &str, header: &str, row: &str) -> Result<(), Reject> {
    let (taken, mut rejects) = import(&[held(&format!("{file}.csv"), format!("{header}\n{row}\n"))]).unwrap();
    assert_eq!(taken + rejects.len(), 1);
    rejects.pop().map_or(Ok(()), Err)
}

fn table(file: &str, header: &str, cases: &[(&str, &str)]) {
    for (row, expected) in cases {
        let seen = match one(file, header, row) {
            Ok(()) => "taken".to_owned(),
            Err(reject) => format!("{} {}", reject.code, reject.field.unwrap_or_default()),
        };
        assert_eq!(seen.trim_end(), *expected, "{row}");
    }
}

#[test]
fn identifiers_by_table() {
    table(
        "identifiers",
        "customer_no,kind,number",
        &[
            ("1,tckn,10000000146", "taken"),
            ("1,tckn,12345678950", "taken"),
            ("1,vkn,1234567890", "taken"),
            ("1,tckn,10000000147", "bad_identity number"),
            ("1,tckn,11111111110", "bad_identity number"),
            ("1,tckn,1000000014", "bad_identity number"),
            ("1,vkn,0000000001", "bad_identity number"),
            ("1,passport,U123", "unknown_value kind"),
            ("0,tckn,10000000146", "bad_number customer_no"),
            ("-1,tckn,10000000146", "bad_number customer_no"),
            ("9223372036854775808,tckn,10000000146", "bad_number customer_no"),
            (",tckn,10000000146", "empty_field customer_no"),
            ("1,tckn", "field_count"),
            ("1,tckn,10000000146,", "field_count"),
            ("\0 1,tckn,10000000146", "bad_number customer_no"),
            ("1,tckn,1000000\u{0}0146", "bad_identity number"),
        ],
    );
}

#[test]
fn accounts_and_deposits_by_table() {
    let header = "account_id,customer_no,kind,currency,iban,label,opened,closed,overdraft,opening";
    table(
        "accounts",
        header,
        &[
            (
                "1,1,demand,TRY,TR330006100519786457841326,A,2020-02-29,,0,-12.50",
                "taken",
            ),
            ("1,1,demand,TRY,,,,,,", "taken"),
            ("1,1,demand,TRY,TR330006100519786457841327,,,,,", "bad_iban iban"),
            ("1,1,demand,TL,,,,,,", "unknown_currency currency"),
            ("1,1,demand,try,,,,,,", "unknown_currency currency"),
            ("1,1,demand,,,,,,,", "empty_field currency"),
            ("1,1,demand,TRY,,,,,-1.00,", "negative overdraft"),
            ("1,1,demand,TRY,,,,,NaN,", "bad_amount overdraft"),
            ("1,1,demand,TRY,,,,,1.000,", "bad_decimals overdraft"),
            ("1,1,demand,JPY,,,,,,1.5", "bad_decimals opening"),
            (
                "1,1,demand,TRY,,,,,99999999999999999999,",
                "amount_too_large overdraft",
            ),
            ("1,1,demand,TRY,,,2026-02-30,,,", "bad_date opened"),
            ("1,1,demand,TRY,,,24.11.2026,,,", "bad_date opened"),
            ("1,1,demand,TRY,,,0202-01-01,,,", "bad_date opened"),
            ("1,1,demand,TRY,,,2026-02-02,2026-02-01,,", "date_order closed"),
        ],
    );
    table(
        "deposits",
        "account_id,customer_no,currency,principal,rate_percent,opened,matures",
        &[
            ("1,1,TRY,500000.00,41.00,2026-10-27,2026-12-01", "taken"),
            ("1,1,TRY,0,41.00,2026-10-27,2026-12-01", "not_positive principal"),
            ("1,1,TRY,1,-41.00,2026-10-27,2026-12-01", "negative rate_percent"),
            (
                "1,1,TRY,1,\"41,00\",2026-10-27,2026-12-01",
                "bad_decimal rate_percent",
            ),
            ("1,1,TRY,1,41,2026-10-27,2026-10-26", "date_order matures"),
        ],
    );
}

#[test]
fn contacts_and_consents_by_table() {
    table(
        "contacts",
        "customer_no,kind,value,confirmed",
        &[
            ("1,mobile,0532 123 45 67,", "taken"),
            ("1,mobile,+90 212 123 45 67,", "bad_phone value"),
            ("1,phone,+90 212 123 45 67,", "taken"),
            ("1,phone,12,", "bad_phone value"),
            ("1,email,ad@kurum.com.tr,2026-01-01", "taken"),
            ("1,email,ad@kurum,", "bad_mail value"),
            ("1,address,\"Moda Cad.\n34710\",", "taken"),
            ("1,fax,1,", "unknown_value kind"),
        ],
    );
    table(
        "consents",
        "customer_no,address,type,recipient_type,status,consent_date,source",
        &[
            (
                "1,+905321234567,ARAMA,BIREYSEL,ONAY,2020-01-02T10:00:00+03:00,HS_WEB",
                "taken",
            ),
            ("1,,MESAJ,TACIR,RET,2020-01-02T10:00:00+03:00,HS_WEB", "taken"),
            (
                "1,,arama,BIREYSEL,ONAY,2020-01-02T10:00:00+03:00,HS_WEB",
                "unknown_value type",
            ),
            (
                "1,,ARAMA,KURUMSAL,ONAY,2020-01-02T10:00:00+03:00,HS_WEB",
                "unknown_value recipient_type",
            ),
            (
                "1,,ARAMA,BIREYSEL,EVET,2020-01-02T10:00:00+03:00,HS_WEB",
                "unknown_value status",
            ),
            (
                "1,,ARAMA,BIREYSEL,ONAY,2015-04-30T23:59:59+03:00,HS_WEB",
                "consent_too_early consent_date",
            ),
            (
                "1,,ARAMA,BIREYSEL,ONAY,2015-05-01T00:00:00+03:00,HS_2015",
                "taken",
            ),
            (
                "1,,ARAMA,BIREYSEL,ONAY,2015-05-01T00:00:01+03:00,HS_2015",
                "consent_2015 consent_date",
            ),
            (
                "1,,ARAMA,BIREYSEL,ONAY,2020-01-02 10:00:00,HS_WEB",
                "bad_moment consent_date",
            ),
            (
                "1,,ARAMA,BIREYSEL,ONAY,2020-01-02T10:00:00+03:00,IYS_WEB",
                "bad_consent_source source",
            ),
            (
                "1,ad@kurum.com,ARAMA,BIREYSEL,ONAY,2020-01-02T10:00:00+03:00,HS_WEB",
                "bad_phone address",
            ),
        ],
    );
}

#[test]
fn cards_keep_ten_digits_and_a_bad_number_is_masked() {
    let header = "card_id,customer_no,account_id,kind,product,number,first6,last4,currency,limit,debt,minimum_due,due,paid,issued,as_of";
    table(
        "cards",
        header,
        &[
            ("1,1,,credit,Altın,4111 1111 1111 1111,,,TRY,1,0,0,,no,,", "taken"),
            ("1,1,,,Altın,,979299,1903,TRY,,,,,,,", "taken"),
            (
                "1,1,,credit,Altın,4111111111111112,,,TRY,1,0,0,,no,,",
                "bad_card_number number",
            ),
            ("1,1,,credit,Altın,,97929,1903,TRY,,,,,,,", "bad_digits first6"),
            ("1,1,,credit,Altın,,979299,1903,TRY,-1,,,,,,", "negative limit"),
            (
                "1,1,,credit,Altın,,979299,1903,TRY,,,,,maybe,,",
                "unknown_value paid",
            ),
        ],
    );
    let reject = one("cards", header, "1,1,,credit,Altın,4111111111111112,,,TRY,,,,,,,").unwrap_err();
    assert_eq!(reject.value.as_deref(), Some("************1112"));
}

#[test]
fn complaints_and_customers_by_table() {
    table(
        "complaints",
        "complaint_id,customer_no,topic,channel,opened,closed,satisfaction,currency,refund,owner,promise",
        &[
            (
                "1,1,Aidat,call_center,2026-11-18,2026-11-23,3,TRY,480.00,Kart,",
                "taken",
            ),
            ("1,1,Aidat,,2026-11-18,,,,,,2026-11-24T17:00:00+03:00", "taken"),
            ("1,1,Aidat,,2026-11-18,,0,,,,", "bad_count satisfaction"),
            ("1,1,Aidat,,2026-11-18,,6,,,,", "bad_count satisfaction"),
            ("1,1,Aidat,,2026-11-18,,,,480.00,,", "empty_field currency"),
            ("1,1,Aidat,fax,2026-11-18,,,,,,", "unknown_value channel"),
        ],
    );
    let long = format!("1,person,{},Kaya,,,,", "ş".repeat(121));
    table(
        "customers",
        "customer_no,kind,given,family,title,birth,since,branch",
        &[
            ("1,person,,,,,,", "taken"),
            ("1,company,,Ilgın A.Ş.,,,,", "taken"),
            ("1,company,Ali,Ilgın A.Ş.,,,,", "company_given_name given"),
            ("1,person,Ali,,,,,", "empty_field family"),
            ("1,person,Ali,Kaya,sir,,,", "unknown_value title"),
            ("1,person,Ali,Kaya,,2001-01-01,2000-01-01,", "date_order since"),
            (&long, "text_too_long given"),
        ],
    );
}

#[test]
fn hostile_names_lose_their_control_bytes() {
    let header = "customer_no,kind,given,family,title,birth,since,branch";
    let row = "1,person,\"A\u{1b}]0;x\u{7}\u{202e}\",\"Ka\0ya\n\u{9b}2J\",,,,";
    let (taken, _) = import(&[held("customers.csv", format!("{header}\n{row}\n"))]).unwrap();
    assert_eq!(taken, 1);
    let plan = survey(
        Layout::Warehouse,
        &[held("customers.csv", format!("{header}\n{row}\n"))],
        &mut |_| {},
    );
    let Some(Outcome::Row { facts, .. }) = plan.ok().unwrap().files[0].rows().unwrap().next() else {
        panic!("no row");
    };
    let [Fact::Customer(customer)] = facts.as_slice() else {
        panic!("no customer");
    };
    let name = customer.name.as_ref().unwrap();
    assert!(!format!("{}{}", name.given, name.family).contains(|c: char| c.is_control() || c == '\u{202e}'));
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
        let quoted = std::str::from_utf8(&bytes)
            .unwrap()
            .replacen("Deniz", "“Deniz”", 1);
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
            .map(|reject| {
                (
                    reject.line.unwrap(),
                    reject.code,
                    reject.field.unwrap_or_default(),
                )
            })
            .collect::<Vec<_>>()
    };
    let seen = rows(
        "deposits.csv",
        &text(|all| all.replace("2026-12-01", "2026-13-01")),
    );
    assert_eq!(seen, [(2, "bad_date", "matures".to_owned())]);
    let seen = rows(
        "identifiers.csv",
        &text(|all| all.replace("10000178142", "10000178143")),
    );
    assert_eq!(seen, [(2, "bad_identity", "number".to_owned())]);
    let seen = rows(
        "cards.csv",
        &text(|all| all.replace(",40000.00,18420.50", ",-40000.00,18420.50")),
    );
    assert_eq!(seen, [(2, "negative", "limit".to_owned())]);
    let seen = rows("accounts.csv", &text(|all| all.replace(",EUR,", ",EUX,")));
    assert_eq!(seen.len(), 3);
    assert!(
        seen.iter()
            .all(|(_, code, field)| (*code, field.as_str()) == ("unknown_currency", "currency"))
    );
    let seen = rows("transactions.csv", &|bytes| bytes[..bytes.len() - 30].to_vec());
    assert_eq!(seen, [(1_617, "cut_record", String::new())]);
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
    assert!(rejects[0].reason.say(Lang::Tr).contains("65.536"));
}

proptest! {
    #[test]
    fn any_bytes_are_told_never_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let head = b"customer_no,kind,value,confirmed\n".to_vec();
        let lines = bytes.iter().filter(|byte| **byte == b'\n').count() + 1;
        if let Ok((taken, rejects)) = import(&[held("contacts.csv", [head, bytes].concat())]) {
            prop_assert!(taken + rejects.len() <= lines);
        }
    }
}
