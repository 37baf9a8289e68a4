//! Breaking a term deposit early: the demand rate for the days held, tax by the term that was held.

use rust_decimal::Decimal;

use super::{KitFault, interest, percent_of};
use crate::{money::Money, time::Day};

/// A term deposit's terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Term {
    /// What was placed.
    pub principal: Money,
    /// Yearly interest in percent.
    pub rate_percent: Decimal,
    /// First day of the term.
    pub opened: Day,
    /// Day it matures.
    pub matures: Day,
}

/// The rates that an early break rests on; all dated parameters of the pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BreakRates {
    /// Yearly interest of demand deposits in percent: what an early break pays.
    pub demand_percent: Decimal,
    /// Withholding tax in percent for the term that was held.
    pub held_tax_percent: Decimal,
    /// Withholding tax in percent for the whole term.
    pub term_tax_percent: Decimal,
}

/// What breaking costs and pays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Broken {
    /// Days the money was held.
    pub days_held: i64,
    /// Days to maturity.
    pub days_left: i64,
    /// Contract interest accrued so far, which is reversed.
    pub accrual: Money,
    /// Interest at the demand rate, before tax.
    pub interest: Money,
    /// Withholding tax on it.
    pub tax: Money,
    /// Paid out today: principal and interest less tax.
    pub net: Money,
    /// Paid out at maturity, less tax.
    pub at_maturity: Money,
    /// What breaking today costs: the difference.
    pub cost: Money,
}

/// Breaks a deposit on a day of its term; the last day is the one before it matures.
///
/// # Errors
/// [`KitFault::Day`] outside the term, [`KitFault::Amount`] beyond what an amount holds.
pub fn break_deposit(term: &Term, today: Day, rates: &BreakRates) -> Result<Broken, KitFault> {
    let days_held = i64::from(today.days_since(term.opened));
    let days_left = i64::from(term.matures.days_since(today));
    if days_held < 0 || days_left <= 0 {
        return Err(KitFault::Day);
    }
    let accrual = interest(term.principal, term.rate_percent, days_held)?;
    let paid = interest(term.principal, rates.demand_percent, days_held)?;
    let tax = percent_of(paid, rates.held_tax_percent)?;
    let net = term.principal.plus(paid)?.minus(tax)?;
    let full = interest(term.principal, term.rate_percent, days_held + days_left)?;
    let at_maturity = term.principal.plus(full)?.minus(percent_of(full, rates.term_tax_percent)?)?;
    let cost = at_maturity.minus(net)?;
    Ok(Broken { days_held, days_left, accrual, interest: paid, tax, net, at_maturity, cost })
}
