//! What the bank knows that a flow needs, as its screens may show it.

use crate::{
    domain::{
        AccountId, CustomerFacts, Refusal,
        account::{Account, AccountKind},
        alert::Alert,
        deposit::Deposit,
        fact::AccountFacts,
        flow_run::DEMO_RECORD,
        ledger::{Entry, LedgerAccount, OwnAccount},
        posting_restriction::PostingRestrictionKind,
        quote::Quote,
    },
    flow::Flow,
    money::{Currency, Money},
    request::flow::{CurrentAccount, DepositChoice, FLOW_LINES_MAX, FlowBasis, FlowOffer},
    rules::{Known, Rules},
    service::{
        Service, ServiceError, basis::Basis, door::Stopped, header, listing, offers, records, standing::Rates,
    },
    store::{KeyRange, Store, StoreError, Table, tables},
    text::{
        Lang, Message, Said, amount, date,
        ids::{saga as id, screen},
        suffix,
    },
    time::{Day, Moment},
};

/// The most postings of one day of an account that are looked through for the day's limit.
const DAY_ROWS_MAX: usize = 4_096;

/// The basis of a flow.
///
/// # Errors
/// [`Refusal::NotVerified`] where the caller may not read amounts, and what the store says.
pub(super) fn basis(service: &Service, flow: &Flow, basis: &Basis<'_>) -> Result<FlowBasis, Stopped> {
    if !basis.may(crate::request::permission::Part::Amounts) {
        return Err(Refusal::NotVerified.into());
    }
    let known = Known::of(basis.facts, basis.at, basis.words);
    let alerts = service.rules.alerts(&known);
    let top = header::header(basis);
    let name = top.address.or(top.name.map(listing::same)).unwrap_or_default();
    let facts = basis.facts;
    Ok(FlowBasis {
        customer: facts.customer.no,
        name,
        number: top.number,
        at: basis.at,
        role: basis.caller.role,
        deposits: deposits(facts, basis.today()),
        current: current(facts, basis.today()),
        foreign: foreign(facts, basis.today()),
        rate_days: basis.rates.values().map(|rate| (rate.currency, rate.day)).collect(),
        fx_today: bought_on(service.store.as_ref(), facts, basis.today()).map_err(ServiceError::Store)?,
        risk: standing_form(facts, basis.today()).map(|form| form.risk),
        investor_form: standing_form(facts, basis.today()).map(|form| form.signed),
        offers: shown(basis, &service.rules, (&known, &alerts)),
        lapses: lapses(facts, flow, basis.at),
        credit_held: alerts.iter().find(|alert| alert.blocks_credit).map(|alert| alert.closes.clone()),
        orders: orders(facts, flow, basis.today()),
        record: record(basis, service.pack.is_demo()),
    })
}

/// The record of this contact. What a demo bank assumes is evidence of nothing elsewhere.
fn record(basis: &Basis<'_>, demo: bool) -> Option<String> {
    let contact = basis.caller.contact.as_ref().filter(|contact| !contact.trim().is_empty());
    contact.filter(|contact| demo || contact.trim() != DEMO_RECORD).cloned()
}

fn open(account: &Account, today: Day) -> bool {
    account.closed.is_none_or(|closed| closed > today)
}

fn label(account: &Account) -> String {
    account.label.clone().unwrap_or_else(|| account.id.to_string())
}

/// Term deposits that are open and still run, the one that matures first first.
fn deposits(facts: &CustomerFacts, today: Day) -> Vec<DepositChoice> {
    let mut choices: Vec<DepositChoice> = facts
        .deposits
        .iter()
        .filter(|deposit| deposit.matures > today && deposit.opened <= today)
        .filter_map(|deposit| {
            let held = facts.accounts.iter().find(|known| known.account.id == deposit.account)?;
            open(&held.account, today).then(|| choice(facts, (deposit, held), today))
        })
        .collect();
    choices.sort_by_key(|choice| (choice.matures, choice.account));
    choices.truncate(FLOW_LINES_MAX);
    choices
}

fn choice(facts: &CustomerFacts, (deposit, held): (&Deposit, &AccountFacts), today: Day) -> DepositChoice {
    let blocked = if deposit.principal.currency != Currency::TRY {
        Some(Message::new(id::BLOCKED_CURRENCY).said())
    } else if held.balance != deposit.principal {
        Some(Message::new(id::BLOCKED_BALANCE).with("balance", held.balance).said())
    } else {
        restricted(facts, deposit.account, today)
    };
    DepositChoice {
        account: deposit.account,
        label: label(&held.account),
        principal: deposit.principal,
        rate_percent: deposit.rate_percent,
        opened: deposit.opened,
        matures: deposit.matures,
        blocked,
    }
}

/// Why an account may not be disposed of, by the gravest reason; not knowing is a reason.
fn restricted(facts: &CustomerFacts, account: AccountId, today: Day) -> Option<Said> {
    if !facts.knows_posting_restrictions() {
        return Some(Message::new(id::BLOCKED_UNKNOWN).said());
    }
    let mut held = facts.posting_restrictions.iter().filter(|fact| fact.account == account);
    let fact = held.find(|fact| fact.holds(today))?;
    let why = match fact.kind {
        PostingRestrictionKind::Freeze => id::BLOCKED_FREEZE,
        PostingRestrictionKind::Seizure => id::BLOCKED_SEIZURE,
        PostingRestrictionKind::Pledge => id::BLOCKED_PLEDGE,
        PostingRestrictionKind::Block => id::BLOCKED_BLOCK,
        PostingRestrictionKind::JointSignature => id::BLOCKED_JOINT,
    };
    Some(Message::new(why).with("reference", fact.reference.as_str()).said())
}

fn demand(facts: &CustomerFacts, today: Day) -> impl Iterator<Item = &AccountFacts> {
    facts
        .accounts
        .iter()
        .filter(move |held| held.account.kind == AccountKind::Demand && open(&held.account, today))
}

/// The account that money rests on: the first current account in lira.
fn current(facts: &CustomerFacts, today: Day) -> Option<CurrentAccount> {
    let held = demand(facts, today).find(|held| held.account.currency == Currency::TRY)?;
    Some(CurrentAccount {
        account: held.account.id,
        label: label(&held.account),
        balance: held.balance,
        blocked: restricted(facts, held.account.id, today),
    })
}

/// The first current account of each other currency.
fn foreign(facts: &CustomerFacts, today: Day) -> Vec<(Currency, AccountId)> {
    let mut found: Vec<(Currency, AccountId)> = Vec::new();
    for held in demand(facts, today).filter(|held| held.account.currency != Currency::TRY) {
        if found.iter().all(|(currency, _)| *currency != held.account.currency) {
            found.push((held.account.currency, held.account.id));
        }
    }
    found
}

/// What one unit of each currency costs, the bank selling by transfer.
pub(super) fn selling(rates: &Rates) -> Vec<(Currency, rust_decimal::Decimal)> {
    rates
        .values()
        .filter_map(|rate| {
            let unit = rust_decimal::Decimal::from(rate.unit);
            Some((rate.currency, rate.selling?.checked_div(unit)?))
        })
        .collect()
}

/// Foreign currency that the customer bought on a day by any flow, in lira: what our entries that moved an
/// account in another currency brought to the bank's lira position, less what reversals took from it.
fn bought_on(store: &dyn Store, facts: &CustomerFacts, day: Day) -> Result<Money, StoreError> {
    let mut sum = 0_i128;
    for held in facts.accounts.iter().filter(|held| held.account.currency != Currency::TRY) {
        let prefix = [tables::booked_prefix(held.account.id).as_slice(), &tables::day_bytes(day)].concat();
        for row in store.scan(Table::Booked, KeyRange::prefix(&prefix), DAY_ROWS_MAX)? {
            let id = row.key.last_chunk::<16>().map(|bytes| u128::from_be_bytes(*bytes));
            let place = tables::entry(crate::domain::EntryId(id.unwrap_or_default()));
            let Some((_, entry)) = records::get::<Entry>(store, &place)? else { continue };
            let position = LedgerAccount::Own(OwnAccount::FxPosition);
            let lines = entry.postings.iter().filter(|line| line.account == position);
            let lira = lines.filter(|line| line.money.currency == Currency::TRY);
            sum = lira.fold(sum, |sum, line| sum.saturating_add(line.signed()));
        }
    }
    Ok(Money::new(i64::try_from(sum.max(0)).unwrap_or(i64::MAX), Currency::TRY))
}

fn standing_form(facts: &CustomerFacts, today: Day) -> Option<&crate::domain::investor::InvestorForm> {
    facts.investor.as_ref().filter(|form| (form.signed..=form.until).contains(&today))
}

/// The offers of the one screen, as they stand there.
fn shown(basis: &Basis<'_>, rules: &Rules, alerts: (&Known<'_>, &[Alert])) -> Vec<FlowOffer> {
    if !basis.may(crate::request::permission::Part::Offers) {
        return Vec::new();
    }
    let lines = offers::decided(basis, rules, alerts).lines.into_iter().take(FLOW_LINES_MAX);
    lines.map(|line| FlowOffer { rank: line.rank, id: line.id, name: line.name }).collect()
}

/// Live quotes that end when a deposit is broken, in words, by the deposit that they are about: the one that
/// matures while they hold.
fn lapses(facts: &CustomerFacts, flow: &Flow, at: Moment) -> Vec<(AccountId, Said)> {
    let live = |quote: &&Quote| {
        flow.drops.contains(&quote.offer) && quote.made <= at && at <= quote.until && quote.firm
    };
    let mut found = Vec::new();
    for quote in facts.quotes.iter().filter(live) {
        for deposit in &facts.deposits {
            if (at.day()..=quote.until.day()).contains(&deposit.matures) {
                found.push((deposit.account, lapse(quote, deposit)));
            }
        }
    }
    found.truncate(FLOW_LINES_MAX);
    found
}

fn lapse(quote: &Quote, deposit: &Deposit) -> Said {
    let rate = quote.terms.split_whitespace().next().and_then(|rate| rate.parse().ok());
    let said = |lang: Lang| {
        let rate = rate.map_or_else(
            || quote.terms.clone(),
            |rate: rust_decimal::Decimal| amount::percent(rate.normalize(), lang),
        );
        Message::new(id::LAPSES)
            .with("made_on", Message::new(made_on(quote)).say(lang))
            .with("made", date::short(quote.made.day()))
            .with("day", suffix::short_on(deposit.matures, lang))
            .with("rate", rate)
            .say(lang)
    };
    Said { tr: said(Lang::Tr), en: said(Lang::En) }
}

const fn made_on(quote: &Quote) -> crate::text::MessageId {
    use crate::domain::channel::Touchpoint;
    match quote.made_on {
        Touchpoint::CallCenter => screen::TOUCHPOINT_CALL_CENTER,
        Touchpoint::Branch => screen::TOUCHPOINT_BRANCH,
        Touchpoint::Ivr => screen::TOUCHPOINT_IVR,
        Touchpoint::Digital => screen::TOUCHPOINT_DIGITAL,
    }
}

/// Signed orders for this flow that hold today and are unused.
fn orders(facts: &CustomerFacts, flow: &Flow, today: Day) -> Vec<crate::domain::flow_run::SignedOrder> {
    let fits = |order: &&crate::domain::flow_run::SignedOrder| {
        order.flow == flow.name && order.used_by.is_none() && (order.signed..=order.until).contains(&today)
    };
    facts.signed_orders.iter().filter(fits).take(FLOW_LINES_MAX).cloned().collect()
}
