//! The checked offers of a pack.

use crate::{
    money::Money,
    rules::{condition::Condition, template::Pair},
    text::Said,
};

/// The checked offers of a pack.
#[derive(Debug)]
pub(in crate::rules) struct OfferBook {
    pub(super) fatigue: Fatigue,
    pub(super) offers: Vec<OfferRule>,
}

/// When an offer rests after it was presented or answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fatigue {
    pub(super) presented_max: i64,
    pub(super) presented_window_days: i64,
    pub(super) presented_rest_days: i64,
    pub(super) too_expensive_rest_days: i64,
    pub(super) has_one_rest_days: i64,
    pub(super) taken_rest_days: i64,
    pub(super) total_presented_max: i64,
    pub(super) total_window_days: i64,
}

/// A checked offer.
#[derive(Debug)]
pub(super) struct OfferRule {
    pub(super) id: String,
    pub(super) product: String,
    pub(super) purpose: String,
    pub(super) credit: bool,
    pub(super) service: bool,
    pub(super) outbound: bool,
    pub(super) eligible: Option<Condition>,
    pub(super) applicable: Option<Condition>,
    pub(super) suitable: Option<Condition>,
    pub(super) name: Pair,
    pub(super) why: Pair,
    pub(super) terms: Option<Pair>,
    pub(super) more: Option<Pair>,
    pub(super) say: Option<Pair>,
    pub(super) quoted: Quoted,
    pub(super) amount: Option<Share>,
    pub(super) propensity: Vec<Chance>,
    pub(super) context: Vec<Weight>,
    pub(super) lever_percent: i64,
    pub(super) value: Option<Money>,
    pub(super) control: Option<Control>,
}

/// The sentences of an offer with a live quote, where they differ.
#[derive(Debug, Default)]
pub(super) struct Quoted {
    pub(super) name: Option<Pair>,
    pub(super) terms: Option<Pair>,
    pub(super) why: Option<Pair>,
    pub(super) more: Option<Pair>,
    pub(super) say: Option<Pair>,
    pub(super) quiet: Option<Pair>,
}

/// A part of an amount of the customer's, cut off to a step.
#[derive(Debug)]
pub(super) struct Share {
    pub(super) of: &'static str,
    pub(super) percent: i64,
    pub(super) step: Money,
}

/// The share of similar customers that took the offer; without a condition it is for all others.
#[derive(Debug)]
pub(super) struct Chance {
    pub(super) when: Option<Condition>,
    pub(super) permille: u32,
}

/// What the moment adds.
#[derive(Debug)]
pub(super) struct Weight {
    pub(super) when: Condition,
    pub(super) percent: i64,
    pub(super) name: Said,
}

/// Who is left out to measure the offer.
#[derive(Debug)]
pub(super) struct Control {
    pub(super) percent: u64,
    pub(super) salt: String,
}
