//! What may be entered in a field, and its canonical value.

use super::{CUSTOMER, Entered, How, OFFER, RECORD, Run};
use crate::{
    action::Action,
    flow::{
        entry::{self, Entry},
        kit::major,
        schema::{Field, FieldKind},
        view::FieldFault,
    },
    money::{Currency, Money},
    text::{Lang, Message, Said, fold::fold, ids::flow as id, safe},
};

use rust_decimal::{Decimal, RoundingStrategy};

const YES: [&str; 4] = ["e", "evet", "y", "yes"];
/// The most that is repeated of what is in no list.
const TYPED_CELLS: usize = 20;
const NO: [&str; 4] = ["h", "hayir", "n", "no"];

impl Run {
    /// Fills a field with what is read the same in every language. What was typed is kept even where it is refused,
    /// so that nothing is lost; an edit after the customer's answer asks it again.
    ///
    /// # Errors
    /// What is wrong, and what to write instead.
    pub fn set(&mut self, field: &str, typed: &str, how: How) -> Result<(), FieldFault> {
        self.enter(field, (typed, None), how)
    }

    /// Fills a field with what somebody who writes this language has typed: `200.000` is an amount in Turkish.
    ///
    /// # Errors
    /// What is wrong, and what to write instead.
    pub fn set_typed(&mut self, field: &str, typed: &str, lang: Lang) -> Result<(), FieldFault> {
        self.enter(field, (typed, Some(lang)), How::Typed)
    }

    fn enter(
        &mut self,
        field: &str,
        (typed, lang): (&str, Option<Lang>),
        how: How,
    ) -> Result<(), FieldFault> {
        let flow = self.flow.clone();
        let Some(known) = flow.field(field).filter(|field| field.source.is_none()) else {
            let message = Message::new(id::FIELD_UNKNOWN).with("field", field);
            return Err(FieldFault {
                field: field.to_owned(),
                value: typed.to_owned(),
                said: message.said(),
            });
        };
        let accepted = self.accept(known, typed, lang);
        if known.kind != FieldKind::Answer && accepted.as_ref().ok() != self.value(field).as_ref() {
            self.forget_answer();
        }
        let fault = accepted.as_ref().err().map(|message| fault(known, typed, message));
        let entered = Entered { typed: typed.to_owned(), value: accepted.ok(), how, fault: fault.clone() };
        self.entered.insert(field.to_owned(), entered);
        fault.map_or(Ok(()), Err)
    }

    /// The canonical value of a field.
    pub(super) fn value(&self, field: &str) -> Option<String> {
        self.entered.get(field)?.value.clone()
    }

    /// Fills what the bank knows.
    pub(super) fn prefill(&mut self) {
        let flow = self.flow.clone();
        for field in flow.fields.iter().filter(|field| field.source.is_none()) {
            if let Some(value) = self.known(field) {
                self.carry(&field.id, value);
            }
        }
    }

    fn known(&self, field: &Field) -> Option<String> {
        match &field.kind {
            FieldKind::Deposit => {
                let open = self.basis.deposits.iter().find(|deposit| deposit.blocked.is_none());
                open.map(|deposit| deposit.account.to_string())
            }
            FieldKind::Source => {
                let offered = self.basis.offers.iter().any(|offer| self.flow.takes.contains(&offer.id));
                Some(if offered { OFFER } else { CUSTOMER }.to_owned())
            }
            FieldKind::Currency(options) => {
                field.value.clone().or_else(|| options.first().map(|currency| currency.code().to_owned()))
            }
            FieldKind::Fund(options) => field.value.clone().or_else(|| options.first().cloned()),
            FieldKind::Choice(_) | FieldKind::Text(_) | FieldKind::Amount(_) => field.value.clone(),
            FieldKind::Evidence | FieldKind::Answer => None,
        }
    }

    fn carry(&mut self, field: &str, value: String) {
        let entered = Entered { typed: value.clone(), value: Some(value), how: How::Carried, fault: None };
        self.entered.insert(field.to_owned(), entered);
    }

    /// Takes a draft's canonical value, if the field still takes it.
    pub(super) fn restore(&mut self, name: &str, value: &str) {
        let flow = self.flow.clone();
        let kept = |field: &&Field| {
            field.source.is_none() && !matches!(field.kind, FieldKind::Answer | FieldKind::Evidence)
        };
        let Some(field) = flow.field(name).filter(kept) else { return };
        if let Ok(value) = self.accept(field, value, None)
            && self.value(name).as_ref() != Some(&value)
        {
            let entered =
                Entered { typed: value.clone(), value: Some(value), how: How::Carried, fault: None };
            self.entered.insert(name.to_owned(), entered);
        }
    }

    fn accept(&self, field: &Field, typed: &str, lang: Option<Lang>) -> Result<String, Message> {
        let plain = typed.trim();
        match &field.kind {
            FieldKind::Deposit => self.accept_deposit(plain),
            FieldKind::Amount(currency) => self.accept_amount(field, (plain, lang), *currency),
            FieldKind::Currency(options) => {
                let codes = options.iter().map(Currency::code);
                let options = codes.map(|code| (code.to_owned(), [code.to_owned(), code.to_owned()]));
                one_of((plain, lang), options)
            }
            FieldKind::Fund(options) => {
                let title =
                    |code: &String| self.pack.fund(code).map(|fund| fund.title.clone()).unwrap_or_default();
                one_of(
                    (plain, lang),
                    options.iter().map(|code| (code.clone(), [title(code).tr, title(code).en])),
                )
            }
            FieldKind::Choice(options) => one_of(
                (plain, lang),
                options.iter().map(|(id, label)| (id.clone(), [label.tr.clone(), label.en.clone()])),
            ),
            FieldKind::Text(most) => accept_text(field, plain, *most),
            FieldKind::Source => {
                let words = |value| {
                    let said = self.source_said(value);
                    (value.to_owned(), [said.tr, said.en])
                };
                one_of((plain, lang), [OFFER, CUSTOMER].map(words).into_iter())
            }
            FieldKind::Evidence => self.accept_evidence(plain),
            FieldKind::Answer => {
                let word = fold(plain);
                let answers = [(YES, "yes"), (NO, "no")];
                let found = answers.into_iter().find(|(words, _)| words.contains(&word.as_str()));
                found.map(|(_, answer)| answer.to_owned()).ok_or_else(|| Message::new(id::ANSWER_FORM))
            }
        }
    }

    fn accept_deposit(&self, typed: &str) -> Result<String, Message> {
        let named = |account: String, label: &str| account == typed || label == typed;
        let found =
            self.basis.deposits.iter().find(|deposit| named(deposit.account.to_string(), &deposit.label));
        let Some(deposit) = found else {
            return Err(Message::new(id::DEPOSIT_UNKNOWN).with("list", Action::OpenValueList.mark()));
        };
        match &deposit.blocked {
            Some(why) => Err(Message::new(id::DEPOSIT_BLOCKED).with("why", why.clone())),
            None if deposit.principal.currency != Currency::TRY => Err(Message::new(id::DEPOSIT_FOREIGN)),
            None => Ok(deposit.account.to_string()),
        }
    }

    /// `%40`, `hepsi` and `kalan` are shares of what the run may spend; they are kept as the amount they are now.
    fn accept_amount(
        &self,
        field: &Field,
        (typed, lang): (&str, Option<Lang>),
        currency: Currency,
    ) -> Result<String, Message> {
        if typed.is_empty() && field.optional {
            return Ok(String::new());
        }
        let entry = entry::read(typed, currency, lang)?;
        let money = match entry {
            Entry::Amount(money) => money,
            Entry::Percent(_) | Entry::All | Entry::Rest => self.share(field, entry)?,
        };
        if money.minor <= 0 {
            return Err(Message::new(id::ENTRY_NOTHING_LEFT));
        }
        Ok(entry::canonical(money))
    }

    fn share(&self, field: &Field, entry: Entry) -> Result<Money, Message> {
        let unknown = || Message::new(id::ENTRY_NO_SHARE);
        if !self.amount_fields().any(|id| id == field.id) {
            return Err(unknown());
        }
        let available = self.sums().available.ok_or_else(unknown)?;
        match entry {
            Entry::Percent(percent) => {
                let part = major(available)
                    .checked_mul(percent / Decimal::ONE_HUNDRED)
                    .map(|part| part.round_dp_with_strategy(2, RoundingStrategy::ToZero));
                let minor = part.and_then(|part| i64::try_from(part * Decimal::ONE_HUNDRED).ok());
                Ok(Money::new(minor.ok_or_else(unknown)?, available.currency))
            }
            Entry::Rest => {
                let others = self.amount_fields().filter(|id| *id != field.id);
                let left = others.filter_map(|id| self.amount(id)).try_fold(available, Money::minus);
                left.map_err(|_| unknown())
            }
            Entry::All | Entry::Amount(_) => Ok(available),
        }
    }

    fn accept_evidence(&self, typed: &str) -> Result<String, Message> {
        if [RECORD, "kayit"].contains(&fold(typed).as_str()) {
            let has_record = self.basis.record.is_some();
            return has_record.then(|| RECORD.to_owned()).ok_or_else(|| Message::new(id::EVIDENCE_NO_RECORD));
        }
        let order = self.basis.orders.iter().find(|order| order.id.to_string() == typed);
        match order {
            Some(order) if self.order_fits(order) => Ok(order.id.to_string()),
            Some(_) => Err(Message::new(id::EVIDENCE_OTHER).with("order", typed)),
            None => Err(Message::new(id::EVIDENCE_UNKNOWN).with("order", typed)),
        }
    }
}

/// A value as its list shows it: a code (`USD`, `PPF`) as it is, anything else by its words.
fn named<'a>(id: &'a str, words: Option<&'a String>) -> &'a str {
    let code = id.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    words.filter(|words| !code && !words.is_empty()).map_or(id, String::as_str)
}

fn accept_text(field: &Field, typed: &str, most: usize) -> Result<String, Message> {
    let text = safe::line(typed);
    if text.is_empty() && !field.optional {
        return Err(Message::new(id::TEXT_NEEDED));
    }
    if text.chars().count() > most {
        return Err(Message::new(id::TEXT_LONG).with("most", most));
    }
    Ok(text)
}

/// A value by its id or its words in either language; a beginning that fits one only is enough.
fn one_of(
    (typed, lang): (&str, Option<Lang>),
    options: impl Iterator<Item = (String, [String; 2])>,
) -> Result<String, Message> {
    let wanted = fold(typed);
    let options: Vec<(String, [String; 2])> = options.collect();
    let exact = options
        .iter()
        .find(|(id, words)| fold(id) == wanted || words.iter().any(|word| fold(word) == wanted));
    if let Some((id, _)) = exact {
        return Ok(id.clone());
    }
    let begins =
        |(_, words): &&(String, [String; 2])| words.iter().any(|word| fold(word).starts_with(&wanted));
    let mut near = options.iter().filter(begins);
    match (near.next(), near.next()) {
        (Some((id, _)), None) if !wanted.is_empty() => Ok(id.clone()),
        // somebody at the keys has the list under one of them
        (None | Some(_), _) if lang.is_some() => {
            let said = if typed.is_empty() { id::CHOICE_EMPTY } else { id::CHOICE_OTHER };
            let typed = safe::clip(&safe::line(typed), TYPED_CELLS);
            Err(Message::new(said).with("typed", typed).with("list", Action::OpenValueList.mark()))
        }
        (None | Some(_), _) => {
            let known = |lang: usize| {
                let words = options.iter().map(|(id, words)| named(id, words.get(lang)));
                words.collect::<Vec<&str>>().join(", ")
            };
            Err(Message::new(id::CHOICE_UNKNOWN).with("known", Said { tr: known(0), en: known(1) }))
        }
    }
}

pub(super) fn fault(field: &Field, value: &str, message: &Message) -> FieldFault {
    let said = Message::new(id::FIELD_FAULT).with("field", field.label.clone()).with("why", message.said());
    FieldFault { field: field.id.clone(), value: value.to_owned(), said: said.said() }
}
