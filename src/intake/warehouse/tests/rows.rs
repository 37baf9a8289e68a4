//! What single rows are taken for.

use crate::{
    domain::Fact,
    intake::{
        Layout, Outcome, Reject, survey,
        survey::tests::{held, import},
    },
};

fn one(file: &str, header: &str, row: &str) -> Result<(), Box<Reject>> {
    let (taken, mut rejects) = import(&[held(&format!("{file}.csv"), format!("{header}\n{row}\n"))]).unwrap();
    assert_eq!(taken + rejects.len(), 1);
    rejects.pop().map_or(Ok(()), |reject| Err(Box::new(reject)))
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
            ("1,tckn", "field_count kind"),
            ("1,tckn,10000000146,", "field_count 4"),
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
            ("1,1,demand,TRY,TR330006100519786457841326,A,2020-02-29,,0,-12.50", "taken"),
            ("1,1,demand,TRY,,,,,,", "taken"),
            ("1,1,demand,TRY,TR330006100519786457841327,,,,,", "bad_iban iban"),
            ("1,1,demand,TL,,,,,,", "unknown_currency currency"),
            ("1,1,demand,try,,,,,,", "unknown_currency currency"),
            ("1,1,demand,,,,,,,", "empty_field currency"),
            ("1,1,demand,TRY,,,,,-1.00,", "negative overdraft"),
            ("1,1,demand,TRY,,,,,NaN,", "bad_amount overdraft"),
            ("1,1,demand,TRY,,,,,1.000,", "bad_decimals overdraft"),
            ("1,1,demand,JPY,,,,,,1.5", "bad_decimals opening"),
            ("1,1,demand,TRY,,,,,99999999999999999999,", "amount_too_large overdraft"),
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
            ("1,1,TRY,1,\"41,00\",2026-10-27,2026-12-01", "bad_decimal rate_percent"),
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
            ("1,+905321234567,ARAMA,BIREYSEL,ONAY,2020-01-02T10:00:00+03:00,HS_WEB", "taken"),
            ("1,,MESAJ,TACIR,RET,2020-01-02T10:00:00+03:00,HS_WEB", "taken"),
            ("1,,arama,BIREYSEL,ONAY,2020-01-02T10:00:00+03:00,HS_WEB", "unknown_value type"),
            ("1,,ARAMA,KURUMSAL,ONAY,2020-01-02T10:00:00+03:00,HS_WEB", "unknown_value recipient_type"),
            ("1,,ARAMA,BIREYSEL,EVET,2020-01-02T10:00:00+03:00,HS_WEB", "unknown_value status"),
            ("1,,ARAMA,BIREYSEL,ONAY,2015-04-30T23:59:59+03:00,HS_WEB", "consent_too_early consent_date"),
            ("1,,ARAMA,BIREYSEL,ONAY,2015-05-01T00:00:00+03:00,HS_2015", "taken"),
            ("1,,ARAMA,BIREYSEL,ONAY,2015-05-01T00:00:01+03:00,HS_2015", "consent_2015 consent_date"),
            ("1,,ARAMA,BIREYSEL,ONAY,2020-01-02 10:00:00,HS_WEB", "bad_moment consent_date"),
            ("1,,ARAMA,BIREYSEL,ONAY,2020-01-02T10:00:00+03:00,IYS_WEB", "bad_consent_source source"),
            ("1,ad@kurum.com,ARAMA,BIREYSEL,ONAY,2020-01-02T10:00:00+03:00,HS_WEB", "bad_phone address"),
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
            ("1,1,,credit,Altın,4111111111111112,,,TRY,1,0,0,,no,,", "bad_card_number number"),
            ("1,1,,credit,Altın,,97929,1903,TRY,,,,,,,", "bad_digits first6"),
            ("1,1,,credit,Altın,,979299,1903,TRY,-1,,,,,,", "negative limit"),
            ("1,1,,credit,Altın,,979299,1903,TRY,,,,,maybe,,", "unknown_value paid"),
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
            ("1,1,Aidat,call_center,2026-11-18,2026-11-23,3,TRY,480.00,Kart,", "taken"),
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
    let plan = survey(Layout::Warehouse, &[held("customers.csv", format!("{header}\n{row}\n"))], &mut |_| {});
    let Some(Outcome::Row { facts, .. }) = plan.ok().unwrap().files[0].rows().unwrap().next() else {
        panic!("no row");
    };
    let [Fact::Customer(customer)] = facts.as_slice() else {
        panic!("no customer");
    };
    let name = customer.name.as_ref().unwrap();
    assert!(!format!("{}{}", name.given, name.family).contains(|c: char| c.is_control() || c == '\u{202e}'));
}

#[test]
fn restrictions_by_table() {
    table(
        "restrictions",
        "restriction_id,account_id,customer_no,kind,currency,amount,reference,since,until",
        &[
            ("1,2,3,pledge,TRY,50000.00,66002,2026-11-03,", "taken"),
            ("1,2,3,seizure,,,2026/4417,2026-11-03,2026-11-03", "taken"),
            ("1,2,3,freeze,,,1,2026-11-03,", "taken"),
            ("1,2,3,block,,,1,2026-11-03,", "taken"),
            ("1,2,3,joint_signature,,,1,2026-11-03,", "taken"),
            ("1,2,3,lien,,,1,2026-11-03,", "unknown_value kind"),
            ("1,2,3,block,,5.00,1,2026-11-03,", "empty_field currency"),
            ("1,2,3,block,TRY,0,1,2026-11-03,", "not_positive amount"),
            ("1,2,3,block,,,,2026-11-03,", "empty_field reference"),
            ("1,2,3,block,,,1,,", "empty_field since"),
            ("1,2,3,block,,,1,2026-11-03,2026-11-02", "date_order until"),
            (",2,3,block,,,1,2026-11-03,", "empty_field restriction_id"),
        ],
    );
}
