//! The PKDD'99 bank: a Czech bank's seven tables and its transactions, 1993 to 1998.
//!
//! It has no names and says so: what is unknown stays unknown. Sex is coded in the birth number; it is
//! read only to find the birthday and is kept nowhere (a protected attribute).

use super::{
    Table,
    plan::{ReadRow, Shape},
    record::{Record, Row, Taken},
    value::{self, Read},
};
use crate::{
    domain::{
        AccountId, CardId, CustomerNo, Fact, LoanId, OrderId, StatementId,
        account::{Account, AccountKind, Disposition, Right, StandingOrder},
        card::Card,
        customer::{Customer, CustomerKind},
        loan::{Loan, LoanState},
        statement::StatementRow,
    },
    money::{Currency, Money},
    text::ids::intake as ids,
};
use birth::Birth;

pub(super) use links::{Links, link};

mod birth;
mod links;
#[cfg(test)]
mod tests;

/// The months of a loan at most.
const MONTHS_MAX: u32 = 600;

const RIGHTS: &[(&str, Right)] = &[("OWNER", Right::Owner), ("DISPONENT", Right::Disponent)];
const STATES: &[(&str, LoanState)] = &[
    ("A", LoanState::Closed),
    ("B", LoanState::Unpaid),
    ("C", LoanState::Running),
    ("D", LoanState::Overdue),
];

/// The shape of a Berka table.
#[expect(clippy::wildcard_enum_match_arm, reason = "the tables of other layouts")]
pub(super) fn shape(table: Table) -> Option<Shape> {
    let (columns, read): (&'static [&'static str], ReadRow) = match table {
        Table::BerkaDistrict => (
            &[
                "A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "A10", "A11", "A12", "A13", "A14",
                "A15", "A16",
            ],
            district,
        ),
        Table::BerkaClient => (&["client_id", "birth_number", "district_id"], client),
        Table::BerkaAccount => (&["account_id", "district_id", "frequency", "date"], account),
        Table::BerkaDisp => (&["disp_id", "client_id", "account_id", "type"], disp),
        Table::BerkaCard => (&["card_id", "disp_id", "type", "issued"], card),
        Table::BerkaLoan => {
            (&["loan_id", "account_id", "date", "amount", "duration", "payments", "status"], loan)
        }
        Table::BerkaOrder => {
            (&["order_id", "account_id", "bank_to", "account_to", "amount", "k_symbol"], order)
        }
        Table::BerkaTrans => (
            &[
                "trans_id",
                "account_id",
                "date",
                "type",
                "operation",
                "amount",
                "balance",
                "k_symbol",
                "bank",
                "account",
            ],
            trans,
        ),
        _ => return None,
    };
    Some(Shape { separator: b';', columns, read })
}

/// A district explains where a branch is; it is about no customer.
fn district(record: &Record<'_>, _: &Links) -> Taken<Row> {
    let number = record.must("A1", value::number)?;
    record.must("A2", name)?;
    Ok(Row { key: Table::BerkaDistrict.numbered(number), facts: Vec::new(), currency: None })
}

fn client(record: &Record<'_>, links: &Links) -> Taken<Row> {
    let no = record.must("client_id", value::number)?;
    let Birth { day, .. } = record.must("birth_number", birth::read)?;
    record.must("district_id", value::number)?;
    let customer = Customer {
        no: CustomerNo(no),
        source: super::Layout::Berka.source(),
        kind: CustomerKind::Person,
        name: None,
        birth: Some(day),
        since: None,
        branch: links.branch(no),
        title: None,
    };
    Ok(Row::of(Table::BerkaClient.numbered(no), Fact::Customer(customer)))
}

fn account(record: &Record<'_>, links: &Links) -> Taken<Row> {
    let id = record.must("account_id", value::number)?;
    record.must("district_id", value::number)?;
    let account = Account {
        id: AccountId(id),
        customer: owner(record, links, id)?,
        kind: AccountKind::Demand,
        currency: Currency::CZK,
        iban: None,
        label: None,
        opened: Some(record.must("date", birth::day)?),
        closed: None,
        overdraft: None,
        opening: None,
    };
    Ok(Row::of(Table::BerkaAccount.numbered(id), Fact::Account(account)))
}

fn owner(record: &Record<'_>, links: &Links, account: u64) -> Taken<CustomerNo> {
    links
        .owner(account)
        .map(CustomerNo)
        .ok_or_else(|| record.reject("account_id", super::fault::reference(ids::NO_OWNER)))
}

fn disp(record: &Record<'_>, _: &Links) -> Taken<Row> {
    let read = links::read_disp(record)?;
    let disposition = Disposition {
        customer: CustomerNo(read.client),
        account: AccountId(read.account),
        right: record.must("type", value::token(RIGHTS))?,
    };
    Ok(Row::of(Table::BerkaDisp.numbered(read.id), Fact::Disposition(disposition)))
}

fn card(record: &Record<'_>, links: &Links) -> Taken<Row> {
    let id = record.must("card_id", value::number)?;
    let disp = record.must("disp_id", value::number)?;
    let (client, account) =
        links.disp(disp).ok_or_else(|| record.reject("disp_id", super::fault::reference(ids::NO_DISP)))?;
    let card = Card {
        id: CardId(id),
        customer: CustomerNo(client),
        account: Some(AccountId(account)),
        kind: None,
        product: record.must("type", name)?,
        first6: None,
        last4: None,
        limit: None,
        debt: None,
        minimum_due: None,
        due: None,
        paid: None,
        issued: Some(record.must("issued", birth::day_at_midnight)?),
        as_of: None,
    };
    Ok(Row::of(Table::BerkaCard.numbered(id), Fact::Card(card)))
}

fn loan(record: &Record<'_>, links: &Links) -> Taken<Row> {
    let id = record.must("loan_id", value::number)?;
    let account = record.must("account_id", value::number)?;
    let loan = Loan {
        id: LoanId(id),
        customer: owner(record, links, account)?,
        account: Some(AccountId(account)),
        amount: record.must("amount", value::positive(Currency::CZK))?,
        outstanding: None,
        instalment: Some(record.must("payments", value::non_negative(Currency::CZK))?),
        months: Some(record.must("duration", value::count(1, MONTHS_MAX))?),
        paid_months: None,
        opened: record.must("date", birth::day)?,
        state: record.must("status", value::token(STATES))?,
        overdue_days: None,
        purpose: None,
        as_of: None,
    };
    Ok(Row::of(Table::BerkaLoan.numbered(id), Fact::Loan(loan)))
}

fn order(record: &Record<'_>, _: &Links) -> Taken<Row> {
    let id = record.must("order_id", value::number)?;
    let order = StandingOrder {
        id: OrderId(id),
        account: AccountId(record.must("account_id", value::number)?),
        to_bank: record.must("bank_to", value::code)?,
        to_account: record.must("account_to", value::code)?,
        amount: record.must("amount", value::non_negative(Currency::CZK))?,
        purpose: record.may("k_symbol", name)?,
    };
    Ok(Row::of(Table::BerkaOrder.numbered(id), Fact::StandingOrder(order)))
}

fn trans(record: &Record<'_>, _: &Links) -> Taken<Row> {
    let id = record.must("trans_id", value::number)?;
    let credit = record.must("type", name)? == "PRIJEM";
    let amount = record.must("amount", value::non_negative(Currency::CZK))?;
    let balance = record.must("balance", value::amount(Currency::CZK))?;
    let row = StatementRow {
        id: StatementId(id),
        account: AccountId(record.must("account_id", value::number)?),
        day: record.must("date", birth::day)?,
        minute: None,
        minor: signed(amount, credit),
        balance: Some(balance.minor),
        operation: record.may("operation", name)?,
        text: record.may("k_symbol", name)?,
        counterparty: counterparty(record)?,
    };
    Ok(Row {
        key: Table::BerkaTrans.numbered(id),
        facts: vec![Fact::Statement(row)],
        currency: Some(Currency::CZK),
    })
}

/// Every type but `PRIJEM` takes money away. An amount of zero or more always has a negative twin.
fn signed(amount: Money, credit: bool) -> i64 {
    if credit { amount.minor } else { -amount.minor }
}

fn counterparty(record: &Record<'_>) -> Taken<Option<String>> {
    let bank = record.may("bank", value::code)?;
    let account = record.may("account", value::code)?;
    Ok(match (bank, account) {
        (Some(bank), Some(account)) => Some(format!("{bank} {account}")),
        (bank, account) => bank.or(account),
    })
}

fn name(text: &str) -> Read<String> {
    value::text(value::SHORT_CHARS_MAX)(text)
}
