//! What closes sales, and what is said then.

use super::*;

#[test]
fn an_open_complaint_closes_sales_and_the_firm_quote_stays() {
    let facts = DENIZ.replace(
        "complaint 2026-11-18 2026-11-23 a;",
        "complaint 2026-11-18 - Kart aidatı iadesi; \
        owner Kart Operasyonu; promise 2026-11-24T17:00:00+03:00;",
    );
    let offers = offers(&facts);
    assert!(offers.closed && offers.lines.is_empty(), "{:?}", ids(&offers));
    let note = offers.note.as_ref().unwrap();
    assert_eq!(note.tr, "satış kapalı: 18.11 şikâyeti açık · 6 teklif askıda");
    assert_eq!(note.en, "sales closed: complaint of 18.11 is open · 6 offers held");
    let [service, quote] = offers.service.as_slice() else { panic!("{:?}", offers.service) };
    assert_eq!(service.text.tr, "Hizmet: önce kart aidatı şikâyeti; sorumlusu: Kart Operasyonu");
    assert_eq!(
        service.why.as_ref().unwrap().tr,
        "açık şikâyet satış tekliflerini kapatır; şikâyet kapandığı gün açılır"
    );
    assert_eq!(service.say.as_ref().unwrap().tr, "Aidat iadeniz için bugün 17:00'ye kadar size döneceğiz.");
    assert_eq!(quote.text.tr, "Kesin teklif: vadeli yenileme, %43 (IVR 23.11 · 01.12'ye kadar)");
    assert_eq!(quote.say, None);
    assert_eq!(held(&offers, "deposit-renewal").gate, Gate::Covered);
}

/// Fact | sales offers | credit offers | live firm quote | service; the table of what closes sales.
/// `open`, `closed`; a quote is a `line` or `quiet`; service `+` or `-`.
const CLOSES: &str = "
nothing                                         | open   | open   | line  | -
complaint 2026-11-18 - x                        | closed | closed | quiet | +
restriction bad_mood 2026-11-20 -               | closed | closed | quiet | +
restriction hardship 2026-11-20 -               | closed | closed | quiet | +
restriction bereavement 2026-11-20 -            | closed | closed | quiet | +
restriction fraud 2026-11-20 -                  | closed | closed | quiet | +
restriction objection 2026-11-20 -              | closed | closed | quiet | +
churn 710 480                                   | open   | open   | line  | -
churn 760 480                                   | open   | open   | line  | +
cheque 100 2026-11-12 -                         | open   | closed | line  | -
loan overdue 100 34 2026-11-20                  | open   | closed | line  | -
loan unpaid 100 - 2026-11-20                    | open   | closed | line  | -
loan legal 100 - 2026-11-20                     | open   | closed | line  | -
card 2026-11-20 no 100 200000 400000            | open   | closed | line  | -
card - - - 500000 400000                        | open   | closed | line  | -
";

#[test]
fn what_closes_sales_and_what_stays_open() {
    let open = "deposit 50000000 2026-12-01; fund 1; insurance home 2025-12-15 2026-12-14 - -; loan running 5 - -; \
        quote deposit-renewal 43.00 firm 2026-11-23 2026-12-01; complaint 2026-01-01 2026-01-02 y";
    for case in CLOSES.lines().filter(|line| !line.is_empty()) {
        let cells: Vec<&str> = case.split('|').map(str::trim).collect();
        let facts = if cells[0] == "nothing" { open.to_owned() } else { format!("{open}; {}", cells[0]) };
        let offers = offers(&facts);
        let word = |open| if open { "open" } else { "closed" };
        assert_eq!(word(!offers.lines.iter().all(|line| line.credit)), cells[1], "{case}");
        assert_eq!(word(offers.lines.iter().any(|line| line.credit)), cells[2], "{case}");
        let line = offers.lines.iter().any(|line| line.quote.is_some());
        let quiet = offers.service.iter().any(|line| line.text.tr.starts_with("Kesin teklif"));
        assert_ne!(line, quiet, "{case}: a firm quote is never lost");
        assert_eq!(if line { "line" } else { "quiet" }, cells[3], "{case}");
        let served = offers.service.iter().any(|line| line.text.tr.starts_with("Hizmet"));
        assert_eq!(if served { "+" } else { "-" }, cells[4], "{case}");
        assert_eq!(offers.closed, cells[1] == "closed", "{case}");
    }
}

/// Closed sales leave nobody without a word: something to do, why, and a sentence to say, in both languages.
#[test]
fn whatever_closes_sales_says_what_to_do_and_what_to_say() {
    let mut closed = 0;
    let cases =
        CLOSES.lines().filter(|line| line.split('|').nth(1).is_some_and(|cell| cell.trim() == "closed"));
    for facts in cases.filter_map(|line| line.split('|').next()) {
        let offers = offers(facts);
        let first = offers.entries().next();
        let Some(Entry::Service(line)) = first else { panic!("{facts}: {first:?}") };
        for said in [Some(&line.text), line.why.as_ref(), line.say.as_ref()] {
            let said = said.unwrap_or_else(|| panic!("{facts}: {line:?}"));
            assert!(!said.tr.is_empty() && !said.en.is_empty(), "{facts}: {line:?}");
        }
        closed += 1;
    }
    assert_eq!(closed, 6);
}

/// What no rule of the pack speaks of, an import that was cut off, closes sales with a word too.
#[test]
fn an_alert_of_the_program_that_closes_sales_says_what_to_do() {
    let (rules, facts) = (rules(), facts_of(DENIZ));
    let known = known_now(&facts);
    let mut alerts = rules.alerts(&known_now(&facts_of("restriction fraud 2026-11-20 -")));
    assert_eq!(alerts.len(), 1);
    alerts[0].id = "import-unfinished".to_owned();
    let offers = rules.offers(&known, &alerts);
    let Some(Entry::Service(line)) = offers.entries().next() else { panic!("{offers:?}") };
    assert_eq!((line.id.as_ref(), line.quote.as_ref()), (None, None));
    assert!(line.why.as_ref().unwrap().tr.starts_with("sahtecilik kaydı"), "{line:?}");
    assert_eq!(line.say.as_ref().unwrap().en, "How can I help you today?");
}
