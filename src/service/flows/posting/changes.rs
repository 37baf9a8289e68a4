//! The facts that change with a run, and what has to be known to take them back.

use rust_decimal::Decimal;

use super::{Settlement, contact_id};
use crate::{
    domain::{
        AccountId, CustomerFacts, Fact,
        account::Account,
        channel::{Channel, Touchpoint},
        flow_run::{Evidence, FlowEffect, SignedOrder},
        fund_order::FundOrder,
        holding::Holding,
        interaction::{Direction, Interaction},
        outcome::{OfferAnswer, Outcome},
        receipt::Receipt,
    },
    flow::{
        Plan,
        plan::{FactChange, OfferEnd},
    },
    money::Money,
    service::flows::submit::Built,
    time::Day,
};

/// Facts of the legs that are done, and of the run as a whole.
pub(super) fn facts(
    (settlement, built): (&Settlement<'_>, &Built),
    receipt: &Receipt,
    many: usize,
) -> (Vec<Fact>, Vec<FlowEffect>) {
    let (mut facts, mut effects) = (Vec::new(), Vec::new());
    let today = receipt.at.day();
    for change in built.plan.legs.iter().take(many).flat_map(|leg| &leg.facts) {
        let done = match change {
            FactChange::DepositClosed { account } => closed(&built.facts, *account, today)
                .map(|fact| (fact, FlowEffect::DepositClosed { account: *account })),
            FactChange::FundOrdered { code, units, cost, value_day } if *value_day <= today => {
                let fact = bought(&built.facts, code, (*units, *cost), today);
                let effect = FlowEffect::UnitsHeld { code: code.clone(), units: *units, cost: *cost };
                fact.map(|fact| (fact, effect))
            }
            FactChange::FundOrdered { code, units, cost, value_day } => Some((
                Fact::FundOrder(FundOrder {
                    run: settlement.asked.work.run,
                    customer: receipt.customer,
                    code: code.clone(),
                    units: *units,
                    cost: *cost,
                    settles: *value_day,
                    cancelled: None,
                }),
                FlowEffect::UnitsOrdered { code: code.clone() },
            )),
            // what was bought stands in the entries
            FactChange::FxBought { .. } => None,
        };
        if let Some((fact, effect)) = done {
            facts.push(fact);
            effects.push(effect);
        }
    }
    if let Some(order) = used(settlement, built) {
        effects.push(FlowEffect::OrderUsed { order: order.id });
        facts.push(Fact::SignedOrder(order));
    }
    facts.push(contact(settlement, built, receipt));
    let ends = ends(&built.plan, many);
    facts.extend(ends.iter().map(|(offer, end)| outcome(receipt, offer, *end)));
    let shown = built.basis.offers.iter();
    let ended = shown.filter(|shown| ends.iter().any(|(offer, _)| **offer == shown.id));
    effects.extend(
        ended.map(|shown| FlowEffect::OfferEnded { offer: shown.id.clone(), name: shown.name.clone() }),
    );
    (facts, effects)
}

/// The account of a deposit, closed today.
fn closed(facts: &CustomerFacts, account: AccountId, today: Day) -> Option<Fact> {
    let held = facts.accounts.iter().find(|held| held.account.id == account)?;
    Some(Fact::Account(Account { closed: Some(today), ..held.account.clone() }))
}

/// The holding with more units, at what they cost.
pub(in crate::service::flows) fn bought(
    facts: &CustomerFacts,
    code: &str,
    (units, cost): (i64, Money),
    today: Day,
) -> Option<Fact> {
    let held = facts.holdings.iter().find(|holding| holding.code == code);
    let before = held.map_or(Decimal::ZERO, |holding| holding.units);
    // a value that is not known does not become known by adding to it
    let value = match held {
        Some(holding) => holding.value.and_then(|value| value.plus(cost).ok()),
        None => Some(cost),
    };
    Some(Fact::Holding(Holding {
        customer: facts.customer.no,
        code: code.to_owned(),
        units: before.checked_add(Decimal::from(units))?,
        value,
        as_of: Some(today),
    }))
}

fn used(settlement: &Settlement<'_>, built: &Built) -> Option<SignedOrder> {
    let Evidence::Order { order } = &settlement.asked.evidence else {
        return None;
    };
    let order = built.facts.signed_orders.iter().find(|known| known.id == *order)?;
    Some(SignedOrder { used_by: Some(settlement.asked.work.run), ..order.clone() })
}

/// Why the customer was in contact, as the flow files it.
fn contact(settlement: &Settlement<'_>, built: &Built, receipt: &Receipt) -> Fact {
    Fact::Interaction(Interaction {
        id: contact_id(settlement.asked.work.run),
        customer: settlement.asked.work.customer,
        channel: channel(settlement.asked.touchpoint),
        direction: Direction::Inbound,
        at: receipt.at,
        topic: built.plan.wrap_up.tr.clone(),
        outcome: Some(format!("{} · {}", settlement.flow.title.tr, receipt.no)),
    })
}

/// What becomes of offers. A run that stopped on its way has taken none up: what it was for was not done.
fn ends(plan: &Plan, many: usize) -> Vec<(&String, OfferEnd)> {
    let whole = many == plan.legs.len();
    let ended = plan.offers.iter().map(|(offer, end)| (offer, *end));
    ended.filter(|(_, end)| whole || *end == OfferEnd::Dropped).collect()
}

fn outcome(receipt: &Receipt, offer: &str, end: OfferEnd) -> Fact {
    Fact::Outcome(Outcome {
        customer: receipt.customer,
        offer: offer.to_owned(),
        channel: channel(receipt.touchpoint),
        at: receipt.at,
        answer: match end {
            OfferEnd::Taken => OfferAnswer::Taken,
            OfferEnd::Dropped => OfferAnswer::Dropped,
        },
    })
}

const fn channel(touchpoint: Touchpoint) -> Channel {
    match touchpoint {
        Touchpoint::CallCenter => Channel::CallCenter,
        Touchpoint::Branch => Channel::Branch,
        Touchpoint::Ivr => Channel::Ivr,
        Touchpoint::Digital => Channel::Mobile,
    }
}
