//! Live quotes among the candidates.

use super::*;

#[test]
fn a_live_quote_takes_its_own_place_and_covers_the_others_of_its_use() {
    let base = "deposit 50000000 2026-12-01; fund 1";
    let plain = offers(base);
    let with_quote = offers(&format!("{base}; quote deposit-renewal 43.00 firm 2026-11-23 2026-12-01"));
    assert_eq!(ids(&plain), ids(&with_quote), "the rank is the candidate's");
    let line =
        |offers: &Offers| offers.lines.iter().find(|line| line.id == "deposit-renewal").cloned().unwrap();
    assert_eq!((line(&plain).quote, line(&plain).name.tr.as_str()), (None, "Vadeli yenileme"));
    let quote = line(&with_quote).quote.unwrap();
    assert!(quote.firm);
    // out of time, of tomorrow, or taken: no quote
    for quote in [
        "quote deposit-renewal 43.00 firm 2026-11-20 2026-11-23",
        "quote deposit-renewal 43.00 firm 2026-11-25 2026-12-01",
        "quote deposit-renewal 43.00 firm 2026-11-20 2026-12-01; outcome deposit-renewal taken 2026-11-21",
    ] {
        let offers = offers(&format!("{base}; {quote}"));
        assert!(offers.lines.iter().all(|line| line.quote.is_none()), "{quote}");
    }
    // a refusal of the offer does not take back what was promised for certain
    let refused = "quote deposit-renewal 43.00 firm 2026-11-23 2026-12-01; outcome deposit-renewal later 2027-01-01 2026-11-01";
    assert!(line(&offers(&format!("{base}; {refused}"))).quote.is_some());
    let invited = refused.replace("firm", "invitation");
    assert_eq!(held(&offers(&format!("{base}; {invited}")), "deposit-renewal").gate, Gate::Fatigue);
    // an offer that the pack no longer has
    let gone = offers(&format!("{base}; quote old-offer 1 firm 2026-11-23 2026-12-01"));
    assert_eq!(gone.service.len(), 1);
    assert!(gone.service[0].text.tr.contains("old-offer"));
}

/// Stops printed in a quote | new facts | it still holds.
#[test]
fn only_a_named_new_fact_stops_a_quote() {
    for (stops, facts, holds) in [
        ("", "cheque 1 2026-11-24 -", true),
        ("new_delinquency", "cheque 1 2026-11-24 -", false),
        ("new_delinquency", "cheque 1 2026-11-12 -", true),
        ("bounced-cheque", "cheque 1 2026-11-24 -", false),
        ("fraud", "restriction fraud 2026-11-24 -", false),
        ("fraud", "restriction fraud 2026-11-20 -", true),
        ("consent_withdrawn", "restriction objection 2026-11-24 -", false),
        ("death", "cheque 1 2026-11-24 -", true),
    ] {
        let offers = offers(&format!(
            "deposit 50000000 2026-12-01; {facts}; quote deposit-renewal 43 firm 2026-11-23 2026-12-01 {stops}"
        ));
        let line = offers.lines.iter().any(|line| line.quote.is_some());
        let quiet = offers.service.iter().any(|line| line.text.tr.starts_with("Kesin"));
        assert_eq!(line || quiet, holds, "{stops}: {facts}");
    }
}
