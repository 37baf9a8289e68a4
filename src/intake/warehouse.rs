//! Our own set of CSV files, documented in `fixtures/warehouse/README.md`.

use super::{
    Table,
    berka::Links,
    fault::Fault,
    plan::Shape,
    record::{Record, Taken},
    value,
};
use crate::{
    domain::{CustomerNo, channel::Channel},
    text::{Arg, ids::intake as ids},
    time::Day,
};

mod events;
mod people;
mod products;
#[cfg(test)]
mod tests;

const CHANNELS: &[(&str, Channel)] = &[
    ("branch", Channel::Branch),
    ("call_center", Channel::CallCenter),
    ("ivr", Channel::Ivr),
    ("atm", Channel::Atm),
    ("mobile", Channel::Mobile),
    ("web", Channel::Web),
    ("pos", Channel::Pos),
];

macro_rules! shape {
    ($columns:expr, $read:path) => {
        Some(Shape {
            separator: b',',
            columns: $columns,
            read: |record: &Record<'_>, _: &Links| $read(record),
        })
    };
}

/// The shape of a table of this layout.
#[expect(clippy::wildcard_enum_match_arm, reason = "the tables of other layouts")]
pub(super) fn shape(table: Table) -> Option<Shape> {
    match table {
        Table::Customers => shape!(people::CUSTOMERS, people::customer),
        Table::Identifiers => shape!(people::IDENTIFIERS, people::identifier),
        Table::Contacts => shape!(people::CONTACTS, people::contact),
        Table::Consents => shape!(people::CONSENTS, people::consent),
        Table::Accounts => shape!(products::ACCOUNTS, products::account),
        Table::Deposits => shape!(products::DEPOSITS, products::deposit),
        Table::Cards => shape!(products::CARDS, products::card),
        Table::Loans => shape!(products::LOANS, products::loan),
        Table::Holdings => shape!(products::HOLDINGS, products::holding),
        Table::Restrictions => shape!(products::RESTRICTIONS, products::restriction),
        Table::Transactions => shape!(products::TRANSACTIONS, products::transaction),
        Table::Errors => shape!(events::ERRORS, events::error),
        Table::Complaints => shape!(events::COMPLAINTS, events::complaint),
        Table::Interactions => shape!(events::INTERACTIONS, events::interaction),
        _ => None,
    }
}

fn customer_no(record: &Record<'_>) -> Taken<CustomerNo> {
    record.must("customer_no", value::number).map(CustomerNo)
}

/// `later` may not lie before `earlier`.
fn in_order(
    record: &Record<'_>,
    (earlier_column, earlier): (&str, Option<Day>),
    (later_column, later): (&str, Option<Day>),
) -> Taken<()> {
    match (earlier, later) {
        (Some(earlier), Some(later)) if later < earlier => {
            let other = Arg::from(earlier_column);
            let fault = Fault::new("date_order", ids::ORDER, ids::FIX_ORDER).with("other", other);
            Err(record.reject(later_column, fault))
        }
        _ => Ok(()),
    }
}
