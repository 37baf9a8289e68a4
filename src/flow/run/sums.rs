//! The sums of a run: what its legs give with the fields and prices as they stand.

use rust_decimal::Decimal;

use super::Run;
use crate::{
    flow::{
        figure::LegKind,
        kit::{Bought, BreakRates, Broken, KitFault, Term, Units, break_deposit, buy_fund, buy_fx},
        schema::{Feed, FieldKind},
    },
    money::{Currency, Money},
    request::flow::DepositChoice,
};

/// What the legs give; a part is `None` until its fields or prices are there.
#[derive(Debug, Clone, Default)]
pub(super) struct Sums {
    /// Breaking the deposit.
    pub(super) broken: Option<Result<Broken, KitFault>>,
    /// What the other legs may spend.
    pub(super) available: Option<Money>,
    /// Lira for foreign currency.
    pub(super) fx_amount: Option<Money>,
    /// Lira for the fund.
    pub(super) fund_amount: Option<Money>,
    /// The foreign currency.
    pub(super) fx: Option<Result<Bought, KitFault>>,
    /// The units.
    pub(super) fund: Option<Result<Units, KitFault>>,
    /// What stays at least, whatever the prices.
    pub(super) least: Option<Money>,
    /// What stays, with the prices held; else as `least`.
    pub(super) stays: Option<Money>,
}

impl Run {
    /// The sums as things stand.
    pub(super) fn sums(&self) -> Sums {
        let mut sums = Sums { broken: self.broken(), ..Sums::default() };
        sums.available = match (&sums.broken, self.flow.feed(LegKind::DepositBreak)) {
            (Some(Ok(broken)), _) => Some(broken.net),
            (Some(Err(_)) | None, Some(_)) => None,
            (_, None) => self.basis.current.as_ref().map(|current| current.balance),
        };
        if let Some(Feed::FxBuy { amount, tax, .. }) = self.flow.feed(LegKind::FxBuy) {
            sums.fx_amount = self.amount(amount);
            sums.fx = self.fx(sums.fx_amount, tax);
        }
        if let Some(Feed::FundBuy { amount, .. }) = self.flow.feed(LegKind::FundBuy) {
            sums.fund_amount = self.amount(amount);
            sums.fund = self.units(sums.fund_amount);
        }
        let spent = |parts: [Option<Money>; 2]| {
            let available = sums.available?;
            parts.into_iter().flatten().try_fold(available, |left, part| left.minus(part).ok())
        };
        sums.least = spent([sums.fx_amount, sums.fund_amount]);
        let fx = sums.fx.and_then(Result::ok).map(|fx| fx.spent);
        let fund = sums.fund.and_then(Result::ok).map(|fund| fund.cost);
        sums.stays = spent([fx.or(sums.fx_amount), fund.or(sums.fund_amount)]);
        sums
    }

    /// The deposit that is chosen.
    pub(super) fn deposit(&self) -> Option<&DepositChoice> {
        let Feed::DepositBreak { deposit, .. } = self.flow.feed(LegKind::DepositBreak)? else { return None };
        let chosen = self.value(deposit)?;
        self.basis.deposits.iter().find(|choice| choice.account.to_string() == chosen)
    }

    /// The currency that is chosen.
    pub(super) fn currency(&self) -> Option<Currency> {
        let Feed::FxBuy { currency, .. } = self.flow.feed(LegKind::FxBuy)? else { return None };
        Currency::from_code(&self.value(currency)?)
    }

    /// The fund that is chosen.
    pub(super) fn fund(&self) -> Option<&crate::pack::Fund> {
        let Feed::FundBuy { fund, .. } = self.flow.feed(LegKind::FundBuy)? else { return None };
        self.pack.fund(&self.value(fund)?)
    }

    /// A field's amount.
    pub(super) fn amount(&self, field: &str) -> Option<Money> {
        let FieldKind::Amount(currency) = self.flow.field(field)?.kind else { return None };
        Money::parse_plain(&self.value(field)?, currency).ok()
    }

    /// The held rate of the chosen currency.
    pub(super) fn rate(&self) -> Option<Decimal> {
        let currency = self.currency()?;
        let rates = &self.price.as_ref()?.rates;
        rates.iter().find(|(known, _)| *known == currency).map(|(_, rate)| *rate)
    }

    /// The held price of the chosen fund.
    pub(super) fn unit_price(&self) -> Option<Decimal> {
        let fund = self.fund()?;
        let prices = &self.price.as_ref()?.funds;
        prices.iter().find(|(code, _)| *code == fund.code).map(|(_, price)| *price)
    }

    fn broken(&self) -> Option<Result<Broken, KitFault>> {
        let deposit = self.deposit()?;
        let term = Term {
            principal: deposit.principal,
            rate_percent: deposit.rate_percent,
            opened: deposit.opened,
            matures: deposit.matures,
        };
        let Feed::DepositBreak { demand_rate, withholding, .. } = self.flow.feed(LegKind::DepositBreak)?
        else {
            return None;
        };
        let day = self.day();
        let held = i64::from(day.days_since(deposit.opened));
        let whole = i64::from(deposit.matures.days_since(deposit.opened));
        let rates = BreakRates {
            demand_percent: self.pack.decimal(demand_rate, day)?,
            held_tax_percent: self.pack.banded(withholding, held, day)?,
            term_tax_percent: self.pack.banded(withholding, whole, day)?,
        };
        Some(break_deposit(&term, day, &rates))
    }

    fn fx(&self, amount: Option<Money>, tax: &str) -> Option<Result<Bought, KitFault>> {
        let tax = self.pack.decimal(tax, self.day())?;
        Some(buy_fx(amount?, self.currency()?, self.rate()?, tax))
    }

    fn units(&self, amount: Option<Money>) -> Option<Result<Units, KitFault>> {
        Some(buy_fund(amount?, self.unit_price()?))
    }
}
