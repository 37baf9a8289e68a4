//! Held prices and the customer's yes.

use super::{Entered, How, Run};
use crate::{
    domain::{
        SignedOrderId,
        flow_run::{DEMO_RECORD, Evidence, FlowQuote, SignedOrder},
    },
    flow::{
        figure::{self, Figure, LegKind},
        schema::{Feed, Field, FieldKind},
        view::Change,
    },
    money::Currency,
    request::flow::Yes,
    text::{Message, MessageId, Said, ids::flow as id},
    time::Moment,
};

/// What a price is asked for, and how long the pack holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Currencies, the bank selling.
    pub rates: Vec<Currency>,
    /// Funds by code.
    pub funds: Vec<String>,
    /// Seconds.
    pub hold_seconds: i64,
    /// Not beyond this moment.
    pub at_most: Option<Moment>,
}

/// How the yes of a run would be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kept {
    /// By the record of the contact.
    Record(String),
    /// By a signed order.
    Order(SignedOrder),
    /// By a signed order that was named when it was submitted and does not hold any more.
    Gone(SignedOrderId),
}

/// The lines that a new price may change, in the order of the screens.
const PRICED: [(&str, MessageId); 9] = [
    ("fx_rate", id::LINE_RATE),
    ("fx_bought", id::LINE_BOUGHT),
    ("fx_cost", id::LINE_FX_COST),
    ("fx_tax", id::LINE_FX_TAX),
    ("fund_price", id::LINE_FUND_PRICE),
    ("fund_units", id::LINE_UNITS),
    ("fund_cost", id::LINE_FUND_COST),
    ("stays", id::LINE_STAYS),
    ("fund_settlement", id::LINE_SETTLEMENT),
];

impl Run {
    /// What a price has to hold for this run; the service makes the quote of it. Hold seconds are 0 where the pack
    /// has no value for the day, so nothing is held by accident.
    #[must_use]
    pub fn wanted(&self) -> Wanted {
        Wanted {
            rates: self.currency().into_iter().collect(),
            funds: self.fund().map(|fund| fund.code.clone()).into_iter().collect(),
            hold_seconds: self.pack.number(&self.flow.hold, self.day()).unwrap_or_default(),
            at_most: self.held_at_most(),
        }
    }

    /// Takes a held price. Gives what it changed against the one before, line by line; the customer's answer is
    /// emptied, nothing else that was entered is lost. A run that waited for it moves on.
    pub fn priced(&mut self, quote: FlowQuote) -> Vec<Change> {
        let seen = |run: &Run| {
            let sums = run.sums();
            PRICED.map(|(name, _)| run.price.as_ref().and_then(|_| run.lookup(&sums, name)))
        };
        let before = seen(self);
        self.price = Some(quote).filter(|quote| self.fits(quote));
        self.priced = self.terms();
        self.forget_answer();
        if std::mem::take(&mut self.pricing) && self.price.is_some() {
            self.step += 1;
        }
        let after = seen(self);
        let pairs = PRICED.into_iter().zip(before.into_iter().zip(after));
        pairs.filter_map(|((name, label), values)| change(name, label, values)).collect()
    }

    /// The held price has passed; without one there is nothing to pass.
    #[must_use]
    pub fn is_stale(&self, at: Moment) -> bool {
        self.price.as_ref().is_some_and(|price| at > price.until)
    }

    /// Whether a price holds what this run needs.
    pub(super) fn fits(&self, quote: &FlowQuote) -> bool {
        let Wanted { rates, funds, .. } = self.wanted();
        rates.iter().all(|currency| quote.rates.iter().any(|(known, _)| known == currency))
            && funds.iter().all(|code| quote.funds.iter().any(|(known, _)| known == code))
    }

    /// A price is held for what is chosen now.
    pub(super) fn has_price(&self) -> bool {
        self.price.as_ref().is_some_and(|price| self.fits(price)) && self.priced == self.terms()
    }

    /// BLAKE3 of what a price is held for: flow and revision, customer, the fields that legs are made of, the accounts
    /// they go through and what the deposit gives. Another amount wants another price, and so do other records.
    #[must_use]
    pub fn terms(&self) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new_derive_key("tekil terms of a held price");
        let mut part = |bytes: &[u8]| {
            hasher.update(&u64::try_from(bytes.len()).unwrap_or(u64::MAX).to_le_bytes());
            hasher.update(bytes);
        };
        part(self.flow.name.as_bytes());
        part(self.flow.revision.as_bytes());
        part(&self.customer.0.to_le_bytes());
        for field in self.flow.legs.iter().flat_map(|leg| leg.feed.fields()) {
            part(field.as_bytes());
            part(self.value(field).unwrap_or_default().as_bytes());
        }
        part(self.rests_on().to_string().as_bytes());
        *hasher.finalize().as_bytes()
    }

    /// The customer's yes, if it was given: the answer, or an order that somebody named.
    #[must_use]
    pub fn answer(&self) -> Option<Yes> {
        let said = self.value_of_kind(&FieldKind::Answer);
        if said.as_deref() == Some("no") {
            return None;
        }
        let named =
            self.entered_of_kind(&FieldKind::Evidence).is_some_and(|entered| entered.how != How::Carried);
        match self.evidence()? {
            Kept::Order(order) if named || said.is_some() => Some(Yes::Order(order.id)),
            Kept::Record(_) if said.is_some() => Some(Yes::Spoken),
            Kept::Order(_) | Kept::Record(_) | Kept::Gone(_) => None,
        }
    }

    /// Somebody submitted the run with this: a second person is shown what the customer's yes was kept in, not the
    /// contact of their own.
    pub fn keeps(&mut self, evidence: Evidence) {
        self.given = Some(evidence);
    }

    fn kept(&self, evidence: &Evidence) -> Option<Kept> {
        match evidence {
            Evidence::Spoken { record } => Some(Kept::Record(record.clone())),
            Evidence::Order { order } => {
                let found = self.basis.orders.iter().find(|known| known.id == *order);
                let fitting = found.filter(|order| self.order_fits(order)).cloned();
                Some(fitting.map_or(Kept::Gone(*order), Kept::Order))
            }
            Evidence::Bank => None,
        }
    }

    /// How the yes would be kept: as it was submitted, as named, else the one order that fits, else the contact's record.
    pub(super) fn evidence(&self) -> Option<Kept> {
        if let Some(given) = &self.given {
            return self.kept(given);
        }
        let record = || self.basis.record.clone().map(Kept::Record);
        if let Some(named) = self.value_of_kind(&FieldKind::Evidence) {
            if named == RECORD {
                return record();
            }
            let order = self.basis.orders.iter().find(|order| order.id.to_string() == named);
            return order.filter(|order| self.order_fits(order)).cloned().map(Kept::Order);
        }
        let mut fitting = self.basis.orders.iter().filter(|order| self.order_fits(order));
        match (fitting.next(), fitting.next()) {
            (Some(order), None) => Some(Kept::Order(order.clone())),
            (None | Some(_), _) => record(),
        }
    }

    /// The signed orders on file that are for exactly this.
    #[must_use]
    pub fn fitting_orders(&self) -> Vec<SignedOrderId> {
        self.basis.orders.iter().filter(|order| self.order_fits(order)).map(|order| order.id).collect()
    }

    /// An order binds customer, flow, account and amounts exactly, on a day it holds.
    pub(super) fn order_fits(&self, order: &SignedOrder) -> bool {
        let day = self.day();
        let account = self.deposit().map(|deposit| deposit.account);
        let account = account.or_else(|| self.basis.current.as_ref().map(|current| current.account));
        let feeding: Vec<&str> = self.amount_fields().collect();
        let bound = |field: &&str| {
            let asked = self.amount(field);
            asked.is_some()
                && order.amounts.iter().any(|(name, money)| name == field && Some(*money) == asked)
        };
        order.customer == self.customer
            && order.flow == self.flow.name
            && Some(order.account) == account
            && order.used_by.is_none_or(|run| run == self.key)
            && (order.signed..=order.until).contains(&day)
            && order.amounts.len() == feeding.len()
            && feeding.iter().all(bound)
    }

    /// The fields whose amounts the legs spend, in posting order.
    pub(super) fn amount_fields(&self) -> impl Iterator<Item = &str> {
        self.flow.legs.iter().filter_map(|leg| match &leg.feed {
            Feed::FxBuy { amount, .. } | Feed::FundBuy { amount, .. } => Some(amount.as_str()),
            Feed::DepositBreak { .. } => None,
        })
    }

    /// The amounts that legs spend, or the deposit: what the limits are about.
    pub(super) fn spends(&self, kind: LegKind) -> bool {
        self.flow.feed(kind).is_some()
    }

    /// The answer is asked again: after an edit, a new price, or one that has passed.
    pub fn forget_answer(&mut self) {
        let flow = self.flow.clone();
        let asked = |field: &&Field| field.kind == FieldKind::Answer;
        for field in flow.fields.iter().filter(asked) {
            self.entered.remove(&field.id);
        }
    }

    pub(super) fn entered_of_kind(&self, kind: &FieldKind) -> Option<&Entered> {
        let field = self.flow.fields.iter().find(|field| field.kind == *kind)?;
        self.entered.get(&field.id)
    }

    fn value_of_kind(&self, kind: &FieldKind) -> Option<String> {
        self.entered_of_kind(kind)?.value.clone()
    }
}

/// In words: `ses kaydı 9031`, `imzalı talimat 12 · 24.11.2026`.
pub(super) fn evidence_said(kept: &Kept) -> Said {
    match kept {
        Kept::Record(record) if record == DEMO_RECORD => Message::new(id::EVIDENCE_DEMO).said(),
        Kept::Record(record) => Message::new(id::EVIDENCE_RECORD).with("record", record.as_str()).said(),
        Kept::Order(order) => Message::new(id::EVIDENCE_ORDER)
            .with("order", order.id.to_string())
            .with("day", order.signed)
            .said(),
        Kept::Gone(order) => Message::new(id::EVIDENCE_OTHER).with("order", order.to_string()).said(),
    }
}

/// The value of an evidence field that means the contact's record.
pub(super) const RECORD: &str = "record";

fn change(name: &str, label: MessageId, (old, new): (Option<Figure>, Option<Figure>)) -> Option<Change> {
    let (old, new) = old.zip(new)?;
    let figure = figure::find(name)?.name;
    (old != new).then(|| Change {
        figure,
        label: Message::new(label).said(),
        old: old.said(),
        new: new.said(),
    })
}
