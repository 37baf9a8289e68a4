//! The bank's own scores of a customer.

use super::{
    credit::Standing,
    maker::{Maker, lira},
    people::{Life, Tier},
};
use crate::{
    domain::{
        Fact,
        profile::{LifetimeValue, Profile},
    },
    money::Money,
};

/// Points of a lifetime curve.
const POINTS: i64 = 15;
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

/// Begins below zero, at the cost of winning the customer, and rises more slowly with time.
fn lifetime(maker: &mut Maker<'_>, life: &Life) -> LifetimeValue {
    let (low, high) = life.tier.of([(250, 2_000), (60, 220), (20, 80), (6, 25), (1, 8)]);
    let worth = maker.dice.amount(low * 100_000, high * 100_000, 10_000);
    let cost = worth / maker.dice.between(12, 30);
    // the share of the worth that is there at a step, in permille: n(2p - n)/p² of it
    let last = POINTS - 1;
    let point = |step: i64| {
        let share = step * (2 * last - step) * 1_000 / (last * last);
        lira(worth / 1_000 * share - cost / 1_000 * (1_000 - share))
    };
    let curve: Vec<Money> = (0..POINTS).map(point).collect();
    let even = u16::try_from(maker.dice.between(4, 26)).unwrap_or(12);
    LifetimeValue {
        worth: curve.last().copied().unwrap_or(lira(worth)),
        curve,
        break_even_month: Some(even),
        rising: maker.dice.chance(620),
    }
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
