//! What stands over a place: help, palette, the reason for a reveal; and the ways back.

use super::{
    answer::hide_revealed,
    customer, find, flow,
    flow::Stage,
    lists,
    model::Model,
    palette,
    place::{Over, Place, RevealForm},
    start::StartFocus,
    update::{edited, field},
};
use crate::{
    action::{Action, Arg},
    domain::due::DueItem,
    keymap::Resolved,
    request::{Effect, Request},
    text::{Message, ids::desk as id},
};

/// Actions that help stays open for.
const READS_HELP: [Action; 10] = [
    Action::ShowHelp,
    Action::ShowKeys,
    Action::GoBack,
    Action::CancelFlow,
    Action::SelectPrev,
    Action::SelectNext,
    Action::PageUp,
    Action::PageDown,
    Action::SetLanguage,
    Action::RedrawScreen,
];

/// Help closes when a key does something to what is below, so that it is seen. Nobody leaves from within it, and
/// nobody agrees to what it hides: then closing it is all that is done, and the answer is `false`.
pub(super) fn before(model: &mut Model, action: Action) -> bool {
    if !matches!(model.over, Some(Over::Help { .. })) || READS_HELP.contains(&action) {
        return true;
    }
    model.over = None;
    action != Action::LeaveWorkstation && flow::below(model).is_none()
}

/// Opens the menu of an action as if its prefix had been pressed.
pub(super) fn menu(model: &mut Model, action: Action) {
    let keys = model.keymap.menu_keys(action, model.contexts());
    let Some(keys) = keys else { return };
    if matches!(model.keymap.resolve(model.contexts(), &keys), Resolved::Pending(_)) {
        model.pending = keys;
        model.menu = true;
    }
}

/// Asks which field to reveal, and why.
pub(super) fn reveal(model: &mut Model) {
    if !model.finding && model.customer().is_some() {
        model.over = Some(Over::Reveal(RevealForm::default()));
    }
}

/// Enter, or a digit: what is selected, or the row of that place.
pub(super) fn open_item(model: &mut Model, arg: Option<&Arg>, out: &mut Vec<Effect>) {
    let digit = match arg {
        Some(Arg::Digit(digit)) => Some(*digit),
        _ => None,
    };
    let row = digit.map(|digit| usize::from(digit).saturating_sub(1));
    match &model.over {
        Some(Over::Palette(_) | Over::Reveal(_) | Over::Reason(_)) => return submit(model, out),
        Some(Over::Values(_)) => return flow::choose_value(model, row),
        Some(Over::Alternatives { .. }) => return model.over = None,
        // only the key that leaves confirms it: an Enter typed ahead must not end the session
        Some(Over::Help { .. } | Over::Leave) => return,
        None => {}
    }
    match model.place() {
        None => open_start(model, digit, out),
        Some(Place::Customer(_)) => customer::open_selected(model, out),
        Some(Place::List(_)) => lists::open_row(model, row, out),
        Some(Place::Receipt(_) | Place::Paper(_)) => flow::open_receipt(model, out),
        Some(Place::Approvals(_)) => flow::review(model, row, out),
        Some(Place::Flow(_)) => flow::submit(model, out),
        Some(Place::Detail(_)) => {}
    }
}

fn open_start(model: &mut Model, digit: Option<u8>, out: &mut Vec<Effect>) {
    if let Some(digit) = digit {
        let Some(row) = model.start.row_of(digit) else { return };
        model.start.row = row;
    }
    let hits = matches!(model.start.focus, StartFocus::Hits | StartFocus::Field);
    if hits && !model.start.wanted().is_empty() {
        return find::submit(model, out);
    }
    match model.start.item(model.start.row) {
        Some(DueItem::Draft(draft)) => {
            let draft = *draft;
            return flow::take_up(model, draft, out);
        }
        Some(DueItem::Approval(_)) if Action::ApproveRequest.is_for(model.caller.role) => {
            return flow::open_queue(model, out);
        }
        Some(_) | None => {}
    }
    if let Some(customer) = model.start.customer(model.start.row) {
        customer::open(model, customer, out);
    }
}

/// Enter in a field.
pub(super) fn submit(model: &mut Model, out: &mut Vec<Effect>) {
    match &model.over {
        Some(Over::Palette(_)) => return palette::run(model, out),
        Some(Over::Reveal(form)) => {
            let (field, reason) = (form.chosen(), form.reason.text().trim().to_owned());
            if reason.is_empty() {
                model.notice = Some(Message::new(id::REVEAL_REASON));
                return;
            }
            model.over = None;
            hide_revealed(model, out);
            let Some(customer) = model.customer().map(|place| place.screen.customer) else { return };
            return lists::ask(model, Request::Reveal { customer, field, reason }, out);
        }
        Some(Over::Reason(_)) => return flow::submit_reason(model, out),
        Some(Over::Values(_) | Over::Alternatives { .. }) => return open_item(model, None, out),
        Some(Over::Help { .. } | Over::Leave) => return,
        None => {}
    }
    match model.place() {
        None => find::submit(model, out),
        Some(Place::List(_)) => lists::submit_filter(model, out),
        Some(Place::Flow(_)) => flow::submit(model, out),
        Some(
            Place::Customer(_) | Place::Detail(_) | Place::Receipt(_) | Place::Paper(_) | Place::Approvals(_),
        ) => {}
    }
}

/// The work left, on the start screen.
pub(super) fn show_work(model: &mut Model, out: &mut Vec<Effect>) {
    model.over = None;
    flow::to_start(model, out);
    model.start.field.clear();
    let empty = model.start.rows(StartFocus::Work) == 0;
    model.start.focus = if empty { StartFocus::Hits } else { StartFocus::Work };
    model.start.row = 0;
    if empty {
        model.notice = Some(Message::new(id::NO_WORK));
    }
}

/// Reads what is shown again.
pub(super) fn refresh(model: &mut Model, out: &mut Vec<Effect>) {
    match model.place() {
        None => {
            model.start.found = None;
            lists::ask(model, Request::Work, out);
            find::look_up(model, out);
        }
        Some(Place::Customer(place)) => {
            let customer = place.screen.customer;
            customer::open(model, customer, out);
        }
        Some(Place::List(_)) => lists::refresh(model, out),
        Some(Place::Flow(place)) if matches!(place.stage, Stage::Awaiting(_) | Stage::Unknown(_)) => {
            flow::retry(model, out);
        }
        Some(Place::Flow(_)) => flow::reprice(model, out),
        Some(Place::Approvals(_)) => flow::open_queue(model, out),
        Some(Place::Detail(_) | Place::Receipt(_) | Place::Paper(_)) => {}
    }
}

pub(super) fn clear_field(model: &mut Model, out: &mut Vec<Effect>) {
    if model.over.is_none() {
        flow::clear(model);
    }
    if let Some(field) = field(model) {
        field.clear();
        edited(model, out);
    }
}

/// Closes the pop-up; without one the entry is emptied.
pub(super) fn clear_screen(model: &mut Model, out: &mut Vec<Effect>) {
    if model.over.take().is_none() {
        clear_field(model, out);
    }
}

pub(super) fn erase_to_end(model: &mut Model, out: &mut Vec<Effect>) {
    if model.over.is_none() && matches!(model.place(), Some(Place::Flow(_))) {
        return flow::erase(model);
    }
    if let Some(field) = field(model) {
        field.erase_to_end();
        edited(model, out);
    }
}
