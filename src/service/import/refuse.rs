//! Rejects of rows that are well formed but do not fit the bank.

use super::seen::RUN_ROWS_MAX;
use crate::{
    domain::{AccountId, CustomerNo, Source},
    intake::{Reject, Table},
    money::Currency,
    text::{Arg, Message, MessageId, ids::import as id, safe},
    time::Day,
};

/// Why a row does not fit, before its place is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Misfit {
    Duplicate { file: String, line: u32 },
    NoCustomer(CustomerNo),
    NoAccount(AccountId),
    OtherSource { customer: CustomerNo, source: Source },
    OtherOwner { account: AccountId, customer: CustomerNo },
    OtherCurrency { found: Option<Currency>, account: Currency },
    RowChanged,
    SumLarge,
    TooOld(Day),
    TooManyRows,
}

/// Which column of a table a misfit stands in.
enum Column {
    Customer,
    Account,
    Currency,
    Amount,
    Date,
    Key,
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
            field: Some(column.to_owned()),
            value,
            code,
            reason,
            remedy,
        })
    }

    fn column(&self) -> Column {
        match self {
            Misfit::NoCustomer(_) | Misfit::OtherSource { .. } => Column::Customer,
            Misfit::NoAccount(_) | Misfit::OtherOwner { .. } => Column::Account,
            Misfit::OtherCurrency { .. } => Column::Currency,
            Misfit::SumLarge => Column::Amount,
            Misfit::TooOld(_) => Column::Date,
            Misfit::Duplicate { .. } | Misfit::RowChanged | Misfit::TooManyRows => Column::Key,
        }
    }

    fn value(&self) -> Option<String> {
        match self {
            Misfit::NoCustomer(customer) | Misfit::OtherSource { customer, .. } => Some(customer.to_string()),
            Misfit::NoAccount(account) | Misfit::OtherOwner { account, .. } => Some(account.to_string()),
            Misfit::OtherCurrency { found, .. } => found.map(|currency| currency.to_string()),
            Misfit::Duplicate { .. }
            | Misfit::RowChanged
            | Misfit::SumLarge
            | Misfit::TooOld(_)
            | Misfit::TooManyRows => None,
        }
    }

    fn words(self) -> (&'static str, Message, Message) {
        match self {
            Misfit::Duplicate { file, line } => {
                let (code, reason, remedy) = plain("duplicate_row", id::DUPLICATE, id::FIX_DUPLICATE);
                let reason = reason.with("file", file).with("line", i64::from(line));
                (code, reason, remedy)
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
            Misfit::OtherCurrency { account, .. } => with(
                plain("other_currency", id::OTHER_CURRENCY, id::FIX_OTHER_CURRENCY),
                ("currency", account.to_string().into()),
            ),
            Misfit::RowChanged => plain("row_changed", id::ROW_CHANGED, id::FIX_ROW_CHANGED),
            Misfit::SumLarge => plain("sum_too_large", id::SUM_LARGE, id::FIX_SUM_LARGE),
            Misfit::TooOld(day) => with(plain("too_old", id::TOO_OLD, id::FIX_TOO_OLD), ("day", day.into())),
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

/// The column as the table's header calls it.
fn name(table: Table, column: &Column) -> &'static str {
    let berka = matches!(
        table,
        Table::BerkaDistrict
            | Table::BerkaClient
            | Table::BerkaAccount
            | Table::BerkaDisp
            | Table::BerkaCard
            | Table::BerkaLoan
            | Table::BerkaOrder
            | Table::BerkaTrans
    );
    match (column, berka) {
        (Column::Customer, true) => "client_id",
        (Column::Customer, false) => "customer",
        (Column::Account, true) => "account_id",
        (Column::Account, false) => "account",
        (Column::Currency, _) => "currency",
        (Column::Amount, _) => "amount",
        (Column::Date, _) => "date",
        (Column::Key, true) => key(table),
        (Column::Key, false) => "id",
    }
}

fn key(table: Table) -> &'static str {
    match table {
        Table::BerkaClient => "client_id",
        Table::BerkaAccount => "account_id",
        Table::BerkaDisp => "disp_id",
        Table::BerkaCard => "card_id",
        Table::BerkaLoan => "loan_id",
        Table::BerkaOrder => "order_id",
        Table::BerkaTrans => "trans_id",
        Table::BerkaDistrict => "A1",
        #[expect(clippy::wildcard_enum_match_arm, reason = "the tables of other layouts")]
        _ => "id",
    }
}
