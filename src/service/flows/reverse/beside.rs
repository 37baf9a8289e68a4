//! What a run changed beside money, taken back with it or named as what stays: offers, quotes, signed orders.

use super::Posted;
use crate::{
    domain::{
        Fact,
        flow_run::FlowEffect,
        outcome::{OfferAnswer, Outcome},
        quote::Quote,
        receipt::{LegState, ReceiptLeg, ReceiptLine},
    },
    text::{Message, Said, date, ids::saga as id},
    time::Moment,
};

/// Facts as they are again, and a line for each of them and for each thing that stays as it is.
pub(super) fn undone(posted: &Posted, at: Moment) -> (Vec<Fact>, Vec<ReceiptLine>) {
    let (mut facts, mut lines) = (Vec::new(), Vec::new());
    for effect in &posted.run.effects {
        match effect {
            FlowEffect::OfferEnded { offer, name } => {
                facts.extend(shown_only(posted, offer));
                lines.push(offer_line(posted, (offer, name), at));
            }
            FlowEffect::OrderUsed { order } => {
                let label = Message::new(id::BESIDE_ORDER).with("order", order.to_string());
                lines.push(line(&label, id::BESIDE_STAYS));
            }
            FlowEffect::DepositClosed { .. }
            | FlowEffect::UnitsHeld { .. }
            | FlowEffect::UnitsOrdered { .. } => {}
        }
    }
    (facts, lines)
}

/// The leg of the receipt that says it; none where there is nothing to say.
pub(super) fn leg(lines: Vec<ReceiptLine>) -> Option<ReceiptLeg> {
    (!lines.is_empty()).then(|| ReceiptLeg {
        name: Message::new(id::BESIDE).said(),
        state: LegState::Reversed,
        text: Said::default(),
        lines,
        entries: Vec::new(),
    })
}

/// The offer was shown, and that is all that is left of its answer.
fn shown_only(posted: &Posted, offer: &str) -> Option<Fact> {
    let mut outcomes = posted.loaded.facts.outcomes.iter();
    let outcome = outcomes.find(|known| known.at == posted.receipt.at && known.offer == offer)?;
    Some(Fact::Outcome(Outcome { answer: OfferAnswer::Presented, ..outcome.clone() }))
}

/// A firm quote holds again as long as it was given for; one that has passed meanwhile does not come back.
fn offer_line(posted: &Posted, (offer, name): (&str, &Said), at: Moment) -> ReceiptLine {
    let label = Message::new(id::BESIDE_OFFER).with("offer", name.clone());
    let then =
        |quote: &&Quote| quote.offer == offer && (quote.made..=quote.until).contains(&posted.receipt.at);
    let quote = posted.loaded.facts.quotes.iter().filter(then).max_by_key(|quote| (quote.firm, quote.until));
    let Some(quote) = quote else { return line(&label, id::BESIDE_OPEN) };
    let state = if at <= quote.until { id::BESIDE_HOLDS } else { id::BESIDE_PASSED };
    let text = Message::new(state).with("until", date::moment(quote.until)).said();
    ReceiptLine { label: label.said(), money: None, text: Some(text) }
}

fn line(label: &Message, state: crate::text::MessageId) -> ReceiptLine {
    ReceiptLine { label: label.said(), money: None, text: Some(Message::new(state).said()) }
}
