//! Features of complaints, channel errors and contacts.

use crate::domain::{channel::ChannelError, complaint::Complaint};

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

pub(super) fn open_topic(view: &View<'_>) -> Option<Value> {
    let oldest = open(view).min_by_key(|complaint| (complaint.opened, complaint.id))?;
    Some(Value::Text(oldest.topic.clone()))
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

pub(super) fn last_error_text(view: &View<'_>) -> Option<Value> {
    last(view).map(|error| Value::Text(error.text.clone()))
}

pub(super) fn last_error_operation(view: &View<'_>) -> Option<Value> {
    last(view).map(|error| Value::Text(error.operation.clone()))
}

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
