//! Figures and field values by name.

use super::{Run, quoting::evidence_said, sums::Sums};
use crate::{
    flow::{
        figure::{Figure, LegKind},
        kit::Broken,
        schema::{Feed, FieldKind, Source},
    },
    text::{Message, Said, ids::flow as id},
};

impl Run {
    /// A figure, else a field's value.
    pub(super) fn lookup(&self, sums: &Sums, name: &str) -> Option<Figure> {
        let of_leg = match name.split('_').next()? {
            "deposit" => self.deposit_figure(sums, name),
            "fx" => self.fx_figure(sums, name),
            "fund" => self.fund_figure(sums, name),
            _ => self.common_figure(sums, name),
        };
        of_leg.or_else(|| self.field_figure(name))
    }

    fn deposit_figure(&self, sums: &Sums, name: &str) -> Option<Figure> {
        let deposit = self.deposit()?;
        match name {
            "deposit_label" => return Some(Figure::Code(deposit.label.clone())),
            "deposit_part" => {
                let closed = self.part().filter(|part| !part.open);
                return closed.map(|_| Figure::Coded("closed", Message::new(id::PART_CLOSED).said()));
            }
            "deposit_principal" => return Some(Figure::Money(deposit.principal)),
            "deposit_rate" => return Some(Figure::Percent(deposit.rate_percent)),
            "deposit_matures" => return Some(Figure::Day(deposit.matures)),
            "deposit_lapses" => {
                let lapses = self.basis.lapses.iter().find(|(account, _)| *account == deposit.account);
                return lapses.map(|(_, said)| Figure::Said(said.clone()));
            }
            _ => {}
        }
        let broken: Broken = sums.broken?.ok()?;
        Some(match name {
            "deposit_accrual" => Figure::Money(broken.accrual),
            "deposit_cost" => Figure::Money(broken.cost),
            "deposit_days_held" => Figure::Whole(broken.days_held),
            "deposit_days_left" => Figure::Whole(broken.days_left),
            "deposit_interest" => Figure::Money(broken.interest),
            "deposit_net" => Figure::Money(broken.net),
            "deposit_tax" => Figure::Money(broken.tax),
            "deposit_wait" => Figure::Money(broken.at_maturity),
            _ => return None,
        })
    }

    fn fx_figure(&self, sums: &Sums, name: &str) -> Option<Figure> {
        let Feed::FxBuy { tax, .. } = self.flow.feed(LegKind::FxBuy)? else { return None };
        let bought = || sums.fx?.ok();
        match name {
            "fx_amount" => sums.fx_amount.map(Figure::Money),
            "fx_bought" => bought().map(|fx| Figure::Money(fx.bought)),
            "fx_cost" => bought().map(|fx| Figure::Money(fx.cost)),
            "fx_currency" => self.currency().map(|currency| Figure::Code(currency.code().to_owned())),
            "fx_limit" => self.fx_limit(sums).map(|fits| {
                let (code, said) =
                    if fits { ("enough", id::LIMIT_ENOUGH) } else { ("short", id::LIMIT_SHORT) };
                Figure::Coded(code, Message::new(said).said())
            }),
            "fx_limit_left" => self.fx_left().map(Figure::Money),
            "fx_rate" => self.rate().map(Figure::Rate),
            "fx_rate_day" => self.rate_day().filter(|from| *from < self.day()).map(Figure::Day),
            "fx_spent" => bought().map(|fx| Figure::Money(fx.spent)),
            "fx_tax" => bought().map(|fx| Figure::Money(fx.tax)),
            "fx_tax_rate" => self.pack.decimal(tax, self.day()).map(Figure::Percent),
            "fx_words" => {
                let currency = self.currency()?;
                let words = Message::new(id::CURRENCY_WORDS).with("code", currency.code());
                Some(Figure::Said(words.said()))
            }
            _ => None,
        }
    }

    fn fund_figure(&self, sums: &Sums, name: &str) -> Option<Figure> {
        let fund = self.fund()?;
        match name {
            "fund_amount" => sums.fund_amount.map(Figure::Money),
            "fund_code" => Some(Figure::Code(fund.code.clone())),
            "fund_cost" => sums.fund?.ok().map(|fund| Figure::Money(fund.cost)),
            "fund_later" => self.value_day().filter(|from| *from > self.day()).map(Figure::Day),
            "fund_name" => Some(Figure::Said(fund.spoken.clone())),
            "fund_price" => self.unit_price().map(Figure::Rate),
            "fund_risk" => Some(Figure::Whole(i64::from(fund.risk))),
            "fund_settlement" => self.settlement().map(Figure::Said),
            "fund_units" => sums.fund?.ok().map(|fund| Figure::Whole(fund.units)),
            "fund_value_day" => self.value_day().map(Figure::Day),
            _ => None,
        }
    }

    fn common_figure(&self, sums: &Sums, name: &str) -> Option<Figure> {
        match name {
            "credit_held" => self.basis.credit_held.clone().map(Figure::Said),
            "current_balance" => self.basis.current.as_ref().map(|current| Figure::Money(current.balance)),
            "current_label" => self.basis.current.as_ref().map(|current| Figure::Code(current.label.clone())),
            "evidence" => self.evidence().map(|evidence| Figure::Said(evidence_said(&evidence))),
            "investor_form" => self.basis.investor_form.map(Figure::Day),
            "offer_dropped" => self.offer_rank(&self.flow.drops).filter(|_| self.drops()),
            "offer_taken" => self.offer_rank(&self.flow.takes),
            "price_until" => self.price.as_ref().map(|price| Figure::Moment(price.until)),
            "risk" => self.basis.risk.map(|risk| Figure::Whole(i64::from(risk))),
            "stays" => sums.stays.map(Figure::Money),
            "stays_least" => sums.least.map(Figure::Money),
            "suitability" => self.suitability().map(|fits| Figure::Coded(fits.code(), fits.said())),
            _ => None,
        }
    }

    fn offer_rank(&self, ids: &[String]) -> Option<Figure> {
        let offer = self.basis.offers.iter().find(|offer| ids.contains(&offer.id))?;
        i64::try_from(offer.rank).ok().map(Figure::Whole)
    }

    fn field_figure(&self, name: &str) -> Option<Figure> {
        let field = self.flow.field(name)?;
        if let Some(source) = &field.source {
            return self.carried(source);
        }
        match &field.kind {
            FieldKind::Amount(_) => self.amount(name).map(Figure::Money),
            FieldKind::Deposit => self.deposit().map(|deposit| Figure::Code(deposit.label.clone())),
            FieldKind::Evidence => self.evidence().map(|kept| Figure::Said(evidence_said(&kept))),
            FieldKind::Answer => None,
            FieldKind::Currency(_)
            | FieldKind::Fund(_)
            | FieldKind::Choice(_)
            | FieldKind::Text(_)
            | FieldKind::Source => Some(Figure::Said(self.words(field, &self.value(name)?))),
        }
    }

    /// What a carried field carries; the checker has seen that sources end.
    pub(super) fn carried(&self, source: &Source) -> Option<Figure> {
        match source {
            Source::Field(name) | Source::Figure(name) => self.figure(name),
        }
    }

    /// A value as people read it.
    pub(super) fn words(&self, field: &crate::flow::schema::Field, value: &str) -> Said {
        let plain = || Said { tr: value.to_owned(), en: value.to_owned() };
        match &field.kind {
            FieldKind::Choice(options) => {
                options.iter().find(|(id, _)| id == value).map_or_else(plain, |(_, label)| label.clone())
            }
            FieldKind::Source => self.source_said(value),
            FieldKind::Amount(_) => self.amount(&field.id).map_or_else(plain, crate::flow::entry::shown),
            FieldKind::Deposit => {
                let found = self.basis.deposits.iter().find(|deposit| deposit.account.to_string() == value);
                found.map_or_else(plain, |deposit| Said {
                    tr: deposit.label.clone(),
                    en: deposit.label.clone(),
                })
            }
            FieldKind::Answer => {
                let key = if value == "yes" { id::ANSWER_YES } else { id::ANSWER_NO };
                Message::new(key).said()
            }
            FieldKind::Evidence => self.evidence().map_or_else(plain, |kept| evidence_said(&kept)),
            FieldKind::Currency(_) | FieldKind::Fund(_) | FieldKind::Text(_) => plain(),
        }
    }
}
