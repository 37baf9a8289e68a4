//! One customer in the making: days are counted from the business day, numbers from the customer's own.

use rust_decimal::Decimal;

use super::{DemoBank, DemoCustomer, SOURCE, dice::Dice, ledger::Sheet, numbers};
use crate::{
    domain::{
        AccountId, ComplaintId, CustomerNo, ErrorId, Fact, InteractionId, SignedOrderId, Source,
        account::{Account, AccountKind},
        channel::{Channel, ChannelError},
        complaint::Complaint,
        consent::{Consent, ConsentChannel, ConsentStatus, Recipient},
        contact::{ContactKind, ContactPoint},
        customer::{Customer, CustomerKind, Name, Title},
        deposit::Deposit,
        flow_run::SignedOrder,
        holding::Holding,
        identity::{Identifier, IdentityNo},
        interaction::{Direction, Interaction},
        investor::InvestorForm,
    },
    money::{Currency, Money},
    time::{Day, Moment},
};

pub(super) use debts::{CardTerms, LoanTerms};

mod debts;

/// Accounts of a customer are its number times this plus their own.
const ACCOUNTS_EACH: u64 = 100;
/// So are cards, loans, complaints and the like.
const RECORDS_EACH: u64 = 1_000;

/// A customer in the making.
pub(super) struct Maker<'b> {
    pub(super) bank: &'b DemoBank,
    pub(super) no: CustomerNo,
    pub(super) dice: Dice,
    pub(super) made: DemoCustomer,
    accounts: u64,
    records: u64,
}

/// Who it is.
pub(super) struct Who {
    pub(super) name: Name,
    pub(super) kind: CustomerKind,
    pub(super) birth: Option<Day>,
    pub(super) since: Day,
    pub(super) branch: &'static str,
    pub(super) title: Option<Title>,
}

/// A complaint by days before the business day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Grievance {
    pub(super) topic: &'static str,
    pub(super) channel: Channel,
    pub(super) opened: i32,
    pub(super) closed: Option<i32>,
    pub(super) satisfaction: Option<u8>,
    pub(super) refund: Option<i64>,
    pub(super) owner: &'static str,
    pub(super) promise: Option<Moment>,
}

/// Lira.
pub(super) const fn lira(minor: i64) -> Money {
    Money::new(minor, Currency::TRY)
}

/// A number of its own for each record, by which nobody reads the customer's: an odd factor modulo a power of two.
const fn scattered(record: u64) -> u64 {
    const BITS: u32 = 36;
    record.wrapping_mul(0x9E37_79B9) & ((1 << BITS) - 1)
}

impl<'b> Maker<'b> {
    pub(super) fn new(bank: &'b DemoBank, no: CustomerNo) -> Maker<'b> {
        let dice = Dice::new(bank.params.seed, no.0);
        let made = DemoCustomer::new(no);
        Maker { bank, no, dice, made, accounts: 0, records: 0 }
    }

    /// The business day.
    pub(super) fn today(&self) -> Day {
        self.bank.params.today
    }

    /// So many days later; earlier if negative.
    pub(super) fn day(&self, days: i32) -> Day {
        self.today().plus_days(days).unwrap_or(self.today())
    }

    /// An hour and minute so many days later.
    pub(super) fn at(&self, days: i32, hour: i8, minute: i8) -> Moment {
        let day = self.day(days);
        Moment::at(day, hour, minute).or_else(|| Moment::at(day, 0, 0)).unwrap_or(self.bank.midnight)
    }

    /// A drawn moment of a day between eight and twenty o'clock.
    pub(super) fn some_time(&mut self, days: i32) -> Moment {
        let minutes = self.dice.between(8 * 60, 20 * 60 - 1);
        let part = |minutes: i64| i8::try_from(minutes).unwrap_or(0);
        self.at(days, part(minutes / 60), part(minutes % 60))
    }

    pub(super) fn push(&mut self, fact: Fact) {
        self.made.facts.push(fact);
    }

    fn record(&mut self) -> u64 {
        self.records += 1;
        self.no.0.saturating_mul(RECORDS_EACH).saturating_add(self.records)
    }

    pub(super) fn who(&mut self, who: Who) {
        let Who { name, kind, birth, since, branch, title } = who;
        self.push(Fact::Customer(Customer {
            no: self.no,
            source: Source(SOURCE.to_owned()),
            kind,
            name: Some(name),
            birth,
            since: Some(since),
            branch: Some(branch.to_owned()),
            title,
        }));
    }

    pub(super) fn identity(&mut self, number: Option<IdentityNo>) {
        if let Some(number) = number {
            self.push(Fact::Identifier(Identifier { customer: self.no, number }));
        }
    }

    /// A contact point, confirmed so many days ago.
    pub(super) fn contact(&mut self, kind: ContactKind, value: Option<String>, confirmed: i32) {
        let confirmed = Some(self.day(-confirmed));
        if let Some(value) = value {
            self.push(Fact::Contact(ContactPoint { customer: self.no, kind, value, confirmed }));
        }
    }

    /// A consent or refusal about an address, so many days ago.
    pub(super) fn consent(
        &mut self,
        channel: ConsentChannel,
        address: &str,
        status: ConsentStatus,
        (ago, source): (i32, &str),
    ) {
        let at = self.some_time(-ago);
        let merchant = self.made.is_company();
        self.push(Fact::Consent(Consent {
            customer: self.no,
            address: Some(address.to_owned()),
            channel,
            recipient: if merchant { Recipient::Merchant } else { Recipient::Individual },
            status,
            at,
            source: source.to_owned(),
        }));
    }

    /// Opens an account under the next number; its sheet takes the rows.
    pub(super) fn account(&mut self, kind: AccountKind, currency: Currency, opened: i32) -> Sheet {
        self.account_as(self.accounts + 1, (kind, currency), opened, 0)
    }

    /// Opens an account under a number of its own, e.g. 3 for `4017-03`, with an opening balance.
    pub(super) fn account_as(
        &mut self,
        place: u64,
        (kind, currency): (AccountKind, Currency),
        opened: i32,
        opening: i64,
    ) -> Sheet {
        self.accounts = self.accounts.max(place);
        let id = self.account_at(place);
        let of = |minor| Some(Money::new(minor, currency));
        self.push(Fact::Account(Account {
            id,
            customer: self.no,
            kind,
            currency,
            iban: numbers::iban(id.0),
            label: Some(format!("{:04}-{place:02}", self.no.0 % 10_000)),
            opened: Some(self.day(-opened)),
            closed: None,
            overdraft: (kind == AccountKind::Demand).then(|| of(0)).flatten(),
            opening: of(opening),
        }));
        Sheet::new(id, opening)
    }

    /// An overdraft limit for the account that was opened last.
    pub(super) fn overdraft(&mut self, minor: i64) {
        for fact in self.made.facts.iter_mut().rev() {
            if let Fact::Account(account) = fact {
                account.overdraft = Some(Money::new(minor, account.currency));
                return;
            }
        }
    }

    /// Keeps the rows of an account.
    pub(super) fn keep(&mut self, sheet: Sheet) {
        self.made.rows.extend(sheet.into_rows());
    }

    /// A term account with its terms, filled on the day it was opened.
    pub(super) fn deposit(
        &mut self,
        place: u64,
        principal: Money,
        rate: (i64, u32),
        (opened, matures): (i32, i32),
    ) {
        let kind = (AccountKind::Term, principal.currency);
        let mut sheet = self.account_as(place, kind, opened, 0);
        sheet.row(self.day(-opened), principal.minor, ("vadeli_acilis", "Vadeli hesap açılışı", None));
        self.push(Fact::Deposit(Deposit {
            account: sheet.id,
            customer: self.no,
            principal,
            rate_percent: Decimal::new(rate.0, rate.1),
            opened: self.day(-opened),
            matures: self.day(matures),
        }));
        self.keep(sheet);
    }

    pub(super) fn holding(&mut self, code: &str, units: Decimal, value: Money) {
        self.push(Fact::Holding(Holding {
            customer: self.no,
            code: code.to_owned(),
            units,
            value: Some(value),
            as_of: Some(self.day(-1)),
        }));
    }

    /// A form of so many days ago that holds for so many more, and the risk group it leads to.
    pub(super) fn investor_form(&mut self, (ago, ahead): (i32, i32), risk: u8) {
        let (signed, until) = (self.day(-ago), self.day(ahead));
        self.push(Fact::InvestorForm(InvestorForm { customer: self.no, signed, until, risk }));
    }

    /// The account of a customer at a place.
    pub(super) fn account_at(&self, place: u64) -> AccountId {
        AccountId(self.no.0.saturating_mul(ACCOUNTS_EACH).saturating_add(place))
    }

    /// An order for a flow, bound to an account and to lira amounts by field.
    pub(super) fn signed_order<const N: usize>(
        &mut self,
        (flow, account): (&str, AccountId),
        amounts: [(&str, i64); N],
        (ago, ahead): (i32, i32),
    ) {
        let order = SignedOrder {
            id: SignedOrderId(scattered(self.record())),
            customer: self.no,
            flow: flow.to_owned(),
            account,
            amounts: amounts.map(|(field, minor)| (field.to_owned(), lira(minor))).into(),
            signed: self.day(-ago),
            until: self.day(ahead),
            used_by: None,
        };
        self.push(Fact::SignedOrder(order));
    }

    pub(super) fn error(
        &mut self,
        channel: Channel,
        at: Moment,
        (operation, code, text): (&str, &str, &str),
    ) {
        let id = ErrorId(self.record());
        self.push(Fact::ChannelError(ChannelError {
            id,
            customer: self.no,
            channel,
            operation: operation.to_owned(),
            code: code.to_owned(),
            text: text.to_owned(),
            at,
        }));
    }

    pub(super) fn complaint(&mut self, complaint: Grievance) -> ComplaintId {
        let id = ComplaintId(self.record());
        self.push(Fact::Complaint(Complaint {
            id,
            customer: self.no,
            topic: complaint.topic.to_owned(),
            channel: Some(complaint.channel),
            opened: self.day(-complaint.opened),
            closed: complaint.closed.map(|ago| self.day(-ago)),
            satisfaction: complaint.satisfaction,
            refund: complaint.refund.map(lira),
            owner: Some(complaint.owner.to_owned()),
            promise: complaint.promise,
        }));
        id
    }

    pub(super) fn contacted(
        &mut self,
        (channel, direction): (Channel, Direction),
        at: Moment,
        topic: &str,
        outcome: Option<&str>,
    ) {
        let id = InteractionId(self.record());
        self.push(Fact::Interaction(Interaction {
            id,
            customer: self.no,
            channel,
            direction,
            at,
            topic: topic.to_owned(),
            outcome: outcome.map(str::to_owned),
        }));
    }
}
