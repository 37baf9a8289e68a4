//! Everything the customer has, a row each.

use super::{All, money, pair, same, transactions};
use crate::{
    domain::{
        AccountId,
        account::AccountKind,
        card::{Card, CardKind},
        cheque::BouncedCheque,
        deposit::Deposit,
        fact::AccountFacts,
        fund_order::FundOrder,
        holding::Holding,
        insurance::Insurance,
        loan::{Loan, LoanState},
    },
    money::Money,
    pack::WordKind,
    request::{
        listing::{ListRow, Listed, ProductGroup},
        mask,
        permission::Part,
        screen::Shown,
    },
    service::basis::Basis,
    text::{Lang, Message, MessageId, Said, amount, date, ids::list as id},
    time::Day,
};

/// What is on a product.
enum OnIt {
    /// Such a product has no amount.
    Nothing,
    /// An amount, if the source gives one.
    Amount(Option<Money>),
    /// The amount of an alert.
    Alert(Money),
}

/// A product before it is a row.
struct Product {
    kind: ProductGroup,
    alarming: bool,
    group: MessageId,
    number: String,
    name: Said,
    terms: Said,
    ends: Option<Day>,
    amount: OnIt,
    account: Option<AccountId>,
}

/// All rows, group by group.
pub(super) fn rows(basis: &Basis<'_>) -> All {
    let facts = basis.facts;
    let open = |account: &&AccountFacts| account.account.closed.is_none_or(|day| day > basis.today());
    let accounts = |kind| facts.accounts.iter().filter(open).filter(move |one| one.account.kind == kind);
    let products = accounts(AccountKind::Demand)
        .map(demand)
        .chain(accounts(AccountKind::Term).map(|account| term(basis, account)))
        .chain(facts.cards.iter().map(|one| card(basis, one)))
        .chain(facts.loans.iter().map(|one| loan(basis, one)))
        .chain(facts.holdings.iter().map(|one| holding(basis, one)))
        .chain(
            facts.fund_orders.iter().filter(|one| one.waits(&facts.holdings)).map(|one| ordered(basis, one)),
        )
        .chain(facts.insurances.iter().map(|one| insurance(basis, one)))
        .chain(facts.cheques.iter().filter(|_| basis.may(Part::AlertReason)).map(cheque))
        .chain(facts.orders.iter().map(|order| {
            Product {
                kind: ProductGroup::Order,
                alarming: false,
                group: id::GROUP_ORDERS,
                number: order.id.to_string(),
                name: order
                    .purpose
                    .as_deref()
                    .map(|purpose| basis.words.parts(WordKind::Transaction, purpose))
                    .unwrap_or_default(),
                terms: basis.word(WordKind::Counterparty, &order.to_bank),
                ends: None,
                amount: OnIt::Amount(Some(order.amount)),
                account: Some(order.account),
            }
        }));
    All {
        title: Said::default(),
        days: None,
        unknown: false,
        rows: products.map(|product| row(basis, product)).collect(),
    }
}

fn row(basis: &Basis<'_>, product: Product) -> ListRow {
    let amount = match product.amount {
        OnIt::Nothing => None,
        OnIt::Amount(amount) => Some(basis.show(Part::Amounts, || match amount {
            Some(amount) if !basis.owed => Shown::Known(amount),
            Some(_) | None => Shown::Unknown { last: None },
        })),
        OnIt::Alert(amount) if basis.may(Part::AlertAmount) => Some(Shown::Known(amount)),
        OnIt::Alert(_) => Some(Shown::Hidden),
    };
    let group = Message::new(product.group).said();
    let some = [
        amount.as_ref().map(|amount| pair(id::AMOUNT, money(amount))),
        product.ends.map(|day| pair(id::ENDS, same(date::long(day)))),
        (!product.terms.tr.is_empty()).then(|| pair(id::TERMS, product.terms.clone())),
    ];
    let first = [
        pair(id::GROUP, group.clone()),
        pair(id::NAME, product.name.clone()),
        pair(id::RECORD, same(product.number.clone())),
    ];
    ListRow {
        detail: first.into_iter().chain(some.into_iter().flatten()).collect(),
        what: Listed::Product {
            kind: product.kind,
            alarming: product.alarming,
            group,
            number: product.number,
            name: product.name,
            terms: product.terms,
            ends: product.ends,
            amount,
            account: product.account,
        },
    }
}

fn demand(facts: &AccountFacts) -> Product {
    let overdraft = facts.account.overdraft.filter(|overdraft| overdraft.minor > 0);
    Product {
        kind: ProductGroup::Demand,
        alarming: false,
        group: id::GROUP_DEMAND,
        number: facts.account.label.clone().unwrap_or_else(|| facts.account.id.to_string()),
        name: transactions::kind_name(facts),
        terms: overdraft.map_or_else(Said::default, |limit| said_with(&id::OVERDRAFT, limit)),
        ends: None,
        amount: OnIt::Amount(Some(facts.balance)),
        account: Some(facts.account.id),
    }
}

fn term(basis: &Basis<'_>, facts: &AccountFacts) -> Product {
    let deposit = basis.facts.deposits.iter().find(|deposit| deposit.account == facts.account.id);
    let days = |deposit: &Deposit| i64::from(deposit.matures.days_since(basis.today()));
    let terms = |deposit: &Deposit| {
        let said = |lang| {
            Message::new(id::DEPOSIT_TERMS)
                .with("rate", amount::percent(deposit.rate_percent, lang))
                .with("days", days(deposit))
                .say(lang)
        };
        Said { tr: said(Lang::Tr), en: said(Lang::En) }
    };
    Product {
        kind: ProductGroup::Term,
        alarming: deposit.is_some_and(|deposit| (0..=1).contains(&days(deposit))),
        group: id::GROUP_TERM,
        number: facts.account.label.clone().unwrap_or_else(|| facts.account.id.to_string()),
        name: transactions::kind_name(facts),
        terms: deposit.map_or_else(Said::default, terms),
        ends: deposit.map(|deposit| deposit.matures),
        amount: OnIt::Amount(Some(facts.balance)),
        account: Some(facts.account.id),
    }
}

fn card(basis: &Basis<'_>, card: &Card) -> Product {
    let is_late = card.paid == Some(false) && card.due.is_some_and(|due| due < basis.today());
    let is_above = card.debt.zip(card.limit).is_some_and(|(debt, limit)| debt.minor > limit.minor);
    Product {
        kind: ProductGroup::Card,
        alarming: is_late || is_above,
        group: id::GROUP_CARDS,
        number: card.last4.as_ref().map_or_else(|| card.id.to_string(), |last4| format!("·{last4}")),
        name: basis.word(WordKind::Product, &card.product),
        terms: card.limit.map_or_else(Said::default, |limit| said_with(&id::LIMIT, limit)),
        ends: card.due,
        amount: if card.kind == Some(CardKind::Debit) {
            OnIt::Nothing
        } else {
            OnIt::Amount(card.debt.and_then(|debt| debt.negated().ok()))
        },
        account: card.account,
    }
}

fn loan(basis: &Basis<'_>, loan: &Loan) -> Product {
    let terms = loan.paid_months.zip(loan.months).map(|(paid, months)| {
        Message::new(id::INSTALMENTS).with("paid", i64::from(paid)).with("months", i64::from(months)).said()
    });
    Product {
        kind: ProductGroup::Loan,
        alarming: matches!(loan.state, LoanState::Overdue | LoanState::Unpaid | LoanState::LegalFollowUp),
        group: id::GROUP_LOANS,
        number: mask::record(loan.id.0),
        name: loan
            .purpose
            .as_deref()
            .map(|purpose| basis.word(WordKind::Product, purpose))
            .unwrap_or_default(),
        terms: terms.unwrap_or_default(),
        ends: None,
        amount: OnIt::Amount(loan.outstanding.and_then(|owed| owed.negated().ok())),
        account: loan.account,
    }
}

fn holding(basis: &Basis<'_>, holding: &Holding) -> Product {
    let units = |lang| Message::new(id::UNITS).with("units", amount::decimal(holding.units, lang)).say(lang);
    Product {
        kind: ProductGroup::Holding,
        alarming: false,
        group: id::GROUP_HOLDINGS,
        number: holding.code.clone(),
        name: basis.word(WordKind::Product, &holding.code),
        terms: Said { tr: units(Lang::Tr), en: units(Lang::En) },
        ends: None,
        amount: OnIt::Amount(holding.value),
        account: None,
    }
}

/// Units that are paid for, with the day on which they come.
fn ordered(basis: &Basis<'_>, order: &FundOrder) -> Product {
    let units = |lang| {
        Message::new(id::UNITS_ORDERED)
            .with("units", amount::decimal(rust_decimal::Decimal::from(order.units), lang))
            .say(lang)
    };
    Product {
        kind: ProductGroup::Holding,
        alarming: false,
        group: id::GROUP_HOLDINGS,
        number: order.code.clone(),
        name: basis.word(WordKind::Product, &order.code),
        terms: Said { tr: units(Lang::Tr), en: units(Lang::En) },
        ends: Some(order.settles),
        amount: OnIt::Amount(Some(order.cost)),
        account: None,
    }
}

fn insurance(basis: &Basis<'_>, policy: &Insurance) -> Product {
    let terms = policy
        .price_fixed_until
        .map(|day| Message::new(id::PRICE_FIXED).with("day", date::short(day)).said());
    Product {
        kind: ProductGroup::Insurance,
        alarming: false,
        group: id::GROUP_INSURANCE,
        number: mask::record(policy.number),
        name: basis.word(WordKind::Product, &policy.product),
        terms: terms.unwrap_or_default(),
        ends: Some(policy.ends),
        amount: OnIt::Nothing,
        account: None,
    }
}

/// A cheque that bounced, with the day it did, or on which it was paid after all.
fn cheque(cheque: &BouncedCheque) -> Product {
    let (terms, day) = match cheque.settled {
        Some(day) => (id::CHEQUE_SETTLED, day),
        None => (id::CHEQUE_UNPAID, cheque.bounced),
    };
    Product {
        kind: ProductGroup::Cheque,
        alarming: cheque.settled.is_none(),
        group: id::GROUP_CHEQUES,
        number: cheque.number.to_string(),
        name: Message::new(id::CHEQUE_BOUNCED).said(),
        terms: Message::new(terms).with("day", date::long(day)).said(),
        ends: None,
        amount: OnIt::Alert(cheque.amount),
        account: None,
    }
}

fn said_with(message: &MessageId, money: Money) -> Said {
    let said = |lang| Message::new(message.clone()).with("amount", amount::round(money, lang)).say(lang);
    Said { tr: said(Lang::Tr), en: said(Lang::En) }
}
