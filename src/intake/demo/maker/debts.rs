//! Cards, loans and standing orders of a customer in the making.

use super::{Maker, lira};
use crate::{
    domain::{
        AccountId, CardId, Fact, LoanId, OrderId,
        account::StandingOrder,
        card::{Card, CardKind},
        loan::{Loan, LoanState},
    },
    intake::demo::numbers,
};

/// A credit card's figures in minor units of lira.
#[derive(Debug, Clone, Copy)]
pub(in crate::intake::demo) struct CardTerms {
    pub(in crate::intake::demo) product: &'static str,
    pub(in crate::intake::demo) last4: u64,
    pub(in crate::intake::demo) limit: i64,
    pub(in crate::intake::demo) debt: i64,
    pub(in crate::intake::demo) minimum: i64,
    /// Days from the business day to the last day of payment.
    pub(in crate::intake::demo) due_in: i32,
    pub(in crate::intake::demo) paid: bool,
}

/// A loan's figures in minor units of lira.
#[derive(Debug, Clone, Copy)]
pub(in crate::intake::demo) struct LoanTerms {
    pub(in crate::intake::demo) purpose: &'static str,
    pub(in crate::intake::demo) amount: i64,
    pub(in crate::intake::demo) outstanding: i64,
    pub(in crate::intake::demo) instalment: i64,
    pub(in crate::intake::demo) months: u32,
    pub(in crate::intake::demo) paid: u32,
    pub(in crate::intake::demo) state: LoanState,
    pub(in crate::intake::demo) overdue_days: u32,
}

impl Maker<'_> {
    pub(in crate::intake::demo) fn credit_card(&mut self, terms: CardTerms, issued: i32) {
        let id = CardId(self.record());
        let number = numbers::card_number(id.0, terms.last4);
        let paid = Some(terms.paid);
        self.push(Fact::Card(Card {
            id,
            customer: self.no,
            account: None,
            kind: Some(CardKind::Credit),
            product: terms.product.to_owned(),
            first6: number.get(..6).map(str::to_owned),
            last4: number.get(12..).map(str::to_owned),
            limit: Some(lira(terms.limit)),
            debt: Some(lira(terms.debt)),
            minimum_due: Some(lira(terms.minimum)),
            due: Some(self.day(terms.due_in)),
            paid,
            issued: Some(self.day(-issued)),
            as_of: Some(self.today()),
        }));
    }

    pub(in crate::intake::demo) fn debit_card(&mut self, account: AccountId, last4: u64, issued: i32) {
        let id = CardId(self.record());
        let number = numbers::card_number(id.0, last4);
        self.push(Fact::Card(Card {
            id,
            customer: self.no,
            account: Some(account),
            kind: Some(CardKind::Debit),
            product: "Banka Kartı".to_owned(),
            first6: number.get(..6).map(str::to_owned),
            last4: number.get(12..).map(str::to_owned),
            limit: None,
            debt: None,
            minimum_due: None,
            due: None,
            paid: None,
            issued: Some(self.day(-issued)),
            as_of: Some(self.today()),
        }));
    }

    pub(in crate::intake::demo) fn loan(&mut self, terms: LoanTerms, account: AccountId) {
        let id = LoanId(self.record());
        let months = i32::try_from(terms.paid).unwrap_or(0);
        self.push(Fact::Loan(Loan {
            id,
            customer: self.no,
            account: Some(account),
            amount: lira(terms.amount),
            outstanding: Some(lira(terms.outstanding)),
            instalment: Some(lira(terms.instalment)),
            months: Some(terms.months),
            paid_months: Some(terms.paid),
            opened: self.day(-months * 30 - 20),
            state: terms.state,
            overdue_days: Some(terms.overdue_days),
            purpose: Some(terms.purpose.to_owned()),
            as_of: Some(self.today()),
        }));
    }

    pub(in crate::intake::demo) fn order(&mut self, account: AccountId, minor: i64, payee: (&str, &str)) {
        let id = OrderId(self.record());
        self.push(Fact::StandingOrder(StandingOrder {
            id,
            account,
            to_bank: "00999".to_owned(),
            to_account: payee.0.to_owned(),
            amount: lira(minor),
            purpose: Some(payee.1.to_owned()),
        }));
    }
}
