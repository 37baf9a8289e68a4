//! Properties over random facts.

use proptest::prelude::*;

use super::*;

/// Facts that open and close doors, each there or not.
const CHOICES: &str = "deposit 50000000 2026-12-01; fund 1; loan running 5 - -; life marriage 2027-06-01; \
    life birth 2026-03-01; segment A2 investor; cheque 100 2026-11-12 -; loan overdue 100 34 2026-11-20; \
    loan legal 100 - 2026-11-20; card 2026-11-20 no 100 200000 400000; card - - - 300000 400000; \
    complaint 2026-11-18 - x; restriction bad_mood 2026-11-20 -; restriction fraud 2026-11-20 -; \
    restriction objection 2026-11-20 -; quote deposit-renewal 43 firm 2026-11-23 2026-12-01; \
    quote card-limit 1 firm 2026-11-23 2026-12-01; quote personal-loan 1 invitation 2026-11-23 2026-12-01; \
    outcome personal-loan unwanted 2026-11-01; company; churn 760 480";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]

    #[test]
    fn no_credit_beside_a_blocking_alert_and_nothing_is_lost(masks in prop::collection::vec(0_u32..(1 << 21), 256)) {
        let rules = rules();
        for mask in masks {
            sound(&rules, mask)?;
        }
    }
}

fn sound(rules: &Rules, mask: u32) -> Result<(), TestCaseError> {
    let chosen: Vec<&str> = CHOICES
        .split("; ")
        .enumerate()
        .filter(|(at, _)| mask & (1 << at) != 0)
        .map(|(_, fact)| fact)
        .collect();
    let facts = facts_of(&chosen.join("; "));
    let alerts = rules.alerts(&known_now(&facts));
    let offers = rules.offers(&known_now(&facts), &alerts);
    if alerts.iter().any(|alert| alert.blocks_credit) {
        prop_assert!(offers.lines.iter().all(|line| !line.credit), "{:?}", chosen);
    }
    if alerts.iter().any(|alert| alert.blocks_sales) {
        prop_assert!(offers.closed && offers.lines.is_empty(), "{:?}", chosen);
    }
    // every offer for sale is offered or held, once
    let mut found: Vec<&str> = offers.held.iter().map(|held| held.id.as_str()).collect();
    found.extend(offers.lines.iter().map(|line| line.id.as_str()));
    found.sort_unstable();
    let mut all: Vec<&str> =
        rules.book.offers.iter().filter(|rule| !rule.service).map(|rule| rule.id.as_str()).collect();
    all.sort_unstable();
    prop_assert_eq!(found, all);
    // a firm quote is a line or shown quietly
    for quote in facts.quotes.iter().filter(|quote| quote.firm) {
        let line = offers.lines.iter().any(|line| line.id == quote.offer && line.quote.is_some());
        let quiet = offers.held.iter().any(|held| held.id == quote.offer && held.gate == Gate::Covered);
        prop_assert!(line || quiet, "{:?} {}", chosen, quote.offer);
    }
    let ranks: Vec<usize> = offers.lines.iter().map(|line| line.rank).collect();
    prop_assert_eq!(ranks, (1..=offers.lines.len()).collect::<Vec<_>>());
    prop_assert_eq!(&rules.offers(&known_now(&facts), &alerts), &offers);
    Ok(())
}
