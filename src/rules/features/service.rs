//! Features of complaints, channel errors and contacts.

use crate::{
    domain::{
        channel::{Channel, ChannelError},
        complaint::Complaint,
    },
    pack::WordKind,
    text::{Lang, Message, Said, casing, date, ids::offer as id, suffix},
};

use super::{Value, View, count, oldest};

/// The window of `complaint.count_90d`, in days.
const COMPLAINT_WINDOW_DAYS: u32 = 90;
/// The window of `interaction.count_30d`, in days.
const INTERACTION_WINDOW_DAYS: i64 = 30;

fn open<'v>(view: &View<'v>) -> impl Iterator<Item = &'v Complaint> {
    let today = view.today;
    view.facts.complaints.iter().filter(move |complaint| complaint.is_open_on(today))
}

pub(super) fn open_count(view: &View<'_>) -> Option<Value> {
    view.facts.knows_complaints().then(|| count(open(view))).flatten()
}

pub(super) fn open_day(view: &View<'_>) -> Option<Value> {
    oldest(open(view).map(|complaint| complaint.opened))
}

fn oldest_open<'v>(view: &View<'v>) -> Option<&'v Complaint> {
    open(view).min_by_key(|complaint| (complaint.opened, complaint.id))
}

pub(super) fn open_topic(view: &View<'_>) -> Option<Value> {
    view.word(WordKind::Topic, &oldest_open(view)?.topic)
}

pub(super) fn open_owner(view: &View<'_>) -> Option<Value> {
    view.word(WordKind::Unit, oldest_open(view)?.owner.as_deref()?)
}

/// `bugün 17:00'ye kadar`, `by 17:00 today`; a promise that has passed is none.
pub(super) fn open_promise(view: &View<'_>) -> Option<Value> {
    let promise = oldest_open(view)?.promise.filter(|promise| *promise >= view.at)?;
    let message = if promise.day() == view.today { id::PROMISE_TODAY } else { id::PROMISE_DAY };
    let time = Said { tr: suffix::clock_to(promise), en: date::clock(promise) };
    let said = Message::new(message).with("time", time).with("day", date::short(promise.day())).said();
    Some(Value::Named(date::moment(promise), said))
}

pub(super) fn count_90d(view: &View<'_>) -> Option<Value> {
    let complaints = view.facts.complaints.iter();
    let recent = complaints.filter(|complaint| complaint.is_within(COMPLAINT_WINDOW_DAYS, view.today));
    view.facts.knows_complaints().then(|| count(recent)).flatten()
}

fn past<'v>(view: &View<'v>) -> impl Iterator<Item = &'v ChannelError> {
    let at = view.at;
    view.facts.errors.iter().filter(move |error| error.at <= at)
}

fn last<'v>(view: &View<'v>) -> Option<&'v ChannelError> {
    past(view).max_by_key(|error| (error.at, error.id))
}

pub(super) fn errors_24h(view: &View<'_>) -> Option<Value> {
    let recent = view.facts.errors.iter().filter(|error| error.is_of_last_day(view.at));
    view.facts.knows_errors().then(|| count(recent)).flatten()
}

/// How often the last operation was refused within the last day; missing unless it was more than once.
pub(super) fn repeated_24h(view: &View<'_>) -> Option<Value> {
    let error = last(view).filter(|error| error.is_of_last_day(view.at))?;
    let times = past(view).filter(|other| other.repeats(error, view.at)).count();
    (times > 1).then(|| i64::try_from(times).ok().map(Value::Whole)).flatten()
}

/// As it stands inside a sentence: `Günlük limit` is `günlük limit`.
pub(super) fn last_error_text(view: &View<'_>) -> Option<Value> {
    let Value::Named(code, said) = view.word(WordKind::Refusal, &last(view)?.text)? else {
        return None;
    };
    Some(Value::Named(code, said.within()))
}

pub(super) fn last_error_operation(view: &View<'_>) -> Option<Value> {
    view.word(WordKind::Operation, &last(view)?.operation)
}

pub(super) fn last_error_clock(view: &View<'_>) -> Option<Value> {
    last(view).map(|error| Value::Text(date::clock(error.at)))
}

/// `ATM çekim reddi`, `ATM refused`; `Mobil giriş reddi`, `App login refused`: what the source tried, by its name.
pub(super) fn last_refusal(view: &View<'_>) -> Option<Value> {
    let error = last(view)?;
    let place = Message::new(match error.channel {
        Channel::Branch => id::AT_BRANCH,
        Channel::CallCenter => id::AT_CALL_CENTER,
        Channel::Ivr => id::AT_IVR,
        Channel::Atm => id::AT_ATM,
        Channel::Mobile => id::AT_MOBILE,
        Channel::Web => id::AT_WEB,
        Channel::Pos => id::AT_POS,
    });
    let place = Said { tr: place.say(Lang::Tr), en: place.say(Lang::En) };
    let what = match view.words.said(WordKind::Operation, &error.operation) {
        _ if error.operation.trim().is_empty() => place,
        // at a cash machine English needs no more than the place
        word if error.channel == Channel::Atm => Said { tr: word.tr, en: place.en },
        word => word,
    };
    let (tried, told) = (what.tr.clone(), casing::lower(&what.tr, Lang::Tr));
    let said = Message::new(id::REFUSED).with("what", what).said();
    let tr = if told.ends_with(REFUSED_TURKISH) { tried } else { said.tr };
    Some(Value::Named(error.code.clone(), Said { tr, en: said.en }))
}

/// A source that says of an operation itself that it was refused.
const REFUSED_TURKISH: &str = "reddi";

pub(super) fn last_error_day(view: &View<'_>) -> Option<Value> {
    last(view).map(|error| Value::Day(error.at.day()))
}

pub(super) fn days_since_last_error(view: &View<'_>) -> Option<Value> {
    last(view).map(|error| Value::Whole(view.days_since(error.at.day())))
}

pub(super) fn interactions_30d(view: &View<'_>) -> Option<Value> {
    let days = view.facts.interactions.iter().map(|contact| view.days_since(contact.at.day()));
    let recent = days.filter(|days| (0..INTERACTION_WINDOW_DAYS).contains(days));
    view.facts.knows_interactions().then(|| count(recent)).flatten()
}
