//! What a customer is worth and does: net worth at the bank's rates, the bank's scores, the life event in
//! hand.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};

use super::{basis::Basis, records};
use crate::{
    domain::{
        channel::Channel,
        fact::AccountFacts,
        life_event::{KnownFrom, LifeEvent, LifeEventKind},
        loan::LoanState,
        profile::Profile,
        rate::ExchangeRate,
    },
    money::{Currency, Money},
    pack::Pack,
    request::screen::{Shown, SummaryLine},
    store::{KeyRange, Store, StoreError, Table, codec, tables},
    text::{Message, MessageId, Said, date, ids::screen as id},
    time::Day,
};

/// The most rates of one bulletin day and of the days before it that are looked through.
const RATES_SCAN_MAX: usize = 400;
/// A rate that is older than this does not value anything, in days; a long holiday is shorter.
const RATE_AGE_MAX: i32 = 12;
/// Days of a month, for contacts a month.
const MONTH_DAYS: i32 = 30;
/// A life event matters from this long before it to this long after it, in days.
const LIFE_EVENT_BEFORE_MAX: i32 = 365;
const LIFE_EVENT_AFTER_MAX: i32 = 365;

/// The newest rate of each currency up to a day.
pub(super) type Rates = BTreeMap<Currency, ExchangeRate>;

/// Reads the newest rates that hold on a day.
pub(super) fn rates(store: &dyn Store, today: Day) -> Result<Rates, StoreError> {
    let next = today.plus_days(1).unwrap_or(today);
    let end = tables::rate(next, Currency::TRY).1.get(..8).map(<[u8]>::to_vec);
    let range = KeyRange { end, ..KeyRange::all() }.reversed();
    let mut newest = Rates::new();
    for row in store.scan(Table::Rate, range, RATES_SCAN_MAX)? {
        let rate: ExchangeRate = codec::open(&row.value, &records::place(Table::Rate, &row.key))?;
        if today.days_since(rate.day) > RATE_AGE_MAX {
            break;
        }
        newest.entry(rate.currency).or_insert(rate);
    }
    Ok(newest)
}

/// Everything owned less everything owed; unknown as soon as one part is.
pub(super) fn net_worth(basis: &Basis<'_>, lines: &[SummaryLine]) -> Option<SummaryLine> {
    let mut parts: Vec<&Shown<Money>> = Vec::new();
    for line in lines {
        match line {
            SummaryLine::Card { owed, debit: false, .. } => parts.push(owed),
            SummaryLine::Loan { owed, state, .. } if *state != LoanState::Closed => parts.push(owed),
            SummaryLine::Demand { balance: amount, .. }
            | SummaryLine::Term { balance: amount, .. }
            | SummaryLine::Holdings { value: amount, .. }
            | SummaryLine::FundOrders { value: amount, .. } => parts.push(amount),
            SummaryLine::Card { .. }
            | SummaryLine::Loan { .. }
            | SummaryLine::Lifetime { .. }
            | SummaryLine::NetWorth { .. }
            | SummaryLine::Profit { .. }
            | SummaryLine::Behaviour { .. }
            | SummaryLine::Churn { .. }
            | SummaryLine::LifeEvent { .. }
            | SummaryLine::Orders { .. }
            | SummaryLine::People { .. }
            | SummaryLine::Shared { .. } => {}
        }
    }
    if parts.is_empty() {
        return None;
    }
    let total = parts.into_iter().try_fold(0_i64, |sum, part| match part {
        Shown::Known(money) => sum.checked_add(in_lira(*money, basis.rates)?),
        Shown::Unknown { .. } | Shown::Hidden => None,
    });
    let total = total.map(|minor| Money::new(minor, Currency::TRY));
    Some(SummaryLine::NetWorth { total: total.map_or(Shown::Unknown { last: None }, Shown::Known) })
}

/// Minor units of lira at the bank's buying rate, rounded half up; a debt costs the selling rate.
fn in_lira(money: Money, rates: &Rates) -> Option<i64> {
    if money.currency == Currency::TRY {
        return Some(money.minor);
    }
    let rate = rates.get(&money.currency)?;
    let price = if money.minor < 0 { rate.selling } else { rate.buying }?;
    let scale = |currency: Currency| Decimal::from(10_u64.pow(u32::from(currency.decimals())));
    let units = Decimal::from(money.minor).checked_div(scale(money.currency))?;
    let lira = units.checked_mul(price)?.checked_div(Decimal::from(rate.unit))?;
    let minor = lira.checked_mul(scale(Currency::TRY))?;
    minor.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero).to_i64()
}

/// Everything beside money and products, in the order of the screen.
pub(super) fn lines(basis: &Basis<'_>, pack: &Pack) -> Vec<SummaryLine> {
    let mut lines = basis.facts.profile.as_ref().map_or_else(Vec::new, scores);
    // what the customer does stands between what the customer brings and whether the customer stays
    let before_churn =
        lines.iter().position(|line| matches!(line, SummaryLine::Churn { .. })).unwrap_or(lines.len());
    lines.splice(before_churn..before_churn, behaviour(basis, pack));
    lines.extend(life_event(basis));
    lines
}

/// The lines of the bank's scores.
fn scores(profile: &Profile) -> Vec<SummaryLine> {
    let known = |money: Option<Money>| money.map_or(Shown::Unknown { last: None }, Shown::Known);
    let lifetime = profile.lifetime.as_ref().map(|lifetime| SummaryLine::Lifetime {
        curve: Shown::Known(lifetime.curve.clone()),
        worth: Shown::Known(lifetime.worth),
        break_even_month: lifetime.break_even_month,
        rising: lifetime.rising,
    });
    let profit = (profile.profit_this_year.is_some() || profile.profit_last_year.is_some()).then(|| {
        SummaryLine::Profit {
            this_year: known(profile.profit_this_year),
            last_year: known(profile.profit_last_year),
        }
    });
    let churn = (!profile.churn_permille.is_empty()).then(|| SummaryLine::Churn {
        permille: profile.churn_permille.clone(),
        reason: churn_reason(profile),
    });
    [lifetime, profit, churn].into_iter().flatten().collect()
}

/// Why the customer may leave, where the source's code is one that has words.
fn churn_reason(profile: &Profile) -> Option<Said> {
    let message = match profile.churn_reason.as_deref()? {
        "competitor-rates" => id::CHURN_COMPETITOR_RATES,
        "complaints" => id::CHURN_COMPLAINTS,
        "less-activity" => id::CHURN_LESS_ACTIVITY,
        "salary-left" => id::CHURN_SALARY_LEFT,
        _ => return None,
    };
    Some(Message::new(message).said())
}

/// How often the customer comes, by channel: contacts of the last thirty days, the most used first.
fn behaviour(basis: &Basis<'_>, pack: &Pack) -> Option<SummaryLine> {
    let mut found: BTreeMap<Channel, u32> = BTreeMap::new();
    for contact in &basis.facts.interactions {
        let age = basis.today().days_since(contact.at.day());
        if contact.at <= basis.at && age < MONTH_DAYS {
            let count = found.entry(contact.channel).or_default();
            *count = count.saturating_add(1);
        }
    }
    let mut channels: Vec<(Channel, u32)> = found.into_iter().collect();
    channels.sort_by_key(|(channel, count)| (std::cmp::Reverse(*count), *channel));
    let manner = manner(basis, pack);
    (!channels.is_empty() || manner.is_some()).then_some(SummaryLine::Behaviour { manner, channels })
}

/// The pack's cut points: movements of thirty days that are often, lira paid out in them that are large.
const OFTEN: &str = "behaviour.often_movements";
const LARGE: &str = "behaviour.large_amount";

/// `sık ve yüksek tutarlı`, from the movements of the last thirty days; nothing where no source gives movements, an
/// import owes rows, or the pack has no cut points.
fn manner(basis: &Basis<'_>, pack: &Pack) -> Option<Said> {
    let (often, large) = (pack.number(OFTEN, basis.today())?, pack.money(LARGE, basis.today())?);
    let accounts = || basis.facts.accounts.iter().filter(|account| account.statement.is_some());
    if basis.owed || accounts().next().is_none() {
        return None;
    }
    let recent = |account: &&AccountFacts| account.account.currency == large.currency;
    let rows = || {
        let rows = accounts().filter(recent).flat_map(|account| &account.latest);
        rows.filter(|row| (0..MONTH_DAYS).contains(&basis.today().days_since(row.day)))
    };
    let paid_out = rows().filter(|row| row.minor < 0).map(|row| i128::from(row.minor)).sum::<i128>();
    let is_often = i64::try_from(rows().count()).is_ok_and(|count| count >= often);
    let is_large = -paid_out >= i128::from(large.minor);
    let often = Message::new(if is_often { id::BEHAVIOUR_OFTEN } else { id::BEHAVIOUR_SELDOM }).said();
    let amount = Message::new(if is_large { id::BEHAVIOUR_LARGE } else { id::BEHAVIOUR_SMALL }).said();
    Some(Message::new(id::BEHAVIOUR_MANNER).with("often", often).with("amount", amount).said())
}

/// The event that is nearest to today, of those that still matter.
fn life_event(basis: &Basis<'_>) -> Option<SummaryLine> {
    let today = basis.today();
    let near = basis.facts.life_events.iter().filter(|event| {
        let since = today.days_since(event.on);
        event.recorded <= today && (-LIFE_EVENT_BEFORE_MAX..=LIFE_EVENT_AFTER_MAX).contains(&since)
    });
    let nearest = near.min_by_key(|event| (today.days_since(event.on).abs(), event.kind))?;
    Some(SummaryLine::LifeEvent { text: life_event_text(nearest) })
}

fn life_event_text(event: &LifeEvent) -> Said {
    let from = match event.known_from {
        KnownFrom::Customer => id::KNOWN_FROM_CUSTOMER,
        KnownFrom::Document => id::KNOWN_FROM_DOCUMENT,
    };
    Message::new(id::LIFE_EVENT)
        .with("event", Message::new(life_event_name(event.kind)).said())
        .with("month", date::month(event.on))
        .with("source", Message::new(from).said())
        .said()
}

/// The word for a life event.
pub(super) const fn life_event_name(kind: LifeEventKind) -> MessageId {
    match kind {
        LifeEventKind::Marriage => id::LIFE_MARRIAGE,
        LifeEventKind::Birth => id::LIFE_BIRTH,
        LifeEventKind::MilitaryService => id::LIFE_MILITARY_SERVICE,
        LifeEventKind::Appointment => id::LIFE_APPOINTMENT,
        LifeEventKind::Exam => id::LIFE_EXAM,
        LifeEventKind::Moving => id::LIFE_MOVING,
        LifeEventKind::Retirement => id::LIFE_RETIREMENT,
    }
}
