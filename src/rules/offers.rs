//! Next-best offers: the funnel, in the order of its gates, then arbitration. A pure function of the pack, the
//! customer's facts and the moment; there is no channel in it.
//!
//! Eligibility, applicability, suitability (no credit beside a blocking alert), objection, fatigue, stops,
//! control group, covered by a live quote, arbitration. What is held says by which gate, which rule, what it
//! saw, and what would change it. A live firm quote is never taken back by a gate: where its offer may not be
//! sold now, the quote is shown quietly.

mod book;
mod explain;
mod fatigue;
mod file;
mod gates;
mod line;
mod quotes;

use std::cmp::Reverse;

use cel::Context;

use crate::{
    domain::{CustomerFacts, alert::Alert, quote::Quote},
    request::offers::{Gate, HeldLine, OfferLine, Offers, ServiceLine},
    text::{Message, Said, ids::offer as id},
    time::{Day, Moment},
};

use super::{Known, Rules, condition::Names, features::Features};

use book::OfferRule;
pub use explain::Explained;
use line::Scored;
pub use quotes::as_reason;
pub(super) use {book::OfferBook, file::read};

/// What offers of one customer are decided from.
struct Case<'c> {
    book: &'c OfferBook,
    facts: &'c CustomerFacts,
    alerts: &'c [Alert],
    at: Moment,
    today: Day,
    features: &'c Features,
    context: &'c Context<'c, 'c>,
}

/// An offer that stays in the funnel, or leaves it.
enum Sifted<'c> {
    Passed(Candidate<'c>),
    Held(Candidate<'c>, gates::Held),
}

/// A rule with its live quote.
struct Candidate<'c> {
    rule: &'c OfferRule,
    quote: Option<&'c Quote>,
    scored: Scored,
}

impl Rules {
    /// Decides what to offer. `alerts` are those of the same facts and moment; the ones that close doors do so
    /// here.
    #[must_use]
    pub fn offers(&self, known: &Known<'_>, alerts: &[Alert]) -> Offers {
        self.with_case(known, alerts, |case| case.decide())
    }

    /// The ids of all offers, in the order of the pack.
    pub fn offer_ids(&self) -> impl Iterator<Item = &str> {
        self.book.offers.iter().map(|offer| offer.id.as_str())
    }

    fn with_case<T>(&self, known: &Known<'_>, alerts: &[Alert], answer: impl FnOnce(&Case<'_>) -> T) -> T {
        let names = Names(&known.features);
        let context = self.machine.context(&names);
        answer(&Case {
            book: &self.book,
            facts: known.facts,
            alerts,
            at: known.at,
            today: known.at.day(),
            features: &known.features,
            context: &context,
        })
    }
}

impl<'c> Case<'c> {
    fn decide(&'c self) -> Offers {
        let mut passed = Vec::new();
        let mut held = Vec::new();
        for rule in self.book.offers.iter().filter(|rule| !rule.service) {
            match self.sift(rule) {
                Sifted::Passed(candidate) => passed.push(candidate),
                Sifted::Held(candidate, why) => held.push((candidate, why)),
            }
        }
        let mut ranked = self.arbitrate(passed, &mut held);
        // equal priorities stay in the order of the pack
        ranked.sort_by_key(|candidate| Reverse(candidate.scored.priority));
        let quiet = self.quiet(&held);
        let place = |rule: &OfferRule| self.book.offers.iter().position(|known| known.id == rule.id);
        held.sort_by_key(|(candidate, _)| place(candidate.rule));
        let held: Vec<HeldLine> =
            held.iter().map(|(candidate, why)| self.held_line(candidate, why, &ranked, &held)).collect();
        let lines: Vec<OfferLine> =
            ranked.iter().enumerate().map(|(index, candidate)| self.line(candidate, index + 1)).collect();
        let (closed, note, note_more) = self.notes(&held);
        let mut service = self.service_lines();
        if service.is_empty() {
            // no rule of the pack speaks of what closes sales: there is still something to do and to say
            service.extend(self.closing().map(|stop| serve(&stop)));
        }
        service.extend(quiet);
        let waiting = held.iter().filter(|line| line.gate >= Gate::Suitability).count();
        Offers { candidates: lines.len() + waiting, lines, held, note, note_more, closed, service }
    }

    /// The gates that look at one offer alone, and the quotes of the others.
    fn sift(&'c self, rule: &'c OfferRule) -> Sifted<'c> {
        let candidate = Candidate { rule, quote: self.live_quote(&rule.id), scored: self.score(rule) };
        let verdicts = [
            self.by_condition(rule),
            self.by_credit_alert(rule),
            self.by_objection(),
            self.by_fatigue(rule),
            self.by_stop(),
            self.by_control_group(rule),
            self.by_other_quote(rule),
        ];
        let mut verdicts = verdicts.into_iter().flatten();
        let Some(mut held) = verdicts.next() else { return Sifted::Passed(candidate) };
        // what something else holds too does not open with it
        held.opens &= verdicts.next().is_none();
        match candidate.quote {
            // what was promised for certain is kept, and asking for it again is no nuisance
            Some(quote) if quote.firm && self.sells_in_spite_of(rule, &held) => Sifted::Passed(candidate),
            Some(quote) if quote.firm => {
                let held = gates::Held::own_quote(quote, held);
                Sifted::Held(candidate, held)
            }
            _ => Sifted::Held(candidate, held),
        }
    }

    /// Whether a firm quote keeps its line beside the others: only where neither sales nor credit is closed.
    fn sells_in_spite_of(&self, rule: &OfferRule, held: &gates::Held) -> bool {
        let open = self.stop().is_none() && self.objection().is_none();
        let credit_open = !rule.credit || self.credit_alert().is_none();
        open && credit_open && held.gate != Gate::Covered
    }

    /// Of the same product and purpose the better one is offered; what is worth nothing is not.
    fn arbitrate(
        &'c self,
        passed: Vec<Candidate<'c>>,
        held: &mut Vec<(Candidate<'c>, gates::Held)>,
    ) -> Vec<Candidate<'c>> {
        let mut kept: Vec<Candidate<'c>> = Vec::new();
        let mut best_first = passed;
        best_first.sort_by_key(|candidate| Reverse((candidate.quote.is_some(), candidate.scored.priority)));
        for candidate in best_first {
            let better = kept.iter().find(|kept| same_use(kept.rule, candidate.rule));
            let why = match better {
                Some(better) => Some(gates::Held::better(&self.name(better.rule, better.quote), better.rule)),
                None if candidate.scored.priority <= 0 && candidate.quote.is_none() => {
                    Some(gates::Held::worthless(candidate.rule))
                }
                None => None,
            };
            match why {
                Some(why) => held.push((candidate, why)),
                None => kept.push(candidate),
            }
        }
        let place = |rule: &OfferRule| self.book.offers.iter().position(|known| known.id == rule.id);
        kept.sort_by_key(|candidate| place(candidate.rule));
        kept
    }

    fn held_line(
        &self,
        candidate: &Candidate<'_>,
        held: &gates::Held,
        ranked: &[Candidate<'_>],
        all: &[(Candidate<'_>, gates::Held)],
    ) -> HeldLine {
        let rule = candidate.rule;
        HeldLine {
            id: rule.id.clone(),
            name: self.name(rule, None),
            credit: rule.credit,
            gate: held.gate,
            rule: held.rule.clone(),
            why: if held.opens && would_stand(candidate, ranked) {
                with_rank(&held.why, candidate, ranked, all, held)
            } else {
                held.why.clone()
            },
            seen: held.seen.clone(),
        }
    }

    /// What closes all sales, as it stands inside a sentence.
    fn closing(&self) -> Option<Said> {
        self.stop().or_else(|| self.objection().map(|_| Message::new(id::OBJECTION).said()))
    }

    /// Whether sales are closed, and what stands beside the title: short, and where there is room.
    fn notes(&self, held: &[HeldLine]) -> (bool, Option<Said>, Option<Said>) {
        if let Some(stop) = self.closing() {
            let waiting = |line: &&HeldLine| line.gate >= Gate::Suitability && line.gate != Gate::Covered;
            let note = match held.iter().filter(waiting).count() {
                0 => Message::new(id::NOTE_CLOSED_ALONE).with("stop", stop),
                count => Message::new(id::NOTE_CLOSED).with("stop", stop).with("count", count),
            };
            return (true, Some(note.said()), None);
        }
        let waiting = held.iter().filter(|line| line.gate >= Gate::Suitability);
        let alert = self.credit_alert();
        let by_alert = |line: &&HeldLine| {
            line.gate == Gate::Suitability && alert.is_some_and(|alert| line.rule == alert.id)
        };
        let (credit, others): (Vec<&HeldLine>, Vec<&HeldLine>) = waiting.partition(by_alert);
        let closes = alert.map(|alert| alert.closes.clone()).unwrap_or_default();
        let by_credit =
            |id| Message::new(id).with("count", credit.len()).with("alert", closes.clone()).said();
        let others = counted(&others);
        let note = |id| {
            let credit = (!credit.is_empty()).then(|| by_credit(id));
            joined(credit.into_iter().chain(others.clone()))
        };
        (false, note(id::NOTE_CREDIT), (!credit.is_empty()).then(|| note(id::NOTE_CREDIT_MORE)).flatten())
    }
}

/// How many others are held, with the word for their gate where it is one.
fn counted(held: &[&HeldLine]) -> Option<Said> {
    let gate = held.first()?.gate;
    let message = match gate {
        _ if held.iter().any(|line| line.gate != gate) => id::NOTE_OTHERS,
        Gate::Suitability => id::NOTE_UNSUITABLE,
        Gate::Fatigue => id::NOTE_RESTS,
        Gate::ControlGroup => id::NOTE_CONTROL,
        Gate::Covered | Gate::Arbitration => id::NOTE_COVERED,
        Gate::Eligibility | Gate::Applicability | Gate::Objection | Gate::Stops => id::NOTE_OTHERS,
    };
    Some(Message::new(message).with("count", held.len()).said())
}

/// Parts of a note; none of nothing.
fn joined(parts: impl Iterator<Item = Said>) -> Option<Said> {
    parts.reduce(|one, other| Said {
        tr: format!("{} · {}", one.tr, other.tr),
        en: format!("{} · {}", one.en, other.en),
    })
}

/// What to do while sales are closed: what the customer came for.
fn serve(stop: &Said) -> ServiceLine {
    let said = |message| Message::new(message).said();
    ServiceLine {
        id: None,
        text: said(id::SERVE),
        why: Some(Message::new(id::SERVE_WHY).with("stop", stop.clone()).said()),
        say: Some(said(id::SERVE_SAY)),
        quote: None,
    }
}

fn same_use(one: &OfferRule, other: &OfferRule) -> bool {
    (&one.product, &one.purpose) == (&other.product, &other.purpose)
}

/// Whether arbitration would give it a line: it is worth something, and nothing of its use is better.
fn would_stand(candidate: &Candidate<'_>, ranked: &[Candidate<'_>]) -> bool {
    let better =
        |other: &&Candidate<'_>| other.quote.is_some() || other.scored.priority >= candidate.scored.priority;
    let same = ranked.iter().filter(|other| same_use(other.rule, candidate.rule)).find(better);
    candidate.scored.priority > 0 && same.is_none()
}

/// The place it would take if what holds it, and all that it holds with it, went away.
fn with_rank(
    why: &Said,
    candidate: &Candidate<'_>,
    ranked: &[Candidate<'_>],
    all: &[(Candidate<'_>, gates::Held)],
    held: &gates::Held,
) -> Said {
    let same_hold =
        all.iter().filter(|(_, other)| other.opens && (other.gate, &other.rule) == (held.gate, &held.rule));
    let others = ranked.iter().chain(same_hold.map(|(other, _)| other));
    let better = others.filter(|other| other.scored.priority > candidate.scored.priority).count();
    Message::new(id::HELD_RANK).with("why", why.clone()).with("rank", better + 1).said()
}

#[cfg(test)]
mod tests;
