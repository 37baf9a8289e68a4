//! What can be done on the one screen.

use super::{
    lists,
    model::Model,
    place::{Pane, Place},
};
use crate::{
    action::{Action, Arg},
    domain::CustomerNo,
    request::{
        Effect, ListKind, Request,
        offers::Entry,
        screen::{AlertLine, Shown, SummaryLine},
    },
    text::{Message, ids::desk as id},
};

/// Asks for a customer's screen; keys wait until it is there.
pub(super) fn open(model: &mut Model, customer: CustomerNo, out: &mut Vec<Effect>) {
    lists::ask(model, Request::OpenCustomer { customer }, out);
}

/// Goes to a pane of the customer's screen, from its lists too.
pub(super) fn focus(model: &mut Model, pane: Pane) {
    if model.finding {
        return;
    }
    let Some(at) = model.places.iter().rposition(|place| matches!(place, Place::Customer(_))) else {
        return;
    };
    model.places.truncate(at + 1);
    if let Some(Place::Customer(customer)) = model.places.last_mut() {
        customer.focus = pane;
    }
}

/// Enter on the selected item: what an alert opens, why an offer is here, the list behind a line.
pub(super) fn open_selected(model: &mut Model, out: &mut Vec<Effect>) {
    let Some(Place::Customer(place)) = model.place() else { return };
    let row = place.selection().row;
    match place.focus {
        Pane::Alerts => {
            let Some(alert) = place.screen.alerts.get(row).cloned() else { return };
            let opens = alert.opens.as_deref().and_then(Action::from_name);
            match opens.filter(|action| action.is_built()) {
                Some(Action::StartFlow) => mend(model, &alert, out),
                Some(Action::ShowProducts) => lists::open_products(model, alert.about, out),
                Some(action) => super::act::act(model, action, None, out),
                None => explain(model, None, out),
            }
        }
        Pane::Offers => explain(model, None, out),
        Pane::Summary => {
            let behind = place.screen.summary.get(row).map(list_behind);
            if let Some(list) = behind {
                lists::open(model, list, out);
            }
        }
        Pane::Complaints => lists::open(model, ListKind::Complaints, out),
    }
}

/// The flow that mends what an alert misses; where the bank's pack has none, what to do instead.
fn mend(model: &mut Model, alert: &AlertLine, out: &mut Vec<Effect>) {
    let flow =
        alert.mends.as_ref().filter(|flow| model.shelf.menu().iter().any(|known| known.name == **flow));
    match flow {
        Some(flow) => super::act::act(model, Action::StartFlow, Some(&Arg::Flow(flow.clone())), out),
        None => model.notice = Some(Message::new(id::MEND_ELSEWHERE).with("what", alert.text.clone())),
    }
}

/// The list that says more of a line of the summary.
fn list_behind(line: &SummaryLine) -> ListKind {
    match line {
        SummaryLine::Demand { .. } => ListKind::Transactions { account: None },
        SummaryLine::Shared { account } => ListKind::Transactions { account: Some(*account) },
        SummaryLine::People { .. } => ListKind::People,
        SummaryLine::Card { .. }
        | SummaryLine::Term { .. }
        | SummaryLine::Holdings { .. }
        | SummaryLine::FundOrders { .. }
        | SummaryLine::Loan { .. }
        | SummaryLine::Lifetime { .. }
        | SummaryLine::NetWorth { .. }
        | SummaryLine::Profit { .. }
        | SummaryLine::Churn { .. }
        | SummaryLine::Behaviour { .. }
        | SummaryLine::LifeEvent { .. }
        | SummaryLine::Orders { .. } => ListKind::Products,
    }
}

/// Why the selected alert or offer is here; a digit selects the offer first.
pub(super) fn explain(model: &mut Model, arg: Option<&Arg>, out: &mut Vec<Effect>) {
    if let Some(Arg::Digit(digit)) = arg
        && !select_offer(model, *digit)
    {
        return;
    }
    let Some(Place::Customer(place)) = model.place() else { return };
    let customer = place.screen.customer;
    match place.explained() {
        Some(item) => lists::ask(model, Request::Explain { customer, item }, out),
        None => model.notice = Some(Message::new(id::NOTHING_TO_EXPLAIN)),
    }
}

/// The explanation after this one, or before, held offers among them.
pub(super) fn explain_next(model: &mut Model, forward: bool, out: &mut Vec<Effect>) {
    let (Some(Place::Detail(detail)), Some(place)) = (model.place(), model.customer()) else { return };
    let Some((at, count)) = detail.nth.filter(|(_, count)| *count > 1) else { return };
    let next = (at + if forward { 1 } else { count - 1 }) % count;
    let customer = place.screen.customer;
    if let Some(item) = place.explicable().into_iter().nth(next) {
        lists::ask(model, Request::Explain { customer, item }, out);
    }
}

/// A digit: selects that offer and says why it is here. Taking it comes with the flows.
pub(super) fn take_offer(model: &mut Model, arg: Option<&Arg>, out: &mut Vec<Effect>) {
    explain(model, arg, out);
}

/// Selects an offer by its place; `false` where there is none.
fn select_offer(model: &mut Model, digit: u8) -> bool {
    let Some(Place::Customer(place)) = model.place_mut() else { return false };
    let Shown::Known(offers) = &place.screen.offers else { return false };
    let ranked = |entry: &Entry<'_>| matches!(entry, Entry::Offer(line) if line.rank == usize::from(digit));
    let Some(row) = offers.entries().position(|entry| ranked(&entry)) else { return false };
    place.focus = Pane::Offers;
    place.select(row);
    true
}
