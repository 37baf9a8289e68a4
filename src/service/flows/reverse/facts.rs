//! The facts that change when a run is taken back.

use super::Posted;
use crate::{
    domain::{
        AccountId, CustomerFacts, Fact, Refusal, account::Account, flow_run::FlowEffect,
        fund_order::FundOrder,
    },
    money::Money,
    service::flows::posting::changes,
    time::{Day, Moment},
};

/// The facts as they are after taking it back, and the accounts that open again.
///
/// # Errors
/// [`Refusal::UnknownAccount`] where the deposit's account is gone, [`Refusal::UnitsGone`].
pub(super) fn changed(posted: &Posted, at: Moment) -> Result<(Vec<Fact>, Vec<AccountId>), Refusal> {
    let (mut facts, mut reopened) = (Vec::new(), Vec::new());
    let known = &posted.loaded.facts;
    for effect in &posted.run.effects {
        match effect {
            FlowEffect::DepositClosed { account } => {
                let gone = Refusal::UnknownAccount { account: *account };
                facts.push(opened(known, *account).ok_or(gone)?);
                reopened.push(*account);
            }
            FlowEffect::UnitsHeld { code, units, cost } => {
                facts.push(sold(known, code, (*units, *cost), at.day())?);
            }
            FlowEffect::UnitsOrdered { code } => {
                let gone = || Refusal::UnitsGone { fund: code.clone() };
                let mut orders = known.fund_orders.iter();
                let order = orders.find(|order| order.run == posted.run.request && order.code == *code);
                let order = order.ok_or_else(gone)?;
                if !order.waits(&known.holdings) {
                    // the units came meanwhile
                    facts.push(sold(known, code, (order.units, order.cost), at.day())?);
                }
                facts.push(Fact::FundOrder(FundOrder { cancelled: Some(at.day()), ..order.clone() }));
            }
            // see `beside`
            FlowEffect::OrderUsed { .. } | FlowEffect::OfferEnded { .. } => {}
        }
    }
    Ok((facts, reopened))
}

/// The holding without these units.
fn sold(known: &CustomerFacts, code: &str, (units, cost): (i64, Money), today: Day) -> Result<Fact, Refusal> {
    let gone = || Refusal::UnitsGone { fund: code.to_owned() };
    let back = cost.negated().map_err(|_| gone())?;
    let fact = changes::bought(known, code, (-units, back), today).ok_or_else(gone)?;
    let short = |fact: &Fact| matches!(fact, Fact::Holding(held) if held.units.is_sign_negative() && !held.units.is_zero());
    if short(&fact) { Err(gone()) } else { Ok(fact) }
}

/// The account of a deposit, open again.
fn opened(known: &CustomerFacts, account: AccountId) -> Option<Fact> {
    let held = known.accounts.iter().find(|held| held.account.id == account)?;
    Some(Fact::Account(Account { closed: None, ..held.account.clone() }))
}
