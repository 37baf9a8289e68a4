//! From screen to screen: what must be right before the run moves on.

use rust_decimal::Decimal;

use super::{Next, Run, accept, sums::Sums};
use crate::{
    action::Action,
    flow::{
        figure::{Figure, LegKind},
        kit::KitFault,
        schema::{Block, BlockBody, Check, Feed, Field, FieldKind, Flow, Line, Screen},
        view::FieldFault,
    },
    money::Money,
    text::{Message, Said, ids::flow as id},
};

impl Run {
    /// Submits the screen: moves on, asks for a price, or gives what to submit.
    ///
    /// # Errors
    /// The first field that is not right, with what to do.
    #[expect(
        clippy::should_implement_trait,
        reason = "screens of a flow are no iterator; nobody loops over them"
    )]
    pub fn next(&mut self) -> Result<Next, FieldFault> {
        self.check_step(self.step)?;
        if self.commits() {
            return self.submitted();
        }
        let following = self.flow.screens.get(usize::from(self.step));
        if following.is_some_and(|screen| screen.priced) && !self.has_price() {
            self.pricing = true;
            return Ok(Next::Price);
        }
        if self.step < self.steps() {
            self.step += 1;
        }
        Ok(Next::Screen)
    }

    /// One screen back; nothing entered is lost, the answer is asked again. Whether there was one.
    pub fn back(&mut self) -> bool {
        self.pricing = false;
        self.forget_answer();
        if self.step <= 1 {
            return false;
        }
        self.step -= 1;
        true
    }

    fn submitted(&self) -> Result<Next, FieldFault> {
        if let Some(yes) = self.answer() {
            return Ok(Next::Submit { yes });
        }
        let answer = self.flow.fields.iter().find(|field| field.kind == FieldKind::Answer);
        let said_no = answer.and_then(|field| self.value(&field.id)).as_deref() == Some("no");
        let why = match (said_no, self.evidence()) {
            (true, _) => id::ANSWER_WAS_NO,
            (false, None) => id::EVIDENCE_NONE,
            (false, Some(_)) => id::ANSWER_FIRST,
        };
        let (back, cancel) = (Action::GoBack.mark(), Action::CancelFlow.mark());
        Err(self.stop(answer, &Message::new(why).with("back", back).with("cancel", cancel)))
    }

    /// Everything that must be right to leave a screen.
    fn check_step(&self, step: u8) -> Result<(), FieldFault> {
        let sums = self.sums();
        self.check_entered(step, &sums)?;
        let Some(screen) = self.flow.screens.get(usize::from(step).saturating_sub(1)) else { return Ok(()) };
        for check in screen.blocks.iter().flat_map(Block::checks) {
            if let Some(why) = self.stopped_by(*check, &sums) {
                // whose idea it was mends some of them; no field of this screen mends the others
                let mends = matches!(check, Check::Suitability | Check::InvestorForm);
                return Err(halt(self.tab_order(screen).first().copied().filter(|_| mends), why));
            }
        }
        self.check_open(step, &sums)?;
        if screen.priced { self.check_bought(&sums) } else { Ok(()) }
    }

    /// Hours, cut-off and daily limit, from the screen before the first price on: nobody is read a price for what the
    /// bank already knows it will not do, whether or not a screen shows the check.
    fn check_open(&self, step: u8, sums: &Sums) -> Result<(), FieldFault> {
        let screens = &self.flow.screens;
        let priced = |at: usize| screens.get(at).is_some_and(|screen| screen.priced);
        let shown = (0..usize::from(step)).any(priced);
        let asked = (shown || priced(usize::from(step))).then_some(Check::Hours);
        let limit = shown.then_some(Check::FxLimit);
        for check in asked.into_iter().chain(limit) {
            if let Some(why) = self.stopped_by(check, sums) {
                return Err(halt(None, why));
            }
        }
        Ok(())
    }

    /// Fields, accounts and sums of a screen.
    fn check_entered(&self, step: u8, sums: &Sums) -> Result<(), FieldFault> {
        let index = usize::from(step).saturating_sub(1);
        let Some(screen) = self.flow.screens.get(index) else { return Ok(()) };
        let fields = self.tab_order(screen);
        // nobody fills a form that cannot be posted
        self.check_current()?;
        for field in &fields {
            self.check_field(field)?;
        }
        self.check_foreign()?;
        self.check_sums(&fields, sums)
    }

    /// Everything that must be right to post, the answer excepted. Hours and the daily limit stop their leg, not
    /// the run: what they forbid now may have been open when the customer said yes.
    pub(super) fn check_to_post(&self) -> Result<(), FieldFault> {
        let sums = self.sums();
        (1..=self.steps()).try_for_each(|step| self.check_entered(step, &sums))?;
        if !self.has_price() && self.flow.screens.iter().any(|screen| screen.priced) {
            let missing = Message::new(id::PRICE_MISSING).with("reprice", Action::Reprice.mark());
            return Err(self.stop(None, &missing));
        }
        // whether or not a screen shows them
        for check in [Check::Suitability, Check::InvestorForm] {
            if let Some(why) = self.stopped_by(check, &sums) {
                return Err(halt(None, why));
            }
        }
        Ok(())
    }

    fn check_field(&self, field: &Field) -> Result<(), FieldFault> {
        if matches!(field.kind, FieldKind::Answer) {
            return Ok(());
        }
        let entered = self.entered.get(&field.id);
        if let Some(fault) = entered.and_then(|entered| entered.fault.clone()) {
            return Err(fault);
        }
        let filled = entered.is_some_and(|entered| entered.value.is_some());
        if filled || field.optional || field.kind == FieldKind::Evidence {
            return Ok(());
        }
        let why = if field.kind == FieldKind::Deposit { id::DEPOSIT_NONE } else { id::FIELD_EMPTY };
        Err(self.stop(Some(field), &Message::new(why)))
    }

    /// The account that the money goes through.
    fn check_current(&self) -> Result<(), FieldFault> {
        let Some(current) = &self.basis.current else {
            return Err(self.stop(None, &Message::new(id::NO_CURRENT)));
        };
        if let Some(why) = &current.blocked {
            let message = Message::new(id::CURRENT_BLOCKED).with("account", current.label.as_str());
            return Err(self.stop(None, &message.with("why", why.clone())));
        }
        Ok(())
    }

    /// The account that foreign currency goes to.
    fn check_foreign(&self) -> Result<(), FieldFault> {
        match self.currency() {
            Some(currency) if self.foreign(currency).is_none() => {
                let message = Message::new(id::NO_FOREIGN).with("currency", currency.code());
                let chosen =
                    self.flow.fields.iter().find(|field| matches!(field.kind, FieldKind::Currency(_)));
                Err(self.stop(chosen, &message))
            }
            Some(_) | None => Ok(()),
        }
    }

    fn check_sums(&self, fields: &[&Field], sums: &Sums) -> Result<(), FieldFault> {
        if let Some(Err(KitFault::Day)) = sums.broken {
            return Err(self.stop(fields.first().copied(), &Message::new(id::DEPOSIT_MATURED)));
        }
        let spending = |field: &&&Field| self.amount_fields().any(|id| id == field.id);
        let Some(field) = fields.iter().rfind(spending).copied() else { return Ok(()) };
        let Some((available, least)) = sums.available.zip(sums.least) else {
            return Err(self.stop(Some(field), &Message::new(id::FIGURES_UNKNOWN)));
        };
        if least.minor < 0 {
            let message = Message::new(id::TOO_MUCH).with("available", available);
            let too_much = self.too_much(available).and_then(|id| fields.iter().find(|field| field.id == id));
            return Err(self.stop(too_much.copied().or(Some(field)), &message));
        }
        Ok(())
    }

    /// The first amount, in posting order, that the ones before it leave no room for.
    fn too_much(&self, available: Money) -> Option<&str> {
        let mut left = available;
        for id in self.amount_fields() {
            left = left.minus(self.amount(id)?).ok()?;
            if left.minor < 0 {
                return Some(id);
            }
        }
        None
    }

    /// A price that buys nothing, or figures beyond what an amount holds.
    pub(super) fn check_bought(&self, sums: &Sums) -> Result<(), FieldFault> {
        let faults = [
            (sums.broken.and_then(Result::err), None),
            (sums.fx.and_then(Result::err), Some(LegKind::FxBuy)),
            (sums.fund.and_then(Result::err), Some(LegKind::FundBuy)),
        ];
        match faults.into_iter().find_map(|(fault, kind)| Some((fault?, kind))) {
            Some((KitFault::TooSmall, Some(kind))) => Err(self.too_little(kind)),
            Some((KitFault::TooSmall | KitFault::Amount | KitFault::Rate | KitFault::Day, _)) => {
                Err(self.stop(None, &Message::new(id::FIGURES_UNKNOWN)))
            }
            None => Ok(()),
        }
    }

    /// An amount that buys not even the smallest part: which, how much, and what that part costs.
    fn too_little(&self, kind: LegKind) -> FieldFault {
        let (field, message) = match self.flow.feed(kind) {
            Some(Feed::FxBuy { amount, .. }) => {
                let cent = self.currency().map(|currency| Money::new(1, currency));
                let part = cent.map(|cent| Figure::Money(cent).said()).unwrap_or_default();
                (amount, Message::new(id::BUYS_NO_CENT).with("part", part).with("price", said(self.rate())))
            }
            Some(Feed::FundBuy { amount, .. }) => {
                let code = self.fund().map(|fund| fund.code.clone()).unwrap_or_default();
                let message = Message::new(id::BUYS_NO_UNIT).with("fund", code);
                (amount, message.with("price", said(self.unit_price())))
            }
            Some(Feed::DepositBreak { .. }) | None => {
                return self.stop(None, &Message::new(id::FIGURES_UNKNOWN));
            }
        };
        let paid = self.amount(field).map(|paid| Figure::Money(paid).said()).unwrap_or_default();
        let message = message.with("paid", paid).with("back", Action::GoBack.mark());
        self.stop(self.flow.field(field), &message)
    }

    /// Whether a restored run may stand after this screen.
    pub(super) fn may_stand_after(&self, step: u8) -> bool {
        let following = self.flow.screens.get(usize::from(step));
        let priced = following.is_some_and(|screen| screen.priced);
        self.check_step(step).is_ok() && (!priced || self.has_price())
    }

    /// The fields of a screen in Tab order.
    pub(super) fn tab_order(&self, screen: &Screen) -> Vec<&Field> {
        let mut order: Vec<&Field> = Vec::new();
        for id in screen.field_ids(&self.flow) {
            let known = self.flow.field(id).filter(|field| field.source.is_none());
            if let Some(field) = known.filter(|field| !order.contains(field)) {
                order.push(field);
            }
        }
        order
    }

    pub(super) fn stop(&self, field: Option<&Field>, message: &Message) -> FieldFault {
        match field {
            Some(field) => {
                let typed = self.entered.get(&field.id).map(|entered| entered.typed.clone());
                accept::fault(field, &typed.unwrap_or_default(), message)
            }
            None => FieldFault { field: String::new(), value: String::new(), said: message.said() },
        }
    }
}

/// A rate or a price of a unit, as it is read.
fn said(price: Option<Decimal>) -> Said {
    price.map(|price| Figure::Rate(price).said()).unwrap_or_default()
}

fn halt(field: Option<&Field>, said: Said) -> FieldFault {
    let id = field.map(|field| field.id.clone()).unwrap_or_default();
    FieldFault { field: id, value: String::new(), said }
}

impl Screen {
    /// The fields that its blocks name, from top to bottom.
    pub(in crate::flow) fn field_ids<'f>(&'f self, flow: &'f Flow) -> Vec<&'f str> {
        let mut ids = Vec::new();
        for block in &self.blocks {
            match &block.body {
                BlockBody::Choice(field) => ids.push(field.as_str()),
                BlockBody::Lines(checks, lines) => {
                    if checks.contains(&Check::Suitability) {
                        let source = flow.fields.iter().find(|field| field.kind == FieldKind::Source);
                        ids.extend(source.map(|field| field.id.as_str()));
                    }
                    ids.extend(lines.iter().flat_map(Line::field_ids));
                }
                BlockBody::Legs => {}
                BlockBody::Sentence { answer, lines, .. } => {
                    ids.push(answer.as_str());
                    ids.extend(lines.iter().flat_map(Line::field_ids));
                }
            }
        }
        ids
    }
}

impl Block {
    fn checks(&self) -> &[Check] {
        match &self.body {
            BlockBody::Lines(checks, _) => checks,
            BlockBody::Choice(_) | BlockBody::Legs | BlockBody::Sentence { .. } => &[],
        }
    }
}

impl Line {
    fn field_ids(&self) -> impl Iterator<Item = &str> {
        self.fields.iter().flat_map(|(_, ids, _)| ids.iter().map(String::as_str))
    }
}
