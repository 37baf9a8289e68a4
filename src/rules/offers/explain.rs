//! Why an offer stands where it stands: its conditions with what they saw, and every factor of its priority.

use rust_decimal::Decimal;

use crate::{
    domain::alert::{Alert, Evidence},
    request::offers::Offers,
    rules::{Known, Rules},
    text::{Lang, Message, MessageId, Said, amount, ids::offer as id},
};

use super::{Case, book::OfferRule, line::sentence};

/// How a priority is made.
const FORMULA: &str = "propensity * context * value * lever";

/// Why an offer stands where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// Its name and reason in a sentence.
    pub text: Said,
    /// The rule or alert that decided, by its id.
    pub rule: String,
    /// The conditions with what they saw, and the factors of its priority.
    pub why: Vec<Evidence>,
}

impl Rules {
    /// An offer of the pack, shown or held or service: its sentence, and what it rests on; `None` if the pack
    /// has no such offer.
    #[must_use]
    pub fn explain_offer(&self, offer: &str, known: &Known<'_>, alerts: &[Alert]) -> Option<Explained> {
        self.with_case(known, alerts, |case| {
            let rule = case.book.offers.iter().find(|rule| rule.id == offer)?;
            Some(case.explain(rule, &case.decide()))
        })
    }
}

impl Case<'_> {
    fn explain(&self, rule: &OfferRule, offers: &Offers) -> Explained {
        let of_conditions = || {
            let conditions = [&rule.eligible, &rule.applicable, &rule.suitable].into_iter().flatten();
            conditions.flat_map(|condition| self.seen(condition)).collect::<Vec<_>>()
        };
        if let Some(line) = offers.lines.iter().find(|line| line.id == rule.id) {
            let why = [of_conditions(), self.factors(rule)].concat();
            return Explained { text: reason(&line.name, &line.why), rule: rule.id.clone(), why };
        }
        if let Some(held) = offers.held.iter().find(|held| held.id == rule.id) {
            let text = reason(&held.name, &held.why);
            return Explained { text, rule: held.rule.clone(), why: held.seen.clone() };
        }
        let why = sentence(Some(&rule.why), self.features).unwrap_or_default();
        let text = reason(&self.name(rule, None), &why);
        Explained { text, rule: rule.id.clone(), why: of_conditions() }
    }

    /// The conditions that chose probability and weights, then the product with each factor.
    fn factors(&self, rule: &OfferRule) -> Vec<Evidence> {
        let chance = self.chance(rule).and_then(|chance| chance.when.as_ref());
        let mut why: Vec<Evidence> = chance.map(|when| self.seen(when)).unwrap_or_default();
        for weight in self.weights(rule) {
            why.extend(self.seen(&weight.when));
        }
        let scored = self.score(rule);
        let factor =
            |name: &str, label: MessageId, value: Said| (name.to_owned(), Message::new(label).said(), value);
        let mut seen = vec![factor("propensity", id::FACTOR_PROPENSITY, percent(scored.propensity))];
        seen.push(factor("context", id::FACTOR_CONTEXT, times(scored.context)));
        for weight in self.weights(rule) {
            seen.push(("context".to_owned(), weight.name.clone(), added(weight.percent)));
        }
        if let Some(value) = rule.value {
            let said = |lang| amount::with_currency(value, lang);
            seen.push(factor("value", id::FACTOR_VALUE, Said { tr: said(Lang::Tr), en: said(Lang::En) }));
        }
        seen.push(factor("lever", id::FACTOR_LEVER, times(scored.lever)));
        let decimals = rule.value.map_or(0, |value| u32::from(value.currency.decimals()));
        let priority = Decimal::try_from_i128_with_scale(scored.priority, decimals + 6).unwrap_or_default();
        seen.push(factor("priority", id::FACTOR_PRIORITY, number(priority.normalize())));
        why.push(Evidence {
            condition: FORMULA.to_owned(),
            said: Message::new(id::FORMULA).said(),
            held: true,
            seen,
        });
        why
    }
}

fn reason(name: &Said, why: &Said) -> Said {
    Message::new(id::LINE).with("name", name.clone()).with("why", why.clone()).said()
}

fn number(value: Decimal) -> Said {
    Said { tr: amount::decimal(value, Lang::Tr), en: amount::decimal(value, Lang::En) }
}

fn percent(permille: u32) -> Said {
    let value = Decimal::new(i64::from(permille), 1).normalize();
    Said { tr: amount::percent(value, Lang::Tr), en: amount::percent(value, Lang::En) }
}

fn times(permille: u32) -> Said {
    number(Decimal::new(i64::from(permille), 3).normalize())
}

fn added(percent: i64) -> Said {
    let sign = if percent < 0 { "-" } else { "+" };
    Message::new(id::PERCENT_ADDED).with("sign", sign).with("percent", percent.saturating_abs()).said()
}
