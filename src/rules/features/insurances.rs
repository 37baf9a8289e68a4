//! Features of insurance policies.

use crate::{domain::insurance::Insurance, time::Day};

use super::{Value, View};

/// The code of a home insurance.
const HOME: &str = "home";

/// The home insurance in force that ends last: a renewed one hides the one before it.
fn home<'v>(view: &View<'v>) -> Option<&'v Insurance> {
    let today = view.today;
    let in_force = move |policy: &&Insurance| policy.begins <= today && today <= policy.ends;
    let policies = view.facts.insurances.iter().filter(|policy| policy.product == HOME);
    policies.filter(in_force).max_by_key(|policy| (policy.ends, policy.number))
}

pub(super) fn home_ends(view: &View<'_>) -> Option<Value> {
    home(view).map(|policy| Value::Day(policy.ends))
}

pub(super) fn home_days_left(view: &View<'_>) -> Option<Value> {
    home(view).map(|policy| Value::Whole(-view.days_since(policy.ends)))
}

pub(super) fn home_sold_at(view: &View<'_>) -> Option<Value> {
    home(view)?.sold_at.clone().map(Value::Text)
}

/// A fixed price that has run out is none.
pub(super) fn home_price_until(view: &View<'_>) -> Option<Value> {
    let holds = |until: &Day| *until >= view.today;
    home(view)?.price_fixed_until.filter(holds).map(Value::Day)
}
