//! The bank's own scores of a customer.

use super::{
    credit::Standing,
    maker::{Maker, lira},
    people::{Life, Tier},
};
use crate::domain::{
    Fact,
    profile::{LifetimeValue, Profile},
};

/// Points of a lifetime curve.
const POINTS: i64 = 15;
/// Months between two of them.
const MONTHS_A_POINT: i64 = 18;
/// Months of the risk of leaving that are kept.
const MONTHS: usize = 6;
/// Why customers leave.
const LEAVING: [&str; 4] = ["competitor-rates", "less-activity", "complaints", "salary-left"];

pub(super) fn profile(maker: &mut Maker<'_>, life: &Life, standing: Standing) {
    let as_of = maker.today();
    let lifetime = maker.dice.chance(930).then(|| lifetime(maker, life));
    let churn = churn(maker, standing);
    let now = churn.first().copied().unwrap_or(0);
    let year = life.tier.of([40_000, 9_000, 3_200, 1_100, 250]);
    let last = maker.dice.amount(year * 40, year * 160, 1);
    let this = last / 100 * maker.dice.between(60, 140);
    let fact = Profile {
        customer: maker.no,
        as_of,
        value_segment: Some(life.segment().to_owned()),
        behaviour_segment: Some(behaviour(maker, life, standing).to_owned()),
        lifetime,
        churn_permille: churn,
        churn_reason: (now >= 400).then(|| maker.dice.pick(&LEAVING).to_owned()),
        profit_this_year: Some(lira(this)),
        profit_last_year: (life.known > 500).then(|| lira(last)),
    };
    maker.push(Fact::Profile(fact));
}

fn behaviour(maker: &mut Maker<'_>, life: &Life, standing: Standing) -> &'static str {
    if life.company {
        return "trade";
    }
    if standing.borrows {
        return "borrower";
    }
    if life.tier <= Tier::A2 {
        return "investor";
    }
    let earning = if life.income > 0 { "salaried" } else { "passive" };
    maker.dice.pick(&["saver", "spender", "digital", earning])
}

/// Worth by the tier.
fn lifetime(maker: &mut Maker<'_>, life: &Life) -> LifetimeValue {
    let (low, high) = life.tier.of([(250, 2_000), (60, 220), (20, 80), (6, 25), (1, 8)]);
    let worth = maker.dice.amount(low * 100_000, high * 100_000, 10_000);
    let rising = maker.dice.chance(620);
    lifetime_of(maker, worth, rising)
}

/// A curve that begins below zero, at the cost of winning the customer, and grows to the worth: evenly, soon, late or
/// in the middle, each customer's steps its own, with a year that brings nothing here and there.
pub(super) fn lifetime_of(maker: &mut Maker<'_>, worth: i64, rising: bool) -> LifetimeValue {
    let cost = worth / maker.dice.between(8, 30);
    let shape = maker.dice.below(4);
    let middle = POINTS / 2;
    let mut grown = vec![0];
    for step in 1..POINTS {
        let usual = match shape {
            0 => 100,
            1 => 190 - 12 * step,
            2 => 20 + 12 * step,
            _ => 190 - 24 * (step - middle).abs(),
        };
        let gain = if maker.dice.chance(80) { 0 } else { usual + maker.dice.between(-15, 70) };
        grown.push(grown.last().copied().unwrap_or(0) + gain.max(0));
    }
    let all = grown.last().copied().unwrap_or(0).max(1);
    let span = i128::from(worth) + i128::from(cost);
    let part = |gain: i64| i64::try_from(span * i128::from(gain) / i128::from(all)).unwrap_or(worth);
    let minor: Vec<i64> = grown.into_iter().map(|gain| part(gain) - cost).collect();
    LifetimeValue {
        worth: lira(minor.last().copied().unwrap_or(worth)),
        break_even_month: even_month(&minor),
        curve: minor.into_iter().map(lira).collect(),
        rising,
    }
}

/// The month in which a curve crosses zero, on the straight line between two of its points.
fn even_month(minor: &[i64]) -> Option<u16> {
    let (at, pair) =
        minor.windows(2).enumerate().find(|(_, pair)| matches!(pair, [_, above] if *above >= 0))?;
    let [below, above] = pair else { return None };
    let rest = -below.min(&0);
    let within = (rest * MONTHS_A_POINT + (above - below) - 1).checked_div(above - below).unwrap_or(0);
    u16::try_from(i64::try_from(at).ok()? * MONTHS_A_POINT + within).ok()
}

/// Newest first.
fn churn(maker: &mut Maker<'_>, standing: Standing) -> Vec<u16> {
    let base = if maker.dice.chance(70) { maker.dice.between(450, 850) } else { maker.dice.between(10, 330) };
    let mut risk = base + if standing.late { 60 } else { 0 };
    (0..MONTHS)
        .map(|_| {
            let now = risk.clamp(1, 990);
            risk = now - maker.dice.between(-30, 45);
            u16::try_from(now).unwrap_or(0)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curve_crosses_zero_where_its_line_does() {
        for (curve, month) in [
            // the drawn customer's
            (&[-620_000, 210_000, 980_000][..], Some(14)),
            (&[-100, -50, 0, 10], Some(36)),
            (&[-100, -100, 100], Some(27)),
            (&[5, 10], Some(0)),
            (&[-5, -1], None),
            (&[], None),
        ] {
            assert_eq!(even_month(curve), month, "{curve:?}");
        }
    }
}
