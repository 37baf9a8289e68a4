//! Why is he calling? The probable reasons from facts, in this order: promise due today, failed transaction
//! in the last 24 hours, overdue, live quote, recent contact.

use super::basis::Basis;
use crate::{
    domain::{
        card::Card,
        channel::{Channel, ChannelError},
        loan::LoanState,
    },
    pack::WordKind,
    request::{
        offers::{Entry, Offers},
        screen::{CallReason, Shown},
    },
    rules::offers,
    text::{Arg, Message, MessageId, Said, date, fold::fold, ids::screen as id, suffix},
};

/// How long ago a contact may be to count as recent, in days.
const RECENT_DAYS_MAX: i32 = 7;
/// How many reasons are named: a guess with four parts is no guess.
const REASONS_MAX: usize = 3;

/// The reasons, the most probable first. `offers` are those of the same facts: they name the quotes that live.
pub(super) fn reasons(basis: &Basis<'_>, offers: &Shown<Offers>) -> Vec<CallReason> {
    [promise(basis), failed(basis), late(basis), quoted(basis, offers), contact(basis)]
        .into_iter()
        .flatten()
        .take(REASONS_MAX)
        .collect()
}

fn alone(message: &Message) -> CallReason {
    CallReason { text: message.said(), full: None }
}

/// The quote that runs out first.
fn quoted(basis: &Basis<'_>, offers: &Shown<Offers>) -> Option<CallReason> {
    let Shown::Known(offers) = offers else { return None };
    let live = offers.entries().filter_map(|entry| match entry {
        Entry::Offer(line) => line.quote.as_ref(),
        Entry::Service(line) => line.quote.as_ref(),
    });
    let first = live.min_by_key(|quote| (quote.until, quote.id))?;
    let quote = basis.facts.quotes.iter().find(|quote| quote.id == first.id)?;
    Some(CallReason { text: offers::as_reason(quote), full: None })
}

/// The word for a channel.
pub(super) fn channel(channel: Channel) -> Said {
    Message::new(channel_id(channel)).said()
}

/// The message of a channel's name.
fn channel_id(channel: Channel) -> MessageId {
    match channel {
        Channel::Branch => id::CHANNEL_BRANCH,
        Channel::CallCenter => id::CHANNEL_CALL_CENTER,
        Channel::Ivr => id::CHANNEL_IVR,
        Channel::Atm => id::CHANNEL_ATM,
        Channel::Mobile => id::CHANNEL_MOBILE,
        Channel::Web => id::CHANNEL_WEB,
        Channel::Pos => id::CHANNEL_POS,
    }
}

/// A promise of an open complaint for today; one whose time has passed was not kept, and counts still more.
fn promise(basis: &Basis<'_>) -> Option<CallReason> {
    let promise = basis
        .facts
        .complaints
        .iter()
        .filter(|complaint| complaint.is_open_on(basis.today()))
        .filter_map(|complaint| complaint.promise)
        .filter(|promise| promise.day() <= basis.today())
        .min()?;
    let clock = date::clock(promise);
    Some(alone(&if promise.day() == basis.today() && promise >= basis.at {
        let to = Said { tr: suffix::clock_to(promise), en: clock };
        Message::new(id::REASON_PROMISE_TODAY).with("time", to)
    } else {
        Message::new(id::REASON_PROMISE_BROKEN).with("day", date::short(promise.day())).with("time", clock)
    }))
}

/// The last refusal, with how often it was met; where there is room with what the customer was told.
fn failed(basis: &Basis<'_>) -> Option<CallReason> {
    let errors = || basis.facts.errors.iter().filter(|error| error.is_of_last_day(basis.at));
    let error = errors().max_by_key(|error| (error.at, error.id))?;
    let times = errors().filter(|other| other.repeats(error, basis.at)).count();
    let refused = Message::new(id::REASON_FAILED)
        .with("day", date::short(error.at.day()))
        .with("time", date::clock(error.at))
        .with("operation", short_operation(basis, error))
        .said();
    let text = match times {
        0 | 1 => refused,
        times => Message::new(id::REASON_REPEATED).with("reason", refused).with("times", times).said(),
    };
    let told = basis.word(WordKind::Refusal, &error.text).within();
    let full = Message::new(id::REASON_TOLD).with("reason", text.clone()).with("told", told).said();
    Some(CallReason { text, full: (!error.text.trim().is_empty()).then_some(full) })
}

/// What was tried and where: `ATM çekim`. A source may have named the channel already.
pub(super) fn operation(basis: &Basis<'_>, error: &ChannelError) -> Said {
    let tried = basis.word(WordKind::Operation, &error.operation);
    let channel = channel(error.channel);
    let begins = |tried: &str, channel: &str| fold(tried).starts_with(&fold(channel));
    // a word that names its channel in one language does so in the other: `Mobil giriş`, `App login`
    if begins(&tried.tr, &channel.tr) || begins(&tried.en, &channel.en) {
        return tried;
    }
    let named = |tried: &str, channel: &str| format!("{channel} {tried}");
    Said { tr: named(&tried.tr, &channel.tr), en: named(&tried.en, &channel.en) }
}

/// `ATM çekim`, `ATM`: as the alert says it, which in English names a cash machine alone.
fn short_operation(basis: &Basis<'_>, error: &ChannelError) -> Said {
    let tried = operation(basis, error);
    let en = if error.channel == Channel::Atm { channel(error.channel).en } else { tried.en };
    Said { tr: tried.tr, en }
}

fn late(basis: &Basis<'_>) -> Option<CallReason> {
    let days = basis.facts.cards.iter().filter_map(|card| card_days_late(basis, card)).max();
    let said = |message, days: i32| Message::new(message).with("days", i64::from(days)).said();
    let card = days.map(|days| CallReason {
        text: said(id::REASON_CARD_LATE, days),
        full: Some(said(id::REASON_CARD_LATE_FULL, days)),
    });
    card.or_else(|| loan_late(basis).as_ref().map(alone))
}

fn card_days_late(basis: &Basis<'_>, card: &Card) -> Option<i32> {
    let days = basis.today().days_since(card.due.filter(|_| card.paid == Some(false))?);
    (days > 0).then_some(days)
}

fn loan_late(basis: &Basis<'_>) -> Option<Message> {
    let in_debt = basis.facts.loans.iter().filter(|loan| match loan.state {
        LoanState::Overdue | LoanState::Unpaid | LoanState::LegalFollowUp => true,
        LoanState::Running | LoanState::Closed => false,
    });
    let days = in_debt.map(|loan| loan.overdue_days).max()?;
    Some(days.map_or_else(
        || Message::new(id::REASON_LOAN_LATE),
        |days| Message::new(id::REASON_LOAN_DAYS_LATE).with("days", i64::from(days)),
    ))
}

fn contact(basis: &Basis<'_>) -> Option<CallReason> {
    let recent = basis
        .facts
        .interactions
        .iter()
        .filter(|contact| contact.at <= basis.at)
        .filter(|contact| basis.today().days_since(contact.at.day()) <= RECENT_DAYS_MAX)
        .max_by_key(|contact| contact.at)?;
    Some(alone(
        &Message::new(id::REASON_CONTACT)
            .with("day", date::short(recent.at.day()))
            .with("channel", Arg::Said(channel(recent.channel)))
            .with("topic", basis.word(WordKind::Topic, &recent.topic)),
    ))
}
