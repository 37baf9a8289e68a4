//! Entries, limits, faults, prices that move, hours, orders, postings.

use super::*;
use crate::{
    domain::{
        Refusal,
        ledger::{LedgerAccount, OwnAccount, Side},
    },
    flow::{figure::Figure, plan::OfferEnd},
    text::Lang,
};

pub(super) fn lira(minor: i64) -> Money {
    Money::new(minor, Currency::TRY)
}

fn money(run: &Run, name: &str) -> i64 {
    match run.figure(name) {
        Some(Figure::Money(money)) => money.minor,
        other => panic!("{name}: {other:?}"),
    }
}

#[test]
fn entries_by_table() {
    // fields in order of entry, then what they hold
    let table = "\
        200b, 300b            : 200000.00 300000.00
        1,5b, kalan           : 1500.00 498658.22
        1.5k, rest            : 1500.00 498658.22
        %40, kalan            : 200063.28 300094.94
        40%, 60%              : 200063.28 300094.93
        0,1m, all             : 100000.00 500158.22
        hepsi, kalan          : 500158.22 fault
        200.000,00, 100,000.5 : 200000.00 100000.50
        -5, abc               : fault fault";
    for case in table.lines() {
        let (typed, expected) = case.split_once(" : ").expect(case);
        let (fx, fund) = typed.trim().split_once(", ").expect(case);
        let mut run = begin_with(basis());
        let mut seen = Vec::new();
        for (field, typed) in [("fx_amount", fx), ("fund_amount", fund)] {
            let fault = run.set(field, typed, How::Typed).err();
            let kept = run.fields().into_iter().find(|known| known.id == field).unwrap();
            assert_eq!((kept.typed.as_str(), &kept.fault), (typed, &fault), "{case}");
            seen.push(run.value(field).unwrap_or_else(|| "fault".to_owned()));
        }
        assert_eq!(seen.join(" "), expected.trim(), "{case}");
    }
}

#[test]
fn more_than_is_paid_out_is_refused_with_what_there_is() {
    let mut run = begin_with(basis());
    run.set("fx_amount", "200b", How::Typed).unwrap();
    run.set("fund_amount", "312,500b", How::Typed).expect_err("read two ways");
    run.set("fund_amount", "312500", How::Typed).unwrap();
    assert_eq!(money(&run, "stays"), -1_234_178);
    let fault = run.next().unwrap_err();
    assert_eq!(fault.field, "fund_amount");
    assert_eq!(fault.value, "312500");
    assert!(fault.said.tr.contains("500.158,22 TL") && fault.said.en.contains("500,158.22 TRY"), "{fault:?}");
    assert_eq!(run.step(), 1);
    run.set("fund_amount", "kalan", How::Typed).unwrap();
    assert_eq!(run.next().unwrap(), Next::Price);
}

#[test]
fn nothing_typed_is_lost_and_an_edit_asks_the_answer_again() {
    let mut run = at_consent();
    run.set("answer", "E", How::Typed).unwrap();
    assert_eq!(run.answer(), Some(Yes::Spoken));
    let changes = run.priced(quote(&run, "43.3000", "3.482915"));
    let figures: Vec<&str> = changes.iter().map(|change| change.figure).collect();
    assert_eq!(figures, ["fx_rate", "fx_bought", "fx_cost", "stays"]);
    assert_eq!((changes[0].old.tr.as_str(), changes[0].new.tr.as_str()), ("43,2150", "43,3000"));
    assert_eq!(run.answer(), None, "the sentence is read again");
    assert_eq!((run.step(), run.value("fx_amount").as_deref()), (3, Some("200000.00")));

    run.set("answer", "evet", How::Typed).unwrap();
    run.set("reason", "need", How::Chosen).unwrap();
    assert_eq!(run.answer(), None, "what was agreed to is another thing now");
    run.set("answer", "h", How::Typed).unwrap();
    let fault = run.next().unwrap_err();
    assert_eq!(fault.field, "answer");
    assert!(run.set("answer", "belki", How::Typed).is_err());
}

#[test]
fn a_price_is_stale_after_its_moment_only() {
    let run = at_consent();
    assert!(!run.is_stale(moment("2026-11-24T10:44:30+03:00")));
    assert!(run.is_stale(moment("2026-11-24T10:44:31+03:00")));
    assert!(!begin_with(basis()).is_stale(moment("2026-11-24T10:44:31+03:00")), "no price, nothing to pass");
    assert_eq!(run.wanted().hold_seconds, 120);
}

#[test]
fn another_currency_needs_another_price_and_an_account() {
    let mut run = at_consent();
    while run.back() {}
    run.set("fx_currency", "EUR", How::Chosen).unwrap();
    let fault = run.next().unwrap_err();
    assert_eq!(fault.field, "fx_currency");
    assert!(fault.said.en.contains("EUR"), "{fault:?}");
    let mut with_euro = basis();
    with_euro.foreign.push((Currency::EUR, AccountId(40_170_009)));
    let mut run = begin_with(with_euro);
    run.set("fx_currency", "eur", How::Typed).unwrap();
    run.set("fx_amount", "200b", How::Typed).unwrap();
    run.set("fund_amount", "kalan", How::Typed).unwrap();
    assert_eq!(run.next().unwrap(), Next::Price);
    let dollars =
        FlowQuote { rates: vec![(Currency::USD, rust_decimal::Decimal::TEN)], ..quote(&run, "1", "1") };
    run.priced(dollars);
    assert_eq!((run.step(), run.price()), (1, None), "a price of something else holds nothing");
}

/// Dr and Cr of each group, as the processes page lists them, with the story's figures.
#[test]
fn postings_of_the_story() {
    let run = at_consent();
    let plan = run.plan().unwrap();
    let account = |account: &LedgerAccount| match account {
        LedgerAccount::Customer(AccountId(40_170_001)) => "current".to_owned(),
        LedgerAccount::Customer(AccountId(40_170_002)) => "dollars".to_owned(),
        LedgerAccount::Customer(AccountId(40_170_003)) => "deposit".to_owned(),
        LedgerAccount::Customer(other) => panic!("{other}"),
        LedgerAccount::Own(own) => format!("{own:?}"),
    };
    let mut seen = Vec::new();
    for (number, leg) in (1..).zip(&plan.legs) {
        for entry in &leg.entries {
            let lines: Vec<String> = entry
                .iter()
                .map(|line| {
                    let side = if line.side == Side::Debit { "Dr" } else { "Cr" };
                    format!("{side} {} {}", account(&line.account), line.money)
                })
                .collect();
            seen.push(format!("{number}: {}", lines.join(", ")));
        }
    }
    let expected = "\
        1: Dr Accrual 15726.03 TRY, Cr InterestExpense 15726.03 TRY
        1: Dr deposit 500000.00 TRY, Cr current 500000.00 TRY
        1: Dr InterestExpense 191.78 TRY, Cr current 158.22 TRY, Cr WithholdingTaxPayable 33.56 TRY
        2: Dr current 199600.58 TRY, Cr FxPosition 199600.58 TRY, Dr FxPosition 4618.78 USD, Cr dollars 4618.78 USD
        2: Dr current 399.20 TRY, Cr FxTaxPayable 399.20 TRY
        3: Dr current 299997.40 TRY, Cr FundSettlement 299997.40 TRY";
    let expected: Vec<&str> = expected.lines().map(str::trim).collect();
    assert_eq!(seen, expected);
    assert_eq!(plan.legs[1].floor, Some(Money::new(-5_000_000_000, Currency::USD)));
    assert_eq!(
        plan.offers,
        [
            ("money-market-fund".to_owned(), OfferEnd::Taken),
            ("deposit-renewal".to_owned(), OfferEnd::Dropped)
        ]
    );
    let texts: Vec<&str> = plan.legs.iter().map(|leg| leg.text.tr.as_str()).collect();
    assert_eq!(texts, ["500.158,22 TL vadesize", "4.618,78 USD", "86.134 PPF · valör 24.11.2026"]);
    let none = LedgerAccount::Own(OwnAccount::ImportClearing);
    assert!(plan.legs.iter().flat_map(|leg| leg.entries.iter().flatten()).all(|line| line.account != none));
}

/// What was agreed to is bound: any edit, another price or another version of the flow is another digest.
#[test]
fn the_digest_binds_what_is_asked() {
    let run = at_consent();
    let digest = |run: &Run| run.plan().unwrap().digest;
    assert_eq!(digest(&run), digest(&at_consent()));
    let mut edited = run.clone();
    edited.set("reason", "need", How::Chosen).unwrap();
    let mut repriced = run.clone();
    repriced.priced(quote(&run, "43.2151", "3.482915"));
    let mut revised = run.clone();
    revised.flow = Arc::new(Flow { revision: "other".to_owned(), ..(*run.flow).clone() });
    assert!(revised.plan().is_err(), "the price was held for the version before");
    revised.priced(quote(&revised, "43.2150", "3.482915"));
    for other in [edited, repriced, revised] {
        assert_ne!(digest(&run), digest(&other));
    }
    let mut agreed = run.clone();
    agreed.set("answer", "e", How::Typed).unwrap();
    assert_eq!(digest(&run), digest(&agreed), "the yes itself is not part of what is asked");
}

#[test]
fn a_run_without_its_price_or_fields_plans_nothing() {
    let mut run = begin_with(basis());
    assert!(matches!(run.plan(), Err(Refusal::FlowField { .. })));
    run.set("fx_amount", "200b", How::Typed).unwrap();
    run.set("fund_amount", "300b", How::Typed).unwrap();
    let Err(Refusal::FlowField { why, .. }) = run.plan() else { panic!("no price") };
    assert!(why.tr.contains("yeniden fiyatla"), "{why:?}");
}

#[test]
fn a_draft_is_taken_up_where_it_stood() {
    let run = at_consent();
    let work = run.work();
    assert!(work.fields.iter().all(|(name, _)| name != "answer" && name != "evidence"));
    let begun =
        |price, work: &FlowWork| FlowBegun { work: work.clone(), basis: basis(), price, returned: None };
    let again = |begun| Run::begin(run.flow.clone(), run.pack.clone(), begun);
    let taken = again(begun(run.price.clone(), &work));
    assert_eq!((taken.step(), taken.work(), taken.plan().unwrap()), (3, work.clone(), run.plan().unwrap()));
    assert_eq!(again(begun(None, &work)).step(), 1, "no further than its price allows");
    let mut strange = work;
    strange.fields = vec![("account".to_owned(), "4288-03".to_owned()), ("fx".to_owned(), "1".to_owned())];
    assert_eq!(again(begun(None, &strange)).step(), 1, "what the flow does not know is left out");
}

#[test]
fn no_deposit_that_may_be_broken() {
    let mut known = basis();
    for deposit in &mut known.deposits {
        deposit.blocked = Some(both("rehinli", "pledged"));
    }
    let mut run = begin_with(known);
    let fault = run.next().unwrap_err();
    assert_eq!(fault.field, "deposit");
    let fault = run.set("deposit", "4017-05", How::Chosen).unwrap_err();
    assert!(fault.said.tr.contains("rehinli") && fault.said.en.contains("pledged"), "{fault:?}");
    assert!(run.set("deposit", "4017-99", How::Typed).unwrap_err().said.tr.contains("listeden"));
    let mut none = basis();
    none.current = None;
    assert!(begin_with(none).next().is_err());
    let mut seized = basis();
    seized.current.as_mut().unwrap().blocked =
        Some(both("hacizli: dosya 2026/4417", "seized: file 2026/4417"));
    let fault = begin_with(seized).next().unwrap_err();
    assert_eq!(fault.said.tr, "4017-01 hesabından işlem yapılamaz: hacizli: dosya 2026/4417.");
}

#[test]
fn alternatives_say_what_they_pay_or_why_not() {
    let run = begin_with(basis());
    let seen: Vec<(String, bool)> = run
        .alternatives()
        .into_iter()
        .map(|other| (format!("{}: {}", other.title.tr, other.text.tr), other.open))
        .collect();
    assert_eq!(
        seen,
        [
            (
                "7 gün bekle: 01.12.2026 günü 516.217,46 TL ödenir, bugünden 16.059,24 TL fazla".to_owned(),
                true
            ),
            ("Kısmi boz: en az 365 gün vadeli hesapta olur, bu 35 gün".to_owned(), false),
            ("Mevduat karşılığı kredi: olmaz: takipteki çek".to_owned(), false),
        ]
    );
}

/// What is not known here is asked elsewhere: a part is never offered as if a key did it.
#[test]
fn a_part_of_a_long_deposit_is_named_with_its_bounds_and_not_promised() {
    let mut known = basis();
    known.deposits[0].opened = day("2025-12-01");
    known.deposits[0].matures = day("2026-12-02");
    let part = begin_with(known).alternatives().swap_remove(1);
    assert!(!part.open, "{part:?}");
    for (said, words) in [
        (&part.text.tr, ["burada yapılmaz", "250.000,00 TL"]),
        (&part.text.en, ["not done here", "250,000.00"]),
    ] {
        assert!(words.iter().all(|word| said.contains(word)), "{said}");
    }
}

#[test]
fn the_amount_that_is_too_much_is_named() {
    for (fx, fund, field) in [
        ("600b", "100", "fx_amount"),
        ("100", "600b", "fund_amount"),
        ("300b", "300b", "fund_amount"),
        ("600b", "600b", "fx_amount"),
    ] {
        let mut run = begin_with(basis());
        run.set("fx_amount", fx, How::Typed).unwrap();
        run.set("fund_amount", fund, How::Typed).unwrap();
        assert_eq!(run.next().unwrap_err().field, field, "{fx} {fund}");
    }
}

#[test]
fn what_rests_is_the_same_wherever_it_stands_in_a_list() {
    let list = |text: &str| -> Vec<(String, String)> {
        let pair =
            |pair: &str| pair.split_once('=').map(|(field, value)| (field.to_owned(), value.to_owned()));
        text.split_whitespace().map(|word| pair(word).unwrap()).collect()
    };
    for text in [
        "deposit=4017-03 fx_amount=200b fund_amount=kalan",
        "fund_amount=rest fx_amount=200b deposit=4017-03",
        "fund_amount=kalan deposit=4017-03 fx_amount=200b",
    ] {
        let mut run = begin_with(basis());
        run.set_all(&list(text)).unwrap();
        assert_eq!((money(&run, "fund_amount"), money(&run, "stays_least")), (30_015_822, 0), "{text}");
    }
    let mut run = begin_with(basis());
    assert_eq!(run.set_all(&list("fx_amount=kalan fund_amount=abc")).unwrap_err().field, "fund_amount");
}

#[test]
fn what_is_said_after_posting() {
    let run = at_consent();
    let no = crate::domain::receipt::ReceiptNo { day: day("2026-11-24"), serial: 871 };
    let done = run.flow.say_done(no).unwrap();
    assert_eq!(done.tr, "İşiniz tamam; dekont numaranız 000871. Başka bir isteğiniz var mı?");
    let due = run.flow.task_due(&run.pack, moment("2026-11-24T10:44:12+03:00")).unwrap();
    assert_eq!(due, moment("2026-11-24T15:00:00+03:00"));
    let halted = run.flow.say_halted(&run.flow.legs[1].name, due).unwrap();
    assert_eq!(
        halted.tr,
        "Paranız vadesiz hesabınızda. Döviz alım şu an yapılamadı; 15:00'e kadar size döneceğiz. İsterseniz mevduatı geri kurma talebi veririz."
    );
    assert!(halted.of(Lang::En).contains("by 15:00."), "{halted:?}");
}
