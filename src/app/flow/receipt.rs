//! After posting: the receipt, its print, what was left open.

use super::{PaperPlace, shown, steps};
use crate::{
    app::{customer, lists, model::Model, place::Place},
    domain::receipt::Receipt,
    request::{Effect, FlowRequest},
    text::{Message, Said, ids::desk as id},
};

/// Who a receipt is about, as the screens before it said.
pub(super) struct Head {
    pub(super) name: Said,
    pub(super) number: String,
}

impl Head {
    /// From the run on the screen, else from the customer's screen.
    pub(super) fn of(model: &mut Model) -> Head {
        if let Some(place) = shown(model) {
            let basis = place.run.basis();
            return Head { name: basis.name.clone(), number: basis.number.clone() };
        }
        model.customer().map_or_else(
            || Head { name: Said::default(), number: String::new() },
            |place| {
                let header = &place.screen.header;
                let plain = header.name.clone().unwrap_or_default();
                let name = header.address.clone().unwrap_or(Said { tr: plain.clone(), en: plain });
                Head { name, number: header.number.clone() }
            },
        )
    }
}

/// Enter: back to the customer, read anew; from the print, to the receipt.
pub(in crate::app) fn open(model: &mut Model, out: &mut Vec<Effect>) {
    match model.place() {
        Some(Place::Receipt(place)) => {
            let customer = place.receipt.customer;
            model.places.pop();
            customer::open(model, customer, out);
        }
        Some(Place::Paper(_)) => {
            model.places.pop();
        }
        _ => {}
    }
}

fn number(model: &Model) -> Option<crate::domain::receipt::ReceiptNo> {
    match model.place()? {
        Place::Receipt(place) => Some(place.receipt.no),
        Place::Paper(place) => Some(place.receipt.no),
        Place::Customer(_) | Place::List(_) | Place::Detail(_) | Place::Flow(_) | Place::Approvals(_) => None,
    }
}

/// F6.
pub(in crate::app) fn print(model: &mut Model, out: &mut Vec<Effect>) {
    match number(model) {
        Some(receipt) => steps::ask(model, FlowRequest::Print { receipt }, out),
        None => model.notice = Some(Message::new(id::NO_RECEIPT)),
    }
}

/// A receipt as it is printed, over the receipt's screen.
pub(super) fn paper(model: &mut Model, receipt: Receipt) {
    if matches!(model.places.last(), Some(Place::Paper(_))) {
        model.places.pop();
    }
    lists::push(model, Place::Paper(Box::new(PaperPlace { receipt, from: 0 })));
}

/// `+` and `-`.
pub(in crate::app) fn mark(model: &mut Model, helped: bool, out: &mut Vec<Effect>) {
    if let Some(receipt) = number(model) {
        steps::ask(model, FlowRequest::Mark { receipt, helped }, out);
    }
}

/// F10: a request that the money be put back; never a posting by one key.
pub(in crate::app) fn compensate(model: &mut Model, out: &mut Vec<Effect>) {
    let Some(Place::Receipt(place)) = model.place() else { return };
    let receipt = place.receipt.no;
    if place.task.is_none() {
        model.notice = Some(Message::new(id::NOTHING_TO_COMPENSATE));
    } else if place.compensated {
        model.notice = Some(Message::new(id::COMPENSATION_ASKED));
    } else {
        steps::ask(model, FlowRequest::Compensate { receipt }, out);
    }
}

/// It was asked for.
pub(super) fn compensated(model: &mut Model) {
    if let Some(Place::Receipt(place)) = model.place_mut() {
        place.compensated = true;
    }
}
