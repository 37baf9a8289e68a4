//! The funnel over the demo pack: the drawn customer, what closes sales, and properties over random facts.

mod closed;
mod quoted;
mod random;

use super::book;
use crate::{
    domain::CustomerFacts,
    pack::PackSource,
    request::offers::{Entry, Gate, Offers},
    rules::{
        Rules, load,
        tests::{facts_of, known_now},
    },
    text::Lang,
};

/// The customer of the drawings.
const DENIZ: &str = "deposit 50000000 2026-12-01; deposit 64230000 2027-01-05; deposit 20000000 2027-02-18; \
    fund 9610000; fund 5890000; segment A2 investor; churn 710 480; loan home; card 2026-11-23 no 368410 1842050 \
    4000000; insurance home 2025-12-15 2026-12-14 Kadıköy 2026-11-30; life birth 2026-03-01; account 841236 1; \
    bill su 2026-11-03 mobil fatura; bill gaz 2026-11-05 mobil fatura; bill net 2026-11-09 mobil fatura; \
    address 2024-09-24; no email; error 2026-11-23T18:52:00+03:00 ATM çekim; cheque 4500000 2026-11-12 -; \
    complaint 2026-11-18 2026-11-23 a; complaint 2026-11-02 2026-11-04 b; quote deposit-renewal 43.00 firm \
    2026-11-23T11:00:00+03:00 2026-12-01T23:59:59+03:00 new_delinquency consent_withdrawn fraud death";

fn rules() -> Rules {
    load(&PackSource::Embedded).unwrap().1
}

fn decide(rules: &Rules, facts: &CustomerFacts) -> Offers {
    let known = known_now(facts);
    rules.offers(&known, &rules.alerts(&known))
}

fn offers(facts: &str) -> Offers {
    decide(&rules(), &facts_of(facts))
}

fn ids(offers: &Offers) -> Vec<&str> {
    offers.lines.iter().map(|line| line.id.as_str()).collect()
}

fn held<'o>(offers: &'o Offers, id: &str) -> &'o crate::request::offers::HeldLine {
    offers.held.iter().find(|held| held.id == id).unwrap_or_else(|| panic!("{id} is not held"))
}

#[test]
fn the_drawn_customer_has_the_drawn_offers() {
    let rules = rules();
    let facts = facts_of(DENIZ);
    let alerts: Vec<String> = rules.alerts(&known_now(&facts)).into_iter().map(|alert| alert.id).collect();
    assert_eq!(
        alerts,
        ["bounced-cheque", "card-late", "churn-rising", "channel-error", "email-missing", "address-stale"]
    );
    let offers = decide(&rules, &facts);
    let shown = |lang: Lang| -> String {
        offers
            .lines
            .iter()
            .map(|line| {
                let percent = line.propensity_permille / 10;
                let more = line.more.as_ref().unwrap_or(&line.why).of(lang).to_owned();
                format!("{} | {} | {percent} | {more}", line.name.of(lang), line.terms.of(lang))
            })
            .collect::<Vec<_>>()
            .join("\n")
    };
    assert_eq!(
        shown(Lang::Tr),
        "Para piyasası fonu | 300 bin TL | 41 | 500 bin TL vadeliye 7 gün kaldı · benzer 100 müşteriden 41'i aldı\n\
         Vadeli yenileme %43 | IVR 23.11, kesin, 01.12'ye dek | 38 | IVR ile aynı karar, burada da geçerli, son \
         01.12 · bugünkü %41\n\
         Konut sigortası yenileme | bitiş 14.12 | 29 | geçen yıl Kadıköy Şb · fiyat 30.11'e kadar sabit\n\
         Çocuk birikim hesabı | yaşam olayı | 22 | doğum 03.2026 · Tam Bana Göre: aile kategorisi\n\
         Otomatik fatura talimatı | 3 fatura | 18 | mobilden elle ödüyor · her ay 3 kez"
    );
    assert_eq!(
        shown(Lang::En),
        "Money market fund | 300k TRY | 41 | 500k TRY deposit: 7 days left · 41 of 100 look-alikes took it\n\
         Renew deposit at 43% | IVR 23.11, firm until 01.12 | 38 | same decision as on IVR, valid here too until \
         01.12 · today 41%\n\
         Home insurance renewal | ends 14.12 | 29 | last year at Kadıköy branch · price fixed until 30.11\n\
         Child savings account | life event | 22 | birth 03.2026 · Just for Me: family category\n\
         Automatic bill payment | 3 bills | 18 | pays by hand in the app · 3 times a month"
    );
    let first = &offers.lines[0];
    assert_eq!(first.why.tr, "500 bin TL vadelinin bitişine 7 gün · benzer 100 müşteriden 41'i aldı");
    assert_eq!(first.why.en, "500k TRY deposit matures in 7 days · 41 of 100 look-alikes took it");
    let say = first.say.as_ref().unwrap();
    assert_eq!(say.tr, "Vadeniz 1 Aralık'ta doluyor; bir kısmını fonda değerlendirelim mi?");
    assert_eq!(say.en, "Your deposit matures on 1 December; shall we put part in a fund?");
    assert_eq!((offers.candidates, offers.closed), (7, false));
    let note = offers.note.unwrap();
    assert_eq!(note.tr, "2 kredi elendi: takipteki çek");
    assert_eq!(note.en, "2 credit offers held: bounced cheque");
    assert_eq!(offers.note_more.unwrap().tr, "2 kredi elendi: takipteki çek varken önerilmez");
}

/// Propensity × context × value × lever, in millionths of a kuruş: 0,410 × 1,300 × 120.000 × 1,000.
#[test]
fn a_priority_is_its_four_factors() {
    let offers = offers(DENIZ);
    let first = &offers.lines[0];
    let factors = (first.propensity_permille, first.context_permille, first.lever_permille);
    assert_eq!((factors, first.value.minor), ((410, 1_300, 1_000), 120_000));
    assert_eq!(first.priority, 63_960 * 1_000_000);
    assert!(offers.lines.is_sorted_by(|a, b| a.priority >= b.priority));
}

/// Service stands before the offers while sales are open, too.
#[test]
fn a_retention_talk_comes_before_any_offer() {
    let offers = offers("churn 820 540; account 9000000 1");
    let kinds: Vec<bool> = offers.entries().map(|entry| matches!(entry, Entry::Service(_))).collect();
    assert_eq!(kinds, [true, false]);
    assert_eq!(offers.entries().next().and_then(Entry::id), Some("retention-talk"));
}

/// Facts | offer | gate and rule | a part of the reason in Turkish; each on top of a deposit that matures.
const HELD: &str = "
company                                          | money-market-fund | eligibility money-market-fund.eligible | uygun değil: Şirket evet
fund 1; deposit 1 2026-11-24                     | money-market-fund | applicability money-market-fund.applicable | şu an gereği yok
                                                 | money-market-fund | suitability money-market-fund.suitable | Fon 0 · o zaman 2. sıraya girer
fund 1; restriction objection 2026-11-02 -       | money-market-fund | objection restriction.objection_day | 02.11.2026 gününden beri
fund 1; outcome money-market-fund unwanted 2020-01-02 | money-market-fund | fatigue fatigue.unwanted | bir daha önerilmez
fund 1; outcome money-market-fund later 2026-11-25 2026-11-02 | money-market-fund | fatigue fatigue.later | 25.11.2026 günü yeniden önerilir
fund 1; outcome money-market-fund too_expensive 2026-09-01 | money-market-fund | fatigue fatigue.too_expensive_rest_days | 30.11.2026
fund 1; outcome money-market-fund has_one 2026-01-01 | money-market-fund | fatigue fatigue.has_one_rest_days | 01.01.2027
fund 1; outcome money-market-fund taken 2026-11-20 | money-market-fund | fatigue fatigue.taken_rest_days | 20.12.2026
fund 1; outcome money-market-fund presented 2026-11-01; outcome money-market-fund presented 2026-11-20 | money-market-fund | fatigue fatigue.presented_max | 19.01.2027
fund 1; complaint 2026-11-18 - x                 | money-market-fund | stops complaint-open | satış kapalı: 18.11 şikâyeti açık; kapanınca açılır
cheque 1 2026-11-12 -; loan running 5 - -        | personal-loan     | suitability bounced-cheque | takipteki çek varken kredi önerilmez
";

/// A rank is promised only where nothing else holds the offer; facts, and whether one is.
#[test]
fn a_rank_is_said_only_where_nothing_else_holds_it() {
    const LATE: &str = "card 2026-11-20 no 100 200000 400000";
    let cheque = "cheque 1 2026-11-12 -; loan running 5 - -";
    for (facts, ranked) in [
        (cheque.to_owned(), true),
        (format!("{cheque}; {LATE}"), false),
        (format!("{cheque}; complaint 2026-11-18 - x"), false),
        (format!("{cheque}; restriction objection 2026-11-02 -"), false),
        (format!("{cheque}; outcome personal-loan unwanted 2020-01-02"), false),
    ] {
        let offers = offers(&facts);
        let why = &held(&offers, "personal-loan").why;
        assert_eq!(why.tr.contains("sıraya girer"), ranked, "{facts}: {}", why.tr);
        assert_eq!(why.en.contains("would then rank"), ranked, "{facts}: {}", why.en);
    }
}

/// What is offered and what the title says is held add up to the candidates.
#[test]
fn the_counts_of_the_title_add_up() {
    let lines = HELD.lines().filter_map(|line| line.split('|').next()).map(str::trim);
    let cases = lines.filter(|facts| !facts.is_empty()).chain([DENIZ, "account 9000000 1"]);
    let (mut counted, mut open) = (0, 0);
    for facts in cases {
        for facts in [facts.to_owned(), format!("deposit 50000000 2026-12-01; {facts}")] {
            let offers = offers(&facts);
            if offers.closed {
                continue;
            }
            let note = offers.note.clone().unwrap_or_default();
            for note in [&note.tr, &note.en] {
                let parts =
                    note.split(" · ").filter_map(|part| part.split(' ').next()?.parse::<usize>().ok());
                assert_eq!(offers.lines.len() + parts.sum::<usize>(), offers.candidates, "{facts}: {note}");
            }
            open += 1;
            counted += usize::from(note.tr.contains("uymuyor") || note.tr.contains("dinleniyor"));
        }
    }
    assert!(open > 10 && counted > 2, "{open} {counted}");
}

#[test]
fn what_is_held_says_by_what_and_what_it_saw() {
    for case in HELD.lines().filter(|line| !line.is_empty()) {
        let cells: Vec<&str> = case.split('|').map(str::trim).collect();
        let offers = offers(&format!("deposit 50000000 2026-12-01; {}", cells[0]));
        let held = held(&offers, cells[1]);
        let gate = serde_json::to_value(held.gate).unwrap();
        assert_eq!(format!("{} {}", gate.as_str().unwrap(), held.rule), cells[2], "{case}");
        assert!(held.why.tr.contains(cells[3]), "{case}: {}", held.why.tr);
        assert_ne!(held.why.tr, held.why.en, "{case}");
        let by_rule =
            matches!(held.gate, Gate::Eligibility | Gate::Applicability | Gate::Suitability | Gate::Stops);
        assert_eq!(!held.seen.is_empty(), by_rule, "{case}");
    }
}

/// What no longer holds an offer, or never did.
#[test]
fn an_offer_comes_back_when_its_rest_is_over() {
    let fund = "deposit 50000000 2026-12-01; fund 1";
    for free in [
        "",
        "outcome money-market-fund later 2026-11-24 2026-11-02",
        "outcome money-market-fund too_expensive 2026-08-26",
        "outcome money-market-fund taken 2026-10-25",
        "outcome money-market-fund presented 2026-11-20",
        "outcome money-market-fund presented 2026-10-01; outcome money-market-fund presented 2026-11-20",
        "outcome money-market-fund presented 2026-08-20; outcome money-market-fund presented 2026-08-21",
        "outcome bill-orders unwanted 2026-11-20",
        "outcome money-market-fund unwanted 2026-11-25",
        "restriction objection 2026-01-01 2026-11-23",
    ] {
        assert!(ids(&offers(&format!("{fund}; {free}"))).contains(&"money-market-fund"), "{free}");
    }
    let many = (1..=12)
        .map(|day| format!("outcome x{day} presented 2026-11-{day:02}"))
        .collect::<Vec<_>>()
        .join("; ");
    let tired = offers(&format!("{fund}; {many}"));
    let line = held(&tired, "money-market-fund");
    assert_eq!((line.gate, line.rule.as_str()), (Gate::Fatigue, "fatigue.total_presented_max"));
    assert!(line.why.tr.contains("01.12.2026"), "{}", line.why.tr);
}

#[test]
fn a_control_group_is_as_large_as_it_says() {
    let control = book::Control { percent: 20, salt: "2026".to_owned() };
    let members = |offer: &str| {
        (0..10_000).filter(|customer| super::gates::in_control_group(*customer, offer, &control)).count()
    };
    for offer in ["first-deposit", "bill-orders"] {
        assert!((1_850..2_150).contains(&members(offer)), "{}", members(offer));
    }
    let none = book::Control { percent: 0, salt: String::new() };
    assert!(!(0..1_000).any(|customer| super::gates::in_control_group(customer, "x", &none)));
}

#[test]
fn every_offer_can_be_asked_why() {
    let rules = rules();
    let facts = facts_of(DENIZ);
    let alerts = rules.alerts(&known_now(&facts));
    for id in rules.offer_ids() {
        let explained = rules.explain_offer(id, &known_now(&facts), &alerts).unwrap();
        assert!(!explained.text.tr.is_empty() && explained.text.tr != explained.text.en, "{id}");
    }
    assert_eq!(rules.explain_offer("no-such", &known_now(&facts), &alerts), None);
    let first = rules.explain_offer("money-market-fund", &known_now(&facts), &alerts).unwrap();
    let formula = first.why.last().unwrap();
    let seen: Vec<(&str, &str)> =
        formula.seen.iter().map(|(name, _, value)| (name.as_str(), value.tr.as_str())).collect();
    assert_eq!(
        seen,
        [
            ("propensity", "%41"),
            ("context", "1,3"),
            ("context", "+%30"),
            ("value", "1.200,00 TL"),
            ("lever", "1"),
            ("priority", "639,6")
        ]
    );
    let held = rules.explain_offer("card-limit", &known_now(&facts), &alerts).unwrap();
    assert_eq!(held.rule, "bounced-cheque");
    assert!(held.why.iter().any(|evidence| evidence.condition == "cheque.count > 0"));
}

/// Every placeholder of the demo pack's offers is filled in where the offer is made.
#[test]
fn no_sentence_of_a_line_says_unknown() {
    for facts in [
        DENIZ,
        "account 9000000 1",
        "life appointment 2026-11-01; account 1 1",
        "life military_service 2026-12-15",
        "life retirement 2026-12-15",
        "life marriage 2027-06-01",
        "company; since 2015-01-01",
        "account 1 1; salary 5000000 2026-11-15; salary 5000000 2026-10-15",
        "loan home",
        "complaint 2026-11-18 - x",
        "churn 760 480; complaint 2026-01-01 2026-01-02 x",
        "restriction bad_mood 2026-11-20 -",
        "restriction objection 2026-11-20 -",
    ] {
        let offers = offers(facts);
        assert!(!offers.lines.is_empty() || !offers.service.is_empty(), "{facts}");
        let text = serde_json::to_string(&(&offers.lines, &offers.service)).unwrap();
        assert!(!text.contains("bilinmiyor") && !text.contains("unknown"), "{facts}: {text}");
    }
}
