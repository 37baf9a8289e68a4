//! Invented facts for tests.

use crate::{
    domain::{
        AccountId, AuditId, ComplaintId, CustomerNo, EntryId, Fact, LoanId, RequestKey, Source, StatementId,
        account::{Account, AccountKind},
        audit::{AuditAct, AuditRecord},
        channel::Touchpoint,
        complaint::Complaint,
        contact::{ContactKind, ContactPoint},
        customer::{Customer, CustomerKind, Name},
        ledger::{Entry, EntryKind, LedgerAccount, OwnAccount, Posting, Side},
        loan::{Loan, LoanState},
        operator::{OperatorId, Role, Verification},
        statement::StatementRow,
    },
    money::{Currency, Money},
    time::{Day, Moment},
};

pub(crate) fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

pub(crate) fn moment(text: &str) -> Moment {
    Moment::parse_rfc3339(text).unwrap()
}

pub(crate) fn lira(minor: i64) -> Money {
    Money::new(minor, Currency::TRY)
}

pub(crate) fn customer(no: u64) -> Fact {
    customer_of("bank", no, "Deniz")
}

pub(crate) fn customer_of(source: &str, no: u64, given: &str) -> Fact {
    Fact::Customer(Customer {
        no: CustomerNo(no),
        source: Source(source.to_owned()),
        kind: CustomerKind::Person,
        name: Some(Name { given: given.to_owned(), family: "Örnek".to_owned() }),
        birth: None,
        since: Some(day("2020-01-02")),
        branch: None,
        title: None,
    })
}

pub(crate) fn account(id: u64, owner: u64) -> Fact {
    account_with(id, owner, None, None)
}

pub(crate) fn account_with(id: u64, owner: u64, overdraft: Option<i64>, opening: Option<i64>) -> Fact {
    Fact::Account(Account {
        id: AccountId(id),
        customer: CustomerNo(owner),
        kind: AccountKind::Demand,
        currency: Currency::TRY,
        iban: None,
        label: None,
        opened: Some(day("2020-01-02")),
        closed: None,
        overdraft: overdraft.map(lira),
        opening: opening.map(lira),
    })
}

pub(crate) fn mobile(owner: u64, number: &str) -> Fact {
    Fact::Contact(ContactPoint {
        customer: CustomerNo(owner),
        kind: ContactKind::Mobile,
        value: number.to_owned(),
        confirmed: None,
    })
}

pub(crate) fn loan(id: u64, owner: u64, overdue: u32) -> Fact {
    Fact::Loan(Loan {
        id: LoanId(id),
        customer: CustomerNo(owner),
        account: None,
        amount: lira(10_000_000),
        outstanding: None,
        instalment: None,
        months: Some(12),
        paid_months: None,
        opened: day("2024-05-06"),
        state: LoanState::Running,
        overdue_days: Some(overdue),
        purpose: None,
        as_of: None,
    })
}

pub(crate) fn complaint(id: u64, owner: u64, promise: Option<&str>) -> Fact {
    Fact::Complaint(Complaint {
        id: ComplaintId(id),
        customer: CustomerNo(owner),
        topic: "card".to_owned(),
        channel: None,
        opened: day("2026-11-01"),
        closed: None,
        satisfaction: None,
        refund: None,
        owner: None,
        promise: promise.map(moment),
    })
}

pub(crate) fn row(id: u64, account: u64, day_text: &str, minor: i64) -> StatementRow {
    StatementRow {
        id: StatementId(id),
        account: AccountId(account),
        day: day(day_text),
        minute: None,
        minor,
        balance: None,
        operation: Some("VKLAD".to_owned()),
        text: None,
        counterparty: None,
    }
}

pub(crate) fn audit(id: u128, act: AuditAct) -> AuditRecord {
    AuditRecord {
        id: AuditId(id),
        at: moment("2026-11-24T10:42:00+03:00"),
        operator: OperatorId("demo".to_owned()),
        role: Role::Agent,
        touchpoint: Touchpoint::CallCenter,
        contact: Some("c1".to_owned()),
        reason: None,
        verified: Verification::Money,
        act,
    }
}

/// A payment out of (negative) or into a customer's account against the accrual account.
pub(crate) fn payment(id: u128, account: u64, minor: i64) -> Entry {
    let (customer, own) = if minor < 0 { (Side::Debit, Side::Credit) } else { (Side::Credit, Side::Debit) };
    let posting = |account, side| Posting { account, side, money: lira(minor.abs()) };
    Entry {
        id: EntryId(id),
        day: day("2026-11-24"),
        kind: EntryKind::Transfer,
        request: RequestKey(id),
        postings: vec![
            posting(LedgerAccount::Customer(AccountId(account)), customer),
            posting(LedgerAccount::Own(OwnAccount::Accrual), own),
        ],
    }
}
