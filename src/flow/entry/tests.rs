use proptest::prelude::*;

use super::*;
use crate::text::Lang;

fn said(typed: &str) -> String {
    match read(typed, Currency::TRY) {
        Ok(Entry::Amount(money)) => canonical(money),
        Ok(Entry::Percent(percent)) => format!("{}%", percent.normalize()),
        Ok(Entry::All) => "all".to_owned(),
        Ok(Entry::Rest) => "rest".to_owned(),
        Err(message) => message.id.key().to_owned(),
    }
}

#[test]
fn amounts_by_table() {
    let table = "\
        200b = 200000.00
        200 b = 200000.00
        200B = 200000.00
        200k = 200000.00
        200 bin = 200000.00
        200 BİN TL = 200000.00
        1,5m = 1500000.00
        1.5m = 1500000.00
        1,5 milyon = 1500000.00
        1.25 million = 1250000.00
        0,75m = 750000.00
        200000 = 200000.00
        200.000 = 200000.00
        200,000 = 200000.00
        200.000,00 = 200000.00
        200,000.00 = 200000.00
        200.000,5 TL = 200000.50
        200,000.5 TRY = 200000.50
        1.234.567 = 1234567.00
        1,234,567.89 = 1234567.89
        1.234.567,89 = 1234567.89
        99,90 = 99.90
        99.9 = 99.90
        0,01 = 0.01
        ₺ 5 = flow-entry-form
        5₺ = 5.00
        %40 = 40%
        40% = 40%
        % 12,5 = 12.5%
        12.5 % = 12.5%
        %12.125 = 12.125%
        %100 = 100%
        hepsi = all
        HEPSİ = all
        Tümü = all
        all = all
        kalan = rest
        KALAN = rest
        rest = rest";
    check(table);
}

#[test]
fn refusals_by_table() {
    let table = "\
        %0 = flow-entry-percent
        %101 = flow-entry-percent
        -5 = flow-entry-sign
        +5 = flow-entry-sign
        0 = flow-entry-zero
        0,00 = flow-entry-zero
        0,001 = flow-entry-decimals
        0.500 = 0.50
        1,005 TL = 1005.00
        12,3456 = flow-entry-decimals
        1.500m = flow-entry-unsure
        1,500b = flow-entry-unsure
        1.2.3 = flow-entry-form
        1,23,456 = flow-entry-form
        1.23,456.7 = flow-entry-form
        12.34.567 = flow-entry-form
        ,5 = flow-entry-form
        5, = flow-entry-form
        5x = flow-entry-form
        5 USD = flow-entry-form
        beş = flow-entry-form
        1e5 = flow-entry-form
        5-5 = flow-entry-form
        99999999999999999999 = flow-entry-large
        99999999999999m = flow-entry-large
        1000000000000000000000000000000000 = flow-entry-form";
    check(table);
    assert_eq!(said(""), "flow-entry-empty");
    assert_eq!(said("  "), "flow-entry-empty");
}

fn check(table: &str) {
    for case in table.lines() {
        let (typed, expected) = case.rsplit_once('=').expect(case);
        assert_eq!(said(typed.trim()), expected.trim(), "{case}");
    }
}

#[test]
fn what_is_refused_says_what_to_write() {
    let message = read("1.500m", Currency::TRY).unwrap_err();
    for (lang, parts) in [(Lang::Tr, ["1500", "1,5"]), (Lang::En, ["1500", "1,5"])] {
        let said = message.say(lang);
        assert!(parts.iter().all(|part| said.contains(part)), "{said}");
    }
    let dinar = Currency::from_code("KWD").unwrap();
    assert_eq!(read("1.500", dinar).unwrap_err().id.key(), "flow-entry-unsure", "three decimals exist there");
}

proptest! {
    #[test]
    fn what_is_shown_is_read_back(minor in 1_i64..i64::MAX / 4) {
        let money = Money::new(minor, Currency::TRY);
        for text in [shown(money).tr, shown(money).en, canonical(money)] {
            prop_assert_eq!(read(&text, Currency::TRY), Ok(Entry::Amount(money)), "{}", text);
        }
    }

    #[test]
    fn never_panics(text in "\\PC{0,12}|[-+%0-9.,kbm ]{0,34}") {
        if let Ok(Entry::Amount(money)) = read(&text, Currency::TRY) {
            prop_assert!(money.minor > 0);
        }
    }
}
