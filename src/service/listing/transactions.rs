//! Booked rows of one account, with our own postings and the operations that were refused in between.

mod own;

use super::{All, NoList, TRANSACTION_DAYS, money, pair, same};
use crate::{
    domain::{
        AccountId, Refusal, account::AccountKind, channel::ChannelError, fact::AccountFacts,
        statement::StatementRow,
    },
    money::{Currency, Money},
    pack::WordKind,
    request::{
        listing::{ListRow, Listed},
        mask,
        permission::Part,
        screen::Shown,
    },
    service::{basis::Basis, header, load, reason},
    store::Store,
    text::{Lang, Message, Said, amount, date, ids::list as id},
    time::{Day, Moment},
};

/// The rows of one account, newest first; without a choice the main demand account's.
pub(super) fn rows(basis: &Basis<'_>, store: &dyn Store, account: Option<AccountId>) -> Result<All, NoList> {
    let chosen = match account {
        Some(account) => basis.facts.accounts.iter().find(|facts| facts.account.id == account),
        None => main_account(basis),
    };
    let Some(facts) = chosen else {
        return match account {
            Some(account) => Err(Refusal::UnknownAccount { account }.into()),
            None => Ok(All { title: Said::default(), days: None, unknown: true, rows: Vec::new() }),
        };
    };
    let since = basis.today().plus_days(-TRANSACTION_DAYS).unwrap_or(basis.today());
    let booked = load::rows_since(store, facts.account.id, since)?;
    let booked: Vec<StatementRow> = booked.into_iter().filter(|row| row.day <= basis.today()).collect();
    let booked_until = (since, booked.iter().map(|row| row.day).max());
    let mut all: Vec<((Day, bool), ListRow)> = booked
        .iter()
        .map(|row| ((row.day, false), transaction(basis, row, facts.account.currency)))
        .collect();
    all.extend(
        own::rows(basis, store, facts, booked_until)?.into_iter().map(|(day, row)| ((day, true), row)),
    );
    // newest first; our own of a day above the source's. The sort keeps the order within
    all.sort_by(|(one, _), (other, _)| other.cmp(one));
    let mut rows: Vec<ListRow> = all.into_iter().map(|(_, row)| row).collect();
    // a refused operation has no account of its own in every source: it stands with the money it was about
    if is_main(basis, facts) {
        for error in refused(basis, since) {
            let place = rows.iter().position(|row| !is_after(row, error.at)).unwrap_or(rows.len());
            rows.insert(place, refusal(basis, error));
        }
    }
    let unknown = facts.statement.is_none() && rows.is_empty();
    carry_balances(&mut rows);
    Ok(All { title: name(facts), days: Some(TRANSACTION_DAYS), unknown, rows })
}

/// Whether a row came after a moment; one without a time came before a refusal of its day.
fn is_after(row: &ListRow, moment: Moment) -> bool {
    match &row.what {
        Listed::Transaction { day, at, .. } => match at {
            Some(at) => *at > moment,
            None => *day > moment.day(),
        },
        Listed::Refused { at, .. } => *at > moment,
        Listed::Product { .. } | Listed::Error { .. } | Listed::Complaint(_) | Listed::Person(_) => false,
    }
}

/// A refusal moves nothing: beside it stands what the next older booked row left.
fn carry_balances(rows: &mut [ListRow]) {
    let mut stands: Option<Shown<Money>> = None;
    for row in rows.iter_mut().rev() {
        match &mut row.what {
            Listed::Transaction { balance, .. } => {
                stands = Some(balance.clone()).filter(|shown| !matches!(shown, Shown::Unknown { .. }));
            }
            Listed::Refused { balance, .. } => balance.clone_from(&stands),
            Listed::Product { .. } | Listed::Error { .. } | Listed::Complaint(_) | Listed::Person(_) => {}
        }
    }
}

fn refused<'a>(basis: &'a Basis<'_>, since: Day) -> impl Iterator<Item = &'a ChannelError> {
    basis.facts.errors.iter().filter(move |error| error.at <= basis.at && error.at.day() >= since)
}

fn is_main(basis: &Basis<'_>, facts: &AccountFacts) -> bool {
    main_account(basis).is_some_and(|main| main.account.id == facts.account.id)
}

/// The first open demand account in lira, else the first that is open at all.
fn main_account<'a>(basis: &'a Basis<'_>) -> Option<&'a AccountFacts> {
    let open = || {
        basis.facts.accounts.iter().filter(|facts| facts.account.closed.is_none_or(|day| day > basis.today()))
    };
    open()
        .find(|facts| facts.account.kind == AccountKind::Demand && facts.account.currency == Currency::TRY)
        .or_else(|| open().next())
}

/// `Vadesiz TL`: the label stands in a column of its own.
pub(super) fn kind_name(facts: &AccountFacts) -> Said {
    let message = match facts.account.kind {
        AccountKind::Demand => id::PRODUCT_DEMAND,
        AccountKind::Term => id::PRODUCT_TERM,
    };
    let said = |lang| {
        let currency = amount::currency_name(facts.account.currency, lang);
        Message::new(message.clone()).with("currency", currency).say(lang)
    };
    Said { tr: said(Lang::Tr), en: said(Lang::En) }
}

/// `Vadesiz TL 4017-01`.
pub(super) fn name(facts: &AccountFacts) -> Said {
    let message = match facts.account.kind {
        AccountKind::Demand => id::ACCOUNT_DEMAND,
        AccountKind::Term => id::ACCOUNT_TERM,
    };
    let label = facts.account.label.clone().unwrap_or_else(|| facts.account.id.to_string());
    let named = |lang| {
        Message::new(message.clone())
            .with("currency", amount::currency_name(facts.account.currency, lang))
            .with("label", label.as_str())
            .say(lang)
    };
    Said { tr: named(Lang::Tr), en: named(Lang::En) }
}

/// The moment, where it is known, else the day.
fn when(day: Day, at: Option<Moment>) -> String {
    at.map_or_else(|| date::long(day), date::moment)
}

fn transaction(basis: &Basis<'_>, row: &StatementRow, currency: Currency) -> ListRow {
    let shown = |minor: Option<i64>| {
        basis.show(Part::Amounts, || match minor {
            Some(minor) if !basis.owed => Shown::Known(Money::new(minor, currency)),
            Some(_) | None => Shown::Unknown { last: None },
        })
    };
    let (amount, balance) = (shown(Some(row.minor)), shown(row.balance));
    let text = row.text.clone().or_else(|| row.operation.clone());
    let text = text.map_or_else(
        || Message::new(id::UNNAMED).said(),
        |text| basis.words.parts(WordKind::Transaction, &text),
    );
    let counterparty = row.counterparty.as_deref().map(|other| counterparty(basis, other));
    let some = [
        row.operation
            .as_deref()
            .map(|operation| pair(id::OPERATION, basis.word(WordKind::Transaction, operation))),
        counterparty.clone().map(|other| pair(id::COUNTERPARTY, other)),
    ];
    let first = [pair(id::WHEN, same(when(row.day, row.at()))), pair(id::TEXT, text.clone())];
    let last = [
        pair(id::AMOUNT, money(&amount)),
        pair(id::BALANCE, money(&balance)),
        pair(id::RECORD, same(row.id.to_string())),
    ];
    ListRow {
        detail: first.into_iter().chain(some.into_iter().flatten()).chain(last).collect(),
        what: Listed::Transaction {
            id: row.id,
            account: row.account,
            day: row.day,
            at: row.at(),
            text,
            counterparty,
            amount,
            balance,
            receipt: None,
        },
    }
}

/// An institution that the pack names is public; whoever else stands in the source's field is taken for a person.
fn counterparty(basis: &Basis<'_>, other: &str) -> Said {
    let name = basis.words.name(WordKind::Counterparty, other).cloned();
    name.unwrap_or_else(|| same(header::capitals(&mask::full_name(&mask::free_text(other)))))
}

fn refusal(basis: &Basis<'_>, error: &ChannelError) -> ListRow {
    ListRow {
        what: Listed::Refused {
            id: error.id,
            at: error.at,
            text: reason::operation(basis, error),
            reason: basis.word(WordKind::Refusal, &error.text).within(),
            balance: None,
        },
        detail: super::error_detail(basis, error),
    }
}
