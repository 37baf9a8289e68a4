//! Judgements, pure: what the bank's rules say of a customer's facts at a moment.

mod alert_file;
mod condition;
pub mod features;
pub mod offers;
mod template;

#[cfg(test)]
mod tests;

use crate::{
    domain::alert::{Alert, Evidence, Severity},
    pack::{Fault, Faults, Pack, PackFiles, PackSource, fault::told, read_words},
    text::{Said, ids::pack as id},
};

use alert_file::AlertRule;
use condition::{Conjunct, Machine, Names, Outcome};
pub use features::Known;
use features::{Feature, Features, Kind, Value};
use offers::OfferBook;
use template::Amounts;

/// What stands for an amount that its reader may not see.
const HIDDEN: &str = "***";

/// The rules of a pack, checked.
#[derive(Debug)]
pub struct Rules {
    machine: Machine,
    alerts: Vec<AlertRule>,
    book: OfferBook,
}

/// Reads and checks a whole pack, its rules included: every fault of every file at once.
///
/// # Errors
/// The faults, in the order of files and lines.
pub fn load(source: &PackSource) -> Result<(Pack, Rules), Vec<Fault>> {
    let mut faults = Faults::default();
    let files = PackFiles::read(source, &mut faults);
    let rules = Rules::check(&files, &mut faults);
    let pack = Pack::check(files, &mut faults);
    faults.settle(pack.zip(rules))
}

impl Rules {
    /// Reads and checks the rule files of a pack.
    ///
    /// # Errors
    /// Every fault with its place.
    pub fn load(pack: &Pack) -> Result<Rules, Vec<Fault>> {
        let mut faults = Faults::default();
        let rules = Rules::check(pack.files(), &mut faults);
        faults.settle(rules)
    }

    pub(crate) fn check(files: &PackFiles, faults: &mut Faults) -> Option<Rules> {
        // the pack's own check tells the faults of its words
        let machine = Machine::new(read_words(files, &mut Faults::default()).unwrap_or_default());
        let alerts = alert_file::read(files, &machine, faults);
        let book = offers::read(files, &machine, faults);
        Some(Rules { machine, alerts: alerts?, book: book? })
    }

    /// The alerts of a customer, worst first, else in the order of the pack.
    #[must_use]
    pub fn alerts(&self, known: &Known<'_>) -> Vec<Alert> {
        let features = &known.features;
        let names = Names(features);
        let context = self.machine.context(&names);
        let mut alerts: Vec<Alert> = self
            .alerts
            .iter()
            .filter_map(|rule| alert(rule, features, &rule.when.outcomes(&context)))
            .collect();
        alerts.sort_by_key(|alert| alert.severity);
        alerts
    }

    /// The ids of all alert rules, in the order of the pack.
    pub fn alert_ids(&self) -> impl Iterator<Item = &str> {
        self.alerts.iter().map(|rule| rule.id.as_str())
    }

    /// The name of an alert rule and its conditions with what they see in a customer, whether or not it
    /// fires; `None` if the pack has no such rule.
    #[must_use]
    pub fn rule(&self, id: &str, known: &Known<'_>) -> Option<(&Said, Vec<Evidence>)> {
        let rule = self.alerts.iter().find(|rule| rule.id == id)?;
        let names = Names(&known.features);
        let outcomes = rule.when.outcomes(&self.machine.context(&names));
        Some((&rule.name, evidence(&outcomes, &known.features)))
    }
}

/// Hides the amounts among the values that conditions saw, for roles that may not see them.
pub fn hide_amounts(why: &mut [Evidence]) {
    for (name, _, value) in why.iter_mut().flat_map(|evidence| &mut evidence.seen) {
        // a name that is no feature of ours says nothing about its value
        if features::find(name).is_none_or(|feature| feature.kind == Kind::Money) {
            *value = Said { tr: HIDDEN.to_owned(), en: HIDDEN.to_owned() };
        }
    }
}

fn alert(rule: &AlertRule, features: &Features, outcomes: &[(&Conjunct, Outcome)]) -> Option<Alert> {
    let any = |wanted: Outcome| outcomes.iter().any(|(_, outcome)| *outcome == wanted);
    if any(Outcome::Failed) {
        return None;
    }
    if any(Outcome::Broken) {
        return Some(broken(rule, evidence(outcomes, features)));
    }
    if any(Outcome::Unknown) {
        return None;
    }
    Some(fired(rule, features, evidence(outcomes, features)))
}

fn fired(rule: &AlertRule, features: &Features, why: Vec<Evidence>) -> Alert {
    let amount = rule.amount.and_then(|name| match features.get(name)? {
        Value::Money(money) => Some(*money),
        Value::Whole(_) | Value::Flag(_) | Value::Text(_) | Value::Named(..) | Value::Day(_) => None,
    });
    let day = rule.day.and_then(|name| match features.get(name)? {
        Value::Day(day) => Some(*day),
        Value::Whole(_) | Value::Flag(_) | Value::Text(_) | Value::Named(..) | Value::Money(_) => None,
    });
    let more = |amounts| rule.more.as_ref().map(|more| more.said(features, amounts)).filter(is_said);
    Alert {
        id: rule.id.clone(),
        severity: rule.severity,
        name: rule.name.clone(),
        text: rule.text.said(features, Amounts::Shown),
        more: more(Amounts::Shown),
        without_amounts: rule.text.said(features, Amounts::Hidden),
        more_without_amounts: more(Amounts::Hidden),
        closes: rule
            .closes
            .as_ref()
            .map_or_else(|| rule.name.within(), |closes| closes.said(features, Amounts::Hidden)),
        amount,
        day,
        opens: rule.opens.clone(),
        mends: rule.mends.clone(),
        blocks_credit: rule.blocks_credit,
        blocks_sales: rule.blocks_sales,
        why,
    }
}

/// A sentence of which something is left.
fn is_said(said: &Said) -> bool {
    !said.tr.is_empty() || !said.en.is_empty()
}

/// A rule that could not be computed is shown as unknown and keeps its doors closed: it never vanishes.
fn broken(rule: &AlertRule, why: Vec<Evidence>) -> Alert {
    let text = told(id::ALERT_BROKEN, "name", rule.name.clone()).said();
    Alert {
        id: rule.id.clone(),
        severity: Severity::Missing,
        name: rule.name.clone(),
        without_amounts: text.clone(),
        text,
        more: None,
        more_without_amounts: None,
        closes: rule.name.within(),
        amount: None,
        day: None,
        opens: rule.opens.clone(),
        mends: rule.mends.clone(),
        blocks_credit: rule.blocks_credit,
        blocks_sales: rule.blocks_sales,
        why,
    }
}

fn evidence(outcomes: &[(&Conjunct, Outcome)], features: &Features) -> Vec<Evidence> {
    let seen = |(feature, label): &(&'static Feature, Said)| {
        let value = feature.said(features.get(feature.name));
        (feature.name.to_owned(), label.clone(), value)
    };
    outcomes
        .iter()
        .map(|(conjunct, outcome)| Evidence {
            condition: conjunct.text.clone(),
            said: conjunct.said.clone(),
            held: *outcome == Outcome::Held,
            seen: conjunct.reads.iter().map(seen).collect(),
        })
        .collect()
}
