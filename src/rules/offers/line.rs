//! What an offer is worth now, and its sentences.

use crate::{
    money::Money,
    request::offers::{OfferLine, ServiceLine},
    rules::{
        features::{Features, Value},
        template::{Amounts, Pair},
    },
    text::Said,
};

use super::{
    Candidate, Case,
    book::{Chance, OfferRule, Weight},
    quotes, same_use,
};

/// Permille of one percent.
const PERMILLE: i64 = 10;
/// One, in permille.
const ONE: i64 = 1_000;

/// What an offer is worth now: all in permille but the priority.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Scored {
    pub(super) propensity: u32,
    pub(super) context: u32,
    pub(super) lever: u32,
    /// Propensity × context × value × lever in millionths of the value's minor unit.
    pub(super) priority: i128,
}

impl Case<'_> {
    /// The first probability whose condition holds.
    pub(super) fn chance<'r>(&self, rule: &'r OfferRule) -> Option<&'r Chance> {
        let holds = |chance: &&Chance| chance.when.as_ref().is_none_or(|when| self.holds(when));
        rule.propensity.iter().find(holds)
    }

    /// The weights whose conditions hold.
    pub(super) fn weights<'r>(&self, rule: &'r OfferRule) -> Vec<&'r Weight> {
        rule.context.iter().filter(|weight| self.holds(&weight.when)).collect()
    }

    pub(super) fn score(&self, rule: &OfferRule) -> Scored {
        let propensity = self.chance(rule).map_or(0, |chance| chance.permille);
        let percent: i64 = self.weights(rule).iter().map(|weight| weight.percent).sum();
        let (context, lever) = (permille(percent), permille(rule.lever_percent));
        let value = rule.value.map_or(0, |value| value.minor);
        let factors = i128::from(propensity) * i128::from(context) * i128::from(lever);
        // three factors in thousandths are thousand millionths: three digits more than millionths
        let priority = factors.saturating_mul(i128::from(value)) / i128::from(ONE);
        Scored { propensity, context, lever, priority }
    }

    /// The customer's features with what is known of one offer.
    pub(super) fn bound(&self, rule: &OfferRule, quote: Option<&crate::domain::quote::Quote>) -> Features {
        let mut bound = quote.map(quotes::features).unwrap_or_default();
        if let Some(chance) = self.chance(rule) {
            bound.push(("offer.acceptance", Value::Whole(i64::from(chance.permille))));
        }
        bound.extend(self.amount(rule).map(|amount| ("offer.amount", Value::Money(amount))));
        self.features.with(bound)
    }

    /// The part of the customer's amount that the offer is about, cut off to the step; none if nothing is left.
    fn amount(&self, rule: &OfferRule) -> Option<Money> {
        let share = rule.amount.as_ref()?;
        let Value::Money(whole) = self.features.get(share.of)? else { return None };
        let part = i128::from(whole.minor).checked_mul(i128::from(share.percent))? / 100;
        let steps = part.checked_div(i128::from(share.step.minor))?;
        let minor = i64::try_from(steps * i128::from(share.step.minor)).ok()?;
        (minor > 0 && share.step.currency == whole.currency).then_some(Money::new(minor, whole.currency))
    }

    pub(super) fn name(&self, rule: &OfferRule, quote: Option<&crate::domain::quote::Quote>) -> Said {
        let quoted = rule.quoted.name.as_ref().filter(|_| quote.is_some());
        quoted.unwrap_or(&rule.name).said(&self.bound(rule, quote), Amounts::Shown)
    }

    pub(super) fn line(&self, candidate: &Candidate<'_>, rank: usize) -> OfferLine {
        let (rule, quote, scored) = (candidate.rule, candidate.quote, candidate.scored);
        let features = self.bound(rule, quote);
        let quoted = |of: Option<&Pair>| -> Option<Said> { quote.and_then(|_| sentence(of, &features)) };
        let say = |own: Option<&Pair>, of: Option<&Pair>| quoted(of).or_else(|| sentence(own, &features));
        OfferLine {
            id: rule.id.clone(),
            rank,
            name: self.name(rule, quote),
            terms: say(rule.terms.as_ref(), rule.quoted.terms.as_ref()).unwrap_or_default(),
            propensity_permille: scored.propensity,
            context_permille: scored.context,
            value: rule.value.unwrap_or(Money::zero(crate::money::Currency::TRY)),
            lever_permille: scored.lever,
            priority: scored.priority,
            why: say(Some(&rule.why), rule.quoted.why.as_ref()).unwrap_or_default(),
            // what is said of the offer without a quote does not stand beside the quote's own reason
            more: match quoted(rule.quoted.why.as_ref()) {
                Some(_) => quoted(rule.quoted.more.as_ref()),
                None => sentence(rule.more.as_ref(), &features),
            },
            say: say(rule.say.as_ref(), rule.quoted.say.as_ref()),
            unsaid: None,
            quote: quote.map(quotes::live),
            credit: rule.credit,
            outbound: rule.outbound,
        }
    }

    /// Service and retention: every offer of that kind whose conditions hold, one for a product and purpose.
    /// No gate holds them back.
    pub(super) fn service_rules(&self) -> Vec<&OfferRule> {
        let mut found: Vec<&OfferRule> = Vec::new();
        for rule in self.book.offers.iter().filter(|rule| rule.service) {
            if self.by_condition(rule).is_none() && !found.iter().any(|known| same_use(known, rule)) {
                found.push(rule);
            }
        }
        found
    }

    pub(super) fn service_lines(&self) -> Vec<ServiceLine> {
        let line = |rule: &OfferRule| ServiceLine {
            id: Some(rule.id.clone()),
            quote: None,
            text: self.name(rule, None),
            why: sentence(Some(&rule.why), self.features),
            say: sentence(rule.say.as_ref(), self.features),
        };
        self.service_rules().into_iter().map(line).collect()
    }
}

/// `1 + percent / 100`, never below nothing.
fn permille(percent: i64) -> u32 {
    u32::try_from(percent.saturating_mul(PERMILLE).saturating_add(ONE).max(0)).unwrap_or(u32::MAX)
}

/// A sentence of which something is left.
pub(super) fn sentence(pair: Option<&Pair>, features: &Features) -> Option<Said> {
    let said = pair?.said(features, Amounts::Shown);
    (!said.tr.trim().is_empty() || !said.en.trim().is_empty()).then_some(said)
}
