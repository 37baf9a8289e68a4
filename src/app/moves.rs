//! Moving the selection: by rows, by pages, from list to list.

use super::{
    customer,
    edit::Field,
    flow, lists,
    model::Model,
    place::{Over, Place},
    sizes::is_wide,
    start::StartFocus,
};
use crate::request::{Effect, reveal};

/// How far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Up so many rows.
    Back(usize),
    /// Down so many.
    On(usize),
    /// To the first.
    First,
    /// To the last.
    Last,
    /// One on or back, and from the end to the beginning.
    Round(bool),
}

impl Step {
    /// The row after the step among `count` rows.
    pub(super) fn from(self, row: usize, count: usize) -> usize {
        let last = count.saturating_sub(1);
        match self {
            Step::Back(rows) => row.saturating_sub(rows),
            Step::On(rows) => row.saturating_add(rows).min(last),
            Step::First => 0,
            Step::Last => last,
            Step::Round(true) if row >= last => 0,
            Step::Round(true) => row + 1,
            Step::Round(false) => row.checked_sub(1).unwrap_or(last),
        }
    }
}

/// Rows of a list that are on the screen at once: all but header, title, rules and the last two rows.
pub(crate) fn rows_shown(model: &Model) -> usize {
    usize::from(model.size.1).saturating_sub(FRAME_ROWS).max(1)
}

/// Rows of a list's screen that are no rows of the list.
const FRAME_ROWS: usize = 6;

/// More lines than any receipt has; the drawing stops at the last one.
const LINES_ABOUT: usize = 200;

/// Moves the selection of what is in front. A row of a long list that is not here yet is asked for with its page.
pub(super) fn step(model: &mut Model, step: Step, out: &mut Vec<Effect>) {
    let offered = model.palette_rows().map_or(0, |rows| rows.len());
    let (lines, wide) = (model.help_lines(), is_wide(model.size.0));
    match &mut model.over {
        Some(Over::Palette(palette)) => return palette.row = step.from(palette.row, offered),
        Some(Over::Reveal(form)) => return form.row = step.from(form.row, reveal::Field::ALL.len()),
        Some(Over::Help { page }) => return *page = step.from(*page, lines),
        Some(Over::Values(values)) => return values.row = step.from(values.row, values.choices.len()),
        Some(Over::Alternatives { ways, row }) => return *row = step.from(*row, ways.len()),
        Some(Over::Leave | Over::Reason(_)) => return,
        None => {}
    }
    match model.place_mut() {
        None => {
            let start = &mut model.start;
            start.row = step.from(start.row, start.rows(start.focus));
        }
        Some(Place::Customer(customer)) => {
            let stops = customer.stops(wide);
            let row = customer.selection().row;
            // what has no row here is at the one before it
            let at = stops.iter().rposition(|stop| *stop <= row).unwrap_or_default();
            customer.select(stops.get(step.from(at, stops.len())).copied().unwrap_or_default());
        }
        Some(Place::List(list)) => {
            let row = step.from(list.listing.from.saturating_add(list.row), list.listing.total);
            lists::go_to(model, row, out);
        }
        Some(Place::Detail(detail)) => detail.from = step.from(detail.from, detail.lines.len()),
        Some(Place::Flow(_)) => flow::step(model, step),
        Some(Place::Paper(paper)) => paper.from = step.from(paper.from, LINES_ABOUT),
        Some(Place::Approvals(queue)) => queue.row = step.from(queue.row, queue.lines.len()),
        Some(Place::Receipt(_)) => {}
    }
}

/// Moves by a page.
pub(super) fn page(model: &mut Model, forward: bool, out: &mut Vec<Effect>) {
    // help moves by pages only
    let rows = match (&model.over, model.place()) {
        (Some(Over::Help { .. }), _) => 1,
        (None, Some(Place::Paper(_))) => model.paper_rows(),
        _ => rows_shown(model),
    };
    if model.over.is_none() && matches!(model.place(), Some(Place::Flow(_))) {
        return flow::scroll(model, forward);
    }
    step(model, if forward { Step::On(rows) } else { Step::Back(rows) }, out);
}

/// Goes to the next field: among the lists of the start screen stands the one to find by; else as [`turn`].
pub(super) fn next_field(model: &mut Model, forward: bool, out: &mut Vec<Effect>) {
    if model.over.is_none() && model.place().is_none() {
        return model.start.next_field(forward);
    }
    turn(model, forward, out);
}

/// The first letter of the field; there already, the first field of the screen.
pub(super) fn first_field(model: &mut Model) {
    if super::update::field(model).is_some_and(Field::begin) {
        return;
    }
    if model.over.is_none() && matches!(model.place(), Some(Place::Flow(_))) {
        flow::first_field(model);
    }
}

/// Goes to the next pane or list, or the one before.
pub(super) fn turn(model: &mut Model, forward: bool, out: &mut Vec<Effect>) {
    match &mut model.over {
        Some(Over::Palette(_) | Over::Reveal(_) | Over::Values(_) | Over::Alternatives { .. }) => {
            return step(model, if forward { Step::On(1) } else { Step::Back(1) }, out);
        }
        Some(Over::Help { .. } | Over::Leave | Over::Reason(_)) => return,
        None => {}
    }
    match model.place_mut() {
        None => {
            if model.start.focus == StartFocus::Field {
                model.start.focus = StartFocus::Hits;
            }
            model.start.turn(forward);
        }
        Some(Place::Customer(customer)) => {
            customer.focus = customer.focus.after(if forward { 1 } else { 3 });
        }
        Some(Place::Detail(_)) => customer::explain_next(model, forward, out),
        Some(Place::Flow(_)) => flow::next_field(model, forward),
        Some(Place::List(_) | Place::Receipt(_) | Place::Paper(_) | Place::Approvals(_)) => {}
    }
}
