//! The decision as JSON: one form for `show` and `decide`. Factors are decimal numbers, exact as written.

use serde_json::{Value, json};

use crate::{
    domain::alert::Evidence,
    request::{
        offers::{HeldLine, OfferLine, Offers},
        screen::Shown,
    },
};

/// `offers` and `held` of a decision, and beside them what stands over all of it.
pub(super) struct Parts {
    pub(super) offers: Value,
    pub(super) held: Value,
    /// Candidates, what closes sales, service lines.
    pub(super) sales: Value,
}

/// A decision's parts.
pub(super) fn parts(offers: &Offers) -> Parts {
    Parts {
        offers: offers.lines.iter().map(line).collect(),
        held: offers.held.iter().map(held).collect(),
        sales: json!({
            "candidates": offers.candidates,
            "closed": offers.closed,
            "note": offers.note,
            "service": offers.service,
        }),
    }
}

/// The same of a screen: what its reader may not see is `"hidden"`, what could not be decided `"unknown"`.
pub(super) fn shown_parts(offers: &Shown<Offers>) -> Parts {
    let word = |word: &str| Parts { offers: json!(word), held: json!(word), sales: json!(word) };
    match offers {
        Shown::Known(offers) => parts(offers),
        Shown::Unknown { .. } => word("unknown"),
        Shown::Hidden => word("hidden"),
    }
}

fn line(line: &OfferLine) -> Value {
    json!({
        "offer": line.id,
        "rank": line.rank,
        "priority": decimal(line.priority, 6),
        "propensity": decimal(line.propensity_permille.into(), 3),
        "context": decimal(line.context_permille.into(), 3),
        "value": line.value,
        "lever": decimal(line.lever_permille.into(), 3),
        "firm": line.quote.as_ref().is_some_and(|quote| quote.firm),
        "quote": line.quote,
        "name": line.name,
        "terms": line.terms,
        "credit": line.credit,
        "why": line.why,
        "more": line.more,
        "say": line.say,
        "unsaid": line.unsaid,
    })
}

fn held(line: &HeldLine) -> Value {
    let failed = line.seen.iter().find(|evidence| !evidence.held).or(line.seen.first());
    json!({
        "offer": line.id,
        "gate": line.gate,
        "rule": line.rule,
        "failed": failed.map(|evidence| &evidence.condition),
        "seen": line.seen.iter().flat_map(values).collect::<Vec<_>>(),
        "name": line.name,
        "credit": line.credit,
        "why": line.why,
    })
}

fn values(evidence: &Evidence) -> impl Iterator<Item = Value> {
    evidence
        .seen
        .iter()
        .map(|(feature, label, value)| json!({ "feature": feature, "label": label, "value": value }))
}

/// A fixed-point number as a JSON number.
fn decimal(number: i128, decimals: u32) -> Value {
    let text = rust_decimal::Decimal::try_from_i128_with_scale(number, decimals)
        .map_or_else(|_| number.to_string(), |decimal| decimal.normalize().to_string());
    serde_json::from_str(&text).unwrap_or(Value::String(text))
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn numbers_are_written_exactly() {
        for (number, decimals, written) in [
            (410, 3, "0.41"),
            (1_000, 3, "1"),
            (0, 3, "0"),
            (63_960_000_000, 6, "63960"),
            (1_234_567, 6, "1.234567"),
        ] {
            assert_eq!(decimal(number, decimals).to_string(), written);
        }
    }
}
