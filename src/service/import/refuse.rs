//! Rejects of rows that are well formed but do not fit the bank.

use super::seen::RUN_ROWS_MAX;
use crate::{
    domain::{AccountId, CustomerNo, Source, StatementId},
    intake::{Layout, Reject, Table},
    money::Currency,
    service::load::RECORDS_MAX,
    text::{Arg, Message, MessageId, ids::import as id, safe},
    time::Day,
};

/// Why a row does not fit, before its place is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Misfit {
    Duplicate { first: Place, same: bool, twin: Twin },
    NoCustomer(CustomerNo),
    NoAccount(AccountId),
    OtherSource { customer: CustomerNo, source: Source },
    OtherOwner { account: AccountId, customer: CustomerNo },
    OtherHolder { number: u64, customer: CustomerNo },
    OtherCurrency { found: Option<Currency>, account: Currency },
    RowChanged(StatementId),
    RowMoved { row: StatementId, account: AccountId },
    SumLarge,
    Future { column: &'static str, day: Day, today: Day },
    TooManyRows,
    TooManyRecords(CustomerNo),
}

/// A customer or account that is not there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Missing {
    Customer(u64),
    Account(u64),
}

impl Missing {
    /// What a row of a table would have been.
    pub(super) fn of(table: Table, number: u64) -> Option<Missing> {
        if matches!(table, Table::Customers | Table::BerkaClient) {
            return Some(Missing::Customer(number));
        }
        matches!(table, Table::Accounts | Table::BerkaAccount).then_some(Missing::Account(number))
    }
}

/// A line of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) file: String,
    pub(super) line: u32,
}

/// What two rows that stand for one record have in common. An address or identity number is not repeated:
/// its customer names it well enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Twin {
    Number(u64),
    Customer(CustomerNo),
    Rate(Currency),
    Unnamed,
}

/// Which column of a table a misfit stands in.
enum Column {
    Customer,
    Account,
    Currency,
    Amount,
    Key,
    Named(&'static str),
}

impl Misfit {
    /// The reject of a row of a file.
    pub(super) fn at(self, file: &str, table: Table, line: u64) -> Box<Reject> {
        let value = self.value();
        let column = name(table, &self.column());
        let (code, reason, remedy) = self.words();
        Box::new(Reject {
            file: safe::line(file),
            line: Some(line),
            field: column.map(str::to_owned),
            value,
            code,
            reason,
            remedy,
            number: None,
            caused_by: None,
        })
    }

    /// The number that the row refers to and nobody has.
    pub(super) fn missing(&self) -> Option<Missing> {
        if let Misfit::NoCustomer(customer) = self {
            return Some(Missing::Customer(customer.0));
        }
        if let Misfit::NoAccount(account) = self {
            return Some(Missing::Account(account.0));
        }
        None
    }

    fn column(&self) -> Column {
        match self {
            Misfit::NoCustomer(_) | Misfit::OtherSource { .. } | Misfit::TooManyRecords(_) => {
                Column::Customer
            }
            Misfit::NoAccount(_) | Misfit::OtherOwner { .. } => Column::Account,
            Misfit::OtherCurrency { .. } => Column::Currency,
            Misfit::SumLarge => Column::Amount,
            Misfit::Future { column, .. } => Column::Named(column),
            Misfit::Duplicate { twin: Twin::Customer(_), .. } => Column::Customer,
            Misfit::Duplicate { .. }
            | Misfit::OtherHolder { .. }
            | Misfit::RowChanged(_)
            | Misfit::RowMoved { .. }
            | Misfit::TooManyRows => Column::Key,
        }
    }

    fn value(&self) -> Option<String> {
        match self {
            Misfit::NoCustomer(customer)
            | Misfit::TooManyRecords(customer)
            | Misfit::OtherSource { customer, .. } => Some(customer.to_string()),
            Misfit::NoAccount(account) | Misfit::OtherOwner { account, .. } => Some(account.to_string()),
            Misfit::OtherHolder { number, .. } => Some(number.to_string()),
            Misfit::OtherCurrency { found, .. } => found.map(|currency| currency.to_string()),
            Misfit::RowChanged(row) | Misfit::RowMoved { row, .. } => Some(row.to_string()),
            Misfit::Future { day, .. } => Some(day.to_string()),
            Misfit::Duplicate { twin, .. } => match twin {
                Twin::Number(number) => Some(number.to_string()),
                Twin::Customer(customer) => Some(customer.to_string()),
                Twin::Rate(currency) => Some(currency.to_string()),
                Twin::Unnamed => None,
            },
            Misfit::SumLarge | Misfit::TooManyRows => None,
        }
    }

    fn words(self) -> (&'static str, Message, Message) {
        match self {
            Misfit::Duplicate { first, same, .. } => {
                let (reason, remedy) = if same {
                    (id::DUPLICATE, id::FIX_DUPLICATE)
                } else {
                    (id::DUPLICATE_OTHER, id::FIX_DUPLICATE_OTHER)
                };
                let words = plain("duplicate_row", reason, remedy);
                with(with(words, ("file", first.file.into())), ("line", first.line.to_string().into()))
            }
            Misfit::NoCustomer(_) => plain("unknown_customer", id::NO_CUSTOMER, id::FIX_NO_CUSTOMER),
            Misfit::NoAccount(_) => plain("unknown_account", id::NO_ACCOUNT, id::FIX_NO_ACCOUNT),
            Misfit::OtherSource { source, .. } => with(
                plain("other_source", id::OTHER_SOURCE, id::FIX_OTHER_SOURCE),
                ("source", source.0.into()),
            ),
            Misfit::OtherOwner { customer, .. } => with(
                plain("other_owner", id::OTHER_OWNER, id::FIX_OTHER_OWNER),
                ("customer", customer.to_string().into()),
            ),
            Misfit::OtherHolder { customer, .. } => with(
                plain("other_owner", id::OTHER_HOLDER, id::FIX_OTHER_HOLDER),
                ("customer", customer.to_string().into()),
            ),
            Misfit::OtherCurrency { account, .. } => with(
                plain("other_currency", id::OTHER_CURRENCY, id::FIX_OTHER_CURRENCY),
                ("currency", account.to_string().into()),
            ),
            Misfit::RowChanged(_) => plain("row_changed", id::ROW_CHANGED, id::FIX_ROW_CHANGED),
            Misfit::RowMoved { account, .. } => with(
                plain("row_changed", id::ROW_MOVED, id::FIX_ROW_MOVED),
                ("account", account.to_string().into()),
            ),
            Misfit::Future { today, .. } => {
                with(plain("future_date", id::FUTURE, id::FIX_FUTURE), ("today", today.into()))
            }
            Misfit::SumLarge => plain("sum_too_large", id::SUM_LARGE, id::FIX_SUM_LARGE),
            Misfit::TooManyRecords(_) => with(
                plain("too_many_records", id::TOO_MANY_RECORDS, id::FIX_TOO_MANY_RECORDS),
                ("max", RECORDS_MAX.into()),
            ),
            Misfit::TooManyRows => with(
                plain("too_many_rows", id::TOO_MANY_ROWS, id::FIX_TOO_MANY_ROWS),
                ("max", RUN_ROWS_MAX.into()),
            ),
        }
    }
}

type Words = (&'static str, Message, Message);

fn plain(code: &'static str, reason: MessageId, remedy: MessageId) -> Words {
    (code, Message::new(reason), Message::new(remedy))
}

fn with((code, reason, remedy): Words, (name, arg): (&str, Arg)) -> Words {
    (code, reason.with(name, arg.clone()), remedy.with(name, arg))
}

/// The column as the table's header calls it; `None` where several columns make the key together.
fn name(table: Table, column: &Column) -> Option<&'static str> {
    match column {
        Column::Customer if is_berka(table) => Some("client_id"),
        Column::Customer => Some("customer_no"),
        Column::Account => Some("account_id"),
        Column::Currency => Some("currency"),
        Column::Amount if table == Table::Accounts => Some("opening"),
        Column::Amount => Some("amount"),
        Column::Key => key(table),
        // the only day of a Berka client is coded in the birth number
        Column::Named(_) if is_berka(table) => Some("birth_number"),
        Column::Named(column) => Some(column),
    }
}

fn is_berka(table: Table) -> bool {
    Layout::Berka.tables().contains(&table)
}

fn key(table: Table) -> Option<&'static str> {
    match table {
        Table::BerkaDistrict => Some("A1"),
        Table::BerkaClient => Some("client_id"),
        Table::BerkaAccount | Table::Accounts | Table::Deposits => Some("account_id"),
        Table::BerkaDisp => Some("disp_id"),
        Table::BerkaCard | Table::Cards => Some("card_id"),
        Table::BerkaLoan | Table::Loans => Some("loan_id"),
        Table::BerkaOrder => Some("order_id"),
        Table::BerkaTrans => Some("trans_id"),
        Table::Customers => Some("customer_no"),
        Table::Transactions => Some("transaction_id"),
        Table::Errors => Some("error_id"),
        Table::Complaints => Some("complaint_id"),
        Table::Interactions => Some("interaction_id"),
        Table::Restrictions => Some("restriction_id"),
        Table::Rates => Some("CurrencyCode"),
        Table::Identifiers | Table::Contacts | Table::Consents | Table::Holdings => None,
    }
}
