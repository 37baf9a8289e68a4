use super::*;
use crate::{
    domain::{Fact, rate::ExchangeRate},
    intake::{Layout, survey, survey::tests::held},
    text::Lang,
};

fn bulletin(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Tarih_Date Tarih=\"04.12.2015\" Date=\"12/04/2015\">\n{body}\n</Tarih_Date>\n"
    )
}

fn currency(code: &str, unit: &str, buying: &str, banknote: &str) -> String {
    format!(
        "<Currency Kod=\"{code}\" CurrencyCode=\"{code}\">\n<Unit>{unit}</Unit><Isim>A &amp; B</Isim>\
         <ForexBuying>{buying}</ForexBuying><ForexSelling/><BanknoteBuying>\n\t{banknote}</BanknoteBuying></Currency>"
    )
}

fn outcomes(text: &str) -> Vec<Outcome> {
    read("today.xml", text.as_bytes()).unwrap()
}

fn rate(outcome: &Outcome) -> &ExchangeRate {
    match outcome {
        Outcome::Row { facts, .. } => match facts.as_slice() {
            [Fact::Rate(rate)] => rate,
            other => panic!("{other:?}"),
        },
        Outcome::Rejected(reject) => panic!("{reject:?}"),
    }
}

#[test]
fn units_and_missing_rates_are_kept_apart() {
    let text = bulletin(&(currency("USD", "1", "2.8921", "2.8901") + &currency("JPY", "100", "2.3475", "")));
    let seen = outcomes(&text);
    let (usd, jpy) = (rate(&seen[0]), rate(&seen[1]));
    assert_eq!(usd.day, Day::from_ymd(2015, 12, 4).unwrap());
    assert_eq!((usd.unit, usd.buying, usd.selling), (1, Some("2.8921".parse().unwrap()), None));
    assert_eq!((jpy.unit, jpy.banknote_buying), (100, None));
}

#[test]
fn bad_rows_are_rejected_with_line_and_field() {
    let table = [
        (currency("XYQ", "1", "2.5", ""), "unknown_currency", "CurrencyCode"),
        (currency("USD", "1", "-2.5", ""), "bad_rate", "ForexBuying"),
        (currency("USD", "1", "0", ""), "bad_rate", "ForexBuying"),
        (currency("USD", "1", "NaN", ""), "bad_rate", "ForexBuying"),
        (currency("USD", "1", "2,5", ""), "bad_rate", "ForexBuying"),
        (currency("USD", "0", "2.5", ""), "bad_count", "Unit"),
        (currency("USD", "", "2.5", ""), "bad_count", "Unit"),
    ];
    for (body, code, field) in table {
        let seen = outcomes(&bulletin(&(currency("EUR", "1", "3.1", "") + "\n" + &body)));
        let Outcome::Rejected(reject) = &seen[1] else {
            panic!("{body}");
        };
        assert_eq!((reject.code, reject.field.as_deref(), reject.line), (code, Some(field), Some(6)));
    }
}

#[test]
fn documents_that_are_not_bulletins_are_refused() {
    let deep = format!("<Tarih_Date Tarih=\"04.12.2015\">{}", "<a>".repeat(10));
    let many = bulletin(&currency("USD", "1", "1", "").repeat(CURRENCIES_MAX + 1));
    let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]>\n<Tarih_Date Tarih=\"04.12.2015\">&c;</Tarih_Date>";
    let large = " ".repeat(usize::try_from(XML_BYTES_MAX).unwrap() + 1);
    let table = [
        ("", "not_rates"),
        ("not xml at all", "not_rates"),
        ("<Tarih_Date Tarih=\"04.12.2015\">", "bad_xml"),
        ("<Tarih_Date Tarih=\"04.12.2015\"></Currency>", "bad_xml"),
        ("<Tarih_Date Tarih=\"04.12.2015\"><Currency", "bad_xml"),
        ("<Tarih_Date Tarih=\"04.12.2015\"></Tarih_Date>", "rates_none"),
        ("<Tarih_Date Tarih=\"31.02.2015\"><Currency CurrencyCode=\"USD\"/></Tarih_Date>", "bad_date"),
        ("<Tarih_Date Tarih=\"4.12.2015\"><Currency CurrencyCode=\"USD\"/></Tarih_Date>", "bad_date"),
        ("<Tarih_Date><Currency CurrencyCode=\"USD\"/></Tarih_Date>", "bad_date"),
        (&deep, "bad_xml"),
        (&many, "rates_many"),
        (bomb, "xml_entity"),
        (&large, "xml_too_large"),
    ];
    for (text, code) in table {
        let refused = survey(Layout::Rates, &[held("today.xml", text)], &mut |_| {});
        let rejects = refused.err().unwrap();
        assert_eq!((rejects.len(), rejects[0].code), (1, code), "{:?}", text.get(..80));
        assert!(!rejects[0].reason.say(Lang::Tr).starts_with("intake-"));
    }
}

#[test]
fn letters_come_by_the_declared_encoding() {
    let latin5 = b"<?xml version=\"1.0\" encoding=\"ISO-8859-9\"?>\n<Tarih_Date Tarih=\"04.12.2015\"><Currency CurrencyCode=\"GBP\"><Unit>1</Unit><Isim>\xddNG\xddL\xddZ</Isim></Currency></Tarih_Date>";
    assert_eq!(read("today.xml", latin5.as_slice()).unwrap().len(), 1);
    let undeclared: Vec<u8> = latin5.iter().skip(43).copied().collect();
    let refused = read("today.xml", undeclared.as_slice()).unwrap_err();
    assert_eq!((refused.code, refused.line), ("bad_encoding", Some(2)));
}

#[test]
fn the_real_bulletin_has_eighteen_currencies() {
    use std::{io::Write, path::Path};
    let folder = std::env::var_os("TEKIL_DATA")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), Into::into);
    let Ok(bytes) = std::fs::read(folder.join("rates/today.xml")) else {
        let _ = writeln!(
            std::io::stderr(),
            "rates data absent (set TEKIL_DATA): only invented bulletins are checked"
        );
        return;
    };
    let plan = survey(Layout::Rates, &[held("today.xml", bytes)], &mut |_| {}).ok().unwrap();
    let seen: Vec<Outcome> = plan.files[0].rows().unwrap().collect();
    assert_eq!(seen.len(), 18);
    let find = |code: &str| seen.iter().map(rate).find(|rate| rate.currency.code() == code).unwrap();
    let usd = find("USD");
    assert_eq!((usd.buying, usd.selling), (Some("2.8921".parse().unwrap()), Some("2.8973".parse().unwrap())));
    assert_eq!(find("JPY").unit, 100);
    assert_eq!((find("CNY").banknote_buying, find("CNY").buying.is_some()), (None, true));
}
