//! Features of statement rows of the last 90 days, as far back as an account's latest rows go.

use std::collections::BTreeSet;

use crate::{
    domain::statement::StatementRow,
    money::{Currency, Money},
    text::{Message, fold::fold, ids::offer as id},
};

use super::{Value, View, count};

/// How far back rows count, in days.
const WINDOW_DAYS: i64 = 90;
/// Words of a bill, folded, as sources write them in the operation or the text of a row.
const BILL: [&str; 2] = ["fatura", "bill"];
/// Words of a payment that nobody makes by hand.
const AUTOMATIC: [&str; 4] = ["otomatik", "talimat", "automatic", "standing order"];
/// Words of a salary.
const SALARY: [&str; 2] = ["maas", "salary"];
/// Words of the mobile application.
const MOBILE: [&str; 2] = ["mobil", "mobile"];

/// A row with the folded words it is known by.
struct Worded<'v> {
    row: &'v StatementRow,
    currency: Currency,
    words: String,
}

impl Worded<'_> {
    fn says(&self, any: &[&str]) -> bool {
        any.iter().any(|word| self.words.contains(word))
    }
}

fn recent<'v>(view: &View<'v>) -> impl Iterator<Item = Worded<'v>> {
    let view = *view;
    let rows = view.facts.accounts.iter().flat_map(|account| {
        let currency = account.account.currency;
        account.latest.iter().map(move |row| (row, currency))
    });
    rows.filter(move |(row, _)| (0..WINDOW_DAYS).contains(&view.days_since(row.day))).map(
        |(row, currency)| {
            let words =
                [row.operation.as_deref(), row.text.as_deref()].map(Option::unwrap_or_default).join(" ");
            Worded { row, currency, words: fold(&words) }
        },
    )
}

/// Whether any account has a statement: without one nothing is known of its rows.
fn known(view: &View<'_>) -> bool {
    view.facts.accounts.iter().any(|account| account.statement.is_some())
}

fn bills<'v>(view: &View<'v>) -> impl Iterator<Item = Worded<'v>> {
    recent(view).filter(|row| row.row.minor < 0 && row.says(&BILL) && !row.says(&AUTOMATIC))
}

/// Bills are told apart by who is paid, else by what the row says.
pub(super) fn bill_payees(view: &View<'_>) -> Option<Value> {
    if !known(view) {
        return None;
    }
    let payee = |bill: Worded<'_>| bill.row.counterparty.as_deref().map_or(bill.words, fold);
    let payees: BTreeSet<String> = bills(view).map(payee).collect();
    count(payees.into_iter())
}

/// Where most of them are paid, if it is one place.
pub(super) fn bill_paid_from(view: &View<'_>) -> Option<Value> {
    let (mobile, other): (Vec<_>, Vec<_>) = bills(view).partition(|bill| bill.says(&MOBILE));
    let mostly = mobile.len() > other.len();
    mostly.then(|| Value::Named("mobile".to_owned(), Message::new(id::PAID_FROM_MOBILE).said()))
}

fn salary_rows<'v>(view: &View<'v>) -> impl Iterator<Item = Worded<'v>> {
    recent(view).filter(|row| row.row.minor > 0 && row.says(&SALARY))
}

pub(super) fn salaries(view: &View<'_>) -> Option<Value> {
    known(view).then(|| count(salary_rows(view))).flatten()
}

pub(super) fn last_salary(view: &View<'_>) -> Option<Value> {
    let last = salary_rows(view).max_by_key(|row| (row.row.day, row.row.id))?;
    Some(Value::Money(Money::new(last.row.minor, last.currency)))
}
