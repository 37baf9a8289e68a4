//! Fatigue: an offer that was answered or presented too often rests. A refusal for good stays one.

use crate::{
    domain::outcome::{OfferAnswer, Outcome},
    request::offers::Gate,
    text::{Message, MessageId, ids::offer as id},
    time::Day,
};

use super::{Case, book::OfferRule, gates::Held};

impl Case<'_> {
    pub(super) fn by_fatigue(&self, rule: &OfferRule) -> Option<Held> {
        let answered = self.by_answer(rule).or_else(|| self.by_presentations(rule));
        let (name, why) = answered.or_else(|| self.by_total())?;
        let opens = name != "unwanted";
        let rule = format!("fatigue.{name}");
        Some(Held { gate: Gate::Fatigue, rule, why: why.said(), seen: Vec::new(), opens })
    }

    /// What is known of an offer's answers by now, newest first.
    fn outcomes(&self, offer: &str) -> Vec<&Outcome> {
        let known = |outcome: &&Outcome| outcome.offer == offer && outcome.at <= self.at;
        let mut outcomes: Vec<&Outcome> = self.facts.outcomes.iter().filter(known).collect();
        outcomes.sort_by_key(|outcome| std::cmp::Reverse(outcome.at));
        outcomes
    }

    fn by_answer(&self, rule: &OfferRule) -> Option<(&'static str, Message)> {
        let fatigue = self.book.fatigue;
        let outcomes = self.outcomes(&rule.id);
        if let Some(refused) = outcomes.iter().find(|outcome| outcome.answer == OfferAnswer::Unwanted) {
            return Some(("unwanted", Message::new(id::HELD_UNWANTED).with("day", refused.at.day())));
        }
        let last = outcomes.into_iter().find(|outcome| outcome.answer != OfferAnswer::Presented)?;
        let after = |days| plus(last.at.day(), days);
        let (name, message, until): (_, MessageId, _) = match last.answer {
            OfferAnswer::Later(day) => ("later", id::HELD_LATER, Some(day)),
            OfferAnswer::TooExpensive => {
                ("too_expensive_rest_days", id::HELD_EXPENSIVE, after(fatigue.too_expensive_rest_days))
            }
            OfferAnswer::HasOne => ("has_one_rest_days", id::HELD_HAS_ONE, after(fatigue.has_one_rest_days)),
            OfferAnswer::Taken => ("taken_rest_days", id::HELD_TAKEN, after(fatigue.taken_rest_days)),
            OfferAnswer::Presented | OfferAnswer::Unwanted | OfferAnswer::Dropped => return None,
        };
        let until = until.filter(|until| self.today < *until)?;
        Some((name, Message::new(message).with("day", until)))
    }

    /// Presented so often in the window without an answer that it rests.
    fn by_presentations(&self, rule: &OfferRule) -> Option<(&'static str, Message)> {
        let fatigue = self.book.fatigue;
        let unanswered = self.outcomes(&rule.id).into_iter();
        let days: Vec<Day> = unanswered
            .take_while(|outcome| outcome.answer == OfferAnswer::Presented)
            .map(|outcome| outcome.at.day())
            .collect();
        let times = usize::try_from(fatigue.presented_max).ok()?;
        let crowded = |group: &&[Day]| match (group.first(), group.last()) {
            (Some(newest), Some(oldest)) => {
                i64::from(newest.days_since(*oldest)) < fatigue.presented_window_days
            }
            _ => false,
        };
        let newest = *days.windows(times).find(crowded)?.first()?;
        let until = plus(newest, fatigue.presented_rest_days).filter(|until| self.today < *until)?;
        let why = Message::new(id::HELD_PRESENTED)
            .with("count", fatigue.presented_max)
            .with("days", fatigue.presented_window_days)
            .with("day", until);
        Some(("presented_max", why))
    }

    /// So many offers of any kind were put to the customer that all rest.
    fn by_total(&self) -> Option<(&'static str, Message)> {
        let fatigue = self.book.fatigue;
        let mut days: Vec<Day> = self
            .facts
            .outcomes
            .iter()
            .filter(|outcome| outcome.at <= self.at)
            .map(|outcome| outcome.at.day())
            .filter(|day| i64::from(self.today.days_since(*day)) < fatigue.total_window_days)
            .collect();
        days.sort_unstable();
        let most = usize::try_from(fatigue.total_presented_max).ok()?;
        // the window is free again once the oldest of the last so many has left it
        let oldest = days.len().checked_sub(most).and_then(|at| days.get(at))?;
        let why = Message::new(id::HELD_TOTAL)
            .with("count", days.len())
            .with("days", fatigue.total_window_days)
            .with("day", plus(*oldest, fatigue.total_window_days)?);
        Some(("total_presented_max", why))
    }
}

fn plus(day: Day, days: i64) -> Option<Day> {
    day.plus_days(i32::try_from(days).ok()?)
}
