use super::*;
use crate::{
    domain::{
        CustomerNo, RequestKey,
        channel::Touchpoint,
        operator::OperatorId,
        receipt::{ReceiptLine, ReceiptNo},
    },
    text::Said,
    time::{Day, Moment},
};

fn said(tr: &str, en: &str) -> Said {
    Said { tr: tr.to_owned(), en: en.to_owned() }
}

fn line(tr: &str, en: &str, minor: i64) -> ReceiptLine {
    ReceiptLine { label: said(tr, en), money: Some(Money::new(minor, Currency::TRY)), text: None }
}

fn leg(name: Said, state: LegState, text: Said, lines: Vec<ReceiptLine>) -> ReceiptLeg {
    ReceiptLeg { name, state, text, lines, entries: Vec::new() }
}

/// The drawn run, its last leg refused.
fn receipt(printed: u32) -> Receipt {
    let rate =
        ReceiptLine { label: said("Kur", "Rate"), money: None, text: Some(said("43,2150", "43.2150")) };
    Receipt {
        no: ReceiptNo { day: Day::from_ymd(2026, 11, 24).unwrap(), serial: 871 },
        customer: CustomerNo(10_014_017),
        run: RequestKey(1),
        flow: "break-fx-fund".to_owned(),
        title: said("Boz → Döviz → Fon", "Break → FX → Fund"),
        at: Moment::parse_rfc3339("2026-11-24T10:43:00+03:00").unwrap(),
        maker: OperatorId("0412".to_owned()),
        checker: Some(OperatorId("0031".to_owned())),
        touchpoint: Touchpoint::CallCenter,
        evidence: Evidence::Spoken { record: "9031".to_owned() },
        legs: vec![
            leg(
                said("Mevduat bozma", "Break the deposit"),
                LegState::Done,
                said("500.158,22 TL vadesize", "500,158.22 TRY to current"),
                vec![
                    line("Anapara", "Principal", 50_000_000),
                    line("Faiz, 28 gün", "Interest, 28 days", 19_178),
                    line("Stopaj", "Withholding tax", -3_356),
                ],
            ),
            leg(
                said("Döviz alım", "Buy FX"),
                LegState::Done,
                said("4.618,78 USD", "4,618.78 USD"),
                vec![rate, line("Tutar", "Cost", -19_960_058), line("Kambiyo vergisi", "FX tax", -39_920)],
            ),
            leg(
                said("Fon alım emri", "Order the fund"),
                LegState::Refused,
                said("kesim saati 13:30 geçti", "past the cut-off, 13:30"),
                Vec::new(),
            ),
        ],
        entries: Vec::new(),
        reverses: None,
        reason: None,
        reversed_by: None,
        printed,
    }
}

#[test]
fn a_receipt_reads_like_one() {
    insta::assert_snapshot!("receipt_tr", lines(&receipt(1), Lang::Tr).join("\n"));
    insta::assert_snapshot!("receipt_copy_en", lines(&receipt(2), Lang::En).join("\n"));
}

#[test]
fn no_line_is_wider_than_the_paper_and_no_word_of_an_amount_is_lost() {
    let mut wide = receipt(3);
    wide.legs[0].lines = vec![line("Anapara", "Principal", 99_999_999_999_999_999)];
    wide.evidence = Evidence::Spoken { record: "çağrı ".repeat(40) };
    for lang in Lang::ALL {
        let lines = lines(&wide, lang);
        assert!(lines.iter().all(|line| safe::cells(line) <= WIDTH), "{lines:#?}");
        let spelled = spelled::money(Money::new(99_999_999_999_999_999, Currency::TRY), lang);
        let letters = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
        assert!(letters(&lines.join("")).contains(&letters(&spelled)));
    }
}

#[test]
fn the_words_of_an_amount_have_no_sign() {
    let mut paper = receipt(1);
    paper.legs = vec![leg(
        said("Döviz alım", "Buy FX"),
        LegState::Done,
        said("x", "x"),
        vec![line("Tutar", "Amount", -50_000)],
    )];
    for (lang, words) in
        [(Lang::Tr, "Yalnız beşyüz Türk lirası"), (Lang::En, "In words: five hundred Turkish lira")]
    {
        let drawn = lines(&paper, lang).join("\n");
        assert!(drawn.contains(words), "{drawn}");
    }
}

/// What a reversal takes from the account is said as that, and a demo bank's yes as one without a record.
#[test]
fn a_reversal_ends_with_what_it_takes_and_a_sample_bank_has_no_record() {
    let mut back = receipt(1);
    for line in back.legs.iter_mut().flat_map(|leg| &mut leg.lines) {
        line.money = line.money.map(|money| money.negated().unwrap());
    }
    let original = back.no;
    back.reverses = Some(original);
    back.reason = Some("müşteri cayma bildirdi\u{1b}[2J".to_owned());
    back.evidence = Evidence::Spoken { record: DEMO_RECORD.to_owned() };
    let tr = lines(&back, Lang::Tr);
    let taken = tr.iter().find(|line| line.starts_with("Bu geri almayla vadesizden çıkan")).unwrap();
    assert!(taken.ends_with("300.158,44 TL") && !taken.contains(['-', '−']), "{taken}");
    assert!(!tr.iter().any(|line| line.contains("vadesizde kalan")), "{tr:#?}");
    assert!(tr.iter().any(|line| line == "Müşterinin onayı: örnek banka, görüşme kaydı yoktur"), "{tr:#?}");
    assert!(!tr.iter().any(|line| line.contains("eksi")), "{tr:#?}");
    let why = tr.iter().find(|line| line.starts_with("Gerekçe: müşteri cayma bildirdi")).unwrap();
    assert!(!why.contains('\u{1b}'), "{why}");
    assert!(lines(&back, Lang::En).iter().any(|line| line.starts_with("Reason: müşteri cayma bildirdi")));
}
