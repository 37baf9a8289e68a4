//! Accounts and what customers have in and from the bank.

use super::{
    super::{
        Table,
        record::{Record, Row, Taken},
        value,
    },
    customer_no, in_order,
};
use crate::{
    domain::{
        AccountId, CardId, Fact, LoanId, StatementId,
        account::{Account, AccountKind},
        card::{Card, CardKind},
        deposit::Deposit,
        holding::Holding,
        loan::{Loan, LoanState},
        posting_restriction::{PostingRestriction, PostingRestrictionKind},
        statement::StatementRow,
    },
    money::{Currency, Money},
};

pub(super) const ACCOUNTS: &[&str] = &[
    "account_id",
    "customer_no",
    "kind",
    "currency",
    "iban",
    "label",
    "opened",
    "closed",
    "overdraft",
    "opening",
];
pub(super) const DEPOSITS: &[&str] =
    &["account_id", "customer_no", "currency", "principal", "rate_percent", "opened", "matures"];
pub(super) const CARDS: &[&str] = &[
    "card_id",
    "customer_no",
    "account_id",
    "kind",
    "product",
    "number",
    "first6",
    "last4",
    "currency",
    "limit",
    "debt",
    "minimum_due",
    "due",
    "paid",
    "issued",
    "as_of",
];
pub(super) const LOANS: &[&str] = &[
    "loan_id",
    "customer_no",
    "account_id",
    "currency",
    "amount",
    "outstanding",
    "instalment",
    "months",
    "paid_months",
    "opened",
    "state",
    "overdue_days",
    "purpose",
    "as_of",
];
pub(super) const HOLDINGS: &[&str] = &["customer_no", "code", "units", "currency", "value", "as_of"];
pub(super) const RESTRICTIONS: &[&str] = &[
    "restriction_id",
    "account_id",
    "customer_no",
    "kind",
    "currency",
    "amount",
    "reference",
    "since",
    "until",
];
pub(super) const TRANSACTIONS: &[&str] = &[
    "transaction_id",
    "account_id",
    "day",
    "currency",
    "amount",
    "balance",
    "operation",
    "text",
    "counterparty",
];

const ACCOUNT_KINDS: &[(&str, AccountKind)] = &[("demand", AccountKind::Demand), ("term", AccountKind::Term)];
const CARD_KINDS: &[(&str, CardKind)] = &[("debit", CardKind::Debit), ("credit", CardKind::Credit)];
const ANSWERS: &[(&str, bool)] = &[("yes", true), ("no", false)];
const LOAN_STATES: &[(&str, LoanState)] = &[
    ("running", LoanState::Running),
    ("overdue", LoanState::Overdue),
    ("closed", LoanState::Closed),
    ("unpaid", LoanState::Unpaid),
    ("legal_follow_up", LoanState::LegalFollowUp),
];

const RESTRICTION_KINDS: &[(&str, PostingRestrictionKind)] = &[
    ("freeze", PostingRestrictionKind::Freeze),
    ("seizure", PostingRestrictionKind::Seizure),
    ("pledge", PostingRestrictionKind::Pledge),
    ("block", PostingRestrictionKind::Block),
    ("joint_signature", PostingRestrictionKind::JointSignature),
];

/// The months of a loan at most.
const MONTHS_MAX: u32 = 600;
/// Days past due at most.
const OVERDUE_DAYS_MAX: u32 = 36_500;
/// Decimals of a yearly rate in percent.
const RATE_DECIMALS: u32 = 4;
/// Decimals of a count of units.
const UNIT_DECIMALS: u32 = 8;

fn currency(record: &Record<'_>) -> Taken<Currency> {
    record.must("currency", value::currency)
}

pub(super) fn account(record: &Record<'_>) -> Taken<Row> {
    let id = record.must("account_id", value::number)?;
    let currency = currency(record)?;
    let account = Account {
        id: AccountId(id),
        customer: customer_no(record)?,
        kind: record.must("kind", value::token(ACCOUNT_KINDS))?,
        currency,
        iban: record.may("iban", value::iban)?,
        label: record.may("label", value::text(value::SHORT_CHARS_MAX))?,
        opened: record.may("opened", value::day)?,
        closed: record.may("closed", value::day)?,
        overdraft: record.may("overdraft", value::non_negative(currency))?,
        opening: record.may("opening", value::amount(currency))?,
    };
    in_order(record, ("opened", account.opened), ("closed", account.closed))?;
    Ok(Row::of(Table::Accounts.numbered(id), Fact::Account(account)))
}

pub(super) fn deposit(record: &Record<'_>) -> Taken<Row> {
    let id = record.must("account_id", value::number)?;
    let deposit = Deposit {
        account: AccountId(id),
        customer: customer_no(record)?,
        principal: record.must("principal", value::positive(currency(record)?))?,
        rate_percent: record.must("rate_percent", value::decimal(RATE_DECIMALS))?,
        opened: record.must("opened", value::day)?,
        matures: record.must("matures", value::day)?,
    };
    in_order(record, ("opened", Some(deposit.opened)), ("matures", Some(deposit.matures)))?;
    Ok(Row::of(Table::Deposits.numbered(id), Fact::Deposit(deposit)))
}

pub(super) fn card(record: &Record<'_>) -> Taken<Row> {
    let id = record.must("card_id", value::number)?;
    let currency = currency(record)?;
    let amount = |column| record.may(column, value::non_negative(currency));
    let (first6, last4) = card_digits(record)?;
    let card = Card {
        id: CardId(id),
        customer: customer_no(record)?,
        account: record.may("account_id", value::number)?.map(AccountId),
        kind: record.may("kind", value::token(CARD_KINDS))?,
        product: record.must("product", value::text(value::SHORT_CHARS_MAX))?,
        first6,
        last4,
        limit: amount("limit")?,
        debt: amount("debt")?,
        minimum_due: amount("minimum_due")?,
        due: record.may("due", value::day)?,
        paid: record.may("paid", value::token(ANSWERS))?,
        issued: record.may("issued", value::day)?,
        as_of: record.may("as_of", value::day)?,
    };
    Ok(Row::of(Table::Cards.numbered(id), Fact::Card(card)))
}

/// From the full number, which is checked and forgotten, or from the two columns beside it.
fn card_digits(record: &Record<'_>) -> Taken<(Option<String>, Option<String>)> {
    let number = record.text("number");
    if !number.is_empty() {
        let (first6, last4) =
            value::card_no(number).map_err(|fault| record.reject_secret("number", fault))?;
        return Ok((Some(first6), Some(last4)));
    }
    Ok((record.may("first6", value::digits(6))?, record.may("last4", value::digits(4))?))
}

pub(super) fn loan(record: &Record<'_>) -> Taken<Row> {
    let id = record.must("loan_id", value::number)?;
    let currency = currency(record)?;
    let months = record.may("months", value::count(1, MONTHS_MAX))?;
    let loan = Loan {
        id: LoanId(id),
        customer: customer_no(record)?,
        account: record.may("account_id", value::number)?.map(AccountId),
        amount: record.must("amount", value::positive(currency))?,
        outstanding: record.may("outstanding", value::non_negative(currency))?,
        instalment: record.may("instalment", value::non_negative(currency))?,
        months,
        paid_months: record.may("paid_months", value::count(0, months.unwrap_or(MONTHS_MAX)))?,
        opened: record.must("opened", value::day)?,
        state: record.must("state", value::token(LOAN_STATES))?,
        overdue_days: record.may("overdue_days", value::count(0, OVERDUE_DAYS_MAX))?,
        purpose: record.may("purpose", value::text(value::SHORT_CHARS_MAX))?,
        as_of: record.may("as_of", value::day)?,
    };
    in_order(record, ("opened", Some(loan.opened)), ("as_of", loan.as_of))?;
    Ok(Row::of(Table::Loans.numbered(id), Fact::Loan(loan)))
}

pub(super) fn holding(record: &Record<'_>) -> Taken<Row> {
    let customer = customer_no(record)?;
    let holding = Holding {
        customer,
        code: record.must("code", value::code)?,
        units: record.must("units", value::decimal(UNIT_DECIMALS))?,
        value: record.may("value", value::non_negative(currency(record)?))?,
        as_of: record.may("as_of", value::day)?,
    };
    let key = Table::Holdings.keyed(&[&customer.to_string(), &holding.code]);
    Ok(Row::of(key, Fact::Holding(holding)))
}

pub(super) fn restriction(record: &Record<'_>) -> Taken<Row> {
    let number = record.must("restriction_id", value::number)?;
    let restriction = PostingRestriction {
        number,
        account: AccountId(record.must("account_id", value::number)?),
        customer: customer_no(record)?,
        kind: record.must("kind", value::token(RESTRICTION_KINDS))?,
        amount: restricted(record)?,
        reference: record.must("reference", value::text(value::SHORT_CHARS_MAX))?,
        since: record.must("since", value::day)?,
        until: record.may("until", value::day)?,
    };
    in_order(record, ("since", Some(restriction.since)), ("until", restriction.until))?;
    Ok(Row::of(Table::Restrictions.numbered(number), Fact::PostingRestriction(restriction)))
}

/// All of the balance where no amount stands.
fn restricted(record: &Record<'_>) -> Taken<Option<Money>> {
    if record.text("amount").is_empty() {
        return Ok(None);
    }
    record.may("amount", value::positive(currency(record)?))
}

pub(super) fn transaction(record: &Record<'_>) -> Taken<Row> {
    let id = record.must("transaction_id", value::number)?;
    let currency = currency(record)?;
    let row = StatementRow {
        id: StatementId(id),
        account: AccountId(record.must("account_id", value::number)?),
        day: record.must("day", value::day)?,
        minute: None,
        minor: record.must("amount", value::amount(currency))?.minor,
        balance: record.may("balance", value::amount(currency))?.map(|balance| balance.minor),
        operation: record.may("operation", value::code)?,
        text: record.may("text", value::text(value::LONG_CHARS_MAX))?,
        counterparty: record.may("counterparty", value::text(value::SHORT_CHARS_MAX))?,
    };
    Ok(Row {
        key: Table::Transactions.numbered(id),
        facts: vec![Fact::Statement(row)],
        currency: Some(currency),
    })
}
