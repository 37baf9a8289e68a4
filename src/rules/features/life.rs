//! Features of life events: the day of the newest one of each kind, past or to come, as far as it was recorded
//! by today.

use crate::domain::life_event::LifeEventKind;

use super::{Value, View, newest};

fn day(view: &View<'_>, kind: LifeEventKind) -> Option<Value> {
    let events = view.facts.life_events.iter();
    newest(events.filter(|event| event.kind == kind && event.recorded <= view.today).map(|event| event.on))
}

pub(super) fn marriage(view: &View<'_>) -> Option<Value> {
    day(view, LifeEventKind::Marriage)
}

pub(super) fn birth(view: &View<'_>) -> Option<Value> {
    day(view, LifeEventKind::Birth)
}

pub(super) fn military_service(view: &View<'_>) -> Option<Value> {
    day(view, LifeEventKind::MilitaryService)
}

pub(super) fn appointment(view: &View<'_>) -> Option<Value> {
    day(view, LifeEventKind::Appointment)
}

pub(super) fn exam(view: &View<'_>) -> Option<Value> {
    day(view, LifeEventKind::Exam)
}

pub(super) fn moving(view: &View<'_>) -> Option<Value> {
    day(view, LifeEventKind::Moving)
}

pub(super) fn retirement(view: &View<'_>) -> Option<Value> {
    day(view, LifeEventKind::Retirement)
}
