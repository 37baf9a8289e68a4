//! The summary: money and products, one line a card or loan, one line a currency for everything else, in
//! the order that the pack gives the touchpoint.

use std::collections::BTreeMap;

use super::{basis::Basis, people, standing};
use crate::{
    domain::{
        account::{Account, AccountKind, Right},
        card::{Card, CardKind},
        fact::AccountFacts,
        fund_order::FundOrder,
        loan::{Loan, LoanState},
    },
    money::{Currency, Money, Rounding, share},
    pack::{Pack, WordKind},
    request::{
        permission::Part,
        screen::{Shown, SummaryLine},
    },
    text::Said,
    time::Day,
};

/// The groups of the summary under the names that the pack orders them by; one that it leaves out comes
/// after those it names, so nothing is lost by a short list.
const GROUPS: [&str; 7] = ["cards", "demand", "term", "holdings", "loans", "orders", "shared"];
/// What follows from all of it: after the products, before what nobody asks for first.
const PRODUCTS: usize = 5;
/// Cards that carry no figure: after everything that does, in every order.
const DEBIT_CARDS: &str = "debit_cards";

/// All lines.
pub(super) fn lines(basis: &Basis<'_>, pack: &Pack, order: &[String]) -> Vec<SummaryLine> {
    let mut groups: Vec<&str> =
        order.iter().filter_map(|name| GROUPS.into_iter().find(|known| known == name)).collect();
    for name in GROUPS {
        if !groups.contains(&name) {
            groups.push(name);
        }
    }
    groups.push(DEBIT_CARDS);
    let (products, rest) = groups.split_at(PRODUCTS.min(groups.len()));
    let mut all: Vec<SummaryLine> = products.iter().flat_map(|name| group(basis, pack, name)).collect();
    let worth = standing::net_worth(basis, &all);
    all.extend(people::line(basis));
    all.extend(worth);
    all.extend(standing::lines(basis, pack));
    all.extend(rest.iter().flat_map(|name| group(basis, pack, name)));
    let instead = match (basis.may(Part::Amounts), basis.owed) {
        (false, _) => Some(Shown::Hidden),
        (true, true) => Some(Shown::Unknown { last: None }),
        (true, false) => None,
    };
    if let Some(instead) = instead {
        for line in &mut all {
            hide(line, &instead);
        }
    }
    all
}

fn group(basis: &Basis<'_>, pack: &Pack, name: &str) -> Vec<SummaryLine> {
    match name {
        "cards" => cards(basis, false),
        DEBIT_CARDS => cards(basis, true),
        "demand" => demand(basis, true),
        "term" => term(basis),
        // money in other currencies stands with the holdings, not between lira and deposits
        "holdings" => [demand(basis, false), holdings(basis, pack), fund_orders(basis)].concat(),
        "loans" => loans(basis),
        "orders" => orders(basis),
        "shared" => shared(basis),
        _ => Vec::new(),
    }
}

fn cards(basis: &Basis<'_>, debit: bool) -> Vec<SummaryLine> {
    let wanted = |card: &&Card| (card.kind == Some(CardKind::Debit)) == debit;
    let mut cards: Vec<&Card> = basis.facts.cards.iter().filter(wanted).collect();
    cards.sort_by_key(|card| card.id);
    cards.into_iter().map(|one| card(basis, one)).collect()
}

fn card(basis: &Basis<'_>, card: &Card) -> SummaryLine {
    let available = card.limit.zip(card.debt).and_then(|(limit, debt)| limit.minus(debt).ok());
    SummaryLine::Card {
        card: card.id,
        last4: card.last4.clone(),
        product: basis.word(WordKind::Product, &card.product),
        owed: known(card.debt.and_then(|debt| debt.negated().ok())),
        available: known(available),
        limit: known(card.limit),
        minimum: known(card.minimum_due),
        debit: card.kind == Some(CardKind::Debit),
    }
}

/// Open accounts of a kind by currency, the lira first.
fn by_currency<'a>(basis: &'a Basis<'_>, kind: AccountKind) -> Vec<(Currency, Vec<&'a AccountFacts>)> {
    let today = basis.today();
    let mut found: BTreeMap<(bool, Currency), Vec<&AccountFacts>> = BTreeMap::new();
    for account in &basis.facts.accounts {
        if account.account.kind == kind && is_open(&account.account, today) {
            let currency = account.account.currency;
            found.entry((currency != Currency::TRY, currency)).or_default().push(account);
        }
    }
    found.into_iter().map(|((_, currency), accounts)| (currency, accounts)).collect()
}

fn is_open(account: &Account, today: Day) -> bool {
    account.closed.is_none_or(|closed| closed > today)
}

/// The main currency's demand accounts, or those of all others. The main one is the lira, or the first where
/// there is none.
fn demand(basis: &Basis<'_>, main: bool) -> Vec<SummaryLine> {
    by_currency(basis, AccountKind::Demand)
        .into_iter()
        .enumerate()
        .filter(|(place, _)| (*place == 0) == main)
        .map(|(_, (currency, accounts))| demand_line(currency, &accounts))
        .collect()
}

fn demand_line(currency: Currency, accounts: &[&AccountFacts]) -> SummaryLine {
    let balance = total(currency, accounts.iter().map(|account| Some(account.balance)));
    let overdraft = total(currency, accounts.iter().map(|account| account.account.overdraft));
    let available = balance.zip(overdraft).and_then(|(a, b)| a.plus(b).ok());
    SummaryLine::Demand {
        currency,
        accounts: accounts.len(),
        balance: known(balance),
        available: known(available),
        overdraft: known(overdraft),
    }
}

fn term(basis: &Basis<'_>) -> Vec<SummaryLine> {
    by_currency(basis, AccountKind::Term)
        .into_iter()
        .map(|(currency, accounts)| SummaryLine::Term {
            currency,
            accounts: accounts.len(),
            balance: known(total(currency, accounts.iter().map(|account| Some(account.balance)))),
            first_matures: first_matures(basis, &accounts),
        })
        .collect()
}

fn first_matures(basis: &Basis<'_>, accounts: &[&AccountFacts]) -> Option<Day> {
    basis
        .facts
        .deposits
        .iter()
        .filter(|deposit| deposit.matures >= basis.today())
        .filter(|deposit| accounts.iter().any(|account| account.account.id == deposit.account))
        .map(|deposit| deposit.matures)
        .min()
}

fn holdings(basis: &Basis<'_>, pack: &Pack) -> Vec<SummaryLine> {
    let mut found: BTreeMap<(bool, Option<Currency>), Vec<Option<Money>>> = BTreeMap::new();
    for holding in &basis.facts.holdings {
        let currency = holding.value.map(|value| value.currency);
        found.entry((currency != Some(Currency::TRY), currency)).or_default().push(holding.value);
    }
    found
        .into_iter()
        .map(|((_, currency), values)| SummaryLine::Holdings {
            currency,
            count: values.len(),
            shares: shares(basis, pack, currency),
            value: known(currency.and_then(|currency| total(currency, values.into_iter()))),
        })
        .collect()
}

/// What waits for its value day, by currency.
fn fund_orders(basis: &Basis<'_>) -> Vec<SummaryLine> {
    let facts = basis.facts;
    let mut found: BTreeMap<Currency, Vec<&FundOrder>> = BTreeMap::new();
    for order in facts.fund_orders.iter().filter(|order| order.waits(&facts.holdings)) {
        found.entry(order.cost.currency).or_default().push(order);
    }
    let line = |(currency, orders): (Currency, Vec<&FundOrder>)| {
        Some(SummaryLine::FundOrders {
            currency,
            count: orders.len(),
            value: known(total(currency, orders.iter().map(|order| Some(order.cost)))),
            settles: orders.first()?.settles,
        })
    };
    found.into_iter().filter_map(line).collect()
}

/// Each holding's share of a currency's value in whole per cent, rounded half up.
fn shares(basis: &Basis<'_>, pack: &Pack, currency: Option<Currency>) -> Vec<(Said, u32)> {
    let values: Vec<(&str, i64)> = basis
        .facts
        .holdings
        .iter()
        .filter(|holding| holding.value.map(|value| value.currency) == currency)
        .filter_map(|holding| Some((holding.code.as_str(), holding.value?.minor)))
        .collect();
    let Some(all) = values.iter().try_fold(0_i64, |sum, (_, minor)| sum.checked_add(*minor)) else {
        return Vec::new();
    };
    let mut shares: Vec<(&str, u32)> = values
        .into_iter()
        .filter_map(|(code, minor)| {
            let percent = share(minor, 100, all, Rounding::HalfUp).ok()?;
            Some((code, u32::try_from(percent).ok()?))
        })
        .collect();
    shares.sort_by(|one, other| (other.1, &one.0).cmp(&(one.1, &other.0)));
    let named = |code: &str| {
        let name = pack.fund_name(code).cloned();
        name.unwrap_or_else(|| Said { tr: code.to_owned(), en: code.to_owned() })
    };
    shares.into_iter().map(|(code, percent)| (named(code), percent)).collect()
}

fn loans(basis: &Basis<'_>) -> Vec<SummaryLine> {
    let mut loans: Vec<&Loan> = basis.facts.loans.iter().collect();
    loans.sort_by_key(|loan| (loan_rank(loan.state), loan.id));
    loans.into_iter().map(|one| loan(basis, one)).collect()
}

/// The worst first, paid ones last.
fn loan_rank(state: LoanState) -> u8 {
    match state {
        LoanState::LegalFollowUp => 0,
        LoanState::Unpaid => 1,
        LoanState::Overdue => 2,
        LoanState::Running => 3,
        LoanState::Closed => 4,
    }
}

fn loan(basis: &Basis<'_>, loan: &Loan) -> SummaryLine {
    let paid_off = (loan.state == LoanState::Closed).then(|| Money::zero(loan.amount.currency));
    let owed = loan.outstanding.or(paid_off).and_then(|owed| owed.negated().ok());
    SummaryLine::Loan {
        loan: loan.id,
        owed: known(owed),
        amount: Shown::Known(loan.amount),
        paid: loan.paid_months.zip(loan.months),
        state: loan.state,
        purpose: loan.purpose.as_deref().map(|purpose| basis.word(WordKind::Product, purpose)),
    }
}

fn orders(basis: &Basis<'_>) -> Vec<SummaryLine> {
    let mut found: BTreeMap<Currency, Vec<Option<Money>>> = BTreeMap::new();
    for order in &basis.facts.orders {
        found.entry(order.amount.currency).or_default().push(Some(order.amount));
    }
    found
        .into_iter()
        .map(|(currency, amounts)| SummaryLine::Orders {
            currency,
            count: amounts.len(),
            total: known(total(currency, amounts.into_iter())),
        })
        .collect()
}

fn shared(basis: &Basis<'_>) -> Vec<SummaryLine> {
    basis
        .facts
        .dispositions
        .iter()
        .filter(|disposition| disposition.right == Right::Disponent)
        .map(|disposition| SummaryLine::Shared { account: disposition.account })
        .collect()
}

/// The sum of amounts of one currency; `None` as soon as one is unknown, of another currency, or the sum
/// does not fit.
fn total(currency: Currency, mut amounts: impl Iterator<Item = Option<Money>>) -> Option<Money> {
    let sum = amounts.try_fold(0_i128, |sum, amount| {
        let amount = amount.filter(|amount| amount.currency == currency)?;
        sum.checked_add(i128::from(amount.minor))
    })?;
    Some(Money::new(i64::try_from(sum).ok()?, currency))
}

fn known<T>(value: Option<T>) -> Shown<T> {
    value.map_or(Shown::Unknown { last: None }, Shown::Known)
}

/// Takes the amounts out of a line: nobody may read them, or nobody knows them now.
fn hide(line: &mut SummaryLine, instead: &Shown<Money>) {
    let take = |amounts: &mut [&mut Shown<Money>]| {
        for amount in amounts {
            amount.clone_from(instead);
        }
    };
    match line {
        SummaryLine::Card { owed, available, limit, minimum, .. } => {
            take(&mut [owed, available, limit, minimum]);
        }
        SummaryLine::Demand { balance, available, overdraft, .. } => {
            take(&mut [balance, available, overdraft]);
        }
        SummaryLine::Term { balance: amount, .. }
        | SummaryLine::Holdings { value: amount, .. }
        | SummaryLine::FundOrders { value: amount, .. }
        | SummaryLine::Orders { total: amount, .. } => take(&mut [amount]),
        SummaryLine::Loan { owed, amount, .. } => take(&mut [owed, amount]),
        SummaryLine::NetWorth { total } => take(&mut [total]),
        SummaryLine::Profit { this_year, last_year } => take(&mut [this_year, last_year]),
        SummaryLine::Lifetime { curve, worth, .. } => {
            take(&mut [worth]);
            *curve = match instead {
                Shown::Hidden => Shown::Hidden,
                Shown::Known(_) | Shown::Unknown { .. } => Shown::Unknown { last: None },
            };
        }
        SummaryLine::Shared { .. }
        | SummaryLine::People { .. }
        | SummaryLine::Behaviour { .. }
        | SummaryLine::Churn { .. }
        | SummaryLine::LifeEvent { .. } => {}
    }
}
