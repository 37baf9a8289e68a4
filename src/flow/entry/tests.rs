use proptest::prelude::*;

use super::*;
use crate::text::Lang;

fn said(typed: &str, lang: Option<Lang>) -> String {
    match read(typed, Currency::TRY, lang) {
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
        200.000 = flow-entry-unsure
        200,000 = flow-entry-unsure
        1,005 TL = flow-entry-unsure
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
    for lang in [None, Some(Lang::Tr), Some(Lang::En)] {
        assert_eq!(said("", lang), "flow-entry-empty");
        assert_eq!(said("  ", lang), "flow-entry-empty");
    }
}

fn check(table: &str) {
    for case in table.lines() {
        let (typed, expected) = case.rsplit_once('=').expect(case);
        assert_eq!(said(typed.trim(), None), expected.trim(), "{case}");
    }
}

/// What was typed, what it is to somebody who writes Turkish, and to somebody who writes English.
const BOTH: &str = "
    12,345      | flow-entry-unsure   | 12345.00
    12.345      | 12345.00            | flow-entry-unsure
    12.345 TL   | 12345.00            | flow-entry-unsure
    200.000     | 200000.00           | flow-entry-unsure
    200,000     | flow-entry-unsure   | 200000.00
    200.000,00  | 200000.00           | 200000.00
    200,000.00  | 200000.00           | 200000.00
    1.234,5     | 1234.50             | 1234.50
    1,234.5     | 1234.50             | 1234.50
    1234,567    | flow-entry-decimals | flow-entry-decimals
    1234.567    | flow-entry-decimals | flow-entry-decimals
    1.23        | 1.23                | 1.23
    12,34       | 12.34               | 12.34
    1,5         | 1.50                | 1.50
    1.234.567   | 1234567.00          | 1234567.00
    1,234,567   | 1234567.00          | 1234567.00
    1.234,567   | flow-entry-decimals | flow-entry-decimals
    1.2345      | flow-entry-decimals | flow-entry-decimals
    0,500       | 0.50                | 0.50
    0.500       | 0.50                | 0.50
    012,345     | flow-entry-decimals | flow-entry-decimals
    200b        | 200000.00           | 200000.00
    200k        | 200000.00           | 200000.00
    1,5m        | 1500000.00          | 1500000.00
    1.5m        | 1500000.00          | 1500000.00
    1,500m      | flow-entry-unsure   | flow-entry-unsure
    1.500m      | flow-entry-unsure   | flow-entry-unsure
    12,345b     | flow-entry-unsure   | flow-entry-unsure
    12,3456b    | 12345.60            | 12345.60
    %40         | 40%                 | 40%
    %12,345     | 12.345%             | 12.345%
    hepsi       | all                 | all
    kalan       | rest                | rest
    all         | all                 | all
    rest        | rest                | rest
    0           | flow-entry-zero     | flow-entry-zero
    -5          | flow-entry-sign     | flow-entry-sign
    -12,345     | flow-entry-sign     | flow-entry-sign
    ١٢          | flow-entry-form     | flow-entry-form
    1e6         | flow-entry-form     | flow-entry-form
    1 234       | flow-entry-form     | flow-entry-form
    1.234.5     | flow-entry-form     | flow-entry-form
    12.34,567   | flow-entry-form     | flow-entry-form";

#[test]
fn an_amount_in_the_language_of_who_types_it() {
    for case in BOTH.lines().filter(|case| case.contains('|')) {
        let cells: Vec<&str> = case.split('|').map(str::trim).collect();
        let found = Lang::ALL.map(|lang| said(cells[0], Some(lang)));
        let wanted = Lang::ALL.map(|lang| if lang == Lang::Tr { cells[1] } else { cells[2] });
        assert_eq!(found, wanted, "{case}");
        let neutral = said(cells[0], None);
        // without a language nothing is taken that one of them would read otherwise
        let same = found.iter().all(|found| *found == neutral);
        assert!(same || neutral == "flow-entry-unsure", "{case}: {neutral}");
    }
}

#[test]
fn what_is_refused_says_what_to_write() {
    let table = [
        ("12,345", Lang::Tr, "12,345 iki türlü okunur; 12.345,00 ya da 12,35 yazın"),
        ("12.345", Lang::En, "12.345 reads two ways; type 12,345.00 or 12.35"),
        ("1.500m", Lang::Tr, "1.500 iki türlü okunur; 1.500.000.000,00 ya da 1.500.000,00 yazın"),
        ("312,500k", Lang::En, "312,500 reads two ways; type 312,500,000.00 or 312,500.00"),
        ("12,3456", Lang::Tr, "12,3456 olmaz; virgülden sonra en çok 2 basamak yazın"),
    ];
    for (typed, lang, wanted) in table {
        let said = read(typed, Currency::TRY, Some(lang)).unwrap_err().say(lang);
        assert_eq!(said, wanted);
    }
    let dinar = Currency::from_code("KWD").unwrap();
    let fault = read("1.500", dinar, Some(Lang::Tr)).unwrap_err();
    assert_eq!(fault.id.key(), "flow-entry-unsure", "three decimals exist there");
}

proptest! {
    #[test]
    fn what_is_shown_is_read_back(minor in 1_i64..i64::MAX / 4) {
        let money = Money::new(minor, Currency::TRY);
        for text in [shown(money).tr, shown(money).en, canonical(money)] {
            for lang in [None, Some(Lang::Tr), Some(Lang::En)] {
                prop_assert_eq!(read(&text, Currency::TRY, lang), Ok(Entry::Amount(money)), "{}", text);
            }
        }
    }

    #[test]
    fn never_panics(text in "\\PC{0,12}|[-+%0-9.,kbm ]{0,34}") {
        let [neutral, tr, en] = [None, Some(Lang::Tr), Some(Lang::En)].map(|lang| read(&text, Currency::TRY, lang));
        if let Ok(Entry::Amount(money)) = neutral {
            prop_assert!(money.minor > 0);
        }
        // two languages never read two amounts
        if let (Ok(tr), Ok(en)) = (&tr, &en) {
            prop_assert_eq!(tr, en, "{}", text);
        }
    }
}
