//! The digest of what is asked: everything that a person reads before somebody agrees to it.

use rust_decimal::Decimal;
use serde_json::{Value, json};

use super::{Run, sums::Sums};
use crate::{
    flow::{
        figure::{FIGURES, Figure, FigureInfo, LegKind},
        plan::PlannedLeg,
        schema::Block,
    },
    money::Money,
};

/// Figures that are not what is asked but their reader's: the record of their own contact, the places that offers
/// have on their own screen, what closes a credit, how old the bank's rate is: the price holds whatever rate came since.
/// The customer's yes is submitted and kept beside the digest.
const READERS_OWN: [&str; 5] = ["credit_held", "evidence", "fx_rate_day", "offer_dropped", "offer_taken"];
/// Figures that other business of the customer moves; they are part of what is asked where a screen shows them.
const ELSEWHERE: [&str; 3] = ["current_balance", "fx_limit", "fx_limit_left"];

impl Run {
    /// BLAKE3 of exactly what is asked: flow and revision, customer, run, day, fields, prices, every figure that its
    /// screens may show, postings and orders, and which of them may be done. Neither the language nor the moment of
    /// reading is part of it. `None` where it cannot be written down.
    pub(super) fn digest(&self, legs: &[PlannedLeg], sums: &Sums, amount: Money) -> Option<[u8; 32]> {
        let prices = self.price.as_ref();
        let decimals = |list: Vec<(String, Decimal)>| -> Vec<Value> {
            list.into_iter().map(|(name, value)| json!([name, exact(value)])).collect()
        };
        let rates = prices.map(|price| {
            price.rates.iter().map(|(currency, rate)| (currency.code().to_owned(), *rate)).collect()
        });
        let asked = json!({
            "flow": self.flow.name,
            "revision": self.flow.revision,
            "customer": self.customer,
            "run": self.key.to_string(),
            "day": self.day(),
            "fields": self.work().fields,
            "quote": prices.map(|price| price.id.to_string()),
            "until": prices.map(|price| price.until),
            "rates": rates.map(decimals),
            "funds": prices.map(|price| decimals(price.funds.clone())),
            "figures": self.read(sums),
            "amount": amount,
            "legs": legs.iter().map(leg).collect::<Vec<Value>>(),
        });
        let text = serde_json::to_vec(&asked).ok()?;
        Some(*blake3::hash(&text).as_bytes())
    }

    /// What a price is held over: the pack with its taxes, limits and hours, whether the markets take orders, accounts,
    /// the figures of the deposit, and what the daily limit has left.
    pub(super) fn rests_on(&self) -> Value {
        let sums = self.sums();
        let deposit = FIGURES.iter().filter(|figure| figure.leg == Some(LegKind::DepositBreak));
        let known = |figure: &FigureInfo| Some((figure.name, value(&self.lookup(&sums, figure.name)?)));
        let bought_today = self.spends(LegKind::FxBuy).then_some(self.basis.fx_today);
        json!({
            "pack": self.pack.hash(),
            "closed": self.market_closed().is_some() || self.fund_closed().is_some(),
            "bought_today": bought_today,
            "current": self.basis.current.as_ref().map(|current| current.account),
            "foreign": self.currency().and_then(|currency| self.foreign(currency)),
            "deposit": deposit.filter_map(known).collect::<Vec<_>>(),
        })
    }

    /// The figures that somebody reads, by name.
    fn read(&self, sums: &Sums) -> Vec<(&'static str, Value)> {
        let blocks = self.flow.screens.iter().flat_map(|screen| &screen.blocks);
        let named: Vec<String> = blocks.flat_map(Block::names).collect();
        let asked = |figure: &&FigureInfo| {
            !READERS_OWN.contains(&figure.name)
                && (!ELSEWHERE.contains(&figure.name) || named.iter().any(|name| name == figure.name))
        };
        let known = |figure: &FigureInfo| Some((figure.name, value(&self.lookup(sums, figure.name)?)));
        FIGURES.iter().filter(asked).filter_map(known).collect()
    }
}

/// A leg, and whether it may be done: a deposit is not broken for a purchase that could be made when the customer was
/// asked and no longer can.
fn leg(leg: &PlannedLeg) -> Value {
    json!([leg.kind, leg.entries, leg.order, leg.refused.is_none()])
}

/// A value as itself, not as a language writes it; words that exist in both languages count in both.
fn value(figure: &Figure) -> Value {
    match figure {
        Figure::Money(money) => json!(money),
        Figure::Rate(number) | Figure::Percent(number) => json!(exact(*number)),
        Figure::Whole(number) => json!(number),
        Figure::Day(day) => json!(day),
        Figure::Moment(moment) => json!(moment),
        Figure::Code(code) => json!(code),
        Figure::Coded(code, _) => json!(code),
        Figure::Said(said) => json!(said),
    }
}

fn exact(number: Decimal) -> String {
    number.normalize().to_string()
}
