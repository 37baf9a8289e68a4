//! Lists of details: opening, filtering, turning pages, and asking in general.

use super::{
    act::keys_of,
    edit::Field,
    model::Model,
    place::{DetailLine, DetailPlace, ListPlace, PLACES_MAX, Place},
};
use crate::{
    action::{Action, Arg},
    request::{
        Effect, Explanation, Item, ListKind, Listing, Request,
        listing::{ListRow, Listed, PAGE_ROWS_MAX, ProductGroup},
    },
    text::{
        Message, MessageId, Said,
        ids::{desk as id, list as title_id},
    },
};

/// Asks the bank; keys wait until it has answered.
pub(super) fn ask(model: &mut Model, request: Request, out: &mut Vec<Effect>) {
    model.waiting = Some(request.clone());
    out.push(Effect::Ask(request));
}

/// Puts a place over the others.
pub(super) fn push(model: &mut Model, place: Place) {
    if model.places.len() < PLACES_MAX {
        model.places.push(place);
    } else {
        let key = keys_of(model, Action::GoBack);
        model.notice = Some(Message::new(id::TOO_DEEP).with("key", key));
    }
}

/// Asks for a list of the open customer.
pub(super) fn open(model: &mut Model, list: ListKind, out: &mut Vec<Effect>) {
    if model.finding {
        return;
    }
    let Some(customer) = model.customer().map(|place| place.screen.customer) else { return };
    model.landing = None;
    ask(model, Request::List { customer, list, filter: String::new(), from: 0 }, out);
}

/// The products, with the marker on what an alert is about.
pub(super) fn open_products(model: &mut Model, about: Option<ProductGroup>, out: &mut Vec<Effect>) {
    open(model, ListKind::Products, out);
    model.landing = about;
}

/// What a list is called.
pub(crate) const fn title(list: ListKind) -> MessageId {
    match list {
        ListKind::Products => title_id::PRODUCTS,
        ListKind::Transactions { .. } => title_id::TRANSACTIONS,
        ListKind::Errors => title_id::ERRORS,
        ListKind::Complaints => title_id::COMPLAINTS,
        ListKind::People => title_id::PEOPLE,
    }
}

/// The row that an alert is about: of its kind the first that gives cause, else the first.
fn landing(listing: &Listing, about: Option<ProductGroup>) -> usize {
    let is = |row: &ListRow, sure: bool| match &row.what {
        Listed::Product { kind, alarming, .. } => Some(*kind) == about && (*alarming || !sure),
        Listed::Transaction { .. }
        | Listed::Refused { .. }
        | Listed::Error { .. }
        | Listed::Complaint(_)
        | Listed::Person(_) => false,
    };
    let find = |sure| listing.rows.iter().position(|row| is(row, sure));
    find(true).or_else(|| find(false)).unwrap_or(0)
}

/// A list that was asked for: in the place of the same list, else over the customer.
pub(super) fn take(model: &mut Model, listing: Listing) {
    let about = model.landing.take();
    match model.places.last_mut() {
        Some(Place::List(list))
            if (list.kind(), list.listing.customer) == (listing.list, listing.customer) =>
        {
            let same = (list.listing.from, &list.listing.filter) == (listing.from, &listing.filter);
            let end = listing.rows.len().saturating_sub(1);
            let kept = if same { list.row } else { 0 };
            let wanted = list.wanted.take().and_then(|row| row.checked_sub(listing.from));
            list.row = wanted.unwrap_or(kept).min(end);
            list.filter = None;
            list.listing = listing;
        }
        _ => {
            let row = landing(&listing, about);
            let place = ListPlace { listing, row, wanted: None, filter: None };
            push(model, Place::List(Box::new(place)));
        }
    }
}

/// Selects a row by its place in the whole list; a page that is not here is asked for.
pub(super) fn go_to(model: &mut Model, row: usize, out: &mut Vec<Effect>) {
    let Some(Place::List(list)) = model.place_mut() else { return };
    let here = row.checked_sub(list.listing.from).filter(|row| *row < list.listing.rows.len());
    if let Some(here) = here {
        return list.row = here;
    }
    if row >= list.listing.total {
        return;
    }
    // the last page is a full one too
    let page = (row - row % PAGE_ROWS_MAX).min(list.listing.total.saturating_sub(PAGE_ROWS_MAX));
    let filter = list.listing.filter.clone();
    ask_page(model, (filter, page), Some(row), out);
}

/// Asks for the page that begins at a row; there `wanted` is selected.
fn ask_page(
    model: &mut Model,
    (filter, from): (String, usize),
    wanted: Option<usize>,
    out: &mut Vec<Effect>,
) {
    let Some(Place::List(list)) = model.place_mut() else { return };
    list.wanted = wanted;
    let Listing { customer, list, .. } = list.listing;
    ask(model, Request::List { customer, list, filter, from }, out);
}

/// The same page again.
pub(super) fn refresh(model: &mut Model, out: &mut Vec<Effect>) {
    let Some(Place::List(list)) = model.place() else { return };
    let page = (list.listing.filter.clone(), list.listing.from);
    ask_page(model, page, None, out);
}

/// Begins to write the filter, or filters by the text given.
pub(super) fn filter(model: &mut Model, arg: Option<&Arg>, out: &mut Vec<Effect>) {
    if model.place().is_none() {
        return super::find::enter(model, arg, out);
    }
    let Some(Place::List(list)) = model.place_mut() else { return };
    let mut field = Field::default();
    field.set(&list.listing.filter);
    list.filter = Some(field);
    if let Some(Arg::Text(text)) = arg {
        if let Some(field) = &mut list.filter {
            field.set(text);
        }
        submit_filter(model, out);
    }
}

/// Filters by what was written.
pub(super) fn submit_filter(model: &mut Model, out: &mut Vec<Effect>) {
    let Some(Place::List(list)) = model.place_mut() else { return };
    let Some(field) = list.filter.take() else { return };
    let wanted = field.text().trim().to_owned();
    if wanted != list.listing.filter {
        ask_page(model, (wanted, 0), None, out);
    }
}

/// All rows again.
pub(super) fn unfiltered(model: &mut Model, out: &mut Vec<Effect>) {
    ask_page(model, (String::new(), 0), None, out);
}

/// Enter on a row: the transactions of a product's account, else the row in full.
pub(super) fn open_row(model: &mut Model, row: Option<usize>, out: &mut Vec<Effect>) {
    let Some(Place::List(list)) = model.place_mut() else { return };
    list.row = row.filter(|row| *row < list.listing.rows.len()).unwrap_or(list.row);
    let Some(chosen) = list.listing.rows.get(list.row) else { return };
    if let Listed::Product { account: Some(account), .. } = &chosen.what {
        let (customer, list) = (list.listing.customer, ListKind::Transactions { account: Some(*account) });
        return ask(model, Request::List { customer, list, filter: String::new(), from: 0 }, out);
    }
    let title = &list.listing.title;
    let named = || Message::new(self::title(list.listing.list)).said();
    let detail = detail(chosen, if title.tr.is_empty() { named() } else { title.clone() });
    push(model, Place::Detail(Box::new(detail)));
}

fn detail(row: &ListRow, title: Said) -> DetailPlace {
    let lines = row.detail.iter().map(|(label, value)| DetailLine::Pair(label.clone(), value.clone()));
    DetailPlace { title, lines: lines.collect(), from: 0, nth: None }
}

/// An explanation as a detail: the sentence, then every condition with what it saw.
pub(super) fn explained(model: &mut Model, item: &Item, explanation: Explanation) {
    let mut lines = vec![DetailLine::Text(explanation.text)];
    for evidence in explanation.why {
        lines.push(DetailLine::Condition(evidence.held, evidence.said));
        lines.extend(evidence.seen.into_iter().map(|(_, label, value)| DetailLine::Pair(label, value)));
    }
    let policy: String = explanation.published.policy.chars().take(HASH_SHOWN).collect();
    let decided = Message::new(id::DECIDED_WITH)
        .with("item", explanation.item)
        .with("policy", policy)
        .with("model", explanation.published.model);
    lines.push(DetailLine::Text(decided.said()));
    let nth = model.customer().and_then(|place| {
        let all = place.explicable();
        let at = all.iter().position(|known| known == item)?;
        Some((at, all.len()))
    });
    let detail =
        Place::Detail(Box::new(DetailPlace { title: Message::new(id::WHY).said(), lines, from: 0, nth }));
    match model.places.last_mut() {
        Some(last @ Place::Detail(_)) => *last = detail,
        _ => push(model, detail),
    }
}

/// Enough of a hash to tell two packs apart by eye.
const HASH_SHOWN: usize = 12;
