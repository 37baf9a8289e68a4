//! The plan of a run: what is posted when it is submitted.

use serde_json::{Value, json};

use super::{
    Run,
    postings::{self, Accounts},
    sums::Sums,
};
use crate::{
    action::unkeyed,
    domain::{Refusal, receipt::ReceiptLine},
    flow::{
        figure::{Figure, LegKind},
        kit::{Bought, Broken, Units},
        plan::{CoreOrder, FactChange, OfferEnd, Plan, PlannedLeg},
        schema::{Feed, Leg},
        view::FieldFault,
    },
    money::Money,
    pack::Fund,
    request::flow::DepositChoice,
    text::{Message, MessageId, Said, ids::flow as id},
};

impl From<FieldFault> for Refusal {
    fn from(fault: FieldFault) -> Refusal {
        Refusal::FlowField { field: fault.field, why: unkeyed(&fault.said) }
    }
}

impl Run {
    /// What is posted when this run is submitted now. The service takes it from a run of its own, built from facts
    /// it has just read.
    ///
    /// # Errors
    /// The first field that is not right. What only stops a leg at posting time (hours, cut-off, the daily limit)
    /// stands in that leg.
    pub fn plan(&self) -> Result<Plan, Refusal> {
        self.check_to_post()?;
        let sums = self.sums();
        self.check_bought(&sums)?;
        let incomplete = || Refusal::from(self.stop(None, &Message::new(id::FIGURES_UNKNOWN)));
        let legs: Option<Vec<PlannedLeg>> = self.flow.legs.iter().map(|leg| self.leg(leg, &sums)).collect();
        let legs = legs.ok_or_else(incomplete)?;
        let stays = sums.stays.ok_or_else(incomplete)?;
        let amount = self.limit_amount(&sums).ok_or_else(incomplete)?;
        let digest = self.digest(&legs, &sums, amount).ok_or_else(incomplete)?;
        Ok(Plan {
            amount,
            stays,
            offers: self.offer_ends(),
            wrap_up: self.flow.wrap_up.clone(),
            digest,
            legs,
        })
    }

    /// What meets limits: the principal broken and customer money beyond it, interest not counted; without a
    /// deposit all that is spent.
    pub(super) fn limit_amount(&self, sums: &Sums) -> Option<Money> {
        let mut spent = [sums.fx_amount, sums.fund_amount].into_iter().flatten();
        let Some(deposit) = self.deposit() else {
            let first = spent.next()?;
            return spent.try_fold(first, |sum, part| sum.plus(part).ok());
        };
        let net = sums.broken?.ok()?.net;
        let beyond =
            spent.try_fold(Money::zero(net.currency), |sum, part| sum.plus(part).ok())?.minus(net).ok()?;
        deposit.principal.plus(Money::new(beyond.minor.max(0), net.currency)).ok()
    }

    fn offer_ends(&self) -> Vec<(String, OfferEnd)> {
        let end = |id: &String| match id {
            id if self.flow.takes.contains(id) => Some(OfferEnd::Taken),
            id if self.drops() && self.flow.drops.contains(id) => Some(OfferEnd::Dropped),
            _ => None,
        };
        self.basis.offers.iter().filter_map(|offer| Some((offer.id.clone(), end(&offer.id)?))).collect()
    }

    /// Whether the deposit that is broken is the one that the dropped offers are about: whose live quote lapses, else
    /// the first to mature. A flow that breaks none drops what its file says.
    pub(crate) fn drops(&self) -> bool {
        let Some(broken) = self.deposit().map(|deposit| deposit.account) else { return true };
        let about = self.basis.lapses.iter().map(|(account, _)| *account);
        let first = self.basis.deposits.first().map(|deposit| deposit.account);
        let mut about = about.chain(first.filter(|_| self.basis.lapses.is_empty()));
        about.any(|account| account == broken)
    }

    fn leg(&self, leg: &Leg, sums: &Sums) -> Option<PlannedLeg> {
        let accounts = Accounts { current: self.basis.current.as_ref()?.account };
        match &leg.feed {
            Feed::DepositBreak { .. } => break_leg(leg, self.deposit()?, &sums.broken?.ok()?, accounts),
            Feed::FxBuy { floor, .. } => self.fx_leg((leg, floor), sums, accounts),
            Feed::FundBuy { .. } => self.fund_leg(leg, (self.fund()?, &sums.fund?.ok()?), accounts),
        }
    }

    fn fx_leg(&self, (leg, floor): (&Leg, &str), sums: &Sums, accounts: Accounts) -> Option<PlannedLeg> {
        let bought: Bought = sums.fx?.ok()?;
        let (currency, rate) = (self.currency()?, self.rate()?);
        let foreign = self.foreign(currency)?;
        let body = json!({
            "from": accounts.current,
            "to": foreign,
            "rate": rate.to_string(),
            "bought": bought.bought,
            "cost": bought.cost,
            "tax": bought.tax,
        });
        let whole = self.pack.number(floor, self.day())?;
        let unit = 10_i64.checked_pow(currency.decimals().into())?;
        let floor = Money::new(whole.checked_mul(unit)?.checked_neg()?, currency);
        Some(PlannedLeg {
            kind: LegKind::FxBuy,
            name: leg.name.clone(),
            entries: postings::bought(foreign, &bought, accounts),
            facts: vec![FactChange::FxBought { currency, cost: bought.cost }],
            order: order("buy-fx", &body),
            text: Figure::Money(bought.bought).said(),
            lines: vec![
                texted(id::LINE_BOUGHT, &Figure::Money(bought.bought)),
                texted(id::LINE_RATE, &Figure::Rate(rate)),
                paid(&Message::new(id::LINE_FX_COST), bought.cost.negated().ok()?),
                paid(&Message::new(id::LINE_FX_TAX), bought.tax.negated().ok()?),
            ],
            refused: self.market_closed().or_else(|| self.limit_passed(sums)),
            floor: Some(floor),
        })
    }

    fn fund_leg(&self, leg: &Leg, (fund, units): (&Fund, &Units), accounts: Accounts) -> Option<PlannedLeg> {
        let (price, value_day) = (self.unit_price()?, self.value_day()?);
        let body = json!({
            "from": accounts.current,
            "fund": fund.code,
            "units": units.units,
            "price": price.to_string(),
            "cost": units.cost,
            "value_day": value_day,
            "request_source": self.request_source(),
        });
        let done = Message::new(id::DONE_FUND)
            .with("units", units.units)
            .with("fund", fund.code.as_str())
            .with("day", value_day);
        Some(PlannedLeg {
            kind: LegKind::FundBuy,
            name: leg.name.clone(),
            entries: postings::ordered(units, accounts),
            facts: vec![FactChange::FundOrdered {
                code: fund.code.clone(),
                units: units.units,
                cost: units.cost,
                value_day,
            }],
            order: order("buy-fund", &body),
            text: done.said(),
            lines: vec![
                texted(id::LINE_FUND, &Figure::Said(fund.title.clone())),
                texted(id::LINE_UNITS, &Figure::Whole(units.units)),
                texted(id::LINE_FUND_PRICE, &Figure::Rate(price)),
                paid(&Message::new(id::LINE_FUND_COST), units.cost.negated().ok()?),
                texted(id::LINE_VALUE_DAY, &Figure::Day(value_day)),
            ],
            refused: self.fund_closed(),
            floor: None,
        })
    }
}

fn break_leg(leg: &Leg, deposit: &DepositChoice, broken: &Broken, accounts: Accounts) -> Option<PlannedLeg> {
    let body = json!({
        "account": deposit.account,
        "to": accounts.current,
        "principal": deposit.principal,
        "interest": broken.interest,
        "withholding_tax": broken.tax,
        "accrual_reversed": broken.accrual,
    });
    let interest = Message::new(id::LINE_INTEREST).with("days", broken.days_held);
    Some(PlannedLeg {
        kind: LegKind::DepositBreak,
        name: leg.name.clone(),
        entries: postings::broken(deposit.account, deposit.principal, broken, accounts).ok()?,
        facts: vec![FactChange::DepositClosed { account: deposit.account }],
        order: order("break-deposit", &body),
        text: Message::new(id::DONE_BREAK).with("net", broken.net).said(),
        lines: vec![
            texted(id::LINE_ACCOUNT, &Figure::Code(deposit.label.clone())),
            paid(&Message::new(id::LINE_PRINCIPAL), deposit.principal),
            paid(&interest, broken.interest),
            paid(&Message::new(id::LINE_WITHHOLDING), broken.tax.negated().ok()?),
        ],
        refused: None,
        floor: None,
    })
}

fn order(kind: &'static str, body: &Value) -> CoreOrder {
    CoreOrder { kind, body: body.to_string() }
}

fn paid(label: &Message, money: Money) -> ReceiptLine {
    ReceiptLine { label: label.said(), money: Some(money), text: None }
}

fn texted(label: MessageId, figure: &Figure) -> ReceiptLine {
    let text: Said = figure.said();
    ReceiptLine { label: Message::new(label).said(), money: None, text: Some(text) }
}
